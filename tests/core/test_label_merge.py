"""Labels that come back from another program change those that are here, and never double them."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audioclf_gui.core.capabilities import Capabilities
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass, Labels, Region, Source
from audioclf_gui.core.label_merge import Incoming, Merged, Mode, Side, Tally, merged
from audioclf_gui.core.naming import as_labels, as_regions
from audioclf_gui.core.region_pairs import place, succession, values

CLIP = Clip(ClipId(1), "night.wav", AudioFacts(8000, 1, 800_000, "WAV 16 bit"), "hash")
CLASSES = tuple(LabelClass(ClassId(number), name, "#000000") for number, name in enumerate("abcdefgh", 1))


def region(start_s: float, end_s: float, text: str, *rest) -> Region:
    return with_raw(Region(start_s, end_s, text, *rest))


def with_raw(one: Region) -> Region:
    return replace(one, raw=f"{one.start_s}\t{one.end_s}\t{one.text}\t{one.low_hz}\t{one.high_hz}")


def merge(ours: Labels, before, theirs, mode=Mode.MERGE, side=None, **facts) -> Merged:
    before = None if before is None else tuple(before)
    return merged(ours, Incoming(CLIP, tuple(theirs), before, **facts), CLASSES, mode, lambda _conflict: side)


def taken_in(regions) -> Labels:
    return merge((), None, regions).labels


def bare(labels: Labels) -> list[Region]:
    """What labels say, in order of time."""
    found = [values(one) for one in as_regions(labels, CLASSES, CLIP.duration_s)]
    return sorted(found, key=lambda one: (one.start_s, one.end_s, one.text, str(one.low_hz)))


FIVE = [region(2.0 * number, 2.0 * number + 1.0, text) for number, text in enumerate("abcab")]


def test_an_edge_moved_and_a_text_changed_in_another_program_change_two_labels():
    theirs = [*FIVE]
    theirs[1] = region(2.0, 3.5, "b")
    theirs[3] = region(6.0, 7.0, "d")
    done = merge(taken_in(FIVE), FIVE, theirs)
    assert bare(done.labels) == [values(one) for one in theirs]
    assert done.tally == Tally(known=3, changed=2)
    assert not done.conflicts


def test_an_edge_and_the_text_of_one_label_are_one_change():
    theirs = [*FIVE[:2], region(4.0, 5.25, "d"), *FIVE[3:]]
    done = merge(taken_in(FIVE), FIVE, theirs)
    assert done.tally == Tally(known=4, changed=1)
    assert bare(done.labels) == [values(one) for one in theirs]


def test_labels_added_and_deleted_there_come_and_go():
    theirs = [*FIVE[:3], region(20.0, 21.0, "e"), FIVE[4]]
    done = merge(taken_in(FIVE), FIVE, theirs)
    assert done.tally == Tally(known=4, new=1, gone=1)
    assert bare(done.labels) == bare(taken_in(theirs))


def test_what_each_side_changed_of_one_label_holds():
    ours = list(taken_in(FIVE))
    ours[1] = replace(ours[1], class_id=ClassId(5), source=Source.HUMAN)
    ours[2] = replace(ours[2], start_s=4.5)
    theirs = [FIVE[0], region(2.0, 3.5, "b"), region(4.0, 5.5, "c"), *FIVE[3:]]
    done = merge(tuple(ours), FIVE, theirs)
    assert bare(done.labels)[1:3] == [Region(2.0, 3.5, "e"), Region(4.5, 5.5, "c")]
    assert done.tally == Tally(known=3, changed=2)


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (None, [Region(2.0, 3.0, "e")]),
        (Side.OURS, [Region(2.0, 3.0, "e")]),
        (Side.THEIRS, [Region(2.0, 3.0, "f")]),
        (Side.BOTH, [Region(2.0, 3.0, "e"), Region(2.0, 3.0, "f")]),
    ],
)
def test_what_both_sides_changed_is_for_the_user_to_decide(side, expected):
    ours = list(taken_in(FIVE))
    ours[1] = replace(ours[1], class_id=ClassId(5))
    theirs = [FIVE[0], region(2.0, 3.0, "f"), *FIVE[2:]]
    done = merge(tuple(ours), FIVE, theirs, side=side)
    assert bare(done.labels)[1 : 1 + len(expected)] == expected
    assert [(one.ours.text, one.theirs.text) for one in done.conflicts] == ([] if side else [("e", "f")])
    if side is None:
        again = merge(done.labels, FIVE, theirs, side=Side.THEIRS)
        assert bare(again.labels)[1] == Region(2.0, 3.0, "f"), "it can be decided later"


@pytest.mark.parametrize(
    ("side", "stays", "comes"),
    [(None, True, False), (Side.OURS, True, False), (Side.THEIRS, False, True), (Side.BOTH, True, True)],
)
def test_deleting_on_one_side_what_the_other_changed_is_a_conflict(side, stays, comes):
    ours = list(taken_in(FIVE))
    ours[0] = replace(ours[0], end_s=1.5)
    del ours[4]
    theirs = [*FIVE[1:4], region(8.0, 9.0, "h")]
    done = merge(tuple(ours), FIVE, theirs, side=side)
    assert (Region(0.0, 1.5, "a") in bare(done.labels)) == stays
    assert (Region(8.0, 9.0, "h") in bare(done.labels)) == comes
    assert len(done.conflicts) == (2 if side is None else 0)


def test_what_was_deleted_here_and_left_alone_there_stays_deleted():
    done = merge(taken_in(FIVE)[1:], FIVE, FIVE)
    assert done.labels == taken_in(FIVE)[1:]
    assert done.tally == Tally(known=4, left_out=1)


@pytest.mark.parametrize("theirs", [[], FIVE[:1]], ids=["nothing", "a fifth"])
def test_a_file_that_lost_most_of_its_labels_deletes_none_without_being_told_so(theirs):
    done = merge(taken_in(FIVE), FIVE, theirs)
    assert done.labels == taken_in(FIVE)
    assert len(done.conflicts) == 5 - len(theirs)
    assert bare(merge(taken_in(FIVE), FIVE, theirs, side=Side.THEIRS).labels) == bare(taken_in(theirs))


def test_a_file_without_frequencies_takes_none_away_and_one_with_a_place_for_them_does():
    boxed = [region(0.0, 1.0, "a", 100.0, 2000.0), region(2.0, 3.0, "b", None, 500.0)]
    bared = [region(0.0, 1.5, "a"), region(2.0, 3.0, "b")]
    kept = merge(taken_in(boxed), boxed, bared, holds=Capabilities(bands=False))
    assert bare(kept.labels) == [Region(0.0, 1.5, "a", 100.0, 2000.0), Region(2.0, 3.0, "b", None, 500.0)]
    assert bare(merge(taken_in(boxed), boxed, bared).labels) == [values(one) for one in bared]


def test_replacing_leaves_the_file_and_the_class_of_the_whole_clip():
    whole = Label(ClassId(8))
    present = (whole, *taken_in(FIVE))
    done = merge(present, FIVE, [FIVE[0], region(5.0, 6.0, "e")], mode=Mode.REPLACE)
    assert done.labels[0] is whole
    assert done.labels[1] is present[1]
    assert bare(done.labels[1:]) == [Region(0.0, 1.0, "a"), Region(5.0, 6.0, "e")]
    assert done.tally == Tally(known=1, new=1, gone=4)


def test_adding_takes_nothing_away_and_changes_nothing():
    theirs = [FIVE[0], region(2.0, 3.5, "b")]
    done = merge(taken_in(FIVE), FIVE, theirs, mode=Mode.ADD)
    assert done.labels[:5] == taken_in(FIVE)
    assert done.tally == Tally(known=1, new=1)


def test_a_label_of_the_whole_clip_is_known_and_becomes_what_the_file_makes_of_it():
    present, before = (Label(ClassId(1)),), [region(0.0, 100.0, "a")]
    assert merge(present, None, before).labels == present
    assert merge(present, before, before).tally == Tally(known=1)
    assert bare(merge(present, before, [region(0.0, 60.0, "a")]).labels) == [Region(0.0, 60.0, "a")]


@pytest.mark.parametrize(
    ("before", "later", "pairs"),
    [
        pytest.param("0-2a", "0-1a 1-2a", [0], id="split: the first part"),
        pytest.param("0-1a 1-2b", "0-1.5a 1.5-2b", [0, 1], id="a border moved"),
        pytest.param("0-1a 0-1b", "0-1a 0-1c", [0, 1], id="of two at one time the other one"),
        pytest.param("0-1a 5-6a 9-9b", "0-1a 5-6a 10-10b", [0, 1, 2], id="a moment moved"),
        pytest.param("0-1a 5-6a", "5-6a 20-21a", [None, 0], id="moved past a neighbour: another one"),
        pytest.param("0-1a 2-3a", "0.4-1.4a 2.4-3.4a", [0, 1], id="all moved"),
        pytest.param("0-10a", "2-3b", [None], id="inside, of another name"),
        pytest.param("0-1a", "5-6b", [None], id="nothing in common"),
    ],
)
def test_what_became_of_a_label_is_found_where_it_is_plain(before, later, pairs):
    def read(text: str) -> list[Region]:
        parts = ([*one[:-1].split("-"), one[-1]] for one in text.split())
        return [Region(float(start_s), float(end_s), name) for start_s, end_s, name in parts]

    assert list(succession(read(before), read(later)).later) == pairs


# Any files

times = st.integers(0, 99_000).map(lambda number: number / 1000)


@st.composite
def files(draw: st.DrawFn) -> list[Region]:
    """Labels that do not lie at the same time under the same name."""
    found = {}
    facts = st.tuples(times, st.integers(0, 900), st.sampled_from("abcd"), st.sampled_from([None, 500.0]))
    for start_s, length, text, low_hz in draw(st.lists(facts, max_size=12)):
        one = region(start_s, round(start_s + length / 1000, 3), text, low_hz, low_hz and 900.0)
        found[place(one)] = one
    return list(found.values())


@st.composite
def edited(draw: st.DrawFn, file: list[Region], places: list[int]) -> list[Region]:
    """The file with some of the labels at these places edited: an edge, a text, or the frequencies."""
    changed = list(file)
    for at in places:
        one = changed[at]
        changed[at] = with_raw(
            draw(
                st.sampled_from(
                    [
                        one,
                        replace(one, end_s=round(one.end_s + 0.05, 3)),
                        replace(one, text="efgh"["abcd".index(one.text)]),
                        replace(one, low_hz=123.0, high_hz=456.0),
                    ]
                )
            )
        )
    return changed


@given(files())
def test_a_file_that_comes_back_unchanged_changes_nothing(file):
    present = taken_in(file)
    done = merge(present, file, file)
    assert done.labels == present
    assert done.tally == Tally(known=len(file))


@given(files(), st.data())
def test_labels_that_nobody_touched_here_become_those_of_the_file(file, data):
    theirs = data.draw(edited(file, list(range(len(file)))))
    theirs = [one for one in theirs if data.draw(st.integers(0, 4))] + data.draw(files())
    done = merge(taken_in(file), file, theirs, side=Side.THEIRS)
    assert bare(done.labels) == bare(as_labels(theirs, CLASSES))


@given(files(), st.data())
def test_changes_of_different_labels_are_both_made_whichever_side_made_them(file, data):
    assume(len({place(one) for one in file}) == len(file))
    split = data.draw(st.integers(0, len(file)))
    one = data.draw(edited(file, list(range(split))))
    other = data.draw(edited(file, list(range(split, len(file)))))
    here = merge(taken_in(file), file, one).labels
    there = merge(taken_in(file), file, other).labels
    done, mirrored = merge(here, file, other), merge(there, file, one)
    assert not done.conflicts
    assert bare(done.labels) == bare(mirrored.labels)


@given(files(), files(), st.sampled_from([*Side, None]), st.sampled_from(Mode))
def test_importing_a_second_time_changes_nothing_more(file, theirs, side, mode):
    done = merge(taken_in(file), file, theirs, side=side, mode=mode)
    before = theirs if not done.conflicts else file
    again = merge(done.labels, before, theirs, side=side, mode=mode)
    assert bare(again.labels) == bare(done.labels)
