"""Some hundred gestures at random break nothing; `tests/fuzz/monkey.py` does as many as one likes."""

import subprocess
import sys
from pathlib import Path


def test_gestures_at_random_break_nothing() -> None:
    command = Path(__file__).resolve().parents[1] / "fuzz" / "monkey.py"
    ended = subprocess.run(
        [sys.executable, str(command), "300", "5"], capture_output=True, text=True, check=False, timeout=300
    )
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-1000:]
    assert "nothing went wrong" in ended.stdout
