#!/usr/bin/env python3
"""Collect the texts of the program for translators, and compile what they have translated.

    python packaging/translations.py update [LANGUAGE ...]  bring resources/i18n/*.ts up to date, compile them
    python packaging/translations.py release                compile the .ts files into the .qm files
    python packaging/translations.py check                  fail if a .ts or a .qm is not up to date

Qt's own lupdate does not know `Text("…")`, and reads Python by guessing; here the syntax tree is read.
Collected are, everywhere, `Text("one", "many", facts…)` in the context "Text"; in `gui`, `self.tr("…")`
in the context of the class it is written in, where PySide6 finds it for derived classes too; and the
`_t("…")` of the tables of commands and of workspaces.
"""

import argparse
import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

from audioclf_gui.core.text import placeholders

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "audioclf_gui"
FOLDER = ROOT / "resources" / "i18n"

TEXTS = "Text"
COMMANDS = "actions"
_TABLES_OF_COMMANDS = ("gui/actions.py", "gui/workspaces.py", "gui/*/*commands.py")
_DEFINES_TEXT = "core/text.py"  # which also makes messages of templates that it was given
_TRANSLATORS = {"gui/translate.py", "gui/actions.py"}  # who may ask Qt for words that others wrote
_PERCENT = re.compile(r"%(?:\.\d+)?[a-z]")


@dataclass(frozen=True, slots=True)
class Message:
    """What a translator translates."""

    context: str
    source: str
    many: str = ""  # the English plural; a translation has as many forms as its language
    files: tuple[str, ...] = ()  # where it is said, relative to the package

    @property
    def key(self) -> tuple[str, str]:
        """By what Qt finds it."""
        return self.context, self.source


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translator made of it: one form, or several where the message has a plural."""

    forms: tuple[str, ...]
    is_finished: bool
    is_plural: bool


Translations = Mapping[tuple[str, str], Translation]


class Collector(ast.NodeVisitor):
    """Finds the messages of one module, and what cannot be translated as it is written.

    Parameters
    ----------
    file : str
        The module, relative to the package.
    """

    def __init__(self, file: str) -> None:
        self.messages: list[Message] = []
        self.faults: list[str] = []
        self._file = file
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """The name of a class is the context of its texts."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Every way of saying something is a call."""
        self.generic_visit(node)
        match node.func:
            case ast.Name("Text") if self._file != _DEFINES_TEXT or _literals(node.args):
                self._text(node)
            case ast.Name("_t"):
                self._command(node)
            case ast.Attribute(owner, "tr"):
                self._tr(node, owner)
            case ast.Attribute(ast.Name("QCoreApplication"), "translate") | ast.Name("QT_TRANSLATE_NOOP"):
                if self._file not in _TRANSLATORS:
                    self._fault(node, "say it with words(Text(…)), which the extractor knows")

    def _text(self, node: ast.Call) -> None:
        templates = _literals(node.args)
        if templates is None or not 1 <= len(templates) <= 2:
            self._fault(node, "the one or two templates of a Text must be literals")
            return
        template, many = (*templates, "")[:2]
        facts = {str(keyword.arg) for keyword in node.keywords}
        try:
            named = placeholders(template) | placeholders(many)
        except ValueError as error:
            self._fault(node, f"the template is broken: {error}")
            return
        if wrong := (named ^ facts) - ({"n"} if many else set()):
            self._fault(node, f"the template and its facts do not agree: {', '.join(sorted(wrong))}")
        if many and "n" not in facts:
            self._fault(node, "a plural needs the fact n")
        self._add(node, TEXTS, template, many)

    def _tr(self, node: ast.Call, owner: ast.expr) -> None:
        literals = _literals(node.args)
        if literals is None or len(literals) != 1 or node.keywords:
            self._fault(node, "tr() takes one literal; say anything else with words(Text(…))")
        elif not (isinstance(owner, ast.Name) and owner.id == "self" and self._classes):
            self._fault(node, "only self.tr() has a context for sure; use words(Text(…))")
        else:
            self._add(node, self._classes[-1], literals[0])

    def _command(self, node: ast.Call) -> None:
        literals = _literals(node.args)
        if (
            literals is None
            or len(literals) != 1
            or not any(fnmatch(self._file, table) for table in _TABLES_OF_COMMANDS)
        ):
            self._fault(node, f"_t() is for the literals of {' and '.join(_TABLES_OF_COMMANDS)}")
        else:
            self._add(node, COMMANDS, literals[0])

    def _add(self, node: ast.Call, context: str, source: str, many: str = "") -> None:
        if "{}" in source + many:
            self._fault(node, "name the braces, so that a translation can order them")
        self.messages.append(Message(context, source, many, (self._file,)))

    def _fault(self, node: ast.AST, what: str) -> None:
        self.faults.append(f"audioclf_gui/{self._file}:{getattr(node, 'lineno', 0)}: {what}")


def _literals(arguments: Sequence[ast.expr]) -> list[str] | None:
    values = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(arguments) else None


