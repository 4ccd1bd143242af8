"""Chooses which blocks of a web page are the article; the others stay as boilerplate."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefing.intake.block_assembly import Passage
from briefing.intake.boilerplate import known_phrases
from briefing.intake.byline_lines import (
    BylinePatterns,
    byline_patterns,
    is_byline,
    is_correction,
    is_date_line,
    is_note_on,
    is_prompt,
    times_of_entries,
)
from briefing.intake.citable_facts import is_greeting, no_citation
from briefing.intake.endnotes import take_notes
from briefing.intake.forum_posts import ENDS_AS_SENTENCE, LONG, is_prose, take_posts
from briefing.intake.html_blocks import Found
from briefing.intake.page_metadata import PageFacts
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.prompts import is_asking, is_credit, is_disclaimer
from briefing.model import BlockKind
from briefing.records import dataclass

_PARAGRAPH = 160
"""Characters of prose that an article goes on with, however much looks like a list of teasers above it."""
_EDGE = 4
"""Blocks at both ends of the article among which notes on its writers stand."""
_HEADLINE = 60
"""Characters of the longest line that announces a list of teasers."""
_MOST_IN_BOX = 2
"""Links of a box amid an article, which goes on below it in the same element."""
_MOST_OF_NAME = 3
"""Words of a heading that may be somebody's name."""
_TEASERS = 6
"""Blocks from which a list of teasers is told."""
_LABEL = re.compile(r"[A-ZÀ-Þ][\w.’'-]{0,20}(?: [A-ZÀ-Þ][\w.’'-]{0,20}){0,3}:?")
"""A name or initials that stand alone."""
_OFTEN = 3
"""Times that a page tells whose its pictures are from which on it is no more than that."""
_LINKED = 0.5
"""Share of a line's characters from which on it is a link, and no title."""
_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?<!\w)@\w{2,}")
_SIGNS = re.compile(r"[^\w]+")
_OWNER = re.compile(r"[A-ZÀ-Þ©][^.:!?]{2,40}/\s?[A-ZÀ-Þ][^.:!?]{1,40}|©\s?[^.:!?]{2,60}")
_LABELLED = re.compile(r"\W{0,3}[^\W\d][\w'’ ]{2,24}:\s")
_STRUCTURE = (BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.CAPTION)


def chosen(found: list[Found], facts: PageFacts) -> list[Passage]:
    """All passages of the page in order; those that are not the article as boilerplate.

    What trafilatura takes for main text is the begin; the page's own markup, its links and the looks of single lines
    correct it both ways.
    """
    found = _titled(found, facts)
    main, sure = _Main.of(facts.main), _Main.of(facts.sure)
    belongs = [main.holds(block.passage.words) and not _looks_outside(block) for block in found]
    _leave_out_below(found, belongs, sure)
    _include_between(found, belongs)
    title = _take_title(found, belongs)
    _leave_out_above(found, belongs, title)
    _leave_out_teasers(found, belongs)
    _leave_out_labels(found, belongs, title)
    _include_speakers(found, belongs)
    _leave_out_repeated(found, belongs)
    _leave_out_contents(found, belongs)
    _leave_out_fringe(found, belongs, facts.byline, byline_patterns())
    take_notes(found, belongs)
    take_posts(found, belongs)
    _take_corrections(found, belongs)
    return list(_passages(found, belongs))


def _titled(found: list[Found], facts: PageFacts) -> list[Found]:
    """The blocks; where none is marked as the title, the first line that says what the head does is."""
    names = {_plain(name) for name in facts.named}
    title = next((number for number, block in enumerate(found) if _plain(block.passage.words) in names), None)
    short = _short_title(found, facts.title)
    if short is None and (short := _below_name_of_site(found, facts.named)) is not None:
        site = next(number for number, block in enumerate(found) if block.passage.kind is BlockKind.HEADING)
        found = [*found[:site], replace(found[site], outside=True), *found[site + 1 :]]
    if short is None and (title is None or any(map(_is_title, found)) or not _may_be_title(found, title)):
        return found
    title = title or 0 if short is None else short
    passage = replace(found[title].passage, kind=BlockKind.HEADING, level=1)
    return [*found[:title], replace(found[title], passage=passage, is_title=True), *found[title + 1 :]]


