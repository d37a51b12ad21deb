import itertools
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import FILE_GROUP, Example, TrainingData
from audioclf_gui.ml.dealing import spare, train_every_class
from audioclf_gui.ml.presets import AsGiven
from audioclf_gui.ml.splits import Split, cross_validation, fold_names, make_split


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
        rare = sum(data.examples[at].target for at in part) / len(part)
        assert rare == pytest.approx(0.2, abs=0.05)


@pytest.mark.parametrize(("groups", "selection"), [(3, "last"), (20, "best")])
def test_a_few_groups_are_not_spent_on_choosing_an_epoch(groups, selection):
    """One of two that are not tested would be half of all that training has."""
    split = make_split(in_groups(groups), "group")
    assert split.selection == selection
    assert bool(split.test) is (selection == "best")
    assert len(split.train) > len(split.measured) > 0


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
    validated = [data.examples[at].target for at in split.valid]
    assert len(validated) == len(set(validated)) == 3
    assert {data.examples[at].target for at in split.train} == set(range(10))


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
    assert {data.examples[at].target for at in split.train} == {one.target for one in data.examples}
    assert split.valid


@pytest.mark.parametrize("seed", range(3))
def test_each_class_is_learnt_even_where_most_is_held_back(seed):
    data = data_of(*((at % 2, f"site {at}", "") for at in range(4)))
    split = make_split(data, "group", valid_share=0.4, test_share=0.4, seed=seed)
    assert {data.examples[at].target for at in split.train} == {0, 1}


def test_clips_that_only_validate_may_end_training_and_those_that_are_measured_may_not():
    assert make_split(in_groups(20), "group").selection == "best"
    assert make_split(in_groups(20), "random:0.2").selection == "best"
    assert make_split(in_groups(2), "group").selection == "last"


def test_a_group_with_the_only_sound_of_one_of_its_classes_is_never_spared():
    data = data_of(*((0, group, "") for group in "caabb"))
    both = replace(data.examples[0], target=frozenset({0, 1}))
    others = tuple(replace(one, target=frozenset({0})) for one in data.examples[1:])
    sets = replace(data, examples=(both, *others), objective="multi-label")
    assert spare(sets, [one.group for one in sets.examples], 0.2) == [1, 2]


def test_one_clip_of_each_class_cannot_be_split_at_random():
    with pytest.raises(UserError, match="each class has one clip only"):
        make_split(data_of((0, "a", ""), (1, "b", "")), "random:0.2")
    few = make_split(data_of((0, "a", ""), (0, "b", ""), (1, "c", "")), "random:0.1")
    assert len(few.train) == 2


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
        (("验证集", "训练集", "测试集"), "验证集", "测试集"),
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
    [(("train", "test"), "test"), (("evaluation", "a", "b"), "evaluation"), (("1", "2", "10"), "10")]
    + [((other, "train"), other) for other in ("dev", "holdout", "9")],
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


def test_it_is_told_that_folds_are_not_used_where_some_clips_are_in_none():
    data = data_of(*((at % 2, f"s{at}", ("1", "2", "")[at % 3]) for at in range(30)))
    for split in (make_split(data, "group"), *(one for _, one in cross_validation(data, "group"))):
        assert "folds that came with the data are not used, since 10 labelled clips" in str(split.notes[0])
    for split in (
        make_split(data, "random:0.2"),
        make_split(data, "fold:1"),
        make_split(in_groups(7), "group"),
    ):
        assert not any("are not used" in str(note) for note in split.notes)


def test_it_is_told_which_folds_are_trained_on_though_they_are_called_like_a_test_set():
    data = in_folds("train", "test-clean", "test-other", per_fold=20)
    assert str(make_split(data, "group").notes[0]).startswith("Trained on though called like a test set")
    both = make_split(data, "group", "fold:test-clean,test-other")
    assert {data.examples[at].fold for at in both.test} == {"test-clean", "test-other"}


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


