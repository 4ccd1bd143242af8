"""Makes an article of passages: the last step that the formats with their own structure share."""

from collections.abc import Iterable, Sequence

from briefing.intake.block_assembly import Passage, assembled, located, marked_up
from briefing.intake.boilerplate import mark_boilerplate
from briefing.intake.dialogue import with_turns
from briefing.intake.intake_errors import NotAnArticle, legible
from briefing.intake.text_metadata import OF_FILE, article_language, origin_of, over, titled
from briefing.intake.unshown_pictures import with_unshown_told
from briefing.model import Article, Block, Origin
from briefing.model.message import Message


def article_of_passages(
    passages: Iterable[Passage],
    name: str,
    address: str,
    media_type: str,
    facts: Origin | None = None,
    source: str = OF_FILE,
) -> Article:
    """The article of passages in order.

    Args:
        passages: its words, block by block.
        name: for the origin, and the sentence if there are no words.
        address: where it came from, if from the web.
        media_type: what it was read as.
        facts: what the document says of itself; goes before what its words let one guess.
        source: what of the document says that.

    Raises:
        NotAnArticle: if there are no words.
    """
    passages = with_turns(list(with_unshown_told(passages)))
    text, blocks = assembled(passages)
    if not blocks:
        raise NotAnArticle(name, Message.of("intake.no_words", name=legible(name)))
    locators = located(passages, blocks)
    blocks = _with_whole_tables(passages, blocks, mark_boilerplate(blocks, text))
    told = origin_of(text, blocks, name, address, media_type)
    told = _joined(told, facts, source) if facts else told
    told = titled(told, text, blocks)
    markup, pictures = marked_up(passages, blocks)
    return Article(text, blocks, told, locators, markup, pictures)


def _with_whole_tables(
    passages: Sequence[Passage], blocks: Sequence[Block], marked: Sequence[Block]
) -> tuple[Block, ...]:
    """The marked blocks, but no row of a table is taken for a date or a byline amid the others."""
    tables = [p.markup.table if p.markup.cells else -1 for p in passages if p.words.strip()]
    read = {table for table, block in zip(tables, marked, strict=True) if block.analysed}
    return tuple(
        block if table >= 0 and table in read else greyed
        for table, block, greyed in zip(tables, blocks, marked, strict=True)
    )


def article_of_record(passages: Iterable[Passage], name: str, address: str, media_type: str, facts: Origin) -> Article:
    """The article of what was recorded or noted down as such: speech, messages, slides, cells.

    Nothing in it is taken for a byline, a date or what stands around an article: only `facts` tells of it.

    Raises:
        NotAnArticle: if there are no words.
    """
    passages = list(with_unshown_told(passages))
    text, blocks = assembled(passages)
    if not any(block.analysed for block in blocks):
        raise NotAnArticle(name, Message.of("intake.no_words", name=legible(name)))
    told = Origin(address=address, file=name, media_type=media_type, language=article_language(text, blocks))
    markup, pictures = marked_up(passages, blocks)
    return Article(text, blocks, _joined(told, facts, OF_FILE), located(passages, blocks), markup, pictures)


def _joined(told: Origin, facts: Origin, source: str) -> Origin:
    return over(
        told,
        source,
        title=facts.title,
        byline=facts.byline,
        outlet=facts.outlet,
        published=facts.published,
        modified=facts.modified,
        language="" if told.language else facts.language,
        address="" if told.address else facts.address,
    )
