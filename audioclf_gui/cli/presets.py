"""`audioclf presets list|save|rename|delete|export|import`: ways to train, saved under a name."""

import argparse
import difflib
from pathlib import Path

from audioclf_gui.cli.command import CommandParser, Commands, add_actions, add_command
from audioclf_gui.cli.opening import open_for_reading, run_called
from audioclf_gui.cli.output import DONE, print_json, print_rows, say, show_error
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.presets import (
    KeptPreset,
    delete_preset,
    export_preset,
    import_preset,
    kept_presets,
    preset_called,
    preset_folder,
    rename_preset,
    save_preset,
)
from audioclf_gui.jobs.training_choice import chosen_settings
from audioclf_gui.ml.preset_file import is_preset_file
from audioclf_gui.ml.presets import AUTOMATIC, PRESETS
from audioclf_gui.ml.saved_preset import SavedPreset, changed, changes, lacking
from audioclf_gui.ml.settings import TrainSettings, settings_from_dict

PRESET_METAVAR = "NAME|FILE.yaml"

_COLUMNS = ("preset", "starts from", "what it is")
_NAME = "what it is called; quote a name with blanks"


def add_commands(commands: Commands) -> None:
    """Add `presets` and its actions."""
    actions = add_actions(commands, "presets", "list and keep presets: ways to train, saved under a name")
    add_command(actions, "list", show, "list the ready-made presets and your own")
    parser = add_command(actions, "save", save, "save settings as a preset of yours, for all projects")
    parser.add_argument("name", metavar="NAME", help=_NAME)
    parser.add_argument(
        "--project", metavar="PROJECT", type=Path, help="save what its Train workspace has chosen"
    )
    parser.add_argument("--run", metavar="N", type=int, help="save the settings of this run of it")
    parser.add_argument("--preset", metavar=PRESET_METAVAR, help="start from this preset")
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help="change one training parameter"
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="what it is for")
    _add_replace(parser)
    parser.needs("--run", "--project")
    parser.excludes("--preset", "--project")
    parser.refuse(_says_nothing, "--preset", "--project", "--set")
    refuse_unknown_preset(parser)
    parser = add_command(actions, "rename", rename, "call a preset of yours otherwise")
    parser.add_argument("name", metavar="NAME", help=_NAME)
    parser.add_argument("new_name", metavar="NEW_NAME")
    parser = add_command(actions, "delete", delete, "delete a preset of yours; its file is kept apart")
    parser.add_argument("name", metavar="NAME", help=_NAME)
    parser = add_command(actions, "export", export, "write a preset as a YAML file")
    parser.add_argument("name", metavar="NAME", help=_NAME)
    parser.add_argument("--out", metavar="FILE.yaml", type=Path, required=True)
    parser = add_command(actions, "import", take_in, "keep the preset in a YAML file as one of yours")
    parser.add_argument("file", metavar="FILE.yaml", type=Path)
    parser.add_argument("--name", metavar="NAME", default="", help="keep it under another name")
    _add_replace(parser)


