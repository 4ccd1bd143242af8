"""The story of an article, with what the reader can say of it: what is the same, what denies what, what belongs."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QInputDialog, QPushButton, QWidget

from briefing.desktop.act_button import act_button
from briefing.desktop.plain_words import plain
from briefing.desktop.stories.outline_dialog import OutlineDialog
from briefing.desktop.stories.outline_model import Row
from briefing.desktop.stories.story_rows import story_rows
from briefing.desktop.theme import Theme
from briefing.model import KeptArticle
from briefing.model.identifiers import new_identifier
from briefing.model.story import Story
from briefing.model.story_word import StatementAnchor, StoryVerdict, StoryWord


class StoryDialog(OutlineDialog):
    """What the articles of a story say; the reader's word on it goes out as a signal."""

    wordGiven = Signal(object)
    """A `StoryWord`."""
    briefAsked = Signal(object, object)
    """The `Story` of which a brief is to be made, and its articles."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("Story"))
        self.tree.setAccessibleName(self.tr("Story"))
        self._articles: dict[int, KeptArticle] = {}
        self._buttons: dict[StoryVerdict, QPushButton] = {}
        self._add(StoryVerdict.SAME, self.tr("The same"), "Ctrl+1", self.tr("Two chosen sayings say the same"))
        self._add(StoryVerdict.DIFFERENT, self.tr("Not the same"), "Ctrl+2", self.tr("Two chosen sayings differ"))
        self._add(
            StoryVerdict.DENIES, self.tr("Denies"), "Ctrl+3", self.tr("One of two chosen sayings denies the other")
        )
        self._add(StoryVerdict.SPLIT, self.tr("Split off"), "Ctrl+4", self.tr("The chosen articles are another story"))
        self._add(StoryVerdict.LEAVE_OUT, self.tr("Leave out"), "Ctrl+5", self.tr("The chosen articles tell no story"))
        self._add(StoryVerdict.NAME, self.tr("Rename…"), "F2", self.tr("Give the story a name"))
        told = self.tr("Make a brief of what is agreed, disputed, told by one alone and lost its source")
        self._brief = act_button(self.tr("Make a brief"), told, self)
        self._brief.clicked.connect(self._ask_brief)
        self.buttons.addWidget(self._brief)
        self._story: Story | None = None
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._look())
        self.model.modelReset.connect(self._look)
        self._look()

    def show_story(self, story: Story, articles: tuple[KeptArticle, ...]) -> None:
        """Show a story with its articles."""
        self.setWindowTitle(self.tr("Story: {name}").format(name=story.name or self.tr("Untitled")))
        self._articles = {kept.id: kept for kept in articles}
        self._story = story
        rows = story_rows(story, articles)
        head = self.tr("%n article(s) tell this story. Enter shows the words in their article.", "", len(articles))
        self.show_outline(head, rows)

    def show_nothing(self) -> None:
        """Say that the article is in no story yet."""
        self._articles, self._story = {}, None
        self.setWindowTitle(self.tr("Story"))
        self.show_outline(self.tr("This article is being compared with the others; its story comes in a moment."), ())

    def _add(self, verdict: StoryVerdict, words: str, key: str, told: str) -> None:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button = act_button(words, f"{told} ({shown})", self)
        button.setShortcut(QKeySequence(key))
        button.clicked.connect(partial(self._give, verdict))
        self._buttons[verdict] = button
        self.buttons.addWidget(button)

    def _look(self) -> None:
        """Let be pressed what can be said of what is chosen."""
        sayings, articles = self._sayings(), self._chosen_articles()
        two = len(sayings) == 2
        for verdict in (StoryVerdict.SAME, StoryVerdict.DIFFERENT, StoryVerdict.DENIES):
            self._buttons[verdict].setEnabled(two)
        self._buttons[StoryVerdict.SPLIT].setEnabled(0 < len(articles) < len(self._articles))
        self._buttons[StoryVerdict.LEAVE_OUT].setEnabled(bool(articles) and len(self._articles) > 1)
        self._buttons[StoryVerdict.NAME].setEnabled(bool(self._articles))
        self._brief.setEnabled(bool(self._articles))

    def _ask_brief(self) -> None:
        if self._story is not None:
            self.briefAsked.emit(self._story, tuple(self._articles.values()))

    def _sayings(self) -> list[Row]:
        return [row for row in self.chosen_rows() if row.place is not None and row.place.begins]

    def _chosen_articles(self) -> list[KeptArticle]:
        places = [row.place for row in self.chosen_rows() if row.place is not None and row.place.span is None]
        numbers = dict.fromkeys(place.article_id for place in places)
        return [self._articles[number] for number in numbers if number in self._articles]

    def _give(self, verdict: StoryVerdict, _: bool = False) -> None:
        word = self._word(verdict)
        if word is not None:
            self.wordGiven.emit(word)

    def _word(self, verdict: StoryVerdict) -> StoryWord | None:
        name = ""
        statements: tuple[StatementAnchor, ...] = ()
        own = [kept.origin.digest for kept in self._chosen_articles()]
        others = [kept.origin.digest for kept in self._articles.values() if kept.origin.digest not in own]
        if verdict is StoryVerdict.NAME:
            own, others = [kept.origin.digest for kept in self._articles.values()][:1], []
            name, agreed = QInputDialog.getText(self, self.tr("Rename story"), plain(self.tr("Name of the story")))
            if not agreed or not name.strip():
                return None
        elif verdict in (StoryVerdict.SAME, StoryVerdict.DIFFERENT, StoryVerdict.DENIES):
            statements = tuple(map(self._anchor, self._sayings()))
            own, others = [statements[0].digest], [statements[1].digest]
        elif verdict is StoryVerdict.LEAVE_OUT:
            others = []
        return StoryWord(
            new_identifier(), verdict, tuple(own), tuple(others), statements, name.strip(), datetime.now(UTC)
        )

    def _anchor(self, row: Row) -> StatementAnchor:
        place = row.place
        assert place is not None
        assert place.span is not None
        return StatementAnchor(self._articles[place.article_id].origin.digest, place.span.start, place.begins)
