import json

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.presets import PRESETS, references
from audioclf_gui.ml.settings import describe, settings_for, settings_from_dict


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_gives_settings_that_survive_json(preset):
    settings = settings_for(preset)
    assert settings.preset == preset
    assert settings_from_dict(json.loads(json.dumps(settings.to_dict()))) == settings


def test_a_preset_sets_what_it_says_and_a_user_overrides_it():
    assert settings_for("r4").optimizer == "adam"
    assert settings_for("r4").epochs == 50
    assert settings_for("r4", epochs="7").epochs == 7
    assert settings_for("r4", epochs="auto").epochs is None


def test_every_parameter_explains_itself_and_its_default_is_within_bounds():
    names = [parameter.name for parameter in describe()]
    assert names == list(settings_for("default").to_dict())
    for parameter in describe():
        assert str(parameter.reason).endswith(".")
        if parameter.kind in (int, float):
            assert parameter.minimum is not None
            assert parameter.maximum is not None
            if parameter.default is not None:
                assert parameter.minimum <= parameter.default <= parameter.maximum


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"lerning_rate": "1e-3"}, "learning_rate"),
        ({"epochs": "0"}, "from 1"),
        ({"epochs": "2.5"}, "whole number"),
        ({"mixup": "much"}, "a number"),
        ({"mixup": float("nan")}, "a number"),
        ({"batch_size": 1}, "from 2"),
        ({"batch_size": True}, "whole number"),
        ({"device": "gpu"}, "cuda"),
        ({"decay": ""}, "cosine"),
        ({"validate": "random:2"}, "random:0.2"),
        ({"validate": "fold:"}, "fold:NAME"),
        ({"validate": "speaker"}, "group"),
        ({"mel_hop_s": 0.1, "mel_window_s": 0.05}, "mel_hop_s"),
        ({"refit": "perhaps"}, "true or false"),
        ({"refit": 1}, "true or false"),
        ({"test": "speaker 3"}, "group:NAME"),
        ({"test": "group:"}, "group:NAME"),
        ({"test": "group:a", "validate": "fold:1"}, "Leave one of them out"),
        ({"test": "fold:a", "validate": "random:0.2"}, "Leave one of them out"),
        ({"mixup": True}, "from 0 to 10."),
        ({"mixup": [1.0]}, "from 0 to 10."),
        ({"mixup": None}, "from 0 to 10."),
        ({"gain_db": "41"}, "from 0 to 40 dB."),
        ({"batch_size": 1}, "a whole number from 2 to 4096 clips."),
        ({"seed": -1}, "a whole number from 0 to 2147483648."),
        ({"architecture": 3}, "Give a text."),
        ({"mel_norm": "area"}, "Use one of: slaney, (empty)."),
        ({"zzz": 1}, "Known are: preset, objective, seed, "),
    ],
)
def test_a_wrong_name_or_value_is_refused_with_the_way_out(changes, words):
    with pytest.raises(UserError) as error:
        settings_for("default", **changes)
    assert words in str(error.value.remedy)


def test_an_unknown_preset_names_the_nearest():
    with pytest.raises(UserError) as error:
        settings_for("speach")  # codespell:ignore
    assert "speech" in str(error.value.remedy)


