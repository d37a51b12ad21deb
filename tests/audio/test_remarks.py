"""What C libraries print about damaged MP3s is nobody's business; what others print stays."""

import ctypes
import sys

import pytest

from audioclf_gui.audio.files import AudioSource
from audioclf_gui.audio.remarks import no_remarks
from audioclf_gui.core.errors import UserError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only glibc lets its stderr be exchanged")


def print_in_c(text):
    ctypes.CDLL(None).perror(text)


def test_remarks_of_c_libraries_are_kept_away_until_the_last_one_has_ended(capfd):
    print_in_c(b"before")
    with no_remarks():
        with no_remarks():
            print_in_c(b"inner")
        print_in_c(b"outer")
        print("from Python", file=sys.__stderr__, flush=True)
    print_in_c(b"after")
    printed = capfd.readouterr().err
    assert [word for word in ("before", "inner", "outer", "from Python", "after") if word in printed] == [
        "before",
        "from Python",
        "after",
    ]


def test_damaged_mp3s_are_told_of_by_the_program_alone(shared_data, capfd):
    refused = 0
    for path in sorted((shared_data / "robustness").glob("*/*.mp3")):
        try:
            with AudioSource(path) as source:
                source.read(0, 10**7)
        except UserError:
            refused += 1
    assert refused > 1
    assert capfd.readouterr().err == ""
