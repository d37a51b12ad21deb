"""What is said about labels that belong to no clip, and what can be done about it."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, listed

_LISTED = 4


class UnplacedError(UserError):
    """Labels whose recording is not in the project, or that several recordings fit.

    Attributes
    ----------
    fitting : tuple of Clip
        The clips that may be meant, if there are several.
    """

    def __init__(self, message: Text, *, remedy: Text, fitting: Sequence[Clip] = ()) -> None:
        super().__init__(message, remedy=remedy)
        self.fitting = tuple(fitting)


def absent(what: Text, nearest: str = "", elsewhere: str = "") -> UnplacedError:
    """No clip fits.

    Parameters
    ----------
    what
        How the recording or the label file is spoken of.
    nearest
        A clip that has the name only, if there is one.
    elsewhere
        The folder that tells that another one is meant.
    """
    if not nearest:
        reason = Text("no clip fits {what}", what=what)
    elif elsewhere:
        reason = Text(
            "no clip fits {what}: {clip} has that name, but lies elsewhere than in “{folder}”",
            what=what,
            clip=nearest,
            folder=elsewhere,
        )
    else:
        reason = Text("no clip fits {what}; the nearest with that name is {clip}", what=what, clip=nearest)
    return UnplacedError(reason, remedy=_remedy(nearest))


def not_imported(what: Text, recording: Path, nearest: str) -> UnplacedError:
    """The recording that is meant is there, but no clip of the project."""
    reason = Text("no clip fits {what}: {path} is not in the project", what=what, path=recording)
    return UnplacedError(reason, remedy=_remedy(nearest))


def put_aside(what: Text, recording: Path, reason: Text) -> UnplacedError:
    """The recording that is meant could not be taken in."""
    return UnplacedError(
        Text("no clip fits {what}: {path} was put aside: {reason}", what=what, path=recording, reason=reason),
        remedy=Text("Mend or convert that recording and import it, then these labels again."),
    )


def taken_out(what: Text, recording: Path) -> UnplacedError:
    """The recording that is meant was a clip."""
    return UnplacedError(
        Text("no clip fits {what}: {path} was taken out of the project", what=what, path=recording),
        remedy=Text("Import that recording again, then these labels."),
    )


def ambiguous(what: Text, recordings: Sequence[Clip | Path]) -> UnplacedError:
    """Several fit alike; those given as Path are no clips."""
    shown = [
        Text.plain(one.path) if isinstance(one, Clip) else Text("{path} (not in the project)", path=one)
        for one in recordings[:_LISTED]
    ]
    if len(recordings) > _LISTED:
        shown.append(Text("{n} more", "{n} more", n=len(recordings) - _LISTED))
    return UnplacedError(
        Text(
            "{n} clip fits {what}: {clips}",
            "{n} clips fit {what}: {clips}",
            n=len(recordings),
            what=what,
            clips=listed(shown, ", "),
        ),
        remedy=Text("Choose the clip that is meant for the file, or put the file beside its recording."),
        fitting=[one for one in recordings if isinstance(one, Clip)],
    )


def _remedy(nearest: str) -> Text:
    if not nearest:
        return Text("Import the recording that is meant, or choose the clip for the file.")
    return Text(
        "Import the recording that is meant. If it is {clip}, choose that clip for the file, or let only file"
        " names count.",
        clip=nearest,
    )
