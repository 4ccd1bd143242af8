"""A brief as the plain data that the page template sets: words and numbers only, nothing that could be run."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, cast

from briefing.export.block_markup import BlockMarkup
from briefing.export.composed_sections import parts_of
from briefing.export.labels import Labels
from briefing.export.mark_runs import Mark, MarkKind, Run, flatten
from briefing.export.template_sections import audit, by_speaker, by_time, profile_of, share_view, timeline
from briefing.export.text_sanitizer import printable, printable_part
from briefing.export.told_blocks import TITLE, told_blocks
from briefing.export.user_templates import template_title
from briefing.export.view_types import (
    ArticleView,
    BlockView,
    BriefView,
    ClaimView,
    JudgementView,
    LinkView,
    MarksOfRun,
    NoteView,
    ReasonView,
    ShareView,
    TextOfArticle,
)
from briefing.model import (
    Analysis,
    Annotation,
    Article,
    Brief,
    BriefArticle,
    Claim,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Placing,
    Shown,
    Span,
    Status,
    words_of,
)
from briefing.model.citation import place_label
from briefing.model.message import Message
from briefing.model.other_side import is_told, other_side
from briefing.model.span_index import Laid
from briefing.model.standing import counts_by_status, is_dismissed, percentages, standing, status_of, told_of_source

LONGEST_WORD = 60
"""Code points without a break after which a line may be broken anywhere: no line leaves the page."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}")

_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")

Data = TypeVar("Data")

OF_MAKING = ("Digest", "Engine")
"""Facts that tell how a brief was made, and not where an article is from; they stand at its end."""

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Sizes of paper by our names, and as Typst calls them."""


def sheet(brief: Brief) -> BriefView:
    """All that is printed of `brief`."""
    labels = Labels(brief.language)
    articles = [_article(labels, entry) for entry in brief.articles]
    together = brief.template == "timeline" and not brief.parts and len(articles) > 1
    if together:
        # The claims of all of them stand in one order, and not again with their articles.
        articles = [{**article, "times": []} for article in articles]
    languages = [entry.article.origin.language for entry in brief.articles]
    title = printable(brief.title) or labels.text("brief")
    return {
        "title": title,
        "author": printable(brief.author),
        "made": labels.published(brief.date) if brief.date else labels.moment(brief.made),
        "made_date": [brief.made.year, brief.made.month, brief.made.day],
        "introduction": printable(brief.introduction),
        "language": next((language for language in languages if _LANGUAGE.fullmatch(language)), "en"),
        "paper": PAPERS.get(brief.paper, "a4"),
        "template": brief.template,
        "kind": labels.text("brief") if brief.parts else template_title(brief.template, labels.said),
        "classification": printable(brief.classification),
        "statuses": [
            {"status": status.value, "label": labels.status(status), "meaning": labels.meaning(status)}
            for status in Status
            if Shown.LEGEND not in brief.without
        ],
        "articles": articles,
        "is_headed": not brief.parts and [article["title"] for article in articles] == [title],
        "parts": parts_of(brief, articles),
        "timeline": timeline(labels, brief.articles) if together else [],
    }


def from_where(article: ArticleView) -> list[tuple[str, str]]:
    """The facts that tell where an article is from."""
    return [(name, value) for name, value in article["facts"] if name not in OF_MAKING]


def how_made(labels: Labels, data: BriefView) -> list[str]:
    """A line for each article of a brief that was not composed: its digest, and what analysed it."""
    lines = []
    for article in data["articles"] if not data["parts"] else ():
        facts = [f"{labels.fact(name)}: {value}" for name, value in article["facts"] if name in OF_MAKING]
        named = [] if data["is_headed"] else [article["title"]]
        lines += [" · ".join((*named, *facts))] if facts else []
    return lines


def times_of(data: BriefView) -> Iterator[tuple[str, list[tuple[int, ClaimView]]]]:
    """The dates on the timeline of several articles, each with the claims that name it and their articles' places."""
    known = [{claim["number"]: claim for claim in article["claims"]} for article in data["articles"]]
    for time in data["timeline"]:
        yield time["name"], [(one["article"], known[one["article"]][one["claim"]]) for one in time["entries"]]


