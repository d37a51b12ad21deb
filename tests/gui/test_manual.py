"""The manual: every page in every language says what is so, is found, and opens where it is needed."""

import ast
import html
import re
import shlex
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel

from audioclf_gui.cli.parser import parse
from audioclf_gui.core.manual import CHAPTERS, PAGES, ManualPage, find_in_manual, read_manual
from audioclf_gui.core.manual_html import to_html
from audioclf_gui.core.resources import resources
from audioclf_gui.gui.actions import ACTIONS, MENUS, shown_text
from audioclf_gui.gui.manual_page import ManualSheet, anchor
from audioclf_gui.gui.manual_text import picture_file
from audioclf_gui.gui.manual_topics import PAGE_OF, page_about
from audioclf_gui.gui.translate import install_language, language
from audioclf_gui.gui.workspaces import WORKSPACES

GUI = Path(__file__).resolve().parent.parent.parent / "audioclf_gui" / "gui"
HELP = resources() / "help"
LANGUAGES = sorted(folder.name for folder in HELP.iterdir())
WITHOUT_COMMANDS = {"first-steps", "glossary"}
EVERY = [(code, name) for code in LANGUAGES for name in (*PAGES, *CHAPTERS)]
LEFT = Qt.MouseButton.LeftButton

_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.M | re.S)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


@cache
def page_in(code: str, name: str) -> ManualPage:
    return next(page for page in read_manual(code) if page.name == name)


def italics_of(markdown: str) -> list[str]:
    """What a page says is to be read in the window."""
    return [html.unescape(said) for said in re.findall("<i>(.*?)</i>", to_html(markdown))]


def commands_of(markdown: str) -> list[str]:
    fenced = [line for block in _FENCE.findall(markdown) for line in block.splitlines()]
    spans = re.findall(r"`([^`\n]+)`", _FENCE.sub("", markdown))
    return [command for command in (*fenced, *spans) if command.startswith("audioclf ")]


@pytest.fixture
def spoken(qapp) -> Iterator[object]:
    """Speaks a language while the test runs."""
    before = language()
    yield lambda code: install_language(qapp, code)
    for translator in qapp.findChildren(QTranslator, "language"):
        qapp.removeTranslator(translator)
    install_language(qapp, before)


@cache
def texts_of(code: str) -> frozenset[str]:
    """Everything that the window says in a language, without what stands for a menu's letter."""
    found = set()
    for message in ET.parse(resources() / "i18n" / "audioclf_zh_CN.ts").iter("message"):
        told = message.find("source") if code == "en" else message.find("translation")
        found.add("".join(told.itertext()))
    return frozenset(found)


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_every_page_is_there_in_every_language(code, name):
    assert page_in(code, name).file.parent.name == code
    assert len(page_in(code, name).sections) > 1 or name == "glossary"


def test_no_page_lies_there_that_is_not_listed():
    assert {(file.parent.name, file.stem) for file in HELP.rglob("*.md")} == set(EVERY)


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_every_command_on_a_page_is_one(code, name):
    commands = commands_of(page_in(code, name).markdown)
    assert bool(commands) is (name not in WITHOUT_COMMANDS)
    for command in commands:
        if not command.endswith("--help"):
            parse(shlex.split(command, comments=True)[1:])


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_every_menu_and_every_text_in_italics_is_in_the_window(code, name, spoken):
    spoken(code)
    menus = {
        f"{shown_text(one.menu)} › {shown_text(one.text)}" for one in ACTIONS.values() if one.menu in MENUS
    }
    menus |= {
        f"{shown_text('View')} › {QCoreApplication.translate('Menus', one)}" for one in ("Theme", "Language")
    }
    for said in italics_of(page_in(code, name).markdown):
        assert said in (menus if "›" in said else texts_of(code)), said


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_every_link_and_picture_leads_somewhere_and_pictures_are_described(code, name):
    page = page_in(code, name)
    for link in _LINK.findall(page.markdown):
        if not link.startswith("https://"):
            file, _hash, heading = link.partition("#")
            linked = page_in(code, Path(file).stem)
            assert (page.file.parent / file).is_file(), link
            assert not heading or heading in {anchor(one.title) for one in linked.sections}, link
    for described, picture in _PICTURE.findall(page.markdown):
        assert described
        assert (page.file.parent / picture).is_file(), picture


@pytest.mark.parametrize("name", [*PAGES, *CHAPTERS])
def test_languages_have_the_same_headings_commands_links_and_pictures(name):
    def shape(page: ManualPage) -> tuple[object, ...]:
        levels = re.findall(r"^#+(?= )", _FENCE.sub("", page.markdown), re.M)
        pictures = [file for _described, file in _PICTURE.findall(page.markdown)]
        italics = [said.count("›") for said in italics_of(page.markdown)]
        return (
            levels,
            sorted(commands_of(page.markdown)),
            sorted(_LINK.findall(page.markdown)),
            pictures,
            len(italics),
            sum(italics),
            page.markdown.count("\n| "),
        )

    shapes = {code: shape(page_in(code, name)) for code in LANGUAGES}
    for code, found in shapes.items():
        assert found == shapes["en"], code


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_no_mark_of_markdown_is_left_to_be_read(code, name, qtbot):
    sheet = ManualSheet()
    qtbot.addWidget(sheet)
    sheet.text.show_page(page_in(code, name))
    assert not re.search(r"\*|`|\]\(|^#", sheet.text.toPlainText(), re.M)


