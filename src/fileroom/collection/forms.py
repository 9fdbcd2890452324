"""The definition of a form, field by field: may it ask this? If not, by which law, and what may it ask instead.

A field asks by its name, its label, its help, its placeholder and its options, be it ever so optional. Pure: it reads
and writes no table, so that it can run on each key stroke of whoever makes the form.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from fileroom.collection.looking import Seen, look_at_text
from fileroom.collection.rulings import KINDS, LIST, Scope, rulings, trait
from fileroom.collection.wordings import plain, words
from fileroom.law.alternatives import Alternative, instead_of
from fileroom.law.facts import RecordKind
from fileroom.law.takings import Ruling, Verdict, one_paper_ruling, worst

_WORDS = tomllib.loads(files("fileroom.collection").joinpath("declared.toml").read_text("utf-8"))
PROVES = {RecordKind(kind): words(tuple(these)) for kind, these in _WORDS["proves"].items()}
PAPERS = {kind: words(tuple(_WORDS["papers"][kind.value])) for kind in PROVES}
PASSPORT, ANY_ONE, DEMANDED = (words(tuple(_WORDS["papers"][name])) for name in ("passport", "any_one", "demanded"))


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
    """Why a field is refused. `asks_by`: name, label, help, placeholder or option; `start`, `end`: characters in it."""

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
    """May this form be used? As its worst field."""

    verdict: Verdict
    fields: tuple[FieldAnswer, ...]


def check_form(form: FormDefinition, scope: Scope) -> FormAnswer:
    """The law's word on each field, in order. `scope`: the day, and the exception that was declared for this form."""
    answers = tuple(check_field(field, scope, title=form.title) for field in form.fields)
    return FormAnswer(worst([it.verdict for it in answers]), answers)


def check_field(field: Field, scope: Scope, *, title: str) -> FieldAnswer:
    """The law's word on one field of the form with this title."""
    parts = [(name, text) for name, text in field.parts() if text]
    text = "\n".join(text for _, text in parts)
    folded = plain(text)
    proves = _proves(folded)
    seen = [it for it in look_at_text(text, "form_field", title).seen if not _offered(it, text, folded, proves)]
    ruled = rulings(seen, text, scope, title=title)
    reasons = [_reason(it, ruling, text, parts, proves) for it, ruling in zip(seen, ruled, strict=True)]
    if paper := _paper_alone(field, folded):
        reasons.append(
            Reason(
                one_paper_ruling(paper, on=scope.on, ask=scope.ask), "", "label", 0, len(field.label), instead_of(paper)
            )
        )
    against = [it for it in reasons if it.ruling.verdict is not Verdict.ALLOW]
    order = list(Verdict)
    against.sort(key=lambda it: -order.index(it.ruling.verdict))
    return FieldAnswer(field, worst([it.ruling.verdict for it in against]), tuple(against))


def _proves(folded: str) -> RecordKind | None:
    """What the field wants shown: the age, the address, or nothing of the kind."""
    return next((kind for kind, pattern in PROVES.items() if pattern.search(folded)), None)


def _papers(folded: str) -> dict[RecordKind, set[str]]:
    """The papers named, by what they prove."""
    found = {kind: {match[0] for match in pattern.finditer(folded)} for kind, pattern in PAPERS.items()}
    return {kind: named for kind, named in found.items() if named}


def _offered(seen: Seen, text: str, folded: str, proves: RecordKind | None) -> bool:
    """A passport named as one of several proofs of age is no paper on immigration that is asked for (EC 48002)."""
    own = plain(text[seen.start : seen.end])
    if seen.category != "immigration_document" or proves is not RecordKind.PROOF_OF_AGE or not PASSPORT.search(own):
        return False
    return len(_papers(folded).get(RecordKind.PROOF_OF_AGE, ())) > 1


def _paper_alone(field: Field, folded: str) -> RecordKind | None:
    """What a field wants proved by one particular paper; None where it leaves a choice, or demands none."""
    if not (field.required or DEMANDED.search(folded)) or ANY_ONE.search(folded):
        return None
    return next((kind for kind, named in _papers(folded).items() if len(named) == 1 and len(field.options) < 2), None)


def _instead(seen: Seen, ruling: Ruling, own: str, proves: RecordKind | None) -> Alternative:
    """What to ask instead of what these words ask for, in a field that wants this proved."""
    if ruling.verdict is Verdict.REVIEW:
        return instead_of(RecordKind.ITIN)
    kind = trait(own) if seen.category in (LIST, "immigration_status") else KINDS[seen.category]
    if seen.category == "immigration_status" and kind is not RecordKind.BIRTH_COUNTRY:
        kind = RecordKind.CITIZENSHIP_STATUS
    return instead_of(kind, proves=proves if kind is RecordKind.IMMIGRATION_DOCUMENT else None)


def _reason(seen: Seen, ruling: Ruling, text: str, parts: list[tuple[str, str]], proves: RecordKind | None) -> Reason:
    instead = _instead(seen, ruling, text[seen.start : seen.end], proves)
    at = 0
    for name, said in parts:
        if seen.start <= at + len(said):
            return Reason(ruling, seen.category, name, seen.start - at, min(seen.end - at, len(said)), instead)
        at += len(said) + 1
    raise ValueError("a finding lies outside the text that was looked at")
