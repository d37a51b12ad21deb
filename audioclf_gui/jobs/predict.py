"""Classifying sound files that need not be in any project."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text

if TYPE_CHECKING:  # torch comes with the first prediction
    from audioclf_gui.ml.bundle import Bundle
    from audioclf_gui.ml.inference import FilePrediction


@dataclass(frozen=True, slots=True)
class Predict:
    """Files to classify, each with the name that its results get."""

    names: dict[Path, Path]
    hop_s: float | None = None  # distance of two windows; None: half a window


def named_files(paths: tuple[Path, ...]) -> dict[Path, Path]:
    """The audio files of paths, each with its place below the folder that was named.

    Raises
    ------
    UserError
        If a path does not exist.
    """
    names: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise UserError(
                Text("{path} does not exist", path=path),
                remedy=Text("Check the path; nothing was classified."),
            )
        if path.is_dir():
            names |= {file: file.relative_to(path) for file in audio_files(path)}
        else:
            names[path] = Path(path.name)
    return names


def predict(
    request: Predict, bundle: "Bundle"
) -> "Generator[Progress | FilePrediction, None, tuple[Quarantined, ...]]":
    """Classify one file after the other, in any length; those that cannot be read are the result."""
    from audioclf_gui.ml.inference import predict_files

    refused = []
    with closing(predict_files(bundle, list(request.names), request.hop_s)) as results:
        for done, result in enumerate(results, start=1):
            if isinstance(result, Quarantined):
                refused.append(result)
            else:
                yield result
            yield Progress(done, len(request.names))
    return tuple(refused)
