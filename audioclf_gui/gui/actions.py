"""Every command with its words and its key: menus, tool tips and the key sheet are made from this table."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from audioclf_gui.gui.command import ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t
from audioclf_gui.gui.icons import icon
from audioclf_gui.gui.key_presets import PRESETS, USUAL, KeyPreset
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.workspaces import WORKSPACES

_CONTEXT = "actions"


def _show_commands() -> tuple[ActionSpec, ...]:
    """One command for each workspace, with its place as its key."""
    return tuple(
        ActionSpec(
            spec.action,
            spec.title,
            f"Ctrl+Shift+{number}",
            spec.icon,
            "View",
            tip=spec.tip,
            checkable=True,
        )
        for number, spec in enumerate(WORKSPACES.values(), start=1)
    )


MENUS = (
    _t("File"),
    _t("Edit"),
    _t("Select"),
    _t("View"),
    _t("Label"),
    _t("Clip"),
    _t("Transport"),
    _t("Train"),
    _t("Help"),
)
"""The menu bar; commands of other menus (Review, Live) live in their workspace and the key sheet."""

_OF_THE_WINDOW = (
    ActionSpec(
        "new_project",
        _t("New project…"),
        "Ctrl+N",
        "folder-plus-outline",
        "File",
        tip=_t("Make an empty project in a folder of its own"),
    ),
    ActionSpec(
        "open_project",
        _t("Open project…"),
        "Ctrl+O",
        "folder-open-outline",
        "File",
        tip=_t("Open a project of this computer in place of the one that is open"),
    ),
    ActionSpec(
        "demo",
        _t("Try the demo project"),
        "",
        "school-outline",
        "File",
        tip=_t("Make a small project of generated sounds, to try everything on"),
    ),
    ActionSpec(
        "import",
        _t("Import…"),
        "Ctrl+Shift+I",
        "tray-arrow-down",
        "File",
        tip=_t("Add sound files, folders or tables; they can be dropped on the window too"),
    ),
    ActionSpec(
        "import_labels",
        _t("Import label files…"),
        "",
        "label-multiple-outline",
        "File",
        tip=_t("Take in label files of Audacity, Raven, Praat and other programs"),
    ),
    ActionSpec(
        "relink",
        _t("Find moved recordings…"),
        "",
        "file-find-outline",
        "File",
        tip=_t("Look in a folder for the recordings that are not where they were, by their content"),
    ),
    ActionSpec(
        "export_labels",
        _t("Export labels…"),
        "Ctrl+Shift+E",
        "tray-arrow-up",
        "File",
        tip=_t("Write the labels as files that another program reads"),
    ),
    ActionSpec(
        "classify",
        _t("Classify files…"),
        "",
        "file-search-outline",
        "File",
        tip=_t("Write what a model says about sound files"),
    ),
    ActionSpec(
        "make_mixtures",
        _t("Make mixtures…"),
        "",
        "vector-combine",
        "File",
        tip=_t("Mix labelled sounds into a new project to train on"),
    ),
    ActionSpec(
        "record",
        _t("Record"),
        "R",
        "record-circle-outline",
        "File",
        tip=_t("Open the recorder; again: start or stop a take"),
    ),
    ActionSpec(
        "pack_project",
        _t("Pack project…"),
        "",
        "package-down",
        "File",
        tip=_t("Write the whole project into one file, to give away or to keep"),
    ),
    ActionSpec(
        "unpack_project",
        _t("Unpack project…"),
        "",
        "package-up",
        "File",
        tip=_t("Let a project that was packed into one file out into a folder, and open it"),
    ),
    ActionSpec(
        "close_project",
        _t("Close project"),
        "Ctrl+W",
        "",
        "File",
        tip=_t("Leave this project; every edit is on disk already"),
    ),
    ActionSpec(
        "quit", _t("Quit"), "Ctrl+Q", "", "File", tip=_t("End the program; every edit is on disk already")
    ),
    ActionSpec(
        "undo",
        _t("Undo"),
        "Ctrl+Z",
        "undo",
        "Edit",
        tip=_t("Take back the last edit, also one of an earlier session"),
    ),
    ActionSpec(
        "redo",
        _t("Redo"),
        "Ctrl+Y; Ctrl+Shift+Z",
        "redo",
        "Edit",
        tip=_t("Make the edit again that was taken back last"),
    ),
    ActionSpec(
        "history",
        _t("History…"),
        "Ctrl+Shift+H",
        "history",
        "Edit",
        tip=_t("Show every edit, and go back to an earlier moment"),
    ),
    ActionSpec(
        "find_clip",
        _t("Find clip"),
        "Ctrl+F",
        "magnify",
        "Edit",
        tip=_t("Type words or terms such as is:unlabelled, to list only the clips that fit"),
    ),
    *_show_commands(),
)
_AT_THE_END = (
    ActionSpec(
        "manual",
        _t("Manual…"),
        "Shift+F1",
        "book-open-outline",
        "Help",
        tip=_t("The manual, at the page for what has the keyboard"),
    ),
    ActionSpec(
        "whats_this",
        _t("What's this?"),
        "Ctrl+F1",
        "help-circle-outline",
        "Help",
        tip=_t(
            "Click a control, or press Return for the one with the keyboard, to read what it does; Esc leaves"
        ),
    ),
    ActionSpec(
        "tour",
        _t("Guided tour"),
        "",
        "map-marker-path",
        "Help",
        tip=_t("Do the five main steps on the demo project; goes on where it was left"),
    ),
    ActionSpec(
        "keys",
        _t("Keys"),
        "F1",
        "keyboard-outline",
        "Help",
        tip=_t("Show all keys and mouse gestures; search and change them"),
    ),
    ActionSpec(
        "computer",
        _t("This computer…"),
        "",
        "stethoscope",
        "Help",
        tip=_t("Versions, sound devices, GPUs and disks, and what is amiss; as a report to be sent"),
    ),
    ActionSpec(
        "about",
        _t("About audioclf-gui"),
        "",
        "information-outline",
        "Help",
        tip=_t("Tell the version of this program"),
    ),
)
_SPECS = (
    *_OF_THE_WINDOW,
    *(command for spec in WORKSPACES.values() for command in spec.commands()),
    *_AT_THE_END,
)
ACTIONS: dict[str, ActionSpec] = {spec.key: spec for spec in _SPECS}
"""Every command by its key."""
FIXED_KEYS: tuple[FixedKeys, ...] = tuple(keys for spec in WORKSPACES.values() for keys in spec.fixed_keys())
"""What the key sheet shows beside the commands; no command of the same place may take these keys."""


PRESET_SETTING = "key preset"
_COMMAND, _TIP = "command", "tip"  # properties of widgets


def shown_text(text: str) -> str:
    """A text of this module in the language of the window."""
    return QCoreApplication.translate(_CONTEXT, text)


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The keys of every command, and those that another command has taken from it."""

    keys: Mapping[str, list[QKeySequence]]
    lost: Mapping[str, list[tuple[QKeySequence, ActionSpec]]]


