"""PDF files with a text layer: what stands in the page, and what stands where few readers look."""

from tests.screening.corpus.documents import document
from tests.screening.corpus.open.pdf_bytes import Lock, Pdf, lines_of_text, plain


@document("syllabus_immigration_history.pdf", outcome="clean", decision="allow", slice="pdf")
def syllabus() -> bytes:
    """A course about the subject, which asks nobody anything."""
    first = [
        "US HISTORY 11: WHO CAME, WHO WAS KEPT OUT",
        "Ms. Arredondo, room 31, spring term, section 204153377",
        "",
        "Week 1    The Alien and Sedition Acts. What did 'alien' mean in 1798?",
        "Week 3    Chinese Exclusion Act, 1882. Reading: letters written on Angel Island.",
        "Week 5    The visa is invented. Quotas by national origin, 1924.",
        "Week 7    Operation Wetback, 1954, and the words people used then.",
        "Week 9    Green cards: the law of 1965 and who it let in.",
        "Week 11   Amnesty in 1986; undocumented and documented in the newspapers of Fresno.",
        "Week 13   Naturalization ceremony (video) and the hundred questions.",
        "",
        "Graded work: four papers (60%), map quiz (10%), debate (15%), citizenship mark by rubric.",
    ]
    second = [
        "You may write about any family in any century. Nobody has to write about their own,",
        "and I will not ask where you or your parents were born or how anyone came here.",
        "",
        "Texts: ISBN 978-0-547-57709-8 (class set of 36), reader from the copy room, $7.26.",
        "Highway I-94 is not on the map quiz. I-80 is.",
    ]
    return plain(first, second)


@document("transcript_unofficial.pdf", outcome="clean", decision="allow", slice="pdf")
def transcript() -> bytes:
    """A transcript with the numbers that transcripts have."""
    return plain(
        [
            "LOS ALISOS HIGH SCHOOL          CEEB 051884          UNOFFICIAL TRANSCRIPT",
            "Student: Bastidas, Noelia R.    Local ID 400218834    SSID 5539104426",
            "Born 03/14/2008    Entered grade 9 on 08/15/2022    Counselor: Ferro",
            "",
            "Course                    Sect.       Mark  Cit.  Credits",
            "SS World History          204153301   A     E     5.00",
            "Algebra 2                 318447265   B+    S     5.00",
            "Spanish for Speakers 3    541083392   A     E     5.00",
            "Chemistry                 604192277   B     S     5.00",
            "",
            "GPA weighted 3.8472   unweighted 3.6190   rank 44 of 547   credits 180.00",
            "Community hours 61. Seal of Biliteracy: pending. Verified by registrar ext. 4072.",
        ]
    )


@document("board_packet.pdf", outcome="clean", decision="allow", slice="pdf")
def board_packet() -> bytes:
    """A packet with warrants, counts and a policy that forbids what others ask for."""
    warrants = [
        "WARRANT REGISTER, FUND 01, PAGE 3",
        "",
        "Warrant     Vendor                        PO            Amount",
    ]
    vendors = ("Golden Coast Dairy", "Sierra Bus Parts", "Alder Paper", "Valle Speech Group", "Quill & Sons Roofing")
    for row in range(30):
        number, amount = 318447265 + row * 37, 412.5 + row * 91.37
        warrants.append(f"{number}   {vendors[row % 5]:<28}  26-0{318 + row}-{40 + row}   {amount:,.2f}")
    policy = [
        "BP 5125, second reading",
        "The district shall not solicit or collect Social Security numbers or the last four digits",
        "of Social Security numbers from students or their parents/guardians, unless otherwise",
        "required to do so by state or federal law. Staff shall not ask about, or keep documents on,",
        "the citizenship or immigration status of any student or family member.",
        "",
        "ENROLLMENT BY HOME LANGUAGE (counts only)   Spanish 1,163   Hmong 172   Punjabi 94   Mixteco 61",
        "ENROLLMENT BY RACE, for the state report    Two or more 318   White 447   Asian 265",
    ]
    return plain(warrants, policy)


@document(
    "ficha_bilingue.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "page 2"), ("immigration_status", "solicit", "page 2")],
    slice="pdf",
)
def two_languages() -> bytes:
    """Page one is harmless; page two asks, in Spanish."""
    first = ["BIENVENIDOS / WELCOME", "Escuela Primaria Monte Alto", "Horario: 8:10 a 2:45", "Oficina: 559-555-0170"]
    second = [
        "DATOS DE LA FAMILIA",
        "Nombre del alumno: ______________________    Grado: ____",
        "Nombre de la madre: _____________________    Trabajo: ______________",
        "Núm. de seguro social de la madre: _______________",
        "¿Es el alumno ciudadano o residente de los Estados Unidos?  Sí  No  En trámite",
        "Firma: _______________",
    ]
    return plain(first, second)


