"""A family is told of a request: a letter is prepared, the law is asked again as it is sent, and no file shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.enforcement.coming import (
    HEAD,
    RIGHTS,
    closes,
    comes,
    discharged,
    owed,
    read,
    says_done,
    sends,
    shows,
)

if TYPE_CHECKING:
    from fileroom.people.answers import Refused
    from fileroom.programmes.enforcement.notices import Prepared


@dataclass(frozen=True)
class Case:
    """An agent has asked about Ana; the Superintendent's office looks after it."""

    town: make.Town
    office: make.Staffed
    request: UUID

    def prepares(self, contact: UUID | None = None, *, way: str = "handed", **more: Any) -> Prepared | Refused:
        from fileroom.programmes.enforcement.family_letter import Desk
        from fileroom.programmes.enforcement.notices import prepare
        from fileroom.programmes.enforcement.recipients import To

        said: dict[str, Any] = {"language": "en", "by": self.office.by, "at": AT} | more
        student = said.pop("student", self.town.ana.id)
        to = To(student, None if said.pop("oneself", False) else contact or self.town.mother.row.id)
        id_ = said.pop("id_", None) or uuid4()
        return prepare(id_, self.request, to, Desk(HEAD, RIGHTS), way=way, **said)

    def sends(self, notice: UUID, *, others: bool = False, at: datetime = AT + timedelta(minutes=5)) -> UUID | Refused:
        return sends(notice, self.office.by, others=others, at=at)


@pytest.fixture
def case(town: make.Town) -> Case:
    office = make.staffed("pat", "administrator", None)
    return Case(town, office, comes(town.registrar.by, "immigration").id)


def prepared(answer: Prepared | Refused) -> UUID:
    from fileroom.programmes.enforcement.notices import Prepared

    assert isinstance(answer, Prepared), answer
    return answer.id


def test_the_duty_is_done_when_the_letter_is_sent_and_not_when_it_is_prepared(case: Case) -> None:
    notice = prepared(case.prepares())
    assert "notify_parent_after" in owed(case.request)
    assert isinstance(case.sends(notice), UUID)
    assert "notify_parent_after" not in owed(case.request)


def test_a_form_sent_twice_is_one_letter(case: Case) -> None:
    from fileroom.programmes.models import FamilyNotice

    id_ = uuid4()
    assert prepared(case.prepares(id_=id_)) == prepared(case.prepares(id_=id_)) == id_
    assert rows(FamilyNotice) == 1


def rows(model: Any) -> int:
    from fileroom.hosting import district_transaction

    with district_transaction():
        count: int = model.objects.count()
    return count


def test_a_barred_party_is_not_written_to_and_the_no_stands_under_seal(case: Case) -> None:
    from fileroom.people.answers import Refused

    father = make.related("father", case.town.ana)
    make.order(case.town.ana, father.row)
    answer = case.prepares(father.row.id)
    assert isinstance(answer, Refused) and answer.decision.silent
    last = entries()[-1]
    assert (last.act.value, last.student, last.sealed) == ("enforcement:notice_refused", None, True)


def test_an_order_that_comes_between_the_letter_and_its_sending_is_obeyed(case: Case) -> None:
    from fileroom.people.answers import Refused

    father = make.related("father", case.town.ana)
    notice = prepared(case.prepares(father.row.id))
    make.order(case.town.ana, father.row)
    assert isinstance(case.sends(notice), Refused)
    assert "notify_parent_after" in owed(case.request)
    with pytest.raises(missing()):
        read(notice, case.office.by)


def missing() -> type[Exception]:
    from fileroom.people.answers import Missing

    return Missing


def test_a_court_that_forbids_it_between_the_two_is_obeyed(case: Case) -> None:
    notice = prepared(case.prepares())
    shows(case.request, case.town.registrar.by, "court_order", court="federal", judge="yes", silence="yes")
    with pytest.raises(ValidationError, match="forbids"):
        case.sends(notice)
    with pytest.raises(ValidationError, match="forbids"):
        case.prepares()


