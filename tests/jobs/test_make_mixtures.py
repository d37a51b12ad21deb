"""Mixtures of labelled sounds as a project: made, gone on with, labelled, ready to train on."""

import csv
import json
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import read_mono, write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.mixtures import Background, Learnt, MixtureSettings, Placement
from audioclf_gui.core.project import Project
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.jobs.make_mixtures import EVENTS, MakeMixtures, make_mixtures, outline_mixtures
from audioclf_gui.jobs.mixture_records import JOURNAL
from audioclf_gui.jobs.preview_mixture import PreviewMixture, preview_mixture
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.objective_choice import data_to_learn
from audioclf_gui.ml.settings import settings_for
from audioclf_gui.ml.splits import make_split

RATE_HZ = 8000
PITCHES_HZ = {"low": 300, "high": 2000}
FEW = MixtureSettings(
    mixtures=(4, 2, 2), length_s=(2.0, 2.0), events_per_min=(90.0, 90.0), pause_s=(0.0, 0.3)
)


def tone(path: Path, hz: float, seconds: float = 0.3) -> Path:
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    write_wav(path, (0.2 * np.sin(2 * np.pi * hz * time_s)).astype(np.float32), RATE_HZ)
    return path


@pytest.fixture(scope="session")
def voices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each class, in it a tone of each of five speakers, none like the other."""
    folder = tmp_path_factory.mktemp("voices")
    for name, hz in PITCHES_HZ.items():
        for speaker in range(5):
            tone(folder / name / f"speaker{speaker}.wav", hz + 10 * speaker)
    return folder


def view_of(tmp_path: Path, *wanted: Candidate):
    with Project.create(tmp_path / "sounds") as project:
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
        return project.catalogue.view


@pytest.fixture
def view(tmp_path, voices):
    """The same clips in a project, each with its speaker."""
    return view_of(
        tmp_path, *(Candidate(path, path.parent.name, group=path.stem) for path in voices.rglob("*.wav"))
    )


def made(request: MakeMixtures):
    return carry_out(make_mixtures(request), None)


def files_of(folder: Path) -> dict[str, bytes]:
    """What lies there, without the project and the journal, whose order is that of the work."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".audioclf" not in path.name and path.name != JOURNAL
    }


@pytest.mark.slow
def test_a_run_that_was_killed_is_gone_on_with(tmp_path, voices):
    command = [sys.executable, "-m", "audioclf_gui", "synth", str(voices), str(tmp_path / "killed")]
    options = ["--mixtures", "30", "5", "5", "--length-s", "4", "--events-per-min", "90"]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True) as process:
        assert any("mixing: 4 of 40" in line for line in process.stderr)
        process.kill()
    settings = MixtureSettings(mixtures=(30, 5, 5), length_s=(4.0, 4.0), events_per_min=(90.0, 90.0))
    done = made(MakeMixtures(voices, tmp_path / "killed", settings))
    assert 4 <= done.kept < 40
    made(MakeMixtures(voices, tmp_path / "whole", settings))
    assert files_of(tmp_path / "killed") == files_of(tmp_path / "whole")


def test_mixtures_are_a_project_whose_folds_share_no_speaker(view, tmp_path):
    done = made(MakeMixtures(view, tmp_path / "mixed", FEW))
    rows = list(csv.DictReader((tmp_path / "mixed/events.csv").open(encoding="utf-8")))
    speakers = {subset: {row["group"] for row in rows if row["subset"] == subset} for subset in done.mixtures}
    assert all(speakers.values())
    assert not speakers["train"] & speakers["valid"]
    assert not speakers["train"] & speakers["test"]
    assert not speakers["valid"] & speakers["test"]
    with Project.open(done.file) as project:
        mixed = project.catalogue.view
        assert [clip.fold for clip in mixed.clips] == ["train"] * 4 + ["valid"] * 2 + ["test"] * 2
        assert {known.name for known in mixed.classes} == {"low", "high"}
        assert sum(len(mixed.labels(clip.id)) for clip in mixed.clips) == done.events == len(rows)
        settings = settings_for("fast")
        data = data_to_learn(mixed, settings)
        split = make_split(data, "group")
    assert [{data.examples[at].fold for at in part} for part in (split.train, split.valid, split.test)] == [
        {"train"},
        {"valid"},
        {"test"},
    ]


