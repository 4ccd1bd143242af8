"""Words of the model as the reader sees them: statuses, voices, links and the like, through translation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from briefing.desktop.interface_language import said
from briefing.desktop.settings import Look
from briefing.model import (
    ActorKind,
    Analysis,
    Article,
    Asking,
    BinnedKind,
    Claim,
    Judgement,
    LinkKind,
    LocatorKind,
    Origin,
    Shown,
    SourceRating,
    Span,
    Status,
    Voice,
    located_by_kind,
)
from briefing.model.message import Message

if TYPE_CHECKING:
    from briefing.model.assertion import Assertion

_WEEKDAY = r"[\s,،]*dddd[\s,،]*(?:'den'\s+)?"
"""The day of the week in a form of date of any language, with what sets it off."""

MENUS = ("File", "Edit", "Mark", "Claim", "Library", "View", "Help")
"""The menus by the names that commands have for them, in their order."""


def menu_label(menu: str) -> str:
    """A menu by the name that commands have for it."""
    words = {
        "File": _tr("File"),
        "Edit": _tr("Edit"),
        "Mark": _tr("Mark"),
        "Claim": _tr("Claim"),
        "Library": _tr("Library"),
        "View": _tr("View"),
        "Help": _tr("Help"),
    }
    return words[menu]


def template_label(name: str, title: str) -> str:
    """A template of briefs; one of the reader's own has the title that it gives itself."""
    return title if name.endswith(".typ") else said(Message(f"template_title.{name}"))


def format_label(title: Message) -> str:
    """A format of briefs; those that are called the same everywhere keep their title."""
    return said(title)


def shown_label(part: Shown) -> str:
    """What a brief can be without."""
    words = {
        Shown.BOILERPLATE: _tr("Boilerplate"),
        Shown.REASONS: _tr("Reasons for statuses"),
        Shown.NOTES: _tr("My highlights and notes"),
        Shown.DISMISSED: _tr("Dismissed claims"),
        Shown.LEGEND: _tr("Legend"),
    }
    return words[part]


def look_label(look: Look) -> str:
    """How the window looks."""
    words = {
        Look.SYSTEM: _tr("As the system"),
        Look.LIGHT: _tr("Light"),
        Look.DARK: _tr("Dark"),
        Look.CONTRAST: _tr("Strong contrast"),
        Look.CONTRAST_DARK: _tr("Strong contrast, dark"),
    }
    return words[look]


def status_label(status: Status) -> str:
    """One or two words for a status."""
    return said(Message(f"status_label.{status.value}"))


def status_meaning(status: Status) -> str:
    """What a status means, in one sentence."""
    return said(Message(f"status_meaning.{status.value}"))


def voice_label(voice: Voice) -> str:
    """How a claim is given."""
    return said(Message(f"voice_label.{voice.value}"))


def assertion_label(assertion: Assertion) -> str:
    """How sure a content is said to be, or that it is denied."""
    from briefing.model.assertion import Assertion

    words = {
        Assertion.CERTAIN: _tr("as certain"),
        Assertion.PROBABLE: _tr("as probable"),
        Assertion.POSSIBLE: _tr("as possible"),
        Assertion.OPEN: _tr("as unknown"),
        Assertion.DENIED: _tr("denied"),
        Assertion.PROBABLY_NOT: _tr("as probably not so"),
        Assertion.POSSIBLY_NOT: _tr("as possibly not so"),
        Assertion.NOT_DENIED: _tr("not denied"),
    }
    return words[assertion]


def cited_label(article: Article, spans: Sequence[Span]) -> str:
    """What a citation of some words tells of their article, part by part."""
    from briefing.model.citation import Cited, known_parts

    words = {
        Cited.TITLE: _tr("title"),
        Cited.OUTLET: _tr("outlet"),
        Cited.BYLINE: _tr("author"),
        Cited.PUBLISHED: _tr("date"),
        Cited.ADDRESS: _tr("address"),
        Cited.SECTION: _tr("section"),
        Cited.PAGE: _tr("page"),
        Cited.TIME: _tr("time"),
        Cited.MESSAGE: _tr("message"),
        Cited.LOCATION: _tr("location"),
        Cited.PARAGRAPH: _tr("paragraph"),
    }
    return ", ".join([*(words[part] for part in known_parts(article, spans)), _tr("day of reading")])


def page_label(article: Article, spans: Sequence[Span]) -> str:
    """Where words stand in the original of an article: its page, time or message; "" if that is not known."""
    places = located_by_kind(article.locators, spans)
    if not places:
        return ""
    words = {
        LocatorKind.PAGE: _tr("p. {place}"),
        LocatorKind.TIME: _tr("at {place}"),
        LocatorKind.MESSAGE: _tr("message {place}"),
        LocatorKind.LOCATION: _tr("location {place}"),
    }
    return ", ".join(words[kind].format(place=place) for kind, place in places.items())


def link_label(kind: LinkKind) -> str:
    """What a claim does to the one it links to."""
    return said(Message(f"link_label.{kind.value}"))


def linked_label(kind: LinkKind) -> str:
    """The same seen from the other end."""
    return said(Message(f"linked_label.{kind.value}"))


