"""Small briefs, made by hand, for the tests of the formats."""

from datetime import UTC, datetime

from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Brief,
    BriefArticle,
    Certainty,
    Claim,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Origin,
    Polarity,
    SourceKind,
    SourceRating,
    Span,
    Status,
    Voice,
    anchor,
)

MADE = datetime(2026, 1, 2, 9, 30, tzinfo=UTC)
HEADING = "Harbour will reopen"
FIRST = "Mayor Ada Quill said the harbour would reopen in May."
SECOND = "Port workers denied that any date had been set."
MENU = "More from the coast"
TEXT = "\n".join((HEADING, FIRST, SECOND, MENU))


def place(words: str, text: str = TEXT) -> Span:
    """Where `words` stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def trial_brief(note: str = "Ask for the minutes.", title: str = HEADING, exact_text: str = TEXT) -> Brief:
    """One article of two claims, with a note and a judgement."""
    article = Article(exact_text, _blocks(exact_text), Origin(title, "R. Penn", "Coast Daily", "2026-01-01", "en"))
    analysis = Analysis("trial 1", "en", _actors(), _claims())
    own = Annotation("n", anchor(TEXT, place("harbour would reopen")), MADE, MADE, 2, note, ("port",))
    word = Judgement(anchor(TEXT, place("any date had been set")), MADE, MADE, Status.UNCLEAR, SourceRating.C, 3)
    return Brief(title, (BriefArticle(article, analysis, (own,), (("c2", word),)),), MADE, "Ann Reader")


def article_brief(text: str) -> Brief:
    """An article of one paragraph that was not analysed."""
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Origin(language="en"))
    return Brief(text[:60], (BriefArticle(article),), MADE)


def _blocks(text: str) -> tuple[Block, ...]:
    kinds = ((HEADING, BlockKind.HEADING, 1), (FIRST, BlockKind.PARAGRAPH, 0), (SECOND, BlockKind.PARAGRAPH, 0))
    return (
        *(Block(kind, place(words, text), level) for words, kind, level in kinds),
        Block(BlockKind.BOILERPLATE, place(MENU, text)),
    )


def _actors() -> tuple[Actor, ...]:
    return (
        Actor("a1", "Ada Quill", ActorKind.PERSON, ("Mayor Ada Quill",), (place("Mayor Ada Quill"),)),
        Actor("a2", "Port workers", ActorKind.GROUP, ("Port workers",), (place("Port workers"),)),
    )


def _claims() -> tuple[Claim, ...]:
    said = Attribution((place("Mayor Ada Quill"),), (place("said"),), ("a1",), SourceKind.PERSON)
    denied = Attribution((place("Port workers"),), (place("denied"),), ("a2",), SourceKind.GROUP)
    return (
        Claim(
            "c1",
            (place("the harbour would reopen in May"),),
            (said,),
            Voice.INDIRECT,
            Certainty.CERTAIN,
            Polarity.POSITIVE,
            Status.DISPUTED,
            (Evidence((place("denied"),), "disputed.denied", "Port workers deny it."),),
        ),
        Claim(
            "c2",
            (place("any date had been set"),),
            (denied,),
            Voice.INDIRECT,
            Certainty.CERTAIN,
            Polarity.NEGATIVE,
            Status.CLAIMED,
            (Evidence((place("Port workers"),), "claimed", "So far the word of Port workers alone."),),
            (Link(LinkKind.DENIES, "c1", "Both are about the date."),),
        ),
    )
