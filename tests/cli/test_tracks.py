"""Tracks are listed and set up by the command line as by the window."""

import pytest

from audioclf_gui.core.project import Project

GRID = (
    'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n0.5\n<exists>\n2\n'
    '"IntervalTier"\n"words"\n0\n0.5\n1\n0\n0.5\n"baba"\n'
    '"IntervalTier"\n"phones"\n0\n0.5\n4\n0\n0.125\n"b"\n0.125\n0.25\n"a"\n0.25\n0.375\n"b"\n0.375\n0.5\n"a"\n'
)


@pytest.fixture
def with_tiers(audioclf, audioclf_json, tones, tmp_path):
    folder = tmp_path / "single"
    audioclf("new", folder)
    audioclf("import", folder, tones / "low" / "site0-00.wav")
    (tmp_path / "site0-00.TextGrid").write_text(GRID)
    status, result = audioclf_json("labels", "import", folder, tmp_path / "site0-00.TextGrid")
    assert (status, result["files"][0]["tiers"]) == (0, {"words": 1, "phones": 4})
    assert any("learn from “phones” and not from “words”" in note for note in result["files"][0]["notes"])
    return folder


def test_tracks_are_listed_with_what_is_learnt_from_them(with_tiers, audioclf, audioclf_json):
    status, result = audioclf_json("tracks", "list", with_tiers)
    assert status == 0
    told = [(one["name"], one["kind"], one["labels"], one["learnt"]) for one in result["tracks"]]
    assert told == [
        ("labels", "regions", 0, True),
        ("words", "intervals", 1, False),
        ("phones", "intervals", 4, True),
    ]
    status, out, _err = audioclf("tracks", "list", with_tiers)
    assert status == 0
    assert out.splitlines()[2].split() == ["words", "intervals", "1", "no", "no", "no"]


def test_tracks_are_added_renamed_moved_set_and_deleted(with_tiers, audioclf_json):
    for arguments in (
        ("add", with_tiers, "song", "--kind", "moments"),
        ("rename", with_tiers, "words", "speech"),
        ("move", with_tiers, "song", "1"),
        ("set", with_tiers, "speech", "--learnt", "--hidden"),
        ("set", with_tiers, "phones", "--no-learnt", "--locked"),
    ):
        status, result = audioclf_json("tracks", *arguments)
        assert status == 0
    told = [(one["name"], one["hidden"], one["locked"], one["learnt"]) for one in result["tracks"]]
    assert told == [
        ("song", False, False, True),
        ("labels", False, False, True),
        ("speech", True, False, True),
        ("phones", False, True, False),
    ]
    status, result = audioclf_json("tracks", "delete", with_tiers, "phones")
    assert (status, result["clips"]) == (0, 1)
    with Project.open(with_tiers) as project:
        (clip,) = project.catalogue.view.clips
        assert [one.track for one in project.catalogue.view.labels(clip.id)] == ["speech"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("rename", "nothing", "x"), "there is no track called nothing"),
        (("add", "phones"), "there is a track called phones already"),
        (("add", "labels"), "there is a track called labels already"),
        (("add", " "), "a track needs a name"),
        (("delete", "labels"), "the main track cannot be renamed or deleted"),
        (("rename", "labels", "x"), "the main track cannot be renamed or deleted"),
    ],
)
def test_what_cannot_be_done_is_said(with_tiers, audioclf, arguments, reason):
    action, *rest = arguments
    status, _out, err = audioclf("tracks", action, with_tiers, *rest)
    assert status == 1
    assert reason in err


def test_formats_say_what_they_hold(audioclf_json):
    _status, formats = audioclf_json("labels", "formats")
    holds = {one["name"]: one["holds"] for one in formats}
    assert {name for name, can in holds.items() if can["tracks"]} == {"csv", "elan", "jams", "textgrid"}
    assert not holds["textgrid"]["scores"]


def test_what_a_format_cannot_hold_is_said_first(with_tiers, audioclf, audioclf_json, tmp_path):
    status, result = audioclf_json("labels", "losses", with_tiers, "--format", "audacity")
    assert (status, result["losses"]) == (0, ["5 labels lose their tracks: all stand in one row."])
    assert audioclf_json("labels", "losses", with_tiers, "--format", "textgrid")[1]["losses"] == []
    _status, _out, err = audioclf(
        "labels", "export", with_tiers, "--format", "audacity", "--out", tmp_path / "out"
    )
    assert "audacity: 5 labels lose their tracks" in err
