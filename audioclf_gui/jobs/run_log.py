"""A run's own log beside its model: its settings, the command that repeats it, a line for each epoch."""

import json
import shlex
from collections.abc import Generator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TextIO

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.run import Epoch, epoch_from
from audioclf_gui.core.text import Text
from audioclf_gui.ml.events import EpochDone, FoldDone, Note, TrainEvent, TrainingDone


def settings_file(bundle: Path) -> Path:
    """The file beside a run's model with the settings that it was made with."""
    return bundle.with_name(bundle.name + ".settings.json")


def log_file(bundle: Path) -> Path:
    """The file beside a run's model with a line for each epoch, note and report."""
    return bundle.with_name(bundle.name + ".log.jsonl")


def logged_epochs(bundle: Path) -> list[Epoch]:
    """The epochs in a run's log, in the order in which they were; none if it cannot be read."""
    try:
        lines = log_file(bundle).read_text("utf-8").splitlines()
        records = [json_value(line) for line in lines if line.endswith("}")]  # the last may be cut off
        return [epoch_from(record["epoch"]) for record in records if "epoch" in record]
    except (OSError, ValueError, TypeError):
        return []


def logged(events: Generator[TrainEvent, None, None], log: "RunLog") -> Generator[TrainEvent, None, None]:
    """The same events, each after it was written to the log, which is closed in the end.

    A disk that refuses the log once training has begun ends the log only, which is noted.
    """
    with closing(events), closing(log):
        for event in events:
            try:
                log.add(event)
            except OSError as error:
                yield Note(Text("{problem}. Training goes on without it.", problem=log.ended_by(error)))
            yield event


class RunLog:
    """Writes `<bundle>.settings.json` at once and `<bundle>.log.jsonl` as the run goes on.

    Parameters
    ----------
    bundle : Path
        The folder that the run's model goes to; the two files stand beside it.
    settings : mapping
        Every parameter, as `TrainSettings.to_dict` gives them; `audioclf train --config` reads them back.
    project : Path
        What the repeating command trains on.
    figure : str
        The key of what is measured after each epoch; see `core.report.figure_key`.
    all_folds : bool
        Whether each fold is held out once.
    goes_on : bool
        Whether lines are added to the log of the same run, which was interrupted.
    where : str
        What computes; empty: this computer.
    """

    def __init__(
        self,
        bundle: Path,
        settings: Mapping[str, object],
        project: Path,
        *,
        figure: str,
        all_folds: bool = False,
        goes_on: bool = False,
        where: str = "",
    ) -> None:
        self._figure = figure
        self.settings_file = settings_file(bundle)
        folds = ["--folds", "all"] if all_folds else []
        command = ["audioclf", "train", str(project), "--config", str(self.settings_file), *folds]
        self.command = shlex.join(command)
        content: dict[str, object] = {
            "command": self.command,
            "all_folds": all_folds,
            "settings": dict(settings),
        }
        if where:
            content["where"] = where
        write_atomically(self.settings_file, json.dumps(content, indent=2).encode())
        self._log_file = log_file(bundle)
        self._log: TextIO | None = self._log_file.open("a" if goes_on else "w", encoding="utf-8")

    def add(self, event: TrainEvent) -> None:
        """Write down what is worth keeping of an event."""
        match event:
            case EpochDone():
                self._write(
                    {"epoch": event.epoch.facts(self._figure), "samples_per_second": event.samples_per_second}
                )
            case Note():
                self._write({"note": str(event.text)})
            case FoldDone():
                self._write({"fold": event.name, "report": dict(event.report)})
            case TrainingDone():
                self._write({"done": dict(event.report)})

    def ended_by(self, error: OSError) -> Text:
        """Write no more, since the disk refuses it; that as a message."""
        with suppress(OSError):  # what waits to be written is refused again
            self.close()
        return cannot_write(self._log_file, error).message

    def close(self) -> None:
        """The run is over; closing twice does no harm."""
        log, self._log = self._log, None
        if log is not None:
            log.close()

    def _write(self, record: Mapping[str, object]) -> None:
        if self._log is not None:
            self._log.write(json.dumps(record) + "\n")
            self._log.flush()
