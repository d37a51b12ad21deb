"""What runs on a computer in Azure: trains or searches on a packed project and tells of it line by line.

python -m audioclf_gui.remote.azure.in_cloud PACK
"""

import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, Run
from audioclf_gui.core.runs import MODELS, bundle_of
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.search import SEARCHES, Announced, Search, TrialsSeen, search
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.unpack_project import UnpackProject, unpack_project
from audioclf_gui.jobs.writing import AddEpochs, PutRun, carry_out
from audioclf_gui.ml.events import EpochDone, Note, TrainEvent
from audioclf_gui.ml.search.space import space_of
from audioclf_gui.ml.settings import settings_from_dict
from audioclf_gui.remote.azure.event_lines import line_of
from audioclf_gui.remote.azure.job_file import REQUEST
from audioclf_gui.remote.azure.record import OUTPUTS, RECORD, RunRecord
from audioclf_gui.remote.azure.search_record import SEARCH_OUTPUTS, SEARCH_RECORD, search_to_json

_KEEP_EVERY_S = 60.0


def main(pack: Path) -> int:
    """Train or search as the variable of the environment says; the model and its record go to the outputs.

    SIGTERM, which a cancelled job gets, ends it after the batch at hand; the best epoch is kept.
    """
    asked = json.loads(os.environ[REQUEST])
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop.set())
    folder = Path("project").absolute()
    try:
        result_of(unpack_project(UnpackProject(pack, folder)))
        with Project.open(folder) as project:
            (_search if "search" in asked else _train)(project, asked, stop)
    except UserError as error:
        print(f"error: {error}\nremedy: {error.remedy}", file=sys.stderr, flush=True)
        return 1
    return 0


def _train(project: Project, asked: Mapping[str, Any], stop: threading.Event) -> None:
    settings, title = settings_from_dict(dict(asked["settings"])), str(asked["title"])
    run = project.runs.next(settings.preset, settings.to_dict())
    epochs: list[Epoch] = []
    tell_portal = _portal()

    kept: Run | None = None
    kept_s = 0.0

    def show(event: object) -> None:
        nonlocal kept, kept_s
        match event:
            case AddEpochs():
                epochs.extend(event.epochs)
            case PutRun():
                kept = event.run
                _keep(project.folder, kept, epochs, title)
                kept_s = time.monotonic()
            case _ if isinstance(event, TrainEvent):
                print(line_of(event), flush=True)
        if isinstance(event, EpochDone):
            tell_portal(event)
            if kept is not None and time.monotonic() - kept_s >= _KEEP_EVERY_S:  # it may be ended by force
                _keep(project.folder, kept, epochs, title)
                kept_s = time.monotonic()

    request = Train(run, settings, all_folds=asked["all_folds"] is True, name=title)
    carry_out(train(request, project.view(), Path("cache").absolute(), stop), project, show)


def _keep(folder: Path, run: Run, epochs: list[Epoch], title: str) -> None:
    """Put the model of a run, as far as there is one, and all that lies beside it into the outputs."""
    outputs, name = Path(OUTPUTS), Path(bundle_of(run.id)).name
    outputs.mkdir(parents=True, exist_ok=True)
    for place in (folder / MODELS).glob(f"{name}*"):
        if place.is_dir() and not place.name.endswith(".checkpoint"):
            shutil.copytree(place, outputs / place.name, dirs_exist_ok=True)
        elif place.is_file():
            shutil.copy2(place, outputs / place.name)
    report = {**run.report}
    (outputs / RECORD).write_bytes(RunRecord(replace(run, report=report), tuple(epochs), title).to_json())


def _search(project: Project, asked: Mapping[str, Any], stop: threading.Event) -> None:
    wanted = asked["search"]
    request = Search(
        settings_from_dict(dict(asked["settings"])),
        space_of(wanted["space"]),
        wanted["method"],
        wanted["trials"],
        wanted["jobs"],
        wanted["outer"],
    )
    told: set[tuple[str, int]] = set()

    def show(event: object) -> None:
        if isinstance(event, Announced):
            print(line_of(Note(event.text)), flush=True)
        if not isinstance(event, TrialsSeen):
            return
        for trial in event.trials:
            if trial.has_ended and (event.part, trial.number) not in told:
                told.add((event.part, trial.number))
                print(line_of(Note(Text.plain(trial.line))), flush=True)
        _keep_journals(project.folder)  # it may be ended by force

    found = carry_out(search(request, project.view(), Path("cache").absolute(), stop), project, show)
    _keep_journals(project.folder)
    (Path(SEARCH_OUTPUTS) / SEARCH_RECORD).write_bytes(search_to_json(found))
    print(line_of(Note(found.answer)), flush=True)


def _keep_journals(folder: Path) -> None:
    outputs = Path(SEARCH_OUTPUTS)
    outputs.mkdir(parents=True, exist_ok=True)
    for journal in (folder / SEARCHES).glob("*.log"):
        shutil.copy2(journal, outputs / journal.name)


def _portal() -> Callable[[EpochDone], None]:
    """Tells epochs to the workspace's own page of the job; nobody, where there is none."""
    if "MLFLOW_TRACKING_URI" not in os.environ:
        return lambda _event: None
    try:
        mlflow = import_module("mlflow")
    except ImportError as error:
        print(f"the portal gets no figures: {error}", file=sys.stderr, flush=True)
        return lambda _event: None

    def tell(event: EpochDone) -> None:
        facts = event.epoch.facts("figure")
        values = {name: value for name, value in facts.items() if isinstance(value, float)}
        with suppress(mlflow.exceptions.MlflowException):  # figures of a page are not worth a training
            mlflow.log_metrics(values, step=event.epoch.number)

    return tell


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
