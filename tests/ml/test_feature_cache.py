import errno
import os
import pickle
import threading
import time
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
import torch
from safetensors.torch import save

from audioclf_gui.audio.files import read_blocks, read_mono, write_wav
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.content import content_hash
from audioclf_gui.ml import feature_cache
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.events import CacheProgress, ClipRefused
from audioclf_gui.ml.feature_cache import Features, cache_features
from audioclf_gui.ml.features import LogMel, MelSettings, mel_settings
from audioclf_gui.ml.front_ends import front_end_for
from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
from audioclf_gui.ml.settings import settings_for

SETTINGS = settings_for("default", mels=16)


def example(path, start_s=0.0, stop_s=1.0, rate_hz=8000, content=None):
    content = content or content_hash(path)
    return Example(ClipId(1), path, content, 0, "g", "", start_s, stop_s, rate_hz)


@pytest.fixture
def recordings(tmp_path):
    rng = np.random.default_rng(0)
    paths = [tmp_path / f"{seconds}.wav" for seconds in (0.2, 1.0, 3.7)]
    for path in paths:
        write_wav(path, rng.normal(0.0, 0.1, round(float(path.stem) * 8000)).astype(np.float32), 8000)
    return paths


def collected(events):
    seen = []
    while True:
        try:
            seen.append(next(events))
        except StopIteration as end:
            return seen, end.value


def cached(examples, ends, folder, stop=None):
    return collected(cache_features(examples, ends, folder, stop or threading.Event()))


def test_windows_are_what_a_model_hears_in_use(recordings, tmp_path):
    examples = [example(path, stop_s=float(path.stem)) for path in recordings]
    ends = front_end_for(examples, settings_for("default", mels=16, window_s=1.0))
    _, features = cached(examples, ends, tmp_path / "cache")
    assert [features.count(at) for at in range(3)] == [1, 1, 7]
    samples = read_mono(recordings[2], 8000)
    starts = [*range(0, 21601, 4000), 21600]
    expected = LogMel(ends.mel)(torch.from_numpy(np.stack([samples[at : at + 8000] for at in starts])))
    assert torch.allclose(features.windows(2).float(), expected, atol=0.06)  # float16 keeps 0.03 dB at -64 dB


def test_a_second_run_reads_and_decodes_nothing(recordings, tmp_path, monkeypatch):
    examples = [example(path, stop_s=float(path.stem)) for path in recordings]
    ends = front_end_for(examples, SETTINGS)
    _, first = cached(examples, ends, tmp_path / "cache")
    monkeypatch.setattr(feature_cache.MonoReader, "read", None)
    _, second = cached(examples, ends, tmp_path / "cache")
    assert all(torch.equal(first.windows(at), second.windows(at)) for at in range(3))


def test_another_front_end_or_stretch_is_computed_anew(recordings, tmp_path):
    whole, part = (example(recordings[2], start, stop) for start, stop in ((0.0, 3.7), (1.0, 2.0)))
    ends = front_end_for([whole, part], settings_for("default", mels=16, window_s=1.0))
    other = front_end_for([whole], settings_for("default", mels=16, window_s=0.5))
    _, features = cached([whole, part], ends, tmp_path / "cache")
    _, shorter = cached([whole], other, tmp_path / "cache")
    assert torch.equal(features.windows(1)[0], features.windows(0)[2])
    assert shorter.windows(0).shape[2] < features.windows(0).shape[2]


def test_thousands_of_labels_do_not_wait_for_the_disk_each(recordings, tmp_path, monkeypatch):
    waits = []
    monkeypatch.setattr(os, "fsync", waits.append)
    examples = [example(recordings[2], at / 10, at / 10 + 0.2) for at in range(20)]
    ends = front_end_for(examples, SETTINGS)
    _, features = cached(examples, ends, tmp_path / "cache")
    assert all(at in features for at in range(20))
    assert waits == []


def test_a_damaged_cache_file_is_made_again(recordings, tmp_path):
    examples = [example(recordings[1])]
    ends = front_end_for(examples, SETTINGS)
    _, before = cached(examples, ends, tmp_path / "cache")
    kept = before.windows(0)
    (file,) = (tmp_path / "cache").rglob("*.safetensors")
    for content in (b"", b"no tensors", file.read_bytes()[:-10]):
        file.write_bytes(content)
        _, after = cached(examples, ends, tmp_path / "cache")
        assert torch.equal(after.windows(0), kept)


