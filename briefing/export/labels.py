"""The words of the model as a printed brief says them, in the language of the brief."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from briefing.export.view_types import ClaimView, FigureView, JudgementView, LinkView
from briefing.model import Analysis, Attribution, Claim, LinkKind, Status, Voice, words_of
from briefing.model.assertion import asserted
from briefing.model.catalogue import catalogue
from briefing.model.date_mention import Precision
from briefing.model.message import Argument, Message

TEXTS, LINES = "brief_text", "brief_line"
"""Areas of the catalogues: texts that stand by themselves, and lines with places."""


class Labels:
    """What a brief says itself, beside what it quotes.

    Args:
        language: code of its language.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = catalogue(language)

    def said(self, message: Message) -> str:
        """What a message says."""
        return self._catalogue.words(message)

    def text(self, name: str) -> str:
        """A text that stands by itself: a heading, the head of a column."""
        return self.said(Message(f"{TEXTS}.{name}"))

    def line(self, name: str, **arguments: Argument) -> str:
        """A line with its places filled."""
        return self.said(Message.of(f"{LINES}.{name}", **arguments))

    def texts(self) -> dict[str, str]:
        """All texts by their names, for templates."""
        beginning = f"{TEXTS}."
        codes = (code for code in self._catalogue.entries if code.startswith(beginning))
        return {code.removeprefix(beginning): self.said(Message(code)) for code in codes}

    def status(self, status: Status) -> str:
        """A status in a word."""
        return self.said(Message(f"status_label.{status.value}"))

    def meaning(self, status: Status) -> str:
        """What a status means, in a sentence."""
        return self.said(Message(f"status_meaning.{status.value}"))

    def voice(self, voice: Voice) -> str:
        """How a claim is given."""
        return self.said(Message(f"voice_label.{voice.value}"))

    def certainty(self, claim: Claim, text: str) -> str:
        """How sure the content is said to be, or that it is denied; `text` is that of the article."""
        return self.text(asserted(claim, text).name.lower())

    def link(self, kind: LinkKind, outgoing: bool) -> str:
        """What a claim does to another one, or has done to it by that."""
        return self.said(Message(f"{'link_label' if outgoing else 'linked_label'}.{kind.value}"))

    def source(self, analysis: Analysis, hop: Attribution, text: str) -> str:
        """The source of one hop: its actors' names, else its words in the text, else that there is none."""
        names = tuple(actor.name for actor_id in hop.actors if (actor := analysis.actor(actor_id)))
        return self.listed(names) if names else words_of(hop.source, text) or self.text("no_source")

    def chain(self, analysis: Analysis, claim: Claim, text: str) -> list[str]:
        """The sources of a claim, the one nearest to the content first; the article itself if there are none."""
        found = [self.source(analysis, hop, text) for hop in reversed(claim.attributions)]
        return found or [self.text("article_itself")]

    def through(self, chain: Iterable[str]) -> str:
        """The sources of a claim in a line."""
        return f" {self.text('through')} ".join(chain)

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other, the last joined by a word."""
        return self._catalogue.words(Message.of("list.all", names=tuple(names)))

    def numbers(self, numbers: list[int]) -> str:
        """Claims by their numbers: "claims 3, 4"; nothing for none."""
        return self.line("numbers", n=len(numbers), numbers=", ".join(map(str, numbers))) if numbers else ""

    def links(self, claim: ClaimView) -> str:
        """What a claim of a sheet does to others, in a line."""
        return "; ".join(self.link_to(link) for link in claim["links"])

    def link_to(self, link: LinkView) -> str:
        """What a claim of a sheet does to another one, with what that says against it: "Denied by claim 3, Lund: …"."""
        told = self.line("link_to", link=link["label"], number=link["number"])
        return f"{told}, {link['against']}" if link["against"] else told

    def reading(self, judgement: JudgementView) -> str:
        """The reader's judgement, as a sheet holds it, in a line; its note is not part of it."""
        parts = [
            self.text("dismissed") if judgement["dismissed"] else "",
            self.text("own_claim") if judgement["made"] else "",
            judgement["status_line"],
            judgement["ratings"],
            judgement["source_line"],
            self.text("words_corrected") if judgement["words"] else "",
        ]
        return ", ".join(part for part in parts if part)

    def source_lines(self, claim: ClaimView) -> list[str]:
        """How the source of a claim of a sheet knows, and why it has no name, a line each; those that are told."""
        told = ((self.text("knows"), claim["knowledge"]), (self.text("nameless"), claim["anonymity"]))
        return [f"{name}: {', '.join(map(self.quoted, pieces))}" for name, pieces in told if pieces]

    def reason_lines(self, claim: ClaimView) -> list[str]:
        """Why a claim of a sheet has its status, a line a reason; then why it had the one that Briefing found."""
        why = [self.line("why_line", sentence=reason["sentence"]) for reason in claim["evidence"]]
        return [*why, *self._found_lines(claim)]

    def reasons(self, claim: ClaimView) -> list[str]:
        """The same without the word that asks why, for where that stands above them."""
        return [*(reason["sentence"] for reason in claim["evidence"]), *self._found_lines(claim)]

    def _found_lines(self, claim: ClaimView) -> list[str]:
        found = self.line("found_status", status=claim["found_status"])
        return [f"{found}: {reason['sentence']}" for reason in claim["found_evidence"]]

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language."""
        return self.said(Message.of("marks.quoted", words=words))

    def picture(self, figure: FigureView) -> str:
        """What is said in the place of a picture that is not there: what it shows."""
        return ": ".join(filter(None, (self.text("picture"), figure["description"])))

    def fact(self, name: str) -> str:
        """What is told of an article, by the name that it has in a sheet ("Outlet")."""
        return self.text(f"fact_{name.lower()}")

    def day(self, day: date) -> str:
        """A date in words that no country reads differently: "6 June 2025"."""
        return self.said(
            Message.of("date.day", day=day.day, month=_months(self.language)[day.month - 1], year=day.year)
        )

    def month(self, day: date) -> str:
        """The month of a day: "June 2025"."""
        return self.said(Message.of("date.month", month=_months(self.language)[day.month - 1], year=day.year))

    def named_date(self, first: date, precision: Precision) -> str:
        """A day, week, month or year that an article names, by the first day of it."""
        match precision:
            case Precision.DAY:
                return self.day(first)
            case Precision.WEEK:
                return self.said(Message.of("date.week", day=self.day(first)))
            case Precision.MONTH:
                return self.month(first)
        return str(first.year)

    def moment(self, moment: datetime) -> str:
        """Day, time and time zone: "6 June 2025, 14:05 UTC"."""
        zone = moment.tzname() or ""
        return f"{self.day(moment.date())}, {moment:%H:%M} {zone}".rstrip()

    def published(self, published: str) -> str:
        """A publication date in words if it is a full one, else as printed."""
        try:
            return self.day(date.fromisoformat(published[:10]))
        except ValueError:
            return published

    def own_status(self, judgement: JudgementView) -> str:
        """The reader's own status of a claim, and who disputes it by his word."""
        if not judgement["disputed_by"]:
            return judgement["label"]
        names, disputed = tuple(judgement["disputed_by"]), self.status(Status.DISPUTED)
        if judgement["label"] == disputed:
            return self.line("disputed_by", status=disputed, names=names)
        return self.line("also_disputed_by", label=judgement["label"], names=names)

    def own_source(self, judgement: JudgementView) -> str:
        """What the reader says of the source of a claim."""
        if not judgement["source"]:
            return ""
        return self.line("attributed" if judgement["made"] else "source_corrected", source=judgement["source"])


@cache
def _months(language: str) -> list[str]:
    return catalogue(language).words(Message("date.months")).split()
