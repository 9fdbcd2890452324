"""The definition of a form, field by field: may it ask this? If not, by which law, and what may it ask instead.

A field asks by its name, its label, its help, its placeholder and its options, be it ever so optional; and by what the
title of its form says before them. A title asks by itself, too: "Answer" under it is then asked for. Pure: it reads and
writes no table, so that it can run on each key stroke of whoever makes the form.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from fileroom.collection.looking import Seen, look_at_text
from fileroom.collection.rulings import KINDS, LIST, Scope, rulings, trait
from fileroom.collection.wordings import plain, words
from fileroom.law.alternatives import Alternative, instead_of
from fileroom.law.exceptions import DeclaredException
from fileroom.law.facts import RecordKind
from fileroom.law.takings import Ruling, Verdict, one_paper_ruling, worst

_WORDS = tomllib.loads(files("fileroom.collection").joinpath("declared.toml").read_text("utf-8"))
PROVES = {RecordKind(kind): words(tuple(these)) for kind, these in _WORDS["proves"].items()}
PAPERS = {
    kind: {paper: words(tuple(names)) for paper, names in _WORDS["papers"][kind.value].items()} for kind in PROVES
}
PASSPORT = PAPERS[RecordKind.PROOF_OF_AGE]["passport"]
ANY_ONE, DEMANDED = (words(tuple(_WORDS["asked"][name])) for name in ("any_one", "demanded"))
REMEMBERED = 4096  # fields; a form is checked again at each key stroke, and all but one of its fields are as before


@dataclass(frozen=True)
class Field:
    """One field as its maker writes it. `required` changes nothing of what it asks."""

    name: str
    label: str = ""
    help: str = ""
    placeholder: str = ""
    options: tuple[str, ...] = ()
    required: bool = False

    def parts(self) -> Iterator[tuple[str, str]]:
        """Each thing that can ask, with what it is called."""
        yield from (("name", self.name), ("label", self.label), ("help", self.help), ("placeholder", self.placeholder))
        yield from (("option", option) for option in self.options)


@dataclass(frozen=True)
class FormDefinition:
    """A form by which somebody of the district asks families for something. `owner`: who answers for it."""

    title: str
    owner: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Reason:
    """Why it is refused. `asks_by`: title, name, label, help, placeholder, option; `start`, `end`: characters in it."""

    ruling: Ruling
    category: str
    asks_by: str
    start: int
    end: int
    instead: Alternative


@dataclass(frozen=True)
class FieldAnswer:
    """May this field be asked? `reasons`: what speaks against it, the gravest first; none where it is allowed."""

    field: Field
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class FormAnswer:
    """May this form be used? As the worst of its title and its fields."""

    title: FieldAnswer
    fields: tuple[FieldAnswer, ...]

    @property
    def verdict(self) -> Verdict:
        """Of the whole."""
        return worst([self.title.verdict, *(it.verdict for it in self.fields)])


def check_form(form: FormDefinition, scope: Scope) -> FormAnswer:
    """The law's word on each field, in order. `scope`: the day, and the exception that was declared for this form."""
    return FormAnswer(
        check_title(form.title, scope), tuple([check_field(field, scope, title=form.title) for field in form.fields])
    )


def check_title(title: str, scope: Scope) -> FieldAnswer:
    """The law's word on a form's title, which asks as a field's label does."""
    answer = check_field(Field("", title), scope, title=title)
    return replace(answer, reasons=tuple(replace(it, asks_by="title") for it in answer.reasons))


def check_field(field: Field, scope: Scope, *, title: str) -> FieldAnswer:
    """The law's word on one field of the form with this title. What the book has said of it is remembered."""
    if scope.ask is not None:
        return _checked(field, scope, title)
    return _remembered(field, title, scope.on, scope.exception)


@lru_cache(maxsize=REMEMBERED)
def _remembered(field: Field, title: str, on: date, exception: DeclaredException | None) -> FieldAnswer:
    return _checked(field, Scope(on, exception), title)


def _checked(field: Field, scope: Scope, title: str) -> FieldAnswer:
    parts = [(name, text) for name, text in field.parts() if text]
    text = "\n".join([text for _, text in parts])
    folded = plain(text)
    reasons = []
    if looked := look_at_text(text, "form_field", title).seen:
        proves = _proves(folded)
        seen = [it for it in looked if not _offered(it, text, folded, proves)]
        ruled = rulings(seen, text, scope, title=title)
        reasons = [_reason(it, ruling, text, parts, proves) for it, ruling in zip(seen, ruled, strict=True)]
    else:
        reasons = _under_title(field, scope, title)
    if paper := _paper_alone(field, folded):
        ruling = one_paper_ruling(paper, on=scope.on, ask=scope.ask)
        reasons.append(Reason(ruling, "", "label", 0, len(field.label), instead_of(paper)))
    against = [it for it in reasons if it.ruling.verdict is not Verdict.ALLOW]
    if not against:
        return FieldAnswer(field, Verdict.ALLOW, ())
    order = list(Verdict)
    against.sort(key=lambda it: -order.index(it.ruling.verdict))
    return FieldAnswer(field, against[0].ruling.verdict, tuple(against))