def test_folds_of_few_groups_are_as_many_as_there_are_and_said_to_be():
    folds = cross_validation(data_of(*((at % 4 // 2, f"{at % 4}", "") for at in range(12))), "group")
    assert [(name, str(split.method)) for name, split in folds] == [
        ("1", "2 folds made by source file; fold 1 held out"),
        ("2", "2 folds made by source file; fold 2 held out"),
    ]


@pytest.mark.parametrize(
    ("rows", "validate", "said"),
    [
        ([(0, "a", "")] * 3 + [(1, "b", "")] * 3, "group", "each class comes from one group only"),
        ([(0, "a", ""), (1, "b", "")], "random:0.2", "each class has one clip only"),
        (
            [(0, "a", ""), *((1, f"{at}", "") for at in range(6))],
            "group",
            "outside the clips that judge there is only 'dog' to learn",
        ),
    ],
)
def test_folds_that_leave_one_class_to_learn_are_refused_before_any_sound_is_read(rows, validate, said):
    with pytest.raises(UserError, match=said):
        cross_validation(data_of(*rows), validate)


@pytest.mark.parametrize(
    ("group", "said"),
    [(FILE_GROUP + "c0ffee", "come from one file, so"), ("site 1", "come from one group, 'site 1', so")],
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


@st.composite
def copied_data(draw):
    """Clips of groups, some in folds too, a few of which hold the same sound."""
    classes = draw(st.integers(2, 4))
    in_folds = draw(st.booleans())
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, classes - 1), st.integers(0, 6), st.sampled_from("1234"), st.integers(0, 60)
            ),
            min_size=2,
            max_size=40,
        )
    )
    examples = [
        Example(
            ClipId(at),
            Path(f"{at}.wav"),
            f"{content}",
            index,
            f"site {group}",
            fold if in_folds else "",
            0.0,
            1.0,
        )
        for at, (index, group, fold, content) in enumerate(rows)
    ]
    names = tuple(f"class {index}" for index in range(classes))
    return TrainingData(names, tuple(range(classes)), tuple(examples))


WAYS = st.sampled_from(["group", "random:0.3", "fold:2", "test group:site 0,site 3", "test fold:1"])


@given(data=copied_data(), way=WAYS, seed=st.integers(0, 20))
def test_no_sound_that_is_judged_is_in_training_whatever_its_groups_and_folds(data, way, seed):
    test = way.removeprefix("test ") if way.startswith("test ") else ""
    try:
        split = make_split(data, "group" if test else way, test, seed=seed)
    except UserError:
        return
    sets = [split.train, split.valid, split.test]
    assert len({at for chosen in sets for at in chosen}) == sum(map(len, sets)), "no clip is in two sets"
    contents = [{data.examples[at].content for at in chosen} for chosen in sets]
    assert not any(first & second for first, second in itertools.combinations(contents, 2))
    assert len({data.examples[at].target for at in split.train}) >= 2
    assert split.measured
    left_out = len(data.examples) - sum(map(len, sets))
    assert bool(left_out) == any("left out of training" in str(note) for note in split.notes)
    if split.test and not way.startswith("random"):  # what chooses the epoch takes about its share only
        assert len(split.valid) <= 1.5 * 0.15 / 0.85 * (len(split.valid) + len(split.train)) or (
            "validation set" in str(split.method)
        )
    if way == "group" and not any(example.fold for example in data.examples):
        assert not groups_of(data, split.train) & groups_of(data, (*split.valid, *split.test))


@given(data=copied_data(), validate=st.sampled_from(["group", "random:0.2"]), seed=st.integers(0, 20))
def test_no_fold_is_judged_by_a_model_that_has_learnt_its_sound(data, validate, seed):
    try:
        folds = cross_validation(data, validate, seed)
    except UserError:
        return
    assert sorted(at for _, split in folds for at in split.valid) == list(range(len(data.examples)))
    for _, split in folds:
        learnt = {data.examples[at].content for at in split.train}
        assert not learnt & {data.examples[at].content for at in split.valid}


def test_groups_with_the_same_sound_count_as_one_and_it_is_said():
    rows = [(at % 2, f"site {at // 4}", "") for at in range(40)]
    data = data_of(*rows)
    copy = replace(data.examples[0], clip_id=ClipId(99), path=Path("copy.wav"), group="site 7")
    data = replace(data, examples=(*data.examples, copy))
    for seed in range(10):
        split = make_split(data, "group", seed=seed)
        where = [0 in chosen for chosen in (split.train, split.valid, split.test)]
        assert [40 in chosen for chosen in (split.train, split.valid, split.test)] == where
        said = "2 clips hold the same sound as a clip of another group: such groups count as one."
        assert str(split.notes[0]) == said


def test_a_copy_in_another_fold_is_left_out_of_training_and_it_is_said():
    data = in_folds("1", "2", "3")
    copy = replace(data.examples[0], clip_id=ClipId(99), fold="2", group="elsewhere")
    data = replace(data, examples=(*data.examples, copy))
    split = make_split(data, "fold:1")
    assert (0 in split.valid, 18 in (*split.train, *split.valid)) == (True, False)
    assert "1 clip was left out of training" in str(split.notes[0])
    split = make_split(data, "fold:2")
    assert (18 in split.valid, 0 in (*split.train, *split.valid)) == (True, False)


def test_a_validation_fold_gives_way_to_its_copies_in_the_test_fold():
    data = in_folds("train", "val", "test")
    copies = [
        replace(data.examples[12], clip_id=ClipId(98), fold="val"),
        replace(data.examples[6], clip_id=ClipId(99), fold="train"),
    ]
    data = replace(data, examples=(*data.examples, *copies))
    split = make_split(data, "group")
    assert not {18, 19} & {*split.train, *split.valid, *split.test}
    assert "2 clips were left out" in str(split.notes[0])


@pytest.mark.parametrize(
    ("test", "measured"),
    [
        ("group:site 3", {"site 3"}),
        ("group:site 3,site 0", {"site 0", "site 3"}),
        ('group:"site 1", site 7', {"site 1", "site 7"}),
        ("group:site  2,site 2", {"site 2"}),
    ],
)
def test_any_groups_are_the_test_set_when_they_are_named(test, measured):
    data = in_groups(10)
    split = make_split(data, "group", test)
    assert groups_of(data, split.test) == measured
    assert len(split.train) + len(split.valid) + len(split.test) == 40
    assert split.selection == "best"
    assert "the test set; validation by source file from the rest" in str(split.method)


def test_a_fold_can_be_the_test_set_with_validation_from_the_others():
    data = in_folds("1", "2", "3", per_fold=20)
    split = make_split(data, "group", "fold:2")
    assert {data.examples[at].fold for at in split.test} == {"2"}
    assert (len(split.train), len(split.valid), split.selection) == (34, 6, "best")


def test_a_source_file_is_named_by_the_end_of_its_path_that_no_other_has():
    paths = ("north/rec.wav", "south/rec.wav", "hum.wav", "site")
    rows = [
        Example(
            ClipId(at),
            Path("/audio", path),
            f"{at}",
            index,
            f"{FILE_GROUP}{at}",
            "",
            float(index),
            index + 1.0,
        )
        for at, path in enumerate(paths)
        for index in (0, 1)
    ]
    rows += [Example(ClipId(9), Path("x.wav"), "9", 0, "site", "", 0.0, 1.0)]
    data = TrainingData(("cat", "dog"), (1, 2), tuple(rows))
    for test, file in (("north/rec.wav", 0), ("hum.wav", 2), ("audio/site", 3), ("site", 9)):
        split = make_split(data, "group", f"group:{test}")
        assert {data.examples[at].clip_id for at in split.measured} == {file}
    with pytest.raises(UserError, match=r"no group called 'rec\.wav'") as error:
        make_split(data, "group", "group:rec.wav")
    assert "north/rec.wav" in str(error.value.remedy)


@pytest.mark.parametrize(
    ("test", "said", "cure"),
    [
        ("group:sit 3", "no group called 'sit 3'", "Did you mean: site 3"),
        ("group:zzzz", "no group called 'zzzz'", "There are: site 0, site 1, site 2, site 3, site 4."),
        ("fold:1", "no fold called '1'", "Choose"),
        ("group:" + ",".join(f"site {at}" for at in range(5)), "none is left to learn from", "fewer"),
    ],
)
def test_a_test_set_that_is_not_there_or_takes_all_is_refused(test, said, cure):
    with pytest.raises(UserError, match=said) as error:
        make_split(in_groups(5), "group", test)
    assert cure in str(error.value.remedy)


def test_a_class_that_is_only_in_the_test_groups_is_named():
    data = data_of(
        *((at % 2, f"site {at}", "") for at in range(30)), (2, "cave", ""), classes=("cat", "dog", "bat")
    )
    notes = [str(note) for note in make_split(data, "group", "group:cave").notes]
    assert "No clip in training: bat; all of them are among those that judge." in notes
    with pytest.raises(UserError, match="only 'dog' to learn"):
        make_split(data_of((0, "a", ""), (0, "a", ""), (1, "b", "")), "group", "group:a")


def test_copies_stay_in_one_set_of_a_random_split_and_it_is_said():
    data = in_groups(10)
    copy = replace(data.examples[0], clip_id=ClipId(99), path=Path("copy.wav"))
    data = replace(data, examples=(*data.examples, copy))
    split = make_split(data, "random:0.2")
    assert any({0, 40} <= set(chosen) for chosen in (split.train, split.valid, split.test))
    said = "2 clips hold the same sound as another one: such clips are kept in one set."
    assert said in map(str, split.notes)
    assert said in map(str, cross_validation(data, "random:0.2")[0][1].notes)


def test_groups_are_offered_as_the_option_takes_them():
    data = data_of(*((at % 2, name, "") for name in ("site,1", 'a "b"', "plain") for at in range(4)))
    with pytest.raises(UserError, match="no group called 'site'") as error:
        make_split(data, "group", "group:site,1")
    assert str(error.value.remedy) == 'Did you mean: "site,1"?'
    assert len(make_split(data, "group", 'group:"site,1"').measured) == 4
    with pytest.raises(UserError) as error:
        make_split(data, "group", "group:zzzz")
    offered = str(error.value.remedy).removeprefix("There are: ").removesuffix(".")
    with pytest.raises(UserError, match="none is left to learn from"):
        make_split(data, "group", f"group:{offered}")


@pytest.mark.parametrize(("validate", "test"), [("fold:1", ""), ("group", "fold:1"), ("group", "group:a")])
def test_where_everything_else_is_a_copy_of_what_is_judged_that_is_told(validate, test):
    data = data_of(*((at % 2, "a", "1") for at in range(4)), *((at % 2, "b", "2") for at in range(4)))
    examples = tuple(replace(one, content=f"sound {at % 4}") for at, one in enumerate(data.examples))
    with pytest.raises(UserError, match="nothing to learn from") as error:
        make_split(replace(data, examples=examples), validate, test)
    assert "4 clips were left out of training, since the same sound is among" in str(error.value.remedy)


def test_a_group_may_be_called_like_a_file_or_a_choice():
    names = ("file:1", "group:2", "fold:3", "a.wav")
    data = data_of(*((at % 2, name, "") for name in names for at in range(4)))
    for place, name in enumerate(names):
        assert make_split(data, "group", f"group:{name}").measured == tuple(range(4 * place, 4 * place + 4))


def test_as_given_validation_is_the_test_set_unless_the_reference_had_three_sets():
    split = Split((0, 3), (1,), (2, 4), Text("by hand"), "best")
    two = split.as_given(AsGiven({}, Text("none")))
    assert (two.train, two.valid, two.test, two.selection) == ((0, 1, 3), (2, 4), (), "last")
    three = split.as_given(AsGiven({}, Text("none"), has_test_set=True))
    assert three == replace(split, selection="last")
    assert split.as_given(AsGiven({}, Text("none"), has_test_set=True, chooses_epoch=True)) is split
    fold = Split((0, 3), (1,), (), Text("fold"), "last")
    assert fold.as_given(AsGiven({}, Text("none"))) == fold
