"""How confirmed a proposition is over a whole story: the ladder of an article, over all its origins.

The first row that applies, from the top, wins. It stands beside the statuses within the articles and changes none.
"""

from collections.abc import Callable, Sequence

from briefing.analysis.stories.origin_names import is_named
from briefing.analysis.stories.origins import origins_in
from briefing.analysis.stories.story_article import Told
from briefing.model import Certainty, SourceKind, Status
from briefing.records import dataclass

_HEDGED = frozenset({Certainty.POSSIBLE, Certainty.UNKNOWN})
_PASSED_ON = frozenset({SourceKind.OUTLET, SourceKind.DOCUMENT})


@dataclass(frozen=True)
class Standing:
    """What the ladder looks at.

    Attributes:
        members: all statements of the proposition.
        origins: the independent ones.
        contradicted: whether another proposition cannot be so as well.
    """

    members: Sequence[Told]
    origins: Sequence[str]
    contradicted: bool


def _confirmed(standing: Standing) -> bool:
    return sum(map(is_named, standing.origins)) > 1


def _unclear(standing: Standing) -> bool:
    return all(told.statement.certainty in _HEDGED for told in standing.members)


def _unnamed(standing: Standing) -> bool:
    return bool(standing.origins) and not any(map(is_named, standing.origins))


def _relayed(standing: Standing) -> bool:
    chains = [told.statement.chain for told in standing.members if told.statement.chain]
    return bool(chains) and all(chain[-1].kind in _PASSED_ON and not chain[-1].body for chain in chains)


def _on_record(standing: Standing) -> bool:
    said = [told for told in standing.members if told.statement.chain]
    return bool(said) and all(_speaks_of_itself(told) for told in said)


def _speaks_of_itself(told: Told) -> bool:
    own = {word for name in origins_in(told) for word in name.lower().split()}
    return any(own & set(name.split()) for name in told.statement.names)


LADDER: tuple[tuple[Status, Callable[[Standing], bool]], ...] = (
    (Status.DISPUTED, lambda standing: standing.contradicted),
    (Status.CONFIRMED, _confirmed),
    (Status.UNATTRIBUTED, lambda standing: not standing.origins),
    (Status.UNCLEAR, _unclear),
    (Status.UNNAMED, _unnamed),
    (Status.RELAYED, _relayed),
    (Status.ON_RECORD, _on_record),
    (Status.CLAIMED, lambda standing: True),
)
"""The rows, from the top. Agreement of articles that name nobody stays unattributed, however many they are."""


def story_status(standing: Standing) -> Status:
    """The status of the first row that applies."""
    return next(status for status, holds in LADDER if holds(standing))
