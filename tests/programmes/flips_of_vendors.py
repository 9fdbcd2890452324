"""Flips of what is counted of companies, each by the acts of the program and by days that pass, and by no row."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.collection.orders.filing import HEAD
from tests.letters.test_letters import text_of
from tests.programmes.flip import LONG_AGO, Flip

GONE = timedelta(days=70)


def deletion(town: make.Town) -> Flip:
    """A family has waited for its letter over a night; then a designee issues it."""
    from fileroom.programmes.vendors.deletions import Request, Taken, ask, issue
    from fileroom.programmes.vendors.facts import Asking
    from tests.conftest import AT

    office, once = make.staffed("flips", "administrator", None), uuid4()

    def left() -> None:
        make.change(town.spell, left_on=LONG_AGO.date() - GONE, left_by="office")

    def asks() -> None:
        said = Request(town.ana.id, Asking(town.mother.row.id, True, True, False), "Quizly", LONG_AGO.date(), "en")
        assert isinstance(ask(once, said, by=office.by, at=LONG_AGO), Taken)

    def issues() -> None:
        issue(once, head=HEAD, by=office.by, at=AT)

    return Flip("One or more families wait for theirs", left, asks, issues)


def company_asked(town: make.Town) -> Flip:
    """A company waits past the day; then a designee answers."""
    from fileroom.programmes.vendors.company_answers import answer
    from fileroom.programmes.vendors.company_questions import Asked, enter
    from tests.conftest import AT

    office, once = make.staffed("asked", "administrator", None), uuid4()
    said = Asked("Quizly", "privacy@quizly.example", "mail", LONG_AGO.date(), "Zelda", "Quillfeather")

    def asks() -> None:
        enter(once, said, by=office.by, at=LONG_AGO)

    def answers() -> None:
        answer(once, None, head=HEAD, by=office.by, at=AT)

    return Flip("One or more companies wait past the day", lambda: None, asks, answers)


def contract(town: make.Town) -> Flip:
    """A contract turns out to have been read wrongly, and lacks a clause; the amended one has it."""
    from fileroom.programmes.vendors.contracts import Terms, enter_contract, enter_operator
    from fileroom.programmes.vendors.lights import Light, Stands
    from tests.conftest import AT
    from tests.programmes.vendors.test_contracts import declares

    office = make.staffed("flips", "administrator", None)
    company, first, second = uuid4(), uuid4(), uuid4()
    whole = tuple(Light(it, Stands.HAS, 3, "As the statute has it.") for it in Clause)
    lacking = (Light(whole[0].clause, Stands.LACKS, None, ""), *whole[1:])

    def reads(id_: UUID, lights: tuple[Light, ...], replaces: UUID | None = None, why: str = "") -> None:
        terms = Terms(company, "Agreement", make.TODAY, None, None, True, lights, replaces=replaces, why=why)
        enter_contract(id_, terms, by=office.by, at=AT)

    def right() -> None:
        enter_operator(company, "Reading Star, Inc.", "Reading", "names", by=office.by, at=AT)
        declares(office, company)
        reads(first, whole)

    return Flip(
        "1 holds data without one, or against what theirs allows",
        right,
        lambda: reads(second, lacking, first, "misread"),
        lambda: reads(uuid4(), whole, second, "amended"),
    )


def demand(town: make.Town) -> Flip:
    """A company refuses to delete; then it has shown that it did."""
    from fileroom.programmes.vendors.closing import close
    from fileroom.programmes.vendors.contracts import enter_operator
    from fileroom.programmes.vendors.demand_desk import open_letter
    from tests.conftest import AT
    from tests.programmes.vendors.test_demands import answers, signs, token_in

    office, company, id_ = make.staffed("flips", "administrator", None), uuid4(), uuid4()

    def right() -> None:
        enter_operator(company, "Quizly, Inc.", "Quizzes", "scores", by=office.by, at=LONG_AGO)
        signs(office, company, id_=id_, at=LONG_AGO)

    def refuses() -> None:
        letter = text_of(open_letter(id_, by=office.by, at=LONG_AGO))
        answers(token_in(letter), "refused", at=LONG_AGO, on=None, reason="We keep it.")

    def shows() -> None:
        close(id_, "shown", "Their certificate.", by=office.by, at=AT)

    return Flip("One or more companies have refused, or let their day pass", right, refuses, shows)
