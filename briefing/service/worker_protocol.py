"""What the service and its worker processes send each other: plain frozen dataclasses.

Requests are pickled; answers come as data alone (`wire.py`), for the service does not trust a process that reads files.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Analysis, Annotation, Article, Brief, PagePicture
from briefing.model.catalogue import in_english
from briefing.model.message import Message
from briefing.records import dataclass

if TYPE_CHECKING:
    from briefing.intake import Feed
    from briefing.intake.source_list import Source
    from briefing.library import PreparedFindings
    from briefing.library.kept_statements import KeptStatements
    from briefing.service.analysis_delta import Growth


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Parse the file at `path`."""

    job: int
    path: Path


@dataclass(frozen=True, slots=True)
class ReadClipboard:
    """Parse what was pasted or dropped."""

    job: int
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Parse a web page that was fetched; `plain` is the same text in a character set that shows by itself, or None.

    It may also be the original of an article, read again; `name` is then that of its file, if it was one. `is_list`
    says that it is a list of links that is kept as such.
    """

    job: int
    data: bytes
    plain: bytes | None
    address: str
    name: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class ListSources:
    """List the files to be opened in files, folders and zips."""

    job: int
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ReadSource:
    """Parse one of the files that were listed."""

    job: int
    source: "Source"


@dataclass(frozen=True, slots=True)
class Analyse:
    """Find actors and claims in an article of the library."""

    job: int
    article_id: int
    article: Article


@dataclass(frozen=True, slots=True)
class ReadStatements:
    """Read what an analysed article says clause by clause, so that it can be compared with others."""

    job: int
    article_id: int
    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class ReadMeaning:
    """Find the direction of what the reader typed, by which `count` passages are found that mean it."""

    job: int
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Export:
    """Write a brief to `path`."""

    job: int
    brief: Brief
    path: Path
    format: str


@dataclass(frozen=True, slots=True)
class PicturePage:
    """Make a picture of a page of an original, and find on it the passages of the article that stand there."""

    job: int
    path: Path
    number: int
    width: int
    passages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up the job: drop it from the queue, or stop it at the next paragraph."""

    job: int


Request = (
    ReadFile
    | ReadClipboard
    | ReadPage
    | ListSources
    | ReadSource
    | Analyse
    | ReadStatements
    | ReadMeaning
    | Export
    | PicturePage
)


@dataclass(frozen=True, slots=True)
class WasRead:
    """The answer to `ReadFile`, `ReadClipboard`, `ReadPage` and `ReadSource`; with what the reader noted elsewhere."""

    job: int
    article: Article
    original: bytes
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class WasOffered:
    """The answer to `ReadFile` and `ReadPage` where there is a feed instead of an article."""

    job: int
    feed: "Feed"


@dataclass(frozen=True, slots=True)
class WasCollection:
    """The answer to `ReadFile` where there is a folder or a zip of several files."""

    job: int
    path: Path


@dataclass(frozen=True, slots=True)
class WereListed:
    """The answer to `ListSources`; of what could not be listed name, place, message; places of what is passed over."""

    job: int
    sources: "tuple[Source, ...]"
    failures: tuple[tuple[str, str, Message], ...]
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WasAnalysed:
    """An answer to `Analyse`: partial findings, or the last ones (`analysis.complete`), `prepared` to be kept."""

    job: int
    article_id: int
    analysis: Analysis
    share: float
    prepared: "PreparedFindings | None" = None


@dataclass(frozen=True, slots=True)
class HasGrown:
    """`WasAnalysed` on its way through the pipe: without what an earlier answer to the same request held."""

    answer: WasAnalysed
    growth: "Growth"

    @property
    def job(self) -> int:
        """The number of the request."""
        return self.answer.job


@dataclass(frozen=True, slots=True)
class StatementsRead:
    """The answer to `ReadStatements`: the statements, ready to be kept."""

    job: int
    article_id: int
    kept: "KeptStatements"


@dataclass(frozen=True, slots=True)
class MeaningRead:
    """The answer to `ReadMeaning`: a vector, four bytes a number."""

    job: int
    vector: bytes


@dataclass(frozen=True, slots=True)
class WasExported:
    """The answer to `Export`."""

    job: int
    path: Path
    warnings: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class WasPictured:
    """The answer to `PicturePage`."""

    job: int
    picture: PagePicture


@dataclass(frozen=True, slots=True)
class WasCancelled:
    """The job was given up."""

    job: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The job could not be done; `message` is for the reader, `report` for whoever mends it (empty if expected)."""

    job: int
    message: Message
    report: str = ""

    @property
    def sentence(self) -> str:
        """The message in English, for logs and reports."""
        return in_english(self.message)


Answer = (
    WasRead
    | WasOffered
    | WasCollection
    | WereListed
    | WasAnalysed
    | StatementsRead
    | MeaningRead
    | WasExported
    | WasPictured
    | WasCancelled
    | Failed
)


def fault_message(request: Request, fault: Exception) -> Message:
    """That a request was not done by a mistake of ours, and not by the file's."""
    return Message.of(f"mistake.{_ACTS.get(type(request), 'other')}", kind=type(fault).__name__)


_ACTS: dict[type, str] = {
    ReadFile: "reading",
    ReadClipboard: "pasting",
    ReadPage: "page",
    ListSources: "listing",
    ReadSource: "reading",
    Analyse: "analysing",
    ReadStatements: "comparing",
    ReadMeaning: "meaning",
    Export: "writing",
    PicturePage: "showing",
}
