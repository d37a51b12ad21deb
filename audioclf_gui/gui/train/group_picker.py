"""Which groups are the test set: a list with ticks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import Panel, button, focus_first, muted_label, row_layout

_WIDTH, _ROWS, _ROW_HEIGHT = 300, 12, 24
_NAME = Qt.ItemDataRole.UserRole


class GroupPicker(QFrame):
    """Opens below a button and closes with Esc, its own button or a click beside it."""

    chosen = Signal(object)  # tuple[str, ...]: every name that is ticked, in the order of the list

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("window")
        self.setFixedWidth(_WIDTH)
        panel = Panel(self.tr("Groups of the test set"))
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(self._tick)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterRole(_NAME)
        self.filter, self.list = QLineEdit(), QListView()
        self._prepare()
        self.summary = muted_label(wrap=True)
        self.close_button = button(self.tr("Done"), self.tr("Close the list (Escape)"))
        self.close_button.clicked.connect(self.close)
        self._clips: tuple[int, ...] = ()
        panel.body.addWidget(self.filter)
        panel.body.addWidget(self.list)
        bottom = row_layout(self.summary, self.close_button)
        bottom.setStretch(0, 1)
        panel.body.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panel)

    def _prepare(self) -> None:
        self.filter.setPlaceholderText(self.tr("Find a group"))
        self.filter.setAccessibleName(self.tr("Find a group"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.list.setModel(self._shown)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Groups"))
        self.list.clicked.connect(self._toggle)
        space = QShortcut(Qt.Key.Key_Space, self.list, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._toggle(self.list.currentIndex()))

    def open_at(
        self, place: QWidget, groups: Mapping[str, int], ticked: Sequence[str], *, stretches: bool = False
    ) -> None:
        """Offer groups with the number of their clips or stretches, below a widget and held on the screen."""
        self._model.clear()
        for name, count in groups.items():
            text = _counted(name, count, stretches=stretches)
            self._model.appendRow(_item(text, name, is_ticked=name in ticked))
        self._clips = tuple(groups.values())
        self.filter.clear()
        self.list.setFixedHeight(min(_ROWS, max(3, len(groups))) * _ROW_HEIGHT + 4)
        self.filter.setVisible(len(groups) > _ROWS)
        self._summarise()
        self.adjustSize()
        corner = place.mapToGlobal(QPoint(0, place.height() + 4))
        screen = place.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(corner.x(), max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        focus_first(self.filter, self.list)
        self.list.setCurrentIndex(self._shown.index(0, 0))

    @property
    def ticked(self) -> tuple[str, ...]:
        """The names that are ticked, in the order of the list."""
        return tuple(
            str(item.data(_NAME)) for item in self._items() if item.checkState() is Qt.CheckState.Checked
        )

    def _items(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _toggle(self, index: QModelIndex) -> None:
        """Tick a group or take its tick away, wherever in its row it was clicked."""
        item = self._model.itemFromIndex(self._shown.mapToSource(index))
        is_ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)

    def _tick(self, _item: QStandardItem) -> None:
        self._summarise()
        self.chosen.emit(self.ticked)

    def _summarise(self) -> None:
        ticked = [item.checkState() is Qt.CheckState.Checked for item in self._items()]
        clips = sum(count for count, is_ticked in zip(self._clips, ticked, strict=True) if is_ticked)
        self.summary.setText(
            words(
                Text(
                    "{chosen:d} of {groups:d} groups, {share:.0f} % of what is labelled",
                    chosen=sum(ticked),
                    groups=len(ticked),
                    share=100 * clips / max(1, sum(self._clips)),
                )
            )
        )


def _counted(name: str, count: int, *, stretches: bool) -> Text:
    if stretches:
        return Text("{group} · {n} stretch", "{group} · {n} stretches", group=name, n=count)
    return Text("{group} · {n} clip", "{group} · {n} clips", group=name, n=count)


def _item(text: Text, name: str, *, is_ticked: bool) -> QStandardItem:
    item = QStandardItem(words(text))
    item.setData(name, _NAME)
    item.setSizeHint(QSize(0, _ROW_HEIGHT))
    item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item
