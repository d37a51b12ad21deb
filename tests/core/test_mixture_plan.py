"""What is placed where: inside the mixture, the same for the same seed, and no group in two subsets."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.mixture_plan import planned, supply
from audioclf_gui.core.mixture_subsets import absent_classes, dealt_files, dealt_groups, dealt_out
from audioclf_gui.core.mixtures import (
    Background,
    BackgroundSource,
    MixtureSettings,
    Placement,
    SoundSource,
    Subset,
)

SETTINGS = MixtureSettings(rate_hz=8000)


def source(number: int, name: str = "owl", group: str = "", seconds: float = 1.0) -> SoundSource:
    return SoundSource(f"key {number}", Path(f"{number}.wav"), 0.5, 0.5 + seconds, (name,), group, 8000)


def sources(groups: int, classes: str = "ab", each: int = 2) -> list[SoundSource]:
    """Each group has sounds of all classes."""
    return [
        source(1000 * group + 10 * ord(name) + take, name, f"speaker {group}")
        for group in range(groups)
        for name in classes
        for take in range(each)
    ]


spans = st.tuples(st.floats(0.1, 30.0), st.floats(0.0, 10.0)).map(lambda pair: (pair[0], sum(pair)))
lengths = st.lists(st.floats(0.06, 20.0), min_size=1, max_size=6)
wanted = st.builds(
    MixtureSettings,
    length_s=spans,
    rate_hz=st.sampled_from((8000, 22050)),
    placement=st.sampled_from(Placement),
    events_per_min=spans.map(lambda span: (span[0], 4 * span[1])),
    pause_s=spans,
    one_class=st.booleans(),
    speed=st.sampled_from(((1.0, 1.0), (0.5, 2.0))),
    seed=st.integers(0, 2**40),
)


@given(wanted, lengths, st.integers(1, 1000))
def test_events_lie_inside_and_follow_each_other_where_that_is_wanted(settings, seconds, number):
    sounds = [source(at, "ab"[at % 2], f"g{at}", length) for at, length in enumerate(seconds)]
    plan = planned(settings, supply(Subset.TRAIN, sounds), number)
    assert plan.events
    for event in plan.events:
        assert event.at_s >= 0.0
        assert event.at_s + event.duration_s <= plan.length_s + 1e-6
        assert event.source.start_s <= event.from_s < event.to_s <= event.source.stop_s + 1e-9
    if plan.placement is Placement.SEQUENTIAL:
        for first, second in zip(plan.events, plan.events[1:], strict=False):
            pause_s = second.at_s - first.at_s - first.duration_s
            assert settings.pause_s[0] - 1e-6 <= pause_s <= settings.pause_s[1] + 1e-6
    if settings.one_class:
        assert len({event.source.classes for event in plan.events}) == 1
    assert plan == planned(settings, supply(Subset.TRAIN, sounds[::-1]), number)


def test_another_seed_number_or_subset_is_another_mixture():
    sounds = sources(4)
    plans = {
        planned(replace(SETTINGS, seed=seed), supply(subset, sounds), number).fingerprint()
        for seed in (0, 1)
        for subset in Subset
        for number in (1, 2, 3)
    }
    assert len(plans) == 18


def test_taking_a_sound_away_changes_only_the_mixtures_that_it_was_in():
    sounds = sources(6)
    settings = replace(SETTINGS, placement=Placement.OVERLAPPING)
    before = [planned(settings, supply(Subset.TRAIN, sounds), number) for number in range(1, 40)]
    after = [planned(settings, supply(Subset.TRAIN, sounds[1:]), number) for number in range(1, 40)]
    pairs = [pair for one, two in zip(before, after, strict=True) for pair in both(one, two)]
    assert all(old == new or old.source == sounds[0] for old, new in pairs)
    assert sum(old != new for old, new in pairs) in range(1, len(pairs) // 4)


def both(one, two):
    """The events of two plans that stand for each other: what is drawn beside the sound is the same."""
    find = {event.seed: event for event in two.events}
    return [(event, find[event.seed]) for event in one.events]


def test_where_a_mixture_has_one_class_all_come_equally_often():
    plans = [
        planned(replace(SETTINGS, one_class=True), supply(Subset.TEST, sources(3, "abcde")), number)
        for number in range(1, 21)
    ]
    assert Counter(plan.events[0].source.classes[0] for plan in plans) == dict.fromkeys("abcde", 4)


@given(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abc")), min_size=3, max_size=40),
    st.tuples(*[st.integers(0, 2)] * 3).filter(any),
    st.integers(0, 9),
)
def test_no_group_is_in_two_subsets_and_none_is_empty(pairs, mixtures, seed):
    sounds = [source(at, name, str(group)) for at, (group, name) in enumerate(pairs)]
    settings = MixtureSettings(mixtures=mixtures, seed=seed)
    groups = {one.group for one in sounds}
    if len(groups) < sum(map(bool, mixtures)):
        with pytest.raises(UserError):
            dealt_groups(sounds, settings)
        return
    dealt = dealt_groups(sounds, settings)
    assert dealt.keys() == groups
    assert set(dealt.values()) == {subset for subset, count in settings.wanted().items() if count}


def test_each_class_is_dealt_out_by_its_shares():
    sounds = [source(at, "fm"[at % 2], f"speaker {at}") for at in range(80)]
    dealt = dealt_groups(sounds, MixtureSettings())
    for place in (0, 1):
        counts = Counter(dealt[f"speaker {at}"] for at in range(place, 80, 2))
        assert counts == {Subset.TRAIN: 32, Subset.VALID: 4, Subset.TEST: 4}


def test_few_speakers_still_leave_one_for_each_subset():
    dealt = dealt_groups(sources(6, "0123456789"), MixtureSettings())
    assert Counter(dealt.values()) == {Subset.TRAIN: 4, Subset.VALID: 1, Subset.TEST: 1}


def test_a_class_of_one_speaker_is_told_to_be_missing_elsewhere():
    sounds = [*sources(6, "a"), source(1, "rare", "speaker 0")]
    told = [str(text) for text in absent_classes(sounds, dealt_groups(sounds, MixtureSettings()))]
    assert len(told) == 2
    assert all("“rare” has too few groups to be in" in text for text in told)


def test_backgrounds_are_dealt_out_too_unless_they_are_too_few():
    assert Counter(dealt_files([f"{at}" for at in range(10)], MixtureSettings()).values()) == {
        frozenset((Subset.TRAIN,)): 8,
        frozenset((Subset.VALID,)): 1,
        frozenset((Subset.TEST,)): 1,
    }
    assert dealt_files(["a"], MixtureSettings()) == {"a": frozenset(Subset)}


def test_a_background_of_files_begins_where_it_lasts_if_it_can():
    behind = [BackgroundSource("rain", Path("rain.wav"), 60.0, 8000)]
    settings = replace(SETTINGS, background=Background.FILES)
    plan = planned(settings, supply(Subset.TRAIN, sources(2), behind), 1)
    assert plan.background.source == behind[0]
    assert 0.0 < plan.background.from_s <= 50.0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"length_s": (10.0, 5.0)}, "length_s"),
        ({"speed": (0.0, 1.0)}, "speed"),
        ({"snr_db": (float("nan"), 3.0)}, "snr_db"),
        ({"mixtures": (0, 0, 0)}, "mixtures"),
        ({"shares": (0.0, 0.0, 0.0)}, "shares"),
        ({"rate_hz": 5}, "rate_hz"),
        ({"peak_db": 3.0}, "peak_db"),
    ],
)
def test_settings_that_mean_nothing_are_refused_by_name(wrong, told):
    with pytest.raises(UserError, match=told):
        MixtureSettings(**wrong)


def test_where_a_recording_lies_does_not_change_what_a_mixture_is():
    here, there = sources(3), [replace(one, path=Path("elsewhere") / one.path) for one in sources(3)]
    first, second = (planned(SETTINGS, supply(Subset.TRAIN, sounds), 1) for sounds in (here, there))
    assert first != second
    assert first.fingerprint() == second.fingerprint()


def folded(names: dict[str, str]) -> list[SoundSource]:
    """Two sounds of each group, which has a fold."""
    return [
        replace(source(10 * at + take, name, group), fold=fold)
        for at, (group, fold) in enumerate(names.items())
        for take, name in enumerate("ab")
    ]


def test_folds_that_came_with_the_sounds_are_the_subsets():
    names = {"ann": "train", "bob": "training", "cy": "dev", "di": "Test", "eve": "test"}
    dealt, told = dealt_out(folded(names), MixtureSettings())
    assert dealt == {
        "ann": Subset.TRAIN,
        "bob": Subset.TRAIN,
        "cy": Subset.VALID,
        "di": Subset.TEST,
        "eve": Subset.TEST,
    }
    assert "folds that the sounds came with" in str(told[0])


def test_validation_is_taken_from_training_where_no_fold_is_for_it():
    names = {f"train {at}": "train" for at in range(8)} | {"di": "test"}
    dealt, _told = dealt_out(folded(names), MixtureSettings())
    assert dealt["di"] is Subset.TEST
    assert Counter(dealt.values()) == {Subset.TRAIN: 7, Subset.VALID: 1, Subset.TEST: 1}


def test_folds_that_share_a_speaker_are_not_kept_and_that_is_told():
    sounds = folded({"ann": "train", "bob": "train", "di": "test"})
    sounds.append(replace(sounds[0], key="more", fold="test"))
    dealt, told = dealt_out(sounds, MixtureSettings())
    assert set(dealt.values()) == set(Subset)
    assert "dealt out anew" in str(told[0])


def test_folds_that_are_numbers_say_nothing_about_training_and_test():
    dealt, told = dealt_out(folded({str(at): str(at) for at in range(5)}), MixtureSettings())
    assert set(dealt.values()) == set(Subset)
    assert told == ()
