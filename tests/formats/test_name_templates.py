"""File names described part by part."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import described_by_names, name_parts, pattern_of, template_of


def found(template: str, name: str) -> tuple[str, str, str]:
    (one,) = described_by_names([Candidate(Path("/set", name))], pattern_of(template)).candidates
    return one.class_name, one.group, one.fold


@pytest.mark.parametrize(
    ("template", "name", "told"),
    [
        ("{class}_{group}_{}", "dog_site3_12.wav", ("dog", "site3", "")),
        ("{class}_{group}_{}", "dog_12.wav", ("", "", "")),
        ("{class+}_{}", "great_tit_01.wav", ("great_tit", "", "")),
        ("{class+}_{}", "wren_01.FLAC", ("wren", "", "")),
        ("{group}-{fold}-{class}", "ann-2-happy.wav", ("happy", "ann", "2")),
        ("{class}/{group}_{}", "more/dog/ann_1.wav", ("dog", "ann", "")),
        ("{group}/{class+}", "ann/great tit.wav", ("great tit", "ann", "")),
        ("rec{group}.{}", "rec17.left.wav", ("", "17", "")),
        ("{class}.{}", "dog_1.wav", ("", "", "")),
        ("{class}_{}.wav", "dog_1.wav", ("dog", "", "")),
        ("{{{class}}} {}", "{dog} 1.wav", ("dog", "", "")),
        ("{class} ({})", "čejka (2).mp3", ("čejka", "", "")),
    ],
)
def test_parts_of_names_are_what_the_template_says(template, name, told):
    assert found(template, name) == told


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{}_{}", "neither class nor group nor fold"),
        ("{species}_{}", "there is no part {species}"),
        ("{class}_{class}", "names one thing twice"),
        ("{class}{group}", "nothing stands between"),
        ("{class", "expected '}'"),
        ("{class:3}_{}", "{class…}"),
        ("", "neither class nor group nor fold"),
    ],
)
def test_a_template_that_means_nothing_is_refused_with_an_example(template, reason):
    with pytest.raises(UserError) as refused:
        pattern_of(template)
    assert reason in str(refused.value)
    assert "{class}_{group}_{}" in str(refused.value.remedy)


def test_a_name_falls_into_the_parts_that_a_person_sees():
    assert [part.text for part in name_parts("2024-05_great tit #3 (b).wav")] == [
        "2024", "05", "great", "tit", "3", "b"
    ]  # fmt: skip


def test_parts_in_a_row_that_mean_the_same_are_one_of_any_number():
    parts = name_parts("great_tit_site1_03.wav")
    template = template_of(parts, ["class", "class", "group", ""])
    assert template == "{class+}_{group}_{}"
    assert found(template, "wren_site2_1.wav") == ("wren", "site2", "")


@pytest.mark.parametrize(
    ("meanings", "template", "class_name"),
    [
        (["", "", "class", "", ""], "{}_{}_{class}_{+}", "c"),
        (["class", "class", "", "", ""], "{class+}_{}_{}_{}", "a_b"),
        (["", "", "", "class", "class"], "{}_{}_{}_{class+}", "d_e"),
        (["", "", "", "", "class"], "{+}_{class}", "e"),
    ],
)
def test_a_class_between_parts_that_mean_nothing_is_the_one_that_was_clicked(meanings, template, class_name):
    assert template_of(name_parts("a_b_c_d_e.wav"), meanings) == template
    assert found(template, "a_b_c_d_e.wav")[0] == class_name


WORDS = st.text("abcxyzäß0189", min_size=1, max_size=5)


@given(
    words=st.lists(WORDS, min_size=1, max_size=5),
    separators=st.lists(st.sampled_from(["_", "-", " ", " - ", ".", "{", "+"]), min_size=5, max_size=5),
    place=st.integers(0, 4),
)
def test_whatever_part_is_clicked_as_the_class_is_found_in_that_very_name(words, separators, place):
    assume(place < len(words))
    name = words[0] + "".join(between + word for between, word in zip(separators, words[1:], strict=False))
    parts = name_parts(name + ".wav")
    assume(len(parts) > place)
    meanings = ["class" if at == place else "" for at in range(len(parts))]
    assert found(template_of(parts, meanings), name + ".wav")[0] == parts[place].text
