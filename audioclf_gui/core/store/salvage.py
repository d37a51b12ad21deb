"""What can still be read of a damaged project file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from audioclf_gui.core.store.pages import Pages, Record, Tree
from audioclf_gui.core.store.soundness import Shape, makes_sense, shapes


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Rows of a damaged file, all of which make sense.

    Attributes
    ----------
    rows : mapping
        For each table its rows, with all columns of the present version.
    whole : frozenset of str
        The tables of which nothing is missing.
    expected : mapping
        For each table how many rows it had, where an index of it still tells that.
    is_free_known : bool
        Whether it is known which pages hold only what had been deleted.
    """

    rows: Mapping[str, list[Record]]
    whole: frozenset[str]
    expected: Mapping[str, int]
    is_free_known: bool

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return sum(map(len, self.rows.values()))


def salvage(pages: Pages) -> Salvaged:
    """Read every table as far as it goes, then what no tree leads to any more."""
    contents = list(pages.tree(1).rows.values())
    tables = dict(_roots(contents, "table"))
    trees = {name: _tree(pages, tables.get(name)) for name in shapes()}
    expected = {}
    for table, root in _roots(contents, "index"):
        count = pages.entries(root)
        if count is not None:
            expected[table] = count
    for name, shape in shapes().items():
        tree = trees[name]
        before = len(tree.rows)
        rows = _sensible(name, shape, tree)
        tree.whole &= len(rows) == before
        if not tree.whole:
            lost = pages.lost_rows(partial(_fits, name, shape))
            rows = _sensible(name, shape, lost) | rows
            tree.whole = len(rows) == expected.get(name)
        tree.rows = rows
    return Salvaged(
        {name: [tree.rows[rowid] for rowid in sorted(tree.rows)] for name, tree in trees.items()},
        frozenset(name for name, tree in trees.items() if tree.whole),
        expected,
        pages.get(1) is not None,
    )


def _tree(pages: Pages, root: int | None) -> Tree:
    return Tree(whole=False) if root is None else pages.tree(root)


def _roots(contents: Iterable[Record], kind: str) -> Iterable[tuple[str, int]]:
    """For each table or index, by the table's name, the page where it begins."""
    for row in contents:
        if len(row) == 5 and row[0] == kind and isinstance(row[2], str) and isinstance(row[3], int):
            yield row[2], row[3]


def _sensible(table: str, shape: Shape, tree: Tree) -> dict[int, Record]:
    completed = ((rowid, shape.completed(rowid, row)) for rowid, row in tree.rows.items())
    return {rowid: row for rowid, row in completed if row is not None and makes_sense(table, row)}


def _fits(table: str, shape: Shape, rowid: int, row: Record) -> bool:
    whole = shape.completed(rowid, row)
    return whole is not None and makes_sense(table, whole)
