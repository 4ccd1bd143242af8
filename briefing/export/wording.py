"""The words of a brief: labels of statuses, links and ratings, chains and dates."""

from datetime import datetime

from briefing.model import Analysis, Article, Certainty, Claim, Judgement, LinkKind, Polarity, Status, words_of

STATUS_LABELS = {
    Status.DISPUTED: "Disputed",
    Status.CONFIRMED: "Confirmed",
    Status.UNCLEAR: "Unclear",
    Status.UNNAMED: "Unnamed source",
    Status.RELAYED: "Relayed",
    Status.ON_RECORD: "On record",
    Status.CLAIMED: "Claimed",
    Status.UNATTRIBUTED: "Unattributed",
}

STATUS_MEANINGS = {
    Status.DISPUTED: "Another source denies or contradicts it.",
    Status.CONFIRMED: "A second, independent source or the party concerned affirms it.",
    Status.UNCLEAR: "The text itself hedges it or says that it is unknown.",
    Status.UNNAMED: "The source has no name.",
    Status.RELAYED: "It comes through another mouth: an outlet, a document, a second speaker.",
    Status.ON_RECORD: "A named source on its own acts, position, intention or feeling.",
    Status.CLAIMED: "A named source on the world or on somebody else, so far alone.",
    Status.UNATTRIBUTED: "The article says it in its own voice.",
}

LINK_LABELS = {
    LinkKind.REPEATS: "repeats",
    LinkKind.CONFIRMS: "confirms",
    LinkKind.DENIES: "denies",
    LinkKind.DROPS_ATTRIBUTION_OF: "drops the source of",
}


def chain_of(claim: Claim, analysis: Analysis, article: Article, judgement: Judgement | None) -> str:
    """Who says it and through whom, outermost first; the reader's correction wins."""
    if judgement is not None and judgement.source:
        return judgement.source
    names = {actor.id: actor.name for actor in analysis.actors}
    hops = []
    for hop in claim.attributions:
        known = " and ".join(names[actor] for actor in hop.actors if actor in names)
        hops.append(known or flat(words_of(hop.source, article.text)) or "Nobody named")
    return " → ".join(hops) or "The article itself"


def certainty_of(claim: Claim) -> str:
    """How sure the content is said to be; nothing where it is stated as plain fact."""
    if claim.certainty is Certainty.CERTAIN and claim.polarity is Polarity.POSITIVE:
        return ""
    negated = "not so" if claim.polarity is Polarity.NEGATIVE else ""
    return " ".join(part for part in (f"said as {claim.certainty.value}", negated) if part)


def judgement_of(judgement: Judgement | None) -> str:
    """The reader's word in a line; nothing if there is none."""
    if judgement is None:
        return ""
    parts = []
    if judgement.status:
        parts.append(f"status {STATUS_LABELS[judgement.status].lower()}")
    if judgement.source_rating or judgement.information_rating:
        source = judgement.source_rating.value if judgement.source_rating else "–"
        parts.append(f"rated {source}{judgement.information_rating or '–'} (Admiralty code)")
    if judgement.source:
        parts.append("source corrected")
    return "; ".join(parts)


def moment_of(moment: datetime) -> str:
    """A moment as printed: day, minute and time zone."""
    return f"{moment:%Y-%m-%d %H:%M} {moment:%Z}".strip()


def flat(words: str) -> str:
    """The words on one line."""
    return " ".join(words.split())
