"""Pictures of the blind part, and the PDF file that is nothing but pictures."""

from __future__ import annotations

from PIL import Image

from tests.screening.corpus.blind.pages import Pdf, written
from tests.screening.corpus.blind.pictures import HIGH, WIDE, saved, scanned, strip, typed
from tests.screening.corpus.blind.registry import document


def digit(text: str) -> str:
    """The check digit of a machine-readable strip."""
    worth = [0 if letter == "<" else int(letter) if letter.isdigit() else ord(letter) - 55 for letter in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(worth)) % 10)


def passport_strip(state: str, names: str, number: str, born: str, sex: str, expires: str) -> tuple[str, str]:
    """The two lines at the foot of a passport, with true check digits."""
    one = f"P<{state}{names}".ljust(44, "<")
    number, blank = number.ljust(9, "<"), "<" * 14
    two = f"{number}{digit(number)}{state}{born}{digit(born)}{sex}{expires}{digit(expires)}{blank}0"
    return one, two + digit(two[:10] + two[13:20] + two[21:43])


@document("passport.tiff", outcome="findings", decision="block", slice="image",
          expect=(("immigration_document", "value", "strip at the foot of the page"),))  # fmt: skip
def passport() -> bytes:
    """A photocopy in a transfer folder: only the strip says what was copied."""
    page = typed(
        ["TRANSFER FOLDER - copy for grade 9 counselor", "Phan, Duy     Locker 618     Bus 12", "copied 8/19 by KL"]
    )
    lines = passport_strip("VNM", "PHAN<<DUY<KHANH", "C6104482", "110926", "M", "310418")
    strip(page, lines, left=120, top=1250, step=23, size=32)
    soft = scanned(page, seed=26, turn=0.4, specks=900)
    return saved(soft, "TIFF", compression="tiff_deflate", dpi=(150, 150))


@document("sign_up.jpg", outcome="clean", decision="allow", slice="image")
def sign_up() -> bytes:
    """A library card sign-up from a tired scanner, with nothing on it that should not be."""
    page = typed([
        "TULE ELEMENTARY LIBRARY CARD SIGN-UP", "", "Name:  Millie Stout          Room: 15", "Student ID:  318447265",
        "SS teacher:  Ms. Abbott      Citizenship mark Q1:  O", "Phone:  559-555-0148        Zip:  93721-3048",
        "Favorite film:  Alien Friends", "Lost card fee $2.00, cash or Visa", "", "Signed:  Ruth Stout (grandmother)",
    ])  # fmt: skip
    return saved(scanned(page, seed=7, turn=-0.9, specks=1500), "JPEG", quality=70, dpi=(150, 150))


@document(
    "scan.pdf", outcome="findings", decision="block", slice="pdf",
    expect=(("ssn", "solicit", "page 1, lies on its side"), ("a_number", "value", "page 2, under a false text layer")),
)  # fmt: skip
def scan() -> bytes:
    """Two scanned sheets: one lies on its side, the other has the text of another page laid over it, unseen."""
    asking = typed([
        "WALNUT GROVE MIDDLE SCHOOL", "Registration of a new pupil - please print", "",
        "Last name ____________  First name ____________",
        "Date of birth ___ / ___ / ______   Grade ______", "Pupil's Social Security Number  ______________________",
        "Mother's name ________________  Work phone ____________",
        "Doctor ________________  Allergies ________________",
        "Names of brothers and sisters in this school _________", "Signature ________________________  Date __________",
    ], size=36)  # fmt: skip
    telling = typed([
        "COUNTY OFFICE OF CHILDREN'S SERVICES", "Placement notice for the receiving school", "",
        "Minor:  Brayan Escobar     Grade placed:  8", "Alien Registration Number:  A 216 440 935",
        "Sponsor:  uncle, by telephone only", "Lunch:  yes      Bus:  23      Start:  10/06",
    ], size=36)  # fmt: skip
    pdf = Pdf()
    font = pdf.font()
    turned = scanned(asking, seed=11, turn=0.0, specks=400).transpose(Image.Transpose.ROTATE_90)
    side = pdf.picture(turned.tobytes(), HIGH, WIDE)
    front = pdf.picture(scanned(telling, seed=12, turn=0.5, specks=400).tobytes(), WIDE, HIGH)
    draw = b"q 612 0 0 792 0 0 cm /Im Do Q\n"
    wide = draw.replace(b"612 0 0 792", b"792 0 0 612")
    pdf.page(wide, f"/XObject << /Im {side} 0 R >>", box="[0 0 792 612]")
    menu = written(
        ["Lunch menu for November", "Monday pasta and peas", "Tuesday tacos", "Thursday soup and bread", "Friday pizza"]
    )
    pdf.page(draw + menu.replace(b"0 Tr", b"3 Tr"), f"/XObject << /Im {front} 0 R >> /Font << /F1 {font} 0 R >>")
    return pdf.save()
