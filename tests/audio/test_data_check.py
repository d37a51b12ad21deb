from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.data_check import check_clips, clips_to_check
from audioclf_gui.audio.files import probe, write_wav
from audioclf_gui.audio.findings import CheckedClip, Finding, Kind, NamedLabel, Severity
from audioclf_gui.audio.heard import SILENT_DB, Heard, is_silent, listen
from audioclf_gui.audio.sound_checks import CANCELLED_SHARE, CLIPPED_SHARE, OFFSET
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.label import ClassId, Label
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project

RATE_HZ = 8000


def noise(seed, seconds=0.5):
    return (0.1 * np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))).astype(np.float32)


@pytest.fixture
def clip_of(tmp_path):
    """Writes a sound and describes it as a clip; ids count up from 1."""
    made = []

    def make(samples, classes: Iterable[str] = ("dog",), group="", rate_hz=RATE_HZ):
        path = tmp_path / f"clip-{len(made)}.wav"
        write_wav(path, np.asarray(samples, np.float32), rate_hz)
        clip = CheckedClip(
            len(made) + 1,
            path,
            content_hash(path),
            tuple(classes),
            group,
            rate_hz,
            len(samples) / rate_hz,
        )
        made.append(clip)
        return clip

    return make


def warnings(clips, heard=None):
    events = list(check_clips(clips, heard))
    return {one.kind: one for one in events if isinstance(one, Finding) and one.severity is Severity.WARNING}


def test_good_clips_are_only_praised_and_progress_reaches_the_end(clip_of):
    clips = [clip_of(noise(seed)) for seed in range(12)]
    events = list(check_clips(clips))
    assert [one for one in events if isinstance(one, Progress)][-1] == Progress(12, 12)
    findings = [one for one in events if isinstance(one, Finding)]
    assert {one.severity for one in findings} == {Severity.FINE}
    assert "12 clips can be read" in [str(one.message) for one in findings]


@pytest.mark.parametrize(
    ("kind", "samples"),
    [
        pytest.param(Kind.SILENT, np.zeros(RATE_HZ), id="digital silence"),
        pytest.param(Kind.SILENT, noise(7) * 1e-3, id="only the noise of the converter"),
        pytest.param(
            Kind.CLIPPED, np.clip(3 * np.sin(np.arange(RATE_HZ) * 0.1), -1, 1), id="a sine turned up too far"
        ),
        pytest.param(Kind.TOO_SHORT, noise(7, 0.05), id="50 ms"),
    ],
)
def test_an_unusable_sound_among_good_ones_is_named(clip_of, kind, samples):
    good = [clip_of(noise(seed)) for seed in range(12)]
    bad = clip_of(samples)
    found = warnings([*good, bad])
    assert list(found) == [kind]
    assert found[kind].clip_ids == (bad.id,)


def test_a_loud_clean_sine_is_not_called_clipped(clip_of):
    sine = clip_of(np.sin(np.arange(RATE_HZ) * 0.1))
    assert Kind.CLIPPED not in warnings([sine])


def test_missing_and_damaged_files_are_named_with_the_reason(clip_of):
    missing, damaged, good = (clip_of(noise(seed)) for seed in range(3))
    missing.path.unlink()
    damaged.path.write_bytes(b"this is no sound at all")
    finding = warnings([missing, damaged, good])[Kind.UNREADABLE]
    assert finding.clip_ids == (missing.id, damaged.id)
    assert str(finding.message).startswith("2 clips cannot be read")


def test_copies_are_found_by_their_sound_and_contradictions_apart(clip_of):
    original = clip_of(noise(1))
    copy = clip_of(noise(1))
    as_dog, as_cat = clip_of(noise(2), ["dog"]), clip_of(noise(2), ["cat"])
    found = warnings([original, copy, as_dog, as_cat])
    assert found[Kind.DUPLICATE].clip_ids == (original.id, copy.id)
    assert found[Kind.TWO_CLASSES].clip_ids == (as_dog.id, as_cat.id)
    assert "“dog” and “cat”" in str(found[Kind.TWO_CLASSES].message)


def test_silent_clips_are_not_copies_of_each_other(clip_of):
    assert Kind.DUPLICATE not in warnings([clip_of(np.zeros(4000)), clip_of(np.zeros(4000))])


