"""Classes that become one, wherever that is asked for, and what is said of it then."""

from collections.abc import Callable

from audioclf_gui.core.naming import class_named
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.translate import words
from audioclf_gui.jobs.edit_clips import MergeClasses


def merge_classes(
    context: Context, request: MergeClasses, on_done: Callable[[], object] | None = None
) -> None:
    """Merge classes, and tell how many labels have another name, and how many became one with others.

    Parameters
    ----------
    on_done
        Is called when it is done.
    """
    before = context.document.view

    def tell(_clips: int) -> None:
        context.status(words(_told(request, before, context.document.view)))
        if on_done is not None:
            on_done()

    context.edit(request, tell)


def _told(request: MergeClasses, before: CatalogueView, after: CatalogueView) -> Text:
    moved = sum(_count(before, name) for name in request.names)
    equal = moved + _count(before, request.into) - _count(after, request.into)
    told = [
        Text("{n} label is called {name} now", "{n} labels are called {name} now", n=moved, name=request.into)
    ]
    if equal > 0:
        told.append(
            Text(
                "{n} of them equals a label that was there and became one with it",
                "{n} of them equal labels that were there and became one with those",
                n=equal,
            )
        )
    return listed(told, "; ")


def _count(view: CatalogueView, name: str) -> int:
    class_id = class_named(view.classes, name)
    return 0 if class_id is None else view.label_counts.get(class_id, 0)
