"""May this text go to this tool? Only what the approval, the law and the engine all let go; no text is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import RecordKind
from fileroom.law.vendor_contracts import Clause
from fileroom.programmes.vendors.lights import Light, Stands
from tests import factories as make
from tests.conftest import AT

DAY = timedelta(days=1)
TODAY = AT.date()
ABOUT_ANA = "Ana Torres read two pages aloud. Ana likes maps."
OF_NOBODY = "The council met and approved the minutes."
GRADES, BUSINESS, DEIDENTIFIED = RecordKind.GRADES, RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    from fileroom.people import rosters

    rosters.forget()
    return make.staffed("office", "administrator", None)


def company(by: make.Staffed, *, lacks: tuple[Clause, ...] = ()) -> UUID:
    from fileroom.programmes.vendors.contracts import Terms, enter_contract, enter_operator

    lights = tuple(Light(it, Stands.LACKS if it in lacks else Stands.HAS, 3, "As the statute says.") for it in Clause)
    id_ = enter_operator(uuid4(), f"Company {uuid4()}", "Help with writing", "texts", by=by.by, at=AT).id
    enter_contract(uuid4(), Terms(id_, "Agreement", TODAY - 30 * DAY, None, None, True, lights), by=by.by, at=AT)
    return id_


def tool(by: make.Staffed, *receives: RecordKind, approved: bool = True, **more: Any) -> UUID:
    from fileroom.programmes.tools.register import Terms, Verb, decide, enter

    said = {"operator": None, "trains": False} | more
    of = Terms(f"Tool {uuid4()}", said["operator"], "Drafts texts", receives, said["trains"], "", "30 days")
    id_ = enter(uuid4(), of, by=by.by, at=AT).id
    if approved:
        decide(id_, Verb.APPROVE, TODAY + 90 * DAY, by=by.by, at=AT)
    return id_


def asks(by: make.Staffed, of: UUID, kind: RecordKind, text: str, read: str = "", days: int = 0) -> Any:
    from fileroom.programmes.tools.asking import Asked, ask

    return ask(uuid4(), Asked(of, kind, text, read), by=by.by, at=AT + days * DAY)


def answer(*of: Any, **more: Any) -> tuple[str, ...]:
    told = asks(*of, **more)
    return (told.judged.answer.value, *(it.value for it in told.judged.why))


def read_as(text: str) -> str:
    """The digest of the text as the engine writes it anew."""
    from fileroom.people import rosters
    from fileroom.programmes.tools.asking import digest
    from fileroom.screening.deidentifying import deidentify

    return digest(deidentify(text, rosters.roster(on=TODAY)).text)


def test_a_text_of_nobody_goes_where_the_tool_is_approved_for_it(office: make.Staffed, town: make.Town) -> None:
    of = tool(office, BUSINESS)
    assert answer(town.teacher, of, BUSINESS, OF_NOBODY) == ("may",)
    assert answer(town.teacher, of, BUSINESS, ABOUT_ANA) == ("no", "named"), "whatever it is said to be"


def test_a_draft_a_stopped_tool_and_one_whose_day_is_over_receive_nothing(
    office: make.Staffed, town: make.Town
) -> None:
    from fileroom.programmes.tools.register import Verb, decide

    draft, approved = tool(office, BUSINESS, approved=False), tool(office, BUSINESS)
    assert answer(town.teacher, draft, BUSINESS, OF_NOBODY) == ("no", "not_approved")
    assert answer(town.teacher, approved, BUSINESS, OF_NOBODY, days=90) == ("may",)
    assert answer(town.teacher, approved, BUSINESS, OF_NOBODY, days=91) == ("no", "not_approved")
    decide(approved, Verb.STOP, None, by=office.by, at=AT)
    assert answer(town.teacher, approved, BUSINESS, OF_NOBODY) == ("no", "not_approved")


def test_a_students_text_goes_as_it_stands_under_a_contract_with_the_nine_clauses_alone(
    office: make.Staffed, town: make.Town
) -> None:
    whole, lacking = company(office), company(office, lacks=(Clause.NO_OTHER_USE,))
    assert answer(town.teacher, tool(office, GRADES, operator=whole), GRADES, ABOUT_ANA) == ("may",)
    for operator in (lacking, None):
        told = asks(town.teacher, tool(office, GRADES, operator=operator), GRADES, ABOUT_ANA)
        assert told.judged.answer.value == "no"
        assert told.judged.decision is not None and not told.judged.decision.granted, "the law's own word"


def test_what_the_tool_is_not_approved_for_does_not_go_though_there_is_a_contract(
    office: make.Staffed, town: make.Town
) -> None:
    of = tool(office, GRADES, operator=company(office))
    assert answer(town.teacher, of, RecordKind.HEALTH, ABOUT_ANA) == ("no", "not_for_this")


def test_a_text_goes_without_the_people_in_it_once_a_person_has_read_what_is_left(
    office: make.Staffed, town: make.Town
) -> None:
    of = tool(office, DEIDENTIFIED, trains=True)
    told = asks(town.teacher, of, GRADES, ABOUT_ANA)
    assert told.judged.answer.value == "deidentify_first"
    assert told.clean.text == "Person A read two pages aloud. Person A likes maps."
    again = asks(town.teacher, of, GRADES, ABOUT_ANA, told.digest)
    assert again.judged.answer.value == "deidentified"
    assert again.judged.decision.granted
    other = asks(town.teacher, of, GRADES, f"{ABOUT_ANA} Ben Ruiz too.", told.digest)
    assert other.judged.answer.value == "deidentify_first", "what was read is another text"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ana Torres, the only student in a wheelchair, read.", "rare"),
        ("Ana Torres is undocumented.", "status"),
        ("Ana Torres is in grade 4.", "few"),
    ],
)
def test_a_text_in_which_somebody_could_still_be_found_does_not_go(
    office: make.Staffed, town: make.Town, text: str, why: str
) -> None:
    told = asks(town.teacher, tool(office, DEIDENTIFIED), GRADES, text)
    assert told.judged.answer.value == "no"
    assert why in told.judged.why
    again = asks(town.teacher, tool(office, DEIDENTIFIED), GRADES, text, read_as(text))
    assert again.judged.answer.value == "no", "no reading makes it good"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Our only eighth grade girl was expelled for a gun after her suicide attempt.", "rare"),
        ("The one in grade 4 who reads.", "few"),
    ],
)
def test_that_a_text_tells_of_nobody_is_not_believed_where_somebody_could_be_found_in_it(
    office: make.Staffed, town: make.Town, text: str, why: str
) -> None:
    for of in (tool(office, BUSINESS, trains=True), tool(office, BUSINESS, DEIDENTIFIED)):
        told = asks(town.teacher, of, BUSINESS, text)
        assert told.judged.answer.value == "no"
        assert why in told.judged.why
        assert asks(town.teacher, of, BUSINESS, text, read_as(text)).judged.answer.value == "no", "no reading does it"


def test_a_text_of_nobody_with_words_that_look_like_names_goes_once_somebody_has_read_it(
    office: make.Staffed, town: make.Town
) -> None:
    of, text = tool(office, BUSINESS, DEIDENTIFIED), "On October 3 the council met Zephyrine."
    told = asks(town.teacher, of, BUSINESS, text)
    assert (told.judged.answer.value, told.judged.why, told.clean.perhaps) == (
        "read_first", ("read_it",), ("Zephyrine",)
    )  # fmt: skip
    assert answer(town.teacher, of, BUSINESS, f"{text} And Xiomara.", told.digest)[0] == "read_first", "another text"
    assert answer(town.teacher, of, BUSINESS, text, told.digest) == ("may",)


def test_what_no_file_may_hold_goes_nowhere_as_it_stands(office: make.Staffed, town: make.Town) -> None:
    of = tool(office, GRADES, DEIDENTIFIED, operator=company(office))
    told = asks(town.teacher, of, GRADES, "Ana's SSN is 219-09-9999.")
    assert told.judged.answer.value == "deidentify_first"
    assert "kept_out" in told.judged.why
    assert "219" not in told.clean.text


def test_what_was_asked_is_noted_in_codes_and_nothing_of_the_text(office: make.Staffed, town: make.Town) -> None:
    from django.db import connection

    from fileroom.hosting import district_transaction
    from tests.disclosure.asking import entries

    of = tool(office, BUSINESS)
    asks(town.teacher, of, BUSINESS, f"{ABOUT_ANA} zyzzyva")
    noted = [it for it in entries() if it.act.value == "tool:asked"]
    assert [(it.record, it.part, it.student) for it in noted] == [(of, "business_record/no", None)]
    with district_transaction(), connection.cursor() as cursor:
        for table in ("ledger_event", "programmes_toolanswer", "programmes_aitool"):
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%zyzzyva%'")
            assert cursor.fetchone() == (0,)


def test_who_is_of_the_district_is_told_only_with_a_text_that_may_go_and_each_name_is_counted(
    office: make.Staffed, town: make.Town
) -> None:
    """A list of names that somebody pastes to see which of them vanish."""
    from tests.disclosure.asking import entries

    make.contact("Rosa", "Vale")
    text = "Ana Torres, Zoltan Quist, Ben Ruiz, Rosa Vale, Ana Torres."
    cleans, business = tool(office, DEIDENTIFIED), tool(office, BUSINESS)
    draft = tool(office, DEIDENTIFIED, approved=False)
    asked = (draft, GRADES, text), (business, GRADES, text), (cleans, GRADES, f"{text} She is undocumented.")
    told = [asks(town.teacher, *it) for it in (*asked, (business, BUSINESS, text), (cleans, GRADES, text))]
    assert [(it.judged.answer.value, it.digest) for it in told[:-1]] == [("no", "")] * 4
    assert [it.clean and it.clean.text for it in told] == [
        None, None, None, None, "Person A, Zoltan Quist, Person B, Person C, Person A.",
    ]  # fmt: skip
    assert [it.outcome for it in entries() if it.act.value == "tool:asked"] == ["0", "0", "0", "1", "3"]


def test_a_form_sent_twice_is_noted_once(office: make.Staffed, town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import ToolAnswer
    from fileroom.programmes.tools.asking import Asked, ask

    of, once = tool(office, BUSINESS), uuid4()
    for _ in range(2):
        ask(once, Asked(of, BUSINESS, OF_NOBODY), by=town.teacher.by, at=AT)
    with district_transaction():
        assert ToolAnswer.objects.count() == 1


def test_the_same_form_with_another_text_or_another_answer_is_another_question(
    office: make.Staffed, town: make.Town
) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.tools.asking import Asked, ask
    from fileroom.programmes.tools.register import Verb, decide

    of, once = tool(office, BUSINESS), uuid4()
    ask(once, Asked(of, BUSINESS, ABOUT_ANA), by=town.teacher.by, at=AT)
    others = [
        (town.teacher, Asked(of, BUSINESS, OF_NOBODY)),
        (town.teacher, Asked(of, BUSINESS, f"{ABOUT_ANA} Ben Ruiz too.")),
        (town.teacher, Asked(of, GRADES, ABOUT_ANA)),
        (town.teacher, Asked(tool(office, BUSINESS), BUSINESS, ABOUT_ANA)),
        (town.principal, Asked(of, BUSINESS, ABOUT_ANA)),
    ]
    for by, asked in others:
        with pytest.raises(FormUsed):
            ask(once, asked, by=by.by, at=AT)
    again = uuid4()
    ask(again, Asked(of, BUSINESS, OF_NOBODY), by=town.teacher.by, at=AT)
    decide(of, Verb.STOP, None, by=office.by, at=AT)
    with pytest.raises(FormUsed):
        ask(again, Asked(of, BUSINESS, OF_NOBODY), by=town.teacher.by, at=AT)


def test_what_trains_a_tool_tells_of_nobody(office: make.Staffed) -> None:
    with pytest.raises(ValidationError) as told:
        tool(office, GRADES, trains=True)
    assert list(told.value.message_dict) == ["receives"]


def test_the_register_is_the_designees_to_write_and_every_employees_to_read(
    office: make.Staffed, town: make.Town
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.tools.register import Verb, decide, listed

    of = tool(office, BUSINESS)
    for it in (town.teacher, town.registrar, town.principal):
        with pytest.raises(Missing):
            decide(of, Verb.STOP, None, by=it.by, at=AT)
        assert [row.open for row in listed(by=it.by, at=AT)] == [True]
    with pytest.raises(Missing):
        listed(by=town.mother.by, at=AT)


def test_an_approval_ends_within_a_year(office: make.Staffed) -> None:
    from fileroom.programmes.tools.register import Verb, decide

    of = tool(office, BUSINESS, approved=False)
    for day in (None, TODAY, TODAY + 366 * DAY):
        with pytest.raises(ValidationError):
            decide(of, Verb.APPROVE, day, by=office.by, at=AT)
    with pytest.raises(ValidationError):
        decide(tool_stopped(of, office), Verb.STOP, None, by=office.by, at=AT)


def tool_stopped(of: UUID, by: make.Staffed) -> UUID:
    from fileroom.programmes.tools.register import Verb, decide

    decide(of, Verb.STOP, None, by=by.by, at=AT)
    return of
