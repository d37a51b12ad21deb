"""Every parameter of training with its unit, its default and a one-line reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.text import shown_number, with_point
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.result_pages import CoveringPanel
from audioclf_gui.gui.train.tracking_field import TrackingField
from audioclf_gui.gui.translate import in_sentences, words
from audioclf_gui.gui.widgets import (
    ElidedLabel,
    button,
    heading_label,
    icon_button,
    muted_label,
    row_layout,
    set_role,
)
from audioclf_gui.ml.parameter import Parameter
from audioclf_gui.ml.settings import describe

_SECTIONS = {
    "objective": Text("Run"),
    "validate": Text("Sets"),
    "epochs": Text("Length"),
    "batch_size": Text("Learning"),
    "architecture": Text("Network"),
    "trees": Text("Random forest"),
    "rate_hz": Text("Spectrogram"),
    "shift": Text("Variation of the clips in training"),
}
"""With which parameter a section begins; the order is that of the settings."""

_BLANKS = {
    "class_weights": Text("all alike"),
    "devices": Text("one"),
    "test": Text("chosen by share"),
    "folds": Text("of the data, or five"),
    "max_minutes": Text("no limit"),
    "patience": Text("never"),
    "report_every": Text("at the end only"),
    "mel_norm": Text("equal height"),
    "weights": Text("none"),
    "start_from": Text("none"),
    "listener_output": Text("the embedding"),
    "listener_mel": Text("as the file says"),
}
"""What a parameter that is left blank comes to; of others that may be, it is found from the clips."""


class ParameterRow:
    """The widgets of one parameter, in one row of the grid."""

    def __init__(self, parameter: Parameter, choice: TrainChoice, note: QLabel) -> None:
        self.parameter = parameter
        self._choice = choice
        self._note = note
        self.name = QLabel(parameter.name.replace("_", " "))
        self.name.setToolTip(f"--set {parameter.name}=…")
        self.editor = self._made_editor()
        self.editor.setAccessibleName(parameter.name.replace("_", " "))
        self.editor.setToolTip(_bounds_text(parameter))
        self.unit = muted_label(words(parameter.unit) if parameter.unit else "")
        self.default = ElidedLabel()
        set_role(self.default, "muted")
        self.default.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reset = icon_button("restore", words(Text("Back to the default")), flat=True)
        self.reset.clicked.connect(lambda: choice.reset(parameter.name))
        self.reason = muted_label(words(parameter.reason), wrap=True)
        self.refresh()

    def _made_editor(self) -> QComboBox | QCheckBox | QLineEdit:
        if self.parameter.kind is bool:
            switch = QCheckBox()
            switch.clicked.connect(self._commit)
            return switch
        if self.parameter.choices:
            box = QComboBox()
            for text in self.parameter.choices:
                box.addItem(text or _blank_text(self.parameter), text)
            box.activated.connect(self._commit)
            return box
        line = QLineEdit()
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setPlaceholderText(_blank_text(self.parameter))
        line.editingFinished.connect(self._commit)
        return line

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return (self.name, self.editor, self.unit, self.default, self.reset, self.reason)

    def refresh(self) -> None:
        """Show what is chosen now."""
        value = getattr(self._choice.settings, self.parameter.name)
        usual = getattr(self._choice.base, self.parameter.name)
        match self.editor:
            case QComboBox():
                self.editor.setCurrentIndex(self.editor.findData(value))
            case QCheckBox():
                self.editor.setChecked(value)
            case _:
                self.editor.setText(_value_text(value))
        self.default.set_text(_value_text(usual) or _blank_text(self.parameter))
        set_role(self.name, "" if value == usual else "title")
        self.reset.setVisible(value != usual)

    def matches(self, words: str) -> bool:
        """Whether the filter's words are in its name or reason."""
        text = f"{self.parameter.name} {self.name.text()} {self.reason.text()}"
        return all(word in text.casefold() for word in words.casefold().split())

    def set_visible(self, visible: bool) -> None:
        """Hide it while the filter does."""
        for widget in self.widgets:
            widget.setVisible(visible)
        if visible:
            self.refresh()

    def _commit(self) -> None:
        match self.editor:
            case QComboBox():
                value = self.editor.currentData()
            case QCheckBox():
                value = self.editor.isChecked()
            case _:
                value = self.editor.text().strip()
        if value == _value_text(getattr(self._choice.settings, self.parameter.name)):
            return
        if isinstance(value, str) and self.parameter.kind in {int, float}:
            value = with_point(value)
        try:
            self._choice.set(**{self.parameter.name: value})
        except UserError as error:
            self._note.setText(in_sentences(error))
            self._note.show()
            self.refresh()
        else:
            self._note.hide()


