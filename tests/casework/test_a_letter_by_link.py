"""The letter for a company goes by a secure link to whoever asked for it, while the law gives it, and no longer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.casework.mailing import MailServer
from tests.casework.waiting import HERS, LATER, Waiting, goes_round, links, mails, stay_open, token_in
from tests.conftest import AT
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("office", "administrator", None)


def sends(request: UUID, by: make.Staffed, contact: UUID | None, *, checked: bool = True) -> Any:
    from fileroom.casework.links import Wanted
    from fileroom.programmes.vendors.deletion_links import send_by_link

    return send_by_link(request, Wanted(uuid4(), contact, "en", "mail", checked, 14), by=by.by, at=AT)


def opens(token: str, code: str) -> Any:
    """The PDF that whoever has both is given; None where it does not open."""
    from fileroom.casework.opening import enter, fetch
    from fileroom.programmes.outgoing import ABOVE

    return enter(token, code, ABOVE, client="", at=LATER) and fetch(token, ABOVE, client="", at=LATER)


def test_the_letter_opens_until_the_student_is_back(there: Waiting, office: make.Staffed, smtp: MailServer) -> None:
    mother = there.town.mother.row.id
    leaves(there.town.spell)
    request = asks(there.town, office, mother).id
    pdf = issues(request, office).pdf
    with pytest.raises(ValidationError):
        sends(request, office, mother, checked=False)
    made = sends(request, office, mother)
    assert goes_round(smtp) == 1 and smtp.taken[0][0] == [HERS]
    found = opens(token_in(smtp), made.code)
    assert (found.media_type, found.body) == ("application/pdf", pdf)

    later = sends(request, office, mother)
    make.enrolment(there.town.ana, there.town.school, since=AT.date() - timedelta(days=2))
    assert opens(token_in(smtp), made.code) is None
    assert goes_round(smtp) == 0
    assert [it.state for it in mails() if it.link_id == later.id] == ["withheld"]


def test_the_office_of_the_last_school_that_made_a_link_finds_it_and_takes_it_back(
    there: Waiting, office: make.Staffed, smtp: MailServer
) -> None:
    mother, registrar = there.town.mother.row.id, there.town.registrar
    leaves(there.town.spell)
    request = asks(there.town, office, mother).id
    issues(request, office)
    made = sends(request, registrar, mother)
    stay_open()
    elsewhere = make.staffed("elsa", "registrar", make.school("Mesa Middle"))
    assert str(made.id) not in browser(elsewhere.by).get("/outgoing/").content.decode()
    desk = browser(registrar.by)
    page = desk.get("/outgoing/").content.decode()
    assert f"/links/{made.id}/" in page and f"/deletions/{request}/" in page and mails()[0].link_id == made.id
    assert str(mails()[0].id) in page
    assert browser(elsewhere.by).post(f"/links/{made.id}/withdraw/", form()).status_code == 404
    assert desk.post(f"/links/{made.id}/withdraw/", form()).status_code == 302
    assert links()[0].withdrawn_by == registrar.by.account.id


def test_a_former_student_of_18_gets_their_own_letter(there: Waiting, office: make.Staffed) -> None:
    leaves(there.town.spell)
    make.change(there.town.ana, birth_on=AT.date() - 19 * make.YEAR)
    request = asks(there.town, office).id
    issues(request, office)
    page = browser(office.by).get(f"/deletions/{request}/link/")
    assert page.status_code == 200 and b"The letter for a company" in page.content
    made = sends(request, office, None)
    assert made.code and len(links()) == 1


def test_no_letter_of_another_kind_goes_by_a_link(there: Waiting, office: make.Staffed) -> None:
    from fileroom.casework.links import Wanted, link_letter
    from fileroom.collection.orders.receipts import issue_receipt
    from fileroom.people.answers import Missing
    from fileroom.programmes.outgoing import ABOVE
    from tests.collection.orders.filing import HEAD

    order = make.order(there.town.ana, there.father.row)
    receipt = issue_receipt(order.id, language="en", pages=1, head=HEAD, by=there.town.principal.by, at=AT)
    wanted = Wanted(uuid4(), None, "en", "hand", True, 14)
    with pytest.raises(Missing):
        link_letter(receipt.id, wanted, ABOVE, role="principal", by=there.town.principal.by, at=AT)
    assert links() == []
