import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.live.event_log import EventLog
from audioclf_gui.gui.live.event_table import EventModel, EventPanel
from audioclf_gui.ml.decisions import Decision, Event, EventTold, Phase
from audioclf_gui.ml.live import LiveScores


def scores(end_s):
    values = np.array([0.9, 0.1], np.float32)
    return LiveScores(end_s - 0.5, end_s, values, values, -20.0, None)


def refused(time_s, reason, name="dog", score=0.3):
    return Decision(time_s, name, score, accepted=False, reason=Text.plain(reason))


def event(end_s, name="dog", score=0.9, number=0, phase=Phase.BEGUN, start_s=None):
    return EventTold(number, phase, Event(end_s - 0.4 if start_s is None else start_s, end_s, name, score))


def told(log):
    return [(row.time_s, row.class_name, str(row.reason)) for row in log.rows]


def test_an_event_stands_where_it_was_told_to_begin_and_to_end():
    log = EventLog()
    log.add([scores(0.5), event(0.5, start_s=0.2)])
    assert log.add([scores(0.75), event(0.75, score=0.95, phase=Phase.GOES_ON, start_s=0.2)]) == 0
    assert [row.class_name for row in log.current] == ["dog"]
    ended = event(0.6, score=0.95, phase=Phase.ENDED, start_s=0.2)
    assert log.add([scores(1.0), refused(1.0, "below 0.60"), ended]) == 0
    assert log.current == ()
    (region,) = log.regions()
    assert (region.start_s, region.end_s, region.text, region.score) == (0.2, 0.6, "dog", 0.95)
    assert [row.time_s for row in log.rows] == [0.5, 1.0], "it was known when its first window had ended"


def test_each_event_has_a_row_of_its_own():
    log = EventLog()
    log.add([scores(0.5), event(0.5), event(0.5, phase=Phase.ENDED)])
    log.add([scores(1.5), event(1.5, "cat", number=1), event(1.5, "cat", number=1, phase=Phase.ENDED)])
    log.add([scores(2.5), event(2.5, number=2)])
    assert [(one.text, one.end_s) for one in log.regions()] == [("dog", 0.5), ("cat", 1.5), ("dog", 2.5)]


def test_an_event_of_another_listening_is_another_event():
    log = EventLog()
    log.add([scores(0.5), event(0.5, start_s=0.0)])
    log.begin(0.0)
    log.add([scores(0.5), event(0.5, start_s=0.0)])
    assert [(one.start_s, one.end_s) for one in log.regions()] == [(0.0, 0.5), (0.5, 1.0)]


def test_events_of_several_classes_go_on_beside_each_other():
    log = EventLog()
    log.add([scores(0.5), event(0.5), scores(0.75), event(0.75, phase=Phase.GOES_ON)])
    log.add([event(0.75, "cat", number=1)])
    assert [row.class_name for row in log.current] == ["cat", "dog"]
    log.add([scores(1.0), event(0.9, phase=Phase.ENDED)])
    assert [row.class_name for row in log.current] == ["cat"]
    log.finish()
    assert log.current == ()


def test_a_long_event_stays_in_view_beside_short_ones_that_have_left_it():
    log = EventLog()
    log.add([scores(1.0), event(1.0, start_s=0.5)])
    log.add([scores(5.0), event(5.0, "cat", number=1), event(5.0, "cat", number=1, phase=Phase.ENDED)])
    log.add([scores(60.0), event(60.0, phase=Phase.GOES_ON, start_s=0.5)])
    assert [seen.class_name for seen in log.events_between(30.0)] == ["dog"]


def test_decisions_that_repeat_themselves_share_a_row_with_the_highest_score():
    log = EventLog()
    log.add([refused(1.0, "below 0.60", score=0.3), refused(1.25, "below 0.60", score=0.5)])
    log.add([refused(1.5, "cool-down"), event(2.0), event(3.0, number=1)])
    assert [(row.time_s, row.end_s, row.score, str(row.reason)) for row in log.rows[:2]] == [
        (1.0, 1.25, 0.5, "below 0.60"),
        (1.5, 1.5, 0.3, "cool-down"),
    ]
    assert len(log.accepted) == 2


