#!/usr/bin/env python3
"""Put small faults into the program, one at a time, and see whether the tests notice.

    python3 packaging/bootstrap.py mutate core                        every fault there can be in `core`
    python3 packaging/bootstrap.py mutate formats labels.raven        those of one module or folder
    python3 packaging/bootstrap.py mutate core --sample 60 --seed 2   60 of them, drawn at random
    python3 packaging/bootstrap.py mutate ml heads --tests tests/ml/test_heads.py

A fault is a mutant: another comparison, a number off by one, a call left out. Tests that fail kill it.
What survives is shown as a difference: either a test is missing, or both programs do the same.

The package's own tests are run once without any fault, and those of other packages that are called like a
module and import it; from then on a mutant meets the tests that come by its line, those called like its
module first, then quick ones before slow ones. All that happens in copies of the tree; the checkout is never
touched. With `--reach FILE` it is kept in a file who came by where, for the next faults in the same program.
It needs a system that can fork.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from coverage import CoverageData
from mutants import Mutant, difference, mutants

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = "audioclf_gui"

_PYTEST = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--hypothesis-seed=0", "--no-xvfb")
_LEAST_LIMIT_S, _LIMIT_FACTOR = 30, 5  # of processor time; a fault may make a loop endless
_FEW = 10  # tests
_LIMIT_WITHOUT_S = 7200
_ALL_PASSED, _NONE_FOUND = 0, 5
_LIGHT = {"core", "formats"}  # packages whose tests load nothing slow
_SLOW_TO_LOAD = ("torch._dynamo", "scipy.signal", "sklearn.ensemble", "soundfile", "PySide6.QtWidgets")
_COPIED = (PROGRAM, "tests", "packaging", "resources", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tests said to one mutant."""

    mutant: Mutant
    killed: bool
    tests: int  # that it met


@dataclass(frozen=True, slots=True)
class Reach:
    """Which tests come by which lines, and what they take."""

    tests: Mapping[str, Mapping[str, Sequence[str]]]  # by file below the root, then by line
    seconds: Mapping[str, float]  # by test

    def nearest(self, mutant: Mutant, within_s: float) -> list[str]:
        """The tests of a mutant's statement, so many that they take no longer than `within_s`, one at least.

        What runs when a module is loaded only has those that come by anything in the module.
        """
        lines = self.tests.get(mutant.file.as_posix(), {})
        found = {test for line in mutant.statement for test in lines.get(str(line), ())}
        found = found or {test for tests in lines.values() for test in tests}

        def order(test: str) -> tuple[bool, float, str]:
            return not _is_called_like(test, mutant), self.seconds.get(test, 0.0), test

        ordered = sorted(found, key=order)
        upto_s = list(accumulate(self.seconds.get(test, 0.0) for test in ordered))
        return ordered[: max(1, bisect_right(upto_s, within_s))]


