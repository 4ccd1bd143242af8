"""What is told of a request to a worker process that failed: the event that answers it, and what it was about."""

from briefing.service.events import (
    AnalysisFailed,
    Event,
    ExportFailed,
    LibraryWarned,
    OpeningFailed,
    PagePictureFailed,
)
from briefing.service.worker_protocol import (
    Analyse,
    Export,
    ListSources,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadPage,
    ReadSource,
    ReadStatements,
    Request,
)


def failure_of(request: Request, sentence: str) -> Event:
    """The event that tells that a request failed; `sentence` says why."""
    match request:
        case ReadFile(job, path):
            return OpeningFailed(job, str(path), sentence)
        case ReadPage(job, _, _, address):
            return OpeningFailed(job, address, sentence)
        case ReadClipboard(job) | ListSources(job) | ReadSource(job):
            return OpeningFailed(job, "", sentence)
        case Analyse(job, article_id):
            return AnalysisFailed(job, article_id, sentence)
        case ReadStatements(job):
            return LibraryWarned(job, sentence)
        case Export(job, _, path):
            return ExportFailed(job, path, sentence)
        case PicturePage(job):
            return PagePictureFailed(job, digest_of(request), sentence)


def subject_of(request: Request) -> str:
    """What a request is about, in words for the reader."""
    from briefing.intake import quoted

    match request:
        case ReadFile(_, path):
            return quoted(path.name)
        case ReadClipboard():
            return "the pasted text"
        case ReadPage(_, _, _, address):
            return quoted(address)
        case ListSources() | ReadSource():
            return "an imported file"
        case Analyse(_, _, article) | ReadStatements(_, _, article, _):
            return quoted(article.title)
        case Export(_, _, path):
            return quoted(path.name)
        case PicturePage(_, _, number):
            return f"page {number} of an original"


def digest_of(request: Request | None) -> str:
    """The digest of the original of which a picture was asked for."""
    return request.path.name if isinstance(request, PicturePage) else ""
