"""The template of a document: what stands on every copy of the same form, without what was filled in.

Two copies of one form have one template. A text that is no form is its own template, which is the safe error: it is
decided about alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from fileroom.screening.folding import fold

MOST = 1_000_000  # characters of a document that are read for its template: a form is short
NOTHING = ""  # the template of a document in which no word could be read
# A label ends in a colon or a question mark, or leads over dots or a line to what is filled in.
LABEL = re.compile(r"[^:?_.…\t]{2,120}?(?::|\?|_{2,}|\.{3,}|…)")
# Where the next field of a line may begin: what stands before it was filled in.
FIELD = re.compile(r"\s{2,}|[\t|;,]")
COLUMNS = re.compile(r"[\t;,|]")
WORD = re.compile(r"[^\W\d_]{2,}")


def template_of(texts: Iterable[str]) -> str:
    """64 hexadecimal signs that are the same for every filled-in copy of one form; NOTHING where no word was read."""
    lines: list[str] = []
    left = MOST
    for text in texts:
        lines += _printed(fold(text[:left]).text)
        if len(text) > left:  # two that differ only behind what is read are no copies of one form
            lines.append(sha256(text[left:].encode(errors="replace")).hexdigest())
        left -= min(left, len(text))
    return sha256("\n".join(lines).encode(errors="replace")).hexdigest() if lines else NOTHING


def _printed(text: str) -> Iterator[str]:
    """The words of each line that stand there before anybody fills it in."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and _is_table(lines):
        yield _words(lines[0])
        return
    under_a_label = False
    for line in lines:
        labels = [_words(_last_field(it.group())) for it in LABEL.finditer(line)]
        said = " ".join(filter(None, labels)) if labels else "" if under_a_label else _words(line)
        # A label with nothing after it is answered on the line below.
        under_a_label = bool(labels) and line.rstrip()[-1] in ":?"
        if said:
            yield said


def _is_table(lines: list[str]) -> bool:
    """Rows under one header: each line has as many columns as the first, and more than two."""
    wide = len(COLUMNS.findall(lines[0]))
    return wide > 1 and all(len(COLUMNS.findall(line)) == wide for line in lines)


def _last_field(label: str) -> str:
    """What is nearest to the colon: before it, on the same line, another field may have been filled in."""
    return FIELD.split(label)[-1]


def _words(text: str) -> str:
    return " ".join(WORD.findall(text))
