"""Classifying sound files that need not be in any project."""

import os
import time
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.recording_names import RecordingName, name_key, plain_parts, told_apart
from audioclf_gui.core.text import Text, joined
from audioclf_gui.jobs.record_heard import NotRecorded, Recorder
from audioclf_gui.jobs.results import Output, ResultWritten, open_output
from audioclf_gui.ml.decision_settings import DecisionSettings

if TYPE_CHECKING:  # torch comes with the first prediction
    from audioclf_gui.ml.bundle import Bundle
    from audioclf_gui.ml.inference import FilePrediction


_REPORT_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Predict:
    """What is to be classified, and where the answers go."""

    bundle: Path
    paths: tuple[Path, ...]  # sound files, and folders of them
    outputs: tuple[Output, ...] = ()
    hop_s: float | None = None  # distance of two windows; None: half a window
    settings: DecisionSettings = field(default_factory=DecisionSettings)  # when scores become events


@dataclass(frozen=True, slots=True)
class GivenAgain:
    """Paths that lead to sound files which are classified already, by another path."""

    paths: tuple[Path, ...]

    @property
    def text(self) -> Text:
        """What there is to say about it."""
        return Text(
            "{n} path leads to a file that was named before, which is taken once: {path}",
            "{n} paths lead to files that were named before, which are taken once: {path} for one",
            n=len(self.paths),
            path=self.paths[0],
        )


@dataclass(frozen=True, slots=True)
class FilesToHear:
    """The sound files of some paths.

    Attributes
    ----------
    names
        Each file once, with its place below the folder that was named.
    again
        Further paths to the same files: absolute and relative ones, links, folders within each other.
    """

    names: dict[Path, Path]
    again: tuple[Path, ...] = ()


PredictEvent: TypeAlias = "Progress | FilePrediction | ResultWritten | NotRecorded | GivenAgain"


def predict(
    request: Predict, loaded: "Bundle | None" = None
) -> "Generator[PredictEvent, None, tuple[Quarantined, ...]]":
    """Classify files in any length, on all cores, in their order; those that cannot be read are the result.

    What is finished is written at once, so that an interruption loses a few files at most. What the model of
    a project heard is recorded, see `core.heard`.

    Parameters
    ----------
    loaded
        The model, where it is in memory already; None: it is loaded from its folder.

    Raises
    ------
    UserError
        If the model cannot be used, a path does not exist or an output cannot be written.
    """
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.inference import checked_hop, predict_files

    bundle = loaded or load_bundle(request.bundle)
    hop_s = checked_hop(bundle.card, request.hop_s)  # before anything is written
    found = files_to_hear(request.paths)
    names = found.names
    if found.again:
        yield GivenAgain(found.again)
    yield Progress(0, len(names))
    refused, reported_at = [], time.monotonic()
    recorder = Recorder(request.bundle, "predict", tuple(names))
    tables: list[ResultWritten] = []
    with ExitStack() as stack:
        takers = [
            open_output(stack, output, bundle.card.objective, names, tables.append)
            for output in request.outputs
        ]
        results = stack.enter_context(closing(predict_files(bundle, list(names), hop_s, request.settings)))
        for done, result in enumerate(results, start=1):
            if isinstance(result, Quarantined):
                refused.append(result)
            else:
                written = [take(result) for take in takers]
                yield from recorder.hear_file(result)
                yield result
                yield from (one for one in written if one is not None)
            if done == len(names) or time.monotonic() - reported_at >= _REPORT_EVERY_S:
                reported_at = time.monotonic()
                yield Progress(done, len(names))
    yield from tables
    return tuple(refused)


def named_files(paths: tuple[Path, ...]) -> dict[Path, Path]:
    """The files alone of `files_to_hear`."""
    return files_to_hear(paths).names


def files_to_hear(paths: tuple[Path, ...]) -> FilesToHear:
    """The audio files of paths, each with its place below the folder that was named.

    Where recordings of several folders would have one place, it begins with the folders that tell them apart:
    nobody could say later which one results are about.
    """
    names: dict[Path, Path] = {}
    known: set[Path] = set()
    folders: dict[Path, Path] = {}
    again: list[Path] = []
    for file, place in _listed(paths):
        real = real_path(file, folders)
        if real in known:
            again.append(file)
        else:
            known.add(real)
            names[file] = place
    if not names:
        raise UserError(
            Text("there is no sound file in {paths}", paths=joined(map(str, paths))),
            remedy=Text("Choose files, or a folder that holds recordings; nothing was classified."),
        )
    alike: defaultdict[tuple[str, ...], list[Path]] = defaultdict(list)
    for file, place in names.items():
        alike[*plain_parts(place.parent), name_key(place.name)].append(file)
    for files in alike.values():
        if len({file.parent.absolute() for file in files}) > 1:
            called = [RecordingName(Path(os.path.normpath(file.absolute())).parts[1:]) for file in files]
            names |= dict(zip(files, told_apart(called), strict=True))
    return FilesToHear(names, tuple(again))


def _listed(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """The audio files of paths, each with its place below the path; UserError if one does not exist."""
    for path in paths:
        if not path.exists():
            raise UserError(
                Text("{path} does not exist", path=path),
                remedy=Text("Check the path; nothing was classified."),
            )
        if path.is_dir():
            yield from ((file, file.relative_to(path)) for file in audio_files(path))
        else:
            yield path, Path(path.name)


def real_path(file: Path, folders: dict[Path, Path]) -> Path:
    """Where a file is, whatever path leads to it; `folders` are those that were looked at already."""
    if file.is_symlink():
        return file.resolve()
    if file.parent not in folders:
        folders[file.parent] = file.parent.resolve()
    return folders[file.parent] / file.name
