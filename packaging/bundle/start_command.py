"""The command line's program in the bundle."""

import multiprocessing
import sys

multiprocessing.freeze_support()  # a process of a training is this program once more

from audioclf_gui.cli.main import main  # noqa: E402 - such a process reads no command line

sys.exit(main())
