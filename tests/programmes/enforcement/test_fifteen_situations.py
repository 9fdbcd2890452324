"""Fifteen situations at a counter, paper by paper: each ends with the right words, entries and duties, and none tells
of a paper that it is good."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests import factories as make
from tests.disclosure.asking import entries
from tests.programmes.enforcement.coming import answers, comes, owed, row, shows

ALWAYS = {"notify_superintendent", "document_encounter", "counsel_review", "report_to_board"}
STRICT = ALWAYS | {"write_to_childrens_justice"}
OF_A_FAMILY = STRICT | {"notify_parent_after", "give_family_the_papers"}
SILENCED = STRICT | {"do_not_notify_parent", "review_at_expiry"}
A_VISIT = {"log_request", "notify_superintendent"}  # Ed. Code 49064; and by the district's own word
GOOD = {"court": "federal", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "no"}


@dataclass(frozen=True)
class Situation:
    """Who comes, with what in hand, and what has to follow."""

    says: str
    asker: str
    script: str
    duties: set[str]
    paper: str = ""
    seen: dict[str, str] = field(default_factory=dict)
    joined: str = ""
    wants: tuple[str, ...] = ("records",)
    channel: str = "in_person"


SITUATIONS = (
    Situation(
        "An agent with an I-200 wants a student brought to the office",
        "immigration", "immigration_no", OF_A_FAMILY, "i_200", wants=("student",),
    ),
    Situation(
        "An agent with an I-205 wants to wait in the hall by the classrooms",
        "immigration", "immigration_no", OF_A_FAMILY, "i_205", wants=("entry",),
    ),
    Situation(
        "An I-138 for enrolment lists comes by mail",
        "immigration", "immigration_no", OF_A_FAMILY, "i_138", channel="written",
    ),
    Situation(
        "An I-247A is handed over by somebody who will not say whom they are from",
        "not_sure", "immigration_no", OF_A_FAMILY, "i_247a", wants=("student",),
    ),
    Situation(
        "A Notice to Appear, I-862, and a question where the family lives",
        "immigration", "immigration_no", OF_A_FAMILY, "i_862",
    ),
    Situation(
        "An order of removal by an immigration judge, signed, with the right address",
        "immigration", "immigration_no", OF_A_FAMILY, "immigration_court", GOOD | {"court": "immigration"},
    ),
    Situation(
        "A search warrant, AO 93, complete to the eye",
        "immigration", "immigration_wait", OF_A_FAMILY, "ao_93", GOOD,
    ),
    Situation(
        "A search warrant on the form AO 93 with an officer's name where the judge's should be",
        "immigration", "immigration_no", OF_A_FAMILY, "ao_93", GOOD | {"judge": "no"},
    ),
    Situation(
        "Police with an arrest warrant, AO 442, and immigration officers in the second car",
        "police", "immigration_wait", OF_A_FAMILY, "ao_442", GOOD, joined="yes", wants=("student",),
    ),
    Situation(
        "A federal subpoena, AO 88B, that says nobody may be told",
        "immigration", "immigration_wait", SILENCED, "ao_88b", GOOD | {"silence": "yes"},
    ),
    Situation(
        "A state subpoena brought by somebody who serves papers",
        "process_server", "process_server", A_VISIT | {"counsel_review", "of_a_paper_that_opens_nothing"},
        "state_subpoena", joined="no",
    ),
    Situation(
        "The visa program writes about an F-1 student",
        "immigration", "immigration_no", OF_A_FAMILY, "sevp_letter", channel="written",
    ),
    Situation(
        "A voice on the telephone asks whether a teacher is at work today",
        "not_sure", "immigration_no", STRICT, wants=("staff",), channel="telephone",
    ),
    Situation(
        "Police, alone and without a paper, want to come in",
        "police", "police_no", {"officers_without_a_judges_paper", "log_request"}, "nothing", joined="no",
        wants=("entry",),
    ),
    Situation(
        "A county caseworker wants to speak with a child",
        "child_welfare", "child_welfare", A_VISIT, joined="no", wants=("student",),
    ),
)  # fmt: skip
# Under the strictest answer until it is known what they want, the family of whoever they came for is to be told.
LEFT_OVER = {"notify_parent_after", "give_family_the_papers", "officers_without_a_judges_paper"}


def test_there_are_fifteen() -> None:
    assert len(SITUATIONS) == 15 and len({it.says for it in SITUATIONS}) == 15


@pytest.mark.parametrize("it", SITUATIONS, ids=lambda it: it.says)
def test_each_ends_with_the_right_instruction_records_and_duties(town: make.Town, it: Situation) -> None:
    by = town.registrar.by
    opened = comes(by, it.asker, channel=it.channel)
    last = answers(opened.id, by, joined=it.joined, wants=it.wants)
    if it.paper:
        last = shows(opened.id, by, it.paper, **it.seen)
    assert last.script.code == it.script
    assert it.duties <= set(owed(opened.id)) <= it.duties | LEFT_OVER
    kept = row(opened.id)
    assert (kept.asker, kept.channel, kept.wants) == (it.asker, it.channel, list(it.wants))
    assert [paper["form"] for paper in kept.papers] == ([it.paper] if it.paper else [])
    noted = [entry for entry in entries() if entry.record == opened.id]
    assert noted[0].act.value == "enforcement:opened"
    assert {(entry.sealed, entry.student) for entry in noted} == {(True, None)}
    assert any(entry.rules for entry in noted), "what the law answered stands in the ledger"


@pytest.mark.parametrize("it", [it for it in SITUATIONS if it.paper], ids=lambda it: it.says)
def test_of_no_paper_at_a_counter_does_the_law_say_that_it_opens(town: make.Town, it: Situation) -> None:
    from fileroom.people import counsel
    from fileroom.programmes.enforcement.encounters import questions
    from fileroom.programmes.enforcement.services import encounter_of
    from tests.conftest import AT

    by = town.registrar.by
    opened = comes(by, it.asker, channel=it.channel)
    answers(opened.id, by, joined=it.joined, wants=it.wants)
    shows(opened.id, by, it.paper, **it.seen)
    said = encounter_of(row(opened.id))
    decided = {counsel.decide(asked).outcome.value for asked in questions(said, on=AT.date())}
    assert decided and decided <= {"no", "needs_more"}


@pytest.mark.parametrize("it", [it for it in SITUATIONS if it.duties >= STRICT], ids=lambda it: it.says)
def test_what_the_law_takes_as_immigration_enforcement_is_owed_at_once(town: make.Town, it: Situation) -> None:
    opened = comes(town.registrar.by, it.asker, channel=it.channel)
    if it.joined:
        answers(opened.id, town.registrar.by, joined=it.joined)
    assert set(owed(opened.id)) >= ALWAYS
    assert owed(opened.id)["notify_superintendent"] == make.TODAY
