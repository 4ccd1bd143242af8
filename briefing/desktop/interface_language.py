"""The language of the interface: the system's, or the one that the reader chose; it holds from the start on.

A language is added by its catalogue alone: `packaging/translate.py` makes it and says what is still to be translated.
"""

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from briefing.desktop.settings import SYSTEM_LANGUAGE
from briefing.model.catalogue import catalogue
from briefing.model.message import Message
from briefing.resources import resource

CONTEXT = "Briefing"
"""The one context of the catalogue: the same words mean the same wherever they stand in the window."""

WRITTEN = "en"
"""The language that the program is written in; it has a catalogue for its plurals alone."""


_SPOKEN = "spokenLanguage"
"""The property of the application that holds the code of its language."""


class Catalogue(QTranslator):
    """Looks words up without asking in which class they stand; what it does not hold is left to the next one."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, number: int = -1) -> str | None:
        """The translation, or None."""
        del context
        return super().translate(CONTEXT, source, disambiguation, number) or None


def language_names() -> dict[str, str]:
    """The languages that there are catalogues for, by their codes, each by its own name for itself."""
    found = {}
    for path in sorted(resource("translations").glob("briefing_*.qm")):
        of_window = QTranslator()
        # Each catalogue translates the name of English by that of its own language.
        name = of_window.translate(CONTEXT, "English") if of_window.load(str(path)) else ""
        found[path.stem.partition("_")[2]] = name or "English"
    return found


def install_language(application: QCoreApplication, language: str) -> tuple[QTranslator, ...]:
    """Let the application speak a language; gives the catalogues, which `remove_language` takes away again.

    Args:
        application: the program.
        language: code of a language, or `SYSTEM_LANGUAGE`; one without a catalogue counts as English.
    """
    code = language if language != SYSTEM_LANGUAGE else _of_system()
    code = code if resource("translations").joinpath(f"briefing_{code}.qm").is_file() else WRITTEN
    if language != SYSTEM_LANGUAGE:
        QLocale.setDefault(QLocale(code))
    application.setProperty(_SPOKEN, code)
    of_window, of_qt = Catalogue(application), QTranslator(application)
    installed: list[QTranslator] = []
    if of_window.load(str(resource("translations", f"briefing_{code}.qm"))):
        installed.append(of_window)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != WRITTEN and of_qt.load(f"qtbase_{code}", folder):
        installed.append(of_qt)
    for one in reversed(installed):
        application.installTranslator(one)
    return tuple(installed)


def _of_system() -> str:
    """The first language that the system wishes and that there is a catalogue for, else the first that it wishes."""
    wished = [*filter(None, os.environ.get("LANGUAGE", "").split(":")), QLocale.system().name()]
    codes = [one.partition("_")[0] for one in wished]
    there = (code for code in codes if resource("translations").joinpath(f"briefing_{code}.qm").is_file())
    return next(there, codes[0])


def remove_language(application: QCoreApplication, installed: tuple[QTranslator, ...]) -> None:
    """Let the application speak as it was written."""
    for one in installed:
        application.removeTranslator(one)
    application.setProperty(_SPOKEN, WRITTEN)
    QLocale.setDefault(QLocale.system())


def spoken_language() -> str:
    """The code of the language that the application speaks."""
    application = QCoreApplication.instance()
    found = application.property(_SPOKEN) if application else None
    return found if isinstance(found, str) else WRITTEN


def said(message: Message) -> str:
    """What a message of the layers below says, in the language of the application."""
    return catalogue(spoken_language()).words(message)
