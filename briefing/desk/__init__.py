"""Joins the four: reading, analysis, library and export behind one desk with jobs, progress and cancel; no Qt."""

from briefing.desk.desk import Desk, brief_of
from briefing.desk.events import (
    AnalysisFailed,
    AnalysisFinished,
    AnalysisProgressed,
    ArticleChanged,
    ArticleOpened,
    ArticlesListed,
    ArticleUnchanged,
    BriefExported,
    Event,
    ExportFailed,
    FeedOffered,
    JobCancelled,
    LibraryUnavailable,
    LibraryWarned,
    OpeningFailed,
    OperationFailed,
    OperationPerformed,
    WorkerRestarted,
)
from briefing.desk.judging import judgements_by_claim

__all__ = [
    "AnalysisFailed",
    "AnalysisFinished",
    "AnalysisProgressed",
    "ArticleChanged",
    "ArticleOpened",
    "ArticleUnchanged",
    "ArticlesListed",
    "BriefExported",
    "Desk",
    "Event",
    "ExportFailed",
    "FeedOffered",
    "JobCancelled",
    "LibraryUnavailable",
    "LibraryWarned",
    "OpeningFailed",
    "OperationFailed",
    "OperationPerformed",
    "WorkerRestarted",
    "brief_of",
    "judgements_by_claim",
]
