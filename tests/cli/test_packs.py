"""`audioclf pack` and `unpack`."""

import zipfile


def test_a_project_goes_into_one_file_and_comes_out_of_it_as_it_was(project, tmp_path, audioclf_json):
    status, packed = audioclf_json("pack", project, tmp_path / "tones.zip")
    assert (status, packed["recordings"], packed["missing"]) == (0, 24, [])
    status, there = audioclf_json("unpack", tmp_path / "tones.zip", tmp_path / "other")
    assert status == 0
    _, before = audioclf_json("info", project)
    _, after = audioclf_json("info", there["project"])
    assert {**after, "project": ""} == {**before, "project": ""}


def test_without_recordings_they_are_relinked_later(project, tones, tmp_path, audioclf_json):
    _, packed = audioclf_json("pack", project, tmp_path / "tones.zip", "--no-audio")
    assert packed["recordings"] == 0
    audioclf_json("unpack", tmp_path / "tones.zip", tmp_path / "deep/in/there")
    _, found = audioclf_json("relink", tmp_path / "deep/in/there", tones)
    assert found["missing"] == 0


def test_recordings_that_are_gone_are_told(project, tmp_path, audioclf, audioclf_json):
    _, known = audioclf_json("pack", project, tmp_path / "all.zip")
    audioclf_json("unpack", tmp_path / "all.zip", tmp_path / "copy")
    gone = next((tmp_path / "copy/recordings").rglob("*.wav"))
    gone.unlink()
    status, _out, err = audioclf("pack", tmp_path / "copy", tmp_path / "fewer.zip")
    assert status == 3
    assert f"missing: {gone.relative_to(tmp_path / 'copy').as_posix()} is not there and stays out" in err
    assert known["recordings"] == 24


def test_what_leads_out_of_the_folder_is_refused(tmp_path, audioclf):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("../evil.wav", b"x")
        evil.writestr("audioclf-pack.json", '{"version": 1, "files": {}}')
    status, _, err = audioclf("unpack", tmp_path / "evil.zip", tmp_path / "there")
    assert status == 1
    assert "its path leads out of the folder" in err
    assert not (tmp_path / "there").exists()