def _short_title(found: list[Found], told: str) -> int | None:
    """The only heading of the first level, if it is short and what the page gives for its title."""
    first = [n for n, block in enumerate(found) if block.passage.kind is BlockKind.HEADING and block.passage.level == 1]
    if len(first) != 1 or not told or found[first[0]].outside or found[first[0]].linked > _LINKED:
        return None
    return first[0] if _plain(found[first[0]].passage.words) == _plain(told) else None


def _below_name_of_site(found: list[Found], named: tuple[str, ...]) -> int | None:
    """The heading that stands in the head behind the site's name, which is a heading that leads to its front page."""
    site = next((block for block in found if block.passage.kind is BlockKind.HEADING), None)
    if site is None or not named or site.passage.level != 1 or site.linked <= _LINKED:
        return None
    whole, name = _plain(named[0]), _plain(site.passage.words)
    heads = (n for n, block in enumerate(found) if block.passage.kind is BlockKind.HEADING and not block.outside)
    return next((n for n in heads if name + _plain(found[n].passage.words) == whole), None)


def _may_be_title(found: list[Found], number: int) -> bool:
    """Whether a line may be the title: it is no link, or a heading that leads to the page itself and stands once."""
    block = found[number]
    if block.outside or block.linked <= _LINKED:
        return not block.outside
    words = _plain(block.passage.words)
    is_heading = block.passage.kind is BlockKind.HEADING
    return is_heading and sum(_plain(each.passage.words) == words for each in found) == 1


def _passages(found: list[Found], belongs: list[bool]) -> Iterator[Passage]:
    """The passages; a picture within the article stays, also above a line that is none of it."""
    inner = [number for number, belonging in enumerate(belongs) if belonging]
    for number, (block, belonging) in enumerate(zip(found, belongs, strict=True)):
        if belonging:
            yield block.passage
            continue
        pictures = block.passage.markup.pictures
        if pictures and inner and inner[0] <= number <= inner[-1] + 1 and not (block.outside or block.apart):
            yield Passage(BlockKind.PARAGRAPH, "", markup=PassageMarkup(pictures=pictures))
        yield Passage(BlockKind.BOILERPLATE, block.passage.words)


