"""Bytes in, texts out: identify, unpack, read every part, within the limits, in this process."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator

from fileroom.screening.opening.archives import Packed, unpacked, untar, unzip
from fileroom.screening.opening.as_it_stands import without_packing
from fileroom.screening.opening.carried import read_carried
from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.identify import EICAR, Format, Identified, ending, identify, misnamed, of_plain_text
from fileroom.screening.opening.mail import read_mail, read_mailbox
from fileroom.screening.opening.markup import read_json, read_xml
from fileroom.screening.opening.office import is_office, read_office
from fileroom.screening.opening.opened import Opening, OpenWithin, Spent, Trouble, may_be_a_number, told
from fileroom.screening.opening.pdf import read_pdf
from fileroom.screening.opening.pictures import read_image
from fileroom.screening.opening.rtf import read_rtf
from fileroom.screening.opening.strings import strings
from fileroom.screening.opening.tables import read_csv
from fileroom.screening.opening.webpage import read_html
from fileroom.screening.parts import LIMITS, Extracted, Limits, Outcome
from fileroom.screening.reading import TextKind

# Of these nothing can be read, and each says why.
CLOSED = {
    Format.ARCHIVE: (Outcome.UNREADABLE, "It is an archive of a kind that is not opened."),
    Format.ENCRYPTED: (Outcome.ENCRYPTED, "It is encrypted."),
    Format.POSTSCRIPT: (Outcome.UNREADABLE, "It is a program that draws pages (PostScript), which is not read."),
    Format.PROGRAM: (Outcome.REJECTED, "It is a program."),
    Format.UNKNOWN: (Outcome.UNREADABLE, "It is of no format that is read."),
}
PACKED_ALONE, TARS = ("gz", "bz2", "xz"), ("tgz", "tbz", "tbz2", "txz")
CARDS, FOLDED = ("BEGIN:VCALENDAR", "BEGIN:VCARD"), re.compile(r"\r?\n[ \t]")
NO_PLAIN_TEXT = re.compile(rb"[\x00\x1a\x1b\x80-\xff]")
MAILS = ("eml", "mbox", "mbx", "mht", "mhtml")
AS_IT_STANDS = "text as it stands"
BLANKS = b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"


def extract(body: bytes, name: str = "", limits: Limits = LIMITS) -> Extracted:
    """Open a document in this process; `name` is only context. Never raises for what the document is.

    Its memory and hangs are this process's own: what strangers send is opened by `extract_apart`.
    """
    opening = Opening(limits)
    try:
        if len(body) > limits.body:
            raise Spent(Outcome.TOO_BIG, f"It is larger than {limits.body // 1024 // 1024} MB.")
        if not body.strip(BLANKS):
            raise Trouble(Outcome.EMPTY, "It is empty.")
        _open(body, name, opening)
        read_carried(opening, _within(opening))
    except Trouble as trouble:
        opening.suffer(trouble, of_the_whole=True)
    except MemoryError:
        opening.suffer(Trouble(Outcome.TOO_BIG, "It needs more memory than it may have."), of_the_whole=True)
    except RecursionError:
        opening.suffer(Trouble(Outcome.BOMB, "It is nested deeper than is read."), of_the_whole=True)
    except Exception as error:  # Whatever a parser trips over: the document is not examined, and the run goes on.
        opening.suffer(Trouble(Outcome.QUARANTINE, f"Reading it failed ({type(error).__name__})."), of_the_whole=True)
    return opening.extracted()


def _open(body: bytes, name: str, opening: Opening) -> None:
    if EICAR in body:
        raise Trouble(Outcome.MALWARE, "It holds the test pattern of malicious software.")
    found = identify(body, name)
    if found.second is not None:
        raise Trouble(Outcome.REJECTED, f"It is of two types at once: {found.format} and {found.second}.")
    if misnamed(name, found.format):
        opening.trouble(Outcome.REJECTED, f"It is named .{ending(name)} and is {found.format} by its contents.")
    if may_be_a_number(name) and not opening.depth:
        opening.add(name, TextKind.PROSE, "file name")
    _read(body, name, found, opening)


def _read(body: bytes, name: str, found: Identified, opening: Opening) -> None:
    open_within = _within(opening)
    if found.format in CLOSED:
        raise Trouble(*CLOSED[found.format])
    match found.format:
        case Format.ZIP:
            _zip(body, opening, open_within)
        case Format.PDF:
            read_pdf(body, opening, open_within)
        case Format.IMAGE:
            read_image(body, opening)
        case Format.OLE:
            _ole(body, opening)
        case Format.EMAIL | Format.MAILBOX:
            _mail(body, name, found, opening, open_within)
        case Format.XML:
            read_xml(body, opening)
        case Format.GZIP | Format.BZIP2 | Format.XZ:
            open_within(unpacked(body, found.format, opening), _unpacked_name(name), name or "packed")
        case Format.RTF:
            # Its letters are bytes, and pictures may stand among them as they are; as wide letters it is none.
            read_rtf(
                body if b"{\\rtf" in body else (found.text or "").encode("latin-1", "replace"), opening, open_within
            )
        case Format.TAR:
            _all(untar(body, opening), open_within)
        case _:
            _as_text(body, name, found, opening, open_within)


def _mail(body: bytes, name: str, found: Identified, opening: Opening, open_within: OpenWithin) -> None:
    """A mail; and as it stands, where it is not called one: whoever opens a memo or a table sees no mail."""
    first = len(opening.parts)
    read = read_mail if found.format is Format.EMAIL else read_mailbox
    unpacked = read(body, opening, open_within)
    if ending(name) in MAILS:
        return
    with opening.once_more(first):
        for text in _texts(body, found):
            text, letters = without_packing(text, unpacked)
            _read_text(text, name, of_plain_text(text, ending(name)), opening, open_within, AS_IT_STANDS)
            opening.add(letters, TextKind.PROSE, AS_IT_STANDS, asks_nobody=True)


def _as_text(body: bytes, name: str, found: Identified, opening: Opening, open_within: OpenWithin) -> None:
    for text in _texts(body, found):
        _read_text(text, name, found.format, opening, open_within)


def _texts(body: bytes, found: Identified) -> Iterator[str]:
    """The text; and as it stands, where it says itself that it is in letters of seven bits: not all believe that."""
    text = decode(body) if found.text is None else found.text
    text = body.decode("latin-1") if text is None else text
    yield text
    if not NO_PLAIN_TEXT.search(body) and (plain := body.decode("ascii")) != text:
        yield plain


def _read_text(
    text: str, name: str, form: Format, opening: Opening, open_within: OpenWithin, place: str = "text"
) -> None:
    text = text.lstrip("\ufeff")
    match form:
        case Format.HTML:
            read_html(text, opening, open_within)
        case Format.JSON:
            read_json(text, opening)
        case Format.CSV:
            read_csv(text, name, opening)
        case _:
            for each in _as_meant(text):
                opening.add(each, TextKind.PROSE, place)


def _as_meant(text: str) -> Iterator[str]:
    """The text. A calendar's and a card's long lines are cut anywhere, and a card may have letters written as codes."""
    if text[:20].upper().startswith(CARDS):
        text = FOLDED.sub("", text)
        if "QUOTED-PRINTABLE" in text.upper():
            yield quopri.decodestring(text.encode(errors="replace")).decode(errors="replace")
    yield text


def _zip(body: bytes, opening: Opening, open_within: OpenWithin) -> None:
    packed = list(unzip(body, opening, open_within))
    parts = {item.name: item.body for item in packed if item.body is not None}
    if is_office(parts):
        read_office(parts, opening, open_within)
    else:
        _all(packed, open_within)


def _all(packed: Iterable[Packed], open_within: OpenWithin) -> None:
    for item in packed:
        if item.body is not None:
            open_within(item.body, item.name, item.name)


def _unpacked_name(name: str) -> str:
    own, dot, end = name.rpartition(".")
    if end.lower() in TARS:
        return f"{own}.tar"
    return own if dot and end.lower() in PACKED_ALONE else name


def _ole(body: bytes, opening: Opening) -> None:
    if "EncryptedPackage".encode("utf-16-le") in body:
        raise Trouble(Outcome.ENCRYPTED, "It opens with a password only.")
    opening.add("\n".join(strings(body)), TextKind.PROSE, "strings")
    raise Trouble(Outcome.UNREADABLE, "It is an office file of the old kind, of which only loose words are read.")


def _within(opening: Opening) -> OpenWithin:
    return lambda body, name, place: _open_within(body, name, place, opening)


def _open_within(body: bytes, name: str, place: str, opening: Opening) -> None:
    """Open what is packed in a document: what is wrong with it is told, and the rest goes on."""
    called = name if name == place or place.startswith("attachment ") else ""
    if not called and not body.strip():
        return
    try:
        with opening.inside(place or name):
            folders, _, own = name.rpartition("/")
            if called or may_be_a_number(own):
                opening.add_name(own, folders if called and not may_be_a_number(folders) else "")
            if not body.strip():
                return
            opening.spend_item()
            _open(body, own, opening)
    except Spent:
        raise
    except Trouble as trouble:
        whole = trouble.outcome in (Outcome.BOMB, Outcome.MALWARE)
        opening.suffer(Trouble(trouble.outcome, f"{trouble.says} ({told(place or name)})"), of_the_whole=whole)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # As in `extract`: a parser that trips over one part leaves that part unexamined.
        opening.trouble(Outcome.QUARANTINE, f"Reading a file packed in it failed ({type(error).__name__}).")
