"""What the head of the workspace says from a click on Train until the first run of a project has begun."""

from PySide6.QtCore import QObject

from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.gui.train.run_header import RunHeader
from audioclf_gui.gui.train.trainer import News, Trainer


class FirstRun(QObject):
    """Tells how far the clips have been looked through, where no earlier run is shown meanwhile."""

    def __init__(self, project: Project, trainer: Trainer, header: RunHeader) -> None:
        super().__init__(trainer)
        self._project = project
        self._trainer = trainer
        self._header = header
        trainer.asked.connect(self._begin)
        trainer.reported.connect(self._report)
        trainer.ended.connect(self._end)

    def _begin(self) -> None:
        if not self._project.runs.all:
            self._header.prepare()

    def _report(self, news: News) -> None:
        if self._trainer.run is None and not self._project.runs.all:
            for event in news.latest:
                self._header.show_event(event, 0.0)

    def _end(self, run: Run | None) -> None:
        if run is None and not self._project.runs.all:
            self._header.expect_again()
