"""What is done with annotations of the whole library, and the form to search it with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.library import ChangeAnnotation, Judge, Kind, Operation, RemoveAnnotation, WithdrawJudgement
from briefing.model import Annotation, AnnotationFilter, Judgement, ListedAnnotation, Placing, Span, anchor
from briefing.service import AnnotationsListed, ArticleOpened, Event, LibraryChanged, OperationPerformed, ShelvesListed
from briefing.service.annotation_queries import ListAnnotations
from briefing.service.article_queries import ListShelves

if TYPE_CHECKING:
    from briefing.desktop.library.annotations_dialog import AnnotationsDialog
    from briefing.desktop.workspace import Workspace


LISTED = {Kind.ANNOTATIONS, Kind.ARTICLES, Kind.JUDGEMENTS}
"""What has to change for the list to be another."""


class AnnotationsArea(Area):
    """The list of all annotations, and the search form."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._dialog: AnnotationsDialog | None = None
        self._wanted = ""
        self._wanted_claim: tuple[int, Span] | None = None
        self.session.eventHeard.connect(self._on_event)
        for told in (self.session.articleOpened, self.session.findingsChanged):
            told.connect(self._reveal)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "search_form",
                "Library",
                translated("Search by form…"),
                translated("Search by words, people, statuses, tags, outlet and dates."),
                "Ctrl+Alt+S",
                "filter",
            ),
            Command(
                "annotations",
                "Library",
                translated("All annotations"),
                translated("List the notes and highlights of all articles."),
                "Ctrl+Shift+A",
                "message-square-text",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"search_form": self._show_form, "annotations": self._show_annotations}

    def _show_form(self) -> None:
        from briefing.desktop.library.filter_builder import FilterBuilder

        form = FilterBuilder(self.window.library.search.text(), self.window)
        form.searchWished.connect(self.window.library.search.setText)
        form.open()

    def _show_annotations(self) -> None:
        from briefing.desktop.library.annotations_dialog import MOST, AnnotationsDialog

        def ask(wanted: AnnotationFilter) -> None:
            self.session.service.ask(ListAnnotations(wanted, MOST))

        if self._dialog is None:
            self._dialog = AnnotationsDialog(self.window.theme, self.window.keys.filled, self.window)
            self._dialog.listWished.connect(ask)
            self._dialog.openWished.connect(self._open)
            self._dialog.changeWished.connect(self._change)
            self._dialog.removalWished.connect(self._remove)
            self._dialog.placingWished.connect(self._place)
            self.window.themeChanged.connect(self._dialog.model.set_theme)
            self.while_writable(self._dialog.set_writable)
        self._dialog.open_article = self.session.showing.kept.id if self.session.showing else None
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.look()
        self.session.service.ask(ListShelves())

    def _on_event(self, event: Event) -> None:
        if self._dialog is None or not self._dialog.isVisible():
            return
        match event:
            case AnnotationsListed(annotations=annotations, total=total, orphans=orphans):
                self._dialog.show_annotations(annotations, total, orphans)
            case ShelvesListed(collections=collections, tags=tags):
                self._dialog.further.show_choices(collections, tags)
            case ArticleOpened(kept=kept) if self.session.showing and self.session.showing.kept.id == kept.id:
                self._dialog.open_article = kept.id
                self._dialog.look()
            case OperationPerformed(performed=performed) if performed.changed & LISTED:
                self._dialog.look()
            case LibraryChanged():
                self._dialog.look()

    def _open(self, one: ListedAnnotation) -> None:
        self._wanted, self._wanted_claim = one.annotation.id, None
        if one.judgement is not None:
            self._wanted, self._wanted_claim = "", (one.article_id, one.judgement.claim.span)
        if self.session.showing and self.session.showing.kept.id == one.article_id:
            self._reveal()
        else:
            self.session.openings.open_kept(one.article_id)

    def _reveal(self) -> None:
        showing, wanted = self.session.showing, self._wanted
        found = showing.annotation(wanted) if showing and wanted else None
        if found is not None and found.placing is not Placing.ORPHAN:
            self._wanted = ""
            self.window.reader.reveal(found.anchor.span)
            self.window.notes.edit(found)
        if showing and self._wanted_claim and self._wanted_claim[0] == showing.kept.id:
            self._reveal_claim(showing, self._wanted_claim[1])

    def _reveal_claim(self, showing: OpenArticle, span: Span) -> None:
        """Choose the claim that a note is on, as soon as it is found; its words are in sight before."""
        known = next((claim_id for claim_id, word in showing.judged.items() if word.claim.span == span), "")
        if known:
            self.window.ledger.walk_to(known)
        else:
            self.window.reader.reveal(span)
        if known or (showing.analysis and showing.analysis.complete):
            self._wanted_claim = None

    def _change(self, chosen: tuple[ListedAnnotation, ...], field: str, value: object) -> None:
        name = self.tr("Change annotations")
        operations: list[Operation] = []
        for one in (listed for listed in chosen if listed.judgement is None):
            fresh = (*one.annotation.tags, *value) if isinstance(value, tuple) else value
            new = tuple(dict.fromkeys(fresh)) if isinstance(fresh, tuple) else fresh
            operations.append(self._changing(one, **{field: new}))
        self.do(name, *operations)

    def _remove(self, chosen: tuple[ListedAnnotation, ...]) -> None:
        removals = [
            RemoveAnnotation(one.article_id, one.annotation.id)
            if one.judgement is None
            else _without_note(one.article_id, one.judgement)
            for one in chosen
        ]
        self.do(self.tr("Remove annotations"), *removals)

    def _place(self, one: ListedAnnotation) -> None:
        showing, span = self.session.showing, self.window.reader.selected_span()
        if showing is None or showing.kept.id != one.article_id:
            self._open(one)
            self.say(self.tr("This is its article: select the words that are meant, then “Place here” again."))
        elif span is None:
            self.say(self.tr("Select the words of the article that are meant first."))
        else:
            place = self._changing(one, anchor=anchor(showing.article.text, span), placing=Placing.PLACED)
            self.do(self.tr("Place annotation"), place)

    def _changing(self, one: ListedAnnotation, **changes: object) -> Operation:
        changed: Annotation = replace(one.annotation, modified=datetime.now(UTC), **changes)  # type: ignore[arg-type]
        return ChangeAnnotation(one.article_id, changed, one.annotation)


def _without_note(article_id: int, word: Judgement) -> Operation:
    """Take the note off a claim; whatever else was said of it stays."""
    left = replace(word, modified=datetime.now(UTC), note="")
    if left.says_nothing:
        return WithdrawJudgement(article_id, word.claim, word)
    return Judge(article_id, left, word)
