import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.dealing import train_every_class
from audioclf_gui.ml.splits import cross_validation, fold_names, make_split


def data_of(*rows, classes=("cat", "dog")):
    """Rows are (class index, group, fold)."""
    examples = [
        Example(ClipId(at), Path(f"{at}.wav"), f"{at}", index, group, fold, 0.0, 1.0)
        for at, (index, group, fold) in enumerate(rows)
    ]
    return TrainingData(classes, tuple(range(len(classes))), tuple(examples))


def in_groups(groups, per_group=4):
    return data_of(*((at % 2, f"site {at // per_group}", "") for at in range(groups * per_group)))


def groups_of(data, chosen):
    return {data.examples[at].group for at in chosen}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("groups", [3, 5, 20])
def test_no_group_is_in_two_sets_and_every_clip_is_in_one(groups, seed):
    data = in_groups(groups)
    split = make_split(data, "group", seed=seed)
    assert sorted((*split.train, *split.valid, *split.test)) == list(range(len(data.examples)))
    train, valid, test = (groups_of(data, part) for part in (split.train, split.valid, split.test))
    assert len(train | valid | test) == len(train) + len(valid) + len(test)
    assert split.valid
    assert split.groups(data) == {"train": len(train), "valid": len(valid), "test": len(test)}


def test_sets_have_their_share_and_the_mixture_of_classes():
    data = data_of(*((int(at % 5 == 0), f"{at // 3}", "") for at in range(300)))
    split = make_split(data, "group", valid_share=0.2, test_share=0.1)
    for part, share in ((split.train, 0.7), (split.valid, 0.2), (split.test, 0.1)):
        assert len(part) / 300 == pytest.approx(share, abs=0.03)
        rare = sum(data.examples[at].class_index for at in part) / len(part)
        assert rare == pytest.approx(0.2, abs=0.05)


def test_the_seed_decides():
    data = in_groups(20)
    assert make_split(data, "group", seed=1) == make_split(data, "group", seed=1)
    assert make_split(data, "group", seed=1) != make_split(data, "group", seed=2)


def test_two_groups_leave_no_test_set_and_say_so():
    split = make_split(in_groups(2), "group")
    assert split.measured == split.valid
    assert not split.test
    assert "too few groups" in str(split.notes[0])


def test_a_class_of_one_group_trains_and_is_named():
    data = data_of(
        *((0, f"{at}", "") for at in range(20)),
        (1, "x", ""),
        *((2, f"z{at}", "") for at in range(20)),
        classes=("cat", "dog", "owl"),
    )
    split = make_split(data, "group")
    assert 20 in split.train
    assert any("dog" in str(note) for note in split.notes)


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        pytest.param(data_of(), "Label some clips", id="nothing"),
        pytest.param(data_of((0, "a", ""), (0, "b", "")), "another class", id="one class"),
        pytest.param(data_of((0, "a", ""), (1, "a", "")), "another place", id="one group"),
        pytest.param(data_of((0, "a", ""), (1, "b", "")), "another place", id="a group per class"),
    ],
)
def test_what_cannot_be_split_is_refused_with_the_cure(data, cure):
    with pytest.raises(UserError) as error:
        make_split(data, "group")
    assert cure in str(error.value.remedy)


def in_folds(*names, per_fold=6):
    return data_of(*((at % 2, f"{name}-{at}", name) for name in names for at in range(per_fold)))


def test_a_held_out_fold_is_measured_and_chooses_nothing():
    data = in_folds("1", "2", "10")
    split = make_split(data, "fold:2")
    assert {data.examples[at].fold for at in split.measured} == {"2"}
    assert {data.examples[at].fold for at in split.train} == {"1", "10"}
    assert split.selection == "last"
    assert fold_names(data) == ("1", "2", "10")


def test_a_fold_column_comes_before_groups():
    data = in_folds("1", "2", "10")
    split = make_split(data, "group")
    assert {data.examples[at].fold for at in split.test} == {"10"}
    assert {data.examples[at].fold for at in (*split.valid, *split.train)} == {"1", "2"}
    named = in_folds("training", "validation", "testing")
    split = make_split(named, "group")
    assert {named.examples[at].fold for at in split.test} == {"testing"}
    assert {named.examples[at].fold for at in split.valid} == {"validation"}


def test_validation_comes_out_of_training_when_there_are_two_folds():
    data = in_folds("train", "test", per_fold=40)
    split = make_split(data, "group")
    assert {data.examples[at].fold for at in split.test} == {"test"}
    assert {data.examples[at].fold for at in split.valid} == {"train"}
    assert not groups_of(data, split.train) & groups_of(data, split.valid)


