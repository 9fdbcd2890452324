"""The PowerPoint file of the blind part: clean on the screen, not in its notes, hidden slide or chart's workbook."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.screening.corpus.blind.packing import HEAD, OFFICE, VENDOR, content_types, relations, sheet, xlsx, zipped
from tests.screening.corpus.blind.registry import document

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHOW = "http://schemas.openxmlformats.org/presentationml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SPACES = f'xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" xmlns:p="{SHOW}"'
TOP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
COLOURS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)


def shape(number: int, lines: tuple[str, ...], kind: str = "body") -> str:
    """A box of text on a slide."""
    told = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Text {number}"/><p:cNvSpPr/>'
        f'<p:nvPr><p:ph type="{kind}" idx="{number}"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{told}</p:txBody></p:sp>"
    )


def slide(root: str, inner: str, attribute: str = "") -> str:
    """A slide, a page of notes, a layout or a master."""
    tail = "" if root == "sldMaster" else "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return f"{HEAD}<p:{root} {SPACES}{attribute}><p:cSld><p:spTree>{TOP}{inner}</p:spTree></p:cSld>{tail}</p:{root}>"


def framed() -> str:
    """The frame that shows the chart, linked as rId2."""
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Chart"/><p:cNvGraphicFramePr/>'
        "<p:nvPr/></p:nvGraphicFramePr>"
        '<p:xfrm><a:off x="900000" y="2000000"/><a:ext cx="5000000" cy="3000000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="rId2"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def charted() -> str:
    """A chart of harmless counts, whose workbook (rId1) says more."""
    points = (("Any paper with an address", 41), ("Pay stub", 12), ("Affidavit", 9))
    names = "".join(f'<c:pt idx="{n}"><c:v>{name}</c:v></c:pt>' for n, (name, _) in enumerate(points))
    counts = "".join(f'<c:pt idx="{n}"><c:v>{count}</c:v></c:pt>' for n, (_, count) in enumerate(points))
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
        "<c:chart><c:plotArea><c:barChart>"
        '<c:barDir val="bar"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$4</c:f>"
        f'<c:strCache><c:ptCount val="3"/>{names}</c:strCache></c:strRef></c:cat>'
        "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$4</c:f>"
        f'<c:numCache><c:ptCount val="3"/>{counts}</c:numCache></c:numRef></c:val>'
        '</c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart>'
        '<c:externalData r:id="rId1"/></c:chartSpace>'
    )


def master() -> dict[str, str | bytes]:
    """The master, layout and theme that every show must have."""
    colours = "".join(f'<a:{name}><a:srgbClr val="203040"/></a:{name}>' for name in COLOURS)
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    colour_map = " ".join(f'{key}="{key}"' for key in COLOURS[4:]) + ' bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
    theme = (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="Plain"><a:themeElements>'
        f'<a:clrScheme name="p">{colours}</a:clrScheme>'
        f'<a:fontScheme name="p"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="p"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    listed = f"<p:clrMap {colour_map}/>"
    listed += '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'
    return {
        "ppt/slideMasters/slideMaster1.xml": slide("sldMaster", "").replace("</p:sldMaster>", listed),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")]
        ),
        "ppt/slideLayouts/slideLayout1.xml": slide("sldLayout", ""),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        ),
        "ppt/theme/theme1.xml": theme,
    }


def show() -> str:
    """The part that lists the slides."""
    return (
        f"{HEAD}<p:presentation {SPACES}>"
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId3"/>'
        '<p:sldId id="258" r:id="rId4"/></p:sldIdLst>'
        '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def types() -> dict[str, str]:
    """The content types of the show's parts."""
    pres = f"{VENDOR}presentationml."
    return {
        "ppt/presentation.xml": f"{pres}presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{pres}slideMaster+xml",
        "ppt/slideLayouts/slideLayout1.xml": f"{pres}slideLayout+xml",
        "ppt/theme/theme1.xml": f"{VENDOR}theme+xml",
        **{f"ppt/slides/slide{n}.xml": f"{pres}slide+xml" for n in (1, 2, 3)},
        "ppt/notesSlides/notesSlide1.xml": f"{pres}notesSlide+xml",
        "ppt/charts/chart1.xml": f"{VENDOR}drawingml.chart+xml",
    }


@document(
    "clerk_training.pptx", outcome="findings", decision="block", slice="pptx",
    expect=(
        ("a_number", "value", "notes of slide 2"), ("ssn", "value", "hidden slide 3"),
        ("protected_list", "value", "workbook of the chart on slide 1"),
    ),
)  # fmt: skip
def clerk_training() -> bytes:
    """Training slides on what not to ask; the trainer's own examples are real."""
    layout = ("slideLayout", "../slideLayouts/slideLayout1.xml")
    first = shape(2, ("What families bring to the window", "62 visits, October"), "title") + framed()
    second = shape(2, ("Never ask",), "title") + shape(
        3,
        (
            "for a Social Security number, whole or in part",
            "whether anyone is a citizen",
            "for a visa, an I-94 or a green card",
        ),
    )
    third = shape(2, ("Last year's bad example",), "title") + shape(
        3, ("Ximena Pruitt, grade 4, mother Yolanda", "she wrote it on the card anyway: SSN 607-42-9918")
    )
    spoken = shape(
        2, ("Tell the story of Mrs. Arce, who handed over a letter with her A# 097-441-826. We gave it back.",)
    )
    book = xlsx({"Sheet1": sheet([
        ["Paper", "Visits", "Student", "Country of origin"], ["Any paper with an address", 41, "Omid Kashani", "Iran"],
        ["Pay stub", 12, "Layla Darwish", "Iraq"], ["Affidavit", 9, "Yusef Mansour", "Yemen"],
    ])})  # fmt: skip
    slides = [("slide", f"slides/slide{n}.xml") for n in (1, 2, 3)]
    return zipped({
        "[Content_Types].xml": content_types(types()),
        "_rels/.rels": relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": show(),
        "ppt/_rels/presentation.xml.rels": relations([("slideMaster", "slideMasters/slideMaster1.xml"), *slides]),
        **master(),
        "ppt/slides/slide1.xml": slide("sld", first),
        "ppt/slides/_rels/slide1.xml.rels": relations([layout, ("chart", "../charts/chart1.xml")]),
        "ppt/slides/slide2.xml": slide("sld", second),
        "ppt/slides/_rels/slide2.xml.rels": relations([layout, ("notesSlide", "../notesSlides/notesSlide1.xml")]),
        "ppt/slides/slide3.xml": slide("sld", third, ' show="0"'),
        "ppt/slides/_rels/slide3.xml.rels": relations([layout]),
        "ppt/notesSlides/notesSlide1.xml": slide("notes", spoken),
        "ppt/notesSlides/_rels/notesSlide1.xml.rels": relations([("slide", "../slides/slide2.xml")]),
        "ppt/charts/chart1.xml": charted(),
        "ppt/charts/_rels/chart1.xml.rels": relations([("package", "../embeddings/book1.xlsx")]),
        "ppt/embeddings/book1.xlsx": book,
    })  # fmt: skip
