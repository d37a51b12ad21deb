"""A model of this program as a listener: what its last layer hears, of a network that stays as it is."""

import threading
from pathlib import Path

import torch
from torch import Tensor, nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import DESCRIPTION, WEIGHTS, Bundle, load_bundle
from audioclf_gui.ml.bundle_files import current_folder
from audioclf_gui.ml.listeners.listener import PretrainedListener, Samples, files_hash

KEY = "model"


class BeforeLastLayer:
    """What the last linear layer of a model is given; one window at a time, as in any other use."""

    def __init__(self, bundle: Bundle, last: nn.Linear) -> None:
        self._network = bundle.network
        self._lock = threading.Lock()  # what passes through is noted in one place
        self._seen: list[Tensor] = []
        last.register_forward_pre_hook(lambda _layer, given: self._seen.append(given[0]))

    def embed(self, samples: Samples) -> Samples:
        """Embeddings (n, size) of windows (n, window)."""
        with self._lock, torch.inference_mode():
            for window in samples:
                self._network(torch.from_numpy(window[None].copy()))
            found: Samples = torch.cat(self._seen).float().numpy().copy()
            self._seen.clear()
        return found


def open_model(folder: Path) -> PretrainedListener:
    """The model in a folder as a listener.

    Raises
    ------
    UserError
        If it cannot be used, or has no linear layer at its end.
    """
    bundle = load_bundle(folder)
    linear = [module for module in bundle.model.modules() if isinstance(module, nn.Linear)]
    if not linear:
        raise UserError(
            Text("the model in {folder} has no layer before its answers", folder=folder),
            remedy=Text("Choose a model that was trained in epochs."),
        )
    ends, place = bundle.card.front_end, current_folder(folder)
    listener = bundle.card.record.get("listener")
    terms = listener.get("licence") if isinstance(listener, dict) else None
    return PretrainedListener(
        key=KEY,
        name=Text.plain(folder.name),
        licence=Text.plain(str(terms)) if terms else Text("that of the sounds it was trained on"),
        source=Text("a model that was trained with this program"),
        rate_hz=ends.rate_hz,
        window_frames=ends.window_frames,
        hop_frames=max(1, ends.window_frames // 2),
        size=linear[-1].in_features,
        content=files_hash([place / DESCRIPTION, place / WEIGHTS]),
        network=BeforeLastLayer(bundle, linear[-1]),
        pad=ends.pad,
        learnt=bundle.card.learnt or frozenset(),
    )
