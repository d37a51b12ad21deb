"""Which pretrained network listens: one that is known, or a model file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import button
from audioclf_gui.ml.listeners import LISTENERS


class ListenerBox(QWidget):
    """Shown for models that hear through a listener."""

    def __init__(self, choice: TrainChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.listener = QComboBox()
        self.listener.setAccessibleName(self.tr("Listener"))
        self.listener.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.listener.setMinimumContentsLength(8)
        for known in LISTENERS.values():
            self.listener.addItem(words(known.name), known.key)
        self.listener.activated.connect(self._choose)
        self.file_button = button(
            self.tr("Model file…"),
            self.tr("A network in an ONNX or TensorFlow Lite file, or the bundle.json of a model of yours"),
        )
        self.file_button.clicked.connect(self.ask_for_file)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.listener, 1)
        row.addWidget(self.file_button)
        choice.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        settings = self._choice.settings
        self.setVisible(settings.hears_listener)
        with QSignalBlocker(self.listener):
            place = self.listener.findData(settings.listener)
            if place < 0:
                self.listener.addItem(Path(settings.listener).name, settings.listener)
                place = self.listener.count() - 1
            self.listener.setCurrentIndex(place)

    def ask_for_file(self) -> None:
        """Ask which file it is; what the file leaves open is among the advanced settings."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a model file"), "", self.tr("Networks (*.onnx *.tflite bundle.json)")
        )
        if name:
            file = Path(name)
            self._choice.set(listener=str(file.parent if file.name == "bundle.json" else file))

    def _choose(self) -> None:
        self._choice.set(listener=str(self.listener.currentData()))
