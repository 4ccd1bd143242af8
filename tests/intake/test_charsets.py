"""Character sets by the labels of the WHATWG: what a reader sees in a browser or a mail program is what is kept."""

import io
import time
import zipfile

import pytest

from briefing.intake import read_bytes
from briefing.intake.charsets import codec_of, codec_of_mail, xml_as_utf8
from briefing.intake.feed import read_feed
from briefing.intake.fetch import Fetched, plainly

TEXTS = {
    "windows-1250": "Minister powiedział w poniedziałek, że rozmowy zostaną wznowione i że nikt o tym nie wiedział.",
    "windows-1251": "Министр сказал в понедельник, что переговоры возобновятся в мае, и что никто об этом не знал.",
    "koi8-r": "Министр сказал в понедельник, что переговоры возобновятся в мае, и что никто об этом не знал.",
    "ibm866": "Министр сказал в понедельник, что переговоры возобновятся в мае, и что никто об этом не знал.",
    "windows-1253": "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν και ότι κανείς δεν το γνώριζε.",
    "windows-1254": "Bakan pazartesi günü görüşmelerin mayısta yeniden başlayacağını ve kimsenin bilmediğini söyledi.",
    "windows-1255": "השר אמר ביום שני שהשיחות יתחדשו במאי ושאיש לא ידע על כך",
    "windows-1256": "قال الوزير يوم الاثنين إن المحادثات ستستأنف في مايو وإن أحدا لم يكن يعلم",
    "windows-1257": "Ministras pirmadienį sakė, kad derybos bus atnaujintos gegužę, ir kad niekas apie tai nežinojo.",
    "windows-1258": "Bo truong noi hom thu Hai rang cuoc dam phan se tiep tuc vao thang Nam.",
    "iso-8859-2": "Ministr v pondělí řekl, že jednání budou obnovena v květnu a že o tom nikdo nevěděl.",
    "iso-8859-7": "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν τον Μάιο.",
    "iso-8859-9": "Bakan pazartesi günü görüşmelerin yeniden başlayacağını söyledi.",
    "gb2312": "部长朱镕基周一表示，会谈将于五月恢复，并说没有人知道这件事。",
    "gb18030": "部长朱镕基周一表示，会谈将于五月恢复，并说没有人知道这件事。",
    "big5": "部長週一表示，會談將於五月恢復，並說沒有人知道這件事。",
    "shift_jis": "大臣は月曜日、会談①は五月に再開されると述べた。髙橋氏は知らなかったと言う。",
    "euc-jp": "大臣は月曜日、会談は五月に再開されると述べた。誰も知らなかったと言う。",
    "iso-2022-jp": "大臣は月曜日、会談は五月に再開されると述べた。誰も知らなかったと言う。",
    "euc-kr": "장관은 월요일에 회담이 오월에 재개될 것이라고 말했다 똠방",
    "windows-874": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะเริ่มใหม่ในเดือนพฤษภาคม",
    "macintosh": "“Café” is open, the minister said on Monday – and nobody knew of it.",
}
QUOTED = "The council said that it had “never approved” the budget – a claim that the mayor called “plainly wrong…”."
HARMFUL = (
    "undefined",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
    "rot13",
    "zlib",
    "hex",
    "mbcs",
    "oem",
)


def page(label: str, text: str, codec: str = "") -> bytes:
    """A page that names a character set, and is in it."""
    head = f'<html><head><meta charset="{label}"><title>{text[:9]}</title></head><body><h1>{text[:9]}</h1>'
    whole = f"{head}<article><p>{text * 6}</p><p>{text * 5}.</p></article></body></html>"
    return whole.encode(codec or codec_of(label), "replace")


def mail(label: str, text: str, codec: str = "") -> bytes:
    """A message that names a character set, and is in it."""
    head = "From: A <a@example.org>\r\nTo: b@example.org\r\nSubject: News\r\nMIME-Version: 1.0\r\n"
    told = f"Content-Type: text/plain; charset={label}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (head + told).encode() + text.encode(codec or codec_of_mail(label), "replace")


