"""Joins edits of one thing that follow one another closely into one undo step."""

from dataclasses import replace

from briefing.library import ChangeAnnotation, Judge, KeepBrief, Operation, WithdrawJudgement
from briefing.model import Judgement, StoredBrief
from briefing.model.merge import merged_annotation, merged_brief, merged_judgement


def are_one(first: Operation, second: Operation) -> bool:
    """Whether the second goes on with what the first began: words on the same highlight, claim or brief."""
    match first, second:
        case ChangeAnnotation(number, earlier, base), ChangeAnnotation(same, later):
            # Who is to see it is decided by itself, and no word is lost when that is taken back.
            as_open = earlier.private == later.private == (base or earlier).private
            return number == same and earlier.id == later.id and as_open
        case Judge(number, earlier, base), Judge(same, later, _):
            only_notes = base is not None and _but_for_note(base) == _but_for_note(earlier) == _but_for_note(later)
            return number == same and only_notes
        case KeepBrief(earlier, base), KeepBrief(later, _):
            return base is not None and _rows(base) == _rows(earlier) == _rows(later)
        case _:
            return False


def joined(first: Operation, second: Operation) -> Operation:
    """Both edits as one, to be done again from where the first began."""
    match first, second:
        case ChangeAnnotation(base=base), ChangeAnnotation():
            return replace(second, base=base)
        case Judge(base=base), Judge():
            return replace(second, base=base)
        case KeepBrief(base=base), KeepBrief():
            return replace(second, base=base)
        case _:
            return second


def joined_inverse(first: Operation, second: Operation) -> Operation:
    """What takes both edits back, given what takes back each: what others wrote between or after them stays."""
    match first, second:
        case ChangeAnnotation(number, annotation, base), ChangeAnnotation(_, between, after) if base and after:
            return ChangeAnnotation(number, merged_annotation(base, annotation, between), after)
        case Judge(number, judgement, base), Judge(_, between, after) if base and after:
            return Judge(number, merged_judgement(base, judgement, between), after)
        case WithdrawJudgement(number, anchor, base), Judge(_, between, after) if base and after:
            left = merged_judgement(base, base.unsaid, between)
            return WithdrawJudgement(number, anchor, after) if left.says_nothing else Judge(number, left, after)
        case KeepBrief(brief, base), KeepBrief(between, after) if base and after:
            return KeepBrief(merged_brief(base, brief, between), after)
        case _:
            return first


def _but_for_note(word: Judgement) -> Judgement:
    return replace(word, note="", modified=word.created)


def _rows(brief: StoredBrief) -> tuple[str, list[list[str]]]:
    return brief.id, [[line.id for line in section.lines] for section in brief.sections]
