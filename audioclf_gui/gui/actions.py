"""Every command with its words and its key: menus, tool tips and the key sheet are made from this table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.workspaces import WORKSPACES

_CONTEXT = "actions"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. Its key works in the whole window, or in the workspace that its `where` names."""

    key: str
    text: str
    shortcut: str = ""  # in Qt's portable form; several are separated by "; "
    icon: str = ""
    menu: str = ""
    where: str = "window"  # or the name of a workspace
    tip: str = ""  # if it says more than the text
    checkable: bool = False


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(_CONTEXT, text))


def _show_commands() -> tuple[ActionSpec, ...]:
    """One command for each workspace, with its place as its key."""
    return tuple(
        ActionSpec(spec.action, spec.title, f"Ctrl+Shift+{number}", spec.icon, "View", checkable=True)
        for number, spec in enumerate(WORKSPACES.values(), start=1)
    )


CLASS_KEYS = "1234567890"
"""The keys of the project's first ten classes, in every workspace that gives classes."""

MENUS = (_t("File"), _t("Edit"), _t("View"), _t("Label"), _t("Transport"), _t("Train"), _t("Help"))
"""The menu bar; commands of other menus (Review, Live) live in their workspace and the key sheet."""

_SPECS = (
    ActionSpec("new_project", _t("New project…"), "Ctrl+N", "folder-plus-outline", "File"),
    ActionSpec("open_project", _t("Open project…"), "Ctrl+O", "folder-open-outline", "File"),
    ActionSpec("demo", _t("Try the demo project"), "", "school-outline", "File"),
    ActionSpec(
        "import",
        _t("Import…"),
        "Ctrl+Shift+I",
        "tray-arrow-down",
        "File",
        tip=_t("Add sound files, folders or tables; they can be dropped on the window too"),
    ),
    ActionSpec("import_labels", _t("Import label files…"), "", "label-multiple-outline", "File"),
    ActionSpec("export_labels", _t("Export labels…"), "Ctrl+Shift+E", "tray-arrow-up", "File"),
    ActionSpec(
        "record",
        _t("Record"),
        "R",
        "record-circle-outline",
        "File",
        tip=_t("Open the recorder; again: start or stop a take"),
    ),
    ActionSpec("close_project", _t("Close project"), "Ctrl+W", "", "File"),
    ActionSpec("quit", _t("Quit"), "Ctrl+Q", "", "File"),
    ActionSpec("undo", _t("Undo"), "Ctrl+Z", "undo", "Edit"),
    ActionSpec("redo", _t("Redo"), "Ctrl+Y; Ctrl+Shift+Z", "redo", "Edit"),
    ActionSpec("find_clip", _t("Find clip"), "Ctrl+F", "magnify", "Edit"),
    *_show_commands(),
    ActionSpec("zoom_in", _t("Zoom in"), "Ctrl+1", "magnify-plus-outline", "View", "label"),
    ActionSpec("zoom_normal", _t("Zoom normal"), "Ctrl+2", "magnify", "View", "label"),
    ActionSpec("zoom_out", _t("Zoom out"), "Ctrl+3", "magnify-minus-outline", "View", "label"),
    ActionSpec(
        "zoom_selection", _t("Zoom to selection"), "Ctrl+E", "arrow-expand-horizontal", "View", "label"
    ),
    ActionSpec("zoom_fit", _t("Show the whole clip"), "Shift+F", "fit-to-page-outline", "View", "label"),
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
    ActionSpec("train", _t("Train"), "Ctrl+T", "play", "Train", "train"),
    ActionSpec("stop_training", _t("Stop and keep best"), "Ctrl+.", "stop", "Train", "train"),
    ActionSpec("review_play", _t("Play the clip"), "Space", "play", "Review", "review"),
    ActionSpec("review_accept", _t("Accept"), "Y", "check", "Review", "review"),
    ActionSpec("review_reject", _t("Reject"), "N", "close", "Review", "review"),
    ActionSpec("review_accept_page", _t("Accept the page"), "Ctrl+Return", "check-all", "Review", "review"),
    ActionSpec("review_open", _t("Open in Label"), "Return", "open-in-app", "Review", "review"),
    ActionSpec("listen", _t("Listen or stop"), "Space", "microphone-outline", "Live", "live"),
    ActionSpec(
        "keep", _t("Keep the last seconds without a class"), "K", "content-save-outline", "Live", "live"
    ),
    ActionSpec("keys", _t("Keys"), "F1", "keyboard-outline", "Help"),
    ActionSpec("about", _t("About audioclf-gui"), "", "information-outline", "Help"),
)
ACTIONS: dict[str, ActionSpec] = {spec.key: spec for spec in _SPECS}
"""Every command by its key."""


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """Keys that always mean the same: they belong to a number or a direction, not to a command."""

    text: str
    shown: str  # as the key sheet writes them
    menu: str
    where: str
    keys: tuple[str, ...]


