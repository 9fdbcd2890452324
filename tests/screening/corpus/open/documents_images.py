"""Pictures of pages: clean type, bad copies, and the strip of a passport."""

from tests.screening.corpus.documents import document
from tests.screening.corpus.open import scans


@document("permission_slip.png", outcome="clean", decision="allow", slice="image")
def permission_slip() -> bytes:
    """A slip with telephone, price and bus."""
    lines = [
        "FIELD TRIP PERMISSION",
        "Aquarium, Thursday, May 7, bus 318",
        "",
        "Student: Nayeli Ibarra    Local no. 400218834",
        "Cost: $126.50, cash or Visa",
        "Emergency telephone: 559-555-0148",
        "Allergies: peanuts",
        "Parent signature: E. Ibarra   4/24",
    ]
    return scans.packed(scans.page(lines), "PNG")


@document(
    "emergency_card.png",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "typed line")],
    slice="image",
)
def emergency_card() -> bytes:
    """A clean scan of a card that asks."""
    lines = [
        "EMERGENCY CARD 2026-27",
        "",
        "Student: ____________________  Grade: ____",
        "Mother: _____________________",
        "Mother's Social Security No.: ____________",
        "Father: _____________________",
        "Doctor: _____________________",
        "Persons who may pick up: ____________",
    ]
    return scans.packed(scans.page(lines), "PNG")


@document(
    "scholarship_form_copied.jpg",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "specked and tilted copy")],
    slice="image",
)
def bad_copy() -> bytes:
    """A copy of a copy."""
    lines = [
        "ROTARY SCHOLARSHIP APPLICATION",
        "",
        "Applicant: Dariela Montes",
        "Birth date: March 14, 2008",
        "Social Security No. 604-19-2277",
        "Grade point average: 3.84",
        "Plans: nursing, then midwife",
    ]
    return scans.packed(scans.worn(scans.page(lines, size=34), seed=7), "JPEG", quality=62)


@document(
    "solicitud_foto.jpg",
    outcome="findings",
    decision="block",
    expect=[("ssn_last4", "solicit", "grey copy in Spanish")],
    slice="image",
)
def grey_spanish() -> bytes:
    """Faint grey type, in Spanish."""
    lines = [
        "TARJETA DE BIBLIOTECA FAMILIAR",
        "",
        "Nombre del alumno: ______________",
        "Nombre del padre o madre: __________",
        "Ultimos cuatro numeros de su seguro social: ____",
        "Direccion: _____________________",
        "Firma: ________________________",
    ]
    return scans.packed(scans.worn(scans.page(lines, ink=90), seed=5, specks=2500, tilt=-0.6), "JPEG", quality=70)


@document(
    "proof_of_age.tif",
    outcome="findings",
    decision="block",
    expect=[("immigration_document", "value", "strip of a foreign passport")],
    slice="image",
)
def passport() -> bytes:
    """The page of a passport that a clerk scanned as proof of age; the person is invented."""
    lines = [
        "ESTADOS UNIDOS MEXICANOS",
        "PASAPORTE   PASSPORT",
        "Apellidos: QUINTANAR OJEDA",
        "Nombres: XIMENA",
        "Fecha de nacimiento: 11 02 2014",
        "Sexo: F",
    ]
    picture = scans.page(lines)
    machine = scans.passport_strip("MEX", "QUINTANAR<OJEDA<<XIMENA", "G31844726", "140211", "F", "290504")
    scans.strip(picture, machine, top=900)
    return scans.packed(picture, "TIFF", compression="tiff_deflate")


@document("team_roster.jpg", outcome="clean", decision="allow", slice="image")
def team_roster() -> bytes:
    """A roster on the gym wall, worn as such sheets are."""
    lines = ["VARSITY TRACK, SPRING", ""]
    runners = ("Amaro F.", "Boone T.", "Castellon R.", "Ibarra N.", "Jensen T.", "Kao P.", "Latu S.")
    lines += [
        f"{name}   locker {201 + 31 * row}   shirt {7 + row}   mile {5 + row % 2}:{12 + 4 * row}"
        for row, name in enumerate(runners)
    ]
    lines += ["", "Green card for fair play: Latu", "Bus 12 leaves 2:46, back 7:26"]
    return scans.packed(scans.worn(scans.page(lines), seed=3, specks=2000, tilt=0.4), "JPEG", quality=75)
