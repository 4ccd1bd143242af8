"""The language of the interface: the system's, or the one that the reader chose; it holds from the start on."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from briefing.desktop.settings import Language
from briefing.resources import resource

CONTEXT = "Briefing"
"""The one context of the catalogue: the same words mean the same wherever they stand in the window."""


class Catalogue(QTranslator):
    """Looks words up without asking in which class they stand; what it does not hold is left to the next one."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, number: int = -1) -> str | None:
        """The translation, or None."""
        del context
        return super().translate(CONTEXT, source, disambiguation, number) or None


def install_language(application: QCoreApplication, language: Language) -> tuple[QTranslator, ...]:
    """Let the application speak a language; gives the catalogues, which `remove_language` takes away again."""
    code = language.value if language is not Language.SYSTEM else QLocale.system().name().partition("_")[0]
    code = code if code in {one.value for one in Language} else Language.ENGLISH.value
    if language is not Language.SYSTEM:
        QLocale.setDefault(QLocale(code))
    catalogue, of_qt = Catalogue(application), QTranslator(application)
    installed: list[QTranslator] = []
    # English has a catalogue for its plurals alone.
    if catalogue.load(str(resource("translations", f"briefing_{code}.qm"))):
        installed.append(catalogue)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != Language.ENGLISH.value and of_qt.load(f"qtbase_{code}", folder):
        installed.append(of_qt)
    for one in reversed(installed):
        application.installTranslator(one)
    return tuple(installed)


def remove_language(application: QCoreApplication, installed: tuple[QTranslator, ...]) -> None:
    """Let the application speak as it was written."""
    for one in installed:
        application.removeTranslator(one)
    QLocale.setDefault(QLocale.system())
