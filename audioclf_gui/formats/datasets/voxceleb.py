"""VoxCeleb 1 and 2: folders of speakers, in them folders of videos, and a table that says who speaks."""

import re
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below
from audioclf_gui.formats.datasets.sheet import read_header, read_sheet

_ID = re.compile(r"VoxCeleb\d ID", re.IGNORECASE)
_SPEAKER = re.compile(r"id\d{5}")
_PLACES = tuple(
    f"{above}*[mM][eE][tT][aA]*.{end}" for end in ("[cC][sS][vV]", "[tT][xX][tT]") for above in ("", "*/")
)


def voxceleb_table(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The table of speakers in `root` or in a folder of it, if there is one."""
    for pattern in _PLACES:
        for file in in_order(root.glob(pattern)):
            head = None if file.name.startswith(".") else read_header(file)
            if head is not None and head.has(["Gender"]) and any(map(_ID.fullmatch, head.columns)):
                return file
    return None


@layout(
    "voxceleb",
    Text("VoxCeleb: speakers"),
    voxceleb_table,
    lambda folder: Text(
        "{folder} looks like VoxCeleb: it has a table of speakers with the same columns", folder=folder
    ),
)
def voxceleb(root: Path, files: Sequence[Path]) -> Listing:
    """Gender as the table writes it (f or m), the speaker as the group, dev or test as the fold.

    Raises
    ------
    UserError
        If neither `root` nor a folder in it has the table of speakers.
    """
    table = voxceleb_table(root)
    if table is None:
        raise UserError(
            Text("{name} holds no table of speakers as VoxCeleb has it", name=root.name),
            remedy=Text(
                "Choose the folder that holds vox1_meta.csv or vox2_meta.csv and the folders of audio."
            ),
        )
    sheet = read_sheet(table)
    ids = sheet.column(next(filter(_ID.fullmatch, sheet.columns)))
    folds = sheet.column("Set") if sheet.has(["Set"]) else [""] * len(ids)
    told = dict(zip(ids, zip(map(name_in_file, sheet.column("Gender")), folds, strict=True), strict=True))
    candidates = []
    for file in in_order(files):
        speaker = next(filter(_SPEAKER.fullmatch, parts_below(root, file) or ()), "")
        gender, fold = told.get(speaker, ("", ""))
        candidates.append(Candidate(file, gender, speaker, fold))
    notes = [
        *sheet.notes,
        Text("the class is the gender of the speaker; choose folders to tell the speakers apart"),
    ]
    if unknown := [one.path for one in candidates if one.group not in told]:
        notes.append(
            Text(
                "{n} file is of no speaker that {table} knows, so it has no class: {first}",
                "{n} files are of no speaker that {table} knows, so they have no class: {first} for one",
                n=len(unknown),
                table=table.name,
                first=unknown[0].name,
            )
        )
    return Listing(tuple(candidates), tuple(notes), (table,))
