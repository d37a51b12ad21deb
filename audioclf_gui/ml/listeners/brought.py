"""Listeners that the user brings: model files, and models of this program."""

from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.listeners import own_model, user_file
from audioclf_gui.ml.listeners.listener import PretrainedListener
from audioclf_gui.ml.listeners.packages import MissingPackageError
from audioclf_gui.ml.listeners.place import listeners_folder, places
from audioclf_gui.ml.listeners.signature import Answers

KEYS = (user_file.KEY, own_model.KEY)


def open_path(path: Path, answers: Answers) -> PretrainedListener:
    """What lies there as a listener; fails as `user_file.open_file` and `own_model.open_model`."""
    return own_model.open_model(path) if path.is_dir() else user_file.open_file(path, answers)


def open_again(content: str, name: str, answers: Answers) -> PretrainedListener:
    """The file or model of this content, wherever it lies now.

    Raises
    ------
    UserError
        If there is none; it tells the name and hash of what is needed and where to put it.
    """
    others = []
    for path in places(content, name):
        if path.exists() and (found := _tried_again(path, answers)) and found.content == content:
            return found
        if path.exists():
            others.append(path)
    needed = Text(
        "Copy {name} with the hash {hash} into {folder}.", name=name, hash=content, folder=listeners_folder()
    )
    if others:
        raise UserError(
            Text("{file} is another file than the listener {name} that it needs", file=others[0], name=name),
            remedy=needed,
        )
    raise UserError(Text("the listener {name} that it needs is not there", name=name), remedy=needed)


def _tried_again(path: Path, answers: Answers) -> PretrainedListener | None:
    """What is in a file that may have become another one; None if that is no listener."""
    try:
        return open_path(path, answers)
    except MissingPackageError:
        raise
    except UserError:
        return None
