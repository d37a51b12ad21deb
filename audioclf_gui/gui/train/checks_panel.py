"""BEFORE TRAINING: what could spoil a model, each finding with its cure and a click away from its clips."""

import math
from collections.abc import Generator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from audioclf_gui.audio.data_check import clips_to_check
from audioclf_gui.audio.findings import CheckedClip, Finding, Severity
from audioclf_gui.audio.heard import Heard
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.gui.class_merging import merge_classes
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.text import number_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, link_button, muted_label, row_layout, set_role
from audioclf_gui.gui.worker import Worker
from audioclf_gui.jobs.check import check
from audioclf_gui.jobs.edit_clips import MergeClasses
from audioclf_gui.ml.class_counts import ClassCounts, class_counts
from audioclf_gui.ml.dataset import training_data

_UNASKED_S = 4 * 3600.0  # so much sound is read without being asked to: about a minute


@dataclass(frozen=True, slots=True)
class _Unread:
    """More sound than is read without being asked to."""

    clips: int


@dataclass(frozen=True, slots=True)
class _Checked:
    """What a check found, and in which clips."""

    clips: tuple[CheckedClip, ...]
    findings: tuple[Finding, ...]


class FindingRow(QWidget):
    """A sign, the words, the cure, a link that mends it if one click can, and a link to the clips."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fine = finding.severity is Severity.FINE
        self.sign = QLabel("✓" if fine else "⚠")
        self.sign.setFixedWidth(16)
        self.sign.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        set_role(self.sign, "good" if fine else "warn")
        message = words(finding.message)
        self.words = muted_label(message, wrap=True) if fine else QLabel(message)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.sign)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(self.words)
        if finding.remedy is not None:
            self.remedy = muted_label(words(finding.remedy), wrap=True)
            self.remedy.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
            told.addWidget(self.remedy)
        row.addLayout(told, 1)
        self._make_links(finding, message, told)

    def _make_links(self, finding: Finding, message: str, told: QVBoxLayout) -> None:
        self.merge = link_button(self.tr("merge"), self.tr("Make one class of them; can be undone"))
        self.merge.setAccessibleName(self.tr("Merge: {message}").format(message=message))
        self.link = link_button(self.tr("show"), self.tr("Show these clips in Review"))
        self.link.setAccessibleName(self.tr("Show the clips: {message}").format(message=message))
        links = row_layout(self.merge, self.link, spacing=12)
        links.addStretch(1)
        told.addLayout(links)
        self.merge.setVisible(finding.twins is not None)
        self.link.setVisible(bool(finding.clip_ids))


class ChecksPanel(Panel):
    """Runs the data check in the background whenever the clips or their classes are others."""

    clips_asked = Signal(str, object)  # a title and tuple[ClipId, ...]
    counted = Signal(object)  # ClassCounts: how much there is to learn from

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Before training").upper())
        self.setAccessibleName(self.tr("Before training"))
        self.findings: tuple[Finding, ...] = ()
        self._context = context
        self._heard: dict[str, Heard] = {}
        self._checked: tuple[CheckedClip, ...] | None = None
        self._worker: Worker | None = None
        self._next: bool | None = None  # whether the check that follows this one was asked for
        self.check_button = link_button(self.tr("Check now"), self.tr("Read every clip and look for faults"))
        self.check_button.clicked.connect(self.check)
        self.progress = muted_label()
        top = row_layout(self.heading, self.progress, self.check_button)
        top.insertStretch(1, 1)
        self.heading.show()
        self.body.insertLayout(0, top)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(4)
        content = QWidget()
        content.setLayout(self._rows)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self.body.addWidget(self._area, 1)
        self._show_findings()

    def refresh(self) -> None:
        """Check again if something has changed; very long sound waits for the button."""
        self._start(is_asked=False)

    def check(self) -> None:
        """Check now, however long it takes."""
        self._start(is_asked=True)

    def _start(self, *, is_asked: bool) -> None:
        if self._worker is not None:
            self._next = is_asked or bool(self._next)
            return
        project, checked, heard = self._context.document.project.view(), self._checked, self._heard
        self._worker = self._context.start(
            lambda: _checking(
                project, None if is_asked else checked, heard, math.inf if is_asked else _UNASKED_S
            ),
            Text("Checking the clips"),
            self._report,
            self._take,
            on_ended=self._end,
        )
        if not self.findings:
            self._show_findings()

    def _report(self, event: Progress | _Unread | ClassCounts) -> None:
        match event:
            case ClassCounts():
                self.counted.emit(event)
            case Progress(done, total) if total and done < total:
                self.check_button.hide()
                self.progress.setText(f"{number_text(done)} / {number_text(total)}")
            case Progress():
                self.progress.clear()
            case _Unread(clips):
                self.progress.setText(words(Text("{n} clip unread", "{n} clips unread", n=clips)))
                self.check_button.show()

    def _take(self, checked: _Checked | None) -> None:
        if checked is not None:
            self._checked = checked.clips
            order = sorted(checked.findings, key=lambda finding: finding.severity is not Severity.WARNING)
            self.findings = tuple(order)
            self.check_button.hide()
            self._show_findings()

    def _end(self) -> None:
        self._worker = None
        if self.check_button.isHidden():
            self.progress.clear()
        if not self.findings:
            self._show_findings()
        if self._next is not None:
            is_asked, self._next = self._next, None
            self._start(is_asked=is_asked)

    def _show_findings(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        faults = sum(finding.severity is Severity.WARNING for finding in self.findings)
        heading = self.tr("Before training").upper()
        self.heading.setText(f"{heading} · {number_text(faults)}" if faults else heading)
        for finding in self.findings:
            row = FindingRow(finding)
            row.link.clicked.connect(
                lambda _checked=False, finding=finding: self.clips_asked.emit(
                    words(finding.message), finding.clip_ids
                )
            )
            if (twins := finding.twins) is not None:
                merge = partial(merge_classes, self._context, MergeClasses(twins.names, twins.into))
                row.merge.clicked.connect(lambda _checked=False, merge=merge: merge())
            self._rows.addWidget(row)
        if not self.findings:
            note = self.tr("No clips to check yet.") if self._worker is None else self.tr("Checking…")
            self._rows.addWidget(muted_label(note, wrap=True))
        self._rows.addStretch(1)


def _checking(
    project: ProjectView,
    checked: tuple[CheckedClip, ...] | None,
    heard: dict[str, Heard],
    most_s: float,
) -> Generator[Progress | _Unread | ClassCounts, None, _Checked | None]:
    """Check the clips; None if they are those of the last check, or more than `most_s` are unheard."""
    clips = clips_to_check(project.catalogue)
    if clips == checked:
        return None
    yield class_counts(training_data(project.catalogue))
    if sum(clip.duration_s for clip in clips if clip.content not in heard) > most_s:
        yield _Unread(len(clips))
        return None
    return _Checked(clips, (yield from check(project, heard)))
