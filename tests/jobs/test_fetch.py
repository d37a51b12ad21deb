"""Fetching a file from a server that breaks off, redirects, lies, refuses, and changes its mind."""

import base64
import hashlib
import json
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import LAYOUTS
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS, KnownSet
from audioclf_gui.jobs import fetch as fetch_module
from audioclf_gui.jobs.fetch import Fetch, fetch
from audioclf_gui.jobs.web import kaggle
from audioclf_gui.jobs.web.addresses import checked_address, name_at, next_address, safe_name, shown_address
from audioclf_gui.jobs.web.answers import AnswerHead, answer
from audioclf_gui.jobs.writing import carry_out
from tests.web import offered, serving

DATA = bytes(range(256)) * 4000
SHA256 = "sha256:" + hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as site:
        yield site


def fetched(address: str, into: Path, **how: str):
    return carry_out(fetch(Fetch(address, into, **how)), None)


def refusal(address: str, into: Path, **how: str) -> UserError:
    with pytest.raises(UserError) as refused:
        fetched(address, into, **how)
    assert str(refused.value.remedy)
    return refused.value


def test_a_file_is_fetched_once_and_has_its_name_when_it_is_whole(site, tmp_path):
    address = site.put("/sets/pets.tar.gz", offered(DATA))
    done = fetched(address + "?download=1", tmp_path / "new/folder", checksum=SHA256)
    assert done.path == tmp_path / "new/folder/pets.tar.gz"
    assert done.path.read_bytes() == DATA
    assert (done.size, done.had, done.checked, done.notes) == (len(DATA), 0, "sha256", ())
    assert [one.name for one in done.path.parent.iterdir()] == ["pets.tar.gz"]
    [(_path, headers)] = site.asked
    assert headers["Accept-Encoding"] == "identity"


def test_what_is_there_already_is_not_fetched_again_if_its_checksum_is_right(site, tmp_path):
    address = site.put("/pets.zip", offered(DATA))
    fetched(address, tmp_path)
    again = fetched(address, tmp_path, checksum=SHA256)
    assert (again.had, len(site.asked)) == (len(DATA), 1)
    assert "was there already" in str(again.notes[0])
    assert "is there already" in str(refusal(address, tmp_path))
    (tmp_path / "pets.zip").write_bytes(b"mine")
    assert "is there already" in str(refusal(address, tmp_path, checksum=SHA256))
    assert (tmp_path / "pets.zip").read_bytes() == b"mine"


