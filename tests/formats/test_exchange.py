"""Label files find their clips, and exports find places of their own."""

from pathlib import Path

import pytest

from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip, KeptLabelFile
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_files import import_change
from audioclf_gui.core.label_merge import Incoming
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.core.unplaced import UnplacedError
from audioclf_gui.formats.exchange import (
    Targets,
    ending_for,
    exports,
    kept_regions,
    read_label_file,
    to_keep,
    write_export,
    write_labels,
)
from audioclf_gui.formats.placing import placed, placed_on, told_by_name_alone
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError


@pytest.fixture
def project(tmp_path):
    """Three recordings of two seconds; two have the same name but for the suffix."""
    facts = AudioFacts(8000, 1, 16000, "WAV 16 bit")
    names = ("site a/night.wav", "site a/night.flac", "dawn.wav")
    with Project.create(tmp_path / "rec") as project:
        project.catalogue.add_clips(
            [FoundClip(Candidate(tmp_path / "rec" / name), facts, name) for name in names]
        )
        yield project


@pytest.fixture
def label_file(tmp_path):
    def write(text: str, name: str = "labels.csv") -> Path:
        (tmp_path / name).write_bytes(text.encode())
        return tmp_path / name

    return write


def where(project: Project, source: Path) -> list[tuple[str, list[str]]]:
    pairs, problem = placed(ClipFinder(project.catalogue.view), read_label_file(source))
    assert problem is None
    return [(clip.name, [region.text for region in regions]) for clip, regions in pairs]


def test_a_format_is_told_from_the_file_or_named(label_file):
    source = label_file("1\t2\ta\n", "dawn.txt")
    assert read_label_file(source).format is FORMATS["audacity"]
    assert read_label_file(source).content == b"1\t2\ta\n"
    with pytest.raises(BadLabelFileError):
        read_label_file(source, "csv")
    with pytest.raises(UserError, match="no label format called sound") as refused:
        read_label_file(source, "sound")
    assert str(refused.value.remedy) == f"Use one of: {', '.join(FORMATS)}."
    with pytest.raises(UserError, match=r"diary\.txt is not recognised") as refused:
        read_label_file(label_file("dear diary\n", "diary.txt"))
    assert all(str(known.name) in str(refused.value.remedy) for known in FORMATS.values())
    with pytest.raises(UserError, match=r"^gone\.txt cannot be read: ") as refused:
        read_label_file(source.with_name("gone.txt"), "audacity")
    assert "that it is there" in str(refused.value.remedy)


def test_a_file_that_names_no_sound_belongs_to_the_clip_it_is_called_like(project, label_file):
    assert where(project, label_file("1\t2\ta\n", "dawn.wav.txt")) == [("dawn.wav", ["a"])]
    assert where(project, label_file("", "dawn.txt")) == [("dawn.wav", [])]


def test_a_name_in_the_file_binds_whatever_the_file_is_called(project, label_file):
    table = "file,start_s,end_s,label\nold name.wav,0,1,a\nold name.wav,1,2,b\n"
    with pytest.raises(UnplacedError, match=r"no clip fits old name\.wav"):
        where(project, label_file(table, "dawn.csv"))
    right = table.replace("old name", "site a/night")
    assert where(project, label_file(right, "dawn.csv")) == [("night.wav", ["a", "b"])]


def test_a_chosen_clip_takes_all_labels_but_not_those_of_several_recordings(project, label_file):
    dawn = project.catalogue.view.clips[2]
    one = read_label_file(label_file("file,start_s,end_s,label\nother.wav,0,1,a\nOther.WAV,1,2,b\n"))
    assert placed_on(dawn, one) == ([(dawn, one.labels.regions)], None)
    two = read_label_file(label_file("file,start_s,end_s,label\nx/other.wav,0,1,a\ny/other.wav,1,2,b\n"))
    with pytest.raises(UserError, match=r"labels\.csv is about 2 recordings"):
        placed_on(dawn, two)


def test_regions_of_several_sound_files_go_to_each_and_nameless_ones_to_the_own(project, label_file):
    table = "file,start_s,end_s,label\nnight.wav,0,1,a\nnight.flac,1,2,b\n,0,1,c\nnight.wav,1,2,d\n"
    source = label_file(table, "dawn.csv")
    assert where(project, source) == [
        ("night.wav", ["a", "d"]),
        ("night.flac", ["b"]),
        ("dawn.wav", ["c"]),
    ]
    file = read_label_file(source)
    pairs, _ = placed(ClipFinder(project.catalogue.view), file)
    kept = to_keep(file, pairs)
    assert [one.content.decode().split("\n", 1)[1] for one in kept] == [
        "night.wav,0,1,a\nnight.wav,1,2,d\n",
        "night.flac,1,2,b\n",
        ",0,1,c\n",
    ]
    assert [kept_regions(one) for one in kept] == [regions for _, regions in pairs]


