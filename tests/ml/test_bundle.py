"""A model comes back as it was saved, or not at all."""

import errno
import hashlib
import json
import os
import random
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.bundle import load_bundle, read_predictions
from audioclf_gui.ml.bundle_reading import BadBundleError
from audioclf_gui.ml.features import mel_settings
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.models import build

FILES = ("bundle.json", "model.safetensors", "vectors.safetensors")


@pytest.fixture
def folder(save_tiny, tmp_path):
    return save_tiny(tmp_path / "tiny")


def names(folder):
    return {path.name for path in folder.iterdir()}


def change(folder, edit):
    """Let `edit` change the description, and sign everything anew, as a stranger could."""
    path = folder / "bundle.json"
    description = json.loads(path.read_bytes())
    description["files"] = {
        name: hashlib.blake2b((folder / name).read_bytes(), digest_size=16).hexdigest()
        for name in description["files"]
    }
    description.pop("digest")
    edit(description)
    text = json.dumps(description, indent=1, sort_keys=True)
    description["digest"] = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    path.write_text(json.dumps(description))


def change_tensors(folder, name, edit):
    tensors = load_file(folder / name)
    edit(tensors)
    save_file(tensors, folder / name)
    change(folder, lambda description: None)


def test_a_model_comes_back_as_it_was_saved(folder):
    bundle = load_bundle(folder)
    assert bundle.folder == folder
    assert bundle.card.classes == ("dog", "cat", "owl")
    assert (bundle.card.architecture, bundle.card.options) == ("r4_cnn", {"widths": [4, 8]})
    assert bundle.card.front_end == front_end()
    assert (bundle.card.temperature, bundle.card.thresholds) == (0.8, (0.4, 0.5, 0.6))
    assert bundle.card.record == {"seed": 1, "accuracy": 0.75}
    assert bundle.card.versions.keys() == {"audioclf_gui", "numpy", "python", "safetensors", "torch"}
    assert bundle.card.versions["torch"] == torch.__version__
    assert not bundle.model.training
    assert read_predictions(folder)[0]["predicted"] == "cat"
    assert names(folder) == {*FILES, "predictions.json"}


def test_a_model_keeps_what_its_weights_learnt_from(save_tiny, tmp_path):
    learnt = frozenset({"0f" * 16, "a1" * 16})
    folder = save_tiny(tmp_path / "model", learnt=learnt, class_ids=(4, 2, 9))
    card = load_bundle(folder).card
    assert (card.learnt, card.class_ids) == (learnt, (4, 2, 9))
    (folder / "learnt.json").write_text("[]")
    with pytest.raises(BadBundleError, match=r"learnt\.json"):
        load_bundle(folder)


def test_a_model_that_does_not_say_what_it_learnt_from_takes_that_of_no_other(save_tiny, tmp_path):
    folder = save_tiny(tmp_path / "model", learnt=frozenset({"0f" * 16}))
    save_tiny(folder)
    assert load_bundle(folder).card.learnt is None


def test_the_stored_sounds_are_noise_a_rising_tone_and_clicks(folder):
    """The tone rises evenly to 2 kHz in half a second: 500 periods, a quarter of them in the first half."""
    noise, tone, clicks = load_file(folder / "vectors.safetensors")["samples"]
    assert (len(noise), float(noise.std())) == (4000, pytest.approx(0.1, rel=0.1))
    assert float(tone.abs().max()) == pytest.approx(0.5, abs=1e-3)
    crossings = torch.diff(torch.sign(tone[1:])) != 0
    assert int(crossings.sum()) == pytest.approx(1000, abs=2)
    assert int(crossings[:2000].sum()) == pytest.approx(250, abs=2)
    assert clicks.unique().tolist() == [0.0, pytest.approx(0.9)]
    assert 1 <= int((clicks > 0).sum()) <= 12  # a thousandth of them


def test_saving_leaves_the_model_in_training_and_the_random_numbers_alone(save_tiny, tmp_path):
    model = build("r4_cnn", 3, (16, 26), {"widths": [4, 8]}).train()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    state = torch.get_rng_state()
    save_tiny(tmp_path / "model", model=model)
    assert model.training
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
    assert torch.equal(state, torch.get_rng_state())


