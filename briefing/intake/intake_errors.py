"""Why a file could not be opened, in one plain sentence for the reader."""

from briefing.model.failure import Failure
from briefing.model.message import Message


class IntakeFailure(Failure):
    """Something could not be opened; the library is as it was.

    Attributes:
        name: the file or address, as given.
    """

    def __init__(self, name: str, message: Message | str) -> None:
        super().__init__(message)
        self.name = name


class UnreadableFile(IntakeFailure):
    """The file is missing, locked, or no text can be made of its bytes."""


class NotAnArticle(IntakeFailure):
    """The file was read but holds no article."""


class TooLarge(IntakeFailure):
    """The file is larger than an article can be."""


class Unsupported(IntakeFailure):
    """The file is of a kind that cannot be opened."""


class FetchFailed(IntakeFailure):
    """A web address could not be fetched."""


LONGEST_NAME = 120
"""Characters of a name that a sentence shows; of longer ones it shows both ends."""


def legible(name: str) -> str:
    """A file's name as it stands in a sentence: on one line, without marks that turn the writing direction."""
    found = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    return found if len(found) <= LONGEST_NAME else f"{found[: LONGEST_NAME // 2]}…{found[-LONGEST_NAME // 2 :]}"


def quoted(name: str) -> str:
    """The same in quotation marks."""
    return f"“{legible(name)}”"
