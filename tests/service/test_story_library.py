"""Stories of a library: articles are placed as they come, and the reader's word on stories is heeded and kept."""

import contextlib
import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar
from uuid import uuid4

import apsw
import pytest

from briefing.analysis import Analyser
from briefing.analysis.encoder.sentence_encoder import shipped_sentence_encoder
from briefing.analysis.stories.clusters import terms_of
from briefing.analysis.stories.story_reader import StoryReader
from briefing.library import (
    GiveStoryWord,
    Judge,
    Library,
    LibraryFailure,
    Performed,
    RemoveArticle,
    open_library,
    queries,
)
from briefing.library.archive_export import export_library
from briefing.library.archive_import import Unread, import_library
from briefing.library.compression import unpack
from briefing.library.kept_statements import VERSION, KeptStatements
from briefing.library.paths import DATABASE
from briefing.library.sqlite import story_members
from briefing.library.sqlite.backup import backups
from briefing.library.sqlite.integrity import library_faults
from briefing.model import Analysis, Article, Dispute, Judgement, Origin, Span, Status, anchor
from briefing.model.identifiers import digest_of
from briefing.model.message import verbatim
from briefing.model.story import Proposition
from briefing.model.story_terms import name_number
from briefing.model.story_word import StatementAnchor, StoryVerdict, StoryWord
from briefing.service.actor_record import actor_record
from briefing.service.events import Event, StoriesChanged
from briefing.service.meaning_search import statements_meaning
from briefing.service.story_library import (
    kept_statements,
    listed_stories,
    place_articles,
    story_article,
    told_story,
)
from briefing.service.story_updates import StoryUpdates
from briefing.service.version_changes import changes_of_versions
from briefing.service.worker_protocol import ReadStatements, StatementsRead
from briefing.story_commands import story_text
from tests.analysis.paragraphs import paragraphs

FIRE = (
    "A fire destroyed the grain depot in Port Almond on Monday night, officials of the port said.",
    "Fire chief Ana Torvald said a faulty heater had failed in the night.",
)
AGAIN = (
    "The grain depot in Port Almond was destroyed by a fire on Monday night.",
    "Owner Piet Rask said the faulty heater had not failed in the night.",
)
NOON = datetime(2030, 5, 7, 12, tzinfo=UTC)
DENIED = "Fire chief Ana Torvald denied that the owner had stored fuel. Piet Rask had said he stored fuel."
VOTE = (
    "Parliament in Ruritania passed the budget on Tuesday after a debate of nine hours.",
    "Opposition leader Otto Brandl said the budget would raise taxes on small firms in Ruritania.",
)


def article_of(lines: tuple[str, ...], title: str, address: str = "") -> Article:
    text = "\n".join(lines)
    origin = Origin(title=title, published="2030-05-07", digest=digest_of(text.encode()), address=address)
    return Article(text, paragraphs(text), origin)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser.open()


@pytest.fixture(scope="module")
def reader(analyser: Analyser) -> StoryReader:
    return StoryReader.open(analyser)


class Shelf:
    """A library into which articles come read and placed."""

    _readings: ClassVar[dict[tuple[int, Article], tuple[Analysis, KeptStatements]]] = {}

    def __init__(self, library: Library, analyser: Analyser, reader: StoryReader) -> None:
        self.library = library
        self._analyser = analyser
        self._reader = reader

    def add(self, lines: tuple[str, ...], title: str, address: str = "") -> int:
        article = article_of(lines, title, address)
        kept, _ = self.library.keep_article(article, article.text.encode())
        self.read(kept.id)
        place_articles(self.library)
        return kept.id

    def read(self, number: int) -> None:
        article = self.library.ask(queries.WholeArticle(number))
        known = number, article
        if known not in self._readings:
            # To read takes most of the time, and many tests read the same articles.
            *_, analysis = self._analyser.analyse(article)
            statements = kept_statements(self._reader.read(str(number), article, analysis))
            self._readings[known] = analysis, statements
        analysis, statements = self._readings[known]
        self.library.keep_analysis(number, analysis)
        self.library.keep_statements(number, statements)

    def say(
        self, verdict: StoryVerdict, articles: list[int], others: list[int] | None = None, **more: object
    ) -> Performed:
        digests = [self.library.ask(queries.ListedArticle(number)).origin.digest for number in articles]
        against = [self.library.ask(queries.ListedArticle(number)).origin.digest for number in others or []]
        word = StoryWord(
            str(uuid4()),
            verdict,
            tuple(digests),
            tuple(against),
            created=datetime.now(UTC),
            **more,  # type: ignore[arg-type]
        )
        performed = self.library.perform(GiveStoryWord(word))
        place_articles(self.library)
        return performed

    def undo(self, performed: Performed) -> None:
        self.library.perform(performed.inverse)
        place_articles(self.library)

    def stories(self) -> list[set[int]]:
        found = [
            set(self.library.ask(queries.StoryArticles(story.id))) for story in listed_stories(self.library, least=1)
        ]
        return sorted(found, key=min)


