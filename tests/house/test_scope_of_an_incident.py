"""Each act of the ledger is sorted for the scope of an incident: something of a student was shown by it, or not."""

from __future__ import annotations

import pytest

from fileroom.ledger.events import Act

# By these nobody is shown anything of a student that they had not brought themselves. Who adds an act sorts it here, or
# into SHOWN, IN_VAIN or SEARCHED of programmes/incidents/scope.py.
SHOWS_NOTHING = (
    "absence:noted", "absence:returned", "absence:settle_refused", "absence:settled", "account:sign_in_locked",
    "account:sign_in_refused", "account:signed_in", "account:signed_out", "backup:failed", "backup:restored",
    "backup:taken", "bundle:imported", "collection:refused", "contract:entered", "contract:noticed",
    "custodian:designated", "custodian:held_again", "custodian:refused", "custodian:vacant", "disclosure:answered",
    "disclosure:put_off", "employee:certificated", "enforcement:answered", "enforcement:closed", "enforcement:done",
    "enforcement:looked_at", "enforcement:noted", "enforcement:opened", "enforcement:refused",
    "enforcement:report_signed", "enforcement:reported", "exception:approved", "exception:declared",
    "exception:refused", "exception:withdrawn", "form:refused", "form:retired", "form:screened", "gap:explained",
    "incident:scoped", "law:sign_refused", "law:signed", "ledger:checked", "limit:confirmed", "map:saved",
    "milestone:ended", "milestone:entered", "milestone:refused", "nonenrolment:asked", "nonenrolment:refused",
    "opening:reviewed", "order:filed", "order:lift_proposed", "order:lift_refused", "order:lift_withdrawn",
    "order:lifted", "order:reviewed", "orders:not_signed_for", "orders:protocol_lacks", "orders:protocol_whole",
    "orders:receiver_named", "orders:sign_refused", "orders:sign_withdrawn", "orders:signed_for", "policy:entered",
    "possible_order:looked_into", "possible_order:refused", "purpose:stated", "quarantine:destroyed",
    "quarantine:held", "quarantine:kept", "quarantine:redacted", "quarantine:refused", "quarantine:returned",
    "record:collected", "record:opened_anyway", "record:shredded", "rights:verified", "rights:verify_refused",
    "training:assigned", "training:completed", "training:gate_set", "training:let_go", "training:listed",
    "training:refused", "transfer:received", "vendor:entered",
)  # fmt: skip


@pytest.mark.parametrize("act", list(Act), ids=lambda act: act.value)
def test_each_act_is_sorted_once(act: Act, installation: object) -> None:
    from fileroom.programmes.incidents.scope import IN_VAIN, SEARCHED, SHOWN

    places = [act in SHOWN, act in IN_VAIN, act in SEARCHED, act.value in SHOWS_NOTHING]
    assert sum(places) == 1, f"{act.value}: sort it for the scope of an incident"


def test_no_act_is_sorted_that_there_is_not() -> None:
    assert sorted(set(SHOWS_NOTHING)) == sorted(SHOWS_NOTHING)
    assert [it for it in SHOWS_NOTHING if it not in list(Act)] == []
