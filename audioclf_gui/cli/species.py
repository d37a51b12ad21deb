"""The command that asks BirdNET for species: species."""

import argparse
from collections import Counter
from pathlib import Path

from audioclf_gui.cli.clips import WHERE, chosen_clips
from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import open_for_reading, open_for_writing, run_job
from audioclf_gui.cli.output import print_json, print_rows, say, show_quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.edit_clips import LabelUnlabelled, edit_clips
from audioclf_gui.jobs.species import (
    USUAL_MOST,
    USUAL_THRESHOLD,
    ClipSpecies,
    NameSpecies,
    classes_by_species,
    name_species,
)
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.listeners import LISTENERS
from audioclf_gui.ml.listeners.credit import credit


def add_commands(commands: Commands) -> None:
    """Add `species`."""
    parser = add_command(
        commands, "species", species, "let BirdNET name the birds and other animals in clips"
    )
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--where", metavar="FILTER", default="", help=WHERE)
    parser.add_argument(
        "--threshold", metavar="P", type=float, default=USUAL_THRESHOLD, help="least score, 0 to 1"
    )
    parser.add_argument("--top", metavar="N", type=int, default=USUAL_MOST, help="species of a clip at most")
    parser.add_argument(
        "--label",
        metavar="SPECIES=CLASS",
        action="append",
        default=[],
        help="label clips without a label in which the species is heard; a class that is missing is made",
    )


def species(options: argparse.Namespace) -> int:
    """`audioclf species`."""
    classes = dict(map(_pair, options.label))
    say(str(credit(LISTENERS["birdnet"])))
    with (open_for_writing if classes else open_for_reading)(options.project) as project:
        view = project.catalogue.view
        ids = tuple(clip.id for clip in chosen_clips(view, options.where))
        request = NameSpecies(ids, options.threshold, options.top)
        done = run_job(name_species(request, project.view()), None, "listening", "clips")
        if options.json:
            print_json([_facts(view, clip) for clip in done.clips])
        else:
            print_rows(list(_rows(view, done.clips)), ("Clip", "Species", "", "Score", "At s"))
        if classes:
            edit = LabelUnlabelled(classes_by_species(done.clips, classes))
            labelled = carry_out(edit_clips(edit, project.view()), project)
            say(f"clips labelled: {labelled}; those that had a label keep it")
    counts = Counter(one.species.common for clip in done.clips for one in clip.heard)
    say("; ".join(f"{name}: {count}" for name, count in counts.most_common(8)) or "no species was heard")
    return show_quarantined(done.refused)


def _pair(text: str) -> tuple[str, str]:
    name, equals, given = text.partition("=")
    if not equals or not given.strip():
        raise UserError(
            Text("--label {pair} is not understood", pair=text),
            remedy=Text("Write --label 'Turdus merula=blackbird', for one."),
        )
    return name, given


def _facts(view: CatalogueView, clip: ClipSpecies) -> dict[str, object]:
    return {
        "path": str(view.clip(clip.clip_id).path),
        "species": [
            {
                "scientific": one.species.scientific,
                "common": one.species.common,
                "score": round(one.score, 4),
                "start_s": one.start_s,
            }
            for one in clip.heard
        ],
    }


def _rows(view: CatalogueView, clips: tuple[ClipSpecies, ...]) -> list[tuple[object, ...]]:
    return [
        (
            view.audio_path(view.clip(clip.clip_id)).name,
            one.species.common,
            one.species.scientific,
            f"{one.score:.2f}",
            f"{one.start_s:.1f}",
        )
        for clip in clips
        for one in clip.heard
    ]
