"""Stories of a library: articles are placed in them as they come; what they say together is told when it is asked."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.stories.clusters import JOINED, Facets, Sketch, nearness
from briefing.analysis.stories.comparisons import Comparisons
from briefing.analysis.stories.kept_reading import (
    packed_gist,
    packed_passages,
    packed_reading,
    packed_story,
    packed_terms_of,
    unpacked_reading,
    unpacked_sketch,
    unpacked_story,
)
from briefing.analysis.stories.story_article import ReadersWord, SaidOfTwo, StoryArticle
from briefing.analysis.stories.story_finder import story_of
from briefing.analysis.stories.vector_codes import packed, unpacked
from briefing.library import Library, queries
from briefing.library.compression import pack, unpack
from briefing.library.kept_statements import VERSION, KeptStatements
from briefing.model.story import Story
from briefing.model.story_word import StoryVerdict, StoryWord
from briefing.records import dataclass
from briefing.service.judgements import judged_analysis
from briefing.service.known_gists import KnownGists
from briefing.service.story_disputes import with_readers_disputes
from briefing.service.write_queue import keep_if_possible

CANDIDATES = 24
"""Articles about the most alike with which a new one is compared."""

_NEAR = 0.35
"""Cosine of what two articles are about from which they are compared."""

_COMPARED = 8
"""Articles of a story with which a new one is compared, besides those found: its newest."""

_REACH = 32_000
"""Bytes of an article's text with which its statements are packed; deflate looks no farther back."""

_SAID = {
    StoryVerdict.SAME: SaidOfTwo.SAME,
    StoryVerdict.DIFFERENT: SaidOfTwo.DIFFERENT,
    StoryVerdict.DENIES: SaidOfTwo.DENIES,
}


