"""What could not be done, with a message that tells the reader."""

from briefing.model.catalogue import in_english
from briefing.model.message import Message, verbatim


class Failure(Exception):
    """Something could not be done.

    Attributes:
        message: what happened, to which file, and what can be done.
    """

    def __init__(self, message: Message | str) -> None:
        self.message = message if isinstance(message, Message) else verbatim(message)
        super().__init__(self.message)

    @property
    def sentence(self) -> str:
        """The message in English, for logs and reports."""
        return in_english(self.message)

    def __str__(self) -> str:
        return self.sentence