@pytest.fixture
def shelf(tmp_path: Path, analyser: Analyser, reader: StoryReader) -> Iterator[Shelf]:
    library = open_library(tmp_path / "stories")
    yield Shelf(library, analyser, reader)
    library.close()


@pytest.fixture
def three(shelf: Shelf) -> tuple[int, int, int]:
    return shelf.add(FIRE, "Fire"), shelf.add(VOTE, "Vote"), shelf.add(AGAIN, "Fire again")


def _saying(library: Library, number: int, words: str) -> Proposition:
    story = told_story(library, library.ask(queries.StoryOf(number)) or 0)
    return next(p for p in story.propositions if words in p.says)


def test_an_article_comes_into_the_story_that_it_tells(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, vote, again = three
    assert shelf.stories() == [{fire, again}, {vote}]


def test_a_story_is_told_with_the_numbers_of_its_articles(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, _, again = three
    assert _saying(shelf.library, fire, "destroyed").articles == (str(fire), str(again))


def test_stories_are_joined_by_hand_and_parted_again_by_undoing(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, vote, again = three
    joined = shelf.say(StoryVerdict.JOIN, [vote], [fire])
    assert shelf.stories() == [{fire, vote, again}]
    shelf.undo(joined)
    assert shelf.stories() == [{fire, again}, {vote}]


def test_a_story_is_split_by_hand_and_joined_again_by_undoing(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, vote, again = three
    split = shelf.say(StoryVerdict.SPLIT, [again], [fire])
    assert shelf.stories() == [{fire}, {vote}, {again}]
    shelf.undo(split)
    assert shelf.stories() == [{fire, again}, {vote}]


def test_an_article_is_left_out_of_all_stories(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, vote, again = three
    shelf.say(StoryVerdict.LEAVE_OUT, [fire])
    third = shelf.add((*AGAIN, "The port was closed."), "Fire once more")
    assert shelf.stories() == [{fire}, {vote}, {again, third}]


def test_the_readers_name_of_a_story_stays(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, *_ = three
    shelf.say(StoryVerdict.NAME, [fire], name="The depot")
    assert [story.name for story in listed_stories(shelf.library)] == ["The depot"]


def test_a_story_without_a_name_is_refused(shelf: Shelf, three: tuple[int, int, int]) -> None:
    with pytest.raises(LibraryFailure, match="needs a name"):
        shelf.say(StoryVerdict.NAME, [three[0]], name="  ")


def test_joining_outlives_another_analysis(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, vote, again = three
    shelf.say(StoryVerdict.JOIN, [vote], [fire])
    for number in three:
        shelf.read(number)
    place_articles(shelf.library)
    assert shelf.stories() == [{fire, vote, again}]


def test_what_is_joined_split_and_named_by_hand_is_so_in_a_library_into_which_this_one_is_merged(
    shelf: Shelf, three: tuple[int, int, int], tmp_path: Path, analyser: Analyser, reader: StoryReader
) -> None:
    fire, vote, again = three
    shelf.say(StoryVerdict.SPLIT, [again], [fire])
    shelf.say(StoryVerdict.JOIN, [vote], [fire])
    shelf.say(StoryVerdict.NAME, [fire], name="Harbour and budget")
    export_library(shelf.library, tmp_path / "all.briefing")
    with contextlib.closing(open_library(tmp_path / "other")) as library:
        other = Shelf(library, analyser, reader)
        at_again, at_fire = other.add(AGAIN, "Fire again"), other.add(FIRE, "Fire")
        assert other.stories() == [{at_again, at_fire}]
        import_library(library, tmp_path / "all.briefing", lambda data, origin: Unread(verbatim("not asked")))
        at_vote = next(one.id for one in library.ask(queries.Articles()) if one.origin.title == "Vote")
        other.read(at_vote)
        place_articles(library)
        assert other.stories() == [{at_again}, {at_fire, at_vote}]
        assert {story.name for story in listed_stories(library)} == {"Harbour and budget"}


def test_a_new_version_takes_the_place_of_the_old_one_in_its_story(shelf: Shelf) -> None:
    fire = shelf.add(FIRE, "Fire", "https://news.example/fire")
    again = shelf.add(AGAIN, "Fire again")
    shelf.say(StoryVerdict.SPLIT, [again], [fire])
    newer = shelf.add((*FIRE, "Nobody was hurt in the fire."), "Fire", "https://news.example/fire")
    assert shelf.stories() == [{again}, {newer}]


def _anchor(shelf: Shelf, number: int, words: str) -> StatementAnchor:
    article = shelf.library.ask(queries.WholeArticle(number))
    return StatementAnchor(article.digest, article.text.index(words), words)


def test_not_the_same_by_hand_parts_a_proposition(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, _, again = three
    two = (_anchor(shelf, fire, "A fire destroyed"), _anchor(shelf, again, "The grain depot"))
    shelf.say(StoryVerdict.DIFFERENT, [fire], [again], statements=two)
    story = told_story(shelf.library, shelf.library.ask(queries.StoryOf(fire)) or 0)
    assert not any("destroyed" in p.says and len(p.articles) > 1 for p in story.propositions)


def test_the_same_by_hand_joins_statements(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, _, again = three
    two = (_anchor(shelf, fire, "A fire destroyed"), _anchor(shelf, again, "the faulty heater had"))
    shelf.say(StoryVerdict.SAME, [fire], [again], statements=two)
    story = told_story(shelf.library, shelf.library.ask(queries.StoryOf(fire)) or 0)
    assert any(
        {"A fire destroyed ", "the faulty heater"} <= {t.said[:17] for t in p.tellings} for p in story.propositions
    )


def test_this_denies_that_by_hand_makes_a_dispute(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, _, again = three
    two = (_anchor(shelf, fire, "A fire destroyed"), _anchor(shelf, again, "the faulty heater had"))
    shelf.say(StoryVerdict.DENIES, [fire], [again], statements=two)
    denied = _saying(shelf.library, fire, "destroyed")
    story = told_story(shelf.library, shelf.library.ask(queries.StoryOf(fire)) or 0)
    assert any("not failed" in p.says and denied.id in p.contradicted_by for p in story.propositions)


def test_an_actors_record_tells_who_contradicts_him(shelf: Shelf, three: tuple[int, int, int]) -> None:
    record = actor_record(shelf.library, "Ana Torvald")
    assert [claim.title for claim in record.others] == ["Fire"]
    assert [(one.by, one.by_himself) for one in record.contradictions] == [(("Piet Rask",), False)]


def test_what_somebody_says_now_against_what_he_said_then_is_told_once(shelf: Shelf) -> None:
    shelf.add((FIRE[0], "Mayor Ines Prado said the fire was arson."), "Fire")
    later = shelf.add((AGAIN[0], "Mayor Ines Prado said the fire was not arson."), "Fire again")
    (found,) = actor_record(shelf.library, "Ines Prado").contradictions
    assert (found.says, found.article, found.against) == ("the fire was not arson", str(later), "the fire was arson")
    assert (found.by_himself, found.published[:10]) == (True, "2030-05-07")


def test_whoever_contradicts_what_somebody_said_before_he_changed_is_told_beside_the_change(shelf: Shelf) -> None:
    shelf.add((FIRE[0], "Mayor Ines Prado said the fire was arson."), "Fire")
    shelf.add((AGAIN[0], "Owner Piet Rask said the fire was not arson."), "Fire again")
    shelf.add((AGAIN[0], "It was a warm night.", "Mayor Ines Prado said the fire was not arson."), "Fire at last")
    found = actor_record(shelf.library, "Ines Prado").contradictions
    assert {(one.says, one.by, one.by_himself) for one in found} == {
        ("the fire was not arson", ("Ines Prado",), True),
        ("the fire was arson", ("Piet Rask",), False),
    }


def test_versions_are_compared_statement_by_statement(shelf: Shelf) -> None:
    shelf.add(FIRE, "Fire", "https://news.example/fire")
    lines = ("A fire may have destroyed the grain depot in Port Almond on Monday night.", FIRE[1], "Nobody was hurt.")
    newer = shelf.add(lines, "Fire", "https://news.example/fire")
    (changed,) = changes_of_versions(shelf.library, newer)
    found = {(change.kind.value, (change.after or change.before).words[:12]) for change in changed.changes}  # type: ignore[union-attr]
    assert ("softened", "A fire may h") in found
    assert ("source_lost", "A fire may h") in found
    assert ("added", "Nobody was h") in found
    assert (changed.older, changed.newer) == (newer - 1, newer)


def test_what_a_story_tells_is_kept_until_something_changes(shelf: Shelf, three: tuple[int, int, int]) -> None:
    fire, _vote, again = three
    library = shelf.library
    story = library.ask(queries.StoryOf(fire)) or 0
    told = told_story(library, story)
    assert library.ask(queries.StoryTold(story)) is not None
    assert told_story(library, story) == told
    two = (_anchor(shelf, fire, "A fire destroyed"), _anchor(shelf, again, "The grain depot"))
    shelf.say(StoryVerdict.DIFFERENT, [fire], [again], statements=two)
    assert told_story(library, story) != told
    library.perform(RemoveArticle(again))
    assert told_story(library, story).articles == (str(fire),)


def test_what_is_kept_of_stories_counts_as_sound(shelf: Shelf, three: tuple[int, int, int], tmp_path: Path) -> None:
    told_story(shelf.library, shelf.library.ask(queries.StoryOf(three[0])) or 0)
    assert library_faults(tmp_path / "stories") == []


def test_an_article_deleted_for_good_is_in_nothing_that_is_kept_of_stories(
    shelf: Shelf, three: tuple[int, int, int], tmp_path: Path
) -> None:
    library = shelf.library
    fire, _vote, again = three
    told_story(library, library.ask(queries.StoryOf(again)) or 0)
    library.back_up()
    assert _kept_of_stories(tmp_path / "stories", "rask")
    library.perform(RemoveArticle(again))
    assert library.empty_bin().left == ()
    assert _kept_of_stories(tmp_path / "stories", "rask") == []
    size, counts = library.ask(queries.TermCounts(_terms(library, fire)))
    assert (size, len(counts), min(counts.values())) == (2, len(_terms(library, fire)), 1)


def test_terms_of_an_article_that_is_read_anew_are_counted_once(shelf: Shelf, three: tuple[int, int, int]) -> None:
    library = shelf.library
    terms = _terms(library, three[0])
    before = library.ask(queries.TermCounts(terms))
    shelf.read(three[0])
    assert library.ask(queries.TermCounts(terms)) == before


def _terms(library: Library, number: int) -> tuple[int, ...]:
    article = story_article(library, number)
    assert article is not None
    return tuple(terms_of(article))


def _kept_of_stories(folder: Path, word: str) -> list[str]:
    """Where a word is found in what a library and its backups keep of stories."""
    found = []
    for path in (folder / DATABASE, *(one.path for one in backups(folder))):
        with contextlib.closing(apsw.Connection(str(path))) as connection:
            told = connection.execute("SELECT content FROM story_told").fetchall()
            terms = connection.execute("SELECT term FROM story_term").fetchall()
        found += [path.name for row in told if word in unpack(row[0]).casefold()]
        found += [path.name for row in terms if row[0] == name_number(word)]
    return found


def test_what_means_the_same_is_found_by_other_words(shelf: Shelf, three: tuple[int, int, int]) -> None:
    encoder = shipped_sentence_encoder()
    assert encoder is not None
    (wanted,) = encoder.vectors(["flames ruined a store of wheat at the harbour"])
    found = statements_meaning(shelf.library, wanted, 2)
    assert {one.article_id for one in found} == {three[0], three[2]}
    assert all("depot" in one.words for one in found)
    assert {one.claim != "" for one in found} == {True, False}


@pytest.fixture
def none_recent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all articles count as such that came long ago."""
    for name in ("kept_alone", "kept_whole"):
        monkeypatch.setattr(story_members, name, lambda placed: 0)


def test_of_an_article_that_stands_alone_and_came_long_ago_little_is_kept(shelf: Shelf, none_recent: None) -> None:
    vote, fire = shelf.add(VOTE, "Vote"), shelf.add(FIRE, "Fire")
    assert shelf.library.ask(queries.Statements((vote, fire))) == {}
    assert set(shelf.library.ask(queries.Sketches((vote, fire)))) == {vote, fire}
    encoder = shipped_sentence_encoder()
    assert encoder is not None
    (wanted,) = encoder.vectors(["the spending plan means higher taxes for little companies"])
    found = statements_meaning(shelf.library, wanted, 1)
    assert [(one.article_id, one.sources) for one in found] == [(vote, ("Otto Brandl",))]


def test_what_it_says_is_read_anew_when_another_article_tells_its_story(shelf: Shelf, none_recent: None) -> None:
    library = shelf.library
    fire, vote = shelf.add(FIRE, "Fire"), shelf.add(VOTE, "Vote")
    again = shelf.add(AGAIN, "Fire again")
    assert shelf.stories() == [{fire, again}, {vote}]
    assert set(library.ask(queries.WithoutStatements(VERSION))) == {fire}
    shelf.read(fire)
    assert set(library.ask(queries.Statements((fire, again)))) == {fire, again}
    assert _saying(library, fire, "destroyed").articles == (str(fire), str(again))


def test_of_a_story_that_is_told_and_came_long_ago_is_kept_what_it_tells(shelf: Shelf, none_recent: None) -> None:
    library = shelf.library
    fire, again = shelf.add(FIRE, "Fire"), shelf.add(AGAIN, "Fire again")
    shelf.read(fire)
    told = _saying(library, fire, "destroyed")
    shelf.add(VOTE, "Vote")
    assert library.ask(queries.Statements((fire, again))) == {}
    assert _saying(library, fire, "destroyed") == told


def test_articles_that_tell_one_story_are_kept_whole_for_longer(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_members, "kept_alone", lambda placed: 0)
    vote, fire, again = shelf.add(VOTE, "Vote"), shelf.add(FIRE, "Fire"), shelf.add(AGAIN, "Fire again")
    shelf.read(fire)
    _saying(shelf.library, fire, "destroyed")
    assert set(shelf.library.ask(queries.Statements((vote, fire, again)))) == {fire, again}


def test_the_readers_word_on_it_holds_once_it_is_read_anew(shelf: Shelf, none_recent: None) -> None:
    library = shelf.library
    fire, again = shelf.add(FIRE, "Fire"), shelf.add(AGAIN, "Fire again")
    shelf.read(fire)
    assert _saying(library, fire, "destroyed").articles == (str(fire), str(again))
    shelf.add(VOTE, "Vote")
    two = (_anchor(shelf, fire, "A fire destroyed"), _anchor(shelf, again, "The grain depot"))
    shelf.say(StoryVerdict.DIFFERENT, [fire], [again], statements=two)
    assert _saying(library, fire, "destroyed").articles == (str(fire), str(again))
    for number in library.ask(queries.WithoutStatements(VERSION)):
        shelf.read(number)
    story = told_story(library, library.ask(queries.StoryOf(fire)) or 0)
    assert not any("destroyed" in p.says and len(p.articles) > 1 for p in story.propositions)
    assert library.ask(queries.WithoutStatements(VERSION)) == ()


def test_of_versions_of_one_article_all_is_kept(shelf: Shelf, none_recent: None) -> None:
    first = shelf.add(FIRE, "Fire", "https://news.example/fire")
    newer = shelf.add((*FIRE, "Nobody was hurt in the fire."), "Fire", "https://news.example/fire")
    shelf.add(VOTE, "Vote")
    assert newer in shelf.library.ask(queries.Statements((first, newer)))


def _read_due(shelf: Shelf) -> None:
    for number in shelf.library.ask(queries.WithoutStatements(VERSION)):
        shelf.read(number)


def _old_story(shelf: Shelf) -> tuple[int, int]:
    """A story of two articles of which is kept what it tells alone."""
    fire, again = shelf.add(FIRE, "Fire"), shelf.add((*AGAIN, DENIED), "Fire again")
    shelf.read(fire)
    told_story(shelf.library, shelf.library.ask(queries.StoryOf(fire)) or 0)
    shelf.add(VOTE, "Vote")
    assert shelf.library.ask(queries.Statements((fire, again))) == {}
    return fire, again


def test_an_old_story_is_told_anew_when_an_article_of_it_goes_into_the_bin_and_comes_back(
    shelf: Shelf, none_recent: None
) -> None:
    library = shelf.library
    fire, again = _old_story(shelf)
    story = library.ask(queries.StoryOf(fire)) or 0
    removed = library.perform(RemoveArticle(fire))
    _read_due(shelf)
    assert told_story(library, story).articles == (str(again),)
    library.perform(removed.inverse)
    _read_due(shelf)
    assert told_story(library, story).articles == (str(fire), str(again))


def test_an_old_story_is_told_anew_when_an_article_of_it_is_deleted_for_good(shelf: Shelf, none_recent: None) -> None:
    library = shelf.library
    fire, again = _old_story(shelf)
    story = library.ask(queries.StoryOf(fire)) or 0
    library.perform(RemoveArticle(fire))
    library.empty_bin()
    _read_due(shelf)
    assert told_story(library, story).articles == (str(again),)
    assert library.ask(queries.WithoutStatements(VERSION)) == ()


def test_an_old_story_is_told_anew_when_an_article_in_the_bin_is_opened_again(shelf: Shelf, none_recent: None) -> None:
    library = shelf.library
    fire, again = _old_story(shelf)
    library.perform(RemoveArticle(fire))
    _read_due(shelf)
    told_story(library, library.ask(queries.StoryOf(again)) or 0)
    article = library.ask(queries.WholeArticle(fire))
    library.keep_article(article, article.text.encode())
    _read_due(shelf)
    assert told_story(library, library.ask(queries.StoryOf(again)) or 0).articles == (str(fire), str(again))


def test_a_window_is_told_once_an_old_story_is_told_anew(
    shelf: Shelf, analyser: Analyser, reader: StoryReader, none_recent: None
) -> None:
    library = shelf.library
    fire, again = _old_story(shelf)
    events: list[Event] = []
    asked: list[ReadStatements] = []
    updates = StoryUpdates(
        itertools.count(1), lambda job, act, failed, held=None: act(library) or job, asked.append, bool, events.append
    )
    two = (_anchor(shelf, fire, "A fire destroyed"), _anchor(shelf, again, "The grain depot"))
    performed = shelf.say(StoryVerdict.DIFFERENT, [fire], [again], statements=two)
    updates.place_again(library, performed.article_ids)
    while asked:
        one = asked.pop()
        read = reader.read(str(one.article_id), one.article, one.analysis)
        events.clear()
        updates.keep(StatementsRead(one.job, one.article_id, kept_statements(read)))
    assert isinstance(events[-1], StoriesChanged)
    story = told_story(library, library.ask(queries.StoryOf(fire)) or 0)
    assert not any("destroyed" in p.says and len(p.articles) > 1 for p in story.propositions)


def test_what_another_took_out_of_its_story_is_placed_again_once_that_is_noticed(
    shelf: Shelf, three: tuple[int, int, int]
) -> None:
    fire, vote, again = three
    events: list[Event] = []
    updates = StoryUpdates(
        itertools.count(1), lambda job, act, failed, held=None: act(shelf.library) or job, print, bool, events.append
    )
    updates.read_next(shelf.library)
    assert not events
    digests = [shelf.library.ask(queries.ListedArticle(number)).origin.digest for number in (fire, vote)]
    shelf.library.perform(GiveStoryWord(StoryWord("w", StoryVerdict.JOIN, (digests[0],), (digests[1],))))
    updates.look_again()
    updates.read_next(shelf.library)
    assert shelf.stories() == [{fire, vote, again}]
    assert isinstance(events[-1], StoriesChanged)


def test_an_article_that_stands_alone_and_came_long_ago_is_of_its_own_story(shelf: Shelf, none_recent: None) -> None:
    vote = shelf.add(VOTE, "Vote")
    assert shelf.library.ask(queries.Statements((vote,))) == {}
    assert told_story(shelf.library, shelf.library.ask(queries.StoryOf(vote)) or 0).articles == (str(vote),)


@pytest.mark.parametrize(
    ("column", "damaged"),
    [("terms", b"\xff" * 20), ("terms", b"\x81"), ("passages", b""), ("passages", b"\x08\0\x03abc"), ("gist", b"abc")],
)
def test_what_the_disk_damaged_of_one_article_hinders_neither_others_nor_its_own_end(
    shelf: Shelf, none_recent: None, tmp_path: Path, column: str, damaged: bytes
) -> None:
    library = shelf.library
    vote = shelf.add(VOTE, "Vote")
    with contextlib.closing(apsw.Connection(str(tmp_path / "stories" / DATABASE))) as connection:
        connection.execute(f"UPDATE article_sketch SET {column} = ?", (damaged,))
    fire, again = shelf.add(FIRE, "Fire"), shelf.add(AGAIN, "Fire again")
    assert {fire, again} in shelf.stories()
    encoder = shipped_sentence_encoder()
    assert encoder is not None
    (wanted,) = encoder.vectors(["a fire destroyed the depot"])
    assert {one.article_id for one in statements_meaning(library, wanted, 2)} == {fire, again}
    library.perform(RemoveArticle(vote))
    assert library.empty_bin().articles != ()


def test_what_is_found_by_meaning_stands_as_the_reader_says(shelf: Shelf) -> None:
    library, vote = shelf.library, shelf.add(VOTE, "Vote")
    encoder = shipped_sentence_encoder()
    assert encoder is not None
    (wanted,) = encoder.vectors(["the spending plan means higher taxes for little companies"])
    (found,) = statements_meaning(library, wanted, 1)
    word = Judgement(
        anchor(library.ask(queries.WholeArticle(vote)).text, found.span),
        NOON,
        NOON,
        Status.CONFIRMED,
        source="Party office",
    )
    library.perform(Judge(vote, word))
    (found,) = statements_meaning(library, wanted, 1)
    assert (found.status, found.sources) == (Status.CONFIRMED, ("Party office",))
    library.perform(Judge(vote, replace(word, dismissed=True)))
    assert found.claim not in {one.claim for one in statements_meaning(library, wanted, 9)}


def test_whoever_disputes_a_claim_in_the_readers_word_stands_in_its_story(
    shelf: Shelf, three: tuple[int, int, int]
) -> None:
    library, (fire, _, again) = shelf.library, three
    story = library.ask(queries.StoryOf(fire))
    assert story is not None
    text = library.ask(queries.WholeArticle(again)).text
    told, alone = (text.index(words) for words in ("The grain depot", "the faulty heater"))
    before = {p.id for p in told_story(library, story).propositions}
    for start, end, name in ((told, text.index(" on Monday"), "Oda Fenwick"), (alone, len(text) - 1, "Ivo Marsh")):
        word = Judgement(anchor(text, Span(start, end)), NOON, NOON, disputed_by=(Dispute(name),))
        library.perform(Judge(again, word))
    found = told_story(library, story).propositions
    depot = _saying(library, again, "The grain depot")
    assert (depot.disputed_by, depot.status) == (("Oda Fenwick",), Status.DISPUTED)
    assert [p.disputed_by for p in found if "heater" in p.says and p.disputed_by] == [("Ivo Marsh",)]
    assert before <= {p.id for p in found}
    assert "disputed, in the reader’s word, by Oda Fenwick" in story_text(told_story(library, story))


def test_a_claim_that_one_article_alone_tells_comes_into_the_story_when_the_reader_says_who_disputes_it(
    shelf: Shelf, three: tuple[int, int, int]
) -> None:
    library, (_, vote, _) = shelf.library, three
    story, text = library.ask(queries.StoryOf(vote)), library.ask(queries.WholeArticle(vote)).text
    assert story is not None
    assert told_story(library, story).propositions == ()
    start = text.index("the budget would")
    word = Judgement(anchor(text, Span(start, len(text) - 1)), NOON, NOON, disputed_by=(Dispute("The minister"),))
    library.perform(Judge(vote, word))
    (alone,) = told_story(library, story).propositions
    (against,) = actor_record(library, "Otto Brandl").contradictions
    assert (against.by, against.against, against.by_himself) == (("The minister",), "", False)
    assert (alone.origins, alone.disputed_by, alone.status) == (("Otto Brandl",), ("The minister",), Status.DISPUTED)
    library.perform(Judge(vote, replace(word, disputed_by=())))
    assert told_story(library, story).propositions == ()


def test_an_actors_record_tells_who_speaks_for_whom(shelf: Shelf) -> None:
    words = "Erik Lund, a spokesman for the Vardo Line, said the ferry had been tested."
    shelf.add(("The Vardo Line said the ferry was safe.", words), "Ferry")
    assert actor_record(shelf.library, "Erik Lund").speaks_for == ("Vardo Line",)
    assert actor_record(shelf.library, "Vardo Line").spoken_for_by == ("Erik Lund",)
    assert not actor_record(shelf.library, "Erik Lund").spoken_for_by
