"""PDF files of the blind part that have text."""

from __future__ import annotations

import string
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.screening.corpus.blind.packing import zipped
from tests.screening.corpus.blind.pages import Pdf, literal, written
from tests.screening.corpus.blind.registry import document


def field(pdf: Pdf, name: str, tip: str, value: str, y: int) -> int:
    """A text field of a form, 60 points from the left."""
    return pdf.add(
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T {literal(name)} /TU {literal(tip)} /V {literal(value)} "
        f"/DA (/F1 10 Tf 0 g) /Rect [60 {y} 400 {y + 18}] /F 4 >>"
    )


def titled(pdf: Pdf, title: str) -> int:
    """An XMP packet with a title."""
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f'{escape(title)}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return pdf.add("/Type /Metadata /Subtype /XML", packet.encode())


@document(
    "packet.pdf", outcome="findings", decision="block", slice="pdf",
    expect=(
        ("ssn", "solicit", "name of a form field, page 1"),
        ("immigration_status", "value", "value of a form field, page 1"),
        ("immigration_document", "value", "annotation, page 1"), ("ssn_last4", "value", "attachment pickup.csv"),
        ("a_number", "value", "XMP title"), ("ssn", "value", "white text of one point, page 2"),
    ),
)  # fmt: skip
def packet() -> bytes:
    """A registration packet whose printed words are all in order."""
    pdf = Pdf()
    font = pdf.font()
    first = written(["AFTER-SCHOOL PACKET, PAGE 1", "", "Guardian reference:", "", "", "Remarks:"])
    boxes = [
        field(pdf, "guardianSSN", "Guardian reference", "", 672),
        field(pdf, "remarks", "Remarks", "Dad has been held by ICE since May", 628),
    ]
    note = pdf.add(
        "<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] "
        "/Contents (Mom showed her EAD and an expired visa, copies in folder) >>"
    )
    listed = " ".join(f"{number} 0 R" for number in (*boxes, note))
    pdf.page(first, f"/Font << /F1 {font} 0 R >>", f"/Annots [{listed}]")
    second = written(
        ["AFTER-SCHOOL PACKET, PAGE 2", "", "Pickup begins at 2:40. Snack at 3:00. Bus 23 leaves at 6:05."]
    )
    white = written(["Lupe Barragan guardian SSN 602-17-4493"], size=1, top=60, before="1 g")
    pdf.page(second + b"0 g\n" + white, f"/Font << /F1 {font} 0 R >>")
    rows = b"child,adult,car,ssn_last4\r\nLupe Barragan,Nora Barragan,grey van,4493\r\n"
    held = pdf.add("/Type /EmbeddedFile /Subtype /text#2Fcsv", rows, packed=True)
    spec = pdf.add(f"<< /Type /Filespec /F (pickup.csv) /UF (pickup.csv) /EF << /F {held} 0 R >> >>")
    meta = titled(pdf, "Barragan intake, A# 218-904-337")
    fields = " ".join(f"{number} 0 R" for number in boxes)
    pdf.catalog = (
        f"/AcroForm << /Fields [{fields}] /DR << /Font << /F1 {font} 0 R >> >> /DA (/F1 10 Tf 0 g) >> "
        f"/Names << /EmbeddedFiles << /Names [(pickup.csv) {spec} 0 R] >> >> /Metadata {meta} 0 R"
    )
    return pdf.save()


@document("transcript.pdf", outcome="clean", decision="allow", slice="pdf")
def transcript() -> bytes:
    """A transcript, with the numbers and the headings that transcripts have."""
    lines = [
        "TULE VALLEY UNIFIED SCHOOL DISTRICT          OFFICIAL TRANSCRIPT",
        "Student: Aurelio Tafoya        SSID 8810443726        Local ID 549127736",
        "Order 318447265   Sealed 06/12/2026   Registrar: J. Reyes",
        "", "Course                              Sem 1   Sem 2   Credits   Citizenship",
        "English 10                            A       A-      10.00       O  O",
        "SS: World History                     B+      A       10.00       S  O",
        "Citizenship and Government            A       A       10.00       O  O",
        "Algebra 2                             C+      B       10.00       S  N",
        "Chemistry                             B       B       10.00       S  S",
        "Spanish for Native Speakers 3         A       A       10.00       O  O",
        "Film: Alien Worlds                    P       P        5.00       S  S",
        "", "GPA 3.5318 (weighted 3.7726)   Rank 44 of 412   Credits 165.00",
        "Community service 61 hours, 20 of them at the Social Security office line on Tulare St.",
        "School code 051318   CEEB 054471   Telephone 559-555-0110   Fresno CA 93721-3048",
        "Key: O outstanding, S satisfactory, N needs to improve. SS means social studies.",
    ]  # fmt: skip
    pdf = Pdf()
    font = pdf.font("Courier")
    pdf.page(written(lines, size=8.5), f"/Font << /F1 {font} 0 R >>")
    pdf.info = pdf.add("<< /Title (Official transcript) /Producer (Transcript desk) >>")
    return pdf.save()


