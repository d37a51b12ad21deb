"""Two buttons that say what a drag in the spectrogram draws: a stretch of time, or a box."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from audioclf_gui.gui.label.box_pane import BoxPane
from audioclf_gui.gui.label.time_pane import GUTTER
from audioclf_gui.gui.widgets import action_button, set_role

_BUTTON_PX, _ICON_PX = 27, 16


class DrawTools(QWidget):
    """Stands over the axes of the panes; shows which tool is in hand."""

    def __init__(self, pane: BoxPane) -> None:
        super().__init__()
        self._pane = pane
        self._actions: tuple[QAction, QAction] | None = None
        self.setFixedWidth(GUTTER)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GUTTER - 2 * _BUTTON_PX - 2)
        self._row.addStretch(1)
        self.setAccessibleName(self.tr("Tools"))

    def show_actions(self, time: QAction, box: QAction) -> None:
        """Make buttons of the commands that take the tools."""
        self._actions = time, box
        for place, action in enumerate(self._actions):
            shown = action_button(action)
            shown.setFixedSize(_BUTTON_PX, _BUTTON_PX)
            shown.setIconSize(QSize(_ICON_PX, _ICON_PX))
            set_role(shown, "tool")
            self._row.insertWidget(place, shown)
        self.take(boxes=False)

    def take(self, *, boxes: bool) -> None:
        """Take one of the tools."""
        assert self._actions is not None
        for action, is_taken in zip(self._actions, (not boxes, boxes), strict=True):
            action.setChecked(is_taken)
        self._pane.set_tool(boxes=boxes)
