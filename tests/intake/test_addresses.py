"""Only web addresses are fetched, and private machines only at the reader's own word."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.address_scheme import is_address
from briefing.intake import FetchFailed
from briefing.intake.addresses import address_of, is_never_asked, is_public


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://news.example/a/b?c=d#e", "https://news.example/a/b?c=d"),
        ("news.example/a", "https://news.example/a"),
        ("  HTTP://News.Example  ", "http://news.example/"),
        ("localhost:8000/x", "https://localhost:8000/x"),
        ("https://news.example:443/", "https://news.example/"),
        ("https://[2606:2800:21f::1]:8443/x", "https://[2606:2800:21f::1]:8443/x"),
        ("https://zürich.example/", "https://xn--zrich-kva.example/"),
        ("briefing:https://news.example/a?b=c", "https://news.example/a?b=c"),
        ("briefing://https://news.example/a", "https://news.example/a"),
        ("briefing:https%3A%2F%2Fnews.example%2Fa", "https://news.example/a"),
        ("briefing:open?url=https%3A%2F%2Fnews.example%2Fa%3Fb%3Dc%26d", "https://news.example/a?b=c&d"),
        ("briefing://open/?url=https://news.example/a", "https://news.example/a"),
    ],
)
def test_an_address_is_written_out(given: str, url: str) -> None:
    assert address_of(given).url == url


@pytest.mark.parametrize(
    "given",
    ["", "https://", "file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "https://a b/", "http://x\n.y/",
     "https://news.example:99999/", "https://[::1/", "https://user:word@news.example/", "briefing:file:///etc/passwd",
     "briefing:", "briefing:open?url=", "https://news.example\\@other.example/", "https://" + "a" * 9000, "https://-/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_in_a_sentence(given: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        address_of(given)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence


def test_only_what_the_reader_gave_himself_counts_as_typed() -> None:
    assert address_of("http://wiki.local/").typed
    assert not address_of("briefing:http://wiki.local/").typed


@pytest.mark.parametrize("given", ["https://x.example", "HTTP://x", "briefing:https://x.example"])
def test_addresses_are_told_from_files(given: str) -> None:
    assert is_address(given)


@pytest.mark.parametrize("given", ["article.html", "C:\\texts\\a.txt", "/home/x/http:/a", "notes: today.txt"])
def test_files_are_told_from_addresses(given: str) -> None:
    assert not is_address(given)


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "nonsense", "fec0::1", "fec0::1%eth0", "feff::1", "3ffe::1:::",
     "64:ff9b::a00:1", "64:ff9b:1::c0a8:1", "64:ff9b:1:2:3:4:a9fe:a9fe", "::ffff:0:10.0.0.1", "2002:c0a8:1::",
     "2001:0:4136:e378:8000:63bf:3f57:fefe", "2600::5efe:10.0.0.1", "2600::200:5efe:192.168.0.1", "fc00::5efe:8.8.8.8",
     "100::1", "5f00::1", "4000::1", "2001:db8::1", "3fff::1", "192.0.0.8", "198.18.0.1", "240.0.0.1"],
)  # fmt: skip
def test_private_numbers_in_every_disguise(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_public_numbers(number: str) -> None:
    assert is_public(number)


def test_nobody_means_a_metadata_service() -> None:
    assert is_never_asked("169.254.169.254")
    assert is_never_asked("::ffff:169.254.169.254")
    assert is_never_asked("64:ff9b:1::169.254.169.254")
    assert not is_never_asked("192.168.0.1")


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    with suppress(FetchFailed):
        assert address_of(text).url.startswith(("http://", "https://"))
