"""Messages in the language of the window, and which language that is."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from audioclf_gui.core.errors import UserError, told
from audioclf_gui.core.resources import resources
from audioclf_gui.core.text import Text
from audioclf_gui.gui.text import number_text, signed

_CONTEXT = "Text"
_PREFIX = "audioclf_"
_OURS = "language"  # the name of the translators that `install_language` made
ENGLISH = "en"

_BETWEEN = {
    ", ": Text("{some}, {more}", some="", more=""),
    "; ": Text("{some}; {more}", some="", more=""),
}
"""What stands between two of a list in English, and how other languages are asked for it."""


def words(text: Text) -> str:
    """A message as the window says it; numbers look as everywhere in the window, see `gui.text`."""
    return text.words(_translated, _shown)


def in_sentences(error: UserError) -> str:
    """What happened and what to do next, where there is one line for both."""
    return words(told(error))


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
    if isinstance(fact, int) and not format_spec:
        return number_text(fact)
    shown = format(fact, format_spec)
    return signed(shown) if isinstance(fact, int | float) else shown


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
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)  # buttons of Qt's own dialogs
    for file in (f"{qt}/qtbase_{chosen}.qm", str(own)):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if translator.load(file):
            app.installTranslator(translator)
    return chosen
