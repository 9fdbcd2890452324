"""Each act of the ledger is sorted for the scope of an incident: something of a student was shown by it, or not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from fileroom.ledger.acts import Act
from tests.each import each

# By these nobody is shown anything of a student that they had not brought themselves. Who adds an act sorts it here, or
# into SHOWN, IN_VAIN or SEARCHED of programmes/incidents/scope.py.
SHOWS_NOTHING = (
    "absence:noted", "absence:returned", "absence:settle_refused", "absence:settled",
    "account:closed", "account:corrected", "account:invited", "account:joined", "account:made", "account:opened",
    "account:refused", "account:reopened", "account:sign_in_locked",
    "account:sign_in_refused", "account:signed_in", "account:signed_out", "address:card_end_proposed",
    "address:card_end_withdrawn", "address:card_ended", "address:card_entered", "address:card_looked_after",
    "address:card_looked_at", "address:card_renewed", "address:refused", "address:written_over", "backup:failed",
    "backup:restored", "backup:taken", "bundle:imported", "calendar:completed", "calendar:corrected",
    "calendar:entered", "calendar:reopened", "calendar:taken_away", "child:asked_for",
    "choice:made", "choice:refused", "choice:withdrawn",
    "caseload:ended", "caseload:given", "caseload:refused",
    "choices:confirmed", "choices:miscounted", "choices:turned_back", "choices:wait", "circumstance:noted",
    "circumstance:over",
    "circumstance:refused", "collection:refused", "company:answered", "company:asked",
    "contract:changed", "contract:ended", "contract:entered",
    "contract:noticed", "contract:returned", "custodian:designated", "custodian:held_again", "custodian:refused",
    "custodian:vacant", "custody:entered", "custody:refused", "delegation:ended", "delegation:given",
    "demand:answered", "demand:closed", "demand:escalated",
    "demand:refused", "demand:reminded", "demand:signed", "demand:time_given", "directory:notice_given",
    "directory:policy_adopted", "directory:recipient_barred",
    "disclosure:answered", "disclosure:put_off", "disposal:refused", "door:refused",
    "duty:moved", "duty:noted", "employee:certificated", "employee:listed",
    "enforcement:answered", "enforcement:closed", "enforcement:done", "enforcement:found",
    "enforcement:looked_at", "enforcement:noted", "enforcement:notice_dropped", "enforcement:notice_prepared",
    "enforcement:notice_refused", "enforcement:notice_sent", "enforcement:opened", "enforcement:refused",
    "enforcement:report_heard", "enforcement:report_moved", "enforcement:report_signed", "enforcement:report_unheard",
    "enforcement:report_withdrawn", "enforcement:reported",
    "essentials:made", "essentials:missed", "essentials:stored", "exception:approved",
    "exception:declared", "exception:refused", "exception:withdrawn", "form:refused", "form:retired", "form:screened",
    "gap:explained", "guide:noted", "guide:owed", "guide:posted", "incident:assessed", "incident:closed",
    "incident:done", "incident:handed", "incident:looked_at", "incident:noted", "incident:refused", "incident:reported",
    "incident:scoped", "incident:sent", "incident:spared", "incident:told", "languages:counted", "law:sign_refused",
    "law:signed", "ledger:checked", "letter:handed_over",
    "limit:confirmed", "link:entered", "link:made", "link:withdrawn", "list:approved",
    "list:prepared", "list:refused", "list:stopped", "mail:addressed", "mail:given_up", "mail:lost", "mail:queued",
    "mail:released", "mail:sent", "mail:settled", "mail:withdrawn", "mail:withheld", "map:saved", "mark:chosen",
    "mark:copy_asked", "mark:copy_cleared", "mark:copy_left_out", "mark:copy_read", "mark:copy_reasoned",
    "mark:copy_recalled", "mark:put_on",
    "mark:taken_off", "mark:to_be_taken_off", "milestone:ended", "milestone:entered", "milestone:refused",
    "nonenrolment:asked", "nonenrolment:cleared", "nonenrolment:closed", "nonenrolment:decided",
    "nonenrolment:police_told", "nonenrolment:refused", "nonenrolment:sent", "notice:acknowledged", "notice:adopted",
    "notice:not_translated", "notice:owed", "notice:refused", "notice:told", "notice:translated", "notice:untold",
    "notice:wished",
    "opening:reviewed", "order:claimed", "order:compared", "order:filed",
    "order:lift_proposed", "order:lift_refused", "order:lift_withdrawn", "order:lifted",
    "order:namesake_said", "order:protection_said", "order:reviewed", "orders:confirmed", "orders:miscounted",
    "orders:not_signed_for", "orders:protocol_lacks", "orders:protocol_whole", "orders:receiver_named",
    "orders:sign_refused", "orders:sign_withdrawn", "orders:signed_for", "orders:turned_back", "orders:wait",
    "police:told", "policy:entered", "policy:looked_at", "possible_order:looked_into",
    "possible_order:refused", "purpose:stated",
    "quarantine:destroyed", "quarantine:filed", "quarantine:held", "quarantine:kept", "quarantine:read_again",
    "quarantine:redacted", "quarantine:refused", "quarantine:returned", "quarantine:told_anew",
    "reading:alarmed", "reading:looked_at", "reading:settled", "record:collected",
    "record:opened_anyway", "record:shredded", "regulation:adopted", "rights:verified", "rights:verify_refused",
    "role:agreed", "role:ended", "role:given", "role:proposed", "role:refused", "role:turned_back",
    "setting:said", "social_media:corrected", "social_media:counsel_said",
    "social_media:gatherer_ended", "social_media:gatherer_named",
    "social_media:notice_sent", "social_media:owed", "social_media:refused", "social_media:step",
    "social_media:vendor_destroyed", "social_media:vendor_ended", "social_media:vendor_entered",
    "social_media:vendor_told", "social_media:wish_answered", "social_media:wished", "steps:approved",
    "steps:returned", "steps:withdrawn", "steps:written", "text:deidentified", "token:accepted", "token:made",
    "token:turned_away", "token:withdrawn", "tool:approved", "tool:entered", "tool:stopped",
    "training:assigned", "training:completed", "training:gate_set", "training:let_go", "training:listed",
    "training:refused", "transfer:received", "vendor:app_asked", "vendor:app_refused", "vendor:asked",
    "vendor:breach_passed_on",
    "vendor:breach_told", "vendor:changed", "vendor:declared", "vendor:entered", "vendor:held",
)  # fmt: skip


@each("act", list(Act), ids=lambda act: act.value)
def test_each_act_is_sorted_once(act: Act, installation: object) -> None:
    from fileroom.programmes.incidents.scope import IN_VAIN, SEARCHED, SHOWN

    places = [act in SHOWN, act in IN_VAIN, act in SEARCHED, act.value in SHOWS_NOTHING]
    assert sum(places) == 1, f"{act.value}: sort it for the scope of an incident"


def test_no_act_is_sorted_that_there_is_not() -> None:
    assert sorted(set(SHOWS_NOTHING)) == sorted(SHOWS_NOTHING)
    assert [it for it in SHOWS_NOTHING if it not in list(Act)] == []


SOURCE = Path(__file__).parents[2] / "src" / "fileroom"


def written(act: Act) -> Iterator[tuple[str, set[str | None]]]:
    """Where an act is handed to a call, and by which names the call's other arguments go."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text()
        if f"Act.{act.name}" not in text or path.parts[-2] == "ledger":
            continue
        for it in ast.walk(ast.parse(text)):
            if isinstance(it, ast.Call) and any(ast.unparse(one) == f"Act.{act.name}" for one in it.args):
                yield f"{path.name}:{it.lineno}", {one.arg for one in it.keywords}


def test_whatever_shows_somebody_names_a_student_or_says_how_many_or_is_counted_as_one(installation: object) -> None:
    """What a scope counts: an act that is none of these reaches nobody, whatever it has shown."""
    from fileroom.programmes.incidents.scope import BESIDE, BY_NUMBER, OF_NO_STUDENT, SEARCHED, SHOWN

    for act in (*BY_NUMBER, *SEARCHED):
        found = list(written(act))
        assert found, act
        assert [place for place, names in found if "outcome" not in names] == [], f"{act.value}: it says how many"
    for act in set(SHOWN) - {*BY_NUMBER, *OF_NO_STUDENT, *BESIDE}:
        plain = [(place, names) for place, names in written(act) if names & {"by", "sealed"}]
        assert [place for place, names in plain if "student" not in names] == [], f"{act.value}: of which student?"
    assert {*BY_NUMBER, *OF_NO_STUDENT, *BESIDE} <= set(SHOWN)
