"""Annotations of music as JAMS."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import place, values
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, LabelledSound, of_sound, recognise

JAMS = FORMATS["jams"]
SOURCE = Path("song.jams")


def document(*annotations: tuple[str, object]) -> bytes:
    found = [{"namespace": namespace, "data": data} for namespace, data in annotations]
    return json.dumps({"annotations": found, "file_metadata": {"jams_version": "0.3.4"}}, indent=1).encode()


def observed(time: object, duration: object, value: object, confidence: object = None) -> dict[str, object]:
    return {"time": time, "duration": duration, "value": value, "confidence": confidence}


def test_each_annotation_of_names_is_a_track_and_others_are_said_to_be_left_out():
    file = JAMS.read(
        document(
            ("segment_open", [observed(0.5, 1.25, "verse", 0.75)]),
            ("segment_open", [observed(0, 2, "A")]),
            ("beat", [observed(0.25, 0.0, None), observed(0.5, 0.0, 2, 7)]),
            ("scaper", [observed(1, 1, {"label": "siren", "snr": 3})]),
            ("tag_open", {"time": [0.0], "duration": [3.0], "value": ["calm"], "confidence": [None]}),
            ("tempo", [observed(0, 3, 120.0, 1.0)]),
        ),
        SOURCE,
    )
    assert [(one.track, *place(one)) for one in file.regions] == [
        ("segment_open", "verse", 0.5, 1.75),
        ("segment_open 2", "A", 0.0, 2.0),
        ("beat", "beat", 0.25, 0.25),
        ("beat", "2", 0.5, 0.5),
        ("scaper", "siren", 1.0, 2.0),
        ("tag_open", "calm", 0.0, 3.0),
    ]
    assert [one.score for one in file.regions] == [0.75, None, None, None, None, None]
    assert [str(note) for note in file.notes] == [
        "1 observation has no value and is called like its namespace",
        "its annotations “tempo” are no labels and are kept in the file, not shown",
    ]


def test_what_is_no_label_is_skipped_with_its_line():
    file = JAMS.read(
        document(("beat", [observed("soon", 0, 1), observed(0, -1, 1), observed(0, 1, [3])])), SOURCE
    )
    assert file.regions == ()
    assert [one.number for one in file.skipped] == [7, 13, 19]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (document(("tempo", [])), "no labels, but “tempo”"),
        (b'{"jams_version": "0.3.4"}', "no annotations"),
        (document()[:-9], "JSON"),
        (b'{"annotations": ' + b"[" * 500, "JSON"),
    ],
)
def test_files_without_labels_are_refused_with_the_reason(content, reason):
    with pytest.raises(BadLabelFileError, match=reason):
        JAMS.read(content, SOURCE)


def test_a_real_file_is_read_with_all_its_beats(shared_data):
    path = shared_data / "annotation-formats" / "other" / "jams__example_beat_output.jams"
    file = read_label_file(path)
    assert recognise(path) is JAMS
    assert (len(file.labels.regions), file.labels.skipped) == (129, ())
    assert JAMS.write(file.labels.regions, file.content) == file.content


MIXED = document(
    ("segment_open", [observed(0.5, 1.25, "verse", 0.75), observed(2, 1, "chorus")]),
    ("tag_urbansound", [observed(0, 1, "siren"), observed(1, 1, "drilling")]),
    ("scaper", [observed(1, 1, {"label": "siren", "snr": 3})]),
    ("tag_open", {"time": [0, 4], "duration": [3, 1], "value": ["calm", "x"], "confidence": [None, 0.5]}),
    ("tempo", [observed(0, 3, 120.0, 1.0)]),
)


def written(change, content=MIXED):
    """What is written after a change of the labels by their names, as text and as it is read again."""
    known = JAMS.read(content, SOURCE).regions
    now = JAMS.write(list(change({one.text + one.track[:3]: one for one in known})), content)
    return now.decode(), [(one.track, *place(one)) for one in JAMS.read(now, SOURCE).regions]


def test_only_the_values_that_changed_are_written():
    def change(known):
        known["verseseg"] = replace(known["verseseg"], text="bridge", end_s=1.5, score=0.5)
        known["sirensca"] = replace(known["sirensca"], text="horn")
        known["calmtag"] = replace(known["calmtag"], start_s=0.25)
        return known.values()

    now, _ = written(change)
    before = MIXED.decode()
    lines = list(zip(before.split("\n"), now.split("\n"), strict=True))
    assert [new.strip(" ,") for old, new in lines if old != new] == [
        '"duration": 1.0',
        '"value": "bridge"',
        '"confidence": 0.5',
        '"label": "horn"',
        "0.25",
        "2.75",
    ]


def test_a_name_that_a_vocabulary_may_not_have_goes_to_an_annotation_of_free_tags():
    def change(known):
        known["drillingtag"] = replace(known["drillingtag"], text="siren")
        known["sirentag"] = replace(known["sirentag"], text="wren")
        return known.values()

    now, found = written(change)
    assert ("tag_urbansound", "siren", 1.0, 2.0) in found
    assert ("tag_urbansound", "wren", 0.0, 1.0) in found
    last = json.loads(now)["annotations"][-1]
    assert (last["namespace"], last["sandbox"]) == ("tag_open", {"track": "tag_urbansound"})
    assert [one["value"] for one in last["data"]] == ["wren"]


def test_labels_go_from_lists_of_facts_and_come_to_tracks_old_and_new():
    def change(known):
        del known["calmtag"], known["verseseg"]
        known["xtag"] = replace(known["xtag"], track="song", note="")
        return [*known.values(), Region(1.75, 2.0, "new", track="segment_open"), Region(9.0, 9.0, "")]

    now, found = written(change)
    assert found[:2] == [("segment_open", "new", 1.75, 2.0), ("segment_open", "chorus", 2.0, 3.0)]
    assert set(found[-2:]) == {("song", "x", 4.0, 5.0), ("", "", 9.0, 9.0)}
    annotations = json.loads(now)["annotations"]
    assert annotations[3]["data"] == {"time": [], "duration": [], "value": [], "confidence": []}
    assert annotations[4] == json.loads(MIXED)["annotations"][4]


def test_lists_of_facts_may_be_of_different_lengths():
    content = document(("tag_open", {"time": [0.0, 1.0], "duration": [1.0, 1.0], "value": ["a", "b"]}))
    file = JAMS.read(content, SOURCE)
    assert [values(one) for one in file.regions] == [
        Region(0.0, 1.0, "a", track="tag_open"),
        Region(1.0, 2.0, "b", track="tag_open"),
    ]
    now = JAMS.write([file.regions[0], replace(file.regions[1], score=0.5)], content)
    assert [one.score for one in JAMS.read(now, SOURCE).regions] == [None, 0.5]


def test_large_numbers_keep_their_digits():
    (region,) = JAMS.read(document(("segment_open", [observed(0, 1, 1234567)])), SOURCE).regions
    assert region.text == "1234567"


def test_a_new_file_says_what_recording_it_is_about():
    known = of_sound(JAMS, LabelledSound("night/a b.wav", 12.5))
    facts = json.loads(known.write([Region(0.5, 1.0, "wren")]))["file_metadata"]
    assert (facts["title"], facts["duration"]) == ("a_b", 12.5)
