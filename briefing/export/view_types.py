"""What all formats show of a brief, as types: plain data, words and numbers only."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict


class StatusView(TypedDict):
    """A line of the legend."""

    status: str
    label: str
    meaning: str


class ShareView(TypedDict):
    """How many claims have a status; `share` is in per cent, `told` says it."""

    status: str
    label: str
    count: int
    share: int
    told: str


class ReasonView(TypedDict):
    """Why a claim has its status, and the words that lead to it."""

    sentence: str
    words: list[str]


class LinkView(TypedDict):
    """What a claim does to another, or has done to it.

    `sentence` says why; `against` says instead who denies what, where no reason of the claim tells it. `scope` is where
    the other claim stands in a composed brief.
    """

    label: str
    number: int
    sentence: str
    against: str
    scope: NotRequired[int]


class JudgementView(TypedDict):
    """The reader's word on a claim.

    `status_line` says who disputes it by the reader's word, `source_line` what he says of its source.
    """

    status: str
    label: str
    ratings: str
    dismissed: bool
    made: bool
    words: bool
    disputed_by: list[str]
    source: str
    note: str
    status_line: str
    source_line: str


class ClaimView(TypedDict):
    """A claim.

    `chain` are those who say it, the innermost first; `pieces` are its words in code points of the article; `found` is
    what the reader corrected; `knowledge` and `anonymity` are the words that tell how a source
    knows and why it has no name.
    """

    number: int
    chain: list[str]
    found: str
    knowledge: list[str]
    anonymity: list[str]
    cue: str
    content: str
    pieces: list[list[int]]
    status: str
    label: str
    manner: str
    place: str
    evidence: list[ReasonView]
    found_status: str
    found_evidence: list[ReasonView]
    links: list[LinkView]
    judgement: JudgementView | None
    notes: list[int]


class NoteView(TypedDict):
    """The reader's highlight, perhaps with a note."""

    number: int
    quote: str
    note: str
    tags: list[str]
    colour: int
    date: str
    place: str
    orphan: bool


class BeginView(TypedDict):
    """The number of a claim that begins at a run."""

    number: int
    status: str


class MarksOfRun(TypedDict):
    """Words of a block with the marks on them."""

    text: str
    start: int
    claims: int
    cue: bool
    actor: bool
    colour: int
    ends: list[int]
    begins: list[BeginView]


class MarkupOfRun(TypedDict):
    """How words are set, where they lead, and in which cell of their block's table they stand."""

    styles: list[str]
    address: str
    cell: int | None


class RunView(MarksOfRun, MarkupOfRun):
    """Words of a block that are marked and set alike."""


class FigureView(TypedDict):
    """A picture; without a digest if it is not there."""

    digest: str
    width: int
    height: int
    description: str


class CellView(TypedDict):
    """A cell of a table: where it stands, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int
    header: bool


class TableView(TypedDict):
    """A table; its words stand in the runs of blocks."""

    rows: int
    columns: int
    cells: list[CellView]


class MarkupOfBlock(TypedDict):
    """What a block has beside its words: marker of an item, remarks and pictures above, the number of its table."""

    marker: str | None
    remarks: list[str]
    figures: list[FigureView]
    table: int | None


class BlockView(MarkupOfBlock):
    """A block of the text; `told` is "title" or "byline" if it says again what stands at the head, else empty."""

    kind: str
    level: int
    told: str
    runs: list[RunView]


class TextOfArticle(TypedDict):
    """The text of an article: its blocks, their tables, and the pictures and remarks below all words."""

    blocks: list[BlockView]
    tables: list[TableView]
    figures_below: list[FigureView]
    remarks_below: list[str]


class GroupView(TypedDict):
    """Claims by their numbers, under a name."""

    name: str
    kind: NotRequired[str]
    claims: list[int]


class PassageView(TypedDict):
    """A passage that rests on one origin."""

    origin: str
    words: str
    claims: list[int]


class QuestionView(TypedDict):
    """What is still to be asked, about whom."""

    about: str
    sentence: str
    claims: list[int]


class AuditView(TypedDict):
    """The sourcing audit of an article."""

    shares: list[ShareView]
    origins: list[str]
    passages: list[PassageView]
    questions: list[QuestionView]


class ArticleView(TextOfArticle):
    """An article of the brief; `facts` are names with their values, `pictures` the bytes by digest.

    `title_runs` are the words of the title as they stand in the text, with their marks, if they do.
    """

    title: str
    title_runs: list[RunView]
    facts: list[tuple[str, str]]
    note: str
    summary: list[ShareView]
    claims: list[ClaimView]
    speakers: list[GroupView]
    times: list[GroupView]
    audit: AuditView
    notes: list[NoteView]
    pictures: Mapping[str, bytes]


class LineView(TypedDict):
    """A line of a composed brief: a text, a whole article, a claim or a note, told apart by its `scope`."""

    kind: str
    text: str
    scope: int
    article: int
    title: str
    claim: NotRequired[ClaimView]
    note: NotRequired[NoteView]


class PartView(TypedDict):
    """A section of a composed brief."""

    heading: str
    lines: list[LineView]


class TimeEntryView(TypedDict):
    """A claim on the timeline of several articles: the place of its article, and its number there."""

    article: int
    claim: int


class TimeView(TypedDict):
    """A date on the timeline of several articles, or that there is none, with the claims that name it."""

    name: str
    entries: list[TimeEntryView]


class BriefView(TypedDict):
    """All that is shown of a brief; `parts` are there if the reader composed it, `timeline` if it is one of several.

    `is_headed` says that the title of the brief is that of its only article.
    """

    title: str
    author: str
    made: str
    made_date: list[int]
    introduction: str
    language: str
    paper: str
    template: str
    kind: str
    classification: str
    statuses: list[StatusView]
    articles: list[ArticleView]
    is_headed: bool
    parts: list[PartView]
    timeline: list[TimeView]