def test_an_unknown_fold_names_those_there_are():
    with pytest.raises(UserError) as error:
        make_split(in_folds("1", "2"), "fold:3")
    assert "1, 2" in str(error.value.remedy)


def test_a_random_split_is_flagged_and_counts_torn_groups():
    split = make_split(in_groups(4, per_group=20), "random:0.25")
    assert len(split.test) == pytest.approx(20, abs=2)
    assert "random" in str(split.method)
    assert any("flatter" in str(note) for note in split.notes)
    assert any("more than one set" in str(note) for note in split.notes)


@pytest.mark.parametrize("data", [in_folds("1", "2", "3"), in_groups(7), in_groups(3)])
def test_cross_validation_holds_every_clip_out_once(data):
    folds = cross_validation(data, "group")
    held = sorted(at for _, split in folds for at in split.valid)
    assert held == list(range(len(data.examples)))
    for _, split in folds:
        assert not groups_of(data, split.train) & groups_of(data, split.valid)


def test_two_clips_of_each_class_leave_more_than_one_to_validate_with():
    classes = tuple(f"class {index}" for index in range(10))
    data = data_of(*((at % 10, f"file {at:02}", "") for at in range(20)), classes=classes)
    split = make_split(data, "group", valid_share=0.15)
    validated = [data.examples[at].class_index for at in split.valid]
    assert len(validated) == len(set(validated)) == 3
    assert {data.examples[at].class_index for at in split.train} == set(range(10))


def test_a_thousand_classes_of_two_clips_are_split_at_once():
    classes = tuple(f"class {index}" for index in range(1000))
    data = data_of(*((at % 1000, f"file {at}", "") for at in range(2000)), classes=classes)
    began = time.process_time()
    assert len(make_split(data, "group", valid_share=0.15).valid) == 300
    assert time.process_time() - began < 5.0


@st.composite
def grouped_data(draw):
    classes = draw(st.integers(2, 4))
    rows = draw(st.lists(st.tuples(st.integers(0, classes - 1), st.integers(0, 6)), min_size=2, max_size=40))
    return data_of(
        *((index, f"site {group}", "") for index, group in rows),
        classes=tuple(f"class {index}" for index in range(classes)),
    )


@given(data=grouped_data(), seed=st.integers(0, 50))
def test_every_class_that_has_clips_is_learnt(data, seed):
    try:
        split = make_split(data, "group", seed=seed, valid_share=0.3, test_share=0.3)
    except UserError:
        return
    assert {data.examples[at].class_index for at in split.train} == {one.class_index for one in data.examples}
    assert split.valid


def test_of_the_groups_of_a_class_that_would_not_be_learnt_the_smallest_is():
    data = data_of((0, "a", ""), (0, "a", ""), (1, "big", ""), (1, "big", ""), (1, "small", ""))
    groups = [one.group for one in data.examples]
    places = np.array([0, 0, 1, 1, 2])
    train_every_class(data, groups, places)
    assert places.tolist() == [0, 0, 1, 1, 0]


def test_a_group_that_trains_already_stays_where_it_is():
    data = data_of((0, "a", ""), (1, "a", ""), (0, "b", ""), (1, "c", ""))
    places = np.array([0, 0, 1, 2])
    train_every_class(data, [one.group for one in data.examples], places)
    assert places.tolist() == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("names", "valid", "test"),
    [
        (("Training", "DEV", "Eval"), "DEV", "Eval"),
        (("train", "val", "test"), "val", "test"),
        (("1", "valid", "3", "4"), "valid", "4"),
    ],
)
def test_folds_are_what_their_names_say(names, valid, test):
    data = in_folds(*names)
    split = make_split(data, "group")
    assert {data.examples[at].fold for at in split.valid} == {valid}
    assert {data.examples[at].fold for at in split.test} == {test}
    assert str(split.method) == f"fold {test} is the test set, fold {valid} the validation set"
    assert (split.selection, split.notes) == ("best", ())


@pytest.mark.parametrize(
    ("names", "test"),
    [(("train", "test"), "test"), (("evaluation", "a", "b"), "evaluation"), (("1", "2", "10"), "10")],
)
def test_validation_is_a_share_of_what_is_not_tested_and_is_said(names, test):
    split = make_split(in_folds(*names, per_fold=40), "group", valid_share=0.2)
    rest = 40 * len(names) - 40
    assert str(split.method) == f"fold {test} is the test set; validation by source file from the rest"
    sizes = (len(split.train), len(split.valid), len(split.test))
    assert sizes == pytest.approx((0.8 * rest, 0.2 * rest, 40), abs=1)
    assert split.selection == "best"


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_few_groups_train_on_all_but_what_is_measured_and_nothing_is_chosen_on_it(groups):
    data = in_groups(groups, per_group=10)
    split = make_split(data, "group")
    assert len(split.train) == 10 * (groups - 1)
    assert (split.measured, split.test, split.selection) == (split.valid, (), "last")
    assert "no epoch was chosen" in str(split.notes[0])


