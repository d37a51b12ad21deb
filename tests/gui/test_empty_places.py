"""Where there is nothing yet, the window says what would be there and what to do for it."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLabel, QWidget

from audioclf_gui.core.project import Project
from tests.gui.places import places
from tests.gui.test_accessible import where_it_is


@pytest.fixture
def empty_folder(tmp_path):
    folder = tmp_path / "Nothing yet"
    Project.create(folder).close()
    return folder


def lists_without_rows(root):
    for view in root.findChildren(QAbstractItemView):
        is_part = isinstance(view, QHeaderView) or isinstance(view.parentWidget().parentWidget(), QComboBox)
        if view.isVisible() and not is_part and not view.model().rowCount():
            yield view


def words_instead(view):
    """What is said in the place of its rows: painted there, or beside it."""
    beside = view.parentWidget().findChildren(QLabel)
    said = [label.text() for label in beside if label.isVisible() and len(label.text().split()) > 3]
    return getattr(view, "empty_text", "") or " ".join(said)


@pytest.mark.slow
def test_every_list_without_rows_says_what_would_fill_it(window, empty_folder, qtbot):
    silent, seen = {}, set()
    for place, shown in places(window, empty_folder, qtbot):
        assert isinstance(shown, QWidget)
        for view in lists_without_rows(shown):
            seen.add(where_it_is(view))
            if not words_instead(view):
                silent.setdefault(where_it_is(view), place)
    assert silent == {}
    assert len(seen) >= 3, seen
