"""Files that use the words and the shapes of numbers, and hold nothing that is forbidden."""

from tests.screening.corpus.documents import document
from tests.screening.corpus.open import scans
from tests.screening.corpus.open.pdf_bytes import Pdf, lines_of_text, plain


@document("derechos_de_su_familia.pdf", outcome="clean", decision="allow", slice="pdf")
def rights_letter() -> bytes:
    """A letter to all families about their rights, in Spanish."""
    return plain(
        [
            "SUS DERECHOS EN LA ESCUELA",
            "",
            "Todo niño puede estudiar aquí, haya nacido donde haya nacido.",
            "Nadie en la escuela le debe preguntar por su estatus migratorio ni pedirle visa,",
            "tarjeta verde, pasaporte o número de seguro social. Si alguien lo hace, avise a la directora.",
            "Si un agente de inmigración viene a la escuela, la directora le pide una orden firmada por un juez.",
            "Tenga en su tarjeta de emergencia por lo menos a tres personas: 559-555-0170, opción 2.",
        ]
    )


@document("registrar_training.pdf", outcome="clean", decision="allow", slice="pdf")
def training() -> bytes:
    """Slides that teach what to refuse, with a number nobody can have."""
    first = [
        "WINDOW TRAINING, AUGUST: WHAT WE HAND BACK",
        "",
        "1. A Social Security card. Hand it back; type nothing, not even the last four.",
        "2. Papers about immigration: I-94, visa, green card, court letters. Hand them back unread.",
        "3. A passport shown as proof of age. Tick 'age shown', hand it back, copy nothing.",
    ]
    second = [
        "If a vendor's form has a box 'SSN', the answer is an empty box and a call to extension 4072.",
        "Shape to recognize: 000-00-0000 (an example; no such number is issued).",
        "SSID is the state's student number, ten digits. It is ours, keep it.",
    ]
    return plain(first, second)


@document("trip_form_fillable.pdf", outcome="clean", decision="allow", slice="pdf")
def fillable() -> bytes:
    """A form whose fields have a bank card, a bus and a student number."""
    pdf = Pdf()
    rows = [("student_local_id", "400218834"), ("ss_teacher", "Delgado"), ("visa_card_last4", "0925"), ("bus", "318")]
    fields = []
    for place, (name, value) in enumerate(rows):
        body = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T ({name}) /V ({value}) /DA (/F1 11 Tf 0 g) "
        fields.append(pdf.add((body + f"/Rect [200 {640 - 40 * place} 400 {660 - 40 * place}] >>").encode()))
    kids = b" ".join(b"%d 0 R" % number for number in fields)
    pdf.catalog = b"/AcroForm << /Fields [" + kids + b"] /NeedAppearances true >>"
    labels = ["TRIP TO THE AQUARIUM", "Student number", "Social studies teacher", "Card ending in (receipt)", "Bus"]
    pdf.page(lines_of_text(labels), keys=b" /Annots [" + kids + b"]")
    return pdf.to_bytes()


@document("econ_unit5.html", outcome="clean", decision="allow", slice="html")
def economics() -> bytes:
    """A lesson about Social Security, with a box for an answer."""
    return b"""<!doctype html><html lang="en"><head><title>Econ 12, unit 5</title></head><body>
<h1>Who pays into Social Security?</h1>
<p>Penny Wise is imaginary. Her gross pay is $2,318.44; Social Security takes 6.2 percent. How much is left?</p>
<form><label>Your answer in dollars <input name="q1_social_security_tax" placeholder="0.00"></label>
<label>At what age do full benefits begin for a person born in 1960? <input name="q2" maxlength="2"></label></form>
</body></html>
"""


@document("rutas_camiones.csv", outcome="clean", decision="allow", slice="csv")
def routes() -> bytes:
    """Routes in old letters, with plates and nine-digit passes."""
    rows = ["Ruta;Parada;Pase;Odómetro;Teléfono"]
    rows += [
        f"{12 + row % 4};Calle Núm. {row + 3};{547201163 + 211 * row};{154720 + 13 * row};559-555-01{row:02d}"
        for row in range(60)
    ]
    return "\r\n".join(rows).encode("cp1252")


@document("marks_term2.xml", outcome="clean", decision="allow", slice="xml_file")
def marks() -> bytes:
    """Marks of conduct under the name that looks like something else."""
    rows = "".join(
        f'<Student SSID="{5539104426 + 7919 * row}"><Citizenship>{"ESN"[row % 3]}</Citizenship>'
        f"<SS section='{204153301 + 17 * row}'>B</SS><Locker>{201 + row}</Locker></Student>"
        for row in range(30)
    )
    return f"<?xml version='1.0' encoding='utf-8'?><Marks term='2'>{rows}</Marks>".encode()


@document("library_poster.jpg", outcome="clean", decision="allow", slice="image")
def poster() -> bytes:
    """A worn poster about a card that is green."""
    lines = [
        "GET YOUR GREEN CARD",
        "",
        "The green library card is free until June.",
        "Bring your student number (9 digits).",
        "Nothing else. No papers, no fee.",
        "Lost book: $7.26 cash or Visa",
        "Film on Friday: ALIEN GARDENERS, room 31",
    ]
    return scans.packed(scans.worn(scans.page(lines, size=36), seed=21, specks=2500, tilt=0.5), "JPEG", quality=75)


@document("supply_list.rtf", outcome="clean", decision="allow", slice="rtf")
def supplies() -> bytes:
    """A list of things to buy, with part numbers cut by formatting."""
    return (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\fs22 {\b Grade 4 supplies}\par "
        rb"Pencils, part 418-{\i 66}-9151B, 2 boxes\par Glue, invoice 618220471\par Call 530-555-0126\par}"
    )


@document("pta_forward.eml", outcome="clean", decision="allow", slice="email")
def forwarded() -> bytes:
    """A forwarded letter about a game and a bill."""
    text = (
        "From: treasurer@pta.example\nTo: office@slough.example\nSubject: Fwd: invoice 318447265\n"
        "Date: Wed, 04 Mar 2026 18:20:00 -0800\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        "Paid by Visa ending 4417. Routing 121042882 is theirs, not ours.\n\n"
        "> The referee showed a green card for fair play. Drive I-94 with care if you fly to Detroit.\n"
        "> Zip for the boxes: 95014-2083.\n"
    )
    return text.replace("\n", "\r\n").encode()