def test_three_folds_of_one_group_each_train_on_two():
    data = data_of(*((at // 3 % 2, f"site {at % 3}", f"{at % 3}") for at in range(60)))
    split = make_split(data, "group")
    assert (len(split.train), len(split.measured), split.selection) == (40, 20, "last")


def test_folds_that_not_every_clip_is_in_are_no_folds():
    data = data_of((0, "a", "1"), (1, "b", "2"), (0, "c", ""), (1, "d", "2"))
    assert fold_names(data) == ()
    assert fold_names(data_of((0, "a", "1"), (1, "b", "1"))) == ()


def test_a_fold_that_all_clips_are_in_or_that_is_the_only_one_cannot_be_held_out():
    with pytest.raises(UserError, match="every clip is in fold '1'") as error:
        make_split(in_folds("1"), "fold:1")
    assert str(error.value.remedy) == "Choose validation by group."
    with pytest.raises(UserError, match="have no fold called '2'") as error:
        make_split(in_folds("1"), "fold:2")
    assert str(error.value.remedy) == "Choose validation by group."


@pytest.mark.parametrize(("validate", "sizes"), [("random:0.2", (40, 40, 20)), ("random:0.6", (20, 20, 60))])
def test_a_large_random_test_set_leaves_as_much_to_train_as_to_validate(validate, sizes):
    split = make_split(in_groups(25), validate, valid_share=0.45)
    assert (len(split.train), len(split.valid), len(split.test)) == pytest.approx(sizes, abs=2)
    assert split.selection == "best"


def test_made_folds_depend_on_the_seed_which_is_0_unless_given():
    data = in_groups(20)
    assert cross_validation(data, "group") == cross_validation(data, "group", seed=0)
    assert cross_validation(data, "group") != cross_validation(data, "group", seed=1)
    assert make_split(data, "group") == make_split(data, "group", valid_share=0.15, test_share=0.15, seed=0)


OF_SINGLE_CLIPS = "folds made of single clips, which flatters the model; fold 2 held out"


@pytest.mark.parametrize(
    ("data", "validate", "count", "said"),
    [
        (in_groups(7), "group", 5, "5 folds made by source file; fold 2 held out"),
        (in_groups(3), "group", 3, "3 folds made by source file; fold 2 held out"),
        (
            in_groups(7),
            "random:0.2",
            5,
            "5 folds made of single clips, which flatters the model; fold 2 held out",
        ),
        (in_folds("a", "b"), "group", 2, "fold b held out"),
        (
            in_folds("a", "b"),
            "random:0.2",
            5,
            "5 folds made of single clips, which flatters the model; fold 2 held out",
        ),
    ],
)
def test_folds_are_the_data_s_own_or_five_and_say_how_they_came_about(data, validate, count, said):
    folds = cross_validation(data, validate)
    assert len(folds) == count
    assert str(folds[1][1].method) == said
    assert {split.selection for _, split in folds} == {"last"}
    assert sorted(at for _, split in folds for at in split.valid) == list(range(len(data.examples)))
    sizes = [len(split.valid) for _, split in folds]
    assert max(sizes) - min(sizes) <= 4


@pytest.mark.parametrize(
    ("group", "said"),
    [("file:c0ffee", "come from one file, so"), ("site 1", "come from one group, 'site 1', so")],
)
def test_one_group_alone_cannot_be_split_and_is_named(group, said):
    data = data_of((0, group, ""), (1, group, ""))
    for split in (make_split, cross_validation):
        with pytest.raises(UserError, match=said):
            split(data, "group")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [(0, "a", "test"), (1, "b", "test"), (0, "c", "val"), (0, "d", "train"), (2, "e", "train")],
            "training",
        ),
        ([(0, "a", "test"), (1, "b", "train"), (1, "c", "val"), (0, "d", "train")], "validation"),
    ],
)
def test_a_class_that_a_set_lacks_is_named(rows, said):
    data = data_of(*rows, classes=("cat", "dog", "owl"))
    notes = [str(note) for note in make_split(data, "group").notes]
    assert any(note.startswith(f"No clip in {said}: ") for note in notes)


def test_a_class_that_a_fold_lacks_is_named_and_groups_on_both_sides_are_counted():
    data = data_of((0, "a", "1"), (1, "a", "2"), (0, "b", "2"), (0, "b", "1"), (1, "c", "2"))
    notes = [str(note) for note in make_split(data, "fold:1").notes]
    assert notes == [
        "2 groups are in more than one set: the figures may flatter the model.",
        "No clip in the fold: dog.",
    ]
