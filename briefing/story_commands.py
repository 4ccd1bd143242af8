"""`briefing stories FILE…`: what several articles say of one another, without a window and without a library."""

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.model.message import Message
from briefing.model.story import origin_told
from briefing.terminal import harmless, json_of, quoted, said

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.model import Article
    from briefing.model.story import Proposition, Story
    from briefing.service.actor_record import Contradiction

DONE, FAILED = 0, 1


def describe(parser: argparse.ArgumentParser) -> None:
    """Give the parser of `briefing stories` its arguments."""
    parser.description = said(Message("help.stories"))
    parser.add_argument("files", nargs="+", metavar="FILE|ADDRESS")
    parser.add_argument("--json", action="store_true", help=said(Message("help.json_object")))


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
    from briefing.library import queries
    from briefing.model.story_json import stories_object
    from briefing.service.story_library import listed_stories, told_story

    code = _brought_up_to_date(library)
    ids = [story] if story is not None else [listed.id for listed in listed_stories(library, count=-1)]
    stories = [told_story(library, one) for one in ids]
    if as_json:
        numbers = dict.fromkeys(key for told in stories for key in told.articles)
        articles = [_article_object(key, library.ask(queries.WholeArticle(int(key)))) for key in numbers]
        print(json_of(stories_object(articles, stories), 1))
    else:
        titles = {key: _named(library, key) for told in stories for key in told.articles}
        print("\n\n".join(story_text(told, titles) for told in stories) or said(Message("story_text.none")))
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
    for told, names in (("story_text.speaks_for", record.speaks_for), ("story_text.spoken_for", record.spoken_for_by)):
        if names:
            print(said(Message.of(told, names=names)))
    for heading, claims in (("story_text.own", record.own), ("story_text.others", record.others)):
        if claims:
            print(f"{said(Message(heading))}:")
        for claim in claims:
            when = claim.published[:10] or said(Message("story_text.undated"))
            status = said(Message(f"status.{claim.status.value}"))
            print(f"   {when:10}  {quoted(claim.content)} ({status}; {claim.title})")
    for one in record.contradictions:
        print(f"{quoted(one.says)} – {_against_it(one)}")
    print(said(Message.of("story_text.shares", alone=record.alone, shared=record.shared)))
    return code


def _against_it(one: "Contradiction") -> str:
    """What stands against something that an actor says, and whose word that is."""
    if not (one.against or one.by_himself):
        return said(Message.of("story_text.disputed_by", names=one.by))
    names = ", ".join(said(origin_told(name)) for name in one.by) or Message("story_text.an_article")
    by = Message("story_text.otherwise") if one.by_himself else Message.of("story_text.by", names=names)
    return f"{said(by)}: {quoted(one.against)}"


def print_comparison(library: "Library", article_id: int, as_json: bool) -> int:
    """Print how what an article says changed from version to version."""
    from dataclasses import asdict

    from briefing.service.version_changes import changes_of_versions

    found = changes_of_versions(library, article_id)
    if as_json:
        versions = [
            {
                "before": one.before,
                "after": one.after,
                "changes": [asdict(change) for change in one.changes],
                "text": [asdict(difference) for difference in one.text],
            }
            for one in found
        ]
        print(json_of({"version": 1, "versions": versions}, 1))
        return DONE
    if not found:
        print(said(Message("story_text.one_version")))
    for one in found:
        print(f"{said(Message.of('story_text.versions', before=one.before, after=one.after))}:")
        for change in one.changes:
            sides = [quoted(side.words) for side in (change.before, change.after) if side is not None]
            print(f"   {said(Message(f'version_change.{change.kind.value}'))}: {' → '.join(sides)}")
        for difference in one.text:
            for sign, words in (("-", difference.before), ("+", difference.after)):
                print(*(f" {sign} {line}" for line in words.splitlines() if line), sep="\n", end="\n" if words else "")
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
        print(f"{one.nearness:.2f}  {one.article_id:6}  {who}{quoted(one.words)} ({one.title})")
    return code


def _brought_up_to_date(library: "Library") -> int:
    """Analyse and read what was not yet, place all that was, and return the exit code so far."""
    from briefing.analysis import DamagedWeights
    from briefing.analysis.stories.story_reader import NoSentenceEncoder
    from briefing.service.story_library import analyse_waiting, place_articles, read_statements

    failures: list[str] = []
    try:
        analyse_waiting(library)
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
    from briefing.library import queries

    origin = library.ask(queries.ListedArticle(int(key))).origin
    told = ", ".join(
        part
        for part in (origin.title or said(Message("command.untitled")), origin.outlet, origin.published[:10])
        if part
    )
    return f"{key}  {told}"


def story_text(story: "Story", titles: Mapping[str, str] | None = None) -> str:
    """A story in plain words: its articles, then each proposition with who is behind it."""
    named = titles or {}
    lines = [story.name or story.id, *(f"   {named.get(article, article)}" for article in story.articles)]
    says = {proposition.id: _says(proposition) for proposition in story.propositions}
    for proposition in story.propositions:
        lines += ["", says[proposition.id], f"   {_standing(proposition)}"]
        told = [Message.of("story_text.contradicted", words=says[other]) for other in proposition.contradicted_by]
        if proposition.disputed_by:
            told.append(Message.of("story_text.disputed_by", names=proposition.disputed_by))
        told += [Message.of("story_text.as_fact", article=article) for article in proposition.loses_source_in]
        lines += [f"   {said(one)}" for one in told]
    for figure in story.figures:
        earlier, later = figure.earlier, figure.later
        change = said(Message(f"figure_change.{figure.change.value}"))
        lines += ["", f"{change}: {earlier.words} ({earlier.article}), {later.words} ({later.article})"]
    for copy in story.copies:
        copied = Message.of("story_text.copied", later=copy.later, share=f"{copy.share:.0%}", earlier=copy.earlier)
        lines += ["", said(copied)]
    return "\n".join(lines)


def _says(proposition: "Proposition") -> str:
    words = quoted(proposition.says)
    return said(Message.of("story_text.denied", words=words)) if proposition.is_denial else words


def _standing(proposition: "Proposition") -> str:
    status = Message(f"status.{proposition.status.value}")
    told = Message.of("story_text.in_articles", n=len(proposition.articles))
    if not proposition.origins:
        return said(Message.of("story_text.nobody", status=status, told=told))
    origins = ", ".join(said(origin_told(origin)) for origin in proposition.origins)
    behind = Message.of("story_text.origins", n=len(proposition.origins), names=origins)
    return said(Message.of("story_text.standing", status=status, origins=behind, told=told))


def _told(failures: list[str]) -> int:
    for sentence in failures:
        print(harmless(f"briefing: {sentence}"), file=sys.stderr)
    return FAILED if failures else DONE
