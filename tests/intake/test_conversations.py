"""Chats and posts: every message with its sender, in the order in which they were sent."""

import json

import pytest

from briefing.intake import IntakeFailure, NotAnArticle, read_bytes
from briefing.model import Article, LocatorKind


def lines_of(article: Article) -> list[str]:
    return [f"{'~' if not block.analysed else ''}{block.span.of(article.text)}" for block in article.blocks]


def read(found: object, name: str = "a.json", start: str = "") -> Article:
    return read_bytes((start + json.dumps(found)).encode(), name).article


ANDROID = """03/06/2024, 10:00 - Messages and calls are end-to-end encrypted.
03/06/2024, 10:01 - Ann Keller: We did not know: nobody told us.
Second line of hers.
04/06/2024, 10:02 - Tom Veil: That is not true.
04/06/2024, 10:03 - Ann Keller: <Media omitted>
04/06/2024, 10:04 - +49 170 1234567: IMG-20240604-WA0001.jpg (file attached)
"""
SAID = [
    "~03/06/2024",
    "~Messages and calls are end-to-end encrypted.",
    "Ann Keller: We did not know: nobody told us.",
    "Second line of hers.",
    "~04/06/2024",
    "Tom Veil: That is not true.",
    "~Ann Keller: <Media omitted>",
    "~+49 170 1234567: IMG-20240604-WA0001.jpg (file attached)",
]


def test_a_chat_of_whatsapp_has_its_senders() -> None:
    article = read_bytes(ANDROID.encode(), "WhatsApp Chat with Ann.txt").article
    assert lines_of(article) == SAID
    assert article.title == "WhatsApp Chat with Ann"
    assert [turn.speaker for turn in article.markup.turns] == ["Ann Keller", "Tom Veil"]
    place = article.locators[1]
    assert (place.number, place.label, place.kind) == (2, "03/06/2024 10:01", LocatorKind.MESSAGE)


def test_a_chat_may_come_from_an_iphone() -> None:
    chat = (
        "[3.6.24, 10:01:22] Ann Keller: We did not know.\r\n\u200e[3.6.24, 10:02:22] Tom Veil: \u200eimage omitted\r\n"
        "[3.6.24, 10:03:00\u202fPM] Tom Veil: No.\r\n"
    )
    article = read_bytes(chat.encode(), "_chat.txt").article
    assert lines_of(article) == [
        "~3.6.24",
        "Ann Keller: We did not know.",
        "~Tom Veil: image omitted",
        "Tom Veil: No.",
    ]


def test_a_chat_in_a_zip_is_called_like_that() -> None:
    data = b"[3.6.24, 10:01:22] Ann: Hi.\n[3.6.24, 10:02:22] Tom: No.\n"
    assert read_bytes(data, "files/WhatsApp Chat - Ann.zip/_chat.txt").article.title == "WhatsApp Chat Ann"


def test_a_diary_is_no_chat() -> None:
    text = "03/06/2024, a Monday - it rained.\n\nThe pier was closed, said the harbour master on the radio.\n"
    assert read_bytes(text.encode(), "diary.txt").article.text.split() == text.split()


def test_a_chat_of_telegram_has_its_senders() -> None:
    chat = {
        "name": "Harbour talk",
        "type": "private_group",
        "id": 1,
        "messages": [
            {
                "id": 1,
                "type": "service",
                "date": "2024-06-03T10:00:00",
                "actor": "Ann Keller",
                "action": "create_group",
            },
            {
                "id": 2,
                "type": "message",
                "date": "2024-06-03T10:01:00",
                "from": "Ann Keller",
                "text": "We did not know.",
            },
            {
                "id": 3,
                "type": "message",
                "date": "2024-06-04T10:02:00",
                "from": "Tom Veil",
                "text": ["That is ", {"type": "bold", "text": "not"}, " true.\nNo."],
            },
            {"id": 4, "type": "message", "date": "2024-06-04T10:03:00", "from": None, "photo": "a.jpg", "text": ""},
            {
                "id": 5,
                "type": "message",
                "date": "2024-06-04T10:04:00",
                "from": "Tom Veil",
                "forwarded_from": "Port News",
                "text": "It knew.",
            },
        ],
    }
    article = read(chat)
    assert lines_of(article) == [
        "~2024-06-03",
        "~[Ann Keller create group]",
        "Ann Keller: We did not know.",
        "~2024-06-04",
        "Tom Veil: That is not true.",
        "No.",
        "~[photo]",
        "Tom Veil (← Port News): It knew.",
    ]
    assert article.title == "Harbour talk"


