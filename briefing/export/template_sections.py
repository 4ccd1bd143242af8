"""What the templates beside the annotated article show: claims by who said them and by time, and the sourcing audit."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from briefing.export.labels import Labels
from briefing.export.view_types import AuditView, GroupView, ShareView, TimeView
from briefing.model import BriefArticle, Claim, SourcingProfile, Status, Time, sourcing_profile, words_of
from briefing.model.date_mention import Precision, foremost, named_dates, names_a_date, published_day
from briefing.model.span_index import Laid
from briefing.model.standing import is_dismissed, share_told

TEMPLATES = ("annotated", "ledger", "who", "audit", "timeline")
"""The shipped templates by name."""

NOT_RESOLVED = "time_unresolved"

_PREVIEW = 160


def by_speaker(labels: Labels, profile: SourcingProfile, numbers: dict[str, int]) -> list[GroupView]:
    """The claims of each source, the busiest first; the article's own voice comes last."""
    shares = sorted(profile.sources, key=lambda share: (not share.name, -len(share.claims)))
    return [
        {
            "name": share.name or labels.text("article_itself"),
            "kind": share.kind.value,
            "claims": [numbers[claim] for claim in share.claims if claim in numbers],
        }
        for share in shares
    ]


def by_time(labels: Labels, entry: BriefArticle, numbers: dict[str, int]) -> list[GroupView]:
    """The claims in order of the dates that they name, then those without one; dismissed ones are left out.

    A date is told against the day on which the article was published.
    """
    times = [(numbers[claim.id], when) for claim, when in _times(entry)]
    return [{"name": name, "claims": held} for name, held in _in_order(labels, times)]


def timeline(labels: Labels, entries: Sequence[BriefArticle]) -> list[TimeView]:
    """The same of several articles together: each claim with the place of its article."""
    found = []
    for place, entry in enumerate(entries):
        numbers = entry.claim_numbers
        found += [((place, numbers[claim.id]), when) for claim, when in _times(entry)]
    return [
        {"name": name, "entries": [{"article": place, "claim": number} for place, number in held]}
        for name, held in _in_order(labels, found)
    ]


When = tuple[date, Precision] | str
"""A date that is named, or the text that says why there is none."""

T = TypeVar("T")


def _times(entry: BriefArticle) -> Iterator[tuple[Claim, When]]:
    judged, published = dict(entry.judgements), published_day(entry.article.origin.published)
    for claim in _claims(entry):
        if is_dismissed(judged.get(claim.id)):
            continue
        words = words_of(claim.content, entry.article.text)
        named = foremost(named_dates(words, published, claim.time))
        if named is not None:
            yield claim, (named.first, named.precision)
        else:
            yield claim, NOT_RESOLVED if published is None and names_a_date(words) else _undated(claim.time)


def _in_order(labels: Labels, times: Iterable[tuple[T, When]]) -> list[tuple[str, list[T]]]:
    dated: dict[tuple[date, Precision], list[T]] = {}
    others: dict[str, list[T]] = {name: [] for name in (*map(_undated, Time), NOT_RESOLVED)}
    for thing, when in times:
        if isinstance(when, str):
            others[when].append(thing)
        else:
            dated.setdefault(when, []).append(thing)
    in_order = [(labels.named_date(*when), dated[when]) for when in sorted(dated)]
    undated = [(labels.text(name), held) for name, held in others.items()]
    return [(name, held) for name, held in (*in_order, *undated) if held]


def _undated(time: Time) -> str:
    return f"time_{time.name.lower()}"


def share_view(labels: Labels, status: Status, count: int, share: int) -> ShareView:
    """How many claims have a status, as numbers and in words."""
    told = share_told(count, share)
    return {"status": status.value, "label": labels.status(status), "count": count, "share": share, "told": told}


def audit(labels: Labels, entry: BriefArticle, profile: SourcingProfile, numbers: dict[str, int]) -> AuditView:
    """Shares by status, independent origins, what rests on one source, and what to ask next."""
    article = entry.article
    readable = Laid((block.span, block.span.of(article.text)) for block in article.blocks if block.analysed)
    return {
        "shares": [share_view(labels, status, count, share) for status, count, share in profile.shares],
        "origins": list(profile.origins),
        "passages": [
            {
                "origin": passage.origin or labels.text("article_itself"),
                "words": _preview(" ".join(readable.within(passage.span))),
                "claims": [numbers[claim] for claim in passage.claims if claim in numbers],
            }
            for passage in profile.passages
        ],
        "questions": [
            {
                "about": question.about or labels.text("article_itself"),
                "sentence": labels.text(f"ask_{question.asking.name.lower()}"),
                "claims": [numbers[claim] for claim in question.claims if claim in numbers],
            }
            for question in profile.questions
        ],
    }


def profile_of(entry: BriefArticle) -> SourcingProfile:
    """On whose word an article rests; of one that is not analysed, nothing is known."""
    if entry.analysis is None:
        return SourcingProfile((), (), (), (), ())
    return sourcing_profile(entry.article, entry.analysis, dict(entry.judgements))


def _claims(entry: BriefArticle) -> tuple[Claim, ...]:
    return entry.analysis.claims if entry.analysis else ()


def _preview(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _PREVIEW else f"{flat[:_PREVIEW].rsplit(' ', 1)[0]} …"
