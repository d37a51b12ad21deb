"""The commands, their options and their help."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from audioclf_gui import __version__
from audioclf_gui.cli import demo, labels, prediction, projects, training
from audioclf_gui.ml.presets import PRESETS

Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name

_EPILOG = """\
exit status: 0 done, 1 a user error, 2 wrong usage, 3 done but some inputs were put aside.
Every command works on the project folder that the window opens, and can run while no window has it open."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read a command line; its `command` is the function to call with it."""
    parser = argparse.ArgumentParser(
        prog="audioclf",
        description="Label sounds, train a classifier on your labels and listen with it, without a window.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"audioclf {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in (_add_projects, _add_import, _add_labels, _add_training, _add_prediction):
        add(commands)
    return parser.parse_args(arguments)


def _command(
    commands: Commands,
    name: str,
    function: Command,
    text: str,
    as_json: str = "print the result as one JSON document",
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(command=function)
    parser.add_argument("--json", action="store_true", help=as_json)
    return parser


def _add_projects(commands: Commands) -> None:
    parser = _command(commands, "demo", demo.demo, "make the demo project of generated sounds, then open it")
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, help="where; default: in your documents"
    )
    parser.add_argument(
        "--no-window", action="store_true", help="train on it, evaluate and print the report instead"
    )
    parser = _command(commands, "new", projects.new, "make an empty project")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser = _command(commands, "info", projects.info, "tell what a project, a model or an audio file is")
    parser.add_argument("path", metavar="PROJECT|BUNDLE|AUDIOFILE", type=Path)
    parser = _command(commands, "check", projects.check, "look for what would spoil the training")
    parser.add_argument("project", metavar="PROJECT", type=Path)


def _add_import(commands: Commands) -> None:
    parser = _command(commands, "import", projects.import_audio, "bring recordings into a project")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    layouts = ("folders", "esc50", "urbansound8k", "speechcommands", "librispeech")
    parser.add_argument("--layout", choices=layouts, help="how the data set says what is what")
    parser.add_argument("--labels-from-name", metavar="REGEX", help="its group `label` is the class")
    parser.add_argument("--group-from-name", metavar="REGEX", help="its groups `group` and `fold`")
    parser.add_argument("--table", metavar="FILE", type=Path, help="a table of files and classes")
    for name, what in (("path", "file"), ("label", "class"), ("group", "group"), ("fold", "fold")):
        parser.add_argument(f"--{name}-column", metavar="C", help=f"the table's column of the {what}")
    parser.add_argument("--target-column", metavar="C", help="the table's column of a number to estimate")
    parser.add_argument("--copy", action="store_true", help="copy the audio into the project")


def _add_labels(commands: Commands) -> None:
    group = commands.add_parser("labels", help="exchange labels with other programs")
    actions = group.add_subparsers(metavar="ACTION", required=True)
    parser = _command(actions, "import", labels.import_labels, "add the labels of files to a project's clips")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--format", metavar="NAME", help="default: recognised from the file")
    parser = _command(actions, "export", labels.export_labels, "write a label file for each labelled clip")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--format", metavar="NAME", required=True)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True)
    parser = _command(actions, "convert", labels.convert, "turn label files into another format")
    parser.add_argument("files", metavar="IN", nargs="+", type=Path)
    parser.add_argument("--to", metavar="NAME", required=True)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True)
    _command(actions, "formats", labels.formats, "list the label formats")


def _add_training(commands: Commands) -> None:
    parser = _command(commands, "train", training.train, "train a model on a project's labels")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--preset", choices=tuple(PRESETS), help="default: default")
    parser.add_argument("--validate", metavar="HOW", help="group, fold:NAME or random:0.2")
    parser.add_argument("--folds", choices=("all",), help="train once for each fold or group fold")
    parser.add_argument("--seed", metavar="N", type=int)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"))
    parser.add_argument("--max-minutes", metavar="M", type=float)
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="change one training parameter"
    )
    parser.add_argument("--config", metavar="FILE", type=Path, help="the settings file of an earlier run")
    parser = _command(commands, "runs", training.runs, "list training runs, show one, or compare two")
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("action", choices=("list", "show", "compare"), nargs="?", default="list")
    parser.add_argument("numbers", metavar="N", nargs="*", type=int)
    parser = _command(commands, "evaluate", training.evaluate, "measure a model on a project's labels")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--fold", metavar="NAME", help="only the clips of this fold")


def _add_prediction(commands: Commands) -> None:
    parser = _command(commands, "predict", prediction.predict, "classify audio files of any length")
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    parser.add_argument("--hop-s", metavar="S", type=float, help="distance of two windows, in seconds")
    parser.add_argument("--format", choices=prediction.FORMATS, default=None)
    parser.add_argument("--out", metavar="FILE|DIR", type=Path, help="default: standard output")
    by_line = "print each decision as a JSON document, one a line"
    parser = _command(commands, "live", prediction.live, "classify what a microphone hears", by_line)
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("--input", metavar="NAME|file:PATH", help="default: the system's default input")
    parser.add_argument("--seconds", metavar="N", type=float, help="stop after so long")
    _command(commands, "devices", prediction.devices, "list the sound devices")
