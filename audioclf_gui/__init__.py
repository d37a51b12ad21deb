"""Label sounds, train a classifier on your labels and listen with it."""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning torch threads starve everything beside them

__version__ = "0.1.0"
