"""Markup and tables: what a form asks in its attributes, what a column's header makes of its digits."""

import csv
import io
import json

from tests.screening.corpus.documents import document


@document(
    "enroll_online.html",
    outcome="findings",
    decision="block",
    expect=[
        ("ssn", "solicit", "placeholder"),
        ("immigration_document", "solicit", "options of a list"),
        ("ssn_last4", "value", "hidden input"),
    ],
    slice="html",
)
def attributes() -> bytes:
    """The visible labels are numbers; attributes and options ask."""
    return b"""<!doctype html><html lang="en"><head><title>Enroll</title></head><body>
<form action="/save"><p>1 <input name="f1" placeholder="Child's full name"></p>
<p>2 <input name="f2" placeholder="Parent SSN, 9 digits" pattern="[0-9]{9}"></p>
<p>3 <select name="f3"><option>choose</option><option>US passport</option><option>Green card</option>
<option>F-1 or J-1 visa</option><option>I-94</option><option>none of these</option></select></p>
<input type="hidden" name="guardian_ssn_last4" value="8813">
<p><button>Next</button></p></form></body></html>
"""


@document(
    "class_page_with_comment.html",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "comment in the source")],
    slice="html",
)
def comment() -> bytes:
    """Somebody tested with a real child's row and left it in a comment."""
    return b"""<html><body><h1>Room 12</h1><p>Spelling on Friday.</p>
<!-- test row, remove: Castellon, Ruben / DOB 4-2-2012 / SSN 561-93-0428 -->
<p>Bring a hat.</p></body></html>
"""


@document("handbook_page.html", outcome="clean", decision="allow", slice="html")
def handbook() -> bytes:
    """A page that says what is not asked, and a form that asks nothing wrong."""
    return """<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Manual</title>
<meta name="keywords" content="ciudadanía (conducta), estudios sociales, SS, camión 44"></head><body>
<h1>Inscripción</h1><p>La escuela no pide números de seguro social ni pregunta por papeles migratorios.</p>
<form><label>Número local (9 cifras) <input name="local_id" value="400218834"></label>
<label>Pago <select><option>Efectivo</option><option>Visa</option><option>Cheque</option></select></label></form>
<!-- plantilla 318-44-726, revisada -->
</body></html>
""".encode()


@document("homeroom_utf16.csv", outcome="clean", decision="allow", slice="csv")
def student_numbers() -> bytes:
    """Nine digits in every row, and a header that says what they are."""
    out = io.StringIO(newline="")
    sheet = csv.writer(out)
    sheet.writerow(["Student ID", "Last", "First", "Grade", "Homeroom"])
    surnames = ("Ibarra", "Jensen", "Kao", "Latu", "Montes", "Nordahl", "Ochoa", "Phạm", "Quiñones", "Roe")
    for row in range(120):
        sheet.writerow(
            [400218834 + 331 * row, surnames[row % 10], f"{'ABCDEFGH'[row % 8]}.", 9 + row % 4, f"B{row % 14}"]
        )
    return out.getvalue().encode("utf-16")


@document(
    "padron_cp1252.csv",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "column under a header in Spanish")],
    slice="csv",
)
def spanish_roll() -> bytes:
    """Semicolons, old letters, bare digits under a header."""
    rows = ["Alumno;Grado;Núm. Seg. Social;Tutor", "Ávila Tec, Marisol;4;618027735;Elia Tec"]
    rows += ["Barajas, Joel;4;;Saúl Barajas", "Muñoz, Íngrid;5;621550347;Dña. Muñoz"]
    return "\r\n".join(rows).encode("cp1252")


@document(
    "vendor_export.csv",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "column SSN")],
    slice="csv",
)
def vendor_export() -> bytes:
    """The same digits as student numbers in one column; the other is called SSN."""
    rows = ["Student ID,SSN,Grade"]
    rows += [f"{400218834 + 331 * row},{547201163 + 1009 * row},{row % 6 + 1}" for row in range(40)]
    return "\n".join(rows).encode()


@document("gradebook_sync.json", outcome="clean", decision="allow", slice="json_file")
def gradebook() -> bytes:
    """A sync file full of numbers that belong to the school."""
    sections = [
        {"ss": True, "sectionId": 204153301 + 17 * row, "title": "Social Studies", "cit": "ESN"[row % 3]}
        for row in range(25)
    ]
    people = [
        {"ssid": str(5539104426 + 7919 * row), "localId": 400218834 + row, "lat": 34.054821907} for row in range(25)
    ]
    return json.dumps({"sections": sections, "students": people, "batch": "600273351-B"}, indent=1).encode()


@document(
    "district_feed.xml",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "attribute of an element"), ("immigration_status", "value", "element")],
    slice="xml_file",
)
def feed() -> bytes:
    """A feed in which one element and one attribute say too much."""
    return """<?xml version="1.0" encoding="ISO-8859-1"?>
<Feed xmlns:k="urn:k12"><k:Student LocalId="400218867"><k:Name>Muñoz, Íngrid</k:Name>
<k:Guardian rel="father" SocialSecurityNumber="621-55-0347"/>
<k:CitizenshipStatus>Non-citizen, pending</k:CitizenshipStatus>
<k:Marks citizenship="S" work="E"/></k:Student></Feed>
""".encode("iso-8859-1")


@document(
    "letter_to_office.rtf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "digits written as escapes")],
    slice="rtf",
)
def rich_text() -> bytes:
    """Formatting cuts the number and writes one digit of it as an escape."""
    return (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\fs22 Dear Ms. Farquhar,\par "
        rb"Noelia's {\b Social} Security number is 6{\b 23}-71-\'34\i 408\i0 , keep it for the loan.\par Rosalba\par}"
    )
