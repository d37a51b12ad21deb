"""What the importer says about numbers of things: found, to be taken in, taken in."""

from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import enumerated, words
from audioclf_gui.jobs.import_plan import Outline, Survey


def survey_text(found: Survey) -> str:
    """What lies under the chosen paths: "5 sound files, 1 table"."""
    kinds = (
        Text("{n} sound file", "{n} sound files", n=len(found.audio)),
        Text("{n} table", "{n} tables", n=len(found.tables)),
        Text("{n} label file", "{n} label files", n=len(found.label_files)),
    )
    there = [kind for kind in kinds if kind.count]
    return words(enumerated(there) if there else Text("Nothing in there can be imported."))


def outline_text(outline: Outline, shown: int) -> str:
    """What a plan comes to, of which the first `shown` clips can be seen: "5 clips  ·  2 classes"."""
    parts = [
        Text("{n} clip", "{n} clips", n=len(outline.wanted)),
        Text("{n} class", "{n} classes", n=outline.classes),
    ]
    others = (
        Text("{n} group", "{n} groups", n=outline.groups),
        Text("{n} fold", "{n} folds", n=outline.folds),
        Text("{n} in the project already", "{n} in the project already", n=outline.known),
        Text("{n} of them gets what it lacks", "{n} of them get what they lack", n=len(outline.gaining)),
    )
    parts += [other for other in others if other.count]
    if len(outline.taken) > shown:
        parts.append(Text("the first {n} is shown", "the first {n} are shown", n=shown))
    return "  ·  ".join(map(words, parts))


def note_texts(outline: Outline) -> list[str]:
    """What was guessed, and what of the project would not be overruled."""
    notes = [*outline.notes, *(twins.text for twins in outline.twins)]
    if outline.left_alone:
        first = outline.left_alone[0]
        notes.append(
            Text(
                "{n} answer differs from the project's, which stays: of {name}, {reason}",
                "{n} answers differ from the project's, which stay: of {name} for one, {reason}",
                n=len(outline.left_alone),
                name=first.path.name,
                reason=first.reason,
            )
        )
    return [words(note) for note in notes]


def result_text(
    clips: int, classes: int, refused: int, labels: int, odd: int = 0, gaining: int = 0, left_alone: int = 0
) -> str:
    """What was taken in: "5 clips, 2 classes, 0 refused"."""
    parts = [
        Text("{n} clip", "{n} clips", n=clips),
        Text("{n} class", "{n} classes", n=classes),
        Text("{n} refused", "{n} refused", n=refused),
    ]
    others = (
        Text("{n} described anew", "{n} described anew", n=gaining),
        Text("{n} left alone", "{n} left alone", n=left_alone),
    )
    parts += [other for other in others if other.count]
    if labels:
        parts.append(Text("{n} label", "{n} labels", n=labels))
    if odd:
        parts.append(Text("{n} odd, marked ⚠ in the list", "{n} odd, marked ⚠ in the list", n=odd))
    return words(enumerated(parts))
