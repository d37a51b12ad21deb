"""Where training runs, remembered for all projects: in this program, or at one of the other places."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from audioclf_gui.core.text import Text
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.train.trainer import Elsewhere
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button, muted_label, row_layout, set_role
from audioclf_gui.remote.training_places import TRAINING_PLACES

WHERE = "train/where"
"""What the session remembers the place by, and below it the address of each."""


class WhereBox(QWidget):
    """A place, its address where it has one, and what it lacks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.place = QComboBox()
        self.place.setAccessibleName(self.tr("Where it is trained"))
        self.place.setWhatsThis(
            self.tr(
                "Whose processors train: those of this computer, or of a cluster or a cloud that you "
                "have access to. Elsewhere the clips are sent there, and the run comes back."
            )
        )
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setMinimumContentsLength(8)
        self.place.addItem(words(Text("This computer")), "")
        for place in TRAINING_PLACES.values():
            self.place.addItem(words(place.name), place.key)
        self.place.setCurrentIndex(max(0, self.place.findData(session.text(WHERE))))
        self.place.currentIndexChanged.connect(self._choose)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Which one of its kind"))
        self.address.editingFinished.connect(self._keep_address)
        self.jobs = button(
            self.tr("Jobs…"), self.tr("What was sent there from this project: its state, log, end and run")
        )
        self.jobs.setCheckable(True)
        self.lack = muted_label(wrap=True)
        set_role(self.lack, "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_layout(self.place, self.jobs))
        for widget in (self.address, self.lack):
            column.addWidget(widget)
        self.setFocusProxy(self.place)
        self._show()

    @property
    def chosen(self) -> Elsewhere | None:
        """The place, with its address; None for this program."""
        place = TRAINING_PLACES.get(str(self.place.currentData()))
        return None if place is None else Elsewhere(place, self.address.text().strip())

    def _choose(self) -> None:
        self._session.put(WHERE, str(self.place.currentData()))
        self._show()

    def _keep_address(self) -> None:
        self._session.put(f"{WHERE}/{self.place.currentData()}", self.address.text().strip())

    def _show(self) -> None:
        """Ask what the place wants to know, and say what it lacks."""
        place = TRAINING_PLACES.get(str(self.place.currentData()))
        hint = None if place is None else place.address_hint
        lack = None if place is None else place.lack
        keeps_jobs = place is not None and place.fetch is not None
        self.jobs.setVisible(keeps_jobs)
        self.jobs.setChecked(self.jobs.isChecked() and keeps_jobs)
        self.address.setVisible(hint is not None)
        self.address.setText("" if place is None else self._session.text(f"{WHERE}/{place.key}"))
        self.address.setPlaceholderText("" if hint is None else words(hint))
        tip = None if place is None else place.address_tip
        self.address.setToolTip("" if tip is None else words(tip))
        self.lack.setVisible(lack is not None)
        self.lack.setText("" if lack is None else words(lack))
