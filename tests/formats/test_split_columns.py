"""Columns of a table that tell the parts of a split: read as folds whatever they are called, or told."""

import pytest

from audioclf_gui.formats.datasets import Columns, likely_columns, read_sheet, table

PARTS = ("train", "test", "Train", "validation")


def written(tmp_path, header, *, parts=PARTS):
    file = tmp_path / "t.csv"
    rows = (f"{number}.wav,{'owl' if number % 2 else 'jay'},{part}" for number, part in enumerate(parts))
    file.write_text("\n".join((header, *rows)), "utf-8")
    return file


@pytest.mark.parametrize("column", ["set", "Phase", "usage", "target_set"])
def test_a_column_of_parts_is_the_fold_whatever_it_is_called(column, tmp_path):
    file = written(tmp_path, f"file,animal,{column}")
    assert likely_columns(read_sheet(file)) == Columns("file", "animal", fold=column)


@pytest.mark.parametrize(
    ("header", "parts", "cells"),
    [
        ("file,label,set", PARTS, "“Train”, “test”, “train”"),
        ("file,label,is_test", ("0", "1", "0", "0"), "“0”, “1”"),
        ("file,label,Training set", ("yes", "", "yes", "no"), "“no”, “yes”"),
    ],
)
def test_parts_that_are_not_read_are_told(header, parts, cells, tmp_path):
    words = " ".join(map(str, table(written(tmp_path, header, parts=parts), Columns("file", "label")).notes))
    assert f"“{header.split(',')[-1]}” of t.csv tells parts of a split ({cells}" in words


def test_a_flag_of_tests_is_no_class_beside_columns_of_classes(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("file,owl,jay,is_test\n1.wav,1,0,1\n2.wav,0,1,0\n3.wav,1,0,0\n")
    assert likely_columns(read_sheet(file)).classes == ("owl", "jay")


@pytest.mark.parametrize(
    ("column", "cells", "folds"),
    [
        ("is_test", "0100", ["train", "test", "train", "train"]),
        ("Train", ("yes", "no", "no", "yes"), ["train", "test", "test", "train"]),
        ("validation", "1000", ["valid", "train", "train", "train"]),
    ],
)
def test_a_flag_of_one_part_tells_the_folds_and_that_is_said(column, cells, folds, tmp_path):
    file = written(tmp_path, f"file,animal,{column}", parts=cells)
    found = table(file, likely_columns(read_sheet(file)))
    assert [one.fold for one in found.candidates] == folds
    assert f"column “{column}” of t.csv marks rows of one part of a split" in str(found.notes[-1])


def test_of_several_flags_that_of_the_tests_holds_and_the_others_are_told(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("file,animal,is_val,is_test\n1.wav,owl,1,0\n2.wav,jay,0,1\n3.wav,owl,0,0\n")
    columns = likely_columns(read_sheet(file))
    assert columns.fold == "is_test"
    assert "“is_val” of t.csv tells parts of a split" in " ".join(map(str, table(file, columns).notes))