def test_all_chats_of_telegram_stand_below_their_names() -> None:
    message = {"type": "message", "date": "2024-06-03T10:01:00", "from": "Ann", "text": "Yes."}
    chats = {"about": "x", "chats": {"list": [{"name": name, "type": "t", "messages": [message]} for name in "AB"]}}
    assert lines_of(read(chats)) == ["~A", "~2024-06-03", "Ann: Yes.", "~B", "Ann: Yes."]


def test_a_chat_of_telegram_may_be_a_page() -> None:
    def message(kinds: str, *parts: str) -> str:
        date = '<div class="pull_right date details" title="03.06.2024 10:01:00 UTC+02:00">10:01</div>'
        return f'<div class="message {kinds}" id="m"><div class="body">{date}{"".join(parts)}</div></div>'

    page = (
        '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>'
        '<div class="page_wrap"><div class="page_header"><div class="text bold">Harbour talk</div></div>'
        '<div class="page_body chat_page"><div class="history">'
        '<div class="message service" id="m-1"><div class="body details">3 June 2024</div></div>'
        + message(
            "default clearfix",
            '<div class="from_name">Ann Keller</div>',
            '<div class="text">We did <strong>not</strong> know.<br>Nobody did.</div>',
        )
        + message("default clearfix joined", '<div class="text">Really.</div>')
        + message(
            "default clearfix",
            '<div class="from_name">Tom Veil</div>',
            '<div class="forwarded body"><div class="from_name">Port News<span class="details"> 1.6.</span></div>'
            '<div class="text">It knew.</div></div>',
        )
        + message(
            "default clearfix joined", '<div class="media_wrap clearfix"><div class="title bold">Photo</div></div>'
        )
        + "</div></div></div></body></html>"
    )
    article = read_bytes(page.encode(), "messages.html").article
    assert lines_of(article) == [
        "~[3 June 2024]",
        "~03.06.2024",
        "Ann Keller: We did not know.",
        "Nobody did.",
        "Ann Keller: Really.",
        "Tom Veil (← Port News): It knew.",
        "~Tom Veil: [Photo]",
    ]
    assert article.title == "Harbour talk"


def test_posts_of_x_stand_in_the_order_in_which_they_were_sent() -> None:
    posts = [
        {
            "tweet": {
                "created_at": "Tue Jun 04 10:00:00 +0000 2024",
                "full_text": "RT @portnews: Board &amp; fund: https://t.co/x",
                "entities": {"urls": [{"url": "https://t.co/x", "expanded_url": "https://news.example/pier"}]},
            }
        },
        {"tweet": {"created_at": "Mon Jun 03 10:00:00 +0000 2024", "full_text": "The board denies it."}},
    ]
    article = read(posts, "tweets.js", "window.YTD.tweets.part0 = ")
    assert lines_of(article) == [
        "~2024-06-03",
        "The board denies it.",
        "~2024-06-04",
        "@portnews: Board & fund: https://news.example/pier",
    ]


def test_private_messages_of_x_have_their_senders() -> None:
    held = {"messageCreate": {"senderId": "12", "text": "Hello there.", "createdAt": "2024-06-03T10:00:00.000Z"}}
    found = [{"dmConversation": {"conversationId": "1-12", "messages": [held]}}]
    article = read(found, "direct-messages.js", "window.YTD.direct_messages.part0 = ")
    assert lines_of(article) == ["~2024-06-03", "#12: Hello there."]


def test_posts_of_mastodon_have_their_writer() -> None:
    note = {
        "type": "Note",
        "summary": "About the pier",
        "content": "<p>The board <b>denies</b> it.</p><p>It knew.</p>",
        "published": "2024-06-03T10:00:00Z",
        "attributedTo": "https://town.example/users/ann",
        "attachment": [{"type": "Document", "name": "A pile"}],
    }
    shared = {"type": "Announce", "published": "2024-06-04T10:00:00Z", "object": "https://town.example/1"}
    box = {
        "@context": "https://www.w3.org/ns/activitystreams",
        "orderedItems": [shared, {"type": "Create", "published": "2024-06-03T10:00:00Z", "object": note}],
    }
    assert lines_of(read(box, "outbox.json")) == [
        "~2024-06-03",
        "@ann@town.example: About the pier",
        "The board denies it.",
        "It knew.",
        "~[A pile]",
        "~2024-06-04",
        "~↻ https://town.example/1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "A", "type": "b", "messages": [{"from": "Ann", "te',
        'window.YTD.tweets.part0 = [{"tweet": ',
        '{"@context": "https://www.w3.org/ns/activitystreams", "orderedItems": [',
    ],
)
def test_damage_is_told_of_in_a_sentence(text: str) -> None:
    with pytest.raises(IntakeFailure, match=r"^“a\.json” is damaged or incomplete\. [^.]+\.$"):
        read_bytes(text.encode(), "a.json")


def test_an_export_without_words_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"tweets\.js"):
        read([], "tweets.js", "window.YTD.tweets.part0 = ")
