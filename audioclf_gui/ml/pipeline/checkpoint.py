"""The state of a fit on disk, so that it can be gone on with after an end by force; nothing is pickled."""

import json
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text, text_from
from audioclf_gui.ml.pipeline.fit_state import Best, FitState
from audioclf_gui.ml.pipeline.learner import Learner, Weights
from audioclf_gui.ml.pipeline.plan import TrainingPlan
from audioclf_gui.ml.pipeline.policy import StoppingPolicy
from audioclf_gui.ml.pipeline.schedule import OneCycle

_VERSION = 1
_FACTS = "audioclf"
_ANEW = Text("Train anew.")


@dataclass(frozen=True, slots=True)
class CheckpointFile:
    """Where the state of one fit is written to, and what it is the state of.

    Attributes
    ----------
    path : Path
        The tensors, and in the file's metadata everything else as JSON.
    origin : str
        Of data, split and settings: a state is gone on with only where they are what they were.
    """

    path: Path
    origin: str

    def write(self, state: FitState, learner: Learner, notes: Sequence[Text]) -> None:
        """Replace the state; at any moment the old or the new one is there, whole. OSError if refused."""
        snapshot = learner.snapshot()
        best = state.best
        facts = {
            "version": _VERSION,
            "origin": self.origin,
            "now": time.monotonic(),
            "state": asdict(replace(state, best=None)),
            "best": best and {"epoch": best.epoch, "rank": [_json_number(one) for one in best.rank]},
            "updates": snapshot["updates"],
            "parts": learner.parts,
            "notes": [note.stored() for note in notes],
        }
        tensors = dict(_named("best", best.weights if best else {}))
        for part in ("model", "averaged"):
            tensors |= _named(part, snapshot[part])
        for place, moments in _optimizer_state(snapshot).items():
            tensors |= _named(f"optimizer.{place}", moments)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path, save(tensors, {_FACTS: json.dumps(facts)}))

    def take_up(self, learner: Learner) -> tuple[FitState, list[Text]] | None:
        """The state that was written, which the learner then is in, and the notes; None if there is none.

        Raises
        ------
        UserError
            If the file is damaged, or of other data or settings.
        """
        if not self.path.exists():
            return None
        try:
            facts, tensors = _read(self.path)
            state = _state(facts, tensors)
            if facts["origin"] != self.origin:
                raise UserError(
                    Text("the labels or recordings have changed since training was interrupted"), remedy=_ANEW
                )
            learner.restore(_snapshot(facts, tensors))
            learner.parts = int(facts["parts"])
            return state, [text_from(note) for note in facts["notes"]]
        except (SafetensorError, OSError, KeyError, TypeError, ValueError, RuntimeError) as error:
            raise UserError(
                Text(
                    "the state of training in {file} cannot be gone on with: {error}",
                    file=self.path,
                    error=str(error),
                ),
                remedy=_ANEW,
            ) from error


def origin_of(plan: TrainingPlan) -> str:
    """A hash of everything that decides what a fit comes to, but the machine."""
    examples = [
        [one.content, one.target, one.start_s, one.stop_s, one.group, one.fold] for one in plan.data.examples
    ]
    split = [plan.split.train, plan.split.valid, plan.split.test, plan.split.selection]
    ends = plan.front_end.identity()
    facts = [plan.data.classes, examples, split, plan.settings.to_dict(), ends, dict(plan.options)]
    return blake2b(json.dumps(facts, default=sorted).encode(), digest_size=16).hexdigest()


def _named(part: str, tensors: Any) -> dict[str, Tensor]:
    return {f"{part}.{name}": value.contiguous() for name, value in tensors.items()}


def _optimizer_state(snapshot: Mapping[str, Any]) -> dict[int, Mapping[str, Tensor]]:
    found: dict[int, Mapping[str, Tensor]] = snapshot["optimizer"]["state"]
    return found


def _read(path: Path) -> tuple[dict[str, Any], dict[str, Tensor]]:
    with safe_open(path, "pt") as opened:
        facts = json_value((opened.metadata() or {})[_FACTS])
        if facts["version"] != _VERSION:
            raise ValueError(f"version {facts['version']}")
        return facts, {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - no mapping


def _state(facts: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> FitState:
    """The state as if the time between had not been: its clock times are moved on."""
    later = time.monotonic() - float(facts["now"])
    values = dict(facts["state"])
    policy = dict(values.pop("policy"))
    schedule = OneCycle(**policy.pop("schedule"))
    deadline = policy.pop("deadline")
    first_step_at = policy.pop("first_step_at") + later
    kept = facts["best"]
    return FitState(
        **{
            **values,
            "began": values["began"] + later,
            "policy": StoppingPolicy(
                schedule,
                deadline=None if deadline is None else deadline + later,
                first_step_at=first_step_at,
                **policy,
            ),
            "best": kept
            and Best(
                kept["epoch"],
                (_number(kept["rank"][0]), _number(kept["rank"][1])),
                _part("best", tensors),
            ),
        }
    )


def _snapshot(facts: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> dict[str, object]:
    """As `Learner.snapshot` gave it, but for the optimizer's parameters, which the settings decide."""
    moments: dict[int, dict[str, Tensor]] = {}
    for name, value in _part("optimizer", tensors).items():
        place, _, key = name.partition(".")
        moments.setdefault(int(place), {})[key] = value
    return {
        "model": _part("model", tensors),
        "averaged": _part("averaged", tensors),
        "optimizer": {"state": moments},
        "updates": int(facts["updates"]),
    }


def _part(name: str, tensors: Mapping[str, Tensor]) -> Weights:
    start = f"{name}."
    return {key.removeprefix(start): value for key, value in tensors.items() if key.startswith(start)}


def _json_number(value: float) -> float | None:
    """JSON has no infinite numbers; a loss that nobody measured counts as the greatest."""
    return value if math.isfinite(value) else None


def _number(value: float | None) -> float:
    return -math.inf if value is None else float(value)
