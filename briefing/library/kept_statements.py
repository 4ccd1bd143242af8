"""What an article says, as it is kept beside it: derived, packed, and made again where it is lost."""

from briefing.records import dataclass

VERSION = "statements 4"
"""What made what is kept; what another version made is not read, and made anew."""


VECTOR_SIZE = 192
"""Bytes of a packed vector, such as a gist; what has another length is damaged."""


KeptSketch = tuple[bytes, bytes, bytes]
"""Gist, terms and passages of an article, packed."""


@dataclass(frozen=True, slots=True)
class KeptStatements:
    """What an article says, as it is kept.

    Attributes:
        made: version of what read it.
        gist: what the article is about, as a packed vector.
        terms: what it names and speaks of, packed.
        passages: where its more important passages stand, with their vectors in one bit a number.
        reading: the statements, packed.
        vectors: of these, packed.
    """

    made: str
    gist: bytes
    terms: bytes
    passages: bytes
    reading: bytes
    vectors: bytes
