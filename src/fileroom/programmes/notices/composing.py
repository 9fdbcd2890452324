"""The notice as it would read now: its sections filled from the catalogue, the criteria, the settings and the numbers.

Nothing of it is typed into it. What the district has not said leaves its section out; the law then says what lacks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from fileroom.law.catalogue import CATALOGUE, HoldingClass
from fileroom.law.criteria import Criteria, criteria_of
from fileroom.law.facts import RecordKind
from fileroom.law.figures import EVERY_FIGURE, FIGURES
from fileroom.law.offices import Function
from fileroom.programmes.notices import words
from fileroom.programmes.notices.directory import Decided, decided
from fileroom.programmes.notices.words import EN, ES, Section
from fileroom.programmes.settings.catalogue import LANGUAGES
from fileroom.programmes.settings.services import quoted_now
from fileroom.programmes.social_media.stages import gathers

YES, NO = "yes", "no"


@dataclass(frozen=True)
class Places:
    """Addresses of the district's public pages, as the door knows them."""

    who_keeps: str
    companies: str
    directory: str


@dataclass(frozen=True)
class Told:
    """One section in one language, filled."""

    title: str
    says: str
    lines: tuple[str, ...]
    cites: str


@dataclass(frozen=True)
class Composed:
    """The whole notice. `items`: what of the law's checklists it holds; `wanting`: names of settings that nobody has
    said; `criteria`: the version of the criteria it prints, empty: it prints none."""

    text: Mapping[str, tuple[Told, ...]]
    items: tuple[str, ...]
    wanting: tuple[str, ...]
    criteria: str
    fingerprint: str

    @property
    def digest(self) -> str:
        """Of every word in every language: who adopts it says which text they have read."""
        return digest_of(as_kept(self.text))


def as_kept(text: Mapping[str, tuple[Told, ...]]) -> dict[str, list[dict[str, object]]]:
    """The text as its row has it."""
    return {language: [asdict(it) | {"lines": list(it.lines)} for it in said] for language, said in text.items()}


def as_told(kept: Mapping[str, list[dict[str, object]]]) -> dict[str, tuple[Told, ...]]:
    """The text of a row."""
    return {language: tuple(_told(it) for it in said) for language, said in kept.items()}


def _told(it: dict[str, object]) -> Told:
    lines = it["lines"]
    assert isinstance(lines, list)
    return Told(str(it["title"]), str(it["says"]), tuple(map(str, lines)), str(it["cites"]))


