"""Office files written part by part, with nothing but the standard library, so that every build is the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument."
DAY = (2024, 8, 12, 7, 30, 0)


@dataclass(frozen=True)
class Part:
    """One part of a package: its path, its content type and what it says."""

    path: str
    kind: str
    body: str | bytes


def link(number: int, kind: str, target: str) -> str:
    """One relationship; a kind without a scheme is one of the office kinds."""
    address = kind if "://" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="rId{number}" Type="{address}" Target="{target}"/>'


def links(*pairs: tuple[str, str]) -> str:
    """A relationships part: (kind, target) in the order of their numbers, from 1."""
    rows = "".join(link(number, kind, target) for number, (kind, target) in enumerate(pairs, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def packed(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A ZIP of these files, in this order, all of one fixed day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, body in files:
            entry = zipfile.ZipInfo(path, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, body)
    return out.getvalue()


def package(parts: Iterable[Part], relations: Mapping[str, str]) -> bytes:
    """An office package: its parts, their content types and the relationship parts given by path."""
    parts = list(parts)
    rows = "".join(f'<Override PartName="/{part.path}" ContentType="{part.kind}"/>' for part in parts)
    types = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
        f"{rows}</Types>"
    )
    files: list[tuple[str, str | bytes]] = [("[Content_Types].xml", types), *relations.items()]
    return packed([*files, *((part.path, part.body) for part in parts)])


# Word.


def run(text: str, properties: str = "") -> str:
    """A run of text, with its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs; a plain string becomes one run."""
    return f"<w:p>{''.join(r if r.startswith('<w:') else run(r) for r in runs)}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of plain text."""
    body = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl>"


def story(tag: str, inner: str) -> str:
    """A part of a Word file with this root: document, hdr, ftr, comments, footnotes."""
    return f'{HEAD}<w:{tag} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{inner}</w:{tag}>'


def word(body: str, extra: Iterable[tuple[str, Part]] = (), root: Iterable[tuple[str, Part]] = ()) -> bytes:
    """A DOCX: the body, and further parts with the kind of link that leads to each (from the body, from the root)."""
    extra, root = list(extra), list(root)
    main = Part(
        "word/document.xml", f"{KIND}wordprocessingml.document.main+xml", story("document", f"<w:body>{body}</w:body>")
    )
    relations = {
        "_rels/.rels": links(("officeDocument", "word/document.xml"), *((kind, part.path) for kind, part in root)),
        "word/_rels/document.xml.rels": links(*((kind, f"/{part.path}") for kind, part in extra)),
    }
    return package([main, *(part for _, part in extra), *(part for _, part in root)], relations)


def word_part(name: str, tag: str, inner: str) -> tuple[str, Part]:
    """A header, footer, comments or footnotes part, with its kind of link."""
    return name, Part(f"word/{name}1.xml", f"{KIND}wordprocessingml.{name}+xml", story(tag, inner))
