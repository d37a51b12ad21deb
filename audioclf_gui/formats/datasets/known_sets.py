"""Well-known data sets: where they lie, how large they are, and under which licence."""

from dataclasses import dataclass

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A data set that can be fetched by its name.

    Notes
    -----
    Addresses, sizes and checksums are those that others have published; the program's own tests never
    ask these addresses.
    """

    key: str  # on the command line
    title: str
    address: str
    file: str  # what the archive is called here
    size: int  # bytes; about, where there is no checksum
    licence: str
    layout: str  # of `formats.datasets`, or "" where names say the classes
    about: Text
    checksum: str = ""  # "sha256:…" or "md5:…"


_ESC50 = "https://github.com/karolpiczak/ESC-50/archive/refs/heads/master.zip"
_KNOWN = (
    KnownSet(
        "esc50",
        "ESC-50",
        _ESC50,
        "ESC-50-master.zip",
        647_224_334,
        "CC BY-NC 3.0",
        "esc50",
        Text("2000 sounds of 5 s in 50 classes and 5 folds; the archive is made anew for each download"),
    ),
    KnownSet(
        "esc10",
        "ESC-10",
        _ESC50,
        "ESC-50-master.zip",
        647_224_334,
        "CC BY 3.0",
        "esc10",
        Text("400 sounds in 10 classes, a part of ESC-50: the whole of that is fetched"),
    ),
    KnownSet(
        "urbansound8k",
        "UrbanSound8K",
        "https://zenodo.org/records/1203745/files/UrbanSound8K.tar.gz",
        "UrbanSound8K.tar.gz",
        6_023_741_708,
        "CC BY-NC 4.0",
        "urbansound8k",
        Text("8732 sounds of the city of at most 4 s in 10 classes and 10 folds"),
        "md5:9aa69802bbf37fb986f71ec1483a196e",  # Zenodo's, as in soundata's urbansound8k.py
    ),
    KnownSet(
        "speechcommands",
        "Speech Commands 0.02",
        "https://storage.googleapis.com/download.tensorflow.org/data/speech_commands_v0.02.tar.gz",
        "speech_commands_v0.02.tar.gz",
        2_428_923_189,
        "CC BY 4.0",
        "speechcommands",
        Text("105 829 spoken words of 1 s in 35 classes, with lists of the test and validation parts"),
        # as in torchaudio's speechcommands.py and in TensorFlow Datasets' speech_commands/checksums.tsv
        "sha256:af14739ee7dc311471de98f5f9d2c9191b18aedfe957f4a6ff791c709868ff58",
    ),
    KnownSet(
        "librispeech",
        "LibriSpeech train-clean-100",
        "https://www.openslr.org/resources/12/train-clean-100.tar.gz",
        "train-clean-100.tar.gz",
        6_387_309_499,
        "CC BY 4.0",
        "librispeech",
        Text("100 hours of English read by 251 people"),
        # as in torchaudio's librispeech.py
        "sha256:d4ddd1d5a6ab303066f14971d768ee43278a5f2a0aa43dc716b0e64ecbbbf6e2",
    ),
    KnownSet(
        "fsdd",
        "Free Spoken Digit Dataset 1.0.9",
        "https://github.com/Jakobovski/free-spoken-digit-dataset/archive/v1.0.9.tar.gz",
        "free-spoken-digit-dataset-1.0.9.tar.gz",
        11_975_353,
        "CC BY-SA 4.0",
        "",
        Text("2500 spoken digits of 5 people at 8 kHz; names are {parts}", parts="{class}_{group}_{}"),
        # as in TensorFlow Datasets' spoken_digit/checksums.tsv
        "sha256:8bc44cde129d505cbbb6b365c09f80c663f2aa77578afc634e6141a2f87100c0",
    ),
)

KNOWN_SETS = {one.key: one for one in _KNOWN}
"""The data sets by their names on the command line."""
