"""A mixture as a task of a cluster, which writes to no disk of whoever asks."""

import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.mixtures import MixturePlan
from audioclf_gui.jobs.make_mixtures import mixed
from audioclf_gui.jobs.mixture_records import MixtureRecord, label_track
from audioclf_gui.remote.cluster.batches import Unfit
from audioclf_gui.remote.cluster.failures import unfit_here


@dataclass(frozen=True, slots=True)
class MixedElsewhere:
    """A mixture, and the very bytes of its files."""

    record: MixtureRecord
    sound: bytes
    track: bytes
    refused: tuple[Quarantined, ...]


def mixed_elsewhere(plan: MixturePlan, form: SoundFormat, version: str) -> MixedElsewhere | Unfit:
    """Make a mixture; or why that is not possible on this computer."""
    behind = plan.background.source if plan.background is not None else None
    seen = [event.source.path for event in plan.events] + ([behind.path] if behind is not None else [])
    unfit = unfit_here(version, seen)
    if unfit is not None:
        return unfit
    refused: dict[Path, Quarantined] = {}
    with tempfile.TemporaryDirectory(prefix="audioclf-") as name:
        record = mixed(plan, Path(name), form, refused, threading.Event())
        file = Path(name) / record.file
        return MixedElsewhere(
            record, file.read_bytes(), label_track(file).read_bytes(), tuple(refused.values())
        )