def test_what_is_labelled_is_what_sounds(view, tmp_path):
    settings = replace(
        FEW, placement=Placement.SEQUENTIAL, background=Background.NONE, rt60_s=(0.0, 0.0), speed=(1.0, 1.0)
    )
    done = made(MakeMixtures(view, tmp_path / "mixed", settings, SoundFormat.WAV))
    for track in sorted((tmp_path / "mixed").rglob("*.labels.txt")):
        samples = read_mono(track.with_name(track.name.replace(".labels.txt", ".wav")))
        heard = np.zeros(len(samples), bool)
        regions = read_label_file(track).labels.regions
        assert regions
        for region in regions:
            part = slice(round(region.start_s * RATE_HZ), round(region.end_s * RATE_HZ))
            heard[part] = True
            spectrum = np.abs(np.fft.rfft(samples[part] * np.hanning(part.stop - part.start)))
            loudest_hz = spectrum.argmax() * RATE_HZ / (part.stop - part.start)
            assert PITCHES_HZ[region.text] - 10 <= loudest_hz <= PITCHES_HZ[region.text] + 60
        assert not samples[~heard].any()
    assert done.kept == 0


@pytest.mark.parametrize("kind", SoundFormat)
def test_the_same_seed_gives_the_same_bytes_and_another_gives_others(view, tmp_path, kind):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        made(MakeMixtures(view, tmp_path / name, replace(FEW, seed=seed), kind))
    first, same, other = (files_of(tmp_path / name) for name in "abc")
    assert first == same
    sounds = [name for name in first if name.endswith(kind)]
    assert len(sounds) == 8
    assert not any(first[name] == other[name] for name in sounds)


def test_an_interrupted_run_is_gone_on_with_and_comes_to_the_same(view, tmp_path):
    whole, begun = (MakeMixtures(view, tmp_path / name, FEW) for name in ("whole", "begun"))
    made(whole)
    with closing(make_mixtures(begun)) as steps:
        for progress in steps:
            if progress.total == 8 and progress.done == 3:
                break
    journal = tmp_path / "begun" / JOURNAL
    first, second = journal.read_text().splitlines()[:2]
    (tmp_path / "begun" / json.loads(first)["file"]).write_bytes(b"half")
    (tmp_path / "begun" / json.loads(second)["file"]).unlink()
    journal.write_text(journal.read_text() + '{"name": "train-0')
    done = made(begun)
    assert done.kept == 1
    assert files_of(tmp_path / "begun") == files_of(tmp_path / "whole")


def test_a_process_that_died_while_it_made_the_project_is_gone_on_with(view, tmp_path):
    request = MakeMixtures(view, tmp_path / "mixed", FEW)
    with closing(make_mixtures(request)) as steps, suppress(StopIteration):
        while next(steps).done < 8:
            pass
    Project.create(tmp_path / "mixed").close()
    done = made(request)
    assert done.kept == 8
    with Project.open(done.file) as project:
        assert len(project.catalogue.view.clips) == 8


def test_a_folder_of_something_else_is_left_alone(view, tmp_path):
    done = made(MakeMixtures(view, tmp_path / "mixed", FEW))
    with pytest.raises(UserError, match="holds a project already"):
        made(MakeMixtures(view, tmp_path / "mixed", FEW))
    done.file.unlink()
    with pytest.raises(UserError, match="other settings"):
        made(MakeMixtures(view, tmp_path / "mixed", replace(FEW, snr_db=(0.0, 1.0))))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/song.wav").write_bytes(b"x")
    with pytest.raises(UserError, match="holds other things"):
        made(MakeMixtures(view, tmp_path / "mine", FEW))
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["song.wav"]