@pytest.mark.parametrize("label", TEXTS)
def test_a_page_is_read_in_the_character_set_that_it_names(label: str) -> None:
    assert TEXTS[label] in read_bytes(page(label, TEXTS[label]), "a.html").article.text


@pytest.mark.parametrize("label", TEXTS)
def test_a_message_is_read_in_the_character_set_that_it_names(label: str) -> None:
    assert TEXTS[label] in read_bytes(mail(label, TEXTS[label]), "a.eml").article.text


@pytest.mark.parametrize(
    "label", ["windows-1250", "windows-1251", "koi8-r", "windows-1253", "windows-1255", "windows-1256"]
)
def test_a_text_that_names_none_is_read_by_its_letters(label: str) -> None:
    text = f"{TEXTS[label]}\n\n{TEXTS[label]}\n"
    assert read_bytes(text.encode(codec_of(label)), "a.txt").article.text.strip() == text.strip()


@pytest.mark.parametrize("label", ["windows-1251", "windows-1253"])
def test_one_sentence_among_english_ones_is_enough(label: str) -> None:
    text = "The minister spoke on Monday, and nobody had been told of it.\n\n" * 9 + TEXTS[label]
    assert TEXTS[label] in read_bytes(text.encode(codec_of(label)), "a.txt").article.text


LATIN = ("iso-8859-1", "ISO8859-1", "latin1", "us-ascii", "windows-1252", "iso-8859-15", "ISO_8859-1:1987", "cp1252")


@pytest.mark.parametrize("label", LATIN)
def test_what_is_called_latin_1_holds_the_quotation_marks_of_windows(label: str) -> None:
    assert QUOTED in read_bytes(page(label, QUOTED, "cp1252"), "a.html").article.text
    assert QUOTED in read_bytes(mail(label, QUOTED, "cp1252"), "a.eml").article.text


@pytest.mark.parametrize("label", ["us-ascii", "unknown-8bit", "x-none"])
def test_utf_8_that_is_called_otherwise_is_known_by_its_bytes(label: str) -> None:
    assert QUOTED in read_bytes(page(label, QUOTED, "utf-8"), "a.html").article.text
    assert QUOTED in read_bytes(mail(label, QUOTED, "utf-8"), "a.eml").article.text


@pytest.mark.parametrize(
    ("label", "codec"),
    [("unicode-1-1-utf-7", "utf-7"), ("iso-8859-8-i", "iso-8859-8"), ("ks_c_5601-1987", "cp949"), ("utf-16", "utf-16"),
     ("iso-2022-kr", "iso2022_kr"), ("hz-gb-2312", "hz"), ("cp850", "cp850"), ("ibm437", "cp437"), ("CP932", "cp932"),
     ("koi8-u", "koi8-u")],
)  # fmt: skip
def test_messages_may_name_more(label: str, codec: str) -> None:
    assert codec_of_mail(label) == codec


@pytest.mark.parametrize("label", HARMFUL)
def test_codecs_that_are_no_character_sets_are_never_looked_up(label: str) -> None:
    assert codec_of(label) == codec_of_mail(label) == ""
    begun = time.thread_time()
    # Minutes of a thread, if they were: these are quadratic.
    long = "word " * 40 + "a-" * 20_000
    assert "word" in read_bytes(page(label, long, "ascii"), "a.html").article.text
    assert "word" in read_bytes(mail(label, long, "ascii"), "a.eml").article.text
    head = f"Subject: =?{label}?B?YWJjLQ==?=\r\nFrom: =?{label}?Q?abc-{'a' * 20_000}?= <a@example.org>\r\n"
    assert "words" in read_bytes(f"{head}X-A: a\r\n\r\nThese are words.".encode(), "a.eml").article.text
    told = f"Content-Type: text/plain; charset*={label}'en'{'a' * 20_000}\r\nSubject: x\r\nFrom: a@example.org\r\n"
    assert "words" in read_bytes(f"{told}\r\nThese are words.".encode(), "a.eml").article.text
    assert feed(label, "Talks", "ascii").entries[0].title == "Talks"
    fetched = Fetched("", "", b"words", "text/html", label, {}, True)
    assert plainly(fetched) == b"words"
    assert time.thread_time() - begun < 20


