"""Frozen pretrained networks that turn sound into numbers; a new one is a file of its own, imported below."""

from audioclf_gui.ml.listeners import birdnet, speech
from audioclf_gui.ml.listeners.listener import Network, PretrainedListener
from audioclf_gui.ml.listeners.registry import LISTENERS, KnownListener, is_file_name, load

__all__ = [
    "LISTENERS",
    "KnownListener",
    "Network",
    "PretrainedListener",
    "birdnet",
    "is_file_name",
    "load",
    "speech",
]
