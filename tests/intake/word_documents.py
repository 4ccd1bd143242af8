"""Generated Word documents in which each word stands once, and which of them a reader of the document sees."""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CHANGED = 'w:id="9{n}" w:author="Ann" w:date="2026-01-02T03:04:05Z"'
_FIRST, _SECOND = "bdfgklmnprtv", "aeiou"


@dataclass
class Maker:
    """Makes one document and remembers its words.

    Attributes:
        shown: the words that are seen in the text.
        beside: those that are seen beside it (notes, boxes, drawings), which a plain text may leave out.
        gone: those that are not seen.
    """

    seed: int
    shown: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    constructs: set[str] = field(default_factory=set)
    count: int = 0

    def __post_init__(self) -> None:
        self.document: WordDocument = Document()
        self.chance = random.Random(self.seed)

    def word(self, where: list[str] | None = None) -> str:
        """A word that stands nowhere else."""
        self.count += 1
        number = self.count * 7 + 3600 * (self.seed % 7)
        letters = ""
        for _ in range(4):
            number, rest = divmod(number, 60)
            letters += _FIRST[rest // 5] + _SECOND[rest % 5]
        (self.shown if where is None else where).append(letters)
        return letters

    def words(self, number: int = 4, where: list[str] | None = None) -> str:
        return " ".join(self.word(where) for _ in range(number))

    def run(self, number: int = 3, properties: str = "", where: list[str] | None = None) -> str:
        return text(f" {self.words(number, where)} ", properties)

    def paragraph(self, *inner: str, properties: str = "") -> str:
        return paragraph(self.run(), *inner, self.run(), properties=properties)

    def number(self) -> int:
        self.count += 1
        return self.count

    def change(self, kind: str, inner: str) -> str:
        return f"<w:{kind} {CHANGED.format(n=self.number())}>{inner}</w:{kind}>"

    def part(self, kind: str, place: str, media_type: str, data: str | bytes, base: str = BASE) -> str:
        """Put a part into the document; its identifier there."""
        blob = data if isinstance(data, bytes) else data.encode()
        name = place.format(n=self.number())
        part = Part(PackURI(f"/word/{name}"), media_type, blob, self.document.part.package)
        return self.document.part.relate_to(part, f"{base}/{kind}")

    def note(self, kind: str, *inner: str) -> str:
        """A note of some paragraphs; the run of its mark."""
        identifier = len(self.notes[kind]) + 1
        self.notes[kind].append(f'<w:{kind} w:id="{identifier}">{"".join(inner)}</w:{kind}>')
        return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'

    def add(self, *blocks: str) -> None:
        body = self.document.element.body
        for element in parse_xml(f"<w:body {SPACES}>{''.join(blocks)}</w:body>"):
            body.insert(len(body) - 1, element)

    @cached_property
    def data(self) -> bytes:
        """The document as a file; nothing can be added to it from now on."""
        for kind, notes in self.notes.items():
            if notes:
                lines = "".join(
                    f'<w:{kind} w:type="{line}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>'
                    for number, line in ((-1, "separator"), (0, "continuationSeparator"))
                )
                inner = f"<w:{kind}s {SPACES}>{lines}{''.join(notes)}</w:{kind}s>"
                self.part(f"{kind}s", f"{kind}s.xml", f"{WORDML}.{kind}s+xml", inner)
        target = io.BytesIO()
        self.document.save(target)
        return target.getvalue()


def text(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2400"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inner: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def control(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def turn(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {words} </w:instrText></w:r>'


def drawing(graphic: str, kind: str, number: int) -> str:
    return (
        f'<w:drawing><wp:inline><wp:extent cx="4500000" cy="1500000"/><wp:docPr id="{number}" name="d{number}"/>'
        f'<a:graphic><a:graphicData uri="{kind}">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def shape(inner: str) -> str:
    return (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4500000" cy="1500000"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inner}'
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )


def cells_of(make: Maker, number: int = 2) -> list[str]:
    return [cell(make.paragraph()) for _ in range(number)]


def controls(make: Maker) -> None:
    make.add(control(make.paragraph()), control(control(make.paragraph()) + make.paragraph()))
    make.add(make.paragraph(control(make.run(), "<w:text/>"), control(control(make.run()))))
    make.add(table(control(row(*cells_of(make))), row(control(cell(make.paragraph())), *cells_of(make, 1))))
    make.add(table(row(cell(control(make.paragraph())), cell(make.paragraph(control(make.run()))))))


def boxes(make: Maker) -> None:
    held = paragraph(make.run(where=make.beside)) + table(row(*[cell(paragraph(make.run(where=make.beside)))] * 1))
    held += paragraph(make.run(where=make.beside))
    new = drawing(shape(held), "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", make.number())
    inner = f"<v:textbox><w:txbxContent>{held}</w:txbxContent></v:textbox>"
    old = f'<w:pict><v:shape style="width:300pt;height:90pt">{inner}</v:shape></w:pict>'
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    make.add(make.paragraph(f"{both}</mc:AlternateContent></w:r>"))


def old_boxes(make: Maker) -> None:
    held = paragraph(make.run(where=make.beside))
    make.add(
        make.paragraph(
            '<w:r><w:pict><v:rect style="width:300pt;height:90pt"><v:textbox>'
            f"<w:txbxContent>{held}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
        )
    )


def groups(make: Maker) -> None:
    inner = "".join(shape(paragraph(make.run(where=make.beside))) for _ in range(2))
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
    frame = '<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4500000" cy="1500000"/></a:xfrm></wpg:grpSpPr>'
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/>{frame}{inner}</wpg:wgp>"
    choice = f'<mc:Choice Requires="wpg">{drawing(group, uri, make.number())}</mc:Choice>'
    make.add(make.paragraph(f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"))


def nested_tables(make: Maker) -> None:
    inner = table(row(*cells_of(make)), row(*cells_of(make)))
    make.add(table(row(cell(make.paragraph() + inner + make.paragraph()), *cells_of(make, 1)), row(*cells_of(make))))


def merged_cells(make: Maker) -> None:
    wide, open_, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    make.add(
        table(
            row(cell(make.paragraph(), open_), cell(make.paragraph(), wide)),
            row(cell(paragraph(), on), *cells_of(make)),
            row(cell(paragraph(), on), cell(make.paragraph()), cell(paragraph())),
            columns=3,
        )
    )


def insertions(make: Maker) -> None:
    gone = make.change("del", f"<w:r><w:delText>{make.words(2, make.gone)}</w:delText></w:r>")
    both = make.change("ins", make.change("del", f"<w:r><w:delText>{make.words(2, make.gone)}</w:delText></w:r>"))
    make.add(make.paragraph(make.change("ins", make.run()), gone, both))
    mark = f"<w:rPr><w:ins {CHANGED.format(n=make.number())}/></w:rPr>"
    make.add(paragraph(make.change("ins", make.run()), properties=mark))
    made = f"<w:ins {CHANGED.format(n=make.number())}/>"
    make.add(table(row(*cells_of(make)), row(*cells_of(make), properties=made)))


def deletions(make: Maker) -> None:
    def cut() -> str:
        return make.change("del", f"<w:r><w:delText>{make.words(2, make.gone)}</w:delText></w:r>")

    mark = f"<w:rPr><w:del {CHANGED.format(n=make.number())}/></w:rPr>"
    make.add(make.paragraph(), paragraph(cut(), properties=mark), make.paragraph())
    make.add(paragraph(make.run(), properties=mark), make.paragraph())
    row_mark = f"<w:del {CHANGED.format(n=make.number())}/>"
    make.add(table(row(*cells_of(make)), row(cell(paragraph(cut())), cell(paragraph(cut())), properties=row_mark)))


def moves(make: Maker) -> None:
    number = make.number()
    moved = make.words(3)
    away = f"<w:moveFrom {CHANGED.format(n=number)}><w:r><w:t>{make.words(3, make.gone)}</w:t></w:r></w:moveFrom>"
    here = f'<w:moveTo {CHANGED.format(n=number + 500)}><w:r><w:t xml:space="preserve">{moved} </w:t></w:r></w:moveTo>'
    make.add(make.paragraph(away), make.paragraph(here))


def smart_tags(make: Maker) -> None:
    tag = f'<w:smartTag w:uri="urn:x" w:element="place">{make.run()}</w:smartTag>'
    make.add(make.paragraph(tag, f'<w:customXml w:uri="urn:x" w:element="n">{make.run()}</w:customXml>'))
    make.add(f'<w:customXml w:uri="urn:x" w:element="n">{make.paragraph()}</w:customXml>')


def fields(make: Maker) -> None:
    inner = [turn("begin"), code("REF two"), turn("separate"), make.run(1, where=make.gone), turn("end")]
    outer = [turn("begin"), code("IF "), *inner, code(' = "" "a" "b"'), turn("separate"), make.run(), turn("end")]
    make.add(make.paragraph(*outer), make.paragraph(f'<w:fldSimple w:instr=" AUTHOR ">{make.run()}</w:fldSimple>'))
    link = [turn("begin"), code('HYPERLINK "https://harbour.example/"'), turn("separate"), make.run(), turn("end")]
    make.add(make.paragraph(*link), make.paragraph(f'<w:hyperlink w:anchor="a">{make.run()}</w:hyperlink>'))


def choices(make: Maker) -> None:
    first, second = make.word(make.gone), make.word(make.beside)
    names = f'<w:listEntry w:val="{first}"/><w:listEntry w:val="{second}"/>'
    data = f'<w:ffData><w:name w:val="d"/><w:enabled/><w:ddList><w:result w:val="1"/>{names}</w:ddList></w:ffData>'
    make.add(make.paragraph(turn("begin", data), code("FORMDROPDOWN"), turn("separate"), turn("end")))
    held = '<w:ffData><w:name w:val="t"/><w:enabled/><w:textInput/></w:ffData>'
    make.add(make.paragraph(turn("begin", held), code("FORMTEXT"), turn("separate"), make.run(), turn("end")))


def notes(make: Maker) -> None:
    for kind in ("footnote", "endnote"):
        inner = [paragraph(make.run(where=make.beside)) for _ in range(2)]
        make.add(make.paragraph(make.note(kind, *inner)), make.paragraph())
    odd = make.note("footnote", paragraph(text("*"), make.run(where=make.beside)))
    odd = odd.replace("<w:footnoteReference", '<w:footnoteReference w:customMarkFollows="1"')
    make.add(make.paragraph(odd, text("*")))


def notes_cut(make: Maker) -> None:
    for kind in ("footnote", "endnote"):
        mark = make.note(kind, paragraph(make.run(where=make.gone)))
        make.add(make.paragraph(make.change("del", mark), make.note(kind, paragraph(make.run(where=make.beside)))))


def margins(make: Maker) -> None:
    section = make.document.sections[0]
    section.header.paragraphs[0].text = make.words(3, make.beside)
    section.footer.paragraphs[0].text = make.words(3, make.beside)
    section.even_page_header.paragraphs[0].text = make.words(3, make.gone)
    section.first_page_footer.paragraphs[0].text = make.words(3, make.gone)
    make.add(make.paragraph())


def comments(make: Maker) -> None:
    held = make.document.add_paragraph(make.words(3))
    run = held.add_run(f" {make.words(2)} ")
    make.document.add_comment(run, text=make.words(4, make.gone), author="Ann")
    held.add_run(make.words(2))


def lists(make: Maker) -> None:
    for style in ("List Bullet", "List Bullet 2", "List Number", "List Number 2", "List Number 3", "List Continue"):
        make.document.add_paragraph(make.words(), style=style)
    for level in range(3):
        make.add(make.paragraph(properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'))


def signs(make: Maker) -> None:
    soft = make.word()
    cut = f"<w:r><w:t>{soft[:3]}</w:t><w:softHyphen/><w:t>{soft[3:]}</w:t></w:r>"
    within = make.word()
    make.add(make.paragraph(cut), make.paragraph(text(f" {within[:4]}\N{SOFT HYPHEN}{within[4:]} ")))
    make.add(make.paragraph(text(make.word()), "<w:r><w:noBreakHyphen/></w:r>", text(make.word())))
    make.add(make.paragraph('<w:r><w:sym w:font="Calibri" w:char="00E9"/></w:r>'))
    parted = make.word()
    make.add(make.paragraph(text(parted[:2], "<w:b/>"), "<w:proofErr/>", text(parted[2:5]), text(parted[5:], "<w:i/>")))
    make.add(make.paragraph(text(make.word()), "<w:r><w:tab/></w:r>", text(make.word()), "<w:r><w:br/></w:r>"))
    make.add(make.paragraph(text(make.word()), '<w:r><w:br w:type="page"/></w:r>', text(make.word())))


def ruby(make: Maker) -> None:
    held = (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr>'
        f"<w:rt>{text(make.word(make.beside))}</w:rt><w:rubyBase>{text(make.word())}</w:rubyBase></w:ruby></w:r>"
    )
    make.add(make.paragraph(held))


def hidden(make: Maker) -> None:
    vanish = make.document.styles.add_style("Secret", 1)
    vanish.font.hidden = True
    words = make.document.styles.add_style("Secret words", 2)
    words.font.hidden = True
    make.add(make.paragraph(make.run(where=make.gone, properties="<w:vanish/>")))
    make.add(make.paragraph(make.run(where=make.gone, properties='<w:rStyle w:val="Secretwords"/>')))
    make.add(paragraph(make.run(where=make.gone), properties='<w:pStyle w:val="Secret"/>'), make.paragraph())


def drop_cap(make: Maker) -> None:
    first = make.word()
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    make.add(make.paragraph(), paragraph(text(first[:1]), properties=frame))
    make.add(paragraph(text(f"{first[1:]} "), make.run()))


def equations(make: Maker) -> None:
    def held(where: list[str]) -> str:
        return f"<m:r><m:t>{make.word(where)}</m:t></m:r>"

    def one() -> str:
        return held(make.beside)

    parts = [
        f"<m:f><m:num>{one()}</m:num><m:den>{one()}</m:den></m:f>",
        f"<m:sSup><m:e>{one()}</m:e><m:sup>{one()}</m:sup></m:sSup>",
        f"<m:sSub><m:e>{one()}</m:e><m:sub>{one()}</m:sub></m:sSub>",
        f"<m:rad><m:deg/><m:e>{one()}</m:e></m:rad>",
        f"<m:d><m:e>{one()}</m:e><m:e>{one()}</m:e></m:d>",
        f"<m:nary><m:sub>{one()}</m:sub><m:sup>{one()}</m:sup><m:e>{one()}</m:e></m:nary>",
        f"<m:m><m:mr><m:e>{one()}</m:e><m:e>{one()}</m:e></m:mr></m:m>",
        f"<m:func><m:fName>{one()}</m:fName><m:e>{one()}</m:e></m:func>",
    ]
    plus = "<m:r><m:t>+</m:t></m:r>"
    make.add(make.paragraph(f"<m:oMath>{plus.join(parts)}</m:oMath>"))
    make.add(paragraph(f"<m:oMathPara><m:oMath>{one()}</m:oMath></m:oMathPara>"))


def diagrams(make: Maker) -> None:
    told = [make.words(2, make.beside) for _ in range(3)]
    points = "".join(
        f'<dgm:pt modelId="{n}"><dgm:prSet/><dgm:spPr/>'
        f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for n, words in enumerate(told, 1)
    )
    model = f"<dgm:dataModel {SPACES}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst/></dgm:dataModel>"
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    data = make.part("diagramData", "diagrams/data{n}.xml", kind, model)
    graphic = f'<dgm:relIds r:dm="{data}" r:lo="{data}" r:qs="{data}" r:cs="{data}"/>'
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    make.add(make.paragraph(f"<w:r>{drawing(graphic, uri, make.number())}</w:r>"))


def charts(make: Maker) -> None:
    def cached(words: str, kind: str = "str") -> str:
        values = "".join(f'<c:pt idx="{n}"><c:v>{word}</c:v></c:pt>' for n, word in enumerate(words.split()))
        count = f'<c:ptCount val="{len(words.split())}"/>'
        return f"<c:{kind}Ref><c:f>A1</c:f><c:{kind}Cache>{count}{values}</c:{kind}Cache></c:{kind}Ref>"

    line = f"<a:p><a:r><a:t>{make.words(3, make.beside)}</a:t></a:r></a:p>"
    title = f"<c:title><c:tx><c:rich><a:bodyPr/>{line}</c:rich></c:tx></c:title>"
    series = "".join(
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx>{cached(make.words(1, make.beside))}</c:tx>'
        f"<c:cat>{cached('1 2')}</c:cat><c:val>{cached('4 5', 'num')}</c:val></c:ser>"
        for n in range(2)
    )
    series = series.replace("<c:v>1</c:v>", f"<c:v>{make.word(make.beside)}</c:v>", 1)
    plot = f'<c:barChart><c:barDir val="col"/>{series}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
    axes = '<c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx>'
    axes += '<c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx>'
    space = f"<c:chartSpace {SPACES}><c:chart>{title}<c:plotArea>{plot}{axes}</c:plotArea></c:chart></c:chartSpace>"
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    part = make.part("chart", "charts/chart{n}.xml", kind, space)
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    graphic = f'<c:chart r:id="{part}"/>'
    make.add(make.paragraph(f"<w:r>{drawing(graphic, uri, make.number())}</w:r>"))


def other_documents(make: Maker) -> None:
    inner = Document()
    inner.add_paragraph(make.words(5, make.beside))
    held = io.BytesIO()
    inner.save(held)
    page = f"<html><body><h2>{make.words(3, make.beside)}</h2><p>{make.words(4, make.beside)}</p></body></html>"
    plain = make.words(4, make.beside)
    for place, kind, data in (
        ("chunk{n}.docx", f"{WORDML}.document.main+xml", held.getvalue()),
        ("chunk{n}.html", "text/html", page),
        ("chunk{n}.txt", "text/plain", plain),
    ):
        part = make.part("aFChunk", place, kind, data)
        make.add(make.paragraph(), f'<w:altChunk r:id="{part}"/>')


def word_art(make: Maker) -> None:
    art = (
        f'<v:shape style="width:300pt;height:50pt"><v:textpath on="t" string="{make.words(2, make.beside)}"/></v:shape>'
    )
    make.add(make.paragraph(f"<w:r><w:pict>{art}</w:pict></w:r>"))


def directions(make: Maker) -> None:
    make.add(make.paragraph(f'<w:dir w:val="ltr">{make.run()}</w:dir>', f'<w:bdo w:val="ltr">{make.run()}</w:bdo>'))
    make.add(make.paragraph('<w:bookmarkStart w:id="7" w:name="a"/>', make.run(), '<w:bookmarkEnd w:id="7"/>'))
    make.add(make.paragraph(make.run(2, "<w:caps/>"), make.run(2, "<w:smallCaps/>"), make.run(2, "<w:strike/>")))


CONSTRUCTS: tuple[Callable[[Maker], None], ...] = (
    controls,
    boxes,
    old_boxes,
    groups,
    nested_tables,
    merged_cells,
    insertions,
    deletions,
    moves,
    smart_tags,
    fields,
    choices,
    notes,
    notes_cut,
    margins,
    comments,
    lists,
    signs,
    ruby,
    hidden,
    drop_cap,
    equations,
    diagrams,
    charts,
    other_documents,
    word_art,
    directions,
)


def made(seed: int, constructs: int = 6) -> Maker:
    """A document of several constructs, chosen and ordered by its number; each stands in some of any forty."""
    make = Maker(seed)
    make.document.add_heading(make.words(3), 1)
    chosen = {CONSTRUCTS[seed % len(CONSTRUCTS)], *make.chance.sample(CONSTRUCTS, constructs)}
    for construct in sorted(chosen, key=lambda one: make.chance.random()):
        make.document.add_paragraph(make.words(6))
        construct(make)
        make.constructs.add(construct.__name__)
    make.document.add_paragraph(make.words(6))
    return make
