"""What a job in Azure tells, in the words of a training: whoever follows trainings can follow it."""

from collections.abc import Generator
from contextlib import closing

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.writing import AddEpochs, PutRun, PutRunNote
from audioclf_gui.ml.events import Note, TrainEvent
from audioclf_gui.remote.azure.events import AzureNote, JobState, LogLine
from audioclf_gui.remote.azure.train import TrainingThere


def as_training(
    told: Generator[TrainingThere, None, Run],
) -> Generator[TrainEvent | PutRun | PutRunNote | AddEpochs, None, Run]:
    """The same training; the states of its job, its log and what else there is to know are notes.

    The last one comes again and again while nothing happens, so that whoever listens can end it at any time.
    """
    status, last = "", Note(Text("Azure is asked."))
    with closing(told):
        while True:
            try:
                event = next(told)
            except StopIteration as end:
                run: Run = end.value
                return run
            match event:
                case JobState():
                    if event.status != status:
                        status = event.status
                        last = Note(Text("The job in Azure is {status}.", status=Text.plain(status)))
                    yield last
                case AzureNote():
                    last = Note(event.text)
                    yield last
                case LogLine():
                    last = Note(Text.plain(event.line))
                    yield last
                case Progress():
                    share = event.done / max(1, event.total)
                    yield Note(Text("Packing recordings and labels: {share:.0%}", share=share))
                case _:
                    yield event
