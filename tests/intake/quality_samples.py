"""The quality set: pages and files in the manner of real outlets, with the text and the facts that reading should give.

Pages (`quality/*.html`) carry the answers in themselves: a first line with the facts, and the word `gold` in every
element whose words are the article; both are taken out before the page is read. Manuscripts (`quality/*.ms`) are turned
into files of many formats by `quality_files.py`.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html as lxml_html

FOLDER = Path(__file__).parent / "quality"
_GOLD = re.compile(r"(<[^<>]*?) gold(?=[\s>])")
_UNSEEN = re.compile("[\u00ad\u200b]")
_TOKEN = re.compile(r"\w+")
_DROPPED = (
    "//script|//style|//noscript|//button|//template|//comment()|//*[@hidden]|//*[@aria-hidden]"
    "|//*[contains(@style,'display:none')]|//*[contains(@style,'visibility:hidden')]"
)


@dataclass(frozen=True)
class Sample:
    """One file with its answers.

    Attributes:
        text: the article, a block a line, its title first.
        grey: lines that stand on the page and are not the article.
        facts: what is expected of title, byline, published, modified and outlet, those that the file tells.
    """

    name: str
    data: bytes
    text: str
    grey: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def is_page(self) -> bool:
        return self.name.endswith(".html")


def samples() -> list[Sample]:
    """All pages and files."""
    sys.path.insert(0, str(Path(__file__).parent))
    from quality_exports import exports
    from quality_files import files

    return [*pages(), *files(), *exports()]


def pages() -> Iterator[Sample]:
    """The web pages."""
    for path in sorted(FOLDER.glob("*.html")):
        first, _, source = path.read_text(encoding="utf-8").partition("\n")
        tree = lxml_html.document_fromstring(_GOLD.sub(r"\1 data-gold=''", source))
        for element in tree.xpath(_DROPPED):
            if element.getparent() is not None:
                element.drop_tree()
        gold = tree.xpath("//*[@data-gold]")
        text = "\n".join(tidy(element.text_content()) for element in gold)
        yield Sample(
            path.name,
            _GOLD.sub(r"\1", source).encode(),
            text,
            tuple(_grey(tree, set(gold))),
            json.loads(first.removeprefix("<!--").removesuffix("-->")),
        )


def _grey(tree: lxml_html.HtmlElement, gold: set[lxml_html.HtmlElement]) -> Iterator[str]:
    """Words of three or more that stand in the body outside the article."""
    for element in tree.xpath("//body//*"):
        if not gold & {element, *element.iterancestors()} and len(tokens(element.text or "")) > 2:
            yield tidy(element.text)


def tidy(words: str) -> str:
    return " ".join(_UNSEEN.sub("", words).split())


def tokens(words: str) -> list[str]:
    """The words of a text, in lower case, without signs."""
    return _TOKEN.findall(_UNSEEN.sub("", words).lower())


def f1(found: str, expected: str) -> float:
    """F1 of the longest common subsequence of two texts' words: order counts, and each word too much or too few."""
    from rapidfuzz.distance import LCSseq

    ours, theirs = tokens(found), tokens(expected)
    both = len(ours) + len(theirs)
    return 2 * LCSseq.similarity(ours, theirs) / both if both else 1.0


def without_title(text: str, title: str) -> str:
    """The text without a first line that only repeats the title, which some readers print and others do not."""
    first, _, rest = text.lstrip().partition("\n")
    return rest if title and tokens(first) == tokens(title) else text
