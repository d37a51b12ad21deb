"""Annotations of ELAN."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import place
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, LabelledSound, of_sound, recognise

ELAN = FORMATS["elan"]
SOURCE = Path("talk.eaf")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SLOTS = "".join(
    f'<TIME_SLOT TIME_SLOT_ID="{slot}"{value}/>'
    for slot, value in (("a", ' TIME_VALUE="500"'), ("b", ""), ("c", ' TIME_VALUE="1500"'), ("d", ""))
)


def document(*tiers: str, units: str = "milliseconds") -> bytes:
    media = '<MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/My%20talks/a%20talk.wav" MIME_TYPE="audio/x-wav"/>'
    return (
        f'{HEAD}<ANNOTATION_DOCUMENT>\n<HEADER TIME_UNITS="{units}">{media}</HEADER>\n'
        f"<TIME_ORDER>{SLOTS}</TIME_ORDER>\n{''.join(tiers)}</ANNOTATION_DOCUMENT>\n"
    ).encode()


def tier(name: str, *annotations: str) -> str:
    inner = "".join(f"<ANNOTATION>{one}</ANNOTATION>\n" for one in annotations)
    return f'<TIER TIER_ID="{name}">{inner}</TIER>\n'


def aligned(key: str, start: str, end: str, text: str) -> str:
    return (
        f'<ALIGNABLE_ANNOTATION ANNOTATION_ID="{key}" TIME_SLOT_REF1="{start}" TIME_SLOT_REF2="{end}">\n'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE>\n</ALIGNABLE_ANNOTATION>"
    )


def referring(key: str, parent: str, text: str) -> str:
    return (
        f'<REF_ANNOTATION ANNOTATION_ID="{key}" ANNOTATION_REF="{parent}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></REF_ANNOTATION>"
    )


def test_tiers_are_tracks_and_what_refers_to_an_annotation_lasts_as_long():
    gloss = tier("gloss", referring("r2", "r1", "tree"))
    file = ELAN.read(
        document(
            gloss,
            tier("kind", referring("r1", "w1", "noun")),
            tier("word", aligned("w1", "a", "c", "B&amp;m")),
        ),
        SOURCE,
    )
    assert [(one.track, *place(one)) for one in file.regions] == [
        ("gloss", "tree", 0.5, 1.5),
        ("kind", "noun", 0.5, 1.5),
        ("word", "B&m", 0.5, 1.5),
    ]
    assert [track.name for track in file.tracks] == ["gloss", "kind", "word"]
    assert {one.sound_file for one in file.regions} == {"a talk.wav"}
    assert file.skipped == ()
    assert [str(note) for note in file.notes] == [
        "once its labels are changed its tiers are written anew, without types, vocabularies and comments"
    ]


def test_what_has_no_times_of_its_own_shares_those_around_it_and_that_is_said():
    parts = tier("part", *(referring(f"p{n}", "w", n) for n in "xy"))
    file = ELAN.read(
        document(
            tier("w", aligned("w", "a", "c", "w")),
            tier("m", aligned("1", "a", "b", "m"), aligned("2", "b", "c", "n")),
            parts,
        ),
        SOURCE,
    )
    assert [place(one) for one in file.regions[1:]] == [
        ("m", 0.5, 1.0),
        ("n", 1.0, 1.5),
        ("x", 0.5, 1.0),
        ("y", 1.0, 1.5),
    ]
    assert file.notes[0].count == 4


def test_what_has_no_times_at_all_is_skipped_with_its_line():
    file = ELAN.read(document(tier("w", aligned("1", "c", "d", "late"), referring("2", "2", "loop"))), SOURCE)
    assert file.regions == ()
    assert [(one.number, str(one.reason)) for one in file.skipped] == [
        (5, "neither it nor what it refers to has times"),
        (8, "neither it nor what it refers to has times"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (document(units="PAL-frames"), "counted in PAL-frames"),
        (document()[:-5], "damaged XML"),
        (
            HEAD.encode() + b'<!DOCTYPE x [<!ENTITY a "aa">]><ANNOTATION_DOCUMENT>&a;</ANNOTATION_DOCUMENT>',
            "entities",
        ),
        (HEAD.encode() + b'<!DOCTYPE x [<!ENTITY a SYSTEM "a">]><ANNOTATION_DOCUMENT/>', "entities"),
    ],
)
def test_other_units_damage_and_entities_are_refused(content, reason):
    with pytest.raises(BadLabelFileError, match=reason):
        ELAN.read(content, SOURCE)


def test_it_is_told_by_its_root(tmp_path):
    path = tmp_path / "talk.xml"
    path.write_bytes(document())
    assert recognise(path) is ELAN
    assert read_label_file(path, "elan").labels.regions == ()


def test_a_changed_file_keeps_its_tiers_their_order_and_the_ids_of_annotations():
    content = document(
        tier("empty"),
        tier("word", aligned("w1", "a", "c", "B&amp;m"), aligned("w2", "c", "d", "late")),
        tier("kind", referring("r1", "w1", "noun")),
    )
    file = ELAN.read(content, SOURCE)
    changed = [
        replace(file.regions[0], text="tree"),
        *file.regions[1:],
        Region(2.0, 3.0, "new", track="word"),
    ]
    again = ELAN.read(ELAN.write(changed, content), SOURCE)
    assert [track.name for track in again.tracks] == ["empty", "word", "kind"]
    assert [(one.track, one.raw, one.start_s, one.end_s) for one in again.regions] == [
        ("word", "w1\ttree", 0.5, 1.5),
        ("word", "a1\tnew", 2.0, 3.0),
        ("kind", "r1\tnoun", 0.5, 1.5),
    ]
    assert {one.sound_file for one in again.regions} == {"a talk.wav"}
    assert again.canonical
    assert again.notes == ()


def test_what_overlaps_goes_to_further_tiers_and_moments_are_left_out_and_both_are_told():
    labels = [Region(0.0, 1.0, "a", track="x"), Region(0.5, 1.5, "b", track="x"), Region(2.0, 2.0, "c")]
    assert [str(one) for one in losses(ELAN, labels)] == [
        "1 moment is left out.",
        "1 label has no room in the row of its track, and goes to a further one.",
    ]
    again = ELAN.read(ELAN.write(labels), SOURCE)
    assert [(one.track, one.text) for one in again.regions] == [("x", "a"), ("x 2", "b")]
    main = ELAN.read(ELAN.write([replace(one, track="") for one in labels]), SOURCE)
    assert [(one.track, one.text) for one in main.regions] == [("", "a"), ("", "b")]


def test_what_is_written_is_an_annotation_document_with_all_that_elan_needs():
    root = ET.fromstring(of_sound(ELAN, LabelledSound("night 1/owl.wav", 9.0)).write([Region(0.5, 1.0, "x")]))
    assert [one.tag for one in root] == ["HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE"]
    assert root.find("HEADER/MEDIA_DESCRIPTOR").attrib["RELATIVE_MEDIA_URL"] == "./owl.wav"
    assert (
        root.find("TIER").attrib["LINGUISTIC_TYPE_REF"]
        == root.find("LINGUISTIC_TYPE").attrib["LINGUISTIC_TYPE_ID"]
    )
    slots = {one.attrib["TIME_SLOT_ID"]: one.attrib["TIME_VALUE"] for one in root.iter("TIME_SLOT")}
    (one,) = root.iter("ALIGNABLE_ANNOTATION")
    assert [slots[one.attrib[f"TIME_SLOT_REF{n}"]] for n in (1, 2)] == ["500", "1000"]


def test_real_files_are_read_with_all_their_annotations(shared_data):
    folder = shared_data / "annotation-formats" / "other"
    for name, count, tiers in (("ChildProject__eaf.eaf", 514, 14), ("toy-corpora__abui_4.eaf", 2, 1)):
        file = read_label_file(folder / name).labels
        assert (len(file.regions), len(file.tracks), file.skipped) == (count, tiers, ())


def test_the_offset_of_the_recording_moves_the_labels_and_is_told():
    talk = document(tier("words", aligned("a1", "a", "c", "yes")))
    moved = talk.replace(b"MIME_TYPE", b'TIME_ORIGIN="5000" MIME_TYPE')
    before, file = ELAN.read(talk, SOURCE), ELAN.read(moved, SOURCE)
    assert [(one.start_s - 5.0, one.end_s - 5.0) for one in file.regions] == [
        (one.start_s, one.end_s) for one in before.regions
    ]
    assert "begin 5 s into the recording" in " ".join(map(str, file.notes))
    assert ELAN.write(file.regions, moved) == moved
    now = ELAN.write([replace(file.regions[0], text="other"), *file.regions[1:]], moved)
    assert {round(one.start_s, 3) for one in ELAN.read(now, SOURCE).regions} == {
        round(one.start_s, 3) for one in file.regions
    }
