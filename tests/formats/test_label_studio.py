"""Tasks of Label Studio: read for what people labelled, written so that all else keeps its bytes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.label import Region
from audioclf_gui.core.region_pairs import values
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.json_text import BadJsonError, Node, list_changes, parsed
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError, recognise
from audioclf_gui.formats.text import changed

STUDIO = FORMATS["label-studio"]
SOURCE = Path("tasks.json")
SAW = """{"id": "r1", "from_name": "tag", "to_name": "snd", "type": "labels", "original_length": 12.5,
     "value": {"start": 0.75, "end": 1.50, "channel": 0, "labels": ["saw"]}}"""
NOTE = """{"id": "r1", "from_name": "words", "to_name": "snd", "type": "textarea",
     "value": {"start": 0.75, "end": 1.5, "channel": 0, "text": ["faint"]}}"""
BOTH = """{"id": "r2", "from_name": "tag", "to_name": "snd", "type": "labels", "score": 0.5,
     "value": {"start": 3, "end": 4, "labels": ["saw", "dr\\u00efll"]}}"""
CHOICE = '{"id": "c", "from_name": "mood", "to_name": "snd", "type": "choices", "value": {"choices": ["x"]}}'
TASKS = f"""[ {{"id": 12, "data": {{"audio": "/data/local-files/?d=set1/a%20b.wav", "site": "x"}},
  "annotations": [
   {{"id": 6, "was_cancelled": true, "result": [{SAW}]}},
   {{"id": 7, "completed_by": 3, "result": [
    {SAW},
    {NOTE},
    {CHOICE},
    {BOTH}
   ]}}],
  "predictions": [{{"model_version": "m3", "score": 0.82, "result": [{SAW}]}}]}},
 {{"id": 13, "data": {{"url": "https://x.org/c.mp3"}}, "annotations": []}},
 {{"id": 14, "data": {{"url": "https://x.org/d.mp3?v=2"}}, "annotations": [{{"result": [ ]}}]}}
]
"""
SAID = [
    Region(0.75, 1.5, "saw", note="faint"),
    Region(3.0, 4.0, "saw", score=0.5),
    Region(3.0, 4.0, "drïll", score=0.5),
]


def read(text: str):
    return STUDIO.read(text.encode(), SOURCE)


def written(regions, text: str) -> str:
    """What is written, which is JSON."""
    content = STUDIO.write(regions, text.encode()).decode()
    json.loads(content)
    return content


def test_what_somebody_labelled_is_read_and_all_else_is_named(tmp_path):
    file = read(TASKS)
    assert [values(one) for one in file.regions] == SAID
    assert {one.sound_file for one in file.regions} == {"set1/a b.wav"}
    assert [str(note) for note in file.notes] == [
        "1 entry that is no stretch of sound is kept in the file and not shown"
    ]
    assert written(file.regions, TASKS) == TASKS
    (tmp_path / "a.json").write_text(TASKS)
    assert recognise(tmp_path / "a.json") is STUDIO


def test_only_the_values_that_changed_are_written():
    first, second, third = read(TASKS).regions
    moved = replace(first, end_s=1.25, note="loud", text="drill")
    now = written([moved, second, third], TASKS)
    assert now == TASKS.replace(NOTE, NOTE.replace('"faint"', '"loud"'), 1).replace(
        f"    {SAW},\n    ", f"    {SAW.replace('1.50', '1.25').replace('saw', 'drill')},\n    ", 1
    )
    assert [values(one) for one in read(now).regions] == [values(moved), *SAID[1:]]


def test_one_name_of_an_entry_may_change_or_go():
    first, second, third = read(TASKS).regions
    renamed = written([first, second, replace(third, text="鳥")], TASKS)
    assert renamed == TASKS.replace('"dr\\u00efll"', '"鳥"')
    left = written([first, third], TASKS)
    assert left == TASKS.replace('["saw", "dr\\u00efll"]', '["dr\\u00efll"]')
    scored = written([first, *(replace(one, score=0.75) for one in (second, third))], TASKS)
    assert scored == TASKS.replace('"score": 0.5,', '"score": 0.75,')
    apart = written([first, replace(second, end_s=3.5), third], TASKS)
    assert sorted(values(one).end_s for one in read(apart).regions) == [1.5, 3.5, 4.0]


def test_a_label_goes_with_its_note_and_a_first_note_comes_behind_its_label():
    first, second, third = read(TASKS).regions
    without = written([second, third], TASKS)
    assert without == TASKS.replace(f"    {SAW},\n    {NOTE},\n    {CHOICE}", f"    {CHOICE}")
    noted = written([first, *(replace(one, note="near") for one in (second, third))], TASKS)
    again = read(noted).regions
    assert [one.note for one in again] == ["faint", "near", "near"]
    entry = json.loads(noted)[0]["annotations"][1]["result"][-1]
    assert (entry["id"], entry["from_name"], entry["to_name"]) == ("r2", "words", "snd")


def test_a_new_label_goes_to_the_task_of_its_recording_at_its_time():
    known = read(TASKS).regions
    new = [
        Region(2.0, 2.5, "new", sound_file="set1/a b.wav"),
        Region(1.0, 2.0, "elsewhere", note="there", sound_file="https://x.org/d.mp3?v=2"),
    ]
    now = written([*known, *new], TASKS)
    again = read(now)
    assert [(one.text, one.sound_file) for one in again.regions] == [
        ("saw", "set1/a b.wav"),
        ("new", "set1/a b.wav"),
        ("saw", "set1/a b.wav"),
        ("drïll", "set1/a b.wav"),
        ("elsewhere", "https://x.org/d.mp3?v=2"),
    ]
    assert again.regions[-1].note == "there"
    entry = json.loads(now)[0]["annotations"][1]["result"][3]
    assert (entry["from_name"], entry["to_name"]) == ("tag", "snd")


def test_of_several_people_the_one_of_the_truth_or_the_last_is_read_and_the_others_are_told():
    def annotation(name, updated, truth="false"):
        entry = SAW.replace("saw", name)
        return f'{{"ground_truth": {truth}, "updated_at": "{updated}", "result": [{entry}]}}'

    old, late = annotation("old", "2024-01-01"), annotation("late", "2025-01-01")
    true = annotation("true", "2023-01-01", "true")
    for people, wanted in (((old, late), "late"), ((late, old), "late"), ((late, true, old), "true")):
        file = read(f'{{"data": {{"audio": "a.wav"}}, "annotations": [{", ".join(people)}]}}')
        assert [one.text for one in file.regions] == [wanted]
        assert f"{len(people) - 1} annotation" in str(file.notes[0])


def test_a_task_that_nobody_annotated_gets_its_first_annotation():
    for known in ("", ', "annotations": []', ', "annotations": [{"was_cancelled": true, "result": []}]'):
        text = f'[{{"data": {{"audio": "a.wav"}}{known}, "predictions": [{{"result": []}}]}}]'
        assert read(text).regions == ()
        now = written([Region(0.5, 1.0, "saw", note="faint")], text)
        assert [values(one) for one in read(now).regions] == [Region(0.5, 1.0, "saw", note="faint")]


def test_each_recording_keeps_its_own_tasks():
    more = written([*read(TASKS).regions, Region(1, 2, "x", sound_file="https://x.org/d.mp3?v=2")], TASKS)
    file = read(more)
    part = file.document.part({3})
    assert [one["id"] for one in json.loads(part)] == [14]
    assert [one.text for one in STUDIO.read(part, SOURCE).regions] == ["x"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[{"annotations": [{"result": [{"type": "rectanglelabels", "value": {}}]}]}]', "“rectanglelabels”"),
        ('[{"annotations": [{"result": [', "line 1: it does not go on as JSON does"),
        ('[{"annotations": [{"result": []}]} x]', "does not go on as JSON"),
        ('[1, "annotations", "result"]', "no task of Label Studio"),
        ("[" * 5000, "does not go on as JSON"),
        (f"[{SAW.replace('0.75', 'null')}]".join(['[{"annotations": [{"result": ', "}]}]"]), "no number"),
    ],
)
def test_what_is_no_task_of_sound_is_refused_with_the_reason(text, reason):
    with pytest.raises(BadLabelFileError, match=reason):
        read(text)


def test_files_of_the_tool_are_read_or_refused_for_what_they_are(shared_data):
    told = {}
    for path in sorted((shared_data / "annotation-formats" / "labelstudio").iterdir()):
        try:
            file = read_label_file(path)
        except BadLabelFileError as error:
            told[path.stem.partition("__")[2]] = str(error).rpartition(": ")[2]
        else:
            assert STUDIO.write(file.labels.regions, file.content) == file.content
            told[path.stem.partition("__")[2]] = [
                (one.text, round(one.start_s, 2), round(one.end_s, 2)) for one in file.labels.regions
            ]
    image = "its entries are no stretches of sound, but “{}”"
    assert told == {
        "csv_test": image.format("rectanglelabels"),
        "data": image.format("polygonlabels"),
        "0": image.format("choices"),
        "1": [("Beat", 12.78, 28.51), ("Other", 55.75, 59.4)],
        "examples_audio_classification_tasks": [],
        "examples_transcribe_audio_tasks": [],
        "tasks": [],
    }


# The text of JSON

scalars = st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5)
documents = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=20,
)


def plain(node: Node):
    """The value of a node as `json.loads` gives it."""
    if node.kind == "list":
        return [plain(one) for one in node.items]
    return {name: plain(one) for name, one in node.members.items()} if node.kind == "object" else node.value


@given(documents, st.sampled_from([None, 1]), st.booleans())
def test_every_json_is_taken_apart_as_the_standard_library_does(document, indent, is_ascii):
    text = json.dumps(document, indent=indent, ensure_ascii=is_ascii)
    assert plain(parsed(f" {text}\n")) == document


def is_json(text):
    def refuse(constant):
        raise ValueError(constant)  # NaN and Infinity are none

    try:
        json.loads(text, parse_constant=refuse)
    except ValueError:
        return False
    return True


@given(documents, st.data())
def test_a_damaged_json_is_taken_apart_or_refused(document, data):
    text = json.dumps(document)
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.text(st.sampled_from('[]{},:"0-e.\\u1ntf '), max_size=3)) + text[at + 1 :]
    try:
        node = parsed(text)
    except BadJsonError:
        assert not is_json(text)
    else:
        assert plain(node) == json.loads(text)


@given(
    st.lists(st.integers(0, 9), max_size=6),
    st.sets(st.integers(0, 5)),
    st.lists(st.tuples(st.integers(0, 6), st.integers(10, 99)), max_size=3),
    st.sampled_from([None, 1]),
)
def test_items_go_and_come_in_their_order(items, dropped, inserted, indent):
    text = json.dumps(items, indent=indent)
    gone = {place for place in dropped if place < len(items)}
    coming = sorted(inserted, key=lambda pair: pair[0])
    new = [(place, str(value)) for place, value in coming]
    wanted = []
    for place in range(7):
        wanted += [value for before, value in coming if before == place]
        wanted += [items[place]] if place < len(items) and place not in gone else []
    assert json.loads(changed(text, list_changes(text, parsed(text), gone, new))) == wanted
