"""BEFORE TRAINING: what could spoil a model, each finding a click away from its clips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from audioclf_gui.audio.data_check import (
    CheckedClip,
    Finding,
    Heard,
    Severity,
    check_clips,
    clips_to_check,
)
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.text import number_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, link_button, muted_label, row_layout, set_role
from audioclf_gui.gui.worker import Worker

_UNASKED_S = 4 * 3600.0  # so much sound is read without being asked to: about a minute


class FindingRow(QWidget):
    """One line: a sign, the words, and a link to the clips."""

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
        self.link = link_button(self.tr("show"), self.tr("Show these clips in Review"))
        self.link.setAccessibleName(self.tr("Show the clips: {message}").format(message=message))
        self.link.setVisible(bool(finding.clip_ids))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)


class ChecksPanel(Panel):
    """Runs the data check in the background whenever the clips or their classes are others."""

    clips_asked = Signal(str, object)  # a title and tuple[ClipId, ...]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Before training").upper())
        self.setAccessibleName(self.tr("Before training"))
        self.findings: tuple[Finding, ...] = ()
        self._context = context
        self._heard: dict[str, Heard] = {}
        self._checked: tuple[CheckedClip, ...] | None = None
        self._found: list[Finding] = []
        self._worker: Worker | None = None
        self._again = False
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
        clips = clips_to_check(self._context.document.view)
        if clips == self._checked:
            return
        unheard_s = sum(clip.duration_s for clip in clips if clip.content not in self._heard)
        if unheard_s <= _UNASKED_S:
            self._start(clips)
        else:
            self.progress.setText(words(Text("{n} clip unread", "{n} clips unread", n=len(clips))))
            self.check_button.show()

    def check(self) -> None:
        """Check now, however long it takes."""
        self._start(clips_to_check(self._context.document.view))

    def _start(self, clips: tuple[CheckedClip, ...]) -> None:
        if self._worker is not None:
            self._again = True
            return
        self._checked, self._found = clips, []
        self.check_button.hide()
        self._worker = self._context.start(
            lambda: check_clips(clips, self._heard),
            Text("Checking the clips"),
            self._report,
            on_ended=self._end,
        )
        if not self.findings:
            self._show_findings()

    def _report(self, event: Progress | Finding) -> None:
        match event:
            case Progress(done, total) if total and done < total:
                self.progress.setText(f"{number_text(done)} / {number_text(total)}")
            case Progress():
                self.progress.clear()
            case Finding():
                self._found.append(event)

    def _end(self) -> None:
        self._worker = None
        self.progress.clear()
        self.findings = tuple(
            sorted(self._found, key=lambda finding: finding.severity is not Severity.WARNING)
        )
        self._show_findings()
        if self._again:
            self._again = False
            self.refresh()

    def _show_findings(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for finding in self.findings:
            row = FindingRow(finding)
            row.link.clicked.connect(
                lambda _checked=False, finding=finding: self.clips_asked.emit(
                    words(finding.message), finding.clip_ids
                )
            )
            self._rows.addWidget(row)
        if not self.findings:
            note = self.tr("No clips to check yet.") if self._worker is None else self.tr("Checking…")
            self._rows.addWidget(muted_label(note, wrap=True))
        self._rows.addStretch(1)
