"""A model of this program as a listener: what its last layer hears, of a network that stays as it is."""

import threading
from pathlib import Path

import torch
from torch import Tensor, nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import WEIGHTS, Bundle, load_bundle
from audioclf_gui.ml.bundle_files import current_folder
from audioclf_gui.ml.bundle_reading import DESCRIPTION
from audioclf_gui.ml.listeners.listener import PretrainedListener, Samples, files_hash

KEY = "model"


class NoLayerError(UserError):
    """A model that does not end in a linear layer, such as a forest."""


class UpToLastLayer(nn.Module):
    """What the last linear layer of a model is given: sound (batch, window) to numbers (batch, size)."""

    def __init__(self, network: nn.Module, last: nn.Linear) -> None:
        super().__init__()
        self.network = network
        self._last = (last,)  # a part of the network already

    def forward(self, samples: Tensor) -> Tensor:
        """The numbers for so many sounds; only one thread at a time may ask."""
        seen: list[Tensor] = []
        noting = self._last[0].register_forward_pre_hook(lambda _layer, given: seen.append(given[0]))
        try:
            self.network(samples)
        finally:
            noting.remove()
        return seen[0]


class BeforeLastLayer:
    """The same for a listener: one window at a time, as in any other use."""

    def __init__(self, bundle: Bundle, last: nn.Linear) -> None:
        self.module = UpToLastLayer(bundle.network, last).eval()
        self.window_frames = bundle.card.front_end.window_frames
        self._lock = threading.Lock()

    def embed(self, samples: Samples) -> Samples:
        """Embeddings (n, size) of windows (n, window)."""
        with self._lock, torch.inference_mode():
            found = [self.module(torch.from_numpy(window[None].copy())) for window in samples]
            return torch.cat(found).float().numpy().copy()


def open_model(folder: Path) -> PretrainedListener:
    """The model in a folder as a listener.

    Raises
    ------
    UserError
        If it cannot be used; a NoLayerError if it has no linear layer at its end.
    """
    bundle = load_bundle(folder)
    linear = [module for module in bundle.model.modules() if isinstance(module, nn.Linear)]
    if not linear:
        raise NoLayerError(
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