@pytest.mark.parametrize("name", [*PAGES, *CHAPTERS])
def test_a_page_is_written_once_however_long_it_is(name, sheet):
    sheet.show_page(name)
    block, headings = sheet.text.document().begin(), []
    while block.isValid():
        headings += [block.text()] if block.blockFormat().headingLevel() else []
        block = block.next()
    assert headings == [section.title for section in page_in("en", name).sections]


def _classes_with_headings() -> Iterator[str]:
    """Workspaces, panels, popovers, and whatever has a title of its own."""
    kinds = {"Workspace", "Panel", "Popover"}
    for file in sorted(GUI.rglob("*.py")):
        if file.name in {"widgets.py", "workspace.py", "popover.py"} and file.parent == GUI:
            continue  # the kinds themselves
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                code = ast.unparse(node)
                if bases & kinds or "title_label(self.tr(" in code or "Panel(self.tr(" in code:
                    yield node.name


OF_A_WORKSPACE = {"AnswersPages"}  # no widgets: they make those of a workspace
ITSELF = {"ManualSheet"}


@pytest.mark.parametrize("name", sorted(set(_classes_with_headings()) - OF_A_WORKSPACE - ITSELF))
def test_every_workspace_and_every_panel_with_a_heading_has_its_page(name):
    assert PAGE_OF[name] in PAGES


def test_the_table_names_no_class_that_is_gone():
    known = {
        node.name
        for file in GUI.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(PAGE_OF) <= known


def test_the_manual_opens_at_what_has_the_keyboard_and_esc_goes_back(open_window, press, qtbot):
    for name, page in (("label", "labelling"), ("review", "review"), ("train", "training"), ("live", "live")):
        open_window.commands[WORKSPACES[name].action].trigger()
        press(open_window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        sheet = open_window.findChild(ManualSheet)
        assert sheet.isVisible()
        assert sheet.shown == page
        press(open_window, Qt.Key.Key_Escape)
        assert not sheet.isVisible()


def test_the_innermost_part_with_a_page_counts(open_window, qtbot):
    workspace = open_window.page.desk.workspace("train")
    assert page_about(workspace) == "training"
    assert page_about(workspace.answers.left) == "figures"
    assert page_about(QLabel()) == PAGES[0]
    assert page_about(None) == PAGES[0]


def test_a_panel_that_popped_up_gives_way_to_its_page(open_window, press, qtbot):
    open_window.commands["show_label"].trigger()
    workspace = open_window.page.desk.workspace("label")
    workspace.commands["go_to"].trigger()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert not popup.isVisible()
    assert open_window.findChild(ManualSheet).shown == "labelling"


def test_without_a_project_it_begins_at_the_beginning(window, press):
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert window.findChild(ManualSheet).shown == "first-steps"


@pytest.fixture
def sheet(window, press) -> ManualSheet:
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    return window.findChild(ManualSheet)


def test_it_is_searched_by_keys_alone_and_hits_are_marked(window, sheet, press, qtbot):
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert sheet.search.hasFocus()
    qtbot.keyClicks(sheet.search, "microphone unplugged")
    assert "unplugged" in sheet.list.item(0).text()
    assert sheet.text.extraSelections()
    press(window, Qt.Key.Key_Down)
    assert sheet.list.hasFocus()
    assert sheet.list.currentRow() == 1
    press(window, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_no_page_says_is_said(sheet, qtbot):
    qtbot.keyClicks(sheet.search, "xyzzy")
    assert sheet.list.count() == 0
    assert sheet.nothing.isVisible()
    sheet.search.clear()
    assert sheet.list.count() >= len(PAGES)
    assert not sheet.nothing.isVisible()


def test_the_arrows_turn_the_pages_and_back_returns(window, sheet, press, qtbot):
    press(window, Qt.Key.Key_Down)
    assert sheet.shown == PAGES[1]
    press(window, Qt.Key.Key_Down)
    assert sheet.shown == PAGES[2]
    qtbot.mouseClick(sheet.back_button, LEFT)
    assert sheet.shown == PAGES[1]
    assert sheet.list.currentItem().text() == page_in("en", PAGES[1]).title


def test_links_lead_to_pages_and_only_a_click_leads_outside(sheet, monkeypatch, qtbot):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda link: opened.append(link.toString()))
    sheet.text.anchorClicked.emit("live.md#thresholds")
    assert sheet.shown == "live"
    assert sheet.text.verticalScrollBar().value() > 0
    assert opened == []
    sheet.text.anchorClicked.emit("https://example.org/")
    assert opened == ["https://example.org/"]
    assert sheet.shown == "live"


def test_the_best_answer_stands_first():
    pages = read_manual("en")
    assert find_in_manual(pages, "glossary")[0].section.page == "glossary"
    assert find_in_manual(pages, "leakage random split")[0].section.page == "figures"
    assert find_in_manual(pages, "THRESHOLDS")[0].section.title == "Thresholds"
    assert find_in_manual(pages, "  ") == []


def test_chinese_is_found_without_blanks_between_words():
    pages = read_manual("zh_CN")
    assert find_in_manual(pages, "词汇表")[0].section.page == "glossary"
    assert find_in_manual(pages, "随机划分")[0].section.page == "figures"
    assert find_in_manual(pages, "麦克风 拔掉")[0].section.page in {"live", "trouble"}
    assert find_in_manual(pages, "恐龙化石") == []


def test_a_dark_window_shows_dark_pictures():
    file = resources() / "screenshots" / "label-light.png"
    assert picture_file(file).name in {"label-dark.png", "label-light.png"}
    assert picture_file(file).is_file()
