"""The papers that are brought to a counter, read from `papers.toml`, and what the questions about one can answer."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.court_papers import BY_A_JUDGE
from fileroom.law.facts import ConsentForm, Paper, PaperKind
from fileroom.law.facts.papers import OF_PROCESS, QUALITIES


class Group(StrEnum):
    """Under which words a page lists it."""

    AGENCY = "agency"
    COURT = "court"
    FAMILY = "family"
    NONE = "none"


class Court(StrEnum):
    """Which court stands at its head, as whoever reads it sees it."""

    FEDERAL = "federal"  # United States District Court
    STATE = "state"  # a court of California or another state
    IMMIGRATION = "immigration"  # an immigration court, which is no judicial court
    NO_COURT = "no_court"
    NOT_SEEN = "not_seen"


NO_JUDGES = (Court.IMMIGRATION, Court.NO_COURT)


class Seen(StrEnum):
    """An answer to a question about a paper."""

    YES = "yes"
    NO = "no"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True)
class Drawing:
    """What a sketch of a paper shows, as it stands there: lines of its head and title, the form's number, who signs."""

    head: tuple[str, ...]
    corner: str
    words: tuple[str, ...]
    signer: str


@dataclass(frozen=True)
class Form:
    """One kind of paper, in a person's words. `kind`: what the law calls it; None of what is none. `by_a_party`: the
    same where a party to a lawsuit has it served. `drawn`: None of what is no paper. `by_a_clerk`: a court's clerk may
    sign it, who is no judge."""

    code: str
    group: Group
    kind: PaperKind | None
    by_a_party: PaperKind | None
    title: str
    looks: str
    tells: str
    drawn: Drawing | None
    by_a_clerk: bool

    def spoken_in(self, language: str) -> Form:
        """The same form in words of this language; in English where there are none."""
        return SPANISH[self.code] if language == "es" else FORMS[self.code]


@dataclass(frozen=True)
class Shown:
    """A paper that was shown: which form, and what was seen on it. `silence`: it says that nobody may be told; `until`:
    the last day of that, where it says one."""

    form: str
    court: Court = Court.NOT_SEEN
    judge: Seen = Seen.NOT_SEEN
    signed: Seen = Seen.NOT_SEEN
    matches: Seen = Seen.NOT_SEEN
    silence: Seen = Seen.NOT_SEEN
    until: date | None = None

    def to_json(self) -> dict[str, str]:
        """Its codes, as the register keeps them."""
        seen = {name: str(getattr(self, name)) for name in ("form", "court", "judge", "signed", "matches", "silence")}
        return seen | ({"until": self.until.isoformat()} if self.until else {})

    @staticmethod
    def from_json(said: Mapping[str, str]) -> Shown:
        """The paper of these codes. Raises KeyError and ValueError for what is none."""
        answers = {name: Seen(said[name]) for name in ("judge", "signed", "matches", "silence")}
        until = date.fromisoformat(said["until"]) if "until" in said else None
        return Shown(FORMS[said["form"]].code, Court(said["court"]), until=until, **answers)


def forbids_word(shown: Shown) -> bool:
    """Does a court's paper say that nobody may be told? What an agency writes on its own binds nobody to silence."""
    return shown.silence is Seen.YES and FORMS[shown.form].group is Group.COURT


def may_forbid_word(shown: Shown) -> bool:
    """Is it a court's paper of which nobody has said whether it forbids telling?"""
    return shown.silence is Seen.NOT_SEEN and FORMS[shown.form].group is Group.COURT


def in_doubt(shown: Shown, *, by_a_party: bool) -> bool:
    """Does anything that was seen speak against a court's word on this paper? A party to a lawsuit forbids nobody."""
    partys_own = by_a_party and FORMS[shown.form].by_a_party is not None
    return shown.court in NO_JUDGES or partys_own or Seen.NO in (shown.judge, shown.signed, shown.matches)


def group_of(shown: Shown) -> Group:
    """Under which words others hear of it. What was seen to be no court's, though it bears a court's words, is an
    agency's own: a subpoena is a court's whoever signs it, a warrant or an order is where a judge is named, but for the
    form that a clerk may sign."""
    form = FORMS[shown.form]
    a_judges = form.kind in BY_A_JUDGE and not form.by_a_clerk
    no_courts = shown.court in NO_JUDGES or (shown.judge is Seen.NO and a_judges)
    return Group.AGENCY if form.group is Group.COURT and no_courts else form.group


def by_its_own_word(shown: Shown) -> Paper | None:
    """A paper that says that nobody may be told, as the law sees it until counsel has found what speaks against it: at
    a counter nobody says that it forbids nothing. None of what is none."""
    kind = FORMS[shown.form].kind
    return Paper(kind, nondisclosure_order=True) if kind and forbids_word(shown) else None


def as_law_sees(shown: Shown, *, by_a_party: bool) -> Paper | None:
    """The paper in the law's words: what speaks against it, and nothing that speaks for it.

    Whether a judge has signed, whether it reaches what is asked and whether it is in force nobody at a counter says of
    a paper: there it is false, or not known. None of what is no paper.
    """
    form = FORMS[shown.form]
    kind = form.by_a_party if by_a_party and form.by_a_party else form.kind
    if kind is None:
        return None
    if kind is PaperKind.CONSENT:
        return Paper(kind, form=ConsentForm.WRITTEN, signed=_refuted(shown.signed))
    if not QUALITIES[kind] >= OF_PROCESS:
        return Paper(kind)
    no_judge = shown.court in NO_JUDGES or Seen.NO in (shown.judge, shown.signed)
    return Paper(
        kind,
        signed_by_judge=False if no_judge else None,
        names_these_records=_refuted(shown.matches),
        nondisclosure_order=_answered(shown.silence),
    )


def _refuted(answer: Seen) -> bool | None:
    return False if answer is Seen.NO else None


def _answered(answer: Seen) -> bool | None:
    return None if answer is Seen.NOT_SEEN else answer is Seen.YES


def _kind(it: Mapping[str, str], name: str) -> PaperKind | None:
    return PaperKind(it[name]) if name in it else None


def _drawn(it: Mapping[str, Any] | None) -> Drawing | None:
    return Drawing(tuple(it["head"]), it["corner"], tuple(it["words"]), it["signer"]) if it else None


def _read() -> dict[str, Form]:
    given = tomllib.loads(files(__package__).joinpath("papers.toml").read_text("utf-8"))["form"]
    return {
        code: Form(
            code, Group(it["group"]), _kind(it, "kind"), _kind(it, "by_a_party"), it["title"], it["looks"], it["tells"],
            _drawn(it.get("drawn")), it.get("by_a_clerk", False),
        )
        for code, it in given.items()
    }  # fmt: skip


FORMS: Mapping[str, Form] = MappingProxyType(_read())


def _translated() -> dict[str, Form]:
    given = tomllib.loads(files(__package__).joinpath("papers_es.toml").read_text("utf-8"))
    return {code: replace(form, **given[code]) for code, form in FORMS.items()}


SPANISH: Mapping[str, Form] = MappingProxyType(_translated())