_GivenNames = list[tuple[str, frozenset[int]]]
"""Names that the reader gave stories, each with the articles whose story it names."""


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story in a list: its number, its name, how many articles it has, and number and digest of the first one."""

    id: int
    name: str
    articles: int
    first: int
    digest: str


def kept_statements(article: StoryArticle) -> KeptStatements:
    """What an article says, ready to be kept."""
    return KeptStatements(
        VERSION,
        packed_gist(article),
        packed_terms_of(article),
        packed_passages(article),
        pack(packed_reading(article), _dictionary(article.text)),
        packed(article.vectors),
    )


def _dictionary(text: str) -> bytes:
    """What the statements of an article are packed with: they hold its own words."""
    return text.encode("utf-8", "surrogatepass")[:_REACH]


def analyse_waiting(library: Library) -> int:
    """Analyse what was imported and is not analysed yet; takes some seconds each. Returns of how many.

    Raises:
        LibraryFailure: if it cannot be kept.
        DamagedWeights: if weights are not those that were shipped.
    """
    due = [kept.id for kept in library.ask(queries.Articles()) if kept.claims is None]
    if due:
        from briefing.analysis import Analyser

        analyser = Analyser.open()
        for number in due:
            *_, analysis = analyser.analyse(library.ask(queries.WholeArticle(number)))
            library.keep_analysis(number, analysis)
    return len(due)


def read_statements(library: Library) -> int:
    """Keep what all analysed articles say of which it is not kept yet; takes a second each. Returns of how many.

    Raises:
        LibraryFailure: if it cannot be kept.
        DamagedWeights: if weights are not those that were shipped.
        NoSentenceEncoder: if the program came without.
    """
    due = library.ask(queries.WithoutStatements(VERSION))
    if due:
        from briefing.analysis import Analyser
        from briefing.analysis.stories.story_reader import StoryReader

        reader = StoryReader.open(Analyser.open())
        for number in due:
            analysis = judged_analysis(library, number)
            if analysis is not None:
                article = reader.read(str(number), library.ask(queries.WholeArticle(number)), analysis)
                library.keep_statements(number, kept_statements(article))
    return len(due)


def place_articles(library: Library, known: KnownGists | None = None) -> tuple[int, ...]:
    """Put each article that is in no story into the one that it tells, or into one of its own; returns these articles.

    Args:
        library: holds them.
        known: what its articles are about, if that is held in memory.

    Raises:
        LibraryFailure: if it cannot be kept.
    """
    due = library.ask(queries.WithoutStory())
    if due:
        words, known = _Words.of(library), known or KnownGists()
        for number in due:
            library.place_in_story(number, _place(library, number, words, known))
    return due


def story_article(library: Library, article_id: int) -> StoryArticle | None:
    """What stories need of an article; None if what it says is not kept now."""
    return next(iter(articles_read(library, (article_id,))), None)


def told_story(library: Library, story_id: int, known: Comparisons | None = None) -> Story:
    """What the articles of a story say together; the keys of its articles are their numbers.

    Args:
        library: holds it.
        story_id: its number.
        known: what was compared before, if that is held in memory.

    Raises:
        LibraryFailure: if it cannot be read.
    """
    numbers = library.ask(queries.StoryArticles(story_id))
    kept = _kept_story(library, story_id)
    told = kept if kept is not None and sorted(map(int, kept.articles)) == sorted(numbers) else None
    if told is None:
        articles = articles_read(library, numbers)
        if len(articles) < len(numbers) and kept is not None and set(map(int, kept.articles)) <= set(numbers):
            # It is being read anew what they say; until then it is told what was told before.
            told = kept
        else:
            told = story_of(articles, f"t{story_id}", _statement_words(library, set(numbers)), known)
            if len(articles) == len(numbers) and (len(numbers) > 1 or told.propositions):
                keep_if_possible(library, lambda: library.keep_story_told(story_id, pack(packed_story(told))))
    first = library.ask(queries.ListedArticle(numbers[0])).origin.title if numbers else ""
    name = _name(numbers, _given_names(library)) or first or told.name
    # Also those of which is not kept what they say are of the story.
    whole = replace(told, name=name, articles=tuple(dict.fromkeys((*told.articles, *map(str, numbers)))))
    return with_readers_disputes(library, whole)


def _kept_story(library: Library, story_id: int) -> Story | None:
    """What was worked out before, perhaps about other articles."""
    kept = library.ask(queries.StoryTold(story_id))
    if kept is None:
        return None
    try:
        return unpacked_story(unpack(kept))
    except ValueError:
        return None


def listed_stories(library: Library, least: int = 2, first: int = 0, count: int = 100) -> list[ListedStory]:
    """Stories of at least so many articles, the one that grew last first."""
    given = _given_names(library)
    return [_listed(library, number, size, given) for number, size in library.ask(queries.Stories(least, first, count))]


def _listed(library: Library, story_id: int, size: int, given: _GivenNames) -> ListedStory:
    numbers = library.ask(queries.StoryArticles(story_id))
    first = library.ask(queries.ListedArticle(numbers[0]))
    return ListedStory(story_id, _name(numbers, given) or first.origin.title, size, first.id, first.origin.digest)


def _given_names(library: Library) -> _GivenNames:
    """All names that the reader gave, the last one first."""
    given = [word for word in library.ask(queries.StoryWords()) if word.verdict is StoryVerdict.NAME]
    return [(word.name, frozenset(library.ask(queries.NumbersOf(word.articles)))) for word in reversed(given)]


def _name(numbers: Sequence[int], given: _GivenNames) -> str:
    """The name that the reader gave the story of these articles, or ""."""
    return next((name for name, named in given if not named.isdisjoint(numbers)), "")


@dataclass(frozen=True)
class _Words:
    """The reader's word on articles, by their numbers."""

    together: tuple[frozenset[int], ...]
    apart: tuple[tuple[frozenset[int], frozenset[int]], ...]
    alone: frozenset[int]

    @classmethod
    def of(cls, library: Library) -> "_Words":
        together: list[frozenset[int]] = []
        apart: list[tuple[frozenset[int], frozenset[int]]] = []
        alone: set[int] = set()
        for word in library.ask(queries.StoryWords()):
            own = frozenset(library.ask(queries.NumbersOf(word.articles)))
            others = frozenset(library.ask(queries.NumbersOf(word.others)))
            if word.verdict is StoryVerdict.JOIN:
                together.append(own | others)
            elif word.verdict is StoryVerdict.SPLIT:
                apart.append((own, others))
                together.append(own)
            elif word.verdict is StoryVerdict.LEAVE_OUT:
                alone.update(own)
        return cls(tuple(together), tuple(apart), frozenset(alone))

    def joined(self, number: int) -> frozenset[int]:
        return frozenset().union(*(group for group in self.together if number in group)) - {number}

    def parted(self, number: int) -> frozenset[int]:
        found: set[int] = set(self.alone)
        for own, others in self.apart:
            if number in own:
                found |= others
            elif number in others:
                found |= own
        return frozenset(found)


