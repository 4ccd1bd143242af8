"""Actions on stories: the story of the open article, all stories, an actor's record, versions compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.ledger.claim_order import speaker_name
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.library import GiveStoryWord, KeepBrief
from briefing.model import KeptArticle, overlap_length
from briefing.model.identifiers import new_identifier
from briefing.model.story import Story
from briefing.model.story_word import StoryVerdict, StoryWord
from briefing.service import ActorRecordTold, Event, StoriesChanged, StoriesListed, StoryTold, VersionsCompared
from briefing.service.article_queries import CompareVersions
from briefing.service.claim_queries import TellActorRecord
from briefing.service.story_queries import ListStories, TellStory

if TYPE_CHECKING:
    from briefing.desktop.stories.outline_dialog import OutlineDialog
    from briefing.desktop.stories.outline_model import Place
    from briefing.desktop.stories.stories_dialog import StoriesDialog
    from briefing.desktop.stories.story_dialog import StoryDialog
    from briefing.desktop.workspace import Workspace
    from briefing.service.actor_record import ActorRecord


class StoriesArea(Area):
    """Stories of the library."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._story: StoryDialog | None = None
        self._stories: StoriesDialog | None = None
        self._record: OutlineDialog | None = None
        self._versions: OutlineDialog | None = None
        self._shown: int | None = None
        self._jobs: dict[str, int] = {}
        self._of_open: tuple[int, Story] | None = None
        self._wanted: Place | None = None
        self._compared: KeptArticle | None = None
        self._disputes: tuple[object, ...] = ()
        self.session.eventHeard.connect(self._on_event)
        self.session.articleOpened.connect(lambda _: self._on_opened())
        self.session.findingsChanged.connect(lambda _: self._reveal())
        self.session.ownChanged.connect(self._on_own)
        window.ledger.claimChosen.connect(self._tell_standing)
        window.ledger.detail.reasons.storyAsked.connect(self._show_story)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "story",
                "Library",
                translated("Story of the article"),
                translated("Show what the articles on the same event say: alike, against one another, and from whom."),
                "Ctrl+Alt+T",
                "list-tree",
            ),
            Command(
                "stories",
                "Library",
                translated("All stories"),
                translated("List the events that several articles of the library tell, and join them."),
                "Ctrl+Alt+Y",
                "layers",
            ),
            Command(
                "actor_record",
                "Library",
                translated("Record of its source"),
                translated("Show all that the source of the chosen claim says anywhere, and what is said against it."),
                "Ctrl+Alt+A",
                "user-round",
            ),
            Command(
                "compare_versions",
                "Library",
                translated("What changed in its claims"),
                translated(
                    "Show what the versions of the article say differently: added, dropped, softened, unsourced."
                ),
                "Ctrl+Alt+V",
                "arrow-up-down",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "story": self._show_story,
            "stories": self._show_stories,
            "actor_record": self._show_record,
            "compare_versions": self._show_versions,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {
            "story": bool(showing),
            "actor_record": bool(showing and showing.claims),
            "compare_versions": bool(showing),
        }

    def _show_story(self) -> None:
        showing = self.session.showing
        if showing is not None:
            self._open_story(showing.kept.id)

    def _open_story(self, article_id: int) -> None:
        from briefing.desktop.stories.story_dialog import StoryDialog

        if self._story is None:
            self._story = StoryDialog(self.window.theme, self.window)
            self._story.placeChosen.connect(self._go_to)
            self._story.wordGiven.connect(self._say_word)
            self._story.briefAsked.connect(self._make_brief)
            self.window.themeChanged.connect(self._story.model.set_theme)
        self._shown = article_id
        self._jobs["story"] = self.session.service.ask(TellStory(article_id))
        self._story.show()
        self._story.raise_()

    def _show_stories(self) -> None:
        from briefing.desktop.stories.stories_dialog import StoriesDialog

        if self._stories is None:
            self._stories = StoriesDialog(self.window.theme, self.window)
            self._stories.placeChosen.connect(lambda place: self._open_story(place.article_id))
            self._stories.joinAsked.connect(self._join)
            self.window.themeChanged.connect(self._stories.model.set_theme)
        self._jobs["stories"] = self.session.service.ask(ListStories())
        self._stories.show()
        self._stories.raise_()

    def _show_record(self) -> None:
        claim, showing = self.window.ledger.chosen, self.session.showing
        name = speaker_name(showing, claim) if claim and showing else ""
        if not name:
            self.say(self.window.keys.filled(self.tr("Choose a claim with a source first: {next_claim}.")))
            return
        if self._record is None:
            self._record = self._outline(self.tr("Record of an actor"))
        self._record.show_outline(self.tr("What {name} says in the library").format(name=name), ())
        self._jobs["record"] = self.session.service.ask(TellActorRecord(name))
        self._record.show()
        self._record.raise_()

    def _show_versions(self) -> None:
        showing = self.session.showing
        if showing is None:
            return
        if self._versions is None:
            self._versions = self._outline(self.tr("What changed in its claims"))
        self._compared = showing.kept
        self._jobs["versions"] = self.session.service.ask(CompareVersions(showing.kept.id))
        self._versions.show()
        self._versions.raise_()

    def _outline(self, title: str) -> OutlineDialog:
        from briefing.desktop.stories.outline_dialog import OutlineDialog

        made = OutlineDialog(self.window.theme, title, self.window)
        made.placeChosen.connect(self._go_to)
        self.window.themeChanged.connect(made.model.set_theme)
        return made

    def _on_event(self, event: Event) -> None:
        match event:
            case StoryTold(job=job):
                self._on_story(job, event)
            case StoriesListed(job=job, stories=stories) if self._stories and job == self._jobs.get("stories"):
                self._stories.show_stories(stories)
            case ActorRecordTold(job=job) if self._record and job == self._jobs.get("record"):
                from briefing.desktop.stories.story_rows import record_rows

                record = event.record
                rows = record_rows(record, event.titles)
                head = self.tr("What {name} says in the library").format(name=record.name)
                if not rows:
                    head = self.tr("The library keeps no record of “{name}”: it has one of everybody who has a name.")
                    head = head.format(name=record.name)
                if shares := self._shares(record):
                    head = self.tr("{head}. In stories: {shares}.").format(head=head, shares=shares)
                self._record.show_outline(head, rows)
            case VersionsCompared(job=job) if self._versions and job == self._jobs.get("versions"):
                from briefing.desktop.stories.story_rows import version_rows

                rows = version_rows(event.versions)
                self._versions.show_outline("" if rows else self._why_none(), rows)
            case StoriesChanged():
                self._look_again()

    def _on_story(self, job: int, told: StoryTold) -> None:
        if job == self._jobs.get("open"):
            showing = self.session.showing
            self._of_open = (showing.kept.id, told.story) if showing and told.story else None
            if self.window.ledger.chosen is not None:
                self._tell_standing(self.window.ledger.chosen.id)
        if self._story is not None and job == self._jobs.get("story"):
            if told.story is None:
                self._story.show_nothing()
            else:
                self._story.show_story(told.story, _by_date(told.articles))

    def _on_opened(self) -> None:
        self._disputes = _disputes(self.session.showing) if self.session.showing else ()
        self._reveal()
        self._look_again()

    def _on_own(self, showing: OpenArticle) -> None:
        """Tell the story anew where the reader said who disputes something."""
        before, self._disputes = self._disputes, _disputes(showing)
        if before != self._disputes:
            self._look_again()

    def _look_again(self) -> None:
        showing = self.session.showing
        if showing is not None:
            self._jobs["open"] = self.session.service.ask(TellStory(showing.kept.id))
        if self._story is not None and self._story.isVisible() and self._shown is not None:
            self._jobs["story"] = self.session.service.ask(TellStory(self._shown))
        if self._stories is not None and self._stories.isVisible():
            self._jobs["stories"] = self.session.service.ask(ListStories())
        if self._versions is not None and self._versions.isVisible() and self._compared is not None:
            self._jobs["versions"] = self.session.service.ask(CompareVersions(self._compared.id))

    def _shares(self, record: ActorRecord) -> str:
        """How many of an actor's claims in stories stand alone, and how many others make; "" if there are none."""
        alone = self.tr("{n} said by nobody else").format(n=record.alone) if record.alone else ""
        shared = self.tr("{n} said by others, too").format(n=record.shared) if record.shared else ""
        return ", ".join(filter(None, (alone, shared)))

    def _why_none(self) -> str:
        """Why no versions are compared."""
        if self._compared is None or (self._compared.former is None and self._compared.newest):
            return self.tr("There is one version of this article.")
        return self.tr("The versions of this article are still being read: what changed will stand here.")

    def _tell_standing(self, claim_id: str) -> None:
        """Say beside the reasons of a claim how it stands over the whole story, if others tell it, too."""
        self.window.ledger.detail.reasons.show_story(self._standing(claim_id))

    def _standing(self, claim_id: str) -> str:
        showing, known = self.session.showing, self._of_open
        claim = showing.by_id.get(claim_id) if showing else None
        if showing is None or claim is None or known is None or known[0] != showing.kept.id:
            return ""
        key, story = str(known[0]), known[1]
        meeting = [
            (met, proposition)
            for proposition in story.propositions
            for telling in proposition.tellings
            if telling.article == key and (met := overlap_length(telling.content, claim.content))
        ]
        if not meeting or len(story.articles) < 2:
            return ""
        from briefing.desktop.stories.story_rows import standing_words

        _, proposition = max(meeting, key=lambda pair: pair[0])
        return standing_words(story, proposition)

    def _say_word(self, word: StoryWord) -> None:
        self.do(step_name(word.verdict), GiveStoryWord(word))

    def _make_brief(self, story: Story, articles: tuple[KeptArticle, ...]) -> None:
        from briefing.desktop.stories.story_brief import story_brief

        self.do(self.tr("New brief"), KeepBrief(story_brief(story, articles, self.settings.author)))
        self.window.actions_by_name["briefs"].trigger()

    def _join(self, digests: list[str]) -> None:
        if len(digests) > 1:
            own, others = tuple(digests[:1]), tuple(digests[1:])
            self._say_word(StoryWord(new_identifier(), StoryVerdict.JOIN, own, others, (), "", datetime.now(UTC)))

    def _go_to(self, place: Place) -> None:
        self._wanted = place
        if self.session.showing and self.session.showing.kept.id == place.article_id:
            self._reveal()
        else:
            self.window.open_kept(place.article_id)

    def _reveal(self) -> None:
        """Show the words that were looked for, once their article is on the screen."""
        showing, wanted = self.session.showing, self._wanted
        if wanted is None or showing is None or showing.kept.id != wanted.article_id:
            return
        self._wanted = None
        if wanted.span is not None:
            self.window.reader.reveal(wanted.span)
            self.window.reader.light_evidence((wanted.span,))


def _disputes(showing: OpenArticle) -> tuple[object, ...]:
    """What the reader says is disputed, and by whom."""
    return tuple((word.claim, word.disputed_by) for word in showing.judgements if word.disputed_by)


def _by_date(articles: tuple[KeptArticle, ...]) -> tuple[KeptArticle, ...]:
    return tuple(sorted(articles, key=lambda kept: (kept.origin.published or "9999", kept.id)))


def step_name(verdict: StoryVerdict) -> str:
    """What the reader says of a story, as the step that can be undone."""
    return {
        StoryVerdict.JOIN: translated("Join stories"),
        StoryVerdict.SPLIT: translated("Split story"),
        StoryVerdict.LEAVE_OUT: translated("Leave out of story"),
        StoryVerdict.NAME: translated("Rename story"),
        StoryVerdict.SAME: translated("Say that it is the same"),
        StoryVerdict.DIFFERENT: translated("Say that it is not the same"),
        StoryVerdict.DENIES: translated("Say that it is denied"),
    }[verdict]
