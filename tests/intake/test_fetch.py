"""Pages are fetched politely and with limits, from a real server on this machine."""

import gzip
import ssl
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.intake import FetchFailed, IntakeFailure, NotAnArticle, TooLarge, checked_transport, read_bytes
from briefing.intake.addresses import address_of
from briefing.intake.fetch import FetchCancelled, Limits, Unchanged, Validators, fetch, plainly
from tests.intake.web_server import Handler, Page, Site, article, page, redirect, serving

CERTIFICATE = Path(__file__).with_name("press_example.pem")
"""A certificate for press.example that vouches for itself, with its key; it protects nothing but these tests."""

TEXT = "The harbour master said on Monday that the old bridge would stay closed until the spring of next year."


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def refusal(address: str, limits: Limits | None = None, kind: type[IntakeFailure] = FetchFailed) -> str:
    with pytest.raises(kind) as caught:
        fetch(address, limits=limits)
    return caught.value.sentence


def test_the_bytes_and_what_the_server_says_of_them_come_back(site: Site) -> None:
    body = article("Bridge closed", TEXT)
    site.pages["/bridge"] = page(body, ETag='"7"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")
    fetched = fetch(site.url("/bridge#comments"))
    assert fetched.data == body
    assert (fetched.media_type, fetched.encoding) == ("text/html", "utf-8")
    assert fetched.address == site.url("/bridge")
    assert fetched.validators == Validators('"7"', "Mon, 02 Mar 2026 10:00:00 GMT")


def test_the_program_says_who_it_is(site: Site) -> None:
    site.pages["/who"] = page(article("Who", TEXT))
    fetch(site.url("/who"))
    _, headers = site.asked[-1]
    assert headers["User-Agent"].startswith("Briefing/")
    assert "Cookie" not in headers
    assert "Referer" not in headers


def test_a_page_fetched_again_is_asked_for_only_if_it_has_changed(site: Site) -> None:
    def answer(handler: Handler) -> None:
        same = handler.headers.get("If-None-Match") == '"1"'
        page(b"" if same else article("T", TEXT), status=304 if same else 200, ETag='"1"')(handler)

    site.pages["/again"] = answer
    first = fetch(site.url("/again"))
    with pytest.raises(Unchanged):
        fetch(site.url("/again"), first.validators)
    assert fetch(site.url("/again"), Validators('"0"')).data == first.data


def test_the_encoding_that_the_server_names_goes_before_the_one_in_the_page(site: Site) -> None:
    body = article("Café", TEXT + " “Naïve”, said Zoë.").decode().encode("cp1252")
    site.pages["/western"] = page(body, "text/html; charset=windows-1252")
    fetched = fetch(site.url("/western"))
    opened = read_bytes(fetched.data, address=fetched.address, plain=plainly(fetched))
    assert opened.original == body
    assert opened.article.origin.title == "Café"
    assert "“Naïve”, said Zoë." in opened.article.text
    assert opened.article.origin.digest == read_bytes(body).article.origin.digest


def test_redirects_are_followed_and_the_last_address_is_told(site: Site) -> None:
    site.pages["/old"] = redirect("new?x=1")
    site.pages["/new"] = page(article("New", TEXT))
    fetched = fetch(site.url("/old"))
    assert (fetched.asked, fetched.address) == (site.url("/old"), site.url("/new?x=1"))


@pytest.mark.parametrize(
    ("wall", "words"), [("/consent?to=/a", "consent"), ("/v2/collectConsent", "consent"), ("/login/", "sign in")]
)
def test_a_wall_before_the_article_is_told(site: Site, wall: str, words: str) -> None:
    site.pages["/behind"] = redirect(wall)
    site.pages[wall.partition("?")[0]] = page(article("We value your privacy", TEXT))
    sentence = refusal(site.url("/behind"), kind=NotAnArticle)
    assert words in sentence
    assert "holds no article" in sentence


def test_an_article_about_consent_is_no_wall(site: Site) -> None:
    site.pages["/consent-in-medicine"] = page(article("Consent", TEXT))
    site.pages["/law"] = redirect("/consent-in-medicine")
    assert fetch(site.url("/law")).data


def sending_on(content: str, words: str = "You are being sent on.", around: str = "{}") -> bytes:
    meta = around.format(f"<meta http-equiv=refresh content='{content}'>")
    return f"<!DOCTYPE html><html><head>{meta}</head><body><p>{words}</p></body></html>".encode()


@pytest.mark.parametrize("content", ["0;url=/bridge2", '5; URL="/bridge2"', "0, /bridge2", "0;/bridge2"])
def test_a_page_that_only_sends_on_is_followed(site: Site, content: str) -> None:
    site.pages["/bridge2"] = page(article("Bridge closed", TEXT))
    site.pages["/old"] = page(sending_on(content))
    fetched = fetch(site.url("/old"))
    assert fetched.address == site.url("/bridge2")
    assert TEXT.encode() in fetched.data


@pytest.mark.parametrize(
    "body",
    [
        sending_on("300;url=/elsewhere"),
        sending_on("30"),
        sending_on("0;url=/stays"),
        sending_on("0;url=/elsewhere", words=TEXT * 5),
        sending_on("0;url=/elsewhere", around="<noscript>{}</noscript>"),
        sending_on("0;url=/elsewhere", around="<!-- {} -->"),
        sending_on("0;url="),
        sending_on("soon;url=/elsewhere"),
    ],
)
def test_a_page_that_is_one_in_its_own_right_stays(site: Site, body: bytes) -> None:
    site.pages["/stays"] = page(body)
    assert fetch(site.url("/stays")).address == site.url("/stays")


def test_pages_that_send_on_are_followed_once_and_no_further(site: Site) -> None:
    site.pages["/one"] = page(sending_on("0;url=/two"))
    site.pages["/two"] = page(sending_on("0;url=/one"))
    assert fetch(site.url("/one")).address == site.url("/two")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "javascript:alert(1)", "http://169.254.169.254/latest", "http://[x"]
)
def test_a_page_sends_on_by_the_rules_of_redirects(site: Site, target: str) -> None:
    site.pages["/trap"] = page(sending_on(f"0;url={target}"))
    assert refusal(site.url("/trap")).endswith(".")
    assert site.asked[-1][0] == "/trap"


