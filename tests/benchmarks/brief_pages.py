"""Draw every page of every template on real briefs, to be looked at: one article, a long one, twelve, a composed one.

usage: python tests/benchmarks/brief_pages.py FOLDER [--inputs sample,long,many,composed,scripts] [--templates NAMES]
                                              [--papers a4,letter] [--dots 80]

Each brief becomes FOLDER/<input>-<template>-<paper>.pdf with one picture a page in a folder of that name and a sheet
of small pictures, FOLDER/<input>-<template>-<paper>.png. What stands over something else, off the paper or alone at the
foot of a page is told. The analyses are kept in FOLDER for the next time.
"""

import argparse
import pickle
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))
from page_faults import faults
from synthetic_news import CUES, NAMES, story

from briefing.export import pdf_writer
from briefing.export.template_sections import TEMPLATES
from briefing.model import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Brief,
    BriefArticle,
    BriefPart,
    BriefPiece,
    Judgement,
    LineKind,
    Origin,
    SourceRating,
    Span,
    Status,
    anchor,
)
from briefing.resources import sample_article
from briefing.service.in_process import analysed

MADE = datetime(2026, 1, 2, 9, 30, tzinfo=UTC)
TOWNS = (
    "Ostby",
    "Marrow Bay",
    "Lindholm",
    "Castra",
    "Port Ellery",
    "Vessin",
    "Hollin",
    "Tarn Head",
    "Quayle",
    "Dunmere",
)
WORKS = (
    "the ferry pier",
    "the tide wall",
    "the fish hall",
    "the night bus",
    "the rope works",
    "the lighthouse",
    "the weir",
)
DEEDS = (
    "reopen",
    "be sold",
    "be moved inland",
    "cost twice as much",
    "stay shut",
    "go to the county",
    "lose its licence",
)
MONTHS = ("January", "March", "May", "July", "September", "November")
SCENES = (
    "The road into {town} follows the water for most of the way, and on a clear day the masts can be counted.",
    "Past the church the street narrows, and the shops that used to sell nets now sell bread and postcards.",
    "In {town} the rain came early that year, and the boats lay two deep along the quay while the crews mended.",
    "There are three pumps below the wall, two of them older than anybody who works there.",
)
LONG_WORDS, MANY, WORDS_OF_MANY = 10_000, 12, 500
NOTES = (
    "Ask for the minutes.",
    "Two things here:\n\n1. who was in the room, and\n2. *when* it was said.\n\nSee [the register](https://example.org/a).",
    "",
    "Heard the same on the telephone, from a person who **was there**; `ref 12/b`. It agrees in all but the date, and "
    "the date is what the whole story hangs on, so it should be asked for again before this goes anywhere.",
    "> as they put it\n\n- first\n- second\n  - under the second",
)
SCRIPTS = (
    "Latin: The mayor said the ferry would sail. Čeština, Türkçe, Tiếng Việt, Íslenska.",
    "Ελληνικά: Η δήμαρχος είπε ότι το πλοίο θα αποπλεύσει.",
    "Русский: Мэр заявила, что паром отправится в мае.",
    "العربية: قالت العمدة إن العبّارة ستبحر في مايو.",
    "עברית: ראש העיר אמרה שהמעבורת תפליג במאי.",
    "中文：市长表示渡轮将于五月启航。",
    "日本語：市長は、フェリーは五月に出航すると述べた。",
    "한국어: 시장은 여객선이 5월에 출항할 것이라고 말했다.",
    "Emoji: 🚢 ⚓ 👍🏽 🇬🇷",
)


def main() -> None:
    """Draw what the options ask for and name each sheet."""
    options = _options()
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    for name in options.inputs.split(","):
        brief = INPUTS[name](folder)
        for template in options.templates.split(",") if not brief.parts else ("annotated",):
            for paper in options.papers.split(","):
                rendered = pdf_writer.render(replace(brief, template=template, paper=paper))
                stem = folder / f"{name}-{template}-{paper}"
                stem.with_suffix(".pdf").write_bytes(rendered.data)
                pages = drawn(rendered.data, stem, options.dots)
                print(f"{stem.name}: {pages} pages", *rendered.warnings)
                for fault in faults(rendered.data):
                    print(f"  {fault}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", default=",".join(INPUTS))
    parser.add_argument("--templates", default=",".join(TEMPLATES))
    parser.add_argument("--papers", default="a4,letter")
    parser.add_argument("--dots", type=int, default=80, help="dots an inch")
    return parser.parse_args()


