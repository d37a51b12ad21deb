"""Clips whose files have gone or hold something else by now are not learnt from."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio import files
from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.ml import file_check
from audioclf_gui.ml.dataset import Example, TrainingData
from audioclf_gui.ml.events import ClipRefused
from audioclf_gui.ml.file_check import check_files
from audioclf_gui.ml.grouping import together
from audioclf_gui.ml.silence import with_quiet_level


def write(path, seed):
    write_wav(path, np.random.default_rng(seed).normal(0.0, 0.1, 800).astype(np.float32), 8000)


@pytest.fixture
def data(tmp_path):
    """Three clips each of cat and dog, of which the first has a second stretch."""
    examples = []
    for at in range(6):
        path = tmp_path / f"{at}.wav"
        write(path, at)
        examples.append(Example(ClipId(at), path, content_hash(path), at % 2, f"{at}", "", 0.0, 0.1, 8000))
    examples.append(examples[0])
    return TrainingData(("cat", "dog"), (1, 2), tuple(examples))


@pytest.fixture
def checked(data, tmp_path):
    """What is left of the data, and what is said of each other clip."""

    def check():
        told = []
        left, refused = result_of(check_files(data, tmp_path, tmp_path / "cache"), told.append)
        assert tuple(one for one in told if isinstance(one, ClipRefused)) == refused
        return len(left.examples), [(one.path.name, str(one.reason)) for one in refused]

    return check


def test_files_as_they_were_are_all_learnt_from(checked):
    assert checked() == (7, [])
    assert checked() == (7, [])


def test_what_cannot_be_opened_is_named_with_the_reason_of_the_system(checked, tmp_path):
    (tmp_path / "0.wav").unlink()
    (tmp_path / "0.wav").mkdir()
    left, [(name, reason)] = checked()
    assert (left, name) == (5, "0.wav")
    assert reason


def test_every_file_is_counted_as_it_is_looked_at(data, tmp_path, monkeypatch):
    monkeypatch.setattr(file_check, "EVENT_EVERY_S", 0.0)
    told = []
    result_of(check_files(data, tmp_path, tmp_path / "cache"), told.append)
    assert [(one.done, one.total) for one in told] == [(done, 6) for done in range(1, 7)]


def test_a_file_that_is_gone_is_named_and_every_stretch_of_it_left_out(checked, tmp_path):
    assert checked() == (7, [])
    (tmp_path / "0.wav").unlink()
    assert checked() == (5, [("0.wav", "it is not there any more")])


@pytest.mark.parametrize("seen_before", [True, False])
def test_a_file_that_was_changed_is_named(checked, tmp_path, seen_before):
    if seen_before:
        assert checked() == (7, [])
    write(tmp_path / "3.wav", 77)
    assert checked() == (6, [("3.wav", "it was changed since it was imported")])


def test_a_file_that_was_changed_to_the_same_size_and_time_is_named_too(checked, tmp_path):
    assert checked() == (7, [])
    path = tmp_path / "3.wav"
    before = path.stat()
    write(path, 77)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert checked() == (6, [("3.wav", "it was changed since it was imported")])


def test_a_file_that_was_only_touched_or_copied_back_is_the_same(checked, tmp_path):
    assert checked() == (7, [])
    content = (tmp_path / "3.wav").read_bytes()
    (tmp_path / "3.wav").unlink()
    (tmp_path / "3.wav").write_bytes(content)
    os.utime(tmp_path / "4.wav")
    assert checked() == (7, [])


def test_a_class_of_which_nothing_is_left_is_told_with_its_files(checked, tmp_path):
    for at in (0, 2, 4, 1):
        (tmp_path / f"{at}.wav").unlink()
    with pytest.raises(
        UserError, match=r"4 files are gone .* none is left of: cat \(0\.wav, 1\.wav"
    ) as error:
        checked()
    assert "Bring the files back" in str(error.value.remedy)


def test_a_file_is_read_once_as_long_as_it_stays_as_it_is(checked, monkeypatch):
    reads = []

    def counted(path):
        reads.append(path)
        return content_hash(path)

    monkeypatch.setattr(file_check, "content_hash", counted)
    checked()
    assert len(reads) == 6
    checked()
    assert len(reads) == 6


@pytest.mark.parametrize("damage", [b"", b"[1, 2]", b'{"/0.wav": 3}'])
def test_a_list_that_cannot_be_read_costs_only_time(checked, tmp_path, damage):
    checked()
    (memo,) = (tmp_path / "cache" / "checked").iterdir()
    memo.write_bytes(damage)
    assert checked() == (7, [])


def test_a_cache_that_cannot_be_written_costs_only_time(data, tmp_path):
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("no folder")
    left, refused = result_of(check_files(data, tmp_path, Path(in_the_way)))
    assert (len(left.examples), refused) == (7, ())


def test_a_class_of_nothing_but_silence_is_told_and_kept(data, tmp_path):
    write_wav(tmp_path / "still.wav", np.zeros(800, np.float32), 8000)
    hash_ = content_hash(tmp_path / "still.wav")
    still = replace(data.examples[0], path=tmp_path / "still.wav", content=hash_, target=2)
    quiet_dog = replace(still, target=1)
    data = replace(data, classes=("cat", "dog", "hush"), examples=(*data.examples, still, quiet_dog))
    left, refused = result_of(check_files(data, tmp_path, tmp_path / "cache"))
    assert (left.silent, len(left.examples), refused) == (("hush",), 9, ())


@pytest.mark.parametrize(("level", "quiet_db"), [(0.1, -70.0), (1e-3, -80.0), (1e-4, -100.0)])
def test_what_is_silence_depends_on_how_quiet_the_recordings_are(data, tmp_path, level, quiet_db):
    for at, example in enumerate(data.examples[:6]):
        sound = np.random.default_rng(at).normal(0.0, level, 8000).astype(np.float32)
        sf.write(example.path, sound, 8000, "FLOAT")
    sf.write(data.examples[0].path, np.zeros(8000, np.float32), 8000, "FLOAT")
    examples = [replace(one, content=content_hash(one.path), stop_s=1.0) for one in data.examples]
    left, refused = result_of(
        check_files(replace(data, examples=tuple(examples)), tmp_path, tmp_path / "cache")
    )
    assert refused == ()
    assert left.quiet_db == pytest.approx(quiet_db, abs=1.0)


def test_a_long_ogg_of_many_labels_is_passed_through_once_for_how_quiet_it_is(data, tmp_path, monkeypatch):
    path, opened = tmp_path / "night.ogg", []
    sound = np.random.default_rng(0).normal(0.0, 0.1, 8000 * 20).astype(np.float32)
    sf.write(path, sound, 8000, format="OGG", subtype="VORBIS")
    whole = replace(data.examples[0], path=path, content=content_hash(path))
    calls = tuple(replace(whole, start_s=0.4 * at, stop_s=0.4 * at + 0.2) for at in range(48))

    class Counted(files.Decoder):
        def __init__(self, path):
            opened.append(path)
            super().__init__(path)

    monkeypatch.setattr(files, "Decoder", Counted)
    assert with_quiet_level(replace(data, examples=calls)).quiet_db == pytest.approx(-70.0)
    assert opened == [path]


def test_one_sound_in_another_format_or_with_titles_counts_as_one(data, tmp_path):
    samples, rate_hz = sf.read(tmp_path / "0.wav", dtype="int16")
    sf.write(tmp_path / "copy.flac", samples, rate_hz)
    titled = (tmp_path / "1.wav").read_bytes() + b"LIST\x0c\0\0\0INFOINAM\0\0\0\0"
    (tmp_path / "titled.wav").write_bytes(titled)
    for name in ("silence.wav", "silence.flac"):
        sf.write(tmp_path / name, np.zeros(800), rate_hz)
    longer = np.append(samples, samples[:9])
    sf.write(tmp_path / "longer.wav", longer, rate_hz)
    names = ("copy.flac", "titled.wav", "silence.wav", "silence.flac", "longer.wav")
    more = [
        replace(
            data.examples[at % 2], clip_id=ClipId(10 + at), path=path, content=content_hash(path), group=name
        )
        for at, name in enumerate(names)
        for path in [tmp_path / name]
    ]
    data = replace(data, examples=(*data.examples, *more))
    for _ in ("read", "noted"):
        left, refused = result_of(check_files(data, tmp_path, tmp_path / "cache"))
        assert refused == ()
        sounds = {one.path.name: one.sound for one in left.examples}
        assert sounds["copy.flac"] == sounds["0.wav"]
        assert sounds["titled.wav"] == sounds["1.wav"]
        assert len(set(sounds.values())) == len(sounds) - 2
        groups = together(left)
        assert groups[0] == groups[data.examples.index(more[0])]
