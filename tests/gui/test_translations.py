"""The window in other languages: what is collected, compiled, installed and said."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text, joined, listed
from audioclf_gui.gui import translate
from audioclf_gui.gui.menus import Menus
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.tasks import Tasks
from audioclf_gui.gui.train.report import remarks
from audioclf_gui.gui.translate import in_sentences, install_language, language_for, languages, words

ROOT = Path(__file__).resolve().parent.parent.parent
SAME_IN_CHINESE = {
    "{s:g} s",
    "McNemar p = {p:.3f}",
    "{size_mb:.0f} MB",
    "{size:.1f} GB",
    "Hz",
    "dB",
    "min",
    "s",
    "R²",
    "{seconds} s",
    "{name} {value}",
    "“{name}”",
    "5–95 % {ranges}",
    "{start_s:.3f}–{end_s:.3f} s “{name}”",
    "{what}…",
    "…",
    "NVIDIA GPU",
    "Praat TextGrid",
    "Speech Commands",
    "RMS",
    "UMAP",
    "{name} {values}",
    "UrbanSound8K",
    "xeno-canto",
}
SAME_IN_GERMAN = {
    "Jobs…",
    "Jobs in Azure",
    " min",
    "Alarm: {differences}.",
    "Apache 2.0",
    "Azure",
    "Band",
    "Banner",
    "BirdNET 2.4",
    "Blackman-Harris",
    "CLIP",
    "CLIPS",
    "Clip",
    "Clips",
    "Cluster",
    "Cluster {number} ({n})",
    "Cursor",
    "Details",
    "Editor",
    "F1",
    "Fold",
    "Fold {name}",
    "Fold {name}: {figure}.",
    "Format",
    "GPU",
    "Hamming",
    "Hann",
    "Hz",
    "In %",
    "Label",
    "Labels",
    "Labels: {names}",
    "Linear",
    "Live",
    "MAE",
    "McNemar p = {p:.3f}",
    "Mel",
    "Name",
    "PCEN",
    "Parameter",
    "Pause",
    "Plug-ins",
    "Position {time}",
    "Praat TextGrid",
    "Python",
    "RMS",
    "RMSE",
    "R²",
    "SNR",
    "SNR {ratio}",
    "Score",
    "Speech Commands",
    "System",
    "Test",
    "Text",
    "Training",
    "UMAP",
    "UrbanSound8K",
    "dB",
    "min",
    "s",
    "xeno-canto",
    "{done_mb:.1f} MB",
    "{n} min",
    "{n:.0f} s",
    "{n:.1f} h",
    "{name}, {start_s:.3f} – {end_s:.3f} s",
    "{quantity} in {unit}",
    "{s:g} s",
    "{seconds} s",
    "{size:.1f} GB",
    "{size_mb:.0f} MB",
}
CLIPS = "{n} clip is silent", "{n} clips are silent"


def test_every_text_of_the_program_can_be_collected_and_every_catalogue_is_up_to_date(translations):
    messages, faults = translations.collect()
    assert faults == []
    assert list(translations.problems(translations.FOLDER, messages)) == [], (
        "run `python packaging/translations.py update`"
    )
    assert {message.context for message in messages} >= {"Text", "actions", "MainWindow"}


def test_the_window_knows_its_catalogues_and_the_wheel_holds_them(translations):
    assert languages() == ("en", "de", "zh_CN")
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = shipped["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {f"resources/i18n/{file.name}" for file in translations.FOLDER.glob("*.qm")} <= included.keys()


@pytest.mark.parametrize(
    ("language", "number_forms", "same"), [("zh_CN", 1, SAME_IN_CHINESE), ("de", 2, SAME_IN_GERMAN)]
)
def test_a_catalogue_is_complete(translations, language, number_forms, same):
    messages, _faults = translations.collect()
    known = translations.read_ts(translations.FOLDER / f"audioclf_{language}.ts")
    said = [(one, known[one.key]) for one in messages]
    assert [one.key for one, translation in said if not translation.is_finished] == []
    wanted = [(one, number_forms if one.many else 1, translation.forms) for one, translation in said]
    assert [one.key for one, number, forms in wanted if len(forms) != number] == []
    pairs = [
        (template, form)
        for one, _number, forms in wanted
        for template, form in zip((one.source, one.many or one.source)[-len(forms) :], forms, strict=False)
    ]
    assert [form for template, form in pairs if slots(form) != slots(template)] == []
    kept = {form for template, form in pairs if form == template}
    assert {form for form in kept if holds_words(form)} <= same


def holds_words(template):
    """Whether a template says anything itself, beside its facts."""
    return bool(re.search("[A-Za-z]", re.sub(r"{[^}]*}", "", template)))


def slots(template):
    """The facts of a template as they are written there, and what a progress bar fills in."""
    facts = [(name, spec, kind) for _, name, spec, kind in Formatter().parse(template) if name]
    return sorted(facts, key=str), sorted(re.findall("%[pvm]", template))


def test_english_needs_no_catalogue(qapp):
    assert words(Text(*CLIPS, n=1)) == "1 clip is silent"
    assert words(Text(*CLIPS, n=2)) == "2 clips are silent"


@pytest.mark.parametrize(
    ("language", "forms", "said"),
    [
        ("zh_CN", ("{n} 个静音",), {0: "0 个静音", 1: "1 个静音", 5: "5 个静音"}),
        (
            "pl",
            ("{n} klip", "{n} klipy", "{n} klipów"),
            {1: "1 klip", 2: "2 klipy", 5: "5 klipów", 22: "22 klipy"},
        ),
    ],
)
def test_a_language_has_as_many_forms_as_it_has(speak, language, forms, said):
    speak(language, {("Text", *CLIPS): forms})
    assert {n: words(Text(*CLIPS, n=n)) for n in said} == said


def test_what_is_not_translated_is_english(speak):
    speak("pl", {("Text", "silent"): ("cichy",)})
    assert words(Text("silent")) == "cichy"
    assert words(Text(*CLIPS, n=2)) == "2 clips are silent"


def test_an_error_is_translated_with_all_that_it_holds(speak):
    speak(
        "pl",
        {
            ("Text", "{name} is refused: {why}"): ("{why}: {name} nie",),
            ("Text", "it is empty"): ("pusty",),
            ("Text", "{message}. {remedy}"): ("{message}! {remedy}",),
        },
    )
    refused = UserError(
        Text("{name} is refused: {why}", name="a.wav", why=Text("it is empty")), remedy=Text("Leave it out.")
    )
    assert in_sentences(refused) == "pusty: a.wav nie! Leave it out."


def test_lists_of_any_length_are_written_as_the_language_does(speak):
    speak("zh_CN", {("Text", "{some}, {more}"): ("{some}，{more}",), ("Text", "two"): ("二",)})
    parts = [Text("one"), Text("two"), joined(["a", "b, c"])]
    assert words(listed(parts, ", ")) == "one，二，a，b, c"
    assert words(listed(parts[:1], ", ")) == "one"
    assert words(listed(parts[:2], "; ")) == "one; 二", "nobody has said how yet"
    assert words(listed(parts[:2])) == "one 二"


def test_numbers_look_as_everywhere_in_the_window(qapp):
    text = Text(
        "{n} clip, {low:.1f} dB, run {id:d}",
        "{n} clips, {low:.1f} dB, run {id:d}",
        n=12345,
        low=-3.0,
        id=1234,
    )
    assert words(text) == "12\N{NARROW NO-BREAK SPACE}345 clips, −3.0 dB, run 1234"
    assert str(text) == "12345 clips, -3.0 dB, run 1234"


def test_a_class_finds_what_its_base_and_its_mixin_say(speak):
    class Mixin:
        def mixed(self):
            return self.tr("mixed in")

    class Base(Mixin, QObject):
        def inherited(self):
            return self.tr("inherited")

    class Derived(Base):
        pass

    speak("pl", {("Mixin", "mixed in"): ("M",), ("Base", "inherited"): ("B",)})
    assert (Derived().mixed(), Derived().inherited()) == ("M", "B")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["en-Latn-US", "en-US", "en", "zh-CN"], "en"),
        (["fr-FR", "fr", "zh-CN"], "zh_CN"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_there_is_wins(wanted, language):
    assert language_for(wanted, ("en", "zh_CN")) == language


def test_a_language_takes_the_place_of_the_one_before(translations, qapp, tmp_path, monkeypatch):
    (tmp_path / "i18n").mkdir()
    for language, said in (("de", "leise"), ("pl", "cichy")):
        source = tmp_path / "i18n" / f"audioclf_{language}.ts"
        known = {("Text", "silent"): translations.Translation((said,), is_finished=True, is_plural=False)}
        source.write_text(
            translations.written_ts(language, [translations.Message("Text", "silent")], known), "utf-8"
        )
    translations.release(tmp_path / "i18n")
    monkeypatch.setattr(translate, "resources", lambda: tmp_path)
    assert languages() == ("en", "de", "pl")
    try:
        assert install_language(qapp, "de") == "de"
        assert words(Text("silent")) == "leise"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen", "Qt's own words too"
        assert install_language(qapp, "pl") == "pl"
        assert words(Text("silent")) == "cichy"
        Session().put("language", "xx")
        assert install_language(qapp, Session().text("language")) in languages()
    finally:
        assert install_language(qapp, "en") == "en"
    assert words(Text("silent")) == "silent"


def _collected(translations, tmp_path, code, file="gui/panel.py"):
    path = tmp_path / "package" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, "utf-8")
    return translations.collect(tmp_path / "package")


def test_texts_are_found_with_their_context_and_plural(translations, tmp_path):
    code = """