def test_bad_files_are_named_and_the_others_used(recordings, tmp_path):
    noise = tmp_path / "text.wav"
    noise.write_text("this is not sound")
    empty = tmp_path / "empty.wav"
    write_wav(empty, np.zeros(0, np.float32), 8000)
    examples = [
        example(noise),
        example(recordings[0], stop_s=0.2),
        example(tmp_path / "gone.wav", content="0"),
        example(empty, stop_s=0.0),
        example(recordings[1], 2.0, 3.0),
    ]
    events, features = cached(examples, front_end_for(examples, SETTINGS), tmp_path / "cache")
    refused = [event for event in events if isinstance(event, ClipRefused)]
    assert [event.path.name for event in refused] == ["text.wav", "gone.wav", "empty.wav", "1.0.wav"]
    assert all(str(event.reason) for event in refused)
    assert list(features.refused) == refused
    assert [at for at in range(5) if at in features] == [1]
    assert events[-1] == CacheProgress(5, 5)


def test_stopping_ends_at_once(recordings, tmp_path):
    stop = threading.Event()
    stop.set()
    _, features = cached(
        [example(recordings[1])], front_end_for([example(recordings[1])], SETTINGS), tmp_path, stop
    )
    assert 0 not in features


def test_features_too_large_for_memory_stay_on_disk(recordings, tmp_path, monkeypatch):
    examples = [example(path, stop_s=float(path.stem)) for path in recordings]
    ends = front_end_for(examples, SETTINGS)
    _, held = cached(examples, ends, tmp_path / "cache")
    monkeypatch.setattr(feature_cache, "memory_bytes", lambda _device: 0)
    _, unheld = cached(examples, ends, tmp_path / "cache")
    rng = (torch.Generator().manual_seed(seed) for seed in (1, 1))
    assert torch.equal(*(each.batch([2, 0, 2], next(rng)) for each in (held, unheld)))
    assert torch.equal(held.statistics([0, 1, 2])[0], unheld.statistics([0, 1, 2])[0])
    assert torch.equal(held.all_windows([2, 0]), unheld.all_windows([2, 0]))
    assert torch.equal(held.windows(2), unheld.windows(2))


def test_no_more_progress_is_told_than_can_be_seen_but_its_end_always(recordings, tmp_path, monkeypatch):
    examples = [example(path, stop_s=float(path.stem)) for path in recordings]
    ends = front_end_for(examples, SETTINGS)
    monkeypatch.setattr(feature_cache, "EVENT_EVERY_S", 1000.0)
    told, _features = cached(examples, ends, tmp_path / "cache")
    assert told == [CacheProgress(3, 3)]
    monkeypatch.setattr(feature_cache, "EVENT_EVERY_S", 0.0)
    told, _features = cached(examples, ends, tmp_path / "cache")
    assert told == [CacheProgress(done, 3) for done in (1, 2, 3)]


def test_the_cache_keeps_within_its_limit_without_losing_this_run(recordings, tmp_path, monkeypatch):
    examples = [example(path, stop_s=float(path.stem)) for path in recordings]
    ends = front_end_for(examples, SETTINGS)
    cached(examples[:2], ends, tmp_path / "cache")
    monkeypatch.setattr(feature_cache, "MOST_BYTES_ON_DISK", 0)
    _, features = cached(examples[2:], ends, tmp_path / "cache")
    assert len(list((tmp_path / "cache").rglob("*.safetensors"))) == 1
    assert features.count(0) == len(features.windows(0))


