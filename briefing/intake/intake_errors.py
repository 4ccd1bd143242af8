"""Why a file could not be opened, in one plain sentence for the reader."""


class IntakeFailure(Exception):
    """Something could not be opened; the library is as it was.

    Attributes:
        name: the file or address, as given.
        sentence: what happened, to which file, and what can be done.
    """

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name
        self.sentence = sentence


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


def quoted(name: str) -> str:
    """A file's name as it stands in a sentence: on one line, without marks that turn the writing direction."""
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    if len(shown) > LONGEST_NAME:
        shown = f"{shown[: LONGEST_NAME // 2]}…{shown[-LONGEST_NAME // 2 :]}"
    return f"“{shown}”"