def test_a_circle_of_redirects_ends(site: Site) -> None:
    site.pages["/circle"] = redirect("/circle")
    assert "without end" in refusal(site.url("/circle"))
    assert sum(path == "/circle" for path, _ in site.asked) == Limits().redirects + 1


@pytest.mark.parametrize(
    "target",
    ["http://localhost:{port}/secret", "http://127.0.0.2:{port}/secret", "http://[::1]:{port}/secret",
     "http://169.254.169.254/latest/meta-data/", "http://[::ffff:127.0.0.1]:{port}/secret", "http://0.0.0.0:{port}/secret",
     "http://10.0.0.1/", "//192.168.1.1/secret", "http://2130706433:{port}/secret"],
)  # fmt: skip
def test_a_redirect_into_a_private_network_is_not_followed(site: Site, target: str) -> None:
    site.pages["/secret"] = page(article("Secret", TEXT))
    site.pages["/lure"] = redirect(target.format(port=site.port))
    assert "private network" in refusal(site.url("/lure"))
    assert not any(path == "/secret" for path, _ in site.asked)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x", "javascript:alert(1)", "data:,x"])
def test_a_redirect_off_the_web_is_not_followed(site: Site, target: str) -> None:
    site.pages["/off"] = redirect(target)
    sentence = refusal(site.url("/off"))
    assert "not on the web" in sentence or "not a web page" in sentence


