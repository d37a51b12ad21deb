from collections.abc import Iterable

import numpy as np
import pytest

from audioclf_gui.audio.data_check import check_clips, clips_to_check
from audioclf_gui.audio.files import probe, write_wav
from audioclf_gui.audio.findings import CheckedClip, Finding, Kind, Severity
from audioclf_gui.audio.heard import Heard, listen
from audioclf_gui.audio.sound_checks import CLIPPED_SHARE, SILENT_DB
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.content import content_hash
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
    for peak_db, is_silent in limits.items():
        heard = {clip.content: Heard(peak_db=peak_db, sound="x")}
        assert (Kind.SILENT in warnings([clip], heard)) == is_silent


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