def claim_groups(labels: Labels, article: ArticleView, template: str) -> list[tuple[str, list[ClaimView]]]:
    """The headings under which a template shows the claims of an article of a sheet, with their claims."""
    by_number = {claim["number"]: claim for claim in article["claims"]}
    groups = {"who": article["speakers"], "timeline": article["times"], "audit": []}.get(template)
    if groups is None:
        return [(labels.text("claims"), article["claims"])] if article["claims"] else []
    return [(group["name"], [by_number[number] for number in group["claims"]]) for group in groups if group["claims"]]


def _cleaned(data: Data) -> Data:
    return cast(Data, _everywhere(data, printable))


def breakable(data: Data) -> Data:
    """A sheet, or a part of one, whose over-long words have places to break, for where lines have an end."""
    return cast(Data, _everywhere(data, lambda text: _LONG_WORD.sub(lambda found: "\u200b".join(found.group()), text)))


def _everywhere(data: Any, change: Callable[[str], str]) -> Any:
    match data:
        case str():
            return change(data)
        case list() | tuple():
            return [_everywhere(part, change) for part in data]
        case dict():
            return {name: _everywhere(part, change) for name, part in data.items()}
    return data


def _article(labels: Labels, entry: BriefArticle) -> ArticleView:
    analysis = entry.analysis
    claims = analysis.claims if analysis else ()
    numbers, notes = entry.claim_numbers, entry.note_numbers
    beside, profile = _Beside(labels, entry, numbers, notes), profile_of(entry)
    text = _text(labels, entry, numbers, notes)
    return {
        "title": printable(entry.article.title) or labels.text("untitled"),
        "title_runs": next((block["runs"] for block in text["blocks"] if block["told"] == TITLE), []),
        "facts": [(name, printable(value)) for name, value in _facts(labels, entry) if value],
        "note": _note_of(labels, analysis),
        "summary": _summary(labels, entry),
        "claims": [_claim(labels, claim, entry.article, analysis, beside) for claim in claims if analysis],
        **text,
        "speakers": _cleaned(by_speaker(labels, profile, numbers)),
        "times": by_time(labels, entry, numbers),
        "audit": _cleaned(audit(labels, entry, profile, numbers)),
        "notes": [_note(labels, notes[annotation.id], annotation, entry.article) for annotation in entry.annotations],
        "pictures": dict(entry.pictures),
    }


def _note_of(labels: Labels, analysis: Analysis | None) -> str:
    if analysis is None:
        return labels.said(Message("note.not_analysed"))
    return printable(labels.said(analysis.note)) if analysis.note else ""


def _facts(labels: Labels, entry: BriefArticle) -> list[tuple[str, str]]:
    origin = entry.article.origin
    return [
        ("Outlet", origin.outlet),
        ("By", origin.byline),
        ("Published", labels.published(origin.published)),
        ("Address", origin.address),
        ("File", re.split(r"[/\\]", origin.file)[-1]),
        ("Read", labels.day(entry.read.date()) if entry.read else ""),
        ("Digest", f"SHA-256 {origin.digest}" if origin.digest else ""),
        ("Engine", entry.analysis.engine if entry.analysis else ""),
    ]


def _summary(labels: Labels, entry: BriefArticle) -> list[ShareView]:
    """How many claims have which status, by the reader's word; what he dismissed is no claim."""
    judged = dict(entry.judgements)
    claims = entry.analysis.claims if entry.analysis else ()
    counts = counts_by_status(claims, judged)
    return [
        share_view(labels, status, count, share)
        for (status, count), share in zip(counts.items(), percentages([*counts.values()]), strict=True)
    ]


