"""Errors that a user can do something about."""

import errno
from pathlib import Path

from audioclf_gui.core.present import is_file, is_folder
from audioclf_gui.core.text import Text

CONVERT_IT = Text("Convert it to WAV or FLAC, or leave it out.")


FREE_DISK = Text("Free some disk space or check the folder's permissions, then do it again.")
_ROOM = Text("Free some space on its disk, or choose a folder on another one.")
_READ_ONLY = Text("It lies on a read-only disk: choose a folder on another one.")
_PERMISSION = Text("Choose a folder that you may write to, or have its permissions changed.")
_ANOTHER_PLACE = Text("Choose a folder that you may write to, with room on its disk.")


class UserError(Exception):
    """Says what happened and what to do next; everything else is a bug.

    Attributes
    ----------
    message, remedy : Text
        The two halves, ready for any language; `str(error)` is the message in English.
    """

    def __init__(self, message: Text, *, remedy: Text) -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(str(self.message))
        self.add_note(f"Remedy: {remedy}")  # which scripts and notebooks print below the message


class AllLearntError(UserError):
    """A model has learnt from all that it could be measured on."""


def cannot_write(path: Path, problem: OSError) -> UserError:
    """That a file cannot be written, with the remedy for what the system says."""
    match problem.errno:
        case errno.ENOSPC | errno.EDQUOT:
            remedy = _ROOM
        case errno.EROFS:
            remedy = _READ_ONLY
        case errno.EACCES | errno.EPERM:
            remedy = _PERMISSION
        case errno.EEXIST | errno.ENOTDIR:
            places = (path, *path.parents)
            in_the_way = next((place for place in places if is_file(place)), path.parent)
            remedy = Text("Move or rename {path}, which is where a folder belongs.", path=in_the_way)
        case _:
            remedy = _ANOTHER_PLACE
    reason = problem.strerror or str(problem)
    return UserError(
        Text("{name} cannot be written: {problem}", name=path.name, problem=reason), remedy=remedy
    )


def cannot_read(path: Path, problem: OSError) -> UserError:
    """A file that somebody named and that cannot be opened."""
    if is_folder(path):
        return UserError(
            Text("{name} is a folder and no file", name=path.name or path),
            remedy=Text("Choose the files in it that are meant."),
        )
    reason = problem.strerror or str(problem)
    return UserError(
        Text("{name} cannot be read: {problem}", name=path.name, problem=reason),
        remedy=Text("Check that it is there and that you may read it."),
    )


def told(error: BaseException) -> Text:
    """An error as one message, remedy included."""
    if isinstance(error, UserError):
        return Text("{message}. {remedy}", message=error.message, remedy=error.remedy)
    return Text.plain(str(error) or type(error).__name__)


def in_words(error: BaseException) -> str:
    """An error in one English sentence or two."""
    words = str(told(error))
    return words[:1].upper() + words[1:] if isinstance(error, UserError) else words


class UnreadableAudioError(UserError):
    """A file that cannot be used as audio; the rest of its batch goes on."""

    def __init__(self, path: Path, reason: Text, *, remedy: Text = CONVERT_IT) -> None:
        self.path = path
        self.reason = reason
        super().__init__(
            Text("{name} cannot be read as audio: {reason}", name=path.name, reason=reason),
            remedy=remedy,
        )


class NoPlaceError(UserError):
    """A project cannot be made where it was to be; another folder may do."""


class ReadOnlyProjectError(UserError):
    """An edit of a project that another window or command holds, or that lies where nobody can write."""

    def __init__(self, path: Path, *, is_protected: bool = False, is_full: bool = False) -> None:
        if is_full:
            message = Text(
                "the disk of {name} was full when it was opened, so it can only be read", name=path.name
            )
            remedy = Text("Free some space on that disk, then open the project again.")
        elif is_protected:
            message = Text("{name} may only be read where it lies, so it cannot be changed", name=path.name)
            remedy = Text("Copy the project to a folder that you may write to, then open it there.")
        else:
            message = Text("{name} is open elsewhere, so it cannot be changed here", name=path.name)
            remedy = Text("Close the other window or command, then open the project again.")
        super().__init__(message, remedy=remedy)
