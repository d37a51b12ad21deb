"""The sound of labels as files: samples of the recording, in folders that come back as the same classes."""

import csv
from dataclasses import replace

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.play_settings import PlaySettings
from audioclf_gui.audio.stretches import SoundFormat
from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.naming import with_classes
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.core.track import MAIN_TRACK, Track
from audioclf_gui.formats.datasets.folders import folders
from audioclf_gui.jobs.export_sounds import TABLE, ExportSounds, export_sounds
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.writing import carry_out

from .conftest import collected

RATE_HZ = 44100
START, STOP = 4410, 13231  # frames; an odd number of bytes in 8 and 24 bits


def labelled(project, labels, names=()):
    """Give the labels to the clips; a number in the place of a class is that of its name."""
    view = project.catalogue.view
    classes = with_classes(view.classes, names, view.last_class_id)
    ids = [None, *(next(one.id for one in classes if one.name == name) for name in names)]
    tracks = (MAIN_TRACK, *{Track(one.track) for some in labels.values() for one in some if one.track})
    change = Change(
        labels={
            clip_id: tuple(replace(one, class_id=ids[one.class_id or 0]) for one in some)
            for clip_id, some in labels.items()
        },
        classes=classes,
        tracks=tracks,
    )
    project.catalogue.apply(Text("label"), change)


def exported(project, folder, **how):
    return collected(export_sounds(ExportSounds(folder, project.catalogue.view.clips, **how), project.view()))


def project_of(tmp_path, path):
    project = Project.create(tmp_path / "of one")
    carry_out(import_clips(ImportClips((Candidate(path),)), project.view()), project)
    (clip,) = project.catalogue.view.clips
    labelled(project, {clip.id: (Label(1, START / RATE_HZ, STOP / RATE_HZ),)}, ["song"])
    return project


