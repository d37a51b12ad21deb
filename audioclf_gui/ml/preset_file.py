"""Saved presets as YAML files: written for people to read and change, and read strictly.

A file holds plain values only, so nothing in it can be executed. A key that is unknown, is there twice or has
a value of the wrong kind is an error: silently left out, it would train something else than was asked for.
"""

import math
import textwrap
from collections.abc import Mapping
from pathlib import Path

import yaml

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.presets import PRESETS
from audioclf_gui.ml.saved_preset import SavedPreset, changes, with_whole_paths
from audioclf_gui.ml.settings import describe, settings_for

ENDINGS = (".yaml", ".yml")

_VERSION = 1
_KEYS = ("audioclf_preset", "name", "note", "base", "settings")
_LARGEST_BYTES = 65_536
_DEEPEST = 3  # lists in lists: settings need two, and reading takes the square of the depth
_LONGEST_NAME = 80  # characters
_ONE_LINE = math.inf

_AS_EXPORTED = Text("Write it as `audioclf presets export` does.")

_HEAD = """\
# A training preset of audioclf-gui. With this file:
#     audioclf train PROJECT --preset FILE.yaml
# What `settings` leaves out is as the preset called `base` has it.
"""


def written_preset(preset: SavedPreset) -> str:
    """The preset as YAML: what differs from the ready-made one, each parameter with the reason for it."""
    reasons = {one.name: one.reason for one in describe()}
    lines = [_HEAD.rstrip(), _entry("audioclf_preset", _VERSION), _entry("name", preset.name)]
    if preset.note:
        lines.append(_entry("note", preset.note))
    lines.append(_entry("base", preset.settings.preset))
    different = changes(preset.settings)
    lines.append("settings:" if different else "settings: {}")
    for name, value in different.items():
        lines += [f"  # {reasons[name]}", textwrap.indent(_entry(name, value), "  ")]
    return "\n".join(lines) + "\n"


def _entry(key: str, value: object) -> str:
    return str(yaml.safe_dump({key: value}, allow_unicode=True, width=_ONE_LINE)).rstrip("\n")


def read_preset(file: Path) -> SavedPreset:
    """The preset in a file; files that it names are looked for from its folder.

    Raises
    ------
    UserError
        If it cannot be read, or anything in it is not what it has to be; it names the file and the key.
    """
    values = _plain_values(file)
    if unknown := [str(key) for key in values if key not in _KEYS]:
        raise _unusable(
            file,
            Text("there is no key {key!r} in a preset", key=unknown[0]),
            Text("Use only: {keys}. Parameters stand below settings.", keys=joined(_KEYS)),
        )
    if values.get("audioclf_preset", _VERSION) != _VERSION:
        raise _unusable(
            file,
            Text(
                "audioclf_preset = {version} is not the version {known}",
                version=repr(values["audioclf_preset"]),
                known=_VERSION,
            ),
            Text("Update the program, or export the preset anew."),
        )
    name, note, base = (_text(file, values, key) for key in ("name", "note", "base"))
    try:
        name = checked_name(name)
        settings = settings_for(_base(base), **_settings(values.get("settings")))
    except UserError as error:
        raise _unusable(file, error.message, error.remedy) from error
    return SavedPreset(name, with_whole_paths(settings, file.parent), note)


def checked_name(name: str) -> str:
    """The name tidied.

    Raises
    ------
    UserError
        If it is empty, too long, that of a ready-made preset, or one that would be taken for a file's.
    """
    tidy = tidied(name)
    if not tidy or len(tidy) > _LONGEST_NAME:
        raise UserError(
            Text("name = {name!r} is no name for a preset", name=name[: _LONGEST_NAME + 1]),
            remedy=Text("Give a name of 1 to {most:d} characters.", most=_LONGEST_NAME),
        )
    if tidy.casefold() in PRESETS:
        raise UserError(
            Text("name = {name!r}: a ready-made preset is called so", name=tidy),
            remedy=Text("Give it a name of its own."),
        )
    if is_preset_file(tidy):
        raise UserError(
            Text("name = {name!r} would be taken for a file", name=tidy),
            remedy=Text("Leave its ending out."),
        )
    return tidy


def is_preset_file(named: str) -> bool:
    """Whether somebody who names this means a file and no preset that is known."""
    return named.casefold().endswith(ENDINGS)


def _base(name: str) -> str:
    if name not in PRESETS:
        raise UserError(
            Text("base = {name!r} is no ready-made preset", name=name),
            remedy=Text("Use one of: {names}.", names=joined(PRESETS)),
        )
    return name


def _settings(values: object) -> dict[str, object]:
    if values is None:
        return {}
    if not isinstance(values, Mapping):
        raise UserError(
            Text("settings = {value} is no list of parameters", value=repr(values)),
            remedy=Text("Write each parameter indented in a line of its own below settings: trees: 300."),
        )
    if "preset" in values:
        raise UserError(
            Text("settings: preset is said by base"), remedy=Text("Take preset out, and say it as base.")
        )
    for key in values:
        if not isinstance(key, str):
            raise UserError(
                Text("settings: {key} is no name of a parameter", key=repr(key)),
                remedy=Text("Write each parameter as name: value."),
            )
    return dict(values)


def _text(file: Path, values: Mapping[object, object], key: str) -> str:
    value = values.get(key, "" if key == "note" else None)
    if value is None:
        raise _unusable(file, Text("{key} is missing", key=key), Text("Add a line {key}: …", key=key))
    if not isinstance(value, str):
        raise _unusable(
            file,
            Text("{key} = {value} is no text", key=key, value=str(value)),
            Text("Put it in quotation marks."),
        )
    return value


def _plain_values(file: Path) -> Mapping[object, object]:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise cannot_read(file, error) from error
    if len(content) > _LARGEST_BYTES:
        raise _unusable(file, Text("it is too large for a preset"), _AS_EXPORTED)
    try:
        text = content.decode("utf-8-sig")
        _check_plain(file, text)
        values = yaml.safe_load(text)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        problem = Text("it is no YAML: {problem}", problem=_in_a_line(error))
        raise _unusable(file, problem, _AS_EXPORTED) from error
    if not isinstance(values, dict):
        raise _unusable(file, Text("it holds no keys"), _AS_EXPORTED)
    return values


def _check_plain(file: Path, text: str) -> None:
    """UserError where YAML would take the last of several values silently, or one value for another."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise _unusable(
                file, Text("line {line:d}: too deep for a preset", line=_line(event)), _AS_EXPORTED
            )
        if isinstance(event, yaml.AliasEvent):
            raise _unusable(
                file,
                Text("line {line:d}: *{name} stands for another value", line=_line(event), name=event.anchor),
                Text("Write the value itself."),
            )
    nodes = [yaml.compose(text, Loader=yaml.SafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            for place, (key, value) in enumerate(node.value):
                if key.value in keys[:place]:
                    raise _unusable(
                        file,
                        Text("line {line:d}: {key} is there twice", line=_line(key), key=str(key.value)),
                        Text("Take one of the two out."),
                    )
                nodes.append(value)


def _line(part: yaml.Event | yaml.Node) -> int:
    """Counted from 1."""
    return int(part.start_mark.line) + 1


def _in_a_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _unusable(file: Path, problem: Text, remedy: Text) -> UserError:
    message = Text("{file} is no preset that can be used: {problem}", file=file.name, problem=problem)
    return UserError(message, remedy=remedy)
