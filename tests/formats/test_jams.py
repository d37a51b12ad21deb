"""Annotations of music as JAMS."""

import json
from pathlib import Path

import pytest

from audioclf_gui.core.region_pairs import place
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import READ_ONLY, BadLabelFileError, recognise

JAMS = READ_ONLY["jams"]
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
        "its annotations “tempo” are no labels and are left out",
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
        (document(), "no annotations"),
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
