"""The counter answers before anything is shown; a search shows only whom one may open; reading the log is noted too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, entry, filed, last_entry, looks
from tests.disclosure.releases import parties

if TYPE_CHECKING:
    from fileroom.disclosure.answers import Answered
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn


def at_counter(by: SignedIn, who: Student, code: str, *, checked: bool = True) -> Answered:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.programmes.enforcement.visits import at_the_counter

    return answer(who.id, Asker(code, identity_checked=checked), enter=at_the_counter, by=by, at=AT)


def test_a_parent_at_the_counter_is_answered_by_law_once_the_id_is_checked(town: make.Town) -> None:
    code = f"contact-{town.mother.row.id}"
    assert at_counter(town.registrar.by, town.ana, code).decision.outcome == "must"
    before = at_counter(town.registrar.by, town.ana, code, checked=False)
    assert before.decision.outcome == "needs_more"
    assert [it.fact for it in before.decision.missing] == ["requester.identity"]
    assert before.entry == last_entry().id and last_entry().part == "counter"


@pytest.mark.parametrize(("code", "duty"), [("officer", "report_to_board"), ("somebody", "log_request")])
def test_an_officer_and_a_stranger_are_told_no_with_what_follows(town: make.Town, code: str, duty: str) -> None:
    answered = at_counter(town.registrar.by, town.ana, code)
    assert answered.decision.outcome == "no"
    assert duty in {it.code for it in answered.decision.duties}
    assert last_entry().act == "disclosure:refused"


def test_a_restrained_person_at_the_counter_is_refused_in_silence(town: make.Town) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    answered = at_counter(town.registrar.by, town.ana, f"contact-{father.row.id}")
    assert answered.decision.outcome == "no" and answered.decision.silent


def test_who_asked_in_which_capacity_and_whether_an_id_was_checked_is_kept_and_the_clerk_acts_in_the_clerks_own_office(
    town: make.Town,
) -> None:
    father = make.related("father", town.ana, verified=False)
    asked = {
        "Mother Torres": at_counter(town.registrar.by, town.ana, f"contact-{town.mother.row.id}"),
        "Father Torres": at_counter(town.registrar.by, town.ana, f"contact-{father.row.id}", checked=False),
    }
    for name, checked in (("Mother Torres", True), ("Father Torres", False)):
        answered = asked[name]
        noted = entry(answered.entry)
        assert (noted.act, noted.actor) == ("disclosure:answered", town.registrar.by.acting_as("registrar"))
        party = parties()[answered.entry]
        assert (party.said, party.kind, party.id_checked) == (name, "parent", checked)


def test_nobody_of_a_family_answers_at_the_counter(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    before = len(entries())
    with pytest.raises(Missing):
        at_counter(town.mother.by, town.ana, "somebody")
    assert len(entries()) == before


@pytest.mark.parametrize(("code", "kind"), [("officer", "immigration_officer"), ("somebody", "public")])
def test_of_whoever_is_not_on_the_file_the_kind_is_kept_beside_the_entry(town: make.Town, code: str, kind: str) -> None:
    answered = at_counter(town.registrar.by, town.ana, code, checked=False)
    assert entry(answered.entry).actor.role == "registrar"
    assert (parties()[answered.entry].said, parties()[answered.entry].kind) == ("", kind)


def test_the_custodians_list_says_who_asked_through_whom_and_whether_an_id_was_checked(town: make.Town) -> None:
    from tests.attacks.browsing import browser

    father = make.related("father", town.ana, verified=False)
    at_counter(town.registrar.by, town.ana, f"contact-{town.mother.row.id}")
    at_counter(town.registrar.by, town.ana, f"contact-{father.row.id}", checked=False)
    page = browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode()
    for line in (
        "Mother Torres (a parent or guardian) asked at the counter to see the file; ID checked",
        "Father Torres (a parent or guardian) asked at the counter to see the file; no ID checked",
    ):
        row = next(it for it in page.split("<tr>") if line in it)
        assert "Registrar Abara" in row
    timeline = browser(town.principal.by).get(f"/students/{town.ana.id}/").content.decode()
    assert "Mother Torres (a parent or guardian) asked at the counter" in timeline
    assert "Through Registrar Abara" in timeline


def test_a_family_reads_that_somebody_asked_at_the_counter_and_not_as_what(town: make.Town) -> None:
    from tests.attacks.browsing import browser, words

    father = make.related("father", town.ana, verified=False)
    at_counter(town.registrar.by, town.ana, f"contact-{father.row.id}", checked=False)
    assert last_entry().act == "disclosure:answered"
    page = browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode()
    assert "Somebody Asked at the counter to see the file" in words(page)
    assert "A parent or guardian" not in page and "Father" not in page
    assert "right of a parent" not in page, "the reason would say it too"


def test_that_a_restrained_person_asked_is_kept_under_seal_and_named_on_no_list(town: make.Town) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    answered = at_counter(town.registrar.by, town.ana, f"contact-{father.row.id}")
    assert entry(answered.entry).sealed
    assert parties()[answered.entry].said == "Father Torres"
    for reader in (town.principal.by, town.mother.by):
        seen = who_has_looked(town.ana.id, by=reader, at=AT)
        assert isinstance(seen, Looked)
        assert seen.parties == {}
        assert {it.event.actor.role for it in seen.entries} <= {"somebody", "custodian"}


def test_a_name_longer_than_a_line_of_the_list_is_kept_by_its_beginning(town: make.Town) -> None:
    long = make.contact("Al", "x" * 300)
    make.relationship(town.ana, long)
    answered = at_counter(town.registrar.by, town.ana, f"contact-{long.id}")
    assert parties()[answered.entry].said == f"Al {'x' * 117}"


def test_a_contact_nobody_entered_is_missing(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        at_counter(town.registrar.by, town.ana, f"contact-{uuid4()}")


def test_of_somebody_without_a_name_it_is_not_known_that_no_order_binds_them(town: make.Town) -> None:
    def asked() -> tuple[str, bool]:
        decision = at_counter(town.registrar.by, town.ana, "somebody").decision
        return decision.outcome.value, decision.silent

    assert asked() == ("no", False)
    make.change(town.school, orders_entered_on=None)
    assert asked() == ("no", True), "paper orders are not entered: what is closed is closed in silence"
    make.change(town.school, orders_entered_on=AT.date())
    make.order(town.ana, make.contact("Luis", "Vega"))
    assert asked() == ("no", True)


def test_a_file_that_is_shut_to_the_clerk_has_no_counter(town: make.Town) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        at_counter(town.teacher.by, town.ben, "somebody")


def test_a_family_is_given_no_party_of_those_who_only_asked(town: make.Town) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    at_counter(town.registrar.by, town.ana, f"contact-{town.mother.row.id}")
    for reader, shown in ((town.mother.by, 0), (town.principal.by, 1)):
        seen = who_has_looked(town.ana.id, by=reader, at=AT)
        assert isinstance(seen, Looked) and len(seen.parties) == shown


@pytest.mark.parametrize("code", ["contact-", "contact-x", "contact-00000000"])
def test_a_contact_that_is_no_id_is_missing(town: make.Town, code: str) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        at_counter(town.registrar.by, town.ana, code)


def found(by: SignedIn, words: str) -> list[str]:
    from fileroom.disclosure.searching import search

    return [it.name for it in search(words, by=by, at=AT).students]


def test_a_search_shows_only_whom_the_searcher_may_open(town: make.Town) -> None:
    assert found(town.registrar.by, "Torres") == ["Ana Torres"]
    assert found(town.registrar.by, "ruiz") == ["Ben Ruiz"]
    assert found(town.teacher.by, "Torres") == ["Ana Torres"]
    assert found(town.teacher.by, "Ruiz") == []


def test_a_search_that_finds_nobody_and_one_that_may_show_nobody_look_alike(town: make.Town) -> None:
    from fileroom.disclosure.searching import search

    hidden, nobody = (search(words, by=town.teacher.by, at=AT) for words in ("Ruiz", "Nobody"))
    assert (hidden.students, hidden.more) == (nobody.students, nobody.more) == ((), False)


def test_a_search_is_noted_without_its_words(town: make.Town) -> None:
    found(town.teacher.by, "Torres")
    event = last_entry()
    assert (event.act, event.student, event.outcome) == ("student:searched", None, "1")
    assert "orres" not in repr(event)


def test_a_number_finds_by_ssid_and_a_search_of_too_many_asks_for_more_letters(town: make.Town) -> None:
    from fileroom.disclosure.searching import MOST, search

    make.change(town.ana, ssid="9104567917")
    assert found(town.registrar.by, "9104567917") == ["Ana Torres"]
    for number in range(MOST + 1):
        make.enrolment(make.student(f"Kim{number:02}", "Lee"), town.school)
    results = search("Lee", by=town.registrar.by, at=AT)
    assert (len(results.students), results.more) == (MOST, True)


def test_the_log_is_open_to_the_parent_and_the_custodian_and_not_to_a_teacher(town: make.Town) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    looks(town.teacher.by, filed(town.registrar.by, town.ana))
    for by in (town.mother.by, town.principal.by):
        seen = who_has_looked(town.ana.id, by=by, at=AT)
        assert isinstance(seen, Looked)
        assert {"record:collected", "record:inspected"} <= {noted.event.act.value for noted in seen.entries}
        assert seen.entry == last_entry().id and last_entry().act == "log:viewed"
    refused = who_has_looked(town.ana.id, by=town.teacher.by, at=AT)
    assert refused.decision.outcome == "no"
    assert (last_entry().act, last_entry().part) == ("disclosure:refused", "log")


def test_a_log_does_not_hold_the_look_that_is_being_taken_and_holds_the_one_before(town: make.Town) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    first = who_has_looked(town.ana.id, by=town.mother.by, at=AT)
    second = who_has_looked(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(first, Looked) and isinstance(second, Looked)
    assert first.entries == ()
    assert [noted.event.id for noted in second.entries] == [first.entry]


def test_a_familys_proof_holds_the_request_for_it_and_is_checked_offline(
    town: make.Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import fileroom_verify
    from fileroom.disclosure.log import Proof, proof_for_family

    looks(town.teacher.by, filed(town.registrar.by, town.ana))
    proof = proof_for_family(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(proof, Proof)
    assert str(proof.entry) in proof.bundle and "Torres" not in proof.bundle
    path = tmp_path / "fileroom-proof.json"
    path.write_text(proof.bundle)
    assert fileroom_verify.main([str(path)]) == 0
    assert "these are all 3 entries" in capsys.readouterr().out.lower()
    path.write_text(proof.bundle.replace("record:inspected", "record:collected"))
    assert fileroom_verify.main([str(path)]) == 1


def test_a_proof_is_for_those_who_may_read_the_log(town: make.Town) -> None:
    from fileroom.disclosure.log import proof_for_family
    from fileroom.people.answers import Refused

    refused = proof_for_family(town.ana.id, by=town.teacher.by, at=AT)
    assert isinstance(refused, Refused)
    assert [(it.act.value, it.id) for it in entries()] == [("disclosure:refused", refused.entry)]
