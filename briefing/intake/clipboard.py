"""What the reader pasted to an article."""

from briefing.intake import html as web_page
from briefing.intake import plain_text
from briefing.intake.block_assembly import assembled, marked_up
from briefing.intake.boilerplate import mark_boilerplate
from briefing.intake.dialogue import with_turns
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import NotAnArticle
from briefing.intake.text_metadata import origin_of
from briefing.model import Article

NAME = "the clipboard"


def article_of(text: str, html: str) -> Article:
    """The article in pasted HTML, which knows headings and lists, or else in the pasted text.

    Raises:
        NotAnArticle: if there are no words in either.
    """
    article = _of_html(html) if html.strip() else None
    if article is None and text.strip():
        article = plain_text.article_of(text, "", "", "text/plain")
    if article is None or not article.blocks:
        raise NotAnArticle(NAME, "The clipboard holds no text. Copy an article first and paste it again.")
    return article


def _of_html(html: str) -> Article | None:
    """A selection is all article; a whole page is read like a saved one."""
    if "<article" in html or "<nav" in html:
        try:
            return web_page.article_of(html, "", "", "text/html")
        except NotAnArticle:
            pass
    passages = with_turns(passages_in(html))
    written, blocks = assembled(passages)
    if not blocks:
        return None
    blocks = mark_boilerplate(blocks, written)
    markup, pictures = marked_up(passages, blocks)
    told = origin_of(written, blocks, "", "", "text/html")
    return Article(written, blocks, told, markup=markup, pictures=pictures)