class Tree:
    """A copy of the program in which faults may be put, and a process that runs its tests."""

    def __init__(self, root: Path, folder: Path, package: str) -> None:
        self.folder = copied(root, folder)
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.folder),
            "QT_QPA_PLATFORM": "offscreen",
            "OMP_NUM_THREADS": "1",
            "OMP_WAIT_POLICY": "PASSIVE",
        }
        compiled = ("-m", "compileall", "-q", "--invalidation-mode", "checked-hash", PROGRAM, "tests")
        subprocess.run([sys.executable, *compiled], cwd=self.folder, check=True)
        loaded = () if package in _LIGHT else _SLOW_TO_LOAD
        self._process = subprocess.Popen(
            [sys.executable, ROOT / "packaging" / "forked_tests.py", self.folder, *loaded],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def status(self, arguments: Sequence[str], limit_s: int, clock: Path | None = None) -> int:
        """How pytest ends with these arguments; below 0 or unusual where it is ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        timeout = f"timeout={10 * limit_s}"  # for what waits without working
        asked = [[*_PYTEST, "-o", timeout, *arguments], clock and str(clock), limit_s]
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def judged(self, mutant: Mutant, reach: Reach, within_s: float) -> Verdict:
        """Whether a test fails with the fault in the program."""
        tests = reach.nearest(mutant, within_s)
        if not tests:
            return Verdict(mutant, killed=False, tests=0)
        limit_s = _LEAST_LIMIT_S + round(_LIMIT_FACTOR * sum(reach.seconds.get(test, 0.0) for test in tests))
        file = self.folder / mutant.file
        source = file.read_bytes()
        try:
            file.write_bytes(mutant.applied(source))
            killed = any(self.status(some, limit_s) != _ALL_PASSED for some in _in_turn(tests, mutant))
        finally:
            file.write_bytes(source)
        return Verdict(mutant, killed, len(tests))


def _in_turn(tests: Sequence[str], mutant: Mutant) -> Iterator[list[str]]:
    """Those called like the module, or else a few, before all the others, whose files take time to load."""
    own = [test for test in tests if _is_called_like(test, mutant)] or list(tests[:_FEW])
    yield own
    if others := [test for test in tests if test not in own]:
        yield others


def _is_called_like(test: str, mutant: Mutant) -> bool:
    return f"/test_{mutant.file.stem}.py::" in test


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


def tests_for(root: Path, package: str, files: Sequence[Path]) -> list[str]:
    """The tests of some modules: all of the package, and of others those called like one that they import."""

    def is_one(test: Path) -> bool:
        if root / "tests" / package in test.parents:
            return True
        named = [".".join(file.with_suffix("").parts) for file in files if test.stem == f"test_{file.stem}"]
        return bool(named) and any(name in test.read_text("utf-8") for name in named)

    return [
        test.relative_to(root).as_posix()
        for test in sorted((root / "tests").rglob("test_*.py"))
        if is_one(test)
    ]


def copied(root: Path, folder: Path) -> Path:
    """A copy of the tree; recordings beside the checkout are seen from it too."""
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


def reach_of(tree: Tree, package: str, tests: Sequence[str]) -> Reach:
    """What the tests come by; they have to pass."""
    clock, data_file = tree.folder / "seconds.json", tree.folder / ".coverage"
    covered = (f"--cov={PROGRAM}/{package}", "--cov-context=test", "--cov-report=", "--cov-fail-under=0")
    status = tree.status([*covered, *tests], _LIMIT_WITHOUT_S, clock)
    if status not in (_ALL_PASSED, _NONE_FOUND) or not tests:
        raise SystemExit(f"The tests of {package} fail without any fault; mend them first.")
    data = CoverageData(str(data_file))
    data.read()
    found = {
        Path(file).relative_to(tree.folder.resolve()).as_posix(): {
            str(line): sorted({context.rpartition("|")[0] for context in contexts} - {""})
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    return Reach(found, json.loads(clock.read_text("utf-8")))


def kept_reach(file: Path | None, tree: Tree, package: str, tests: Sequence[str]) -> Reach:
    """What stands in the file, if it is of this very program, or else `reach_of`, which then stands in it."""
    program = hashlib.blake2b(digest_size=16)
    for code in sorted(tree.folder.rglob("*.py")):
        program.update(code.read_bytes())
    if file is not None and file.exists():
        known = json.loads(file.read_text("utf-8"))
        if known.pop("program") != program.hexdigest():
            raise SystemExit(f"{file} is of another state of the program: delete it.")
        return Reach(**known)
    reach = reach_of(tree, package, tests)
    if file is not None:
        file.write_text(json.dumps({"program": program.hexdigest(), **asdict(reach)}), "utf-8")
    return reach


def judged(
    trees: Sequence[Tree], chosen: Sequence[Mutant], reach: Reach, within_s: float
) -> Iterator[Verdict]:
    """The verdict of the tests on each mutant, in whatever order they come."""
    free: SimpleQueue[Tree] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def judge(mutant: Mutant) -> Verdict:
        tree = free.get()
        try:
            return tree.judged(mutant, reach, within_s)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(trees)) as pool:
        try:
            for verdict in as_completed([pool.submit(judge, mutant) for mutant in chosen]):
                yield verdict.result()
        finally:
            pool.shutdown(cancel_futures=True)


def summary(package: str, verdicts: Sequence[Verdict]) -> str:
    """The score of each module, the worst first, and that of all."""
    count = Counter(one.mutant.file for one in verdicts)
    killed = Counter(one.mutant.file for one in verdicts if one.killed)
    shares = {file: killed[file] / count[file] for file in count}
    lines = [
        f"{killed[file]:5} of {count[file]:4} {100 * shares[file]:4.0f} %  {file.as_posix()}"
        for file in sorted(shares, key=lambda file: (shares[file], file))
    ]
    share = f" ({100 * killed.total() / len(verdicts):.0f} %)" if verdicts else ""
    return "\n".join([*lines, f"{package}: {killed.total()} of {len(verdicts)} mutants killed{share}"])


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Judge the mutants that were asked for, and print those that live and the score."""
    asked = _asked(arguments)
    files = sorted({file for name in asked.modules or [""] for file in modules(root, asked.package, name)})
    sources = {file: (root / file).read_bytes() for file in files}
    known = [mutant for file, source in sources.items() for mutant in mutants(source, file)]
    chosen = drawn(known, asked.sample, asked.seed)
    count = len(chosen)
    print(
        f"{len(known)} mutants in {len(files)} modules, {count} to be judged, seed {asked.seed}", flush=True
    )
    verdicts: list[Verdict] = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        trees = [
            stack.enter_context(Tree(root, folder / str(number), asked.package))
            for number in range(asked.workers)
        ]
        tests = asked.tests or tests_for(trees[0].folder, asked.package, files)
        reach = kept_reach(asked.reach, trees[0], asked.package, tests)
        for verdict in judged(trees, chosen, reach, asked.within):
            verdicts.append(verdict)
            place = f"{verdict.mutant.file.as_posix()}:{verdict.mutant.line}"
            fate = "killed  " if verdict.killed else "survived"
            print(f"{len(verdicts):4}/{count} {fate} {place} ({verdict.tests} tests)", flush=True)
            if not verdict.killed:
                print(difference(sources[verdict.mutant.file], verdict.mutant), flush=True)
    print(summary(asked.package, verdicts))
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py mutate", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("package", help="core, formats, ml, ...")
    parser.add_argument("modules", nargs="*", help="only these modules or folders of it: labels.raven")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many, drawn at random")
    parser.add_argument("--seed", type=int, default=0, help="which ones are drawn")
    parser.add_argument("--workers", type=int, default=2, help="how many are judged at a time")
    parser.add_argument("--tests", nargs="+", metavar="FILE", help="judged by these tests alone")
    parser.add_argument(
        "--within", type=float, default=60.0, metavar="S", help="tests of so many seconds each"
    )
    parser.add_argument(
        "--reach", type=Path, metavar="FILE", help="which tests come by where: read or written"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
