import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.gui.live.event_log import EventLog
from audioclf_gui.gui.live.event_table import EventModel, EventPanel
from audioclf_gui.ml.live import EVENT, GAP, NO_SIGNAL, SILENT, Decision, LiveScores


def scores(end_s, **on):
    values = np.array([0.9, 0.1], np.float32)
    return LiveScores(end_s - 0.5, end_s, values, values, -20.0, None, on)


def refused(time_s, reason, name="dog", score=0.3):
    return Decision(time_s, name, score, accepted=False, reason=Text.plain(reason))


def event(time_s, name="dog", score=0.9):
    return Decision(time_s, name, score, accepted=True, reason=EVENT)


def told(log):
    return [(row.time_s, row.class_name, str(row.reason)) for row in log.rows]


def test_an_event_lasts_from_its_first_window_to_its_last():
    log = EventLog()
    log.add(
        [
            scores(0.5, dog=0.9),
            event(0.5),
            scores(0.75, dog=0.9),
            scores(1.0, dog=0.95),
            scores(1.25),
            refused(1.25, "below 0.60"),
        ]
    )
    (region,) = log.regions()
    assert (region.start_s, region.end_s, region.text, region.score) == (0.0, 1.0, "dog", 0.95)


def test_events_of_one_class_that_touch_are_one():
    log = EventLog()
    log.add([scores(0.5), event(0.5), scores(0.75), refused(0.75, "below 0.60"), scores(1.0)])
    assert log.add([event(1.0, score=0.97), scores(1.25), refused(1.25, "below 0.60")]) == 0
    log.add([scores(1.5), event(1.5, name="cat"), scores(2.25), event(2.25)])
    assert [(one.start_s, one.end_s, one.text, one.score) for one in log.regions()] == [
        (0.0, 1.0, "dog", 0.97),
        (1.0, 1.5, "cat", 0.9),
        (1.75, 2.25, "dog", 0.9),
    ]


@pytest.mark.parametrize("reason", [NO_SIGNAL, SILENT, GAP])
def test_events_on_both_sides_of_a_silence_or_a_gap_stay_two(reason):
    log = EventLog()
    log.add([scores(0.5), event(0.5), Decision(0.75, "", 0.0, accepted=False, reason=reason)])
    log.add([scores(1.0), event(1.0)])
    assert len(log.regions()) == 2


def test_an_event_of_another_listening_is_another_event():
    log = EventLog()
    log.add([scores(0.5), event(0.5)])
    log.begin(0.0)
    log.add([scores(0.5), event(0.5)])
    assert [(one.start_s, one.end_s) for one in log.regions()] == [(0.0, 0.5), (0.5, 1.0)]


def test_a_batch_that_ends_between_scores_and_decision_changes_nothing():
    answers = [
        scores(0.5, dog=0.9),
        event(0.5),
        scores(0.75, dog=0.9),
        scores(1.0),
        refused(1.0, "below 0.60"),
        scores(1.25),
    ]
    whole, cut = EventLog(), EventLog()
    whole.add(answers)
    for answer in answers:
        cut.add([answer])
    assert cut.rows == whole.rows


def test_events_of_several_classes_go_on_beside_each_other():
    log = EventLog()
    log.add([scores(0.5, dog=0.7), event(0.5, score=0.7), scores(0.75, dog=0.8, cat=0.6)])
    log.add([event(0.75, "cat", score=0.6)])
    assert [row.class_name for row in log.current] == ["cat", "dog"]
    assert log.add([scores(1.0, dog=0.75, cat=0.9), scores(1.25, cat=0.8)]) == 0
    assert [row.class_name for row in log.current] == ["cat"]
    log.add([scores(1.5), refused(1.5, "below 0.60")])
    assert log.current == ()
    assert [(one.start_s, one.end_s, one.text, one.score) for one in log.regions()] == [
        (0.0, 1.0, "dog", 0.8),
        (0.25, 1.25, "cat", 0.9),
    ]


def test_a_long_event_stays_in_view_beside_short_ones_that_have_left_it():
    log = EventLog()
    log.add([scores(1.0, dog=0.9), event(1.0), scores(5.0, dog=0.9, cat=0.8), event(5.0, "cat")])
    log.add([scores(6.0, dog=0.9), scores(60.0, dog=0.9), scores(61.0), refused(61.0, "below 0.60")])
    assert [seen.class_name for seen in log.events_since(30.0)] == ["dog"]


def test_decisions_that_repeat_themselves_share_a_row_with_the_highest_score():
    log = EventLog()
    log.add([refused(1.0, "below 0.60", score=0.3), refused(1.25, "below 0.60", score=0.5)])
    log.add([refused(1.5, "cool-down"), event(2.0), event(3.0)])
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
    assert [(seen.class_name, seen.time_s) for seen in log.events_since(0.0)] == [("cat", 0.5)]


def test_only_refused_decisions_are_ever_forgotten():
    log = EventLog()
    log.add([event(0.0)])
    log.add([refused(number, "below 0.60", name=f"class {number % 2}") for number in range(30_001)])
    assert log.trim()
    assert len(log.rows) == 20_001
    assert log.rows[0].accepted
    assert log.accepted == [0]


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
    panel.refresh(log.add([refused(4.0, "too short"), event(5.0, "cat")]))
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
    bar.setValue(10)
    add(100)
    qtbot.waitUntil(lambda: bar.maximum() > 150)
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
    log.add(
        [scores(0.5), event(0.5), scores(0.75), refused(0.75, "below 0.60"), scores(2.0), event(2.0, "cat")]
    )
    path = tmp_path / f"events{FORMATS[key].suffixes[0]}"
    assert write_events(log.regions(), path, key) is None
    read = FORMATS[key].read(path.read_bytes(), path).regions
    assert [(one.start_s, one.end_s, one.text) for one in read] == [(0.0, 0.5, "dog"), (1.5, 2.0, "cat")]
