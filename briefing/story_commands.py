"""`briefing stories FILE…`: what several articles say of one another, without a window and without a library."""

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.terminal import harmless, json_of, said

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.model import Article
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
    from briefing.service.file_stories import stories_in_files

    failures: list[str] = []
    try:
        found = stories_in_files(options.files, lambda message: failures.append(said(message)))
    except (DamagedWeights, NoSentenceEncoder) as failure:
        failures.append(said(failure.message))
        return _told(failures)
    if options.json:
        articles = [_article_object(key, article) for key, article in found.articles]
        print(json_of(stories_object(articles, found.stories), 1))
    else:
        print("\n\n".join(map(story_text, found.stories)))
    return _told(failures)


def print_library_stories(library: "Library", story: int | None, as_json: bool) -> int:
    """Print the stories of a library, or one; what was not read for them yet is read first."""
    from briefing.model.story_json import stories_object
    from briefing.service.story_library import listed_stories, told_story

    code = _brought_up_to_date(library)
    ids = [story] if story is not None else [listed.id for listed in listed_stories(library, count=-1)]
    stories = [told_story(library, one) for one in ids]
    if as_json:
        numbers = dict.fromkeys(key for told in stories for key in told.articles)
        articles = [_article_object(key, library.article(int(key))) for key in numbers]
        print(json_of(stories_object(articles, stories), 1))
    else:
        titles = {key: _named(library, key) for told in stories for key in told.articles}
        print("\n\n".join(story_text(told, titles) for told in stories))
    return code


def print_actor(library: "Library", name: str, as_json: bool) -> int:
    """Print all that somebody says in any article, and what is said against it."""
    from dataclasses import asdict

    from briefing.service.actor_record import actor_record

    code = _brought_up_to_date(library)
    record = actor_record(library, name)
    if as_json:
        print(json_of({"version": 1, **asdict(record)}, 1))
        return code
    for heading, claims in (("On own acts and positions", record.own), ("On others", record.others)):
        if claims:
            print(f"{heading}:")
        for claim in claims:
            print(f"   {claim.published[:10] or 'undated':10}  “{claim.content}” ({claim.status.value}; {claim.title})")
    for one in record.contradictions:
        by = "said otherwise elsewhere" if one.by_himself else f"contradicted by {', '.join(one.by) or 'an article'}"
        print(f"“{one.says}” – {by}: “{one.against}”")
    print(f"Of what is told in stories, {record.alone} stood alone, {record.shared} others say too.")
    return code


def print_comparison(library: "Library", article_id: int, as_json: bool) -> int:
    """Print how what an article says changed from version to version."""
    from dataclasses import asdict

    from briefing.service.version_changes import changes_of_versions

    found = changes_of_versions(library, article_id)
    if as_json:
        versions = [
            {"before": one.before, "after": one.after, "changes": [asdict(change) for change in one.changes]}
            for one in found
        ]
        print(json_of({"version": 1, "versions": versions}, 1))
        return DONE
    if not found:
        print("There is one version of this article alone.")
    for one in found:
        print(f"Version {one.before} to {one.after}:")
        for change in one.changes:
            said = [f"“{side.words}”" for side in (change.before, change.after) if side is not None]
            print(f"   {change.kind.value.replace('_', ' ')}: {' → '.join(said)}")
    return DONE


def print_meaning(library: "Library", typed: str, count: int, as_json: bool) -> int:
    """Print what articles of the library say that means what was typed."""
    from dataclasses import asdict

    from briefing.analysis.encoder.sentence_encoder import shipped_sentence_encoder
    from briefing.analysis.stories.story_reader import NoSentenceEncoder
    from briefing.service.meaning_search import statements_meaning

    code = _brought_up_to_date(library)
    encoder = shipped_sentence_encoder()
    if encoder is None:
        return _told([said(NoSentenceEncoder().message)])
    found = statements_meaning(library, encoder.vectors([typed])[0], count)
    if as_json:
        print(json_of({"version": 1, "found": [asdict(one) for one in found]}, 1))
        return code
    for one in found:
        who = f"{', '.join(one.sources)}: " if one.sources else ""
        print(f"{one.nearness:.2f}  {one.article_id:6}  {who}“{one.words}” ({one.title})")
    return code


def _brought_up_to_date(library: "Library") -> int:
    """Read what was not read for the stories yet, place all that was, and return the exit code so far."""
    from briefing.analysis import DamagedWeights
    from briefing.analysis.stories.story_reader import NoSentenceEncoder
    from briefing.service.story_library import place_articles, read_statements

    failures: list[str] = []
    try:
        read_statements(library)
    except (DamagedWeights, NoSentenceEncoder) as failure:
        failures.append(said(failure.message))
    code = _told(failures)
    if place_articles(library):
        # Of what stood alone before it may not be kept what it says.
        read_statements(library)
    return code


def _article_object(key: str, article: "Article") -> dict[str, object]:
    return {
        "file": key,
        "text": article.text,
        "title": article.title,
        "published": article.origin.published or None,
    }


def _named(library: "Library", key: str) -> str:
    origin = library.kept(int(key)).origin
    told = ", ".join(part for part in (origin.title or "Untitled", origin.outlet, origin.published[:10]) if part)
    return f"{key}  {told}"


def story_text(story: "Story", titles: Mapping[str, str] | None = None) -> str:
    """A story in plain words: its articles, then each proposition with who is behind it."""
    named = titles or {}
    lines = [story.name or story.id, *(f"   {named.get(article, article)}" for article in story.articles)]
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
