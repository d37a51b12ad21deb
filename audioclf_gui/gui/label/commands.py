"""The commands of the Label workspace and their keys."""

from audioclf_gui.gui.command import DIGITS, SHIFT_DIGITS, ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t

COMMANDS = (
    ActionSpec("zoom_in", _t("Zoom in"), "Ctrl+1", "magnify-plus-outline", "View", "label"),
    ActionSpec("zoom_normal", _t("Zoom normal"), "Ctrl+2", "magnify", "View", "label"),
    ActionSpec("zoom_out", _t("Zoom out"), "Ctrl+3", "magnify-minus-outline", "View", "label"),
    ActionSpec(
        "zoom_selection", _t("Zoom to selection"), "Ctrl+E", "arrow-expand-horizontal", "View", "label"
    ),
    ActionSpec("zoom_fit", _t("Show the whole clip"), "Shift+F", "fit-to-page-outline", "View", "label"),
    ActionSpec("band_in", _t("Zoom the band in"), "Ctrl+Alt+1", "", "View", "label"),
    ActionSpec("band_all", _t("Show all frequencies"), "Ctrl+Alt+2", "", "View", "label"),
    ActionSpec("band_out", _t("Zoom the band out"), "Ctrl+Alt+3", "", "View", "label"),
    ActionSpec("band_up", _t("Show higher frequencies"), "Ctrl+Shift+Up", "", "View", "label"),
    ActionSpec("band_down", _t("Show lower frequencies"), "Ctrl+Shift+Down", "", "View", "label"),
    ActionSpec("spectrogram", _t("Spectrogram…"), "F7", "tune-variant", "View", "label"),
    ActionSpec("label_selection", _t("Label the selection"), "Ctrl+B", "label-outline", "Label", "label"),
    ActionSpec(
        "label_at_play", _t("Label at the play position"), "Ctrl+M", "label-variant-outline", "Label", "label"
    ),
    ActionSpec("edit_label", _t("Edit the label's text"), "Return", "pencil-outline", "Label", "label"),
    ActionSpec("delete_label", _t("Delete the label"), "Delete", "delete-outline", "Label", "label"),
    ActionSpec("next_label", _t("Next label"), "Tab", "", "Label", "label"),
    ActionSpec("previous_label", _t("Previous label"), "Shift+Tab", "", "Label", "label"),
    ActionSpec("own_tier", _t("To the nearest label of yours"), "Up", "", "Label", "label"),
    ActionSpec("model_tier", _t("To the model's nearest event"), "Down", "", "Label", "label"),
    ActionSpec("start_edge", _t("Start the selection here"), "[", "", "Label", "label"),
    ActionSpec("end_edge", _t("End the selection here"), "]", "", "Label", "label"),
    ActionSpec("leave_editor", _t("Leave the editor"), "F6", "", "Label", "label"),
    ActionSpec("next_clip", _t("Next clip"), "PgDown", "", "Label", "label"),
    ActionSpec("previous_clip", _t("Previous clip"), "PgUp", "", "Label", "label"),
    ActionSpec("next_unlabelled", _t("Next unlabelled clip"), "Ctrl+PgDown", "", "Label", "label"),
    ActionSpec("accept_suggestion", _t("Accept the suggestion"), "Ctrl+Return", "check", "Label", "label"),
    ActionSpec("reject_suggestion", _t("Reject the suggestion"), "Ctrl+Backspace", "close", "Label", "label"),
    ActionSpec("find_sounds", _t("Find sounds"), "Ctrl+Shift+F", "waveform", "Label", "label"),
    ActionSpec(
        "name_species",
        _t("What birds are these?"),
        menu="Label",
        where="label",
        tip=_t("Let BirdNET name the birds and other animals in the clips that are selected"),
    ),
    ActionSpec(
        "tracks",
        _t("Tracks\N{HORIZONTAL ELLIPSIS}"),
        menu="Label",
        where="label",
        tip=_t("Add, rename, order, hide or lock tracks, and choose those that models learn from"),
    ),
    ActionSpec(
        "remove_clips",
        _t("Remove clips from the project"),
        "Ctrl+Delete",
        "playlist-remove",
        "Label",
        "label",
    ),
    ActionSpec("play", _t("Play or stop"), "Space", "play", "Transport", "label"),
    ActionSpec("pause", _t("Pause"), "P", "pause", "Transport", "label"),
    ActionSpec("stop", _t("Stop"), "Escape", "stop", "Transport", "label"),
    ActionSpec("loop", _t("Loop"), "L", "repeat", "Transport", "label", checkable=True),
    ActionSpec("play_once", _t("Play once, without loop"), "Shift+Space", "", "Transport", "label"),
    ActionSpec("seek_back", _t("Back 1 s"), "Left", "rewind", "Transport", "label"),
    ActionSpec("seek_forward", _t("Forward 1 s"), "Right", "fast-forward", "Transport", "label"),
    ActionSpec("seek_far_back", _t("Back 15 s"), "Shift+Left", "", "Transport", "label"),
    ActionSpec("seek_far_forward", _t("Forward 15 s"), "Shift+Right", "", "Transport", "label"),
    ActionSpec("go_start", _t("To the start"), "Home", "skip-backward", "Transport", "label"),
    ActionSpec("go_end", _t("To the end"), "End", "skip-forward", "Transport", "label"),
)
FIXED_KEYS = (
    FixedKeys(_t("Label with class 1 to 10"), "1 \N{EN DASH} 9, 0", "Label", "label", DIGITS),
    FixedKeys(
        _t("Add class 1 to 10 beside others, or take it away"),
        "Shift+1 \N{EN DASH} 9, 0",
        "Label",
        "label",
        SHIFT_DIGITS,
    ),
    FixedKeys(_t("Zoom in time; over the frequency axis, its band"), _t("Ctrl+wheel"), "View", "label", ()),
    FixedKeys(_t("Zoom the band of frequencies"), _t("Ctrl+Shift+wheel"), "View", "label", ()),
    FixedKeys(_t("Pan the band, on the frequency axis"), _t("Shift+drag"), "View", "label", ()),
    FixedKeys(_t("Show all frequencies, on their axis"), _t("Double click"), "View", "label", ()),
    FixedKeys(_t("Select a box of time and frequency"), _t("Alt+drag"), "Label", "label", ()),
)