BOUNDS = {
    "seed": (0, 0, 2147483648),
    "threads": (None, 1, 256),
    "folds": (None, 2, 1000),
    "judging_share": (0.1, 0.01, 1.0),
    "valid_share": (0.15, 0.02, 0.45),
    "test_share": (0.15, 0.02, 0.45),
    "epochs": (None, 1, 10000),
    "max_minutes": (None, 0.01, 100000.0),
    "patience": (20, 1, 10000),
    "report_every": (None, 1, 10000),
    "cool_down": (0.15, 0.02, 0.5),
    "batch_size": (32, 2, 4096),
    "gpu_batch_size": (128, 2, 4096),
    "learning_rate": (0.003, 0.000001, 1.0),
    "warm_up": (0.15, 0.0, 0.9),
    "weight_decay": (0.02, 0.0, 1.0),
    "label_smoothing": (0.1, 0.0, 0.5),
    "ema": (0.99, 0.0, 0.9999),
    "balance": (0.5, 0.0, 1.0),
    "dropout": (0.2, 0.0, 0.9),
    "listener_rate_hz": (None, 1000, 1000000),
    "listener_window_s": (None, 0.01, 60.0),
    "rate_hz": (32000, 2000, 384000),
    "mel_window_s": (0.04, 0.002, 1.0),
    "mel_hop_s": (0.02, 0.001, 1.0),
    "mels": (64, 8, 512),
    "low_hz": (30.0, 0.0, 100000.0),
    "columns": (None, 8, 100000),
    "effort": (1.0, 0.1, 10.0),
    "width": (16, 1, 512),
    "members": (1, 1, 32),
    "summary_share": (0.2, 0.0, 0.9),
    "top_db": (None, 10.0, 200.0),
    "coefficients": (20, 1, 512),
    "trees": (300, 1, 2000),
    "max_depth": (None, 1, 1000),
    "min_split": (2, 2, 1000),
    "min_leaf": (1, 1, 1000),
    "window_s": (None, 0.05, 60.0),
    "longest_window_s": (6.0, 0.5, 60.0),
    "shift": (1.0, 0.0, 1.0),
    "gain_db": (6.0, 0.0, 40.0),
    "eq_db": (6.0, 0.0, 40.0),
    "pitch_bins": (0, 0, 32),
    "made_noise": (0.1, 0.0, 1.0),
    "noise": (0.0, 0.0, 1.0),
    "masks": (2, 0, 10),
    "mask_bins": (0.125, 0.0, 0.9),
    "mask_columns": (0.1, 0.0, 0.9),
    "mixup": (0.3, 0.0, 10.0),
}
CHOICES = {
    "keep": ("end", ("end", "accuracy", "loss")),
    "front_end": ("log-mel", ()),
    "listener": ("birdnet", ()),
    "listener_output": ("", ()),
    "listener_mel": ("", ()),
    "search": ("none", ("none", "shallow", "full")),
    "statistics": (
        "mfcc-mean,mfcc-sd,mfcc-max,mfcc-delta-mean,mfcc-delta-sd,band-mean,band-sd,band-max,band-delta-sd",
        (),
    ),
    "preset": (
        "default",
        (
            "auto",
            "default",
            "fast",
            "quality",
            "speech",
            "forest",
            "mfcc-mlp",
            "listener",
            "combined",
            *references(),
        ),
    ),
    "objective": ("auto", ("auto", "single-label", "multi-label", "regression")),
    "device": ("auto", ("auto", "cpu", "cuda")),
    "devices": ("", ()),
    "precision": ("auto", ("auto", "float32", "bfloat16")),
    "validate": ("group", ()),
    "test": ("", ()),
    "weights": ("", ()),
    "start_from": ("", ()),
    "class_weights": ("", ()),
    "background": ("off", ("off", "on")),
    "optimizer": ("adamw", ("adamw", "adam", "adadelta")),
    "decay": ("cosine", ("cosine", "linear", "none")),
    "architecture": ("ensemble", ()),
    "mel_scale": ("slaney", ("slaney", "htk")),
    "mel_norm": ("slaney", ("slaney", "")),
    "pad": ("zeros", ("zeros", "repeat")),
    "shift_mode": ("roll", ("roll", "pad")),
}
MAY_BE_UNSET = {
    "folds",
    "listener_rate_hz",
    "listener_window_s",
    "report_every",
    "threads",
    "epochs",
    "max_minutes",
    "patience",
    "columns",
    "dropout",
    "max_depth",
    "top_db",
    "window_s",
}


def test_every_parameter_has_the_default_and_the_bounds_that_users_rely_on():
    numbers = [parameter for parameter in describe() if parameter.kind in (int, float)]
    texts = [parameter for parameter in describe() if parameter.kind is str]
    assert {known.name: (known.default, known.minimum, known.maximum) for known in numbers} == BOUNDS
    assert {known.name: (known.default, known.choices) for known in texts} == CHOICES
    assert {known.name: known.default for known in describe() if known.kind is bool} == {
        "as_given": False,
        "refit": True,
        "position": True,
    }
    assert {known.name for known in describe() if known.optional} == MAY_BE_UNSET


@pytest.mark.parametrize("name", sorted(BOUNDS.keys() - {"mel_window_s", "mel_hop_s"}))
def test_a_bound_itself_may_be_chosen(name):
    _, *bounds = BOUNDS[name]
    for bound in bounds:
        assert getattr(settings_for("default", **{name: str(bound)}), name) == bound


@pytest.mark.parametrize("unset", [None, "", "auto", "none"])
def test_what_may_be_unset_is_unset_by_any_of_its_words(unset):
    settings = settings_for("default", **dict.fromkeys(MAY_BE_UNSET, unset))
    assert {name for name, value in settings.to_dict().items() if value is None} == MAY_BE_UNSET


@pytest.mark.parametrize(
    ("text", "wanted"), [("false", False), ("Yes", True), (False, False), ("off", False)]
)
def test_a_switch_is_read_from_a_command_line_too(text, wanted):
    assert settings_for("default", refit=text).refit is wanted


@pytest.mark.parametrize("validate", ["group", "fold:3", "random:0.02", "random:0.6"])
def test_every_way_to_validate_is_taken(validate):
    assert settings_for("default", validate=validate).validate == validate


@pytest.mark.parametrize("validate", ["group:1", "fold", "random", "random:0.019", "random:0.61", "random:x"])
def test_other_ways_to_validate_are_refused(validate):
    with pytest.raises(UserError, match="not a way"):
        settings_for("default", validate=validate)


def test_columns_may_touch_but_not_leave_gaps():
    assert settings_for("default", mel_hop_s=0.04, mel_window_s=0.04).mel_hop_s == 0.04


def test_a_dictionary_without_a_preset_is_of_the_default_one():
    assert settings_from_dict({"epochs": 3}) == settings_for("default", epochs=3)
    assert settings_from_dict({"preset": "r4"}) == settings_for("r4")


def test_a_reference_as_given_starts_from_its_authors_values_and_still_heeds_the_user():
    given = settings_for("r4", as_given="true", batch_size=8)
    assert (given.epochs, given.validate, given.refit, given.batch_size) == (2, "random:0.2", False, 8)
    assert settings_for("r4", as_given=True, validate="fold:3").validate == "fold:3"
    assert settings_from_dict(json.loads(json.dumps(given.to_dict()))) == given
    assert given.reference is PRESETS["r4"].as_given
    assert settings_for("r4").reference is None


def test_only_a_reference_can_be_as_given():
    with pytest.raises(UserError, match="no reference system") as error:
        settings_for("default", as_given=True)
    assert "r4" in str(error.value.remedy)