def preset_of(session: Session | None) -> KeyPreset:
    """The preset that the user chose."""
    return USUAL if session is None else PRESETS.get(session.text(PRESET_SETTING), USUAL)


def key_table(session: Session | None = None) -> KeyTable:
    """Which command each key means: the user's own keys come first, then the preset's, then the table's.

    So no key ever means two commands of one place, which Qt would answer with silence.
    """
    own = {} if session is None else {spec.key: session.known(f"keys/{spec.key}") for spec in _SPECS}
    preset = preset_of(session)
    keys: dict[str, list[QKeySequence]] = {spec.key: [] for spec in _SPECS}
    lost: dict[str, list[tuple[QKeySequence, ActionSpec]]] = defaultdict(list)
    takers: dict[str, list[ActionSpec]] = defaultdict(list)
    for spec in sorted(_SPECS, key=lambda one: (own.get(one.key) is None, one.key not in preset.keys)):
        mine = own.get(spec.key)
        chosen = preset.keys.get(spec.key, spec.shortcut) if mine is None else mine
        for key in map(QKeySequence, filter(None, chosen.split("; "))):
            taker = next((other for other in takers[key.toString()] if meet(other, spec)), None)
            if taker is None:
                takers[key.toString()].append(spec)
                keys[spec.key].append(key)
            else:
                lost[spec.key].append((key, taker))
    return KeyTable(keys, lost)


def meet(first: ActionSpec | FixedKeys, second: ActionSpec | FixedKeys) -> bool:
    """Whether both work at the same time."""
    return "window" in (first.where, second.where) or first.where == second.where


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
    keys = key_table(session).keys
    for key, handler in handlers.items():
        spec = ACTIONS[key]
        action = QAction(shown_text(spec.text), parent)
        action.setObjectName(key)
        action.setData(key)
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        set_keys(action, keys[key])
        if spec.where != "window":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        if isinstance(parent, QWidget):
            parent.addAction(action)
        actions[key] = action
    return actions


def set_keys(action: QAction, keys: list[QKeySequence]) -> None:
    """Give an action its keys; its tool tip names the first."""
    action.setShortcuts(keys)
    spec = ACTIONS[str(action.data())]
    action.setToolTip(with_key(shown_text(spec.tip or spec.text), keys))
    action.setWhatsThis(action.toolTip())


def speaks_for(widget: QWidget, command: str) -> None:
    """Say that a widget does what a command does; `name_keys` adds the command's key to its tool tip."""
    widget.setProperty(_COMMAND, command)
    widget.setProperty(_TIP, widget.toolTip())


def name_keys(root: QWidget, session: Session) -> None:
    """Let the tool tips of all widgets in `root` that speak for commands name the keys of these."""
    keys = key_table(session).keys
    for widget in root.findChildren(QWidget):
        if (command := widget.property(_COMMAND)) is not None:
            widget.setToolTip(with_key(widget.property(_TIP), keys[command]))


def with_key(tip: str, keys: list[QKeySequence]) -> str:
    """A tool tip that names its key: "Play or stop (Space)"."""
    tip = tip.rstrip("…")
    return f"{tip} ({key_text(keys[0])})" if keys else tip


def key_text(key: QKeySequence) -> str:
    """A key as it is written on this system's keyboards."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)
