"""What is owed because an officer, an agent, a caseworker or a court's paper came.

Each duty that the law's answer names is owed by the rule that names it; what is not (NOT_OWED) says why. Beside it, and
by the district's own word (AR 5145.13), every visit goes the way of one by immigration enforcement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over, Owed
from fileroom.law import RULES, Decision, Duty, default_calendar
from fileroom.law.book import COUNSEL_FIRST
from fileroom.law.codes import DutyCode
from fileroom.law.days import Calendar, district_day
from fileroom.people.calendars import calendar
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.enforcement import silences, whose
from fileroom.programmes.enforcement.board_days import ROOM, TO_THE_BOARD, next_meeting, owe_a_meeting
from fileroom.programmes.enforcement.encounters import is_inquiry
from fileroom.programmes.enforcement.papers import FORMS, Shown, forbids_word
from fileroom.programmes.models import EnforcementRequest
from fileroom.programmes.settings.services import family_told_days, silence_days, visits_told

COUNSEL = "counsel"
BY_THE_DISTRICT = "district"  # the part of what the district's own word asks, and no statute does
TOLD = "disclosure.immigration_enforcement.notify_superintendent"
WRITTEN_DOWN = "disclosure.immigration_enforcement.document_encounter"
LISTED = "disclosure.statutory_log.log_request"
LISTED_REFUSED = "disclosure.statutory_log.log_refused_request"
READ_BY_COUNSEL = "disclosure.immigration_enforcement.counsel_review"
MAY_HOME_BE_TOLD = "disclosure.court_notices.counsel_review"
AN_AGENCYS_SUBPOENA = "disclosure.civil_subpoenas.counsel_review"
FAMILY_TOLD = "disclosure.immigration_enforcement.notify_parent_after"
PAPERS_GIVEN = "programmes.immigration_requests.give_family_the_papers"
TOLD_OF_THE_PAPER = "disclosure.court_notices.of_a_paper_that_opens_nothing"
TOLD_FIRST = "disclosure.court_notices.notify_parent_before"
STUDENT_TOLD_FIRST = "disclosure.court_notices.notify_student_before"
HOME_HEARS = "programmes.immigration_requests.ask_whether_home_hears"
WRITTEN_TO_JUSTICE = "programmes.immigration_requests.write_to_childrens_justice"
SILENT = "disclosure.court_notices.do_not_notify_parent"
SILENCE_OVER = "disclosure.court_process_limits.review_at_expiry"
OFFICERS_AT_THE_DOOR = "disclosure.nonpublic_areas.officers_without_a_judges_paper"

NOT_OWED: Mapping[DutyCode, str] = MappingProxyType(
    {
        DutyCode.KEEP_UNDER_SEAL: "every entry of this register stands under seal, and of no student",
        DutyCode.VERIFY_IDENTITY: "nothing is shown or said here; the page that releases a copy asks who they are",
    }
)
OF_THE_HOUSEHOLD = (MAY_HOME_BE_TOLD, HOME_HEARS)  # of an inquiry of child welfare counsel says so first
READ_TODAY = (READ_BY_COUNSEL, *OF_THE_HOUSEHOLD, AN_AGENCYS_SUBPOENA)
BY_COUNSEL = (*READ_TODAY, SILENCE_OVER)
OF_THE_FAMILY = (FAMILY_TOLD, PAPERS_GIVEN, TOLD_OF_THE_PAPER, TOLD_FIRST, STUDENT_TOLD_FIRST)
OF_A_REQUEST = (FAMILY_TOLD, PAPERS_GIVEN)  # what a family is owed of one by immigration enforcement
TOLD_BY_LETTER = (FAMILY_TOLD, TOLD_OF_THE_PAPER, TOLD_FIRST)
BY_WRITING = (WRITTEN_DOWN, LISTED, LISTED_REFUSED)  # done by whoever writes down what they saw
BY_READING = (TOLD, OFFICERS_AT_THE_DOOR)  # done when the Superintendent or a designee says that they have read it
OF_SILENCE = (SILENT, SILENCE_OVER)
# Of the rest somebody says that it is done; a silence ends when SILENCE_OVER is answered, and at no press of its own.
BY_ITS_OWN_ACT = (*BY_WRITING, TO_THE_BOARD, SILENT)
TODAY = (*BY_WRITING, *BY_READING, *READ_TODAY)
# What the district's own word asks of every visit, and what asks the same already.
OF_ANY_VISIT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {TOLD: BY_READING, WRITTEN_DOWN: BY_WRITING, READ_BY_COUNSEL: READ_TODAY}
)
_RULES = MappingProxyType({(it.duties[0].code, it.duties[0].says): it.id for it in RULES if len(it.duties) == 1})


@dataclass(frozen=True)
class New:
    """What an answer brings that was not there before.

    `paper`: counsel has something new to read; `turned`: it was no caseworker, it is said now, or one after all, though
    counsel has found that it was none, or it is about harm at home, which nobody had said; `wants`: they ask for a
    student or for records, and did not yet; `child`: it is about another child too.
    """

    paper: bool = False
    turned: bool = False
    wants: bool = False
    child: bool = False

    @property
    def may_name_a_child(self) -> bool:
        """May a family be meant by it of whom nobody knew? Whoever was told is told already, and they are not."""
        return self.paper or self.wants or self.child


def rule_of(duty: Duty) -> str | None:
    """The rule that names this duty, and by which it is owed; None: of NOT_OWED. Raises KeyError (no rule has it)."""
    if duty.code in NOT_OWED:
        return None
    if duty == COUNSEL_FIRST.review:  # of a rule that nobody has signed the book itself says so, and no rule
        return READ_BY_COUNSEL
    return _RULES[duty.code, duty.says]


def owe(
    row: EnforcementRequest, decided: Iterable[Decision], new: New, *, by: SignedIn, entry: UUID, at: datetime
) -> None:
    """Enter what these decisions name, each once; what is owed or done stays so, whatever is answered later. But a
    family is owed the telling again by what may name another child, whoever was told before, or nobody was.

    While a paper forbids telling the family, or counsel is still to say whether a household hears of an inquiry, the
    family is not told. No answer at a counter ends a silence, or what counsel was asked: where another is given,
    counsel is asked the same day. Part of the open transaction.
    """
    open_ = {it.rule: it for it in queries.about(ROOM, [row.id], at=at)}
    was, ended = queries.entered(ROOM, row.id), Over(by.account.id, entry, at)
    named = _named(row, list(decided), was, open_)
    if new.paper and SILENT in open_:
        named[SILENCE_OVER] = ""  # by the papers as they are now, also where none forbids it any more
    unasked = _uncleared(row, named, was, open_)
    before = named.keys() if new.turned else named.keys() | was
    # a letter that was sent is printed afterwards: also of what the family is owed no more counsel is asked
    if (unasked and (new.paper or new.turned or new.child)) or never_asked(row, {*open_, *was}, before):
        named[_of_its_household(row)] = ""
    another = new.child or (new.wants and not set(OF_THE_FAMILY) & open_.keys() and told_since_counsel(row, to_be=True))
    anew = set(READ_TODAY) if new.paper else {*OF_THE_HOUSEHOLD} if new.turned or another else set()
    anew |= set(OF_THE_FAMILY) if new.may_name_a_child else set()
    anew |= set(OF_SILENCE) if new.paper and forbids_word(Shown.from_json(row.papers[-1])) else set()
    replaced = set(_replaced(row, named, open_, again=new.paper, on=district_day(at)))
    for rule in replaced:
        duties.let_go(ROOM, row.id, ended, rule=rule)
    rules = {it for it in named if it not in was or it in replaced or it in anew - open_.keys()}
    held = _held_back(open_.keys() | rules) | (set(OF_THE_FAMILY) if unasked else set())
    _enter(row, {it: named[it] for it in rules - held}, by, entry, at)
    for rule in held:
        duties.let_go(ROOM, row.id, ended, rule=rule)


def _uncleared(row: EnforcementRequest, named: Collection[str], was: Collection[str], open_: Collection[str]) -> bool:
    """Would a family be told because it was no caseworker, or was it to be before it was called one, though counsel was
    asked of an inquiry, and does not hear of it, nor has, by counsel's word already?"""
    family, asked = set(OF_THE_FAMILY), set(OF_THE_HOUSEHOLD)
    inquiry = is_inquiry(row.asker, row.harm) or row.no_inquiry_entry
    if inquiry or not (asked & set(was) and family & {*named, *was}):
        return False
    return not (family | asked) & set(open_) and not told_since_counsel(row)


