"""Police, child welfare and those who serve papers: what a visit of theirs owes and by when; and that nothing which the
law's answer names is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.enforcement.coming import answers, comes, owed, says_done, shows, writes

if TYPE_CHECKING:
    from fileroom.law import Duty

NEXT_SCHOOL_DAY, IN_A_MONTH = make.TODAY + timedelta(days=1), make.TODAY + timedelta(days=30)
PAPER = "disclosure.court_notices.of_a_paper_that_opens_nothing"
HOME = "disclosure.court_notices.counsel_review"
SILENCE = "disclosure.court_process_limits.review_at_expiry"
FIRST = {"log_request", "counsel_review"}
KNOWN, AT_THE_DOOR = {"notify_superintendent"}, {"officers_without_a_judges_paper"}
TOLD, SILENT = {"of_a_paper_that_opens_nothing"}, {"do_not_notify_parent", "review_at_expiry"}
SEEN: dict[str, Any] = {"court": "state", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "no"}


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def visit(town: make.Town, asker: str, form: str, *, harm: str = "no", **seen: Any) -> UUID:
    """One comes for records, without immigration, and shows a paper. `harm`: whether police ask about harm to a child
    at home."""
    opened = comes(town.registrar.by, asker)
    answers(opened.id, town.registrar.by, joined="no", harm=harm, wants=("records",))
    shows(opened.id, town.registrar.by, form, **(SEEN | seen))
    return opened.id


def test_each_visit_with_a_courts_paper_owes_what_it_has_to(town: make.Town) -> None:
    wrong: list[Any] = []
    for asker, form, silence, due in (
        ("police", "ao_93", "no", FIRST | AT_THE_DOOR | TOLD),
        ("police", "ao_442", "no", FIRST | AT_THE_DOOR | TOLD),
        ("police", "state_warrant", "no", FIRST | AT_THE_DOOR | TOLD),
        ("police", "court_order", "yes", FIRST | AT_THE_DOOR | SILENT),
        ("process_server", "state_subpoena", "no", FIRST | KNOWN | TOLD),
        ("process_server", "court_order", "yes", FIRST | KNOWN | SILENT),
        ("child_welfare", "court_order", "no", FIRST | KNOWN),
        ("child_welfare", "court_order", "yes", FIRST | KNOWN | SILENT),
    ):
        found = owed(visit(town, asker, form, silence=silence))
        if set(found) != due:
            wrong.append((asker, form, silence, sorted(set(found) ^ due)))
        late = {it: found[it] for it in found if it in FIRST | KNOWN | AT_THE_DOOR and found[it] != make.TODAY}
        wrong += [(asker, form, it, day) for it, day in late.items()]
    assert wrong == []


def test_the_family_is_told_by_the_next_school_day_and_a_silence_is_asked_about(town: make.Town) -> None:
    named = visit(town, "police", "court_order", silence="yes", until=date(2026, 12, 24))
    assert owed(visit(town, "police", "ao_93"))["of_a_paper_that_opens_nothing"] == NEXT_SCHOOL_DAY
    assert owed(comes(town.registrar.by, "immigration").id)["notify_parent_after"] == NEXT_SCHOOL_DAY
    assert owed(visit(town, "police", "court_order", silence="yes"))["review_at_expiry"] == IN_A_MONTH
    assert owed(named)["review_at_expiry"] == date(2026, 12, 24), "the day that stands on the paper"
    shows(named, town.registrar.by, "court_order", **(SEEN | {"silence": "yes", "until": date(2027, 1, 8)}))
    assert owed(named)["review_at_expiry"] == date(2027, 1, 8), "and another, once it is read again"


def test_a_break_of_the_schools_keeps_no_family_waiting(town: make.Town, office: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Break
    from fileroom.programmes.settings.services import say

    friday, monday = AT + timedelta(days=60), date(2026, 12, 21)
    with district_transaction():
        Break.objects.create(kind="winter", from_on=monday, to_on=date(2027, 1, 1))
    assert owed(comes(town.registrar.by, "immigration", at=friday).id, at=friday)["notify_parent_after"] == monday
    with pytest.raises(ValidationError, match="from 1 to 10"):
        say(uuid4(), "family_told_days", {"en": "11"}, by=office.by, at=AT)


def test_a_silence_that_holds_on_is_asked_about_again(town: make.Town, office: make.Staffed) -> None:
    from fileroom.duties.queries import about

    of, later = visit(town, "police", "court_order", silence="yes"), AT + timedelta(days=30)
    (shown,) = (str(it.id) for it in about("enforcement", [of], at=later) if it.rule == SILENCE)
    says_done(of, SILENCE, office.by, otherwise=True, seen=shown, at=later)
    with pytest.raises(ValidationError, match="not owed any more"):
        says_done(of, SILENCE, office.by, otherwise=True, seen=shown, at=later)
    assert last_entry().outcome == "holds_on"
    assert owed(of, at=later)["review_at_expiry"] == IN_A_MONTH + timedelta(days=30)
    says_done(of, SILENCE, office.by, at=later)
    assert set(owed(of, at=later)) >= TOLD and not SILENT & set(owed(of, at=later))


def test_a_second_courts_silence_is_obeyed_after_the_first_has_ended(town: make.Town, office: make.Staffed) -> None:
    of = visit(town, "police", "court_order", silence="yes", until=make.TODAY - timedelta(days=1))
    says_done(of, SILENCE, office.by)
    assert set(owed(of)) >= TOLD
    shows(of, town.registrar.by, "ao_93", **(SEEN | {"silence": "yes", "until": date(2026, 12, 24)}))
    assert set(owed(of)) >= SILENT and not TOLD & set(owed(of)), "the family is not told in the second's silence"
    assert owed(of)["review_at_expiry"] == date(2026, 12, 24)
    with pytest.raises(ValidationError, match="its own page"):
        says_done(of, "disclosure.court_notices.do_not_notify_parent", office.by)


def test_that_a_silence_holds_on_is_undone_by_no_other_answer(town: make.Town, office: make.Staffed) -> None:
    of = visit(town, "police", "court_order", silence="yes", until=date(2026, 12, 24))
    says_done(of, SILENCE, office.by, otherwise=True)
    assert owed(of)["review_at_expiry"] == date(2026, 12, 24), "it is not asked before its last day"
    late = AT + timedelta(days=60)
    says_done(of, SILENCE, office.by, otherwise=True, at=late)
    holds = owed(of, at=late)["review_at_expiry"]
    answers(of, town.registrar.by, joined="no", wants=("records", "staff"))
    shows(of, town.registrar.by, "ao_93", **SEEN)
    assert holds and owed(of, at=late)["review_at_expiry"] == holds == IN_A_MONTH + timedelta(days=60)


def test_of_an_inquiry_counsel_says_first_whether_the_household_is_told(town: make.Town, office: make.Staffed) -> None:
    told, untold = (visit(town, "child_welfare", "court_order") for _ in range(2))
    says_done(told, HOME, office.by)
    says_done(untold, HOME, office.by, otherwise=True)
    assert last_entry().outcome == "not_to_be_told"
    assert set(owed(told)) >= TOLD and not TOLD & set(owed(untold))


@pytest.mark.parametrize("form", ["state_warrant", "state_subpoena", "ao_88b", "ao_110", "court_order"])
@pytest.mark.parametrize("harm", ["", "not_seen", "yes"])
def test_of_what_police_may_ask_about_harm_to_a_child_counsel_says_first_whether_home_hears(
    town: make.Town, office: make.Staffed, form: str, harm: str
) -> None:
    from fileroom.duties.queries import about

    of = visit(town, "police", form, harm=harm)
    assert HOME in {it.rule for it in about("enforcement", [of], at=AT)} and not TOLD & set(owed(of))
    says_done(of, HOME, office.by)
    assert set(owed(of)) >= TOLD


def test_what_is_written_down_stands_in_the_list_and_a_district_may_ask_for_less(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.settings.services import say

    of = visit(town, "process_server", "state_subpoena")
    writes(of, town.registrar.by)
    assert "log_request" not in owed(of)
    answers(of, town.registrar.by, joined="yes", wants=("records",))
    assert "document_encounter" not in owed(of), "what is written down is not written down again"
    say(uuid4(), "visits_told", {"en": "no"}, by=office.by, at=AT)
    assert set(owed(visit(town, "process_server", "state_subpoena"))) == {"log_request"} | TOLD
    assert set(owed(comes(town.registrar.by, "immigration").id)) >= KNOWN, "what a statute asks is owed all the same"


def test_who_turns_out_to_be_of_immigration_owes_by_statute_what_was_owed_by_choice(town: make.Town) -> None:
    from fileroom.duties.queries import about

    opened = comes(town.registrar.by, "process_server")
    answers(opened.id, town.registrar.by, joined="no", wants=("staff",))
    before = {(it.rule.rpartition(".")[2], it.part) for it in about("enforcement", [opened.id], at=AT)}
    answers(opened.id, town.registrar.by, joined="yes", wants=("staff",))
    after = {(it.rule.rpartition(".")[2], it.part) for it in about("enforcement", [opened.id], at=AT)}
    assert ("notify_superintendent", "district") in before
    assert ("notify_superintendent", "") in after and not [it for it in after if it[1] or it[0] == "log_request"]


def named() -> Iterator[tuple[str, Duty]]:
    """Each duty of each decision: every visitor with every paper, by whatever is seen on it, for whatever they want."""
    from fileroom import law
    from fileroom.programmes.enforcement.encounters import Asker, Channel, Encounter, Want, questions
    from fileroom.programmes.enforcement.papers import FORMS, Court, Group, Seen, Shown

    whoever = ((asker, joined) for asker in Asker for joined in (None, Seen.NO, Seen.YES))
    for (asker, joined), form, wants in product(whoever, FORMS.values(), ((), *((it,) for it in Want))):
        asked = (Seen.YES, Seen.NO, Seen.NOT_SEEN) if form.group is Group.COURT else (Seen.NOT_SEEN,)
        for judge, silence in product(asked, asked):
            paper = Shown(form.code, Court.STATE, judge=judge, silence=silence)
            said = Encounter(Channel.IN_PERSON, asker, joined, wants, (paper,))
            for question in questions(said, on=make.TODAY):
                for duty in law.decide(question, law.default_calendar()).duties:
                    yield f"{asker}/{joined}/{form.code}/{wants}", duty


def test_each_duty_of_each_visitor_with_each_paper_is_owed_or_says_why_it_is_not(installation: object) -> None:
    from fileroom.law import BY_ID
    from fileroom.programmes.enforcement.duties import NOT_OWED, rule_of

    found: dict[tuple[str, str], tuple[str | None, str]] = {}
    for who, duty in named():
        found.setdefault((duty.code, duty.says), (rule_of(duty), who))
    codes = {code for code, _ in found}
    assert set(NOT_OWED) <= codes and len(codes) > 12, "every reason is needed"
    other = {(code, who) for (code, says), (rule, who) in found.items() if rule and BY_ID[rule].says != says} | {
        (code, who) for (code, _), (rule, who) in found.items() if rule is None and code not in NOT_OWED
    }
    assert other == set(), "each is owed by the rule that names it"
