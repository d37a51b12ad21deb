"""What commands tell of label files that were read."""

from collections import Counter
from typing import TypeAlias

from audioclf_gui.cli.output import say
from audioclf_gui.core.track import MAIN_TITLE
from audioclf_gui.jobs.export_labels import LabelFileConverted
from audioclf_gui.jobs.import_labels import ImportedFile

Facts: TypeAlias = dict[str, object]

COUNTS = ("New", "Changed", "Gone", "Known")


def imported_facts(done: ImportedFile) -> Facts:
    """Say what there is to say of a file that was taken in; its facts for a JSON document."""
    clips = [clip.path for clip, _ in done.pairs]
    labels = sum(len(regions) for _, regions in done.pairs)
    file = done.file
    return {
        "file": str(file.source),
        "clip": clips[0],
        "clips": clips,
        **read_facts(done),
        "labels": labels,
        **{name.lower(): getattr(done.tally, name.lower()) for name in COUNTS},
        "left_out": done.tally.left_out,
        "tiers": dict(Counter(one.track or MAIN_TITLE for one in file.labels.regions))
        if file.labels.holds.tracks
        else {},
        "columns": list(file.labels.columns),
    }


def read_facts(source: ImportedFile | LabelFileConverted) -> Facts:
    """Say what was guessed of a file and which lines say nothing; its facts for a JSON document."""
    file = source.file
    notes = source.notes if isinstance(source, ImportedFile) else file.labels.notes
    for note in notes:
        say(f"{file.source.name}: {note}")
    for line in file.labels.skipped:
        say(f"{file.source.name}: line {line.number} skipped: {line.reason}")
    return {
        "format": file.format.key,
        "labels": len(file.labels.regions),
        "skipped": [{"line": line.number, "reason": str(line.reason)} for line in file.labels.skipped],
        "canonical": file.labels.canonical,
        "notes": [str(note) for note in notes],
    }