def test_whole_mixtures_are_learnt_with_their_classes_and_the_events_stay_visible(view, tmp_path):
    settings = replace(FEW, learnt=Learnt.CLIPS, one_class=True)
    done = made(MakeMixtures(view, tmp_path / "mixed", settings))
    with Project.open(done.file) as project:
        mixed = project.catalogue.view
        data = data_to_learn(mixed, settings_for("fast"))
        assert data.objective == "single-label"
        assert len(data.examples) == 8
        assert {example.duration_s for example in data.examples} == {2.0}
        assert mixed.unlearnt == {EVENTS}
        assert all(any(one.track == EVENTS for one in mixed.labels(clip.id)) for clip in mixed.clips)


def test_events_over_each_other_are_learnt_as_sets_of_classes(view, tmp_path):
    settings = replace(FEW, placement=Placement.OVERLAPPING, events_per_min=(600.0, 600.0))
    done = made(MakeMixtures(view, tmp_path / "mixed", settings))
    with Project.open(done.file) as project:
        data = data_to_learn(project.catalogue.view, settings_for("fast"))
    assert data.objective == "multi-label"
    assert any(len(example.classes) == 2 for example in data.examples)


def test_mixtures_that_share_no_speaker_are_groups_of_their_own(tmp_path, voices):
    """So that intervals count independent examples."""
    settings = replace(FEW, mixtures=(2, 2, 6), events_per_min=(1.0, 1.0), shares=(0.2, 0.2, 0.6))
    done = made(MakeMixtures(voices, tmp_path / "mixed", settings))
    rows = list(csv.DictReader((tmp_path / "mixed/events.csv").open(encoding="utf-8")))
    heard = {row["file"]: row["group"] for row in rows}
    with Project.open(done.file) as project:
        clips = [clip for clip in project.catalogue.view.clips if clip.fold == "test"]
    for one in clips:
        for other in clips:
            assert (one.group == other.group) == (heard[one.path] == heard[other.path])


def test_a_folder_with_a_folder_for_each_class_will_do(voices, tmp_path):
    request = MakeMixtures(voices, tmp_path / "mixed", FEW)
    outlined = carry_out(outline_mixtures(request), None)
    assert sum(outlined.groups.values()) == 10
    assert outlined.classes == ("high", "low")
    assert outlined.rate_hz == RATE_HZ
    assert "8 mixtures of 2 s at 8000 Hz, from 10 groups" in str(outlined.text)
    assert not (tmp_path / "mixed").exists()
    assert made(request).events


def test_recordings_of_a_folder_sound_behind(view, tmp_path):
    rng = np.random.default_rng(1)
    for number in range(3):
        noise = rng.standard_normal(3 * RATE_HZ).astype(np.float32) * 0.1
        write_wav(tmp_path / f"rain/{number}.wav", noise, RATE_HZ)
    (tmp_path / "rain/broken.wav").write_bytes(b"RIFF....WAVE")
    settings = replace(FEW, background=Background.FILES)
    done = made(MakeMixtures(view, tmp_path / "mixed", settings, background=tmp_path / "rain"))
    lines = [json.loads(line) for line in (tmp_path / "mixed/mixtures.jsonl").read_text().splitlines()]
    behind = {
        subset: {one["background"]["source"] for one in lines if one["subset"] == subset}
        for subset in done.mixtures
    }
    assert sum(map(len, behind.values())) == len(set().union(*behind.values())) == 3
    assert all(one["snr_db"] == pytest.approx(one["background"]["snr_db"], abs=0.1) for one in lines)
    assert [one.path.name for one in done.refused] == ["broken.wav"]
    with pytest.raises(UserError, match="no folder of recordings"):
        made(MakeMixtures(view, tmp_path / "more", settings))


def test_loud_mixtures_are_lowered_and_that_is_told(view, tmp_path):
    settings = replace(FEW, gain_db=(35.0, 40.0))
    done = made(MakeMixtures(view, tmp_path / "mixed", settings))
    assert any("made quieter to keep their peaks at -1 dB" in str(note) for note in done.notes)
    peaks = [np.abs(read_mono(path)).max() for path in (tmp_path / "mixed/audio").rglob("*.flac")]
    assert max(peaks) == pytest.approx(10 ** (-1 / 20), abs=0.001)


