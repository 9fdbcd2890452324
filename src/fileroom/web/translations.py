"""Compiles the pages' translations: each .po under locale/ into the .mo that Django reads.

`python -m fileroom.web.translations`, once before the first page; it needs no gettext on the machine. It reads the
part of the .po format that we write: comments, msgctxt, msgid, msgid_plural, msgstr and msgstr[n] in double quotes.
"""

import ast
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+)?("(?:[^"\\]|\\.)*")')
MAGIC = 0x950412DE  # GNU gettext, "The Format of GNU MO Files"
HEADER_BYTES = 28


@dataclass
class Message:
    """One sentence and its translations: one, or one for each plural form. The empty sentence is the header."""

    context: str | None = None
    sentence: str = ""
    plural: str = ""
    translations: list[str] = field(default_factory=list)

    def key(self) -> bytes:
        """As the .mo looks it up: context EOT sentence NUL plural."""
        context = f"{self.context}\x04" if self.context is not None else ""
        return (context + self.sentence + (f"\0{self.plural}" if self.plural else "")).encode()

    def add(self, keyword: str, text: str) -> None:
        """Another piece of the string that `keyword` began."""
        match keyword:
            case "msgctxt":
                self.context = (self.context or "") + text
            case "msgid":
                self.sentence += text
            case "msgid_plural":
                self.plural += text
            case "msgstr":
                self.translations[-1] += text


def messages(source: Path) -> list[Message]:
    """Every message of a .po file, its header first. Raises ValueError on a line it cannot read."""
    found: list[Message] = []
    keyword = ""
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        part = LINE.fullmatch(line.strip())
        if part is None:
            raise ValueError(f"{source.name}, line {number}: not a line of a translation file")
        if part[1] == "msgctxt" or (part[1] == "msgid" and keyword != "msgctxt"):
            found.append(Message())
        if part[1] == "msgstr":
            found[-1].translations.append("")
        keyword = part[1] or keyword
        found[-1].add(keyword, ast.literal_eval(part[3]))
    return found


def compiled(translated: list[Message]) -> bytes:
    """The .mo of these messages: two tables of (length, offset), then the strings, each ended by a NUL."""
    pairs = sorted((message.key(), "\0".join(message.translations).encode()) for message in translated)
    strings = [key for key, _ in pairs] + [value for _, value in pairs]
    offset = HEADER_BYTES + 8 * len(strings)
    table = b""
    for text in strings:
        table += struct.pack("<2I", len(text), offset)
        offset += len(text) + 1
    values = HEADER_BYTES + 8 * len(pairs)
    header = struct.pack("<7I", MAGIC, 0, len(pairs), HEADER_BYTES, values, 0, HEADER_BYTES + 8 * len(strings))
    return header + table + b"".join(text + b"\0" for text in strings)


def compile_all(locale: Path = LOCALE) -> list[Path]:
    """Writes a .mo beside every .po; returns what was written. A sentence without its translation stays English."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        target.write_bytes(compiled([message for message in messages(source) if any(message.translations)]))
        written.append(target)
    return written


if __name__ == "__main__":
    compile_all()
