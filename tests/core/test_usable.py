import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.usable import (
    SHORTEST_S,
    Fault,
    contested,
    fault_of,
    faults_remedy,
    faults_text,
    judged,
    reaches_above,
    reaches_past_end,
)

DOG, CAT = ClassId(1), ClassId(2)


@pytest.mark.parametrize(
    ("start_s", "end_s", "fault"),
    [
        (0.5, 1.0, None),
        (0.5, 0.55, None),
        (1.9, 9.0, None),
        (1.5, 2.005, None),
        (2.0, 3.0, Fault.PAST_END),
        (7.0, 7.0, Fault.PAST_END),
        (7.0, 7.0001, Fault.PAST_END),
        (1.99, 3.0, Fault.PAST_END),
        (1.0, 1.0, Fault.MOMENT),
        (2.0, 2.0, Fault.MOMENT),
        (1.0, 1.0001, Fault.TOO_SHORT),
    ],
)
def test_a_label_holds_sound_or_it_is_said_why_not(start_s, end_s, fault):
    assert fault_of(Label(DOG, start_s, end_s), 2.0) is fault


def test_stretches_are_cut_at_the_end_and_faulty_labels_are_counted_by_class():
    labels = (Label(DOG, 1.5, 9.0), Label(CAT, 1.0, 1.0), Label(None, 0.0, 1.0), Label(CAT, 5.0, 6.0))
    found = judged(labels, 2.0)
    assert found.stretches == ((DOG, 1.5, 2.0),)
    assert found.faulty == ((CAT, Fault.MOMENT), (CAT, Fault.PAST_END))


def test_a_clip_without_sound_has_nothing_for_its_label_either():
    assert judged((Label(DOG),), 0.0).faulty == ((DOG, Fault.NO_SOUND),)


def test_the_label_of_a_whole_counts_for_nothing_beside_parts_of_other_classes():
    parts = (Label(CAT, 0.0, 0.5), Label(CAT, 1.0, 1.5))
    found = judged((Label(DOG), *parts), 2.0)
    assert found.stretches == ((CAT, 0.0, 0.5), (CAT, 1.0, 1.5))
    assert found.faulty == ((DOG, Fault.OUTDONE),)
    assert judged((Label(CAT), *parts), 2.0).faulty == ()
    only_a_moment = judged((Label(DOG), Label(CAT, 1.0, 1.0)), 2.0)
    assert only_a_moment.stretches == ((DOG, 0.0, 2.0),)
    assert only_a_moment.faulty == ((CAT, Fault.MOMENT),)


@pytest.mark.parametrize(("end_s", "reaches"), [(2.0, False), (2.009, False), (2.02, True), (99.0, True)])
def test_a_rounded_end_is_no_label_past_the_end(end_s, reaches):
    assert reaches_past_end(Label(DOG, 1.0, end_s), 2.0) is reaches


@pytest.mark.parametrize(
    ("low_hz", "high_hz", "reaches"),
    [
        (None, None, False),
        (100.0, 4000.0, False),
        (100.0, 4000.4, False),
        (100.0, 9000.0, True),
        (5000.0, None, True),
    ],
)
def test_bands_above_half_the_sampling_rate_are_told(low_hz, high_hz, reaches):
    assert reaches_above(Label(DOG, 0.0, 1.0, low_hz, high_hz), 4000.0) is reaches


@pytest.mark.parametrize(
    ("stretches", "count"),
    [
        ([(DOG, 0.0, 1.0), (CAT, 0.0, 1.0)], 2),
        ([(DOG, 0.0, 1.0), (CAT, 1.0, 2.0)], 0),
        ([(DOG, 0.0, 1.0), (CAT, 0.96, 2.0)], 0),
        ([(DOG, 0.0, 1.0), (DOG, 0.5, 2.0)], 0),
        ([(DOG, 0.0, 9.0), (DOG, 1.0, 2.0), (CAT, 5.0, 6.0)], 2),
    ],
)
def test_stretches_of_two_classes_on_one_sound_are_contested(stretches, count):
    assert len(contested(stretches)) == count


SPANS = st.tuples(st.sampled_from([DOG, CAT]), st.integers(0, 40), st.integers(1, 12)).map(
    lambda one: (one[0], one[1] / 10, (one[1] + one[2]) / 10)
)


@given(st.lists(SPANS, max_size=12))
def test_contested_is_what_comparing_every_pair_finds(stretches):
    def clash(one, other):
        return one[0] != other[0] and min(one[2], other[2]) - max(one[1], other[1]) >= SHORTEST_S

    assert contested(stretches) == [one for one in stretches if any(clash(one, other) for other in stretches)]


def test_what_is_wrong_is_told_by_frequency_with_the_cure_of_the_most_frequent():
    faults = {Fault.MOMENT: 1, Fault.PAST_END: 3}
    assert (
        str(faults_text(faults))
        == "3 labels lie past the end of their recording, 1 label marks a moment only"
    )
    assert "belong to these recordings" in str(faults_remedy(faults))
