"""The peer that is a neural network: TabM with piecewise-linear embeddings, by its own package."""

import warnings
from collections.abc import Sequence
from copy import deepcopy

import numpy as np
import torch
from numpy.typing import NDArray
from rtdl_num_embeddings import PiecewiseLinearEmbeddings, compute_bins
from sklearn.preprocessing import QuantileTransformer
from tabm import TabM
from torch import Tensor
from torch.nn import functional

from tests.benchmarks.boosting import is_skewed
from tests.benchmarks.columns import Columns, Guess

WIDTH = 128
"""The package's 512 would take a core an hour on 5,000 rows; the rest is as it has it."""
EMBEDDING = 16
MOST_BINS = 48
LEARNING_RATE, WEIGHT_DECAY = 2e-3, 3e-4
HELD_OUT = 0.2
MOST_EPOCHS, PATIENCE = 100, 16
BATCH = 256
ASKED_AT_ONCE = 1_024


class Inputs:
    """Numbers with a normal spread, and categories as codes; what is missing gets a code too."""

    def __init__(self, columns: Columns, rows: Sequence[int]) -> None:
        self._columns = columns
        numbers = columns.numbers[list(rows)]
        known = [np.unique(column[~np.isnan(column)]) for column in numbers.T]
        self._kept = [place for place, found in enumerate(known) if len(found) > 1]
        self._gaps = [place for place in self._kept if np.isnan(numbers[:, place]).any()]
        self._medians = np.array([np.nanmedian(numbers[:, place]) for place in self._kept])
        self._levels = [np.unique(column) for column in columns.codes[list(rows)].T]
        self._spread = QuantileTransformer(
            n_quantiles=max(2, min(len(rows) // 30, 1_000), min(10, len(rows))),
            output_distribution="normal",
            random_state=0,
        )
        if self._kept:
            self._spread.fit(self._filled(rows))
        self.cardinalities = [2] * len(self._gaps) + [len(found) + 1 for found in self._levels]

    def numbers(self, rows: Sequence[int]) -> Tensor | None:
        """Return the numbers that vary; None if none does. Shape: (rows, kept)."""
        if not self._kept:
            return None
        return torch.as_tensor(self._spread.transform(self._filled(rows)), dtype=torch.float32)

    def codes(self, rows: Sequence[int]) -> Tensor | None:
        """Return the codes, 0 for what the rows fitted to never had; None if there are none."""
        if not self.cardinalities:
            return None
        gaps = np.isnan(self._columns.numbers[np.ix_(list(rows), self._gaps)]).astype(np.int64)
        codes = self._columns.codes[list(rows)]
        pairs = zip(codes.T, self._levels, strict=True)
        return torch.as_tensor(np.column_stack([gaps, *(_numbered(*pair) for pair in pairs)]))

    def _filled(self, rows: Sequence[int]) -> NDArray[np.float64]:
        numbers = self._columns.numbers[np.ix_(list(rows), self._kept)]
        return np.where(np.isnan(numbers), self._medians, numbers)


class TabularNetwork:
    """TabM, stopped early on a fifth of the rows; skewed targets as their log1p."""

    def __init__(self, columns: Columns, rows: Sequence[int]) -> None:
        truths = columns.truths[list(rows)]
        self._labels: list[str] = []
        self._is_log, self._mean, self._deviation = False, 0.0, 1.0
        target = self._target(truths, is_number=columns.is_number)
        order = np.random.default_rng(0).permutation(len(rows))
        held = order[: max(1, int(HELD_OUT * len(rows)))]
        rest = order[len(held) :]
        self._inputs = Inputs(columns, [rows[place] for place in rest])
        numbers, codes = self._inputs.numbers(rows), self._inputs.codes(rows)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            self._model = _made(
                self._inputs, None if numbers is None else numbers[rest], len(self._labels) or 1
            )
            self._train(numbers, codes, target, rest, held)

    def predict(self, rows: Sequence[int]) -> list[Guess]:
        """Return what it says of each row."""
        said = self._mean_of(self._inputs.numbers(rows), self._inputs.codes(rows)).double().numpy()
        if self._labels:
            return [dict(zip(self._labels, map(float, one), strict=True)) for one in said]
        plain = self._mean + self._deviation * said[:, 0]
        return [float(one) for one in (np.expm1(plain) if self._is_log else plain)]

    def _target(
        self, truths: NDArray[np.float64] | NDArray[np.object_], *, is_number: bool
    ) -> Tensor:
        if not is_number:
            self._labels = sorted(set(truths.tolist()))
            return torch.as_tensor(np.searchsorted(np.array(self._labels, dtype=object), truths))
        numbers = truths.astype(np.float64)
        self._is_log = is_skewed(numbers)
        numbers = np.log1p(numbers) if self._is_log else numbers
        self._mean, self._deviation = float(numbers.mean()), float(numbers.std()) or 1.0
        return torch.as_tensor((numbers - self._mean) / self._deviation, dtype=torch.float32)

    def _train(
        self,
        numbers: Tensor | None,
        codes: Tensor | None,
        target: Tensor,
        rest: NDArray[np.int64],
        held: NDArray[np.int64],
    ) -> None:
        """Train until the held-out rows have not gained for a while; keep the best weights."""
        steps = torch.optim.AdamW(
            self._model.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY
        )
        size = int(np.clip(len(rest) // 8, 8, BATCH))
        best, waited, kept = np.inf, 0, deepcopy(self._model.state_dict())
        for _ in range(MOST_EPOCHS):
            self._model.train()
            for batch in torch.split(torch.as_tensor(rest)[torch.randperm(len(rest))], size):
                steps.zero_grad()
                said = self._model(_some(numbers, batch), _some(codes, batch))
                self._loss(said, target[batch]).backward()  # type: ignore[no-untyped-call]
                steps.step()
            error = self._error(_some(numbers, held), _some(codes, held), target[held])
            waited += 1
            if error < best:
                best, waited, kept = error, 0, deepcopy(self._model.state_dict())
            if waited == PATIENCE:
                break
        self._model.load_state_dict(kept)

    def _loss(self, said: Tensor, target: Tensor) -> Tensor:
        """Return the mean loss of the members, each by itself. Shape: said (rows, k, outputs)."""
        each = target[:, None].expand(said.shape[:2])
        if self._labels:
            return functional.cross_entropy(said.flatten(0, 1), each.flatten())
        return functional.mse_loss(said[..., 0], each)

    def _error(self, numbers: Tensor | None, codes: Tensor | None, target: Tensor) -> float:
        said = self._mean_of(numbers, codes)
        if self._labels:
            return float(functional.nll_loss(said.clamp_min(1e-12).log(), target))
        return float(functional.mse_loss(said[:, 0], target))

    @torch.inference_mode()
    def _mean_of(self, numbers: Tensor | None, codes: Tensor | None) -> Tensor:
        """Return the members' mean; shape (rows, outputs), probabilities for labels."""
        self._model.eval()
        count = len(numbers if numbers is not None else codes)  # type: ignore[arg-type]
        parts = []
        for batch in torch.split(torch.arange(count), ASKED_AT_ONCE):
            said: Tensor = self._model(_some(numbers, batch), _some(codes, batch))
            parts.append((said.softmax(-1) if self._labels else said).mean(1))
        return torch.cat(parts)


def _made(inputs: Inputs, numbers: Tensor | None, outputs: int) -> TabM:
    embeddings = None
    if numbers is not None:
        with warnings.catch_warnings():
            # Such a number is embedded as a straight line.
            warnings.filterwarnings("ignore", message=".* has just two bin edges")
            bins = compute_bins(numbers, n_bins=max(2, min(MOST_BINS, len(numbers) // 4)))
            embeddings = PiecewiseLinearEmbeddings(bins, EMBEDDING, activation=False, version="B")
    return TabM.make(
        n_num_features=0 if numbers is None else numbers.shape[1],
        cat_cardinalities=inputs.cardinalities,
        d_out=outputs,
        num_embeddings=embeddings,
        d_block=WIDTH,
    )


def _some(column: Tensor | None, places: Tensor | NDArray[np.int64]) -> Tensor | None:
    return None if column is None else column[places]


def _numbered(codes: NDArray[np.int64], levels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return each code's place among the levels from 1 on, 0 where it is none of them."""
    places = np.searchsorted(levels, codes).clip(0, len(levels) - 1)
    found: NDArray[np.int64] = np.where(levels[places] == codes, places + 1, 0)
    return found
