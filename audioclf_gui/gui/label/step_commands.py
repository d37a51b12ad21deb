"""The commands that move cursor and edges by steps, for hands that leave the mouse alone.

The key says what is moved: comma and dot the cursor, the arrows an edge. What is held down beside it says
how: for the cursor nothing is a pixel, Shift ten, Ctrl a window, Alt the next edge; for edges Shift makes
more of the selection, Ctrl+Shift less of it, and with Alt the step is ten pixels.
"""

from audioclf_gui.gui.command import ActionSpec
from audioclf_gui.gui.command import marked as _t

_STEPS, _EDGES = _t("Cursor"), _t("Edges")  # groups of the key sheet; a menu of them all would be too long

STEP_COMMANDS = (
    ActionSpec("step_back", _t("Cursor back by a pixel"), ",", "", _STEPS, "label"),
    ActionSpec("step_forward", _t("Cursor forward by a pixel"), ".", "", _STEPS, "label"),
    ActionSpec("step_far_back", _t("Cursor back by 10 pixels"), "Shift+,", "", _STEPS, "label"),
    ActionSpec("step_far_forward", _t("Cursor forward by 10 pixels"), "Shift+.", "", _STEPS, "label"),
    ActionSpec("page_back", _t("Cursor back by a window"), "Ctrl+,", "", _STEPS, "label"),
    ActionSpec("page_forward", _t("Cursor forward by a window"), "Ctrl+.", "", _STEPS, "label"),
    ActionSpec("previous_edge", _t("Cursor to the edge before"), "Alt+,", "", _STEPS, "label"),
    ActionSpec("next_edge", _t("Cursor to the next edge"), "Alt+.", "", _STEPS, "label"),
    ActionSpec("extend_to_previous_edge", _t("Start at the edge before"), "Alt+Shift+,", "", _STEPS, "label"),
    ActionSpec("extend_to_next_edge", _t("End at the next edge"), "Alt+Shift+.", "", _STEPS, "label"),
    ActionSpec("extend_to_clip_start", _t("Start at the clip's start"), "Shift+Home", "", _STEPS, "label"),
    ActionSpec("extend_to_clip_end", _t("End at the clip's end"), "Shift+End", "", _STEPS, "label"),
    ActionSpec("move_earlier", _t("Move earlier by a pixel"), "Ctrl+[; Alt+PgUp", "", _EDGES, "label"),
    ActionSpec("move_later", _t("Move later by a pixel"), "Ctrl+]; Alt+PgDown", "", _EDGES, "label"),
    ActionSpec("move_far_earlier", _t("Move earlier by 10 pixels"), "Ctrl+Shift+[", "", _EDGES, "label"),
    ActionSpec("move_far_later", _t("Move later by 10 pixels"), "Ctrl+Shift+]", "", _EDGES, "label"),
    ActionSpec("start_earlier", _t("Start earlier by a pixel"), "Shift+Left", "", _EDGES, "label"),
    ActionSpec("end_later", _t("End later by a pixel"), "Shift+Right", "", _EDGES, "label"),
    ActionSpec("start_later", _t("Start later by a pixel"), "Ctrl+Shift+Right", "", _EDGES, "label"),
    ActionSpec("end_earlier", _t("End earlier by a pixel"), "Ctrl+Shift+Left", "", _EDGES, "label"),
    ActionSpec("start_far_earlier", _t("Start earlier by 10 pixels"), "Alt+Shift+Left", "", _EDGES, "label"),
    ActionSpec("end_far_later", _t("End later by 10 pixels"), "Alt+Shift+Right", "", _EDGES, "label"),
    ActionSpec(
        "start_far_later", _t("Start later by 10 pixels"), "Ctrl+Alt+Shift+Right", "", _EDGES, "label"
    ),
    ActionSpec("end_far_earlier", _t("End earlier by 10 pixels"), "Ctrl+Alt+Shift+Left", "", _EDGES, "label"),
    ActionSpec("start_page_earlier", _t("Start earlier by a window"), "Shift+PgUp", "", _EDGES, "label"),
    ActionSpec("end_page_later", _t("End later by a window"), "Shift+PgDown", "", _EDGES, "label"),
    ActionSpec("start_page_later", _t("Start later by a window"), "Ctrl+Shift+PgDown", "", _EDGES, "label"),
    ActionSpec("end_page_earlier", _t("End earlier by a window"), "Ctrl+Shift+PgUp", "", _EDGES, "label"),
    ActionSpec("high_up", _t("Upper edge up by a pixel"), "Shift+Up", "", _EDGES, "label"),
    ActionSpec("low_down", _t("Lower edge down by a pixel"), "Shift+Down", "", _EDGES, "label"),
    ActionSpec("high_down", _t("Upper edge down by a pixel"), "Ctrl+Shift+Down", "", _EDGES, "label"),
    ActionSpec("low_up", _t("Lower edge up by a pixel"), "Ctrl+Shift+Up", "", _EDGES, "label"),
    ActionSpec("high_far_up", _t("Upper edge up by 10 pixels"), "Alt+Shift+Up", "", _EDGES, "label"),
    ActionSpec("low_far_down", _t("Lower edge down by 10 pixels"), "Alt+Shift+Down", "", _EDGES, "label"),
    ActionSpec(
        "high_far_down", _t("Upper edge down by 10 pixels"), "Ctrl+Alt+Shift+Down", "", _EDGES, "label"
    ),
    ActionSpec("low_far_up", _t("Lower edge up by 10 pixels"), "Ctrl+Alt+Shift+Up", "", _EDGES, "label"),
)