def actor_kind_label(kind: ActorKind) -> str:
    """What an actor is."""
    words = {
        ActorKind.PERSON: _tr("person"),
        ActorKind.ORGANIZATION: _tr("organization"),
        ActorKind.GOVERNMENT: _tr("government"),
        ActorKind.COUNTRY: _tr("country"),
        ActorKind.MEDIA: _tr("media"),
        ActorKind.DOCUMENT: _tr("document"),
        ActorKind.GROUP: _tr("group"),
    }
    return words[kind]


def source_label(analysis: Analysis, claim: Claim, text: str, judgement: Judgement | None = None) -> str:
    """Who says it, through whom: "China’s Foreign Ministry → Donald Trump"; the reader's correction wins."""
    if judgement is not None and judgement.source:
        return judgement.source
    if not claim.attributions:
        return _tr("The article itself")
    hops = []
    for hop in claim.attributions:
        names = [actor.name for actor_id in hop.actors if (actor := analysis.actor(actor_id))]
        words = " ".join(span.of(text) for span in hop.source)
        hops.append(_joined(names) or words or _tr("Nobody named"))
    return " → ".join(hops)


def source_rating_label(rating: SourceRating) -> str:
    """How reliable a source is, in the words of the Admiralty code."""
    words = {
        SourceRating.A: _tr("A · completely reliable"),
        SourceRating.B: _tr("B · usually reliable"),
        SourceRating.C: _tr("C · fairly reliable"),
        SourceRating.D: _tr("D · not usually reliable"),
        SourceRating.E: _tr("E · unreliable"),
        SourceRating.F: _tr("F · cannot be judged"),
    }
    return words[rating]


def information_rating_label(number: int) -> str:
    """How credible information is, 1 to 6, in the words of the Admiralty code."""
    words = (
        _tr("1 · confirmed by others"),
        _tr("2 · probably true"),
        _tr("3 · possibly true"),
        _tr("4 · doubtful"),
        _tr("5 · improbable"),
        _tr("6 · cannot be judged"),
    )
    return words[number - 1]


def asking_label(asking: Asking) -> str:
    """What an editor asks."""
    words = {
        Asking.NAME: _tr("Who is that? Ask for a name, or for a second source."),
        Asking.SECOND_SOURCE: _tr("Who else can affirm what only this source says?"),
        Asking.ANSWER: _tr("Is accused and does not speak: was an answer asked for?"),
        Asking.ORIGINAL: _tr("Can the original be seen?"),
        Asking.ATTRIBUTION: _tr("What is stated as fact here is known only from a source: name it again."),
        Asking.CLARITY: _tr("What is left open here, and who would know?"),
    }
    return words[asking]


def knowledge_label(words: str) -> str:
    """What the text tells of how a source knows."""
    return _tr("How the source knows: {words}").format(words=words)


def anonymity_label(words: str) -> str:
    """What the text tells of why a source has no name."""
    return _tr("Why it has no name: {words}").format(words=words)


def found_label(words: str) -> str:
    """What the program had found, shown beside the reader's own word."""
    return _tr("Briefing found: {words}").format(words=words)


def disputed_label(names: list[str]) -> str:
    """Who disputes something."""
    return _tr("Disputed by {names}").format(names=_joined(names))


def colour_label(number: int) -> str:
    """The name of the reader's colour 1 to 8."""
    names = (
        _tr("Yellow"),
        _tr("Green"),
        _tr("Blue"),
        _tr("Pink"),
        _tr("Orange"),
        _tr("Violet"),
        _tr("Mint"),
        _tr("Grey"),
    )
    return names[(number - 1) % len(names)]


def published_label(origin: Origin) -> str:
    """The day of publication in the reader's language, or as printed if it is no full date; may be empty."""
    return told_day(origin.published)


def told_day(published: str) -> str:
    """The same of a date of publication by itself."""
    try:
        return _day(date.fromisoformat(published[:10]))
    except ValueError:
        return published


def _day(day: date) -> str:
    """A day with its year.

    A line of a list has little room: no day of the week, and a short name of the month, but never a mere number, which
    some read as the day.
    """
    form = re.sub(_WEEKDAY, "", QLocale().dateFormat(QLocale.FormatType.LongFormat)).replace("MMMM", "MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def remaining_label(seconds: float) -> str:
    """How long something will take, no more exactly than anybody can know."""
    if seconds < 50:
        return _tr("less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 90:
        return _tr("about {n} min left").format(n=minutes)
    return _tr("about {n} h left").format(n=round(minutes / 60))


def binned_label(kind: BinnedKind) -> str:
    """What something in the bin is."""
    return {
        BinnedKind.ARTICLE: _tr("Article"),
        BinnedKind.ANNOTATION: _tr("Note or highlight"),
        BinnedKind.COLLECTION: _tr("Collection"),
        BinnedKind.SAVED_SEARCH: _tr("Saved search"),
        BinnedKind.BRIEF: _tr("Brief"),
    }[kind]


def day_label(moment: datetime) -> str:
    """The day of a moment in the reader's time zone and language."""
    day = moment.astimezone().date()
    return _day(day)


def _joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _tr("{others} and {last}").format(others=", ".join(names[:-1]), last=names[-1])


def _tr(words: str) -> str:
    return QCoreApplication.translate("Labels", words)
