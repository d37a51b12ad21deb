import json

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.presets import PRESETS
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
        if parameter.kind is not str:
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
