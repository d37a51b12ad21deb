"""The label formats, one module each; what is imported here is what the program can read and write."""

from audioclf_gui.formats.labels import (
    audacity,
    ctm,
    elan,
    jams,
    kaldi,
    label_studio,
    plain_csv,
    raven,
    rttm,
    sonic_visualiser,
    subtitles,
    textgrid,
    whombat,
)

__all__ = [
    "audacity",
    "ctm",
    "elan",
    "jams",
    "kaldi",
    "label_studio",
    "plain_csv",
    "raven",
    "rttm",
    "sonic_visualiser",
    "subtitles",
    "textgrid",
    "whombat",
]
