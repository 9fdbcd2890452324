"""A look counts for what it has shown of what is known of the copy now: not for what is found later, or further on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.conftest import Rows
from tests.collection.quarantine.holding import held, settled, state_of
from tests.collection.quarantine.test_quarantine_something_else import HOMEWORK, filed, invoice, kept_back, look_at
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.screening.files import bytes_of, pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from fileroom.collection.opened import Read
    from fileroom.collection.quarantine.looking import Look
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn

FILLER = b"The quick brown fox reads a book in the library of the school.\n" * 110
ANA, BEN = b"Ana Torres", b"Ben Ruiz"


def shown(held_id: UUID, by: SignedIn) -> Look:
    from fileroom.collection.quarantine.looking import Look, look

    seen = look(held_id, by=by, at=AT)
    assert isinstance(seen, Look)
    return seen


def says(seen: Look) -> str:
    return " ".join(it.text for it in seen.pages)


def called(who: Student, **also: str) -> None:
    from fileroom.hosting import durable

    with durable():
        type(who).objects.filter(pk=who.pk).update(preferred_given="", preferred_family="", **also)


def otherwise(monkeypatch: pytest.MonkeyPatch, reads: Callable[[Read], Read]) -> None:
    from fileroom.collection import opened

    read = opened.read

    def today(*given: Any) -> Read | None:
        whole = read(*given)
        return reads(whole) if whole else None

    monkeypatch.setattr(opened, "read", today)


def test_a_look_of_before_does_not_count_for_what_was_not_known_then(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    """The sieve learns: at the look it had not found the number far behind, and neither was it shown."""
    from fileroom.screening import Mode

    def old(read: Read) -> Read:
        seen = read.screened
        kept = [number for number, it in enumerate(seen.findings) if it.mode is Mode.SOLICIT]
        found, parts = (tuple(these[number] for number in kept) for these in (seen.findings, seen.parts))
        return replace(read, screened=replace(seen, findings=found, parts=parts))  # type: ignore[arg-type]

    by = town.principal.by
    body = HOMEWORK % ANA + FILLER * 2 + b"Invoice number: 401-22-6613 BEHIND\n" + FILLER
    id_ = held(town.registrar.by, town.ana, body)
    asks = "SELECT jsonb_agg(it) FROM jsonb_array_elements(found) it WHERE it->>'mode' = 'solicit'"
    rows(f"UPDATE records_quarantined SET found = ({asks}) RETURNING id")
    with monkeypatch.context() as before:
        otherwise(before, old)
        seen = shown(id_, by)
    assert seen.shows_it and "BEHIND" not in says(seen)
    kept_back(id_, by, "Read once more it shows what was not known", cleared=True)
    for _ in range(2):
        kept_back(id_, by, "Look at it first", cleared=True)
    (told,) = [it for it in entries() if it.act == "quarantine:told_anew"]
    assert (told.student, told.record, told.actor.account, told.sealed) == (town.ana.id, id_, by.account.id, True)
    assert "BEHIND" in says(shown(id_, by))
    assert settled(filed(id_, by, cleared=True)).number == 1


def test_what_is_told_anew_while_it_is_filed_is_not_filed(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    id_ = held(town.registrar.by, town.ana, invoice())
    look_at(id_, town.principal.by)

    def meanwhile(read: Read) -> Read:
        rows("UPDATE records_quarantined SET found = found || found RETURNING id")
        return read

    with monkeypatch.context() as failing:
        otherwise(failing, meanwhile)
        kept_back(id_, town.principal.by, "Read once more")
    assert "quarantine:filed" not in [it.act for it in entries()]


def test_what_is_told_anew_while_it_is_looked_at_was_not_looked_at(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    id_ = held(town.registrar.by, town.ana, invoice())

    def meanwhile(read: Read) -> Read:
        rows("UPDATE records_quarantined SET found = found || found RETURNING id")
        return read

    with monkeypatch.context() as failing:
        otherwise(failing, meanwhile)
        assert not shown(id_, town.principal.by).shows_it
    kept_back(id_, town.principal.by, "Look at it first")


def test_who_lost_the_custody_while_it_was_read_is_shown_nothing(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.quarantine.looking import look
    from fileroom.people.answers import Refused
    from fileroom.people.models import Custodian

    id_ = held(town.registrar.by, town.ana, invoice())

    def meanwhile(read: Read) -> Read:
        from fileroom.hosting import durable

        with durable():
            Custodian.objects.filter(employee=town.principal.row).delete()
        return read

    otherwise(monkeypatch, meanwhile)
    assert isinstance(look(id_, by=town.principal.by, at=AT), Refused)
    assert "quarantine:looked_at" not in [it.act for it in entries()]


def test_where_more_was_found_than_is_shown_it_was_not_looked_at(town: make.Town) -> None:
    numbers = b"".join(
        b"\n\nInvoice number: 4%02d-22-66%02d\nPaid in cash.\n\n" % (it % 90 + 1, it % 89 + 10) + FILLER[:900]
        for it in range(105)
    )
    body = b"Student: Ana Torres\n" + FILLER + numbers + b"\n\nInvoice number: 477-22-6699\nPaid by WRITTENBYHAND.\n"
    id_ = held(town.registrar.by, town.ana, body)
    seen = shown(id_, town.principal.by)
    assert not seen.shows_it and "WRITTENBYHAND" not in says(seen) and "More was found further on" in seen.says
    assert entries()[-1].outcome == "in_part"
    kept_back(id_, town.principal.by, "Look at it first", cleared=True)


def test_a_look_at_a_long_paper_that_shows_all_that_was_found_lets_file_that_one_alone(town: make.Town) -> None:
    body = HOMEWORK + FILLER * 2 + b"Notes: my aunt Rosa came with nothing TAIL\n"
    one, other = (held(town.registrar.by, who, body % name) for who, name in ((town.ana, ANA), (town.ben, BEN)))
    seen = shown(one, town.principal.by)
    assert seen.shows_it and seen.outcome == "around" and "TAIL" not in says(seen)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 1
    assert (state_of(one), state_of(other)) == ("filed", "held")
    kept_back(other, town.principal.by, "Look at it first", cleared=True)


def test_a_look_at_one_drawn_or_scanned_copy_serves_no_other(town: make.Town, rows: Rows) -> None:
    """On the second somebody wrote by hand: its words are the same."""

    def paper(name: bytes, *, by_hand: bool) -> bytes:
        made = pdf(*(HOMEWORK % name).decode().splitlines())
        if by_hand:
            ink = b"q 2 w 100 300 m 120 340 l 140 300 l 160 345 l 180 300 l 320 260 380 350 400 300 c S Q"
            made.pages[0].contents_add(pikepdf.Stream(made, ink))
        return bytes_of(made)

    one = held(town.registrar.by, town.ana, paper(ANA, by_hand=False), name="a.pdf")
    other = held(town.registrar.by, town.ben, paper(BEN, by_hand=True), name="b.pdf")
    assert rows("SELECT count(DISTINCT template) FROM records_quarantined") == [(1,)]
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 1
    assert (state_of(one), state_of(other)) == ("filed", "held")


def test_a_look_serves_a_text_that_is_the_same_to_the_letter(town: make.Town) -> None:
    one, other = (held(town.registrar.by, who, HOMEWORK % b"________") for who in (town.ana, town.ben))
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 2
    assert (state_of(one), state_of(other)) == ("filed", "filed")


@pytest.mark.parametrize("written", [b"Jordan Ruiz  Jordan", b"Jordan Ruiz\nJordan", b"Jordan Ruiz, Jordan"])
def test_a_name_that_is_a_country_is_not_swallowed_beside_the_name(town: make.Town, written: bytes) -> None:
    called(town.ben, legal_given="Jordan", legal_family="Ruiz")
    one = held(town.registrar.by, town.ana, HOMEWORK % ANA)
    other = held(town.registrar.by, town.ben, HOMEWORK % written)
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 1
    assert (state_of(one), state_of(other)) == ("filed", "held")


@pytest.mark.parametrize(
    ("also", "printed", "name"),
    [
        ({"legal_middle": "A"}, "", "Ben A. Ruiz"),
        ({"legal_family": "de la Cruz"}, "Pregunta a un abuelo de la familia.\n", "de la Cruz, Ben"),
    ],
)
def test_a_short_word_of_a_name_is_a_word_of_the_form_too(
    town: make.Town, also: dict[str, str], printed: str, name: str
) -> None:
    called(town.ben, **also)
    one = held(town.registrar.by, town.ana, HOMEWORK % ANA + printed.encode())
    other = held(town.registrar.by, town.ben, HOMEWORK % name.encode() + printed.encode())
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by, cleared=True)).number == 2
    assert (state_of(one), state_of(other)) == ("filed", "filed")


@pytest.mark.parametrize("outcome", ["unreadable", "too_big", "quarantine", "in_part"])
def test_what_was_not_read_whole_when_it_came_is_not_offered(town: make.Town, outcome: str, rows: Rows) -> None:
    id_ = held(town.registrar.by, town.ana, invoice())
    rows("UPDATE records_quarantined SET outcome = %s RETURNING id", outcome)
    page = browser(town.principal.by).get(f"/coming-in/{id_}/").content.decode()
    assert 'value="file"' not in page
    assert "Filing it as something else is not offered: not all of it could be read" in words(page)
    look_at(id_, town.principal.by)
    kept_back(id_, town.principal.by, "Nobody knows whole")