def test_statistics_are_per_band_and_never_near_zero(recordings, tmp_path):
    examples = [example(recordings[1]), example(recordings[2], stop_s=3.7)]
    _, features = cached(examples, front_end_for(examples, SETTINGS), tmp_path / "cache")
    mean, deviation = features.statistics([0, 1])
    columns = torch.cat([features.windows(at).transpose(1, 2).reshape(-1, 16) for at in (0, 1)]).double()
    assert torch.allclose(mean, columns.mean(dim=0).float(), atol=1e-3)
    assert torch.allclose(deviation, columns.std(dim=0, correction=0).clamp(min=1.0).float(), atol=1e-3)


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ([44100] * 20, 32000),
        ([8000] * 20, 8000),
        ([44100] * 19 + [8000], 32000),
        ([16000] * 9 + [48000], 16000),
    ],
)
def test_the_rate_is_never_above_that_of_nine_tenths_of_the_clips(rates, expected, tmp_path):
    examples = [example(tmp_path / "x.wav", rate_hz=rate_hz, content="0") for rate_hz in rates]
    assert front_end_for(examples, SETTINGS).mel.rate_hz == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [([5.0] * 9, 5.0), ([1.1] * 9, 1.1), ([5.001] * 9, 5.01), ([0.1] * 9, 0.5), ([60.0] * 9, 6.0)],
)
def test_the_window_follows_the_clips_within_bounds(seconds, expected, tmp_path):
    examples = [example(tmp_path / "x.wav", stop_s=stop_s, content="0") for stop_s in seconds]
    assert front_end_for(examples, SETTINGS).window_s == expected


def test_windows_on_disk_are_read_from_the_cache_once_and_leave_no_file(recordings, tmp_path, monkeypatch):
    examples = [example(path, stop_s=float(path.stem)) for path in recordings]
    ends = front_end_for(examples, settings_for("default", mels=16, window_s=0.5))
    _, held = cached(examples, ends, tmp_path / "cache")
    files = set((tmp_path / "cache").rglob("*"))
    monkeypatch.setattr(feature_cache, "MOST_BYTES_IN_MEMORY", 0)
    _, on_disk = cached(examples, ends, tmp_path / "cache")
    assert on_disk.count(2) > 5
    assert torch.equal(on_disk.windows(2), held.windows(2))
    sent = pickle.loads(pickle.dumps(on_disk))  # as to a process that shares the steps
    assert torch.equal(sent.windows(2), held.windows(2))
    assert set((tmp_path / "cache").rglob("*")) == files
    monkeypatch.setattr(feature_cache, "_read", lambda _file: pytest.fail("read a file of the cache again"))
    rng = (torch.Generator().manual_seed(seed) for seed in (1, 1))
    assert torch.equal(*(each.batch([2] * 9, next(rng)) for each in (held, on_disk)))
    assert torch.equal(held.all_windows([1, 2, 0]), on_disk.all_windows([1, 2, 0]))


def test_stretches_of_a_long_recording_are_decoded_once(tmp_path):
    path = tmp_path / "day.ogg"
    rng = np.random.default_rng(0)
    with sf.SoundFile(path, "w", 8000, 1, format="OGG", subtype="VORBIS") as file:
        for _ in range(600):
            file.write(rng.normal(0.0, 0.1, 8000))
    stretches = [example(path, float(at), at + 0.5, content="day") for at in range(0, 600, 10)]
    ends = front_end_for(stretches, SETTINGS)
    began = time.process_time()
    list(read_blocks(path))
    once = time.process_time() - began
    began = time.process_time()
    cached(stretches, ends, tmp_path / "cache")
    assert time.process_time() - began < 10 * once + 0.5


def test_a_thousand_known_clips_start_within_a_second(recordings, tmp_path):
    (folder := tmp_path / "cache").mkdir()
    examples = [example(recordings[0], stop_s=0.2, content=str(at)) for at in range(1000)]
    ends = front_end_for(examples, SETTINGS)
    cached(examples, ends, folder)
    began = time.process_time()
    _, features = cached(examples, ends, folder)
    features.statistics(range(1000))
    assert time.process_time() - began < 1.0


def pictures(mels, columns):
    """A front end whose windows become pictures of this size."""
    return LogMelPictures((columns - 1) * 0.02, "zeros", mel_settings(8000, mels=mels))


MEL = mel_settings(8000, mels=16)
FRONT_END = LogMelPictures(1.0, "zeros", MEL)
EXAMPLE = Example(ClipId(1), Path("a.wav"), "c0ffee", 0, "g", "", 0.25, 1.5, 8000)
OTHER_MEL = {
    "rate_hz": 8001,
    "window_s": 0.05,
    "hop_s": 0.01,
    "fft_frames": 1024,
    "mels": 17,
    "low_hz": 31.0,
    "high_hz": 3999.0,
    "scale": "htk",
    "norm": "",
    "top_db": 80.0,
    "precision": "float32",
}