def test_the_first_changed_row_is_told():
    log = EventLog()
    assert log.add([refused(1.0, "cool-down")]) == 0
    assert log.add([refused(1.25, "cool-down")]) == 0
    assert log.add([refused(1.5, "too short")]) == 1


def test_after_a_pause_the_times_of_the_log_go_on():
    log = EventLog()
    log.add([scores(0.5), event(0.5), scores(0.75)])
    log.begin(60.0)
    assert log.current == ()
    log.add([scores(0.5), event(0.5, "cat")])
    assert told(log) == [(0.5, "dog", "event"), (60.5, "cat", "event")]
    assert [(seen.class_name, seen.time_s) for seen in log.events_between(0.0)] == [("cat", 0.5)]


def test_only_refused_decisions_are_ever_forgotten():
    log = EventLog()
    log.add([event(0.0)])
    log.add([refused(number, "below 0.60", name=f"class {number % 2}") for number in range(30_001)])
    assert log.trim()
    assert len(log.rows) == 20_001
    assert log.rows[0].accepted
    assert log.accepted == [0]
    log.add([event(30_002.0, phase=Phase.ENDED)])
    assert log.rows[0].end_s == 30_002.0


@pytest.fixture
def panel(qtbot):
    panel = EventPanel(EventLog())
    qtbot.addWidget(panel)
    panel.resize(308, 500)
    panel.show()
    return panel


def test_the_table_tells_refused_from_accepted_and_can_show_events_only(panel):
    log, model = panel._log, panel.model
    panel.refresh(log.add([refused(1.0, "below 0.60"), event(2.0), refused(3.0, "cool-down")]))
    texts = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert texts[0][1:] == ["dog", "0.30", "below 0.60"]
    assert texts[1][1:] == ["dog", "0.90", "event"]
    colours = [model.index(row, 1).data(Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    assert colours[0] == colours[2] is not None
    assert colours[1] is None
    panel.only_accepted.click()
    assert model.rowCount() == 1
    panel.refresh(log.add([refused(4.0, "too short"), event(5.0, "cat", number=1)]))
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["dog", "cat"]


def test_a_score_has_room_under_a_short_title(qtbot, speak):
    speak("zh_CN", {("EventPanel", "Score"): ("分",)})
    panel = EventPanel(EventLog())
    qtbot.addWidget(panel)
    assert panel.view.columnWidth(2) > panel.view.fontMetrics().horizontalAdvance("0.00")


def test_the_table_follows_its_end_unless_somebody_reads_further_up(panel, qtbot):
    def add(start):
        answers = [refused(start + number, f"reason {number}") for number in range(100)]
        panel.refresh(panel._log.add(answers))

    bar = panel.view.verticalScrollBar()
    add(0)
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    most = bar.maximum()
    panel.resize(panel.width(), panel.height() - 100)  # as when something is said above it
    qtbot.waitUntil(lambda: bar.maximum() > most)
    assert bar.value() == bar.maximum()
    add(100)
    qtbot.waitUntil(lambda: bar.maximum() > 150)
    assert bar.value() == bar.maximum()
    bar.setValue(10)
    add(200)
    qtbot.waitUntil(lambda: bar.maximum() > 250)
    assert bar.value() == 10


def test_thousands_of_rows_cost_no_more_than_a_few():
    log = EventLog()
    model = EventModel(log)
    asked = []
    model.data = lambda *args: asked.append(args)
    log.add([refused(float(number), f"reason {number}") for number in range(25_000)])
    model.refresh(0)
    assert model.rowCount() == 25_000
    assert not asked


@pytest.mark.parametrize("key", ["csv", "audacity"])
def test_exported_events_read_back(panel, key, tmp_path):
    from audioclf_gui.gui.live.event_table import write_events

    log = panel._log
    log.add([event(0.5, start_s=0.0), refused(0.75, "below 0.60")])
    log.add([event(2.0, "cat", number=1, start_s=1.5)])
    path = tmp_path / f"events{FORMATS[key].suffixes[0]}"
    assert write_events(log.regions(), path, key) is None
    read = FORMATS[key].read(path.read_bytes(), path).regions
    assert [(one.start_s, one.end_s, one.text) for one in read] == [(0.0, 0.5, "dog"), (1.5, 2.0, "cat")]