@pytest.mark.parametrize("breaks_after", [300_000, 150_000])
def test_a_connection_that_breaks_off_is_taken_up_where_it_ended(site, tmp_path, breaks_after):
    address = site.put("/pets.zip", offered(DATA, breaks_after=breaks_after))
    done = fetched(address, tmp_path)
    assert done.path.read_bytes() == DATA
    assert len(site.asked) == -(-len(DATA) // breaks_after)
    assert [headers.get("Range", "") for _, headers in site.asked[:3]] == [
        "", f"bytes={breaks_after}-", f"bytes={2 * breaks_after}-"
    ]  # fmt: skip
    assert all(headers["If-Range"] == '"1"' for _, headers in site.asked[1:])


def test_another_try_goes_on_from_what_came_before(site, tmp_path):
    address = site.put("/pets.zip", offered(DATA, breaks_after=50_000))
    told = refusal(address, tmp_path)
    assert "broke off after 0.5 of the 1.0 MB promised" in str(told)
    assert "goes on from there" in str(told.remedy)
    assert not (tmp_path / "pets.zip").exists()
    site.put("/pets.zip", offered(DATA))
    done = fetched(address, tmp_path)
    assert (done.path.read_bytes(), done.had) == (DATA, 500_000)
    assert site.asked[-1][1]["Range"] == "bytes=500000-"
    assert [one.name for one in tmp_path.iterdir()] == ["pets.zip"]


def test_a_last_modified_date_serves_where_there_is_no_etag(site, tmp_path):
    date = "Wed, 11 Apr 2018 19:41:55 GMT"
    address = site.put("/pets.zip", offered(DATA, breaks_after=600_000, etag="", Last_Modified=date))
    assert fetched(address, tmp_path).path.read_bytes() == DATA
    assert site.asked[1][1]["If-Range"] == date


def test_a_file_that_has_changed_between_two_tries_comes_from_its_beginning(site, tmp_path):
    address = site.put("/pets.zip", offered(b"old" * 400_000, breaks_after=50_000, etag='"old"'))
    refusal(address, tmp_path)
    site.put("/pets.zip", offered(DATA, etag='"new"'))
    done = fetched(address, tmp_path)
    assert done.path.read_bytes() == DATA
    assert "was fetched from its beginning again: it has changed there" in str(done.notes[0])


def test_a_part_of_another_version_is_noticed_though_the_server_says_it_is_the_same(site, tmp_path):
    address = site.put("/pets.zip", offered(b"old" * 400_000, breaks_after=50_000, etag='"old"'))
    refusal(address, tmp_path)

    def careless(asked):  # takes no notice of If-Range
        if "Range" in asked.headers:
            told = f"bytes 500000-{len(DATA) - 1}/{len(DATA)}"
            asked.say(206, DATA[500_000:], ETag='"new"', Content_Range=told)
        else:
            offered(DATA, etag='"new"')(asked)

    site.put("/pets.zip", careless)
    done = fetched(address, tmp_path)
    assert done.path.read_bytes() == DATA
    assert "it has changed there" in str(done.notes[0])


def test_a_server_that_sends_no_parts_is_asked_for_the_whole_again(site, tmp_path):
    address = site.put("/pets.zip", offered(DATA, breaks_after=50_000))
    refusal(address, tmp_path)
    site.put("/pets.zip", lambda asked: asked.say(200, DATA, ETag='"1"'))
    done = fetched(address, tmp_path)
    assert done.path.read_bytes() == DATA
    assert "the server sends no parts of it" in str(done.notes[0])


def test_without_anything_that_tells_versions_apart_nothing_is_pieced_together(site, tmp_path):
    address = site.put("/pets.zip", lambda asked: asked.say(200, DATA[:1000], length=len(DATA), ETag='W/"1"'))
    refusal(address, tmp_path)
    site.put("/pets.zip", lambda asked: asked.say(200, DATA))
    done = fetched(address, tmp_path)
    assert done.path.read_bytes() == DATA
    assert "Range" not in site.asked[-1][1]
    assert "does not tell whether it is still the same file" in str(done.notes[0])


def test_a_part_that_is_the_whole_is_known_as_such(site, tmp_path):
    address = site.put("/pets.zip", offered(DATA, breaks_after=len(DATA) // 10))
    with pytest.raises(UserError):  # a checksum is the last to be asked, and the wrong one was given
        fetched(address, tmp_path, checksum="md5:" + "0" * 32)
    site.put("/pets.zip", offered(DATA))
    assert fetched(address, tmp_path).path.read_bytes() == DATA


def test_a_part_that_only_waits_for_its_name_needs_no_byte_more(site, tmp_path, monkeypatch):
    address = site.put("/pets.zip", offered(DATA))
    with monkeypatch.context() as full:
        full.setattr(fetch_module, "flush_file", _no_room)
        refusal(address, tmp_path)
    done = fetched(address, tmp_path)
    assert (done.path.read_bytes(), done.had) == (DATA, len(DATA))
    assert site.asked[-1][1]["Range"] == f"bytes={len(DATA)}-"


def _no_room(_path):
    raise OSError(28, "No space left on device")


def test_a_promise_of_more_bytes_than_come_is_not_believed(site, tmp_path):
    address = site.put("/pets.zip", lambda asked: asked.say(200, DATA, length=len(DATA) + 1000))
    assert "broke off after 1.0 of the 1.0 MB promised" in str(refusal(address, tmp_path))
    assert not (tmp_path / "pets.zip").exists()


def test_a_promise_of_fewer_bytes_than_there_are_shows_by_the_checksum(site, tmp_path):
    address = site.put("/pets.zip", lambda asked: asked.say(200, DATA, length=1000))
    said = refusal(address, tmp_path, checksum=SHA256)
    assert "its checksum is sha256:" in str(said)
    assert list(tmp_path.iterdir()) == [], "nothing stays of it"


def test_a_length_that_nobody_tells_is_said(site, tmp_path):
    def endless(asked):
        asked.send_response(200)
        asked.end_headers()
        asked.wfile.write(DATA)

    done = fetched(site.put("/pets.zip", endless), tmp_path)
    assert done.path.read_bytes() == DATA
    assert "did not tell how long pets.zip is" in str(done.notes[0])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_it_goes_where_it_is_sent_on_to(site, tmp_path, status):
    site.put("/there.zip", offered(DATA, breaks_after=600_000))
    address = site.put("/pets.zip", lambda asked: asked.say_to(status, "/there.zip"))
    assert fetched(address, tmp_path).path == tmp_path / "pets.zip"
    assert (tmp_path / "pets.zip").read_bytes() == DATA
    assert [path for path, _ in site.asked] == ["/pets.zip", "/there.zip"] * 2


def test_a_circle_of_redirects_ends(site, tmp_path):
    site.put("/b.zip", lambda asked: asked.say_to(302, "/a.zip"))
    address = site.put("/a.zip", lambda asked: asked.say_to(302, "/b.zip"))
    assert "sends on in a circle" in str(refusal(address, tmp_path))
    assert len(site.asked) == 2
    for number in range(20):
        site.put(f"/{number}.zip", lambda asked, n=number: asked.say_to(302, f"/{n + 1}.zip"))
    assert "too often" in str(refusal(site.address + "/0.zip", tmp_path))


@pytest.mark.parametrize("there", ["file:///etc/passwd", "ftp://host/a.zip", "", "data:,x", "http://"])
def test_it_is_sent_nowhere_but_to_the_web(site, tmp_path, there):
    address = site.put("/a.zip", lambda asked: asked.say_to(302, there))
    refusal(address, tmp_path)
    assert not list(tmp_path.rglob("*.zip"))


def test_an_encrypted_address_is_not_left_for_one_that_is_not():
    with pytest.raises(UserError, match="is not encrypted"):
        next_address("https://host/a.zip", "http://host/a.zip")
    assert next_address("http://host/a.zip", "https://host/a.zip") == "https://host/a.zip"
    assert next_address("https://host/d/a.zip", "../b.zip") == "https://host/b.zip"


def test_who_asks_is_told_to_the_first_server_only(site):
    with serving() as other:
        there = other.put("/a.zip", offered(DATA))
        address = site.put("/a.zip", lambda asked: asked.say_to(302, there))
        steps = answer(address, {"Authorization": "Basic c2VjcmV0", "Range": "bytes=5-", "If-Range": '"1"'})
        head = next(steps)
        steps.close()
    assert isinstance(head, AnswerHead)
    assert site.asked[0][1]["Authorization"] == "Basic c2VjcmV0"
    assert "Authorization" not in other.asked[0][1]
    assert other.asked[0][1]["Range"] == "bytes=5-"


@pytest.mark.parametrize(
    ("status", "said", "remedy"),
    [
        (401, "is not for everybody", "browser"),
        (403, "is not for everybody to fetch (status 403)", "browser"),
        (404, "there is nothing at", "Check the address"),
        (410, "there is nothing at", "Check the address"),
        (429, "is too busy", "Try again in 120 seconds"),
        (500, "an error (status 500)", "later"),
        (418, "an error (status 418)", "browser"),
    ],
)
def test_a_refusal_is_told_with_what_to_do(site, tmp_path, status, said, remedy):
    address = site.put("/a.zip", lambda asked: asked.say(status, b"no", Retry_After="120"))
    told = refusal(address + "?token=secret", tmp_path)
    assert said in str(told)
    assert remedy in str(told.remedy)
    assert "secret" not in str(told)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/zip"])
def test_a_page_to_log_in_is_no_archive_and_harms_no_part(site, tmp_path, kind):
    address = site.put("/pets.zip", offered(DATA, breaks_after=50_000))
    refusal(address, tmp_path)
    page = b"\n<!DOCTYPE html><html>Log in first</html>"
    site.put("/pets.zip", lambda asked: asked.say(200, page, Content_Type=kind))
    told = refusal(address, tmp_path)
    assert "is a web page and no archive" in str(told)
    site.put("/pets.zip", offered(DATA))
    assert fetched(address, tmp_path).had == 500_000


def test_an_empty_file_is_none(site, tmp_path):
    address = site.put("/pets.zip", lambda asked: asked.say(200))
    assert "is empty" in str(refusal(address, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_is_told_before_anything_is_written(site, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=1000))
    address = site.put("/pets.zip", offered(DATA))
    assert "MB of room" in str(refusal(address, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_nobody_answers(tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as gone:
        pass
    told = refusal(gone.address + "/a.zip", tmp_path)
    assert "there is no connection to 127.0.0.1" in str(told)
    assert "goes on from there" in str(told.remedy)


def test_what_answers_is_no_web_server(site, tmp_path):
    def rude(asked):
        asked.wfile.write(b"220 mail.example ESMTP\r\n")

    assert "does not answer as a web server" in str(refusal(site.put("/a.zip", rude), tmp_path))


def test_a_server_that_pauses_within_a_file_holds_nobody_up_who_stops(site, tmp_path):
    may_go_on = threading.Event()

    def half(asked):
        asked.send_response(200)
        asked.send_header("Content-Length", str(len(DATA)))
        asked.end_headers()
        asked.wfile.write(DATA[: len(DATA) // 2])
        asked.wfile.flush()
        may_go_on.wait(20)

    steps = fetch(Fetch(site.put("/a.zip", half), tmp_path))
    seen = [next(steps).done for _ in range(6)]
    assert seen[-1] == seen[-2] == len(DATA) // 2
    steps.close()
    [part] = tmp_path.glob("*.part")
    assert part.stat().st_size == len(DATA) // 2
    may_go_on.set()


def test_a_server_that_says_nothing_for_too_long_is_given_up(site, tmp_path, monkeypatch):
    monkeypatch.setattr("audioclf_gui.jobs.web.answers.TIMEOUT_S", 0.05)
    may_end = threading.Event()
    address = site.put("/a.zip", lambda _asked: may_end.wait(20))
    told = refusal(address, tmp_path)
    may_end.set()
    assert "has not answered for" in str(told)


def test_the_events_are_few_and_the_last_one_tells_all(site, tmp_path):
    address = site.put("/pets.zip", offered(DATA * 20))
    events = list(fetch(Fetch(address, tmp_path)))
    assert len(events) < 60
    assert (events[-1].done, events[-1].total) == (len(DATA) * 20, len(DATA) * 20)


def test_the_server_may_say_what_the_file_is_called_where_the_address_does_not(site, tmp_path):
    name = "attachment; filename*=UTF-8''..%2Fv%C3%B6gel.zip"
    address = site.put("/download", offered(DATA, Content_Disposition=name))
    assert fetched(address, tmp_path).path == tmp_path / "vögel.zip"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://host/a/UrbanSound8K.tar.gz?download=1", "UrbanSound8K.tar.gz"),
        ("https://host/speech_commands_v0.02.tar.gz", "speech_commands_v0.02.tar.gz"),
        ("https://host/a%20b%2F..%2Fc.zip", "c.zip"),
        ("https://host/", "download"),
        ("https://host/con.zip", "con_.zip"),
        ("https://host/.hidden.zip", "_hidden.zip"),
        ("https://host/v%C3%B6gel.zip", "vögel.zip"),
    ],
)
def test_a_file_is_called_as_in_its_address(address, name):
    assert name_at(checked_address(address)) == name


def test_a_name_leads_nowhere_else():
    assert safe_name("..\\..\\x.zip") == safe_name("/etc/x.zip") == "x.zip"


@pytest.mark.parametrize(
    "address",
    ["", "esc51", "file:///etc/passwd", "ftp://host/a", "https://", "http://[::1", "https://host:x/a"],
)
def test_what_is_no_address_of_the_web_is_refused(address, tmp_path):
    assert "is no address that can be fetched" in str(refusal(address, tmp_path))


def test_a_password_in_an_address_is_refused_and_not_shown(tmp_path):
    told = refusal("https://me:secret@host/a.zip", tmp_path)
    assert "secret" not in f"{told} {told.remedy}"


def test_addresses_are_asked_for_as_the_web_spells_them():
    assert checked_address(" HTTPS://Vögel.example/a b/ü.zip?x=1#part ") == (
        "https://xn--vgel-5qa.example/a%20b/%C3%BC.zip?x=1"
    )
    assert shown_address("https://host/%C3%BC.zip?token=secret") == "https://host/ü.zip"


@pytest.mark.parametrize("checksum", ["crc:00", "md5:12", "sha256:" + "g" * 64])
def test_what_is_no_checksum_is_refused(checksum, tmp_path):
    assert "is no checksum" in str(refusal("https://host/a.zip", tmp_path, checksum=checksum))


def test_a_known_set_is_fetched_by_its_name_and_checked(site, tmp_path, monkeypatch):
    address = site.put("/archive/master.zip", offered(DATA))
    made = KnownSet("pets", "Pets", address, "pets-1.zip", len(DATA), "CC0", "folders", Text("few"), SHA256)
    monkeypatch.setitem(KNOWN_SETS, "pets", made)
    done = fetched("Pets", tmp_path)
    assert (done.path.name, done.checked) == ("pets-1.zip", "sha256")


def test_known_sets_say_all_that_is_to_be_known():
    for key, one in KNOWN_SETS.items():
        assert one.key == key
        assert one.address == checked_address(one.address)
        assert one.address.startswith("https://")
        assert one.layout in {"", *LAYOUTS}
        assert one.licence
        assert one.size > 10**7


@pytest.mark.parametrize(
    "page",
    [
        "https://www.kaggle.com/datasets/owner/bird-songs",
        "https://www.kaggle.com/datasets/owner/bird-songs/data",
        "https://www.kaggle.com/owner/bird-songs",
        "https://www.kaggle.com/api/v1/datasets/download/owner/bird-songs",
    ],
)
def test_a_page_of_kaggle_leads_to_its_archive(page):
    assert kaggle.is_of_kaggle(page)
    assert kaggle.download_of(page) == (
        "https://www.kaggle.com/api/v1/datasets/download/owner/bird-songs", "bird-songs.zip"
    )  # fmt: skip


def test_another_page_of_kaggle_is_called_so():
    with pytest.raises(UserError, match="is not the page of a data set"):
        kaggle.download_of("https://www.kaggle.com/competitions/birdclef-2023/overview/prizes")


def test_kaggle_is_told_who_asks_from_its_own_file_or_the_environment(tmp_path):
    expected = {"Authorization": "Basic " + base64.b64encode(b"ann:k3y").decode()}
    assert kaggle.authorization({"KAGGLE_USERNAME": "ann", "KAGGLE_KEY": "k3y"}, tmp_path) == expected
    for folder in (tmp_path / ".kaggle", tmp_path / "other"):
        folder.mkdir()
        (folder / "kaggle.json").write_text(json.dumps({"username": "ann", "key": "k3y"}))
    assert kaggle.authorization({}, tmp_path) == expected
    assert kaggle.authorization({"KAGGLE_CONFIG_DIR": str(tmp_path / "other")}, tmp_path / "none") == expected


def test_without_a_token_kaggle_is_not_asked_and_the_cure_is_told(tmp_path, monkeypatch):
    for name in ("KAGGLE_USERNAME", "KAGGLE_KEY", "KAGGLE_CONFIG_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    told = refusal("https://www.kaggle.com/datasets/owner/name", tmp_path / "into")
    assert "KAGGLE_KEY" in str(told.remedy)
    (tmp_path / ".kaggle").mkdir()
    (tmp_path / ".kaggle/kaggle.json").write_text('{"username": "ann", "secret')
    told = refusal("https://www.kaggle.com/datasets/owner/name", tmp_path / "into")
    assert "holds no name and key" in str(told)
    assert "ann" not in str(told)
