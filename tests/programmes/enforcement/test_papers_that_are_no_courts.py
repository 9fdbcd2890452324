"""What bears a court's words and was seen at the counter to be no court's: neither a family nor the Board hears that a
court's paper was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.programmes.enforcement.coming import HEAD, RIGHTS, comes, row, shows

if TYPE_CHECKING:
    from uuid import UUID

ASK_IT, PIDALO = "You can ask that court to stop it", "puede pedir a ese tribunal"
LOOKS, PARECE = "does not look like a court’s", "no parece ser de un tribunal"
SEEN_TO_BE_NONE = [
    ("court_order", {"court": "immigration"}),
    ("ao_93", {"court": "no_court"}),
    ("ao_93", {"court": "federal", "judge": "no"}),
    ("ao_88b", {"court": "no_court"}),
    ("ao_442", {"court": "no_court", "judge": "no"}),
]
A_COURTS = [
    ("ao_93", {"court": "federal", "judge": "yes"}),
    ("ao_93", {}),
    ("ao_442", {"court": "federal", "judge": "no"}),  # whose "issuing officer" may be a clerk of the court
    ("ao_93", {"court": "federal", "signed": "no", "matches": "no"}),
    ("ao_88b", {"court": "federal", "judge": "no"}),  # which a clerk or a lawyer signs
]


def told(of: UUID) -> tuple[str, str, frozenset[str]]:
    """What the letter says of a court, in both languages, and under which words the Board hears of the papers."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.drawing_up import _reported
    from fileroom.programmes.enforcement.family_letter import Desk, said_to

    with district_transaction():
        en, es = (said_to(row(of), "Ana", it, Desk(HEAD, RIGHTS)).facts["of_a_court"] for it in ("en", "es"))
        return en, es, _reported(row(of)).papers


@pytest.mark.parametrize(("form", "seen"), SEEN_TO_BE_NONE)
def test_of_what_was_seen_to_be_no_courts_nobody_hears_that_a_court_can_be_asked(
    town: make.Town, form: str, seen: dict[str, str]
) -> None:
    of = comes(town.registrar.by, "immigration").id
    shows(of, town.registrar.by, form, **seen)
    en, es, papers = told(of)
    assert LOOKS in en and ASK_IT not in en
    assert PARECE in es and PIDALO not in es
    assert papers == {"agency"}


@pytest.mark.parametrize(("form", "seen"), A_COURTS)
def test_of_a_courts_they_hear_it_still(town: make.Town, form: str, seen: dict[str, str]) -> None:
    of = comes(town.registrar.by, "immigration").id
    shows(of, town.registrar.by, form, **seen)
    en, es, papers = told(of)
    assert ASK_IT in en and PIDALO in es and papers == {"court"}


def test_where_one_of_two_is_a_courts_that_one_is_told_of(town: make.Town) -> None:
    of = comes(town.registrar.by, "immigration").id
    shows(of, town.registrar.by, "court_order", court="immigration")
    shows(of, town.registrar.by, "ao_93", court="federal", judge="yes")
    en, _, papers = told(of)
    assert ASK_IT in en and LOOKS not in en and papers == {"agency", "court"}


def test_that_nobody_may_be_told_stands_by_its_own_word_all_the_same(town: make.Town) -> None:
    from tests.programmes.enforcement.coming import owed

    of = comes(town.registrar.by, "immigration").id
    shows(of, town.registrar.by, "ao_93", court="no_court", judge="no", silence="yes")
    assert "do_not_notify_parent" in owed(of)