def test_where_an_order_is_on_the_childs_file_nothing_is_mailed_to_anybody(case: Case) -> None:
    father = make.related("father", case.town.ana)
    make.order(case.town.ana, father.row)
    with pytest.raises(ValidationError, match="in person"):
        case.prepares(way="mailed")
    assert isinstance(case.sends(prepared(case.prepares(way="handed"))), UUID)


def test_a_family_whose_card_nobody_has_entered_or_whose_card_has_run_out_is_written_to_by_hand(case: Case) -> None:
    from fileroom.collection.cards.services import Entered, Said, enter
    from fileroom.people import circumstances

    circumstances.note(case.town.ana.id, "safe_at_home", by=case.town.principal.by, at=AT)
    with pytest.raises(ValidationError, match="in person"):
        case.prepares(way="mailed")
    box = {"street": "P.O. Box 1679, No. 4471", "city": "Sacramento", "postal_code": "95812"}
    until = make.TODAY + timedelta(days=30)
    card = Said(case.town.mother.row.id, (case.town.ana.id,), (), "4471", box, {}, make.TODAY, until, seen=True)
    assert isinstance(enter(uuid4(), card, by=case.town.principal.by, at=AT), Entered)
    first, second = (prepared(case.prepares(way="mailed")) for _ in range(2))
    assert isinstance(case.sends(first), UUID)
    with pytest.raises(ValidationError, match="in person"):
        case.sends(second, at=AT + timedelta(days=31))


def test_so_is_a_parent_of_another_child_whose_card_nobody_has_entered(case: Case) -> None:
    from fileroom.people import circumstances

    brother = make.student("Bruno", "Torres")
    make.enrolment(brother, case.town.school)
    make.relationship(brother, case.town.mother.row)
    circumstances.note(brother.id, "safe_at_home", by=case.town.principal.by, at=AT)
    with pytest.raises(ValidationError, match="in person"):
        case.prepares(way="mailed")


def test_a_school_that_has_not_signed_for_its_paper_orders_writes_to_no_parent(case: Case) -> None:
    from fileroom.people.answers import Refused

    make.change(case.town.school, orders_entered_on=None)
    assert isinstance(case.prepares(), Refused)


def test_an_adult_student_is_told_and_no_parent_is(case: Case) -> None:
    make.change(case.town.ana, birth_on=make.TODAY - 19 * make.YEAR)
    with pytest.raises(missing()):
        case.prepares()
    notice = prepared(case.prepares(oneself=True))
    assert isinstance(case.sends(notice), UUID)
    said = read(notice, case.office.by)
    assert "asked about you" in said and "Ana Torres" in said and "child" not in said and "parent" not in said


def test_of_two_families_both_are_told_before_the_duty_is_done(case: Case) -> None:
    first = prepared(case.prepares())
    father = make.related("father", case.town.ana)
    second = prepared(case.prepares(father.row.id, language="es"))
    case.sends(first)
    assert "notify_parent_after" in owed(case.request)
    case.sends(second)
    assert "notify_parent_after" not in owed(case.request)


def test_after_the_first_letter_a_parent_in_another_home_can_still_be_told(case: Case) -> None:
    other = make.related("other", case.town.ana)
    case.sends(prepared(case.prepares()))
    assert isinstance(case.sends(prepared(case.prepares(other.row.id))), UUID)


def test_while_others_are_to_be_told_it_is_owed_on(case: Case) -> None:
    case.sends(prepared(case.prepares()), others=True)
    assert "notify_parent_after" in owed(case.request)
    case.sends(prepared(case.prepares()))
    assert "notify_parent_after" not in owed(case.request)


