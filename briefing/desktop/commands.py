"""Every action of the program: one table that menus, tool bar, keys, cheat sheet and command palette share."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """What an action is.

    Attributes:
        name: by which the program knows it.
        menu: where it stands.
        text: as the reader sees it.
        tip: one sentence on what it does.
        key: its shortcut.
        icon: file name in `resources/icons`, or nothing.
        checkable: whether it is on or off.
    """

    name: str
    menu: str
    text: str
    tip: str
    key: str
    icon: str = ""
    checkable: bool = False


MENUS = ("File", "Edit", "Mark", "Claim", "View", "Help")


def all_commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    return (
        Command("open", "File", _tr("Open …"), _tr("Open articles from files."), "Ctrl+O", "folder-open"),
        Command(
            "paste",
            "File",
            _tr("Open from clipboard"),
            _tr("Open the copied text or page."),
            "Ctrl+V",
            "clipboard-paste",
        ),
        Command(
            "sample",
            "File",
            _tr("Open the sample article"),
            _tr("Open the article to try things on."),
            "Ctrl+Shift+O",
            "book-open",
        ),
        Command("export", "File", _tr("Export brief …"), _tr("Write the annotated brief."), "Ctrl+E", "file-down"),
        Command(
            "remove",
            "File",
            _tr("Move article to bin"),
            _tr("Take the open article out of the list."),
            "Ctrl+Backspace",
            "trash-2",
        ),
        Command("quit", "File", _tr("Quit"), _tr("End Briefing; everything is saved."), "Ctrl+Q", "log-out"),
        Command("undo", "Edit", _tr("Undo"), _tr("Take back the last change."), "Ctrl+Z", "undo-2"),
        Command("redo", "Edit", _tr("Redo"), _tr("Make the undone change again."), "Ctrl+Shift+Z", "redo-2"),
        Command("copy", "Edit", _tr("Copy"), _tr("Copy the selected words."), "Ctrl+C", "copy"),
        Command(
            "find", "Edit", _tr("Search the library"), _tr("Go to the search of the library."), "Ctrl+Shift+F", "search"
        ),
        Command("filter", "Edit", _tr("Filter claims"), _tr("Go to the filter of the claims."), "Ctrl+F", "filter"),
        Command("highlight", "Mark", _tr("Highlight"), _tr("Highlight the selected words."), "H", "highlighter"),
        Command(
            "note",
            "Mark",
            _tr("Note …"),
            _tr("Write a note on the selected words or the chosen highlight."),
            "N",
            "sticky-note",
        ),
        Command(
            "unmark", "Mark", _tr("Remove highlight"), _tr("Remove the chosen highlight with its note."), "Delete", "x"
        ),
        Command("next_claim", "Claim", _tr("Next claim"), _tr("Go to the next claim."), "J", "arrow-down"),
        Command("previous_claim", "Claim", _tr("Previous claim"), _tr("Go to the claim before."), "K", "arrow-up"),
        Command(
            "next_unconfirmed",
            "Claim",
            _tr("Next unconfirmed claim"),
            _tr("Go to the next claim that nobody confirmed."),
            "U",
            "arrow-down",
        ),
        Command("evidence", "Claim", _tr("Show evidence"), _tr("Light up the words behind the status."), "E", "info"),
        Command("status", "Claim", _tr("Change status …"), _tr("Give the claim a status of your own."), "S", "flag"),
        Command("claim_note", "Claim", _tr("Note on claim"), _tr("Write a note on the chosen claim."), "M", "pen-line"),
        Command(
            "dismiss",
            "Claim",
            _tr("Dismiss or restore claim"),
            _tr("Say that this is no claim, or that it is one."),
            "D",
            "ban",
        ),
        Command("source", "Claim", _tr("Correct source …"), _tr("Say who really said it."), "R", "users"),
        Command(
            "rate", "Claim", _tr("Rate source …"), _tr("Rate source and information, A to F and 1 to 6."), "G", "flag"
        ),
        Command(
            "sourcing",
            "Claim",
            _tr("Sourcing profile …"),
            _tr("See on whose word the article rests, and what to ask next."),
            "P",
            "list-tree",
        ),
        Command(
            "cite",
            "Claim",
            _tr("Copy claim with citation"),
            _tr("Copy the chosen claim with who said it and where it stands."),
            "Ctrl+Shift+C",
            "quote",
        ),
        Command("actors", "Claim", _tr("Who is who …"), _tr("Merge actors that are one, or split them."), "W", "users"),
        Command(
            "reanalyse", "Claim", _tr("Analyse again"), _tr("Analyse the open article anew."), "Ctrl+R", "refresh-cw"
        ),
        Command(
            "cancel",
            "Claim",
            _tr("Stop opening and analysing"),
            _tr("Give up what is being opened or analysed."),
            "Esc",
            "x",
        ),
        Command(
            "layer_actors", "View", _tr("Actors"), _tr("Mark who is named or referred to."), "Alt+1", "users", True
        ),
        Command("layer_claims", "View", _tr("Claims"), _tr("Mark what is claimed."), "Alt+2", "quote", True),
        Command(
            "layer_cues", "View", _tr("Cues"), _tr("Mark the words that attribute it."), "Alt+3", "message-circle", True
        ),
        Command("layer_own", "View", _tr("My highlights"), _tr("Show what you marked."), "Alt+4", "highlighter", True),
        Command(
            "fold",
            "View",
            _tr("Hide boilerplate"),
            _tr("Hide menus, related posts and the like."),
            "Alt+0",
            "eye-off",
            True,
        ),
        Command("larger", "View", _tr("Larger text"), _tr("Set the article larger."), "Ctrl++", "zoom-in"),
        Command("smaller", "View", _tr("Smaller text"), _tr("Set the article smaller."), "Ctrl+-", "zoom-out"),
        Command("normal", "View", _tr("Normal text size"), _tr("Set the article at 100 %."), "Ctrl+0", "a-large-small"),
        Command(
            "look", "View", _tr("Light, dark or as the system"), _tr("Change the look."), "Ctrl+Shift+L", "sun-moon"
        ),
        Command(
            "library_pane", "View", _tr("Library pane"), _tr("Show or hide the library."), "F8", "panel-left", True
        ),
        Command("ledger_pane", "View", _tr("Claims pane"), _tr("Show or hide the claims."), "F9", "panel-right", True),
        Command("next_pane", "View", _tr("Next pane"), _tr("Go to the next pane."), "F6", "arrow-right"),
        Command("palette", "Help", _tr("Command palette"), _tr("Find any command by typing."), "Ctrl+K", "command"),
        Command("keys", "Help", _tr("Keys"), _tr("Show every command with its key."), "?", "keyboard"),
    )


def actions_for(commands: Iterable[Command], owner: QWidget) -> dict[str, QAction]:
    """One action for each command, its tip telling the key too."""
    actions = {}
    for command in commands:
        action = QAction(command.text, owner)
        sequence = QKeySequence(command.key)
        action.setShortcut(sequence)
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{command.tip} ({shown})")
        action.setStatusTip(command.tip)
        action.setCheckable(command.checkable)
        action.setObjectName(command.name)
        owner.addAction(action)
        actions[command.name] = action
    return actions


def _tr(words: str) -> str:
    return QCoreApplication.translate("Commands", words)
