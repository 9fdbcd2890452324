"""An employee whom an order binds is shown what one is who has no work with the student: the same, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pypdfium2

from tests import factories as make
from tests.attacks.browsing import TOKEN, browser, form
from tests.casework.behind import waits_for
from tests.collection.cards.carded import shows_a_card
from tests.collection.orders.filing import HEAD
from tests.collection.quarantine.holding import held_of
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.programmes.enforcement.coming import comes
from tests.programmes.incidents.reporting import HOUR, assesses, listed, lives, reports, words_written
from tests.programmes.social_media.world import behind
from tests.programmes.vendors.test_enrolment_end_letters import asked_for

if TYPE_CHECKING:
    from django.test import Client

    from fileroom.people.models import Enrolment, Student

Page = tuple[int, bytes, Mapping[str, str]]


def ids(town: make.Town, who: Student, spell: Enrolment) -> dict[str, UUID]:
    """One of each kind of id that an address of the office can carry, all of one student."""
    from fileroom.collection.models import Absence, PossibleOrder
    from fileroom.collection.orders.receipts import issue_receipt

    touched = touches(town, who) | {"school_id": spell.school_id}
    claim = make.relationship(who, make.contact("Pat", "Quill"), verified=False)
    absence = Absence(student=who, enrolment=spell, noticed_on=make.TODAY, state="waiting")
    make.keep(absence)
    record = filed(town.registrar.by, who)
    milestone = make.milestone(who, "emancipated")
    restricted = PossibleOrder(student=who, contact_id=claim.contact_id, noticed_on=make.TODAY, state="waiting")
    make.keep(restricted)
    order = make.order(who, make.contact("Luis", "Ortiz"))
    receipt = issue_receipt(order.id, language="en", pages=1, head=HEAD, by=town.principal.by, at=AT)
    return {
        "student_id": who.id, "record_id": record, "relationship_id": claim.id, "absence_id": absence.id,
        "milestone_id": milestone.id, "possible_order_id": restricted.id, "held_id": held_of(who),
        "order_id": order.id, "letter_id": receipt.id, "issued_id": receipt.id,
        "deletion_id": asked_for(who, town.registrar),
        "form_id": uuid4(),  # a form is blank and nobody's: whose it is tells of no student
        # Nor is anybody's what is declared for one, an import, a school, a company or its contract.
        "declaration_id": uuid4(), "import_id": uuid4(), "operator_id": uuid4(),
        "contract_id": uuid4(), "demand_id": uuid4(), "proof_id": uuid4(), "breach_id": uuid4(),
        "use_id": uuid4(),
        "question_id": uuid4(),  # nor a company's question, in which nothing stands but what the company wrote
        "course_id": uuid4(), "completion_id": uuid4(), "certificate_id": uuid4(),  # nor a training of an employee's
        "packet_id": uuid4(),  # nor a packet for a meeting of the Board
        "tool_id": uuid4(), "alarm_id": uuid4(),  # nor a tool, nor an alarm about an account
        "list_id": uuid4(), "batch_id": uuid4(),  # nor who is on a list
        "card_id": shows_a_card(town, who),
        "program_id": uuid4(), "gatherer_id": uuid4(), "vendor_id": uuid4(),  # nor who gathers from social media
        **behind(town, who), **waits_for(who, record),
        "copy_id": uuid4(), "taken_id": uuid4(),  # nor a look at a copy, nor a list that was taken away
        "office_id": uuid4(),  # nor an office that was given today
        "opening_id": uuid4(),  # nor what somebody opened before a training
        "caseload_id": uuid4(),  # nor a school that somebody works with
        "day_id": uuid4(), "account_id": uuid4(),  # nor a break of the school calendar, nor an employee's account
        "report_id": uuid4(), "paper_id": uuid4(), "steps_id": uuid4(),  # nor a report to the Board, nor its steps
        "version_id": uuid4(),  # nor a version of the policy
        **touched,
    }  # fmt: skip


def touches(town: make.Town, who: Student) -> dict[str, UUID]:
    """What touches the student, and is about no student alone: an incident of which the family is told by a letter that
    is printed, a count, and what an officer asked; at their school they stand on the list of the yearly notice."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents import posting, reaching, telling
    from fileroom.programmes.models import IncidentNotice, IncidentScope, NoticeToFamily

    office = make.staffed(f"kim{who.id.hex[:6]}", "administrator", None).by
    parent = make.related(f"vera{who.id.hex[:6]}", who)
    assert parent.relation is not None
    make.custody(parent.relation)
    lives(who, parent.row, "12 Invented Lane", town.registrar.by)
    of = reports(town.principal.by, systems=("vendor", "fileroom"))
    assesses(of, office, systems=("vendor", "fileroom"))
    listed(of, office, f"student id\n{who.id}\n")
    words_written(of, office)
    telling.prepare(of, head=HEAD, by=office, at=AT)
    assert posting.print_all(of, head=HEAD, by=office, at=AT) == 1
    reaching.count(of, (), (), AT - HOUR, AT + HOUR, by=office, at=AT)
    family = NoticeToFamily(
        student=who, contact=parent.row, school=town.school, school_year=2026, since_on=make.TODAY, at_enrolment=True
    )
    make.keep(family)
    with district_transaction():
        notice, scope = IncidentNotice.objects.filter(print__incident=of).get(), IncidentScope.objects.get(incident=of)
    assert notice.print_id
    return {
        "incident_id": of, "print_id": notice.print_id, "notice_id": notice.id, "scope_id": scope.id,
        "request_id": comes(town.principal.by, "immigration").id,
    }  # fmt: skip


