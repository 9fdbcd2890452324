"""The terms the rules speak in, one for each fact of contracts.md §1, read off the typed facts themselves.

`requester.kind` here is a term; a misspelt one fails at import, with the nearest. How absence is read is said here,
once for each fact: plain (not known), presumed from the orders, following from another fact.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

from fileroom.law.bound_by_orders import OWN_PEOPLE, WHOM_AN_ORDER_BINDS
from fileroom.law.catalogue import CLASS_OF_KIND, NOT_PUPIL_RECORDS
from fileroom.law.facts import groups, incidents, notices, things
from fileroom.law.facts.papers import Paper
from fileroom.law.facts.question import Question
from fileroom.law.facts.record_kinds import RecordKind
from fileroom.law.facts.things import RecordClass as Class
from fileroom.law.facts.words import Action, Grade, Interest, Purpose, Standing
from fileroom.law.facts.words import RequesterKind as Who
from fileroom.law.figures import ADULT, FIGURES
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.kernel.term import Fixed, Follows, Presumed, Reached, Term
from fileroom.law.terms import FLAG, Terms, term_of

requester = Terms(groups.Requester, "requester.")
student = Terms(groups.Student, "student.")
record = Terms(groups.Record, "record.")
district = Terms(groups.District, "district.")
social_media = Terms(groups.SocialMedia, "district.social_media.")
other = Terms(groups.Other, "other.")
incident = Terms(incidents.Incident, "incident.")
notice = Terms(notices.Notice, "notice.")
training = Terms(notices.Training, "training.")


def _top(name: str) -> Term:
    hints, items = typing.get_type_hints(Question), {item.name: item for item in dataclasses.fields(Question)}
    return term_of(name, hints[name], items[name])


action, orders, choices = _top("action"), _top("orders"), _top("choices")

# One reading of absence for each fact, and every rule has it: a plain term is not known; those below say what else.


def _follows(group: Terms, name: str, source: Term, table: Mapping[Any, Any], **more: Any) -> Term:
    """The fact, which follows from another one where it is absent."""
    plain = group.by_name[name]
    made = Follows(plain.path, plain.values, plain.many, says=plain.says, source=source, table=table, **more)
    group.by_name[name] = made
    return made


# Whoever admits a child does it for the enrolment. What the office takes in without a word on why, it takes in for the
# file; a program that the law names is asked for its purpose all the same. No law lets a family be asked why it looks
# at its own child's file (Ed. Code 49069.7): its silence is an inspection, and what it does say is heard.
OWN_LOOK = {Who.PARENT: Purpose.INSPECTION, Who.EDUCATIONAL_RIGHTS_HOLDER: Purpose.INSPECTION} | dict.fromkeys(
    (Who.STUDENT, Who.FORMER_STUDENT), Purpose.SELF_INSPECTION
)
_said = _top("purpose")
purpose = Follows(
    _said.path, _said.values, says=_said.says, source=action,
    table={Action.ENROL: Purpose.ENROLMENT}
    | dict.fromkeys((Action.COLLECT, Action.SOLICIT, Action.REQUIRE_FOR_ENROLMENT), Purpose.NONE_STATED)
    | dict.fromkeys((Action.ADD_TO_RECORD, Action.SEND_NOTICE), Purpose.NONE_STATED),  # a notice says it by its kind
    beside=requester.kind,
    turned={
        (looks, kind): own
        for looks in (Action.INSPECT, Action.COPY, Action.DISCLOSE, Action.VIEW_LOG) for kind, own in OWN_LOOK.items()
    },
)  # fmt: skip


def _presumed(name: str, order: things.Order, table: Mapping[Any, bool], **more: Any) -> Term:
    """The fact, which is false where there is no such order."""
    plain = requester.by_name[name]
    more |= {"source": requester.kind, "table": table}
    made = Presumed(plain.path, plain.values, says=plain.says, order=order, **more)
    requester.by_name[name] = made
    return made


# An order that is shown counts as one on file, unless it is known to be no judge's, not in force, or of another child.
ORDER_SHOWN = some(
    things.PaperKind.RECORDS_ORDER_6323_5, signed_by_judge=UNREFUTED, names_these_records=UNREFUTED, valid_on=UNREFUTED
)
DOUBTED = {"doubted": requester.may_be_restrained}
restrained = _presumed(
    "restrained_from_records", things.Order.RECORDS_ORDER_6323_5, WHOM_AN_ORDER_BINDS, shown=ORDER_SHOWN, **DOUBTED
)
contact_only = _presumed(
    "restrained_contact_only", things.Order.STAY_AWAY_NO_RECORDS_CLAUSE, WHOM_AN_ORDER_BINDS, **DOUBTED
)
# Whom a court appoints to hold the education rights is not the parent whose own it has ended.
NOT_OWN = {Who.EDUCATIONAL_RIGHTS_HOLDER: False}
rights_terminated = _presumed("rights_terminated", things.Order.RIGHTS_TERMINATED, NOT_OWN)

# Who the district's own people are is known, its investigated and trained aides included, unless it is said otherwise.
# So is the party of a contract, to whom it sends under that contract. The contract puts it under the district's control
# and binds it to the district's work: that stands until something else is known. Whoever brings a child to be enrolled
# has said who they are, and no law asks for a proof of it: what is known to be false is another matter.
SHARE = Action.SHARE_WITH_VENDOR
VENDORS = (Who.VENDOR, Who.CONTRACTOR, Who.FOR_PROFIT, Who.NONPROFIT)
OUTSOURCED = (Purpose.OUTSOURCED_FUNCTION, Purpose.PLANNING, Purpose.SCHOOL_SAFETY, Purpose.STATE_REPORTING)
_OF_ITSELF = dict.fromkeys((*OWN_PEOPLE, Who.SARB_AIDE), Standing.VERIFIED)
_OF_ITSELF |= dict.fromkeys((Who.COURT, Who.JUDGE, Who.GRAND_JURY), Standing.CLAIMED)  # known by its paper
_follows(
    requester, "identity", requester.kind, _OF_ITSELF,
    beside=action,
    turned={(kind, SHARE): Standing.VERIFIED for kind in VENDORS}
    | {(kind, Action.ENROL): Standing.CLAIMED for kind in Who if kind not in _OF_ITSELF},
)  # fmt: skip
_follows(
    requester, "under_direct_control", requester.kind, {},
    beside=action,
    turned={(kind, SHARE): True for kind in VENDORS}
    | {(Who.VENDOR, does): True for does in (Action.INSPECT, Action.COPY, Action.DISCLOSE)},
)  # fmt: skip
_follows(
    requester, "interest", purpose, {},
    beside=action, turned={(each, SHARE): Interest.STATED_AND_FITS for each in OUTSOURCED},
)  # fmt: skip
# What a certified school keeps is of its own F-1 student, the digits on a meal application are of the adult who signs,
# the box on a work permit is the minor's, unless somebody says otherwise (8 CFR 214.3(g), 42 USC 1758(d), form B1-1).
_follows(
    record, "whose", purpose,
    dict.fromkeys((Purpose.SEVIS, Purpose.WORK_PERMIT), things.Whose.STUDENT)
    | {Purpose.NSLP_INCOME_APPLICATION: things.Whose.PARENT},
)  # fmt: skip
# The policy names the Superintendent or designee: who gathers from social media acts for that office until known else.
GATHERERS = (Who.ADMINISTRATOR, Who.EMPLOYEE, Who.CUSTODIAN_OF_RECORDS, Who.SYSTEM)
_follows(
    requester, "designated", requester.kind, {},
    beside=action,
    turned={(kind, Action.MONITOR_SOCIAL_MEDIA): True for kind in GATHERERS}
    | {(Who.ADMINISTRATOR, Action.CLASSIFY): True, (Who.ADMINISTRATOR, Action.AMEND): True},
)  # fmt: skip
# So does whoever destroys or keeps in the name of an office: it keeps the records until something else is known of it.
_follows(
    requester, "keeps_records", requester.kind, {Who.CUSTODIAN_OF_RECORDS: True},
    beside=action,
    turned={
        (kind, does): True
        for kind in (Who.ADMINISTRATOR, Who.EMPLOYEE) for does in (Action.DESTROY, Action.RETAIN)
    },
)  # fmt: skip
# Who keeps what lies apart is not asked how long; that the district's time is over is said where it is so.
# Nor does it lie on a federal form or apart with a count, unless somebody says that it does.
for _said_so in ("set_time_over", "part_of_federal_form", "separate_from_enrolment"):
    _follows(record, _said_so, action, {Action.RETAIN: False})
# Of a child who is here, what nobody says was judged disposable was not: its years have not begun (5 CCR 437(c)).
NOT_JUDGED = {(Action.RETAIN, True): 0}
_follows(student, "school_years_since_classified", action, {}, beside=student.enrolled, turned=NOT_JUDGED)
# Whoever asks for the enrolment-end letter says that the student has left; the days are counted all the same.
_follows(student, "enrolled", action, {Action.CERTIFY_NONENROLMENT: False})
# Whether the CCPA governs what an operator holds no family knows: it does not, until somebody says so.
_follows(other, "ccpa_excluded", action, {Action.CERTIFY_NONENROLMENT: True})
# The student needs no kinship, and an appointment or a placement is proved by itself: whether somebody is related as
# they say is a question of its own only where it is claimed, or refuted.
FOSTERING = (Who.FOSTER_CAREGIVER, Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF)
_follows(
    requester, "relationship", requester.kind,
    dict.fromkeys((Who.STUDENT, Who.FORMER_STUDENT, Who.EDUCATIONAL_RIGHTS_HOLDER, *FOSTERING), Standing.VERIFIED),
    beside=action, turned={(Who.PARENT, Action.ENROL): Standing.CLAIMED},
)  # fmt: skip
# To who looks, a student has not graduated and the court has not let go until somebody has told the school; the 18th
# birthday is the hard stop (Welf. & Inst. Code 827(d)). Who destroys is asked.
LOOKED_AT = dict.fromkeys((Action.INSPECT, Action.COPY, Action.DISCLOSE), False)
_follows(student, "graduated", action, LOOKED_AT)
_follows(student, "court_jurisdiction_ended", action, LOOKED_AT)
# A custodial parent shows the order (BP 5021): until it is said otherwise, each parent may take the child home.
_follows(requester, "legal_custody", action, {Action.HAND_OVER_CHILD: True})
# A parent holds the rights by nature: that a court has appointed one is said where it is so.
_follows(requester, "holds_education_rights", requester.kind, {Who.PARENT: False})
# The affidavit says that the child lives there; it stands until the school is told otherwise (Fam. Code 6550).
lives_with_student = _follows(requester, "lives_with_student", requester.kind, {Who.CAREGIVER: True})
# It is an adult's: who signs it is one, unless the school knows better (Fam. Code 6550).
_follows(
    requester, "age", requester.kind,
    dict.fromkeys((Who.CAREGIVER, Who.RELATIVE, Who.STEPPARENT), FIGURES["caregiver_age"].value),
)  # fmt: skip
# Unless said otherwise, a school of this state.
out_of_state = _follows(requester, "out_of_state", requester.kind, {Who.OTHER_SCHOOL: False})

BEFORE_GRADE_10 = tuple(Grade)[: tuple(Grade).index(Grade.TENTH)]  # grade 10 may be over; grade 11 proves nothing
completed_grade_10 = _follows(student, "completed_grade_10", student.grade, dict.fromkeys(BEFORE_GRADE_10, False))

is_pupil_record = _follows(
    record, "is_pupil_record", record.kind, {kind: kind not in NOT_PUPIL_RECORDS for kind in RecordKind},
    beside=record.shared_with,
    turned={(RecordKind.SOLE_POSSESSION_NOTES, things.SharedWith.ANOTHER_PERSON): True},
)  # fmt: skip
# The regulation gives each item its class (5 CCR 432), and a statute what it keeps apart: another class that somebody
# states changes nothing, lower or higher. What has no class of its own has the one that is stated.
_class = record.by_name["class"]
record_class = Fixed(_class.path, _class.values, says=_class.says, source=record.kind, table=CLASS_OF_KIND)
record.by_name["class"] = record_class
# A result is one of the last three years, unless somebody says that it is older (5 CCR 432(b)(2), (3)).
_follows(record, "years_since_test", record.kind, {RecordKind.TEST_RESULTS: 0})
about_this_student = _follows(record, "directly_related", record.kind, dict.fromkeys(RecordKind, True))
can_be_separated = _follows(
    record, "segregable", record.kind,
    {kind: True for kind in RecordKind if kind != RecordKind.PHOTO_OR_VIDEO},
)  # fmt: skip
# Discipline stands in its own records; of those that hold many things somebody says so (Ed. Code 49072).
OF_MANY_THINGS = (
    RecordKind.CUMULATIVE_FILE, RecordKind.INTERIM_RECORD, RecordKind.PERMITTED_RECORD, RecordKind.BEHAVIOUR_REPORT,
)  # fmt: skip
DISCIPLINE = (RecordKind.DISCIPLINE, RecordKind.DISCIPLINARY_NOTICE, RecordKind.EXPULSION_FILE)
includes_discipline = _follows(
    record, "includes_discipline", record.kind,
    {kind: kind in DISCIPLINE for kind in RecordKind if kind not in OF_MANY_THINGS},
)  # fmt: skip
# A record tells of somebody, counts and the like do not; what is published as a table is counts.
OF_NO_STUDENT = (RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED, RecordKind.AGGREGATE)
identifies_student = _follows(
    record, "identifies_student", record.kind,
    {kind: kind not in OF_NO_STUDENT for kind in RecordKind if kind != RecordKind.IMMIGRATION_INCIDENT_FILE},
    beside=action,
    turned={(kind, Action.PUBLISH_TABLE): False for kind in RecordKind},
)  # fmt: skip
code_basis = _follows(record, "code_basis", record.kind, {RecordKind.DEIDENTIFIED: things.CodeBasis.NONE})
# A recruiter who names no field asks for the three, a college that recruits too; a private one for the two that it may
# have of those who are gone as well (Ed. Code 49073(a)).
THE_THREE = (things.DirectoryField.NAME, things.DirectoryField.ADDRESS, things.DirectoryField.TELEPHONE)
_follows(
    record, "fields", requester.kind, dict.fromkeys((Who.MILITARY_RECRUITER, Who.COLLEGE_RECRUITER), THE_THREE),
    beside=purpose,
    turned={
        (Who.COLLEGE, Purpose.RECRUITMENT): THE_THREE,
        (Who.PRIVATE_COLLEGE, Purpose.RECRUITMENT): THE_THREE[:2],
    },
)  # fmt: skip

# A district that has chosen nothing shows no smaller count than this.
_follows(district, "minimum_cell", action, {Action.PUBLISH_TABLE: FIGURES["smallest_count_shown"].value})
noncommercial = _follows(
    other, "recipient_purpose_noncommercial", purpose,
    {Purpose.RECRUITMENT: True, Purpose.MARKETING: False, Purpose.FUNDRAISING: False},
)  # fmt: skip
# The school stands in for parents only where it says that it does.
_follows(other, "school_consents_for_parents", action, {Action.SHARE_WITH_VENDOR: False})
# What is filed is in writing, and the first step, unless said otherwise.
channel = _follows(other, "channel", action, {Action.FILE_CHALLENGE: things.Channel.WRITTEN})
challenge_step = _follows(other, "challenge_step", action, {Action.FILE_CHALLENGE: things.ChallengeStep.REQUEST})
# Whoever appeals says that the superintendent has refused; that stands until something else is known.
challenge_decision = _follows(
    other, "challenge_decision", action, {},
    beside=challenge_step,
    turned={(Action.FILE_CHALLENGE, things.ChallengeStep.APPEAL): things.ChallengeDecision.DENIED},
)  # fmt: skip
# Of what is to be destroyed or kept, whoever carries out a removal says so; where nobody does, none is carried out. A
# sustained challenge ordered a correction or a removal, and it is asked which: what is destroyed does not come back.
ON_A_REMOVAL = (Action.DESTROY, Action.RETAIN)
_follows(
    other, "removal_ordered", action, dict.fromkeys(ON_A_REMOVAL, False),
    beside=challenge_decision,
    turned=dict.fromkeys(((does, things.ChallengeDecision.SUSTAINED) for does in ON_A_REMOVAL), None),
)  # fmt: skip
# Of special-education families the office asks (Ed. Code 56504); others say so themselves (34 CFR 99.11).
fee_blocks_access = _follows(other, "fee_blocks_access", student.disability, {False: False})

# A permitted record matters to the current educational process alone (5 CCR 430): once the student is gone it is of no
# use to the district, unless somebody says that it is.
of_no_use = _follows(
    record, "no_longer_needed", record_class, {}, beside=action, turned={(Class.PERMITTED, Action.DESTROY): True}
)
months_gone = _follows(student, "months_since_left", student.former, {False: 0})

_of_age = other.former_student_is_18
former_student_is_18 = Reached(_of_age.path, FLAG, says=_of_age.says, source=student.age, least=ADULT)
other.by_name["former_student_is_18"] = former_student_is_18


def terms() -> dict[str, Term]:
    """Every term by its path."""
    made = {"action": action, "purpose": purpose, "orders": orders, "choices": choices}
    for group in (requester, student, record, district, social_media, other, incident, notice, training):
        made |= {term.path: term for term in group.by_name.values()}
    return made


@cache
def paper_terms() -> dict[str, Term]:
    """The qualities papers can have, by name."""
    return Terms(Paper, "papers.").by_name
