"""What is told of a request to a worker process that failed: the event that answers it, and what it was about."""

from briefing.model.message import Message
from briefing.service.events import (
    AnalysisFailed,
    Event,
    ExportFailed,
    LibraryWarned,
    OpeningFailed,
    OperationFailed,
    PagePictureFailed,
)
from briefing.service.worker_protocol import (
    Analyse,
    Export,
    ListSources,
    PicturePage,
    ReadClipboard,
    ReadFile,
    ReadMeaning,
    ReadPage,
    ReadSource,
    ReadStatements,
    Request,
)


def failure_of(request: Request, message: Message) -> Event:
    """The event that tells that a request failed; `message` says why."""
    match request:
        case ReadFile(job, path):
            return OpeningFailed(job, str(path), message)
        case ReadPage(job, _, _, address):
            return OpeningFailed(job, address, message)
        case ReadClipboard(job) | ListSources(job) | ReadSource(job):
            return OpeningFailed(job, "", message)
        case Analyse(job, article_id):
            return AnalysisFailed(job, article_id, message)
        case ReadStatements(job):
            return LibraryWarned(job, message)
        case ReadMeaning(job):
            return OperationFailed(job, message)
        case Export(job, _, path):
            return ExportFailed(job, path, message)
        case PicturePage(job):
            return PagePictureFailed(job, digest_of(request), message)


def subject_of(request: Request) -> Message:
    """What a request is about, in words for the reader."""
    from briefing.intake.intake_errors import legible

    match request:
        case ReadFile(_, path) | Export(_, _, path):
            return Message.of("marks.quoted", words=legible(path.name))
        case ReadClipboard():
            return Message("worker.pasted")
        case ReadPage(_, _, _, address):
            return Message.of("marks.quoted", words=legible(address))
        case ListSources() | ReadSource():
            return Message("worker.imported")
        case Analyse(_, _, article) | ReadStatements(_, _, article, _):
            return Message.of("marks.quoted", words=legible(article.title))
        case ReadMeaning(_, words):
            return Message.of("marks.quoted", words=legible(words))
        case PicturePage(_, _, number):
            return Message.of("worker.page", number=number)


def digest_of(request: Request | None) -> str:
    """The digest of the original of which a picture was asked for."""
    return request.path.name if isinstance(request, PicturePage) else ""
