"""After the decision: what is kept under a law can be opened and goes, and of what is gone nothing is told."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, without_ids, words
from tests.collection.conftest import Rows
from tests.collection.declaring import in_force
from tests.collection.quarantine.holding import ITEM, brings, decision, filled, held, held_of, settled, state_of, upload
from tests.collection.quarantine.test_quarantine_decided import MEALS
from tests.collection.test_collect import kept as on_the_shelves
from tests.conftest import AT
from tests.disclosure.asking import entries


@pytest.fixture
def two(town: make.Town) -> tuple[make.Town, UUID, UUID]:
    """Two meal forms, kept under their law in one act."""
    from fileroom.collection.quarantine.under_exception import keep_under

    ids = held(town.registrar.by, town.ana, MEALS), held(town.registrar.by, town.ben, MEALS.replace(b"4471", b"5582"))
    meals = in_force(town, make.staffed("office", "administrator", None))
    assert settled(keep_under(ids[0], meals, by=town.principal.by, at=AT)).number == 2
    return (town, *ids)


def test_each_students_log_says_that_a_form_of_theirs_is_kept(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, other = two
    noted = [it for it in entries() if it.act == "quarantine:kept"]
    assert {(it.student, it.record) for it in noted[1:]} == {(town.ana.id, one), (town.ben.id, other)}
    assert [(it.student, it.outcome.rpartition(":")[0]) for it in noted[:1]] == [(None, "copies:2")]
    assert {it.part for it in noted} == {"nslp_last4"}


def test_what_is_kept_is_listed_and_opened_and_goes_as_the_law_lets_it(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, other = two
    pages, address = browser(town.principal.by), f"/coming-in/{one}/"
    listed = words(pages.get("/coming-in/").content.decode())
    assert "Kept apart, under a law" in listed and "Nothing waits for you" in listed
    assert address in pages.get("/coming-in/").content.decode()
    shown = pages.get(address).content.decode()
    assert "Kept apart since" in shown and 'value="destroy"' in shown
    for choice in ("return", "redact", "exception"):
        assert f'value="{choice}"' not in shown
        pages.post(f"{address}decide/", decision(choice, exception=str(uuid4())))
        assert state_of(one) == "kept"
    seen = words(pages.post(f"{address}look/", form()).content.decode())
    assert "reduced price school meals" in seen and "4471" not in without_ids(seen)
    assert pages.post(f"{address}decide/", decision("destroy")).status_code == 302
    assert [state_of(it) for it in (one, other)] == ["destroyed", "destroyed"]
    assert "Kept apart, under a law" not in pages.get("/coming-in/").content.decode()


def test_what_is_kept_is_shown_to_nobody_but_the_custodian(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    for by in (town.registrar.by, town.teacher.by, town.mother.by):
        pages = browser(by)
        assert pages.get(f"/coming-in/{one}/").status_code == 404
        for act in ("look", "whose", "decide"):
            answer = pages.post(f"/coming-in/{one}/{act}/", decision("destroy"))
            assert answer.status_code in (403, 404) and b"meals" not in answer.content, act
        assert "Kept apart, under a law" not in pages.get("/coming-in/").content.decode()
    assert state_of(one) == "kept"


@pytest.mark.parametrize("choice", ["return", "destroy", "redact"])
def test_of_what_is_gone_nobody_can_tell_what_was_in_it(town: make.Town, rows: Rows, choice: str) -> None:
    id_ = held(town.registrar.by, town.ana)
    assert browser(town.principal.by).post(f"/coming-in/{id_}/decide/", decision(choice)).status_code == 302
    assert rows("SELECT found, covered_by, state = 'held' FROM records_quarantined") == [([], [], False)]


def test_what_was_sent_back_and_is_brought_again_waits_again(town: make.Town, rows: Rows) -> None:
    pages = browser(town.principal.by)
    pages.post(f"/coming-in/{held(town.registrar.by, town.ana)}/decide/", decision("return"))
    sent = form(item=ITEM, others="nobody", hold="yes", file=upload(filled()))
    done = browser(town.registrar.by).post(f"/students/{town.ana.id}/file/?item={ITEM}", sent)
    assert "Held for the custodian" in done.content.decode()
    assert rows("SELECT state FROM records_quarantined ORDER BY state") == [("held",), ("returned",)]


def test_what_is_kept_and_is_brought_again_is_said_to_be_kept(two: tuple[make.Town, UUID, UUID]) -> None:
    town, *_ = two
    sent = form(item=ITEM, others="nobody", hold="yes", file=upload(MEALS))
    done = words(browser(town.registrar.by).post(f"/students/{town.ana.id}/file/?item={ITEM}", sent).content.decode())
    assert "Kept already" in done and "has decided" not in done
    assert on_the_shelves() == (0, 2, 2)


def test_a_form_that_was_sent_twice_holds_one_and_says_the_same(town: make.Town) -> None:
    pages, sent = browser(town.registrar.by), form(item=ITEM, others="nobody", hold="yes")
    for _ in range(2):
        done = pages.post(f"/students/{town.ana.id}/file/?item={ITEM}", sent | {"file": upload(filled())})
        assert "Held for the custodian" in done.content.decode()
    assert on_the_shelves() == (0, 1, 1)
    other = pages.post(f"/students/{town.ana.id}/file/?item={ITEM}", sent | {"file": upload(filled("Ben Ruiz"))})
    assert other.status_code == 422 and "used already" in other.content.decode()
    assert on_the_shelves() == (0, 1, 1)


def test_two_posts_of_one_form_at_one_moment_hold_one(
    town: make.Town, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    import contextvars
    import threading

    from django.db import connections

    from fileroom.collection.quarantine import holding

    at_once, known, answers, id_ = threading.Barrier(2), holding._among, [], uuid4()

    def both_know(said: Any, states: Any) -> Any:
        there = known(said, states)
        at_once.wait(10)
        return there

    def holds() -> None:
        try:
            answers.append(brings(town.registrar.by, town.ana, once=id_).id)
        finally:
            connections.close_all()

    monkeypatch.setattr(holding, "_among", both_know)
    both = [threading.Thread(target=contextvars.copy_context().run, args=(holds,)) for _ in range(2)]
    for it in both:
        it.start()
    for it in both:
        it.join(30)
    assert answers == [id_, id_]
    assert rows("SELECT id FROM records_quarantined") == [(id_,)]


def test_what_an_import_brought_goes_back_to_nobody(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.quarantine.deciding import return_to_sender

    id_ = held_of(town.ana)
    pages = browser(town.principal.by)
    shown = pages.get(f"/coming-in/{id_}/").content.decode()
    assert 'value="return"' not in shown and "nobody is there to take it back" in shown
    with pytest.raises(ValidationError, match="An import brought it"):
        return_to_sender(id_, by=town.principal.by, at=AT)
    assert state_of(id_) == "held"
    assert pages.post(f"/coming-in/{id_}/decide/", decision("destroy")).status_code == 302


@pytest.mark.parametrize("act", ["keep", "look", "return"])
def test_who_comes_second_is_told_that_it_waits_no_longer(
    town: make.Town, owner: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    from fileroom.collection.quarantine import gathering
    from fileroom.collection.quarantine.custody import custody
    from fileroom.collection.quarantine.deciding import return_to_sender
    from fileroom.collection.quarantine.looking import look
    from fileroom.collection.quarantine.under_exception import keep_under
    from fileroom.people.answers import Missing

    id_, by = held(town.registrar.by, town.ana, MEALS), town.principal.by
    meals = in_force(town, make.staffed("office", "administrator", None))

    def slow(*given: Any, **also: Any) -> Any:
        answers = custody(*given, **also)
        owner.execute(
            "UPDATE records_quarantined SET state = 'returned', decided_at = now(), decision = gen_random_uuid()"
        )
        return answers

    monkeypatch.setattr(gathering, "custody", slow)
    before = len(entries())
    with pytest.raises(Missing):
        if act == "keep":
            keep_under(id_, meals, by=by, at=AT)
        else:
            (look if act == "look" else return_to_sender)(id_, by=by, at=AT)
    assert len(entries()) == before
