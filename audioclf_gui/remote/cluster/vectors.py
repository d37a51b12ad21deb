"""The vectors of the windows of an archive's files, by which like sounds are found."""

import json
import math
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui import __version__
from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.audio.files import MonoReader, known_facts
from audioclf_gui.core.clip import ClipId, Quarantined
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UnreadableAudioError, UserError, cannot_write
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle_files import digest
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.embedding_index import window_starts_s
from audioclf_gui.ml.feature_cache import kept_features, trim_features
from audioclf_gui.ml.front_ends import FrontEnd
from audioclf_gui.ml.heard_through import HeardThrough, heard_in_windows, heard_through_model, pieces_of
from audioclf_gui.remote.cluster.answers import unpacked
from audioclf_gui.remote.cluster.parts import PartColumns, Row
from audioclf_gui.remote.cluster.worker import HeardFile, Hearing, NotNow

_FORMAT = 1  # of the parts
_TRIM_EVERY = 512  # files, since all that is in the cache is looked at


@dataclass(frozen=True, slots=True)
class EmbedWork:
    """A row for each window, with its vector; an `ArchiveWork`.

    What is computed is kept in the cache of the computer that does it, by the content of the sound, where
    `audioclf similar` and trainings through the same ear find it.
    """

    through: Mapping[str, bytes] | str  # the files of a bundle, or a listener's name or file
    window_s: float | None  # of a listener; None: of as much as it hears at once
    identity: str = ""  # of what hears where it was asked for; another one must not be mixed with it
    columns: PartColumns = PartColumns((), frozenset())  # noqa: RUF009 - it is frozen
    seen: tuple[Path, ...] = ()
    version: str = __version__

    @property
    def key(self) -> str:
        """Another one for whatever may be answered otherwise."""
        return digest(repr((_FORMAT, self.identity)).encode())[:16]

    def ear(self) -> HeardThrough:
        """What hears; UserError if it cannot be used here."""
        if isinstance(self.through, str):
            return heard_in_windows(self.through, self.window_s)
        with unpacked(self.through) as folder:
            return heard_through_model(folder, Text("a model"))

    def opened(self) -> Hearing:
        """Load what hears; UserError if that is not possible, or it is not what it is elsewhere."""
        front_end = self.ear().front_end
        if identity_of(front_end) != self.identity:
            raise UserError(
                Text("the listener is another one than where the work was asked for"),
                remedy=Text("Install the same version of it on each computer of the cluster."),
            )
        return _Vectors(front_end)


def identity_of(front_end: FrontEnd) -> str:
    """The same wherever vectors are the same."""
    return json.dumps(front_end.identity(), sort_keys=True)


def vector_columns(front_end: FrontEnd) -> PartColumns:
    """Where each window is, and its vector: the features of a window in one row."""
    return PartColumns(("start_s", "end_s", "vector"), frozenset(), math.prod(front_end.shape))


class _Vectors:
    """Those of file after file; now and then the cache is brought back to its limit."""

    def __init__(self, front_end: FrontEnd) -> None:
        self._front_end, self._cache_dir = front_end, cache_folder()
        self._untrimmed = 0  # files

    def __call__(self, paths: Sequence[Path]) -> list[HeardFile | NotNow | Quarantined]:
        with closing(MonoReader()) as reader:
            found = [self._of(path, reader) for path in paths]
        self._untrimmed += len(paths)
        if self._untrimmed >= _TRIM_EVERY:
            trim_features(self._cache_dir)
            self._untrimmed = 0
        return found

    def _of(self, path: Path, reader: MonoReader) -> HeardFile | NotNow | Quarantined:
        try:
            return _heard(self._front_end, path, self._cache_dir, reader)
        except UnreadableAudioError as error:
            return Quarantined(path, error.reason, error.remedy)
        except OSError as error:
            problem = cannot_write(self._cache_dir, error)
            return NotNow(problem.message, problem.remedy)


def _heard(front_end: FrontEnd, path: Path, cache_dir: Path, reader: MonoReader) -> HeardFile:
    facts = known_facts(path)
    sound = Example(
        clip_id=ClipId(0),
        path=path,
        content=content_hash(path),
        target=0,
        group="",
        fold="",
        start_s=0.0,
        stop_s=facts.duration_s,
        rate_hz=facts.rate_hz,
        channels=facts.channels,
    )
    rows: list[Row] = []
    for piece in pieces_of(sound):
        features = kept_features(piece, front_end, cache_dir, reader).float().flatten(1).numpy()
        for start_s, vector in zip(window_starts_s(piece, len(features), front_end), features, strict=True):
            rows.append((float(start_s), min(float(start_s) + front_end.window_s, piece.stop_s), vector))
    return HeardFile(facts.duration_s, rows)
