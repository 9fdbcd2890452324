"""What may indicate a family's status (`marks.toml`), and what comes before it leaves: reading, reason, second look.

The law of disclosure decides who receives what. A mark decides nothing of that and lets nothing out: it says what a
person does first. So a *must* stays a must, with a reason written down, and waits for nobody, and so does what goes in
an emergency; any other *may* waits for another person, for what need not go is left out; and to a family its own
records open as ever.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.catalogue import CATALOGUE
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.citation import Citation, Surety
from fileroom.law.kernel.decision import Outcome

TOLD_IN_IT = "told_in_it"  # what a person marks by hand


class Bears(StrEnum):
    """Does each record of the item bear the mark, or one whose text tells?"""

    ALWAYS = "always"
    PERHAPS = "perhaps"


class Step(StrEnum):
    """What comes before a copy of a marked record leaves; the heavier stands later."""

    NONE = "none"
    READ_IT = "read_it"  # whoever hands it over has read it, and it tells nothing of the kind
    REASON = "reason"  # they write down why it has to go as it stands
    SECOND_LOOK = "second_look"  # a custodian of records, another person, looks and lets it go


@dataclass(frozen=True)
class Mark:
    """One kind of thing that may indicate a status. `bears`: by the law's list; a district may say the other of what
    rests on memory (`open_to_choice`). `on_every_form`: its words are, and mark no paper that is about something else.
    """

    code: str
    title: str
    says: str
    items: tuple[str, ...]
    kinds: tuple[RecordKind, ...]
    words: tuple[str, ...]
    on_every_form: bool
    bears: Bears
    citation: Citation

    @property
    def open_to_choice(self) -> bool:
        """Nobody has read the source, or counsel has a question: the district may weigh it otherwise."""
        return self.citation.surety is Surety.MEMORY


def read_marks(text: str) -> Mapping[str, Mark]:
    """The marks of a TOML text by code. ValueError where one names an item or a kind that there is not."""
    return MappingProxyType({code: _mark(code, row) for code, row in tomllib.loads(text).items()})


def _mark(code: str, row: dict[str, Any]) -> Mark:
    if unknown := set(row["items"]) - set(CATALOGUE):
        raise ValueError(f"{code}: the catalogue has no {', '.join(sorted(unknown))}")
    citation = Citation(row["cite"], row["key"], None, None, Surety(row["surety"]), row["against"])
    kinds = tuple(RecordKind(it) for it in row["kinds"])
    return Mark(
        code, row["title"], row["says"], tuple(row["items"]), kinds, tuple(row["words"]),
        row.get("on_every_form", False), Bears(row["bears"]), citation,
    )  # fmt: skip


MARKS = read_marks(files("fileroom.law").joinpath("marks.toml").read_text("utf-8"))
OF_ITEM: Mapping[str, Mark] = MappingProxyType({item: mark for mark in MARKS.values() for item in mark.items})
# Kinds of record that tell by themselves, for what has no file: a column of a list, a text for a tool.
TELLING_KINDS = frozenset(
    {*(RecordKind(it) for it, mark in OF_ITEM.items() if mark.bears is Bears.ALWAYS)}
    | {kind for mark in MARKS.values() if mark.bears is Bears.ALWAYS for kind in mark.kinds}
)


def _plain(text: str) -> str:
    """A text as its words are looked for: small letters without accents, one blank, one kind of dash, and none of the
    signs that nobody sees."""
    apart = unicodedata.normalize("NFKD", " ".join(text.split()))
    if apart.isascii() and apart.isprintable():  # most texts: none of its letters is another
        return apart.casefold()
    kinds = ((letter, unicodedata.category(letter)) for letter in apart)
    plain = ("-" if kind == "Pd" else letter for letter, kind in kinds if kind not in ("Mn", "Cf", "Cc"))
    return "".join(plain).casefold()


# Every word of every mark, as whole words, longest first.
_BY_WORD = {_plain(word): it for it in MARKS.values() for word in it.words}
_RUN = re.compile(r"\w+")
# With what each word begins: a text without any of these is not gone over word by word.
_BEGINS = frozenset(_RUN.findall(word)[0] for word in _BY_WORD)
_TOLD = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_BY_WORD, key=len, reverse=True)))})(?!\w)")
# For these nothing goes by a reason alone, whatever paper compels it and whoever takes it away: a second person looks.
# A family that wants its own records is asked for no purpose of this kind.
NEVER_ALONE = frozenset({Purpose.IMMIGRATION_ENFORCEMENT, Purpose.REGISTRY})


def marks_told_in(text: str) -> Iterator[Mark]:
    """What a text tells of by its words, in order. It finds words and reads no meaning: a person does that."""
    yield from (_BY_WORD[word] for word in words_told_in(text))


def words_told_in(text: str) -> Iterator[str]:
    """Each word by which a text tells of something here, in order, as it is looked for."""
    plain = _plain(text)
    if not _BEGINS.isdisjoint(_RUN.findall(plain)):
        yield from (found[0] for found in _TOLD.finditer(plain))


def told_in(text: str) -> Mark | None:
    """The first that a text tells of, if anything."""
    return next(marks_told_in(text), None)


def tells(texts: Iterable[str]) -> frozenset[str]:
    """By which words one of these texts marks a record, or they do together: the pages of a document, the fields of a
    form; none: they mark nothing."""
    return frozenset(it for it in words_told_in("\n".join(texts)) if not _BY_WORD[it].on_every_form)


def is_marked_by_law(item: str) -> bool:
    """Does each record of this item bear a mark, whatever a district says? Then its words need no reading."""
    mark = OF_ITEM.get(item)
    return mark is not None and mark.bears is Bears.ALWAYS and not mark.open_to_choice


def step_before(bears: Bears | None, *, outcome: Outcome, to_its_own_family: bool, purpose: Purpose) -> Step:
    """What comes first. `bears`: None for a record that has no mark; `outcome`: the law's answer, which grants."""
    if bears is None:
        return Step.NONE
    if purpose in NEVER_ALONE:
        return Step.SECOND_LOOK
    if to_its_own_family:
        return Step.NONE
    if bears is Bears.PERHAPS:
        return Step.READ_IT
    waits_for_nobody = outcome is Outcome.MUST or purpose is Purpose.HEALTH_OR_SAFETY_EMERGENCY
    return Step.REASON if waits_for_nobody else Step.SECOND_LOOK
