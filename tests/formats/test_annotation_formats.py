"""Real annotation files of many programs: read with the counts that another reader found, or refused."""

import csv
import re

from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS
from audioclf_gui.formats.text import FileText

GAP = re.compile(r'text *= *"\s*"(?!")')
NOT_READ_YET = {"json"}
"""Endings of the files of which no format is known."""


def test_every_file_is_read_with_its_count_and_stays_as_it_is_or_is_refused(shared_data):
    folder = shared_data / "annotation-formats"
    rows = list(csv.DictReader((folder / "manifest.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 74
    for row in rows:
        path = folder / row["file"]
        try:
            file = read_label_file(path)
        except UserError:
            assert path.suffix[1:] in NOT_READ_YET, row["file"]
            continue
        regions = file.labels.regions
        if file.format.capabilities.writing:
            assert file.format.write(regions, file.content) == file.content, row["file"]
        if row["format"] in FORMATS:
            assert file.format.key == row["format"]
        if row["items"]:
            count = len(regions)
            if row["format"] == "textgrid":
                count += len(GAP.findall(FileText.decode(file.content).text))
            unique = row["details"].partition("unique selections ")[2]
            assert str(count) in {row["items"], unique}, row["file"]
