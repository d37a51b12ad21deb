"""With which settings a model was trained, what was changed of its preset, and what repeats it."""

import shlex
from collections.abc import Mapping

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.documents.parts import Section, Table
from audioclf_gui.ml.settings import describe, settings_for

_OPTIONS = ("validate", "test", "seed", "max_minutes", "folds")  # those that have an option of their own
_OF_THE_MACHINE = {"device", "threads", "precision", "gpu_batch_size"}
"""What another machine has otherwise, and what changes a model by rounding at most."""


def settings_section(settings: Mapping[str, object]) -> Section:
    """Every parameter, by its name."""
    rows = tuple((name, setting_text(value)) for name, value in sorted(settings.items()))
    return Section(Text("Settings"), (Table((Text("Setting"), Text("Value")), rows),))


def versions_section(versions: Mapping[str, str]) -> Section:
    """Of which programs and libraries."""
    return Section(Text("Versions"), (Table((), tuple(sorted(versions.items()))),))


def setting_text(value: object) -> str:
    """A setting as it may be given on the command line; what is left to the data is "auto"."""
    if value is None:
        return "auto"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def changed_settings(run: Run) -> dict[str, tuple[object, object]] | None:
    """Of each parameter that is not as the preset has it what it is, and what the preset has.

    None where the preset is not known any more, so that nobody can tell.
    """
    try:
        usual = settings_for(run.preset, as_given=run.settings.get("as_given", False)).to_dict()
    except UserError:
        return None
    return {
        name: (value, usual[name])
        for name, value in run.settings.items()
        if name in usual and value != usual[name] and name not in {"objective", "preset"}
    }


def changed_table(changed: Mapping[str, tuple[object, object]]) -> Table:
    """What was changed of the preset, and what each of it is for."""
    reasons = {one.name: one.reason for one in describe()}
    rows = tuple(
        (name, setting_text(value), setting_text(usual), reasons.get(name, Text.plain("")))
        for name, (value, usual) in changed.items()
    )
    return Table((Text("Setting"), Text("Value"), Text("In the preset"), Text("What it is for")), rows)


def command(run: Run, project: str, *, all_folds: bool) -> str | None:
    """What trains such a model again; None where nobody knows the preset any more."""
    changed = changed_settings(run)
    if changed is None:
        return None
    values = {name: setting_text(value) for name, (value, _usual) in changed.items()}
    values |= {"seed": setting_text(run.settings.get("seed", 0))}
    told = ["audioclf", "train", project, "--preset", run.preset]
    if all_folds:
        values = {"folds": "all", **values}
    else:
        values.pop("folds", None)  # nothing was made of it
    for name in _OPTIONS:
        if name in values:
            told += [f"--{name.replace('_', '-')}", values[name]]
    for name, value in values.items():
        if name not in _OPTIONS and name not in _OF_THE_MACHINE:
            told += ["--set", f"{name}={value}"]
    return shlex.join(told)
