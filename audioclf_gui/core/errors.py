"""Errors that a user can do something about."""

from pathlib import Path


class UserError(Exception):
    """Says what happened and what to do next; everything else is a bug."""

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def in_words(error: BaseException) -> str:
    """What a run keeps of the error that ended it: one text, remedy included."""
    text = str(error) or type(error).__name__
    return f"{text[:1].upper()}{text[1:]}. {error.remedy}" if isinstance(error, UserError) else text


class UnreadableAudioError(UserError):
    """A file that cannot be used as audio; the rest of its batch goes on."""

    def __init__(
        self,
        path: Path,
        reason: str,
        *,
        remedy: str = "Convert it to WAV or FLAC, or remove it from the project.",
    ) -> None:
        super().__init__(f"{path.name} cannot be read as audio: {reason}", remedy=remedy)
        self.path = path
        self.reason = reason


class ReadOnlyProjectError(UserError):
    """An edit of a project that another window or command holds."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is open elsewhere, so it cannot be changed here",
            remedy="Close the other window or command, then open the project again.",
        )