class _Beside:
    """What is told of the claims of an article besides themselves, each gathered once for all of them."""

    def __init__(self, labels: Labels, entry: BriefArticle, numbers: dict[str, int], notes: dict[str, int]) -> None:
        self.numbers = numbers
        self._labels = labels
        self._entry = entry
        self.judged = dict(entry.judgements)
        self._notes = Laid(
            (note.anchor.span, notes[note.id])
            for note in entry.annotations
            if note.note and note.placing is not Placing.ORPHAN
        )
        self._claims = {claim.id: claim for claim in entry.analysis.claims} if entry.analysis else {}
        self._incoming: dict[str, list[tuple[Link, str]]] = {}
        for other in self._claims.values():
            for link in other.links:
                self._incoming.setdefault(link.to, []).append((link, other.id))

    def notes_on(self, claim: Claim) -> list[int]:
        """The numbers of the notes that the reader wrote on words of the claim."""
        return sorted({number for piece in claim.content for number in self._notes.over(piece)})

    def links_of(self, claim: Claim, reasons: tuple[Evidence, ...]) -> list[LinkView]:
        """What the claim, whose status has these reasons, does to others, and they to it."""
        outgoing = [(link, link.to, True) for link in claim.links]
        incoming = [(link, other, False) for link, other in self._incoming.get(claim.id, ())]
        return [
            self._link(link, self._claims[other], reasons, is_outgoing)
            for link, other, is_outgoing in (*outgoing, *incoming)
            if other in self.numbers
        ]

    def _link(self, link: Link, other: Claim, reasons: tuple[Evidence, ...], is_outgoing: bool) -> LinkView:
        is_denial = link.kind is LinkKind.DENIES
        # What the reader dismissed is no claim, and its words stand against nothing.
        is_said = is_denial and (is_told(other, reasons) or is_dismissed(self.judged.get(other.id)))
        return {
            "label": self._labels.link(link.kind, is_outgoing),
            "number": self.numbers[other.id],
            "sentence": "" if is_denial else printable(self._labels.said(link.message)),
            "against": printable(self._said_against(other)) if is_denial and not is_said else "",
        }

    def _said_against(self, other: Claim) -> str:
        analysis, text = self._entry.analysis, self._entry.article.text
        assert analysis is not None
        judgement = self.judged.get(other.id)
        corrected = judgement.source if judgement else None
        return other_side(corrected or self._labels.chain(analysis, other, text)[0], other, text)


def _claim(labels: Labels, claim: Claim, article: Article, analysis: Analysis, beside: _Beside) -> ClaimView:
    text, place = article.text, printable(place_label(article, claim.content, labels.language))
    judgement = beside.judged.get(claim.id)
    stands = standing(claim, judgement)
    chain = labels.chain(analysis, claim, text)
    source = judgement.source if judgement and judgement.source else chain[0]
    knowledge, anonymity = told_of_source(claim, judgement)
    found_status = labels.status(stands.found) if stands.found else ""
    found = [chain[0] if source != chain[0] else "", found_status]
    return {
        "number": beside.numbers[claim.id],
        "chain": [printable(name) for name in (source, *chain[1:])],
        "found": printable(", ".join(part for part in found if part)),
        "knowledge": [printable(span.of(text)) for span in knowledge],
        "anonymity": [printable(span.of(text)) for span in anonymity],
        "cue": printable(words_of(claim.innermost.cue, text)) if claim.innermost else "",
        "content": printable(words_of(claim.content, text)),
        "pieces": [[piece.start, piece.end] for piece in claim.content],
        "status": stands.status.value,
        "label": labels.status(stands.status),
        "manner": ", ".join(filter(None, (labels.voice(claim.voice), labels.certainty(claim, text), place))),
        "place": place,
        "evidence": _reasons(labels, stands.reasons, text),
        "found_status": found_status,
        "found_evidence": _reasons(labels, stands.found_reasons, text),
        "links": beside.links_of(claim, stands.reasons),
        "judgement": _judgement(labels, judgement) if judgement else None,
        "notes": beside.notes_on(claim),
    }


def _pointed_at(reason: Evidence, text: str) -> list[str]:
    """The words that a reason points at; the reader's own word points at the claim, which stands beside it."""
    return [] if reason.rule.startswith("reader.") else [span.of(text) for span in reason.spans]


def _reasons(labels: Labels, reasons: Iterable[Evidence], text: str) -> list[ReasonView]:
    return [
        {
            "sentence": printable(labels.said(reason.message)),
            "words": [printable(words) for words in _pointed_at(reason, text)],
        }
        for reason in reasons
    ]


def _judgement(labels: Labels, judgement: Judgement) -> JudgementView:
    ratings = [
        labels.line("rating_source", rating=judgement.source_rating.value) if judgement.source_rating else "",
        labels.line("rating_information", rating=judgement.information_rating) if judgement.information_rating else "",
    ]
    status = judgement.own_status
    told: JudgementView = {
        "status": status.value if status else "",
        "label": labels.status(status) if status else "",
        "ratings": ", ".join(rating for rating in ratings if rating),
        "dismissed": judgement.dismissed,
        "made": judgement.made,
        "words": judgement.words is not None,
        "disputed_by": [printable(one.source) for one in judgement.disputed_by if one.source],
        "source": printable(judgement.source or ""),
        "note": printable(judgement.note),
        "status_line": "",
        "source_line": "",
    }
    return {**told, "status_line": labels.own_status(told), "source_line": labels.own_source(told)}


