"""What the importer says about numbers of things: found, to be taken in, taken in."""

from collections.abc import Sequence

from audioclf_gui.core.clip import Clip
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.import_clips import ClipsImported
from audioclf_gui.jobs.import_plan import Outline
from audioclf_gui.jobs.import_survey import Survey


def survey_text(found: Survey) -> str:
    """What lies under the chosen paths: "5 sound files, 1 table"."""
    kinds = (
        Text("{n} sound file", "{n} sound files", n=len(found.audio)),
        Text("{n} table", "{n} tables", n=len(found.tables)),
        Text("{n} label file", "{n} label files", n=len(found.label_files)),
    )
    there = [kind for kind in kinds if kind.count]
    return words(listed(there, ", ") if there else Text("Nothing in there can be imported."))


def outline_text(outline: Outline, shown: int) -> str:
    """What a plan comes to, of which the first `shown` clips can be seen: "5 clips  ·  2 classes"."""
    parts = [
        Text("{n} clip", "{n} clips", n=len(outline.wanted)),
        Text("{n} class", "{n} classes", n=outline.classes),
    ]
    others = (
        Text("{n} number", "{n} numbers", n=sum(one.target is not None for one in outline.taken)),
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
    clips: Sequence[Clip], view: CatalogueView, refused: int, labels: int, done: ClipsImported | None
) -> str:
    """What was taken in: "5 clips, 2 classes, 0 refused"; of label files alone: "12 labels".

    Parameters
    ----------
    clips
        Those that are new.
    refused, labels
        How many files were refused, and how many labels came out of label files.
    done
        What the import of sound came to, if there was one.
    """
    classes = {label.class_id for clip in clips for label in view.labels(clip.id)} - {None}
    odd = sum(clip.audio.warning is not None for clip in clips)
    told = Text("{n} label", "{n} labels", n=labels)
    put_aside = Text("{n} refused", "{n} refused", n=refused)
    if done is None:
        return words(listed([told, put_aside] if refused else [told], ", "))
    parts = [
        Text("{n} clip", "{n} clips", n=len(clips)),
        Text("{n} class", "{n} classes", n=len(classes)),
        put_aside,
    ]
    others = (
        Text("{n} described anew", "{n} described anew", n=done.gaining),
        Text("{n} left alone", "{n} left alone", n=len(done.left_alone)),
        told,
        Text("{n} odd, marked ⚠ in the list", "{n} odd, marked ⚠ in the list", n=odd),
    )
    return words(listed([*parts, *(other for other in others if other.count)], ", "))
