"""What the reader can do to the order of the library, as data: collections, tags, reading state, searches, briefs.

`removed` is since when something lies in the bin (UTC, ISO 8601), so that undoing a restoring is exact; "" is now.
"""

from briefing.model import ActorJudgement, BinnedKind, Collection, Metadata, ReadingState, SavedSearch, StoredBrief
from briefing.model.story_word import StoryWord
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class AddCollection:
    """Make a collection; its count is not looked at."""

    collection: Collection


@dataclass(frozen=True, slots=True)
class RenameCollection:
    """Give a collection another name."""

    collection_id: str
    name: str


@dataclass(frozen=True, slots=True)
class MoveCollection:
    """Put a collection into another one, or to the top if `parent` is None.

    Attributes:
        back: whether it goes back to where it was, though that lies in the bin by now; only its undoing does.
    """

    collection_id: str
    parent: str | None
    back: bool = False


@dataclass(frozen=True, slots=True)
class RemoveCollection:
    """Put a collection and those below it into the bin; the articles stay.

    `members` are exactly the collections meant; if empty, the collection and all below it that are not in the bin.
    """

    collection_id: str
    removed: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreCollection:
    """Take a collection out of the bin, with those that went there together with it."""

    collection_id: str


@dataclass(frozen=True, slots=True)
class FileArticles:
    """Put articles into a collection."""

    article_ids: tuple[int, ...]
    collection_id: str


@dataclass(frozen=True, slots=True)
class UnfileArticles:
    """Take articles out of a collection; they stay in the library."""

    article_ids: tuple[int, ...]
    collection_id: str


@dataclass(frozen=True, slots=True)
class TagArticles:
    """Put tags on articles; tags that differ in case only are the same."""

    article_ids: tuple[int, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UntagArticles:
    """Take tags off articles."""

    article_ids: tuple[int, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetReadingState:
    """Say that articles are read, or not read."""

    article_ids: tuple[int, ...]
    state: ReadingState


@dataclass(frozen=True, slots=True)
class ChangeMetadata:
    """Correct title, byline, outlet, dates, address or language of an article; what was found is kept beside it."""

    article_id: int
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class JudgeActors:
    """Give the reader's word on who is who in an article."""

    article_id: int
    judgement: ActorJudgement


@dataclass(frozen=True, slots=True)
class WithdrawActors:
    """Take the reader's word on who is who back."""

    article_id: int
    judgement_id: str


@dataclass(frozen=True, slots=True)
class AddSavedSearch:
    """Keep a search under a name."""

    search: SavedSearch


@dataclass(frozen=True, slots=True)
class ChangeSavedSearch:
    """Put `search` in the place of the one with the same id."""

    search: SavedSearch


@dataclass(frozen=True, slots=True)
class RemoveSavedSearch:
    """Put a saved search into the bin."""

    search_id: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class RestoreSavedSearch:
    """Take a saved search out of the bin."""

    search_id: str


@dataclass(frozen=True, slots=True)
class KeepBrief:
    """Keep a new brief, or put `brief` in the place of the one with the same id.

    Where `base` is given, that is what was changed: what changed elsewhere since then stays.
    """

    brief: StoredBrief
    base: StoredBrief | None = None


@dataclass(frozen=True, slots=True)
class RemoveBrief:
    """Put a brief into the bin."""

    brief_id: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class RestoreBrief:
    """Take a brief out of the bin."""

    brief_id: str


@dataclass(frozen=True, slots=True)
class Unmake:
    """Take back that something was made, as if it had never been; only undoing does this."""

    kind: BinnedKind
    id: str


@dataclass(frozen=True, slots=True)
class GiveStoryWord:
    """Say which articles belong together, what is the same or what denies what."""

    word: StoryWord


@dataclass(frozen=True, slots=True)
class WithdrawStoryWord:
    """Take such a word back."""

    word_id: str


ArrangingOperation = (
    GiveStoryWord
    | WithdrawStoryWord
    | AddCollection
    | RenameCollection
    | MoveCollection
    | RemoveCollection
    | RestoreCollection
    | FileArticles
    | UnfileArticles
    | TagArticles
    | UntagArticles
    | SetReadingState
    | ChangeMetadata
    | JudgeActors
    | WithdrawActors
    | AddSavedSearch
    | ChangeSavedSearch
    | RemoveSavedSearch
    | RestoreSavedSearch
    | KeepBrief
    | RemoveBrief
    | RestoreBrief
    | Unmake
)