def test_a_class_with_few_clips_or_one_group_is_named(clip_of):
    dogs = [clip_of(noise(seed), ["dog"], group=f"site {seed % 3}") for seed in range(10)]
    cats = [clip_of(noise(20 + seed), ["cat"], group="site 1") for seed in range(4)]
    found = warnings([*dogs, *cats])
    assert str(found[Kind.FEW_CLIPS].message) == "“cat” has only 4 clips"
    assert found[Kind.ONE_GROUP].clip_ids == tuple(clip.id for clip in cats)


def test_many_small_classes_share_a_line_that_names_the_smallest(clip_of):
    clips = [clip_of(noise(10 * n + k), [f"class {n}"]) for n in range(5) for k in range(5 - n)]
    finding = warnings(clips)[Kind.FEW_CLIPS]
    assert str(finding.message) == "5 classes have fewer than 10 clips, “class 4” only 1"
    assert len(finding.clip_ids) == len(clips)


def test_without_any_named_group_none_is_missed(clip_of):
    assert Kind.ONE_GROUP not in warnings([clip_of(noise(seed)) for seed in range(3)])


def test_sample_rates_that_tell_the_class_are_found_and_mixed_ones_not(clip_of):
    telling = [clip_of(noise(seed), ["dog"]) for seed in range(5)]
    telling += [clip_of(noise(10 + seed), ["cat"], rate_hz=16000) for seed in range(5)]
    assert "kHz" in str(warnings(telling)[Kind.RATE_FOLLOWS_CLASS].message)
    mixed = [
        clip_of(noise(30 + n), [("dog", "cat")[n % 2]], rate_hz=8000 * (1 + n // 2 % 2)) for n in range(8)
    ]
    assert Kind.RATE_FOLLOWS_CLASS not in warnings(mixed)


def test_a_second_check_reads_no_file_again_but_misses_deleted_ones(clip_of, monkeypatch):
    clips = [clip_of(noise(seed)) for seed in range(3)]
    heard = {}
    warnings(clips, heard)
    monkeypatch.setattr("audioclf_gui.audio.data_check.listen", lambda path: pytest.fail("read again"))
    clips[0].path.unlink()
    assert warnings(clips, heard)[Kind.UNREADABLE].clip_ids == (clips[0].id,)


def test_a_file_that_was_changed_since_its_import_is_told_by_every_check(clip_of):
    clips = [clip_of(noise(seed)) for seed in range(3)]
    heard = {}
    warnings(clips, heard)
    before = clips[0].path.read_bytes()
    write_wav(clips[0].path, noise(9, 0.7), RATE_HZ)
    for known in (heard, {}):
        found = warnings(clips, known)[Kind.UNREADABLE]
        assert found.clip_ids == (clips[0].id,)
        assert "changed since it was imported" in str(found.message)
    clips[0].path.write_bytes(before)
    assert Kind.UNREADABLE not in warnings(clips, heard)


def test_a_project_hands_its_clips_to_the_check(tmp_path, clip_of):
    path = clip_of(noise(1)).path
    with Project.create(tmp_path / "project") as project:
        (clip,) = project.catalogue.add_clips(
            [FoundClip(Candidate(path, "dog", "site"), probe(path), content_hash(path))]
        )
        (checked,) = clips_to_check(project.catalogue.view)
    assert (checked.id, checked.path, checked.classes, checked.group) == (clip.id, path, ("dog",), "site")


def test_a_peak_exactly_at_the_limit_is_not_silent(clip_of):
    clip = clip_of(noise(0))
    limits = {SILENT_DB: False, np.nextafter(SILENT_DB, -np.inf): True}
    for peak_db, is_told in limits.items():
        heard = {clip.content: Heard(peak_db=peak_db, sound="x")}
        assert (Kind.SILENT in warnings([clip], heard)) == is_told


def test_copies_at_the_limit_of_silence_are_copies(clip_of):
    clips = [clip_of(noise(0)), clip_of(noise(1))]
    heard = {clip.content: Heard(peak_db=SILENT_DB, sound="the same") for clip in clips}
    assert Kind.DUPLICATE in warnings(clips, heard)


def test_a_share_of_clipped_samples_exactly_at_the_limit_does_no_harm(clip_of):
    clip = clip_of(noise(0))
    limits = {CLIPPED_SHARE: False, np.nextafter(CLIPPED_SHARE, 1.0): True}
    for share, is_clipped in limits.items():
        heard = {clip.content: Heard(clipped_share=share, sound="x")}
        assert (Kind.CLIPPED in warnings([clip], heard)) == is_clipped


@pytest.mark.parametrize(("samples", "is_short"), [(800, False), (799, True)])
def test_a_tenth_of_a_second_is_long_enough(clip_of, samples, is_short):
    assert (Kind.TOO_SHORT in warnings([clip_of(noise(0)[:samples])])) == is_short


@pytest.mark.parametrize(("run", "clipped"), [(2, 0), (3, 1), (4, 2)])
def test_a_run_of_three_equal_extremes_is_clipped(tmp_path, run, clipped):
    sound = noise(0)
    sound[100 : 100 + run] = 0.99
    write_wav(tmp_path / "run.wav", sound, RATE_HZ)
    assert listen(tmp_path / "run.wav").clipped_share == pytest.approx(clipped / len(sound))


def labelled(clip, *labels):
    return replace(clip, learnt=("dog",), labels=tuple(NamedLabel("dog", label) for label in labels))


def test_a_label_on_silence_in_a_clip_that_is_not_silent_is_named(clip_of):
    sound = np.concatenate([np.zeros(RATE_HZ), noise(0, 1.0)])
    clip = labelled(clip_of(sound), Label(ClassId(1), 0.2, 0.8), Label(ClassId(1), 0.9, 1.5))
    found = warnings([clip])
    assert (found[Kind.SILENT_LABEL].labels, found[Kind.SILENT_LABEL].clip_ids) == (1, (clip.id,))
    assert Kind.SILENT not in found


def test_a_class_whose_every_label_lies_on_silence_is_named(clip_of):
    half = np.concatenate([np.zeros(RATE_HZ), noise(0, 1.0)])
    clips = [
        replace(clip_of(sound), labels=tuple(NamedLabel(name, label) for name, label in labels))
        for sound, labels in (
            (half, [("hush", Label(ClassId(1), 0.2, 0.8)), ("wren", Label(ClassId(2), 1.2, 1.8))]),
            (half, [("wren", Label(ClassId(2), 0.2, 0.8)), ("late", Label(ClassId(3), 5.0, 6.0))]),
            (np.zeros(RATE_HZ), [("hush", Label(ClassId(1)))]),
        )
    ]
    finding = warnings(clips)[Kind.SILENT_CLASS]
    assert str(finding.message) == "“hush” is nothing but silence: its 2 labels lie on it"
    assert finding.clip_ids == (clips[0].id, clips[2].id)


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate_hz", [8000, 8298])
def test_a_stretch_is_silent_for_training_where_it_is_for_the_check(tmp_path, channels, rate_hz):
    rng = np.random.default_rng(rate_hz)
    levels = 10.0 ** rng.choice([-4.0, -3.1, -2.9, -1.0], 40)  # for a quarter of a second each
    sound = np.repeat(levels, rate_hz // 4) * rng.uniform(-1.0, 1.0, 40 * (rate_hz // 4)) + 0.2
    if channels == 2:
        sound = np.stack([sound, -sound], axis=1)
    path = tmp_path / "sound.wav"
    write_wav(path, sound.astype(np.float32), rate_hz)
    heard = listen(path)
    stretches = [(start_s, start_s + 0.3) for start_s in np.arange(0.0, 9.5, 0.13)]
    told = [is_silent(path, *stretch) for stretch in stretches]
    assert told == [heard.is_silent_in(*stretch) for stretch in stretches]
    assert {True, False} == set(told)


def test_a_constant_offset_is_named_and_neither_loud_nor_clipped(clip_of):
    quiet = clip_of(noise(7) * 1e-3 + 0.9)
    loud = clip_of(noise(8) * 0.2 + 0.9)
    found = warnings([quiet, loud])
    assert found[Kind.OFFSET].clip_ids == (quiet.id, loud.id)
    assert "90 % of full scale" in str(found[Kind.OFFSET].message)
    assert found[Kind.SILENT].clip_ids == (quiet.id,)
    assert Kind.CLIPPED not in found


@pytest.mark.parametrize(
    ("level", "offset", "is_told"), [(0.02, 0.015, True), (0.02, 0.005, False), (2e-4, 5e-4, False)]
)
def test_a_small_offset_is_named_where_the_sound_is_hardly_louder(clip_of, level, offset, is_told):
    tone = clip_of(level * np.sin(np.arange(RATE_HZ)) + offset)
    finding = warnings([tone]).get(Kind.OFFSET)
    assert (finding is not None) == is_told
    assert finding is None or "1.5 % of full scale" in str(finding.message)


def test_offsets_of_channels_are_named_that_cancel_when_they_are_mixed(clip_of):
    stereo = clip_of(np.stack([noise(1) + 0.5, noise(2) - 0.5], axis=1))
    assert "50 % of full scale" in str(warnings([stereo])[Kind.OFFSET].message)


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_an_offset_exactly_at_the_limit_does_no_harm(clip_of, sign):
    clip = clip_of(noise(0))
    for offset, is_told in {OFFSET: False, np.nextafter(OFFSET, 1.0): True}.items():
        heard = {clip.content: Heard(offset=sign * offset, sound="x")}
        assert (Kind.OFFSET in warnings([clip], heard)) == is_told


def test_channels_that_cancel_for_a_tenth_of_a_clip_are_named(clip_of):
    clip = clip_of(noise(0))
    for share, is_told in {CANCELLED_SHARE: True, np.nextafter(CANCELLED_SHARE, 0.0): False}.items():
        heard = {clip.content: Heard(cancelled_share=share, sound="x")}
        assert (Kind.CANCELLING in warnings([clip], heard)) == is_told


def test_two_cancelling_channels_beside_a_faint_third_are_named(clip_of, tmp_path):
    loud, clip = noise(0), clip_of(noise(0))
    write_wav(tmp_path / "three.wav", np.stack([loud, -loud, 0.3 * noise(1)], axis=1), RATE_HZ)
    heard = listen(tmp_path / "three.wav")
    assert heard.cancelled_share == 1.0
    assert Kind.CANCELLING in warnings([clip], {clip.content: heard})


def test_cancelling_channels_are_heard_as_loud_as_one_of_them(tmp_path):
    left = noise(3, 2.0)
    write_wav(tmp_path / "inverted.wav", np.stack([left, -left], axis=1), RATE_HZ)
    write_wav(tmp_path / "left.wav", left, RATE_HZ)
    inverted, alone = listen(tmp_path / "inverted.wav"), listen(tmp_path / "left.wav")
    assert inverted.peak_db == pytest.approx(alone.peak_db, abs=0.01)
    assert (inverted.cancelled_share, alone.cancelled_share) == (1.0, 0.0)
    assert inverted.levels == alone.levels


@pytest.mark.parametrize("rate_hz", [8000, 8298])
def test_levels_stay_in_step_with_long_recordings(tmp_path, rate_hz):
    sound = np.zeros(600 * rate_hz, np.float32)
    sound[599 * rate_hz :] = 0.5 * np.sin(np.arange(rate_hz))
    write_wav(tmp_path / "long.wav", sound, rate_hz)
    heard = listen(tmp_path / "long.wav")
    assert heard.peak_db_in(598.0, 598.85) < SILENT_DB
    assert heard.peak_db_in(599.0, 599.1) == pytest.approx(-6.0, abs=1.0)


def test_labels_above_half_the_sampling_rate_are_named(clip_of):
    clip = labelled(clip_of(noise(0)), Label(ClassId(1), 0.1, 0.3, 100.0, 9000.0))
    assert warnings([clip])[Kind.ABOVE_NYQUIST].labels == 1


def test_few_clips_with_more_labels_are_told_with_their_labels(clip_of):
    clip = replace(clip_of(noise(0)), learnt=("dog", "dog", "dog"))
    assert str(warnings([clip])[Kind.FEW_CLIPS].message) == "“dog” has only 1 clip, with 3 labels"
