"""A family's account at the office's pages, an employee at the families': nothing is there, and the asking is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, without_ids, words
from tests.casework.behind import waits_for
from tests.collection.cards.carded import shows_a_card
from tests.collection.orders.filing import HEAD, files, terms
from tests.collection.quarantine.holding import held_of
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.programmes.social_media.world import behind
from tests.programmes.vendors.test_demands import demanded_of
from tests.programmes.vendors.test_enrolment_end_letters import asked_for

if TYPE_CHECKING:
    from django.http import HttpResponse

    from fileroom.ledger.services import Event
    from fileroom.people.signed_in import SignedIn


@dataclass(frozen=True)
class Doors:
    """Ana's file with something behind each kind of id; somebody new for each door, so that each asks once."""

    town: make.Town
    ids: dict[str, UUID]
    made: list[str] = field(default_factory=list)

    def father(self) -> SignedIn:
        """A father whom an order keeps from Ana's file."""
        self.made.append(f"father{len(self.made)}")
        father = make.related(self.made[-1], self.town.ana)
        make.order(self.town.ana, father.row)
        return father.by

    def teacher(self) -> SignedIn:
        """An employee with no work for Ana."""
        self.made.append(f"teacher{len(self.made)}")
        return make.staffed(self.made[-1], "teacher", self.town.school).by


@pytest.fixture
def doors(district: str) -> Doors:
    from fileroom.collection.models import Absence, PossibleOrder
    from fileroom.collection.orders.receipts import issue_receipt

    town = make.town()
    claim = make.related("claims", town.ana, verified=False)
    absence = Absence(student=town.ana, enrolment=town.spell, noticed_on=make.TODAY, state="waiting")
    make.keep(absence)
    assert claim.relation is not None
    restricted = PossibleOrder(
        student=town.ana, contact_id=claim.relation.contact_id, noticed_on=make.TODAY, state="waiting"
    )
    make.keep(restricted)
    order = files(terms(town, None, named=("Luis", "Ortiz")), town.registrar.by)
    made = issue_receipt(order.id, language="en", pages=1, head=HEAD, by=town.registrar.by, at=AT)
    ids = {
        "student_id": town.ana.id,
        "record_id": filed(town.registrar.by, town.ana),
        "relationship_id": claim.relation.id,
        "absence_id": absence.id,
        "milestone_id": make.milestone(town.ana, "graduated").id,
        "possible_order_id": restricted.id,
        "held_id": held_of(town.ana),
        "order_id": order.id,
        "letter_id": made.id,
        "issued_id": made.id,
        "deletion_id": asked_for(town.ana, town.registrar),
        **behind(town, town.ana),
        "demand_id": demanded_of(town.ana),
        "proof_id": uuid4(),
        "card_id": shows_a_card(town, town.ana),
    }
    ids |= waits_for(town.ana, ids["record_id"])
    return Doors(town, ids)


# A form of the register is nobody's, and so are what is declared for one, an import, a school, a company and its
# contract. A course is everybody's, a completion an employee's, as is what somebody opened before a training; and in
# the register of officers no student stands.
BLANK = (
    *(
        [name]
        for name in (
            "form_id", "declaration_id", "import_id", "school_id", "operator_id", "contract_id", "course_id",
            "completion_id", "certificate_id", "tool_id", "alarm_id", "question_id", "request_id", "report_id",
            "paper_id",
            "opening_id", "copy_id", "taken_id", "breach_id", "incident_id", "list_id", "batch_id", "steps_id",
            "version_id", "packet_id", "day_id", "account_id",
            # Nor of a program on social media, of who gathers under it, and of a company that does.
            "program_id", "gatherer_id", "vendor_id",
        )
    ),
    ["request_id", "notice_id"], ["contract_id", "proof_id"], ["operator_id", "use_id"],
    ["account_id", "caseload_id"],
)  # fmt: skip
BLANK += (["school_id", "office_id"],)  # nor of an office that was given today
BLANK += tuple(["incident_id", name] for name in ("scope_id", "paper_id", "notice_id", "print_id", "list_id"))


def addresses(ids: dict[str, UUID] | None = None) -> Iterator[tuple[str, bool, str]]:
    """Every address that carries an id, with its name and whether it is the office's. Without ids: with nobody's."""
    from django.urls import reverse

    from fileroom.config.urls import urlpatterns

    for route in urlpatterns:
        needs = list(route.pattern.converters)
        if "<uuid:" in str(route.pattern) and needs not in BLANK:
            named = {name: ids[name] if ids else uuid4() for name in needs}
            yield str(route.name), not str(route.pattern).startswith("family/"), reverse(str(route.name), kwargs=named)


def asks(by: SignedIn, address: str) -> tuple[HttpResponse, list[Event]]:
    """The page that comes back, by the method the address takes, and what was noted of it."""
    before, pages = len(entries()), browser(by)
    answer: Any = pages.get(address)
    if answer.status_code == 405:
        answer = pages.post(address, form())
    return answer, entries()[before:]