def test_numbers_that_json_lacks_become_null(save_tiny, tmp_path):
    losses = {"epochs": [{"loss": float("nan")}, {"loss": 0.5}]}
    bundle = load_bundle(save_tiny(tmp_path / "model", record=losses))
    assert bundle.card.record == {"epochs": [{"loss": None}, {"loss": 0.5}]}


def test_every_class_keeps_its_place_and_its_letters(save_tiny, tmp_path):
    classes = ("žába", "aa", "雨")
    assert load_bundle(save_tiny(tmp_path / "Модель 雨", classes=classes)).card.classes == classes


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(BadBundleError, match=name) as caught:
        load_bundle(folder)
    assert caught.value.remedy


def test_a_folder_that_is_missing_or_a_file_is_refused(tmp_path):
    with pytest.raises(UserError, match="nowhere"):
        load_bundle(tmp_path / "nowhere")
    (tmp_path / "text").write_text("not a folder")
    with pytest.raises(UserError, match="text"):
        load_bundle(tmp_path / "text")


def test_a_folder_in_the_place_of_a_file_is_refused_with_the_system_s_reason(folder):
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors").mkdir()
    reasons = "|".join(map(os.strerror, (errno.EISDIR, errno.EACCES)))
    with pytest.raises(BadBundleError, match=reasons):
        load_bundle(folder)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999])
@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_off_anywhere_is_refused(folder, name, share):
    path = folder / name
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(BadBundleError, match=name):
        load_bundle(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_anywhere_is_seen(folder, name):
    path, chance = folder / name, random.Random(name)
    whole = path.read_bytes()
    for _ in range(60):
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        try:
            load_bundle(folder)
        except BadBundleError:
            continue
        assert json.loads(changed) == json.loads(whole), "only white space may differ"


def test_changed_predictions_are_seen(folder):
    path = folder / "predictions.json"
    path.write_bytes(path.read_bytes().replace(b"cat", b"dog"))
    with pytest.raises(BadBundleError, match=r"predictions\.json"):
        read_predictions(folder)


@pytest.mark.parametrize("content", [b"", b"\x80\x00", b"[]", b"{}", b"7", b"[" * 100_000, b'{"version": 1}'])
def test_other_json_is_refused(folder, content):
    (folder / "bundle.json").write_bytes(content)
    with pytest.raises(BadBundleError, match=r"bundle\.json"):
        load_bundle(folder)


def test_an_endless_description_is_not_read(folder):
    os.truncate(folder / "bundle.json", 2**40)
    with pytest.raises(BadBundleError, match="too large"):
        load_bundle(folder)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_numbers_that_are_not_finite_are_refused(folder, number):
    path = folder / "bundle.json"
    path.write_text(path.read_text().replace('"window_s": 0.5', f'"window_s": {number}'))
    with pytest.raises(BadBundleError, match="not finite"):
        load_bundle(folder)


def test_a_newer_version_asks_for_an_update(folder):
    change(folder, lambda description: description.update(version=3))
    with pytest.raises(BadBundleError, match="version 3") as caught:
        load_bundle(folder)
    assert "Update" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("objective", "names"), []),
        (("objective", "names"), ["dog", "cat"]),
        (("objective", "names"), ["dog", "cat", "cat"]),
        (("objective", "names"), ["dog", "cat", ""]),
        (("objective", "names"), "dog"),
        (("objective", "names"), [1, 2, 3]),
        (("architecture",), "unknown"),
        (("architecture",), None),
        (("options",), {"widths": [4, 16]}),
        (("options",), {"widths": []}),
        (("options",), {"widths": "many"}),
        (("options",), {"widths": [4, -8]}),
        (("options",), {"widths": [10**12, 8]}),
        (("options",), {"widths": [60_000] * 64}),
        (("options",), {"widths": [[[[4]]]]}),
        (("options",), {"depth": 3}),
        (("options",), []),
        (("front_end", "parameters", "mels"), 64),
        (("front_end", "parameters", "mels"), 10**9),
        (("front_end", "parameters", "mels"), 16.0),
        (("front_end", "parameters", "rate_hz"), 0),
        (("front_end", "parameters", "rate_hz"), 2 * 10**9),
        (("front_end", "parameters", "fft_frames"), 2**31),
        (("front_end", "parameters", "hop_s"), 0.0),
        (("front_end", "parameters", "hop_s"), 0.000_125),
        (("front_end", "parameters", "window_s"), -1),
        (("front_end", "parameters", "scale"), "bark"),
        (("front_end",), {}),
        (("normalisation", "mean"), [0.0]),
        (("normalisation", "mean"), ["0"] * 16),
        (("normalisation", "deviation"), [0.0] * 16),
        (("normalisation", "deviation"), [-1.0] * 16),
        (("normalisation",), None),
        (("front_end", "window_s"), 0),
        (("front_end", "window_s"), 1e300),
        (("front_end", "window_s"), 10**400),
        (("front_end", "window_s"), 1.0),
        (("front_end", "window_s"), True),
        (("front_end", "pad"), "mirror"),
        (("temperature",), 0.0),
        (("temperature",), -1.0),
        (("temperature",), 1e-300),
        (("temperature",), 0.9),
        (("thresholds",), [0.5]),
        (("thresholds",), [0.5, 0.5, 1.5]),
        (("record",), []),
        (("versions",), {"torch": 2}),
        (("files",), None),
    ],
)
def test_a_stranger_cannot_make_the_description_lie(folder, path, value):
    def edit(description):
        for name in path[:-1]:
            description = description[name]
        description[path[-1]] = value

    change(folder, edit)
    with pytest.raises(BadBundleError):
        load_bundle(folder)


