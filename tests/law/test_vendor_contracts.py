"""What a contract says, as the rules read it."""

from __future__ import annotations

from fileroom.law.vendor_contracts import DEFECTIVE, NINE_CLAUSES, VOID, Clause, SocialMediaTerm
from tests.law.worlds import question


def test_nine_clauses_and_four_terms_in_the_statutes_order() -> None:
    assert list(map(int, Clause)) == list(range(1, 10))
    assert list(map(int, SocialMediaTerm)) == list(range(1, 5))


def test_of_a_contract_nobody_has_read_it_is_not_known_what_it_is() -> None:
    unread = question("vendor", papers=[{"kind": "vendor_contract"}])
    assert NINE_CLAUSES.truth(unread) is None
    assert DEFECTIVE.truth(unread) is None
    assert VOID.truth(unread) is False


def test_without_a_contract_nothing_is_defective_or_void() -> None:
    none = question("vendor", papers=[])
    assert [it.truth(none) for it in (NINE_CLAUSES, DEFECTIVE, VOID)] == [False, False, False]
