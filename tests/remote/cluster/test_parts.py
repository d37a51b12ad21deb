"""Parts tell which files are done, and become one table."""

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.remote.cluster.archive import ArchiveFile
from audioclf_gui.remote.cluster.batches import Batch, NotHeard, batches_of
from audioclf_gui.remote.cluster.merging import write_put_aside, write_table
from audioclf_gui.remote.cluster.parts import (
    FileRefused,
    PartColumns,
    PartWriter,
    parts_in,
    read_all_done,
    read_done,
    write_part,
)

parquet = pytest.importorskip("pyarrow.parquet")

COLUMNS = PartColumns(("start_s", "class", "score", "score"), frozenset({1}))
"""A class may be called as another column is."""


def all_done(folder):
    """What the parts in a folder know together."""
    done = {}
    for path in parts_in(folder):
        done |= read_done(path)
    return done


def file(name, state="1"):
    return ArchiveFile(name, f"/far/{name}", 100, state)


def rows_of(name):
    return [[float(at), name, 0.1 * at, None] for at in range(3)]


def part(*names, refused=(), class_name=None):
    writer = PartWriter(COLUMNS)
    for name in names:
        writer.add(file(name), 1.5, rows_of(class_name or name))
    for name in refused:
        writer.refuse(NotHeard(file(name), Text("{n} reason", "{n} reasons", n=2), Text("leave it")))
    return writer.content()


def test_the_same_work_makes_the_same_part_under_the_same_name(tmp_path):
    assert part("a", "b", refused=["c"]) == part("a", "b", refused=["c"])
    batch = Batch(((file("a"), file("b")), (file("c"),)))
    again = Batch(((file("a"), file("b")), (file("c"),)), deaths=2)
    assert batch.name("key") == again.name("key")
    others = {Batch(((file("a", "2"), file("b")), (file("c"),))).name("key"), batch.name("other")}
    assert len({batch.name("key"), *others}) == 3
    first, second = (write_part(tmp_path, batch.name("key"), part("a", "b")) for _ in range(2))
    assert list(parts_in(tmp_path)) == [first] == [second]


def test_what_is_done_is_known_from_the_parts_alone(tmp_path):
    write_part(tmp_path, "one", part("a", "b", refused=["c"]))
    write_part(tmp_path, "two", part(refused=["d"]))
    done = all_done(tmp_path)
    assert sorted(done) == ["/far/a", "/far/b", "/far/c", "/far/d"]
    assert (done["/far/b"].state, done["/far/b"].start, done["/far/b"].count) == ("1", 3, 3)
    assert isinstance(done["/far/d"], FileRefused)
    assert done["/far/c"].reason == Text("{n} reason", "{n} reasons", n=2)
    assert part() == b""


def test_of_a_file_that_was_heard_before_and_after_a_change_only_the_newer_counts(tmp_path):
    """Whichever of the parts is read last; and a file of no part, or no longer there, is not done."""
    newer = PartWriter(COLUMNS)
    newer.add(file("b", "2"), 2.5, rows_of("b"))
    for first, last in (("1", "2"), ("2", "1")):
        folder = tmp_path / first
        write_part(folder, first, part("a", "b", "c"))
        write_part(folder, last, newer.content())
        files = [file("a"), file("b", "2"), file("c", "2"), file("d")]
        done, changed = read_all_done(parts_in(folder), files)
        assert {source: one.duration_s for source, one in done.items()} == {"/far/a": 1.5, "/far/b": 2.5}
        assert changed == 1


@pytest.mark.parametrize("content", [b"", b"PAR1", b"nothing of ours"], ids=["empty", "cut off", "foreign"])
def test_a_damaged_part_is_named_with_the_remedy(tmp_path, content):
    write_part(tmp_path, "one", content)
    with pytest.raises(UserError, match=r"one\.parquet of the results is damaged") as raised:
        all_done(tmp_path)
    assert "Delete it" in str(raised.value.remedy)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_table_has_each_file_once_in_the_order_of_the_archive(tmp_path, kind):
    """A file of two parts too, and none of a file that is no longer in the archive."""
    write_part(tmp_path / "parts", "one", part("b", "gone", "a"))
    write_part(tmp_path / "parts", "two", part("c", "b", refused=["d"]))
    done = all_done(tmp_path / "parts")
    files = [file(name) for name in ("a", "b", "c", "d", "not done yet")]
    written = write_table(tmp_path / f"all.{kind}", kind, COLUMNS, files, done)
    assert (written.path, written.kept) == (tmp_path / f"all.{kind}", None)
    if kind == "csv":
        lines = written.path.read_text("utf-8").splitlines()
        assert lines[:2] == ["path,start_s,class,score,score", "a,0.0,a,0.0,"]
        assert [line.split(",")[0] for line in lines[1:]] == list("aaabbbccc")
    else:
        table = parquet.ParquetFile(written.path).read()
        assert table.column_names == ["path", *COLUMNS.names]
        columns = [column.to_pylist() for column in table.columns]
        assert columns[0] == columns[2] == list("aaabbbccc")
        assert columns[4] == [None] * 9


def test_a_table_of_nothing_has_its_columns(tmp_path):
    write_table(tmp_path / "all.parquet", "parquet", COLUMNS, [file("a")], {})
    assert parquet.ParquetFile(tmp_path / "all.parquet").read().num_rows == 0


def test_what_was_in_the_place_of_a_table_is_kept(tmp_path):
    (tmp_path / "all.csv").write_text("of yesterday")
    written = write_table(tmp_path / "all.csv", "csv", COLUMNS, [], {})
    assert written.kept is not None
    assert written.kept.read_text() == "of yesterday"


def test_names_in_another_code_page_are_written_as_predict_does(tmp_path):
    name = b"caf\xe9".decode("utf-8", "surrogateescape")
    write_part(tmp_path / "parts", Batch(((file(name),),)).name("key"), part(name, class_name="dog"))
    done = all_done(tmp_path / "parts")
    write_table(tmp_path / "all.parquet", "parquet", COLUMNS, [file(name)], done)
    assert parquet.ParquetFile(tmp_path / "all.parquet").read()["path"][0].as_py() == "caf\\udce9"
    write_put_aside(tmp_path / "aside.csv", [NotHeard(file(name), Text("a"), Text("b"))])
    assert (tmp_path / "aside.csv").read_text("utf-8").splitlines()[1] == "caf\\udce9,a,b"


@pytest.mark.parametrize(("files", "workers"), [(1, 2), (100, 2), (100_000, 7)])
def test_batches_have_each_file_once_and_all_workers_something_to_do(files, workers):
    groups = [[file(str(8 * at + one)) for one in range(8)] for at in range(files // 8 + 1)]
    batches = batches_of(groups, workers)
    assert [one for batch in batches for one in batch.files] == [one for group in groups for one in group]
    assert len(batches) >= min(len(groups), 8 * workers)
    assert max(len(batch.files) for batch in batches) <= 256


def test_large_files_come_alone():
    large = [[ArchiveFile(str(at), str(at), 2**30, "")] for at in range(3)]
    assert [len(batch.files) for batch in batches_of(large, 1)] == [1, 1, 1]
