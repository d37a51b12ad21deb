import hashlib
from itertools import pairwise

import numpy as np
import pytest
import soundfile as sf

from audioclf_gui.audio.demo_sounds import CLASSES, RATE_HZ, SITES, demo_clips, demo_scene
from audioclf_gui.audio.files import read_mono
from audioclf_gui.audio.mel_kernel import MelKernel
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.demo import make_demo

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The folder of a demonstration project, and the events while it was made."""
    folder = tmp_path_factory.mktemp("demo") / "sample"
    return folder, list(make_demo(folder))


@pytest.fixture(scope="module")
def clips():
    return list(demo_clips(1))


@pytest.fixture
def project(demo):
    with Project.open(demo[0]) as opened:
        yield opened


def files_of(folder):
    return {
        path.relative_to(folder): hashlib.blake2b(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.suffix in (".flac", ".txt")
    }


def test_progress_goes_up_to_the_end(demo):
    _, events = demo
    assert events == [Progress(done, len(events)) for done in range(1, len(events) + 1)]


def test_the_same_seed_writes_the_same_bytes_and_another_seed_others(demo, tmp_path):
    folder, _ = demo
    list(make_demo(tmp_path / "again"))
    assert files_of(tmp_path / "again") == files_of(folder)
    first, other = next(demo_clips(1)), next(demo_clips(2))
    assert not np.array_equal(first.samples[:1000], other.samples[:1000])


def test_each_class_has_eight_clips_at_each_site_of_which_one_waits_for_a_label(demo, project):
    short = [clip for clip in project.catalogue.view.clips if clip.name != "scene.flac"]
    names = {known.id: known.name for known in project.catalogue.view.classes}
    assert set(names.values()) == set(CLASSES)
    assert {clip.group for clip in short} == {site.name for site in SITES}
    for class_name in CLASSES:
        for site in SITES:
            there = [clip for clip in short if clip.name.startswith(f"{class_name}-{site.name}-")]
            labels = [project.catalogue.view.labels(clip.id) for clip in there]
            assert len(there) == 8
            assert [[names[label.class_id] for label in found] for found in labels].count([class_name]) == 7
            assert labels.count(()) == 1
    assert all(1.0 <= clip.duration_s <= 3.0 and clip.audio.rate_hz == RATE_HZ for clip in short)
    assert all(clip.fold == "" for clip in short)


def test_the_scene_has_its_events_as_labels_and_beside_it(demo, project):
    folder, _ = demo
    (scene,) = (clip for clip in project.catalogue.view.clips if clip.name == "scene.flac")
    names = {known.id: known.name for known in project.catalogue.view.classes}
    labels = [
        (label.start_s, label.end_s, names[label.class_id])
        for label in project.catalogue.view.labels(scene.id)
    ]
    lines = [line.split("\t") for line in (folder / "scene.labels.txt").read_text("utf-8").splitlines()]
    assert [(float(start), float(end), text) for start, end, text in lines] == labels
    assert len(labels) == 40
    assert {text for _, _, text in labels} == set(CLASSES)
    assert all(end < start for (_, end, _), (start, _, _) in pairwise(labels))
    assert labels[-1][1] < scene.duration_s == 180.0


def test_the_events_of_the_scene_can_be_heard():
    scene = demo_scene(1)
    power = np.cumsum(np.square(scene.samples, dtype=np.float64))
    spans = [(round(region.start_s * RATE_HZ), round(region.end_s * RATE_HZ)) for region in scene.regions]
    inside = [(power[stop] - power[start]) / (stop - start) for start, stop in spans]
    gaps = [(earlier[1] + RATE_HZ // 2, later[0]) for earlier, later in pairwise(spans)]
    quiet = np.median([(power[stop] - power[start]) / (stop - start) for start, stop in gaps if stop > start])
    assert min(inside) > 1.5 * quiet


def test_clips_are_sound_that_neither_clips_nor_drowns(demo):
    folder, _ = demo
    for path in sorted(folder.rglob("*-01.flac")):
        samples = read_mono(path)
        assert 0.02 < abs(samples).max() < 0.99, path
        assert abs(samples.mean()) < 0.01, path
        assert sf.info(path).subtype == "PCM_16"


def test_unheard_sites_are_hard_for_a_simple_guess_but_not_hopeless(clips):
    kernel = MelKernel(RATE_HZ, 64)
    features = np.array([kernel.columns(clip.samples).mean(axis=0) for clip in clips])
    features -= features.mean(axis=1, keepdims=True)
    classes = np.array([clip.class_name for clip in clips])
    sites = np.array([clip.site for clip in clips])
    names = np.array(list(CLASSES))
    right = []
    for site in SITES:
        heard = sites != site.name
        centroids = np.array([features[heard & (classes == name)].mean(axis=0) for name in names])
        distances = np.square(features[~heard][:, np.newaxis] - centroids).sum(axis=2)
        right.extend(names[distances.argmin(axis=1)] == classes[~heard])
    assert 0.4 < np.mean(right) < 0.85


def test_a_folder_that_holds_a_project_is_left_alone(demo):
    folder, _ = demo
    before = files_of(folder)
    with pytest.raises(UserError, match="holds a project already"):
        list(make_demo(folder, seed=2))
    assert files_of(folder) == before


def test_after_stopping_one_may_try_again(tmp_path):
    stopped = make_demo(tmp_path / "sample")
    next(stopped)
    stopped.close()
    assert next(make_demo(tmp_path / "sample")).done == 1
