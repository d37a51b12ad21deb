"""The window's program in the bundle."""

import multiprocessing
import sys

multiprocessing.freeze_support()  # a process of a training is this program once more

from audioclf_gui.__main__ import main  # noqa: E402 - such a process needs no window

sys.exit(main())
