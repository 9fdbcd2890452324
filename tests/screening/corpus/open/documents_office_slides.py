"""Slides: what stands in the speaker's notes, on a slide that is not shown, in the numbers behind a chart."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.screening.corpus.documents import document
from tests.screening.corpus.open.documents_office_parts import DRAWING, HEAD, KIND, OFFICE, SLIDE, Part, links, package

TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
NAMES = f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" xmlns:p="{SLIDE}"'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in zip(
        ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"),
        ("000000", "FFFFFF", "1F2A44", "EEEEEE", *("336699", "669933", "993366") * 2, "0000EE", "551A8B"),
        strict=True,
    )
)
FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
LINES = f'<a:ln w="6350">{FILL[: len(FILL) // 3]}</a:ln>' * 3
EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
THEME = (
    f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="Plain"><a:themeElements><a:clrScheme name="c">{COLOURS}</a:clrScheme>'
    f'<a:fontScheme name="f"><a:majorFont>{FONT}</a:majorFont><a:minorFont>{FONT}</a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="s"><a:fillStyleLst>{FILL}</a:fillStyleLst><a:lnStyleLst>{LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{FILL}</a:bgFillStyleLst></a:fmtScheme>"
    "</a:themeElements></a:theme>"
)
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
AXES = "".join(
    f'<c:{kind}><c:axId val="{own}"/><c:scaling/><c:delete val="0"/><c:axPos val="{side}"/><c:crossAx val="{other}"/>'
    f"</c:{kind}>"
    for kind, own, side, other in (("catAx", 1, "l", 2), ("valAx", 2, "b", 1))
)


@dataclass(frozen=True)
class Slide:
    """A slide: its lines, the speaker's notes, whether it is shown, the rows behind its chart."""

    lines: tuple[str, ...]
    notes: str = ""
    shown: bool = True
    chart: tuple[tuple[str, int], ...] = ()


def shape(lines: tuple[str, ...]) -> str:
    """One box of text."""
    text = "".join(f"<a:p><a:r><a:rPr lang='en-US'/><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Text"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="500000" y="500000"/><a:ext cx="8000000" cy="4000000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>{text}</p:txBody></p:sp>'
    )


def chart_frame(number: int) -> str:
    """The frame on the slide that shows its chart."""
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Chart"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="500000" y="3000000"/><a:ext cx="6000000" cy="3000000"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="rId{number}"/></a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def chart_xml(rows: tuple[tuple[str, int], ...]) -> str:
    """A bar chart with the cached rows that it draws."""
    names = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, (name, _) in enumerate(rows))
    values = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, (_, value) in enumerate(rows))
    count = f'<c:ptCount val="{len(rows)}"/>'
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"><c:chart><c:plotArea><c:layout/><c:barChart>'
        '<c:barDir val="bar"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2</c:f><c:numCache>{count}{values}</c:numCache></c:numRef></c:val></c:ser>"
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{AXES}</c:plotArea></c:chart></c:chartSpace>'
    )


def tree(tag: str, inner: str, attributes: str = "", after: str = "") -> str:
    """A slide, a layout, a master or a page of notes: a tree of shapes under this root."""
    return f"{HEAD}<p:{tag} {NAMES}{attributes}><p:cSld><p:spTree>{TREE}{inner}</p:spTree></p:cSld>{after}</p:{tag}>"


