"""Data sets as people find, repack and mix them: window and command line guess the same, and say it."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli.main import main
from audioclf_gui.core.project import Project
from audioclf_gui.formats.datasets import read_sheet
from audioclf_gui.gui.import_form import ImportForm
from audioclf_gui.jobs.import_plan import outline
from audioclf_gui.jobs.import_survey import survey
from audioclf_gui.jobs.layout_guess import TABLE


@dataclass(frozen=True)
class Set:
    """A folder of recordings with its tables, and what is true of it."""

    truth: dict[str, str]  # class, group and fold of each recording that comes in, as "dog s1 train"
    tables: dict[str, str]
    said: str
    others: tuple[str, ...] = ()  # recordings that stay out


ESC = """\
filename,fold,target,category,esc10,src_file,take
1-7-A-0.wav,1,0,dog,True,7,A
2-8-A-5.wav,2,5,cat,True,8,A
"""
URBAN = """\
slice_file_name,fsID,start,end,salience,fold,classID,class
7-3-0-0.wav,7,0,1,1,1,3,dog
8-1-0-0.wav,8,0,1,1,2,1,horn
"""

SETS = {
    "ESC-50 in folders of its classes": Set(
        {"dog/1-7-A-0.wav": "dog 7 1", "cat/2-8-A-5.wav": "cat 8 2"}, {"esc50.csv": ESC}, "looks like ESC-50"
    ),
    "ESC-50 with other columns, from Windows, in a spreadsheet's dress": Set(
        {"ESC/audio/1-7-A-0.wav": "Dog - 1", "ESC/audio/2-8-A-5.wav": "Cat - 2"},
        {
            "ESC/meta/list.csv": "sep=;\nFile;Fold;Target;Class\n"
            "C:\\esc\\audio\\1-7-A-0.wav;1,0;0;Dog\nC:\\esc\\audio\\2-8-A-5.wav;2,0;5;Cat\n"
        },
        "1,0 is read as 1",
    ),
    "ESC-50 twice, at two rates": Set(
        {},
        {"esc50.csv": ESC},
        "2 recordings of esc50.csv are not taken, since they could be others",
        tuple(f"audio/{rate}/{name}" for rate in (16000, 44100) for name in ("1-7-A-0.wav", "2-8-A-5.wav")),
    ),
    "UrbanSound8K in two folders around": Set(
        {"archive/US/audio/fold1/7-3-0-0.wav": "dog 7 1", "archive/US/audio/fold2/8-1-0-0.wav": "horn 8 2"},
        {"archive/US/metadata/UrbanSound8K.csv": URBAN},
        "looks like UrbanSound8K",
    ),
    "UrbanSound8K with other columns": Set(
        {"audio/fold1/7-3-0-0.wav": "dog - 1", "audio/fold2/8-1-0-0.wav": "horn - 2"},
        {"metadata/m.csv": "Slice_File,Fold,Class_ID,Class_Name\n7-3-0-0.wav,1,3,dog\n8-1-0-0,2,1,horn\n"},
        "not taken for classes, since a table counts more",
    ),
    "a competition with a table for one part": Set(
        {"audio_train/a.wav": "dog - train", "audio_train/b.wav": "cat - train"},
        {
            "sample_submission.csv": "fname,label\nc.wav,dog\n",
            "train.csv": "fname,label\na.wav,dog\nb.wav,cat\n",
        },
        "“sample_submission.csv” does so, too",
        ("audio_test/c.wav",),
    ),
    "a competition with marks and ids": Set(
        {"train/train/a.wav": "s0 - train", "train/train/b.wav": "s1 - train"},
        {"train.csv": "recording_id,s0,s1\na,1,0\nb,0,1\n", "sample.csv": "recording_id,s0,s1\nc,0.5,0.5\n"},
        "is taken for a class of its own",
        ("test/test/c.wav",),
    ),
    "species in folders, and a table": Set(
        {"train_audio/owl/XC1.wav": "owl - -", "train_audio/jay/XC2.wav": "jay - -"},
        {"train_metadata.csv": "primary_label,filename,latitude\nowl,owl/XC1.wav,1.5\njay,jay/XC2.wav,2.5\n"},
        "2 recordings are not where train_metadata.csv says",
    ),
    "numbers of a spreadsheet for names": Set(
        {"clips/7.wav": "dog - -", "clips/12.wav": "cat - -"},
        {"t.csv": "sample_id,label\n7.0,dog\n12.0,cat\n"},
        "found by their names: 7.0 as",
    ),
    "numbers that lost their zeros": Set(
        {"007.wav": "- - -", "012.wav": "- - -"},
        {"t.csv": "id,label\n7,dog\n12,cat\n"},
        "t.csv names none of the recordings here: it calls one 7",
    ),
    "a split in three folders around": Set(
        {
            "archive/set/data/train/dog/a.wav": "dog - train",
            "archive/set/data/train/cat/b.wav": "cat - train",
            "archive/set/data/Test/dog/c.wav": "dog - test",
        },
        {},
        "archive/set/data: taken for a folder around the others",
    ),
    "a split in lists": Set(
        {"dog/a.wav": "dog - train", "dog/b.wav": "dog - test", "cat/a.wav": "cat - train"},
        {"train_list.txt": "./dog/a.wav\r\ncat\\a.wav\r\n", "test_list.txt": "dog/b.wav\n"},
        "“test_list.txt”, “train_list.txt” list the parts of a split",
    ),
    "a split in tables": Set(
        {"audio/a.wav": "dog - train", "audio/b.wav": "cat - train"},
        {"test.csv": "file,class\nc.wav,dog\n", "train.csv": "file,class\na.wav,dog\nb.wav,cat\n"},
        "train.csv is called after a part of a split",
        ("audio/c.wav",),
    ),
    "a split in Chinese": Set(
        {"训练集/狗/a.wav": "狗 - train", "训练集/猫/b.wav": "猫 - train", "测试集/狗/c.wav": "狗 - test"},
        {},
        "测试集, 训练集: guessed to mean the folds test, train",
    ),
    "a split that was packed twice": Set(
        {
            "train_data/train_data/dog/a.wav": "dog - train",
            "train_data/train_data/cat/b.wav": "cat - train",
            "test_data/test_data/dog/c.wav": "dog - test",
        },
        {},
        "test_data, train_data: taken for the parts of a split",
    ),
    "recorders": Set(
        {"recorderA/a.wav": "- - -", "recorderB/b.wav": "- - -"}, {}, "they are not taken for classes"
    ),
    "recorders around classes": Set(
        {"recorderA/dog/a.wav": "dog - -", "recorderB/cat/b.wav": "cat - -"},
        {},
        "the folders in them are taken for the classes",
    ),
    "formats around classes": Set(
        {"wav/dog/a.wav": "dog - -", "flac/cat/b.wav": "cat - -"}, {}, "flac, wav: called like"
    ),
    "speakers around words": Set(
        {
            "ann/yes/a.wav": "ann - -",
            "ann/no/b.wav": "ann - -",
            "bob/yes/c.wav": "bob - -",
            "bob/no/d.wav": "bob - -",
        },
        {},
        "no, yes lie in several of the folders that are taken for classes",
    ),
    "a folder of noise": Set(
        {
            "sc/yes/a_nohash_0.wav": "yes a -",
            "sc/no/b_nohash_0.wav": "no b -",
            "sc/_background_noise_/n.wav": "- - -",
        },
        {},
        "looks like Speech Commands",
    ),
    "paths of another machine, into the same folders": Set(
        {"dog/a.wav": "Hund - -", "cat/a.wav": "Katze - -"},
        {"t.csv": "file;label\n/home/ann/set/dog/a.wav;Hund\n/home/ann/set/cat/a.wav;Katze\n"},
        "2 recordings are not where t.csv says",
    ),
    "paths of another machine, into other folders": Set(
        {},
        {"t.csv": "file,label\n/home/ann/r/a.wav,rain\n/home/ann/r/b.wav,dog\n"},
        "2 recordings of t.csv are not taken, since they could be others",
        ("d/a.wav", "d/b.wav"),
    ),
    "labels of parts": Set(
        {"a.wav": "- - -", "b.wav": "- - -"},
        {"t.csv": "recording_id,species_id,t_min,t_max\na,14,0.1,0.2\na,10,0.1,0.2\nb,3,0.1,0.2\n"},
        "t.csv tells where in recordings something is",
    ),
    "a quote that is never closed": Set(
        {"a.wav": "- - -", "b.wav": "- - -"},
        {"t.csv": 'file,label\n"a.wav,dog\nb.wav,cat\n'},
        "t.csv, line 2: a quote is opened here and not closed",
    ),
}


@pytest.fixture
def made(tmp_path, request) -> Path:
    """The folder of the data set of that name."""
    known = SETS[request.param]
    for number, name in enumerate((*known.truth, *known.others)):
        tone = 0.1 * np.sin(np.arange(400) * (0.1 + 0.01 * number))
        write_wav(tmp_path / "set" / name, tone.astype(np.float32), 4000)
    for name, text in known.tables.items():
        file = tmp_path / "set" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "set"


def facts(class_name: str, group: str, fold: str) -> str:
    return " ".join(fact or "-" for fact in (class_name, group, fold))


@pytest.mark.parametrize(("made", "name"), [(name, name) for name in SETS], indirect=["made"], ids=list(SETS))
def test_a_set_comes_in_as_it_is_or_is_refused_with_words_on_both_sides(made, name, tmp_path, capsys, qtbot):
    known = SETS[name]
    assert main(["new", str(tmp_path / "p")]) == 0
    found = survey([made])
    form = ImportForm()
    qtbot.addWidget(form)
    form.begin(found)
    if form.plan.layout == TABLE:
        form.set_columns(read_sheet(found.tables[0]))
    with Project.open(tmp_path / "p") as project:
        shown = outline(found, form.plan, project.catalogue.view)
    preview = {
        one.path.relative_to(made).as_posix(): facts(one.class_name, one.group, one.fold)
        for one in shown.candidates
        if one.path.is_file()
    }
    assert preview == known.truth
    assert known.said in " | ".join(map(str, shown.notes))
    capsys.readouterr()
    main(["import", str(tmp_path / "p"), str(made), "--layout", "guess", "--json"])
    result = json.loads(capsys.readouterr().out)
    assert known.said in " | ".join(result["notes"])
    with Project.open(tmp_path / "p") as project:
        view = project.catalogue.view
        names = {one.id: one.name for one in view.classes}
        taken = {
            view.audio_path(clip).relative_to(made).as_posix(): facts(
                " ".join(names[label.class_id] for label in view.labels(clip.id)), clip.group, clip.fold
            )
            for clip in view.clips
        }
    assert taken == known.truth