def never_asked(row: EnforcementRequest, open_: Collection[str], before: Collection[str]) -> bool:
    """Is it an inquiry of child welfare whose household is owed the telling, though of it counsel was not asked
    `before`?"""
    unasked = not set(OF_THE_HOUSEHOLD) & set(before)
    return is_inquiry(row.asker, row.harm) and unasked and bool(set(OF_THE_FAMILY) & set(open_))


def ask_of_its_household(row: EnforcementRequest, *, entry: UUID, at: datetime) -> None:
    """Counsel says whether the household is told, today. Part of the open transaction."""
    owed = Owed(_of_its_household(row), ROOM, row.id, at, office=COUNSEL, due_on=district_day(at))
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def without_papers(row: EnforcementRequest) -> bool:
    """Is it an inquiry of child welfare, of which nobody has the papers; or was counsel asked of it as one, and has not
    found that it was none? Part of the open transaction."""
    if is_inquiry(row.asker, row.harm):
        return True
    return row.no_inquiry_entry is None and bool(set(OF_THE_HOUSEHOLD) & queries.entered(ROOM, row.id))


def told_since_counsel(row: EnforcementRequest, *, to_be: bool = False) -> bool:
    """Was a family told (or `to_be`, which counsel allows, whether there was one or not), and not before counsel was
    asked last whether its household hears? Part of the open transaction."""
    told = queries.last_over(ROOM, row.id, OF_THE_FAMILY, done_only=not to_be)
    asked = queries.last_over(ROOM, row.id, OF_THE_HOUSEHOLD)
    return told is not None and (asked is None or asked < told)


