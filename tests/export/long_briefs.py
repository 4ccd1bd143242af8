"""A long brief, made by rule: as many paragraphs as wanted, two claims in each, linked, with notes."""

import random
from itertools import count

from briefs_for_trial import MADE

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
    Link,
    LinkKind,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

NAMES = ("Ada Quill", "Ivo Marin", "Port workers", "Town council", "Lena Olsen", "Harbour board")
WORDS = "the ferry pier would stay shut until money is found by owners who knew of rotten piles below a quay".split()  # noqa: SIM905
TITLE = "A long report"


def long_brief(paragraphs: int, notes: int = 0) -> Brief:
    """The same brief each time it is asked for."""
    chance, numbers = random.Random(1), count(1)
    parts, blocks, claims, at = [TITLE], [Block(BlockKind.HEADING, Span(0, len(TITLE)), 1)], list[Claim](), len(TITLE)
    mentions: list[list[Span]] = [[] for _ in NAMES]
    for _ in range(paragraphs):
        start, sentences = at + 1, []
        for place in range(3):
            who = chance.randrange(len(NAMES))
            begin = start + sum(len(one) + 1 for one in sentences)
            sentences.append(f"{NAMES[who]} said {' '.join(chance.choices(WORDS, k=18))}.")
            mentions[who].append(Span(begin, begin + len(NAMES[who])))
            if place < 2:
                content = Span(begin + len(NAMES[who]) + 6, begin + len(sentences[-1]) - 1)
                claims.append(_claim(next(numbers), who, mentions[who][-1], content, chance))
        parts.append(" ".join(sentences))
        at = start + len(parts[-1])
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, at)))
    text = "\n".join(parts)
    actors = tuple(
        Actor(f"a{who}", name, ActorKind.PERSON, (name,), tuple(held))
        for who, (name, held) in enumerate(zip(NAMES, mentions, strict=True))
    )
    own = tuple(
        Annotation(f"n{n}", anchor(text, Span(b.span.start, b.span.start + 30)), MADE, MADE, 1 + n % 8, f"Ask {n}.")
        for n, b in enumerate(blocks[1 + place * paragraphs // notes] for place in range(notes))
    )
    article = Article(text, tuple(blocks), Origin(TITLE, "R. Penn", "Coast Daily", "2026-01-01", "en"))
    return Brief(TITLE, (BriefArticle(article, Analysis("trial", "en", actors, tuple(claims)), own),), MADE)


def _claim(number: int, who: int, source: Span, content: Span, chance: random.Random) -> Claim:
    links = (Link(LinkKind.REPEATS, f"c{chance.randrange(1, number)}", "Much the same."),) if number > 1 else ()
    hop = Attribution((source,), (Span(source.end + 1, source.end + 5),), (f"a{who}",), SourceKind.PERSON)
    return Claim(
        *(f"c{number}", (content,), (hop,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE),
        chance.choice((Status.CLAIMED, Status.ON_RECORD, Status.UNNAMED)),
        (Evidence((source,), "claimed", f"So far the word of {NAMES[who]} alone."),),
        links,
    )
