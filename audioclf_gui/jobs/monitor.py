"""Whether new recordings sound unlike those that a project's models learn from."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audioclf_gui.audio.files import MonoReader, probe
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import UnreadableAudioError, UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.drift_words import differences, measure_names
from audioclf_gui.jobs.predict import GivenAgain, files_to_hear
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.drift import LEAST_GROUPS, Drift, MeasureDrift
from audioclf_gui.ml.objective_choice import data_to_learn
from audioclf_gui.ml.settings import TrainSettings, settings_for
from audioclf_gui.ml.sound_profile import ProfileBands, Profiles, bands_up_to, profiles

_LONGEST_STRETCH_S = 10.0
_STRETCHES = 60  # of one new file at most, evenly over it
_EXAMPLES = 2000  # at most, drawn from the labels; more do not move the lines
_LEAST_NEW = 5  # stretches


@dataclass(frozen=True, slots=True)
class Monitor:
    """Which recordings are compared with the training data."""

    paths: tuple[Path, ...]  # sound files, and folders of them


@dataclass(frozen=True, slots=True)
class Monitored:
    """How far the recordings are off, and what that means.

    Attributes
    ----------
    bands
        What the measures of `drift` are of after level and clipping.
    stretches, files
        How much new sound was compared.
    labels, groups
        With how much of the training data.
    """

    drift: Drift
    bands: ProfileBands
    stretches: int
    files: int
    labels: int
    groups: int
    refused: tuple[Quarantined, ...]

    @property
    def measures(self) -> Mapping[str, MeasureDrift]:
        """By the key that JSON has for them, in the order of `drift`."""
        return dict(zip(measure_names(self.bands), self.drift.measures, strict=True))

    @property
    def answer(self) -> Text:
        """Whether models of this project can be trusted on these recordings."""
        if not self.drift.is_alarming:
            return Text(
                "These recordings sound like those that the project learns from: they differ no more than its"
                " own groups differ from each other."
            )
        found = list(differences(self.drift, self.bands))
        return Text(
            "Alarm: these recordings sound different from those that the project learns from ({differences})."
            " Label some of them and train again before you trust a model on them.",
            differences=listed(found, "; "),
        )

    @property
    def caution(self) -> Text:
        """What was compared, and where the alarm line comes from."""
        return Text(
            "{n} stretch of {files} files compared with {labels} labels of {groups} groups. The alarm line is"
            " where one more of your own groups would lie once in a hundred times; roughly, if few.",
            "{n} stretches of {files} files compared with {labels} labels of {groups} groups. The alarm line"
            " is where one more of your own groups would lie once in a hundred times; roughly, if few.",
            n=self.stretches,
            files=self.files,
            labels=self.labels,
            groups=self.groups,
        )

    @property
    def unread_notes(self) -> tuple[Text, ...]:
        """Which files could not be read."""
        if not self.refused:
            return ()
        return (
            Text(
                "{n} file cannot be read: {name} ({reason}).",
                "{n} files cannot be read, the first: {name} ({reason}).",
                n=len(self.refused),
                name=self.refused[0].path.name,
                reason=self.refused[0].reason,
            ),
        )


def monitor(request: Monitor, project: ProjectView) -> Generator[Progress | GivenAgain, None, Monitored]:
    """Compare recordings with a project's labelled sounds: level, clipping, and the share of each octave.

    Files that cannot be read are named in the result.

    Raises
    ------
    UserError
        If a path does not exist, there is too little sound on either side, or the labels are of so few groups
        that nobody can tell how much groups differ.
    """
    from audioclf_gui.ml.drift import Reference

    examples = labelled_examples(project.catalogue, settings_for("default"))
    groups = {group: at for at, group in enumerate(dict.fromkeys(one.group for one in examples))}
    files = yield from _files(request.paths)
    total, refused = len(examples) + len(files), list[Quarantined]()
    bands = bands_up_to(min(one.rate_hz or probe(one.path).rate_hz for one in examples) / 2.0)
    stretch_s = min(_LONGEST_STRETCH_S, float(np.median([one.duration_s for one in examples])))
    known: list[Profiles] = []
    places: list[int] = []
    new: list[Profiles] = []
    with closing(MonoReader()) as reader:
        for done, example in enumerate(examples):
            yield Progress(done, total)
            span_s = (example.start_s, example.stop_s)
            with suppress(UnreadableAudioError):  # training puts it aside too
                known.append(profiles(reader, example.path, span_s, bands, stretch_s, 1))
                places += [groups[example.group]] * len(known[-1])
        for done, file in enumerate(files, start=len(examples)):
            yield Progress(done, total)
            try:
                span_s = (0.0, probe(file).duration_s)
                new.append(profiles(reader, file, span_s, bands, stretch_s, _STRETCHES))
            except UnreadableAudioError as error:
                refused.append(Quarantined(file, error.reason, error.remedy))
    yield Progress(total, total)
    found = np.concatenate([np.zeros((0, 2 + len(bands))), *new])
    _check_enough(len(found))
    present, numbers = np.unique(places, return_inverse=True)
    check_groups(len(present))
    drift = Reference(np.concatenate(known), numbers).drift(found)
    return Monitored(drift, bands, len(found), len(new), len(numbers), len(present), tuple(refused))


def _files(paths: tuple[Path, ...]) -> Generator[GivenAgain, None, list[Path]]:
    """The recordings, each once."""
    found = files_to_hear(paths)
    if found.again:
        yield GivenAgain(found.again)
    return list(found.names)


def labelled_examples(view: CatalogueView, settings: TrainSettings) -> Sequence[Example]:
    """What models learn from; at most so many, by chance but always the same.

    Raises
    ------
    UserError
        If they are of so few groups that nobody can tell how much groups differ.
    """
    examples = data_to_learn(view, settings).examples
    if len(examples) > _EXAMPLES:
        chosen = np.random.default_rng(0).permutation(len(examples))[:_EXAMPLES]
        examples = tuple(examples[at] for at in sorted(chosen.tolist()))
    check_groups(len({one.group for one in examples}))
    return examples


def check_groups(count: int) -> None:
    """UserError if labelled sounds are of fewer groups than it takes to tell how much groups differ."""
    if count < LEAST_GROUPS:
        raise UserError(
            Text(
                "the labelled sounds are of {n} group: too few to tell how much groups differ",
                "the labelled sounds are of {n} groups: too few to tell how much groups differ",
                n=count,
            ),
            remedy=Text(
                "Label sounds of {least} speakers, sites or recordings at least, or say which clips belong"
                " together: `audioclf clips group`, or the field Group in the Label workspace.",
                least=LEAST_GROUPS,
            ),
        )


def _check_enough(stretches: int) -> None:
    if stretches < _LEAST_NEW:
        raise UserError(
            Text(
                "there is {n} stretch of sound in the recordings: too few to compare",
                "there are {n} stretches of sound in the recordings: too few to compare",
                n=stretches,
            ),
            remedy=Text("Give more recordings, {least} stretches at least.", least=_LEAST_NEW),
        )