def test_a_label_in_which_another_class_sounds_is_not_used(tmp_path):
    wanted = [
        Candidate(
            tone(tmp_path / f"{at}.wav", 300 + at, 1.0),
            group=f"{at}",
            regions=(Region(0.0, 0.5, "low"), Region(0.4, 0.9, "high")) if at else (Region(0.1, 0.3, "low"),),
        )
        for at in range(4)
    ]
    with pytest.raises(UserError, match="1 group of sounds cannot be dealt out to 3 subsets"):
        carry_out(outline_mixtures(MakeMixtures(view_of(tmp_path, *wanted), tmp_path / "mixed", FEW)), None)
    settings = replace(FEW, mixtures=(2, 0, 0))
    request = MakeMixtures(view_of(tmp_path / "again", *wanted), tmp_path / "mixed", settings)
    outlined = carry_out(outline_mixtures(request), None)
    assert outlined.classes == ("low",)
    assert any("6 labels are not used" in str(note) for note in outlined.notes)


def test_copies_of_a_sound_stay_in_one_subset_whatever_their_groups_are_called(tmp_path):
    wanted = [
        Candidate(tone(tmp_path / f"{at}-{copy}.wav", 300 + 50 * at), "low", group=f"{at}-{copy}")
        for at in range(4)
        for copy in "ab"
    ]
    outlined = carry_out(
        outline_mixtures(MakeMixtures(view_of(tmp_path, *wanted), tmp_path / "m", FEW)), None
    )
    assert sum(outlined.groups.values()) == 4


def test_lower_sampling_rates_are_told(view, tmp_path):
    outlined = carry_out(
        outline_mixtures(MakeMixtures(view, tmp_path / "m", replace(FEW, rate_hz=22_050))), None
    )
    assert outlined.rate_hz == 22_050
    assert any("10 sounds have a lower sampling rate" in str(note) for note in outlined.notes)


def test_sounds_that_are_gone_are_listed_and_the_rest_is_used(view, tmp_path, voices):
    moved = tmp_path / "moved"
    moved.mkdir()
    gone = voices / "low/speaker0.wav"
    gone.rename(moved / "speaker0.wav")
    try:
        outlined = carry_out(outline_mixtures(MakeMixtures(view, tmp_path / "m", FEW)), None)
    finally:
        (moved / "speaker0.wav").rename(gone)
    assert [one.path.name for one in outlined.refused] == ["speaker0.wav"]


def test_nothing_to_mix_is_said(tmp_path):
    with pytest.raises(UserError, match="no labelled sounds"):
        carry_out(outline_mixtures(MakeMixtures(view_of(tmp_path), tmp_path / "m", FEW)), None)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="nothing in empty says"):
        carry_out(outline_mixtures(MakeMixtures(tmp_path / "empty", tmp_path / "m", FEW)), None)


@pytest.mark.parametrize("ending", ["wav", "flac"])
def test_a_mixture_can_be_heard_before_and_is_the_one_that_will_be_made(view, tmp_path, ending):
    request = MakeMixtures(view, tmp_path / "mixed", FEW, SoundFormat(ending))
    heard = carry_out(preview_mixture(PreviewMixture(request, tmp_path / f"one.{ending}", number=2)), None)
    assert not (tmp_path / "mixed").exists()
    made(request)
    will_be = tmp_path / f"mixed/audio/train/train-00002.{ending}"
    assert (tmp_path / f"one.{ending}").read_bytes() == will_be.read_bytes()
    track = will_be.with_name("train-00002.labels.txt")
    assert (tmp_path / "one.labels.txt").read_bytes() == track.read_bytes()
    assert [region.text for region in heard.regions] == [
        region.text for region in read_label_file(track).labels.regions
    ]


def test_a_preview_keeps_what_was_there_and_knows_its_endings(view, tmp_path):
    request = MakeMixtures(view, tmp_path / "mixed", FEW)
    (tmp_path / "mine.wav").write_bytes(b"mine")
    heard = carry_out(preview_mixture(PreviewMixture(request, tmp_path / "mine.wav")), None)
    assert [path.read_bytes() for path in heard.kept] == [b"mine"]
    with pytest.raises(UserError, match=r"neither \.wav nor \.flac"):
        carry_out(preview_mixture(PreviewMixture(request, tmp_path / "mine.mp3")), None)
