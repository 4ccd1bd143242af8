"""Measures how well a file of the quality set is read: text, facts, and what should have been left grey."""

from dataclasses import dataclass

from quality_samples import Sample, f1, tidy, tokens, without_title

from briefing.intake import IntakeFailure, read_bytes
from briefing.model import Article


@dataclass(frozen=True)
class Measured:
    """What came of one file.

    Attributes:
        ours: F1 of our text.
        bare: F1 of trafilatura's, for pages.
        faults: wrong facts and leaks, a sentence each.
        blocks: our blocks as lines, to look at.
    """

    name: str
    ours: float
    bare: float | None
    faults: tuple[str, ...]
    blocks: tuple[str, ...] = ()


def measured(sample: Sample) -> Measured:
    title = sample.facts.get("title") or sample.text.partition("\n")[0]
    expected = without_title(sample.text, title)
    bare = f1(without_title(bare_text(sample.data), title), expected) if sample.is_page else None
    try:
        article = read_bytes(sample.data, sample.name).article
    except IntakeFailure as failure:
        return Measured(sample.name, 0.0, bare, (failure.sentence,))
    ours = "\n".join(block.span.of(article.text) for block in article.blocks if block.analysed)
    blocks = tuple(f"  {b.kind.value:12} {b.level} {b.span.of(article.text)[:110]!r}" for b in article.blocks)
    faults = (*wrong_facts(sample, article), *leaks(sample, article))
    return Measured(sample.name, f1(without_title(ours, title), expected), bare, faults, blocks)


def bare_text(page: bytes) -> str:
    """The main text as trafilatura gives it when asked with nothing set."""
    from trafilatura import extract

    return extract(page.decode()) or ""


def wrong_facts(sample: Sample, article: Article) -> list[str]:
    return [
        f"{fact} is {found!r} instead of {right!r}"
        for fact, right in sample.facts.items()
        if (found := getattr(article.origin, fact, "")) != right
    ]


def leaks(sample: Sample, article: Article) -> list[str]:
    """Grey lines whose words stand in a block that would be analysed, though not in the article."""
    expected = f" {' '.join(tokens(sample.text))} "
    ours = [f" {' '.join(tokens(block.span.of(article.text)))} " for block in article.blocks if block.analysed]
    grey = {tidy(line): f" {' '.join(tokens(line))} " for line in sample.grey}
    return [
        f"leaks {line[:50]!r}"
        for line, words in grey.items()
        if words not in expected and any(words in block for block in ours)
    ]
