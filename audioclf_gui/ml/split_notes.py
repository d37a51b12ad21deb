"""What a user should know about a split, in words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.dataset import TrainingData


def tests_trained_on_note(folds: Collection[str]) -> tuple[Text, ...]:
    """That these folds are trained on though they are called as if they were for tests."""
    if not folds:
        return ()
    return (
        Text(
            "Trained on though called like a test set, since one fold is held out: {folds}. To hold out"
            " several, name them as the test set.",
            folds=joined(sorted(folds)),
        ),
    )


def copies_note(data: TrainingData) -> tuple[Text, ...]:
    """Which clips hold the sound of a clip of another group, so that these groups count as one."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for example in data.examples:
        groups[example.sound].add(example.group)
    straddling = {sound for sound, names in groups.items() if sound and len(names) > 1}
    count = len({example.clip_id for example in data.examples if example.sound in straddling})
    if not count:
        return ()
    return (
        Text(
            "{n} clip holds the same sound as a clip of another group: such groups count as one.",
            "{n} clips hold the same sound as a clip of another group: such groups count as one.",
            n=count,
        ),
    )


def copied_files_note(data: TrainingData) -> tuple[Text, ...]:
    """Which clips are copies of one file, so that they are in one set though single clips are dealt out."""
    clips: defaultdict[str, set[int]] = defaultdict(set)
    for example in data.examples:
        clips[example.sound].add(int(example.clip_id))
    count = sum(len(copies) for sound, copies in clips.items() if sound and len(copies) > 1)
    if not count:
        return ()
    return (
        Text(
            "{n} clip holds the same sound as another one: such clips are kept in one set.",
            "{n} clips hold the same sound as another one: such clips are kept in one set.",
            n=count,
        ),
    )


def left_out_note(data: TrainingData, left_out: Collection[int]) -> tuple[Text, ...]:
    """How many clips were left out because their sound is judged under another name."""
    count = len({data.examples[at].clip_id for at in left_out})
    if not count:
        return ()
    return (
        Text(
            "{n} clip was left out of training, since the same sound is among the clips that judge.",
            "{n} clips were left out of training, since the same sound is among the clips that judge.",
            n=count,
        ),
    )


def folds_not_used_note(data: TrainingData) -> tuple[Text, ...]:
    """That the folds which came with the data hold nothing back, since some of its clips are in none."""
    folds = {example.fold for example in data.examples} - {""}
    outside = len({example.clip_id for example in data.examples if not example.fold})
    if not (folds and outside):
        return ()
    return (
        Text(
            "The folds that came with the data are not used, since {n} labelled clip is in none: give it one,"
            " or name the folds to test on.",
            "The folds that came with the data are not used, since {n} labelled clips are in none: give them"
            " one, or name the folds to test on.",
            n=outside,
        ),
    )


def absent_notes(data: TrainingData, **sets: Sequence[int]) -> tuple[Text, ...]:
    """Which classes sets lack that are not empty."""
    notes = []
    for name, chosen in sets.items():
        seen = {place for at in chosen for place in data.examples[at].classes}
        absent = [known for place, known in enumerate(data.classes) if place not in seen]
        if chosen and absent:
            notes.append(_absent_from(name, joined(absent)))
    return tuple(notes)


def _absent_from(name: str, classes: Text) -> Text:
    match name:
        case "train":
            return Text(
                "No clip in training: {classes}; all of them are among those that judge.", classes=classes
            )
        case "validation":
            return Text("No clip in validation: {classes}.", classes=classes)
        case "fold":
            return Text("No clip in the fold: {classes}.", classes=classes)
    return Text("No clip in test: {classes}.", classes=classes)


def straddling_note(data: TrainingData, sets: Iterable[Sequence[int]]) -> tuple[Text, ...]:
    """How many groups are in more than one set."""
    seen = Counter(group for chosen in sets for group in {data.examples[at].group for at in chosen})
    count = sum(times > 1 for times in seen.values())
    if not count:
        return ()
    return (
        Text(
            "{n} group is in more than one set: the figures may flatter the model.",
            "{n} groups are in more than one set: the figures may flatter the model.",
            n=count,
        ),
    )


def fewer_folds_note(made: int, wanted: int | None) -> tuple[Text, ...]:
    """That fewer folds were made than somebody wanted, since some would have been empty."""
    if wanted is None or made == wanted:
        return ()
    return (
        Text(
            "{n} fold instead of {wanted:d}: a class of few groups leaves the others empty.",
            "{n} folds instead of {wanted:d}: classes of few groups leave the others empty.",
            n=made,
            wanted=wanted,
        ),
    )