class Panel:
    def show(self):
        self.tr("Close")
        do(lambda: self.tr("in two "
                           "parts"))
        return Text("{n} clip of {name}", "{n} clips of {name}", n=2, name="x")
"""
    messages, faults = _collected(translations, tmp_path, code)
    assert faults == []
    assert [(one.context, one.source, one.many) for one in messages] == [
        ("Panel", "Close", ""),
        ("Panel", "in two parts", ""),
        ("Text", "{n} clip of {name}", "{n} clips of {name}"),
    ]
    messages, faults = _collected(translations, tmp_path / "other", 'x = _t("Quit")', "gui/actions.py")
    assert ([(one.context, one.source) for one in messages], faults) == ([("actions", "Quit")], [])
    code = 'x = Text(template, part=one) if parts else Text("empty")'
    messages, faults = _collected(translations, tmp_path / "where Text is", code, "core/text.py")
    assert ([(one.context, one.source) for one in messages], faults) == ([("Text", "empty")], [])


@pytest.mark.parametrize(
    "code",
    [
        "Text(name)",
        'Text(f"{name} is")',
        'Text("a" if x else "b")',
        'Text("{n} clip", "{n} clips")',
        'Text("{name} is empty")',
        'Text("empty", name=name)',
        'Text("{} is empty")',
        'Text("{name is empty", name=name)',
        'Text("{n} clip", n=1); Text("{n} clip", "{n} clips", n=1)',
        'self.tr("no class")',
        '_t("not in the table")',
        'QCoreApplication.translate("Panel", "Close")',
        'class Panel:\n    def show(self):\n        self.tr("%n clips", "", 3)',
        "class Panel:\n    def show(self):\n        self.tr(name)",
        'class Panel:\n    def show(self):\n        parent.tr("Close")',
    ],
)
def test_what_cannot_be_translated_is_named_with_its_place(translations, tmp_path, code):
    _messages, faults = _collected(translations, tmp_path, f"\n{code}")
    assert faults
    assert all("gui/panel.py" in fault for fault in faults)


def test_an_update_keeps_what_is_translated_and_forgets_what_nobody_says(translations, tmp_path):
    file = tmp_path / "audioclf_pl.ts"
    gone, kept, counted = (translations.Message("Text", source) for source in ("gone", "kept", "{n} clip"))
    known = {
        one.key: translations.Translation((f"pl {one.source}",), is_finished=True, is_plural=False)
        for one in (gone, kept, counted)
    }
    file.write_text(translations.written_ts("pl", [gone, kept, counted], known), "utf-8")
    new, plural = translations.Message("Text", "new"), translations.Message("Text", "{n} clip", "{n} clips")
    translations.update(tmp_path, [kept, new, plural])
    now = translations.read_ts(file)
    assert {key[1]: (one.forms, one.is_finished) for key, one in now.items()} == {
        "kept": (("pl kept",), True),
        "new": (("",), False),
        "{n} clip": (("",), False),
    }
    translations.release(tmp_path)
    assert list(translations.problems(tmp_path, [kept, new, plural])) == []
    assert len(list(translations.problems(tmp_path, [kept, plural]))) == 1, "the .ts has one too many"
    file.with_suffix(".qm").write_bytes(b"stale")
    assert len(list(translations.problems(tmp_path, [kept, new, plural]))) == 1


@pytest.mark.parametrize(
    ("source", "many", "form", "is_right"),
    [
        ("{name} is empty", "", "pusty: {name}", True),
        ("{name} is empty", "", "pusty", False),
        ("{name} is empty", "", "{nazwa} pusty", False),
        ("{name} is empty", "", "{name", False),
        ("%v of %m", "", "%m z %v", True),
        ("%v of %m", "", "%v", False),
        ("{n} clip of {name}", "{n} clips of {name}", "klip {name}", True),
        ("{n} clip of {name}", "{n} clips of {name}", "{n} klip", False),
    ],
)
def test_a_translation_has_the_placeholders_of_its_source(translations, source, many, form, is_right):
    message = translations.Message("Text", source, many)
    known = {message.key: translations.Translation((form,), is_finished=True, is_plural=bool(many))}
    assert bool(list(translations.wrong_translations(known, [message]))) is not is_right


def test_chinese_sentences_and_menus_are_written_as_chinese_is(session, qapp):
    tasks = Tasks(pytest.fail)
    try:
        install_language(qapp, "zh_CN")
        note = Text("There is no sound in it.")
        assert remarks(report_from_json({"clips": {"train": 2}, "note_texts": [note.stored()]})) == (
            "其中没有声音。",
            "用 2 个标签训练。",
        )
        titles = [action.text() for action in Menus(session, tasks).actions()]
    finally:
        install_language(qapp, "en")
    assert {"文件(&F)", "训练(&T)"} <= set(titles), "a letter that can be typed"
    assert "&File" in [action.text() for action in Menus(session, tasks).actions()]
