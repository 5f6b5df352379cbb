"""The prompt must appear at once: torch, which takes seconds, is imported when it is needed."""

import subprocess
import sys

PROGRAM = """
import sys
import core.retraining.course, core.retraining.process, core.retraining.retrainer
import core.serving.predictor
from core.learning.config import LearnerConfig
LearnerConfig()
sys.exit("torch" in sys.modules)
"""


def test_what_the_program_starts_with_does_not_import_torch() -> None:
    assert subprocess.run([sys.executable, "-c", PROGRAM], check=False).returncode == 0
