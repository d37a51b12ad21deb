"""The settings of what is done while listening without a key being pressed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.text import Text
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.live.unasked_options import ROTATIONS, UnaskedOptions
from audioclf_gui.gui.number_box import CountBox, NumberBox
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import icon_button, indent, muted_label
from audioclf_gui.jobs.log_events import SUFFIXES


class UnaskedPanel(QWidget):
    """A row each for the log, for sounds near the threshold and for alerts."""

    changed = Signal()

    def __init__(self, options: UnaskedOptions) -> None:
        super().__init__()
        self._alert_on: tuple[str, ...] = ()
        self._make_log()
        self._make_near()
        self._make_alerts()
        self._arrange()
        self.show_options(options)
        self._connect()

    def _make_log(self) -> None:
        self.is_logged = _check(self.tr("Log events to"), self.tr("Add each event to a file as it ends"))
        self.log = QLineEdit()
        self.log.setAccessibleName(self.tr("File of the log"))
        self.log.setPlaceholderText(self.tr("a .csv or .jsonl file"))
        self.choose_button = icon_button("folder-open-outline", self.tr("Choose the file of the log"))
        self.rotation = QComboBox()
        self.rotation.setAccessibleName(self.tr("New log"))
        self.rotation.setToolTip(self.tr("When another log is begun; full ones are kept beside it"))
        texts = {"never": Text("one file"), "daily": Text("a file each day")}
        for key in ROTATIONS:
            self.rotation.addItem(words(texts.get(key, Text("a file each {size}", size=key))), key)

    def _make_near(self) -> None:
        self.keeps_near = _check(
            self.tr("Keep sounds near the threshold"),
            self.tr("Sounds about which the model nearly decided otherwise come into the label queue"),
        )
        self.per_hour = CountBox()
        indent(self.per_hour)
        self.per_hour.setRange(1, 1000)
        self.per_hour.setPrefix(self.tr("at most "))
        self.per_hour.setSuffix(self.tr(" an hour"))
        self.per_hour.setAccessibleName(self.tr("Sounds kept in an hour, at most"))
        self.margin = NumberBox()
        indent(self.margin)
        self.margin.setRange(0.01, 1.0)
        self.margin.setSingleStep(0.05)
        self.margin.setPrefix(self.tr("within "))
        self.margin.setSuffix(self.tr(" of it"))
        self.margin.setAccessibleName(self.tr("Distance from the threshold, at most"))
        self.margin.setToolTip(
            self.tr("How far the score of a sound may be from the threshold of its class, above or below")
        )
        self.near_note = muted_label()

    def _make_alerts(self) -> None:
        self.alert_button = QToolButton()
        self.alert_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.alert_button.setToolTip(self.tr("The classes whose events warn"))
        self.alert_menu = QMenu(self.alert_button)
        self.alert_button.setMenu(self.alert_menu)
        self.rings = _check(self.tr("Sound"), self.tr("Ring at each alert"))
        self.shows_banner = _check(self.tr("Banner"), self.tr("Say it above the pictures at each alert"))
        self.command = QLineEdit()
        self.command.setAccessibleName(self.tr("Command to run at each alert"))
        self.command.setPlaceholderText(self.tr("command to run (optional)"))
        self.command.setToolTip(
            self.tr(
                "A program with its arguments, run without a shell;"
                " it finds what was heard in AUDIOCLF_CLASS, AUDIOCLF_SCORE and AUDIOCLF_START_S"
            )
        )

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        log = FlowLayout(self.log, self.choose_button, self.rotation)
        near = FlowLayout(self.margin, self.per_hour, self.near_note)
        alerts = FlowLayout(self.alert_button, self.rings, self.shows_banner, self.command)
        for row, (first, rest) in enumerate(
            ((self.is_logged, log), (self.keeps_near, near), (muted_label(self.tr("Alerts")), alerts))
        ):
            grid.addWidget(first, row, 0)
            grid.addLayout(rest, row, 1)

    def _connect(self) -> None:
        for box in (self.is_logged, self.keeps_near, self.rings, self.shows_banner):
            box.toggled.connect(self._change)
        for line in (self.log, self.command):
            line.editingFinished.connect(self._change)
        for number in (self.per_hour, self.margin):
            number.valueChanged.connect(self._change)
        self.rotation.currentIndexChanged.connect(self._change)
        self.choose_button.clicked.connect(self._choose_log)
        self.is_logged.clicked.connect(lambda on: self._choose_log() if on and not self.log.text() else None)

    @property
    def options(self) -> UnaskedOptions:
        """What is chosen."""
        return UnaskedOptions(
            self.is_logged.isChecked(),
            self.log.text().strip(),
            str(self.rotation.currentData()),
            self.keeps_near.isChecked(),
            self.per_hour.value(),
            round(self.margin.value(), 2),
            self._alert_on,
            self.rings.isChecked(),
            self.shows_banner.isChecked(),
            self.command.text().strip(),
        )

    def show_options(self, options: UnaskedOptions) -> None:
        """Show other values."""
        widgets = (
            self.is_logged,
            self.keeps_near,
            self.rings,
            self.shows_banner,
            self.per_hour,
            self.margin,
            self.rotation,
        )
        blockers = [QSignalBlocker(widget) for widget in widgets]
        self.is_logged.setChecked(options.is_logged)
        self.log.setText(options.log)
        self.rotation.setCurrentIndex(max(0, self.rotation.findData(options.rotation)))
        self.keeps_near.setChecked(options.keeps_near)
        self.per_hour.setValue(options.per_hour)
        self.margin.setValue(options.margin)
        self.rings.setChecked(options.rings)
        self.shows_banner.setChecked(options.shows_banner)
        self.command.setText(options.command)
        self._alert_on = options.alert_on
        for blocker in blockers:
            blocker.unblock()
        self._show_alerts()

    def show_classes(self, classes: Sequence[LabelClass]) -> None:
        """Offer the classes of the project for alerts."""
        self.alert_menu.clear()
        for label_class in classes:
            action = self.alert_menu.addAction(label_class.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(label_class.name in self._alert_on)
            action.toggled.connect(lambda on, name=label_class.name: self._alert(name, on))

    def show_near(self, kept: int) -> None:
        """How many sounds were kept unasked at this sitting."""
        self.near_note.setText(words(Text("{n} kept at this sitting", "{n} kept at this sitting", n=kept)))

    def _alert(self, name: str, on: bool) -> None:
        others = tuple(one for one in self._alert_on if one != name)
        self._alert_on = (*others, name) if on else others
        self._change()

    def _change(self) -> None:
        self._show_alerts()
        self.changed.emit()

    def _show_alerts(self) -> None:
        names = ", ".join(self._alert_on)
        text = words(Text("on {names}", names=names)) if names else self.tr("none")
        metrics = self.alert_button.fontMetrics()
        self.alert_button.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, 160))
        self.alert_button.setAccessibleName(self.tr("Alerts") + f" {text}")
        for widget in (self.rings, self.shows_banner, self.command):
            widget.setEnabled(bool(names))

    def _choose_log(self) -> None:
        filters = self.tr("Tables ({csv});;JSON lines ({json})").format(
            csv=f"*{SUFFIXES[0]}", json=f"*{SUFFIXES[1]}"
        )
        name, chosen = QFileDialog.getSaveFileName(
            self,
            self.tr("Log events"),
            self.log.text() or self.tr("events"),
            filters,
            options=QFileDialog.Option.DontConfirmOverwrite,  # a log goes on in its file
        )
        if name:
            suffix = SUFFIXES[1] if SUFFIXES[1] in chosen else SUFFIXES[0]
            log = name if Path(name).suffix.lower() in SUFFIXES else name + suffix
            self.show_options(replace(self.options, is_logged=True, log=log))
        elif not self.log.text():
            self.show_options(replace(self.options, is_logged=False))
        self._change()


def _check(text: str, tip: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setAccessibleName(text)
    box.setToolTip(tip)
    return box
