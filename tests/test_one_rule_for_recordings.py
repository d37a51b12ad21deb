"""Names of recordings are compared by `core.recording_names` and nowhere else."""

import ast
from collections.abc import Iterator

import pytest

HONEST = {
    "core/recording_names.py": "the rule",
    "__main__.py": "the name of a module that is missing",
    "formats/archives/entries.py": "paths within an archive, before there are files of these names",
    "formats/archives/kinds.py": "endings that tell of archives",
    "formats/archives/letting_out.py": "a path within an archive must not lead out of its folder",
    "formats/datasets/finding.py": "a cell is tried as a path as it is written, then asked by the rule",
    "formats/datasets/librispeech.py": "the table of readers is found whatever the capitals of its name",
    "formats/datasets/shards.py": "names of sounds up to the first dot, which are keys within a shard",
    "gui/label/clip_model.py": "the order of rows does not heed capitals",
    "gui/review/queue.py": "the order of clips does not heed capitals",
    "gui/train/class_table.py": "names of classes",
    "jobs/web/addresses.py": "what a server calls a file must not be a path on any system",
    "jobs/presets.py": "files of presets, which some systems compare without heeding capitals",
    "ml/listeners/onnx_file.py": "a file of weights must not lie outside the network's folder, on any system",
    "ml/pipeline/checkpoint.py": "names of tensors",
}
"""Where something of the kind is done, and why no two names of recordings are compared by it."""


def compared_in(tree: ast.AST) -> Iterator[str]:
    """What compares names of files: systems' separators, names without case or ending."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id="PureWindowsPath") | ast.alias(name="PureWindowsPath"):
                yield "PureWindowsPath"
            case ast.Call(func=ast.Attribute(attr="replace"), args=[ast.Constant(value="\\"), _]):
                yield ast.unparse(node)
            case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=part), attr="casefold" | "lower")):
                if part in {"name", "stem", "path"}:
                    yield ast.unparse(node)
            case ast.Compare(left=left, comparators=others):
                parts = [one.attr for one in (left, *others) if isinstance(one, ast.Attribute)]
                if "stem" in parts:
                    yield ast.unparse(node)
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Attribute(attr="name" | "path") | ast.Name(), attr="partition" | "rpartition"
                ),
                args=[ast.Constant(value=".")],
            ):
                yield ast.unparse(node)


def test_no_second_place_compares_names_of_recordings(modules):
    found = {place: list(compared_in(tree)) for place, tree in modules.items()}
    assert {place: calls for place, calls in found.items() if calls and place not in HONEST} == {}
    assert [place for place in HONEST if not found.get(place)] == []


@pytest.mark.parametrize(
    "line",
    [
        "from pathlib import PureWindowsPath",
        "same = clip.name.casefold() == file.name.casefold()",
        "same = clip.path.stem == file.stem",
        "stem = clip.name.rpartition('.')[0]",
        "place = cell.replace('\\\\', '/')",
    ],
)
def test_a_second_place_would_be_noticed(line):
    assert list(compared_in(ast.parse(line)))
