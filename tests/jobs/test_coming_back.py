"""Label files that come back, whoever made them and whatever they are called by then, never double labels."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.label import Region
from audioclf_gui.core.label_merge import Mode, Side, Tally
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.jobs.export_labels import ExportLabels, export_labels
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels
from audioclf_gui.jobs.writing import carry_out

from .conftest import RATE_HZ, collected

ANNA = (Region(0.5, 1.5, "bark"), Region(2.5, 3.5, "howl"), Region(4.5, 5.0, "bark"))
BEN = (Region(0.6, 1.7, "yelp"), Region(2.2, 3.8, "howl"), Region(7.0, 8.0, "bark"))
LONGER = (ANNA[0], replace(ANNA[1], end_s=4.0), ANNA[2])
HEAD = "file,start_s,end_s,label\n"


@pytest.fixture
def clip(project, tmp_path):
    """A clip that is long enough for what everybody hears in it."""
    write_wav(tmp_path / "night.wav", np.full(10 * RATE_HZ, 0.1, np.float32), RATE_HZ)
    carry_out(import_clips(ImportClips((Candidate(tmp_path / "night.wav"),)), project.view()), project)
    return project.catalogue.view.clips[-1]


@pytest.fixture
def file_of(tmp_path):
    """Writes a label file of some format into a folder, and replaces what was there."""

    def write(folder, regions, key="audacity", stem="night"):
        path = tmp_path / folder / f"{stem}{FORMATS[key].suffixes[0]}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(FORMATS[key].write(regions, None))
        return path

    return write


@pytest.fixture
def take_in(project, clip):
    def take(*files, **request):
        return carry_out(import_labels(ImportLabels(files, **request), project.view()), project)

    return take


@pytest.fixture
def labels(project, clip):
    """Tells the labels of the clip that all of these files are about, in order of time."""

    def read():
        view = project.catalogue.view
        names = {one.id: one.name for one in view.classes}
        found = [one for one in view.labels(clip.id) if not one.is_whole_clip]
        return sorted((round(one.start_s, 3), round(one.end_s, 3), names[one.class_id]) for one in found)

    return read


def said(*regions):
    return sorted((one.start_s, one.end_s, one.text) for one in regions)


def notes(done):
    """What was said of files, but for how the columns of nameless ones were understood."""
    told = [str(note) for one in done.files for note in one.notes]
    return [note for note in told if not note.startswith("its columns are read as ")]


@pytest.mark.parametrize("is_at_once", [True, False])
@pytest.mark.parametrize("key", FORMATS)
def test_files_of_two_listeners_are_each_compared_with_what_they_said_before(
    key, is_at_once, file_of, take_in, labels
):
    anna, ben = file_of("anna", ANNA, key), file_of("ben", BEN, key)
    for files in [(anna, ben)] if is_at_once else [(anna,), (ben,), (anna,)]:
        take_in(*files, by_name=True)
    assert labels() == said(*ANNA, *BEN)
    later = (BEN[0], BEN[1], replace(BEN[2], text="howl"))
    done = take_in(anna, file_of("ben", later, key), by_name=True)
    assert done.tally == Tally(known=5, changed=1)
    done = take_in(file_of("anna", LONGER, key))
    assert (done.tally, notes(done)) == (Tally(known=2, changed=1), [])
    assert take_in(anna, ben, by_name=True).tally == Tally(known=6)
    assert labels() == said(*LONGER, *later)


def test_tables_of_two_listeners_in_one_folder_are_told_by_their_names(take_in, labels, tmp_path):
    anna, ben = tmp_path / "anna.csv", tmp_path / "ben.csv"
    anna.write_text(f"{HEAD}night.wav,0.1,0.2,bark\n")
    ben.write_text(f"{HEAD}night.wav,0.3,0.4,howl\n")
    take_in(anna, ben)
    ben.write_text(f"{HEAD}night.wav,0.3,0.45,howl\n")
    assert take_in(anna, ben).tally == Tally(known=1, changed=1)
    anna.write_text(f"{HEAD}night.wav,0.1,0.25,bark\n")
    assert take_in(anna).tally == Tally(changed=1)
    assert labels() == [(0.1, 0.25, "bark"), (0.3, 0.45, "howl")]


@pytest.mark.parametrize("key", FORMATS)
def test_somebody_elses_file_of_the_same_name_is_added_and_said_to_be(key, file_of, take_in, labels):
    take_in(file_of("in", ANNA[:2], key))
    strange = (Region(5.5, 6.0, "bark"), Region(6.5, 7.0, "growl"))
    done = take_in(file_of("in", strange, key))
    assert done.tally == Tally(new=2)
    assert ["too little in common" in note for note in notes(done)] == [True]
    assert labels() == said(*ANNA[:2], *strange)


@pytest.mark.parametrize(("key", "other"), list(permutations(FORMATS, 2)))
def test_a_file_that_comes_back_in_another_format_is_a_later_version_and_said_to_be(
    key, other, file_of, take_in, labels
):
    take_in(file_of("in", ANNA, key))
    done = take_in(file_of("in", LONGER, other))
    assert (done.tally.new, done.tally.gone) == (0, 0)
    assert labels() == said(*LONGER)
    (note,) = [note for note in notes(done) if "later version" in note]
    assert f"in/night{FORMATS[key].suffixes[0]}" in note
    assert take_in(file_of("in", ANNA, other)).tally.new == 0
    assert labels() == said(*ANNA)


@pytest.mark.parametrize(
    ("key", "other"), [("audacity", "raven"), ("raven", "audacity"), ("csv", "textgrid")]
)
@pytest.mark.parametrize(("folder", "stem"), [("in", "night"), ("mail", "night_labels")])
def test_a_file_of_another_program_of_which_half_agrees_is_somebody_elses(
    key, other, folder, stem, file_of, take_in, labels
):
    windows = tuple(Region(float(start), start + 1.0, "bark") for start in (0, 2, 4, 6))
    take_in(file_of("in", windows, key))
    heard = (*windows[:2], Region(1.2, 1.7, "yelp"), Region(8.0, 9.0, "howl"))
    done = take_in(file_of(folder, heard, other, stem))
    assert done.tally == Tally(known=2, new=2)
    assert labels() == said(*windows, *heard[2:])
    assert any("were added" in note for note in notes(done))


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize(("folder", "stem"), [("mail", "night"), ("in", "night_labels")])
def test_a_corrected_file_from_elsewhere_or_of_another_name_is_a_later_version(
    folder, stem, key, file_of, take_in, labels
):
    take_in(file_of("in", ANNA, key))
    done = take_in(file_of(folder, LONGER, key, stem))
    assert done.tally == Tally(known=2, changed=1)
    assert ["later version of in/night" in note for note in notes(done)] == [True]
    done = take_in(file_of("in", ANNA, key))
    assert labels() == said(*ANNA), "it is the same series of files wherever they lie"
    assert done.tally == Tally(known=2, changed=1)


@pytest.mark.parametrize("folder", ["in", "mail"])
@pytest.mark.parametrize("key", FORMATS)
def test_a_file_of_which_all_is_shifted_says_so_or_that_it_was_added(key, folder, file_of, take_in, labels):
    take_in(file_of("in", ANNA, key))
    shifted = [replace(one, start_s=one.start_s + 5.0, end_s=one.end_s + 5.0) for one in ANNA]
    done = take_in(file_of(folder, shifted, key))
    (note,) = notes(done)
    if folder == "in":
        assert note == "none of its labels lies where it lay before: they were moved"
        assert (done.tally, labels()) == (Tally(changed=3), said(*shifted))
    else:
        assert "too little in common" in note
        assert done.tally == Tally(new=3)


@pytest.mark.parametrize("key", FORMATS)
def test_labels_beside_others_are_never_silent(key, project, clip, file_of, take_in):
    take_in(file_of("in", ANNA, key, "anna"), clip=clip)
    done = take_in(file_of("in", BEN, key, "ben"), clip=clip)
    (note,) = notes(done)
    assert note.startswith("its labels were added to those that ")
    assert note.endswith("night.wav has already")


@pytest.mark.parametrize("key", FORMATS)
def test_undoing_and_redoing_carries_along_what_files_are_compared_with(
    key, project, file_of, take_in, labels
):
    take_in(file_of("anna", ANNA, key))
    take_in(file_of("ben", BEN, key))
    take_in(file_of("anna", LONGER, key))
    project.catalogue.undo()
    assert labels() == said(*ANNA, *BEN)
    project.catalogue.redo()
    further = (*LONGER[:2], replace(ANNA[2], text="yelp"))
    assert take_in(file_of("anna", further, key)).tally == Tally(known=2, changed=1)
    project.catalogue.undo()
    project.catalogue.undo()
    assert take_in(file_of("anna", further, key)).tally == Tally(known=1, changed=2)
    for _step in range(2):
        project.catalogue.undo()
    assert labels() == said(*ANNA)
    assert take_in(file_of("ben", BEN, key)).tally == Tally(new=3)
    assert labels() == said(*ANNA, *BEN)


@pytest.mark.parametrize("key", FORMATS)
def test_adding_and_replacing_do_as_they_say_and_comparing_goes_on_from_there(key, file_of, take_in, labels):
    take_in(file_of("anna", ANNA, key))
    take_in(file_of("ben", BEN, key))
    done = take_in(file_of("anna", LONGER, key), mode=Mode.ADD)
    assert (done.tally, notes(done)) == (Tally(known=2, new=1), [])
    done = take_in(file_of("anna", LONGER, key), mode=Mode.REPLACE)
    assert (done.tally, labels()) == (Tally(known=3, gone=4), said(*LONGER))
    done = take_in(file_of("anna", ANNA, key))
    assert (done.tally, labels()) == (Tally(known=2, changed=1), said(*ANNA))


def test_an_export_that_comes_back_is_compared_with_the_export_and_the_listeners_with_themselves(
    project, clip, file_of, take_in, labels, tmp_path
):
    anna, ben = file_of("anna", ANNA), file_of("ben", BEN)
    take_in(anna, ben, by_name=True)
    request = ExportLabels("audacity", tmp_path / "out", (clip,))
    carry_out(export_labels(request, project.view()), project)
    exported = next((tmp_path / "out").rglob("night.txt"))
    exported.write_text(exported.read_text("utf-8").replace("yelp", "growl"), "utf-8")
    assert take_in(exported).tally == Tally(known=5, changed=1)
    done = take_in(file_of("anna", LONGER))
    assert (done.tally, notes(done)) == (Tally(known=2, changed=1), [])
    assert labels() == said(*LONGER, replace(BEN[0], text="growl"), *BEN[1:])


def test_a_conflict_leaves_the_files_of_others_alone_and_can_be_decided(
    project, clip, file_of, take_in, labels
):
    take_in(file_of("anna", ANNA), file_of("ben", BEN), by_name=True)
    take_in(file_of("in", (replace(ANNA[0], text="growl"), *ANNA[1:]), "csv"))
    theirs = (replace(ANNA[0], text="whine"), *ANNA[1:])
    done = take_in(file_of("anna", theirs), file_of("ben", BEN[:2]), by_name=True)
    assert len(done.conflicts) == 1
    assert labels() == said(replace(ANNA[0], text="growl"), *ANNA[1:], *BEN[:2])
    done = take_in(file_of("anna", theirs), side=Side.THEIRS)
    assert labels() == said(*theirs, *BEN[:2])
    assert not collected(
        import_labels(ImportLabels((file_of("anna", theirs),)), project.view())
    ).result.conflicts
