"""Codes of classes and what they stand for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import read_class_names, with_names


@pytest.mark.parametrize(
    "content",
    [
        "ast,Astley's warbler\npar,Parrotbill\n",
        "Code;Name\nAST;Astley's warbler\npar;Parrotbill\n",
        "species_code\tEnglish name\tnote\nast\tAstley's warbler\t1\npar\tParrotbill\t\n",
        "\ufeffcode,species\r\nast,Astley's warbler\r\n\r\npar,Parrotbill\r\n,\r\n",
    ],
    ids=["bare", "semicolons", "tabs and more columns", "as Windows saves it"],
)
def test_codes_get_their_names_and_what_is_none_stays(tmp_path, content):
    (tmp_path / "names.csv").write_bytes(content.encode())
    given_ = [Candidate(Path("a.wav"), "Ast", others=("par",)), Candidate(Path("b.wav"), "owl")]
    named, notes = with_names(given_, read_class_names(tmp_path / "names.csv"))
    assert [one.class_names for one in named] == [("Astley's warbler", "Parrotbill"), ("owl",)]
    told = "\n".join(map(str, notes))
    assert "2 classes get their names from names.csv: Ast is Astley's warbler" in told
    assert "“owl” is no code of names.csv and stays so" in told


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("name,id\ndog,0\ncat,1\n", ("0", "1")),
        ("index,mid,display_name\n0,/m/0bt9lr,dog\n1,/m/01yrx,cat\n", ("/m/0bt9lr", "1")),
        ("class_name;class_id;note\ndog;0;x\ncat;1;\n", ("0", "1")),
    ],
)
def test_headings_say_where_the_codes_are(tmp_path, content, codes):
    (tmp_path / "names.csv").write_text(content)
    named, _ = with_names(
        [Candidate(Path("a.wav"), one) for one in codes], read_class_names(tmp_path / "names.csv")
    )
    assert [one.class_name for one in named] == ["dog", "cat"]


def test_that_no_class_is_called_by_a_code_is_told(tmp_path):
    (tmp_path / "names.csv").write_text("dog,0\ncat,1\n")
    named, notes = with_names([Candidate(Path("a.wav"), "0")], read_class_names(tmp_path / "names.csv"))
    assert [one.class_name for one in named] == ["0"]
    assert list(map(str, notes)) == ["no class here is called by a code of names.csv, so all names stay"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a,dog\nb,cat\na,wolf\n", "line 3: “a” is called “wolf”, and “dog” before"),
        ("a,b\nb,c\n", "“b” is the name of “a”, and a code of another name"),
        ("only codes\nx\n", "gives no code a name"),
        ("", "is empty"),
    ],
)
def test_a_table_that_names_nothing_or_one_code_twice_is_refused(tmp_path, content, reason):
    (tmp_path / "names.csv").write_text(content)
    with pytest.raises(UserError, match=reason):
        read_class_names(tmp_path / "names.csv")


@given(content=st.binary(max_size=200))
def test_whatever_a_table_of_names_holds_it_is_read_or_refused_in_words(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("names") / "names.csv"
    file.write_bytes(content)
    try:
        names = read_class_names(file).names
    except UserError:
        return
    assert all(names.values())
