"""What the numbers of a project are is kept with them, and numbers of two things are never mixed."""

import pytest

from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.quantity import UNKNOWN_QUANTITY, Quantity, quantity_of
from audioclf_gui.core.supplement import supplement

AUDIO = AudioFacts(8000, 1, 8000, "WAV")


@pytest.mark.parametrize(
    ("column", "name", "unit"),
    [
        ("snr_db", "snr", "dB"),
        ("SNR dB", "SNR", "dB"),
        ("age [years]", "age", "years"),
        ("Gewicht (kg)", "Gewicht", "kg"),
        ("wind_speed_kmh", "wind speed", "km/h"),
        ("humidity_%", "humidity", "%"),
        ("temperature_°C", "temperature", "°C"),
        ("rating", "rating", ""),
        ("signal_to_noise", "signal to noise", ""),
        ("dB", "dB", ""),
        ("(dB)", "(dB)", ""),
        ("count ()", "count", ""),
        ("3", "", ""),
    ],
)
def test_the_name_of_a_column_says_what_its_numbers_are(column, name, unit):
    assert quantity_of(column) == Quantity(name, unit, column)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "project") as project:
        yield project


def found(project, number, target, column):
    candidate = Candidate(project.folder / f"{number}.wav", target=target, quantity=quantity_of(column))
    return FoundClip(candidate, AUDIO, f"content {number}")


def test_the_quantity_comes_with_the_numbers_stays_and_goes_with_them(project):
    project.catalogue.add_clips([found(project, 1, 3.0, "snr_db")])
    snr = Quantity("snr", "dB", "snr_db")
    assert project.catalogue.view.quantity == snr
    project.close()
    with Project.open(project.folder) as again:
        assert again.catalogue.view.quantity == snr
        again.catalogue.undo()
        assert again.catalogue.view.quantity == UNKNOWN_QUANTITY
        again.catalogue.redo()
        assert again.catalogue.view.quantity == snr


def test_clips_without_numbers_say_nothing_about_the_quantity(project):
    project.catalogue.add_clips([found(project, 1, None, "age_years")])
    assert project.catalogue.view.quantity == UNKNOWN_QUANTITY
    project.catalogue.add_clips([found(project, 2, 3.0, "snr_db")])
    assert project.catalogue.view.quantity.name == "snr"


def test_numbers_of_something_else_are_refused_and_nothing_is_taken(project):
    project.catalogue.add_clips([found(project, 1, 3.0, "snr_db"), found(project, 2, None, "")])
    with pytest.raises(UserError, match="these are age in years, those that it has snr in dB"):
        project.catalogue.add_clips([found(project, 3, 40.0, "age_years")])
    with pytest.raises(UserError, match="these are age in years"):
        supplement(project.catalogue.view, [found(project, 2, 40.0, "age_years").candidate])
    assert len(project.catalogue.view.clips) == 2


def test_numbers_of_two_things_at_once_are_refused(project):
    with pytest.raises(UserError, match="one quantity"):
        project.catalogue.add_clips([found(project, 1, 3.0, "snr_db"), found(project, 2, 40.0, "age_years")])


def test_more_numbers_of_the_same_column_or_name_are_welcome(project):
    project.catalogue.add_clips([found(project, 1, 3.0, "snr_db")])
    project.catalogue.add_clips([found(project, 2, 4.0, "SNR [dB]")])
    project.catalogue.add_clips([found(project, 3, 5.0, "snr_db")])
    assert [clip.target for clip in project.catalogue.view.clips] == [3.0, 4.0, 5.0]
    assert project.catalogue.view.quantity.column == "snr_db"
