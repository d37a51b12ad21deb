"""The project: clips, labels, classes and runs in memory, every edit on disk when its call returns."""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from audioclf_gui.core import recovery, store
from audioclf_gui.core.change import Change, settled
from audioclf_gui.core.clip import Candidate, Clip, ClipId, FoundClip, Quarantined
from audioclf_gui.core.closing import Closing
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels, Source
from audioclf_gui.core.lock import WriterLock
from audioclf_gui.core.naming import as_labels, check_names, class_named, with_classes
from audioclf_gui.core.run import Epoch, Run, RunId, RunStatus, Suggestion, SuggestionDetail

SUFFIX = ".audioclf"
RECORDINGS = "recordings"
MODELS = "models"


class Project(Closing):
    """One project folder, opened; used from the thread that opened it.

    Attributes
    ----------
    file : Path
        The SQLite file `<name>.audioclf`.
    read_only : bool
        Another window or command holds the project, or the folder may not be written.
    notes : tuple of str
        What opening had to put aside or repair, in words for the user.
    """

    def __init__(self, file: Path, database: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.file = file
        self.read_only = lock is None
        self.notes: tuple[str, ...] = ()
        self._database = database
        self._lock = lock
        self._clips = {clip.id: clip for clip in store.read_clips(database)}
        self._present: list[Clip] | None = None
        self._labels = store.read_labels(database)
        self._classes = store.read_classes(database)
        self._class_ids = frozenset(known.id for known in self._classes)
        self._rejected = store.read_rejections(database)
        self._suggestions = store.read_suggestions(database)
        self._counts: Counter[ClassId] = Counter()
        for clip_id in self._labels:
            self._count(clip_id, +1)

    @classmethod
    def create(cls, folder: Path) -> Self:
        """Make a new, empty project in `folder`, which may exist but may not hold a project yet."""
        folder = folder.absolute()
        if project_files(folder):
            raise UserError(
                f"{folder.name} holds a project already", remedy="Open it, or choose another folder."
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / RECORDINGS).mkdir(exist_ok=True)
            (folder / MODELS).mkdir(exist_ok=True)
        except OSError as error:
            raise UserError(
                f"no project can be made in {folder}: {error.strerror}",
                remedy="Choose a folder that you may write to.",
            ) from error
        return cls._open_file(folder / f"{folder.name or 'project'}{SUFFIX}")

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the project in a folder, or by its file; read-only if somebody else has it open."""
        path = path.absolute()
        files = project_files(path) if path.is_dir() else [path]
        if len(files) != 1 or not files[0].is_file():
            what = "holds several projects" if files and path.is_dir() else "is not a project"
            raise UserError(
                f"{path.name} {what}",
                remedy="Choose the file that ends in .audioclf, or make a project with `audioclf new`.",
            )
        return cls._open_file(files[0])

    @classmethod
    def _open_file(cls, file: Path) -> Self:
        lock = WriterLock(file)
        if not os.access(file.parent, os.W_OK) or not lock.acquire():
            return cls(file, recovery.open_read_only(file), None)
        try:
            database, notes = recovery.open_or_recover(file)
            project = cls(file, database, lock)
            project.notes = notes
            project._close_interrupted_runs()
        except BaseException:
            lock.release()
            raise
        return project

    @property
    def folder(self) -> Path:
        """Where its recordings, models and relative audio paths start."""
        return self.file.parent

    @property
    def name(self) -> str:
        """What to call it in a title."""
        return self.file.stem

    @property
    def clips(self) -> Sequence[Clip]:
        """The clips in the order in which they came, without removed ones."""
        if self._present is None:
            self._present = [clip for clip in self._clips.values() if not clip.removed]
        return self._present

    @property
    def classes(self) -> tuple[LabelClass, ...]:
        """The classes in the user's order: the first ten answer to the keys 1 to 9 and 0."""
        return self._classes

    @property
    def class_counts(self) -> Mapping[ClassId, int]:
        """For each class the number of clips with at least one label of it."""
        return self._counts

    def clip(self, clip_id: ClipId) -> Clip:
        """The clip of that id, also if it was removed."""
        return self._clips[clip_id]

    def audio_path(self, clip: Clip) -> Path:
        """Where its audio should be."""
        return Path(os.path.normpath(self.folder / clip.path))

    def labels(self, clip_id: ClipId) -> Labels:
        """Its labels in the order in which they were made."""
        return self._labels.get(clip_id, ())

    def labelled_with(self, class_id: ClassId) -> list[ClipId]:
        """Every clip, removed ones too, that has a label of the class."""
        return [
            clip_id
            for clip_id, labels in self._labels.items()
            if any(label.class_id == class_id for label in labels)
        ]

    def rejected(self, clip_id: ClipId) -> frozenset[ClassId]:
        """The classes that a person ruled out for it."""
        return self._rejected.get(clip_id, frozenset())

    def suggestion(self, clip_id: ClipId) -> Suggestion | None:
        """What the newest model takes it for; None also if that class is gone by now."""
        suggestion = self._suggestions.get(clip_id)
        return suggestion if suggestion and suggestion.class_id in self._class_ids else None

    def suggestion_detail(self, clip_id: ClipId) -> SuggestionDetail | None:
        """The suggestion with every class's score and the events inside the clip."""
        return store.read_suggestion_detail(self._database, clip_id)

    def inverse(self, change: Change) -> Change:
        """The change that puts back what `change` would replace."""
        return Change(
            labels={clip_id: self.labels(clip_id) for clip_id in change.labels},
            classes=None if change.classes is None else self._classes,
            rejected={clip_id: self.rejected(clip_id) for clip_id in change.rejected},
            clips={clip_id: self._clips[clip_id] for clip_id in change.clips},
        )

    def apply(self, what: str, change: Change) -> None:
        """Make one edit: on disk, with a journal entry, when this returns; nothing happens if it raises.

        Raises
        ------
        ReadOnlyProjectError
            If the project is open elsewhere.
        UserError
            If the disk refuses it, or if a label or class would be left without its class or name.
        """
        self._must_be_writable()
        check_names(self._classes if change.classes is None else change.classes)
        before = self.inverse(change)
        try:
            with store.transaction(self._database):
                store.write_change(self._database, change, before.labels)
                store.write_journal(self._database, what, *store.journal_entry(before, change))
        except sqlite3.IntegrityError as error:
            raise UserError(
                f"“{what}” was not done: a label would be left without its class",
                remedy="Delete or merge the class together with its labels.",
            ) from error
        self._take(change)

    def _take(self, change: Change) -> None:
        for clip_id in change.clip_ids:
            self._count(clip_id, -1)
        if change.classes is not None:
            self._set_classes(change.classes)
        if change.clips:
            self._clips.update(change.clips)
            self._present = None
        for clip_id, after in change.labels.items():
            self._labels[clip_id] = settled(self.labels(clip_id), after)
        self._rejected.update(change.rejected)
        for clip_id in change.clip_ids:
            self._count(clip_id, +1)

    def _set_classes(self, classes: tuple[LabelClass, ...]) -> None:
        self._classes = classes
        self._class_ids = frozenset(known.id for known in classes)

    def _count(self, clip_id: ClipId, step: int) -> None:
        if not self._clips[clip_id].removed:
            classes = {label.class_id for label in self.labels(clip_id)}
            self._counts.update({one: step for one in classes if one is not None})

    def unknown(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Those candidates whose file is not in the project yet, each file once."""
        seen = {str(self.audio_path(clip)) for clip in self.clips}
        fresh = []
        for candidate in candidates:
            path = os.path.normpath(candidate.path.absolute())
            if path not in seen:
                seen.add(path)
                fresh.append(candidate)
        return fresh

    def add_clips(self, found: Sequence[FoundClip]) -> tuple[Clip, ...]:
        """Take clips in with the labels that came with them, but none twice; new classes are made."""
        self._must_be_writable()
        placed = {self.stored_path(one.candidate.path): one for one in found}
        present = store.present_paths(self._database, placed)
        found = [one for path, one in placed.items() if path not in present]
        number = max(self._clips, default=0)
        clips = tuple(self._new_clip(ClipId(number + 1 + place), one) for place, one in enumerate(found))
        classes = self._classes
        labels: dict[ClipId, Labels] = {}
        for clip, one in zip(clips, found, strict=True):
            names = [one.candidate.class_name] if one.candidate.class_name else []
            classes = with_classes(classes, [*names, *(region.text for region in one.candidate.regions)])
            whole = tuple(Label(class_named(classes, name), source=Source.IMPORT) for name in names)
            labels[clip.id] = (*whole, *as_labels(one.candidate.regions, classes))
        change = Change(labels=labels, classes=classes, clips={clip.id: clip for clip in clips})
        with store.transaction(self._database):
            store.insert_clips(self._database, clips)
            store.write_change(self._database, replace(change, clips={}), {})
            ids = [clip.id for clip in clips]
            store.write_journal(self._database, f"import {len(clips)} clips", [], ids)
        self._clips.update(change.clips)
        self._take(change)
        return clips

    def _new_clip(self, clip_id: ClipId, found: FoundClip) -> Clip:
        candidate = found.candidate
        return Clip(
            clip_id,
            self.stored_path(candidate.path),
            found.audio,
            found.content,
            candidate.group,
            candidate.fold,
            candidate.target,
        )

    def stored_path(self, path: Path) -> str:
        """How the project writes down where a file is: relative to its folder where that is possible."""
        absolute = os.path.normpath(path.absolute())
        try:
            return Path(os.path.relpath(absolute, self.folder)).as_posix()
        except ValueError:  # another drive
            return Path(absolute).as_posix()

    @property
    def quarantined(self) -> tuple[Quarantined, ...]:
        """The files that could not be taken in, with reasons."""
        rows = self._database.execute("SELECT path, reason, remedy FROM quarantine ORDER BY path")
        return tuple(Quarantined(Path(path), reason, remedy) for path, reason, remedy in rows)

    def set_quarantine(self, files: Iterable[Quarantined], cleared: Iterable[Path] = ()) -> None:
        """Note files that were put aside; forget those that are `cleared`."""
        self._must_be_writable()
        with store.transaction(self._database):
            self._database.executemany(
                "DELETE FROM quarantine WHERE path = ?", ((str(path),) for path in cleared)
            )
            self._database.executemany(
                "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?)",
                ((str(file.path), file.reason, file.remedy) for file in files),
            )

    def label_file(self, clip_id: ClipId, format_key: str) -> bytes | None:
        """The label file of that format that was last imported for the clip, as it was."""
        row = self._database.execute(
            "SELECT content FROM label_files WHERE clip_id = ? AND format = ?", (clip_id, format_key)
        ).fetchone()
        return None if row is None else bytes(row[0])

    def keep_label_files(self, files: Iterable[tuple[ClipId, str, str, bytes]]) -> None:
        """Keep imported label files, so that what nobody touched can be exported byte for byte.

        Parameters
        ----------
        files
            For each its clip, the key of its format, its name and what is in it.
        """
        self._must_be_writable()
        with store.transaction(self._database):
            self._database.executemany("INSERT OR REPLACE INTO label_files VALUES (?, ?, ?, ?)", files)

    def put_suggestions(self, details: Sequence[SuggestionDetail]) -> None:
        """Replace what is suggested for these clips."""
        self._must_be_writable()
        store.write_suggestions(self._database, details)
        self._suggestions.update({one.suggestion.clip_id: one.suggestion for one in details})

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every training run, oldest first."""
        return store.read_runs(self._database)

    def new_run(self, preset: str, settings: Mapping[str, object]) -> Run:
        """Begin a run; its model belongs into `bundle_path(run)`."""
        self._must_be_writable()
        number = max((run.id for run in self.runs), default=0) + 1
        run = Run(RunId(number), store.now(), preset, settings, bundle=f"{MODELS}/run-{number:04}")
        store.write_run(self._database, run)
        return run

    def put_run(self, run: Run) -> None:
        """Write down what has become of a run."""
        self._must_be_writable()
        store.write_run(self._database, run)

    def bundle_path(self, run: Run) -> Path:
        """The folder of the run's model."""
        return self.folder / run.bundle

    def add_epoch(self, run_id: RunId, epoch: Epoch) -> None:
        """Write down one epoch of a run."""
        self.add_epochs(run_id, [epoch])

    def add_epochs(self, run_id: RunId, epochs: Iterable[Epoch]) -> None:
        """Write down epochs of a run at once; small data has more of them a second than a disk has writes."""
        self._must_be_writable()
        store.write_epochs(self._database, run_id, epochs)

    def epochs(self, run_id: RunId) -> tuple[Epoch, ...]:
        """The epochs of one run in their order."""
        return store.read_epochs(self._database, run_id)

    def setting(self, name: str) -> object:
        """A setting kept with the project; None if it was never set."""
        row = self._database.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def put_setting(self, name: str, value: object) -> None:
        """Keep a setting with the project; any JSON value."""
        self._must_be_writable()
        with store.transaction(self._database):
            self._database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))

    def snapshot(self, reason: str) -> Path:
        """Copy the project file as it is, before a step that touches much; the newest ten are kept."""
        self._must_be_writable()
        return recovery.snapshot(self._database, self.file, reason)

    def close(self) -> None:
        """Give the file back; closing twice does no harm."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise ReadOnlyProjectError(self.file)

    def _close_interrupted_runs(self) -> None:
        for run in self.runs:
            if run.status is RunStatus.RUNNING:
                kept = self.bundle_path(run).is_dir()
                self.put_run(replace(run, status=RunStatus.STOPPED if kept else RunStatus.FAILED))


def project_files(folder: Path) -> list[Path]:
    """The project files directly in a folder, without the `._` shadows that macOS leaves on other disks."""
    files = folder.glob(f"*{SUFFIX}") if folder.is_dir() else ()
    return sorted(file for file in files if file.is_file() and not file.name.startswith("._"))
