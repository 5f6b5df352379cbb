import pytest
import torch

from core.errors import OperatorError
from core.learning.config import LearnerConfig, exact_device, resolve_device


def test_an_unknown_device_is_refused() -> None:
    with pytest.raises(OperatorError, match="abacus"):
        LearnerConfig(device="abacus")


@pytest.mark.parametrize("knob", ["columns", "text_buckets", "bins"])
def test_no_knob_may_be_zero(knob: str) -> None:
    with pytest.raises(OperatorError, match="at least one"):
        LearnerConfig(**{knob: 0})  # type: ignore[arg-type]


def test_auto_finds_a_device_and_cpu_is_always_there() -> None:
    assert resolve_device("auto").type in {"cuda", "mps", "cpu"}
    assert exact_device("cpu") == torch.device("cpu")


def test_exact_algebra_never_runs_on_mps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert resolve_device("auto").type == "mps"
    assert exact_device("auto").type == "cpu"


def test_a_named_device_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(OperatorError, match="cuda"):
        resolve_device("cuda:1")