def refuse_unknown_preset(parser: CommandParser, *others: str) -> None:
    """Let `--preset` be wrong usage unless it names a preset or one of `others`, or ends as a file does."""

    def reason(given: argparse.Namespace) -> str:
        wanted = given.preset
        if wanted is None or is_preset_file(wanted) or wanted in others:
            return ""
        kept = kept_presets(preset_folder())
        if wanted in PRESETS or kept.find(wanted) is not None:
            return ""
        known = [*PRESETS, *(one.preset.name for one in kept.all)]
        near = difflib.get_close_matches(wanted, [*known, *others], n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
        return f"argument --preset: there is no preset called {wanted!r}; {hint}"

    parser.refuse(reason, "--preset")


def preset_given(name: str) -> SavedPreset:
    """The preset that `--preset` names; what is wrong with presets that it does not name is left alone."""
    return preset_called(name, preset_folder())


def say_what_is_lacking(settings: TrainSettings, project: Project) -> None:
    """Tell what the settings ask for that the project does not have."""
    for note in lacking(project.catalogue.view, settings):
        say(f"note: {note}")


def show(options: argparse.Namespace) -> int:
    """`audioclf presets list`."""
    kept = kept_presets(preset_folder())
    for problem in kept.problems:
        show_error(problem)
    if options.json:
        ready_made = [{"preset": one.name, "saved": False, "base": one.name} for one in PRESETS.values()]
        print_json({"presets": [*ready_made, *map(_facts, kept.all)]})
        return DONE
    rows = [(one.name, "", str(one.title)) for one in PRESETS.values()]
    rows += [(one.preset.name, one.preset.settings.preset, _described(one.preset)) for one in kept.all]
    print_rows(rows, _COLUMNS)
    return DONE


def save(options: argparse.Namespace) -> int:
    """`audioclf presets save`."""
    preset = SavedPreset(options.name, _settings(options), options.note)
    _say_saved(save_preset(preset, preset_folder(), replacing=options.replace), as_json=options.json)
    return DONE


def rename(options: argparse.Namespace) -> int:
    """`audioclf presets rename`."""
    _say_saved(rename_preset(options.name, options.new_name, preset_folder()), as_json=options.json)
    return DONE


def delete(options: argparse.Namespace) -> int:
    """`audioclf presets delete`."""
    place = delete_preset(options.name, preset_folder())
    if options.json:
        print_json({"preset": options.name, "moved_to": str(place)})
    else:
        say(f"deleted; its file is kept as {place}")
    return DONE


def export(options: argparse.Namespace) -> int:
    """`audioclf presets export`."""
    preset = preset_given(options.name)
    kept = export_preset(preset, options.out)
    if kept is not None:
        say(f"kept what was there: {kept}")
    if options.json:
        print_json({"preset": preset.name, "file": str(options.out)})
    else:
        say(f"{preset.name} written to {options.out}")
    return DONE


def take_in(options: argparse.Namespace) -> int:
    """`audioclf presets import`."""
    kept = import_preset(options.file, preset_folder(), options.name, replacing=options.replace)
    _say_saved(kept, as_json=options.json)
    return DONE


def _add_replace(parser: CommandParser) -> None:
    parser.add_argument(
        "--replace", action="store_true", help="take the place of one of that name, whose file is kept apart"
    )


def _says_nothing(given: argparse.Namespace) -> str:
    if given.project is None and given.preset is None and not given.set:
        return "say what is to be saved: --project, --preset or --set"
    return ""


def _settings(options: argparse.Namespace) -> TrainSettings:
    if options.project is not None:
        with open_for_reading(options.project) as project:
            settings = _of_project(project, options.run)
    else:
        settings = preset_given(options.preset or AUTOMATIC).settings
    return changed(settings, pairs(options.set))


def _of_project(project: Project, number: int | None) -> TrainSettings:
    if number is not None:
        known: dict[int, Run] = {run.id: run for run in project.runs.all}
        return settings_from_dict(run_called(known, number).settings)
    settings = chosen_settings(project.settings)
    if settings is None:
        raise UserError(
            Text("nothing is chosen yet in the Train workspace of {name}", name=project.name),
            remedy=Text("Train once in the window, or give --run or --preset."),
        )
    return settings


def pairs(given: list[str]) -> dict[str, object]:
    """What `--set KEY=VALUE` says."""
    found: dict[str, object] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UserError(
                Text("--set {pair} is not understood", pair=pair),
                remedy=Text("Write --set epochs=60, for one."),
            )
        found[name] = value
    return found


def _say_saved(kept: KeptPreset, *, as_json: bool) -> None:
    if as_json:
        print_json({**_facts(kept), "file": str(kept.file)})
    else:
        say(f"{kept.preset.name} is saved: {kept.file}")


def _facts(kept: KeptPreset) -> dict[str, object]:
    preset = kept.preset
    return {
        "preset": preset.name,
        "saved": True,
        "base": preset.settings.preset,
        "note": preset.note,
        "settings": dict(changes(preset.settings)),
    }


def _described(preset: SavedPreset) -> str:
    different = " ".join(f"{name}={value}" for name, value in changes(preset.settings).items())
    return preset.note or different
