"""What two people do at one moment about the exception of one form comes out as though one had come after the other."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.collection.conftest import Rows
from tests.collection.declaring import DAYS, FOUR, MEALS, draft, in_force, meals, noted, terms, waiting
from tests.conftest import AT
from tests.disclosure.asking import entries

BODY = f"{MEALS}\nAdult household member who signs:\n{FOUR}: ____\n".encode()


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """An administrator of the whole district."""
    return make.staffed("office", "administrator", None)


def while_it_stands(
    monkeypatch: pytest.MonkeyPatch, of: Any, name: str, first: Callable[[], Any], second: Callable[[], Any]
) -> list[str]:
    """Begin the second while the first stands at this place of its work: what each came to, in the order of the ends.

    The first goes on once the second has ended, or has waited for it for a while.
    """
    from django.db import connections

    real, ended, arrived, second_ended = getattr(of, name), [], threading.Event(), threading.Event()

    def standing(*given: Any, **named: Any) -> Any:
        if threading.current_thread().name == "first":
            arrived.set()
            second_ended.wait(1.5)
        return real(*given, **named)

    def run(act: Callable[[], Any], end: threading.Event | None) -> None:
        try:
            act()
            came_to = "done"
        except ValidationError as error:
            came_to = error.messages[0]
        ended.append(f"{threading.current_thread().name}: {came_to}")
        connections.close_all()
        if end:
            end.set()

    monkeypatch.setattr(of, name, standing)
    threads = [
        threading.Thread(name=who, target=contextvars.copy_context().run, args=(run, act, end))
        for who, act, end in (("first", first, None), ("second", second, second_ended))
    ]
    threads[0].start()
    assert arrived.wait(20)
    threads[1].start()
    for it in threads:
        it.join(30)
    return ended


def test_of_two_who_declare_for_a_form_the_second_is_told_of_the_first(
    town: make.Town, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.declarations import services

    form = draft(town)

    def declare() -> None:
        services.declare(uuid4(), terms(form), days=DAYS, by=town.registrar.by, at=AT)

    ended = while_it_stands(monkeypatch, services, "_noted", declare, declare)
    first, second = sorted(ended)
    assert first == "first: done" and second.startswith("second: For some of these days")
    assert rows("SELECT count(*) FROM collection_declaration") == [(1,)]


def test_what_is_withdrawn_while_another_approves_it_is_withdrawn_after_it_was_approved(
    town: make.Town, office: make.Staffed, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.declarations import services

    id_ = waiting(town.registrar, draft(town))
    ended = while_it_stands(
        monkeypatch, services, "_opens",
        lambda: services.approve(id_, by=office.by, at=AT),
        lambda: services.withdraw(id_, by=town.registrar.by, at=AT),
    )  # fmt: skip
    assert sorted(ended) == ["first: done", "second: done"]
    assert [it.act.value for it in entries()[-2:]] == ["exception:approved", "exception:withdrawn"]
    assert rows("SELECT approved_at IS NULL, withdrawn_at IS NULL FROM collection_declaration") == [(False, False)]


def test_a_form_is_put_in_use_before_its_declaration_is_withdrawn_or_not_at_all(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.declarations.services import withdraw
    from fileroom.collection.models import Declaration
    from fileroom.collection.register import services
    from fileroom.hosting import district_transaction

    id_ = in_force(town, office)
    with district_transaction():
        form = Declaration.objects.get(pk=id_).form_id
    while_it_stands(
        monkeypatch, services, "answer_of",
        lambda: services.register(form, meals(town), in_use=True, by=town.registrar.by, at=AT),
        lambda: withdraw(id_, by=town.registrar.by, at=AT),
    )  # fmt: skip
    assert [it.act.value for it in entries()[-2:]] == ["form:screened", "exception:withdrawn"]


def test_a_paper_that_was_read_under_what_is_withdrawn_meanwhile_is_not_kept(
    town: make.Town, office: make.Staffed, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.declarations.services import approve, withdraw
    from fileroom.collection.register import services

    form, head = uuid4(), meals(town, kind="packet").head
    services.register_paper(form, head, BODY, "meals.txt", by=town.registrar.by, at=AT)
    id_ = waiting(town.registrar, form)
    noted(approve(id_, by=office.by, at=AT))
    before = rows("SELECT verdict, under FROM collection_registeredform")
    ended = while_it_stands(
        monkeypatch, services, "check_published",
        lambda: services.register_paper(form, head, BODY, "meals.txt", by=town.registrar.by, at=AT),
        lambda: withdraw(id_, by=town.registrar.by, at=AT),
    )  # fmt: skip
    assert ended[0] == "second: done", "no act waits while a paper is read"
    assert ended[1].startswith("first: While it was read, what is declared for this form was changed.")
    assert rows("SELECT verdict, under FROM collection_registeredform") == before
    assert entries()[-1].act == "exception:withdrawn"


def test_a_form_whose_title_was_another_meanwhile_has_one_declaration_at_a_time(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.collection.declarations.services import declare
    from fileroom.collection.models import Declaration
    from fileroom.collection.register.services import register
    from fileroom.hosting import district_transaction

    id_ = in_force(town, office)
    with district_transaction():
        form = Declaration.objects.get(pk=id_).form_id
    register(form, meals(town, title="Meals, once more"), in_use=False, by=town.registrar.by, at=AT)
    with pytest.raises(ValidationError, match="has a declaration already"):
        declare(uuid4(), terms(form), days=DAYS, by=town.registrar.by, at=AT)