def test_a_public_name_with_a_private_number_is_not_connected_to(site: Site) -> None:
    site.pages["/rebound"] = page(article("Rebound", TEXT))
    before = len(site.asked)
    address = address_of(f"http://news.example:{site.port}/rebound", typed=False)
    with pytest.raises(FetchFailed, match="private network"):
        fetch(address, resolve=lambda host, port: ["127.0.0.1"])
    assert len(site.asked) == before


def test_a_name_is_looked_up_once_and_the_checked_number_is_used(site: Site) -> None:
    site.pages["/pinned"] = page(article("Pinned", TEXT))
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    fetched = fetch(f"http://press.example:{site.port}/pinned", resolve=resolve)
    assert fetched.data
    assert asked == ["press.example"]
    assert site.asked[-1][1]["Host"] == f"press.example:{site.port}"


def test_a_name_with_public_and_private_numbers_is_refused_even_if_typed(site: Site) -> None:
    with pytest.raises(FetchFailed, match="private network"):
        fetch(f"http://both.example:{site.port}/", resolve=lambda host, port: ["93.184.215.14", "127.0.0.1"])


@pytest.mark.parametrize("lure", [redirect("/within"), page(b'<meta http-equiv="refresh" content="0; url=/within">')])
def test_a_typed_name_that_was_in_the_open_does_not_lead_home(
    site: Site, lure: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if this machine stood in the open internet, and the same name came to be one at home with the next look-up.
    monkeypatch.setattr(checked_transport, "is_public", lambda number: number == "127.0.0.1")
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    site.pages["/lure"] = lure
    with pytest.raises(FetchFailed, match="private network"):
        fetch(f"http://news.example:{site.port}/lure", resolve=lambda host, port: next(answers))


def test_what_lies_in_the_open_is_told_from_what_lies_at_home(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/where"] = page(article("Where", TEXT))
    assert not fetch(site.url("/where")).is_public
    monkeypatch.setattr(checked_transport, "is_public", lambda number: True)
    assert fetch(site.url("/where")).is_public


def test_a_typed_name_at_home_may_lead_on_at_home(site: Site) -> None:
    site.pages["/first"] = redirect("/second")
    site.pages["/second"] = page(article("Second", TEXT))
    assert fetch(f"http://wiki.example:{site.port}/first", resolve=home).data


def test_addresses_that_the_reader_did_not_type_never_lead_home(site: Site) -> None:
    with pytest.raises(FetchFailed, match="private network"):
        fetch(f"briefing:{site.url('/bridge')}")


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "404"), (410, "for good"), (401, "sign in"), (402, "subscribers"), (403, "programs"), (429, "wait"),
     (451, "legal"), (500, "fault of its own"), (503, "fault of its own"), (204, "without a page"), (304, "304")],
)  # fmt: skip
def test_each_refusal_of_a_server_has_its_sentence(site: Site, status: int, words: str) -> None:
    site.pages["/refused"] = page(b"", status=status)
    sentence = refusal(site.url("/refused"))
    assert words in sentence
    assert "127.0.0.1" in sentence


def test_a_name_that_does_not_exist() -> None:
    assert "was not found" in refusal("http://no-such-paper.invalid/")


def test_a_server_that_is_not_there(site: Site) -> None:
    assert "does not answer" in refusal("http://127.0.0.1:9/")


def test_a_protected_address_without_a_valid_certificate(site: Site) -> None:
    assert "protected connection" in refusal(site.url("/bridge").replace("http:", "https:"))


@pytest.fixture(scope="module")
def protected() -> Iterator[Site]:
    with serving(CERTIFICATE) as site:
        site.pages["/page"] = page(article("Protected", TEXT))
        yield site


