"""What learns for an answer that keeps no model: a preset as `train` takes it, or a run's settings."""

import argparse

from audioclf_gui.cli.command import CommandParser
from audioclf_gui.cli.output import say
from audioclf_gui.cli.presets import PRESET_METAVAR, pairs, preset_given, refuse_unknown_preset
from audioclf_gui.ml.presets import MAIN_VARIANTS, main_variant
from audioclf_gui.ml.saved_preset import changed
from audioclf_gui.ml.settings import TrainSettings


def add_learner(parser: CommandParser, what: str, *others: str) -> None:
    """Add `--preset`, which says `what`, and `--set`, which changes it or what `others` name."""
    parser.add_argument("--preset", metavar=PRESET_METAVAR, help=what)
    refuse_unknown_preset(parser, *MAIN_VARIANTS)
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="change one training parameter"
    )
    parser.needs("--set", "--preset", *others)


def learner_given(options: argparse.Namespace, of_run: TrainSettings | None = None) -> TrainSettings | None:
    """What is to learn; None where nothing says it.

    Parameters
    ----------
    of_run : TrainSettings, optional
        What a run that was named learnt with, in place of a preset.
    """
    settings = of_run
    if options.preset is not None:
        preset, note = main_variant(options.preset)
        if note is not None:
            say(str(note))
        settings = preset_given(preset).settings
    return None if settings is None else changed(settings, pairs(options.set))
