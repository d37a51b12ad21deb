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
