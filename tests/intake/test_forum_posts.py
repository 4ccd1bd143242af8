"""Threads of forums: every post is read, what stands between them is not."""

import pytest

from briefing.intake import read_bytes
from briefing.model import BlockKind

ASKED = "Does anybody know why the hall in Ferry Street was closed before the report of the engineers was published?"
ANSWERS = (
    "The council voted at midnight, after a panel had fallen on the empty seats, and nobody was asked before.",
    "That is wrong, the committee heard two experts in March and was told that the beams were sound at the time.",
)
FRAMES = {
    "phpBB": '<div class="postbody"><h3>Re: Hall</h3><p class="author">otter</p><div class="content">{}</div>'
    '<div class="signature">Never argue with the lifeguard</div></div><dl class="p"><dd>Posts: 210</dd></dl>',
    "XenForo": '<article class="message"><div class="message-user"><h4>otter</h4></div><div class="message-body">'
    '<div class="bbWrapper">{}</div></div><footer>Reply</footer></article>',
    "Discourse": "<div itemprop='comment' class='topic-body crawler-post'><div class='crawler-post-meta'><a href='/o'>"
    "otter</a></div><div class='post' itemprop='text'><p>{}</p></div><span>2 Likes</span></div>",
    "questions": '<div class="answer"><div class="votecell">5</div><div class="s-prose js-post-body" itemprop="text">'
    '<p>{}</p></div><div class="user-info">answered Apr 4</div></div>',
    "Invision": '<article class="cPost" id="elComment_9"><aside><h3><a href="/u">otter</a></h3></aside>'
    '<div class="cPost_contentWrap"><div class="ipsType_normal ipsType_richText"><p>{}</p></div></div></article>',
    "vBulletin": '<table><tr><td class="alt1"><div class="small">Re: The hall</div><div id="post_message_17">{}</div>'
    "</td></tr></table>",
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_every_post_of_a_thread_is_read_and_nothing_between_them(frame: str) -> None:
    posts = "".join(frame.format(words) for words in (ASKED, *ANSWERS))
    page = f"<html><head><title>Why was the hall closed?</title></head><body><h1>Why was the hall closed?</h1>{posts}"
    article = read_bytes(f"{page}</body></html>".encode(), "thread.html").article
    read = [block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]
    assert read == ["Why was the hall closed?", ASKED, *ANSWERS]


def test_a_thread_of_which_every_post_is_called_a_comment_is_read() -> None:
    posts = "".join(FRAMES["Invision"].format(words) for words in (ASKED, *ANSWERS))
    top = "<html><head><title>Why was the hall closed?</title></head><body><h1>Why was the hall closed?</h1>"
    article = read_bytes(f'{top}<div id="comments">{posts}</div></body></html>'.encode(), "thread.html").article
    read = [block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]
    assert read == ["Why was the hall closed?", ASKED, *ANSWERS]


def test_comments_below_an_article_are_no_posts_of_a_thread() -> None:
    comments = "".join(f'<div class="comment"><div itemprop="text"><p>{words}</p></div></div>' for words in ANSWERS)
    body = f"<article><h1>The hall is closed</h1><p>{ASKED}</p><p>{ANSWERS[0]} It met again.</p></article>"
    page = f"<html><body>{body}<div class='comments' id='comments'>{comments}</div></body></html>"
    article = read_bytes(page.encode(), "page.html").article
    grey = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    assert grey == [*ANSWERS]


def test_a_short_title_and_the_line_below_it_are_read() -> None:
    body = f"<h1>Fourteen cracks</h1><h3>What the engineers saw, and what the mayor heard</h3><p>{ASKED}</p>"
    page = f"<html><head><title>Fourteen cracks</title></head><body><article>{body}<p>{ANSWERS[1]}</p></article></body>"
    article = read_bytes(page.encode(), "page.html").article
    first = article.blocks[0]
    assert (first.kind, first.span.of(article.text)) == (BlockKind.HEADING, "Fourteen cracks")