def test_a_file_about_one_clip_is_kept_whole(project, label_file):
    file = read_label_file(label_file("1\t2\ta\n", "dawn.txt"))
    pairs, _ = placed(ClipFinder(project.catalogue.view), file)
    kept = KeptLabelFile(pairs[0][0].id, "audacity", "dawn.txt", b"1\t2\ta\n", folder=file.source.parent.name)
    assert to_keep(file, pairs) == [kept]


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (["x.wav"], "1 label is left out: no clip fits x.wav"),
        (["x.wav", "x.wav"], "2 labels are left out: no clip fits x.wav"),
        (
            ["x.wav", "y.wav", "z.wav"],
            "3 labels are left out: no clip fits x.wav; no clip fits y.wav; no clip fits z.wav",
        ),
    ],
)
def test_regions_that_find_no_clip_are_counted_and_the_others_go_in(project, label_file, lost, told):
    names = ["night.wav", *lost]
    source = label_file("file,start_s,end_s,label\n" + "".join(f"{name},0,1,a\n" for name in names))
    pairs, problem = placed(ClipFinder(project.catalogue.view), read_label_file(source))
    assert [clip.name for clip, _ in pairs] == ["night.wav"]
    assert str(problem) == told


def test_a_folder_is_no_label_file_and_the_cure_is_told(tmp_path):
    with pytest.raises(UserError, match="is a folder and no file") as refused:
        read_label_file(tmp_path)
    assert str(refused.value.remedy) == "Choose the files in it that are meant."


def test_a_name_that_label_studio_gave_means_the_file_that_was_uploaded_unless_two_could(project, label_file):
    head = "audio,start,end,label\n"
    once = label_file(head + "/data/upload/1/0a1b2c3d-dawn.wav,0,1,a\n")
    assert where(project, once) == [("dawn.wav", ["a"])]
    file = read_label_file(once)
    (note,) = told_by_name_alone(file, placed(ClipFinder(project.catalogue.view), file)[0])
    assert str(note).startswith("data/upload/1/0a1b2c3d-dawn.wav is taken for")
    twice = label_file(head + "0a1b2c3d-dawn.wav,0,1,a\n0a1b2c3e-dawn.wav,0,1,b\n")
    with pytest.raises(UserError, match=r"2 labels .* no clip fits 0a1b2c3d-dawn\.wav"):
        placed(ClipFinder(project.catalogue.view), read_label_file(twice))


def test_a_file_of_which_nothing_finds_a_clip_is_refused(project, label_file):
    source = label_file("file,start_s,end_s,label\nx.wav,0,1,a\ny.wav,0,1,a\n")
    with pytest.raises(UserError, match=r"2 labels .*: no clip fits x\.wav; no clip fits y\.wav"):
        placed(ClipFinder(project.catalogue.view), read_label_file(source))


# Writing


def test_places_are_given_once_whatever_letters_a_system_tells_apart(tmp_path):
    targets = Targets(tmp_path, taken=[tmp_path / "DAWN.txt"])
    places = [
        targets.of(Path(name), ".txt")
        for name in ("dawn.wav", "Dawn.WAV", "dawn.wav", "dawn.wav", "b/dawn.wav")
    ]
    names = [place.relative_to(tmp_path).as_posix() for place in places]
    assert names == ["dawn.wav.txt", "Dawn 2.txt", "dawn 3.txt", "dawn 4.txt", "b/dawn.txt"]


def test_exports_are_of_clips_with_labels_or_with_a_file_that_was_kept(project, tmp_path):
    night, flac, dawn = project.catalogue.view.clips
    done = import_change(project.catalogue.view, [Incoming(night, (Region(0.5, 1.0, "a"),))])
    project.catalogue.apply(Text("import"), done.change)
    view = project.catalogue.view
    templates = {flac.id: KeptLabelFile(flac.id, "audacity", "night.txt", b"# empty\n")}
    found = exports(view, (night, flac, dawn), FORMATS["audacity"], tmp_path / "out", templates)
    assert [(one.clip, one.target.relative_to(tmp_path / "out").as_posix()) for one in found] == [
        (night, "site a/night.txt"),
        (flac, "site a/night.flac.txt"),
    ]
    assert [(len(one.regions), one.kept and one.kept.content) for one in found] == [
        (1, None),
        (0, b"# empty\n"),
    ]
    for one in found:
        assert write_export(one)[:2] == ((), None)
    assert found[0].target.read_bytes() == b"0.500000\t1.000000\ta\n"
    assert found[1].target.read_bytes() == b"# empty\n"