def test_a_court_that_forbids_it_after_the_first_letter_forbids_the_second(case: Case) -> None:
    case.sends(prepared(case.prepares()))
    shows(case.request, case.town.registrar.by, "court_order", court="federal", judge="yes", silence="yes")
    with pytest.raises(ValidationError, match="forbids"):
        case.prepares()


def test_nobody_is_written_to_about_a_request_that_is_closed(case: Case) -> None:
    discharged(case.request, case.office.by)
    closes(case.request, case.office.by)
    with pytest.raises(ValidationError, match="closed"):
        case.prepares()


def test_where_there_was_nobody_to_tell_nobody_is_told(case: Case) -> None:
    says_done(case.request, "disclosure.immigration_enforcement.notify_parent_after", case.office.by, otherwise=True)
    with pytest.raises(ValidationError, match="nobody to tell"):
        case.prepares()


def test_a_letter_taken_back_is_not_sent_and_the_family_is_still_to_be_told(case: Case) -> None:
    from fileroom.programmes.enforcement.notices import drop

    notice = prepared(case.prepares())
    drop(notice, by=case.office.by, at=AT)
    with pytest.raises(ValidationError, match="already"):
        case.sends(notice)
    assert "notify_parent_after" in owed(case.request)


@pytest.mark.parametrize("who", ["registrar", "principal", "teacher", "counsel"])
def test_nobody_but_the_superintendents_designee_writes_sends_or_opens_it(case: Case, who: str) -> None:
    from fileroom.programmes.enforcement import notices, recipients

    notice = prepared(case.prepares())
    other = make.staffed("lee", "counsel", None) if who == "counsel" else getattr(case.town, who)
    acts = (
        lambda: case.prepares(by=other.by),
        lambda: sends(notice, other.by),
        lambda: notices.drop(notice, by=other.by, at=AT),
        lambda: read(notice, other.by),
        lambda: recipients.family(case.request, case.town.ana.id, by=other.by, at=AT),
    )
    for act in acts:
        with pytest.raises(missing()):
            act()


def test_the_letter_is_read_before_it_goes_and_names_the_child_to_its_parent(case: Case) -> None:
    notice, unsent = prepared(case.prepares()), "this has not been sent"
    before = read(notice, case.office.by)
    assert "Ana Torres" in before and unsent in before and "Code" not in before
    case.sends(notice)
    said = read(notice, case.office.by)
    assert (
        unsent not in said
        and "Code" in said
        and "Ana Torres" in said
        and "Mother Torres" in said
        and "enforcement" in said
    )
    assert "undocumented" not in said and "citizen" not in said


def test_no_entry_of_a_notice_is_of_a_student_and_no_column_names_one(case: Case) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import FamilyNotice
    from fileroom.records.models import Letter, SealedNote

    before = len(entries())
    case.sends(prepared(case.prepares()))
    added = entries()[before:]
    assert len(added) >= 4
    assert {(it.student, it.sealed) for it in added} == {(None, True)}
    ids = {str(case.town.ana.id), str(case.town.mother.row.id)}
    with district_transaction():
        kept = [list(it.objects.values_list()) for it in (FamilyNotice, SealedNote, Letter)]
    assert all(rows for rows in kept), "there is something to look at"
    assert not [it for rows in kept for row in rows for it in row if str(it) in ids]


def test_a_designee_whom_an_order_may_keep_from_the_child_reads_and_writes_nothing_of_that_family(case: Case) -> None:
    from tests.attacks.browsing import browser

    notice = prepared(case.prepares())
    page = f"/enforcement/{case.request}/family/?student={case.town.ana.id}"
    assert "Mother Torres" in browser(case.office.by).get(page).content.decode()
    assert browser(case.office.by).get(page.replace(str(case.request), str(uuid4()))).status_code == 404
    make.order(case.town.ana, make.contact("Pat", "Abara"))
    assert browser(case.office.by).get(page).status_code == 404
    for act in (lambda: case.prepares(), lambda: case.sends(notice)):
        with pytest.raises(missing()):
            act()
