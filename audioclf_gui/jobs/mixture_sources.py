"""The sounds that mixtures are made of: from a project or a folder of classes, dealt out to the subsets."""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.audio.files import known_facts
from audioclf_gui.audio.ingest import audio_files, ingest
from audioclf_gui.core.clip import FoundClip, Quarantined
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.mixture_plan import Supply, planned, supply
from audioclf_gui.core.mixture_subsets import absent_classes, dealt_files, dealt_out
from audioclf_gui.core.mixtures import (
    Background,
    BackgroundSource,
    MixturePlan,
    MixtureSettings,
    SoundSource,
    Subset,
)
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import drafting
from audioclf_gui.core.text import Text
from audioclf_gui.core.usable import contested
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.import_plan import candidates, guessed_plan
from audioclf_gui.jobs.import_survey import survey
from audioclf_gui.ml.dataset import Example, TrainingData, training_data
from audioclf_gui.ml.grouping import group_titles, together

_LABEL_SOUNDS = Text("Label clips or parts of them with classes first.")


@dataclass(frozen=True, slots=True, eq=False)
class MixtureSounds:
    """All that mixtures are planned from.

    Attributes
    ----------
    settings : MixtureSettings
        As they were asked for, with a sampling rate.
    groups : mapping
        How many groups of sounds each subset has.
    """

    settings: MixtureSettings
    supplies: Mapping[Subset, Supply]
    classes: tuple[str, ...]
    groups: Mapping[Subset, int]
    grouped_by: str
    notes: tuple[Text, ...]
    refused: tuple[Quarantined, ...]

    def plans(self) -> Iterator[MixturePlan]:
        """Every mixture that is wanted, one subset after the other."""
        for subset, count in self.settings.wanted().items():
            for number in range(1, count + 1):
                yield planned(self.settings, self.supplies[subset], number)


def gathered_sounds(
    settings: MixtureSettings, given: CatalogueView | Path, background: Path | None
) -> Generator[Progress, None, MixtureSounds]:
    """The sounds of a project's labels, or of a folder, dealt out to the subsets.

    Raises
    ------
    UserError
        If there are none, or too few groups of them.
    """
    refused: list[Quarantined] = []
    guesses: tuple[Text, ...] = ()
    if isinstance(given, Path):
        given, guesses = yield from _folder_view(given, refused)
    data = training_data(given)
    sources, notes = _sources(data)
    gone = {one.path for one in sources if not one.path.is_file()}
    refused += [Quarantined(path, Text("it is not there"), Text("Find moved recordings.")) for path in gone]
    sources = [one for one in sources if one.path not in gone]
    if not sources:
        raise UserError(Text("there are no labelled sounds to mix"), remedy=_LABEL_SOUNDS)
    dealt, how = dealt_out(sources, settings)
    notes += how
    wanted = [subset for subset, count in settings.wanted().items() if count]
    behind = yield from _backgrounds(settings, background, refused)
    parts = dealt_files([one.key for one in behind], settings)
    if behind and len(behind) < len(wanted):
        notes.append(Text("There are too few recordings for the background to give each subset its own."))
    rate_hz, told = _rate(settings, sources)
    return MixtureSounds(
        replace(settings, rate_hz=rate_hz),
        {
            subset: supply(
                subset,
                [one for one in sources if dealt[one.group] is subset],
                [one for one in behind if subset in parts[one.key]],
            )
            for subset in wanted
        },
        tuple(name for name in data.classes if any(name in one.classes for one in sources)),
        Counter(dealt.values()),
        data.grouped_by,
        (*guesses, *notes, *absent_classes(sources, dealt), *told),
        tuple(refused),
    )


def _sources(data: TrainingData) -> tuple[list[SoundSource], list[Text]]:
    """The labelled stretches, each with all its classes, without those that hold part of another sound."""
    leaders = together(data)
    titles = group_titles({example.group: example.path for example in data.examples})
    by_clip: defaultdict[int, defaultdict[tuple[float, float], list[int]]]
    by_clip = defaultdict(lambda: defaultdict(list))
    for at, example in enumerate(data.examples):
        by_clip[example.clip_id][example.start_s, example.stop_s].append(at)
    sources = []
    left = 0
    for spans in by_clip.values():
        mixed = _disputed(data.examples, spans)
        left += len(mixed)
        for span, places in spans.items():
            if span not in mixed:
                group = titles[leaders[places[0]]]
                sources.append(_source(data, [data.examples[at] for at in places], group))
    notes = list(data.notes)
    if left:
        notes.append(
            Text(
                "{n} label is not used, as another class sounds in a part of it.",
                "{n} labels are not used, as another class sounds in a part of them.",
                n=left,
            )
        )
    return sources, notes


