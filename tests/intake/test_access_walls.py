"""Pages that show a wall instead of an article are told by their words; articles beside a banner are read."""

import pytest

from briefing.intake import IntakeFailure, NotAnArticle, read_bytes

STORY = (
    "The harbour board voted on Monday to close the old pier until the autumn, its chair Ada Reed said. "
    "Two of its piles had broken in the November storm, and divers found a third that would not hold another winter."
)


def page(title: str, *paragraphs: str, around: str = "") -> bytes:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    main = f"<main><h1>{title}</h1>{body}</main>"
    head = f"<head><title>{title}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{around}{main}</body></html>".encode()


CONSENT = page(
    "Before you continue to Harbour Video",
    "We use cookies and data to deliver and maintain our services, track outages and protect against spam and abuse.",
    "If you choose to “Accept all cookies”, we will also use cookies and data to develop and improve new services.",
    "If you choose to “Reject all”, we will not use cookies for these purposes, and you will see others.",
    "Select “More options” to see additional information, including details about managing your settings at any time.",
)
PAYWALL = page(
    "Pier to close until autumn",
    "To continue reading this article, subscribe now to The Harbour Post for one dollar in the first month.",
    "Already a subscriber? Sign in here with the address that you gave when you subscribed.",
)
CHECK = page(
    "Just a moment...",
    "Verifying you are human. This may take a few seconds, as the site harbour.example reviews your connection.",
    "Enable JavaScript and cookies to continue. Ray ID: 7d1f0a2b3c",
)
SHORT_CHECK = page("Access denied", "You have no permission.", "Reference 18.af")


def sentence(data: bytes, name: str = "", address: str = "") -> str:
    with pytest.raises(NotAnArticle) as refused:
        read_bytes(data, name, address)
    return refused.value.sentence


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (CONSENT, "asks for consent to cookies first"),
        (PAYWALL, "asks to sign in or subscribe first"),
        (CHECK, "wants to see a browser before it shows the page"),
        (SHORT_CHECK, "wants to see a browser before it shows the page"),
    ],
)
def test_a_wall_is_told_by_its_words(data: bytes, words: str) -> None:
    told = sentence(data, address="https://news.example/pier")
    assert told.startswith(f"“news.example” {words}, and this page holds no article.")
    saved = sentence(data, name="pier.html")
    assert saved.startswith(f"“pier.html” is a page that {words}: this page holds no article.")


@pytest.mark.parametrize("before", ["We value your privacy. Accept all cookies?", "Already a subscriber? Sign in."])
def test_a_short_article_beside_a_banner_is_read(before: str) -> None:
    article = read_bytes(page("Pier to close", STORY, around=f"<div>{before}</div>"), "pier.html").article
    assert STORY in article.text


def test_the_beginning_of_an_article_behind_a_paywall_is_read() -> None:
    article = read_bytes(
        page("Pier to close", STORY, STORY[::-1], "Subscribe to continue reading."), "pier.html"
    ).article
    assert STORY in article.text


def test_an_article_about_cookies_is_read() -> None:
    words = "The regulator said that sites may not write “Accept all cookies” larger than “Reject all”."
    more = "Ada Reed, who leads it, said on Monday that fines would follow, and named four publishers. " * 3
    assert words in read_bytes(page("Regulator on banners", words, more, STORY), "banners.html").article.text


def test_a_front_page_with_a_cookie_line_is_said_to_hold_no_article() -> None:
    links = "".join(f"<li><a href=/{n}>Harbour story number {n} of this week</a></li>" for n in range(60))
    front = f"<!DOCTYPE html><html><body><ul>{links}</ul><footer>Cookie settings</footer></body></html>".encode()
    with pytest.raises(IntakeFailure) as refused:
        read_bytes(front, "front.html")
    assert "without an article on it" in refused.value.sentence
