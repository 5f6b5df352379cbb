"""What can be set of a learner, and where its tensors live."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import OperatorError

if TYPE_CHECKING:  # whoever only writes a setting down need not wait for torch
    import torch

DEVICES = ("auto", "cuda", "mps", "cpu")


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerConfig:
    """The few knobs of a learner; the defaults suit every task."""

    device: str = "auto"
    """``auto`` (cuda, mps, cpu, the first that is there) or the name of a device."""
    seed: int = 0
    columns: int = 1_000
    """How many encoded columns the fields may take together."""
    text_buckets: int = 512
    """How many columns the hashed character n-grams of one text field may take."""
    bins: int = 12
    """Pieces of the piecewise-linear encoding of a number, at most."""
    text_encoder: str = "none"
    """The sentence encoder that whoever builds a learner opens for it; ``none`` for no one."""
    text_folder: str = ""
    """Where a prepared sentence encoder is kept for the next start."""
    kernel_rows: int = 1_024
    """Up to so many examples the kernel expert is exact; beyond, it looks from landmarks."""
    letters_rows: int = 512
    """How many lessons, the newest, the letters expert knows."""
    landmarks: int = 768
    """How many landmarks it then has, at most."""
    waves: int = 256
    """How many random waves the Fourier expert adds up."""
    contrast_from: int = 200
    """From so many examples on, what texts mean is tuned to the labels."""
    trees_from: int = 500
    """From so many examples on trees are grown too."""
    trees: int = 1_000
    """How many trees each fold gets, at most."""
    network_from: int = 3_000
    """From so many examples on a network is trained too."""
    network_width: int = 64
    """Units of each of its hidden layers."""
    network_members: int = 16
    """How many perceptrons answer together."""
    network_rounds: int = 50
    """Rounds of training, at most."""

    fade_from: int = 400
    """From so many examples on a fit sees whether the older half still helps."""

    def __post_init__(self) -> None:
        if self.device.partition(":")[0] not in DEVICES:
            names = ", ".join(DEVICES)
            raise OperatorError(f"The device must be one of {names}, not {self.device!r}.")
        sizes = (self.columns, self.text_buckets, self.bins, self.landmarks, self.waves)
        if min(*sizes, self.letters_rows) < 1:
            raise OperatorError(f"A learner needs at least one column, not {self}.")
        if self.fade_from < 20:
            raise OperatorError(f"Twenty examples are the least to halve, not {self.fade_from}.")
        if self.trees < 1:
            raise OperatorError(f"A forest needs at least one tree, not {self.trees}.")
        if min(self.network_width, self.network_members, self.network_rounds) < 1:
            raise OperatorError(f"A network needs at least one unit, not {self}.")


DEFAULTS = LearnerConfig()


def resolve_device(name: str) -> "torch.device":
    """Return the device that a setting means on this machine.

    Raises:
        OperatorError: the device is named and this machine has none.
    """
    import torch

    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next((device for device, found in there.items() if found), "cpu"))
    kind = name.partition(":")[0]
    if not there.get(kind, True):
        raise OperatorError(f"This machine has no {kind}; set the device to auto or cpu.")
    return torch.device(name)


def exact_device(name: str) -> "torch.device":
    """Return where float64 algebra runs: the device of the setting, but the CPU beside mps.

    Raises:
        OperatorError: the device is named and this machine has none.
    """
    import torch

    device = resolve_device(name)
    return torch.device("cpu") if device.type == "mps" else device
