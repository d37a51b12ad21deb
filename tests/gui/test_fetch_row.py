"""Fetching a data set out of the importer, from a server on this computer."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS, KnownSet
from audioclf_gui.gui.import_panel import ImportPanel
from tests.web import offered, serving


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as site:
        yield site


@pytest.fixture
def panel(context, qtbot):
    panel = ImportPanel(context)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


@pytest.fixture
def birds(tone, tmp_path) -> bytes:
    """An archive with a folder for each of two classes."""
    for name in ("owl/1.wav", "wren/1.wav"):
        tone(f"birds/{name}")
    return Path(shutil.make_archive(str(tmp_path / "birds"), "zip", tmp_path / "birds")).read_bytes()


def ask(panel, qtbot, text: str):
    """Type it and press Enter."""
    line = panel.sources.web.field.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def half_of(data: bytes, may_end: threading.Event):
    """A server that falls asleep in the middle."""

    def page(asked):
        asked.send_response(200)
        asked.send_header("Content-Length", str(len(data)))
        asked.send_header("ETag", '"1"')
        asked.end_headers()
        asked.wfile.write(data[: len(data) // 2])
        asked.wfile.flush()
        may_end.wait(20)

    return page


def test_what_is_fetched_is_unpacked_and_looked_at(panel, context, site, birds, qtbot):
    ask(panel, qtbot, site.put("/birds.zip", offered(birds)))
    qtbot.waitUntil(panel.import_button.isEnabled)
    assert panel.found.text() == "2 sound files"
    folder = context.document.project.folder
    assert (folder / "downloads/birds.zip").read_bytes() == birds
    assert (folder / "unpacked/birds/owl/1.wav").is_file()


def test_nothing_is_asked_of_anybody_before_fetch_is_pressed(panel, site, qtbot):
    web = panel.sources.web
    line = web.field.lineEdit()
    line.setFocus()
    qtbot.keyClicks(line, site.address + "/birds.zip")
    assert web.go.isEnabled()
    assert site.asked == []
    qtbot.mouseClick(web.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "there is nothing at" in web.about.text().lower())
    assert "Check the address" in web.about.text()
    qtbot.waitUntil(web.go.isEnabled)


def test_a_stopped_fetch_goes_on_from_there(panel, context, site, birds, qtbot):
    web, may_end = panel.sources.web, threading.Event()
    address = site.put("/birds.zip", half_of(birds, may_end))
    ask(panel, qtbot, address)
    qtbot.waitUntil(lambda: web.progress.value() > 400)
    assert not web.go.isEnabled()
    qtbot.mouseClick(web.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(web.go.isEnabled)
    may_end.set()
    assert "Fetch goes on from there" in web.about.text()
    assert not web.progress.isVisible()
    site.put("/birds.zip", offered(birds))
    qtbot.mouseClick(web.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.import_button.isEnabled)
    assert site.asked[-1][1]["Range"] == f"bytes={len(birds) // 2}-"


def test_a_known_set_is_described_and_read_by_its_layout(panel, site, tmp_path, tone, qtbot, monkeypatch):
    rows = ["filename,fold,target,category,esc10,src_file,take"]
    for number, mark in enumerate(("True", "False"), start=1):
        tone(f"set/audio/{number}-1-A-0.wav", hz=300.0 * number)
        rows.append(f"{number}-1-A-0.wav,{number},0,dog,{mark},{number},A")
    (tmp_path / "set/meta").mkdir()
    (tmp_path / "set/meta/esc50.csv").write_text("\n".join(rows))
    archive = Path(shutil.make_archive(str(tmp_path / "made"), "zip", tmp_path / "set"))
    address = site.put("/master.zip", offered(archive.read_bytes()))
    made = KnownSet("few", "Few", address, "few.zip", 12_000_000, "CC0", "esc10", Text("a part of a set"))
    monkeypatch.setitem(KNOWN_SETS, "few", made)
    web = panel.sources.web
    ask(panel, qtbot, "Few")
    qtbot.waitUntil(panel.import_button.isEnabled)
    assert panel.form.layouts.currentData() == "esc10"
    assert panel.preview.rowCount() == 1
    web.field.setCurrentText("few")
    assert web.about.text() == "12 MB  ·  CC0  ·  a part of a set"


def test_the_known_sets_are_there_to_choose(panel):
    field = panel.sources.web.field
    assert [field.itemText(row) for row in range(field.count())] == [one.title for one in KNOWN_SETS.values()]
    field.setCurrentIndex(2)
    assert panel.sources.web.about.text().startswith("6024 MB  ·  CC BY-NC 4.0")


def test_the_window_closes_while_a_server_sleeps_and_what_came_stays(open_window, site, birds, qtbot):
    may_end, folder = threading.Event(), open_window.page.context.document.project.folder
    address = site.put("/birds.zip", half_of(birds, may_end))
    open_window.page.show_import()
    web = open_window.page.importer.sources.web
    ask(open_window.page.importer, qtbot, address)
    qtbot.waitUntil(lambda: web.progress.value() > 400)
    open_window.close()
    qtbot.waitUntil(lambda: not open_window.isVisible())
    may_end.set()
    [part] = (folder / "downloads").glob("*.part")
    assert part.stat().st_size == len(birds) // 2