Told = tuple[str, str, bool, UUID | None]


def told(noted: list[Event]) -> list[Told]:
    return [(it.act.value, it.actor.role, it.sealed, it.student) for it in noted]


def test_a_restrained_father_at_every_door_of_the_office_is_noted_under_seal_and_the_list_says_somebody(
    doors: Doors,
) -> None:
    office = [(name, address) for name, is_office, address in addresses(doors.ids) if is_office]
    assert len(office) >= 12
    for name, address in office:
        answer, noted = asks(doors.father(), address)
        assert answer.status_code == 404, name
        assert told(noted) == [
            ("disclosure:refused", "parent", True, doors.town.ana.id),
            ("disclosure:refused", "somebody", False, doors.town.ana.id),
        ], name
        assert noted[0].rules[0] == "disclosure.restraining_orders.restrained_party", name


def test_an_employee_at_every_door_of_the_families_is_noted(doors: Doors) -> None:
    families = [(name, address) for name, is_office, address in addresses(doors.ids) if not is_office]
    assert len(families) >= 5
    for name, address in families:
        answer, noted = asks(doors.teacher(), address)
        assert answer.status_code == 404, name
        assert told(noted) == [("disclosure:refused", "teacher", False, doors.town.ana.id)], name


def test_what_is_noted_there_is_what_the_asker_would_have_left_at_their_own_door(doors: Doors) -> None:
    def left(by: SignedIn, address: str) -> list[Any]:
        noted = asks(by, address)[1]
        return [
            (it.act, it.actor.role, it.sealed, it.student, it.record, it.part, it.rules, it.purpose) for it in noted
        ]

    record, ana = doors.ids["record_id"], doors.town.ana.id
    for theirs, wrong in (
        (f"/family/{ana}/", f"/students/{ana}/"),
        (f"/family/records/{record}/", f"/records/{record}/"),
    ):
        assert left(doors.father(), wrong) == left(doors.father(), theirs) != []
        assert left(doors.teacher(), theirs) == left(doors.teacher(), wrong) != []


@pytest.mark.parametrize("who", ["father", "teacher"])
def test_an_id_that_is_nobodys_leaves_what_it_leaves_at_the_askers_own_door_and_the_same_page(
    doors: Doors, who: str
) -> None:
    someone: Callable[[], SignedIn] = getattr(doors, who)
    own = f"/family/{uuid4()}/" if who == "father" else f"/students/{uuid4()}/"
    expected = told(asks(someone(), own)[1])
    assert len(expected) == (2 if who == "father" else 0)
    there = {name: address for name, _, address in addresses(doors.ids)}
    for name, is_office, address in addresses():
        if is_office == (who == "father"):
            answer, noted = asks(someone(), address)
            known, _ = asks(someone(), there[name])
            assert told(noted) == expected, name
            assert answer.status_code == known.status_code == 404, name
            assert (
                words(answer.content.decode()).partition("nothing here")[2]
                == words(known.content.decode()).partition("nothing here")[2]
            ), name


def test_where_only_the_door_was_wrong_the_entry_names_no_rule(doors: Doors) -> None:
    for by, address in (
        (doors.town.mother.by, f"/students/{doors.town.ana.id}/"),
        (doors.town.registrar.by, f"/family/{doors.town.ana.id}/"),
    ):
        noted = asks(by, address)[1][0]
        assert (noted.act, noted.outcome, noted.rules) == ("disclosure:refused", "no", ())


def test_an_absence_of_an_employee_is_no_students(doors: Doors) -> None:
    from fileroom.collection.models import Absence

    absence = Absence(employee=doors.town.teacher.row, noticed_on=make.TODAY, state="waiting")
    make.keep(absence)
    answer, noted = asks(doors.father(), f"/absent/{absence.id}/")
    assert answer.status_code == 404
    assert [(it.sealed, it.student) for it in noted] == [(True, None), (False, None)]


def test_a_door_without_an_id_leads_away_and_tells_of_nobody(doors: Doors) -> None:
    for page in ("/ledger/", "/district/", "/absent/"):
        answer, noted = asks(doors.father(), page)
        assert (answer.status_code, noted) == (404, [])


@pytest.mark.parametrize("question", ["?q=ana", "?waiting", "?waiting=1&q=torres", "?q="])
def test_a_family_that_searches_at_the_office_s_page_finds_nothing_and_is_noted(doors: Doors, question: str) -> None:
    answer, noted = asks(doors.father(), f"/students/{question}")
    assert answer.status_code == 404 and "Ana" not in without_ids(answer.content.decode())
    assert told(noted) == [
        ("disclosure:refused", "contact", True, None),
        ("disclosure:refused", "somebody", False, None),
    ]


def test_a_form_of_the_register_is_no_students(doors: Doors) -> None:
    answer, noted = asks(doors.father(), f"/coming-in/forms/{uuid4()}/")
    assert answer.status_code == 404
    assert [(it.sealed, it.student) for it in noted] == [(True, None), (False, None)]