def _of_its_household(row: EnforcementRequest) -> str:
    """By which rule counsel says whether the household is told."""
    return HOME_HEARS if row.strict else MAY_HOME_BE_TOLD


def _held_back(owed: Collection[str]) -> set[str]:
    """What is not to be done, nor asked, as long as these are owed."""
    if SILENT in owed:
        return {*OF_THE_FAMILY, *OF_THE_HOUSEHOLD}
    return set(OF_THE_FAMILY) if set(OF_THE_HOUSEHOLD) & set(owed) else set()


def _named(
    row: EnforcementRequest, decided: Collection[Decision], was: Collection[str], open_: Collection[str]
) -> dict[str, str]:
    """The rules by which something is owed now, each with its part."""
    found = (rule_of(duty) for it in decided for duty in it.duties)
    named = {rule: "" for rule in found if rule}
    if any(it.rule == OFFICERS_AT_THE_DOOR for decision in decided for it in decision.because):
        named[OFFICERS_AT_THE_DOOR] = ""
    if WRITTEN_DOWN in named:
        named = {rule: part for rule, part in named.items() if rule not in (LISTED, LISTED_REFUSED)}
        if set(BY_WRITING) & set(was) and not set(BY_WRITING) & set(open_):
            del named[WRITTEN_DOWN]  # somebody has written down what they saw, whatever it was owed for
    if MAY_HOME_BE_TOLD in {*named, *open_}:
        named.pop(HOME_HEARS, None)  # counsel is asked once
    if AN_AGENCYS_SUBPOENA in named and is_inquiry(row.asker, row.harm) and not row.strict:
        named[MAY_HOME_BE_TOLD] = ""  # of two things that counsel says an answer of the law names the first
    if without_papers(row):
        named.pop(PAPERS_GIVEN, None)
    of_any = OF_ANY_VISIT if visits_told() else {READ_BY_COUNSEL: READ_TODAY} if silences.unseen(row) else {}
    for rule, alike in of_any.items():
        before = open_ if rule == READ_BY_COUNSEL else was
        if not any(it in named or (it in before and it != rule) for it in alike) and _fits(rule, row):
            named[rule] = BY_THE_DISTRICT
    return named


