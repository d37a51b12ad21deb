"""What a data set says of clips that are in the project already: it fills gaps and overrules nothing."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.clip import Candidate, Clip, ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import ClassId, Label, Labels, Source
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.quantity import Quantity
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView

_CORRECT_IT = Text("If the data set is right, correct the clip, or clear it and import again.")


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A clip of which a data set says something else than the project, which keeps what it has."""

    path: Path
    reason: Text
    remedy: Text = _CORRECT_IT


@dataclass(frozen=True, slots=True)
class Supplement:
    """What a data set says of clips that are there already."""

    change: Change  # what they lack and would get
    known: tuple[Candidate, ...]
    gaining: tuple[Candidate, ...]  # those of them that get something, with what they will be then
    left_alone: tuple[LeftAlone, ...]


def supplement(view: CatalogueView, candidates: Iterable[Candidate]) -> Supplement:
    """Give known clips the class, group, fold and target that they lack; of several candidates the first.

    Only clips without any label get classes, and only if a person has ruled out none of them. What a data
    set rules out is ruled out for clips that have no such label.
    """
    known = _known(view, candidates)
    classes = view.with_classes(_classes_to_come(view, known))
    labels: dict[ClipId, Labels] = {}
    rejected: dict[ClipId, frozenset[ClassId]] = {}
    clips: dict[ClipId, Clip] = {}
    left_alone: list[LeftAlone] = []
    for clip, candidate in known:
        class_ids = [class_named(classes, name) for name in candidate.class_names]
        if class_ids and not view.labels(clip.id) and view.rejected(clip.id).isdisjoint(class_ids):
            labels[clip.id] = tuple(Label(class_id, source=Source.IMPORT) for class_id in class_ids)
        given = {label.class_id for label in view.labels(clip.id)}
        ruled_out = (class_named(classes, name) for name in candidate.ruled_out)
        out = {one for one in ruled_out if one is not None and one not in given}
        if not out <= view.rejected(clip.id):
            rejected[clip.id] = view.rejected(clip.id) | out
        if (filled := _filled(clip, candidate)) != clip:
            clips[clip.id] = filled
        reasons = (*_about_classes(view, clip, candidate.class_names), *_about_facts(clip, candidate))
        left_alone += (LeftAlone(candidate.path, reason) for reason in reasons)
    gaining = tuple(
        _as_it_will_be(view, clips.get(clip.id, clip), candidate, gets_class=clip.id in labels)
        for clip, candidate in known
        if clip.id in labels or clip.id in clips or clip.id in rejected
    )
    return Supplement(
        Change(
            labels=labels,
            rejected=rejected,
            classes=None if classes == view.classes else classes,
            clips=clips,
            quantity=quantity_to_come(view, gaining) if clips else None,
        ),
        tuple(candidate for _, candidate in known),
        gaining,
        tuple(left_alone),
    )


def _classes_to_come(view: CatalogueView, known: Iterable[tuple[Clip, Candidate]]) -> Iterator[str]:
    for clip, candidate in known:
        yield from () if view.labels(clip.id) else candidate.class_names
        yield from candidate.ruled_out


def quantity_to_come(view: CatalogueView, candidates: Iterable[Candidate]) -> Quantity | None:
    """What the numbers of the project will be when these come; None where that stays as it is.

    Raises
    ------
    UserError
        If they are numbers of something else than those that the project has.
    """
    coming = list(dict.fromkeys(one.quantity for one in candidates if one.target is not None))
    known = [view.quantity] if coming and view.has_numbers else []
    for first, other in pairwise((*known, *coming)):
        if not first.is_same(other):
            raise UserError(
                Text(
                    "a project has numbers of one quantity: these are {other}, those that it has {own}",
                    other=other.text,
                    own=first.text,
                ),
                remedy=Text(
                    "If it is the same, name it alike: audioclf quantity PROJECT --name … --unit …, or in the"
                    " Train workspace. If not, make a project of its own for it."
                ),
            )
    return coming[0] if coming and not known else None


def _known(view: CatalogueView, candidates: Iterable[Candidate]) -> list[tuple[Clip, Candidate]]:
    clips = {view.audio_file(clip): clip for clip in view.clips}
    found: dict[ClipId, tuple[Clip, Candidate]] = {}
    for candidate in candidates:
        clip = clips.get(os.path.normpath(candidate.path.absolute()))
        if clip is not None:
            found.setdefault(clip.id, (clip, candidate))
    return list(found.values())


def _filled(clip: Clip, candidate: Candidate) -> Clip:
    return replace(
        clip,
        group=clip.group or candidate.group,
        fold=clip.fold or candidate.fold,
        target=candidate.target if clip.target is None else clip.target,
    )


def _as_it_will_be(view: CatalogueView, clip: Clip, candidate: Candidate, *, gets_class: bool) -> Candidate:
    own = _names(view, whole_clip_classes(view.labels(clip.id)))
    names = candidate.class_names if gets_class else own
    return replace(
        candidate,
        class_name=next(iter(names), ""),
        others=names[1:],
        group=clip.group,
        fold=clip.fold,
        target=clip.target,
    )


def _names(view: CatalogueView, class_ids: Collection[ClassId | None]) -> tuple[str, ...]:
    return tuple(known.name for known in view.classes if known.id in class_ids)


def _about_classes(view: CatalogueView, clip: Clip, names: Sequence[str]) -> Iterator[Text]:
    """Why a clip does not get the classes that a data set has for it, unless it has them already."""
    wanted = {class_named(view.classes, name) for name in names}
    labels = view.labels(clip.id)
    has = set(whole_clip_classes(labels))
    if not names or has == wanted:
        return
    told = joined(names)
    if has:
        yield Text("its class is “{own}” and not “{other}”", own=joined(_names(view, has)), other=told)
    elif labels:
        yield Text("parts of it are labelled, so the whole does not become “{other}”", other=told)
    elif ruled_out := _names(view, wanted & view.rejected(clip.id)):
        yield Text("“{other}” was ruled out for it", other=joined(ruled_out))


def _about_facts(clip: Clip, candidate: Candidate) -> Iterator[Text]:
    if candidate.group and clip.group not in {"", candidate.group}:
        yield Text("its group is “{own}” and not “{other}”", own=clip.group, other=candidate.group)
    if candidate.fold and clip.fold not in {"", candidate.fold}:
        yield Text("its fold is “{own}” and not “{other}”", own=clip.fold, other=candidate.fold)
    if candidate.target is not None and clip.target not in {None, candidate.target}:
        yield Text("its target is {own:g} and not {other:g}", own=clip.target or 0.0, other=candidate.target)
