"""Annotations of Whombat."""

import json
from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import READ_ONLY, BadLabelFileError, recognise

WHOMBAT = READ_ONLY["whombat"]
SOURCE = Path("bats.json")
TAGS = [
    {"id": 0, "key": "call", "value": "feeding"},
    {"id": 1, "key": "species", "value": "Myotis myotis"},
    {"id": 2, "key": "species", "value": "Nyctalus noctula"},
]


def document(*events: tuple[str, object, list[int]], collection: str = "annotation_project") -> bytes:
    data = {
        "uuid": "p",
        "collection_type": collection,
        "tags": TAGS,
        "recordings": [{"uuid": "r1", "path": "night/a.wav"}, {"uuid": "r2", "path": "night/b.wav"}],
        "sound_events": [
            {
                "uuid": f"e{at}",
                "recording": f"r{1 + at % 2}",
                "geometry": {"type": kind, "coordinates": where},
            }
            for at, (kind, where, _) in enumerate(events)
        ],
        "sound_event_annotations": [
            {"uuid": f"a{at}", "sound_event": f"e{at}", "tags": tags, "notes": [{"message": f"n{at}"}]}
            for at, (_, _, tags) in enumerate(events)
        ],
    }
    return json.dumps({"version": "1.1.0", "data": data}, indent=1).encode()


BATS = document(
    ("BoundingBox", [0.5, 20000, 0.75, 40000], [1, 0]),
    ("TimeInterval", [1.0, 2.0], [2]),
    ("TimeStamp", 2.5, []),
    ("Polygon", [[[3.0, 500.0], [4.0, 900.0], [3.5, 100.0]]], [1]),
)


def test_sound_events_are_labels_with_band_note_recording_and_further_tags():
    file = WHOMBAT.read(BATS, SOURCE)
    assert [values(one) for one in file.regions] == [
        values(one)
        for one in (
            Region(0.5, 0.75, "Myotis myotis", 20000.0, 40000.0, note="n0", extra=(("call", "feeding"),)),
            Region(1.0, 2.0, "Nyctalus noctula", note="n1"),
            Region(2.5, 2.5, "", note="n2"),
            Region(3.0, 4.0, "Myotis myotis", 100.0, 900.0, note="n3"),
        )
    ]
    assert [one.sound_file for one in file.regions] == ["night/a.wav", "night/b.wav"] * 2
    assert [str(note) for note in file.notes] == [
        "the labels are taken from the column “species”; “call” may hold them, too"
    ]


def test_the_part_about_one_recording_reads_as_that():
    file = WHOMBAT.read(BATS, SOURCE)
    assert file.document is not None
    part = WHOMBAT.read(file.document.part({1, 3}), SOURCE)
    assert list(map(values, part.regions)) == [values(file.regions[1]), values(file.regions[3])]


def test_what_has_no_place_is_skipped_with_its_line():
    content = document(("BoundingBox", [0.5, 9], [1]), ("Point", [0.5, 9], [1]), ("Point", [], []))
    file = WHOMBAT.read(content, SOURCE)
    assert [str(one.reason) for one in file.skipped] == ["its sound event has no place in time"] * 2
    lost = WHOMBAT.read(content.replace(b'"uuid": "e1"', b'"uuid": "e9"'), SOURCE)
    assert "is missing" in str(lost.skipped[1].reason)


def test_collections_without_annotations_and_damage_are_refused(shared_data):
    whole = json.loads(BATS)
    del whole["data"]["sound_event_annotations"]
    for content, reason in ((json.dumps(whole).encode(), "“annotation_project”"), (BATS[:-9], "JSON")):
        with pytest.raises(BadLabelFileError, match=reason):
            WHOMBAT.read(content, SOURCE)
    path = shared_data / "annotation-formats" / "other" / "whombat__example_dataset.json"
    assert recognise(path) is WHOMBAT
    with pytest.raises(UserError, match="it is a “dataset”, which has no labels"):
        read_label_file(path)
