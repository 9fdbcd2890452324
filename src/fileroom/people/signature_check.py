"""Does each signature for the law still say what its entry says, and has each such entry its signature?"""

from __future__ import annotations

from django.db import connection

from fileroom.hosting import district_transaction
from fileroom.ledger.services import Fault, Finding, Report
from fileroom.ledger.tables import EVENT

SIGNED = """
SELECT entry, left(kind || ':' || item, 120) AS part, effect, text, from_on, signed_by, signed_at
FROM people_counselsignature
UNION ALL
SELECT entry, left('reading:' || reading, 120), option, text, from_on, signed_by, signed_at FROM people_readingchoice"""
# The newest signature counts: one of an earlier day, or of another text, that was made to look like today's would be in
# force again. An entry of before 25 November 2026 says no day, and one of before 28 November no text: for those the
# shape of the entry stands, which nobody alters unseen.
UNSAID = f"""
SELECT s.entry FROM ({SIGNED}) s LEFT JOIN {EVENT} e ON e.id = s.entry AND e.act = 'law:signed'
    AND e.part = s.part
    AND e.outcome IN (s.effect || ':' || s.from_on || ':' || s.text, s.effect || ':' || s.from_on, s.effect)
    AND e.account IS NOT DISTINCT FROM s.signed_by AND e.at = s.signed_at
WHERE e.id IS NULL"""
LACKING = f"""
SELECT e.id FROM {EVENT} e LEFT JOIN ({SIGNED}) s ON s.entry = e.id
WHERE e.act = 'law:signed' AND s.entry IS NULL ORDER BY e.arrival"""

TWICE = f"SELECT entry FROM ({SIGNED}) s GROUP BY entry HAVING count(*) > 1"


def check(report: Report) -> None:
    """Add to the report a finding for each signature that its entry does not tell of, and for each that is gone."""
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute(UNSAID)
        for (entry,) in cursor.fetchall():
            says = "What was signed for of the law is not what this entry says: the signature was added or altered."
            report.add(Finding(Fault.ALTERED, says, entry=str(entry)))
        cursor.execute(TWICE)
        for (entry,) in cursor.fetchall():
            says = "This entry has more than one signature for the law: the row was inserted again."
            report.add(Finding(Fault.ADDED, says, entry=str(entry)))
        cursor.execute(LACKING)
        for (entry,) in cursor.fetchall():
            says = "What was signed for of the law is no longer there: this entry has lost its signature."
            report.add(Finding(Fault.DROPPED, says, entry=str(entry)))
