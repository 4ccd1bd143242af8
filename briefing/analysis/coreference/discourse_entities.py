"""Whom an article has spoken of so far, with the places where it did."""

from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum

from briefing.analysis.names.name_clusters import Cluster
from briefing.model import ActorKind

_REMEMBERED = 8
"""Mentions of one entity that are kept."""

OF_MANY = frozenset({ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.MEDIA, ActorKind.GROUP})
"""What is no single person, and "they" for all that it is one body."""


class Form(IntEnum):
    """How an entity is mentioned."""

    NAME = 1
    PRONOUN = 2
    NOUN = 3
    JOINED = 4


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention of an entity: where, in which form, and how much it weighs there."""

    token: int
    sentence: int
    weight: float
    quote: int
    form: Form


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that pronouns may mean: an actor, several actors, or one without a name.

    Attributes:
        clusters: the actors; none for one without a name.
        plural: whether it is several.
        gender: what is told of it, "" if nothing.
        noun: the noun that brought it in, if it has no name.
        called: the noun that it is described by, if it has no name.
        owner: whose words it is, if it is a statement or the like.
        listed: whether the names alone make it an actor; the others become one when a pronoun means them.
        traces: the latest mentions.
        named: tokens of all mentions but pronouns.
        count: number of all mentions.
    """

    clusters: tuple[Cluster, ...]
    kind: ActorKind
    plural: bool
    gender: str
    noun: str = ""
    called: str = ""
    owner: "Entity | None" = None
    listed: bool = True
    traces: deque[Trace] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    named: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, trace: Trace) -> None:
        """Take a mention in."""
        self.traces.append(trace)
        self.count += 1
        if trace.form is not Form.PRONOUN:
            self.named.append(trace.token)
