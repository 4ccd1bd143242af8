"""What the reader pasted to an article."""

from briefing.intake import html as web_page
from briefing.intake import plain_text
from briefing.intake.article_builder import article_of_passages
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import NotAnArticle
from briefing.model import Article
from briefing.model.message import Message

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
        raise NotAnArticle(NAME, Message("intake.clipboard"))
    return article


def _of_html(html: str) -> Article | None:
    """A selection is all article; a whole page is read like a saved one."""
    if "<article" in html or "<nav" in html:
        try:
            return web_page.article_of(html, "", "", "text/html")
        except NotAnArticle:
            pass
    try:
        return article_of_passages(passages_in(html), "", "", "text/html")
    except NotAnArticle:
        return None
