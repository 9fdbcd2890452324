"""E-mail: headers, every text part, every attachment, and the mails in it."""

from __future__ import annotations

import base64
import codecs
import email.errors
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser

from fileroom.screening.opening.decoding import decode
from fileroom.screening.opening.identify import ENVELOPE
from fileroom.screening.opening.opened import Opening, OpenWithin, told
from fileroom.screening.opening.webpage import read_html
from fileroom.screening.parts import Outcome
from fileroom.screening.reading import TextKind

# Headers that machines write for machines, of which each has ids and sums of its own: all else in them is read.
OF_MACHINES = frozenset(
    (
        "authentication-results",
        "domainkey-signature",
        "in-reply-to",
        "message-id",
        "mime-version",
        "received",
        "received-spf",
        "references",
        "return-path",
        "thread-index",
    )
)
OF_MACHINES_TOO = ("arc-", "content-", "dkim-", "list-")
# Of a longer one the rest is read: without an end to look for, each letter of a header is looked at once more.
IDS_AND_SUMS = re.compile(r"<[^<>\s]{0,200}@[^<>\s]{0,200}>|[^\s@]{1,200}@\S{1,200}|[\w+/=-]{20,}")
NO_ID = re.compile(r"\d[-_]\d\d[-_]\d")
SEALED = frozenset(("multipart/encrypted", "application/pgp-encrypted"))
ENVELOPES = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))

PLAIN_LETTERS = "us-ascii"  # of a plain text that does not say (RFC 2045, 5.2)
# What the standard library raises over a header that is not written as it should be.
UNTOLD = (LookupError, TypeError, ValueError, email.errors.MessageError)


def read_mail(body: bytes, opening: Opening, open_within: OpenWithin) -> list[str]:
    """A mail, all its parts. Returns the letters in which parts of it were packed, in order, as they stand in it."""
    unpacked: list[str] = []
    _message(BytesParser().parsebytes(body), opening, open_within, unpacked)
    return unpacked


def read_mailbox(body: bytes, opening: Opening, open_within: OpenWithin) -> list[str]:
    """The mails that lie in one file behind each other: as bytes, for each says itself which letters they are.

    Returns what `read_mail` does, of all of them.
    """
    unpacked: list[str] = []
    if body.startswith(codecs.BOM_UTF8):
        body = body[len(codecs.BOM_UTF8) :]
    elif not ENVELOPE.match(body.decode("latin-1")):
        body = (decode(body) or "").encode("utf-8", "surrogatepass")
    # Each byte is a letter of this encoding, and becomes that byte again.
    for number, mail in enumerate(ENVELOPE.split(body.decode("latin-1"))):
        if mail.strip():
            with opening.inside(f"mail {number}"):
                opening.spend_item()
                unpacked += read_mail(mail.encode("latin-1"), opening, open_within)
    return unpacked


def _message(message: Message, opening: Opening, open_within: OpenWithin, unpacked: list[str]) -> None:
    headers = [f"{name}: {_header(value)}" for name, value in message.items() if not _is_of_machines(name)]
    title = next((_header(value) for name, value in message.items() if name.lower() == "subject"), "")
    opening.add("\n".join(headers), TextKind.EMAIL, "header")
    others = dict.fromkeys(_of_machines(message))
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        opening.spend_item()
        if part is not message and part.get_content_type() != "message/rfc822":
            others.update((f"{name}: {_header(value)}", None) for name, value in _of_people(part))
        others.update(dict.fromkeys(_of_machines(part)))
        if part.get_content_type() in SEALED or _is_sealed(part):
            opening.trouble(Outcome.ENCRYPTED, "A part of the e-mail is encrypted.")
        elif part.get_content_type() == "message/rfc822" and part.is_multipart():
            with opening.inside("forwarded mail"):
                for inner in _inner(part):
                    _message(inner, opening, open_within, unpacked)
        elif part.is_multipart():
            stack.extend(reversed(_inner(part)))
            opening.add(part.preamble or "", TextKind.EMAIL, "before the parts")
            opening.add(part.epilogue or "", TextKind.EMAIL, "after the parts")
        else:
            _part(part, opening, open_within, title, unpacked)
    opening.add("\n".join(others), TextKind.EMAIL, "header of a part or of a machine")


def _inner(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _is_of_machines(name: str) -> bool:
    return name.lower() in OF_MACHINES or name.lower().startswith(OF_MACHINES_TOO)


def _of_people(part: Message) -> Iterator[tuple[str, object]]:
    return ((name, value) for name, value in part.items() if not _is_of_machines(name))


def _of_machines(part: Message) -> Iterator[str]:
    """What headers that machines write say beside their ids and sums."""
    for name, value in part.items():
        if _is_of_machines(name):
            words = IDS_AND_SUMS.sub(lambda found: found[0] if NO_ID.search(found[0]) and "@" not in found[0] else " ",
                                     _header(value))  # fmt: skip
            if words.strip():
                yield f"{name}: {words.strip()}"


def _is_sealed(part: Message) -> bool:
    return part.get_content_type() in ENVELOPES and "signed" not in str(part.get_param("smime-type", ""))


def _header(value: object) -> str:
    try:
        return " ".join(str(make_header(decode_header(str(value)))).split())
    except UNTOLD:
        return " ".join(str(value).split())


def _part(part: Message, opening: Opening, open_within: OpenWithin, title: str, unpacked: list[str]) -> None:
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        return
    opening.spend_bytes(len(body))
    letters = part.get_payload()
    if isinstance(letters, str) and _pack(letters, body):
        unpacked.append(letters)
    name = _name(part)
    kind = part.get_content_type()
    label = _charset(part) or (PLAIN_LETTERS if kind == "text/plain" else None)
    text = decode(body, label) if part.get_content_maintype() == "text" else None
    if name or text is None or kind not in ("text/plain", "text/html"):
        open_within(body, name or kind.replace("/", "."), f"attachment {told(name)}" if name else "part")
    elif kind == "text/html":
        read_html(text, opening, open_within, place="HTML part", mail=True)
    else:
        opening.add(text, TextKind.EMAIL, "body", title=title)


def _pack(letters: str, body: bytes) -> bool:
    """Whether these letters pack these bytes, and nothing stands among them that whoever unpacks them passes over."""
    return base64.b64encode(body).decode() == letters.replace("\r", "").replace("\n", "")


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except UNTOLD:
        return None


def _name(part: Message) -> str:
    try:
        return _header(part.get_filename() or "")
    except UNTOLD:
        return "attachment"
