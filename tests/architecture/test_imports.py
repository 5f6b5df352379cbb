import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

LIGHT = (
    "bot.main",
    "bot.session",
    "bot.wiring",
    "bot.drawing",
    "bot.terminal.chat",
    "core.assistant.assistant",
    "core.retraining.retrainer",
    "core.serving.predictor",
    "storage.migrate",
    "storage.work",
)
HEAVY = {"torch", "matplotlib", "sklearn", "scipy", "discord"}


def test_imports_go_in_the_directions_of_the_design() -> None:
    program = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_cache=True))"
    done = _python(program, check=False)  # its own process: it sets up logging as it likes
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", LIGHT)
def test_starting_the_chat_waits_for_nothing_heavy(module: str) -> None:
    program = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    done = _python(program)
    assert HEAVY.isdisjoint(json.loads(done.stdout))


def test_learning_imports_on_a_bare_machine() -> None:
    """It trains where only torch, numpy and safetensors are installed."""
    program = """
import importlib, importlib.metadata, pkgutil, sys
import torch, numpy, safetensors.torch, safetensors.numpy
def imported():
    return {name.partition('.')[0] for name in sys.modules}
bare = imported()
import core.learning
for module in pkgutil.walk_packages(core.learning.__path__, 'core.learning.'):
    importlib.import_module(module.name)
print(*(imported() - bare) & set(importlib.metadata.packages_distributions()))
"""
    done = _python(program)
    assert set(done.stdout.split()) <= {"core"}


def _python(program: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=check
    )
