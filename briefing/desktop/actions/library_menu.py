"""The Library menu: shelves, collections, tags and saved searches, and what is done with many articles at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QInputDialog, QMenu

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.library.shelf_model import Place
from briefing.desktop.library.tag_dialog import TagDialog
from briefing.desktop.messages import Tone
from briefing.desktop.settings import Settings
from briefing.library import (
    AddCollection,
    AddSavedSearch,
    FileArticles,
    Kind,
    RemoveArticle,
    RemoveCollection,
    RemoveSavedSearch,
    RenameCollection,
    RestoreArticle,
    SetReadingState,
    TagArticles,
    UnfileArticles,
    UntagArticles,
)
from briefing.model import Collection, KeptArticle, ReadingState, SavedSearch, Shelf, ShelfKind, Sort
from briefing.model.identifiers import new_identifier
from briefing.service import ArticleChanged, Event, OperationPerformed, ShelvesListed
from briefing.service.article_queries import ListShelves

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

PAUSE = 80
"""Milliseconds in which several changes of the library lead to one look at it."""

COUNTING_PAUSE = 250
"""Milliseconds without news of an article after which the numbers on the shelves are told again."""

ARRANGED = {Kind.ARTICLES, Kind.COLLECTIONS, Kind.TAGS, Kind.SEARCHES}


class LibraryArea(Area):
    """Arranging the library; each act is one step that can be undone, on however many articles."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._looking = QTimer(self, singleShot=True, interval=PAUSE)
        self._looking.timeout.connect(self.session.list_articles)
        self._counting = QTimer(self, singleShot=True, interval=COUNTING_PAUSE)
        self._counting.timeout.connect(lambda: self.session.service.ask(ListShelves()))
        pane = window.library
        pane.model.moreWished.connect(self.session.list_more)
        pane.sort.activated.connect(self._sort)
        pane.list.customContextMenuRequested.connect(self._show_menu)
        pane.list.selectionModel().selectionChanged.connect(lambda: window.update_actions())
        pane.removalWished.connect(self._remove_listed)
        pane.shelves.removalWished.connect(self._remove_shelf)
        pane.shelves.placeChosen.connect(self._go)
        pane.shelves.articlesDropped.connect(self._drop)
        pane.shelves.menuWished.connect(self._show_shelf_menu)
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "new_collection",
                "Library",
                translated("New collection…"),
                translated("Make a collection, within the chosen one if one is chosen."),
                "Ctrl+Shift+N",
                "plus",
                writes=True,
            ),
            Command(
                "collect",
                "Library",
                translated("Put into collection…"),
                translated("Put the selected articles into a collection."),
                "Ctrl+Shift+M",
                "folder-open",
                writes=True,
            ),
            Command(
                "tag_articles",
                "Library",
                translated("Tag articles…"),
                translated("Give the selected articles a tag."),
                "Ctrl+Shift+T",
                "tag",
                writes=True,
            ),
            Command(
                "mark_read",
                "Library",
                translated("Mark as read or unread"),
                translated("Say that the selected articles are read, or that they are not."),
                "Ctrl+Shift+R",
                "check",
                writes=True,
            ),
            Command(
                "bin_articles",
                "Library",
                translated("Move selected to bin, or back"),
                translated("Put the selected articles into the bin, or take them out of it."),
                "Ctrl+Shift+Backspace",
                "trash-2",
                writes=True,
            ),
            Command(
                "save_search",
                "Library",
                translated("Save search…"),
                translated("Keep what is searched for under a name."),
                "Ctrl+Shift+S",
                "search",
                writes=True,
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "new_collection": self._new_collection,
            "collect": self._collect,
            "tag_articles": self._tag,
            "mark_read": self._mark_read,
            "bin_articles": self._bin,
            "save_search": self._save_search,
        }

    @property
    def _arranged(self) -> ShelvesListed | None:
        return self.window.listing.arranged

    # What the service tells

    def _on_event(self, event: Event) -> None:
        match event:
            case ArticleChanged():
                self._counting.start()
            case OperationPerformed(performed=performed) if performed.changed & ARRANGED:
                self._looking.start()

    # What the reader does

    def _go(self, place: Place) -> None:
        pane = self.window.library
        if isinstance(place, SavedSearch):
            pane.search.setText(place.typed)
            return
        pane.show_shelf(pane.shelves.name)
        self.session.show_shelf(place)

    def _sort(self) -> None:
        self.session.show_shelf(self.session.shelf, Sort(self.window.library.sort.currentData()))
        self.window.library.list.scrollToTop()

    def _drop(self, shelf: Shelf, numbers: tuple[int, ...]) -> None:
        if shelf.kind is ShelfKind.COLLECTION:
            self.do(self.tr("Put into collection"), FileArticles(numbers, shelf.name))
        elif shelf.kind is ShelfKind.TAG:
            self.do(self.tr("Tag articles"), TagArticles(numbers, (shelf.name,)))
        else:
            self.do(self.tr("Move to bin"), *map(RemoveArticle, numbers))

    def _chosen(self) -> tuple[KeptArticle, ...]:
        """The selected articles, else the open one."""
        chosen = self.window.library.chosen
        if not chosen and self.session.showing:
            chosen = (self.session.showing.kept,)
        if not chosen:
            self.say(self.tr("Select articles in the library first."))
        return chosen

    def _numbers(self) -> tuple[int, ...]:
        return tuple(kept.id for kept in self._chosen())

    def _new_collection(self, articles: tuple[int, ...] = ()) -> None:
        place = self.window.library.shelves.place
        parent = place.name if isinstance(place, Shelf) and place.kind is ShelfKind.COLLECTION else None
        name, agreed = QInputDialog.getText(self.window, self.tr("New collection"), self.tr("Name of the collection"))
        if agreed and name.strip():
            made = Collection(new_identifier(), name.strip(), parent)
            filing = [FileArticles(articles, made.id)] if articles else []
            self.do(self.tr("New collection"), AddCollection(made), *filing)

    def _collect(self) -> None:
        numbers = self._numbers()
        if not numbers:
            return
        known = self._arranged.collections if self._arranged else ()
        if not known:
            self._new_collection(numbers)
            return
        names = {self._path(one): one.id for one in known}
        name, agreed = QInputDialog.getItem(
            self.window, self.tr("Put into collection"), self.tr("Collection"), sorted(names), 0, True
        )
        if agreed and name in names:
            self.do(self.tr("Put into collection"), FileArticles(numbers, names[name]))
        elif agreed and name.strip():
            made = Collection(new_identifier(), name.strip())
            self.do(self.tr("Put into collection"), AddCollection(made), FileArticles(numbers, made.id))

    def _tag(self) -> None:
        numbers = self._numbers()
        if not numbers:
            return
        known = [tag.name for tag in self._arranged.tags] if self._arranged else []
        dialog = TagDialog(self.tr("Tag articles"), known, self.window)
        dialog.tagsChosen.connect(lambda tags: self.do(self.tr("Tag articles"), TagArticles(numbers, tags)))
        dialog.open()

    def _mark_read(self) -> None:
        chosen = self._chosen()
        if chosen:
            read = all(kept.state is ReadingState.READ for kept in chosen)
            state = ReadingState.UNREAD if read else ReadingState.READ
            name = self.tr("Mark as unread") if read else self.tr("Mark as read")
            self.do(name, SetReadingState(tuple(kept.id for kept in chosen), state))

    def _bin(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        if all(kept.removed for kept in chosen):
            self.do(self.tr("Take out of bin"), *(RestoreArticle(kept.id) for kept in chosen))
        else:
            self.do(self.tr("Move to bin"), *(RemoveArticle(kept.id) for kept in chosen if not kept.removed))
            sentence = self.tr("%n article(s) are in the bin.", "", len(chosen))
            self.say(sentence, Tone.DONE, self.tr("Undo"), self.session.history.undo)

    def _remove_listed(self) -> None:
        """Put what is selected in the list into the bin, or say why it stays."""
        chosen = self.window.library.chosen
        if self.session.refusal:
            self.say(self.session.refusal)
        elif not chosen:
            self.say(self.tr("Select articles in the library first."))
        elif all(kept.removed for kept in chosen):
            self.say(self.tr("What is selected lies in the bin already; “Empty bin” deletes it for good."))
        else:
            self._bin()

    def _remove_shelf(self, place: Place | None) -> None:
        """Put a collection or a saved search into the bin, or say why nothing else goes there."""
        if self.session.refusal:
            self.say(self.session.refusal)
        elif isinstance(place, SavedSearch):
            self._remove_place(place.name, self.tr("Remove search"), RemoveSavedSearch(place.id))
        elif isinstance(place, Shelf) and place.kind is ShelfKind.COLLECTION:
            known = {one.id: one.name for one in self._arranged.collections} if self._arranged else {}
            title = known.get(place.name, "")
            self._remove_place(title, self.tr("Remove collection"), RemoveCollection(place.name))
        else:
            self.say(self.tr("Of the shelves only collections and saved searches can be removed."))

    def _remove_place(self, title: str, name: str, operation: RemoveCollection | RemoveSavedSearch) -> None:
        self.do(name, operation)
        sentence = self.tr("“{title}” is in the bin.").format(title=title)
        self.say(sentence, Tone.DONE, self.tr("Undo"), self.session.history.undo)

    def _save_search(self) -> None:
        typed = self.window.library.search.text().strip()
        if not typed:
            self.say(self.tr("Type something to search for first."))
            return
        name, agreed = QInputDialog.getText(
            self.window, self.tr("Save search"), self.tr("Name of the search"), text=typed
        )
        if agreed and name.strip():
            self.do(self.tr("Save search"), AddSavedSearch(SavedSearch(new_identifier(), name.strip(), typed)))

    def _show_menu(self, point: QPoint) -> None:
        pane = self.window.library
        menu = QMenu(self.window)
        shelf = self.session.shelf
        # Whoever cannot change anything has nothing to take out.
        numbers = () if self.session.refusal else tuple(kept.id for kept in pane.chosen)
        for name in ("collect", "tag_articles", "mark_read", "bin_articles"):
            menu.addAction(self.window.actions_by_name[name])
        if shelf.kind is ShelfKind.COLLECTION and numbers and not pane.searching:
            menu.addAction(
                self.tr("Take out of this collection"),
                partial(self.do, self.tr("Take out of collection"), UnfileArticles(numbers, shelf.name)),
            )
        if shelf.kind is ShelfKind.TAG and numbers and not pane.searching:
            menu.addAction(
                self.tr("Take this tag off"),
                partial(self.do, self.tr("Take tag off"), UntagArticles(numbers, (shelf.name,))),
            )
        menu.popup(pane.list.viewport().mapToGlobal(point))

    def _show_shelf_menu(self, place: Place | None, point: QPoint) -> None:
        menu = QMenu(self.window)
        menu.addAction(self.window.actions_by_name["new_collection"])
        if isinstance(place, Shelf) and place.kind is ShelfKind.BIN:
            menu.addAction(self.window.actions_by_name["bin"])
            menu.addAction(self.window.actions_by_name["empty_bin"])
        if not self.session.refusal:
            self._offer_changes(menu, place)
        menu.popup(point)

    def _offer_changes(self, menu: QMenu, place: Place | None) -> None:
        if isinstance(place, Shelf) and place.kind is ShelfKind.COLLECTION:
            menu.addAction(self.tr("Rename…"), partial(self._rename, place))
            menu.addAction(
                self.tr("Remove collection"),
                partial(self._remove_shelf, place),
            )
        elif isinstance(place, SavedSearch):
            menu.addAction(
                self.tr("Remove search"),
                partial(self._remove_shelf, place),
            )

    def _rename(self, shelf: Shelf) -> None:
        known = {one.id: one.name for one in self._arranged.collections} if self._arranged else {}
        name, agreed = QInputDialog.getText(
            self.window, self.tr("Rename collection"), self.tr("Name of the collection"), text=known.get(shelf.name, "")
        )
        if agreed and name.strip() and name.strip() != known.get(shelf.name):
            self.do(self.tr("Rename collection"), RenameCollection(shelf.name, name.strip()))

    def _path(self, collection: Collection) -> str:
        by_id = {one.id: one for one in self._arranged.collections} if self._arranged else {}
        names, at = [collection.name], collection
        while at.parent and at.parent in by_id:
            at = by_id[at.parent]
            names.append(at.name)
        return " › ".join(reversed(names))