def doors(named: dict[str, UUID]) -> dict[str, str]:
    """Every address of the office that carries an id, by its name."""
    from django.urls import reverse

    from fileroom.config.urls import urlpatterns

    routes = [it for it in urlpatterns if "<uuid:" in str(it.pattern) and not str(it.pattern).startswith("family/")]
    return {
        str(it.name): reverse(str(it.name), kwargs={key: named[key] for key in it.pattern.converters}) for it in routes
    }


# What a page may be sent: nothing, or all that any of them asks for.
FORMS: tuple[dict[str, object], ...] = (
    {},
    {
        "method": "birth_record", "seen_on": "2026-10-01", "became": "here", "purpose": "educational_interest",
        "item": "immunization", "paper": "diploma", "from_on": "2026-10-01", "over_on": "2026-10-01",
        "choice": "return", "returned": "on", "told_on": str(make.TODAY), "how": "by mail",
        "destroyed_on": str(make.TODAY),
    },
)  # fmt: skip


def pages(client: Client, address: str) -> list[Page]:
    """What comes back for each method and form, but for tokens. Whoever asks is signed in still."""
    answers: list[Any] = [client.get(address), *(client.post(address, form(**sent)) for sent in FORMS)]
    assert not any("sign-in" in it.get("Location", "") for it in answers), address
    return [
        (it.status_code, TOKEN.sub(b"", it.content), {name: it[name] for name in it.headers if name != "Set-Cookie"})
        for it in answers
    ]


def test_one_teacher_cannot_tell_the_student_an_order_keeps_from_her_from_one_she_does_not_teach(
    town: make.Town,
) -> None:
    dan, eve = make.student("Dan", "Moss"), make.student("Eve", "Moss")
    of_dan, of_eve = (ids(town, who, make.enrolment(who, town.school)) for who in (dan, eve))
    his, hers = doors(of_dan), doors(of_eve)
    make.order(dan, make.contact("Teacher", "Abara"))
    nobody = doors({name: id_ if name == "school_id" else uuid4() for name, id_ in of_dan.items()})
    assert len(his) >= 12
    one, another, third = (browser(town.teacher.by) for _ in range(3))
    for name in his:
        hidden = pages(one, his[name])
        assert hidden == pages(another, hers[name]), name
        assert hidden == pages(third, nobody[name]), name


def test_one_whose_own_student_an_order_keeps_from_them_is_shown_what_a_colleague_elsewhere_is(town: make.Town) -> None:
    named = ids(town, town.ana, town.spell)
    make.order(town.ana, make.contact("Registrar", "Abara"))
    elsewhere = make.staffed("registrar2", "registrar", make.school("Mesa Middle"))
    of_the_bound, of_the_stranger = browser(town.registrar.by), browser(elsewhere.by)
    of_the_place = {"school_id": uuid4(), "request_id": uuid4()}  # a colleague of that school sees to these
    for name, address in doors(named | of_the_place).items():
        bound, stranger = pages(of_the_bound, address), pages(of_the_stranger, address)
        assert [it[0] for it in bound] == [it[0] for it in stranger], name
        assert [it[1].replace(b"Registrar2", b"Registrar") for it in stranger] == [it[1] for it in bound], name


def told(answer: Any) -> str:
    """What an answer says: of a PDF what stands on its pages."""
    if answer.get("Content-Type") != "application/pdf":
        return str(answer.content, errors="replace")
    return " ".join(it.get_textpage().get_text_range() for it in pypdfium2.PdfDocument(answer.content))


def test_no_page_of_the_office_names_the_child_to_whoever_an_order_keeps_from_them(town: make.Town) -> None:
    """What they keep at that school, or see to for the whole district, they go on with; the child stands nowhere."""
    who = make.student("Zephyra", "Quillfeather")
    named = doors(ids(town, who, make.enrolment(who, town.school)))
    pat, other = (make.staffed(it, "administrator", None) for it in ("pat", "kim"))
    assert "Quillfeather" in told(browser(other.by).get(named["incident_people"]))
    for bound in (pat, town.registrar):
        before = len(entries())
        make.order(who, make.contact(bound.row.given, bound.row.family))
        client = browser(bound.by)
        for name, address in named.items():
            for it in (client.get(address), *(client.post(address, form(**sent)) for sent in FORMS)):
                assert "Quillfeather" not in told(it), name
        theirs = [it for it in entries()[before:] if (it.actor.account, it.student) == (bound.by.account.id, who.id)]
        # A letter that may not go is taken out of its print, whoever prints.
        assert [it.act for it in theirs if not it.act.endswith("refused") and it.part != "barred"] == []


def test_each_is_refused_in_the_ledger(town: make.Town) -> None:
    make.order(town.ben, make.contact("Teacher", "Abara"))
    for who in (town.ben, make.student("Eve", "Moss")):
        before = len(entries())
        browser(town.teacher.by).get(f"/students/{who.id}/")
        assert (entries()[before].act, entries()[before].student) == ("disclosure:refused", who.id)


def test_who_works_with_the_student_is_still_told_which_law_keeps_a_record_shut(town: make.Town) -> None:
    page = browser(town.teacher.by).get(f"/students/{town.ana.id}/looked/")
    assert page.status_code == 403 and "Ed. Code 49064" in page.content.decode()
