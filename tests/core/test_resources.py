"""Where icons and translations lie, wherever the program lies."""

import sys
from pathlib import Path

import audioclf_gui
from audioclf_gui.core import resources as place


def test_resources_lie_beside_the_package_in_it_or_in_a_frozen_program(monkeypatch, tmp_path):
    checkout = Path(audioclf_gui.__file__).parent.parent / "resources"
    assert place.resources() == checkout
    package = tmp_path / "audioclf_gui"
    monkeypatch.setattr(place, "__file__", str(package / "core" / "resources.py"))
    assert place.resources() == tmp_path / "resources"
    (package / "_resources").mkdir(parents=True)
    assert place.resources() == package / "_resources"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "frozen"), raising=False)
    assert place.resources() == tmp_path / "frozen" / "resources"
