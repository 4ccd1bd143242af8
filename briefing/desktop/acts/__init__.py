"""All that can be done in the window: one module for each menu, its commands beside what they do."""

from briefing.desktop.acts.across import AcrossArea
from briefing.desktop.acts.annotations import AnnotationsArea
from briefing.desktop.acts.area import Area
from briefing.desktop.acts.beside import BesideArea
from briefing.desktop.acts.bin import BinArea
from briefing.desktop.acts.briefs import BriefsArea
from briefing.desktop.acts.claim import ClaimArea
from briefing.desktop.acts.edit import EditArea
from briefing.desktop.acts.file import FileArea
from briefing.desktop.acts.going import GoingArea
from briefing.desktop.acts.help import HelpArea
from briefing.desktop.acts.keeping import KeepingArea
from briefing.desktop.acts.library import LibraryArea
from briefing.desktop.acts.mark import MarkArea
from briefing.desktop.acts.opening import OpeningArea
from briefing.desktop.acts.printing import PrintingArea
from briefing.desktop.acts.reading import ReadingArea
from briefing.desktop.acts.view import ViewArea
from briefing.desktop.acts.words import WordsArea
from briefing.desktop.command import Command

__all__ = ["AREAS", "Area", "all_commands"]

AREAS: tuple[type[Area], ...] = (
    OpeningArea,
    KeepingArea,
    BriefsArea,
    PrintingArea,
    FileArea,
    EditArea,
    ReadingArea,
    MarkArea,
    ClaimArea,
    WordsArea,
    LibraryArea,
    BinArea,
    AnnotationsArea,
    AcrossArea,
    ViewArea,
    GoingArea,
    BesideArea,
    HelpArea,
)


def all_commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    return tuple(command for area in AREAS for command in area.commands())