_DIGITS = tuple(CLASS_KEYS)
FIXED_KEYS = (
    FixedKeys(_t("Label with class 1 to 10"), "1 \N{EN DASH} 9, 0", "Label", "label", _DIGITS),
    FixedKeys(_t("Give class 1 to 10"), "1 \N{EN DASH} 9, 0", "Review", "review", _DIGITS),
    FixedKeys(
        _t("Another picture"),
        "\N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW} \N{UPWARDS ARROW} \N{DOWNWARDS ARROW}",
        "Review",
        "review",
        ("Left", "Right", "Up", "Down"),
    ),
    FixedKeys(_t("Another page"), "PgUp, PgDown", "Review", "review", ("PgUp", "PgDown")),
    FixedKeys(
        _t("Keep the last seconds as class 1 to 10"), "1 \N{EN DASH} 9, 0", "Live", "live", tuple(CLASS_KEYS)
    ),
)
"""What the key sheet shows beside the commands; no command of the same place may take these keys."""


def shown_text(text: str) -> str:
    """A text of this module in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


def shortcuts(spec: ActionSpec, session: Session | None = None) -> list[QKeySequence]:
    """The keys of a command: the user's own if there are any, else those of the table."""
    chosen = spec.shortcut if session is None else session.text(f"keys/{spec.key}", spec.shortcut)
    return [QKeySequence(part) for part in chosen.split("; ") if part]


def build_actions(
    parent: QObject, handlers: Mapping[str, Callable[[], object]], session: Session | None = None
) -> dict[str, QAction]:
    """Make the actions that `handlers` names and connect them.

    Parameters
    ----------
    parent
        Owns them. If it is a widget they belong to it, and keys of a workspace work while the
        keyboard is in it.
    handlers
        For each key of `ACTIONS` what to call; a checkable action's handler asks the action itself.
    session
        Knows the keys that the user has changed.

    Returns
    -------
    dict
        The actions by key; each has its key as `data()`.
    """
    actions = {}
    for key, handler in handlers.items():
        spec = ACTIONS[key]
        action = QAction(shown_text(spec.text), parent)
        action.setObjectName(key)
        action.setData(key)
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        set_keys(action, shortcuts(spec, session))
        if spec.where != "window":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        if isinstance(parent, QWidget):
            parent.addAction(action)
        actions[key] = action
    return actions


def build_class_keys(owner: QWidget, press: Callable[[int], object], *, repeats: bool) -> None:
    """Call `press` with 0 to 9 when one of `CLASS_KEYS` is pressed and the keyboard is in `owner`."""
    for place, key in enumerate(CLASS_KEYS):
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(partial(press, place))


def set_keys(action: QAction, keys: list[QKeySequence]) -> None:
    """Give an action its keys; its tool tip names the first."""
    action.setShortcuts(keys)
    spec = ACTIONS[str(action.data())]
    action.setToolTip(with_key(shown_text(spec.tip or spec.text), keys))


def with_key(tip: str, keys: list[QKeySequence]) -> str:
    """A tool tip that names its key: "Play or stop (Space)"."""
    tip = tip.rstrip("…")
    return f"{tip} ({key_text(keys[0])})" if keys else tip


def key_text(key: QKeySequence) -> str:
    """A key as it is written on this system's keyboards."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)
