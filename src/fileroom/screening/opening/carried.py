"""What a text carries packed as letters: pictures and files in base64, in hexadecimal digits, or uuencoded."""

from __future__ import annotations

import binascii
import re

from fileroom.screening.opening.identify import Format, identify
from fileroom.screening.opening.opened import Opening, OpenWithin
from fileroom.screening.parts import Outcome

# A run of the letters of base64, of either alphabet; and what may stand between its lines.
RUN = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{24,}+")
NEXT = re.compile(r"\s{1,4}+([A-Za-z0-9+/_-]++)")
PADDING = re.compile(r"={1,2}")
NO_LETTER = re.compile(r"[^A-Za-z0-9+/]")
HEXADECIMAL = re.compile(r"(?:[0-9a-fA-F]{2})+")
# A line of such a run, but for its last.
LEAST_LINE = 40
# So long a run that is none of the formats known is told: shorter ones are numbers of orders, tickets and sessions.
TELLS = 512
FEWEST_LETTERS = 20
FONTS = (b"wOFF", b"wOF2", b"\x00\x01\x00\x00", b"OTTO", b"true")
# Keys and signatures hold no words; they say themselves what they are.
KEYS = re.compile(r"-----BEGIN [A-Z ]*(?:SIGNATURE|PUBLIC KEY BLOCK|PUBLIC KEY|CERTIFICATE)-----[^-]*$")
CONTEXT = 400
# What is encrypted says so itself, on a line of its own, quoted or not, or before its letters.
_BEGUN = r"-----BEGIN (?:PGP MESSAGE[^-\n]{0,40}|PKCS7|CMS|AGE ENCRYPTED FILE|ENCRYPTED [A-Z0-9 ]{1,40})-----"
ENCRYPTED = re.compile(
    rf"^[ \t>|]*(?:{_BEGUN}[ \t]*\r?$|\$ANSIBLE_VAULT;|age-encryption\.org/v\d)|{_BEGUN}\s+[A-Za-z0-9+/]{{16,}}", re.M
)
SIGNS_OF_ENCRYPTED = ("-----BEGIN ", "$ANSIBLE_VAULT;", "age-encryption.org/v")
IS_ENCRYPTED = "It carries something encrypted."
UUENCODED = re.compile(r"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n((?:[ -`]{1,64}\r?\n)*)(end\b)?", re.M)


def base64_bytes(letters: str) -> bytes:
    """Base64 undone as readers do: of either alphabet, with its padding or without it, whatever stands in between."""
    kept = NO_LETTER.sub("", letters.translate(str.maketrans("-_", "+/")))
    kept = kept[: len(kept) - (len(kept) % 4 == 1)]
    return binascii.a2b_base64(kept + "=" * (-len(kept) % 4))


def is_encrypted(text: str) -> bool:
    """Whether a text carries a message that is encrypted and written in letters."""
    return any(sign in text for sign in SIGNS_OF_ENCRYPTED) and ENCRYPTED.search(text) is not None


def read_carried(opening: Opening, open_within: OpenWithin) -> None:
    """Open what the texts that were found carry; what it turns out to carry itself is found in its turn."""
    number = 0
    while number < len(opening.parts):
        part = opening.parts[number]
        if part.confidence is None and not (part.again and part.asks_nobody):  # those letters are unpacked already
            if is_encrypted(part.text):
                opening.trouble(Outcome.ENCRYPTED, IS_ENCRYPTED)
            _in_base64(part.text, opening, open_within)
            _uuencoded(part.text, opening, open_within)
        number += 1


def _in_base64(text: str, opening: Opening, open_within: OpenWithin) -> None:
    at = 0
    while found := RUN.search(text, at):
        at, run = _whole(text, found)
        body = _unpacked(run)
        if _is_known(body):
            opening.spend_bytes(len(body))
            open_within(body, "", "packed in the text")
        elif len(run) >= TELLS and not body.startswith(FONTS) and _is_packing(run, text, found.start()):
            opening.trouble(Outcome.QUARANTINE, "It carries something packed as letters, which is not read.")


def _whole(text: str, found: re.Match[str]) -> tuple[int, str]:
    """The run with the lines that go on with it, and where it ends."""
    lines, at = [found[0]], found.end()
    while len(lines[-1]) >= LEAST_LINE and (more := NEXT.match(text, at)):
        lines.append(more[1])
        at = more.end()
    if len(lines) > 1 and len(lines[-1]) < LEAST_LINE and not PADDING.match(text, at) and _is_a_word(lines):
        lines.pop()
    return at, "".join(lines)


def _is_a_word(lines: list[str]) -> bool:
    """Whether the last is no line of the run but a word behind it: whole lines come in fours, or are of digits."""
    whole, last = "".join(lines[:-1]), lines[-1]
    if HEXADECIMAL.fullmatch(whole):
        return not HEXADECIMAL.fullmatch(last)
    return len(whole) % 4 == 0 and len(last) % 4 != 0


def _unpacked(run: str) -> bytes:
    return bytes.fromhex(run) if HEXADECIMAL.fullmatch(run) else base64_bytes(run)


def _is_known(body: bytes) -> bool:
    """Whether these bytes are a file of some format, or a text beyond doubt: a word is never that by chance."""
    found = identify(body)
    if found.text is None:
        return found.format is not Format.UNKNOWN
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter in "\t\r\n" for letter in text)


def _is_packing(run: str, text: str, start: int) -> bool:
    """Whether a run of no known format is one at all: no rule to write on, no address, no key that says it is one."""
    before = text[max(0, start - CONTEXT) : start]
    words = before.split()
    in_address = bool(words) and not before[-1:].isspace() and "://" in words[-1]
    return len(set(run)) >= FEWEST_LETTERS and not in_address and not KEYS.search(before)


def _uuencoded(text: str, opening: Opening, open_within: OpenWithin) -> None:
    for name, lines, end in UUENCODED.findall(text) if "begin " in text else ():
        try:
            body = b"".join(binascii.a2b_uu(line) for line in lines.splitlines())
        except binascii.Error:
            opening.trouble(Outcome.DAMAGED, "A file packed in its text is damaged.")
            continue
        if not end:
            opening.trouble(Outcome.DAMAGED, "A file packed in its text is cut short.")
        opening.spend_bytes(len(body))
        open_within(body, name.strip(), "packed in the text")