def collect(package: Path = PACKAGE) -> tuple[list[Message], list[str]]:
    """Every message of the program by context and source, and the faults that keep others from being one."""
    found: dict[tuple[str, str], Message] = {}
    faults: list[str] = []
    for path in sorted(package.rglob("*.py")):
        collector = Collector(path.relative_to(package).as_posix())
        collector.visit(ast.parse(path.read_text("utf-8"), filename=str(path)))
        faults += collector.faults
        for message in collector.messages:
            known = found.setdefault(message.key, message)
            if known.many != message.many:
                place, other = message.files[0], known.files[0]
                faults.append(f"audioclf_gui/{place}: {message.source!r} has another plural in {other}")
            found[message.key] = replace(known, files=tuple(sorted({*known.files, *message.files})))
    return sorted(found.values(), key=lambda message: message.key), faults


def read_ts(file: Path) -> Translations:
    """What a .ts file has translated, finished or not."""
    translations = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - a file of this repository
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None:
                forms = tuple(form.text or "" for form in said.iter("numerusform")) or (said.text or "",)
                is_finished = said.get("type") is None and all(forms)
                key = (context.findtext("name", ""), message.findtext("source", ""))
                translations[key] = Translation(forms, is_finished, message.get("numerus") == "yes")
    return translations


def written_ts(language: str, messages: Iterable[Message], known: Translations) -> str:
    """The text of a .ts file: all messages, with those translations that are known."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for message in messages:
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        element = ET.SubElement(contexts[message.context], "message")
        for file in message.files:
            ET.SubElement(element, "location", filename=f"../../audioclf_gui/{file}")
        ET.SubElement(element, "source").text = message.source
        if message.many:
            element.set("numerus", "yes")
            ET.SubElement(element, "extracomment").text = f"English plural: {message.many}"
        _write_translation(element, message, known.get(message.key))
    ET.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return head + ET.tostring(root, encoding="unicode") + "\n"


def _write_translation(element: ET.Element, message: Message, known: Translation | None) -> None:
    said = ET.SubElement(element, "translation")
    has_plural = bool(message.many)
    fits = known is not None and known.is_plural == has_plural
    forms = known.forms if known is not None and fits else ("",)
    if known is None or not (fits and known.is_finished):
        said.set("type", "unfinished")
    if not has_plural:
        said.text = forms[0]
        return
    for form in forms:
        ET.SubElement(said, "numerusform").text = form


def language_of(file: Path) -> str:
    """The code in the name of a .ts file: "zh_CN" of audioclf_zh_CN.ts."""
    return file.stem.partition("_")[2]


def compile_ts(file: Path, target: Path) -> None:
    """Make the .qm file that Qt reads, with the lrelease that comes with PySide6."""
    tool = Path(PySide6.__file__).with_name("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", file, "-qm", target], check=True)


def wrong_translations(translations: Translations, messages: Iterable[Message]) -> Iterator[str]:
    """Finished translations that lack a placeholder of their source or have one more, and so cannot be said.

    Only the count of a plural may be left out: "a clip".
    """
    for message in messages:
        translation = translations.get(message.key)
        if translation is not None and translation.is_finished:
            optional = {"n"} if message.many else set()
            for form in translation.forms:
                if _slots(form, optional) != _slots(message.source, optional):
                    yield f"{message.context}: {message.source!r} is translated as {form!r}"


def _slots(template: str, optional: Collection[str]) -> tuple[set[str], list[str]] | None:
    try:
        return set(placeholders(template)).difference(optional), sorted(_PERCENT.findall(template))
    except ValueError:
        return None


def update(folder: Path, messages: Sequence[Message]) -> None:
    """Write every message into every .ts file; what is translated stays, what nobody says any more goes."""
    for file in sorted(folder.glob("*.ts")):
        file.write_text(written_ts(language_of(file), messages, read_ts(file)), "utf-8")


def release(folder: Path) -> None:
    """Compile every .ts file."""
    for file in sorted(folder.glob("*.ts")):
        compile_ts(file, file.with_suffix(".qm"))


def problems(folder: Path, messages: Sequence[Message]) -> Iterator[str]:
    """What is not up to date or cannot be right in the files of `folder`."""
    with tempfile.TemporaryDirectory() as name:
        for file in sorted(folder.glob("*.ts")):
            translations = read_ts(file)
            if file.read_text("utf-8") != written_ts(language_of(file), messages, translations):
                yield f"{file.name} is not up to date: run `python packaging/translations.py update`"
            compiled = Path(name) / "compiled.qm"
            compile_ts(file, compiled)
            made = file.with_suffix(".qm")
            if not made.is_file() or made.read_bytes() != compiled.read_bytes():
                yield f"{made.name} is not up to date: run `python packaging/translations.py release`"
            yield from (f"{file.name}: {wrong}" for wrong in wrong_translations(translations, messages))


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked for; 1 if the texts or their translations are not in order."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("update", "release", "check"))
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="begin these too: pl, pt_BR")
    options = parser.parse_args(arguments)
    messages, faults = collect()
    if options.what == "update":
        for language in options.languages:
            (FOLDER / f"audioclf_{language}.ts").write_text(written_ts(language, [], {}), "utf-8")
        update(FOLDER, messages)
    if options.what != "check":
        release(FOLDER)
    faults += problems(FOLDER, messages)
    for fault in faults:
        print(fault, file=sys.stderr)
    commands, texts = (sum(one.context == name for one in messages) for name in (COMMANDS, TEXTS))
    print(f"{texts} Texts, {len(messages) - texts - commands} texts of widgets, {commands} commands")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
