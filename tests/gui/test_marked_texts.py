"""In a language in which every text is marked, what is shown without a mark can be translated into none."""

import re

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from audioclf_gui.audio.devices import input_devices
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError, in_words, told
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS
from audioclf_gui.formats.registry import FORMATS as LABEL_FORMATS
from audioclf_gui.gui.desk import WORKSPACES
from audioclf_gui.gui.train.advanced_panel import AdvancedPanel
from audioclf_gui.gui.train.report import progress_text, remarks
from audioclf_gui.ml.settings import describe

_SLOT = re.compile(r"(\{[^}]*\})")
_MARKED = re.compile(r"⟪[^⟪⟫]*⟫")
_WORD = re.compile(r"[^\W\d_]{3,}")

DATA = {"City", "sounds", "dog", "rain", "new", "audio", "wav"}
FORMATS = {"WAV", "FLAC", "bit", "dBFS", "csv", "json"} | {
    suffix.lstrip(".") for known in LABEL_FORMATS.values() for suffix in known.suffixes
}
NAMES = {
    "audioclf",
    "gui",
    "Viridis",
    "Magma",
    "Inferno",
    "Cividis",
    "English",
    "Deutsch",
    "Audacity",
    "Praat",
    "Label",
    "Studio",
    "简体中文",
    *(word for known in KNOWN_SETS.values() for word in _WORD.findall(known.title)),
}
KEYS = {
    "Ctrl",
    "Alt",
    "Shift",
    "Space",
    "Return",
    "Enter",
    "Backspace",
    "Del",
    "Esc",
    "Tab",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "Menu",
}
ARROWS = {"Left", "Right", "Up", "Down"}
SETTINGS = {
    word
    for one in describe()
    for name in ("set", one.name, *one.choices, str(one.default))
    for word in _WORD.findall(name)
}
"""Parameters are called as on the command line."""


def marked(template):
    return "".join(part if _SLOT.fullmatch(part) else f"⟪{part}⟫" for part in _SLOT.split(template) if part)


def unmarked(text):
    """The words of a text that no mark encloses; marks lie within each other where texts do."""
    while (inner := _MARKED.sub("", text)) != text:
        text = inner
    return set(_WORD.findall(text)) - DATA - FORMATS - NAMES - KEYS - ARROWS


@pytest.fixture
def marking(speak, translations):
    messages, _faults = translations.collect()
    speak(
        "zh_CN",
        {
            (*one.key, one.many) if one.many else one.key: (marked(one.many or one.source),)
            for one in messages
        },
    )


def shown_texts(root):
    """Every text of a widget and of what is in it, also of what is hidden, with its owner."""
    for widget in (root, *root.findChildren(QWidget)):
        if not isinstance(widget.parent(), QKeySequenceEdit):  # Qt's own words
            for text in _texts_of(widget):
                yield widget, text
    for action in root.findChildren(QAction):
        yield action, action.text()
        yield action, action.toolTip()


def _texts_of(widget):
    yield from (widget.toolTip(), widget.whatsThis(), widget.accessibleName(), widget.windowTitle())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from _texts_of_table(widget.model())
    if isinstance(empty := getattr(widget, "empty_text", ""), str):
        yield empty


def _texts_of_table(model):
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(3, model.rowCount())):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.data(model.index(row, column), role) or "")


def _is_setting(widget):
    return widget is not None and (isinstance(widget, AdvancedPanel) or _is_setting(widget.parent()))


def untranslated(root, folder):
    given = re.compile("|".join(map(re.escape, (str(folder), *microphones()))))
    return {
        (type(owner).__name__, text, frozenset(left))
        for owner, text in shown_texts(root)
        if (left := unmarked(given.sub("", text)) - (SETTINGS if _is_setting(owner) else set()))
    }


def microphones():
    """Their names on the computer that runs this test, and those of its sound systems, if it has any."""
    try:
        return [name for device in input_devices() for name in (device.name, device.host_api)]
    except UserError:
        return []


def test_nothing_is_shown_that_no_language_could_change(marking, window, project_folder, qtbot):
    window.keys.toggle()
    assert untranslated(window, project_folder) == set(), "the start"
    window.open_project(project_folder)
    qtbot.waitUntil(lambda: window.page is not None)
    for name in WORKSPACES:
        window.page.show_workspace(name)
        qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
        assert untranslated(window, project_folder) == set(), name
    window.page.show_import([project_folder])
    window.page.show_export()
    window.page.record()
    window.page.toggle_history()
    window.message_bar.show_error(ReadOnlyProjectError(project_folder))
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=20_000)
    assert untranslated(window, project_folder) == set(), "panels"


def test_what_a_run_says_of_itself_is_translated(marking):
    failure = UserError(Text("the file cannot be opened"), remedy=Text("Leave it out."))
    report = {
        "clips": {"train": 240, "valid": 80, "quarantined": 2},
        "groups": {"train": 3},
        "notes": ["No clip in test: dog."],
        "note_texts": [Text("No clip in test: {classes}.", classes="dog").stored()],
        "error": in_words(failure),
        "error_text": told(failure).stored(),
    }
    said = [*remarks(report_from_json(report)), progress_text(3, 60, (0.5, 2), 72.0)]
    assert len(said) == 5
    assert [unmarked(text) for text in said] == [set(), set(), set(), set(), {"min"}], "symbols of units stay"
