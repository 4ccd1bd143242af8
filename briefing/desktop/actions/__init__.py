"""All that can be done in the window: one module for each menu, its commands beside what they do."""

from briefing.desktop.actions.action_group import Area
from briefing.desktop.actions.annotation_actions import AnnotationsArea
from briefing.desktop.actions.bin_actions import BinArea
from briefing.desktop.actions.brief_actions import BriefsArea
from briefing.desktop.actions.claim_menu import ClaimArea
from briefing.desktop.actions.claim_words import WordsArea
from briefing.desktop.actions.comparison_actions import ComparisonArea
from briefing.desktop.actions.cross_library_actions import AcrossArea
from briefing.desktop.actions.desk_actions import DeskArea
from briefing.desktop.actions.edit_menu import EditArea
from briefing.desktop.actions.file_menu import FileArea
from briefing.desktop.actions.find_filter import ReadingArea
from briefing.desktop.actions.help_menu import HelpArea
from briefing.desktop.actions.intake_actions import OpeningArea
from briefing.desktop.actions.library_maintenance import KeepingArea
from briefing.desktop.actions.library_menu import LibraryArea
from briefing.desktop.actions.link_actions import LinkArea
from briefing.desktop.actions.mark_menu import MarkArea
from briefing.desktop.actions.navigation import GoingArea
from briefing.desktop.actions.original_pages import OriginalArea
from briefing.desktop.actions.print_actions import PrintingArea
from briefing.desktop.actions.side_by_side import BesideArea
from briefing.desktop.actions.speaker_actions import SpeakerArea
from briefing.desktop.actions.story_actions import StoriesArea
from briefing.desktop.actions.view_menu import ViewArea
from briefing.desktop.command import Command

__all__ = ["AREAS", "Area", "all_commands"]

AREAS: tuple[type[Area], ...] = (
    OpeningArea,
    KeepingArea,
    DeskArea,
    BriefsArea,
    PrintingArea,
    FileArea,
    EditArea,
    ReadingArea,
    MarkArea,
    ClaimArea,
    WordsArea,
    SpeakerArea,
    ComparisonArea,
    LibraryArea,
    BinArea,
    AnnotationsArea,
    AcrossArea,
    StoriesArea,
    ViewArea,
    GoingArea,
    LinkArea,
    BesideArea,
    OriginalArea,
    HelpArea,
)


def all_commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    return tuple(command for area in AREAS for command in area.commands())
