"""Is each party still the one that was kept with its entry, and has each entry that needs one its party?"""

from __future__ import annotations

import hmac

from django.db import connection

from fileroom.disclosure import parties
from fileroom.disclosure.by_office import OFFICE_PREPARES
from fileroom.disclosure.models import Recipient as Row
from fileroom.disclosure.tables import RECIPIENT
from fileroom.hosting import district_transaction
from fileroom.ledger.services import Fault, Finding, Report
from fileroom.ledger.tables import EVENT

# Until who asks at the counter was kept, an answer there was noted in the asker's own role, and that is all there is of
# them. Since then the clerk's office stands there, which is none of these. An entry's MAC holds it to its role: none of
# a later day can be made to look so old.
ROLES_OF_ASKERS = (
    "caregiver", "contact", "educational_rights_holder", "foster_caregiver", "guardian", "officer", "other", "parent",
    "relative", "somebody", "stepparent",
)  # fmt: skip
# What only somebody outside is the occasion of: a copy handed over, an answer given, and both of these refused. Whoever
# is told that the office prepares a record has asked by an account, which the entry names itself.
LACKING = f"""
SELECT e.id FROM {EVENT} e LEFT JOIN {RECIPIENT} r ON r.entry = e.id
WHERE r.entry IS NULL AND (e.act IN ('record:released', 'disclosure:answered')
    OR (e.act = 'disclosure:refused' AND e.part IN ('release', 'counter')))
    AND NOT (e.part = 'counter' AND e.role = ANY(%s))
    AND NOT (e.act = 'disclosure:answered' AND e.outcome = %s)
ORDER BY e.arrival"""


def check(report: Report) -> None:
    """Add to the report a finding for each party that was altered, added or moved, and for each that is gone."""
    with district_transaction():
        secret = parties.key()
        kept = Row.objects.values_list(*parties.COLUMNS, "mac").order_by("entry")
        for *values, said, mac in kept.iterator():  # as many as a log of years names
            whole = [*values, bytes(said)]
            if not hmac.compare_digest(parties.mac(secret, whole), bytes(mac)):
                says = "Who asked or received is not who was noted with this entry: the party's MAC does not fit."
                report.add(Finding(Fault.ALTERED, says, entry=str(values[0])))
        with connection.cursor() as cursor:
            cursor.execute(LACKING, [list(ROLES_OF_ASKERS), OFFICE_PREPARES])
            for (entry,) in cursor.fetchall():
                says = "Who asked or received is no longer there: this entry has lost its party."
                report.add(Finding(Fault.DROPPED, says, entry=str(entry)))