def _place(library: Library, number: int, words: _Words, known: KnownGists) -> int:
    """The story to which an article belongs; its own number for a new one."""
    if number in words.alone:
        return number
    for other in sorted(words.joined(number)):
        story = library.ask(queries.StoryOf(other))
        if story is not None:
            return story
    whole = story_article(library, number)
    sketch = Sketch.of(whole) if whole is not None else _sketches(library, (number,)).get(number)
    if sketch is None:
        return number
    near = [one for one, alike in known.nearest(library, sketch.gist, CANDIDATES) if alike >= _NEAR]
    return _best(library, sketch, near, words.parted(number)) or number


def _best(library: Library, sketch: Sketch, near: Sequence[int], parted: frozenset[int]) -> int | None:
    """The story whose articles are the nearest on the whole, if that is near enough."""
    stories = dict.fromkeys(story for number in near if (story := library.ask(queries.StoryOf(number))) is not None)
    members = {story: library.ask(queries.StoryArticles(story)) for story in stories}
    wanted = {n for story in stories for n in members[story] if n in near or n in members[story][-_COMPARED:]}
    others = _sketches(library, sorted(wanted))
    size, counts = library.ask(queries.TermCounts([term for one in (sketch, *others.values()) for term in one.terms]))
    own = Facets.of(sketch, size, counts)
    score = {other: nearness(own, Facets.of(one, size, counts)) for other, one in others.items()}
    best: tuple[float, int] | None = None
    for story in stories:
        known = [score[number] for number in members[story] if number in score]
        if not known or parted & set(members[story]):
            continue
        mean = sum(known) / len(known)
        if mean >= JOINED and (best is None or mean > best[0]):
            best = mean, story
    return best[1] if best else None


def _sketches(library: Library, numbers: Sequence[int]) -> dict[int, Sketch]:
    """By what articles are compared with new ones; with all their vectors where these are kept."""
    whole = library.ask(queries.Statements(numbers))
    found = {}
    for number, kept in library.ask(queries.Sketches(numbers)).items():
        try:
            sketch = unpacked_sketch(library.ask(queries.ListedArticle(number)).origin.published, *kept)
            found[number] = replace(sketch, vectors=unpacked(whole[number][1])) if number in whole else sketch
        except ValueError:  # damaged on the disk: the others are compared without it
            continue
    return found


def articles_read(library: Library, numbers: Sequence[int]) -> list[StoryArticle]:
    """What stories need of these articles; of those of which it is not kept now, nothing."""
    kept = library.ask(queries.Statements(numbers))
    found = []
    for number in numbers:
        if number not in kept:
            continue
        article = library.ask(queries.WholeArticle(number))
        try:
            reading = unpacked_reading(unpack(kept[number][0], _dictionary(article.text)), article.text)
            vectors = unpacked(kept[number][1])
        except ValueError:  # damaged on the disk: without it the others are told
            continue
        if len(vectors) != len(reading.statements):
            continue
        found.append(
            StoryArticle(
                key=str(number),
                text=article.text,
                title=article.title,
                outlet=article.origin.outlet,
                published=article.origin.published,
                statements=reading.statements,
                vectors=vectors,
                denials=reading.denials,
            )
        )
    return found


def _statement_words(library: Library, held: set[int]) -> list[ReadersWord]:
    return [
        ReadersWord(_SAID[word.verdict], *places)
        for word in library.ask(queries.StoryWords())
        if word.verdict in _SAID and len(places := _places(library, word, held)) == 2
    ]


def _places(library: Library, word: StoryWord, held: set[int]) -> list[tuple[str, int]]:
    """Where the statements stand now: at their place, or where their words stand in a newer version."""
    found = []
    for statement in word.statements:
        for number in library.ask(queries.NumbersOf((statement.digest,))):
            if number in held:
                text = library.ask(queries.WholeArticle(number)).text
                is_there = text.startswith(statement.exact, statement.start)
                start = statement.start if is_there else text.find(statement.exact)
                if start >= 0:
                    found.append((str(number), start))
    return found
