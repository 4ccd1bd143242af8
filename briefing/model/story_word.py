"""The reader's word on stories: which articles belong together, what is the same, what denies what."""

from datetime import datetime
from enum import StrEnum

from briefing.records import dataclass


class StoryVerdict(StrEnum):
    """What the reader says.

    JOIN, SPLIT, LEAVE_OUT and NAME speak of articles, SAME, DIFFERENT and DENIES of two statements.
    """

    JOIN = "join"
    SPLIT = "split"
    LEAVE_OUT = "leave_out"
    NAME = "name"
    SAME = "same"
    DIFFERENT = "different"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class StatementAnchor:
    """A statement by its words, so that it is found again after every analysis.

    Attributes:
        digest: of its article's original.
        start: where its words begin in the text, in code points.
        exact: its words.
    """

    digest: str
    start: int
    exact: str


@dataclass(frozen=True, slots=True)
class StoryWord:
    """The reader's word; kept by digests and words, so that it outlives every analysis and every merge of libraries.

    Attributes:
        id: a UUID.
        verdict: what is said.
        articles: digests of the articles of which it is said.
        others: digests of the articles from which these are joined or split.
        statements: the two of which it is said, where it is said of statements.
        name: of the story, where it is given one.
        created: when it was given (UTC).
    """

    id: str
    verdict: StoryVerdict
    articles: tuple[str, ...]
    others: tuple[str, ...] = ()
    statements: tuple[StatementAnchor, ...] = ()
    name: str = ""
    created: datetime | None = None
