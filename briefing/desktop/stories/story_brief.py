"""A story as a brief: what is agreed and disputed, told by one alone, where sources were lost, figures, a timeline."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from briefing.desktop.model_labels import status_label, told_day
from briefing.desktop.stories.story_rows import contradicting, first_sides, origins_told, says, standing_words
from briefing.model import BriefLine, BriefSection, KeptArticle, LineKind, StoredBrief
from briefing.model.identifiers import new_identifier
from briefing.model.story import FigureChange, Proposition, Story

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&])")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Briefing", text)


def story_brief(story: Story, articles: Sequence[KeptArticle], author: str) -> StoredBrief:
    """A brief of the story, to be arranged and exported like any other."""
    titles = {str(kept.id): kept.origin.title or _tr("Untitled") for kept in articles}
    calm = [p for p in story.propositions if not (p.contradicted_by or p.disputed_by)]
    sections = (
        _section(_tr("Agreed"), (_line(story, p) for p in calm if len(p.articles) > 1 and len(p.origins) != 1)),
        _section(_tr("Disputed"), (_disputed(story, p) for p in first_sides(story))),
        _section(_tr("Told by one alone"), (_line(story, p) for p in calm if len(p.origins) == 1)),
        _section(_tr("Lost its source"), (_lost(p, titles) for p in story.propositions if p.loses_source_in)),
        _section(_tr("Figures that differ"), _figures(story, titles)),
        _section(
            _tr("Articles, by date"),
            (_dated(told_day(k.origin.published), titles[str(k.id)]) for k in articles),
        ),
    )
    lines = tuple(BriefLine(new_identifier(), LineKind.ARTICLE, kept.id) for kept in articles)
    held = (*(section for section in sections if section.lines), BriefSection(_tr("Articles"), lines))
    title = story.name or _tr("Story")
    return StoredBrief(new_identifier(), title, datetime.now(UTC), author, sections=held)


def _section(heading: str, items: Iterable[str]) -> BriefSection:
    text = "\n".join(f"- {item.strip()}" for item in items)
    return BriefSection(heading, (BriefLine(new_identifier(), LineKind.TEXT, text=text),) if text else ())


def _line(story: Story, proposition: Proposition) -> str:
    standing = f"{status_label(proposition.status)}, {standing_words(story, proposition)}"
    return f"{_plain(says(proposition))}: {_plain(standing)}{_behind(proposition)}"


def _behind(proposition: Proposition) -> str:
    """Who stands behind it, where that is known."""
    return f" ({_plain(origins_told(proposition.origins))})" if proposition.origins else ""


def _dated(day: str, title: str) -> str:
    return f"{_plain(day)}: {_plain(title)}" if day else _plain(title)


def _disputed(story: Story, proposition: Proposition) -> str:
    sides = (proposition, *contradicting(story, proposition))
    told = [f"{_plain(says(p))}{_behind(p)}" for p in sides]
    return " ↔ ".join((*told, *map(_plain, proposition.disputed_by)))


def _lost(proposition: Proposition, titles: Mapping[str, str]) -> str:
    where = ", ".join(titles.get(key, key) for key in proposition.loses_source_in)
    return f"{_plain(says(proposition))}: {_plain(_tr('Told as fact in: {articles}').format(articles=where))}"


def _figures(story: Story, titles: Mapping[str, str]) -> Iterable[str]:
    for one in story.figures:
        sides = (
            f"{side.words} {side.unit} ({titles.get(side.article, side.article)})" for side in (one.earlier, one.later)
        )
        between = " ↔ " if one.change is FigureChange.CONFLICT else " → "
        yield _plain(between.join(sides))


def _plain(words: str) -> str:
    """Words of an article as they are, whatever signs of Markdown they hold."""
    return _MARKS.sub(r"\\\1", " ".join(words.split()))
