"""The district demands that a company delete; the company answers by a link that is for one demand, ends, and names no
student; without an answer it is reminded, and then the Superintendent sees to it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, enters, lights, office
from tests.programmes.vendors.test_enrolment_end_letters import asks, leaves

__all__ = ["company", "office"]
TOKEN = re.compile(r"[0-9a-f]{40}")


def link(token: str) -> str:
    return f"https://alder-creek.example/answer/{token}/"


def signs(by: make.Staffed, company: UUID, *, id_: UUID | None = None, at: Any = AT, **more: Any) -> Any:
    from fileroom.programmes.vendors.demands import Wanted, sign

    said = {"ground": "no_longer_needed", "what": "Reading levels of 2024", "request": None} | more
    return sign(id_ or uuid4(), Wanted(company, **said), head=HEAD, link=link, by=by.by, at=at)


def letter(demand: UUID, by: make.Staffed) -> str:
    from fileroom.programmes.vendors.demand_desk import open_letter

    return text_of(open_letter(demand, by=by.by, at=AT))


def token_in(text: str) -> str:
    found = TOKEN.search("".join(text.split()))
    assert found, text
    return found[0]


def answers(token: str, said: str, *, days: int = 0, at: Any = AT, **more: Any) -> Any:
    from fileroom.programmes.vendors.answers import Answer, answer

    paper = more.pop("paper", None)
    whole: dict[str, Any] = {
        "on": TODAY + days * DAY,
        "reason": "",
        "name": "P. Park",
        "position": "Privacy officer",
        "destroyed": "Reading levels of 2024, and their backups" if said == "deleted" else "",
    } | more
    return answer(uuid4(), token, Answer(said, **whole), paper=paper, client="192.0.2.9", at=at)


def night(days: int) -> None:
    from fileroom.programmes.vendors.night import look_over

    look_over(at=AT + days * DAY)


def owed(*, by: make.Staffed, days: int = 0) -> list[str]:
    from fileroom.people.owed import owed as on_today

    return sorted(it.part for it in on_today(by=by.by, at=AT + days * DAY) if it.room == "demands")


def stage(demand: UUID, by: make.Staffed) -> str:
    from fileroom.programmes.vendors.demand_desk import demand as one

    return one(demand, by=by.by, at=AT).stage


def test_a_demand_is_a_letter_with_a_link_and_its_answer_ends_it(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.demand_desk import demand

    made = signs(office, company)
    said = letter(made.id, office)
    assert "Reading Star, Inc." in said and "Reading levels of 2024" in said and "22584(d)(2)" in said
    assert owed(by=office) == ["awaited"]
    given = answers(token_in(said), "deleted")
    assert owed(by=office) == []
    shown = demand(made.id, by=office.by, at=AT)
    assert (shown.stage, shown.given[0].name, shown.given[0].digest) == ("over", "P. Park", given.digest)
    entry = next(it for it in entries() if it.act.value == "demand:answered")
    assert (entry.outcome, entry.actor.role, entry.actor.account) == (given.digest, "operator", None)


def test_the_table_keeps_no_link(office: make.Staffed, company: UUID) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Demand

    made = signs(office, company)
    with district_transaction():
        row = Demand.objects.get(pk=made.id)
    assert token_in(letter(made.id, office)) not in str(row.__dict__)


def test_a_link_is_for_one_demand_and_ends(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.answers import open_link

    first, second = signs(office, company), signs(office, company, what="Names")
    token = token_in(letter(first.id, office))
    assert open_link(token, at=AT).what == "Reading levels of 2024"
    answers(token, "deleted")
    assert stage(second.id, office) == "sent"
    for wrong, at in ((token[:-1], AT), (token[:-1] + "g", AT), ("0" * 40, AT), (token, AT + 91 * DAY)):
        with pytest.raises(Missing):
            open_link(wrong, at=at)
        with pytest.raises(Missing):
            answers(wrong, "deleted", at=at, on=at.date())
    with pytest.raises(ValidationError, match="Nothing more"):
        answers(token, "deleted")


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("deleted", {"days": 1}),
        ("deleted", {"on": date(1999, 12, 31)}),
        ("deleted", {"on": None}),
        ("will_delete", {"days": 0}),
        ("will_delete", {"days": 400}),
        ("refused", {"on": None, "reason": " "}),
        ("refused", {"reason": "We do not hold it"}),
        ("maybe", {}),
        ("deleted", {"name": ""}),
        ("deleted", {"position": "x" * 121}),
    ],
)
def test_an_answer_that_says_too_little_is_none(
    office: make.Staffed, company: UUID, said: str, more: dict[str, Any]
) -> None:
    made = signs(office, company)
    with pytest.raises(ValidationError):
        answers(token_in(letter(made.id, office)), said, **more)
    assert stage(made.id, office) == "sent"


def test_a_promise_is_held_to_its_day(office: make.Staffed, company: UUID) -> None:
    made = signs(office, company)
    token = token_in(letter(made.id, office))
    answers(token, "will_delete", days=10)
    assert stage(made.id, office) == "promised"
    night(11)
    assert owed(by=office, days=11) == ["remind"]
    answers(token, "deleted", days=12, at=AT + 12 * DAY)
    assert owed(by=office, days=12) == [] and stage(made.id, office) == "over"


def test_a_refusal_comes_to_the_superintendent_who_closes_it_or_insists(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.closing import close

    made = signs(office, company)
    answers(token_in(letter(made.id, office)), "refused", on=None, reason="We hold it for another district.")
    chief = make.staffed("chief", "administrator", None)
    assert owed(by=chief) == ["refused"] and stage(made.id, office) == "refused"
    night(200)
    assert owed(by=chief, days=200) == ["refused"], "a refusal is an answer"
    for how, says in (("deleted", "x"), ("with_counsel", " ")):
        with pytest.raises(ValidationError):
            close(made.id, how, says, by=chief.by, at=AT)
    close(made.id, "with_counsel", "Counsel writes to them.", by=chief.by, at=AT)
    assert owed(by=chief) == [] and stage(made.id, office) == "over"


def test_without_an_answer_it_is_reminded_and_then_the_superintendent_is_told(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.answers import open_link
    from fileroom.programmes.vendors.demands import remind

    chief = make.staffed("chief", "administrator", None)
    made = signs(office, company)
    before = token_in(letter(made.id, office))
    night(30)
    assert owed(by=office, days=30) == ["awaited"]
    night(31)
    night(31)
    assert owed(by=office, days=31) == ["remind"] and owed(by=chief, days=31) == []
    remind(made.id, head=HEAD, link=link, by=office.by, at=AT + 31 * DAY)
    after = token_in(letter(made.id, office))
    assert after != before and open_link(after, at=AT + 31 * DAY).due_on == TODAY + 46 * DAY
    with pytest.raises(Missing):
        open_link(before, at=AT + 31 * DAY)
    with pytest.raises(ValidationError):
        remind(made.id, head=HEAD, link=link, by=office.by, at=AT + 32 * DAY)
    night(46)
    assert owed(by=chief, days=46) == [] and owed(by=office, days=46) == ["awaited"]
    night(47)
    assert owed(by=chief, days=47) == ["escalated"] and stage(made.id, office) == "escalated"


def test_a_reminder_that_nobody_sends_goes_to_the_superintendent_too(office: make.Staffed, company: UUID) -> None:
    chief = make.staffed("chief", "administrator", None)
    signs(office, company)
    night(31)
    night(44)
    assert owed(by=chief, days=44) == []
    night(45)
    assert owed(by=chief, days=45) == ["escalated"]


def test_that_a_contract_is_over_or_void_is_not_said_of_one_that_runs(office: make.Staffed, company: UUID) -> None:
    enters(office, company, lights())
    for ground in ("contract_over", "contract_void", "because"):
        with pytest.raises(ValidationError):
            signs(office, company, ground=ground)


def test_a_hold_on_the_student_forbids_it(town: make.Town, office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Refused
    from fileroom.records.models import Hold

    leaves(town.spell)
    family = asks(town, office, town.mother.row.id, keeps_official_records=True)
    make.keep(Hold(student=town.ana, reason="challenge", placed_at=AT))
    answer = signs(office, company, request=family.id)
    assert isinstance(answer, Refused) and entries()[-1].act.value == "demand:refused"


def test_about_one_student_the_letter_names_her_and_the_page_does_not(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    leaves(town.spell)
    family = asks(town, office, town.mother.row.id, keeps_official_records=True)
    made = signs(office, company, request=family.id)
    said = letter(made.id, office)
    assert "Ana Torres" in said
    page = words(browser().get(f"/answer/{token_in(said)}/").content.decode())
    assert "Of one student" in page and "Torres" not in page and "Ana" not in page
    assert [it.student for it in entries() if it.act.value == "demand:signed"] == [town.ana.id]


def test_one_form_is_one_demand_and_another_needs_its_own(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import FormUsed

    once = uuid4()
    assert signs(office, company, id_=once).entry == signs(office, company, id_=once).entry
    with pytest.raises(FormUsed):
        signs(office, company, id_=once, what="Everything")


def test_nobody_but_a_designee_signs_or_reads_one(town: make.Town, office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        signs(town.registrar, company)
    made = signs(office, company)
    desk = browser(town.registrar.by)
    for where in (f"/demands/{made.id}/", f"/demands/{made.id}/letter/", f"/vendors/{company}/demand/"):
        assert desk.get(where).status_code == 404


def test_the_answer_page_keeps_no_trace_and_repeats_nothing_that_no_record_may_hold(
    office: make.Staffed, company: UUID
) -> None:
    token = token_in(letter(signs(office, company).id, office))
    page = browser().get(f"/answer/{token}/")
    assert page["Referrer-Policy"] == "same-origin" and "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    sent = {"said": "refused", "reason": "His number is 123-45-6789", "name": "P. Park", "position": "Counsel"}
    answer = browser().post(f"/answer/{token}/", form(**sent))
    assert answer.status_code == 422 and "123-45-6789" not in answer.content.decode()


def test_whoever_tries_links_is_stopped(district: str) -> None:
    from fileroom.programmes.vendors.answers import TRIES, may_try

    tried = [may_try("192.0.2.0", at=AT) for _ in range(TRIES + 2)]
    assert tried == [True] * TRIES + [False] * 2
    assert may_try("198.51.100.0", at=AT) and may_try("192.0.2.0", at=AT + timedelta(minutes=1))
    anybody = browser()
    codes = {anybody.get(f"/answer/{n:040x}/").status_code for n in range(2 * TRIES + 2)}  # whenever a minute ends
    assert codes == {404, 429}


def demanded_of(student: Any) -> UUID:
    """A demand about this student, for tests of who may know of it."""
    from fileroom.programmes.models import Demand, Operator

    row = Operator(name="Quizly", does="Quizzes", entered_at=AT, entered_by=uuid4(), entry=uuid4())
    of = Demand(
        operator=row, student=student, ground="no_longer_needed", what="Scores", signed_by=uuid4(), signed_at=AT,
        entry=uuid4(), letter=uuid4(), due_on=TODAY, token=uuid4().hex, link_until=AT,
    )  # fmt: skip
    make.keep(row, of)
    return of.id
