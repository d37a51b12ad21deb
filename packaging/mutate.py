#!/usr/bin/env python3
"""Put small faults into the program, one at a time, and see whether the tests notice.

    python3 packaging/bootstrap.py mutate core                        every fault there can be in `core`
    python3 packaging/bootstrap.py mutate formats labels.raven        those of one module or folder
    python3 packaging/bootstrap.py mutate core --sample 60 --seed 2   60 of them, drawn at random

A fault is a mutant: another comparison, a number off by one, a call left out. Tests that fail kill it.
What survives is shown as a difference: either a test is missing, or both programs do the same.
Only the package's own tests are run, and those called like the module, in copies of the tree; the checkout
is never touched.
"""

import argparse
import ast
import copy
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "audioclf_gui"

_PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--hypothesis-seed=0")
_LEAST_LIMIT_S = 30.0
_ALL_PASSED = 0
_COPIED = (PROGRAM, "tests", "packaging", "resources", "pyproject.toml")

_COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}

_NOT_RUN = {"annotation", "returns", "decorator_list", "type_params", "bases"}
_FOR_TYPES = {"TypeVar", "NewType", "TypedDict", "cast", "Protocol"}
_SAID_BY = ("Text", "Error", "say")
_NAMES_ONLY = {"__all__", "__slots__"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the bytes from `start` to `end` of a file replaced."""

    file: Path  # below the root
    line: int
    start: int
    end: int
    replacement: bytes

    def applied(self, source: bytes) -> bytes:
        """The file with the fault in it."""
        return source[: self.start] + self.replacement + source[self.end :]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tests said to one mutant."""

    mutant: Mutant
    killed: bool
    seconds: float


def mutants(source: bytes, file: Path) -> list[Mutant]:
    """Every fault that is thought of in the text of one module, in the order of its lines."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    found = []
    for node in _nodes(tree, said=False):
        for target, replacement in _faults(node):
            assert target.end_lineno is not None
            assert target.end_col_offset is not None
            start = starts[target.lineno - 1] + target.col_offset
            end = starts[target.end_lineno - 1] + target.end_col_offset
            mutant = Mutant(file, target.lineno, start, end, _text(replacement).encode())
            if _is_another_program(tree, mutant.applied(source)):
                found.append(mutant)
    return sorted(set(found), key=lambda mutant: (mutant.start, mutant.end, mutant.replacement))


def _is_another_program(tree: ast.Module, mutated: bytes) -> bool:
    try:
        return ast.dump(ast.parse(mutated)) != ast.dump(tree)
    except SyntaxError:
        return False


def _text(node: ast.AST) -> str:
    """The node as source, in brackets where its neighbours could pull it apart."""
    text = ast.unparse(node)
    whole = (ast.Constant, ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.stmt)
    return text if isinstance(node, whole) else f"({text})"


def _nodes(node: ast.AST, *, said: bool) -> Iterator[ast.expr | ast.stmt | ast.comprehension]:
    """What is run, without types, docstrings and the words of messages (`said`)."""
    if isinstance(node, ast.expr | ast.stmt | ast.comprehension):
        yield node
    said = said or _is_said(node)
    for name, value in ast.iter_fields(node):
        if name in _NOT_RUN or (name == "keywords" and isinstance(node, ast.ClassDef)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_left_alone(child, said=said):
                yield from _nodes(child, said=said)


def _is_said(node: ast.AST) -> bool:
    """Whether texts in it are words for people."""
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).endswith(_SAID_BY)
    return isinstance(node, ast.Raise)


def _is_left_alone(node: ast.AST, *, said: bool) -> bool:
    """Imports, assertions, docstrings, templates, lists of names and what only type checkers read."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assert() | ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.keyword(arg="strict"):  # of zip
            return True
        case ast.Constant(value=str()):
            return said
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in _NAMES_ONLY
        case ast.Call(func=ast.Name(id=name)):
            return name in _FOR_TYPES
    return False


def _faults(node: ast.expr | ast.stmt | ast.comprehension) -> Iterator[tuple[ast.expr | ast.stmt, ast.AST]]:
    """Which node to replace by what."""
    match node:
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _negated(test)
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield from _negated(test)
        case ast.Return(value=ast.expr() as value) if not _is_none(value):
            yield node, ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Expr(value=ast.Await()):
            yield node, ast.Pass()
        case ast.Break():
            yield node, ast.Continue()
        case ast.Continue():
            yield node, ast.Break()
        case ast.expr():
            for replacement in _other_values(node):
                yield node, replacement


def _other_values(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(ops=ops):
            for place, operator in enumerate(ops):
                other = copy.deepcopy(node)
                other.ops[place] = _COMPARISONS[type(operator)]()
                yield other
        case ast.BinOp(op=operator) if type(operator) in _ARITHMETIC:
            yield ast.BinOp(node.left, _ARITHMETIC[type(operator)](), node.right)
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            yield ast.Call(ast.Name(_CALLS[name]), node.args, node.keywords)
        case ast.Constant(value=value):
            yield from map(ast.Constant, _other_constants(value))


def _other_constants(value: object) -> Iterator[str | bytes | bool | float]:
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
            yield value - 1
        case str():
            yield "" if value else "mutant"
        case bytes():
            yield b"" if value else b"mutant"


def _negated(test: ast.expr) -> Iterator[tuple[ast.expr, ast.AST]]:
    """The opposite condition, where no other fault already makes it that."""
    if not isinstance(test, ast.Compare | ast.UnaryOp):
        yield test, ast.UnaryOp(ast.Not(), test)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def drawn(known: Sequence[Mutant], sample: int | None, seed: int) -> list[Mutant]:
    """So many of the mutants at random, or all of them; the seed says which, and in which order."""
    count = len(known) if sample is None else min(sample, len(known))
    return random.Random(seed).sample(known, count)


def modules(root: Path, package: str, module: str = "") -> list[Path]:
    """The files of a package, or of one module or folder in it (`labels.raven`), below the root."""
    folder = root / PROGRAM / package
    wanted = folder / module.replace(".", "/")
    files = [file for file in sorted(folder.rglob("*.py")) if wanted in (*file.parents, file.with_suffix(""))]
    if not files:
        raise SystemExit(f"There is no module {PROGRAM}.{'.'.join(filter(None, (package, module)))}.")
    return [file.relative_to(root) for file in files]


def tests_for(root: Path, package: str, file: Path) -> list[str]:
    """The tests of a module: those first that are called like it, then the package's that import it.

    The package's other tests come after them. Tests of another package are among them only if they are
    called like the module and import it.
    """
    dotted = ".".join(file.with_suffix("").parts)

    def distance(test: Path) -> int | None:
        is_called_like = test.stem == f"test_{file.stem}"
        imports = dotted in test.read_text("utf-8")
        if root / "tests" / package in test.parents:
            return 0 if is_called_like else 1 if imports else 2
        return 0 if is_called_like and imports else None

    tests = [
        (distance(test), test.relative_to(root).as_posix()) for test in (root / "tests").rglob("test_*.py")
    ]
    return [test for _, test in sorted((near, test) for near, test in tests if near is not None)]


def copied(root: Path, folder: Path) -> Path:
    """A copy of the tree in which faults may be put; recordings beside the checkout are seen from it too."""
    tree = folder / "tree"
    tree.mkdir(parents=True)
    for name in _COPIED:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy2(source, tree / name)
    for above in root.parents:
        if (above / "shared" / "data").is_dir():
            (folder / "shared").symlink_to(above / "shared", target_is_directory=True)
            break
    return tree


def passes(tree: Path, tests: Sequence[str], limit_s: float) -> bool:
    """Whether every test passes in time; compiled files are not written, since they could outlive a fault."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "OMP_NUM_THREADS": "1",
        "OMP_WAIT_POLICY": "PASSIVE",
    }
    command = [sys.executable, *_PYTEST, "--no-xvfb", *tests]
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limit_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == _ALL_PASSED


def judged(
    root: Path, package: str, chosen: Sequence[Mutant], workers: int, folder: Path
) -> Iterator[Verdict]:
    """The verdict of the package's tests on each mutant, in whatever order they come.

    After the copies are made the checkout is not looked at again, so that somebody may go on working in it.
    """
    trees: SimpleQueue[Path] = SimpleQueue()
    for number in range(workers):
        trees.put(copied(root, folder / str(number)))
    began = time.monotonic()
    tree = trees.get()
    files = [Path(PROGRAM, package), *(mutant.file for mutant in chosen)]
    needed = dict.fromkeys(test for file in files for test in tests_for(tree, package, file))
    if not passes(tree, list(needed), 3600.0):
        raise SystemExit(f"The tests of {package} fail without any fault; mend them first.")
    trees.put(tree)
    limit_s = max(_LEAST_LIMIT_S, 5.0 * (time.monotonic() - began))

    def judge(mutant: Mutant) -> Verdict:
        tree = trees.get()
        began = time.monotonic()
        source = (tree / mutant.file).read_bytes()
        try:
            (tree / mutant.file).write_bytes(mutant.applied(source))
            killed = not passes(tree, tests_for(tree, package, mutant.file), limit_s)
        finally:
            (tree / mutant.file).write_bytes(source)
            trees.put(tree)
        return Verdict(mutant, killed, time.monotonic() - began)

    with ThreadPoolExecutor(workers) as pool:
        try:
            for verdict in as_completed([pool.submit(judge, mutant) for mutant in chosen]):
                yield verdict.result()
        finally:
            pool.shutdown(cancel_futures=True)


def difference(before: bytes, mutant: Mutant) -> str:
    """What a mutant changes in its file, as lines taken away and put there."""
    lines = difflib.unified_diff(
        before.decode().splitlines(), mutant.applied(before).decode().splitlines(), lineterm="", n=0
    )
    return "\n".join(f"    {line}" for line in list(lines)[3:])


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Judge the mutants that were asked for, and print those that live and the score."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py mutate", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("package", help="core, formats, ml, ...")
    parser.add_argument("modules", nargs="*", help="only these modules or folders of it: labels.raven")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many, drawn at random")
    parser.add_argument("--seed", type=int, default=0, help="which ones are drawn")
    parser.add_argument("--workers", type=int, default=2, help="how many are judged at a time")
    options = parser.parse_args(arguments)
    files = sorted(
        {file for name in options.modules or [""] for file in modules(root, options.package, name)}
    )
    sources = {file: (root / file).read_bytes() for file in files}
    known = [mutant for file, source in sources.items() for mutant in mutants(source, file)]
    chosen = drawn(known, options.sample, options.seed)
    count = len(chosen)
    print(
        f"{len(known)} mutants in {len(files)} modules, {count} to be judged, seed {options.seed}", flush=True
    )
    survivors = []
    with tempfile.TemporaryDirectory() as name:
        verdicts = judged(root, options.package, chosen, options.workers, Path(name))
        for number, verdict in enumerate(verdicts, start=1):
            place = f"{verdict.mutant.file.as_posix()}:{verdict.mutant.line}"
            fate = "killed  " if verdict.killed else "survived"
            print(f"{number:4}/{count} {fate} {place} ({verdict.seconds:.1f} s)", flush=True)
            if not verdict.killed:
                survivors.append(verdict.mutant)
                print(difference(sources[verdict.mutant.file], verdict.mutant), flush=True)
    killed = count - len(survivors)
    share = f" ({100 * killed / count:.0f} %)" if count else ""
    print(f"{options.package}: {killed} of {count} mutants killed{share}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