def _disputed(
    examples: Sequence[Example], spans: Mapping[tuple[float, float], Sequence[int]]
) -> set[tuple[float, float]]:
    """The stretches of a clip in a part of which there is something else."""
    if len(spans) < 2:
        return set()
    kinds: dict[frozenset[int], int] = {}
    stretches = []
    for (start_s, stop_s), places in spans.items():
        classes = frozenset(place for at in places for place in examples[at].classes)
        stretches.append((ClassId(kinds.setdefault(classes, len(kinds))), start_s, stop_s))
    return {(start_s, stop_s) for _, start_s, stop_s in contested(stretches)}


def _source(data: TrainingData, members: Sequence[Example], group: str) -> SoundSource:
    first = members[0]
    names = dict.fromkeys(data.classes[place] for one in members for place in one.classes)
    return SoundSource(
        f"{first.content}:{first.start_s:.6f}-{first.stop_s:.6f}",
        first.path,
        first.start_s,
        first.stop_s,
        tuple(names),
        group,
        first.rate_hz,
        first.fold,
    )


def _rate(settings: MixtureSettings, sources: Sequence[SoundSource]) -> tuple[int, list[Text]]:
    """The sampling rate of the mixtures, and what to tell of sounds that have a lower one."""
    rates = Counter(one.rate_hz for one in sources)
    rate_hz = settings.rate_hz or max(rates, key=lambda rate: (rates[rate], rate))
    lower = sum(count for rate, count in rates.items() if rate < rate_hz)
    if not lower:
        return rate_hz, []
    note = Text(
        "{n} sound has a lower sampling rate than the mixtures, {rate_hz:d} Hz, so it lacks high frequencies:"
        " if that depends on the class, a model learns it.",
        "{n} sounds have a lower sampling rate than the mixtures, {rate_hz:d} Hz, so they lack high"
        " frequencies: if that depends on the class, a model learns it.",
        n=lower,
        rate_hz=rate_hz,
    )
    return rate_hz, [note]


def _backgrounds(
    settings: MixtureSettings, folder: Path | None, refused: list[Quarantined]
) -> Generator[Progress, None, list[BackgroundSource]]:
    if settings.background is not Background.FILES:
        return []
    if folder is None:
        raise UserError(
            Text("no folder of recordings for the background is named"),
            remedy=Text("Choose one, or a noise that is made: white, pink or brown."),
        )
    found = []
    files = audio_files(folder)
    for number, path in enumerate(files, start=1):
        try:
            facts = known_facts(path)
        except UnreadableAudioError as error:
            refused.append(Quarantined(path, error.reason, error.remedy))
        else:
            if facts.frames:
                found.append(BackgroundSource(content_hash(path), path, facts.duration_s, facts.rate_hz))
        yield Progress(number, len(files))
    if not found:
        raise UserError(
            Text("there is no recording for the background in {folder}", folder=folder.name),
            remedy=Text("Choose another folder, or a noise that is made: white, pink or brown."),
        )
    return list({one.key: one for one in found}.values())


def _folder_view(
    folder: Path, refused: list[Quarantined]
) -> Generator[Progress, None, tuple[CatalogueView, tuple[Text, ...]]]:
    """The clips that an import of a folder would make, without a project, and how that was guessed."""
    found = survey([folder])
    listing = candidates(found, guessed_plan(found))
    if not any(one.class_names or one.regions for one in listing.candidates):
        raise UserError(
            Text("nothing in {folder} says what the classes of its recordings are", folder=folder.name),
            remedy=Text("Put the recordings of each class into a folder of its own, or make a project."),
        )
    clips = []
    for event in ingest(listing.candidates):
        match event:
            case Progress():
                yield event
            case Quarantined():
                refused.append(event)
            case FoundClip():
                clips.append(event)
    notes = (*found.notes, *listing.notes)
    with drafting(folder, clips) as project:
        return project.catalogue.view, notes
