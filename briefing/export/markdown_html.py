"""What the reader wrote, in Markdown, as harmless HTML or as plain words."""

import re

_INLINE = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_LEADS = re.compile(r"https?://[^\s\\/][^\s\\]*|mailto:[^\s\\]+|#[^\s\\]*", re.IGNORECASE)
_LINE_MARK = re.compile(r"^[ \t]{0,3}(#{1,6}|>)[ \t]+", re.MULTILINE)


def as_html(written: str) -> str:
    """Markdown as HTML without scripts, images and anything that could load or run."""
    if not written.strip():
        return ""
    import nh3

    from briefing.export.markdown_parser import markdown_parser

    page = markdown_parser().convert(written)
    return nh3.clean(
        page,
        tags=nh3.ALLOWED_TAGS - {"img", "map", "area"},
        url_schemes={"http", "https", "mailto"},
        attribute_filter=_harmless,
    )


def _harmless(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, unless it is an address that leads elsewhere than to the web, mail or this page.

    An address without a scheme may name a computer (two backslashes, a host, a share), to which Windows signs on.
    """
    del tag
    return value if attribute not in ("href", "cite", "src") or _LEADS.fullmatch(value) else None


def as_words(written: str) -> str:
    """Markdown as plain words, its signs left out; what is no Markdown stays as it is."""
    words = _LINK.sub(lambda found: found[1] if found[1] == found[2] else f"{found[1]} ({found[2]})", written)
    words = _LINE_MARK.sub("", words)
    return _INLINE.sub(lambda found: found[2], words)
