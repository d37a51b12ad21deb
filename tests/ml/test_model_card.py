"""A model's facts are what its file says, and nothing absurd gets past them."""

from dataclasses import replace

import pytest

from audioclf_gui.ml.features import MelSettings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.model_card import BadCardError, ModelCard, card_from_json, card_to_json
from audioclf_gui.ml.objectives.single_label import SingleLabel

MEL = MelSettings(8000, 0.04, 0.02, 512, 2, 30.0, 4000.0)
ENDS = LogMelPictures(0.5, "repeat", MEL)
CARD = ModelCard(
    objective=SingleLabel(("dog", "cat")),
    architecture="r4_cnn",
    options={"widths": [4, 8]},
    front_end=ENDS,
    mean=(-50.0, -60.0),
    deviation=(12.0, 11.0),
    temperature=0.8,
    thresholds=(0.4, 0.5),
    record={"seed": 3},
    versions={"torch": "2.9"},
)
PARAMETERS = {
    "rate_hz": 8000,
    "window_s": 0.04,
    "hop_s": 0.02,
    "fft_frames": 512,
    "mels": 2,
    "low_hz": 30.0,
    "high_hz": 4000.0,
    "scale": "slaney",
    "norm": "slaney",
    "top_db": None,
    "precision": "float64",
}
DOCUMENT = {
    "format": "audioclf model",
    "version": 2,
    "objective": {"kind": "single-label", "names": ["dog", "cat"]},
    "architecture": "r4_cnn",
    "options": {"widths": [4, 8]},
    "front_end": {"kind": "log-mel", "window_s": 0.5, "pad": "repeat", "parameters": PARAMETERS},
    "normalisation": {"mean": [-50.0, -60.0], "deviation": [12.0, 11.0]},
    "temperature": 0.8,
    "thresholds": [0.4, 0.5],
    "quiet_db": -70.0,
    "record": {"seed": 3},
    "versions": {"torch": "2.9"},
}


def test_a_card_is_stored_under_the_names_that_other_programs_read():
    assert card_to_json(CARD) == DOCUMENT
    assert card_from_json(DOCUMENT) == CARD


def test_a_card_of_the_first_version_says_the_same_in_other_words():
    later = ("front_end", "objective", "quiet_db")
    rest = {name: value for name, value in DOCUMENT.items() if name not in later}
    first = {
        **rest,
        "version": 1,
        "classes": ["dog", "cat"],
        "features": {name: value for name, value in PARAMETERS.items() if name != "precision"},
        "window_s": 0.5,
        "pad": "repeat",
    }
    as_then = replace(ENDS, mel=replace(MEL, precision="float32"))
    assert card_from_json(first) == replace(CARD, front_end=as_then, quiet_db=-90.0)


def test_a_card_may_say_which_ids_its_classes_had():
    card = replace(CARD, class_ids=(7, 3))
    assert card_to_json(card) == {**DOCUMENT, "class_ids": [7, 3]}
    assert card_from_json(card_to_json(card)) == card


@pytest.mark.parametrize("class_ids", [[7], [7, 7], [7, 3, 1], ["7", "3"], [True, 2], "73"])
def test_ids_that_are_not_one_for_each_class_are_refused(class_ids):
    with pytest.raises(BadCardError):
        card_from_json({**DOCUMENT, "class_ids": class_ids})


@pytest.mark.parametrize("quiet_db", [0.1, -301.0, float("nan"), "low", None])
def test_a_level_of_silence_that_is_none_is_refused(quiet_db):
    with pytest.raises(ValueError):
        card_from_json({**DOCUMENT, "quiet_db": quiet_db})


def of_so_many(classes):
    return {"objective": SingleLabel(tuple(map(str, range(classes)))), "thresholds": (0.5,) * classes}


def of_mels(mels, **changes):
    return {
        "front_end": with_mel(mels=mels, **changes),
        "mean": (0.0,) * mels,
        "deviation": (1.0,) * mels,
    }


def with_rate(rate_hz):
    return LogMelPictures(0.5, "repeat", replace(MEL, rate_hz=rate_hz, window_s=512 / 768_000))


def with_mel(window_s=0.5, **changes):
    return LogMelPictures(window_s, "repeat", replace(MEL, **changes))


