"""What a release says of itself agrees, and what each one wrote is kept to be opened by later ones."""

import re
from pathlib import Path

import yaml

import audioclf_gui

ROOT = Path(__file__).parents[1]
RELEASES = dict(
    re.findall(r"^## (\d+\.\d+\.\d+) \((.+)\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
)


def test_the_changelog_begins_with_this_version_and_each_has_its_day():
    assert next(iter(RELEASES)) == audioclf_gui.__version__
    days = list(RELEASES.values())
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for day in days)
    assert days == sorted(days, reverse=True)


def test_who_cites_the_program_cites_this_version():
    facts = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (facts["cff-version"], facts["title"], facts["license"]) == ("1.2.0", "audioclf-gui", "MIT")
    assert facts["authors"]
    assert facts["message"]
    assert (facts["version"], facts["date-released"]) == (
        audioclf_gui.__version__,
        RELEASES[audioclf_gui.__version__],
    )


def test_of_each_version_a_project_is_kept_that_a_test_opens():
    for version in RELEASES:
        folder = ROOT / "tests" / "fixtures" / f"v{version}"
        assert list(folder.glob("*/*.audioclf")), version
        assert (ROOT / "tests" / f"test_version_{version.replace('.', '_')}.py").is_file()
