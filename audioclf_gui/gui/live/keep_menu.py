"""As what a sound can be kept, as entries of a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from audioclf_gui.core.label import LabelClass
from audioclf_gui.core.text import Text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import swatch
from audioclf_gui.ml.background import BACKGROUND

_DIGITS = "1234567890"


def add_classes(menu: QMenu, classes: Sequence[LabelClass], keep: Callable[[str], object]) -> None:
    """Offer each class with its key, none of them, and no class yet; `keep` is told its name."""
    for place, label_class in enumerate(classes):
        key = f"\t{_DIGITS[place]}" if place < len(_DIGITS) else ""
        action = menu.addAction(swatch(label_class.colour), label_class.name.replace("&", "&&") + key)
        action.triggered.connect(lambda _=False, name=label_class.name: keep(name))
    menu.addSeparator()
    nothing = menu.addAction(words(Text("Nothing: none of the classes")))
    nothing.setToolTip(words(Text("The next training learns that this is none of the classes")))
    nothing.triggered.connect(lambda: keep(BACKGROUND))
    menu.addAction(words(Text("Without a class")) + "\tK").triggered.connect(lambda: keep(""))
