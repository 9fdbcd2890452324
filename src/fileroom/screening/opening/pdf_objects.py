"""What a PDF holds beside its pages: fields and their values, notes, attachments, properties, programs, outlines."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from fileroom.screening.opening.markup import NUMBER, read_xml
from fileroom.screening.opening.opened import Opening, OpenWithin, Spent, Trouble, told
from fileroom.screening.opening.pdf_fonts import Fonts
from fileroom.screening.opening.pdf_streams import unpacked
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

# What a text in a dictionary is called; all others are read too, by their key.
SPOKEN = {
    "/ActualText": "actual text",
    "/Alt": "alternative text",
    "/Author": "property Author",
    "/CA": "field caption",
    "/Contents": "annotation",
    "/Desc": "description",
    "/E": "expansion",
    "/Keywords": "property Keywords",
    "/RC": "annotation",
    "/Subj": "annotation",
    "/Subject": "property Subject",
    "/Title": "title",
    "/URI": "link",
}
# What programs write for programs: of it is read what could be what is looked for.
OF_PROGRAMS = frozenset(
    (
        "/CharSet", "/CheckSum", "/CreationDate", "/DA", "/DS", "/ID", "/LastModified", "/M", "/ModDate", "/NM",
        "/Ordering", "/Panose", "/Registry", "/Signature",
    )
)  # fmt: skip
# What a field says is read with its name.
OF_A_FIELD = frozenset(("/DV", "/Opt", "/RV", "/T", "/TU", "/V"))
DATE = re.compile(r"D:[\d'Z+-]{4,24}")
# Bytes that are no text: of a signature, of what a file is locked with, of colours.
SEAL, COLOURS = "/ByteRange", "/Indexed"
DEEPEST_DIRECT = 40
HIGHEST_PARENT = 20
# Things that are indirect are visited by themselves.
Dictionary = pikepdf.Dictionary


class Objects:
    """The objects of a PDF, each visited once, whether or not anything leads to it."""

    def __init__(self, body: bytes, opening: Opening, *, after: Objects | None = None) -> None:
        """`after`: the objects of a later version of the same file. What it says again is not said twice."""
        self.opening = opening
        self._earlier = after is not None
        self._said: set[object] = after._said if after else set()
        self._fonts = Fonts(opening)
        try:
            self._pdf: pikepdf.Pdf | None = pikepdf.open(io.BytesIO(body), suppress_warnings=True)
            self._pages = list(self._pdf.pages)
            if any("damaged" in str(w) or "reconstruct" in str(w) for w in self._pdf.get_warnings()):
                self._damaged("The PDF is damaged.")
        except pikepdf.PasswordError as error:
            raise Trouble(Outcome.ENCRYPTED, "It opens with a password only.") from error
        except (pikepdf.PdfError, ValueError, RuntimeError):
            self._pdf, self._pages = None, []
            self._damaged("The PDF is damaged.")

    def _damaged(self, says: str) -> None:
        """An earlier version is a part of a file, and often no whole one."""
        if not self._earlier:
            self.opening.trouble(Outcome.DAMAGED, says)

    def _add(self, words: str, kind: TextKind, place: str) -> None:
        if (words, place) not in self._said:
            self._said.add((words, place))
            self.opening.add(words, kind, place)

    def pictures(self, number: int) -> frozenset[object] | None:
        """The pictures that a page names, and those its notes are drawn with; None where nobody can say."""
        if number >= len(self._pages):
            return None
        try:
            page = self._pages[number]
            held = set(_pictures(page.resources, 0))
            for note in page.get("/Annots", []):
                appearance = note.get("/AP")
                if appearance is not None and "/N" in appearance and isinstance(appearance.N, pikepdf.Stream):
                    held |= set(_pictures(appearance.N.get("/Resources"), 0))
        except (pikepdf.PdfError, AttributeError, TypeError, ValueError, KeyError):
            return None
        return frozenset(key for key in held if key != (0, 0))

    def says_other_digits(self, number: int) -> bool:
        """Whether a font of this page says other digits than it draws."""
        if number >= len(self._pages):
            return False
        try:
            return self._fonts.say_other_digits(self._pages[number].resources)
        except Spent:
            raise
        except (Trouble, pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
            return True

    def has_drawn_notes(self, number: int) -> bool:
        """Whether a page has notes or fields that bring a drawing of their own."""
        if number >= len(self._pages):
            return False
        try:
            return any("/AP" in note for note in self._pages[number].get("/Annots", []))
        except (pikepdf.PdfError, TypeError, ValueError, AttributeError):
            return True

    def read(self, open_within: OpenWithin) -> None:
        """Add the texts of all objects, and open the files that are attached."""
        if self._pdf is None:
            return
        spoken: dict[tuple[str, str], None] = {}
        for thing in (self._pdf.trailer, *self._pdf.objects):
            self.opening.tick()
            try:
                if isinstance(thing, pikepdf.String):
                    spoken["text", str(thing)] = None
                for dictionary in dictionaries(thing):
                    self._dictionary(dictionary, spoken, open_within)
            except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
                self._damaged("An object of the PDF is damaged.")
        places: dict[str, list[str]] = {}
        for where, words in spoken:
            places.setdefault(where, []).append(words)
        for where, said in places.items():
            fresh = [words for words in said if (words, where) not in self._said]
            self._said.update((words, where) for words in fresh)
            self.opening.add("\n".join(fresh), TextKind.PROSE, where)
        self._forms()

    def _dictionary(self, thing: Any, spoken: dict[tuple[str, str], None], open_within: OpenWithin) -> None:
        keys = set(thing.keys())
        is_field = "/T" in keys and bool(keys & {"/FT", "/Kids", "/TU", "/V", "/DA", "/Parent"})
        if is_field:
            self._field(thing)
        if "/JS" in keys:
            spoken[("script", self._words(thing["/JS"]))] = None
        for where, words in _said(thing, OF_A_FIELD if is_field else frozenset()):
            spoken[where, words] = None
        kind = str(thing.get("/Type", ""))
        if kind == "/Filespec" or "/EF" in keys:
            self._attached(thing, open_within)
        elif kind == "/Metadata" and isinstance(thing, pikepdf.Stream):
            self._xml(unpacked(thing, self.opening), "property")

    def _field(self, field: Any) -> None:
        name = _full_name(field)
        hint, where = str(field.get("/TU", "")), f"field {told(name)[:40]}"
        self._add(f"{hint} ({name})" if hint else name, TextKind.FORM_FIELD, where)
        choices = [self._words(choice) for choice in field.get("/Opt", [])]
        self._add("\n".join(choices), TextKind.FORM_FIELD, f"{where}, choices")
        for key in ("/V", "/DV", "/RV"):
            words = self._words(field[key]) if key in field else ""
            if words and words not in ("/Off", "/Yes", "/On"):
                self._add(f"{hint or name}: {words}", TextKind.FORM_ANSWERS, where)

    def _attached(self, spec: Any, open_within: OpenWithin) -> None:
        name = str(spec.get("/UF", spec.get("/F", "attachment")))
        files = spec.get("/EF")
        seen: set[tuple[int, int]] = set()
        for file in files.values() if files is not None else ():
            if isinstance(file, pikepdf.Stream) and file.objgen not in seen:
                seen.add(file.objgen)
                body = unpacked(file, self.opening)
                if (digest := hashlib.sha256(body).digest()) not in self._said:
                    self._said.add(digest)
                    open_within(body, name, f"attachment {told(name)}")

    def _forms(self) -> None:
        """A form of the other kind (XFA) is an XML document in pieces."""
        assert self._pdf is not None
        form = self._pdf.Root.get("/AcroForm")
        pieces = form.get("/XFA") if isinstance(form, Dictionary) else None
        if pieces is None:
            return
        streams = pieces if isinstance(pieces, pikepdf.Array) else [pieces]
        body = b"".join(unpacked(piece, self.opening) for piece in streams if isinstance(piece, pikepdf.Stream))
        self._xml(body, "form")

    def _xml(self, body: bytes, place: str) -> None:
        if (digest := hashlib.sha256(body).digest()) not in self._said:
            self._said.add(digest)
            read_xml(body, self.opening, place=place)

    def _words(self, value: Any) -> str:
        if isinstance(value, pikepdf.Stream):
            return unpacked(value, self.opening).decode("utf-8", "replace")
        if isinstance(value, pikepdf.Array):
            return " ".join(map(self._words, value))
        return str(value) if isinstance(value, pikepdf.String | pikepdf.Name | str) else ""


def _said(thing: Any, but: frozenset[str]) -> Iterator[tuple[str, str]]:
    """All texts that stand in a dictionary itself, with what their place is called; `but` for these keys."""
    if SEAL in thing or (str(thing.get("/Filter", "")) == "/Standard" and "/O" in thing):
        but = but | {"/Cert", "/Contents", "/O", "/OE", "/Perms", "/U", "/UE"}
    for key, value in thing.items():
        if NUMBER.search(key) or (isinstance(value, pikepdf.Name) and NUMBER.search(str(value))):
            yield "name", f"{key} {value}" if isinstance(value, pikepdf.Name) else key
        if key in but or key == "/JS":
            continue
        for words in map(str, _strings(value)):
            if not DATE.fullmatch(words) and (key not in OF_PROGRAMS or NUMBER.search(words)):
                yield SPOKEN.get(key) or f"property {told(key[1:21])}", words


def _strings(value: Any, depth: int = 0) -> Iterator[Any]:
    """A text, or the texts of a list, also of lists in it."""
    if isinstance(value, pikepdf.String):
        yield value
    elif isinstance(value, pikepdf.Array) and depth < DEEPEST_DIRECT and not (len(value) and value[0] == COLOURS):
        own: Any = (one for one in value if not getattr(one, "is_indirect", False))
        for one in own:
            yield from _strings(one, depth + 1)


def dictionaries(thing: Any, depth: int = 0) -> Iterator[Any]:
    """A thing's own dictionaries: itself and what stands in it directly."""
    if isinstance(thing, Dictionary | pikepdf.Stream):
        yield thing
        inner: Any = (value for key, value in thing.items() if key != "/Parent")
    elif isinstance(thing, pikepdf.Array):
        inner = thing
    else:
        return
    for child in inner:
        if isinstance(child, pikepdf.Object) and not child.is_indirect and depth < DEEPEST_DIRECT:
            yield from dictionaries(child, depth + 1)


def _pictures(resources: Any, depth: int) -> Iterator[tuple[int, int]]:
    """The pictures that a page's resources name, also through the forms it is put together from."""
    things = resources.get("/XObject") if resources is not None else None
    if things is None or depth > 5:
        return
    for thing in things.values():
        if thing.get("/Subtype") == "/Image":
            yield thing.objgen
        elif "/Resources" in thing:
            yield from _pictures(thing["/Resources"], depth + 1)


def _full_name(field: Any) -> str:
    names: list[str] = []
    for _ in range(HIGHEST_PARENT):
        if "/T" in field:
            names.append(str(field["/T"]))
        if "/Parent" not in field or not isinstance(field["/Parent"], Dictionary):
            break
        field = field["/Parent"]
    return ".".join(reversed(names))
