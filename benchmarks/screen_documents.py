"""Opening documents: pages of text PDFs beside bare pypdfium2, OCR of a sparse page, what a worker costs.

The pages are made here, unlike each other. Ours opens, triages, walks the PDF's objects and screens; the peer takes the
pages' text and nothing more. Both run in this process, taking turns; a figure is the median of the rounds.

    python benchmarks/screen_documents.py [--rounds 5] [--pages 60] [--json]
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import time
from collections.abc import Callable
from statistics import median

os.environ["OMP_THREAD_LIMIT"] = "1"

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from fileroom.screening.opening import extract, ocr
from fileroom.screening.opening.apart import Apart
from fileroom.screening.screened import screen_document

# At least half as fast as the bare extraction; an OCR page no slower than this, in seconds (screening, 10).
LEAST_RATIO = 0.5
MOST_SECONDS = 0.35
TOPICS = ("reading", "science", "the garden", "music", "the bus", "lunch", "swimming", "the library", "art", "history")
SPARSE = (
    "Student enrollment form",
    "Student: Ana Flores      Grade: 4",
    "Parent: Maria Flores",
    "Telephone: 559-555-0147",
    "Number: 318-44-7265",
    "Please return this page to the office by Friday.",
)


def text_pdf(pages: int) -> bytes:
    """A PDF of pages with about 30 lines of school prose each."""
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for number in range(pages):
        lines = [
            f"Week {number}, item {line}: the class will meet about {TOPICS[(number + line) % 10]} in room {line * 7}"
            f" and families may call the office before {line % 12 + 1} o'clock."
            for line in range(30)
        ]
        page = made.add_blank_page(page_size=(612, 792))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        words = " ".join(f"({line}) Tj T*" for line in lines)
        page.Contents = made.make_stream(f"BT /F1 9 Tf 20 TL 40 740 Td {words} ET".encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def bare(body: bytes) -> int:
    """The peer: every page's text, and nothing more."""
    document = pypdfium2.PdfDocument(body)
    try:
        return sum(len(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def sparse_page() -> bytes:
    """A scanned page with a few lines."""
    page = Image.new("L", (1275, 1650), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(26)
    for number, line in enumerate(SPARSE):
        draw.text((120, 140 + 70 * number), line, font=font, fill=0)
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure(rounds: int, pages: int) -> dict[str, float]:
    """The figures: pages a second, the ratio to the peer, seconds an OCR page, seconds a worker's document."""
    body, scan, small = text_pdf(pages), sparse_page(), b"a,b,c\n1,2,3\n4,5,6\n"
    screen_document(body, opened_by=extract)
    pairs = [
        (
            seconds(lambda: bare(body)),
            seconds(lambda: screen_document(body, opened_by=extract)),
            seconds(lambda: extract(body)),
        )
        for _ in range(rounds)
    ]
    figures = {
        "pages/s": pages / median(ours for _, ours, _ in pairs),
        "ratio to bare pypdfium2": median(peer / ours for peer, ours, _ in pairs),
        "ratio, opening alone": median(peer / opened for peer, _, opened in pairs),
    }
    if ocr.engine() is not None:
        extract(scan)
        figures["OCR s/page"] = median(seconds(lambda: extract(scan)) for _ in range(rounds))
    with Apart() as apart:
        figures["worker start s"] = seconds(lambda: apart.extract(small))
        figures["worker s/document"] = median(seconds(lambda: apart.extract(small)) for _ in range(rounds * 4))
    return figures


def main() -> int:
    """Measure, print, and say with status 1 where a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pages", type=int, default=60)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    figures = measure(chosen.rounds, chosen.pages)
    engine = ocr.engine()
    if chosen.json:
        print(json.dumps(figures | {"engine": engine.name if engine else None}))
    else:
        print(f"{chosen.pages} pages, {chosen.rounds} rounds; OCR: {engine.name if engine else 'none'}")
        for name, figure in figures.items():
            print(f"{name:24} {figure:10,.3f}")
    missed = [
        f"missed: {name} {figures[name]:.3f}, goal {goal}"
        for name, goal, good in (
            ("ratio to bare pypdfium2", f">= {LEAST_RATIO}", figures["ratio to bare pypdfium2"] >= LEAST_RATIO),
            ("OCR s/page", f"<= {MOST_SECONDS}", figures.get("OCR s/page", 0.0) <= MOST_SECONDS),
        )
        if not good
    ]
    print("\n".join(missed), file=sys.stderr, end="\n" if missed else "")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
