"""What only models of classes can do, said plainly of one that estimates a number."""

from typing import TYPE_CHECKING

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.objectives import Objective


def check_has_classes(objective: "Objective", remedy: Text) -> None:
    """UserError, with what to do instead, where a model estimates a number and so names no class."""
    if not objective.has_classes:
        raise UserError(
            Text("the model estimates a number ({quantity}) and names no class", quantity=objective.names[0]),
            remedy=remedy,
        )
