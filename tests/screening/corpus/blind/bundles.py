"""Mail, pages, tables and archives of the blind part."""

from __future__ import annotations

import base64
import quopri

from tests.screening.corpus.blind.packing import docx, paragraph, zipped
from tests.screening.corpus.blind.printed import owner_locked
from tests.screening.corpus.blind.registry import document


def part(headers: str, body: bytes) -> bytes:
    """A part of a message."""
    return headers.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body + b"\r\n"


def mixed(boundary: str, *parts: bytes) -> bytes:
    """The parts of a message between their boundaries."""
    line = f"--{boundary}\r\n".encode()
    return b"".join(line + one for one in parts) + f"--{boundary}--\r\n".encode()


def quoted(text: str) -> bytes:
    """Quoted-printable, with lines broken wherever they come to 76."""
    return quopri.encodestring(text.encode()).replace(b"\n", b"\r\n")


@document(
    "forward.eml", outcome="findings", decision="block", slice="email",
    expect=(
        ("ssn", "solicit", "HTML part, quoted-printable"), ("a_number", "value", "attachment carta.docx"),
        ("immigration_status", "value", "forwarded message"),
    ),
)  # fmt: skip
def forward() -> bytes:
    """A message whose plain text says little; its HTML asks, its attachment and the message inside tell."""
    plain = quoted("Estimada familia: les mando la información de la feria de ciencias. El camión sale a las 7:26.\n")
    page = quoted(
        "<html><body><p>Estimada familia: les mando la información de la feria de ciencias.</p>"
        "<p style='font-size:9px'>Para el seguro del viaje, contesten con el número de Segu<b>ro So</b>cial de su hijo "
        "y su talla de camiseta.</p></body></html>\n"
    )
    coded = "charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    both = mixed(
        "alt", part(f"Content-Type: text/plain; {coded}", plain), part(f"Content-Type: text/html; {coded}", page)
    )
    letter = docx(
        paragraph(
            "Constancia de asistencia: Sol Abrego, grado 8.", " Para la abogada. Número de extranjero A 219 337 608."
        )
    )
    told = "Miss, Rubí no va mañana. A su papá lo detuvo la migra anoche y estamos buscando en qué centro lo tienen."
    inner = (
        b"From: tia.rubi@mail.example\r\nTo: counselor@tule.example\r\n"
        b"Subject: =?utf-8?q?Rub=C3=AD_no_va_ma=C3=B1ana?=\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(told.encode())
    )
    name = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    head = (
        b"From: clerk@tule.example\r\nTo: familias@tule.example\r\nSubject: Feria de ciencias\r\n"
        b"Date: Fri, 06 Nov 2026 09:12:00 -0800\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="mix"\r\n\r\n'
    )
    attached = 'Content-Disposition: attachment; filename="carta.docx"'
    return head + mixed(
        "mix",
        part('Content-Type: multipart/alternative; boundary="alt"', both),
        part(f"Content-Type: {name}\nContent-Transfer-Encoding: base64\n{attached}", base64.encodebytes(letter)),
        part("Content-Type: message/rfc822", inner),
    )


@document("survey.html", outcome="clean", decision="allow", slice="html")
def survey() -> bytes:
    """A page full of near misses in attributes, options and comments."""
    return b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Spring survey</title></head><body>
<!-- ss_period: social studies; citz_mark: conduct column, see report card; visa_last4 is for book fair refunds -->
<form action="/survey" data-session-no="318447265">
<label for="lid">Student ID (nine digits, on the library card)</label>
<input id="lid" name="local_id" pattern="[0-9]{9}" placeholder="318447265">
<label>Residence <select name="res_type"><option>in attendance area</option><option>interdistrict permit</option>
<option>living with relatives for now</option></select></label>
<label>Citizenship mark last quarter
<select name="citz_mark"><option>O</option><option>S</option><option>N</option></select></label>
<input type="hidden" name="assn_version" value="204-41-773">
<label>How did you pay for the yearbook?
<select name="paid"><option>Visa</option><option>cash</option><option>not yet</option></select></label>
<p title="No names">We do not ask for Social Security numbers, immigration papers or religion,
and blank answers are fine.</p>
</form></body></html>
"""


@document("ids_utf16.csv", outcome="clean", decision="allow", slice="csv")
def ids() -> bytes:
    """A table from a spreadsheet that writes UTF-16: nine digits in every row, under the heading Student ID."""
    names = ("Nuñez Ávila, Zoë", "Phan, Duy", "Amézquita, Fidel", "Paek, Aaron", "Larkin, Shay", "Amato, Gio")
    numbers = (549127736, 562318845, 604339127, 611724058, 627184409, 531862204)
    rows = [
        f"{name}\t{number}\t{number % 40}\t{'OSN'[number % 3]}" for name, number in zip(names, numbers, strict=True)
    ]
    told = "\r\n".join(["Student\tStudent ID\tRoom\tCitizenship mark", *rows, ""])
    return b"\xff\xfe" + told.encode("utf-16-le")


@document(
    "nested.zip", outcome="findings", decision="block", slice="zip",
    expect=(
        ("ssn", "value", "inner.zip/alumnos.csv"), ("ssn_last4", "solicit", "inner.zip/portal.html, placeholder"),
        ("immigration_status", "solicit", "inner.zip/portal.html, options"),
        ("a_number", "solicit", "inner.zip/portal.html, hidden input"),
        ("immigration_document", "solicit", "trip.pdf, owner-locked"),
    ),
)  # fmt: skip
def nested() -> bytes:
    """An archive in an archive: a table in cp1252 with semicolons, a page that asks, a PDF locked by its owner."""
    heading = "Apellido;Año;Nº Seguro Social;Teléfono\r\n"
    table = f"{heading}Montaño;2015;623-18-7745;(559) 555-0117\r\nPeña;2014;;(559) 555-0162\r\n"
    page = """<html><body><form><input name="pin" placeholder="last 4 of your SSN">
<select name="q8" aria-label="Household"><option>U.S. citizen</option>
<option>Green card holder</option><option>DACA</option>
<option>No status</option></select><input type="hidden" name="alienRegNo" value=""></form></body></html>"""
    inner = zipped({"alumnos.csv": table.encode("cp1252"), "portal.html": page})
    return zipped({"readme.txt": "Spring export, unpack twice.\n", "inner.zip": inner, "trip.pdf": owner_locked()})


@document("bomb.zip", outcome="bomb", decision="block", slice="zip")
def bomb() -> bytes:
    """A few kilobytes that unfold, twice, into two hundred megabytes of nothing."""
    layer = zipped({"roster.csv": bytes(10_000_000)})
    return zipped({f"school{number:02}.zip": layer for number in range(20)})


@document("homework.zip", outcome="malware", decision="block", slice="malware")
def homework() -> bytes:
    """The test string that every virus scanner must know, among homework."""
    halves = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
    return zipped({"essay.txt": "My goat ate the alien grass.\n", "game.com": "".join(halves)})
