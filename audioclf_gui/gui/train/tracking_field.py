"""Where else runs are told to, remembered for all projects: a line in the advanced settings."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from audioclf_gui.core.errors import UserError
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.translate import in_sentences
from audioclf_gui.gui.widgets import muted_label, set_role
from audioclf_gui.remote.tracking.tools import places_in

TRACK = "train/track"
"""What the session remembers them by."""

_EXAMPLE = "mlflow:http://localhost:5000; tensorboard:~/runs; wandb:~/runs"


class TrackingField(QWidget):
    """Names of tools with their places; what cannot be used says why, and is asked for again by a run."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        name = QLabel(self.tr("Tell runs to"))
        self.line = QLineEdit(session.text(TRACK))
        self.line.setPlaceholderText(_EXAMPLE)
        self.line.setAccessibleName(self.tr("Tools that are told of runs"))
        self.line.setToolTip(
            self.tr(
                "MLflow, TensorBoard or Weights & Biases get the curves, the figures and the model too;"
                " several with semicolons between them"
            )
        )
        self.line.editingFinished.connect(self._keep)
        name.setBuddy(self.line)
        self.problem = muted_label(wrap=True)
        set_role(self.problem, "bad")
        self.problem.hide()
        row = QHBoxLayout()
        row.addWidget(name)
        row.addWidget(self.line, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(row)
        whole.addWidget(self.problem)

    def _keep(self) -> None:
        self._session.put(TRACK, self.line.text().strip())
        try:
            places_in(self.line.text())
        except UserError as error:
            self.problem.setText(in_sentences(error))
            self.problem.show()
        else:
            self.problem.hide()
