"""What every label format promises; a new one is tested by being registered."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audioclf_gui.core.capabilities import held_by
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, Region
from audioclf_gui.core.region_pairs import meaning, values
from audioclf_gui.core.spelling import name_of
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, label_format, recognise

SOURCE = Path("night 3.txt")

HEADS = [
    "",
    "start_s;end_s;label;x\n",
    "start_s,end_s,label,low_hz,high_hz,score\r\n",
    "Begin Time (s)\tEnd Time (s)\tType\t\n",
    "Selection\tView\tBegin Time (s)\tEnd Time (s)\tConfidence\tType\r\n",
    "Begin Time (s);End Time (s);Species\n",
]

NAMES_APART = {"whombat"}  # formats in which records refer to names that stand in a list of their own

microseconds = st.integers(0, 10**11)
texts = st.text(
    st.characters(exclude_characters="\t\r\n\ufffe\uffff", exclude_categories=["Cs"]), max_size=30
)


@st.composite
def regions(draw: st.DrawFn, text: st.SearchStrategy[str] = texts) -> Region:
    start, end = sorted((draw(microseconds), draw(microseconds)))
    return Region(start / 1e6, end / 1e6, draw(text))


def read(key: str, content: bytes) -> tuple[Region, ...]:
    return FORMATS[key].read(content, SOURCE).regions


def bare(found: tuple[Region, ...]) -> list[Region]:
    return [values(region) for region in found]


def unordered(found: Iterable[Region]) -> Counter[Region]:
    """The regions by what they mean: how a file spells a name is its own affair."""
    return Counter(map(meaning, found))


def by_start(region: Region) -> float:
    return region.start_s


def fitting(key: str, found: Iterable[Region]) -> list[Region]:
    """The regions as the format can hold them; those that it says it leaves out are none."""
    capabilities = FORMATS[key].capabilities
    if not capabilities.fine_times:
        found = [replace(one, start_s=round(one.start_s, 3), end_s=round(one.end_s, 3)) for one in found]
    return [
        region if capabilities.blanks else replace(region, text="_".join(region.text.split()))
        for region in found
        if not capabilities.leaves_out(region)
    ]


def named(found: Iterable[Region]) -> Counter[Region]:
    """The regions in any order; a text of blanks alone is no name."""
    return unordered(region if region.text.strip() else replace(region, text="") for region in found)


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize(
    "known",
    [
        pytest.param([], id="none"),
        pytest.param([Region(0.25, 0.25, "click")], id="a single moment"),
        pytest.param([Region(0.0, 0.5, "wren"), Region(0.5, 1.5, "čejka, volá")], id="touching, accents"),
        pytest.param([Region(0.0, 1.0, ' 鳥 "x"; y '), Region(0.5, 0.75, "3.5")], id="odd texts"),
        pytest.param([Region(0.5, 1.0, ""), Region(0.5, 1.0, "")], id="twins without a text"),
        pytest.param([Region(1.0, 2.0, "box", 100.0, 2000.5)], id="a box"),
    ],
)
def test_every_format_reads_back_what_it_wrote(key, known):
    if losses(FORMATS[key], known):
        pytest.skip("it says that it cannot hold all of it")
    content = FORMATS[key].write(known)
    assert bare(read(key, content)) == known
    assert FORMATS[key].write(read(key, content), content) == content
    assert FORMATS[key].read(content, SOURCE).canonical


@pytest.mark.parametrize("key", FORMATS)
@given(known=st.lists(regions(), max_size=8))
def test_regions_survive_writing_and_reading(key, known):
    known = fitting(key, known)
    file = FORMATS[key].read(FORMATS[key].write(known), SOURCE)
    assert unordered(file.regions) == unordered(known)
    if not file.holds.tracks:
        assert bare(file.regions) == sorted(known, key=by_start)


SAID_BESIDE = st.fixed_dictionaries(
    {},
    optional={
        "track": st.sampled_from(["song", "call 2", "Zug"]),
        "note": texts.filter(str.strip),
        "certainty": st.sampled_from(Certainty),
        "extra": st.dictionaries(st.sampled_from(["SNR", "observer"]), texts.filter(str.strip)).map(
            lambda pairs: tuple(sorted(pairs.items(), reverse=True))
        ),
    },
)


@pytest.mark.parametrize("key", FORMATS)
@given(known=st.lists(st.tuples(regions(), SAID_BESIDE), max_size=6))
def test_what_a_format_says_that_it_can_hold_is_held(key, known):
    wanted = fitting(key, held_by(FORMATS[key].capabilities, [replace(one, **more) for one, more in known]))
    assume(not losses(FORMATS[key], wanted))
    assume(any(one.text.strip() for one in wanted))  # else another column may be that of the labels
    again = FORMATS[key].read(FORMATS[key].write(wanted), SOURCE)
    assert sides(again.regions) == sides(wanted)
    assert {track.name for track in again.tracks} == {one.track for one in wanted} - {""}


@pytest.mark.parametrize("key", FORMATS)
@given(known=st.lists(st.tuples(regions(), SAID_BESIDE), min_size=1, max_size=6), data=st.data())
def test_what_is_said_beside_a_label_can_be_changed(key, known, data):
    can = FORMATS[key].capabilities
    content = FORMATS[key].write(fitting(key, held_by(can, [replace(one, **more) for one, more in known])))
    found = list(read(key, content))
    assume(any(one.text.strip() for one, _more in known))  # else another column may be that of the labels
    assume(found)
    place = data.draw(st.integers(0, len(found) - 1))
    found[place] = can.held(replace(found[place], **data.draw(SAID_BESIDE)))
    assume(not losses(FORMATS[key], found) and any(one.text.strip() for one in found))
    again = read(key, FORMATS[key].write(found, content))
    assert sides(again) == sides(found)


def sides(found: Iterable[Region]) -> Counter[Region]:
    """The regions by what they mean, further columns in any order."""
    return unordered(replace(one, extra=tuple(sorted(one.extra))) for one in found)


@pytest.mark.parametrize("key", FORMATS)
def test_new_files_are_in_order_of_time(key):
    found = read(key, FORMATS[key].write([Region(5.0, 6.0, "late"), Region(1.0, 2.0, "early")]))
    assert [region.text for region in found] == ["early", "late"]


@pytest.mark.parametrize("key", FORMATS)
@given(known=st.lists(regions(), min_size=1, max_size=8), data=st.data())
def test_changing_one_region_changes_its_record_only(key, known, data):
    content = FORMATS[key].write(fitting(key, known))
    found = list(read(key, content))
    assume(found)
    place = data.draw(st.integers(0, len(found) - 1))
    found[place] = replace(found[place], text=found[place].text + "!")
    lines, changed = content.split(b"\n"), FORMATS[key].write(found, content).split(b"\n")
    assert len(lines) == len(changed)
    touched = sum(line != now for line, now in zip(lines, changed, strict=True))
    assert touched == 1 or (touched == 2 and key in NAMES_APART)
    assert unordered(read(key, b"\n".join(changed))) == unordered(found)  # twins may change places


@pytest.mark.parametrize("key", FORMATS)
@given(known=st.lists(regions(), max_size=6), added=st.lists(regions(), max_size=3), data=st.data())
def test_added_and_deleted_regions_leave_the_other_records_as_they_are(key, known, added, data):
    content = FORMATS[key].write(fitting(key, known))
    added = fitting(key, added)
    kept = [region for region in read(key, content) if data.draw(st.booleans())]
    again = read(key, FORMATS[key].write([*added, *kept], content))
    assert unordered(again) == unordered([*kept, *added])
    assert Counter(region.raw for region in kept) <= Counter(region.raw for region in again)


@pytest.mark.parametrize("key", FORMATS)
def test_a_new_region_goes_where_its_time_is(key):
    content = FORMATS[key].write([Region(1.0, 2.0, "a"), Region(5.0, 6.0, "b")])
    found = [Region(3.0, 4.0, "new"), *read(key, content), Region(9.0, 9.0, "last")]
    expected = ["a", "new", "b", "last"][: 4 if FORMATS[key].capabilities.moments else 3]
    assert [r.text for r in read(key, FORMATS[key].write(found, content))] == expected


@pytest.mark.parametrize("key", FORMATS)
def test_records_are_found_again_without_their_raw_text(key):
    content = FORMATS[key].write([Region(0.125, 2.0, "a"), Region(5.0, 6.0, "b")])
    assert FORMATS[key].write(bare(read(key, content)), content) == content


@pytest.mark.parametrize("key", FORMATS)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(key, content):
    try:
        file = FORMATS[key].read(content, SOURCE)
    except BadLabelFileError as error:
        refusal = f"{error} {error.remedy}"
    else:
        refusal = ""
        assert FORMATS[key].write(file.regions, content) == content
    assert not refusal or SOURCE.name in refusal
    FORMATS[key].recognises(content, SOURCE)


@pytest.mark.parametrize("key", FORMATS)
@given(
    head=st.sampled_from(HEADS),
    body=st.text(st.sampled_from('0123456789.,;\t\t\n\n\r\\"ae-nf é'), max_size=150),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1"]),
)
def test_almost_right_files_come_back_as_the_same_bytes(key, head, body, encoding):
    content = (head + body).encode(encoding)
    try:
        file = FORMATS[key].read(content, SOURCE)
    except BadLabelFileError:
        return
    assert FORMATS[key].write(file.regions, content) == content
    assert all(math.isfinite(region.end_s) for region in file.regions)
    assert FORMATS[key].read(FORMATS[key].write(file.regions), SOURCE).skipped == ()


@pytest.mark.parametrize("key", FORMATS)
@given(
    head=st.sampled_from(HEADS),
    body=st.text(st.sampled_from('0123456789.,;\t\t\n\n\r\\"ae-nf é'), max_size=150),
    changed=regions(),
    data=st.data(),
)
def test_edits_of_odd_records_are_read_back(key, head, body, changed, data):
    content = (head + body).encode()
    try:
        found = list(FORMATS[key].read(content, SOURCE).regions)
    except BadLabelFileError:
        return
    assume(found)
    place = data.draw(st.integers(0, len(found) - 1))
    fields = data.draw(st.sets(st.sampled_from(["start_s", "end_s", "text", "low_hz", "high_hz", "score"])))
    bounded = replace(changed, low_hz=10.0, high_hz=2000.0, score=data.draw(st.sampled_from([None, 0.5])))
    edits = {field: getattr(bounded, field) for field in fields}
    try:
        found[place] = replace(found[place], **edits)
    except ValueError:
        assume(False)
    again = read(key, FORMATS[key].write(found, content))
    assert named(again) == named(found)


@pytest.mark.parametrize("key", FORMATS)
def test_a_text_that_the_old_encoding_lacks_makes_the_file_utf8(key):
    content = FORMATS[key].write([Region(0.0, 1.0, "été")]).decode().encode("cp1252")
    (region,) = read(key, content)
    assert region.text == "été"
    written = FORMATS[key].write([region, Region(2.0, 3.0, "鳥")], content)
    assert [found.text for found in read(key, written)] == ["été", "鳥"]


@pytest.mark.parametrize("key", FORMATS)
def test_halves_of_characters_from_file_names_do_not_stop_writing(key):
    assert b"wren?" in FORMATS[key].write([Region(0.0, 1.0, "wren\udcff")])


@pytest.mark.parametrize("key", FORMATS)
def test_its_own_files_are_recognised(key, tmp_path):
    path = tmp_path / f"labels{FORMATS[key].suffixes[0].upper()}"
    path.write_bytes(FORMATS[key].write([Region(0.5, 1.0, "wren")]))
    assert recognise(path) is FORMATS[key]


def test_other_files_are_not_recognised(tmp_path):
    for name, content in (
        ("a.wav", b"RIFF\0\0\0\0WAVE"),
        ("a.txt", b"dear diary\n"),
        ("a.csv", b"a,b\n1,2\n"),
    ):
        (tmp_path / name).write_bytes(content)
        assert recognise(tmp_path / name) is None


def test_a_file_that_is_gone_is_a_user_error(tmp_path):
    with pytest.raises(UserError, match=r"gone\.txt cannot be read"):
        recognise(tmp_path / "gone.txt")


def test_two_formats_cannot_share_a_key():
    with pytest.raises(ValueError, match="audacity"):
        label_format(type(FORMATS["audacity"]))


@pytest.mark.parametrize(
    ("key", "content", "line", "reason"),
    [
        ("audacity", "\ndear diary\n5\t4\tx\n", 2, "line 2: 'dear diary' is no number"),
        ("raven", "Begin Time (s)\tEnd Time (s)\nsoon\t2\n2\t1\n", 2, "line 2: Begin Time or End Time is no"),
        ("raven", "Begin Time (s)\tEnd\n1\t2\n", 1, "line 1: its first line does not name"),
        ("csv", "start_s,end_s,label\nsoon,2,a\n2,1,b\n", 2, "line 2: start_s or end_s is no number"),
        ("csv", "start_s,label\n1,a\n", 1, "line 1: its first line does not name"),
    ],
)
def test_a_file_without_any_label_is_refused_with_its_first_line_and_the_reason(key, content, line, reason):
    with pytest.raises(BadLabelFileError, match=re.escape(reason)) as refused:
        read(key, content.encode())
    assert refused.value.line == line
    assert refused.value.source == SOURCE


@pytest.mark.parametrize("key", FORMATS)
def test_another_spelling_of_a_name_stays_as_it_is_in_the_file(key):
    spelled = fitting(
        key, [Region(0.5, 1.0, "big  dog "), Region(1.5, 2.0, "do\u0308g"), Region(2.5, 3.0, "1.0")]
    )
    content = FORMATS[key].write(spelled)
    tidy = [replace(one, text=name_of(one.text)) for one in read(key, content)]
    assert FORMATS[key].write(tidy, content) == content
    assert FORMATS[key].write([values(one) for one in tidy], content) == content
    moved = FORMATS[key].write([replace(tidy[0], start_s=0.25), *tidy[1:]], content)
    assert bare(read(key, moved)) == [replace(spelled[0], start_s=0.25), *spelled[1:]]


@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("csv", "start_s,end_s,label,low_hz,high_hz\n0,1,owl,900,300\n1,2,owl,300,900\n"),
        ("raven", "Begin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tType\n0\t1\t900\t300\towl\n"),
        ("audacity", "0\t1\towl\n\\\t900\t300\n1\t2\towl\n\\\t-1.0\t900\n"),
    ],
)
def test_a_band_upside_down_is_put_right_and_that_is_told(key, content):
    file = FORMATS[key].read(content.encode(), SOURCE)
    assert (file.regions[0].low_hz, file.regions[0].high_hz) == (300.0, 900.0)
    assert [str(one) for one in file.notes if "above the upper" in str(one)] == [
        "the lower frequency of 1 label is above the upper one: they are exchanged"
    ]
