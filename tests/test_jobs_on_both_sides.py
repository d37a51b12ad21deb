"""Nothing is orchestrated twice: each command and its twins in the window and in scripts call one job."""

import argparse
import ast
import inspect
from functools import cache
from pathlib import Path

import pytest

from audioclf_gui import api
from audioclf_gui.cli.parser import make_parser
from audioclf_gui.core.project import Project

PACKAGE = Path(__file__).resolve().parent.parent / "audioclf_gui"
SOURCES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in PACKAGE.rglob("*.py")}

PARTS_OF_JOBS = {
    "jobs/heard_sounds.py",
    "jobs/learning.py",
    "jobs/mixture_sources.py",
    "jobs/quick_folds.py",
    "jobs/record_heard.py",
    "jobs/results.py",
    "jobs/run_figures.py",
    "jobs/run_log.py",
    "jobs/snapshots.py",
    "jobs/unlearnt_answers.py",
    "jobs/web/answers.py",
    "jobs/web/attending.py",
    "jobs/web/transfer.py",
    "remote/azure/as_training.py",
    "remote/azure/fetching.py",
    "remote/cluster/carrying.py",
    "remote/cluster/whole_archive.py",
    "remote/cluster/travelling.py",
}
"""Their generators are parts that jobs are made of."""

ONE_SIDED = {
    "download_run": "the window finds it in the table of `remote.training_places`",
    "submit_job": "the window's training there begins with it",
    "train_on_azure": "trains in a rented workspace; the window's trainings are those of this computer",
    "upload_project": "the window's training there begins with it",
    "convert_labels": "needs no project; in the window label files come in through clips and go out again",
    "make_practice": "the window's demo is a project to label at once; these are files to begin with",
    "open_files": "a command is for one project; `new` and `import` make one of files",
    "open_files_in": "the same, where the folder of the files may not be written to",
    "embed_archive": "the same as `predict_archive`",
    "synth_on_cluster": "the window mixes on its own computer; the files are the same",
    "download_search": "the window searches on its own computer; the journal is the same",
    "submit_search": "the window searches on its own computer; the journal is the same",
    "search_on_cluster": "the window searches on its own computer; the journal is the same",
    "predict_archive": "an archive is in no project, and outgrows what a window shows",
    "train_on_cluster": "the window finds it in the table of `remote.training_places`",
}
"""Jobs that only the command line or only the window calls, with the reason."""

OF_THE_WINDOW = {"open_files", "open_files_in"}

COMMANDS = {
    "azure download": "download_run",
    "azure list": "list_jobs",
    "azure search": "submit_search",
    "azure stream": "follow_job",
    "azure submit": "submit_job",
    "azure train": "train_on_azure",
    "azure upload": "upload_project",
    "check": "check",
    "classes add": "edit_clips",
    "classes delete": "edit_clips",
    "classes import": "add_listed_classes",
    "classes merge": "edit_clips",
    "classes move": "edit_clips",
    "classes recolour": "edit_clips",
    "classes rename": "edit_clips",
    "classes sort": "edit_clips",
    "clips accept": "edit_clips",
    "clips clear": "edit_clips",
    "clips group": "edit_clips",
    "clips label": "edit_clips",
    "clips reject": "edit_clips",
    "clips remove": "edit_clips",
    "clips spot-check": "spot_check",
    "clips toggle": "edit_clips",
    "demo": "make_demo",
    "doctor": "examine_computer",
    "evaluate": "evaluate",
    "explain": "explain",
    "export": "export_model",
    "fetch": "fetch",
    "groups": "name_groups",
    "import": "import_clips",
    "labels confused": "confused_clips",
    "labels convert": "convert_labels",
    "labels copy": "copy_labels",
    "labels delete": "edit_labels",
    "labels merge": "edit_labels",
    "labels quantise": "edit_labels",
    "labels set": "edit_labels",
    "labels shift": "edit_labels",
    "labels snap": "edit_labels",
    "labels errors": "label_errors",
    "labels estimates": "far_estimates",
    "labels export": "export_labels",
    "labels losses": "foresee_losses",
    "labels measure": "tabulate_labels",
    "labels import": "import_labels",
    "labels sounds": "export_sounds",
    "labels table": "tabulate_labels",
    "leakage": "measure_leakage",
    "learning-curve": "learn_curve",
    "search": "search",
    "live": "listen",
    "monitor": "monitor",
    "pack": "pack_project",
    "predict": "predict",
    "quantity": "edit_clips",
    "relink": "relink",
    "runs": "compare_runs",
    "segment": "find_sounds",
    "cluster embed": "embed_archive",
    "cluster predict": "predict_archive",
    "cluster search": "search_on_cluster",
    "cluster synth": "synth_on_cluster",
    "cluster train": "train_on_cluster",
    "clusters": "cluster_clips",
    "map": "map_clips",
    "next": "label_next",
    "similar": "find_similar",
    "shards": "write_shards",
    "species": "name_species",
    "suggest": "suggest",
    "synth": "make_mixtures",
    "tracks add": "edit_tracks",
    "tracks delete": "edit_tracks",
    "tracks move": "edit_tracks",
    "tracks rename": "edit_tracks",
    "tracks set": "edit_tracks",
    "train": "train",
    "unpack": "unpack_project",
}
"""For each command its job."""