@pytest.mark.parametrize("channels", [1, 2, 5])
@pytest.mark.parametrize(
    ("container", "subtype", "kind"),
    [
        ("WAV", "PCM_U8", "int16"),
        ("WAV", "PCM_16", "int16"),
        ("WAV", "PCM_24", "int32"),
        ("WAV", "PCM_32", "int32"),
        ("WAV", "FLOAT", "float32"),
        ("WAV", "DOUBLE", "float64"),
        ("WAV", "ULAW", "int16"),
        ("AIFF", "PCM_S8", "int16"),
        ("FLAC", "PCM_16", "int16"),
        ("FLAC", "PCM_24", "int32"),
    ],
)
@pytest.mark.parametrize("wanted", list(SoundFormat))
def test_the_samples_are_those_of_the_recording(tmp_path, container, subtype, kind, channels, wanted):
    rng = np.random.default_rng(0)
    path = tmp_path / f"night.{container.lower()}"
    sound = rng.uniform(-1.4, 1.4, (RATE_HZ // 2, channels))  # floats beyond full scale stay as they are
    is_float = kind.startswith("float")
    sf.write(path, sound if is_float else np.clip(sound, -1, 0.99), RATE_HZ, subtype, format=container)
    with project_of(tmp_path, path) as project:
        (written,) = exported(project, tmp_path / "out", format=wanted).result.sounds
    expected, _ = sf.read(path, dtype=kind, always_2d=True)
    found, rate_hz = sf.read(written.path, dtype=kind, always_2d=True)
    assert rate_hz == RATE_HZ
    assert found.dtype == kind
    assert found.tobytes() == expected[START:STOP].tobytes()
    is_flac = wanted is SoundFormat.FLAC and kind != "float32" and subtype not in {"DOUBLE", "PCM_32"}
    assert sf.info(written.path).format == ("FLAC" if is_flac else "WAV")
    as_wide = {"ULAW": "PCM_16", "PCM_S8": "PCM_U8"}.get(subtype, subtype)
    assert sf.info(written.path).subtype == ("PCM_S8" if is_flac and as_wide == "PCM_U8" else as_wide)


def test_what_flac_cannot_hold_is_written_as_wav_and_said(tmp_path):
    path = tmp_path / "a.wav"
    sf.write(path, np.zeros((RATE_HZ, 1), np.float32), RATE_HZ, "FLOAT")
    with project_of(tmp_path, path) as project:
        done = exported(project, tmp_path / "out", format=SoundFormat.FLAC).result
    assert done.sounds[0].path.suffix == ".wav"
    assert [str(note) for note in done.notes] == [
        "1 sound is written as WAV, as FLAC has no room for its kind of samples, rate or channels."
    ]


def test_each_class_has_a_folder_and_a_table_tells_where_the_files_are_from(project, ids, tmp_path):
    labels = {
        ids["dog-0"]: (Label(1, 0.25, 0.375, 100.0, 900.0), Label(2, 0.125, 0.25)),
        ids["new-0"]: (Label(None, 0.0, 0.125), Label(1)),
    }
    labelled(project, {**labels, ids["dog-1"]: (), ids["dog-2"]: ()}, ["bark", "song"])
    out = tmp_path / "out"
    done = exported(project, out).result
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*"))
    assert files == [
        "bark/dog-0_0.250-0.375_bark.wav",
        "bark/new-0_0.000-0.500_bark.wav",
        "new-0_0.000-0.125.wav",
        "song/dog-0_0.125-0.250_song.wav",
        "sounds.csv",
        "wren/wren-0_0.000-0.500_wren.wav",
        "wren/wren-1_0.000-0.500_wren.wav",
    ]
    with (out / TABLE).open(encoding="utf-8", newline="") as file:
        rows = {row["file"]: row for row in csv.DictReader(file)}
    assert sorted(rows) == [name for name in files if name != TABLE]
    row = rows["bark/dog-0_0.250-0.375_bark.wav"]
    assert row["class"] == "bark"
    assert (row["cut_from_s"], row["cut_to_s"], row["low_hz"], row["high_hz"]) == (
        *("0.250000", "0.375000"),
        *("100", "900"),
    )
    assert row["recording"] == project.catalogue.view.clip(ids["dog-0"]).path
    assert done.notes == done.kept == done.refused == ()


def test_the_files_come_back_as_the_classes_that_they_went_as(project, ids, tmp_path):
    names = ["bark", "a/b", "con", "Bark", "été", "train"]
    labels = tuple(Label(number + 1, 0.05 * number, 0.05 * number + 0.05) for number in range(len(names)))
    labelled(project, {ids["new-0"]: labels}, names)
    out = tmp_path / "out"
    done = exported(project, out).result
    back = {one.path: one.class_name for one in folders(out, [one.path for one in done.sounds]).candidates}
    went = {one.path: one.class_name for one in done.sounds}
    strange = {name for path, name in went.items() if back[path] != name}
    assert strange <= {"a/b", "con", "Bark", "train"}
    (note,) = done.notes
    assert all(f"“{name}”" in str(note) for name in strange)
    assert str(note).endswith("import the sounds by the columns file and class of sounds.csv.")


def test_moments_have_no_sound_but_with_a_margin(project, ids, tmp_path):
    labels = (Label(1, 0.25, 0.25), Label(1, 0.1, 0.2), Label(1, 7.0, 8.0))
    labelled(project, {ids["new-0"]: labels}, ["tick"])
    done = exported(project, tmp_path / "out", classes=("tick",)).result
    assert [one.start_s for one in done.sounds] == [0.1]
    assert str(done.notes[0]).startswith("2 labels are left out, as they are moments or behind")
    done = exported(project, tmp_path / "wide", classes=("tick",), margin_s=0.15).result
    assert [(one.start_s, one.end_s) for one in done.sounds] == [(0.0, 0.35), (0.1, 0.4)]
    assert sf.info(done.sounds[1].path).frames == round(0.3 * 8000)


def test_only_what_is_chosen_is_written(project, ids, tmp_path):
    labels = (Label(1, 0.0, 0.1, track="mine"), Label(2, 0.1, 0.2, track="mine"), Label(1, 0.2, 0.3))
    labelled(project, {ids["new-0"]: labels}, ["bark", "song"])
    chosen = exported(project, tmp_path / "a", classes=("bark",), tracks=("mine",)).result.sounds
    assert [one.start_s for one in chosen] == [0.0]
    assert [one.start_s for one in exported(project, tmp_path / "b", tracks=("labels",)).result.sounds] == [
        0.2
    ]
    for how in ({"classes": ("owl",)}, {"tracks": ("owl",)}):
        with pytest.raises(UserError, match="“owl”") as refused:
            exported(project, tmp_path / "c", **how)
        assert "There are:" in str(refused.value.remedy)


def test_nothing_that_is_there_is_lost(project, ids, tmp_path):
    labelled(project, {ids["new-0"]: (Label(1, 0.0, 0.1),)}, ["tick"])
    out = tmp_path / "out"
    (first,) = exported(project, out, classes=("tick",)).result.sounds
    assert exported(project, out, classes=("tick",)).result.kept == ()
    first.path.write_bytes(b"somebody's own")
    done = exported(project, out, classes=("tick",)).result
    assert done.sounds[0].path == first.path
    assert [path.read_bytes() for path in done.kept] == [b"somebody's own"]


def test_two_labels_of_one_stretch_and_namesakes_have_files_of_their_own(project, ids, tmp_path):
    labels = (Label(1, 0.0, 0.1), Label(1, 0.0, 0.1, track="mine"))
    labelled(project, {ids["new-0"]: labels}, ["tick"])
    done = exported(project, tmp_path / "out", classes=("tick",)).result
    assert [one.path.name for one in done.sounds] == [
        "new-0_0.000-0.100_tick.wav",
        "new-0_0.000-0.100_tick 2.wav",
    ]


def test_clips_that_cannot_be_read_are_named_and_the_others_written(project, sounds, tmp_path):
    (sounds / "dog-0.wav").unlink()
    sf.write(sounds / "dog-1.wav", np.zeros((100, 2)), 16000)
    done = exported(project, tmp_path / "out").result
    assert [one.path.name for one in done.refused] == ["dog-0.wav", "dog-1.wav"]
    assert "not those that it was imported with" in str(done.refused[1].reason)
    assert [one.clip.name for one in done.sounds] == ["dog-2.wav", "wren-0.wav", "wren-1.wav"]


def test_whoever_ends_it_has_whole_files_and_their_table(project, tmp_path):
    out = tmp_path / "out"
    job = export_sounds(ExportSounds(out, project.catalogue.view.clips), project.view())
    while next(job) != Progress(2, 5):
        pass
    job.close()
    rows = (out / TABLE).read_text("utf-8").splitlines()[1:]
    assert len(rows) == 2
    assert sorted(path.name for path in out.rglob("*.*") if path.suffix != ".csv") == sorted(
        row.partition(",")[0].rpartition("/")[2] for row in rows
    )


def test_a_stretch_alone_is_written_without_class_and_table(project, ids, tmp_path):
    clip = project.catalogue.view.clip(ids["dog-0"])
    request = ExportSounds(tmp_path / "out", (clip,), span_s=(0.1, 0.2))
    done = collected(export_sounds(request, project.view())).result
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["dog-0_0.100-0.200.wav"]
    assert sf.info(done.sounds[0].path).frames == 800
    assert done.notes == ()


def test_a_folder_that_cannot_be_written_is_an_error_with_a_remedy(project, tmp_path):
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(UserError, match="cannot be written") as refused:
        exported(project, tmp_path / "out")
    assert "Move or rename" in str(refused.value.remedy)


def bat(tmp_path):
    """A project with one call of 40 kHz, on the second of two channels, with a label around it."""
    rate_hz, path = 192_000, tmp_path / "bat.wav"
    call = 0.5 * np.sin(2 * np.pi * 40_000 * np.arange(rate_hz) / rate_hz)
    sf.write(path, np.stack([0.0 * call, call], axis=1), rate_hz)
    project = Project.create(tmp_path / "bats")
    carry_out(import_clips(ImportClips((Candidate(path),)), project.view()), project)
    (clip,) = project.catalogue.view.clips
    labelled(project, {clip.id: (Label(1, 0.25, 0.75),)}, ["call"])
    return project


@pytest.mark.parametrize(
    ("heard", "seconds", "hertz"),
    [
        (PlaySettings(0.1, channel=1), 5.0, 4000.0),
        (PlaySettings(heterodyne=True, carrier_hz=38_000.0, channel=1), 0.5, 2000.0),
        (PlaySettings(0.5, keeps_pitch=True, heterodyne=True, carrier_hz=38_000.0, channel=1), 1.0, 2000.0),
    ],
    ids=["as a tape", "heterodyned", "both"],
)
@pytest.mark.parametrize("wanted", list(SoundFormat))
def test_sounds_are_written_as_they_are_heard(tmp_path, heard, seconds, hertz, wanted):
    with bat(tmp_path) as project:
        done = exported(project, tmp_path / "out", format=wanted, heard=heard).result
    (written,) = done.sounds
    assert "as they are heard" in str(done.notes[0])
    sound, rate_hz = sf.read(written.path)
    assert (rate_hz, sound.ndim) == (48_000, 1)
    assert len(sound) / rate_hz == pytest.approx(seconds, abs=0.001)
    middle = sound[len(sound) // 4 : -len(sound) // 4]
    strongest = np.argmax(np.abs(np.fft.rfft(middle * np.hanning(len(middle)))))
    assert strongest * rate_hz / len(middle) == pytest.approx(hertz, rel=0.01)
    assert np.abs(middle).max() == pytest.approx(0.5, rel=0.05)
    (row,) = csv.DictReader((tmp_path / "out" / TABLE).open())
    assert (row["rate_hz"], row["channels"], row["samples"]) == ("48000", "1", "16 bit")
    assert (row["cut_from_s"], row["cut_to_s"]) == ("0.250000", "0.750000")


def test_all_channels_are_written_as_they_are_heard_unless_one_is_chosen(tmp_path):
    with bat(tmp_path) as project:
        done = exported(project, tmp_path / "out", heard=PlaySettings(0.1)).result
    sound, _ = sf.read(done.sounds[0].path)
    assert sound.shape[1] == 2
    assert np.abs(sound[:, 0]).max() < 0.001 < 0.4 < np.abs(sound[:, 1]).max()
