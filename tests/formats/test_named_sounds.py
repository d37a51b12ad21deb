"""New label files say of which recording they are, and how long it is, where there is a place for it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from audioclf_gui.core.label import Region
from audioclf_gui.formats.registry import FORMATS, LabelledSound, NamingFormat, of_sound

SOUND = LabelledSound("night 1/owl 3.wav", 4.0)
REGIONS = [Region(0.5, 1.25, "hoot"), Region(2.0, 3.0, "čejka")]
NAMING = sorted(key for key, known in FORMATS.items() if isinstance(known, NamingFormat))


def named(key, sound=SOUND):
    return of_sound(FORMATS[key], sound)


def test_these_formats_have_a_place_for_it():
    assert NAMING == ["ctm", "elan", "jams", "kaldi", "label-studio", "rttm", "textgrid", "whombat"]


@pytest.mark.parametrize("key", NAMING)
def test_what_is_written_is_read_back_and_is_as_the_format_writes_it(key):
    file = named(key).read(named(key).write(REGIONS), Path("owl 3.txt"))
    assert [(one.start_s, one.end_s, one.text) for one in file.regions] == [
        (one.start_s, one.end_s, one.text) for one in REGIONS
    ]
    assert file.canonical
    told = {
        "label-studio": "night 1/owl 3.wav",
        "whombat": "night 1/owl 3.wav",
        "elan": "owl 3.wav",
        "textgrid": "",
        "jams": "",
    }
    assert {one.sound_file for one in file.regions} == {told.get(key, "owl_3")}


@pytest.mark.parametrize("key", NAMING)
def test_a_file_that_was_imported_keeps_what_it_says(key):
    content = FORMATS[key].write(REGIONS)
    assert named(key).write(REGIONS, content) == content
    more = named(key).write([*REGIONS, Region(3.5, 4.0, "late")], content)
    assert b"owl" not in more


def test_a_grid_is_as_long_as_its_recording_and_a_task_names_its_audio():
    assert b"\nxmax = 4 \n" in named("textgrid").write(REGIONS)
    (task,) = json.loads(named("label-studio").write(REGIONS))
    assert task["data"] == {"audio": "night 1/owl 3.wav"}


SCRIPT = """
form: "Which"
  infile: "file", ""
endform
Read from file: file$
duration = Get total duration
writeInfoLine: duration
tiers = Get number of tiers
for tier to tiers
  name$ = Get tier name: tier
  is_interval = Is interval tier: tier
  if is_interval
    n = Get number of intervals: tier
    for i to n
      text$ = Get label of interval: tier, i
      start = Get start time of interval: tier, i
      end = Get end time of interval: tier, i
      appendInfoLine: name$, tab$, start, tab$, end, tab$, text$
    endfor
  else
    n = Get number of points: tier
    for i to n
      text$ = Get label of point: tier, i
      at = Get time of point: tier, i
      appendInfoLine: name$, tab$, at, tab$, at, tab$, text$
    endfor
  endif
endfor
"""


def test_praat_reads_what_is_written(tmp_path):
    praat = shutil.which("praat")
    if praat is None:
        pytest.skip("Praat is not installed")
    script, grid = tmp_path / "read.praat", tmp_path / "owl 3.TextGrid"
    script.write_text(SCRIPT, "utf-8")
    words = Region(0.5, 1.25, 'he said "čejka", 鳥', track="words")
    known = [
        words,
        Region(1.25, 2.0, "and", track="words"),
        Region(3.0, 3.5, "hoot"),
        Region(3.75, 3.75, "tick"),
    ]
    grid.write_bytes(named("textgrid").write(known))
    told = subprocess.run([praat, "--run", script, grid], capture_output=True, check=True, timeout=60)
    duration, *rows = told.stdout.decode("utf-8").splitlines()
    assert duration == "4"
    assert [row.split("\t") for row in rows if row.split("\t")[3]] == [
        ["words", "0.5", "1.25", 'he said "čejka", 鳥'],
        ["words", "1.25", "2", "and"],
        ["labels", "3", "3.5", "hoot"],
        ["points", "3.75", "3.75", "tick"],
    ]
