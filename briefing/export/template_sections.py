"""What the templates beside the annotated article show: claims by who said them and by time, and the sourcing audit."""

from briefing.export.view_types import AuditView, GroupView
from briefing.model import Asking, BriefArticle, Claim, SourcingProfile, Time, sourcing_profile
from briefing.model.span_index import Laid
from briefing.model.standing import is_dismissed
from briefing.model.terms import STATUS_LABELS, translatable

TEMPLATES = {
    "annotated": translatable("Annotated article"),
    "ledger": translatable("Claims ledger"),
    "who": translatable("Who said what"),
    "audit": translatable("Sourcing audit"),
    "timeline": translatable("Timeline"),
}
"""The shipped templates by name, with their titles."""

TIMES = {Time.PAST: "What has happened", Time.PRESENT: "What is so now", Time.PLANNED: "What is planned"}

QUESTIONS = {
    Asking.NAME: "Who is that? Ask for a name, or for a second source.",
    Asking.SECOND_SOURCE: "Who else can affirm what only this source says?",
    Asking.ANSWER: "Is accused and does not speak: was an answer asked for?",
    Asking.ORIGINAL: "Can the original be seen?",
    Asking.ATTRIBUTION: "What is stated as fact here is known only from a source: name it again.",
    Asking.CLARITY: "What is left open here, and who would know?",
}
_PREVIEW = 160


def by_speaker(profile: SourcingProfile, numbers: dict[str, int]) -> list[GroupView]:
    """The claims of each source, the busiest first; the article's own voice comes last."""
    shares = sorted(profile.sources, key=lambda share: (not share.name, -len(share.claims)))
    return [
        {
            "name": share.name or "The article itself",
            "kind": share.kind.value,
            "claims": [numbers[claim] for claim in share.claims if claim in numbers],
        }
        for share in shares
    ]


def by_time(entry: BriefArticle, numbers: dict[str, int]) -> list[GroupView]:
    """The claims by when they say that it happens; dismissed ones are left out."""
    judged = dict(entry.judgements)
    claims = [claim for claim in _claims(entry) if not is_dismissed(judged.get(claim.id))]
    groups = [(label, [numbers[claim.id] for claim in claims if claim.time is time]) for time, label in TIMES.items()]
    return [{"name": label, "claims": held} for label, held in groups if held]


def audit(entry: BriefArticle, profile: SourcingProfile, numbers: dict[str, int]) -> AuditView:
    """Shares by status, independent origins, what rests on one source, and what to ask next."""
    article = entry.article
    readable = Laid((block.span, block.span.of(article.text)) for block in article.blocks if block.analysed)
    return {
        "shares": [
            {"status": status.value, "label": STATUS_LABELS[status], "count": count, "share": share}
            for status, count, share in profile.shares
        ],
        "origins": list(profile.origins),
        "passages": [
            {
                "origin": passage.origin or "The article itself",
                "words": _preview(" ".join(readable.within(passage.span))),
                "claims": [numbers[claim] for claim in passage.claims if claim in numbers],
            }
            for passage in profile.passages
        ],
        "questions": [
            {
                "about": question.about or "The article itself",
                "sentence": QUESTIONS[question.asking],
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
