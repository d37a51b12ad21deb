"""The pictures and tables of a run, beside its model: its network, its curves, what it comes to."""

import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.run import Epoch, Run
from audioclf_gui.core.runs import bundle_of
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.figures.confusion import confusion_svg, report_text
from audioclf_gui.jobs.figures.curves import curves_svg
from audioclf_gui.jobs.figures.network import network_svg, network_text
from audioclf_gui.ml.events import EpochDone, FoldDone, Note, TrainEvent, TrainingDone

if TYPE_CHECKING:
    from audioclf_gui.ml.network_layers import NetworkLayer

_DRAW_EVERY_S = 10.0


def figures_of(folder: Path, run: Run) -> Path | None:
    """Where the pictures and tables of a run of the project in `folder` are; None if there are none."""
    place = _beside(folder / bundle_of(run.id))
    return place if place.is_dir() else None


def _beside(bundle: Path) -> Path:
    return bundle.with_name(bundle.name + ".figures")


def drawn(
    events: Generator[TrainEvent, None, None], figures: "RunFigures"
) -> Generator[TrainEvent, None, None]:
    """The same events, each after what there is to draw of it was drawn.

    A disk that refuses the figures ends them only, which is noted.
    """
    wanted: RunFigures | None = figures
    with closing(events):
        try:
            for event in events:
                try:
                    if wanted is not None:
                        wanted.add(event)
                except OSError as error:
                    wanted = None
                    problem = cannot_write(figures.folder, error).message
                    yield Note(Text("{problem}. Training goes on without it.", problem=problem))
                yield event
        finally:
            with suppress(OSError):
                figures.draw()


class RunFigures:
    """Writes SVG and text files into `<bundle>.figures` as the run goes on.

    `network` is there from the beginning, `curves` (of further folds `curves-02` and so on) are drawn again
    now and then, `epoch-0010-report` and `epoch-0010-confusion` come as often as the run asked for them,
    `report` and `confusion` at the end.

    Parameters
    ----------
    title : str
        Stands above everything; it names the preset, and says if that was as given.
    figure : str
        What is measured after each epoch: accuracy, average precision or R².
    epochs : iterable of Epoch
        Those of before an interruption.
    """

    def __init__(self, bundle: Path, title: str, figure: str, epochs: Iterable[Epoch] = ()) -> None:
        self.folder = _beside(bundle)
        self._title, self._figure = title, figure
        self._epochs: dict[int, dict[int, Epoch]] = {}  # by part, by number
        self._changed: set[int] = set()  # parts whose curves are not drawn yet
        self._drawn_at = time.monotonic()
        for epoch in epochs:
            self._take(epoch)

    def show_network(self, layers: Sequence["NetworkLayer"], shape: Sequence[int]) -> None:
        """Write what the network is made of; nothing where there is none."""
        if layers:
            self._write("network.svg", network_svg(layers, self._title, shape))
            self._write("network.txt", network_text(layers, self._title, shape))

    def add(self, event: TrainEvent) -> None:
        """Take what there is to draw of an event; OSError if the disk refuses it."""
        match event:
            case EpochDone():
                self._take(event.epoch)
                if event.figures is not None:
                    name = f"epoch-{event.epoch.number:04}" + _of_part(event.epoch.part)
                    self._write_report(f"{name}-", event.figures, f"epoch {event.epoch.number}")
                if time.monotonic() - self._drawn_at >= _DRAW_EVERY_S:
                    self.draw()
            case FoldDone():
                self._write_report(f"fold-{event.number:02}-", event.report, f"fold {event.name}")
            case TrainingDone():
                self._write_report("", event.report, str(event.report.get("measured_on", "")))

    def draw(self) -> None:
        """Draw the curves that have grown."""
        for part in sorted(self._changed):
            epochs = [epoch for _number, epoch in sorted(self._epochs[part].items())]
            self._write(f"curves{_of_part(part)}.svg", curves_svg(epochs, self._title, self._figure))
        self._changed.clear()
        self._drawn_at = time.monotonic()

    def _take(self, epoch: Epoch) -> None:
        self._epochs.setdefault(epoch.part, {})[epoch.number] = epoch
        self._changed.add(epoch.part)

    def _write_report(self, start: str, figures: Mapping[str, Any], what: str) -> None:
        title = f"{self._title}, {what}"
        self._write(f"{start}report.txt", report_text(figures, title))
        rows, matrix = figures.get("per_class"), figures.get("confusion")
        if isinstance(rows, list) and isinstance(matrix, list):
            classes = [str(row["class"]) for row in rows]
            self._write(f"{start}confusion.svg", confusion_svg(matrix, classes, title))

    def _write(self, name: str, content: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self.folder / name, content.encode())


def _of_part(part: int) -> str:
    return f"-{part:02}" if part > 1 else ""
