"""What other packages add is found, checked and named; what is wrong with it harms nobody else."""

import importlib
import sys

import pytest

from audioclf_gui.core.plugins import API, SWITCH, Package
from audioclf_gui.core.registry import PlugInKind, Registry, broken_plugins
from audioclf_gui.core.text import Text
from tests.installed import install

GOOD = "from audioclf_gui.core.plugins import PlugIn\nthing = PlugIn('a thing', api={api})\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed packages."""
    folder = tmp_path / "site"
    known = set(sys.modules)
    monkeypatch.syspath_prepend(folder)
    yield folder
    for name in set(sys.modules) - known:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
            del sys.modules[name]


def a_registry(**own: str) -> Registry[str]:
    registry: Registry[str] = Registry(PlugInKind.EXPORTER, _fault)
    for key, thing in own.items():
        registry.add(key, thing)
    return registry


def _fault(thing: object, _key: str) -> Text | None:
    if thing is None:
        raise ValueError("nothing can be seen")
    return None if isinstance(thing, str) else Text("it is no text")


def points(key: str, module: str, group: str = "exporters") -> str:
    return f"[audioclf_gui.{group}]\n{key} = {module}:thing\n"


def test_what_a_package_adds_comes_after_the_programs_own_and_is_known_to_be_its(site):
    install(site, "some-thing", points("added", "some_thing"), GOOD.format(api=API))
    registry = a_registry(own="ours")
    assert dict(registry) == {"own": "ours", "added": "a thing"}
    assert len(registry) == 2
    assert registry.origin("added") == Package("some-thing", "1.0")
    assert registry.origin("own") is registry.origin("nothing") is None
    assert registry.own == ("own",)
    assert registry.broken == []


def test_nobody_who_asks_for_the_programs_own_waits_for_a_package(site):
    install(site, "never-loaded", points("added", "never_loaded"), GOOD.format(api=API))
    registry = a_registry(own="ours")
    assert "own" in registry
    assert registry["own"] == "ours"
    assert next(iter(registry.values())) == "ours"
    assert not registry.is_asked
    assert "never_loaded" not in sys.modules


BROKEN = {
    "raises": (
        "raise RuntimeError('no licence\\nsecond line')",
        "RuntimeError: no licence",
        "--upgrade bad-one",
    ),
    "ends": ("raise SystemExit(3)", "SystemExit: 3", "uninstall"),
    "lacks": ("import absent_library", "ModuleNotFoundError", "--upgrade bad-one"),
    "is empty": ("", "AttributeError", "--upgrade bad-one"),
    "is no plug-in": ("thing = 'a thing'", "bad_one:thing is no PlugIn", "corrected version"),
    "is of another type": (
        GOOD.format(api=API).replace("'a thing'", "7"),
        "it is no text",
        "corrected version",
    ),
    "has no number": (GOOD.format(api="'1'"), "bad_one:thing is no PlugIn", "corrected version"),
    "cannot be looked at": (
        GOOD.format(api=API).replace("'a thing'", "None"),
        "ValueError: nothing",
        "author",
    ),
    "needs a newer program": (
        GOOD.format(api=API + 1),
        "needs a newer audioclf-gui",
        "--upgrade audioclf-gui",
    ),
    "is for an older program": (GOOD.format(api=API - 1), "for an older audioclf-gui", "--upgrade bad-one"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_one_is_named_with_reason_and_remedy_and_the_others_work(case, site):
    code, reason, remedy = BROKEN[case]
    install(site, "bad-one", points("bad", "bad_one"), code)
    install(site, "good-one", points("good", "good_one"), GOOD.format(api=API))
    registry = a_registry(own="ours")
    assert list(registry) == ["own", "good"]
    (broken,) = registry.broken
    assert str(broken.text).startswith("the plug-in bad-one 1.0 is left out, which adds the exporter “bad”: ")
    assert reason in str(broken.text)
    assert "\n" not in str(broken.text)
    assert remedy in str(broken.remedy)
    assert broken in broken_plugins()


def test_a_name_belongs_to_the_program_or_to_the_first_of_two_packages(site):
    for name in ("b-pack", "a-pack"):
        install(site, name, points("same", name.replace("-", "_")), GOOD.format(api=API))
    install(site, "c-pack", points("own", "c_pack"), GOOD.format(api=API))
    registry = a_registry(own="ours")
    assert dict(registry) == {"own": "ours", "same": "a thing"}
    assert registry.origin("same") == Package("a-pack", "1.0")
    assert [(one.package.name, str(one.reason)) for one in registry.broken] == [
        ("b-pack", "a-pack 1.0 adds one of that name, too"),
        ("c-pack", "the program itself has one of that name"),
    ]


def test_what_is_to_be_added_where_nothing_can_be_is_named(site):
    install(site, "from-future", points("x", "from_future", "dreams"), GOOD.format(api=API))
    registry = a_registry()
    assert len(registry) == 0
    (broken,) = [one for one in broken_plugins() if one.package.name == "from-future"]
    assert "audioclf_gui.dreams" in str(broken.text)
    assert "from_future" not in sys.modules


@pytest.mark.parametrize("has_backport", [False, True])  # other packages import it, and it takes over then
@pytest.mark.parametrize("damaged", ["METADATA", "entry_points.txt"])
def test_a_package_that_was_cut_off_while_it_was_installed_is_named(damaged, has_backport, site):
    if has_backport:
        pytest.importorskip("importlib_metadata")
        importlib.invalidate_caches()  # the folder of the packages was looked into while it was empty
    install(site, "half-one", points("half", "half_one"), GOOD.format(api=API))
    install(site, "good-one", points("good", "good_one"), GOOD.format(api=API))
    file = site / "half_one-1.0.dist-info" / damaged
    file.write_bytes(b"" if damaged == "METADATA" else b"[audioclf_gui.exporters]\n\xff = half_one:thing\n")
    assert list(a_registry()) == ["good"]
    registry = a_registry()
    assert list(registry) == ["good"]
    assert any("entry_points.txt" in str(one.what) for one in broken_plugins())


def test_off_leaves_all_out_and_loads_none(site, monkeypatch):
    install(site, "left-out", points("added", "left_out"), GOOD.format(api=API))
    monkeypatch.setenv(SWITCH, "off")
    assert list(a_registry(own="ours")) == ["own"]
    assert "left_out" not in sys.modules


def test_packages_in_the_current_folder_do_not_count(tmp_path, monkeypatch):
    """It may be a stranger's project, and `python -m` puts it on the path."""
    install(tmp_path / "project", "smuggled", points("added", "smuggled"), GOOD.format(api=API))
    monkeypatch.chdir(tmp_path / "project")
    for here in ("", str(tmp_path / "project")):
        monkeypatch.setattr(sys, "path", [here, *sys.path])
        assert list(a_registry()) == []
    assert "smuggled" not in sys.modules


def test_a_plug_in_may_look_at_the_registry_that_loads_it(site):
    code = "from tests.core import test_plugins\nseen = list(test_plugins.ASKED[0])\n" + GOOD.format(api=API)
    install(site, "curious", points("added", "curious"), code)
    sys.modules.setdefault("tests.core.test_plugins", sys.modules[__name__])
    ASKED[:] = [a_registry(own="ours")]
    assert list(ASKED[0]) == ["own", "added"]
    assert sys.modules["curious"].seen == ["own"]


ASKED: list[Registry[str]] = []
