"""Which layout a folder seems to have, in words as well: a guess that is not told is a trap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.lengths import typical_duration_s
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import guess_layout
from audioclf_gui.formats.datasets.recorder_names import is_recorders_file, is_recorders_folder

_LONG_S, _VERY_LONG_S = 60.0, 300.0
_FEW_FOLDERS = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """A layout, if one was recognised, and why that one or none."""

    layout: str = ""
    notes: tuple[Text, ...] = ()


def guess(root: Path, audio: Sequence[Path]) -> Guess:
    """The layout that a folder with these sound files seems to have; some are opened to see their length.

    Folders of recordings that nobody has cut into clips tell where or when was recorded. They are not
    taken for classes: those longer than five minutes, those longer than one minute in few folders or with
    the names that recorders give, and shorter ones if folders and files both have such names.
    """
    layout = guess_layout(root, audio)
    if layout is None:
        return Guess()
    if layout == "folders":
        duration_s = typical_duration_s(audio)
        if _are_recordings(root, audio, duration_s):
            told = Text(
                "The folders in {folder} hold recordings of about {duration_s:.0f} s and not clips of one"
                " sound each, so they are not taken for classes; choose folders if they are",
                folder=root.absolute().name,
                duration_s=duration_s,
            )
            return Guess("", (told,))
    return Guess(layout, (_reason(root.absolute().name, layout),))


def _are_recordings(root: Path, audio: Sequence[Path], duration_s: float) -> bool:
    folders = {file.parent for file in audio if file.parent != root}
    by_place = _most(is_recorders_folder(folder.name) for folder in folders)
    by_name = _most(is_recorders_file(file.stem) for file in audio)
    if duration_s >= _LONG_S:
        return duration_s >= _VERY_LONG_S or len(folders) <= _FEW_FOLDERS or by_place or by_name
    return by_place and by_name


def _most(answers: Iterable[bool]) -> bool:
    counted = list(answers)
    return 2 * sum(counted) > len(counted)


def _reason(folder: str, layout: str) -> Text:
    match layout:
        case "esc50":
            return Text("{folder} looks like ESC-50: it has a table with the same columns", folder=folder)
        case "urbansound8k":
            return Text(
                "{folder} looks like UrbanSound8K: it has a table with the same columns", folder=folder
            )
        case "speechcommands":
            return Text("{folder} looks like Speech Commands: it has the same lists of files", folder=folder)
        case "librispeech":
            return Text("{folder} looks like LibriSpeech: it has the same table of speakers", folder=folder)
        case _:
            return Text("{folder} looks like one folder for each class", folder=folder)