def feed(label: str, title: str, codec: str = "") -> object:
    """A feed that names a character set, and is in it."""
    entry = f"<item><title>{title}</title><link>https://news.example/1</link></item>"
    channel = f'<rss version="2.0"><channel><title>{title}</title>{entry}</channel></rss>'
    whole = f'<?xml version="1.0" encoding="{label}"?>{channel}'
    return read_feed(whole.encode(codec or codec_of(label)), "feed.xml")


@pytest.mark.parametrize("label", ["windows-1251", "gb2312", "shift_jis", "iso-8859-2", "euc-kr"])
def test_a_feed_is_read_in_the_character_set_that_it_names(label: str) -> None:
    assert feed(label, TEXTS[label]).entries[0].title == TEXTS[label]
    assert feed("iso-8859-1", "“Never”", "cp1252").entries[0].title == "“Never”"


@pytest.mark.parametrize("label", ["gb2312", "ks_c_5601-1987", "iso-8859-1"])
def test_the_subject_of_a_message_is_read_as_its_text_is(label: str) -> None:
    words = {"gb2312": "朱镕基", "ks_c_5601-1987": "똠방", "iso-8859-1": "“Never”"}[label]
    coded = "".join(
        f"={byte:02X}" for byte in words.encode(codec_of_mail(label) if label != "iso-8859-1" else "cp1252")
    )
    data = f"Subject: =?{label}?Q?{coded}?=\r\nFrom: a@example.org\r\n\r\nThese are words.".encode()
    assert read_bytes(data, "a.eml").article.origin.title == words


def test_what_the_server_names_goes_by_the_same_labels() -> None:
    fetched = Fetched("", "", QUOTED.encode("cp1252"), "text/html", "iso-8859-1", {}, True)
    assert plainly(fetched).decode("utf-8-sig") == QUOTED


def test_xml_says_what_it_is_in_and_comes_as_utf_8() -> None:
    source = '<?xml version="1.0" encoding="windows-1253" standalone="yes"?><a>Μάιο</a>'.encode("cp1253")
    assert xml_as_utf8(source).decode() == '<?xml version="1.0" encoding="UTF-8"?><a>Μάιο</a>'
    marked = '<?xml version="1.0" encoding="utf-16"?><a>Μάιο</a>'.encode("utf-16")
    assert xml_as_utf8(marked).decode() == '<?xml version="1.0" encoding="UTF-8"?><a>Μάιο</a>'
    assert xml_as_utf8(b"<a/>") == b"<a/>"


def test_a_chapter_of_a_book_is_read_in_the_character_set_that_it_names() -> None:
    chapter = page("windows-1251", TEXTS["windows-1251"])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        book.writestr(
            "a.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>'
            '<item id="a" href="a.html" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        book.writestr("a.html", chapter)
    assert TEXTS["windows-1251"] in read_bytes(packed.getvalue(), "a.epub").article.text


def test_what_a_text_says_of_character_sets_stays_as_it_is() -> None:
    words = "The header was =?gb2312?B?YWJj?= and name*=undefined''abc; we set x*=y'a' then.\n\n-- \nAnn: =?idna?Q?a?="
    for label in ("utf-8", "gb2312"):
        text = read_bytes(mail(label, words), "a.eml").article.text
        assert words.split("\n")[0] in text
        assert "=?idna?Q?a?=" in text


def test_the_headers_of_parts_name_what_is_known_too() -> None:
    coded = f"abc-{'a' * 30_000}"
    inner = f"Content-Type: text/plain; charset=punycode; name*=punycode''{coded}\r\nSubject: =?idna?Q?{coded}?=\r\n"
    data = (
        "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        f"--b\r\n{inner}\r\nThese are words.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\nOthers.\r\n--b--"
    ).encode()
    begun = time.thread_time()
    assert "These are words." in read_bytes(data, "a.eml").article.text
    assert time.thread_time() - begun < 10
