"""Real annotation files of many programs: read with the counts that another reader found, or refused."""

import csv
import re

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.formats.text import FileText

GAP = re.compile(r'text *= *"\s*"(?!")')
REFUSED = {
    "labelstudio/label-studio-converter__csv_test.json": "no stretches of sound, but “rectanglelabels”",
    "labelstudio/label-studio-converter__data.json": "no stretches of sound, but “polygonlabels”",
    "labelstudio/label-studio-frontend__0.json": "no stretches of sound, but “choices”",
    "other/whombat__example_dataset.json": "it is a “dataset”, which has no labels",
}
"""The files that hold no labels of sound, and why."""
COUNTS = {
    "other/ChildProject__eaf.eaf": 514,
    "other/toy-corpora__abui_4.eaf": 2,
    "other/jams__example_beat_output.jams": 129,
}
"""The annotations of those that the manifest does not count: their elements, and the beats."""


def test_every_file_is_read_with_its_count_and_stays_as_it_is_or_is_refused(shared_data):
    folder = shared_data / "annotation-formats"
    rows = list(csv.DictReader((folder / "manifest.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 74
    for row in rows:
        path = folder / row["file"]
        if row["file"] in REFUSED:
            with pytest.raises(UserError, match=REFUSED[row["file"]]):
                read_label_file(path)
            continue
        file = read_label_file(path)
        regions = file.labels.regions
        assert file.format.write(regions, file.content) == file.content, row["file"]
        if row["format"] in FORMATS:
            assert file.format.key == row["format"]
        if row["file"] in COUNTS:
            assert len(regions) == COUNTS[row["file"]]
        if row["items"]:
            count = len(regions)
            if row["format"] == "textgrid":
                count += len(GAP.findall(FileText.decode(file.content).text))
            unique = row["details"].partition("unique selections ")[2]
            assert str(count) in {row["items"], unique}, row["file"]