def digest_of(kept: object) -> str:
    """SHA-256 over its canonical JSON."""
    return sha256(json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def compose(places: Places, *, on: date) -> Composed:
    """The notice as it would read on this day. Joins an open transaction."""
    said = quoted_now()
    criteria = criteria_of(on)
    spoken = {language: _facts(said, places, criteria, language) for language in LANGUAGES}
    known = spoken[EN].keys() & spoken[ES].keys()
    facts = so_now()
    here = [it for it in words.sections() if it.places() <= known and _stands(it, facts)]
    directory = decided(on)
    text = {
        language: tuple(_filled(it, language, spoken[language], criteria, directory) for it in here)
        for language in LANGUAGES
    }
    items = dict.fromkeys(item for it in here for item in it.items)
    wanting = tuple(name for name, its in said.items() if its is None)
    printed = criteria.version if criteria and "criteria" in known else ""
    return Composed(text, tuple(items), wanting, printed, fingerprint(said, printed, directory, facts))


def so_now() -> dict[str, str]:
    """What is so and nobody types, by name: `social_media`, has the Board adopted a program that stands?"""
    return {"social_media": YES if gathers() else NO}


def fingerprint(
    said: Mapping[str, Mapping[str, str] | None],
    criteria: str,
    directory: Decided,
    facts: Mapping[str, str],
) -> str:
    """Of what a notice was composed: another one means that something has changed since it was adopted."""
    plain = {name: dict(its) if its else None for name, its in said.items() if _quoted(name)}
    figures = {name: it.to_json()["value"] for name, it in EVERY_FIGURE.items() if _quoted(name)}
    kinds = [it.code for it in CATALOGUE.values()]
    may_go = [[it.value for it in its] for its in (directory.categories, directory.recipients)]
    return digest_of([plain, criteria, figures, kinds, may_go, dict(facts), words.everything()])


def _quoted(name: str) -> bool:
    """Does a section quote this figure, or setting?"""
    return any(name in it.places() for it in words.sections())


def _stands(section: Section, facts: Mapping[str, str]) -> bool:
    return all(facts[name] == value for name, value in section.when)


def _facts(
    said: Mapping[str, Mapping[str, str] | None], places: Places, criteria: Criteria | None, language: str
) -> dict[str, str]:
    """What fills the places, by name; what is not known is not there."""
    facts = {name: words.figure(name, language) for name in EVERY_FIGURE if _quoted(name)}
    facts["interim_school_year"] = words.word("ordinals", str(FIGURES["interim_destruction"].value), language)
    facts |= {name: its[language] for name, its in said.items() if its}
    facts |= asdict(places)
    if "copy_cost" in facts:
        facts["copy_cost"] = words.cost(facts["copy_cost"], language)
    if "refusal_days" in facts:
        facts["refusal_days"] = words.days(facts["refusal_days"], language)
    says = criteria and _criteria_says(criteria, language)
    if criteria and says:
        facts |= {"criteria": says, "criteria_version": criteria.version}
    return facts


def _criteria_says(criteria: Criteria, language: str) -> str:
    if language == EN:
        return criteria.says
    spanish = words.criteria_in_spanish(criteria.version)
    return str(spanish["says"]) if spanish and set(spanish["words"]) == {it.value for it in criteria.words} else ""


def _filled(
    section: Section,
    language: str,
    facts: Mapping[str, str],
    criteria: Criteria | None,
    directory: Decided,
) -> Told:
    its = section.in_[language]
    gathered = LISTS[section.list_](language, criteria, directory) if section.list_ else ()
    lines = [line.format_map(facts) for line in its.lines]
    return Told(its.title, its.says.format_map(facts), (*gathered, *lines), section.cites)


def _types(language: str, _: Criteria | None, __: Decided) -> Iterator[str]:
    """Each class of the catalogue with the titles of what it holds."""
    for class_ in HoldingClass:
        titles = [getattr(it.title, language) for it in CATALOGUE.values() if it.class_ is class_]
        yield f"{words.word('classes', class_.value, language)}: {'; '.join(titles)}."


def _directory(language: str, _: Criteria | None, directory: Decided) -> Iterator[str]:
    """Each category, then the recipients in one line."""
    for field in directory.categories:
        yield words.word("directory", field.value, language)
    whom = "; ".join(words.word("recipients", it.value, language) for it in directory.recipients)
    yield words.word("recipients", "said" if whom else "nobody", language).format(whom=whom)


def _criteria(language: str, criteria: Criteria | None, _: Decided) -> Iterator[str]:
    """For each purpose who may see for it; then, for each function that has a purpose, how much it sees."""
    assert criteria, "a section of the criteria stands there only where there are some"
    spanish = words.criteria_in_spanish(criteria.version) if language == ES else None
    for purpose, its in criteria.words.items():
        said = spanish["words"][purpose.value] if spanish else its
        who = sorted(words.word("functions", it.value, language) for it in criteria.purposes[purpose])
        yield f"{_begun(said)}: {', '.join(who)}."
    with_a_purpose = {it for its in criteria.purposes.values() for it in its}
    for function in (it for it in Function if it in with_a_purpose):
        kinds = criteria.needs.get(function)
        seen = (
            "; ".join(_title(it, language) for it in sorted(kinds)) if kinds else words.word("needs", "all", language)
        )
        yield f"{_begun(words.word('functions', function.value, language))}: {seen}."


def _title(kind: RecordKind, language: str) -> str:
    item = CATALOGUE.get(kind.value)
    return str(getattr(item.title, language)) if item else words.word("needs", kind.value, language)


def _begun(says: str) -> str:
    return f"{says[:1].upper()}{says[1:]}"


LISTS = {"types": _types, "directory": _directory, "criteria": _criteria}
