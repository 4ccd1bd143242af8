"""Checks that a worker's answer fits its request: hostile files passed through the worker."""

from briefing.library.kept_statements import VECTOR_SIZE, KeptStatements
from briefing.model import Article, Claim, PagePicture
from briefing.model.identifiers import digest_of
from briefing.model.story_terms import MOST_TERMS, unpacked_terms
from briefing.service.analysis_delta import Growth
from briefing.service.worker_protocol import (
    Analyse,
    Answer,
    Export,
    Failed,
    HasGrown,
    ListSources,
    MeaningRead,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadMeaning,
    ReadPage,
    ReadSource,
    ReadStatements,
    Request,
    StatementsRead,
    WasAnalysed,
    WasCancelled,
    WasCollection,
    WasExported,
    WasOffered,
    WasPictured,
    WasRead,
    WereListed,
)

WIDTH_OF_SIGNS = 48
"""Bytes of a vector of which a bit a number is kept."""

WIDTH_OF_MEANING = 1536
"""The same where four bytes a number are sent."""

_HEAD = 3
"""Bytes before the places of passages."""

_PIXEL = 4
"""Bytes of a pixel of a picture."""


def is_acceptable(message: Answer | HasGrown, request: Request | None) -> bool:
    """Whether a message answers this request; none does that answers nothing that was asked."""
    if request is None:
        return False
    match message:
        case WasRead(_, article, original, annotations):
            length = len(article.text)
            lie_within = all(one.anchor.span.end <= length for one in annotations)
            known = isinstance(request, ReadFile | ReadClipboard | ReadPage | ReadSource)
            return known and lie_within and _is_sound(article, original)
        case WasOffered():
            return isinstance(request, ReadFile | ReadPage | ReadSource)
        case WasCollection(_, path):
            return isinstance(request, ReadFile) and request.path == path
        case WereListed():
            return isinstance(request, ListSources)
        case HasGrown(WasAnalysed(_, article_id), growth):
            if not isinstance(request, Analyse) or request.article_id != article_id:
                return False
            return _lies_in(request.article.text, growth)
        case StatementsRead(_, article_id, kept):
            known = isinstance(request, ReadStatements) and request.article_id == article_id
            return known and _is_sketch(kept) and len(kept.vectors) % VECTOR_SIZE == 0
        case MeaningRead(_, vector):
            return isinstance(request, ReadMeaning) and len(vector) == WIDTH_OF_MEANING
        case WasExported(_, path):
            return isinstance(request, Export) and request.path == path
        case WasPictured(_, picture):
            return isinstance(request, PicturePage) and _fits(picture, request)
        case WasCancelled() | Failed():
            return True
        case _:
            return False


def _is_sketch(kept: KeptStatements) -> bool:
    """Whether what is kept of an article so that it is found has the form that it is read in."""
    try:
        terms = unpacked_terms(kept.terms)
    except ValueError:
        return False
    if len(kept.gist) != VECTOR_SIZE or any(number >= MOST_TERMS for number in terms):
        return False
    number, places = kept.passages[:1], int.from_bytes(kept.passages[1:3], "big")
    return bool(number) and len(kept.passages) == _HEAD + places + number[0] * WIDTH_OF_SIGNS


def _is_sound(article: Article, original: bytes) -> bool:
    """Whether all parts lie within the text, and digests are those of the bytes: by them all is known again."""
    length = len(article.text)
    shown = {figure.digest for figure in article.markup.figures}
    return (
        all(block.span.end <= length for block in article.blocks)
        and all(0 <= locator.start <= length for locator in article.locators)
        and article.digest == digest_of(original)
        and article.markup.lies_within(length)
        and shown == set(map(digest_of, article.pictures))
    )


def _fits(picture: PagePicture, request: PicturePage) -> bool:
    """Whether a picture is of the page, as large as it says, and its words are among those that were asked for."""
    ends = [(start, start + len(words)) for start, words in request.passages]
    return (
        picture.number == request.number
        and len(picture.sizes) >= picture.number
        and picture.width > 0
        and picture.height > 0
        and len(picture.pixels) == picture.width * picture.height * _PIXEL
        and all(any(start <= word.start <= word.end <= end for start, end in ends) for word in picture.words)
    )


def _lies_in(text: str, growth: Growth) -> bool:
    """Whether all that was found has words in the text: each claim is shown beside its own."""
    length = len(text)
    new = (claim for claim in growth.claims if isinstance(claim, Claim))
    return all(claim.content and max(piece.end for piece in claim.content) <= length for claim in new)
