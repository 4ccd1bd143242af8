"""Briefs that the reader composes: what is put into them, and the composer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.messages import Tone
from briefing.desktop.model_labels import day_label
from briefing.desktop.settings import Settings
from briefing.library import KeepBrief, Kind, RemoveBrief
from briefing.model import BriefLine, LineKind, StoredBrief, anchor, covering
from briefing.model.identifiers import new_identifier
from briefing.service import AnalysisFinished, BriefsListed, BriefTold, Event, LibraryChanged, OperationPerformed
from briefing.service.brief_queries import ListBriefs, TellBrief

if TYPE_CHECKING:
    from briefing.desktop.briefs.composer import Composer
    from briefing.desktop.briefs.export_progress import Writing
    from briefing.desktop.briefs.preview_jobs import Previewing
    from briefing.desktop.workspace import Workspace

PAUSE = 60
"""Milliseconds in which several changes of the library lead to one look at the brief."""

SOURCES = {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.JUDGEMENTS, Kind.ACTORS, Kind.BRIEFS}


class BriefsArea(Area):
    """Composing briefs."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._composer: Composer | None = None
        self._pages: Previewing | None = None
        self._writing: Writing | None = None
        self._adding: tuple[BriefLine, ...] = ()
        self._entering = False
        self._looking = QTimer(self, singleShot=True, interval=PAUSE)
        self._looking.timeout.connect(self._look)
        self._missed = False
        self.session.eventHeard.connect(self._on_event)
        self.session.settled.connect(self._look_again)
        self.session.changeFailed.connect(lambda _: self._looking.start())

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "add_to_brief",
                "File",
                translated("Add to brief"),
                translated("Put the chosen claim or note, else the selected articles, into the brief you work on."),
                "Ctrl+B",
                "plus",
                writes=True,
            ),
            Command(
                "briefs",
                "File",
                translated("Briefs"),
                translated("Compose a brief of what you chose of one article or many."),
                "Ctrl+Shift+B",
                "list-tree",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"add_to_brief": self._add, "briefs": self._show_composer}

    # What is put into a brief

    def _add(self) -> None:
        lines = self._chosen_lines()
        if not lines:
            self.say(self.tr("Choose a claim, a note, or articles of the library first."))
            return
        self.window.flush()
        self._adding += lines
        self.session.service.ask(ListBriefs())

    def _chosen_lines(self) -> tuple[BriefLine, ...]:
        """A line for what the reader means: selected articles, the open note, the chosen claim, or the article."""
        articles, showing = self.window.library.chosen, self.session.showing
        # Several that are selected are not meant by who reads on, or walks the claims.
        reading = self.window.reader.hasFocus() or self.window.ledger.list.hasFocus()
        if (len(articles) > 1 and not reading) or (articles and self.window.library.list.hasFocus()):
            return tuple(BriefLine(new_identifier(), LineKind.ARTICLE, one.id) for one in articles)
        if showing is None:
            return ()
        number, note, claim = showing.kept.id, self.window.notes.annotation_id, self.window.ledger.chosen
        if note and self.window.notes.isVisible():
            return (BriefLine(new_identifier(), LineKind.ANNOTATION, number, annotation_id=note),)
        if claim is not None:
            where = anchor(showing.article.text, covering(claim.content))
            return (BriefLine(new_identifier(), LineKind.CLAIM, number, where),)
        return (BriefLine(new_identifier(), LineKind.ARTICLE, number),)

    def _put(self, briefs: tuple[StoredBrief, ...]) -> None:
        """Put what waits into the brief that is shown, else the one that was changed last, else a new one."""
        from briefing.desktop.briefs.brief_edits import with_lines_at_the_end

        lines, self._adding = self._adding, ()
        shown = self._composer.brief_id if self._composer else ""
        kept = next((one for one in briefs if one.id == shown), briefs[0] if briefs else self._new_brief())
        held = {_refers_to(line) for section in kept.sections for line in section.lines}
        if all(line.kind is not LineKind.ARTICLE and _refers_to(line) in held for line in lines):
            there = self.tr("That is in the brief “{title}” already.").format(title=kept.title)
            self.say(there, Tone.NOTE, self.tr("Show it"), self._show_composer)
            return
        base = kept if kept in briefs else None
        self.do(self.tr("Add to brief"), KeepBrief(with_lines_at_the_end(kept, lines), base))
        if self._composer and base is None:
            self._composer.await_brief(kept.id)
        words = self.tr("Added to the brief “{title}”.").format(title=kept.title)
        self.say(words, Tone.DONE, self.tr("Show it"), self._show_composer)

    def _new_brief(self) -> StoredBrief:
        title = self.tr("Brief of {day}").format(day=day_label(datetime.now(UTC)))
        return StoredBrief(new_identifier(), title, datetime.now(UTC), self.settings.author)

    # The composer

    def _show_composer(self) -> None:
        if self._composer is None:
            self._composer = self._made_composer()
            self._entering = True
        self._composer.show()
        self._composer.raise_()
        self._composer.activateWindow()
        self._look()

    def _made_composer(self) -> Composer:
        from briefing.desktop.briefs.composer import Composer
        from briefing.desktop.briefs.preview_jobs import Previewing

        composer = Composer(self.window.theme, self.window.keys.filled, self.window)
        for name in ("undo", "redo"):
            composer.addAction(self.window.actions_by_name[name])
        self._pages = Previewing(self.session, composer.preview, composer)
        composer.briefChosen.connect(self._ask_for)
        composer.briefWished.connect(self._begin)
        composer.removalWished.connect(lambda kept: self.do(self.tr("Move brief to bin"), RemoveBrief(kept.id)))
        composer.editor.changed.connect(self._keep)
        composer.editor.seen.connect(self.session.service.briefs.see)
        composer.editor.exportWished.connect(self._export)
        composer.editor.lookChanged.connect(lambda: self._ask_for(composer.brief_id))
        self.window.themeChanged.connect(composer.editor.set_theme)
        composer.editor.folder = lambda: self.settings.export_folder
        self.while_writable(composer.set_writable)
        return composer

    def _keep(self, kept: StoredBrief, before: StoredBrief, step: str) -> None:
        self.do(step, KeepBrief(kept, before))

    def _begin(self) -> None:
        made = self._new_brief()
        self.do(self.tr("New brief"), KeepBrief(made))
        if self._composer:
            self._composer.await_brief(made.id)

    def _export(self, brief_id: str, path: Path, format_name: str) -> None:
        from briefing.desktop.briefs.export_progress import Writing

        self.settings.export_folder = path.parent
        self.session.exports.export_kept_brief(brief_id, path, format_name)
        if self._writing is None:
            self._writing = Writing(self.session, self.window.messages, self)
        self._writing.start(path.name)

    def _ask_for(self, brief_id: str) -> None:
        self.session.service.ask(TellBrief(brief_id))

    def _look(self) -> None:
        if self._composer and self._composer.isVisible():
            self.session.service.ask(ListBriefs())

    def _look_again(self) -> None:
        if self._missed:
            self._missed = False
            self._looking.start()

    def _on_event(self, event: Event) -> None:
        match event:
            case BriefsListed(briefs=briefs):
                if self._adding:
                    self._put(briefs)
                elif self._composer:
                    self._list(briefs)
            case BriefTold(kept=kept):
                if self.session.history.busy:
                    # It may be older than what is on its way.
                    self._missed = True
                elif self._composer and kept.id == self._composer.brief_id:
                    self._composer.editor.settle()
                    self._composer.editor.show_brief(event)
                    if self._entering:
                        # Not its pages: what is done first is to arrange, and arrows walk the lines.
                        self._entering = False
                        self._composer.editor.tree.setFocus()
                    if self._pages:
                        self._pages.draw(
                            partial(self.session.exports.preview_brief, kept.id),
                            partial(self.session.exports.preview_beginning_of_brief, kept.id),
                        )
            case OperationPerformed(performed=performed) if performed.changed & SOURCES:
                self._looking.start()
            case AnalysisFinished() | LibraryChanged():
                self._looking.start()

    def _list(self, briefs: tuple[StoredBrief, ...]) -> None:
        assert self._composer is not None
        self._composer.show_briefs(briefs)
        if self._composer.brief_id:
            self._ask_for(self._composer.brief_id)

    def flush(self) -> None:
        """Send what is being typed to the disk."""
        if self._composer:
            self._composer.editor.flush()

    def keep(self) -> None:
        """Make no more pages."""
        if self._pages:
            self._pages.end()


def _refers_to(line: BriefLine) -> tuple[object, ...]:
    """What a line shows, whatever is written on it."""
    return line.kind, line.article_id, line.claim and line.claim.span, line.annotation_id
