"""Length scales by marginal likelihood: several starts climb together, as one batch."""

import math

import torch
from torch import Tensor

from core.domain.task import TargetKind
from core.learning.experts.covariance import CONSTANT, NEAR_ENOUGH, Scales
from core.learning.experts.evidence import log_evidence
from core.learning.experts.inputs import KernelInputs
from core.learning.experts.posterior import PRIOR_RATE, PRIOR_SHAPE

FIRST_ROWS = 256
"""So many lessons, drawn at random, tell which start leads highest and nearly where to."""
MOST_ROWS = 640
"""More lessons than these say little more of a scale, and cost their cube."""
STEPS = 60
LAST_STEPS = 16
"""From there on, looking at the most lessons."""
RATE = 0.1
SPREAD = 0.7
"""How far a block's weight is thought to lie from the others', in powers of e."""
LEVEL_SPREAD = 1.0
STRENGTH_SPREAD = 2.0
LEAST_LESSONS = 5


def fit_scales(
    inputs: KernelInputs,
    points: Tensor,
    targets: Tensor,
    kind: TargetKind,
    *,
    warm: Scales | None,
    seed: int,
) -> Scales:
    """Return the scales of the highest posterior among the climbs from each start.

    Args:
        inputs: whose blocks the scales are of.
        points: coordinates of the lessons; shape (rows, coordinates).
        targets: shape (rows, outputs).
        kind: of the target.
        warm: scales to start from as well.
        seed: of the lessons that are looked at, where there are many.
    """
    few, many = (_sample(len(points), most, seed) for most in (FIRST_ROWS, MOST_ROWS))
    problem = _Problem(inputs, points[few], targets[few], kind)
    count = len(inputs.blocks)
    starts = [problem.center]
    if warm is not None and len(warm.weights) == count:
        known = [warm.weights.log(), points.new_tensor([warm.amplitude, warm.slope]).log()]
        starts.append(torch.cat(known).clamp(-12.0, 12.0))
    places = torch.stack(starts)
    if len(few) >= LEAST_LESSONS:
        places, heights = problem.climb(places)
        places = places[heights.argmax()[None]]
    if len(many) > len(few):
        problem = _Problem(inputs, points[many], targets[many], kind)
        places, _ = problem.climb(places, LAST_STEPS)
    powers = places[0].exp()
    return Scales(
        weights=powers[:count], amplitude=float(powers[count]), slope=float(powers[count + 1])
    )


def _sample(rows: int, most: int, seed: int) -> Tensor:
    if rows <= most:
        return torch.arange(rows)
    generator = torch.Generator().manual_seed(seed)
    return torch.randperm(rows, generator=generator)[:most].sort().values


