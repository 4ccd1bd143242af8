"""What a terminal shows of the findings: who, how confirmed, and what is denied, doubted and linked."""

import pytest

from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Link,
    LinkKind,
    Polarity,
    Span,
    Stance,
    Status,
    Voice,
)
from briefing.service.summary import summary

TEXT = "Cole said the bridge was safe. Marin denied that it was safe. Ruiz doubted it. Tan did not deny it."


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def claim(number: int, actor: str, cue: str, content: str, stance: Stance, **found: object) -> Claim:
    hop = Attribution((span(actor),), (span(cue, actor),), (actor.lower(),), stance=stance)
    known = {
        "certainty": Certainty.CERTAIN,
        "polarity": Polarity.POSITIVE,
        "status": Status.CLAIMED,
        "evidence": (),
        **found,
    }
    return Claim(f"c{number}", (span(content, actor),), (hop,), Voice.INDIRECT, **known)


@pytest.fixture
def shown() -> str:
    names = ("Cole", "Marin", "Ruiz", "Tan")
    actors = tuple(Actor(n.lower(), n, ActorKind.PERSON, (n,), (span(n),)) for n in names)
    claims = (
        claim(1, "Cole", "said", "the bridge was safe", Stance.SAYS, status=Status.DISPUTED),
        claim(
            2,
            "Marin",
            "denied",
            "that it was safe",
            Stance.DENIES,
            polarity=Polarity.NEGATIVE,
            status=Status.DISPUTED,
            links=(Link(LinkKind.DENIES, "c1"),),
        ),
        claim(3, "Ruiz", "doubted", "it", Stance.BELIEVES, polarity=Polarity.NEGATIVE, certainty=Certainty.PROBABLE),
        claim(4, "Tan", "did not deny", "it", Stance.DENIES),
    )
    article = Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),))
    return summary(article, Analysis("engine", "en", actors, claims))


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (2, "polarity: denied (“denied”)"),
        (3, "polarity: stated as probably not so (“doubted”)"),
        (4, "answer: “did not deny”"),
        (1, "denied by: 2, Marin: “denied that it was safe”"),
        (2, "denies: 1, Cole: “the bridge was safe”"),
    ],
)
def test_denials_doubts_and_links_are_shown(shown, number, line):
    part = next(part for part in shown.split("\n\n") if part.startswith(f"{number}. "))
    assert line in [shown_line.strip() for shown_line in part.splitlines()]


def test_what_is_said_as_it_stands_has_no_word_on_it(shown):
    assert "polarity" not in next(part for part in shown.split("\n\n") if part.startswith("1. "))