def _text(labels: Labels, entry: BriefArticle, numbers: dict[str, int], notes: dict[str, int]) -> TextOfArticle:
    """The blocks of the article, its tables, and the pictures and remarks below all words."""
    markup = BlockMarkup(entry.article, dict(entry.pictures), labels)
    blocks = _blocks(entry, numbers, notes, markup)
    return {
        "blocks": blocks,
        "tables": markup.tables(),
        "figures_below": markup.below(),
        "remarks_below": markup.remarks_below(),
    }


def _blocks(
    entry: BriefArticle, numbers: dict[str, int], notes: dict[str, int], markup: BlockMarkup
) -> list[BlockView]:
    article, claims = entry.article, entry.analysis.claims if entry.analysis else ()
    marks = Laid((mark.span, mark) for mark in (*_marks(entry, numbers), *markup.marks()))
    starts = Laid((Span(claim.start, claim.start + 1), (claim.start, numbers[claim.id])) for claim in claims)
    judged = dict(entry.judgements)
    statuses = {numbers[claim.id]: status_of(claim, judged.get(claim.id)).value for claim in claims}
    ends = [
        (_within(note.anchor.span, article).end, notes[note.id])
        for note in entry.annotations
        if note.placing is not Placing.ORPHAN
    ]
    stops = Laid((Span(max(0, end - 1), end), (end, number)) for end, number in ends)
    told = told_blocks(article)
    found: list[BlockView] = [
        {
            "kind": block.kind.value,
            "level": block.level,
            "told": told.get(place, ""),
            **markup.of_block(block),
            "runs": [
                {**_run(run, article.text, statuses), **markup.of_run(run)}
                for run in flatten(block.span, marks.over(block.span), starts.over(block.span), stops.over(block.span))
            ],
        }
        for place, block in enumerate(article.blocks)
    ]
    return [{**block, "told": block["told"] if _is_left_out(block) else ""} for block in found]


def _is_left_out(block: BlockView) -> bool:
    """Whether what is told at the head is not said again: a line with a mark of the reader's is."""
    return block["told"] == TITLE or not any(run["colour"] or run["ends"] or run["claims"] for run in block["runs"])


def _run(run: Run, text: str, statuses: dict[int, str]) -> MarksOfRun:
    return {
        "text": printable_part(run.span.of(text)),
        "start": run.span.start,
        "claims": run.claims,
        "cue": run.cue,
        "actor": run.actor,
        "colour": run.colour,
        "ends": list(run.ends),
        "begins": [{"number": number, "status": statuses[number]} for number in run.begins],
    }


def _marks(entry: BriefArticle, numbers: dict[str, int]) -> list[Mark]:
    marks = [
        Mark(MarkKind.HIGHLIGHT, _within(note.anchor.span, entry.article), note.colour)
        for note in entry.annotations
        if note.placing is not Placing.ORPHAN
    ]
    if entry.analysis:
        for claim in entry.analysis.claims:
            marks += [Mark(MarkKind.CLAIM, piece, numbers[claim.id]) for piece in claim.content]
            marks += [Mark(MarkKind.CUE, piece) for hop in claim.attributions for piece in hop.cue]
        marks += [Mark(MarkKind.ACTOR, mention) for actor in entry.analysis.actors for mention in actor.mentions]
    return marks


def _within(span: Span, article: Article) -> Span:
    length = len(article.text)
    return Span(min(span.start, length), min(span.end, length))


def _note(labels: Labels, number: int, annotation: Annotation, article: Article) -> NoteView:
    is_placed = annotation.placing is not Placing.ORPHAN
    return {
        "number": number,
        "quote": printable(annotation.anchor.exact.strip()),
        "note": printable(annotation.note),
        "tags": [printable(tag) for tag in annotation.tags],
        "colour": annotation.colour,
        "date": labels.day(annotation.modified.date()),
        "place": printable(place_label(article, [_within(annotation.anchor.span, article)], labels.language))
        if is_placed
        else "",
        "orphan": annotation.placing is Placing.ORPHAN,
    }