@document("newsletter.pdf", outcome="clean", decision="allow", slice="pdf")
def newsletter() -> bytes:
    """Two pages of news; the second tells families what the school does not ask."""
    first = [
        "THE TULE TELEGRAPH, NO. 7", "",
        "The goats came back. All fourteen of them ate alien grass on the south bank for nine",
        "days, and the creek club counts 2,190 fairy shrimp. Permit 549-12-7 runs to June.", "",
        "Book fair: 612 books sold, $3,184.47. Visa and Mastercard went through the library's",
        "reader; if the last four on your receipt are not yours, see Mrs. Halloran.", "",
        "Soccer: our sixth grade earned two green cards for fair play and lost 4-1, cheerfully.",
        "Citizenship awards (all O's): 41 pupils, names in the glass case by room 3.", "",
        "Bus 12 moves its last stop to 318 Linden. Bus 23 leaves at 2:41, not 2:44.",
    ]  # fmt: skip
    second = [
        "FROM THE OFFICE", "",
        "When you register, any paper with your name and address will do. Please do not bring",
        "Social Security cards, passports, visas or green cards: we do not look at them and we",
        "do not copy them. No one here may ask whether your family are citizens.", "",
        "If officers of any agency come to the door, the principal asks for an order signed by",
        "a judge and calls the district's lawyer, and then calls you.", "",
        "Home languages this year: English 212, Spanish 174, Hmong 31, Arabic 14, others 22.",
        "Numbers under eleven are not printed, and no list of names by language or faith exists.",
    ]  # fmt: skip
    pdf = Pdf()
    font = pdf.font("Times-Roman")
    for lines in (first, second):
        pdf.page(written(lines, size=12), f"/Font << /F1 {font} 0 R >>")
    return pdf.save()


DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def jumbled(pdf: Pdf, alphabet: str, order: Sequence[int]) -> int:
    """A font whose codes draw one letter and, for whoever copies the text, mean another."""
    names = {" ": "space", ":": "colon", "-": "hyphen", ".": "period", "_": "underscore", "?": "question"}
    names |= dict(zip(string.digits, DIGITS, strict=True))
    drawn = " ".join("/" + names.get(letter, letter) for letter in alphabet)
    meant = "\n".join(f"<{33 + code:02X}> <{ord(alphabet[order[code]]):04X}>" for code in range(len(alphabet)))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /J def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(alphabet)} beginbfchar\n{meant}\nendbfchar\nendcmap end end"
    )
    unicode_map = pdf.add("", cmap.encode())
    return pdf.font(
        "Helvetica", f"/Encoding << /Type /Encoding /Differences [33 {drawn}] >> /ToUnicode {unicode_map} 0 R"
    )


@document(
    "shuffled.pdf", outcome="findings", decision="block", slice="pdf",
    expect=(("ssn", "value", "page 1, drawn text"), ("immigration_status", "solicit", "page 1, drawn text")),
)  # fmt: skip
def shuffled() -> bytes:
    """A page that reads well on paper; its text layer is nonsense."""
    alphabet = string.ascii_uppercase + string.ascii_lowercase + string.digits + " :-._?"
    order = [(7 * place + 11) % len(alphabet) for place in range(len(alphabet))]
    assert len(set(order)) == len(alphabet)
    pdf = Pdf()
    font = jumbled(pdf, alphabet, order)
    lines = [
        "PUPIL INFORMATION CARD", "", "Name: Aurelio Tafoya      Grade: 11", "Social Security Number: 549-12-7736",
        "Country of citizenship: ____________________",
        "Father works at: Tule Fog Instruments", "Bus: 12   Locker: B117",
    ]  # fmt: skip
    coded = ["".join(chr(33 + alphabet.index(letter)) for letter in line) for line in lines]
    pdf.page(written(coded, size=15, leading=30), f"/Font << /F1 {font} 0 R >>")
    return pdf.save()


def plain(lines: Sequence[str]) -> Pdf:
    """One page of text."""
    pdf = Pdf()
    font = pdf.font()
    pdf.page(written(lines), f"/Font << /F1 {font} 0 R >>")
    return pdf


def owner_locked() -> bytes:
    """A page anybody can read and nobody may print."""
    lines = [
        "EXCHANGE TRIP TO VANCOUVER",
        "",
        "Hand in by Friday: both parents' passports with the visa page, and $40 for the bus.",
    ]
    return plain(lines).save(user="", owner="tule-owner")


@document("sealed.pdf", outcome="encrypted", decision="review", slice="pdf")
def sealed() -> bytes:
    """A file that asks for a password before it shows anything."""
    return plain(["Guardian SSN 602-17-4493, see the file of Lupe Barragan"]).save(user="panther23", owner="tule-owner")


@document("cut.pdf", outcome="damaged", decision="review", slice="pdf")
def cut() -> bytes:
    """A transfer that broke off: the head of a file, no table, half a stream."""
    pdf = Pdf()
    font = pdf.font()
    lines = [
        f"Line {number}: field day event {number % 9 + 1}, lane {number * 7 % 8 + 1}, heat {number % 5}"
        for number in range(50)
    ]
    for _ in range(6):
        pdf.page(written(lines), f"/Font << /F1 {font} 0 R >>")
    whole = pdf.save()
    return whole[: len(whole) * 55 // 100]


@document("polyglot.pdf", outcome="rejected", decision="block", slice="polyglot")
def polyglot() -> bytes:
    """A menu for a PDF reader, an archive for an unzipper."""
    menu = plain(["LUNCH, WEEK OF NOVEMBER 9", "", "Mon pasta  Tue tacos  Wed no school  Thu soup  Fri pizza"]).save()
    return menu + zipped({"export.csv": "student,ssn\r\nLupe Barragan,602-17-4493\r\n"})
