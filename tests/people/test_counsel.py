"""What counsel has signed for decides how the law answers: doubts, readings, releases, from their day on."""

from __future__ import annotations

import dataclasses
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError

from fileroom import law
from fileroom.law import Outcome, Question
from fileroom.law.book import RULES, rulebook
from fileroom.law.examples import bases, changed
from fileroom.law.kernel.rule import Effect
from fileroom.law.signing import INSTALLED, Release, first_release, releases, rule_text, signables
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import outcome
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.people.counsel_desk import Desk, Row

RIGHT = "disclosure.parents.absolute_access"
DAY, LATER = timedelta(days=1), timedelta(minutes=1)
ON_MEMORY = next(name for kind, name in signables() if kind == "rule")
ITEM = next(name for kind, name in signables() if kind == "item")


@pytest.fixture
def designee(district: str) -> Any:
    clerk = make.staffed("helen", "administrator", None)
    return clerk.by


def sign(by: Any, kind: str = "rule", item: str = ON_MEMORY, **more: Any) -> Any:
    from fileroom.people import signing

    given: Any = {"effect": "confirmed", "from_on": TODAY, "at": AT} | more
    return signing.sign(kind, item, by=by, **given)


def desk(by: Any, at: Any = AT) -> Desk:
    from fileroom.people import counsel_desk

    return counsel_desk.desk(by=by, at=at)


def row(by: Any, item: str = ON_MEMORY) -> Row:
    return next(it for it in desk(by).rows if it.thing.name == item)


def acts() -> list[tuple[str, str, str]]:
    """(act, part, outcome) of every event of signing, in the order written."""
    from fileroom.hosting import district_transaction
    from fileroom.ledger.models import Event

    with district_transaction():
        found = Event.objects.filter(act__startswith="law:").order_by("at").values_list("act", "part", "outcome")
        return list(found)


