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


def kept_alone(placed: int) -> int:
    """Of how many articles all is kept though they stand alone in their stories, if so many are placed.

    What articles say takes as much as they do. Of earlier ones is kept by what they are found and what their story
    told. One that stands alone in its story is read anew in no time if another joins it; a story of many takes long, so
    that its articles are kept whole for longer.
    """
    return max(4, placed // 100)


def kept_whole(placed: int) -> int:
    """The same of articles that tell a story with others."""
    return max(8, placed // 25)
