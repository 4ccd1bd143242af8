"""The words of the model as a printed brief says them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from briefing.model import Analysis, Attribution, Claim, LinkKind, Status, words_of
from briefing.model.assertion import Assertion, asserted
from briefing.model.date_mention import Precision
from briefing.model.terms import LINK_LABELS, LINKED_LABELS, STATUS_LABELS

_ASSERTIONS = {
    Assertion.CERTAIN: "stated as certain",
    Assertion.PROBABLE: "stated as probable",
    Assertion.POSSIBLE: "stated as possible",
    Assertion.OPEN: "certainty not stated",
    Assertion.DENIED: "denied",
    Assertion.PROBABLY_NOT: "stated as probably not so",
    Assertion.POSSIBLY_NOT: "stated as possibly not so",
    Assertion.NOT_DENIED: "not denied",
}


def certainty_label(claim: Claim, text: str) -> str:
    """How sure the content is said to be, or that it is denied; `text` is that of the article."""
    return _ASSERTIONS[asserted(claim, text)]


def link_label(kind: LinkKind, outgoing: bool) -> str:
    """What a claim does to another one, or has done to it by that."""
    return (LINK_LABELS if outgoing else LINKED_LABELS)[kind]


def source_label(analysis: Analysis, hop: Attribution, text: str) -> str:
    """The source of one hop: its actors' names, else its words in the text, else that there is none."""
    names = [actor.name for actor_id in hop.actors if (actor := analysis.actor(actor_id))]
    if names:
        return _joined(names)
    return words_of(hop.source, text) or "No source named"


def chain_labels(analysis: Analysis, claim: Claim, text: str) -> list[str]:
    """The sources of a claim, the one nearest to the content first; the article itself if there are none."""
    return [source_label(analysis, hop, text) for hop in reversed(claim.attributions)] or ["The article itself"]


def reading_label(judgement: Mapping[str, Any]) -> str:
    """The reader's judgement, as a sheet holds it, in a line; its note is not part of it."""
    parts = [
        "dismissed, no claim" if judgement["dismissed"] else "",
        "a claim of the reader’s own" if judgement["made"] else "",
        _status_label(judgement),
        judgement["ratings"],
        _source_label(judgement),
        "words corrected" if judgement["words"] else "",
    ]
    return ", ".join(part for part in parts if part)


def source_lines(claim: Mapping[str, Any]) -> list[str]:
    """How the source of a claim of a sheet knows, and why it has no name, a line each; those that are told."""
    told = (("How the source knows", claim["knowledge"]), ("Why it has no name", claim["anonymity"]))
    return [f"{name}: {', '.join(f'“{words}”' for words in pieces)}" for name, pieces in told if pieces]


def reason_lines(claim: Mapping[str, Any]) -> list[str]:
    """Why a claim of a sheet has its status, a line a reason; then, where the reader gave another, why Briefing's."""
    found = f"Briefing found “{claim['found_status']}”"
    return [
        *(f"Why: {reason['sentence']}" for reason in claim["evidence"]),
        *(f"{found}: {reason['sentence']}" for reason in claim["found_evidence"]),
    ]


def reasons_label(claim: Mapping[str, Any]) -> str:
    """The same as one text, for tables and comments."""
    return " ".join(line.removeprefix("Why: ") for line in reason_lines(claim))


def _status_label(judgement: Mapping[str, Any]) -> str:
    if not judgement["disputed_by"]:
        return str(judgement["label"])
    by = f"by {_joined(judgement['disputed_by'])}"
    disputed = STATUS_LABELS[Status.DISPUTED]
    return f"{disputed} {by}" if judgement["label"] == disputed else f"{judgement['label']}, {disputed.lower()} {by}"


def _source_label(judgement: Mapping[str, Any]) -> str:
    if not judgement["source"]:
        return ""
    word = "attributed" if judgement["made"] else "source corrected"
    return f"{word} to “{judgement['source']}”"


_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def day_label(day: date) -> str:
    """A date in words that no country reads differently: "6 June 2025"."""
    return f"{day.day} {month_label(day)}"


def month_label(day: date) -> str:
    """The month of a day: "June 2025"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def named_date_label(first: date, precision: Precision) -> str:
    """A day, week, month or year that an article names, by the first day of it."""
    match precision:
        case Precision.DAY:
            return day_label(first)
        case Precision.WEEK:
            return f"Week of {day_label(first)}"
        case Precision.MONTH:
            return month_label(first)
    return str(first.year)


def moment_label(moment: datetime) -> str:
    """Day, time and time zone: "6 June 2025, 14:05 UTC"."""
    zone = moment.tzname() or ""
    return f"{day_label(moment.date())}, {moment:%H:%M} {zone}".rstrip()


def published_label(published: str) -> str:
    """A publication date in words if it is a full one, else as printed."""
    try:
        return day_label(date.fromisoformat(published[:10]))
    except ValueError:
        return published


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
