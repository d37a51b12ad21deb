"""Names of classes, groups and folds are spelled by `core.spelling` and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.label import Region
from audioclf_gui.core.naming import as_labels, names_in, with_classes
from audioclf_gui.core.spelling import name_of
from audioclf_gui.formats.registry import FORMATS

OF_A_NAME = re.compile(r"(?:.*_)?(?:name|names|label|class_name|group|fold|word|into)", re.IGNORECASE)
SPELLERS = {"casefold", "lower", "upper", "title", "capitalize", "swapcase", "normalize", "strip"}

HONEST = {
    "core/recording_names.py": "the one rule for names of recordings, which are compared and never stored",
    "core/spelling.py": "the rule",
    "core/mixture_subsets.py": "a fold is compared with words that name parts of a split",
    "formats/archives/kinds.py": "endings that tell of archives",
    "formats/datasets/columns.py": "names of columns are looked through for words that tell what they hold",
    "formats/datasets/librispeech.py": "the table of readers is found whatever the capitals of its name",
    "formats/datasets/speechcommands.py": "lines of a list of files",
    "core/split_names.py": "a folder's words are compared with those that name parts of a split",
    "formats/labels/raven.py": "names of columns, and of views",
    "formats/labels/selection_columns.py": "names of columns",
    "jobs/label_notes.py": "names of columns that tell of a channel",
    "jobs/presets.py": "names of files, which some systems compare without heeding capitals",
    "cli/label_facts.py": "headings of what is printed become keys",
    "cli/labels.py": "headings of what is printed become keys",
    "cli/live.py": "names of sound devices are searched",
    "cli/runs.py": "the name of a figure becomes a heading",
    "gui/label/clip_model.py": "the order of rows does not heed capitals",
    "gui/label/spectrogram_panel.py": "names of colour maps",
    "gui/live/unasked_panel.py": "the ending of a file",
    "gui/review/queue.py": "the order of clips does not heed capitals",
    "gui/train/class_table.py": "the order of rows does not heed capitals",
    "remote/cluster/archive.py": "what services call the facts of a file, and the parts of an address",
    "ml/held_out.py": "groups are chosen as the project has them; only the blanks after commas go",
    "ml/listeners/signature.py": "names of a network's outputs are looked through",
    "ml/splits.py": "a fold is compared with words that name the part to test on",
}
"""Where something is done to the letters of a name, and why no name of a class, group or fold comes of it."""


def spelled_in(tree: ast.AST) -> Iterator[str]:
    """What is done to the letters of things that are called like names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SPELLERS:
            of = node.func.value
            called = of.attr if isinstance(of, ast.Attribute) else of.id if isinstance(of, ast.Name) else ""
            if OF_A_NAME.fullmatch(called):
                yield ast.unparse(node)


def test_no_second_place_spells_names(modules):
    found = {place: list(spelled_in(tree)) for place, tree in modules.items()}
    assert {place: calls for place, calls in found.items() if calls and place not in HONEST} == {}
    assert [place for place in HONEST if place not in modules] == []


def test_accents_are_composed_in_one_place(modules):
    importing = {
        place
        for place, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import) and any(alias.name == "unicodedata" for alias in node.names)
    }
    assert importing == {"core/spelling.py"}


def test_classes_are_made_in_one_place(modules):
    makers = {
        place
        for place, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"new_class", "LabelClass"}
    }
    read_back = {place for place in makers if place.startswith("core/store/")}
    another_number = {"core/rebase.py"}
    assert makers - read_back - another_number == {"core/label.py", "core/naming.py"}


@pytest.mark.parametrize("text", [" dog", "big  dog\t", "do\u0308g", "dog\u00a0", "\ufeffdog", "1.0"])
def test_whatever_is_taken_in_gets_its_name_by_the_rule(text):
    candidate = Candidate(Path("a.wav"), text, text, text)
    assert {candidate.class_name, candidate.group, candidate.fold} == {name_of(text)}
    (known,) = with_classes((), [text, name_of(text)], 0)
    assert known.name == name_of(text)


@pytest.mark.parametrize("key", FORMATS)
def test_a_label_file_of_every_format_names_one_class_however_it_spells_it(key):
    spelled = [Region(0.5, 1.0, "big dog"), Region(1.5, 2.0, " big  dog "), Region(2.5, 3.0, "big\u00a0dog")]
    regions = FORMATS[key].read(FORMATS[key].write(spelled), Path("a")).regions
    (only,) = with_classes((), names_in(regions), 0)
    assert only.name == name_of(only.name)
    assert {label.class_id for label in as_labels(regions, (only,))} == {only.id}
