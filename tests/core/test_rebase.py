"""What a job wants changed is worked out from an earlier state; what was edited meanwhile stands."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass, Source
from audioclf_gui.core.rebase import rebased
from audioclf_gui.core.view import applied, first_view

FACTS = AudioFacts(8000, 1, 16_000, "WAV 16 bit")
CLIPS = [Clip(ClipId(number), f"{number}.wav", FACTS, f"hash {number}") for number in (1, 2, 3)]
DOG, CAT = LabelClass(ClassId(1), "dog", "#000000"), LabelClass(ClassId(2), "cat", "#ffffff")
BARK = Label(DOG.id, 0.1, 0.2)


@pytest.fixture
def base(tmp_path):
    labels = {ClipId(1): (BARK,), ClipId(2): (Label(CAT.id),)}
    return first_view(tmp_path, CLIPS, labels, (DOG, CAT), {}, {}, ClassId(0))


def after(view, change):
    return applied(view, change).view


def test_a_change_of_the_present_state_is_made_as_it_is(base):
    change = edits.add_label(base, ClipId(1), Label(None, 0.5, 0.6))
    assert rebased(change, base, base) is change


def test_a_label_that_was_made_meanwhile_stays_beside_those_of_the_job(base):
    found = edits.add_label(base, ClipId(1), Label(None, 0.5, 0.6))
    mine = Label(CAT.id, 0.3, 0.4)
    now = after(base, edits.add_label(base, ClipId(1), mine))
    made = after(now, rebased(found, base, now))
    assert set(made.labels(ClipId(1))) == {BARK, mine, Label(None, 0.5, 0.6)}


def test_a_label_that_was_deleted_meanwhile_does_not_come_back(base):
    found = edits.add_label(base, ClipId(1), Label(None, 0.5, 0.6))
    now = after(base, edits.replace_label(base, ClipId(1), BARK, None))
    made = after(now, rebased(found, base, now))
    assert made.labels(ClipId(1)) == (Label(None, 0.5, 0.6),)


def edited(base, labels, job, mine):
    """The labels of a clip in the end, of which a job makes `job` while somebody makes `mine` of them."""
    base = after(base, Change(labels={ClipId(1): labels}))
    now = after(base, Change(labels={ClipId(1): mine}))
    return after(now, rebased(Change(labels={ClipId(1): job}), base, now)).labels(ClipId(1))


MOVED, MINE = Label(DOG.id, 0.1, 0.25, source=Source.IMPORT, raw="theirs"), Label(DOG.id, 0.05, 0.2)


@pytest.mark.parametrize(
    ("job", "mine", "result"),
    [
        pytest.param((MOVED,), (), (), id="it is deleted meanwhile"),
        pytest.param((), (MINE,), (MINE,), id="the job deletes what is changed meanwhile"),
        pytest.param((MOVED,), (MINE,), (replace(MOVED, start_s=0.05),), id="each moves another edge of it"),
        pytest.param(
            (MOVED,), (replace(BARK, end_s=0.3),), (replace(MOVED, end_s=0.3),), id="both move one edge"
        ),
        pytest.param(
            (MOVED,),
            (replace(BARK, class_id=CAT.id),),
            (replace(MOVED, class_id=CAT.id),),
            id="its class is changed meanwhile",
        ),
        pytest.param(
            (replace(BARK, start_s=0.18),),
            (replace(BARK, end_s=0.12),),
            (replace(BARK, end_s=0.12),),
            id="together it would end before it starts",
        ),
        pytest.param(
            (replace(BARK, low_hz=10.0),),
            (replace(BARK, low_hz=20.0, high_hz=90.0),),
            (replace(BARK, low_hz=20.0, high_hz=90.0),),
            id="both draw a box",
        ),
    ],
)
def test_a_label_that_is_edited_while_a_job_changes_it_stays_one(base, job, mine, result):
    assert edited(base, (BARK,), job, mine) == result


def test_other_labels_that_the_job_changes_are_as_it_wants_them(base):
    late = Label(CAT.id, 0.6, 0.9)
    made = edited(base, (BARK, late), (MOVED, replace(late, end_s=1.0)), (MINE, late))
    assert set(made) == {replace(MOVED, start_s=0.05), replace(late, end_s=1.0)}


def test_what_both_add_is_there_once_whoever_made_it(base):
    theirs = Label(CAT.id, 0.5, 0.6, source=Source.IMPORT, raw="theirs")
    own = Label(CAT.id, 0.5, 0.6)
    assert edited(base, (BARK,), (BARK, theirs), (BARK, own)) == (BARK, own)


def test_a_class_of_a_clip_as_a_whole_that_is_taken_away_meanwhile_does_not_come_back(base):
    whole = Label(DOG.id)
    assert edited(base, (whole,), (replace(whole, class_id=CAT.id),), ()) == ()


def test_a_class_of_the_job_gets_another_id_where_one_was_made_meanwhile(base):
    change = replace(
        edits.label_clips(base, [ClipId(3)], ClassId(3)),
        classes=(DOG, CAT, LabelClass(ClassId(3), "owl", "#123456")),
    )
    now = after(base, edits.add_class(base, "wren"))
    made = after(now, rebased(change, base, now))
    assert [known.name for known in made.classes] == ["dog", "cat", "wren", "owl"]
    (label,) = made.labels(ClipId(3))
    assert next(known.name for known in made.classes if known.id == label.class_id) == "owl"


def test_a_class_that_both_made_is_one(base):
    change = replace(
        edits.label_clips(base, [ClipId(3)], ClassId(3)),
        classes=(DOG, CAT, LabelClass(ClassId(3), "owl", "#123456")),
    )
    now = after(base, edits.add_class(base, "wren"))
    now = after(now, edits.add_class(now, "owl"))
    made = after(now, rebased(change, base, now))
    assert [known.name for known in made.classes] == ["dog", "cat", "wren", "owl"]
    (label,) = made.labels(ClipId(3))
    assert label.class_id == made.classes[-1].id


def test_a_class_that_was_renamed_meanwhile_keeps_its_new_name(base):
    merged = edits.merge_classes(base, [CAT.id], DOG.id)
    now = after(base, edits.change_class(base, replace(DOG, name="hound")))
    made = after(now, rebased(merged, base, now))
    assert [known.name for known in made.classes] == ["hound"]
    assert [label.class_id for label in made.labels(ClipId(2))] == [DOG.id]


def test_a_clip_keeps_the_class_that_it_was_given_as_a_whole_meanwhile(base):
    change = edits.label_clips(base, [ClipId(2), ClipId(3)], DOG.id)
    now = after(base, edits.label_clips(base, [ClipId(3)], CAT.id))
    made = after(now, rebased(change, base, now))
    assert made.labels(ClipId(2)) == (Label(DOG.id),)
    assert made.labels(ClipId(3)) == (Label(CAT.id),)


def test_a_class_beside_others_comes_to_clips_that_were_left_alone_meanwhile(base):
    change = edits.toggle_class(base, [ClipId(2), ClipId(3)], DOG.id)
    now = after(base, edits.label_clips(base, [ClipId(3)], CAT.id))
    made = after(now, rebased(change, base, now))
    assert made.labels(ClipId(2)) == (*base.labels(ClipId(2)), Label(DOG.id))
    assert made.labels(ClipId(3)) == (Label(CAT.id),)


def test_a_merged_class_becomes_the_other_also_beside_one_that_was_given_meanwhile(base):
    both = after(base, edits.label_clips(base, [ClipId(3)], CAT.id))
    merged = edits.merge_classes(both, [CAT.id], DOG.id)
    now = after(both, edits.add_class(both, "owl"))
    now = after(now, edits.toggle_class(now, [ClipId(3)], ClassId(3)))
    made = after(now, rebased(merged, both, now))
    assert {label.class_id for label in made.labels(ClipId(3))} == {DOG.id, ClassId(3)}


@pytest.mark.parametrize("renames", [False, True], ids=["classes stay", "a class is made"])
def test_labels_of_a_class_that_was_dropped_meanwhile_lose_their_name(base, renames):
    found = {ClipId(1): (BARK, Label(CAT.id, 0.5, 0.6)), ClipId(3): (Label(CAT.id),)}
    owl = LabelClass(ClassId(3), "owl", "#123456")
    change = Change(found, (DOG, CAT, owl) if renames else None, {ClipId(1): frozenset({CAT.id, DOG.id})})
    now = after(base, edits.delete_class(base, CAT.id))
    made = after(now, rebased(change, base, now))
    assert made.labels(ClipId(1)) == (BARK, Label(None, 0.5, 0.6))
    assert made.labels(ClipId(3)) == ()
    assert made.rejected(ClipId(1)) == {DOG.id}
    assert [known.name for known in made.classes] == ["dog", "owl"][: 1 + renames]


def test_facts_of_clips_are_changed_one_by_one(base):
    moved = Change(clips={ClipId(1): replace(CLIPS[0], path="elsewhere/1.wav")})
    now = after(base, edits.set_group(base, [ClipId(1)], "site 9"))
    clip = after(now, rebased(moved, base, now)).clip(ClipId(1))
    assert (clip.path, clip.group) == ("elsewhere/1.wav", "site 9")


def test_rejections_of_both_sides_are_kept(base):
    change = Change(rejected={ClipId(1): frozenset({CAT.id})})
    now = after(base, Change(rejected={ClipId(1): frozenset({DOG.id})}))
    assert after(now, rebased(change, base, now)).rejected(ClipId(1)) == {DOG.id, CAT.id}


moments = st.builds(lambda at: Label(None, at, at), st.integers(0, 5).map(float))


@given(st.lists(moments, max_size=6), st.lists(moments, max_size=6), st.lists(moments, max_size=6))
def test_nothing_that_anybody_added_is_lost_and_what_both_added_comes_once(
    tmp_path_factory, first, mine, theirs
):
    folder = tmp_path_factory.getbasetemp()
    base = first_view(folder, CLIPS, {ClipId(1): tuple(first)}, (), {}, {}, ClassId(0))
    job = Change(labels={ClipId(1): (*first, *theirs)})
    now = after(base, Change(labels={ClipId(1): (*first, *mine)}))
    made = after(now, rebased(job, base, now)).labels(ClipId(1))
    assert Counter(made) == Counter(first) + (Counter(mine) | Counter(theirs))
