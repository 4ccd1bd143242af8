"""Write briefs full of the syntax of other programs, thousands of them: all must come out as the words that they are.

usage: python tests/fuzz/injection.py [EXAMPLES]

Runs tests/export/test_injection.py with that many examples (default 500) a format and template, other ones each time.
"""

import os
import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    os.environ["INJECTIONS"] = sys.argv[1] if len(sys.argv) > 1 else "500"
    sys.exit(pytest.main(["-q", str(Path(__file__).parents[1] / "export" / "test_injection.py")]))
