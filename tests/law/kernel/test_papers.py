"""Paper conditions: some paper of these kinds has these qualities."""

from __future__ import annotations

from typing import Any

from fileroom.law.kernel.papers import UNREFUTED, Strength, members, some, to_show
from tests.law.worlds import question

CONSENT = some("consent", form="written", signed=True, curable={"form": "oral", "signed": False})


def strength(papers: list[dict[str, Any]] | None) -> Strength:
    return CONSENT.strength(question("outsider", papers=papers).papers)


def lacking(papers: list[dict[str, Any]] | None, want: bool = True) -> Any:
    return CONSENT.wanting(question("outsider", papers=papers), want)


def test_the_nearest_paper_counts() -> None:
    assert strength(None) is Strength.OPEN
    assert strength([]) is Strength.NONE
    assert strength([{"kind": "photo_id"}]) is Strength.NONE
    assert strength([{"kind": "consent", "form": "electronic"}]) is Strength.NONE
    assert strength([{"kind": "consent", "form": "oral"}]) is Strength.CURABLE
    assert strength([{"kind": "consent", "form": "written"}]) is Strength.OPEN
    assert strength([{"kind": "consent", "form": "written"}, {"kind": "consent", "form": "oral"}]) is Strength.OPEN
    assert strength([{"kind": "consent", "form": "oral"}, {"kind": "consent", "form": "written", "signed": True}]) is (
        Strength.CERTAIN
    )


def test_two_papers_never_make_one() -> None:
    assert strength([{"kind": "consent", "form": "written", "signed": False}, {"kind": "consent", "signed": True}]) is (
        Strength.OPEN
    )
    assert (
        strength(
            [
                {"kind": "consent", "form": "oral", "signed": True},
                {"kind": "consent", "form": "written", "signed": False},
            ]
        )
        is Strength.CURABLE
    )


def test_what_is_lacking_is_named_by_paper_and_quality() -> None:
    assert lacking(None) == {"papers"}
    assert lacking(None, False) == {"papers"}
    assert lacking([]) is None
    assert lacking([{"kind": "consent", "form": "oral"}]) == {"papers.consent.form", "papers.consent.signed"}
    assert lacking([{"kind": "consent"}, {"kind": "consent", "form": "written"}]) == {"papers.consent.signed"}
    assert lacking([{"kind": "consent", "form": "written", "signed": True}]) == frozenset()
    assert lacking([{"kind": "consent", "form": "written", "signed": True}], False) is None
    assert lacking([{"kind": "consent", "form": "written"}, {"kind": "consent", "form": "oral"}], False) == {
        "papers.consent.signed"
    }


def test_a_stricter_condition_implies_a_weaker_one() -> None:
    strict = some("court_order", signed_by_judge=True, valid_on=True)
    assert strict.implies(some("court_order", "judicial_warrant", valid_on=True))
    assert strict.implies(some("court_order"))
    assert not some("court_order").implies(strict)
    assert not some("judicial_warrant", valid_on=True).implies(some("court_order", valid_on=True))
    assert some("consent", by="rights_holder").implies(some("consent", by=("rights_holder", "adult_student")))
    assert not some("consent", by=("rights_holder", "adult_student")).implies(some("consent", by="rights_holder"))


def test_a_paper_condition_reads_as_a_sentence() -> None:
    assert CONSENT.words() == "a paper is a consent with form written, signed"
    assert some("consent", signed=False, by=("other", "minor_student")).words() == (
        "a paper is a consent with by minor_student or other, signed not"
    )
    assert some("passport").words() == "a paper is a passport"


CERTIFICATE = to_show("certification", no_redisclosure=True, valid_on=UNREFUTED)


def certified(papers: list[dict[str, Any]] | None) -> tuple[Strength, Any]:
    asked = question("outsider", papers=papers)
    return CERTIFICATE.strength(asked.papers), CERTIFICATE.wanting(asked, True)


def test_a_paper_that_can_follow_is_asked_for_by_name_until_the_right_one_is_shown() -> None:
    assert certified(None) == (Strength.OPEN, {"papers"})
    assert certified([]) == (Strength.CURABLE, {"papers.certification"})
    assert certified([{"kind": "photo_id"}]) == (Strength.CURABLE, {"papers.certification"})
    wrong = {"kind": "certification", "no_redisclosure": False}
    assert certified([wrong]) == (Strength.CURABLE, {"papers.certification.no_redisclosure"})
    assert certified([{"kind": "certification", "no_redisclosure": True}]) == (Strength.CERTAIN, frozenset())
    assert to_show("consent").wanting(question("outsider", papers=[{"kind": "consent"}]), False) is None


def test_a_paper_that_can_follow_is_never_taken_as_shown() -> None:
    asked = question("outsider", papers=[])
    assert CERTIFICATE.truth(asked) is False
    assert (~CERTIFICATE).truth(asked) is True
    assert CERTIFICATE.hopeful(asked)


def test_a_paper_without_a_term_stands_until_it_is_known_to_have_ended() -> None:
    paper = {"kind": "certification", "no_redisclosure": True}
    assert certified([paper | {"valid_on": True}])[0] is Strength.CERTAIN
    assert certified([paper | {"valid_on": False}]) == (Strength.CURABLE, {"papers.certification.valid_on"})
    assert CERTIFICATE.words() == "a paper is a certification with no_redisclosure, valid_on not refuted"


CONTRACT = to_show("vendor_contract", board_policy=True, **members("clauses", 1, 2))


def contracted(**paper: Any) -> tuple[Strength, Any]:
    asked = question("vendor", papers=[{"kind": "vendor_contract", "board_policy": True, **paper}])
    return CONTRACT.strength(asked.papers), CONTRACT.wanting(asked, True)


def test_a_list_has_to_name_every_member_and_what_it_lacks_is_named_member_by_member() -> None:
    assert contracted(clauses=[2, 1, 9]) == (Strength.CERTAIN, frozenset())
    assert contracted(clauses=[1]) == (Strength.CURABLE, {"papers.vendor_contract.clauses.2"})
    assert contracted(clauses=[]) == (
        Strength.CURABLE, {"papers.vendor_contract.clauses.1", "papers.vendor_contract.clauses.2"},
    )  # fmt: skip


def test_a_list_of_which_nothing_is_known_is_asked_for_once() -> None:
    assert contracted() == (Strength.OPEN, {"papers.vendor_contract.clauses"})


def test_a_condition_with_more_members_implies_one_with_fewer() -> None:
    assert CONTRACT.implies(some("vendor_contract", **members("clauses", 2)))
    assert not some("vendor_contract", **members("clauses", 2)).implies(CONTRACT)
    assert not CONTRACT.implies(some("vendor_contract", **members("clauses", 3)))