def drawn(data: bytes, stem: Path, dots: int) -> int:
    """Draw every page, and all of them small on one sheet; their number is given."""
    stem.mkdir(exist_ok=True)
    document = pypdfium2.PdfDocument(data)
    pictures = [page.render(scale=dots / 72).to_pil() for page in document]
    document.close()
    for number, picture in enumerate(pictures, start=1):
        picture.save(stem / f"{number:03}.png")
    shown = pictures[:24]
    wide, high = shown[0].width // 2, shown[0].height // 2
    columns = min(6, len(shown))
    sheet = Image.new("RGB", (columns * (wide + 6), -(-len(shown) // columns) * (high + 6)), "grey")
    for place, picture in enumerate(shown):
        sheet.paste(picture.resize((wide, high)), (place % columns * (wide + 6), place // columns * (high + 6)))
    sheet.save(stem.with_suffix(".png"))
    return len(pictures)


def sample(folder: Path) -> Brief:
    """The sample article, with notes and judgements."""
    return _brief("sample", [_annotated(_kept(folder, "sample", sample_article().read_text(encoding="utf-8")))])


def feature(words: int) -> str:
    """A feature of at least so many words in sections: about one claim in thirty words, few of them alike."""
    draw = random.Random(7)
    parts, written = ["A coast of ten towns waits for the county"], 8
    while written < words:
        town = draw.choice(TOWNS)
        if len(parts) % 9 == 1:
            parts.append(f"What {town} is told")
        sentences = [draw.choice(SCENES).format(town=town) for _ in range(3)]
        for _ in range(3):
            name, cue, work, deed = draw.choice(NAMES), draw.choice(CUES), draw.choice(WORKS), draw.choice(DEEDS)
            year, month = draw.randint(2027, 2049), draw.choice(MONTHS)
            said = f"{name} {cue} that {work} of {town} would {deed} in {month} {year}."
            sentences.insert(draw.randint(0, len(sentences)), said)
        parts.append(" ".join(sentences))
        written += len(parts[-1].split())
    return "\n\n".join(parts) + "\n"


def long(folder: Path) -> Brief:
    """An article of 10,000 words and some 300 claims."""
    return _brief("long", [_annotated(_kept(folder, "long", feature(LONG_WORDS)), every=9)])


def many(folder: Path) -> Brief:
    """A brief of twelve articles."""
    texts = [story(WORDS_OF_MANY, seed) for seed in range(10, 10 + MANY)]
    entries = [_annotated(_kept(folder, f"many-{place}", text), every=12) for place, text in enumerate(texts)]
    named = [replace(one, article=_titled(one.article, place)) for place, one in enumerate(entries, start=1)]
    return replace(_brief("many", named), title="What the harbour towns were told", classification="For the desk only")


def composed(folder: Path) -> Brief:
    """A brief put together of claims, notes, an article and own words from three articles."""
    brief = many(folder)
    parts = []
    for place, entry in enumerate(brief.articles[:3]):
        claims = entry.analysis.claims[:3] if entry.analysis else ()
        pieces = [
            BriefPiece(f"t{place}", LineKind.TEXT, text=NOTES[1] + "\n\n## Under\n\n" + NOTES[4]),
            *(
                BriefPiece(f"c{place}{one.id}", LineKind.CLAIM, place, one.id, text=NOTES[0] if not at else "")
                for at, one in enumerate(claims)
            ),
            *(
                BriefPiece(f"a{place}{one.id}", LineKind.ANNOTATION, place, annotation_id=one.id)
                for one in entry.annotations[:2]
            ),
        ]
        parts.append(BriefPart(f"Part {place + 1}", tuple(pieces)))
    parts.append(BriefPart("The whole", (BriefPiece("w", LineKind.ARTICLE, 3),)))
    return replace(brief, parts=tuple(parts))


def scripts(_folder: Path) -> Brief:
    """A paragraph of each script that news is written in."""
    text = "\n".join(SCRIPTS)
    blocks, start = [], 0
    for words in SCRIPTS:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(words))))
        start += len(words) + 1
    return Brief("Scripts", (BriefArticle(Article(text, tuple(blocks), Origin(language="en"))),), MADE)


INPUTS: dict[str, Callable[[Path], Brief]] = {
    "sample": sample,
    "long": long,
    "many": many,
    "composed": composed,
    "scripts": scripts,
}


def _brief(name: str, entries: list[BriefArticle]) -> Brief:
    introduction = (
        "What was said, by *whom*, and how far it is **confirmed**.\n\n- first the claims,\n- then the notes."
    )
    return Brief(entries[0].article.title or name, tuple(entries), MADE, "Ann Reader", introduction)


def _kept(folder: Path, name: str, text: str) -> BriefArticle:
    """The analysed article; analysed once for each folder."""
    kept = folder / f"{name}.analysis"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / f"{name}.txt"
            file.write_text(text, encoding="utf-8")
            kept.write_bytes(pickle.dumps(analysed(file)))
    return BriefArticle(*pickle.loads(kept.read_bytes()), read=MADE)  # our own file


def _titled(article: Article, place: int) -> Article:
    origin = replace(
        article.origin,
        outlet=f"Coast Daily {place}",
        address=f"https://news.example.org/2026/harbour/{place}/the-harbour-town-waits-for-an-answer",
        published="2026-01-01",
    )
    return replace(article, origin=origin)


def _annotated(entry: BriefArticle, every: int = 3) -> BriefArticle:
    """With a note, a judgement or both on every so many claims; notes on neighbours, so that margins are crowded."""
    claims = entry.analysis.claims if entry.analysis else ()
    notes, judgements = [], []
    for place, claim in enumerate(claims):
        if place % every < 2:
            found = anchor(entry.article.text, claim.content[0])
            words = NOTES[place % len(NOTES)]
            notes.append(Annotation(f"n{place}", found, MADE, MADE, place % 8 + 1, words, ("follow",) * (place % 2)))
        if place % (2 * every) == 1:
            found = anchor(entry.article.text, claim.content[0])
            word = Judgement(found, MADE, MADE, Status.UNCLEAR, SourceRating.C, 3, note=NOTES[0])
            judgements.append((claim.id, word))
    return replace(entry, annotations=tuple(notes), judgements=tuple(judgements))


if __name__ == "__main__":
    main()