class _Problem:
    """The posterior of the logarithms of weights, amplitude and slope, with its gradient.

    Distances and their gradients go through the coordinates, one matrix product each.
    """

    def __init__(
        self, inputs: KernelInputs, points: Tensor, targets: Tensor, kind: TargetKind
    ) -> None:
        self._points, self._targets = points, targets
        self._blocks, self._count = inputs.block_of.to(points.device), len(inputs.blocks)
        self._discount = 1.0 if kind is TargetKind.NUMBER else 1.0 - 1.0 / targets.shape[1]
        unit = torch.eye(len(points), dtype=points.dtype, device=points.device)
        self._noise = CONSTANT + unit
        level = inputs.even_weights(points).log()
        strength = math.log(10.0 if kind is TargetKind.NUMBER else 2.0)
        self.center = torch.cat([level, level.new_tensor([strength, strength - 2.0])])

    def climb(self, starts: Tensor, steps: int = STEPS) -> tuple[Tensor, Tensor]:
        """Return where Adam gets from each start, and how high that is.

        Source: Kingma and Ba 2015, "Adam", algorithm 1.
        """
        places, best = starts.clone(), starts.clone()
        heights = starts.new_full((len(starts),), -math.inf)
        mean, square = torch.zeros_like(places), torch.zeros_like(places)
        for step in range(1, steps + 1):
            found, slopes = self.height(places)
            better = found > heights
            best[better], heights[better] = places[better], found[better]
            mean.lerp_(slopes, 0.1)
            square.lerp_(slopes.square(), 0.05)
            moves = (mean / (1 - 0.9**step)) / ((square / (1 - 0.95**step)).sqrt() + 1e-8)
            rate = RATE * (1.0 if step <= steps // 2 else 0.4)
            places = places + rate * moves
        return best, heights

    def height(self, places: Tensor) -> tuple[Tensor, Tensor]:
        """Return the log posterior of each row of logarithms, and its gradient; shape (tries,)."""
        weights, amplitude, slope = self._unpack(places)
        scaled = self._points * weights[:, self._blocks].sqrt()[:, None, :]
        inner = scaled @ scaled.mT
        lengths = inner.diagonal(dim1=1, dim2=2)
        squares = lengths[:, :, None] + lengths[:, None, :] - 2.0 * inner
        distance = squares.clamp_min_(0.0).mul_(5.0).add_(NEAR_ENOUGH).sqrt_()
        fall = torch.exp(-distance).mul_(amplitude)
        steep = (1.0 + distance).mul_(fall)
        smooth = distance.square_().div_(3.0).mul_(fall).add_(steep)
        noisy = torch.add(self._noise, smooth).addcmul_(slope.expand_as(inner), inner)
        factors = torch.linalg.cholesky(noisy)
        targets = self._targets.expand(len(places), -1, -1)
        inverse = torch.cholesky_inverse(factors)
        pulled = inverse @ targets
        quadratic = (targets * pulled).sum(dim=1)
        logs = 2.0 * factors.diagonal(dim1=-2, dim2=-1).log().sum(dim=-1)
        height = log_evidence(quadratic, logs, len(self._targets))
        # d height / d K, then through the kernel to the logarithms.
        shares = (PRIOR_SHAPE + 0.5 * len(self._targets)) / (PRIOR_RATE + 0.5 * quadratic)
        outer = 0.5 * ((pulled * shares[:, None, :]) @ pulled.mT - targets.shape[2] * inverse)
        through = steep.mul_(outer).mul_(-5.0 / 6.0)
        spread = 2.0 * (
            through.sum(dim=2)[..., None] * scaled.square() - (through @ scaled) * scaled
        ).sum(dim=1)
        lines = slope[:, :, 0] * ((outer @ scaled) * scaled).sum(dim=1)
        slopes = torch.cat(
            [
                self._by_block(spread + lines),
                _dot(outer, smooth),
                slope[:, :, 0] * _dot(outer, inner),
            ],
            dim=1,
        )
        belief, pulls = self._belief(places)
        return self._discount * height + belief, self._discount * slopes + pulls

    def _unpack(self, places: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        powers = places.exp()
        count = self._count
        return powers[:, :count], powers[:, count, None, None], powers[:, count + 1, None, None]

    def _by_block(self, coordinates: Tensor) -> Tensor:
        """Return sums over each block; (tries, coordinates) -> (tries, blocks)."""
        sums = coordinates.new_zeros(len(coordinates), self._count)
        return sums.index_add_(1, self._blocks, coordinates)

    def _belief(self, places: Tensor) -> tuple[Tensor, Tensor]:
        """Return the log belief in each row and its gradient."""
        off = places - self.center
        common = off[:, : self._count].mean(dim=1, keepdim=True)
        apart = (off[:, : self._count] - common) / SPREAD**2
        level = common / LEVEL_SPREAD**2
        rest = off[:, self._count :] / STRENGTH_SPREAD**2
        height = (apart * (off[:, : self._count] - common)).sum(dim=1)
        height = height + (level * common)[:, 0] + (rest * off[:, self._count :]).sum(dim=1)
        return -0.5 * height, -torch.cat([apart + level / self._count, rest], dim=1)


def _dot(some: Tensor, others: Tensor) -> Tensor:
    """Return the sum of products of each pair of matrices; (tries, n, n) twice -> (tries, 1)."""
    flat = some.flatten(1)[:, None] @ others.flatten(1)[:, :, None]
    return flat[:, :, 0]
