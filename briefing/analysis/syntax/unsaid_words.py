"""Words by which a text tells of speech that did not happen: "never said", "might argue", "if he says"."""

from briefing.records import dataclass


@dataclass(frozen=True)
class UnsaidWords:
    """Words by which a text tells of speech that did not happen.

    Attributes:
        speech: verbs of what somebody does by saying it, by lemma.
        nouns: the same as nouns: "makes no claim".
        nobody: subjects, or what stands before one, that leave nobody who spoke.
        perhaps: auxiliaries of what only may be said.
        holding: verbs of who does not say what follows: "avoided saying".
        conditions: marks of a clause in which it is said only perhaps.
        acts: verbs of what is done and not said, where "to" or "on" follows.
        done_to: verbs of what is done to somebody, who says nothing by it.
        topics: verbs that tell of what somebody spoke, and not what he said of it.
        more: what stands behind "not" where more was said, not less: "not only".
    """

    speech: frozenset[str]
    nouns: frozenset[str]
    nobody: frozenset[str]
    perhaps: frozenset[str]
    holding: frozenset[str]
    conditions: frozenset[str]
    acts: frozenset[str]
    done_to: frozenset[str]
    topics: frozenset[str]
    more: frozenset[str]
