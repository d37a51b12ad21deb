"""The commands that edit all chosen labels at once."""

from audioclf_gui.gui.command import ActionSpec
from audioclf_gui.gui.command import marked as _t

CHOSEN_COMMANDS = (
    ActionSpec("choose_all", _t("Choose all labels"), "Ctrl+A", "select-all", "Select", "label"),
    ActionSpec("choose_alike", _t("Choose all labels of this class"), "Shift+C", "", "Select", "label"),
    ActionSpec("choose_next_too", _t("Choose the next label, too"), "Ctrl+Alt+Right", "", "Select", "label"),
    ActionSpec(
        "choose_previous_too", _t("Choose the label before, too"), "Ctrl+Alt+Left", "", "Select", "label"
    ),
    ActionSpec("copy_labels", _t("Copy labels"), "Ctrl+C", "content-copy", "Edit", "label"),
    ActionSpec("cut_labels", _t("Cut labels"), "Ctrl+X", "content-cut", "Edit", "label"),
    ActionSpec(
        "paste_labels",
        _t("Paste labels at the red line"),
        "Ctrl+V",
        "content-paste",
        "Edit",
        "label",
        tip=_t("Paste copied labels in their distances, the first at the red line"),
    ),
    ActionSpec("paste_in_place", _t("Paste labels at their times"), "Ctrl+Shift+V", "", "Edit", "label"),
    ActionSpec("duplicate_labels", _t("Duplicate labels behind them"), "Ctrl+D", "", "Edit", "label"),
    ActionSpec("delete_label", _t("Delete labels"), "Delete; Backspace", "delete-outline", "Edit", "label"),
    ActionSpec("split_label", _t("Split labels at the red line"), "Ctrl+I", "", "Edit", "label"),
    ActionSpec(
        "merge_labels",
        _t("Merge labels"),
        "Ctrl+J",
        "",
        "Edit",
        "label",
        tip=_t("Make one label of all chosen ones of a class, with the gaps between them"),
    ),
    ActionSpec(
        "label_times",
        _t("Times of labels\N{HORIZONTAL ELLIPSIS}"),
        "T",
        "clock-edit-outline",
        "Edit",
        "label",
        tip=_t("Shift labels, put them on a grid or on edges, merge them: of this clip or of many"),
    ),
    ActionSpec(
        "snap_to_zero",
        _t("Snap edges to zero crossings"),
        "Z",
        "",
        "Edit",
        "label",
        tip=_t(
            "Put the edges of the chosen labels, or of the selection, where the sound passes through zero"
        ),
    ),
    ActionSpec(
        "snap_to_neighbours",
        _t("Snap edges to other labels"),
        "N",
        "",
        "Edit",
        "label",
        tip=_t("Put the edges of the chosen labels on those of other labels near by"),
    ),
    ActionSpec("snap_to_grid", _t("Snap edges to the grid"), "G", "", "Edit", "label"),
    ActionSpec("quantise_labels", _t("Quantise to the grid"), "Shift+G", "", "Edit", "label"),
    ActionSpec(
        "snap_drags",
        _t("Snap edges while dragging"),
        "Shift+N",
        "magnet",
        "Edit",
        "label",
        tip=_t("Edges that are dragged near to those of other labels, or to the red line, go there"),
        checkable=True,
    ),
    ActionSpec(
        "label_details",
        _t("Note and certainty\N{HORIZONTAL ELLIPSIS}"),
        "F4; Alt+Return",
        "note-edit-outline",
        "Edit",
        "label",
        tip=_t("What is said of the chosen labels: note, certainty, track, exact edges, further columns"),
    ),
    ActionSpec(
        "toggle_unsure",
        _t("Unsure or not"),
        "U",
        "help-circle-outline",
        "Edit",
        "label",
        tip=_t("Mark the chosen labels as unsure, or take the mark away"),
    ),
)
