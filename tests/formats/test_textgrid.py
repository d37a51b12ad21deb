"""TextGrids of Praat, in its long and short form and in what other programs make of them."""

import re
import struct
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import meaning, values
from audioclf_gui.core.track import Track, TrackKind
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise

TEXTGRID = FORMATS["textgrid"]
SOURCE = Path("night.TextGrid")

HEAD = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n'
VALUES = '''\
xmin = 0
xmax = 2.5
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "phones"
        xmin = 0
        xmax = 2.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 1.25
            text = "say ""ah"""
        intervals [2]:
            xmin = 1.25
            xmax = 2.000000000000001
            text = ""
        intervals [3]:
            xmin = 2.000000000000001
            xmax = 2.5
            text = "oh"
    item [2]:
        class = "TextTier"
        name = "ticks"
        xmin = 0
        xmax = 2.5
        points: size = 1
        points [1]:
            number = 0.75
            mark = "tick"
'''
LONG = HEAD + re.sub(r"(=.*|>|\[\]:)$", r"\1 ", VALUES, flags=re.MULTILINE)
"""Praat writes a blank behind each value."""
SHORT = (
    f"{HEAD}0\n2.5\n<exists>\n2\n"
    '"IntervalTier"\n"phones"\n0\n2.5\n3\n0\n1.25\n"say ""ah"""\n1.25\n2.000000000000001\n""\n'
    '2.000000000000001\n2.5\n"oh"\n"TextTier"\n"ticks"\n0\n2.5\n1\n0.75\n"tick"\n'
)
COMMENTED = (
    '"ooTextFile"\n"TextGrid"\n0  2.5  ! time domain "here"\n<exists>\n2 tiers\n'
    '"IntervalTier" "phones"\n0 2.5 ! of tier 1\n3 intervals coming\n0 1.25 "say ""ah"""\n'
    '1.25 2.000000000000001 ""\n2.000000000000001 2.5 "oh"\n"TextTier" "ticks" 0 2.5\n1\n0.75 "tick"'
)
SAID = [
    Region(0.0, 1.25, 'say "ah"', track="phones"),
    Region(2.000000000000001, 2.5, "oh", track="phones"),
    Region(0.75, 0.75, "tick", track="ticks"),
]
CHRONOLOGICAL = (
    '"Praat chronological TextGrid text file"\n0 2.5   ! Time domain.\n2   ! Number of tiers.\n'
    '"IntervalTier" "phones" 0 2.5\n"TextTier" "ticks" 0 2.5\n\n! phones:\n1 0 1.25\n"say ""ah"""\n\n'
    '! ticks:\n2 0.75\n"tick"\n\n1 1.25 2.000000000000001\n""\n1 2.000000000000001 2.5\n"oh"\n'
)


def binary(*items: object) -> bytes:
    """A binary TextGrid of these values, as Praat writes them."""
    pieces = [b"ooBinaryFile\x08TextGrid"]
    for item in items:
        match item:
            case bool():
                pieces.append(bytes([item]))
            case float():
                pieces.append(struct.pack(">d", item))
            case int():
                pieces.append(struct.pack(">i", item))
            case bytes():
                pieces.append(bytes([len(item)]) + item)
            case str() if item.isascii():
                pieces.append(struct.pack(">H", len(item)) + item.encode())
            case str():
                pieces.append(struct.pack(">HH", 0xFFFF, len(item)) + item.encode("utf-16-be"))
    return b"".join(pieces)


BINARY = binary(
    *(0.0, 2.5, True, 2, b"IntervalTier", "phones", 0.0, 2.5, 3, 0.0, 1.25, 'say "ah"'),
    *(1.25, 2.000000000000001, "", 2.000000000000001, 2.5, "oh"),
    *(b"TextTier", "ticks", 0.0, 2.5, 1, 0.75, "tick"),
)


def read(content: bytes):
    return TEXTGRID.read(content, SOURCE)


def bare(content: bytes) -> list[Region]:
    return [values(one) for one in read(content).regions]


