"""Messages in the language of the window, and which language that is."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from audioclf_gui.core.errors import UserError, told
from audioclf_gui.core.resources import resources
from audioclf_gui.core.text import Text
from audioclf_gui.gui.text import Signs, international_number, shown_number, write_with

_CONTEXT = "Text"
_PREFIX = "audioclf_"
_OURS = "language"  # the name of the translators that `install_language` made
ENGLISH = "en"
_INTERNATIONAL = {QLocale.Language.C, QLocale.Language.English, QLocale.Language.Chinese}
"""Where a point is the decimal sign, a narrow space sets thousands apart, and dates are those of ISO 8601."""

_BETWEEN = {
    ", ": Text("{some}, {more}", some="", more=""),
    "; ": Text("{some}; {more}", some="", more=""),
}
"""What stands between two of a list in English, and how other languages are asked for it."""


def words(text: Text) -> str:
    """A message as the window says it; numbers look as everywhere in the window, see `gui.text`."""
    return text.words(_translated, _shown)


def words_in_files(text: Text) -> str:
    """A message in the language of the window, as files have it: numbers look alike in every language."""
    return text.words(_translated, _shown_in_files)


def in_sentences(error: UserError) -> str:
    """What happened and what to do next, where there is one line for both."""
    return words(told(error))


def _signs_of(locale: QLocale) -> Signs:
    if locale.language() in _INTERNATIONAL:
        return Signs()
    return Signs(locale.decimalPoint(), locale.groupSeparator(), lambda day: _short_day(locale, day))


def _short_day(locale: QLocale, day: date) -> str:
    return locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def _translated(template: str, count: int | None) -> str:
    found = QCoreApplication.translate(_CONTEXT, template, None, -1 if count is None else count)
    return _listed(template) if found == template else found  # English has its plural in the message itself


def _listed(template: str) -> str:
    """The template of a list of any length in the language of the window; "" for any other one."""
    for separator, asked in _BETWEEN.items():
        if re.fullmatch(rf"\{{part\d+}}({separator}\{{part\d+}})+", template):
            return template.replace(separator, words(asked))
    return ""


def _shown(fact: object, format_spec: str) -> str:
    """A count is grouped by thousands; a number that only names something has a format: `{id:d}`."""
    return _in_signs(fact, format_spec, shown_number)


def _shown_in_files(fact: object, format_spec: str) -> str:
    return _in_signs(fact, format_spec, international_number)


def _in_signs(fact: object, format_spec: str, written: Callable[[float, str], str]) -> str:
    if isinstance(fact, int | float):
        return written(fact, format_spec or ("," if isinstance(fact, int) else ""))
    return format(fact, format_spec)


def languages() -> tuple[str, ...]:
    """The codes of the languages that the window can speak: "en", "zh_CN"."""
    files = (resources() / "i18n").glob(f"{_PREFIX}*.qm")
    return (ENGLISH, *sorted(file.stem.removeprefix(_PREFIX) for file in files))


def language() -> str:
    """The code of the language that the window speaks."""
    app = QCoreApplication.instance()
    found = [] if app is None else app.findChildren(QTranslator, _OURS)
    files = [Path(translator.filePath()).stem for translator in found]
    return next((file.removeprefix(_PREFIX) for file in files if file.startswith(_PREFIX)), ENGLISH)


def language_name(code: str) -> str:
    """What those who speak it call a language."""
    return "English" if code == ENGLISH else QLocale(code).nativeLanguageName()


def language_for(wanted: Iterable[str], available: Collection[str]) -> str:
    """The first language of `wanted`, in order of preference, that is available; else English.

    Parameters
    ----------
    wanted
        BCP 47 codes as `QLocale.uiLanguages` gives them: "zh-Hans-CN", "zh-CN", "en".
    available
        Codes as `languages` gives them.
    """
    codes = (code.replace("-", "_") for code in wanted)
    return next((code for code in codes if code in available), ENGLISH)


def install_language(app: QCoreApplication, code: str = "") -> str:
    """Speak another language from now on; widgets that are there keep the words they have.

    Parameters
    ----------
    code
        One of `languages`; "", and any that is not there, is the system's language.

    Returns
    -------
    str
        The code of the language that was installed.
    """
    for translator in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(translator)
        translator.setParent(None)
    available = languages()
    chosen = code if code in available else language_for(QLocale.system().uiLanguages(), available)
    own = resources() / "i18n" / f"{_PREFIX}{chosen}.qm"
    QLocale.setDefault(QLocale(chosen))  # the days of calendars
    write_with(_signs_of(QLocale(chosen)))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)  # buttons of Qt's own dialogs
    for file in (f"{qt}/qtbase_{chosen}.qm", str(own)):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if translator.load(file):
            app.installTranslator(translator)
    return chosen
