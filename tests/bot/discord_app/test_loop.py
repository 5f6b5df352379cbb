"""Nothing heavy happens on the event loop: who else is answered there has three seconds."""

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT


@pytest.mark.timeout(300)
def test_no_answer_imports_a_module_on_the_event_loop() -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.bot.discord_app.loop_imports"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    imported = json.loads(played.stdout.splitlines()[-1])
    assert imported == [], "import it in the thread that needs it, or at the start"