def test_exports_of_clips_from_elsewhere_stay_inside_the_folder(tmp_path):
    facts = AudioFacts(8000, 1, 16000, "WAV 16 bit")
    outside = Candidate(tmp_path / "far" / "a.wav", "dog")
    with Project.create(tmp_path / "deep" / "rec") as project:
        project.catalogue.add_clips([FoundClip(outside, facts, "a")])
        view = project.catalogue.view
        (one,) = exports(view, view.clips, FORMATS["csv"], tmp_path / "out", {})
    assert one.clip.path == "../../far/a.wav"
    assert one.target == tmp_path / "out" / "far" / "a.csv"
    assert one.regions == (Region(0.0, 2.0, "dog"),)


def test_what_another_file_held_is_kept_beside_the_new_one(tmp_path):
    target = tmp_path / "sub" / "a.txt"
    regions = [Region(0, 1, "a")]
    write_labels(target, FORMATS["audacity"], regions)
    write_labels(target, FORMATS["audacity"], regions)
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]
    assert write_labels(target, FORMATS["audacity"], []).kept == target.with_name("a.1.txt")
    assert target.read_bytes() == b""
    assert target.with_name("a.1.txt").read_bytes() == b"0.000000\t1.000000\ta\n"
    losses, kept, _content = write_labels(target, FORMATS["audacity"], [Region(0, 1, "a\tb")])
    assert (len(losses), kept) == (1, target.with_name("a.2.txt"))
    assert target.with_name("a.1.txt").read_bytes() == b"0.000000\t1.000000\ta\n"


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "a file").write_text("")
    with pytest.raises(UserError, match=r"a\.txt cannot be written: ") as refused:
        write_labels(tmp_path / "a file" / "a.txt", FORMATS["audacity"], [])
    assert refused.value.remedy


def test_labels_that_say_nothing_or_may_say_nothing_are_told(tmp_path):
    lines = [
        f"{second}\t{second + 0.5}\t{text}\n" for second, text in enumerate(("nan", "dog", "NaN", "None", ""))
    ]
    (tmp_path / "a.txt").write_text("".join(lines))
    file = read_label_file(tmp_path / "a.txt").labels
    assert list(map(str, file.notes)) == [
        "2 labels say “nan”, “NaN” and have no class",
        "1 label says “None”, which is taken for a class",
    ]


@pytest.mark.parametrize("format_key", [None, "csv"])
def test_a_workbook_is_called_one_whatever_format_is_named(format_key, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"PK\x03\x04" + bytes(500))
    with pytest.raises(UserError, match=r"a\.csv is a workbook"):
        read_label_file(tmp_path / "a.csv", format_key)


def test_labels_that_list_several_classes_are_told(tmp_path):
    texts = ("owl;jay", "owl, fox", "owl", "child speech, kid speaking", "(:", "a|b")
    (tmp_path / "a.txt").write_text("".join(f"{at}\t{at + 0.5}\t{text}\n" for at, text in enumerate(texts)))
    (note,) = read_label_file(tmp_path / "a.txt").labels.notes
    assert str(note) == "“owl;jay”, “owl, fox”, “a|b” are taken for one class each, for all their separators"


@pytest.mark.parametrize(
    ("key", "imported", "ending"),
    [
        ("raven", "", ".Table.1.selections.txt"),
        ("raven", "a.Table.2.selections.txt", ".Table.2.selections.txt"),
        ("raven", "all.selections.txt", ".selections.txt"),
        ("raven", "a.txt", ".txt"),
        ("audacity", "", ".txt"),
        ("audacity", "scene.labels.txt", ".labels.txt"),
        ("audacity", "my labels.txt", ".txt"),
        ("audacity", "a.csv", ".txt"),
        ("audacity", ".txt", ".txt"),
        ("textgrid", "A.TEXTGRID", ".TEXTGRID"),
    ],
)
def test_files_end_as_their_program_or_the_imported_one_has_it(key, imported, ending):
    assert ending_for(FORMATS[key], imported) == ending
