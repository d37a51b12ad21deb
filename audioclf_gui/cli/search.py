"""The command that looks for better settings: search."""

import argparse
import os
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeAlias

from audioclf_gui.audio.cache_folder import cache_folder
from audioclf_gui.cli.command import CommandParser, Commands, add_command
from audioclf_gui.cli.interrupts import first_interrupt
from audioclf_gui.cli.opening import open_for_writing
from audioclf_gui.cli.output import DONE, ProgressBar, print_json, print_rows, say
from audioclf_gui.cli.presets import PRESET_METAVAR, pairs, preset_given, refuse_unknown_preset
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.presets import check_free, preset_folder, save_preset
from audioclf_gui.jobs.search import Announced, Found, Search, TrialsEnded, TrialsSeen, search
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.presets import AUTOMATIC
from audioclf_gui.ml.saved_preset import SavedPreset, changed
from audioclf_gui.ml.search.space import space_of, usual_space
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.remote.cluster.events import ClusterNote

SearchJob: TypeAlias = Callable[
    [Search, ProjectView, Path, threading.Event], Generator[object, None, Found]
]  # the trials of which run here, or elsewhere


def add_commands(commands: Commands) -> None:
    """Add `search`."""
    parser = add_command(commands, "search", search_command, "try settings, and tell how good the best are")
    add_search_options(parser)
    add_saving(parser)
    parser.add_argument("--jobs", metavar="N", type=int, default=min(2, os.cpu_count() or 1))
    parser.refuse(lambda given: "--jobs is 1 or more" if given.jobs < 1 else "", "--jobs")


def add_search_options(parser: CommandParser) -> None:
    """What is tried, wherever that is."""
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--preset", metavar=PRESET_METAVAR, default="forest")
    refuse_unknown_preset(parser)
    parser.add_argument("--method", choices=("random", "grid", "halving"), default="random")
    parser.add_argument("--trials", metavar="N", type=int, default=12)
    parser.add_argument(
        "--space",
        metavar="WHAT",
        action="append",
        default=[],
        help="NAME=LOW..HIGH, NAME=A,B,C, or trees, network, r3, r3-wide; default: what suits the preset",
    )
    parser.add_argument("--set", metavar="KEY=VALUE", action="append", default=[], help="of all trials")
    parser.add_argument(
        "--outer", choices=("one", "all"), default="one", help="folds that the search never sees"
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0)
    parser.refuse(_unusable, "--trials", "--preset", "--set")


def add_saving(parser: CommandParser) -> None:
    """What becomes of the winner, where the command waits for it."""
    parser.add_argument("--save-preset", metavar="NAME", help="save the settings of the winner as a preset")


def _unusable(given: argparse.Namespace) -> str:
    if given.trials < 1:
        return "--trials is 1 or more"
    if given.preset == AUTOMATIC:
        return "a search needs a preset to start from: --preset forest, for one"
    return "" if all("=" in pair for pair in given.set) else "--set is followed by KEY=VALUE"


def search_command(options: argparse.Namespace) -> int:
    """`audioclf search`."""
    return report(options, searched(options, search, options.jobs))


def searched(options: argparse.Namespace, job: SearchJob, jobs: int) -> Found:
    """Have a search carried out by a job, and tell how it goes."""
    if options.save_preset is not None:
        check_free(options.save_preset, preset_folder())
    request = asked_for(options, jobs)
    told: set[tuple[str, int]] = set()
    with (
        open_for_writing(options.project) as project,
        first_interrupt(lambda: say("stopping; what is done is kept")) as stop,
        ProgressBar("hearing", "examples") as hearing,
        ProgressBar("trying", "trials") as trying,
    ):

        def show(event: object) -> None:
            (trying if isinstance(event, TrialsEnded) else hearing).follow(event)
            match event:
                case Announced() | ClusterNote():
                    say(str(event.text))
                case TrialsSeen():
                    for trial in event.trials:
                        if trial.has_ended and (event.part, trial.number) not in told:
                            told.add((event.part, trial.number))
                            say(trial.line)

        return carry_out(job(request, project.view(), cache_folder(), stop), project, show)


def asked_for(options: argparse.Namespace, jobs: int) -> Search:
    """The search that the options describe, with this many processes that try."""
    settings = _settings(options)
    space = space_of(options.space) if options.space else usual_space(settings)
    return Search(settings, space, options.method, options.trials, jobs, options.outer)


def report(options: argparse.Namespace, found: Found) -> int:
    """Print what was found, and save it as a preset if that is wanted."""
    if found.winner is None and not found.stopped:
        raise UserError(
            Text("no trial was carried out to its end"),
            remedy=Text("Look at what the trials say, and narrow the space."),
        )
    print_found(found, as_json=options.json)
    if options.save_preset is not None and found.winner is not None and not found.stopped:
        best = changed(_settings(options), found.winner.values)
        kept = save_preset(SavedPreset(options.save_preset, best, str(found.answer)), preset_folder())
        say(f"{kept.preset.name} is saved: {kept.file}")
    return DONE


def _settings(options: argparse.Namespace) -> TrainSettings:
    return changed(preset_given(options.preset).settings, {"seed": options.seed, **pairs(options.set)})


def print_found(found: Found, *, as_json: bool) -> None:
    """Print all trials, and what to expect of the best."""
    if as_json:
        print_json(_facts(found))
        return
    rows = [
        (one.number, one.values_text, str(one.figure_text), one.state, f"{one.seconds:.1f}")
        for one in found.trials
    ]
    print_rows(rows, ("Trial", "Settings", str(found.figure_name).capitalize(), "State", "Seconds"))
    if found.winner is not None:
        changes = " ".join(f"--set {pair}" for pair in found.winner.values_text.split())
        print(f"winner: trial {found.winner.number}, {changes}")
    print(found.answer)


def _facts(found: Found) -> dict[str, object]:
    return {
        "figure": str(found.figure_name),
        "journal": str(found.journal),
        "trials": [
            {
                "trial": one.number,
                "settings": dict(one.values),
                "state": one.state,
                "mean": one.figure,
                "sd": one.sd,
                "folds": list(one.figures),
                "seconds": one.seconds,
                "problem": one.problem,
            }
            for one in found.trials
        ],
        "winner": None if found.winner is None else found.winner.number,
        "inner": None if found.winner is None else found.winner.figure,
        "outer": found.outer_figure,
        "outer_interval": found.interval,
        "outer_groups": found.groups,
        "outer_judged": found.judged,
        "stopped": found.stopped,
        "answer": str(found.answer),
    }
