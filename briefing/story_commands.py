"""`briefing stories FILE…`: what several articles say of one another, without a window and without a library."""

import argparse
import sys
from typing import TYPE_CHECKING

from briefing.terminal import harmless, json_of

if TYPE_CHECKING:
    from briefing.model.story import Proposition, Story

DONE, FAILED = 0, 1


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing stories` its arguments."""
    parser.description = (
        "Print which articles tell one story, what they say alike, from how many independent origins, "
        "who contradicts whom, and where a source was lost. Nothing is kept."
    )
    parser.add_argument("files", nargs="+", metavar="FILE|ADDRESS")
    parser.add_argument("--json", action="store_true", help="print one JSON object (version 1)")


def run(options: argparse.Namespace) -> int:
    """Do what was asked and return the exit code."""
    from briefing.analysis import DamagedWeights
    from briefing.analysis.stories.story_reader import NoSentenceEncoder
    from briefing.model.story_json import stories_object
    from briefing.service.story_finding import stories_in_files

    failures: list[str] = []
    try:
        found = stories_in_files(options.files, failures.append)
    except (DamagedWeights, NoSentenceEncoder) as failure:
        failures.append(failure.sentence)
        return _told(failures)
    if options.json:
        articles = [
            {"file": key, "text": article.text, "title": article.title, "published": article.origin.published or None}
            for key, article in found.articles
        ]
        print(json_of(stories_object(articles, found.stories), 1))
    else:
        print("\n\n".join(map(story_text, found.stories)))
    return _told(failures)


def story_text(story: "Story") -> str:
    """A story in plain words: its articles, then each proposition with who is behind it."""
    lines = [story.name or story.id, *(f"   {article}" for article in story.articles)]
    says = {proposition.id: proposition.says for proposition in story.propositions}
    for proposition in story.propositions:
        lines += ["", f"“{proposition.says}”", f"   {_standing(proposition)}"]
        lines += [f"   contradicted by: “{says[other]}”" for other in proposition.contradicted_by]
        lines += [f"   told as fact in: {article}" for article in proposition.loses_source_in]
    for figure in story.figures:
        earlier, later = figure.earlier, figure.later
        lines += ["", f"{figure.change.value}: {earlier.words} ({earlier.article}), {later.words} ({later.article})"]
    for copy in story.copies:
        lines += ["", f"{copy.later} has {copy.share:.0%} of the text of {copy.earlier}"]
    return "\n".join(lines)


def _standing(proposition: "Proposition") -> str:
    articles = len(proposition.articles)
    told = f"in {articles} article{'s' if articles != 1 else ''}"
    if not proposition.origins:
        return f"{proposition.status.value}: {told}, nobody is named as its source"
    number = len(proposition.origins)
    behind = f"{number} origin{'s' if number != 1 else ''} ({', '.join(proposition.origins)})"
    return f"{proposition.status.value}: {behind} {told}"


def _told(failures: list[str]) -> int:
    for sentence in failures:
        print(harmless(f"briefing: {sentence}"), file=sys.stderr)
    return FAILED if failures else DONE
