"""What an import came to, and what there is to decide about it."""

from PySide6.QtCore import Signal

from audioclf_gui.gui.import_tables import refused_table, refused_view
from audioclf_gui.gui.label_files_bar import LabelFilesBar
from audioclf_gui.gui.twins_bar import TwinsBar
from audioclf_gui.gui.unplaced_bar import UnplacedBar
from audioclf_gui.gui.widgets import Panel, primary_button, row_layout, title_label


class ResultPanel(Panel):
    """Numbers, what label files brought, refused files, then the questions."""

    left = Signal()
    again = Signal(object)  # ImportLabels: the same files with what the user decided
    merge_asked = Signal(object)  # MergeClasses

    def __init__(self) -> None:
        super().__init__()
        self.heading.setText(self.tr("Result").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Result"))
        self.title = title_label("", 1)
        self.done_button = primary_button(self.tr("To the clips"), self.tr("See, hear and label them"))
        self.done_button.clicked.connect(self.left)
        self.refused = refused_table(self)
        self.refused_view = refused_view(self.refused)
        self.labels_bar, self.unplaced_bar, self.twins_bar = LabelFilesBar(), UnplacedBar(), TwinsBar()
        self.labels_bar.again.connect(self.again)
        self.unplaced_bar.answered.connect(self.again)
        self.twins_bar.merge_asked.connect(self.merge_asked)
        row = row_layout(self.title, self.done_button)
        row.insertStretch(1)
        self.body.addLayout(row)
        for widget in (self.labels_bar, self.refused_view, self.unplaced_bar, self.twins_bar):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.hide()
