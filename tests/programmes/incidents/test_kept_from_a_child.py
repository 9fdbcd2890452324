"""One of those designated whom an order keeps from a child is shown nothing of that child; another sees to the rest."""

from __future__ import annotations

from importlib import import_module
from uuid import UUID

import psycopg
import pytest
from django.core.exceptions import ValidationError

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.incidents.reporting import HEAD, assesses, known, listed, lives, notices, reports, words_written


def test_the_people_of_an_incident_without_the_child_an_order_keeps_from_whoever_reads(town: make.Town) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents import by_hand, nobody, people, posting, telling
    from fileroom.programmes.incidents.nobody import NobodyWhy

    bound, other = (make.staffed(it, "administrator", None) for it in ("pat", "kim"))
    make.change(other.row, family="Oyelaran")  # an order against an Abara may bind any of that name
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = reports(town.teacher.by, systems=("vendor",))
    assesses(of, other.by, known(), systems=("vendor",))
    listed(of, other.by, f"student id\n{town.ana.id}\n{town.ben.id}\n")
    words_written(of, other.by)
    telling.prepare(of, head=HEAD, by=other.by, at=AT)
    before = people.people(of, by=bound.by, at=AT)
    assert (before.names, before.written, len(before.by_hand)) == (("Ana Torres", "Ben Ruiz"), 1, 1)
    for child in (town.ana, town.ben):
        make.order(child, make.contact("Pat", "Abara"))
    (hand,) = people.people(of, by=other.by, at=AT).by_hand
    found = people.people(of, by=bound.by, at=AT)
    assert (found.names, found.written, found.by_hand, found.more.names) == ((), 0, (), 0)
    with pytest.raises(ValidationError):
        by_hand.handed_over(of, hand.id, head=HEAD, by=bound.by, at=AT)
    with pytest.raises(ValidationError):
        posting.print_all(of, head=HEAD, by=bound.by, at=AT)
    assert not isinstance(posting.print_all(of, head=HEAD, by=other.by, at=AT), Refused)
    assert people.people(of, by=bound.by, at=AT).prints == ()
    after = people.people(of, by=other.by, at=AT)
    assert (len(after.names), [it.people for it in after.prints], len(after.by_hand)) == (2, [1], 1)
    assert by_hand.letters(of, hand.id, head=HEAD, by=other.by, at=AT) is None, "nobody on file may be told of Ben"
    with pytest.raises(ValidationError):
        nobody.nobody_to_tell(of, hand.id, NobodyWhy.UNKNOWN, head=HEAD, by=bound.by, at=AT)
    nobody.nobody_to_tell(of, hand.id, NobodyWhy.UNKNOWN, head=HEAD, by=other.by, at=AT)
    assert people.people(of, by=bound.by, at=AT).untold == ()
    assert [it.name for it in people.people(of, by=other.by, at=AT).untold] == ["Ben Ruiz"]


def printed(town: make.Town) -> tuple[UUID, make.Staffed, make.Staffed]:
    """An incident with a print of a letter about Ana and one about Ben; of two who are designated, whom an order
    against an Abara may bind, and another."""
    from fileroom.programmes.incidents import posting, telling

    bound, other = (make.staffed(it, "administrator", None) for it in ("pat", "kim"))
    make.change(other.row, family="Oyelaran")
    father = make.related("Samuel", town.ben)
    assert father.relation is not None
    make.custody(father.relation)
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    lives(town.ben, father.row, "7 Invented Lane", town.registrar.by)
    of = reports(town.teacher.by, systems=("vendor",))
    assesses(of, other.by, known(), systems=("vendor",))
    listed(of, other.by, f"student id\n{town.ana.id}\n{town.ben.id}\n")
    words_written(of, other.by)
    telling.prepare(of, head=HEAD, by=other.by, at=AT)
    posting.print_all(of, head=HEAD, by=other.by, at=AT)
    return of, bound, other


