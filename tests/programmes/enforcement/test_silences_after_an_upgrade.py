"""What an upgrade does about a court's silence: whose it is to end it, and one that an older version let go."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from uuid import UUID, uuid4

from django.db import connection

from tests import factories as make
from tests.conftest import AT
from tests.programmes.enforcement.coming import answers, comes, owed, row, says_done, shows
from tests.programmes.enforcement.test_silences import FAMILY, LATER, OVER, SILENT, gagged, lee, pat

__all__ = ["lee", "pat"]

SILENCE = "disclosure.court_notices.do_not_notify_parent"


def test_what_was_owed_of_a_silence_before_the_upgrade_is_counsels_after_it(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.people.owed import owed as owed_by

    open_, over, both = gagged(town), gagged(town), gagged(town)
    says_done(over, OVER, lee.by)
    step = import_module("fileroom.programmes.migrations.0040_whether_a_silence_holds_is_counsels_to_say")
    with district_transaction(), connection.cursor() as cursor:
        Duty.objects.filter(rule=OVER).update(office="superintendent")
        twice = Duty.objects.get(rule=OVER, of=both)
        twice.pk, twice.office = uuid4(), "counsel"
        twice.save(force_insert=True)
        before = set(Duty.objects.exclude(rule=OVER).values_list("id", "office"))
        cursor.execute(step.OF_SILENCES)
        cursor.execute(step.OWED_TWICE)
        assert set(Duty.objects.filter(rule=OVER).values_list("of", "office", "moot")) == {
            (open_, "counsel", False), (over, "superintendent", False), (both, "counsel", False),
            (both, "superintendent", True),
        }  # fmt: skip
        assert before == set(Duty.objects.exclude(rule=OVER).values_list("id", "office")), "and nothing else moves"
    assert OVER in {it.rule for it in owed_by(by=lee.by, at=AT + timedelta(days=40))}
    assert OVER not in {it.rule for it in owed_by(by=pat.by, at=AT + timedelta(days=40))}


def undone(of: UUID, rule: str, by: make.Staffed) -> None:
    """What an older version did at a clerk's answer: it let go of what a court's paper asks for."""
    from fileroom.duties import services as duties
    from fileroom.duties.services import Over
    from fileroom.hosting import district_transaction

    with district_transaction():
        duties.let_go("enforcement", of, Over(by.by.account.id, uuid4(), AT), rule=rule)


def after_the_upgrade() -> None:
    from fileroom.hosting import district_transaction

    step = import_module("fileroom.programmes.migrations.0041_a_silence_stands_in_its_papers_and_in_what_is_owed")
    with district_transaction(), connection.cursor() as cursor:
        for statement in (step.SILENCES_AGAIN, step.FAMILIES_NOT_YET):
            cursor.execute(statement)


def test_a_silence_that_a_clerks_answer_undid_before_the_upgrade_holds_again_until_counsel_says(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import FAMILY_TOLD

    of = gagged(town, until=LATER)
    for rule in (SILENCE, OVER):
        undone(of, rule, town.registrar)
    answers(of, town.registrar.by, wants=("entry", "student"))  # by which an older version had the family told
    agencys = comes(town.registrar.by, "immigration").id
    shows(agencys, town.registrar.by, "i_138", silence="yes")
    ended, stands = gagged(town), gagged(town, until=LATER)
    says_done(ended, OVER, lee.by)
    others = [owed(it) for it in (agencys, ended, stands)]
    owes(of, FAMILY_TOLD, town.registrar)
    assert not SILENT & set(owed(of)) and "notify_parent_after" in owed(of)
    after_the_upgrade()
    assert set(owed(of)) >= SILENT and not FAMILY & set(owed(of))
    assert [owed(it) for it in (agencys, ended, stands)] == others
    after_the_upgrade()  # once
    says_done(of, OVER, lee.by)
    assert set(owed(of)) >= FAMILY


def test_a_closed_request_is_not_opened_again_by_an_upgrade(town: make.Town) -> None:
    of = gagged(town)
    for rule in (SILENCE, OVER):
        undone(of, rule, town.registrar)
    make.change(row(of), closed_at=AT, closed_by=uuid4(), closed_entry=uuid4(), outcome="nothing_given")
    after_the_upgrade()
    assert not SILENT & set(owed(of))


def owes(of: UUID, rule: str, by: make.Staffed) -> None:
    from fileroom.duties import services as duties
    from fileroom.duties.services import Owed
    from fileroom.hosting import district_transaction
    from fileroom.law import default_calendar

    with district_transaction():
        owed_ = Owed(rule, "enforcement", of, AT, office="superintendent", due_on=make.TODAY)
        duties.owe([owed_], calendar=default_calendar(), caused_by=uuid4())