@dataclass(frozen=True, slots=True)
class _Main:
    """The main text that trafilatura found, in a form that can be compared."""

    passages: frozenset[str]
    whole: str

    @classmethod
    def of(cls, passages: tuple[str, ...]) -> "_Main":
        plain = [_plain(words) for words in passages]
        return cls(frozenset(plain), "".join(plain))

    def holds(self, words: str) -> bool:
        plain = _plain(words)
        return plain in self.passages or (len(plain) >= LONG // 2 and plain in self.whole)


def _looks_outside(block: Found) -> bool:
    """Whether markup and links speak against a block that was taken for main text."""
    words = block.passage.words
    if block.apart or (block.outside and (block.linked > 0.5 or len(words) < LONG)):
        return True
    is_labelled = bool(_LABELLED.match(words)) and not ENDS_AS_SENTENCE.search(words)
    is_linked = block.linked > 0.6 or (block.linked > 0.3 and block.leads and is_labelled)
    return block.passage.kind is BlockKind.PARAGRAPH and is_linked and len(words) < _PARAGRAPH


def _leave_out_below(found: list[Found], belongs: list[bool], sure: _Main) -> None:
    """Leave out what only a generous reading finds, if it stands below all that a strict one does."""
    certain = [n for n, block in enumerate(found) if belongs[n] and sure.holds(block.passage.words)]
    if certain:
        for number in range(certain[-1] + 1, len(found)):
            belongs[number] = belongs[number] and found[number].inside


def _include_between(found: list[Found], belongs: list[bool]) -> None:
    """Take in what stands between two passages of the article and is markup or prose of its kind."""
    inner = [number for number, belonging in enumerate(belongs) if belonging]
    if not inner:
        for number, block in enumerate(found):
            belongs[number] = is_prose(block) and not block.outside
        inner = [number for number, belonging in enumerate(belongs) if belonging]
    if not inner:
        return
    for number in range(inner[0], len(found)):
        block = found[number]
        if belongs[number] or block.outside or block.apart or block.linked > 0.5:
            continue
        between = number < inner[-1]
        structural = block.passage.kind in _STRUCTURE or bool(block.passage.markup.cells) or block.preformatted
        belongs[number] = (between and structural) or (is_prose(block) and (between or block.inside))
    _include_whole_list(found, belongs)
    _include_last_sentences(found, belongs)


def _include_speakers(found: list[Found], belongs: list[bool]) -> None:
    """Take in who speaks, where names or initials stand alone above what two or more say in turn."""
    lines = [
        number
        for number, block in enumerate(found[:-1])
        if block.passage.kind is BlockKind.PARAGRAPH
        and _LABEL.fullmatch(block.passage.words)
        and not (block.outside or block.apart or block.linked > _LINKED)
        and belongs[number + 1]
    ]
    often = Counter(found[number].passage.words for number in lines)
    named = {words for words, times in often.items() if times > 1}
    for number in lines:
        if len(named) > 1 and found[number].passage.words in named:
            belongs[number] = True


def _include_last_sentences(found: list[Found], belongs: list[bool]) -> None:
    """Take in short paragraphs below the last of the article that the same element holds."""
    last = max((n for n, block in enumerate(found) if belongs[n] and is_prose(block)), default=len(found))
    for number in range(last + 1, len(found)):
        block = found[number]
        is_own = block.holder == found[last].holder and block.passage.kind is BlockKind.PARAGRAPH and not block.linked
        if is_own and not (block.outside or block.apart) and ENDS_AS_SENTENCE.search(block.passage.words):
            belongs[number] = True


def _include_whole_list(found: list[Found], belongs: list[bool]) -> None:
    """Take in the rest of a list that the article ends with."""
    last = max((number for number, belonging in enumerate(belongs) if belonging), default=len(found))
    for number in range(last, len(found)):
        block = found[number]
        if block.passage.kind is not BlockKind.ITEM or block.linked > 0.5 or block.outside or block.apart:
            return
        belongs[number] = True


def _take_title(found: list[Found], belongs: list[bool]) -> int | None:
    """Take in the page's heading of level 1 above the main text, and the lines between; the number of the title."""
    first = next((number for number, belonging in enumerate(belongs) if belonging), None)
    if first is None:
        return None
    title = next((n for n in range(first, -1, -1) if _is_title(found[n])), None)
    if title is None:
        return next((n for n in range(first, len(found)) if belongs[n] and _is_title(found[n])), None)
    belongs[title] = True
    body = next((n for n in range(title + 1, len(found)) if belongs[n]), title)
    for number in range(title + 1, body):
        block = found[number]
        whole = len(block.passage.words.split()) >= _FEWEST_WORDS or block.passage.kind in _STRUCTURE
        with_title = block.header and block.header == found[title].header
        belongs[number] = whole and not (block.outside and not with_title) and block.linked < 0.5
    return title


_FEWEST_WORDS = 6
"""Words of a line between title and text from which on it may be a standfirst."""


def _is_title(block: Found) -> bool:
    if block.is_title:
        return True
    return block.passage.kind is BlockKind.HEADING and block.passage.level == 1 and len(block.passage.words) > 15


def _leave_out_above(found: list[Found], belongs: list[bool], title: int | None) -> None:
    """Leave out section names and labels above the title."""
    for number in range(title or 0):
        belongs[number] = belongs[number] and is_prose(found[number])


def _leave_out_labels(found: list[Found], belongs: list[bool], title: int | None) -> None:
    """Leave out names, functions and initials that stand alone between the title and the first prose."""
    if title is None:
        return
    body = next((n for n in range(title + 1, len(found)) if belongs[n] and is_prose(found[n])), title)
    for number in range(title + 1, body):
        words = found[number].passage.words
        short = len(words.split()) < _FEWEST_WORDS and not ENDS_AS_SENTENCE.search(words)
        label = short and found[number].passage.kind is BlockKind.PARAGRAPH and not found[number].passage.markup.cells
        label = label and not is_greeting(words)
        belongs[number] = belongs[number] and not label


def _leave_out_teasers(found: list[Found], belongs: list[bool]) -> None:
    """Leave out all from a list of other articles on: headings that are links, or links below a short line."""
    last_prose = max((n for n, b in enumerate(found) if belongs[n] and len(b.passage.words) >= _PARAGRAPH), default=0)
    body = next((n for n, b in enumerate(found) if belongs[n] and is_prose(b)), len(found))
    announced = _announced_list(found, body)
    for number in range(announced, len(found)):
        belongs[number] = False
    number = max(body, last_prose) + 1
    while number < len(found):
        if _begins_teasers(found[number : number + _TEASERS]):
            end = _end_of_list(found, belongs, number)
            belongs[number:end] = [False] * (end - number)
            number = end
        else:
            number += 1


def _end_of_list(found: list[Found], belongs: list[bool], begin: int) -> int:
    """Where a list of links ends below which an article goes on; behind all if it does not."""
    end = next((n for n in range(begin + 1, len(found)) if found[n].linked <= 0.8), len(found))
    listed = found[begin + 1 : end]
    is_list = bool(listed) and all(block.passage.kind is BlockKind.ITEM for block in listed)
    above = next((found[n].holder for n in range(begin - 1, -1, -1) if belongs[n] and is_prose(found[n])), -1)
    is_box = len(listed) <= _MOST_IN_BOX and end < len(found) and found[end].holder == above
    is_amid = (is_list or is_box) and end < len(found) and belongs[end] and is_prose(found[end])
    return end if is_amid else len(found)


def _announced_list(found: list[Found], body: int) -> int:
    """Where a list of other articles with words of each begins, below a line that says so; behind all if nowhere."""
    ends, linked, announced = known_phrases().ends, 0, len(found)
    for number in range(len(found) - 1, body, -1):
        block = found[number]
        first = found[number + 1].passage if number + 1 < len(found) else None
        if linked > 2 and first and first.kind is BlockKind.HEADING:
            plain = " ".join(block.passage.words.lower().split()).rstrip(" :.!…")
            announced = number if plain in ends else announced
        if block.passage.kind is BlockKind.HEADING:
            if not (block.linked > 0.8 and block.leads):
                # What stands above a heading of the page's own is no list of other articles.
                return announced
            linked += 1
    return announced


def _begins_teasers(rest: list[Found]) -> bool:
    """Whether a list of links to other articles begins with the first of these blocks."""
    head = rest[0]
    linked = [n for n, block in enumerate(rest[1:], 1) if block.linked > 0.8]
    if head.linked > 0.8 and head.passage.kind is BlockKind.HEADING and head.leads:
        if len(head.passage.words.split()) <= _MOST_OF_NAME and len(rest) > 1 and rest[1].linked < _LINKED:
            # Somebody who speaks, with a link to what is known of him.
            return False
        return any(rest[n].passage.kind is BlockKind.HEADING for n in linked)
    announces = len(head.passage.words) <= _HEADLINE and not ENDS_AS_SENTENCE.search(head.passage.words)
    return announces and head.linked < 0.5 and len(linked) > 1 and linked[0] == 1 and rest[1].leads


def _leave_out_repeated(found: list[Found], belongs: list[bool]) -> None:
    """Leave out captions that were read already, and who took the pictures: a gallery tells it below each one."""
    seen: set[str] = set()
    times = Counter(block.passage.words for block in found if _is_owner(block.passage))
    for number, block in enumerate(found):
        if times[block.passage.words] >= _OFTEN:
            belongs[number] = False
        if belongs[number] and block.passage.kind is BlockKind.CAPTION:
            words = _plain(block.passage.words)
            belongs[number] = words not in seen
            seen.add(words)


def _is_owner(passage: Passage) -> bool:
    """Whether a line tells nothing but whose a picture is ("Ann Lee/Reuters")."""
    return not passage.markup.cells and _OWNER.fullmatch(passage.words) is not None


def _leave_out_contents(found: list[Found], belongs: list[bool]) -> None:
    """Leave out the table of contents: links to headings further down, with what stands above them."""
    headings = {_plain(b.passage.words): n for n, b in enumerate(found) if b.passage.kind is BlockKind.HEADING}
    listed = [
        number
        for number, block in enumerate(found)
        if block.passage.kind is BlockKind.ITEM
        and block.linked > 0.8
        and not block.leads
        and headings.get(_plain(block.passage.words), -1) > number
    ]
    for number in listed:
        belongs[number] = False
        above = found[number - 1].passage if number else None
        if above and above.kind is BlockKind.HEADING and above.level > 1:
            belongs[number - 1] = False


def _take_corrections(found: list[Found], belongs: list[bool]) -> None:
    """Take in what says that something in the article was wrong, wherever in or below it that stands."""
    first = next((number for number, belonging in enumerate(belongs) if belonging), len(found))
    for number in range(first, len(found)):
        block = found[number]
        if is_correction(block.passage.words) and (block.inside or not block.outside) and block.linked < 0.5:
            belongs[number] = True


def _leave_out_fringe(found: list[Found], belongs: list[bool], writers: str, words: BylinePatterns) -> None:
    """Leave out bylines, dates, prompts, and at both ends notes on the writers."""
    inner = [number for number, belonging in enumerate(belongs) if belonging]
    times = times_of_entries([block.passage for block in found], [block.passage.words for block in found], words)
    for number in times:
        belongs[number] = bool(inner) and inner[0] < number <= inner[-1]
    body = next((number for number in inner if is_prose(found[number])), len(found))
    edges, ends = {*inner[: _EDGE + 1], *inner[-_EDGE:]}, set(inner[-_EDGE:])
    for number in inner:
        if found[number].passage.markup.cells or number in times:
            continue
        line = found[number].passage.words
        title = found[number].passage.kind is BlockKind.HEADING and found[number].passage.level == 1
        listed = found[number].passage.kind is BlockKind.ITEM and number > body
        fringe = (is_date_line(line, words) and not listed) or is_prompt(line, words, last=number in ends)
        fringe = fringe or is_asking(line) or (number in ends and is_disclaimer(line))
        fringe = fringe or is_note_on(writers, line, words, whole=number not in edges)
        fringe = fringe or (number in edges and (is_byline(line) or is_credit(line) or _tells_of(writers, line, words)))
        fringe = fringe or (number in ends and _closes(writers, line))
        belongs[number] = title or not fringe
    _leave_out_around_prompts(found, belongs, inner)


def _closes(writers: str, line: str) -> bool:
    """Whether a short last line is a mark of the end, or says where the writer can be reached."""
    if not any(sign.isalnum() for sign in line):
        return True
    named = any(writer and writer in line for writer in re.split(r", | and ", writers))
    return named and len(line) <= _PARAGRAPH and bool(_REACHED.search(line))


def _tells_of(writers: str, line: str, words: BylinePatterns) -> bool:
    """Whether a line holds the names of the writers and a date, and hardly anything else."""
    bare = line
    for writer in re.split(r", | and ", writers):
        bare = bare.replace(writer, " ") if writer.strip() else bare
    if bare == line or len(line) > _PARAGRAPH or ENDS_AS_SENTENCE.search(line):
        return False
    left, dates = no_citation().dates.subn(" ", bare)
    few = dates > 0 and len(re.findall(r"\w+", left)) < _FEWEST_WORDS
    return few or is_date_line(re.sub(r"(\D)(?=\d)|(\d)(?=[^\W\d])", r"\1\2 ", bare), words)


def _leave_out_around_prompts(found: list[Found], belongs: list[bool], inner: list[int]) -> None:
    """Leave out headings right above prompts, and what is listed between two of them."""
    asking = {number for number in inner if not belongs[number] and is_asking(found[number].passage.words)}
    for place, number in enumerate(inner):
        passage = found[number].passage
        is_heading = passage.kind is BlockKind.HEADING and passage.level > 1
        following = inner[place + 1 : place + 2]
        if belongs[number] and is_heading and following and following[0] in asking:
            rest = next((one for one in inner[place + 1 :] if one not in asking), None)
            belongs[number] = rest is not None and found[rest].passage.kind not in (BlockKind.HEADING, BlockKind.ITEM)
        is_item = passage.kind is BlockKind.ITEM and len(passage.words) < LONG
        if belongs[number] and is_item and place and inner[place - 1] in asking:
            asking.add(number)
            belongs[number] = False


def _plain(words: str) -> str:
    return _SIGNS.sub("", words).lower()
