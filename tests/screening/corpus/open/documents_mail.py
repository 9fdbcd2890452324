"""E-mail as it is saved to a student's folder: parts, encodings, attachments, forwarded letters."""

import base64
import quopri

from tests.screening.corpus.documents import document
from tests.screening.corpus.open.zip_bytes import letter_docx

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _lines(data: bytes) -> str:
    return base64.encodebytes(data).decode().strip()


def _head(sender: str, to: str, subject: str) -> str:
    return f"From: {sender}\nTo: {to}\nSubject: {subject}\nDate: Tue, 03 Mar 2026 09:14:00 -0800\nMIME-Version: 1.0\n"


def _parts(head: str, kind: str, *parts: tuple[str, str]) -> bytes:
    """A message of parts; each is its header lines and its body."""
    inner = "".join(f"--=_seam_7\n{header}\n\n{body}\n" for header, body in parts)
    text = f'{head}Content-Type: multipart/{kind}; boundary="=_seam_7"\n\n{inner}--=_seam_7--\n'
    return text.replace("\n", "\r\n").encode()


@document(
    "portal_two_versions.eml",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "HTML part")],
    slice="email",
)
def two_versions() -> bytes:
    """The plain version is polite; the version that people see asks."""
    head = _head("Help Desk <help@quailhollow.example>", "families@quailhollow.example", "Your new portal")
    shown = (
        "<html><body><p>Your portal is ready.</p><table><tr><td>Parent's <b>Social</b>&nbsp;<i>Security</i> "
        "Num&#98;er</td><td>reply with yours</td></tr></table></body></html>"
    )
    return _parts(
        head,
        "alternative",
        ("Content-Type: text/plain; charset=utf-8", "Your portal is ready. Read this letter in a modern reader."),
        ("Content-Type: text/html; charset=utf-8", shown),
    )


@document(
    "scholarship_attached.eml",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "attached word-processor file")],
    slice="email",
)
def attached() -> bytes:
    """The number is in the attachment and nowhere else."""
    letter = letter_docx("Scholarship application", "Name: Kelvin Duong", "Social Security Number: 563-12-8840")
    head = _head("mrs.duong@mail.example", "counseling@losalisos.example", "Kelvin's form")
    name = 'filename="kelvin form.docx"'
    return _parts(
        head,
        "mixed",
        ("Content-Type: text/plain; charset=us-ascii", "Here it is, thank you for waiting."),
        (
            f"Content-Type: {DOCX}\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; {name}",
            _lines(letter),
        ),
    )


@document(
    "padre_codificado.eml",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "quoted-printable, broken across lines")],
    slice="email",
)
def quoted_printable() -> bytes:
    """A soft line break falls into the middle of the number."""
    head = _head("anselmo@correo.example", "oficina@elsauce.example", "=?utf-8?Q?N=C3=BAmero_que_pidieron?=")
    body = (
        quopri.encodestring("Buenos días, mi número de seguro social es ".encode()).decode()
        + "557-3=\n8-90=\n14, gracias.\n"
    )
    text = f"{head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{body}"
    return text.replace("\n", "\r\n").encode()


@document(
    "forwarded_from_clinic.eml",
    outcome="findings",
    decision="block",
    expect=[("immigration_status", "value", "message inside the message")],
    slice="email",
)
def forwarded() -> bytes:
    """A forwarded letter, in base64, in which a social worker tells of a father."""
    told = (
        "His dad has been in immigration detention in Adelanto since the 9th, so Bryan may be absent. Please be gentle."
    )
    inner = (
        _head("intake@clinic.example", "nurse@slough.example", "Bryan, grade 4")
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + _lines(told.encode())
    )
    head = _head("nurse@slough.example", "counselor@slough.example", "Fwd: Bryan, grade 4")
    return _parts(
        head,
        "mixed",
        ("Content-Type: text/plain; charset=us-ascii", "FYI. Can you check in with him?"),
        ("Content-Type: message/rfc822\nContent-Disposition: inline", inner),
    )


@document("week_23.eml", outcome="clean", decision="allow", slice="email")
def newsletter() -> bytes:
    """A newsletter in two versions, with a clean attachment."""
    text = (
        "Science night drew 312 people. Bus 44 leaves at 7:26. Pay by Visa; the slip shows the last four of the card.\n"
        "We never ask for a Social Security number. If somebody calls and asks for one, hang up.\n"
    )
    menu = letter_docx("Menu", "Monday: burrito", "Tuesday: noodles, item 318447265")
    return _parts(
        _head("The Heron <heron@slough.example>", "families@slough.example", "The Heron, number 23"),
        "mixed",
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", _lines(text.encode())),
        (f'Content-Type: {DOCX}; name="menu.docx"\nContent-Transfer-Encoding: base64', _lines(menu)),
    )