def file_of(example=EXAMPLE, front_end=FRONT_END):
    return feature_cache._file(Path(), example, front_end)


def test_every_parameter_of_the_spectrogram_is_in_the_key():
    assert OTHER_MEL.keys() == {field.name for field in fields(MelSettings)}
    others = {
        file_of(front_end=replace(FRONT_END, mel=replace(MEL, **{name: value})))
        for name, value in OTHER_MEL.items()
    }
    assert len(others | {file_of()}) == len(OTHER_MEL) + 1


def test_window_and_padding_are_in_the_key():
    assert {field.name for field in fields(LogMelPictures)} == {"mel", "window_s", "pad"}
    others = {
        file_of(front_end=replace(FRONT_END, **change)) for change in ({"window_s": 1.01}, {"pad": "repeat"})
    }
    assert len(others | {file_of()}) == 3


def test_sound_and_stretch_are_in_the_key_and_what_it_is_called_is_not():
    changes = ({"content": "c0ffef"}, {"start_s": 0.0}, {"stop_s": 2.0})
    assert len({file_of(replace(EXAMPLE, **change)) for change in changes} | {file_of()}) == 4
    renamed = replace(EXAMPLE, clip_id=ClipId(2), path=Path("b.wav"), target=1, group="h", fold="2")
    assert file_of(renamed) == file_of()


def test_a_new_format_reads_none_of_the_old_files(monkeypatch):
    before = file_of()
    monkeypatch.setattr(feature_cache, "_FORMAT", feature_cache._FORMAT + 1)
    assert file_of() != before


def test_the_key_is_what_earlier_versions_wrote():
    """Else every project is decoded anew, and nobody is told why."""
    single = replace(FRONT_END, mel=replace(MEL, precision="float32"))
    assert file_of(front_end=single).as_posix() == "features/eb/ebaea07715d01f163e33069c87604a55.safetensors"
    assert file_of().as_posix() == "features/f7/f79ccca1be264e3582e6606305d7246e.safetensors"


def test_several_channels_are_heard_anew_since_earlier_versions_lost_those_that_cancel():
    assert file_of(replace(EXAMPLE, channels=2)) != file_of()


def test_every_window_of_a_long_clip_is_drawn_equally_often(tmp_path):
    file = tmp_path / "windows.safetensors"
    file.write_bytes(save({"windows": torch.arange(4.0).view(4, 1, 1).half()}))
    features = Features({0: file}, {0: np.zeros(4, np.float32)}, pictures(1, 1))
    drawn = features.batch([0] * 2000, torch.Generator().manual_seed(0)).flatten().long()
    assert torch.bincount(drawn, minlength=4).tolist() == pytest.approx([500] * 4, rel=0.15)


def test_statistics_of_very_many_examples_come_from_an_even_part_of_them(tmp_path, monkeypatch):
    monkeypatch.setattr(feature_cache, "_MOST_FOR_STATISTICS", 3)
    files = {}
    for at in range(7):
        files[at] = tmp_path / f"{at}.safetensors"
        files[at].write_bytes(save({"windows": torch.full((1, 1, 2), float(at)).half()}))
    features = Features(files, dict.fromkeys(files, np.zeros(1, np.float32)), pictures(1, 2))
    mean, _ = features.statistics(range(7))
    assert float(mean) == pytest.approx((0 + 3 + 6) / 3)


@pytest.mark.parametrize(("low_hz", "expected_hz"), [(30.0, 30.0), (5000.0, 1000.0)])
def test_the_lowest_band_begins_where_asked_but_leaves_room_for_the_others(low_hz, expected_hz):
    settings = settings_for("default", mels=16, low_hz=low_hz)
    assert front_end_for([EXAMPLE], settings).mel.low_hz == expected_hz


def test_clips_whose_features_cannot_be_written_are_refused_with_the_system_s_reason(recordings, tmp_path):
    (tmp_path / "features").write_text("in the way")
    examples = [example(recordings[0], stop_s=0.2)]
    events, features = cached(examples, front_end_for(examples, SETTINGS), tmp_path)
    (refused,) = features.refused
    assert refused in events
    assert refused.path == recordings[0]
    assert str(refused.reason) in {os.strerror(errno.ENOTDIR), os.strerror(errno.EEXIST)}


