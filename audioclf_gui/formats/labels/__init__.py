"""The label formats, one module each; what is imported here is what the program can read and write."""

from audioclf_gui.formats.labels import audacity, plain_csv, raven, rttm, sonic_visualiser, textgrid

__all__ = ["audacity", "plain_csv", "raven", "rttm", "sonic_visualiser", "textgrid"]
