"""Tables and trees in plain bytes: CSV in the encodings of old machines, JSON, XML, and RTF."""

from __future__ import annotations

import codecs
import json

from tests.screening.corpus.documents import document


@document(
    "inscripciones_verano.csv",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "header, column 3"), ("ssn", "value", "column 3")],
    slice="csv",
)
def inscripciones_verano() -> bytes:
    """Semicolons and the code page of an old machine; nine bare digits under a Spanish heading."""
    rows = [
        "Niño;Año;Núm. de Seguro Social;Teléfono",
        "Begoña Ibáñez;3º;538207714;559-555-0147",
        "Julián Peña;5º;;559-555-0102",
        "Ángel Muñoz;2º;619043382;559-555-0190",
    ]
    return "\r\n".join(rows).encode("cp1252")


@document("library_cards_export.csv", outcome="clean", decision="allow", slice="csv")
def library_cards_export() -> bytes:
    """UTF-16 with tabs: nine-digit student numbers, card numbers, a fine, a zip with its four."""
    rows = [
        "Student ID\tSSID\tBorrower\tCard\tFine\tZip",
        "441208837\t6604417720\tOyelaran, Tobi\t2-0441-8\t0.35\t94601-2217",
        "441208852\t6604417738\tPham, Khánh Linh\t2-0441-9\t0.00\t94606-1180",
        "441208909\t6604418004\tQuiroga, Íñigo\t2-0442-3\t1.10\t94601-3305",
    ]
    return codecs.BOM_UTF16_LE + "\r\n".join(rows).encode("utf-16-le")


@document(
    "enroll_form_definition.json",
    outcome="findings",
    decision="block",
    expect=[("immigration_status", "solicit", "fields[2].key"), ("ssn_last4", "solicit", "fields[3].label")],
    slice="json",
)
def enroll_form_definition() -> bytes:
    """The definition of a form: two of its fields may not be asked, whatever `required` says."""
    fields = [
        {"key": "legalFirst", "label": "Legal first name", "type": "text", "required": True},
        {"key": "homeLang", "label": "Language at home", "type": "pick", "options": ["en", "es", "hmn"]},
        {"key": "immigStatCd", "label": "Code", "type": "pick", "options": ["C", "R", "N"], "required": False},
        {"key": "pin", "label": "Portal PIN (use the last 4 of mom's social)", "type": "digits", "length": 4},
    ]
    return json.dumps({"form": "Enroll-K8", "version": 14, "fields": fields}, indent=1).encode()


@document("benchmark_scores.json", outcome="clean", decision="allow", slice="json")
def benchmark_scores() -> bytes:
    """Scores by pupil: nine-digit numbers, decimals of nine digits, a subject called ss, a conduct mark."""
    pupils = [
        {"studentNumber": 502118847, "ssid": "9120447716", "ss": 87, "citizenship": "O", "theta": 0.318447265},
        {"studentNumber": 502118862, "ssid": "9120447802", "ss": 71, "citizenship": "S", "theta": -0.204153301},
        {"studentNumber": 502118901, "ssid": "9120448015", "ss": 93, "citizenship": "S", "theta": 1.118904420},
    ]
    return json.dumps({"window": "winter", "grade": 7, "rows": pupils}).encode()


@document(
    "sis_transfer_record.xml",
    outcome="findings",
    decision="block",
    expect=[
        ("immigration_document", "value", "Student/VisaNumber"),
        ("immigration_status", "value", "@citizenshipStatus"),
    ],
    slice="xml",
)
def sis_transfer_record() -> bytes:
    """A transfer between systems: an attribute and an element that should never have travelled."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<Transfer district="19-0417" sent="2024-08-12">\n'
        b'  <Student localId="330418827" grade="11" citizenshipStatus="nonresident alien">\n'
        b"    <Name><First>Farrukh</First><Last>Yusupov</Last></Name>\n"
        b'    <VisaNumber kind="J-2">20241187730024</VisaNumber>\n'
        b"    <Credits subject='SS'>20.0</Credits><Credits subject='MA'>30.0</Credits>\n"
        b"  </Student>\n</Transfer>\n"
    )


@document(
    "coach_letter.rtf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "body, broken by control words, hidden")],
    slice="rtf",
)
def coach_letter() -> bytes:
    """A letter in RTF; the number is broken by control words and an escape, and half of it is hidden."""
    return (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}\f0\fs24 Dear Ms. Aguill\'f3n,\par "
        rb"Ren\'e9e made the travel squad. The hotel has her mother under social security "
        rb"{\b 4}\b0 51{\v \'2d72-}{\v 83}06, so the room is paid.\par Coach Villareal\par}"
    )


@document("harvest_newsletter.rtf", outcome="clean", decision="allow", slice="rtf")
def harvest_newsletter() -> bytes:
    """A newsletter in RTF, with a lawyers' evening that asks nobody anything, a raffle and a highway."""
    return (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Georgia;}}\f0\fs24 Harvest Fair, s\'e1bado 10 to 2.\par "
        rb"Raffle tickets 318447200 to 318447265. Visa accepted. Exit I-94 is a movie title, not our exit.\par "
        rb"Know-your-rights evening: lawyers explain green cards and asylum. No sign-in sheet is kept.\par "
        rb"The school does not ask for Social Security numbers. Pie table: Mrs. Nguy\u7877?n.\par}"
    )