def _fits(rule: str, row: EnforcementRequest) -> bool:
    """Counsel reads what is on paper."""
    return rule != READ_BY_COUNSEL or any(FORMS[it["form"]].kind is not None for it in row.papers)


def _replaced(
    row: EnforcementRequest, named: Mapping[str, str], open_: Mapping[str, Listed], *, again: bool, on: date
) -> Iterator[str]:
    """What is owed otherwise now: by statute and no more by the district's word, or by another day. That a silence
    holds on was answered of the papers there were: its day moves by a paper alone, and by no other answer."""
    for rule, part in named.items():
        if rule in open_ and open_[rule].part and not part:
            yield rule
    if again and SILENCE_OVER in open_ and SILENCE_OVER in named and silences.moved(row, open_[SILENCE_OVER].due, on):
        yield SILENCE_OVER
    if WRITTEN_DOWN in named and not named[WRITTEN_DOWN]:
        yield from (it for it in (LISTED, LISTED_REFUSED) if it in open_)


def look_again(row: EnforcementRequest, *, by: SignedIn, entry: UUID, at: datetime) -> None:
    """A court's silence holds on: it is asked again after as many days as the district has said, and not before the
    last day that the papers say."""
    on = district_day(at)
    due = max(on + timedelta(days=silence_days()), silences.last_day(row) or on)
    owed = Owed(SILENCE_OVER, ROOM, row.id, at, office=COUNSEL, due_on=due)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def owe_the_family(row: EnforcementRequest, *, cleared: bool = False, by: SignedIn, entry: UUID, at: datetime) -> None:
    """The silence that a court had ordered is over, or counsel has `cleared` that the household is told: from now on
    the family is to be. Of what was once called an inquiry of child welfare counsel says so first, and nobody has its
    papers, unless counsel has found that it was none."""
    inquiry = without_papers(row)
    if inquiry and not cleared:
        rules: tuple[str, ...] = (_of_its_household(row),)
    elif not row.strict:
        rules = (TOLD_OF_THE_PAPER,)
    else:
        rules = (FAMILY_TOLD,) if inquiry else OF_A_REQUEST
    _enter(row, dict.fromkeys(rules, ""), by, entry, at)


def _enter(row: EnforcementRequest, rules: Mapping[str, str], by: SignedIn, entry: UUID, at: datetime) -> None:
    unheard = whose.unheard(district_day(at), among=row.id)
    owed = [_owed(row, rule, part, unheard, by, at) for rule, part in sorted(rules.items())]
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=entry)
    if TO_THE_BOARD in rules and next_meeting(district_day(at)) is None:
        owe_a_meeting(entry=entry, at=at)


def _owed(row: EnforcementRequest, rule: str, part: str, unheard: whose.Unheard, by: SignedIn, at: datetime) -> Owed:
    due_on = _due(row, rule, district_day(at))
    if rule in BY_WRITING:
        return Owed(rule, ROOM, row.id, at, employee=by.account.employee_id, part=part, due_on=due_on)
    return Owed(rule, ROOM, row.id, at, office=office_of(rule, row.id, unheard), part=part, due_on=due_on)


def office_of(rule: str, request_id: UUID, unheard: whose.Unheard) -> str:
    """Whose it is: counsel's too, where an order keeps everybody of the Superintendent's office from the child; and
    that office's, where it keeps every counsel from them."""
    if rule in BY_COUNSEL:
        return SUPERINTENDENT if request_id in unheard.by_counsel else COUNSEL
    return COUNSEL if request_id in unheard.by_designees else SUPERINTENDENT


def family_told_on(on: date, days: Calendar) -> date:
    """By when a family is told of what is owed it since this day."""
    return days.business_days(on, family_told_days())


def _due(row: EnforcementRequest, rule: str, on: date) -> date | None:
    if rule in TODAY:
        return on
    if rule in OF_THE_FAMILY:
        return family_told_on(on, calendar() or default_calendar())
    if rule == SILENCE_OVER:
        return silences.asked_on(row, on) or on + timedelta(days=silence_days())
    return next_meeting(on) if rule == TO_THE_BOARD else None
