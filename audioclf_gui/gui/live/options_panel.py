"""When scores become events, and what is shown and kept."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.live.options import SPANS_S, LiveOptions
from audioclf_gui.gui.live.unasked_panel import UnaskedPanel
from audioclf_gui.gui.number_box import MinusBox, NumberBox
from audioclf_gui.gui.scrolled import Scrolled
from audioclf_gui.gui.text import shown_number
from audioclf_gui.gui.widgets import Panel, button, indent, muted_label
from audioclf_gui.jobs.listen import LONGEST_KEPT_S
from audioclf_gui.ml.decision_settings import LiveSettings

_MODELS_OWN_DB = -125.0  # stands for what is silence to the model


class OptionsPanel(Panel):
    """Each option with its unit; those of the classifier take effect when listening starts."""

    changed = Signal(object)  # LiveOptions
    apply_asked = Signal()

    def __init__(self, options: LiveOptions) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Settings of listening"))
        self._make_scoring()
        self._make_edges()
        self._make_keeping()
        self.note = muted_label(self.tr("These settings count when listening starts again."))
        self.apply_button = button(self.tr("Start again now"), self.tr("Stop and start with these settings"))
        self.apply_button.clicked.connect(self.apply_asked)
        self.set_pending(False)
        self.unasked = UnaskedPanel(options.unasked)
        self._arrange()
        self.show_options(options)
        self._connect()

    def _make_scoring(self) -> None:
        """What counts as heard."""
        self.own_threshold = QCheckBox(self.tr("Each class has the model’s own threshold"))
        self.own_threshold.setAccessibleName(self.own_threshold.text())
        self.own_threshold.setToolTip(self.tr("Each class counts from its own score on, chosen in training"))
        self.threshold = self._spin("", 0.0, 1.0, 0.05, self.tr("Score from which on a class counts"))
        self.hop = self._spin(
            " s", 0.05, 10.0, 0.05, self.tr("Time between two answers of the model; shorter costs more work")
        )
        self.smoothing = self._spin(
            "",
            0.0,
            0.95,
            0.05,
            self.tr("Weight of the past in each score: 0 reacts at once, 0.95 very calmly"),
        )
        self.silence = MinusBox()
        tip = self.tr("Quieter sound is given no class; at the lower end what the model has not learnt from")
        self._prepare(self.silence, " dBFS", _MODELS_OWN_DB, 0.0, 5.0, tip)
        self.silence.setSpecialValueText(self.tr("automatic"))
        self.silence.setDecimals(0)

    def _make_edges(self) -> None:
        """From where to where an event goes."""
        self.min_event = self._spin(
            " s", 0.0, 60.0, 0.25, self.tr("How long a class must stay above its threshold before it counts")
        )
        self.release = self._spin(
            "",
            0.05,
            1.0,
            0.05,
            self.tr("Part of its threshold down to which a score may fall while an event goes on"),
        )
        self.join = self._spin(
            " s", 0.0, 60.0, 0.05, self.tr("Two events of a class with less between them are one")
        )
        self.cool_down = self._spin(
            " s", 0.0, 600.0, 0.5, self.tr("How long nothing is said of a class after an event of it")
        )

    def _make_keeping(self) -> None:
        """What is shown, and kept as a clip."""
        self.keep = self._spin(
            " s",
            0.5,
            LONGEST_KEPT_S,
            1.0,
            self.tr("How much of the last sound one key keeps where there is no event"),
        )
        self.pre_roll = self._spin(
            " s", 0.0, 10.0, 0.25, self.tr("How much of the sound before an event is kept with it")
        )
        self.span = QComboBox()
        self.span.setToolTip(self.tr("How much the pictures show"))
        for span_s in SPANS_S:
            self.span.addItem(self.tr("{seconds} s").format(seconds=shown_number(span_s, "g")), span_s)

    def _spin(self, unit: str, low: float, high: float, step: float, tip: str) -> NumberBox:
        spin = NumberBox()
        self._prepare(spin, unit, low, high, step, tip)
        return spin

    def _prepare(self, spin: NumberBox, unit: str, low: float, high: float, step: float, tip: str) -> None:
        indent(spin)
        spin.setRange(low, high)
        spin.setSingleStep(step)
        spin.setSuffix(unit)
        spin.setToolTip(tip)
        spin.setKeyboardTracking(False)

    def _arrange(self) -> None:
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Threshold"), self.threshold),
            (self.tr("Answer every"), self.hop),
            (self.tr("Smoothing"), self.smoothing),
            (self.tr("Silence below"), self.silence),
            (self.tr("Shortest event"), self.min_event),
            (self.tr("Cool-down"), self.cool_down),
            (self.tr("Goes on from"), self.release),
            (self.tr("Join within"), self.join),
            (self.tr("Keep the last"), self.keep),
            (self.tr("Before an event"), self.pre_roll),
            (self.tr("Show the last"), self.span),
        )
        labels = [muted_label(name) for name, _ in fields]
        widest = max(label.sizeHint().width() for label in labels)
        grid = FlowLayout(spacing=8, in_columns=True)
        for label, (name, field) in zip(labels, fields, strict=True):
            label.setMinimumWidth(widest)
            label.setBuddy(field)
            label.setToolTip(field.toolTip())
            field.setAccessibleName(name)
            grid.add_together(label, field)
        foot = FlowLayout(self.own_threshold, self.note, self.apply_button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self.unasked)
        column.addLayout(foot)
        self.body.addWidget(Scrolled(content))

    def _connect(self) -> None:
        self.own_threshold.toggled.connect(self._changed)
        self.unasked.changed.connect(self._changed)
        self.span.currentIndexChanged.connect(self._changed)
        for spin in self._spins():
            spin.valueChanged.connect(self._changed)

    def _spins(self) -> tuple[NumberBox, ...]:
        return (
            self.threshold,
            self.hop,
            self.smoothing,
            self.min_event,
            self.cool_down,
            self.release,
            self.join,
            self.silence,
            self.keep,
            self.pre_roll,
        )

    @property
    def options(self) -> LiveOptions:
        """What is chosen."""
        settings = LiveSettings(
            threshold=None if self.own_threshold.isChecked() else self.threshold.value(),
            hop_s=self.hop.value(),
            smoothing=self.smoothing.value(),
            min_event_s=self.min_event.value(),
            cool_down_s=self.cool_down.value(),
            release=self.release.value(),
            join_s=self.join.value(),
            silence_db=None if self.silence.value() <= _MODELS_OWN_DB else self.silence.value(),
        )
        return LiveOptions(
            settings,
            self.keep.value(),
            self.pre_roll.value(),
            float(self.span.currentData()),
            self.unasked.options,
        )

    def show_options(self, options: LiveOptions) -> None:
        """Show other values; what is out of range is brought into it."""
        widgets = (*self._spins(), self.own_threshold, self.span)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        settings = options.settings
        self.own_threshold.setChecked(settings.threshold is None)
        self.threshold.setValue(0.6 if settings.threshold is None else settings.threshold)
        self.hop.setValue(settings.hop_s)
        self.smoothing.setValue(settings.smoothing)
        self.min_event.setValue(settings.min_event_s)
        self.cool_down.setValue(settings.cool_down_s)
        self.release.setValue(settings.release)
        self.join.setValue(settings.join_s)
        self.silence.setValue(_MODELS_OWN_DB if settings.silence_db is None else settings.silence_db)
        self.keep.setValue(options.keep_s)
        self.pre_roll.setValue(options.pre_roll_s)
        self.span.setCurrentIndex(max(0, self.span.findData(options.span_s)))
        for blocker in blockers:
            blocker.unblock()
        self.unasked.show_options(options.unasked)
        self.threshold.setEnabled(settings.threshold is not None)

    def set_pending(self, pending: bool) -> None:
        """Whether what is listened with differs from what is chosen."""
        self.note.setVisible(pending)
        self.apply_button.setVisible(pending)

    def _changed(self) -> None:
        self.threshold.setEnabled(not self.own_threshold.isChecked())
        self.changed.emit(self.options)
