"""The terms the rules speak in, one for each fact of contracts.md §1, read off the typed facts themselves.

`requester.kind` here is a term; a misspelt one fails at import, with the nearest. Three kinds of absence are said
here: plain (not known), presumed from the orders on file, following from the kind of record.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from datetime import date
from typing import Any

from fileroom.law.catalogue import CATALOGUE, CLASS_OF_KIND, NOT_PUPIL_RECORDS
from fileroom.law.facts import groups, things
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.facts.question import Question
from fileroom.law.facts.reading import json_name, nearest, words_of
from fileroom.law.facts.words import Action, Grade, Purpose
from fileroom.law.facts.words import RequesterKind as Who
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.term import Follows, Presumed, Term

FLAG = (True, False)
NUMBERS = (int, date)


def _term(path: str, kind: Any, item: dataclasses.Field[Any]) -> Term:
    parts = [part for part in (typing.get_args(kind) or (kind,)) if part is not type(None)]
    many = typing.get_origin(parts[0]) is tuple or typing.get_origin(kind) is tuple
    if many:
        parts = list(typing.get_args(parts[0] if typing.get_origin(parts[0]) is tuple else kind))[:1]
    values: tuple[Any, ...] | None = None
    if parts[0] is bool:
        values = FLAG
    elif parts[0] not in NUMBERS:
        values = tuple(word for enum in words_of(parts[0]) for word in enum)
    default = None if item.default is dataclasses.MISSING else item.default
    return Term(path, values, many, default, item.metadata.get("says", ""))


class Terms:
    """The terms of one group of facts, by attribute."""

    def __init__(self, group: type[Any], prefix: str) -> None:
        hints = typing.get_type_hints(group)
        self.by_name: dict[str, Term] = {}
        for item in dataclasses.fields(group):
            name = json_name(item.name)
            if name != "social_media":
                self.by_name[name] = _term(prefix + name, hints[item.name], item)

    def __getattr__(self, name: str) -> Term:
        try:
            return self.by_name[json_name(name)]
        except KeyError:
            raise AttributeError(f"no fact named {name!r}; {nearest(name, self.by_name)}") from None


requester = Terms(groups.Requester, "requester.")
student = Terms(groups.Student, "student.")
record = Terms(groups.Record, "record.")
district = Terms(groups.District, "district.")
social_media = Terms(groups.SocialMedia, "district.social_media.")
other = Terms(groups.Other, "other.")


def _top(name: str) -> Term:
    hints, items = typing.get_type_hints(Question), {item.name: item for item in dataclasses.fields(Question)}
    return _term(name, hints[name], items[name])


action, purpose = _top("action"), _top("purpose")
orders, choices = _top("orders"), _top("choices")


# A restraining order on file, where the question does not say whom it binds: it is read as binding the person who asks,
# if that is somebody whom such an order can bind. `people` passes only the orders that bind the one who asks, so both
# doors read it alike. Who asks by office, or is the child, is no party to it. Of others it stays open, and they wait.
WHOM_AN_ORDER_BINDS = dict.fromkeys(
    (
        Who.PARENT, Who.STEPPARENT, Who.RELATIVE, Who.CAREGIVER, Who.FOSTER_CAREGIVER, Who.EDUCATIONAL_RIGHTS_HOLDER,
    ),
    True,
) | dict.fromkeys(
    (
        Who.STUDENT, Who.FORMER_STUDENT, Who.EMPLOYEE, Who.SUBSTITUTE, Who.ADMINISTRATOR, Who.TEACHER, Who.COUNSELOR,
        Who.NURSE, Who.CUSTODIAN_OF_RECORDS, Who.BOARD_MEMBER, Who.SARB_MEMBER, Who.SARB_AIDE, Who.SYSTEM,
        Who.JUDGE, Who.COURT, Who.GRAND_JURY, Who.DISTRICT_ATTORNEY, Who.PROBATION_OFFICER, Who.OTHER_SCHOOL,
        Who.PRIVATE_SCHOOL, Who.COLLEGE, Who.PRIVATE_COLLEGE, Who.POLICE, Who.FEDERAL_AGENCY, Who.STATE_AGENCY,
        Who.COUNTY_AGENCY, Who.CITY_AGENCY, Who.AUDITOR, Who.HEALTH_DEPARTMENT,
    ),
    False,
)  # fmt: skip


def _presumed(term: Term, order: things.Order | None, table: Mapping[Any, bool] | None = None) -> Presumed:
    source = requester.kind if table else None
    return Presumed(term.path, term.values, says=term.says, order=order, source=source, table=table or {})


BEFORE_GRADE_10 = tuple(Grade)[: tuple(Grade).index(Grade.TENTH)]  # grade 10 may be over; grade 11 proves nothing


def _follows(term: Term, table: dict[Any, Any], **more: Any) -> Follows:
    return Follows(term.path, term.values, says=term.says, source=record.kind, table=table, **more)


restrained = _presumed(
    requester.restrained_from_records, things.Order.RECORDS_ORDER_6323_5, WHOM_AN_ORDER_BINDS
)  # fmt: skip
# The same person, where an order is shown that is not on file.
bound_if_shown = _presumed(requester.restrained_from_records, None, WHOM_AN_ORDER_BINDS)
contact_only = _presumed(
    requester.restrained_contact_only, things.Order.STAY_AWAY_NO_RECORDS_CLAUSE, WHOM_AN_ORDER_BINDS
)  # fmt: skip
rights_terminated = _presumed(requester.rights_terminated, things.Order.RIGHTS_TERMINATED)
is_pupil_record = _follows(
    record.is_pupil_record, {kind: kind not in NOT_PUPIL_RECORDS for kind in things.RecordKind},
    beside=record.shared_with,
    turned={(things.RecordKind.SOLE_POSSESSION_NOTES, things.SharedWith.ANOTHER_PERSON): True},
)  # fmt: skip
record_class = _follows(record.class_, CLASS_OF_KIND)
completed_grade_10 = Follows(
    student.completed_grade_10.path, FLAG, says=student.completed_grade_10.says, source=student.grade,
    table=dict.fromkeys(BEFORE_GRADE_10, False),
)  # fmt: skip


about_this_student = _follows(record.directly_related, dict.fromkeys(things.RecordKind, True))
can_be_separated = _follows(
    record.segregable, {kind: True for kind in things.RecordKind if kind != things.RecordKind.PHOTO_OR_VIDEO}
)
identifies_student = _follows(
    record.identifies_student,
    dict.fromkeys(
        (things.RecordKind.BUSINESS_RECORD, things.RecordKind.DEIDENTIFIED, things.RecordKind.AGGREGATE), False
    ),
)
code_basis = _follows(record.code_basis, {things.RecordKind.DEIDENTIFIED: things.CodeBasis.NONE})
# The affidavit says that the child lives there; it stands until the school is told otherwise (Fam. Code 6550).
lives_with_student = Follows(
    requester.lives_with_student.path, FLAG, says=requester.lives_with_student.says, source=requester.kind,
    table={Who.CAREGIVER: True},
)  # fmt: skip
out_of_state = Follows(
    requester.out_of_state.path, FLAG, says=requester.out_of_state.says, source=requester.kind,
    table={Who.OTHER_SCHOOL: False},  # unless said otherwise, a school of this state
)  # fmt: skip
noncommercial = Follows(
    other.recipient_purpose_noncommercial.path, FLAG, says=other.recipient_purpose_noncommercial.says, source=purpose,
    table={Purpose.RECRUITMENT: True, Purpose.MARKETING: False, Purpose.FUNDRAISING: False},
)  # fmt: skip


channel = Follows(
    other.channel.path, other.channel.values, says=other.channel.says, source=action,
    table={Action.FILE_CHALLENGE: things.Channel.WRITTEN},  # what is filed is in writing, unless said otherwise
)  # fmt: skip
challenge_step = Follows(
    other.challenge_step.path, other.challenge_step.values, says=other.challenge_step.says, source=action,
    table={Action.FILE_CHALLENGE: things.ChallengeStep.REQUEST},
)  # fmt: skip
# Of special-education families the office asks (Ed. Code 56504); others say so themselves (34 CFR 99.11).
fee_blocks_access = Follows(
    other.fee_blocks_access.path, FLAG, says=other.fee_blocks_access.says, source=student.disability,
    table={False: False},
)  # fmt: skip


# A permitted record matters to the current educational process alone (5 CCR 430): once the student is gone it is of no
# use, unless somebody says that it is. Of other records it is asked, so `terms` tells of the plain term.
of_no_use = Follows(
    record.no_longer_needed.path, FLAG, says=record.no_longer_needed.says, source=record_class,
    table={things.RecordClass.PERMITTED: True},
)  # fmt: skip
months_gone = Follows(
    student.months_since_left.path, None, says=student.months_since_left.says, source=student.former,
    table={False: 0},
)  # fmt: skip


def any_of(*conditions: Condition) -> Condition:
    """At least one of these."""
    whole = conditions[0]
    for condition in conditions[1:]:
        whole = whole | condition
    return whole


def all_of(*conditions: Condition) -> Condition:
    """Every one of these."""
    whole = conditions[0]
    for condition in conditions[1:]:
        whole = whole & condition
    return whole


def _described(term: Term) -> dict[str, Any]:
    made: dict[str, Any] = {"says": term.says}
    if term.values is None:
        made["type"] = "list of numbers" if term.many else "number"
    elif term.values == FLAG:
        made["type"] = "flag"
    else:
        made |= {"type": "list" if term.many else "word", "values": [str(value) for value in term.values]}
    if term.default is False:
        made["absent"] = "not flagged"
    elif term.default is not None:
        made["absent"] = f"{term.default}"
    elif isinstance(term, Presumed):
        made["absent"] = f"false where the orders given do not name {term.order}"
        if term.table:
            made["absent"] += "; where they do, true of family, false of staff, courts and agencies, else not known"
    elif isinstance(term, Follows):
        sources = [it.path for it in (term.source, term.beside) if it]
        made["absent"] = f"follows from {' and '.join(sources)} where it can"
    else:
        made["absent"] = "not known"
    return made


def terms() -> dict[str, Term]:
    """Every term by its path, those with their own reading of absence in place of the plain ones."""
    made = {"action": action, "purpose": purpose, "orders": orders, "choices": choices}
    for group in (requester, student, record, district, social_media, other):
        made |= {term.path: term for term in group.by_name.values()}
    special: tuple[Term, ...] = (
        restrained,
        contact_only,
        rights_terminated,
        is_pupil_record,
        record_class,
        completed_grade_10,
    )
    special += (about_this_student, can_be_separated, identifies_student, code_basis, noncommercial)
    special += (channel, challenge_step, fee_blocks_access)
    special += (lives_with_student, out_of_state, months_gone)
    return made | {term.path: term for term in special}


def paper_terms() -> dict[str, Term]:
    """The qualities papers can have, by name."""
    return Terms(groups.Paper, "papers.").by_name


def vocabulary() -> dict[str, Any]:
    """All of the vocabulary as data: facts, papers with their qualities, catalogue codes (`decide --vocabulary`)."""
    days = {"type": "day", "absent": "not known"}
    known = paper_terms()
    qualities = {
        kind.value: {name: _described(known[name]) for name in sorted(QUALITIES[kind] - {"kind"})}
        for kind in things.PaperKind
    }
    return {
        "facts": {
            "id": {"type": "text or number", "says": "the caller's own mark, handed back"},
            "on": {"type": "day", "says": "the day of the decision", "absent": "an error"},
            "received_on": days | {"says": "the day the request came; starts the clock"},
            **{path: _described(term) for path, term in terms().items()},
            "action": _described(action) | {"absent": "an error"},
        },
        "papers": qualities,
        "catalogue": {code: item.letter for code, item in CATALOGUE.items()},
    }