def rests_on_memory(monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    """Let counsel's desk list a rule that was read in its text, to see a signature bite where the program asks."""
    from fileroom.law.signing import Signable
    from fileroom.people import counsel_desk, signing

    it = next(each for each in RULES if each.id == rule)
    more = {**signables(), ("rule", rule): Signable("rule", rule, it.says, it.cites, rule_text(it))}
    monkeypatch.setattr(signing, "signables", lambda: more)
    monkeypatch.setattr(counsel_desk, "signables", lambda: more)


def test_a_right_that_counsel_doubts_waits_for_counsel_from_its_day_and_is_back_when_counsel_confirms_it(
    town: make.Town, designee: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests_on_memory(monkeypatch, RIGHT)
    assert outcome(town.mother.by, town.ana) == "must"
    sign(designee, item=RIGHT, effect="counsel_first", from_on=TODAY + DAY)
    assert outcome(town.mother.by, town.ana) == "must"
    sign(designee, item=RIGHT, effect="counsel_first", at=AT + LATER)
    assert outcome(town.mother.by, town.ana) == "needs_more"
    sign(designee, item=RIGHT, effect="confirmed", at=AT + 2 * LATER)
    assert outcome(town.mother.by, town.ana) == "must"


def test_each_signature_is_a_line_of_the_ledger_and_the_newest_counts(designee: Any) -> None:
    sign(designee, effect="counsel_first")
    sign(designee, effect="confirmed", at=AT + LATER)
    text = signables()["rule", ON_MEMORY].text
    assert acts() == [
        ("law:signed", f"rule:{ON_MEMORY}", f"counsel_first:{TODAY}:{text}"),
        ("law:signed", f"rule:{ON_MEMORY}", f"confirmed:{TODAY}:{text}"),
    ]
    assert [it.effect for it in row(designee).history] == ["confirmed", "counsel_first"]
    assert row(designee).history[0].who == "Helen Abara"


@pytest.mark.parametrize("role", ["registrar", "principal", "teacher"])
def test_who_is_not_designated_signs_nothing_and_the_try_is_noted(town: make.Town, role: str) -> None:
    from fileroom.people.answers import Refused

    answer = sign(getattr(town, role).by)
    assert isinstance(answer, Refused)
    assert answer.decision.outcome is Outcome.NO
    assert not row(town.registrar.by).history
    assert [act for act, _, _ in acts()] == ["law:sign_refused"]
    assert not desk(town.registrar.by).may_sign


def test_counsel_of_the_whole_district_signs_and_opens_no_file(town: make.Town) -> None:
    counsel = make.staffed("counsel", "counsel", None)
    assert desk(counsel.by).may_sign
    assert outcome(counsel.by, town.ana) == "no"
    assert not desk(make.staffed("other", "counsel", town.school).by).may_sign


@pytest.mark.parametrize(
    "wrong",
    [{"item": "disclosure.parents.nothing"}, {"item": RIGHT}, {"effect": "never"}, {"from_on": TODAY - DAY},
     {"from_on": TODAY + 2000 * DAY}, {"kind": "release", "item": "99"}, {"kind": "reading"},
     {"kind": "release", "item": "1", "effect": "counsel_first"}],
)  # fmt: skip
def test_what_cannot_be_signed_is_not_kept(designee: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        sign(designee, **wrong)
    assert acts() == []


def test_a_signature_of_a_text_that_has_changed_counts_no_more(designee: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.people import counsel_desk

    sign(designee)
    assert row(designee).stands is not None
    before = desk(designee).unsigned
    changed_ = {key: dataclasses.replace(it, text="0" * 64) for key, it in signables().items()}
    monkeypatch.setattr(counsel_desk, "signables", lambda: changed_)
    assert row(designee).stands is None
    assert row(designee).history[0].effect == "confirmed"
    assert desk(designee).unsigned == before + 1


def test_a_catalogue_item_is_signed_for_too_and_changes_no_answer(town: make.Town, designee: Any) -> None:
    sign(designee, "item", ITEM, effect="counsel_first")
    assert row(designee, ITEM).stands is not None
    assert outcome(town.mother.by, town.ana) == "must"


def test_a_reading_holds_from_its_day_and_the_safe_one_until_then(designee: Any) -> None:
    from fileroom.people import counsel, signing

    def read(days: int) -> dict[str, str]:
        return counsel.standing_now().chosen(TODAY + days * DAY)

    assert desk(designee).choices[0].holds == "A"
    signing.choose("interim_reading", "C", from_on=TODAY + DAY, by=designee, at=AT)
    assert (read(0), read(1)) == ({}, {"interim_reading": "C"})
    signing.choose("interim_reading", "B", from_on=TODAY, by=designee, at=AT + LATER)
    assert (read(0), read(1)) == ({"interim_reading": "B"}, {"interim_reading": "B"})
    assert [it.effect for it in desk(designee).choices[0].history] == ["B", "C"]
    with pytest.raises(ValidationError):
        signing.choose("interim_reading", "D", from_on=TODAY, by=designee, at=AT)


def test_the_question_that_is_decided_is_read_as_the_district_chose(
    designee: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.people import counsel, signing

    signing.choose("interim_reading", "B", from_on=TODAY, by=designee, at=AT)
    asked: list[Question] = []
    real = law.decide

    def decide(q: Question, *more: Any) -> law.Decision:
        asked.append(q)
        return real(q, *more)

    monkeypatch.setattr(law, "decide", decide)
    counsel.decide(Question.from_json(bases()["parent"]))
    counsel.decide(Question.from_json(changed(bases()["parent"], {"on": "2020-01-01"})))
    assert [it.district.interim_reading for it in asked] == ["B", "A"]


def test_a_change_of_law_bites_only_when_it_is_signed_for(
    town: make.Town, designee: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom import law
    from fileroom.law import book
    from fileroom.people import counsel_desk, signing

    old = next(each for each in RULES if each.id == RIGHT)
    ban = next(each for each in RULES if each.effect is Effect.FORBIDS)
    new = dataclasses.replace(ban, id="test.new", when=old.when, says="New.", effective=None, release=INSTALLED + 1)
    upgraded = rulebook((*RULES, new))
    came = (Release(INSTALLED + 1, (new,), ()),)
    for module in (signing, counsel_desk):
        monkeypatch.setattr(module, "releases", lambda: came)
    monkeypatch.setattr(book, "BOOK", upgraded)
    assert law.decide(Question.from_json(bases()["parent"])).outcome is Outcome.NO
    signing.found(at=AT)
    assert outcome(town.mother.by, town.ana) == "must"
    waiting = desk(designee)
    assert (waiting.release, waiting.changes[0].release.number) == (1, INSTALLED + 1)
    sign(designee, "release", str(INSTALLED + 1), from_on=TODAY + DAY)
    assert outcome(town.mother.by, town.ana) == "must"
    sign(designee, "release", str(INSTALLED + 1), at=AT + LATER)
    assert outcome(town.mother.by, town.ana) == "no"
    assert desk(designee).unsigned == waiting.unsigned - 2, "the change, and the law that now decides"


def test_a_district_that_has_signed_nothing_is_asked_for_the_law_that_decides_and_nothing_waits_for_it(
    town: make.Town, designee: Any
) -> None:
    before = desk(designee)
    assert (before.release, before.vouched, before.is_signed_for) == (1, (), False)
    assert outcome(town.mother.by, town.ana) == "must"
    sign(designee, "release", "1")
    after = desk(designee)
    assert (after.release, after.is_signed_for, after.unsigned) == (1, True, before.unsigned - 1)
    assert after.vouched[0].who == "Helen Abara"
    assert acts() == [("law:signed", "release:1", f"confirmed:{TODAY}:{first_release().text}")]
    assert outcome(town.mother.by, town.ana) == "must"


def test_the_programs_own_signature_is_no_persons(district: str) -> None:
    from fileroom.people import signing

    signing.found(at=AT)
    helen = make.staffed("helen", "administrator", None)
    stands = desk(helen.by)
    assert [it.person for it in stands.vouched] == [False]
    assert not stands.is_signed_for


def test_a_signature_for_a_release_whose_text_has_changed_since_is_asked_for_again(
    designee: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.people import counsel_desk

    sign(designee, "release", "1")
    altered = dataclasses.replace(first_release(), begins=RULES[:-1])
    monkeypatch.setattr(counsel_desk, "first_release", lambda: altered)
    assert not desk(designee).is_signed_for


def test_a_new_district_begins_with_the_release_that_is_installed_signed_for_by_the_program(district: str) -> None:
    from fileroom.people import counsel, signing

    assert signing.found(at=AT) is not None
    assert signing.found(at=AT) is None
    assert counsel.standing_now().release(TODAY) == INSTALLED
    text = {it.number: it.text for it in (first_release(), *releases())}[INSTALLED]
    assert acts() == [("law:signed", f"release:{INSTALLED}", f"confirmed:{TODAY}:{text}")]


def test_a_district_that_has_people_already_is_not_founded_again(town: make.Town) -> None:
    from fileroom.people import signing

    assert signing.found(at=AT) is None
    assert acts() == []


def test_what_was_signed_elsewhere_is_known_within_seconds(designee: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.people import counsel

    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    counsel.forget()
    counsel.standing_now()
    monkeypatch.setattr("fileroom.people.signing.forget", lambda: None)
    sign(designee, effect="counsel_first")
    assert counsel.standing_now().doubted(TODAY) == frozenset()
    now[0] += counsel.REMEMBERED_S
    assert counsel.standing_now().doubted(TODAY) == {ON_MEMORY}


def test_one_districts_signatures_are_not_anothers(designee: Any) -> None:
    from fileroom.hosting import serving
    from fileroom.people import counsel

    sign(designee, effect="counsel_first")
    with serving("mesa_verde"):
        assert counsel.standing_now().doubted(TODAY) == frozenset()
    assert counsel.standing_now().doubted(TODAY) == {ON_MEMORY}
