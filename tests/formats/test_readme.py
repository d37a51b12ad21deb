"""What the README says of formats is what they say of themselves."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_of_label_formats_is_up_to_date():
    checked = subprocess.run(
        [sys.executable, "packaging/format_table.py", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")
