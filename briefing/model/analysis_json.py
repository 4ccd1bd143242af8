"""The JSON object of `briefing analyze --json` (version 1): a promise to other programs, and the stored form."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model.annotation import Judgement
from briefing.model.article import Article, Block, BlockKind, Origin
from briefing.model.catalogue import arguments_in, in_english
from briefing.model.findings import (
    Actor,
    ActorKind,
    Analysis,
    Attribution,
    Certainty,
    Claim,
    Evidence,
    Link,
    LinkKind,
    Polarity,
    SourceKind,
    Stance,
    Status,
    Time,
    Voice,
)
from briefing.model.locator import Locator, LocatorKind
from briefing.model.markup_json import markup_from_object, markup_object
from briefing.model.message import (
    VERBATIM,
    Argument,
    Arguments,
    Message,
    arguments_from_object,
    arguments_object,
    verbatim,
)
from briefing.model.spans import Span, as_pairs, from_pairs
from briefing.model.standing import is_dismissed, standing

VERSION = 1

Json = dict[str, Any]


def article_object(article: Article) -> Json:
    """`version`, `text`, `article` and `blocks` of the promised object: the clean article, nothing analysed.

    Where its pages (or the like) are known, `locators` says from which code point on which of them holds; `markup`
    says what is shown beside its words, and by its `remarks` what of the document was not read, or not shown.
    """
    origin = article.origin
    located = {"locators": list(map(_locator_object, article.locators))} if article.locators else {}
    shown = {"markup": markup_object(article.markup)} if article.markup else {}
    return {
        "version": VERSION,
        "text": article.text,
        "article": {
            "title": article.title,
            "byline": origin.byline,
            "outlet": origin.outlet,
            "published": origin.published,
            "address": origin.address,
            "language": origin.language,
            "digest": origin.digest,
        },
        "blocks": [_block_object(block) for block in article.blocks],
        **located,
        **shown,
    }


def article_from_object(found: Json, origin: Origin) -> Article:
    """The article of an object that `article_object` made, with `origin` in full.

    Raises:
        KeyError, ValueError: if the object has another shape.
    """
    blocks = tuple(
        Block(BlockKind(block["kind"]), Span(block["start"], block["end"]), block.get("level", 0))
        for block in found["blocks"]
    )
    locators = tuple(
        Locator(one["start"], one["number"], one.get("label", ""), LocatorKind(one["kind"]))
        for one in found.get("locators", ())
    )
    return Article(found["text"], blocks, origin, locators, markup_from_object(found.get("markup", {})))


def _locator_object(locator: Locator) -> Json:
    told: Json = {"kind": locator.kind.value, "start": locator.start, "number": locator.number}
    return {**told, "label": locator.label} if locator.label else told


def analysis_object(article: Article, analysis: Analysis) -> Json:
    """The whole promised object: the article with its actors and claims."""
    return {**article_object(article), **findings_object(analysis)}


def findings_object(analysis: Analysis, judged: Mapping[str, Judgement] | None = None) -> Json:
    """`actors` and `claims` of the promised object, with the engine that found them.

    With the reader's word, in `judged` by claim id, a claim has the status that he gave it; what was found instead
    stands under `found`, and what he dismissed says so.
    """
    words = judged or {}
    claims = zip(claim_objects(analysis), analysis.claims, strict=True)
    return {
        **findings_head(analysis),
        "actors": list(actor_objects(analysis)),
        "claims": [{**entry, **_readers_word(claim, words.get(claim.id))} for entry, claim in claims],
    }


def _readers_word(claim: Claim, word: Judgement | None) -> Json:
    stands = standing(claim, word)
    said: Json = {"dismissed": True} if is_dismissed(word) else {}
    if stands.found is None:
        own = {"evidence": list(map(_evidence_object, stands.reasons))} if stands.reasons != claim.evidence else {}
        return {**said, "status": stands.status.value, **own}
    return {
        **said,
        "status": stands.status.value,
        "evidence": list(map(_evidence_object, stands.reasons)),
        "found": {"status": stands.found.value, "evidence": list(map(_evidence_object, stands.found_reasons))},
    }


def findings_head(analysis: Analysis) -> Json:
    """What the promised object says of all findings together."""
    return {
        "engine": analysis.engine,
        "language": analysis.language,
        "complete": analysis.complete,
        **_note_object(analysis.note),
    }


def _note_object(note: Message | None) -> Json:
    """The note in English, and its code; of one that was kept as it is, the words alone."""
    if note is None:
        return {"note": ""}
    return {"note": in_english(note), **({} if note.code == VERBATIM else {"note_code": note.code})}


def _note(found: Json) -> Message | None:
    words = str(found["note"])
    if not words:
        return None
    known = (Message(code) for code in (found.get("note_code"), *_NOTES) if code)
    return next((one for one in known if "note_code" in found or in_english(one) == words), None) or verbatim(words)


_NOTES = ("note.not_english", "note.too_long")
"""Notes of which earlier versions kept the English words alone."""


def actor_objects(analysis: Analysis) -> Iterator[Json]:
    """The entries of `actors` in the promised object, one after another."""
    return map(_actor_object, analysis.actors)


def claim_objects(analysis: Analysis, sentences: bool = True) -> Iterator[Json]:
    """The entries of `claims` in the promised object, one after another.

    Without `sentences`, those that their rules and arguments tell are left out: as the library keeps findings.
    """
    names = {actor.id: actor.name for actor in analysis.actors}
    return (_claim_object(claim, names, sentences) for claim in analysis.claims)


def analysis_from_object(found: Json) -> Analysis:
    """The analysis of an object that `findings_object` or `analysis_object` made.

    Raises:
        KeyError, ValueError: if the object has another shape.
    """
    names = frozenset(entry["name"] for entry in found["actors"])
    return Analysis(
        engine=found["engine"],
        language=found["language"],
        actors=tuple(_actor(entry) for entry in found["actors"]),
        claims=tuple(_claim(entry, names) for entry in found["claims"]),
        complete=found["complete"],
        note=_note(found),
    )


def _block_object(block: Block) -> Json:
    return {"kind": block.kind.value, "start": block.span.start, "end": block.span.end, "level": block.level}


def _actor_object(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "mentions": as_pairs(actor.mentions),
    }


def _actor(entry: Json) -> Actor:
    return Actor(
        entry["id"],
        entry["name"],
        ActorKind(entry["kind"]),
        tuple(entry["aliases"]),
        from_pairs(entry["mentions"]),
    )


def _claim_object(claim: Claim, names: dict[str, str], sentences: bool) -> Json:
    return {
        "id": claim.id,
        "content": as_pairs(claim.content),
        "voice": claim.voice.value,
        "attributions": [_attribution_object(hop, names) for hop in claim.attributions],
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
        "time": claim.time.value,
        "status": claim.status.value,
        "evidence": [_evidence_object(reason, sentences) for reason in claim.evidence],
        "links": [{"kind": link.kind.value, "to": link.to, **_told_object(link, sentences)} for link in claim.links],
    }


def _evidence_object(reason: Evidence, sentences: bool = True) -> Json:
    return {"spans": as_pairs(reason.spans), "rule": reason.rule, **_told_object(reason, sentences)}


def _told_object(told: Evidence | Link, sentences: bool) -> Json:
    """The English sentence, and what it is made of; of one that was kept as it is, the sentence alone."""
    if told.told:
        return {"sentence": told.told}
    sentence = {"sentence": in_english(told.message)} if sentences else {}
    return {**sentence, "arguments": arguments_object(told.arguments)}


def _told(code: str, entry: Json, names: frozenset[str]) -> tuple[str, Arguments]:
    """The sentence that has to be kept as it is, and the arguments of one that can be told in any language."""
    if "arguments" in entry:
        return "", arguments_from_object(entry["arguments"])
    # An earlier version kept the sentence alone.
    sentence = str(entry.get("sentence", ""))
    found = arguments_in(code, sentence)
    return (sentence, ()) if found is None else ("", tuple((name, _named(found[name], names)) for name in found))


_STANDING_FOR = ("source.article", "source.nobody")


def _named(words: str, names: frozenset[str]) -> Argument:
    """What an English sentence named: an actor, several, nobody, or words of the text."""
    if words in names:
        return words
    for code in _STANDING_FOR:
        if words.casefold() == in_english(Message(code)).casefold():
            return Message(code)
    several = tuple(words.replace(" and ", ", ").split(", "))
    return several if len(several) > 1 and names.issuperset(several) else words


def _claim(entry: Json, names: frozenset[str]) -> Claim:
    return Claim(
        id=entry["id"],
        content=from_pairs(entry["content"]),
        attributions=tuple(_attribution(hop) for hop in entry["attributions"]),
        voice=Voice(entry["voice"]),
        certainty=Certainty(entry["certainty"]),
        polarity=Polarity(entry["polarity"]),
        status=Status(entry["status"]),
        evidence=tuple(
            Evidence(from_pairs(reason["spans"]), reason["rule"], *_told(f"evidence.{reason['rule']}", reason, names))
            for reason in entry["evidence"]
        ),
        links=tuple(
            Link(LinkKind(link["kind"]), link["to"], *_told(f"link.{link['kind']}", link, names))
            for link in entry["links"]
        ),
        time=Time(entry.get("time", Time.PRESENT)),
    )


def _attribution_object(hop: Attribution, names: dict[str, str]) -> Json:
    known = [names[actor_id] for actor_id in hop.actors if actor_id in names]
    return {
        "source": as_pairs(hop.source),
        "cue": as_pairs(hop.cue),
        "actor": " and ".join(known) or None,
        "actor_ids": list(hop.actors),
        "source_kind": hop.source_kind.value,
        "stance": hop.stance.value,
        **({"knowledge": as_pairs(hop.knowledge)} if hop.knowledge else {}),
        **({"anonymity": as_pairs(hop.anonymity)} if hop.anonymity else {}),
    }


def _attribution(entry: Json) -> Attribution:
    return Attribution(
        source=from_pairs(entry["source"]),
        cue=from_pairs(entry["cue"]),
        actors=tuple(entry["actor_ids"]),
        source_kind=SourceKind(entry["source_kind"]),
        stance=Stance(entry["stance"]),
        knowledge=from_pairs(entry.get("knowledge", ())),
        anonymity=from_pairs(entry.get("anonymity", ())),
    )
