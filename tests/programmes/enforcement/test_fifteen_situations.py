"""Fifteen situations at a counter, paper by paper: each ends with the right words, entries and duties, and none tells
of a paper that it is good."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.enforcement.coming import answers, comes, owed, row, shows

if TYPE_CHECKING:
    from fileroom.programmes.enforcement.services import Told

KNOWN = {"immigration_enforcement.notify_superintendent"}
READ = {"immigration_enforcement.counsel_review"}
ALWAYS = KNOWN | READ | {"immigration_enforcement.document_encounter", "immigration_enforcement.report_to_board"}
STRICT = ALWAYS | {"immigration_requests.write_to_childrens_justice"}
TOLD, TOLD_OF_A_PAPER = {"immigration_enforcement.notify_parent_after"}, {"court_notices.of_a_paper_that_opens_nothing"}
OF_A_FAMILY = STRICT | TOLD | {"immigration_requests.give_family_the_papers"}
SILENT = {"court_notices.do_not_notify_parent", "court_process_limits.review_at_expiry"}
SILENCED = STRICT | SILENT
ASKED_FIRST = {"immigration_requests.ask_whether_home_hears"}
A_VISIT = {"statutory_log.log_request", *KNOWN}  # Ed. Code 49064; and by the district's own word
AT_THE_DOOR = {"nonpublic_areas.officers_without_a_judges_paper"}
GOOD = {"court": "federal", "judge": "yes", "signed": "yes", "matches": "yes", "silence": "no"}
GAG = GOOD | {"silence": "yes"}


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
    harm: str = ""
    wants: tuple[str, ...] = ("records",)
    channel: str = "in_person"
    was: str = ""  # who they were first taken for


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
        "police", "immigration_wait", OF_A_FAMILY | AT_THE_DOOR, "ao_442", GOOD, joined="yes", harm="no",
        wants=("student",),
    ),
    Situation(
        "The same police do not say whether they ask about harm to a child",
        "police", "immigration_wait", STRICT | ASKED_FIRST | AT_THE_DOOR, "ao_442", GOOD, joined="yes",
        harm="not_seen", wants=("student",),
    ),
    Situation(
        "A sheriff's detective alone, about harm to a child at home, with a search warrant for its records",
        "police", "police_wait", {"statutory_log.log_request", "court_notices.counsel_review", *AT_THE_DOOR},
        "state_warrant", GOOD | {"court": "state"}, joined="no", harm="yes",
    ),
    Situation(
        "A federal subpoena, AO 88B, that says nobody may be told",
        "immigration", "immigration_wait", SILENCED, "ao_88b", GAG,
    ),
    Situation(
        "The same, and what signed it is a clerk: no judge",
        "immigration", "immigration_no", SILENCED, "ao_88b", GAG | {"judge": "no"},
    ),
    Situation(
        "A subpoena of a federal grand jury, AO 110, that says nobody may be told, signed by the clerk",
        "immigration", "immigration_no", SILENCED, "ao_110", GAG | {"judge": "no"},
    ),
    Situation(
        "A state subpoena that says nobody may be told, and the address on it is another",
        "immigration", "immigration_no", SILENCED, "state_subpoena", GAG | {"court": "state", "matches": "no"},
    ),
    Situation(
        "An order that says nobody may be told, and they want to come in",
        "immigration", "immigration_wait", SILENCED, "court_order", GAG, wants=("entry",),
    ),
    Situation(
        "An I-138 that says nobody may be told: an agency's own word",
        "immigration", "immigration_no", OF_A_FAMILY, "i_138", {"silence": "yes"},
    ),
    Situation(
        "Somebody who serves papers brings a state subpoena that says nobody may be told",
        "process_server", "process_server", A_VISIT | READ | SILENT, "state_subpoena", GAG | {"court": "state"},
        joined="no",
    ),
    Situation(
        "A state subpoena brought by somebody who serves papers",
        "process_server", "process_server", A_VISIT | READ | TOLD_OF_A_PAPER,
        "state_subpoena", joined="no",
    ),
    Situation(
        "The visa program writes about an F-1 student",
        "immigration", "immigration_no", OF_A_FAMILY, "sevp_letter", channel="written",
    ),
    Situation(
        "A voice on the telephone asks whether a teacher is at work today",
        # Until they say what they want, the family of whoever they came for is to be told; that there is none the
        # designee says, and no counter.
        "not_sure", "immigration_no", OF_A_FAMILY, wants=("staff",), channel="telephone",
    ),
    Situation(
        "Police, alone and without a paper, want to come in",
        "police", "police_no", {"statutory_log.log_request", *AT_THE_DOOR}, "nothing", joined="no",
        wants=("entry",),
    ),
    Situation(
        "A county caseworker wants to speak with a child",
        "child_welfare", "child_welfare", A_VISIT, joined="no", wants=("student",),
    ),
    Situation(
        "A county caseworker who will not say whether immigration is with them wants to speak with a child",
        "child_welfare", "immigration_no", STRICT | ASKED_FIRST, joined="not_seen", wants=("student",),
    ),
    Situation(
        "A county caseworker and an immigration officer with a judge's order that names a child",
        "child_welfare", "immigration_wait", STRICT | ASKED_FIRST, "court_order", GOOD, joined="yes",
    ),
    Situation(
        "A county caseworker with an order that says nobody may be told, and who is with them is not known",
        "child_welfare", "immigration_wait", SILENCED, "court_order", GAG, joined="not_seen",
    ),
    Situation(
        "Somebody who was first taken for an agent turns out to be a caseworker; who is with them is not known",
        "child_welfare", "immigration_no", STRICT | ASKED_FIRST, joined="not_seen", wants=("student",), was="not_sure",
    ),
    Situation(
        "Somebody who was first taken for a caseworker turns out to be of immigration",
        "immigration", "immigration_no", STRICT | ASKED_FIRST, wants=("student",), was="child_welfare",
    ),
    Situation(
        "An e-mail of an agency asks for a class list",
        "immigration", "immigration_no", OF_A_FAMILY, "agency_letter", channel="written",
    ),
    Situation(
        "Police who will not say whether immigration is with them ask where a family lives",
        "police", "immigration_no", OF_A_FAMILY | AT_THE_DOOR, joined="not_seen", harm="no",
    ),
)  # fmt: skip


def test_there_are_fifteen_at_least() -> None:
    assert len(SITUATIONS) >= 15 and len({it.says for it in SITUATIONS}) == len(SITUATIONS)


def ends(town: make.Town, it: Situation) -> Told:
    """They come, answer what is asked, and show what they hold."""
    from fileroom.programmes.enforcement.encounters import Asker

    by = town.registrar.by
    last = opened = comes(by, it.was or it.asker, channel=it.channel)
    if it.was:
        answers(opened.id, by, joined="not_seen" if it.was == "child_welfare" else "")
    if it.joined or it.wants or it.was:
        last = answers(opened.id, by, joined=it.joined, harm=it.harm, wants=it.wants, asker=Asker(it.asker))
    return shows(opened.id, by, it.paper, **it.seen) if it.paper else last


def about(of: UUID) -> set[str]:
    """The rules by which something is owed about it."""
    from fileroom.duties.queries import about as open_duties

    return {it.rule.partition(".")[2] for it in open_duties("enforcement", [of], at=AT)}


@pytest.mark.parametrize("it", SITUATIONS, ids=lambda it: it.says)
def test_each_ends_with_the_right_instruction_records_and_duties(town: make.Town, it: Situation) -> None:
    opened = last = ends(town, it)
    assert last.script.code == it.script
    assert about(opened.id) == it.duties
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

    opened = ends(town, it)
    said = encounter_of(row(opened.id))
    decided = {counsel.decide(asked).outcome.value for asked in questions(said, on=AT.date())}
    assert decided and decided <= {"no", "needs_more"}


@pytest.mark.parametrize("it", [it for it in SITUATIONS if it.duties >= STRICT], ids=lambda it: it.says)
def test_what_the_law_takes_as_immigration_enforcement_is_owed_at_once(town: make.Town, it: Situation) -> None:
    opened = comes(town.registrar.by, it.asker, channel=it.channel)
    if it.joined:
        answers(opened.id, town.registrar.by, joined=it.joined)
    assert about(opened.id) >= ALWAYS
    assert owed(opened.id)["notify_superintendent"] == make.TODAY