def _under_title(field: Field, scope: Scope, title: str) -> list[Reason]:
    """What a field asks for only under its title: "Last four digits" of a form named "SSN"."""
    first = f"{title}: "
    text = f"{first}{field.label}"
    if not field.label or field.label == title:
        return []
    seen = [it for it in look_at_text(text, "form_field", title).seen if it.end > len(first)]
    ruled, parts = rulings(seen, text, scope, title=title), [("title", first[:-1]), ("label", field.label)]
    found = [_reason(it, ruling, text, parts, None) for it, ruling in zip(seen, ruled, strict=True)]
    return [
        it if it.asks_by == "label" else replace(it, asks_by="label", start=0, end=len(field.label)) for it in found
    ]


def is_offered(seen: Seen, line: str) -> bool:
    """Whether a line of a form names what was found in it as one of several proofs of age, which it may."""
    folded = plain(line)
    return _offered(seen, line, folded, _proves(folded))


def instead_of_found(seen: Seen, line: str) -> Alternative:
    """What a form may ask instead of what was found in this line of it. `seen`: its place in the line."""
    return _instead(seen, line[seen.start : seen.end], _proves(plain(line)))


def one_paper_alone(line: str, scope: Scope) -> tuple[Ruling, Alternative] | None:
    """The law's word on a line of a form that demands one paper and no other, where it does, and what instead."""
    paper = _paper_alone(Field("", line), plain(line))
    if paper is None:
        return None
    ruling = one_paper_ruling(paper, on=scope.on, ask=scope.ask)
    return None if ruling.verdict is Verdict.ALLOW else (ruling, instead_of(paper))


def _proves(folded: str) -> RecordKind | None:
    """What the field wants shown: the age, the address, or nothing of the kind."""
    return next((kind for kind, pattern in PROVES.items() if pattern.search(folded)), None)


def _papers(folded: str) -> dict[RecordKind, set[str]]:
    """The papers named, by what they prove. One that is named in two languages is one paper."""
    found = {kind: {paper for paper, names in these.items() if names.search(folded)} for kind, these in PAPERS.items()}
    return {kind: named for kind, named in found.items() if named}


def _offered(seen: Seen, text: str, folded: str, proves: RecordKind | None) -> bool:
    """A passport named as one of several proofs of age is no paper on immigration that is asked for (EC 48002)."""
    own = plain(text[seen.start : seen.end])
    if seen.category != "immigration_document" or proves is not RecordKind.PROOF_OF_AGE or not PASSPORT.search(own):
        return False
    return len(_papers(folded).get(RecordKind.PROOF_OF_AGE, ())) > 1


def _paper_alone(field: Field, folded: str) -> RecordKind | None:
    """What a field wants proved by one particular paper; None where it leaves a choice, or demands none."""
    papers = _papers(folded)
    if not papers or ANY_ONE.search(folded) or not (field.required or DEMANDED.search(folded)):
        return None
    return next((kind for kind, named in papers.items() if len(named) == 1), None)


def _instead(seen: Seen, own: str, proves: RecordKind | None) -> Alternative:
    """What to ask instead of what these words ask for, in a field that wants this proved."""
    kind = trait(own) if seen.category in (LIST, "immigration_status") else KINDS[seen.category]
    if seen.category == "immigration_status" and kind is not RecordKind.BIRTH_COUNTRY:
        kind = RecordKind.CITIZENSHIP_STATUS
    return instead_of(kind, proves=proves if kind is RecordKind.IMMIGRATION_DOCUMENT else None)


def _reason(seen: Seen, ruling: Ruling, text: str, parts: list[tuple[str, str]], proves: RecordKind | None) -> Reason:
    instead = _instead(seen, text[seen.start : seen.end], proves)
    name, start, end = _where(seen, parts)
    return Reason(ruling, seen.category, name, start, end, instead)


def _where(seen: Seen, parts: list[tuple[str, str]]) -> tuple[str, int, int]:
    """The part in which most of the finding lies, and where in it."""
    at, places = 0, []
    for name, said in parts:
        places.append((name, max(seen.start - at, 0), min(seen.end - at, len(said))))
        at += len(said) + 1
    return max(places, key=lambda place: place[2] - place[1])
