"""What goes to offices outside, prepared here and sent by a person; and what Fileroom itself has shown, counted."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Harm, Holder
from tests import factories as make
from tests.conftest import AT
from tests.programmes.incidents.reporting import HEAD, assesses, known, notices, owed, reports
from tests.programmes.incidents.test_told import of_a_breach, prepared, text_of


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def test_the_report_to_the_center_counts_and_names_nobody_and_its_sending_does_both_duties(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.sending import Sending, What, center_report, sent
    from fileroom.records.issuing import Issued

    of = reports(town.teacher.by, happened="Ana Torres saw it first.")
    assesses(of, office.by, known(harms=(Harm.USERS_SHUT_OUT,), students=600, staff=40))
    made = center_report(of, head=HEAD, by=office.by, at=AT)
    assert isinstance(made, Issued)
    said = text_of(made.pdf)
    assert "600" in said and "640" in said and "users shut out" in said and "Torres" not in said
    assert {"cyberattacks.every_one", "cyberattacks.of_many_people"} <= set(owed(of))
    said_sent = Sending(What.CENTER, make.TODAY, "e-mail", "CSIC-2026-114")
    id_ = uuid4()
    assert sent(id_, of, said_sent, by=office.by, at=AT) == sent(id_, of, said_sent, by=office.by, at=AT)
    assert not {"cyberattacks.every_one", "cyberattacks.of_many_people"} & set(owed(of))
    with pytest.raises(ValidationError, match="already"):
        sent(uuid4(), of, said_sent, by=office.by, at=AT)
    assesses(of, office.by, known(harms=(Harm.USERS_SHUT_OUT,), students=601, staff=40))
    assert "cyberattacks.every_one" not in owed(of), "what was reported is not owed again"


def test_a_report_that_went_before_anybody_had_counted_is_followed_by_the_one_that_more_people_ask_for(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents import desk
    from fileroom.programmes.incidents.sending import Sending, What, sent

    of = reports(town.teacher.by)
    assesses(of, office.by, known(harms=(Harm.USERS_SHUT_OUT,), students=None, staff=None))
    sent(uuid4(), of, Sending(What.CENTER, make.TODAY, "e-mail", "CSIC-1"), by=office.by, at=AT)
    assesses(of, office.by, known(harms=(Harm.USERS_SHUT_OUT,), students=600, staff=40))
    assert "cyberattacks.of_many_people" in owed(of)
    id_, further = uuid4(), Sending(What.CENTER, make.TODAY, "e-mail", "CSIC-2")
    assert sent(id_, of, further, by=office.by, at=AT) == sent(id_, of, further, by=office.by, at=AT)
    assert "cyberattacks.of_many_people" not in owed(of)
    assert {it.reference for it in desk.page(of, by=office.by, at=AT).sent} == {"CSIC-1", "CSIC-2"}


def test_whom_a_second_list_names_a_second_substitute_notice_tells(town: make.Town, office: make.Staffed) -> None:
    from datetime import timedelta

    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute
    from tests.programmes.incidents.reporting import listed

    of, later = of_a_breach(town, office), AT + timedelta(days=31)
    prepared(of, office)
    said = Sending(What.SUBSTITUTE, make.TODAY, "web page", "")
    for found in (None, town.ben):
        if found is not None:
            listed(of, office.by, f"student id\n{found.id}\n")
            prepared(of, office)
            assert ("by_hand", "nobody") in notices(of)
        substitute(of, cost=None, lacking=True, head=HEAD, by=office.by, at=AT)
        sent(uuid4(), of, said, by=office.by, at=later)
        assert "breach_notice_ways.substitute_notice_in_full" not in owed(of)
    assert {state for state, _ in notices(of)} == {"told"}


def test_the_sample_copy_holds_no_person_and_does_the_attorney_generals_duty(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.sending import Sending, What, sample_copy, sent

    of = of_a_breach(town, office, residents=501)
    copies = sample_copy(of, head=HEAD, by=office.by, at=AT)
    assert isinstance(copies, tuple)
    said = text_of(copies[0].pdf)
    assert "This is a sample" in said and "Torres" not in said
    assert "breach_copies.by_the_district" in owed(of)
    sent(uuid4(), of, Sending(What.ATTORNEY_GENERAL, make.TODAY, "web form", ""), by=office.by, at=AT)
    assert "breach_copies.by_the_district" not in owed(of)


def test_a_closed_incident_is_still_read_and_its_papers_open_and_nothing_of_it_changes(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import paper, people
    from fileroom.programmes.incidents.sending import center_report
    from fileroom.records.issuing import Issued
    from tests.programmes.incidents.reporting import row

    of = of_a_breach(town, office)
    made = center_report(of, head=HEAD, by=office.by, at=AT)
    assert isinstance(made, Issued)
    make.change(row(of), closed_at=AT, closed_by=uuid4(), closed_entry=uuid4())
    assert paper(of, made.id, by=office.by, at=AT) == made.pdf
    assert people(of, by=office.by, at=AT).names == ("Ana Torres",)
    with pytest.raises(ValidationError, match="closed"):
        center_report(of, head=HEAD, by=office.by, at=AT)


def test_a_substitute_notice_needs_a_ground_and_then_all_of_it_is_owed_for_thirty_days(
    town: make.Town, office: make.Staffed
) -> None:
    from datetime import timedelta

    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute

    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "address")]
    assert isinstance(substitute(of, cost=200, lacking=False, head=HEAD, by=office.by, at=AT), Refused)
    assert not isinstance(substitute(of, cost=200, lacking=True, head=HEAD, by=office.by, at=AT), Refused)
    assert "breach_notice_ways.substitute_notice_in_full" in owed(of)
    said = Sending(What.SUBSTITUTE, make.TODAY, "web page", "")
    with pytest.raises(ValidationError, match="stays on the web site until November 18"):
        sent(uuid4(), of, said, by=office.by, at=AT + timedelta(days=20))
    sent(uuid4(), of, said, by=office.by, at=AT + timedelta(days=31))
    assert notices(of) == [("told", "address")] and "breaches.by_the_district" not in owed(of)


def test_what_fileroom_has_shown_is_counted_kept_and_its_students_listed(town: make.Town, office: make.Staffed) -> None:
    from datetime import timedelta

    from fileroom.programmes.incidents import desk
    from fileroom.programmes.incidents.reaching import count, list_counted
    from tests.disclosure.asking import filed, looks

    looks(town.mother.by, filed(town.registrar.by, town.ana))
    of = reports(town.teacher.by, systems=("fileroom",))
    day = timedelta(days=1)
    found = count(of, ("mother",), (), AT - day, AT + day, by=office.by, at=AT)
    assert (found.students, found.records) == (1, 1)
    (kept,) = desk.page(of, by=office.by, at=AT).scopes
    assert (kept.students, kept.records, kept.classes) == (1, 1, [["permitted", "counsellor_or_teacher_rating", 1]])
    assert list_counted(of, kept.id, by=office.by, at=AT).new == 1
    assert list_counted(of, kept.id, by=office.by, at=AT).new == 0
    assert desk.page(of, by=office.by, at=AT).reached.students == 1


def test_a_company_that_tells_the_people_itself_leaves_the_district_the_contract_and_its_own_eyes(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.endings import spare_all

    of = of_a_breach(town, office, holder=Holder.VENDOR_FOR_ITSELF)
    assert spare_all(of, by=office.by, at=AT) == 1
    assert "breaches.by_a_business" in owed(of)


def test_a_substitute_notice_that_the_law_did_not_grant_tells_nobody(town: make.Town, office: make.Staffed) -> None:
    from datetime import timedelta

    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute

    of, later = of_a_breach(town, office), AT + timedelta(days=31)
    prepared(of, office)
    said = Sending(What.SUBSTITUTE, make.TODAY, "web page", "")
    with pytest.raises(ValidationError, match="Ask first whether the law"):
        sent(uuid4(), of, said, by=office.by, at=later)
    substitute(of, cost=200, lacking=False, head=HEAD, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="Ask first whether the law"):
        sent(uuid4(), of, said, by=office.by, at=later)
    assert notices(of) == [("by_hand", "address")] and "breaches.by_the_district" in owed(of)


def test_a_substitute_notice_while_nobody_is_listed_does_not_end_the_duty_to_tell_them(
    town: make.Town, office: make.Staffed
) -> None:
    from datetime import timedelta

    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute
    from tests.programmes.incidents.reporting import words_written

    of = reports(town.teacher.by, systems=("vendor",))
    assesses(of, office.by, known(), systems=("vendor",))
    words_written(of, office.by)
    substitute(of, cost=None, lacking=True, head=HEAD, by=office.by, at=AT)
    sent(uuid4(), of, Sending(What.SUBSTITUTE, make.TODAY, "page", ""), by=office.by, at=AT + timedelta(days=31))
    assert "breaches.by_the_district" in owed(of)


def test_where_letters_would_cost_too_much_the_substitute_tells_everybody_and_its_sending_is_the_evidence(
    town: make.Town, office: make.Staffed
) -> None:
    from datetime import timedelta

    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute
    from tests.programmes.incidents.reporting import listed, lives

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of, later = of_a_breach(town, office), AT + timedelta(days=31)
    prepared(of, office)
    listed(of, office.by, f"student id\n{town.ben.id}\n")
    substitute(of, cost=None, lacking=True, head=HEAD, by=office.by, at=AT)
    substitute(of, cost=250_001, lacking=False, head=HEAD, by=office.by, at=AT)
    assert notices(of) == [("written", "")], "a letter that nobody has posted, and somebody not worked out yet"
    entry = sent(uuid4(), of, Sending(What.SUBSTITUTE, make.TODAY, "web page", ""), by=office.by, at=later)
    assert notices(of) == [("told", ""), ("told", "substitute")]
    assert {"breaches.by_the_district", "breach_notice_ways.substitute_notice_in_full"}.isdisjoint(owed(of))
    with district_transaction():
        assert Duty.objects.get(of=of, rule="programmes.breaches.by_the_district").evidence == entry


def test_a_form_that_has_noted_one_paper_notes_none_of_another_incident(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.incidents.sending import Sending, What, sent

    one, other, id_ = reports(town.teacher.by), reports(town.teacher.by), uuid4()
    said = Sending(What.CENTER, make.TODAY, "e-mail", "X")
    sent(id_, one, said, by=office.by, at=AT)
    with pytest.raises(FormUsed):
        sent(id_, other, said, by=office.by, at=AT)
    assert "cyberattacks.every_one" in owed(other) and "cyberattacks.every_one" not in owed(one)
