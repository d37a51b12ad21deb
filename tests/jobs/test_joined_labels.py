"""Codes of one name: what becomes of their labels is said, and counted before anything is done."""

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.label import Label
from audioclf_gui.core.naming import class_named
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import read_class_names
from audioclf_gui.jobs.edit_clips import NameClasses, after_edit, edit_clips
from audioclf_gui.jobs.import_plan import ImportPlan, outline
from audioclf_gui.jobs.import_survey import survey
from audioclf_gui.jobs.joined_labels import joined_labels
from audioclf_gui.jobs.writing import carry_out


@pytest.fixture
def codes(tmp_path):
    (tmp_path / "codes.csv").write_text("code,name\nast,warbler\nasw,warbler\nbkt,kite\n")
    return tmp_path / "codes.csv"


def label(project, clip_id, *spans):
    view = project.catalogue.view
    classes = view.with_classes(name for name, *_ in spans)
    labels = tuple(Label(class_named(classes, name), start_s, end_s) for name, start_s, end_s in spans)
    project.catalogue.apply(Text("label"), Change(labels={clip_id: labels}, classes=classes))


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([("ast", 0.1, 0.2), ("asw", 0.1, 0.2)], ["1 label equals another one"]),
        ([("ast", 0.1, 0.2), ("asw", 0.2, 0.3)], ["1 label touches or overlaps"]),
        (
            [("ast", 0.1, 0.2), ("asw", 0.1, 0.2), ("ast", 0.4, 0.5), ("asw", 0.45, 0.6)],
            ["1 label equals", "1 label touches"],
        ),
        ([("ast", 0.1, 0.2), ("asw", 0.3, 0.4)], []),
        ([("ast", 0.1, 0.2), ("ast", 0.2, 0.3), ("bkt", 0.1, 0.2)], []),
    ],
)
def test_labels_that_come_together_are_counted(project, ids, codes, spans, told):
    label(project, ids["new-0"], *spans)
    view = project.catalogue.view
    notes = list(map(str, joined_labels(view, after_edit(NameClasses(read_class_names(codes)), view))))
    assert len(notes) == len(told)
    assert all(part in note for part, note in zip(told, notes, strict=True))
    carry_out(edit_clips(NameClasses(read_class_names(codes)), project.view()), project)
    assert list(map(str, joined_labels(view, project.catalogue.view))) == notes


def test_the_preview_says_it_before_anything_comes_in(project, ids, sounds, codes):
    label(project, ids["new-0"], ("ast", 0.1, 0.2), ("asw", 0.1, 0.2))
    plan = ImportPlan("parts", name_template="{class}-{}", class_names=codes)
    outlined = outline(survey([sounds]), plan, project.catalogue.view)
    assert any("1 label equals another one" in str(note) for note in outlined.notes)


def test_codes_that_become_one_class_are_named(codes, tmp_path, project):
    for name in ("ast_1.wav", "asw_2.wav"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).touch()
    plan = ImportPlan("parts", name_template="{class}_{}", class_names=codes)
    outlined = outline(survey([tmp_path / "in"]), plan, project.catalogue.view)
    assert any("become one class, warbler" in str(note) for note in outlined.notes)