def home(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_a_certificate_that_nobody_vouches_for_is_refused(protected: Site) -> None:
    with pytest.raises(FetchFailed, match="could not prove"):
        fetch(f"https://press.example:{protected.port}/page", resolve=home)


def test_a_certificate_is_held_against_the_name_and_not_the_number(protected: Site) -> None:
    trust = ssl.create_default_context(cafile=CERTIFICATE)
    assert fetch(f"https://press.example:{protected.port}/page", trust=trust, resolve=home).data
    with pytest.raises(FetchFailed, match="could not prove"):
        fetch(f"https://other.example:{protected.port}/page", trust=trust, resolve=home)
    with pytest.raises(FetchFailed, match="could not prove"):
        fetch(protected.url("/page"), trust=trust)


def test_a_picture_is_no_article(site: Site) -> None:
    site.pages["/picture"] = page(b"\x89PNG\r\n", "image/png")
    assert "image/png" in refusal(site.url("/picture"), kind=NotAnArticle)


def test_a_page_longer_than_the_limit_is_refused_by_its_own_word_and_by_count(site: Site) -> None:
    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.closing.is_set():
            handler.wfile.write(b"<p>more</p>" * 1000)

    site.pages["/endless"] = endless
    site.pages["/long"] = page(b"x" * 2_000_000)
    limits = Limits(size=1_000_000)
    assert "larger than an article" in refusal(site.url("/endless"), limits, TooLarge)
    assert "larger than an article" in refusal(site.url("/long"), limits, TooLarge)


def test_a_gzip_bomb_is_counted_unpacked(site: Site) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(100)), packer.flush()])
    assert len(bomb) < 200_000
    site.pages["/bomb"] = page(bomb, Content_Encoding="gzip")
    assert "larger than an article" in refusal(site.url("/bomb"), Limits(size=5_000_000), TooLarge)


def test_packed_pages_are_unpacked_and_damaged_ones_told(site: Site) -> None:
    body = article("Packed", TEXT)
    site.pages["/packed"] = page(gzip.compress(body), Content_Encoding="gzip")
    site.pages["/damaged"] = page(b"no gzip at all", Content_Encoding="gzip")
    assert fetch(site.url("/packed")).data == body
    assert "not a web page" in refusal(site.url("/damaged"))


def test_a_page_cut_short_is_not_kept(site: Site) -> None:
    def short(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b"<html>")

    site.pages["/short"] = short
    assert refusal(site.url("/short"))


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_slow_drip_ends_in_time(site: Site, part: str) -> None:
    def drip(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"" if part == "head" else b"Content-Type: text/html\r\n\r\n"))
        # It ends at last, but as a page that came.
        for _ in range(600):
            if site.closing.wait(0.05):
                return
            handler.wfile.write(b"x")

    site.pages["/drip"] = drip
    assert "in time" in refusal(site.url("/drip"), Limits(seconds=0.5))


def test_a_silent_server_ends_in_time(site: Site) -> None:
    def silent(handler: Handler) -> None:
        site.closing.wait(20)

    site.pages["/silent"] = silent
    assert "in time" in refusal(site.url("/silent"), Limits(silence=0.3))


def test_huge_headers_are_refused(site: Site) -> None:
    site.pages["/headers"] = page(b"x", X_Long="y" * 500_000)
    assert "not a web page" in refusal(site.url("/headers"))


def test_what_is_no_http_is_told(site: Site) -> None:
    def noise(handler: Handler) -> None:
        handler.wfile.write(b"\x00\x01\x02 hello\r\n\r\n")

    site.pages["/noise"] = noise
    assert "not a web page" in refusal(site.url("/noise"))


def test_a_fetch_can_be_given_up(site: Site) -> None:
    site.pages["/unwanted"] = page(article("Unwanted", TEXT))
    with pytest.raises(FetchCancelled):
        fetch(site.url("/unwanted"), cancelled=lambda: True)


def test_odd_content_types_do_no_harm(site: Site) -> None:
    body = article("Odd", TEXT)
    for number, media_type in enumerate(["", "text/html; charset=nonsense", "nonsense", "text/html;charset=\xff;;="]):
        site.pages["/odd"] = page(body, media_type)
        fetched = fetch(site.url("/odd"))
        assert read_bytes(fetched.data, plain=plainly(fetched)).article.title == "Odd", number
