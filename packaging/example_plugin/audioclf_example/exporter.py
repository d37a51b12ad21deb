"""An exporter: the example's own model as JSON, which a few lines of numpy run."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from typing_extensions import override

from audioclf_gui.core.errors import UserError, cannot_read
from audioclf_gui.core.plugins import PlugIn
from audioclf_gui.core.text import Text
from audioclf_gui.ml import seal
from audioclf_gui.ml.exporters.registry import Exporter
from audioclf_gui.ml.windows import Samples

if TYPE_CHECKING:  # torch comes with the first model
    from audioclf_gui.ml.bundle import Bundle


class BandsJson(Exporter):
    """Every number of the model under its name."""

    key: ClassVar[str] = "example-json"
    title: ClassVar[Text] = Text.plain("JSON of a linear model (example)")
    suffix: ClassVar[str] = ".json"

    @override
    def check_installed(self) -> None:
        """Numpy is always there."""

    @override
    def written(self, bundle: "Bundle") -> bytes:
        from audioclf_example.front_end import BandLevels
        from audioclf_example.model import Linear
        from audioclf_gui.ml.objectives.single_label import SingleLabel

        card, model = bundle.card, bundle.model
        if not (isinstance(card.front_end, BandLevels) and isinstance(model, Linear)):
            raise _cannot("it is not the example's")
        if not isinstance(card.objective, SingleLabel) or model.layer.out_features != len(card.classes):
            raise _cannot("it does not tell one class of several")
        numbers = {
            "bands": card.front_end.bands,
            "mean": list(card.mean),
            "deviation": list(card.deviation),
            "weight": model.layer.weight.tolist(),
            "bias": model.layer.bias.tolist(),
            "temperature": card.temperature,
            "is_open": card.objective.is_open,
        }
        return json.dumps({"model": numbers}).encode()

    @override
    def compressed(self, content: bytes) -> bytes:
        raise _cannot("it is small enough")

    @override
    def opened(self, content: bytes, bundle: "Bundle | None" = None) -> Callable[[Samples], Samples]:
        numbers = json.loads(content)["model"]

        def scores(windows: Samples) -> Samples:
            power = np.abs(np.fft.rfft(windows)) ** 2 / windows.shape[-1]
            parts = np.array_split(power, numbers["bands"], axis=-1)
            levels = np.log(np.stack([part.mean(axis=-1) for part in parts], axis=-1) + 1e-10)
            rows = (levels - np.array(numbers["mean"])) / np.array(numbers["deviation"])
            logits = rows @ np.array(numbers["weight"]).T + np.array(numbers["bias"])
            logits = np.pad(logits / numbers["temperature"], ((0, 0), (0, 1 if numbers["is_open"] else 0)))
            shares = np.exp(logits - logits.max(axis=1, keepdims=True))
            shares = shares / shares.sum(axis=1, keepdims=True)
            return np.asarray(shares[:, : len(numbers["bias"])], np.float32)

        return scores

    @override
    def stamped(self, content: bytes, facts: Mapping[str, object]) -> bytes:
        whole = {**json.loads(content), "facts": {**facts, seal.KEY: seal.OPEN}}
        return seal.sealed(json.dumps(whole, ensure_ascii=False, indent=1).encode())

    @override
    def told(self, file: Path) -> Mapping[str, object]:
        try:
            content = file.read_bytes()
            facts: Mapping[str, object] = json.loads(content)["facts"]
            is_whole = seal.is_whole(content, str(facts.get(seal.KEY)))
        except OSError as error:
            raise cannot_read(file, error) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise _changed(file) from error
        if not is_whole:
            raise _changed(file)
        return facts


def _cannot(reason: str) -> UserError:
    return UserError(
        Text.plain(f"this model cannot become an example-json file: {reason}"),
        remedy=Text.plain("Export it as onnx."),
    )


def _changed(file: Path) -> UserError:
    return UserError(
        Text.plain(f"{file} was not exported by this program, or was changed since"),
        remedy=Text.plain("Export the model again."),
    )


PLUG_IN: PlugIn[Exporter] = PlugIn(BandsJson(), api=1)
