"""PDF files whose text layer is missing, false or scrambled: only the picture of the page tells the truth."""

import zlib

from PIL import Image

from tests.screening.corpus.documents import document
from tests.screening.corpus.open import scans
from tests.screening.corpus.open.pdf_bytes import Pdf, lines_of_text

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MARKS = {" ": "space", "-": "hyphen", ":": "colon", ".": "period", ",": "comma", "_": "underscore"}
GLYPHS = MARKS | {str(digit): name for digit, name in enumerate(DIGITS)}


def _picture(pdf: Pdf, picture: Image.Image) -> bytes:
    """Add the picture to the file; returns the resources that name it."""
    wide, high = picture.size
    keys = f"/Type /XObject /Subtype /Image /Width {wide} /Height {high} /ColorSpace /DeviceGray /BitsPerComponent 8"
    data = zlib.compress(picture.tobytes(), 9)
    number = pdf.stream(data, keys.encode() + b" /Filter /FlateDecode", packed=False)
    return b"/XObject << /Im1 %d 0 R >>" % number


def _scan(picture: Image.Image, *, under: bytes = b"") -> bytes:
    pdf = Pdf()
    resources = _picture(pdf, picture)
    pdf.page(b"q 612 0 0 792 0 0 cm /Im1 Do Q\n" + under, resources=resources)
    return pdf.to_bytes()


ASKING = [
    "PLEASANT GROVE ELEMENTARY",
    "STUDENT ENROLLMENT FORM",
    "",
    "Student name: ______________________",
    "Birth date: ___________   Grade: ____",
    "Father's name: _____________________",
    "Father's Social Security number: ___________",
    "Mother's name: _____________________",
    "Telephone: _________________________",
]


@document(
    "enrollment_scanned.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "scanned page"), ("ssn", "value", "scanned page")],
    slice="pdf_ocr",
)
def scanned() -> bytes:
    """A scan without any text, one number filled in and one asked for."""
    lines = [*ASKING, "Guardian SSN: 431-77-2059", "Signed: A. Whitlock"]
    return _scan(scans.worn(scans.page(lines), seed=11, specks=3000, tilt=0.3))


@document(
    "lunch_menu_over_scan.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "picture under a false text layer")],
    slice="pdf_ocr",
)
def false_layer() -> bytes:
    """The text layer, never painted, tells of lunch; the picture asks for a number."""
    menu = ["LUNCH MENU, MARCH", "Monday: bean burrito, orange", "Tuesday: noodles, peas", "Wednesday: pizza, salad"]
    return _scan(scans.page(ASKING), under=lines_of_text(menu, paint="3 Tr 0 g"))


@document(
    "cumulative_card_sideways.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "page scanned sideways")],
    slice="pdf_ocr",
)
def sideways() -> bytes:
    """The card lay across the glass."""
    lines = [
        "CUMULATIVE RECORD",
        "Name: Hollister, Dana M.",
        "Soc. Sec. No. 561-08-7712",
        "Entered: Sept 9, 1968   Grade 1",
        "Vaccinated: smallpox 9-3-68",
        "Teacher: Mrs. Pell",
        "Promoted to grade 2, June 1969",
    ]
    turned = scans.page(lines, size=34).rotate(90, expand=True)
    sheet = Image.new("L", scans.PAGE, 255)
    sheet.paste(turned, (0, 0))
    return _scan(sheet)


@document("newsletter_scanned.pdf", outcome="clean", decision="allow", slice="pdf_ocr")
def scanned_newsletter() -> bytes:
    """A scan that holds numbers and nothing else."""
    lines = [
        "THE LANTERN, week 12",
        "",
        "Book fair: 318 books, $1,847.26",
        "Bus 44 leaves at 7:26 from Orchard",
        "Snack bar takes cash or Visa",
        "SS stands for social studies",
        "Citizenship awards on Friday, room 31",
        "Library code 620413377 is still lost",
        "Call 209-555-0177 before 9:15",
    ]
    return _scan(scans.worn(scans.page(lines), seed=12, specks=3000, tilt=-0.3))


@document(
    "waiver_shuffled_font.pdf",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "page whose font map is shuffled"), ("ssn", "value", "page whose font map is shuffled")],
    slice="pdf_ocr",
)
def shuffled() -> bytes:
    """The eye reads a form; a reader of the text layer gets other letters for every one."""
    lines = [
        "ATHLETIC WAIVER",
        "Player: Ruben Castellon   Grade: 10",
        "Parent Social Security number: ___________",
        "SSN of player: 561-93-0428",
        "I know that football is rough. Signed: ______",
    ]
    letters = sorted(set("".join(lines)))
    codes = {letter: 33 + place for place, letter in enumerate(letters)}
    wrong = letters[7:] + letters[:7]
    names = " ".join("/" + GLYPHS.get(letter, letter) for letter in letters)
    pairs = "\n".join(f"<{codes[letter]:02X}> <{ord(false):04X}>" for letter, false in zip(letters, wrong, strict=True))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Shuffled def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )
    pdf = Pdf()
    to_unicode = pdf.stream(cmap.encode())
    pdf.font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [33 "
        + names.encode()
        + b"] >> /ToUnicode %d 0 R >>" % to_unicode
    )
    coded = ["".join(chr(codes[letter]) for letter in line) for line in lines]
    pdf.page(lines_of_text(coded, size=14))
    return pdf.to_bytes()
