"""The page of a run says what the run came to, is safe whatever things are called, and needs nothing else."""

import base64
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.run_note import RunNote
from audioclf_gui.jobs.report_runs import ReportRuns, report_runs, to_report
from tests.browser import Browser, chromium
from tests.reported import AWKWARD, Runner, project_of

MANY = tuple(f"species number {number}" for number in range(50))
LONG = ("a", "b" * 180)


@pytest.fixture(scope="module")
def pages(tmp_path_factory, save_tiny) -> dict[str, Path]:
    """A page of each kind of run and of comparisons, by what it is of."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}

    def write(name, project, *runs):
        found[name] = folder / f"{name}.html"
        request = ReportRuns(to_report(project.runs, runs), found[name])
        result_of(report_runs(request, project.view()))

    with project_of(folder / "birds & <co>", AWKWARD) as project:
        runner = Runner(project, save_tiny)
        good, better = runner.of_classes(AWKWARD), runner.of_classes(AWKWARD, 4.0, epochs=70)
        folds, failed = runner.of_classes(AWKWARD, folds=3), runner.without_model()
        sets, others = runner.of_sets(AWKWARD), runner.of_sets(AWKWARD, 3.0)
        write("single", project, good)
        write("folds", project, folds)
        write("sets", project, sets)
        write("numbers", project, runner.of_numbers())
        write("failed", project, failed)
        write("two", project, good, better)
        write("two of sets", project, sets, others)
        write("many runs", project, good, better, folds, failed)
    for name, classes, each in (("many classes", MANY, 4), ("long names", LONG, 12)):
        with project_of(folder / name, classes, each) as project:
            write(name, project, Runner(project, save_tiny).of_classes(classes))
    return found


NAMES = (
    "single", "folds", "sets", "numbers", "failed", "two", "two of sets", "many runs", "many classes",
    "long names",
)  # fmt: skip


class Page(HTMLParser):
    """What is in a page, and whether it is well formed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style" and data.strip():
            self.words.append(data.strip())

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def page(file: Path) -> Page:
    return Page(file.read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_well_formed_and_says_what_everything_is_to_those_who_do_not_see_it(pages, name):
    found = page(pages[name])
    assert [attributes["lang"] for attributes in found.all("html")] == ["en"]
    assert len(found.all("h1")) == 1
    names = [attributes["id"] for attributes in found.all("h2")]
    assert len(set(names)) == len(names) >= 2
    assert [attributes["aria-labelledby"] for attributes in found.all("section")] == names
    assert [attributes["href"] for attributes in found.all("a")] == [f"#{one}" for one in names]
    assert all(attributes.get("aria-label") for attributes in found.all("svg"))
    assert all(attributes["scope"] in {"row", "col"} for attributes in found.all("th"))
    assert {tag for tag, _ in found.tags}.isdisjoint({"script", "img", "link", "iframe", "b", "u", "i"})


@pytest.mark.parametrize("name", NAMES)
def test_no_number_is_missing_or_broken(pages, name):
    told = " ".join(page(pages[name]).words)
    assert not re.search(r"\b(nan|inf|None)\b|\{\w*\}", told), told


def test_names_are_written_as_they_are(pages):
    words = page(pages["single"]).words
    for name in (*AWKWARD, "site <3>", "<u>bad.wav"):
        assert any(name in word for word in words), name


def test_a_run_tells_its_figure_with_how_far_luck_goes_and_what_guessing_would_come_to(pages):
    told = " ".join(page(pages["single"]).words)
    assert re.search(r"Accuracy 0\.\d{3} 95 % interval 0\.\d\d to 0\.\d\d; 6 groups", told)
    assert "Guessing that knows only how frequent the classes are would come to 0.250." in told
    assert "The hard group is site <3>: accuracy 0.50." in told
    for section in (
        "Data", "Figures", "Training", "Confusion", "Classes", "Groups, the worst first",
        "Reliability of the scores",
        "Thresholds", "Likely label errors", "How to repeat it", "Settings", "Versions",
    ):  # fmt: skip
        assert section in page(pages["single"]).words, section


def test_of_folds_each_stands_by_itself_and_their_curves_beside_each_other(pages):
    words = page(pages["folds"]).words
    assert any("0.800" in word for word in words)
    assert any("mean and deviation of 3 folds" in word for word in words)
    assert [word for word in words if word in {"fold 1", "fold 2", "fold 3"}] == [
        "fold 1",
        "fold 2",
        "fold 3",
    ]
    assert any("--folds all" in word for word in words)


def test_of_a_number_there_are_estimates_and_the_largest_errors_with_its_unit(pages):
    words = page(pages["numbers"]).words
    assert "true depth <b> [m]" in words
    assert any(re.fullmatch(r"2\.\d\d m( \(.*\))?", word) for word in words), "the error in metres"
    assert "Confusion" not in words


def test_a_run_without_a_model_says_why(pages):
    told = " ".join(page(pages["failed"]).words)
    assert "the disk of <i>models</i> is full" in told
    assert "This run came to no figures." in told
    assert "kept no model" in told


def test_what_was_changed_of_the_preset_is_told_and_repeated_by_the_command(pages, tmp_path, save_tiny):
    with project_of(tmp_path / "my birds", AWKWARD) as project:
        run = Runner(project, save_tiny).of_classes(AWKWARD, epochs=70, seed=5, mixup=0.1)
        file = tmp_path / "a.html"
        result_of(report_runs(ReportRuns(to_report(project.runs, [run]), file), project.view()))
    words = page(file).words
    assert "audioclf train 'my birds' --preset fast --seed 5 --set epochs=70 --set mixup=0.1" in words
    assert words[words.index("epochs") + 1] == "70"


def test_a_run_is_called_by_its_name_and_what_was_noted_of_it_stands_below(tmp_path, save_tiny):
    with project_of(tmp_path / "p", AWKWARD) as project:
        runner = Runner(project, save_tiny)
        runs = runner.of_classes(AWKWARD), runner.of_classes(AWKWARD)
        project.runs.put_note(runs[0].id, RunNote("<b>dawn</b> only", "With the old recorder."))
        pages = [tmp_path / "one.html", tmp_path / "two.html"]
        for file, chosen in zip(pages, (runs[:1], runs), strict=True):
            result_of(report_runs(ReportRuns(to_report(project.runs, chosen), file), project.view()))
    one, two = (page(file).words for file in pages)
    assert "Run 1: <b>dawn</b> only" in one
    assert {"Quick look", "With the old recorder."} <= set(one)
    assert {"<b>dawn</b> only", "Quick look"} <= set(two)


def test_a_comparison_tells_which_is_better_the_classes_and_the_settings_that_differ(pages):
    told = " ".join(page(pages["two"]).words)
    assert re.search(r"On 48 sounds that both judged: accuracy 0\.\d+ of run 1, \d\.\d+ of run 2", told)
    assert "Run 2 is better" in told
    assert "epochs" in page(pages["two"]).words
    assert "Recall" in page(pages["two"]).words
    assert "Average precision" in page(pages["two of sets"]).words
    assert "Run 4 has no model and is not compared" in " ".join(page(pages["many runs"]).words)


def test_of_many_classes_the_matrix_is_still_there_and_of_the_curves_the_worst(pages):
    found = page(pages["many classes"])
    assert "Shown are the 12 classes of the lowest average precision." in found.words
    assert found.words.count("species number 49") >= 3


def test_the_file_that_was_there_is_kept(tmp_path, save_tiny):
    with project_of(tmp_path / "p", AWKWARD) as project:
        run = Runner(project, save_tiny).of_classes(AWKWARD)
        file = tmp_path / "report.html"
        file.write_text("mine")
        request = ReportRuns(to_report(project.runs, [run]), file)
        written = result_of(report_runs(request, project.view()))
        assert written.kept.read_text() == "mine"
        assert result_of(report_runs(request, project.view())).kept is None, "the same again changes nothing"
        with pytest.raises(UserError, match="folder"):
            result_of(report_runs(ReportRuns(request.runs, tmp_path), project.view()))


def test_a_model_that_cannot_be_read_leaves_the_figures_of_the_run(tmp_path, save_tiny):
    with project_of(tmp_path / "p", AWKWARD) as project:
        run = Runner(project, save_tiny).of_classes(AWKWARD)
        (project.runs.bundle_path(run) / "predictions.json").write_bytes(b"[]")
        file = tmp_path / "report.html"
        result_of(report_runs(ReportRuns(to_report(project.runs, [run]), file), project.view()))
    words = page(file).words
    assert any(word.startswith("Nothing is told of the scores: ") for word in words)
    assert "Confusion" in words
    assert "Thresholds" not in words


def test_it_speaks_the_language_that_is_wanted_everywhere(tmp_path, save_tiny):
    def shouted(text):
        return text.words(lambda template, _count: template.upper() if "{" not in template else "")

    with project_of(tmp_path / "p", AWKWARD) as project:
        run = Runner(project, save_tiny).of_classes(AWKWARD)
        file = tmp_path / "report.html"
        request = ReportRuns(to_report(project.runs, [run]), file, "de")
        result_of(report_runs(request, project.view(), shouted))
    found = page(file)
    assert found.all("html")[0]["lang"] == "de"
    left = {
        "training",
        "validation",
        "loss",
        "learning rate",
        "recall",
        "score",
        "true class",
        "Data",
    }
    assert left.isdisjoint(found.words)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium here: bootstrap.py test installs it")
    found = Browser(program, tmp_path_factory.mktemp("profile"))
    found.ask("Network.enable")
    found.ask("Log.enable")
    yield found
    found.close()


_LOADED = """new Promise((resolve) => {
    const look = () => location.href === %r && document.readyState === "complete"
        ? resolve(document.querySelectorAll("svg").length) : setTimeout(look, 20);
    look();
})"""
_SEEN = """[...document.querySelectorAll("figure svg")].map((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 100 && box.height > 50 && one.querySelectorAll("rect, polyline, circle").length > 0;
})"""


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_shows_every_picture_asks_for_nothing_else_and_has_nothing_to_complain_of(
    pages, browser, name
):
    browser.told.clear()
    address = pages[name].as_uri()
    browser.ask("Page.navigate", url=address)
    drawn = browser.value(_LOADED % address)
    asked = [
        one["params"]["request"]["url"]
        for one in browser.told
        if one["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [address]
    assert [one for one in browser.told if one["method"] in {"Log.entryAdded", "Network.loadingFailed"}] == []
    seen = browser.value(_SEEN)
    assert seen == [True] * drawn
    assert (drawn > 0) == (name != "failed")
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.value(width) == 0, "nothing sticks out to the right"


def test_on_paper_it_is_black_on_white_whatever_the_screen_is(pages, browser):
    browser.ask("Page.navigate", url=pages["single"].as_uri())
    browser.value(_LOADED % pages["single"].as_uri())
    ground = "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color"
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.ask("Emulation.setEmulatedMedia", media="print", features=dark)
    assert browser.value(ground) == "rgb(255, 255, 255)rgb(0, 0, 0)"
    browser.ask("Emulation.setEmulatedMedia", media="screen", features=dark)
    assert browser.value(ground) == "rgb(22, 25, 29)rgb(228, 231, 235)"
    printed = base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed
    browser.ask("Emulation.setEmulatedMedia", media="", features=[])
