"""What of a label file is new."""

from dataclasses import replace

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Candidate, Clip, FoundClip
from audioclf_gui.core.label import Label, Region, Source
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.label_merge import Incoming
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView

TWO_SECONDS = AudioFacts(8000, 1, 16000, "WAV 16 bit")


def added(view: CatalogueView, *wanted: tuple[Clip, list[Region]]) -> Change:
    """The change that label files of which nothing was imported before come to."""
    return import_change(view, [Incoming(clip, tuple(regions)) for clip, regions in wanted]).change


@pytest.fixture
def with_clips(project, tmp_path):
    """Takes files of these names in; gives the view, and the folder they are in."""

    def add(*names: str):
        project.catalogue.add_clips(
            [FoundClip(Candidate(tmp_path / "rec" / name), TWO_SECONDS, name) for name in names]
        )
        return project.catalogue.view, tmp_path / "rec"

    return add


def labels_after(view, *imports: list[Region]) -> list[tuple]:
    clip = view.clips[0]
    change = added(view, *((clip, regions) for regions in imports))
    names = {known.id: known.name for known in change.classes or view.classes}
    return [
        (names.get(label.class_id), label.start_s, label.end_s, label.low_hz, label.high_hz)
        for label in change.labels.get(clip.id, view.labels(clip.id))
    ]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(Region(0.5000004, 1.0, "wren"), 1, id="the same to the microsecond"),
        pytest.param(Region(0.500001, 1.0, "wren"), 2, id="a microsecond later"),
        pytest.param(Region(0.5, 1.000001, "wren"), 2, id="a microsecond longer"),
        pytest.param(Region(0.5, 1.0, "owl"), 2, id="another class"),
        pytest.param(Region(0.5, 1.0, ""), 2, id="no class"),
        pytest.param(Region(0.5, 1.0, "wren", score=0.5), 1, id="with a score"),
    ],
)
def test_the_same_stretch_of_two_files_is_one_label(with_clips, second, expected):
    view, _folder = with_clips("a.wav")
    assert len(labels_after(view, [Region(0.5, 1.0, "wren")], [second])) == expected


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        pytest.param([(None, None), (100.0, 200.0)], [(100.0, 200.0)], id="a band is added to what has none"),
        pytest.param([(100.0, 200.0), (None, None)], [(100.0, 200.0)], id="none tells nothing new"),
        pytest.param([(100.0, 200.0), (100.0004, 200.0)], [(100.0, 200.0)], id="equal to the millihertz"),
        pytest.param(
            [(100.0, 200.0), (100.001, 200.0)], [(100.0, 200.0), (100.001, 200.0)], id="another band"
        ),
        pytest.param(
            [(100.0, None), (100.0, 200.0)], [(100.0, None), (100.0, 200.0)], id="half a band is one"
        ),
        pytest.param(
            [(None, None), (100.0, 200.0), (300.0, 400.0)],
            [(100.0, 200.0), (300.0, 400.0)],
            id="only the first band goes to it",
        ),
    ],
)
def test_bands_of_the_same_stretch(with_clips, bands, expected):
    view, _folder = with_clips("a.wav")
    regions = [Region(0.5, 1.0, "wren", low_hz, high_hz) for low_hz, high_hz in bands]
    assert [label[3:] for label in labels_after(view, *([region] for region in regions))] == expected


def test_of_equal_labels_the_first_gets_the_band_and_stays_what_it_was(project, with_clips):
    view, _folder = with_clips("a.wav")
    clip = view.clips[0]
    first, second = Label(None, 0.0, 1.0, raw="first"), Label(None, 0.0, 1.0, raw="second")
    project.catalogue.apply(Text("label"), Change(labels={clip.id: (first, second)}))
    change = added(project.catalogue.view, (clip, [Region(0.0, 1.0, "", 100.0, 200.0)]))
    assert change.labels[clip.id] == (replace(first, low_hz=100.0, high_hz=200.0), second)


def test_the_label_of_a_whole_clip_never_gets_a_band(project, with_clips):
    view, _folder = with_clips("a.wav")
    clip = view.clips[0]
    project.catalogue.apply(Text("import"), added(view, (clip, [Region(0.0, 1.0, "wren")])))
    wren = project.catalogue.view.classes[0].id
    project.catalogue.apply(Text("whole"), Change(labels={clip.id: (Label(wren),)}))
    boxed = labels_after(project.catalogue.view, [Region(0.0, 2.0, "wren", 100.0, 200.0)])
    assert boxed == [("wren", None, None, None, None), ("wren", 0.0, 2.0, 100.0, 200.0)]
    assert labels_after(project.catalogue.view, [Region(0.0, 2.0, "wren")]) == boxed[:1]


def test_only_clips_and_classes_that_change_are_in_the_change(project, with_clips):
    view, _folder = with_clips("a.wav", "b.wav")
    first, second = view.clips
    project.catalogue.apply(Text("import"), added(view, (first, [Region(0.0, 1.0, "wren")])))
    view = project.catalogue.view
    change = added(view, (first, [Region(0.0, 1.0, "wren")]), (second, [Region(0.0, 1.0, "wren")]))
    assert change.labels.keys() == {second.id}
    assert change.classes is None
    assert change.labels[second.id][0].source is Source.IMPORT
