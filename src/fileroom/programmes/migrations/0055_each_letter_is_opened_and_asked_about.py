"""That a letter was opened to print, and asked about, is kept of each: a designee opens those of whom they may know.

Of a print of before those were opened alone of which the ledger has a line: whoever opened it may have seen a part.
"""

from __future__ import annotations

from django.db import migrations, models

OF_THE_PRINT = """WITH opened AS MATERIALIZED (
    SELECT record, max(at) AS at FROM ledger_event WHERE act = 'letter:opened' GROUP BY record
), unopened AS MATERIALIZED (
    SELECT DISTINCT n.id FROM programmes_incidentnotice n JOIN programmes_incidentprint p ON p.id = n.print_id
    CROSS JOIN LATERAL jsonb_array_elements_text(n.letters) AS of (letter)
    LEFT JOIN opened ON opened.record = of.letter::uuid AND opened.at >= p.made_at
    WHERE p.opened_at IS NOT NULL AND opened.record IS NULL
)
UPDATE programmes_incidentnotice SET opened_at = p.opened_at, asked_at = p.asked_at
FROM programmes_incidentprint p
WHERE p.id = programmes_incidentnotice.print_id AND p.opened_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM unopened WHERE unopened.id = programmes_incidentnotice.id)"""
OF_THE_LETTERS = """UPDATE programmes_incidentprint SET opened_at = n.opened_at, asked_at = n.asked_at
FROM (SELECT print_id, max(opened_at) AS opened_at, max(asked_at) AS asked_at FROM programmes_incidentnotice
GROUP BY print_id) n WHERE n.print_id = programmes_incidentprint.id"""


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0007_a_text_that_was_asked_about_is_found_by_its_time"),
        ("programmes", "0054_letters_are_asked_about_before_they_go"),
    ]

    operations = [
        migrations.AddField("incidentnotice", "opened_at", models.DateTimeField(null=True)),
        migrations.AddField("incidentnotice", "asked_at", models.DateTimeField(null=True)),
        migrations.RunSQL(OF_THE_PRINT, OF_THE_LETTERS),
        migrations.RemoveField("incidentprint", "opened_at"),
        migrations.RemoveField("incidentprint", "asked_at"),
    ]
