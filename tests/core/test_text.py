"""Messages as values: compared, kept in the project file, and said in English."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.text import Text, listed, placeholders, text_from

names = st.from_regex(r"[a-z][a-z_]{0,7}", fullmatch=True)
numbers = st.integers() | st.floats(allow_nan=False)
plain = st.text() | numbers
prose = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]))


@st.composite
def texts(draw, facts):
    given_facts = draw(st.dictionaries(names, facts, max_size=3))
    braces = [f"{{{name}}}" for name in given_facts]
    template, many = (" ".join([draw(prose), *braces]) for _ in range(2))
    return Text(template, many if draw(st.booleans()) else "", **given_facts)


@given(texts(plain | texts(plain)))
def test_a_message_comes_back_from_the_project_file_as_it_was(text):
    again = text_from(text.stored())
    assert again == text
    assert hash(again) == hash(text)
    assert str(again) == str(text)
    assert again.count == text.count


@given(st.text())
def test_other_words_are_taken_as_they_are(words):
    assert str(text_from(words)) == words
    assert text_from(Text.plain(words).stored()) == Text.plain(words)


@pytest.mark.parametrize(
    "kept",
    [
        '{"text"',
        '{"text": "{n} clips"}',
        '{"text": "{gone}", "many": "", "facts": {}}',
        '{"text": "{}", "many": "", "facts": {}}',
        '{"text": "{n", "many": "", "facts": {"n": 1}}',
        '{"text": "{n:.1f}", "many": "", "facts": {"n": "one"}}',
        '{"text": "{n.real}", "many": "", "facts": {"n": "one"}}',
        '{"text": "{n}", "many": "", "facts": {"n": [1]}}',
        '{"text": "{n:99999999999}", "many": "", "facts": {"n": 1}}',
        '{"text": ' * 100_000,
        '{"text": "", "many": "", "facts": []}',
        '{"many": "", "text": "as no program of ours wrote it", "facts": {}}',
    ],
)
def test_a_spoilt_message_is_shown_and_does_no_harm(kept):
    assert str(text_from(kept)) == kept
    assert text_from(kept).count is None


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 clips are"), (1, "1 clip is"), (2, "2 clips are"), (-1, "-1 clips are")]
)
def test_english_has_two_forms(n, words):
    assert str(Text("{n} clip is silent", "{n} clips are silent", n=n)) == f"{words} silent"


def test_messages_with_other_facts_are_others():
    assert Text("{n} clip", n=1) == Text("{n} clip", n=1)
    assert Text("{n} clip", n=1) != Text("{n} clip", n=2)
    assert Text("{n} clip", n=1) != Text("{n} clip", "{n} clips", n=1)
    assert Text("silent") != "silent"
    assert len({Text("{a}{b}", a=1, b=2), Text("{a}{b}", b=2, a=1)}) == 1


def test_a_message_within_a_message_is_translated_too():
    def shout(template, _count):
        return template.upper().replace("{NAME}", "{name}").replace("{WHY}", "{why}")

    text = Text("{name} is refused: {why}", name=Path("a.wav"), why=Text("it is empty"))
    assert text.words(shout) == "a.wav IS REFUSED: IT IS EMPTY"
    assert str(text) == "a.wav is refused: it is empty"


def test_facts_are_written_as_the_reader_does():
    text = Text("{n} of {share:.1f}, {name}", n=1000, share=0.25, name="1000")
    shown = text.words(lambda *_: "", lambda fact, how: f"<{format(fact, how)}>")
    assert shown == "<1000> of <0.2>, <1000>"


def test_several_messages_are_one():
    assert str(listed([Text("One."), Text("Two.")])) == "One. Two."
    assert str(listed([])) == ""


def test_placeholders_are_the_names_of_facts():
    assert placeholders("{n:.1f} of {total} {{kept}}") == {"n", "total"}


def test_what_is_kept_is_readable():
    kept = json.loads(Text("{name} is empty", name="é.wav").stored())
    assert kept == {"text": "{name} is empty", "many": "", "facts": {"name": "é.wav"}}
