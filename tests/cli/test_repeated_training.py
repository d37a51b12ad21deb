"""The same seed, threads and device make the same model, to the last byte."""

import json
import shutil

import pytest


@pytest.fixture
def train(audioclf):
    """Train with one thread; gives the model's folder."""

    def run(project, *options):
        command = ("train", project, "--device", "cpu", "--set", "threads=1", *options, "--json")
        status, out, err = audioclf(*command)
        assert status == 0, err
        return project / json.loads(out)["bundle"]

    return run


@pytest.mark.parametrize("preset", ["fast", "forest"])
def test_a_training_that_is_repeated_elsewhere_makes_the_same_files(project, tmp_path, train, preset):
    elsewhere = tmp_path / "copy"
    shutil.copytree(project, elsewhere)
    epochs = () if preset == "forest" else ("--set", "epochs=3")
    bundles = [train(folder, "--preset", preset, "--seed", "3", *epochs) for folder in (project, elsewhere)]
    first, second = ({path.name: path.read_bytes() for path in bundle.iterdir()} for bundle in bundles)
    assert first.keys() == second.keys() >= {"bundle.json", "model.safetensors", "predictions.json"}
    assert [name for name, content in first.items() if content != second[name]] == []


def test_another_seed_makes_another_model(project, train):
    quick = ("--preset", "fast", "--set", "epochs=1", "--set", "refit=false")
    first, second = (train(project, *quick, "--seed", seed) / "model.safetensors" for seed in (1, 2))
    assert first.read_bytes() != second.read_bytes()
