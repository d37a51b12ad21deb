"""What the mouse does in the Label workspace, as the key sheet lists it."""

from audioclf_gui.gui.command import FixedKeys
from audioclf_gui.gui.command import marked as _t

_PANES = _t("Mouse in the panes")
_LABELS = _t("Mouse on labels")
_AXES = _t("Mouse on axes and overview")
_LISTS = _t("Mouse on lists")


def _gesture(text: str, how: str, group: str) -> FixedKeys:
    return FixedKeys(text, how, group, "label", ())


MOUSE = (
    _gesture(_t("Put the cursor there"), _t("Click"), _PANES),
    _gesture(_t("Select a stretch; with the box tool, a box"), _t("Drag"), _PANES),
    _gesture(_t("Select inside a label too; in the spectrogram a box"), _t("Alt+drag"), _PANES),
    _gesture(_t("Let the selection reach to there"), _t("Shift+click"), _PANES),
    _gesture(_t("Move an edge of the selection"), _t("Drag it"), _PANES),
    _gesture(_t("Scroll in time"), _t("Wheel"), _PANES),
    _gesture(_t("Zoom in time, around the pointer"), _t("Ctrl+wheel"), _PANES),
    _gesture(_t("Zoom the band of frequencies"), _t("Ctrl+Shift+wheel"), _PANES),
    _gesture(_t("Select the label; again: the one beneath it"), _t("Click"), _LABELS),
    _gesture(_t("Choose labels: add or take away one"), _t("Ctrl+click"), _LABELS),
    _gesture(_t("Choose all labels up to one"), _t("Shift+click"), _LABELS),
    _gesture(_t("Choose all labels that a rectangle touches"), _t("Drag between labels"), _LABELS),
    _gesture(_t("Move the selected label"), _t("Drag its inside"), _LABELS),
    _gesture(_t("Move an edge or corner"), _t("Drag it"), _LABELS),
    _gesture(_t("Move every edge at that time"), _t("Shift+drag an edge"), _LABELS),
    _gesture(_t("Name the label"), _t("Double click"), _LABELS),
    _gesture(_t("Take over an event of the model"), _t("Double click"), _LABELS),
    _gesture(_t("Menu of the label, or of the track at its name"), _t("Right click"), _LABELS),
    _gesture(_t("Let new labels go to a track"), _t("Click its name"), _LABELS),
    _gesture(_t("Frequency axis: zoom the band"), _t("Ctrl+wheel"), _AXES),
    _gesture(_t("Frequency axis: pan the band"), _t("Shift+drag"), _AXES),
    _gesture(_t("Frequency axis: show all frequencies"), _t("Double click"), _AXES),
    _gesture(_t("Level axis: magnify the waveform"), _t("Ctrl+wheel"), _AXES),
    _gesture(_t("Level axis: show the whole waveform"), _t("Double click"), _AXES),
    _gesture(_t("Time axis: zoom in time"), _t("Ctrl+wheel"), _AXES),
    _gesture(_t("Time axis: how times are told"), _t("Click the unit"), _AXES),
    _gesture(_t("Overview: show another stretch"), _t("Click, drag the frame"), _AXES),
    _gesture(_t("Overview: show more or less"), _t("Drag an edge of the frame"), _AXES),
    _gesture(_t("Clips: several of them"), _t("Ctrl+click, Shift+click"), _LISTS),
    _gesture(_t("Clips: what can be done to them"), _t("Right click"), _LISTS),
    _gesture(_t("Classes: another order, and so other keys"), _t("Drag"), _LISTS),
    _gesture(_t("Classes: rename, colour, merge, delete"), _t("Right click"), _LISTS),
    _gesture(_t("Lists: sort by a column"), _t("Click its heading"), _LISTS),
)
"""Gestures have no keys that a command could not take."""