@pytest.mark.parametrize(
    ("most", "too_much"),
    [
        pytest.param(of_so_many(1), of_so_many(0), id="a class at least"),
        pytest.param(of_so_many(100_000), of_so_many(100_001), id="classes"),
        pytest.param(
            {"front_end": with_mel(600.0)},
            {"front_end": with_mel(600.1)},
            id="seconds in a window",
        ),
        pytest.param(
            {"front_end": with_mel(1 / 8000)},
            {"front_end": with_mel(0.4 / 8000)},
            id="a sample at least",
        ),
        pytest.param(
            {"front_end": with_rate(768_000)},
            {"front_end": with_rate(768_001)},
            id="sample rate",
        ),
        pytest.param(
            of_mels(64, fft_frames=2**19, hop_s=1.0), of_mels(65, fft_frames=2**19, hop_s=1.0), id="filters"
        ),
        pytest.param(
            {"front_end": with_mel((2**18 - 1) / 8000, hop_s=1 / 8000)},
            {"front_end": with_mel(2**18 / 8000, hop_s=1 / 8000)},
            id="values of a picture",
        ),
        pytest.param({"temperature": 0.001}, {"temperature": 0.000999}, id="lowest temperature"),
        pytest.param({"temperature": 1000.0}, {"temperature": 1000.1}, id="highest temperature"),
        pytest.param({"thresholds": (0.0, 1.0)}, {"thresholds": (0.0, 1.01)}, id="highest threshold"),
        pytest.param({"thresholds": (1.0, 0.0)}, {"thresholds": (1.0, -0.01)}, id="lowest threshold"),
        pytest.param({"deviation": (1e-9, 1.0)}, {"deviation": (0.0, 1.0)}, id="deviation"),
        pytest.param({"mean": (0.0, 1e9)}, {"mean": (0.0, float("inf"))}, id="mean"),
        pytest.param({"options": {"n": 65_536}}, {"options": {"n": 65_537}}, id="an option"),
        pytest.param({"options": {"n": -65_536}}, {"options": {"n": -65_537.0}}, id="a negative option"),
        pytest.param({"options": {"n": "x" * 65_536}}, {"options": {"n": "x" * 65_537}}, id="a text"),
        pytest.param({"options": {"n": [1] * 64}}, {"options": {"n": [1] * 65}}, id="a list"),
        pytest.param(
            {"options": {f"{at}": None for at in range(64)}},
            {"options": {f"{at}": None for at in range(65)}},
            id="options",
        ),
        pytest.param({"options": {"n": [1, "a"]}}, {"options": {"n": [1, 65_537]}}, id="one of a list"),
        pytest.param({"options": {"n": True}}, {"options": {"n": [1, None]}}, id="nothing in a list"),
        pytest.param({"options": {"n": (1, 2)}}, {"options": {"n": [1, [2]]}}, id="a list in a list"),
        pytest.param({"options": {}}, {"options": {"a": 1, "n": {}}}, id="a table in a table"),
        pytest.param({"options": {"n": 1.5}}, {"options": {"n": object()}}, id="something else"),
    ],
)
def test_what_any_model_may_need_is_allowed_and_no_more(most, too_much):
    replace(CARD, **most)
    with pytest.raises(BadCardError):
        replace(CARD, **too_much)


@pytest.mark.parametrize(
    "changes",
    [
        {"objective": SingleLabel(("dog", "dog"))},
        {"objective": SingleLabel(("dog", ""))},
        {"mean": (1.0,)},
        {"deviation": (1.0, 1.0, 1.0)},
        {"thresholds": (0.5,)},
        {"front_end": replace(ENDS, pad="mirror")},
    ],
)
def test_parts_that_do_not_fit_together_are_refused(changes):
    with pytest.raises(BadCardError):
        replace(CARD, **changes)


@pytest.mark.parametrize("name", [name for name in DOCUMENT if name not in {"format", "version", "quiet_db"}])
def test_every_entry_must_be_there_and_of_its_kind(name):
    with pytest.raises(BadCardError, match=f"says nothing about '{name}'"):
        card_from_json({key: value for key, value in DOCUMENT.items() if key != name})
    with pytest.raises(BadCardError, match=f"'{name}' is not a"):
        card_from_json(DOCUMENT | {name: None})


def with_parameters(name, value):
    return {"front_end": DOCUMENT["front_end"] | {"parameters": PARAMETERS | {name: value}}}


@pytest.mark.parametrize(
    "changes",
    [
        {"front_end": DOCUMENT["front_end"] | {"kind": "ear"}},
        {"front_end": DOCUMENT["front_end"] | {"kind": ["log-mel"]}},
        {"front_end": DOCUMENT["front_end"] | {"parameters": []}},
        {"front_end": DOCUMENT["front_end"] | {"window_s": "1"}},
        {"temperature": True},
        {"temperature": "1"},
        {"thresholds": [0.5, True]},
        {"thresholds": {"dog": 0.5}},
        {"objective": {"kind": "single-label", "names": ["dog", 3]}},
        {"objective": {"kind": "two-label", "names": ["dog", "cat"]}},
        {"versions": {"torch": 2}},
        with_parameters("mels", 2.0),
        with_parameters("rate_hz", True),
        with_parameters("fft_frames", 512.0),
        with_parameters("hop_s", 2.0**31 + 1.0),
    ],
)
def test_an_entry_of_another_kind_is_refused(changes):
    with pytest.raises(BadCardError):
        card_from_json(DOCUMENT | changes)


def test_whole_numbers_are_numbers():
    card = card_from_json(DOCUMENT | {"temperature": 1, "thresholds": [0, 1]})
    assert (card.temperature, card.thresholds) == (1.0, (0.0, 1.0))
    assert card_from_json(DOCUMENT | with_parameters("hop_s", 2.0**31))
