"""Messages with their senders to an article: a paragraph each, below a grey line for each day."""

from collections.abc import Iterable, Iterator

from briefing.intake.article_builder import article_of_record
from briefing.intake.block_assembly import Passage
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.text_decoder import canonical, one_line
from briefing.model import Article, BlockKind, Locator, LocatorKind, Origin, Span
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message, or one post.

    Attributes:
        words: as written, with its line breaks.
        sender: who sent it; empty if that is not told.
        day: as the export has it, or ISO 8601; empty if not told.
        time: of the day.
        told: whether somebody says it, and not the program: that somebody joined, that a picture is left out.
    """

    words: str
    sender: str = ""
    day: str = ""
    time: str = ""
    told: bool = True


def article_of_messages(
    messages: Iterable[Message], name: str, address: str, media_type: str, facts: Origin | None = None
) -> Article:
    """The article of messages in order.

    Raises:
        NotAnArticle: if nobody says anything.
    """
    return article_of_record(_passages(messages), name, address, media_type, facts or Origin())


def _passages(messages: Iterable[Message]) -> Iterator[Passage]:
    day = ""
    for number, message in enumerate(messages, 1):
        if message.day and message.day != day:
            day = message.day
            yield Passage(BlockKind.BOILERPLATE, day)
        place = Locator(0, number, " ".join(filter(None, (message.day, message.time))), LocatorKind.MESSAGE)
        kind = BlockKind.PARAGRAPH if message.told else BlockKind.BOILERPLATE
        lines = [" ".join(line.split()) for line in canonical(message.words).split("\n")]
        lines = [line for line in lines if line]
        sender = one_line(message.sender)
        if lines and sender:
            label = PassageMarkup(speaker=sender, label=Span(0, len(sender) + 1))
            yield Passage(kind, f"{sender}: {lines.pop(0)}", 0, (place,), label)
        yield from (Passage(kind, line, 0, (place,)) for line in lines)
