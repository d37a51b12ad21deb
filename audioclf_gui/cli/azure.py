"""Commands that work in Azure Machine Learning: azure check, compute, submit and so on."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.azure_events import show
from audioclf_gui.cli.command import CommandParser, Commands, add_actions, add_command
from audioclf_gui.cli.interrupts import first_interrupt
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import (
    DONE,
    SOME_QUARANTINED,
    ProgressBar,
    print_facts,
    print_json,
    print_rows,
    say,
)
from audioclf_gui.cli.presets import PRESET_METAVAR, pairs, preset_given, refuse_unknown_preset
from audioclf_gui.cli.runs import print_report
from audioclf_gui.cli.search import add_search_options, asked_for, print_found
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.train import Train, check_report
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.presets import AUTOMATIC, MAIN_VARIANTS, PRESETS, main_variant
from audioclf_gui.ml.saved_preset import changed

if TYPE_CHECKING:  # a command that is not used takes no time at the start of others
    from audioclf_gui.remote.azure.making import Made
    from audioclf_gui.remote.azure.place import Place
    from audioclf_gui.remote.azure.submitting import Submitted

_JOB_COLUMNS = ("Job", "What", "Status", "Page")


def add_commands(commands: Commands) -> None:
    """Add `azure` and what can be done there."""
    actions = add_actions(commands, "azure", "train in Azure Machine Learning")
    _add(actions, "check", check, "say who is logged in, and look for the workspace and its computers")
    _add_compute(actions)
    parser = _add(actions, "environment", environment, "make the packages that jobs need, or find them")
    _add_dry_run(parser)
    parser = _add(actions, "upload", upload, "put recordings and labels there, unless they are there already")
    _add_project(parser)
    _add_dry_run(parser)
    _add_sending(actions)
    parser = _add(actions, "stream", stream, "follow a job; Ctrl+C leaves it running")
    parser.add_argument("job", metavar="JOB")
    parser = _add(actions, "cancel", cancel, "end a job")
    parser.add_argument("job", metavar="JOB")
    parser = _add(actions, "list", list_all, "the jobs of a project, and how far they are")
    _add_project(parser)
    parser = _add(actions, "download", download, "make a run, or a search, of what a job left")
    _add_project(parser)
    parser.add_argument("job", metavar="JOB")
    parser = _add(actions, "register", register, "keep a model in the workspace, as its next version")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("name", metavar="NAME")
    parser = _add(actions, "fetch", fetch, "bring a model of the workspace here")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("version", metavar="VERSION")
    parser.add_argument("folder", metavar="DIR", type=Path)


def _add(actions: Commands, name: str, function: object, text: str) -> CommandParser:
    parser = add_command(actions, name, function, text)  # type: ignore[arg-type]
    parser.add_argument(
        "--config",
        metavar="FILE",
        type=Path,
        help="which workspace; default: azure.toml in the project's folder or this one, and the environment",
    )
    return parser


def _add_project(parser: CommandParser) -> None:
    parser.add_argument("project", metavar="PROJECT", type=Path)


def _add_dry_run(parser: CommandParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say what would be made and what it costs")


def _add_compute(actions: Commands) -> None:
    parser = _add(actions, "compute", compute, "make the computers of the workspace, or find them")
    parser.add_argument("--size", metavar="SIZE", default="Standard_DS3_v2", help="default: %(default)s")
    parser.add_argument(
        "--max-nodes", metavar="N", type=int, default=1, help="so many at most; without work there are none"
    )
    parser.add_argument(
        "--idle-s",
        metavar="S",
        type=int,
        default=300,
        help="so long a node waits for more; default: %(default)s",
    )
    parser.add_argument("--low-priority", action="store_true", help="cheaper ones, which may be taken away")
    _add_dry_run(parser)
    parser.refuse(_odd_sizes, "--max-nodes", "--idle-s")


def _odd_sizes(given: argparse.Namespace) -> str:
    if given.max_nodes < 1:
        return "--max-nodes is 1 or more"
    return "--idle-s is 0 or more" if given.idle_s < 0 else ""


def _add_training(parser: CommandParser) -> None:
    _add_project(parser)
    parser.add_argument("--preset", metavar=PRESET_METAVAR, default=AUTOMATIC)
    refuse_unknown_preset(parser, *MAIN_VARIANTS)
    parser.add_argument("--folds", choices=("all",), help="hold each fold of the data out once")
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="change one training parameter"
    )


def _add_sending(actions: Commands) -> None:
    parser = _add(actions, "submit", submit, "send a training; the same one is not sent twice")
    _add_training(parser)
    _add_dry_run(parser)
    parser = _add(actions, "train", train, "send a training, follow it and fetch its run; Ctrl+C cancels it")
    _add_training(parser)
    parser = _add(actions, "search", search, "send a search for settings; download brings it here")
    add_search_options(parser)
    parser.add_argument("--jobs", metavar="N", type=int, default=4, help="so many processes try; default: 4")
    parser.refuse(lambda given: "--jobs is 1 or more" if given.jobs < 1 else "", "--jobs")
    _add_dry_run(parser)


def _place(options: argparse.Namespace) -> "Place":
    from audioclf_gui.remote.azure.place import Place

    return Place.named(options.config, getattr(options, "project", None))


def check(options: argparse.Namespace) -> int:
    """`audioclf azure check`."""
    from audioclf_gui.remote.azure.account import check as look

    found = look(_place(options))
    facts = {"who": found.who, **asdict(found.place), "region": found.region}
    _tell(options, {**facts, "compute is there": found.has_compute})
    return DONE


def compute(options: argparse.Namespace) -> int:
    """`audioclf azure compute`."""
    from audioclf_gui.remote.azure.making import Computers, make_compute

    wanted = Computers(options.size, options.max_nodes, options.idle_s, options.low_priority)
    return _say_made(options, make_compute(_place(options), wanted, dry_run=options.dry_run))


def environment(options: argparse.Namespace) -> int:
    """`audioclf azure environment`."""
    from audioclf_gui.remote.azure.making import make_environment

    return _say_made(options, make_environment(_place(options), dry_run=options.dry_run))


def _say_made(options: argparse.Namespace, made: "Made") -> int:
    if made.is_new:
        say(f"{'would make' if options.dry_run else 'made'} the {made.kind} {made.name}")
    else:
        say(f"the {made.kind} {made.name} is there already")
    if made.cost is not None:
        say(str(made.cost))
    _tell(options, {made.kind: made.name, "new": made.is_new, **made.facts})
    return DONE


def upload(options: argparse.Namespace) -> int:
    """`audioclf azure upload`."""
    from audioclf_gui.remote.azure.project_data import Upload, upload_project

    with open_for_reading(options.project) as project:
        request = Upload(_place(options), options.dry_run)
        done = run_job(upload_project(request, project.view()), project, "packing", "bytes", show)
    for path in done.missing:
        say(f"missing: {path} is not there and stays out")
    _tell(options, {"data": done.name, "version": done.version, "new": done.is_new})
    return SOME_QUARANTINED if done.missing else DONE


def submit(options: argparse.Namespace) -> int:
    """`audioclf azure submit`."""
    from audioclf_gui.remote.azure.submitting import Submit, submit_job

    with open_for_writing(options.project) as project:
        request = Submit(_place(options), _training(project, options), options.dry_run)
        done = run_job(submit_job(request, project.view(), cache_folder()), project, "packing", "bytes", show)
    return _say_sent(options, done)


def search(options: argparse.Namespace) -> int:
    """`audioclf azure search`: the job is followed, ended and fetched as that of a training."""
    from audioclf_gui.remote.azure.submitting import SubmitSearch, submit_search

    with open_for_writing(options.project) as project:
        request = SubmitSearch(_place(options), asked_for(options, options.jobs), options.dry_run)
        sending = submit_search(request, project.view(), cache_folder())
        done = run_job(sending, project, "packing", "bytes", show)
    return _say_sent(options, done)


def _say_sent(options: argparse.Namespace, done: "Submitted") -> int:
    if done.is_new and done.cost is not None:
        say(str(done.cost))
    facts = {"job": done.job, "new": done.is_new, "status": done.status, "data": done.data}
    _tell(options, {**facts, "data is new": done.data_is_new, "file": str(done.file), "page": done.page})
    return DONE


def train(options: argparse.Namespace) -> int:
    """`audioclf azure train`: Ctrl+C cancels the job, and what it has kept is fetched."""
    from audioclf_gui.remote.azure.train import TrainOnAzure, train_on_azure

    with (
        open_for_writing(options.project) as project,
        first_interrupt(lambda: say("cancelling the job; press Ctrl+C again to leave it to itself")) as stop,
        ProgressBar("packing", "bytes") as packing,
    ):

        def follow(event: object) -> None:
            packing.follow(event)
            show(event)

        request = TrainOnAzure(_place(options), _training(project, options))
        run = carry_out(train_on_azure(request, project.view(), cache_folder(), stop), project, follow)
    check_report(run)
    print_json(run.report) if options.json else print_report(run.report)
    return DONE


def _training(project: Project, options: argparse.Namespace) -> Train:
    preset, note = main_variant(options.preset)
    if note is not None:
        say(str(note))
    chosen = preset_given(preset)
    settings = changed(chosen.settings, pairs(options.set))
    name = "" if chosen.name in PRESETS else chosen.name
    run = project.runs.next(settings.preset, settings.to_dict())
    return Train(run, settings, options.folds is not None, name)


def stream(options: argparse.Namespace) -> int:
    """`audioclf azure stream`: with --json each line of the training is an event, as the job wrote it."""
    from audioclf_gui.remote.azure.following import Follow, follow_job

    with first_interrupt() as stop:
        ended = carry_out(follow_job(Follow(_place(options), options.job), stop), None, show)
    _tell(options, {"job": options.job, "status": ended.status, "problem": ended.problem})
    return DONE


def cancel(options: argparse.Namespace) -> int:
    """`audioclf azure cancel`."""
    from audioclf_gui.remote.azure.jobs_there import cancel_job

    done = cancel_job(_place(options), options.job)
    _tell(options, {"job": done.name, "status": done.status})
    return DONE


def list_all(options: argparse.Namespace) -> int:
    """`audioclf azure list`."""
    from audioclf_gui.remote.azure.jobs_there import list_jobs

    with open_for_reading(options.project) as project:
        folder = project.file.parent
    jobs = run_job(list_jobs(_place(options), folder), None, "asking", "jobs")
    if options.json:
        print_json([asdict(one) for one in jobs])
    else:
        print_rows([(one.name, one.title, one.status, one.page) for one in jobs], _JOB_COLUMNS)
    return DONE


def download(options: argparse.Namespace) -> int:
    """`audioclf azure download`."""
    from audioclf_gui.remote.azure.download import download_run
    from audioclf_gui.remote.azure.download_search import DownloadSearch, download_search
    from audioclf_gui.remote.azure.fetching import Download
    from audioclf_gui.remote.azure.jobs_there import is_search

    with open_for_writing(options.project) as project:
        place = _place(options)
        if is_search(place, options.job):
            fetched = download_search(DownloadSearch(place, options.job), project.view())
            print_found(run_job(fetched, project, "fetching", "files", show), as_json=options.json)
            return DONE
        request = Download(place, options.job, project.runs.next("", {}))
        run = run_job(download_run(request, project.view()), project, "fetching", "files", show)
    _tell(options, {"run": run.id, "preset": run.preset, "status": run.status.value, "bundle": run.bundle})
    return DONE


def register(options: argparse.Namespace) -> int:
    """`audioclf azure register`."""
    from audioclf_gui.remote.azure.jobs_there import register_model

    made = register_model(_place(options), options.bundle, options.name)
    _tell(options, {"model": made.name, "version": made.version})
    return DONE


def fetch(options: argparse.Namespace) -> int:
    """`audioclf azure fetch`."""
    from audioclf_gui.remote.azure.jobs_there import fetch_model

    found = fetch_model(_place(options), options.name, options.version, options.folder)
    _tell(options, {"model": options.name, "version": options.version, "bundles": list(map(str, found))})
    return DONE


def _tell(options: argparse.Namespace, facts: Mapping[str, object]) -> None:
    if options.json:
        print_json(facts)
    else:
        print_facts(
            {name: json.dumps(value) if isinstance(value, list) else value for name, value in facts.items()}
        )
