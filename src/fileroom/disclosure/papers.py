"""Is this paper ours? Anyone may ask, with the code that stands on it; the answer says nothing of whom it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from fileroom.hosting import district_transaction
from fileroom.letters import KINDS
from fileroom.records.issuing import code_as_printed
from fileroom.records.models import Letter


@dataclass(frozen=True)
class Paper:
    """A letter that was issued. `same`: the file given is that letter, byte for byte; None: no file was given."""

    title: str
    issued_at: datetime
    same: bool | None


def check(code: str, pdf: bytes | None, *, language: str) -> Paper | None:
    """The letter that bears this code, by its title in this language; None: there is none."""
    printed = code_as_printed(code)
    with district_transaction():
        letter = Letter.objects.filter(code=printed).first() if printed else None
    if letter is None:
        return None
    words = KINDS[letter.kind].words
    same = sha256(pdf).hexdigest() == letter.digest if pdf is not None else None
    # A paper may be in a language in which nobody reads this page: its title is then in the page's own.
    said = words.get(language) or words.get(letter.language) or words["en"]
    return Paper(said.title, letter.issued_at, same)
