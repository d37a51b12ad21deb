"""Commands about tracks: list, add, rename, move, delete, set."""

import argparse
from collections import Counter
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_actions, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import DONE, print_facts, print_json, print_rows
from audioclf_gui.core.track import MAIN_TITLE, TrackKind
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.edit_tracks import (
    AddTrack,
    DeleteTrack,
    MoveTrack,
    RenameTrack,
    SetTrack,
    TrackEdit,
    edit_tracks,
)

_FLAGS = (
    ("hidden", "not shown; its labels count as before"),
    ("locked", "its labels are not to be changed, in the window or by `labels shift` and its like"),
    ("learnt", "models learn from its labels"),
)


def add_commands(commands: Commands) -> None:
    """Add `tracks`."""
    actions = add_actions(commands, "tracks", "list, add, rename, order or delete tracks, and set them up")
    for name, text, values in (
        ("list", "list the tracks, with how many labels each has", ()),
        ("add", "add a track", ("NAME",)),
        ("rename", "rename a track", ("NAME", "NEW")),
        ("move", "another place for a track; 1 is the first", ("NAME", "PLACE")),
        ("delete", "delete a track with all of its labels", ("NAME",)),
        ("set", "hide or lock a track, or let models learn from it or not", ("NAME",)),
    ):
        parser = add_command(actions, name, list_tracks if name == "list" else edit, text)
        parser.set_defaults(action=name)
        parser.add_argument("project", metavar="PROJECT", type=Path)
        for value in values:
            kind = int if value == "PLACE" else str
            parser.add_argument(value.lower(), metavar=value, type=kind)
        if name == "add":
            kinds = [one.value for one in TrackKind]
            usual = TrackKind.REGIONS.value
            parser.add_argument("--kind", choices=kinds, default=usual, help=f"default: {usual}")
        for flag, what in _FLAGS if name == "set" else ():
            parser.add_argument(f"--{flag}", action=argparse.BooleanOptionalAction, help=what)


def list_tracks(options: argparse.Namespace) -> int:
    """`audioclf tracks list`."""
    with open_for_reading(options.project) as project:
        facts = _facts(project.catalogue.view)
    if options.json:
        print_json({"tracks": facts})
    else:
        header = ("name", "kind", "labels", "hidden", "locked", "learnt")
        rows = [tuple(_said(one[name]) for name in header) for one in facts]
        print_rows(rows, tuple(map(str.capitalize, header)))
    return DONE


def edit(options: argparse.Namespace) -> int:
    """`audioclf tracks add`, and the other actions."""
    with open_for_writing(options.project) as project:
        touched = run_job(edit_tracks(_request(options), project.view()), project, "editing", "tracks")
        tracks = _facts(project.catalogue.view)
    result: dict[str, object] = {"clips": touched, "tracks": tracks}
    print_json(result) if options.json else print_facts({**result, "tracks": len(tracks)})
    return DONE


def _request(options: argparse.Namespace) -> TrackEdit:
    match options.action:
        case "add":
            return AddTrack(options.name, TrackKind(options.kind))
        case "rename":
            return RenameTrack(options.name, options.new)
        case "move":
            return MoveTrack(options.name, options.place - 1)
        case "delete":
            return DeleteTrack(options.name)
        case _:
            return SetTrack(options.name, options.hidden, options.locked, options.learnt)


def _facts(view: CatalogueView) -> list[dict[str, object]]:
    counts = Counter(
        label.track for clip in view.clips for label in view.labels(clip.id) if not label.is_whole_clip
    )
    return [
        {
            "name": one.name or MAIN_TITLE,
            "kind": one.kind.value,
            "labels": counts[one.name],
            "hidden": one.hidden,
            "locked": one.locked,
            "learnt": one.learnt,
        }
        for one in view.tracks
    ]


def _said(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
