"""The tool that puts faults into the program makes each kind of them and sees which ones tests notice."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "packaging")
        yield importlib.import_module("mutate")


def faulty(tool: ModuleType, source: str) -> set[str]:
    """Every version of a text with a fault in it."""
    content = source.encode()
    return {mutant.applied(content).decode() for mutant in tool.mutants(content, Path("a.py"))}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", {"x = (a <= b)"}),
        ("x = a == b != c", {"x = (a != b != c)", "x = (a == b == c)"}),
        ("x = a is None", {"x = (a is not None)"}),
        ("x = a in b", {"x = (a not in b)"}),
        ("x = a * (b + c)", {"x = (a / (b + c))", "x = a * ((b - c))"}),
        ("x = a and b or c", {"x = ((a and b) and c)", "x = (a or b) or c"}),
        ("x = not a", {"x = a"}),
        ("x = -a", {"x = a"}),
        ("x = 3", {"x = 4", "x = 2"}),
        ("x = 0.5", {"x = 1.5", "x = -0.5"}),
        ("x = True", {"x = False"}),
        ("x = 'é', b", {"x = '', b"}),
        ("x = ''", {"x = 'mutant'"}),
        ("x = min(a, b)", {"x = max(a, b)"}),
        ("x = all(a)", {"x = any(a)"}),
        ("def f(a=1):\n    return a", {
            "def f(a=2):\n    return a", "def f(a=0):\n    return a", "def f(a=1):\n    return None"
        }),
        ("if a:\n    b.c(d)", {"if (not a):\n    b.c(d)", "if a:\n    pass"}),
        ("x = [a for a in b if a]", {"x = [a for a in b if (not a)]"}),
        ("for a in b:\n    break", {"for a in b:\n    continue"}),
        ("x = {'ä': a} | c", {"x = {'': a} | c", "x = ({'ä': a} & c)"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_each_kind_of_fault_is_made_one_at_a_time(tool, source, expected):
    assert faulty(tool, source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "def f() -> None:\n    '''Another.'''",
        "a: 'Later'\ndef f(b: Literal['x']) -> 'Later': ...",
        "__all__ = ['a']",
        "@dataclass(frozen=True, slots=True)\nclass A: ...",
        "class A(B, total=False): ...",
        "assert a > 1, 'no'",
        "x = zip(a, b, strict=True)",
        "x = f'{a + 1}'",
        "x = Text('{n} clip', '{n} clips', n=n)",
        "raise error('it is so')",
        "T = TypeVar('T', bound=A)",
        "T = TypedDict('T', {'class': str})",
        "if TYPE_CHECKING:\n    x = 1",
    ],
)
def test_what_is_not_run_or_only_said_gets_no_fault(tool, source):
    assert faulty(tool, source) == set()


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """A program of one function whose test misses the boundary and the default."""
    root = tmp_path / "checkout"
    code = root / "audioclf_gui" / "core" / "small.py"
    test = root / "tests" / "core" / "test_small.py"
    for file in (code, test):
        file.parent.mkdir(parents=True)
    (root / "audioclf_gui" / "__init__.py").touch()
    (root / "audioclf_gui" / "core" / "__init__.py").touch()
    code.write_text("def is_long(seconds, limit=10):\n    return seconds > limit\n")
    test.write_text(
        "from audioclf_gui.core.small import is_long\n"
        "def test_long():\n    assert is_long(20)\n    assert not is_long(5)\n"
    )
    return root


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="no process can fork there")


@pytest.mark.slow
@needs_fork
def test_survivors_are_shown_and_the_score_is_told(tool, small_tree, capsys, tmp_path):
    before = {file: file.read_bytes() for file in small_tree.rglob("*.py")}
    kept = tmp_path / "reach.json"
    assert tool.main(["core", "--workers", "1", "--reach", str(kept)], small_tree) == 0
    out = capsys.readouterr().out
    assert "    1 of    4   25 %  audioclf_gui/core/small.py" in out
    assert "core: 1 of 4 mutants killed (25 %)" in out
    assert "survived audioclf_gui/core/small.py:2 (1 tests)" in out
    assert "    -    return seconds > limit\n    +    return (seconds >= limit)" in out
    assert "    +def is_long(seconds, limit=11):" in out
    assert {file: file.read_bytes() for file in small_tree.rglob("*.py")} == before
    assert json.loads(kept.read_text())["seconds"].keys() == {"tests/core/test_small.py::test_long"}
    (small_tree / "tests" / "core" / "test_small.py").write_text("def test_another():\n    pass\n")
    with pytest.raises(SystemExit, match="another state of the program"):
        tool.main(["core", "--workers", "1", "--reach", str(kept)], small_tree)


def test_the_same_seed_draws_the_same_sample(tool):
    source = "\n".join(f"x = a < {number}" for number in range(50)).encode()
    known = tool.mutants(source, Path("a.py"))
    assert len(known) == 150
    assert tool.drawn(known, 20, seed=3) == tool.drawn(known, 20, seed=3)
    assert set(tool.drawn(known, 20, seed=3)) != set(tool.drawn(known, 20, seed=4))
    assert len(set(tool.drawn(known, 20, seed=3))) == 20
    assert set(tool.drawn(known, None, seed=3)) == set(tool.drawn(known, 1000, seed=4)) == set(known)


@needs_fork
def test_tests_that_fail_without_a_fault_and_unknown_modules_are_refused(tool, small_tree):
    (small_tree / "tests" / "core" / "test_small.py").write_text("def test_it():\n    assert False\n")
    with pytest.raises(SystemExit, match="fail without any fault"):
        tool.main(["core", "--workers", "1"], small_tree)
    with pytest.raises(SystemExit, match=r"no module audioclf_gui\.core\.large"):
        tool.main(["core", "large"], small_tree)


def test_a_mutant_meets_the_tests_of_its_statement_those_called_like_its_module_first(tool):
    source = b"LIMIT = 10\ndef long(x):\n    a = (\n        x,\n        x > LIMIT,\n    )\n    return a\n"
    by_place = {(one.line, one.replacement): one for one in tool.mutants(source, Path("core/small.py"))}
    condition, constant = by_place[5, b"(x >= LIMIT)"], by_place[1, b"11"]
    quick, slow, own = (
        "tests/test_b.py::test_quick",
        "tests/test_b.py::test_slow",
        "tests/test_small.py::test",
    )
    reach = tool.Reach(
        {"core/small.py": {"4": [own, slow, quick], "7": ["tests/test_b.py::test_end"], "1": []}},
        {own: 3.0, slow: 9.0, quick: 0.5},
    )
    assert reach.nearest(condition, 60.0) == [own, quick, slow]
    assert reach.nearest(condition, 4.0) == [own, quick]
    assert reach.nearest(condition, 0.0) == [own]
    assert set(reach.nearest(constant, 60.0)) == {own, slow, quick, "tests/test_b.py::test_end"}


def test_tests_of_another_package_count_if_they_are_called_like_the_module_and_import_it(tool, small_tree):
    for folder, text in (
        ("cli", "from audioclf_gui.core.small import is_long\n"),
        ("gui", "import audioclf_gui.gui.small\n"),
    ):
        test = small_tree / "tests" / folder / "test_small.py"
        test.parent.mkdir()
        test.write_text(text)
    (small_tree / "tests" / "cli" / "test_other.py").write_text("import audioclf_gui.core.small\n")
    (small_tree / "tests" / "core" / "test_own.py").write_text("")
    names = tool.tests_for(small_tree, "core", [Path("audioclf_gui/core/small.py")])
    assert names == ["tests/cli/test_small.py", "tests/core/test_own.py", "tests/core/test_small.py"]
