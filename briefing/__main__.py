"""Run the program by `python -m briefing`."""

import sys

from briefing.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        # A frozen program starts its workers by starting itself: this line turns such a start into a worker.
        multiprocessing.freeze_support()
        from briefing.export.typst_sandbox import ARGUMENT
        from briefing.export.typst_sandbox import main as set_template

        if sys.argv[1:] == [ARGUMENT]:
            set_template()
            sys.exit(0)
    sys.exit(main())
