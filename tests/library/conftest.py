"""Lets the tests of the library find the samples that they share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