@document(
    "camp_form_fillable.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "form field name"), ("ssn", "value", "form field value")],
    slice="pdf",
)
def fillable() -> bytes:
    """A form whose page says nothing; the names and the answer of its fields do."""
    pdf = Pdf()
    page = pdf.page(lines_of_text(["SUMMER CAMP 2026", "", "1. ______________", "2. ______________"]))
    rows = [
        ("student_name", "Ottoline Farr", 640),
        ("parent_social_security_number", "", 600),
        ("box7", "SSN 546-71-2039", 560),
    ]
    fields = []
    for name, value, height in rows:
        body = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({name}) /V ({value}) /P {page} 0 R "
        fields.append(pdf.add((body + f"/DA (/F1 11 Tf 0 g) /Rect [90 {height} 400 {height + 20}] >>").encode()))
    kids = b" ".join(b"%d 0 R" % number for number in fields)
    pdf.catalog = b"/AcroForm << /Fields [" + kids + b"] /NeedAppearances true /DR << /Font << /F1 3 0 R >> >> >>"
    drawn, _ = pdf.bodies[page - 1]
    pdf.bodies[page - 1] = (drawn.removesuffix(b">>") + b"/Annots [" + kids + b"] >>", None)
    return pdf.to_bytes()


@document(
    "report_card_with_sticky_note.pdf",
    outcome="findings",
    decision="block",
    expect=[("a_number", "value", "annotation")],
    slice="pdf",
)
def sticky_note() -> bytes:
    """A report card on which somebody stuck a note."""
    pdf = Pdf()
    note = pdf.add(
        b"<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Name /Comment /T (front desk) "
        b"/Contents (Mom showed hearing letter for Emilio, A# 208-447-193. Do not scan.) >>"
    )
    marks = ["REPORT CARD, GRADE 4", "Emilio S.   Reading 3   Math 4   Science 3   Citizenship S"]
    pdf.page(lines_of_text(marks), keys=b" /Annots [%d 0 R]" % note)
    return pdf.to_bytes()


@document(
    "welcome_letter_with_attachment.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "attached file")],
    slice="pdf",
)
def attachment() -> bytes:
    """A letter with a table tucked into it."""
    pdf = Pdf()
    table = "last,first,soc_sec\nAmaro,Felix,547-20-1163\nCastellon,Ruben,561-93-0428\n"
    file = pdf.stream(table.encode(), b"/Type /EmbeddedFile /Subtype /text#2Fcsv")
    spec = pdf.add(b"<< /Type /Filespec /F (rosters.csv) /UF (rosters.csv) /EF << /F %d 0 R >> >>" % file)
    pdf.catalog = b"/Names << /EmbeddedFiles << /Names [(rosters.csv) %d 0 R] >> >>" % spec
    pdf.page(lines_of_text(["Dear families,", "", "School begins on August 17 at 8:10. Bring a hat.", "", "Room 12"]))
    return pdf.to_bytes()


@document(
    "field_trip_titled.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "XMP title")],
    slice="pdf",
)
def titled() -> bytes:
    """The number stands only in the title that a scanner's operator typed."""
    pdf = Pdf()
    title = "Permission Farr, Ottoline SSN 604-19-2277"
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f'{title}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    pdf.catalog = b"/Metadata %d 0 R" % pdf.stream(packet.encode(), b"/Type /Metadata /Subtype /XML", packed=False)
    pdf.page(lines_of_text(["PERMISSION SLIP", "My child may visit the fire station on May 7.", "Signed ____________"]))
    return pdf.to_bytes()


@document(
    "newsletter_white_line.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn_last4", "solicit", "white text of one point")],
    slice="pdf",
)
def white_line() -> bytes:
    """A line of one point, white on white."""
    pdf = Pdf()
    seen = lines_of_text(["THE HERON, number 23", "Science night drew 312 visitors.", "Lost: one retainer, blue."])
    asked = "To open the portal enter the last four digits of the parent's Social Security number."
    pdf.page(seen + lines_of_text([asked], size=1, top=300, paint="1 1 1 rg"))
    return pdf.to_bytes()


@document(
    "physical_exam_owner_locked.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "page 1")],
    slice="pdf",
)
def owner_locked() -> bytes:
    """Anybody may open it; nobody may copy from it."""
    lines = [
        "SPORTS PHYSICAL",
        "Name: Tolliver, Amari",
        "Insured's Soc. Sec. No. 402-51-7739",
        "Cleared for: track, band",
    ]
    return plain(lines, lock=Lock(user="", owner="sevenoaks"))


@document("evaluation_password.pdf", outcome="encrypted", decision="block", slice="pdf_unreadable")
def user_locked() -> bytes:
    """Opens only with a password nobody gave."""
    return plain(["CONFIDENTIAL EVALUATION", "Pages 1 to 14"], lock=Lock(user="gradebook", owner="sevenoaks"))


@document(
    "handbook_truncated.pdf",
    outcome="damaged",
    decision="block",
    slice="pdf_unreadable",
    also=["unreadable", "quarantine"],
)
def truncated() -> bytes:
    """The upload broke off in the middle of a page's stream: no table, no end."""
    whole = plain(
        *[[f"HANDBOOK PAGE {number}", *(f"Rule {line}: walk." for line in range(30))] for number in range(1, 9)]
    )
    return whole[: whole.index(b"stream", len(whole) // 3) + 40]