OF_AN_OPTION = {
    "make_practice": "demo --sounds",
    "download_search": "azure download of a search",
    "keep_sound": "live --keep-near",
    "outline_mixtures": "synth --dry-run",
    "preview_mixture": "synth --preview",
    "unpack_archives": "import --unpack-to",
    "add_drifted": "monitor --add",
    "compare_on_new": "runs compare",
    "delete_runs": "runs delete",
    "set_thresholds": "runs thresholds --class",
    "foresee_time": "train --dry-run",
    "monitor_over_time": "monitor without files",
    "note_run": "runs note",
    "restore_runs": "runs restore",
    "report_runs": "runs report",
    "run_scores": "runs thresholds",
    "choose_thresholds": "runs thresholds --precision",
    "read_decisions": "runs thresholds",
    "tracked": "train --track",
    "watch_folder": "import --watch",
}
"""Jobs that an option of a command begins beside the command's own."""

WITHOUT_A_JOB = {
    "azure cancel": "is one request, which stopping a training there makes too",
    "azure check": "asks who is logged in, and changes nothing",
    "azure compute": "is one request to make a cluster, if it is not there",
    "azure environment": "is one request, which sending a training makes too",
    "azure fetch": "copies a model of the workspace",
    "azure register": "copies a model to the workspace",
    "classes export": "writes what the window's menu writes with the same function",
    "classes list": "prints what the window shows at the right",
    "devices": "lists what audio.devices finds, as the window's choosers do",
    "history": "reads and moves along `Catalogue.history`, as the History panel does",
    "info": "prints facts of a project, model or file that the window shows all the time",
    "labels formats": "lists the registry from which the window's dialogs are made",
    "presets delete": "moves a file with the function that the window's menu calls",
    "presets export": "writes a file with the function that the window's menu calls",
    "presets import": "reads a file with the function that the window's menu calls",
    "presets list": "prints what the window's chooser offers",
    "presets rename": "writes a file with the function that the window's menu calls",
    "presets save": "writes a file with the function that the window's menu calls",
    "new": "is `Project.create`, which the window's opener calls too",
    "tracks list": "prints what the window shows beside the labels",
}
"""Commands that only read what is there, with the reason why that is not orchestrated twice."""

OF_SCRIPTS = {
    "demo_project": {"demo"},
    "evaluate": {"evaluate"},
    "export_labels": {"labels export"},
    "export_model": {"export"},
    "find_similar": {"similar"},
    "import_clips": {"import", "labels import"},
    "label": {"clips label", "labels copy"},
    "suggest": {"suggest"},
    "train": {"train"},
    "Model": {"predict"},
}
"""For each name of the Python interface that asks for work the commands whose jobs it begins."""

WITHOUT_WORK = {
    "load_model": "opens a model's folder, as `info` and every job with a model do",
    "new_project": "is `Project.create`, as `new` is",
    "open_project": "is `Project.open`, as in every command",
    "show_progress": "prints events",
}
"""The functions that begin no job, with the reason."""