def test_of_a_print_that_another_made_only_the_letters_of_whom_they_may_know_are_opened_and_posted(
    town: make.Town,
) -> None:
    from fileroom.programmes.incidents import people, posting

    of, bound, other = printed(town)
    make.order(town.ben, make.contact("Pat", "Abara"))
    (print_,) = people.people(of, by=other.by, at=AT).prints
    assert print_.people == 2
    pdf = posting.letters(of, print_.id, head=HEAD, by=bound.by, at=AT)
    assert isinstance(pdf, bytes) and "12 Invented" in text_of(pdf) and "7 Invented" not in text_of(pdf)
    asked = posting.ask_once_more(of, print_.id, head=HEAD, by=bound.by, at=AT)
    assert isinstance(asked, posting.Asked) and asked.stopped == 0, "nor do they hear that a letter may not go"
    done = posting.posted(of, print_.id, head=HEAD, by=bound.by, at=AT)
    assert isinstance(done, posting.Posted) and (done.told, done.stopped) == (1, 0)
    after = people.people(of, by=bound.by, at=AT)
    assert (after.prints, after.posted) == ((), 1), "their part is posted, and may come back; nothing tells of another"
    (left,) = people.people(of, by=other.by, at=AT).prints
    assert (left.id, left.people, left.opened, left.asked) == (print_.id, 1, False, False)
    with pytest.raises(ValidationError, match="Nobody has opened"):
        posting.ask_once_more(of, print_.id, head=HEAD, by=other.by, at=AT)
    assert posting.letters(of, print_.id, head=HEAD, by=other.by, at=AT) is None
    assert notices(of) == [("by_hand", "order"), ("told", "")], "it lies on no paper: nobody has to take it out"


def test_what_one_of_two_has_opened_and_asked_about_is_not_so_for_the_letters_that_only_the_other_sees(
    town: make.Town,
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrderChild
    from fileroom.programmes.incidents import people, posting

    of, bound, other = printed(town)
    order = make.order(town.ben, make.contact("Pat", "Abara"))
    (print_,) = people.people(of, by=bound.by, at=AT).prints
    posting.letters(of, print_.id, head=HEAD, by=bound.by, at=AT)
    posting.ask_once_more(of, print_.id, head=HEAD, by=bound.by, at=AT)
    with district_transaction():  # it was the order of another child
        CourtOrderChild.objects.filter(order=order).delete()
    (print_,) = people.people(of, by=other.by, at=AT).prints
    assert (print_.people, print_.opened, print_.asked) == (2, False, False)
    with pytest.raises(ValidationError, match="Nobody has opened"):
        posting.posted(of, print_.id, head=HEAD, by=other.by, at=AT)
    pdf = posting.letters(of, print_.id, head=HEAD, by=other.by, at=AT)
    assert isinstance(pdf, bytes) and "7 Invented" in text_of(pdf)
    with pytest.raises(ValidationError, match="Ask once more"):
        posting.posted(of, print_.id, head=HEAD, by=other.by, at=AT)
    posting.ask_once_more(of, print_.id, head=HEAD, by=other.by, at=AT)
    posting.posted(of, print_.id, head=HEAD, by=other.by, at=AT)
    assert notices(of) == [("told", ""), ("told", "")]


def test_of_a_print_of_before_those_letters_were_opened_of_which_the_ledger_has_a_line(
    town: make.Town, installation: Urls
) -> None:
    """The migration's own statement, with rows: whoever opened the print saw a part of it."""
    from fileroom.programmes.incidents import people, posting

    of, bound, other = printed(town)
    make.order(town.ben, make.contact("Pat", "Abara"))
    (print_,) = people.people(of, by=other.by, at=AT).prints
    posting.letters(of, print_.id, head=HEAD, by=bound.by, at=AT)
    step = import_module("fileroom.programmes.migrations.0055_each_letter_is_opened_and_asked_about")
    with psycopg.connect(installation.superuser, dbname="fileroom") as superuser:
        superuser.execute("SET search_path TO alder_creek")
        superuser.execute("ALTER TABLE programmes_incidentprint ADD opened_at timestamptz, ADD asked_at timestamptz")
        superuser.execute("UPDATE programmes_incidentprint SET opened_at = %s, asked_at = %s", [AT, AT])
        superuser.execute("UPDATE programmes_incidentnotice SET opened_at = NULL, asked_at = NULL")
        superuser.execute(step.OF_THE_PRINT)
        found: dict[UUID, bool] = dict(
            superuser.execute(
                """SELECT p.student_id, n.opened_at IS NOT NULL AND n.asked_at IS NOT NULL
                FROM programmes_incidentnotice n JOIN programmes_incidentperson p ON p.id = n.person_id"""
            ).fetchall()
        )
        superuser.rollback()
    assert found == {town.ana.id: True, town.ben.id: False}
