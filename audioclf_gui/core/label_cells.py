"""Cells of the table of labels: what it comes to when one is typed into, and when rows are deleted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from audioclf_gui.core import edits, label_edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, ClassId, Label, Labels
from audioclf_gui.core.label_equals import without_equals
from audioclf_gui.core.label_rules import check_labels
from audioclf_gui.core.spelling import name_of
from audioclf_gui.core.text import Text
from audioclf_gui.core.times import SAME_S
from audioclf_gui.core.track import track_name
from audioclf_gui.core.view import CatalogueView

TEXT_CELLS = ("class", "track", "certainty", "note")
_FREQUENCIES = ("low_hz", "high_hz")
NUMBER_CELLS = ("start_s", "end_s", "duration_s", *_FREQUENCIES)

_WHOLE_TOO = ("class", "certainty", "note")  # what a label of the whole clip has


def is_editable(label: Label, key: str) -> bool:
    """Whether that cell of a label can be typed into."""
    return key in _WHOLE_TOO or (key in (*TEXT_CELLS, *NUMBER_CELLS) and not label.is_whole_clip)


def with_text(view: CatalogueView, clip_id: ClipId, label: Label, key: str, text: str) -> Change:
    """What a text in a cell of a label comes to; a class that is new is made.

    Raises
    ------
    UserError
        If that cannot be, or the track is locked.
    """
    if key == "class":
        if label.is_whole_clip and not name_of(text):
            raise UserError(
                Text("a label of the whole clip needs a class"),
                remedy=Text("Give it another one, or delete the label."),
            )
        return _checked(view, clip_id, edits.rename_label(view, clip_id, label, text))
    return _replaced(view, clip_id, label, _with_text(view, label, key, text))


def with_number(view: CatalogueView, clip_id: ClipId, label: Label, key: str, value: float | None) -> Change:
    """What a number in a cell of a label comes to; None takes an edge of frequency away. UserError as above.

    The duration moves the end.
    """
    clip = view.clip(clip_id)
    new = (
        _with_frequency(clip, label, key, value)
        if key in _FREQUENCIES
        else _with_time(clip, label, key, value)
    )
    return _replaced(view, clip_id, label, new)


def deleted(view: CatalogueView, labels: Mapping[ClipId, Sequence[Label]]) -> Change:
    """Without these labels. UserError if any stands in a locked track."""
    return _each(view, labels, lambda _label: ())


def with_class(view: CatalogueView, labels: Mapping[ClipId, Sequence[Label]], class_id: ClassId) -> Change:
    """These labels with another class. UserError if any stands in a locked track."""
    return _each(view, labels, lambda label: (replace(label, class_id=class_id),))


def with_each_text(
    view: CatalogueView, labels: Mapping[ClipId, Sequence[Label]], key: str, text: str
) -> Change:
    """Labels with another track, note or certainty, as far as they have one. UserError as `with_text`."""
    return _each(
        view,
        labels,
        lambda label: (_with_text(view, label, key, text) if is_editable(label, key) else label,),
    )


def _each(
    view: CatalogueView,
    labels: Mapping[ClipId, Sequence[Label]],
    become: Callable[[Label], Labels],
) -> Change:
    changed = {}
    for clip_id, chosen in labels.items():
        before = view.labels(clip_id)
        after = without_equals(before, label_edits.each(before, chosen, become))[0].labels
        check_labels(view, clip_id, after)
        changed[clip_id] = after
    return Change(labels=changed)


def _with_text(view: CatalogueView, label: Label, key: str, text: str) -> Label:
    match key:
        case "note":
            return replace(label, note=text)
        case "certainty":
            return replace(label, certainty=Certainty(text) if text else None)
    name = track_name(text)
    if all(track.name != name for track in view.tracks):
        raise UserError(
            Text("there is no track {name}", name=text),
            remedy=Text("Choose one that is there, or add it first: Tracks in the Label menu."),
        )
    return replace(label, track=name)


def _with_time(clip: Clip, label: Label, key: str, value: float | None) -> Label:
    if value is None:
        raise UserError(Text("a time is missing"), remedy=Text("Write seconds, such as 1.25 or 0:01.25."))
    start_s, end_s = label.span_s(clip.duration_s)
    start_s, end_s = {
        "start_s": (value, end_s),
        "end_s": (start_s, value),
        "duration_s": (start_s, start_s + value),
    }[key]
    if start_s < 0.0:
        raise UserError(Text("no label begins before its clip"), remedy=Text("Write 0 or more."))
    if end_s < start_s:
        raise UserError(
            Text("the label would end before it begins"), remedy=Text("Change its other edge first.")
        )
    if key != "start_s":
        if end_s > clip.duration_s + SAME_S:
            raise UserError(
                Text("{name} ends at {end_s:.6g} s", name=clip.name, end_s=clip.duration_s),
                remedy=Text("Write an earlier time."),
            )
        end_s = min(end_s, clip.duration_s)
    return replace(label, start_s=min(start_s, end_s), end_s=end_s)


def _with_frequency(clip: Clip, label: Label, key: str, value: float | None) -> Label:
    highest_hz = clip.audio.rate_hz / 2
    if value is not None and not 0.0 <= value <= highest_hz:
        raise UserError(
            Text("{name} holds frequencies up to {hz:.6g} Hz", name=clip.name, hz=highest_hz),
            remedy=Text("Write a number from 0 to that, or nothing."),
        )
    new = replace(label, low_hz=value) if key == "low_hz" else replace(label, high_hz=value)
    if new.low_hz is not None and new.high_hz is not None and new.low_hz >= new.high_hz:
        raise UserError(
            Text("the lower frequency would not be below the upper one"),
            remedy=Text("Change the other one first."),
        )
    return new


def _replaced(view: CatalogueView, clip_id: ClipId, old: Label, new: Label) -> Change:
    return _checked(view, clip_id, edits.replace_label(view, clip_id, old, new))


def _checked(view: CatalogueView, clip_id: ClipId, change: Change) -> Change:
    check_labels(view, clip_id, change.labels[clip_id])
    return change
