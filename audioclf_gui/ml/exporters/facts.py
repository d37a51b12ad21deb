"""What an exported file says of itself, so that whoever runs it needs nothing else."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import audioclf_gui
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.windows import LEAST_HOP_S

if TYPE_CHECKING:
    from audioclf_gui.ml.front_ends import FrontEnd
    from audioclf_gui.ml.model_card import ModelCard

VERSION = 2

_MEANINGS = {
    "single-label": "probabilities in the order of classes; what they lack of 1 is none of them",
    "multi-label": "for each class by itself its probability, in the order of classes",
    "regression": "the quantity in its unit",
}


def facts_of(
    card: "ModelCard", licence: str = "", compressed: Mapping[str, object] | None = None
) -> dict[str, object]:
    """The facts of a file, as JSON holds them; times in seconds.

    Parameters
    ----------
    licence
        Under which the model may be used, in its owner's words; empty if nobody said.
    compressed
        What eight bits have cost, see `compression.Loss.facts`; None for a file of full precision.
    """
    from audioclf_gui.ml.objectives import objective_to_json

    ends, live = card.front_end, LiveSettings().of_model(card.quiet_db)
    return {
        "format": f"audioclf-gui exported model {VERSION}",
        "input": "samples: float32 (batch, window_frames), mono sound in [-1, 1] at rate_hz",
        "output": f"scores: float32 (batch, {card.objective.outputs}), {_MEANINGS[card.objective.kind]}",
        "objective": objective_to_json(card.objective),
        "classes": list(card.classes),
        "thresholds": list(card.thresholds),
        "rate_hz": ends.rate_hz,
        "window_frames": ends.window_frames,
        "window_s": ends.window_s,
        "hop_s": max(LEAST_HOP_S, ends.window_s / 2.0),
        "pad": ends.pad,
        "file_scores": "mean over the windows that reach silence_db; over all where none does",
        "live_hop_s": live.hop_s,
        "smoothing": live.smoothing,
        "release": live.release,
        "join_s": live.join_s,
        "silence_db": live.silence_db,
        "front_end": ends.kind,
        "architecture": card.architecture,
        **({"listener": _listener(ends)} if ends.credits else {}),
        "precision": "float32" if compressed is None else "int8 weights",
        **({} if compressed is None else {"int8_loss": dict(compressed)}),
        "licence": licence or "not stated",
        "versions": {**card.versions, "exported_by": audioclf_gui.__version__},
    }


def _listener(ends: "FrontEnd") -> dict[str, object]:
    """Whose network it hears through, and where that is."""
    from audioclf_gui.ml.exporters.graph.networks import beside
    from audioclf_gui.ml.front_ends.listener import Embeddings
    from audioclf_gui.ml.front_ends.listener_and_log_mel import EmbeddingsAndPictures

    assert isinstance(ends, Embeddings | EmbeddingsAndPictures)
    other = beside(ends.listener.network)
    if other is None:
        return {**ends.credits, "is_in_this_file": True}
    return {
        **ends.credits,
        "is_in_this_file": False,
        "file": other.file,
        "tensor": other.tensor,
        "input": "embeddings: float32 (batch, windows, size), what the listener makes of windows",
        "output": "windows: float32 (batch, windows, frames), what the listener is to hear",
    }
