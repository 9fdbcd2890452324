"""In a PDF's bytes the sieve reads the texts that stand there, and takes no identifier for a person's number."""

from __future__ import annotations

from fileroom.screening import Category, findings_in
from fileroom.screening.documents import strings_of_pdf

HEAD, END = b"%PDF-1.7\n1 0 obj\n", b"trailer <</ID[<A12345678F00D><A12345678F00D>]/Root 1 0 R>>\n%%EOF\n"


def test_what_a_line_of_text_says_is_found() -> None:
    body = HEAD + rb"BT (Soc. Sec. No. 536-91-0427) Tj (A \(note\)) Tj ET" + END
    assert {it.category for it in findings_in(strings_of_pdf(body))} == {Category.SSN}


def test_the_file_s_own_identifier_accuses_nobody() -> None:
    assert findings_in(strings_of_pdf(HEAD + b"BT (Immunization record) Tj ET" + END)) == []
    assert findings_in(strings_of_pdf(HEAD + b"<</ID[(A12345678F)(A12345678F)]>>" + END)) == []
