"""What the functions for scripts and notebooks return: flat values, each a row of a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class ClipRow:
    """A recording of a project, as `OpenProject.clips` lists it.

    Attributes
    ----------
    path : pathlib.Path
        Where its file should be.
    duration_s : float
        Its length in seconds.
    rate_hz : int
        Its sample rate in hertz.
    channels : int
        How many channels it has.
    classes : tuple of str
        The classes that it has labels of, each once; none where it has no label.
    group : str
        What must not be parted between training and test: a site, a speaker, a day; empty: not known.
    fold : str
        A part of a split that came with the data; empty: none.
    number : float or None
        The number to be estimated from it, in the unit of the project; None: not known.
    suggested : str
        What the newest suggestion takes it for; empty: none.
    score : float or None
        The probability of that, 0 to 1.
    """

    path: Path
    duration_s: float
    rate_hz: int
    channels: int
    classes: tuple[str, ...]
    group: str
    fold: str
    number: float | None
    suggested: str
    score: float | None


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label of a project, as `OpenProject.labels` lists it.

    Attributes
    ----------
    path : pathlib.Path
        The recording that it is of.
    class_name : str
        Its class; empty: it is not named yet.
    start_s, end_s : float
        Its stretch [start_s, end_s) in seconds from the beginning of the recording; equal for a moment.
    low_hz, high_hz : float or None
        The edges of its box in the spectrogram, in hertz; None: not known.
    is_whole_clip : bool
        Whether it is of the recording as a whole, whose beginning and end are the two times then.
    source : str
        Who made it: ``human``, ``model`` or ``import``.
    score : float or None
        0 to 1, of the model or file that proposed it.
    track : str
        The track that it stands in; empty: the main one.
    note : str
        What was noted about it.
    """

    path: Path
    class_name: str
    start_s: float
    end_s: float
    low_hz: float | None
    high_hz: float | None
    is_whole_clip: bool
    source: str
    score: float | None
    track: str
    note: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was put aside; nothing else of its batch is affected.

    Attributes
    ----------
    path : pathlib.Path
        The file.
    reason, remedy : str
        Why it cannot be used, and what to do about it.
    """

    path: Path
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of `import_clips`.

    Attributes
    ----------
    added : int
        How many recordings the project has gained.
    known : int
        How many of the files were in it before.
    refused : tuple of Refused
        What could not be read.
    notes : tuple of str
        What was guessed, and what else there is to say.
    """

    added: int
    known: int
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrainedRun:
    """A training and what came of it, as `train` returns and `OpenProject.runs` lists it.

    Attributes
    ----------
    number : int
        By which the project knows it, counted from 1.
    preset : str
        The ready-made choice that it started from.
    status : str
        ``done``, ``stopped``, ``failed`` or ``running``.
    model : pathlib.Path or None
        The folder of its model, for `load_model`; None: there is none.
    figures : mapping of str to float
        How good it is on sound that it has not learnt from, the figure it is called by first: ``accuracy``,
        for one, 0 to 1. Of a cross-validation they are means over the folds.
    report : mapping
        All that was measured, as ``audioclf train --json`` prints it.
    """

    number: int
    preset: str
    status: str
    model: Path | None
    figures: Mapping[str, float]
    report: Mapping[str, object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ModelReport:
    """How good a model is on the labels of a project, as `evaluate` measures it.

    Attributes
    ----------
    figures : mapping of str to float
        The figure that it is called by first: ``accuracy``, for one, 0 to 1.
    report : mapping
        All that was measured, as ``audioclf evaluate --json`` prints it.
    note : str
        What there is to know about the figures, such as what was left out since the model has learnt from it.
    refused : tuple of Refused
        Recordings that could not be read.
    """

    figures: Mapping[str, float]
    report: Mapping[str, object] = field(repr=False)
    note: str
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """A stretch that sounds alike, as `find_similar` lists it.

    Attributes
    ----------
    path : pathlib.Path
        The recording.
    start_s, end_s : float
        The stretch, in seconds from its beginning.
    similarity : float
        Cosine of the two vectors: 1 for the same sound, about 0 for any other.
    """

    path: Path
    start_s: float
    end_s: float
    similarity: float


def figures_in(report: Mapping[str, object]) -> dict[str, float]:
    """The figures of a report by their keys, the one that it is called by first."""
    return {one.key: one.value for one in report_from_json(report).shown}


def refused_files(files: Iterable[Quarantined]) -> tuple[Refused, ...]:
    """What was put aside, in words."""
    return tuple(Refused(one.path, str(one.reason), str(one.remedy)) for one in files)


def in_words(notes: Iterable[Text | None]) -> tuple[str, ...]:
    """Messages in English; those that are None say nothing."""
    return tuple(str(note) for note in notes if note is not None)
