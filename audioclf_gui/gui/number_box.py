"""Fields for numbers: a point and a comma are both the decimal sign, whichever the language writes."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox
from typing_extensions import override

from audioclf_gui.gui.text import MINUS

_SIGNS = ".,"


class NumberBox(QDoubleSpinBox):
    """A number; Qt alone would take the sign of thousands out of what was typed, so that 1.5 became 15."""

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        text = self._in_own_signs(input)
        state, _, place = super().validate(text.replace(MINUS, "-"), pos)
        is_one = sum(map(_number_part(self, text).count, _SIGNS)) <= 1
        return state if is_one else QValidator.State.Invalid, text, place

    @override
    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._in_own_signs(text).replace(MINUS, "-"))

    def _in_own_signs(self, text: str) -> str:
        number = _number_part(self, text)
        own = number
        for sign in _SIGNS:
            own = own.replace(sign, self.locale().decimalPoint())
        return text.replace(number, own, 1)


class MinusBox(NumberBox):
    """A number, such as a level, with a real minus sign."""

    @override
    def textFromValue(self, val: float) -> str:
        return super().textFromValue(val).replace("-", MINUS)


class CountBox(QSpinBox):
    """A whole number; a point or a comma in it is refused."""

    @override
    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:
        state, text, place = super().validate(input, pos)
        is_whole = not any(sign in _number_part(self, input) for sign in _SIGNS)
        return state if is_whole else QValidator.State.Invalid, text, place


def _number_part(box: QSpinBox | QDoubleSpinBox, text: str) -> str:
    """What stands between the words around a number; nothing where words stand for a number."""
    if text == box.specialValueText():
        return ""
    return text.removeprefix(box.prefix()).removesuffix(box.suffix())