@pytest.mark.parametrize("text", [LONG, SHORT, COMMENTED], ids=["long", "short", "commented"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_form_is_read_and_written_again_as_it_was(text, encoding, end, tmp_path):
    content = text.replace("\n", end).encode(encoding)
    file = read(content)
    assert [values(one) for one in file.regions] == SAID
    assert file.tracks == (Track("phones", TrackKind.INTERVALS), Track("ticks", TrackKind.MOMENTS))
    assert file.canonical == (text is not COMMENTED)
    assert TEXTGRID.write(file.regions, content) == content
    (tmp_path / "x.txt").write_bytes(content)
    assert recognise(tmp_path / "x.txt") is TEXTGRID


@pytest.mark.parametrize("text", [LONG, SHORT, COMMENTED], ids=["long", "short", "commented"])
def test_only_what_was_changed_is_written_anew(text):
    content = text.encode()
    first, second, tick = read(content).regions
    renamed = TEXTGRID.write([replace(first, text="eh"), second, tick], content).decode()
    assert bare(renamed.encode()) == [replace(SAID[0], text="eh"), *SAID[1:]]
    assert renamed.count("2.000000000000001") == 2, "numbers that nobody touched keep their digits"
    assert renamed[renamed.index('"TextTier"') :] == text[text.index('"TextTier"') :]
    if text is not COMMENTED:
        assert renamed == text.replace('"say ""ah"""', '"eh"')


def test_gaps_are_filled_as_labels_move_come_and_go():
    first, second, tick = read(LONG.encode()).regions
    moved = TEXTGRID.write(
        [replace(first, start_s=0.5), tick, Region(1.5, 1.75, "new", track="phones")], LONG.encode()
    )
    phones = moved.decode().partition("item [2]:")[0].split("intervals [")
    spans = [[part.split(" = ")[1] for part in one.split("\n")[1:4]] for one in phones[1:]]
    assert [[one.strip() for one in span] for span in spans] == [
        ["0", "0.5", '""'], ["0.5", "1.25", '"say ""ah"""'], ["1.25", "1.5", '""'], ["1.5", "1.75", '"new"'],
        ["1.75", "2.5", '""'],
    ]  # fmt: skip
    assert "intervals: size = 5 \n" in moved.decode()
    assert second.text not in moved.decode()


def test_what_overlaps_or_is_a_moment_goes_to_a_tier_that_has_room_for_it():
    file = read(LONG.encode())
    more = [
        Region(0.5, 1.0, "over"),
        Region(0.5, 2.0, "over it"),
        Region(0.75, 0.75, "tock"),
        Region(1.0, 1.0, "click", track="ticks"),
        Region(1.25, 2.0, "uh", track="phones"),
    ]
    written = TEXTGRID.write([*file.regions, *more], LONG.encode())
    assert re.findall(r'name = "(.*)"', written.decode()) == [
        "phones",
        "ticks",
        "labels",
        "labels 2",
        "points",
    ]
    again = read(written)
    assert Counter(map(values, again.regions)) == Counter([*SAID, *more]), "the main track has three tiers"
    assert [one.name for one in again.tracks] == ["phones", "ticks"]


def test_what_a_track_has_no_room_for_is_told_and_goes_to_a_further_one():
    file = read(LONG.encode())
    more = [Region(0.5, 1.0, "over", track="phones"), Region(0.75, 0.75, "tock", track="ticks")]
    told = losses(TEXTGRID, [*file.regions, *more])
    assert [str(one) for one in told] == [
        "2 labels have no room in the row of their track, and go to a further one."
    ]
    again = read(TEXTGRID.write([*file.regions, *more], LONG.encode()))
    assert [one.track for one in again.regions if one.text in {"over", "tock"}] == ["phones 2", "ticks 2"]


def test_a_twin_as_short_as_the_rounding_of_edges_is_told_too():
    twins = [Region(0.0, 1e-6, "tick", track="song")] * 2
    assert [text.count for text in losses(TEXTGRID, twins)] == [1]
    assert [one.track for one in read(TEXTGRID.write(twins)).regions] == ["song", "song 2"]


def test_a_label_that_goes_to_another_track_goes_to_its_tier():
    first, second, tick = read(LONG.encode()).regions
    moved = replace(first, track="words")
    again = read(TEXTGRID.write([moved, second, tick], LONG.encode()))
    assert {one.text: one.track for one in again.regions} == {
        'say "ah"': "words",
        "oh": "phones",
        "tick": "ticks",
    }


@pytest.mark.parametrize("content", [CHRONOLOGICAL.encode(), CHRONOLOGICAL.encode("utf-16"), BINARY])
def test_the_other_forms_are_read_and_stay_as_they_are_until_something_changes(content, tmp_path):
    file = read(content)
    assert [values(one) for one in file.regions] == SAID
    assert TEXTGRID.write(file.regions, content) == content
    assert "long form" in str(file.notes[0])
    (tmp_path / "x.TextGrid").write_bytes(content)
    assert recognise(tmp_path / "x.TextGrid") is TEXTGRID
    changed = [replace(file.regions[0], text="鳥"), *file.regions[1:]]
    written = TEXTGRID.write(changed, content)
    assert list(map(values, read(written).regions)) == list(map(values, changed))
    assert read(written).canonical


@pytest.mark.parametrize("cut", range(1, len(BINARY)))
def test_a_binary_file_that_was_cut_is_refused(cut):
    with pytest.raises(BadLabelFileError):
        read(BINARY[:cut])


@given(st.integers(24, len(BINARY) - 1), st.integers(0, 255))
def test_no_byte_stops_the_reader_of_binary_files_with_anything_but_a_plain_word(at, byte):
    content = BINARY[:at] + bytes([byte]) + BINARY[at + 1 :]
    try:
        file = read(content)
    except BadLabelFileError:
        return
    assert TEXTGRID.write(file.regions, content) == content


def test_a_binary_file_may_hold_any_letters():
    content = binary(0.0, 1.0, True, 1, b"IntervalTier", "wörter", 0.0, 1.0, 1, 0.0, 1.0, "鳥")
    assert bare(content) == [Region(0.0, 1.0, "鳥", track="wörter")]


def test_tiers_called_alike_or_not_at_all_are_tracks_of_their_own():
    alike = LONG.replace('"ticks"', '"phones"')
    assert [one.name for one in read(alike.encode()).tracks] == ["phones", "phones 2"]
    nameless = LONG.replace('"ticks"', '""')
    assert [one.name for one in read(nameless.encode()).tracks] == ["phones", "tier 2"]
    for text in (alike, nameless):
        file = read(text.encode())
        more = [*file.regions, Region(2.0, 2.0, "tock", track=file.tracks[1].name)]
        again = read(TEXTGRID.write(more, text.encode()))
        assert Counter(map(values, again.regions)) == Counter(map(values, more))


def test_a_new_label_goes_where_others_of_its_name_are():
    two = [Region(0.0, 2.0, "long"), Region(0.5, 1.0, "short")]
    content = TEXTGRID.write(two)
    again = read(TEXTGRID.write([*two, Region(3.0, 4.0, "short")], content))
    assert [(one.raw.partition("\t")[0], one.text) for one in again.regions] == [
        ("labels", "long"),
        ("labels 2", "short"),
        ("labels 2", "short"),
    ]


def test_a_grid_becomes_as_long_as_its_last_label():
    content = TEXTGRID.write(
        [*read(LONG.encode()).regions, Region(3.0, 4.0, "late", track="phones")], LONG.encode()
    ).decode()
    assert content.count("xmax = 4 \n") == 4, "the grid, both tiers and the last interval"
    assert "xmax = 2.5 \n            text" in content, "the last one before it ends where it did"


def test_labels_of_one_name_and_time_in_two_tiers_stay_in_both():
    content = TEXTGRID.write([Region(0.0, 1.0, "a"), Region(0.0, 1.0, "a")])
    file = read(content)
    left = TEXTGRID.write([file.regions[1]], content)
    assert [one.raw.partition("\t")[0] for one in read(left).regions] == ["labels 2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"ooBinaryFile\x08TextGrid\0\0", "as a TextGrid does"),
        (b'"Praat chronological TextGrid text file"\n0 2.5\n', "line 3"),
        (CHRONOLOGICAL.replace("2 0.75", "3 0.75").encode(), "line 12"),
        (SHORT.replace('"tick"', '"tick').encode(), "line 29"),
        (SHORT.replace("0.75", "soon").encode(), "line 28"),
        (SHORT.replace("TextTier", "WordTier").encode(), "line 22"),
        (b"dear diary", "line 1"),
        (SHORT.replace("1.25", "1,25").encode(), "line 14: its numbers have commas"),
        (LONG.replace("1.25", "1,25").encode(), "line 17: its numbers have commas"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_line(content, reason):
    with pytest.raises(BadLabelFileError, match=reason):
        read(content)


def test_wrong_counts_are_told_and_do_not_matter():
    wrong = LONG.replace("intervals: size = 3", "intervals: size = 7")
    file = read(wrong.encode())
    assert [values(one) for one in file.regions] == SAID
    assert any("phones" in str(note) for note in file.notes)
    assert TEXTGRID.write(file.regions, wrong.encode()) == wrong.encode()


def test_an_interval_that_ends_before_it_starts_is_named_and_stays_in_the_file():
    wrong = SHORT.replace('\n1.25\n"say', '\n-1\n"say')
    file = read(wrong.encode())
    assert [skipped.number for skipped in file.skipped] == [13]
    assert TEXTGRID.write(file.regions, wrong.encode()) == wrong.encode()


def test_a_text_that_its_encoding_lacks_makes_the_file_utf_8():
    content = LONG.replace("oh", "öh").encode("latin-1")
    found = list(read(content).regions)
    found[0] = replace(found[0], text="鳥")
    assert [one.text for one in read(TEXTGRID.write(found, content)).regions] == ["鳥", "öh", "tick"]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), words), max_size=8),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20), words), max_size=4),
    st.sampled_from([LONG, SHORT, ""]),
    st.data(),
)
def test_any_labels_are_read_back(known, added, template, data):
    def regions(facts):
        made = [Region(start / 8, (start + length) / 8, text) for start, length, text in facts]
        return [one for one in made if one.text.strip() or one.start_s == one.end_s]

    content = TEXTGRID.write(regions(known), template.encode() or None)
    found = [one for one in read(content).regions if data.draw(st.booleans())]
    wanted = [*found, *regions(added)]
    again = read(TEXTGRID.write(wanted, content)).regions
    assert Counter(map(meaning, again)) == Counter(
        map(meaning, wanted)
    )  # blanks are another spelling of none


@given(st.text(st.sampled_from('"0123.e- \n!<>exist""TextTierIntervalTier'), max_size=80))
def test_no_text_stops_the_reader_with_anything_but_a_plain_word(text):
    for head in ("", 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0 5 <exists> 1 '):
        content = (head + text).encode()
        try:
            file = read(content)
        except BadLabelFileError:
            continue
        assert TEXTGRID.write(file.regions, content) == content


def test_grids_of_many_programs_come_back_as_the_same_bytes(shared_data):
    files = sorted((shared_data / "annotation-formats" / "textgrid").iterdir())
    refused = {}
    for path in files:
        content = path.read_bytes()
        try:
            file = TEXTGRID.read(content, path)
        except BadLabelFileError as error:
            refused[path.name] = str(error)
            continue
        assert TEXTGRID.write(file.regions, content) == content, path.name
        changed = [replace(one, text=f"{one.text}!") for one in file.regions]
        again = TEXTGRID.read(TEXTGRID.write(changed, content), path)
        assert Counter(map(values, again.regions)) == Counter(map(values, changed)), path.name
    assert len(files) == 30
    assert refused == {}
