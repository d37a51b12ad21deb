"""Starting from a model of this program: its weights, where they fit, instead of fresh ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.dataset import TrainingData
from audioclf_gui.ml.model_card import ModelCard
from audioclf_gui.ml.models import known_architecture
from audioclf_gui.ml.objectives import Objective
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import Split

FREE = ("dropout", "members", "summary_share")
"""Options of networks that need not be those of what they start from."""

_ALIKE = ("residual_cnn", "ensemble")
"""The second is made of the first; each can start from either."""

_FIRST = "members.0."


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """The model to start from."""

    card: ModelCard
    weights: Mapping[str, Tensor]  # of its network; of several, of the first one

    @property
    def sizes(self) -> Mapping[str, object]:
        """The options of the network that its weights decide."""
        return {name: value for name, value in self.card.options.items() if name not in FREE}


def start_of(settings: TrainSettings) -> Start | None:
    """The model that the settings start from, if any.

    Raises
    ------
    UserError
        If it cannot be used, is another kind of network than the settings name, or does not learn in steps.
    """
    if not settings.start_from:
        return None
    bundle = load_bundle(Path(settings.start_from).expanduser())
    card = bundle.card
    wanted, found = (settings.architecture, settings.front_end), (card.architecture, card.front_end.kind)
    if known_architecture(settings.architecture).estimator not in ("gradient", "ensemble"):
        raise UserError(
            Text("the model {name!r} does not learn from a start", name=settings.architecture),
            remedy=Text("Choose a preset that learns in epochs, or set listener to the folder of the model."),
        )
    is_alike = wanted[0] in _ALIKE and found[0] in _ALIKE
    if wanted[1] != found[1] or (wanted[0] != found[0] and not is_alike):
        raise UserError(
            Text(
                "the model in {folder} is of the kind {found} on {front_end}",
                folder=settings.start_from,
                found=card.architecture,
                front_end=card.front_end.kind,
            ),
            remedy=Text(
                "Set architecture to {architecture} and front_end to {front_end}.",
                architecture=card.architecture,
                front_end=card.front_end.kind,
            ),
        )
    weights = bundle.model.state_dict()
    if card.architecture == "ensemble":
        weights = {
            name.removeprefix(_FIRST): value for name, value in weights.items() if name.startswith(_FIRST)
        }
    return Start(card, weights)


def begun_from(network: nn.Module, start: Start, objective: Objective) -> None:
    """Give a fresh network the weights of a start; its last layer stays fresh where it answers otherwise."""
    own = network.state_dict()
    last = [name for name, module in network.named_modules() if isinstance(module, nn.Linear)][-1:]
    fresh = tuple(f"{name}." for name in last) if start.card.objective.opened() != objective.opened() else ()
    taken = {
        name: value
        for name, value in start.weights.items()
        if name in own and own[name].shape == value.shape and not name.startswith(fresh or ("\0",))
    }
    network.load_state_dict(taken, strict=False)


def known_note(learnt: frozenset[str], data: TrainingData, split: Split) -> tuple[Text, ...]:
    """That clips are judged by which the start, or the listener, was taught already."""
    measured = [data.examples[at] for at in split.measured]
    n = sum(one.content in learnt or one.beginning in learnt for one in measured)
    if not n:
        return ()
    return (
        Text(
            "{n} clip that is measured was learnt already by the model that this one starts from:"
            " the figures flatter.",
            "{n} clips that are measured were learnt already by the model that this one starts from:"
            " the figures flatter.",
            n=n,
        ),
    )
