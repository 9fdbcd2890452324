"""What a page of a PDF shows beside its text: pictures, and lines that could be drawn letters."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
# In points: how high and wide a drawn letter may be; how near to each other lines are one drawing.
LOWEST, LARGEST = 4.0, 72.0
NEAR = 1.5
# A frame, a rule or a dot has fewer points.
FEWEST_POINTS = 7
# So many letters are a number or a word; a page with more lines than the second has some for certain.
FEWEST_LETTERS, MOST_LINES = 5, 3000
# Points of one line by which it is known again.
POINTS_TOLD = 60
DEEPEST = 8


@dataclass
class Drawn:
    """Pictures and drawn letters of a page, each by what makes it the same as another, and where they stand."""

    pictures: dict[object, Box] = field(default_factory=dict)
    letters: dict[object, Box] = field(default_factory=dict)
    texts: list[Any] = field(default_factory=list)
    # The pictures themselves, and where on the page they stand, also those of forms.
    own: dict[tuple[bytes, int, int], tuple[Any, Box]] = field(default_factory=dict)
    _lines: list[tuple[Box, Any]] = field(default_factory=list)

    def share(self, page: Any) -> float:
        """How much of the page its pictures cover."""
        width, height = page.get_size()
        covered = sum(max(0.0, right - left) * max(0.0, top - bottom) for left, bottom, right, top in self.boxes)
        return float(covered / max(1.0, width * height))

    boxes: list[Box] = field(default_factory=list)


def drawn_on(page: Any) -> Drawn:
    """Look at a page's objects, and at those of the forms it is put together from."""
    drawn = Drawn()
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))
    _gather(objects, drawn, None, ())
    if len(drawn._lines) > MOST_LINES:
        drawn.letters = {_key(thing): box for box, thing in drawn._lines[: MOST_LINES // 10]}
    elif drawn._lines:
        drawn.letters = {key: box for boxes in _drawings(drawn._lines) for key, box in boxes}
    return drawn


def _gather(objects: Iterator[Any], drawn: Drawn, within: Box | None, ways: tuple[Matrix, ...]) -> None:
    """`ways`: how the forms that these objects stand in are laid on the page, the innermost first."""
    for thing in objects:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            drawn.texts.append(thing)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = within or _box(thing)
            key = _picture_key(thing, box)
            drawn.pictures[key] = box
            place = _on_the_page(_box(thing), ways)
            drawn.own[_picture_key(thing, place)] = (thing, place)
            drawn.boxes.append(box)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            # Within a form a line's place is the form's own, by which lines of one form still lie side by side.
            drawn._lines.append((_box(thing), thing))
        elif kind == raw.FPDF_PAGEOBJ_FORM and len(ways) < DEEPEST:
            inner = (raw.FPDFFormObj_GetObject(thing, at) for at in range(raw.FPDFFormObj_CountObjects(thing)))
            _gather(inner, drawn, within or _box(thing), (_matrix(thing), *ways))


def _matrix(thing: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, found):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _on_the_page(box: Box, ways: tuple[Matrix, ...]) -> Box:
    for a, b, c, d, e, f in ways:
        corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        across, up = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
        box = min(across), min(up), max(across), max(up)
    return box


def _box(thing: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    return left.value, bottom.value, right.value, top.value


def _picture_key(thing: Any, box: Box) -> tuple[bytes, int, int]:
    """The same dots, shown as large: a picture that was a stamp on one page may fill the next."""
    size = raw.FPDFImageObj_GetImageDataRaw(thing, None, 0)
    dots = ctypes.create_string_buffer(max(1, size))
    raw.FPDFImageObj_GetImageDataRaw(thing, dots, size)
    left, bottom, right, top = box
    return hashlib.sha256(dots.raw[:size]).digest(), round(right - left), round(top - bottom)


def _key(path: Any) -> object:
    points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(POINTS_TOLD, raw.FPDFPath_CountSegments(path))):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, at), x, y)
        points.append((round(x.value, 1), round(y.value, 1)))
    return tuple(points), _box(path)


def _drawings(lines: list[tuple[Box, Any]]) -> Iterator[list[tuple[object, Box]]]:
    """Lines that touch are one drawing; those that are as large as a letter, and are more than a frame or a rule."""
    for group in _touching([box for box, _ in lines]):
        left, bottom, right, top = around([lines[at][0] for at in group])
        points = sum(raw.FPDFPath_CountSegments(lines[at][1]) for at in group)
        high, wide = top - bottom, right - left
        # A word may be one line: as low as a letter, and long.
        small = LOWEST <= min(high, wide) <= LARGEST or LOWEST <= high <= LARGEST >= wide
        if small and points >= FEWEST_POINTS:
            yield [(_key(lines[at][1]), lines[at][0]) for at in group]


def _touching(boxes: list[Box]) -> list[list[int]]:
    """Numbers of boxes that touch, together: from left to right, each beside those that are not yet passed."""
    group = list(range(len(boxes)))

    def first(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    beside: list[int] = []
    for at in sorted(range(len(boxes)), key=lambda at: boxes[at][0]):
        left, bottom, _, top = boxes[at]
        beside = [other for other in beside if boxes[other][2] >= left - NEAR]
        for other in beside:
            if boxes[other][1] <= top + NEAR and boxes[other][3] >= bottom - NEAR:
                group[first(at)] = first(other)
        beside.append(at)
    together: dict[int, list[int]] = {}
    for at in range(len(boxes)):
        together.setdefault(first(at), []).append(at)
    return list(together.values())


def around(boxes: list[Box]) -> Box:
    """The box around boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


@contextmanager
def without_text(texts: list[Any]) -> Iterator[None]:
    """The page as it is without its text layer."""
    modes = [raw.FPDFTextObj_GetTextRenderMode(text) for text in texts]
    for text in texts:
        raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    try:
        yield
    finally:
        for text, mode in zip(texts, modes, strict=True):
            raw.FPDFTextObj_SetTextRenderMode(text, mode)