class AdvancedPanel(CoveringPanel):
    """The list of parameters; it takes the place of the results while it is open."""

    def __init__(self, choice: TrainChoice, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Advanced settings"), parent)
        self._choice = choice
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a parameter"))
        self.filter.setAccessibleName(self.tr("Find a parameter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(280)
        self.filter.textChanged.connect(self._filter)
        self.setFocusProxy(self.filter)
        self.reset_all = button(self.tr("Reset all"), self.tr("Every parameter as the model preset has it"))
        self.reset_all.clicked.connect(choice.reset_all)
        self.presets = button(self.tr("Presets…"), self.tr("Save these settings as a preset, or import one"))
        self.close_button = button(self.tr("Done"), self.tr("Back to the results (Escape)"))
        self.close_button.clicked.connect(self.closed)
        self.note = muted_label(wrap=True)
        set_role(self.note, "bad")
        self.note.hide()
        self.rows = tuple(
            ParameterRow(parameter, choice, self.note)
            for parameter in describe()
            if parameter.name != "preset"
        )
        self._sections: dict[str, QLabel] = {}
        top = row_layout(self.filter, self.presets, self.reset_all, self.close_button)
        top.insertStretch(1, 1)
        self.tracking = TrackingField(session)
        self.body.addLayout(top)
        self.body.addWidget(self.tracking)
        self.body.addWidget(self.note)
        self.body.addWidget(self._list(), 1)
        choice.changed.connect(self.refresh)

    def _list(self) -> QScrollArea:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        line = 0
        for column, text in enumerate(
            (self.tr("Parameter"), self.tr("Value"), self.tr("Unit"), self.tr("Default"), "", self.tr("Why"))
        ):
            label = muted_label(text)
            if column == 3:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, line, column)
        for row in self.rows:
            line += 1
            if row.parameter.name in _SECTIONS:
                section = heading_label(words(_SECTIONS[row.parameter.name]))
                section.setContentsMargins(0, 10, 0, 2)
                self._sections[row.parameter.name] = section
                grid.addWidget(section, line, 0, 1, 6)
                line += 1
            for column, widget in enumerate(row.widgets):
                grid.addWidget(widget, line, column)
        grid.setColumnMinimumWidth(0, 110)
        grid.setColumnMinimumWidth(1, 130)
        grid.setColumnMinimumWidth(3, 130)  # longer ones have a tool tip
        grid.setColumnMinimumWidth(4, 30)
        grid.setColumnStretch(5, 1)
        grid.setRowStretch(line + 1, 1)
        for row in self.rows:
            row.editor.setFixedWidth(130)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def refresh(self) -> None:
        """Show what is chosen now."""
        for row in self.rows:
            if not row.name.isHidden():
                row.refresh()

    def _filter(self, words: str) -> None:
        for section in self._sections.values():
            section.setVisible(not words.strip())
        for row in self.rows:
            row.set_visible(row.matches(words))


def _value_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return words(Text("on") if value else Text("off"))
    return shown_number(value, "g") if isinstance(value, float) else str(value)


def _blank_text(parameter: Parameter) -> str:
    """What is meant where there is no value; "" where there has to be one."""
    known = _BLANKS.get(parameter.name, Text("automatic") if parameter.optional else None)
    return "" if known is None else words(known)


def _bounds_text(parameter: Parameter) -> str:
    parts = []
    if parameter.minimum is not None and parameter.maximum is not None:
        low, high, unit = parameter.minimum, parameter.maximum, parameter.unit
        parts.append(
            Text("{low:g} to {high:g}", low=low, high=high)
            if unit is None
            else Text("{low:g} to {high:g} {unit}", low=low, high=high, unit=unit)
        )
    if blank := _blank_text(parameter):
        parts.append(Text("empty: {meaning}", meaning=blank))
    return words(listed(parts, "; "))
