"""Tables and lists of a web page beside its claims: contents, shares by status, the ledger, the sourcing audit."""

from collections.abc import Callable
from html import escape

from briefing.export.labels import Labels
from briefing.export.view_types import AuditView, ClaimView, QuestionView, ShareView

SHORTEST_CONTENTS = 3
"""Number of articles or sections from which a page has contents."""


def contents(labels: Labels, entries: list[tuple[str, str]]) -> str:
    """Links to the parts of a page, each an id and a name."""
    if len(entries) < SHORTEST_CONTENTS:
        return ""
    links = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in entries)
    name = escape(labels.text("contents"), quote=True)
    return f'<nav aria-label="{name}"><h2>{name}</h2><ol>{links}</ol></nav>\n'


def shares(labels: Labels, summary: list[ShareView]) -> str:
    """How many claims have which status, as bars that are legible without colour."""
    if not summary:
        return ""
    most = max(row["count"] for row in summary)
    rows = "".join(
        f'<tr><th scope="row" class="{row["status"]}">{escape(row["label"])}</th>'
        f'<td class="bar {row["status"]}"><span style="width:{round(100 * row["count"] / most)}%"></span></td>'
        f"<td>{row['count']}</td><td>{row['share']} %</td></tr>"
        for row in summary
    )
    return _table(
        labels.text("how_confirmed"),
        "shares",
        (labels.text("status"), "", labels.text("claims"), labels.text("share")),
        rows,
    )


def ledger(labels: Labels, article: int, claims: list[ClaimView], reasons: Callable[[ClaimView], str]) -> str:
    """The claims as a table whose head comes again on each printed page; `reasons` tells why a status holds."""
    rows = "".join(
        f'<tr id="c{article}-{claim["number"]}"><td>{claim["number"]}</td>'
        f'<td><span class="status {claim["status"]}">{escape(claim["label"])}</span> '
        f"<small>{escape(claim['manner'])}</small></td>"
        f"<td><b>{_chain(labels, claim)}</b> <i>{escape(claim['cue'])}</i></td>"
        f"<td>{escape(claim['content'])}</td><td>{reasons(claim)}</td></tr>\n"
        for claim in claims
    )
    return _table(
        labels.text("claims"),
        "ledger",
        tuple(map(labels.text, ("number", "status", "source", "claim_head", "why_and_word"))),
        rows,
    )


def audit(labels: Labels, found: AuditView) -> str:
    """Independent origins, what rests on one source, and what to ask next."""
    origins = "".join(f"<li>{escape(origin)}</li>" for origin in found["origins"])
    passages = "".join(
        f"<li><b>{escape(one['origin'])}</b> <small>{_numbers(labels, one['claims'])}</small><br>"
        f"{escape(one['words'])}</li>"
        for one in found["passages"]
    )
    questions = "".join(
        f"<p><i>{escape(sentence)}</i></p><ul>{_asked(labels, found['questions'], sentence)}</ul>"
        for sentence in dict.fromkeys(one["sentence"] for one in found["questions"])
    )
    parts = (
        (labels.text("origins"), f"<ul>{origins}</ul>" if origins else ""),
        (labels.text("single"), f"<ul>{passages}</ul>" if passages else ""),
        (labels.text("to_ask"), questions),
    )
    nothing = f"<p>{escape(labels.text('nothing'))}</p>"
    return "".join(f"<section><h3>{escape(name)}</h3>{shown or nothing}</section>\n" for name, shown in parts)


def named_in(found: AuditView) -> set[int]:
    """The numbers of the claims that an audit names."""
    return {number for one in (*found["passages"], *found["questions"]) for number in one["claims"]}


def _table(title: str, kind: str, names: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' if name else "<td></td>" for name in names)
    return (
        f'<section><h3>{escape(title)}</h3><table class="{kind}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>\n"
    )


def _chain(labels: Labels, claim: ClaimView) -> str:
    through = f" <small>{escape(labels.text('through'))}</small> "
    return through.join(map(escape, claim["chain"]))


def _asked(labels: Labels, questions: list[QuestionView], sentence: str) -> str:
    return "".join(
        f"<li><b>{escape(one['about'])}</b> <small>{_numbers(labels, one['claims'])}</small></li>"
        for one in questions
        if one["sentence"] == sentence
    )


def _numbers(labels: Labels, numbers: list[int]) -> str:
    return escape(labels.numbers(numbers))
