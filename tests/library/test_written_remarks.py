"""Articles that were kept when remarks still stood in the text are known again."""

from briefing.library.written_remarks import with_remarks_in_text
from briefing.model import Article, Block, BlockKind, Span
from briefing.model.markup import Markup, Remark
from briefing.model.message import Message

TEXT = "The board denies it.\n\nIt knew."
BLOCKS = (Block(BlockKind.PARAGRAPH, Span(0, 20)), Block(BlockKind.PARAGRAPH, Span(22, 30)))
NOTES = Message("remark.speaker_notes")


def written(*remarks: Remark) -> list[tuple[str, str]]:
    article = with_remarks_in_text(Article(TEXT, BLOCKS, markup=Markup(remarks=remarks)))
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def test_a_remark_stands_above_the_block_that_it_is_at() -> None:
    assert written(Remark(22, NOTES), Remark(22, Message.of("remark.not_read", name="a.xml"))) == [
        ("paragraph", "The board denies it."),
        ("boilerplate", "[Notes of the speaker]"),
        ("boilerplate", "[Not read: a.xml]"),
        ("paragraph", "It knew."),
    ]
    assert written(Remark(0, NOTES))[0] == ("boilerplate", "[Notes of the speaker]")


def test_a_remark_on_the_whole_stands_below_all() -> None:
    assert written(Remark(len(TEXT), NOTES))[-1] == ("boilerplate", "[Notes of the speaker]")


def test_the_text_ends_with_the_last_block() -> None:
    article = with_remarks_in_text(Article(TEXT, BLOCKS, markup=Markup(remarks=(Remark(30, NOTES),))))
    assert article.text == f"{TEXT}\n\n[Notes of the speaker]"
