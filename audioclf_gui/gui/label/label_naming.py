"""Naming a label right where it is, in whichever pane that was asked for."""

from PySide6.QtCore import QObject, Qt, Signal

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import Label
from audioclf_gui.gui.label.class_field import ClassField
from audioclf_gui.gui.label.label_layer import LabelLayer
from audioclf_gui.gui.label.label_pane import LabelPane
from audioclf_gui.gui.label.view_state import ViewState


class LabelNaming(QObject):
    """Opens a field over a label and tells what was typed; a text that was not confirmed is never lost."""

    renamed = Signal(object, object, str, int)  # ClipId, Label, text, where Tab went
    left = Signal()  # the field is gone and had the keyboard

    def __init__(self, view: ViewState, layer: LabelLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._layer = layer
        self._field: ClassField | None = None
        self._named: tuple[ClipId, Label, LabelPane] | None = None
        view.span_changed.connect(self._place)
        layer.changed.connect(self._place)

    def open(self, clip_id: ClipId, label: Label, pane: LabelPane) -> None:
        """Let the user type the name of a label."""
        self.confirm()
        names = [one.name for one in self._layer.classes.values()]
        known = self._layer.classes.get(label.class_id) if label.class_id is not None else None
        self._named = clip_id, label, pane
        self._field = ClassField("" if known is None else known.name, names, pane)
        self._field.confirmed.connect(self._confirmed)
        self._field.dropped.connect(self._close)
        self._place()
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Take a text that was typed but not confirmed."""
        if self._field is not None:
            self._field.confirm()

    def _confirmed(self, text: str, direction: int) -> None:
        named = self._named
        self._close()
        if named is not None:
            clip_id, label, _ = named
            self.renamed.emit(clip_id, label, text, direction)

    def _close(self) -> None:
        field, self._field, self._named = self._field, None, None
        if field is not None:
            had_keyboard = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had_keyboard:
                self.left.emit()

    def _place(self) -> None:
        if self._field is not None and self._named is not None:
            _, label, pane = self._named
            self._field.setGeometry(pane.name_box(label))
