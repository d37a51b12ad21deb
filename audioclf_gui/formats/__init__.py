"""Other tools' files: label files and the layouts of data sets."""

from audioclf_gui.formats import labels as labels  # so that whoever asks the registry finds every format