def entries(folder):
    return set(json.loads((folder / "bundle.json").read_bytes())) - {"digest"}


def test_a_model_that_does_not_say_what_is_silence_to_it_takes_hardly_anything_for_that(folder):
    assert load_bundle(folder).card.quiet_db == -70.0
    change(folder, lambda description: description.pop("quiet_db"))
    assert load_bundle(folder).card.quiet_db == -90.0


def test_every_entry_of_the_description_is_needed(folder):
    whole = (folder / "bundle.json").read_bytes()
    for name in entries(folder) - {"quiet_db"}:
        (folder / "bundle.json").write_bytes(whole)
        change(folder, lambda description, name=name: description.pop(name))
        with pytest.raises(BadBundleError):
            load_bundle(folder)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda tensors: tensors.pop("head.bias"), id="one missing"),
        pytest.param(lambda tensors: tensors.update(extra=torch.zeros(2)), id="one too many"),
        pytest.param(lambda tensors: tensors.update({"head.bias": torch.zeros(4)}), id="another shape"),
        pytest.param(lambda tensors: tensors.update({"head.bias": torch.zeros(3).half()}), id="another type"),
        pytest.param(lambda tensors: tensors["head.bias"].add_(0.01), id="other numbers"),
        pytest.param(lambda tensors: tensors["head.bias"].fill_(torch.nan), id="no numbers"),
    ],
)
def test_weights_that_do_not_fit_the_description_are_refused(folder, edit):
    change_tensors(folder, "model.safetensors", edit)
    with pytest.raises(BadBundleError):
        load_bundle(folder)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda tensors: tensors.pop("samples"), id="no sound"),
        pytest.param(lambda tensors: tensors.update(samples=torch.zeros(())), id="sound without a length"),
        pytest.param(
            lambda tensors: tensors.update({name: tensors[name][:0] for name in tensors}),
            id="no sounds at all",
        ),
        pytest.param(lambda tensors: tensors.update(samples=torch.zeros(3, 7)), id="sound of another length"),
        pytest.param(
            lambda tensors: tensors.update(logits=torch.zeros(3, 2)), id="another number of classes"
        ),
        pytest.param(lambda tensors: tensors["logits"].add_(0.01), id="other logits"),
        pytest.param(lambda tensors: tensors["scores"].add_(0.01), id="other scores"),
        pytest.param(lambda tensors: tensors["logits"].fill_(torch.nan), id="no numbers"),
    ],
)
def test_test_vectors_that_do_not_fit_are_refused(folder, edit):
    change_tensors(folder, "vectors.safetensors", edit)
    with pytest.raises(BadBundleError, match=r"vectors\.safetensors"):
        load_bundle(folder)


