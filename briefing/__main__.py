"""Run the program by `python -m briefing`."""

import sys

from briefing.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        # A frozen program starts its workers by starting itself: this line turns such a start into a worker.
        multiprocessing.freeze_support()
    sys.exit(main())