def test_what_was_written_longest_ago_goes_first_and_only_as_much_as_must(tmp_path, monkeypatch):
    folder = tmp_path / "features"
    files = [folder / f"{at % 2}" / f"{at}.safetensors" for at in range(5)]
    for age, file in enumerate(files):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(100))
        os.utime(file, (1000 + age, 1000 + age))
    (folder / "notes.txt").write_text("not in a folder of the cache")
    monkeypatch.setattr(feature_cache, "MOST_BYTES_ON_DISK", 300)
    feature_cache.trim_features(folder.parent, keep={files[0]})
    assert [file.exists() for file in files] == [True, False, False, True, True]
    assert (folder / "notes.txt").exists()


def test_the_cache_may_take_16_gib():
    assert feature_cache.MOST_BYTES_ON_DISK == 17_179_869_184


@pytest.mark.parametrize(("memory", "is_held"), [(2560, True), (2559, False)])
def test_features_are_held_if_they_take_a_quarter_of_the_memory_at_most(
    tmp_path, monkeypatch, memory, is_held
):
    """Four windows of 8 bands and 10 columns of two bytes are 640 bytes."""
    file = tmp_path / "windows.safetensors"
    file.write_bytes(save({"windows": torch.zeros(4, 8, 10).half()}))
    monkeypatch.setattr(feature_cache, "memory_bytes", lambda _device: memory)
    features = Features({0: file}, {0: np.zeros(4, np.float32)}, pictures(8, 10))
    assert features.windows(0).shape == (4, 8, 10)
    assert (features._on_disk is None) is is_held


def test_features_of_earlier_versions_are_kept_and_only_told_how_loud_they_are(recordings, tmp_path):
    examples = [example(recordings[2], stop_s=float(recordings[2].stem))]
    ends = front_end_for(examples, settings_for("default", mels=16, window_s=0.5))
    _, fresh = cached(examples, ends, tmp_path / "cache")
    (file,) = (tmp_path / "cache").rglob("*.safetensors")
    earlier = torch.full_like(fresh.windows(0), 7.0)
    file.write_bytes(save({"windows": earlier}))
    assert not feature_cache.is_cached(examples[0], ends, tmp_path / "cache")
    _, known = cached(examples, ends, tmp_path / "cache")
    assert torch.equal(known.windows(0), earlier)
    assert (known._levels_db == fresh._levels_db).all()
    assert feature_cache.is_cached(examples[0], ends, tmp_path / "cache")


def test_why_there_is_no_sound_is_said(recordings, tmp_path):
    empty = tmp_path / "empty.wav"
    write_wav(empty, np.zeros(0, np.float32), 8000)
    examples = [example(empty), example(recordings[1], 2.0, 3.0)]
    _, features = cached(examples, front_end_for(examples, SETTINGS), tmp_path / "cache")
    assert [str(one.reason) for one in features.refused] == [
        "it holds no sound",
        "the label lies after its end",
    ]


def test_samples_beyond_any_scale_and_what_is_no_number_are_silence(tmp_path):
    loud = tmp_path / "loud.wav"
    samples = np.full((8000, 2), 3e38, np.float32)
    samples[4000:] = np.nan
    sf.write(loud, samples, 8000, "FLOAT")
    _, features = cached([example(loud)], front_end_for([example(loud)], SETTINGS), tmp_path / "cache")
    assert torch.equal(features.windows(0), torch.full_like(features.windows(0), -100.0))


def test_a_clip_of_unknown_rate_has_no_say_in_the_rate(tmp_path):
    examples = [example(tmp_path / "x.wav", rate_hz=rate_hz, content="0") for rate_hz in (0, 0, 16000)]
    assert front_end_for(examples, SETTINGS).mel.rate_hz == 16000
    assert front_end_for(examples[:2], SETTINGS).mel.rate_hz == 32000


def test_the_front_end_is_made_as_the_settings_say():
    settings = settings_for("r4", window_s=1.5, pad="repeat", rate_hz=8000)
    made = front_end_for([EXAMPLE], settings)
    assert (made.window_s, made.pad, made.window_frames, made.shape) == (1.5, "repeat", 12000, (64, 130))
    assert made.mel == MelSettings(
        8000, 1024 / 44100, 512 / 44100, 256, 64, 0.0, 4000.0, "htk", "", 80.0
    )  # fmt: skip
