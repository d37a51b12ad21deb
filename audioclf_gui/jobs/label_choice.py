"""Which labels somebody means who names clips, classes and tracks."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.text import Text, joined, quoted
from audioclf_gui.core.track import track_name, track_titles
from audioclf_gui.core.view import CatalogueView


def clip_called(view: CatalogueView, called: str) -> Clip:
    """The clip of that path, here or in the project's folder, or of that number."""
    stored = view.stored_path(Path(called))
    paths = [stored, Path(called).as_posix()]
    clip = next((clip for path in paths for clip in view.clips if clip.path == path), None)
    if clip is None and called.isdecimal():
        clip = next((clip for clip in view.clips if clip.id == int(called)), None)
    if clip is None:
        raise UserError(
            Text("there is no clip {name}", name=called),
            remedy=Text("Give the path of its file, or its number as `audioclf info PROJECT` tells it."),
        )
    return clip


def class_ids_called(names: Sequence[str], view: CatalogueView) -> set[ClassId]:
    """The classes of these names; UserError if one is unknown."""
    found = {name: class_named(view.classes, name) for name in names}
    if unknown := [name for name, class_id in found.items() if class_id is None]:
        raise UserError(
            Text("there is no class called {names}", names=quoted(unknown)),
            remedy=Text("There are: {names}.", names=joined(known.name for known in view.classes)),
        )
    return {class_id for class_id in found.values() if class_id is not None}


def tracks_called(texts: Sequence[str], view: CatalogueView) -> set[str]:
    """The names of the tracks that are called so; UserError if one is unknown."""
    names = {track_name(text) for text in texts}
    if unknown := sorted(names - {one.name for one in view.tracks}):
        raise UserError(
            Text("there is no track called {names}", names=track_titles(unknown)),
            remedy=Text("There are: {names}.", names=track_titles(one.name for one in view.tracks)),
        )
    return names
