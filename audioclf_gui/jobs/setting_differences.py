"""What was done otherwise from run to run: the settings that differ, and whether all folds were judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.run import Run
from audioclf_gui.core.run_settings import differing
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.jobs.documents.settings import setting_text
from audioclf_gui.ml.settings import describe

_MOST_NAMED = 4  # in a sentence


@dataclass(frozen=True, slots=True)
class SettingDifference:
    """A setting that is not the same in all of some runs."""

    name: Text
    reason: Text  # what it is for
    values: tuple[Text, ...]  # in the order of the runs; what is left to the data is "auto"


def setting_differences(runs: Sequence[Run]) -> tuple[SettingDifference, ...]:
    """All that differs, in the order of the settings; none where all is alike."""
    return (*_of_folds(runs), *_of_settings(runs))


def differences_text(runs: Sequence[Run], found: Sequence[SettingDifference]) -> Text:
    """The first of them in a sentence, with the values in the order of the runs."""
    numbers = joined(str(run.id) for run in runs)
    if not found:
        return Text("Runs {runs} were trained with the same settings.", runs=numbers)
    first = found[:_MOST_NAMED]
    named = [Text("{name} {values}", name=one.name, values=listed(one.values, " / ")) for one in first]
    if n := len(found) - len(named):
        named.append(Text("{n} more", "{n} more", n=n))
    told = listed(named, "; ")
    return Text("Settings of runs {runs} that differ: {settings}.", runs=numbers, settings=told)


def _of_folds(runs: Sequence[Run]) -> Iterator[SettingDifference]:
    counts = [len(report_from_json(run.report).folds) for run in runs]
    if len(set(counts)) > 1:
        values = tuple(Text("{n} fold", "{n} folds", n=count) if count else Text("no") for count in counts)
        reason = Text("How many folds were held out, one after the other.")
        yield SettingDifference(Text("cross-validation"), reason, values)


def _of_settings(runs: Sequence[Run]) -> Iterator[SettingDifference]:
    reasons = {one.name: one.reason for one in describe()}
    order = {name: place for place, name in enumerate(reasons)}
    found = differing([run.settings for run in runs])
    for name in sorted(found, key=lambda name: order.get(name, len(order))):
        values = tuple(Text.plain(setting_text(value)) for value in found[name])
        yield SettingDifference(Text.plain(name), reasons.get(name, Text.plain("")), values)
