"""What the tests of the intake share: the modules beside them can be imported."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
