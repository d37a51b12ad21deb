"""Real sounds with labels, as benchmarks take them; each is a folder as its publishers gave it.

esc10 is ESC-10 with a table of the columns filename, fold, category and src_file. digits is Free Spoken
Digits with `digits.csv`, of which a fifth is taken; gender LibriSpeech with `speech.csv`; accent the Speech
Accent Archive with `accent.csv`: all beside a folder `audio`. finch is one session of a Bengalese finch with
the recordings in it in `segments.csv` and syllables as labels of Audacity, of which 60 a class are taken.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import bench_training
import numpy as np
import soundfile

from audioclf_gui.audio.files import probe
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId
from audioclf_gui.ml.dataset import Example, TrainingData

_EVERY_DIGIT = 5
_SYLLABLES = 60

Label = tuple[Path, str, str, float, float | None]
"""File, class, group, and from when to when in s; to the end where that is None."""


def load(pack: str, folder: Path, place: Path) -> TrainingData:
    """The clips of a pack, in folds only where these are its own; `place` is for what is made of it."""
    return PACKS[pack](folder, place)


def labelled(labels: Sequence[Label]) -> TrainingData:
    """What is learnt from labels."""
    files = {path: (number, probe(path)) for number, path in enumerate(sorted({one[0] for one in labels}), 1)}
    contents = {path: content_hash(path) for path in files}
    classes = tuple(sorted({name for _, name, *_ in labels}))
    examples = []
    for path, name, group, start_s, stop_s in labels:
        number, facts = files[path]
        end_s = facts.duration_s if stop_s is None else min(stop_s, facts.duration_s)
        known = (ClipId(number), path, contents[path], classes.index(name), group)
        examples.append(Example(*known, "", start_s, end_s, facts.rate_hz))
    ids = tuple(ClassId(number) for number in range(1, len(classes) + 1))
    return TrainingData(classes, ids, tuple(examples), "group")


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _of_table(name: str, column: str, group: str, every: int = 1) -> Callable[[Path, Path], TrainingData]:
    """A pack of whole clips, one a row of a table."""

    def load_pack(folder: Path, _place: Path) -> TrainingData:
        rows = _rows(folder / name)[::every]
        return labelled(
            [(folder / "audio" / row["filename"], row[column], row[group], 0.0, None) for row in rows]
        )

    return load_pack


def _finch(folder: Path, place: Path) -> TrainingData:
    """Syllables, evenly spaced in the session; its recordings become files again, being the groups."""
    (sound_file,), (label_file,) = folder.glob("*.ogg"), folder.glob("*.labels.txt")
    begins = np.array([float(row["start_s"]) for row in _rows(folder / "segments.csv")])
    lines = [line.split("\t") for line in label_file.read_text("utf-8").splitlines()]
    labels: list[Label] = []
    for name in sorted({name for *_, name in lines}):
        own = [(float(start), float(stop)) for start, stop, label in lines if label == name]
        for at in np.linspace(0, len(own) - 1, _SYLLABLES).astype(int).tolist():
            start_s, stop_s = own[at]
            number = int(np.searchsorted(begins, start_s, side="right")) - 1
            begin_s, file = float(begins[number]), place / f"{number:03}.wav"
            labels.append((file, name, str(number), start_s - begin_s, stop_s - begin_s))
    if not all(label[0].exists() for label in labels):
        sound, rate_hz = soundfile.read(sound_file, dtype="int16")
        cuts = np.round(begins[1:] * rate_hz).astype(int).tolist()
        for number, part in enumerate(np.split(sound, cuts)):
            soundfile.write(place / f"{number:03}.wav", part, rate_hz)
    return labelled(labels)


PACKS: Mapping[str, Callable[[Path, Path], TrainingData]] = {
    "esc10": lambda folder, _place: bench_training.load(folder),
    "digits": _of_table("digits.csv", "digit", "speaker", _EVERY_DIGIT),
    "gender": _of_table("speech.csv", "gender", "speaker_id"),
    "accent": _of_table("accent.csv", "native_language", "speaker_id"),
    "finch": _finch,
}