PROJECT_OWNERS = {
    "jobs/open_files.py",  # hands over the one that it opens
    "core/project.py",  # makes the catalogue
    "core/suggestions.py",  # a part of the project beside the catalogue
    "jobs/demo.py",  # makes a project of its own
    "remote/azure/in_cloud.py",  # owns the copy of a project that a computer there trains on
    "jobs/make_mixtures.py",  # the same
    "jobs/pack_project.py",  # tells a copy where its recordings are
    "jobs/writing.py",  # writes what jobs want, for whoever owns the project
}
"""Who below the window and the command line may know the live project; all others take a view."""


@cache
def parsed(source: str) -> ast.Module:
    return ast.parse(source)


@cache
def imported(source: str, *, at_import: bool = False) -> dict[str, set[str]]:
    """For each module of ours that a module imports, the names it takes from there.

    With `at_import` only what is imported when the module itself is: not in functions, not for types.
    """
    found: dict[str, set[str]] = {}
    nodes = list(_at_import(parsed(source))) if at_import else list(ast.walk(parsed(source)))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("audioclf_gui"):
            found.setdefault(node.module, set()).update(alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("audioclf_gui"):
                    found.setdefault(alias.name, set())
    return found


def _at_import(node: ast.AST):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _at_import(child)


def jobs(sources: dict[str, str]) -> dict[str, str]:
    """Every public job with its module: the generator functions of `jobs/` and `remote/`."""
    return {
        node.name: "audioclf_gui." + place.removesuffix(".py").replace("/", ".")
        for place, source in sources.items()
        if place.startswith(("jobs/", "remote/")) and place not in PARTS_OF_JOBS
        for node in parsed(source).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.returns is not None
        and "Generator[" in ast.unparse(node.returns)
    }


def jobs_used_by(folder: str, sources: dict[str, str]) -> set[str]:
    """The jobs that modules of a folder import."""
    there = jobs(sources)
    return {
        name
        for place, source in sources.items()
        if place.startswith(f"{folder}/")
        for module, names in imported(source).items()
        for name in names
        if there.get(name) == module
    }


def cycles(sources: dict[str, str]) -> list[list[str]]:
    """Modules that import each other in a ring."""
    names = {place: _module(place) for place in sources}
    known = set(names.values())
    graph = {
        names[place]: {
            target
            for module, taken in imported(source, at_import=True).items()
            for target in [module, *(f"{module}.{name}" for name in taken)]
            if target in known and target != names[place]
        }
        for place, source in sources.items()
    }
    for package in [name for place, name in names.items() if place.endswith("__init__.py")]:
        for imports in graph.values():  # `from package import module` needs the module, not its siblings
            if any(one.startswith(package + ".") for one in imports):
                imports.discard(package)
    found, done = [], set()

    def visit(module: str, path: list[str]) -> None:
        if module in path:
            found.append([*path[path.index(module) :], module])
        elif module not in done:
            for target in sorted(graph[module]):
                visit(target, [*path, module])
            done.add(module)

    for module in sorted(graph):
        visit(module, [])
    return found


def _module(place: str) -> str:
    return "audioclf_gui." + place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def sql_outside_the_store(sources: dict[str, str]) -> set[str]:
    """Modules beside `core/store/` that know SQLite or run statements."""
    return {
        place
        for place, source in sources.items()
        if not place.startswith("core/store/")
        for node in ast.walk(parsed(source))
        if (isinstance(node, ast.Import) and any(alias.name == "sqlite3" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "sqlite3")
        or (isinstance(node, ast.Attribute) and node.attr in {"execute", "executemany", "executescript"})
    }


def owners_of_the_project(sources: dict[str, str]) -> set[str]:
    """Modules below the window, the command line and scripts that import the live project."""
    live = {("audioclf_gui.core.project", "Project"), ("audioclf_gui.core.catalogue", "Catalogue")}
    return {
        place
        for place, source in sources.items()
        if not place.startswith(("gui/", "cli/", "api/"))
        for module, names in imported(source).items()
        if any((module, name) in live for name in names)
    }


def jobs_begun_by_scripts(sources: dict[str, str]) -> dict[str, set[str]]:
    """For each public name of the Python interface the jobs that its own code calls."""
    there = jobs(sources)
    begun: dict[str, set[str]] = {}
    for place, source in sources.items():
        if not place.startswith("api/"):
            continue
        called = {
            alias.asname or alias.name: alias.name
            for node in ast.walk(parsed(source))
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if there.get(alias.name) == node.module
        }
        for node in parsed(source).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in api.__all__:
                names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
                begun[node.name] = {called[name] for name in names & called.keys()}
    return begun


def leaves(parser: argparse.ArgumentParser, path: str = "") -> dict[str, str]:
    """Every command with the module of its function."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        return {path.strip(): parser.get_default("command").__module__}
    return {
        name: module
        for group in groups
        for word, child in group.choices.items()
        for name, module in leaves(child, f"{path} {word}").items()
    }


def test_every_job_is_called_by_the_command_line_and_by_the_window_or_there_is_a_reason():
    there = jobs(SOURCES)
    cli, gui = jobs_used_by("cli", SOURCES), jobs_used_by("gui", SOURCES)
    assert {name for name in there if not (name in cli and name in gui)} == set(ONE_SIDED)
    assert cli | gui == set(there), "nobody calls it"


def test_every_command_has_its_job_or_a_reason_to_have_none():
    there, homes = leaves(make_parser()), jobs(SOURCES)
    assert there.keys() == COMMANDS.keys() | WITHOUT_A_JOB.keys()
    for command, job in COMMANDS.items():
        source = SOURCES[there[command].removeprefix("audioclf_gui.").replace(".", "/") + ".py"]
        assert job in imported(source).get(homes[job], set()), command
    assert set(COMMANDS.values()) == set(homes) - OF_THE_WINDOW - OF_AN_OPTION.keys()


def test_every_name_for_scripts_begins_the_jobs_of_its_commands():
    begun = jobs_begun_by_scripts(SOURCES)
    assert {name: names for name, names in begun.items() if names} == {
        name: {COMMANDS[command] for command in commands} for name, commands in OF_SCRIPTS.items()
    }
    functions = {name for name in begun if inspect.isfunction(getattr(api, name))}
    assert functions == (OF_SCRIPTS.keys() - {"Model"}) | WITHOUT_WORK.keys()


def test_work_of_a_script_that_no_command_does_is_noticed():
    more = "def label(): return list(monitor_over_time())"
    line = "from audioclf_gui.jobs.monitor_over_time import monitor_over_time"
    place = "api/labelling.py"
    broken = {**SOURCES, place: f"{SOURCES[place]}\n{line}\n\n\n{more}\n"}
    assert jobs_begun_by_scripts(broken)["label"] == {"monitor_over_time"}


def test_modules_import_each_other_in_no_ring():
    assert cycles(SOURCES) == []


def test_sql_is_known_to_the_store_only():
    assert sql_outside_the_store(SOURCES) == set()


def test_below_the_window_and_the_command_line_few_know_the_live_project():
    assert owners_of_the_project(SOURCES) == PROJECT_OWNERS


def test_a_project_is_its_parts_and_little_else(tmp_path):
    with Project.create(tmp_path / "p") as project:
        members = {name for name in dir(project) if not name.startswith("_")}
    assert len(members) <= 15, members


@pytest.mark.parametrize(
    ("check", "place", "line"),
    [
        (sql_outside_the_store, "core/runs.py", "import sqlite3"),
        (sql_outside_the_store, "gui/document.py", "def ask(c): c.execute('SELECT 1')"),
        (owners_of_the_project, "ml/dataset.py", "from audioclf_gui.core.project import Project"),
        (owners_of_the_project, "jobs/suggest.py", "from audioclf_gui.core.catalogue import Catalogue"),
    ],
)
def test_each_of_these_checks_bites(check, place, line):
    assert place not in check(SOURCES)
    assert place in check({**SOURCES, place: f"{SOURCES[place]}\n{line}\n"})


def test_a_new_job_is_noticed():
    more = "def recheck() -> Generator[int, None, None]: yield 1"
    there = jobs({**SOURCES, "jobs/check.py": f"{SOURCES['jobs/check.py']}\n{more}\n"})
    assert there["recheck"] == "audioclf_gui.jobs.check"


def test_a_ring_of_imports_is_found():
    line = "from audioclf_gui.cli import parser"
    broken = {**SOURCES, "cli/command.py": f"{SOURCES['cli/command.py']}\n{line}\n"}
    assert any("audioclf_gui.cli.command" in ring for ring in cycles(broken))
