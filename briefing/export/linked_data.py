"""A brief as linked data: what the reader wrote as W3C Web Annotations, with the claims as schema.org knows them."""

import json
from typing import Any

from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.model import Article, Brief, BriefArticle, Claim, Shown, Span, Voice, words_of
from briefing.model.catalogue import WRITTEN
from briefing.model.citation import place_label
from briefing.model.standing import status_of, told_of_source
from briefing.model.web_annotation import CONTEXT, annotation_object, judgement_object

Json = dict[str, Any]

_ENGLISH = Labels(WRITTEN)
"""What is written for programs does not change its words with the language of whoever writes it."""


_SCHEMA_CONTEXT = ["https://schema.org", CONTEXT[-1]]
"""schema.org has no word for how a source knows, nor for why it has no name: those are ours, as in annotations."""


def render(brief: Brief) -> Rendered:
    """W3C Web Annotations of all articles, in one collection (JSON-LD)."""
    items: list[Json] = []
    for entry in brief.sources:
        source = iri_of(entry.article)
        items += [annotation_object(annotation, source, entry.article.locators) for annotation in entry.annotations]
        items += [judgement_object(judgement, source, entry.article.locators) for _, judgement in entry.judgements]
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": brief.title,
        "total": len(items),
        "first": {"type": "AnnotationPage", "items": items},
    }
    return _rendered(collection)


def render_claims(brief: Brief) -> Rendered:
    """The claims as schema.org `Claim` and `Quotation`, with who made them and where they appear (JSON-LD)."""
    graph = [node for entry in brief.sources for node in _nodes(entry, Shown.LEGEND not in brief.without)]
    return _rendered({"@context": _SCHEMA_CONTEXT, "@graph": graph})


def iri_of(article: Article) -> str:
    """What names an article in linked data: its address, else its digest."""
    return article.origin.address or f"urn:sha256:{article.origin.digest}"


def _nodes(entry: BriefArticle, legend: bool) -> list[Json]:
    origin = entry.article.origin
    article: Json = {
        "@type": "NewsArticle",
        "@id": iri_of(entry.article),
        "headline": entry.article.title,
        **({"author": {"@type": "Person", "name": origin.byline}} if origin.byline else {}),
        **({"publisher": {"@type": "Organization", "name": origin.outlet}} if origin.outlet else {}),
        **({"datePublished": origin.published} if origin.published else {}),
        **({"inLanguage": origin.language} if origin.language else {}),
        **({"url": origin.address} if origin.address else {}),
    }
    claims = entry.analysis.claims if entry.analysis else ()
    return [article, *(_claim(entry, claim, legend) for claim in claims)]


def _claim(entry: BriefArticle, claim: Claim, legend: bool) -> Json:
    assert entry.analysis is not None
    text, article = entry.article.text, iri_of(entry.article)
    judgement = dict(entry.judgements).get(claim.id)
    names = _ENGLISH.chain(entry.analysis, claim, text)
    if judgement and judgement.source:
        names = [judgement.source, *names[1:]]
    status = status_of(claim, judgement)
    said: Json = {
        "@type": "Quotation" if claim.voice is Voice.DIRECT else "Claim",
        "@id": f"{article}#{claim.id}",
        "text": words_of(claim.content, text),
        "appearance": {"@id": article},
        "creativeWorkStatus": _ENGLISH.status(status),
        **({"abstract": _ENGLISH.meaning(status)} if legend else {}),
    }
    place = place_label(entry.article, claim.content)
    if place:
        said["position"] = place
    if claim.attributions:
        speaker = {"@type": "Person", "name": names[0]} if len(names) == 1 else {"@type": "Thing", "name": names[0]}
        said["spokenByCharacter" if said["@type"] == "Quotation" else "claimInterpreter"] = speaker
    if len(names) > 1:
        said["contributor"] = [{"@type": "Thing", "name": name} for name in names[1:]]
    told = zip(("briefing:knowledge", "briefing:anonymity"), told_of_source(claim, judgement), strict=True)
    return said | {name: [_passage(span, text) for span in spans] for name, spans in told if spans}


def _passage(span: Span, text: str) -> Json:
    """Words of an article, with where they stand in its text in code points."""
    return {"exact": span.of(text), "start": span.start, "end": span.end}


def _rendered(found: Json) -> Rendered:
    return Rendered((json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