def slide_parts(number: int, slide: Slide, relations: dict[str, str]) -> list[Part]:
    """The parts of one slide: itself, its notes, its chart; their links are put into `relations`."""
    kind, parts = f"{KIND}presentationml.", []
    targets = [("slideLayout", "../slideLayouts/slideLayout1.xml")]
    inner = shape(slide.lines)
    if slide.notes:
        path = f"ppt/notesSlides/notesSlide{number}.xml"
        parts.append(Part(path, f"{kind}notesSlide+xml", tree("notes", shape((slide.notes,)))))
        targets.append(("notesSlide", f"../notesSlides/notesSlide{number}.xml"))
        relations[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = links(
            ("slide", f"../slides/slide{number}.xml")
        )
    if slide.chart:
        parts.append(Part(f"ppt/charts/chart{number}.xml", f"{KIND}drawingml.chart+xml", chart_xml(slide.chart)))
        targets.append(("chart", f"../charts/chart{number}.xml"))
        inner += chart_frame(len(targets))
    relations[f"ppt/slides/_rels/slide{number}.xml.rels"] = links(*targets)
    show = "" if slide.shown else ' show="0"'
    return [Part(f"ppt/slides/slide{number}.xml", f"{kind}slide+xml", tree("sld", inner, show)), *parts]


def deck(slides: list[Slide]) -> bytes:
    """A PPTX of these slides, on one plain master."""
    kind = f"{KIND}presentationml."
    relations = {
        "_rels/.rels": links(("officeDocument", "ppt/presentation.xml")),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": links(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
        ),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": links(("slideMaster", "../slideMasters/slideMaster1.xml")),
        "ppt/_rels/presentation.xml.rels": links(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            *(("slide", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1)),
        ),
    }
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n + 1}"/>' for n in range(1, len(slides) + 1))
    show = (
        f'{HEAD}<p:presentation {NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        f"</p:sldMasterIdLst><p:sldIdLst>{listed}</p:sldIdLst>"
        '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )
    layouts = f'{MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    parts = [
        Part("ppt/presentation.xml", f"{kind}presentation.main+xml", show),
        Part("ppt/slideMasters/slideMaster1.xml", f"{kind}slideMaster+xml", tree("sldMaster", "", after=layouts)),
        Part("ppt/slideLayouts/slideLayout1.xml", f"{kind}slideLayout+xml", tree("sldLayout", "")),
        Part("ppt/theme/theme1.xml", f"{KIND}theme+xml", THEME),
    ]
    for number, slide in enumerate(slides, 1):
        parts += slide_parts(number, slide, relations)
    return package(parts, relations)


@document(
    "back_to_school_night.pptx",
    outcome="findings",
    decision="block",
    expect=[("immigration_document", "solicit", "speaker notes, slide 2")],
    slice="pptx",
)
def back_to_school_night() -> bytes:
    """A cheerful deck whose notes remind the teacher to gather papers."""
    first = Slide(("Welcome to Room 22!", "Mr. Fenwick, fifth grade"))
    second = Slide(
        ("What we need by Friday", "Emergency card", "Two tissue boxes"),
        notes="At the door, ask each parent for their I-94 or visa page, the office wants a copy in the folder.",
    )
    return deck([first, second])


@document(
    "scholarship_committee.pptx",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "hidden slide 2"), ("immigration_status", "value", "chart data, slide 3")],
    slice="pptx",
)
def scholarship_committee() -> bytes:
    """Finalists: a slide that is not shown has a father's number, the chart's rows say more than names."""
    return deck(
        [
            Slide(("Finalists", "Three seniors, twelve minutes each")),
            Slide(("Checks go to", "Rui Falcão, father of Inês, SSN 468-15-2093"), shown=False),
            Slide(("Scores",), chart=(("Inês F.", 91), ("Tariq H. (undocumented)", 94), ("Mele T.", 88))),
        ]
    )


@document("front_office_training.pptx", outcome="clean", decision="allow", slice="pptx")
def front_office_training() -> bytes:
    """The yearly training: what is never asked, with a chart of counts."""
    return deck(
        [
            Slide(
                (
                    "We never ask for",
                    "Social Security numbers",
                    "Green cards, visas or passports",
                    "Immigration status",
                ),
                notes="If a parent offers a paper of this kind, hand it back and do not copy it. Quiz at 2:15.",
            ),
            Slide(("Calls answered", "by month"), chart=(("August", 412), ("September", 388), ("October", 251))),
            Slide(("Old slide, kept for the date", "Training on 318-2044, ext. 7265"), shown=False),
        ]
    )