def test_no_memory_is_taken_on_the_word_of_a_header(folder):
    header = json.dumps(
        {"head.bias": {"dtype": "F32", "shape": [2**40], "data_offsets": [0, 2**42]}}
    ).encode()
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)
    change(folder, lambda description: None)
    with pytest.raises(BadBundleError, match=r"model\.safetensors"):
        load_bundle(folder)


def test_a_pickle_is_not_opened(folder, tmp_path):
    class Trap:
        def __reduce__(self):
            return (Path.touch, (tmp_path / "sprung",))

    torch.save({"head.bias": Trap()}, folder / "model.safetensors")
    change(folder, lambda description: None)
    with pytest.raises(BadBundleError):
        load_bundle(folder)
    assert not (tmp_path / "sprung").exists()


def test_a_model_without_numbers_is_not_saved_over_a_good_one(save_tiny, folder):
    broken = build("r4_cnn", 3, (16, 26), {"widths": [4, 8]})
    torch.nn.init.constant_(broken.head.bias, torch.nan)
    with pytest.raises(BadBundleError, match="not numbers"):
        save_tiny(folder, model=broken)
    assert load_bundle(folder).card.record["seed"] == 1


def front_end(window_s=0.5, pad="repeat"):
    return LogMelPictures(window_s, pad, mel_settings(8000, mels=16))


@pytest.mark.parametrize(
    "changes",
    [
        {"deviation": (0.0,) * 16},
        {"thresholds": (0.5,)},
        {"classes": ("a", "a", "b")},
        {"front_end": front_end(pad="")},
        {"front_end": front_end(window_s=0.0)},
    ],
)
def test_parts_that_contradict_each_other_are_not_saved(save_tiny, tmp_path, changes):
    with pytest.raises(ValueError):
        save_tiny(tmp_path / "model", **changes)
    assert not any(tmp_path.iterdir())


class PowerCutError(BaseException):
    """Ends everything at once, as a power cut does; nothing may catch it and go on."""


@pytest.mark.parametrize("survives", [False, True], ids=["process is gone", "process can still clean up"])
def test_a_cut_at_any_step_leaves_the_old_or_the_new_model(save_tiny, tmp_path, monkeypatch, survives):
    """Every change of the disk is made to fail in turn; without cleaning up, all later ones fail too."""
    whole = tmp_path / "whole"
    save_tiny(whole, seed=1)
    for step in range(1, 100):
        folder = tmp_path / f"step {step}" / "model"
        shutil.copytree(whole, folder)
        taken = []
        with monkeypatch.context() as patch:
            for owner, name in [
                (os, "fsync"),
                (Path, "mkdir"),
                (Path, "rename"),
                (Path, "unlink"),
                (Path, "rmdir"),
                (shutil, "rmtree"),
            ]:
                patch.setattr(owner, name, failing(getattr(owner, name), taken, step, survives))
            try:
                save_tiny(folder, seed=2)
                finished = True
            except PowerCutError:
                finished = False
        assert load_bundle(folder).card.record["seed"] in ((2,) if finished else (1, 2))
        save_tiny(folder, seed=3)
        assert load_bundle(folder).card.record["seed"] == 3
        assert names(folder.parent) == {"model"}
        if finished:
            break
    assert finished
    assert step > 10


def failing(act, taken, step, survives):
    def replacement(*args, **kwargs):
        taken.append(act)
        if len(taken) == step or (len(taken) > step and not survives):
            raise PowerCutError
        return act(*args, **kwargs)

    return replacement


def test_replacing_leaves_nothing_behind_and_keeps_what_others_put_there(save_tiny, folder):
    (folder / "notes.txt").write_text("the good one")
    save_tiny(folder, seed=2)
    assert load_bundle(folder).card.record["seed"] == 2
    assert (folder / "notes.txt").read_text() == "the good one"
    assert names(folder.parent) == {"tiny"}


def test_a_folder_with_other_things_is_not_replaced(save_tiny, tmp_path):
    (tmp_path / "thesis.txt").write_text("the only copy")
    with pytest.raises(UserError, match="not a model"):
        save_tiny(tmp_path)
    assert names(tmp_path) == {"thesis.txt"}
