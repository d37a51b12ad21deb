"""Annotations of Whombat."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import (
    FORMATS,
    BadLabelFileError,
    LabelledSound,
    of_column,
    of_sound,
    recognise,
)

WHOMBAT = FORMATS["whombat"]
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
        "the labels are taken from the column “species”; “call” may hold them, too",
        "1 shape is shown as the box around it",
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


def test_collections_that_annotate_nothing_and_damage_are_refused(shared_data):
    with pytest.raises(BadLabelFileError, match="JSON"):
        WHOMBAT.read(BATS[:-9], SOURCE)
    path = shared_data / "annotation-formats" / "other" / "whombat__example_dataset.json"
    assert recognise(path) is WHOMBAT
    with pytest.raises(UserError, match="it is a “dataset”, which has no labels"):
        read_label_file(path)


CLIPS = {
    "clips": [
        {"uuid": "c1", "recording": "r1", "start_time": 0, "end_time": 2},
        {"uuid": "c2", "recording": "r1", "start_time": 2, "end_time": 9},
    ],
    "clip_annotations": [
        {"uuid": "k1", "clip": "c1", "sound_events": ["a0"]},
        {"uuid": "k2", "clip": "c2", "sound_events": ["a2"], "tags": [1]},
    ],
}


def with_clips(content=BATS):
    whole = json.loads(content)
    whole["data"] |= CLIPS
    return json.dumps(whole, indent=1).encode()


def changed(change, content=BATS):
    """The lines that a change of the labels takes out of the file and puts in, and what is read again."""
    known = list(WHOMBAT.read(content, SOURCE).regions)
    now = WHOMBAT.write(change(known), content)
    old, new = (one.decode().replace(",\n", "\n").split("\n") for one in (content, now))
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    return gone, come, WHOMBAT.read(now, SOURCE)


def test_only_what_changed_of_an_annotation_is_written():
    def change(known):
        known[0] = replace(known[0], high_hz=45000.0, note="near")
        return known

    gone, come, again = changed(change)
    box = '{"type": "BoundingBox", "coordinates": [0.5, 20000.0, 0.75, 45000.0]}'
    assert [one.strip() for one in come] == [f'"geometry": {box}', '"message": "near"']
    assert '"message": "n0"' in "".join(gone)
    assert (again.regions[0].high_hz, again.regions[0].note) == (45000.0, "near")


def test_a_name_is_a_tag_that_the_file_has_or_gets():
    _, come, again = changed(lambda known: [replace(known[0], text="Nyctalus noctula"), *known[1:]])
    assert [one.strip() for one in come] == ['"tags": [2, 0]']
    assert again.regions[0].extra == (("call", "feeding"),)
    _, come, again = changed(lambda known: [*known[:2], replace(known[2], text="bat"), known[3]])
    assert '{"id": 3, "key": "species", "value": "bat"}' in "".join(come)
    assert [one.text for one in again.regions] == [
        "Myotis myotis",
        "Nyctalus noctula",
        "bat",
        "Myotis myotis",
    ]


def test_several_names_of_one_annotation_are_several_labels():
    both = document(("TimeInterval", [1.0, 2.0], [1, 2, 0]))
    found = WHOMBAT.read(both, SOURCE).regions
    assert [one.text for one in found] == ["Myotis myotis", "Nyctalus noctula"]
    *_, again = changed(lambda known: [known[0], replace(known[1], text="bat")], both)
    assert [one.text for one in again.regions] == ["Myotis myotis", "bat"]
    _, come, again = changed(lambda known: [known[0]], both)
    assert [one.strip() for one in come] == ['"tags": [1, 0]']
    *_, again = changed(lambda known: [known[0], replace(known[1], end_s=3.0)], both)
    assert sorted((one.text, one.end_s) for one in again.regions) == [
        ("Myotis myotis", 2.0),
        ("Nyctalus noctula", 3.0),
    ]


def test_what_goes_and_comes_does_so_in_all_lists():
    content = with_clips()
    *_, again = changed(
        lambda known: [*known[1:], Region(2.25, 2.375, "new", note="n", sound_file="night/a.wav")], content
    )
    data = json.loads(again.document.file.source.text)["data"]
    assert [one["uuid"] for one in data["sound_events"]][:3] == ["e1", "e2", "e3"]
    new = data["sound_event_annotations"][1]["uuid"]
    assert [one["sound_events"] for one in data["clip_annotations"]] == [[], ["a2", new]]
    assert [one.text for one in again.regions] == ["Nyctalus noctula", "new", "", "Myotis myotis"]


def test_a_label_of_a_recording_that_no_clip_shows_gets_a_clip():
    *_, again = changed(lambda known: [*known, Region(5.0, 6.0, "x", sound_file="night/c.wav")], with_clips())
    data = json.loads(again.document.file.source.text)["data"]
    assert data["recordings"][-1]["path"] == "night/c.wav"
    clip, shown = data["clips"][-1], data["clip_annotations"][-1]
    assert (clip["recording"], shown["clip"]) == (data["recordings"][-1]["uuid"], clip["uuid"])
    assert [one.sound_file for one in again.regions if one.text == "x"] == ["night/c.wav"]


def test_a_label_of_a_part_belongs_to_the_recording_of_that_part():
    file = WHOMBAT.read(with_clips(), SOURCE)
    part = file.document.part({1, 3})
    now = WHOMBAT.write([*WHOMBAT.read(part, SOURCE).regions, Region(0.0, 0.5, "new")], part)
    assert {one.sound_file for one in WHOMBAT.read(now, SOURCE).regions} == {"night/b.wav"}
    assert json.loads(part)["data"]["clip_annotations"][0]["sound_events"] == []


def test_a_detector_that_plays_slower_has_other_times_than_the_sound():
    whole = json.loads(BATS)
    whole["data"]["recordings"][0]["time_expansion"] = 10
    content = json.dumps(whole).encode()
    file = WHOMBAT.read(content, SOURCE)
    slow = file.regions[0]
    assert (slow.start_s, slow.end_s, slow.low_hz, slow.high_hz) == (5.0, 7.5, 2000.0, 4000.0)
    assert "play slower" in str(file.notes[-1])
    now = WHOMBAT.write([replace(slow, end_s=8.0), *file.regions[1:]], content)
    box = json.loads(now)["data"]["sound_events"][0]["geometry"]["coordinates"]
    assert box == [0.5, 20000.0, 0.8, 40000.0]


def test_the_key_of_the_labels_can_be_chosen():
    known = of_column(WHOMBAT, "call")
    file = known.read(BATS, SOURCE)
    assert [one.text for one in file.regions] == ["feeding", "", "", ""]
    assert file.columns[0] == "call"
    now = known.write([file.regions[0], replace(file.regions[1], text="social"), *file.regions[2:]], BATS)
    again = known.read(now, SOURCE).regions
    assert ([one.text for one in again], again[1].extra) == (
        ["feeding", "social", "", ""],
        (("species", "Nyctalus noctula"),),
    )
    with pytest.raises(BadLabelFileError, match="no column “kind”, but call, species"):
        of_column(WHOMBAT, "kind").read(BATS, SOURCE)


def test_a_new_file_is_a_project_with_a_clip_that_shows_all_labels():
    known = of_sound(WHOMBAT, LabelledSound("night/a.wav", 12.5, 48000, 2))
    regions = [Region(0.5, 1.0, "wren", 900.0, 4000.0), Region(0.25, 0.25, "", note="n")]
    data = json.loads(known.write(regions))["data"]
    (recording,) = data["recordings"]
    assert (recording["path"], recording["duration"]) == ("night/a.wav", 12.5)
    assert (recording["samplerate"], recording["channels"]) == (48000, 2)
    (clip,), (shown,) = data["clips"], data["clip_annotations"]
    assert (clip["start_time"], clip["end_time"]) == (0.0, 12.5)
    assert shown["sound_events"] == [one["uuid"] for one in data["sound_event_annotations"]]
    assert [one["clip"] for one in data["tasks"]] == [clip["uuid"]]
