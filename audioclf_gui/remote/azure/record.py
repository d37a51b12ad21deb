"""A run as a job leaves it among its outputs, for the project that it came from."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.run import Epoch, Run, RunId, RunStatus
from audioclf_gui.core.text import Text

OUTPUTS = "outputs/run"
"""Where a job puts it: the service keeps what is below the folder outputs."""
RECORD = "run.json"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What the files beside it do not say."""

    run: Run
    epochs: tuple[Epoch, ...]
    title: str = ""

    def to_json(self) -> bytes:
        """As the file holds it."""
        run = {**asdict(self.run), "settings": dict(self.run.settings), "report": dict(self.run.report)}
        return json.dumps(
            {"run": run, "epochs": [asdict(epoch) for epoch in self.epochs], "title": self.title}, indent=2
        ).encode()


def read_record(file: Path) -> RunRecord:
    """What `RunRecord.to_json` wrote; UserError if it is not that."""
    try:
        values = json_value(file.read_bytes())
        of_run = {**values["run"], "id": RunId(values["run"]["id"])}
        run = Run(**{**of_run, "status": RunStatus(of_run["status"])})
        return RunRecord(run, tuple(Epoch(**one) for one in values["epochs"]), str(values["title"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{file} is no record of a run: {problem}", file=file, problem=str(error)),
            remedy=Text("Fetch the job again; it may have been made by another version of the program."),
        ) from error
