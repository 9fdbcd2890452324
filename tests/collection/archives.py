"""An old archive as districts have them, made anew with the same bytes each time: folders of years and offices."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

from tests.screening.files import book, bytes_of, paragraph, pdf, picture, saved, word, zipped

OFFICES = ("Enrollment packets", "Payroll", "Counseling", "Library", "Visas and I-20", "Health", "Athletics", "Minutes")
PROSE = (
    "The council met in the cafeteria at six and the minutes of April were approved.",
    "Attendance stood at 95.1 percent for the month, against 94.7 a year ago.",
    "Bus 14 will stop at Juniper and 9th until the water main is mended.",
    "By the next review the pupil will solve two-step problems in 4 of 5 trials.",
    "The library counted 1,204 loans in March and sends slips on Thursdays.",
    "Band students need black shoes and a white shirt by half past five.",
)
TELLING = (
    "Parent SSN: {number}",
    "Please bring the child's Social Security card to the window.",
    "Mother told the nurse that the family is undocumented and afraid to come.",
    "Copy of the green card lies in the folder. Alien registration number A 219 604 837.",
    "Immigration status (optional): ______________",
)
EACH_SHARE = (  # of a hundred files
    ("txt", 38), ("csv", 15), ("eml", 10), ("docx", 12), ("html", 9), ("pdf", 7), ("xlsx", 4), ("json", 2), ("zip", 1),
    ("doc", 1), ("torn", 1),
)  # fmt: skip
EVERY_COPY, EVERY_SCAN = 33, 1000


def lines(chance: random.Random, number: int) -> list[str]:
    """A few sentences, one in six files with something the law keeps out; no two numbers give the same."""
    said = [f"File {number}.", *(chance.choice(PROSE) for _ in range(chance.randint(3, 25)))]
    if number % 6 == 0:
        telling = f"{chance.randint(300, 399)}-{chance.randint(10, 99)}-{chance.randint(1000, 9999)}"
        said.insert(chance.randint(1, len(said)), chance.choice(TELLING).format(number=telling))
    return said


def _mail(said: list[str]) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "office@school.example", "clerk@school.example", said[0]
    made.set_content("\n".join(said))
    return made.as_bytes()


def _sheet(said: list[str]) -> bytes:
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{it}</t></is></c></row>' for at, it in enumerate(said, 1)
    )
    return book(rows)


def _pdf(said: list[str]) -> bytes:
    return bytes_of(pdf(*said[:4]), deterministic_id=True)


MAKERS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": lambda said: "\n".join(said).encode(),
    "csv": lambda said: "\n".join(f"{at},{it.replace(',', '')}" for at, it in enumerate(said)).encode(),
    "eml": _mail,
    "docx": lambda said: word("".join(paragraph(it) for it in said)),
    "html": lambda said: f"<!doctype html><body>{''.join(f'<p>{it}</p>' for it in said)}</body>".encode(),
    "pdf": _pdf,
    "xlsx": _sheet,
    "json": lambda said: ("{" + ",".join(f'"n{at}": "{it}"' for at, it in enumerate(said)) + "}").encode(),
    "zip": lambda said: zipped({"a.txt": "\n".join(said), "b/c.csv": "a,b\n1,2\n"}),
    "doc": lambda said: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + said[0].encode() * 40,
    "torn": lambda said: _pdf(said)[:-200],
    "png": lambda said: saved(picture(said[0], size=(500, 160)), "PNG"),
}


def archive(root: Path, files: int) -> Iterator[Path]:
    """Make so many files under `root`; gives each as it is written. One in 33 is a copy of the one before."""
    kinds = [kind for kind, share in EACH_SHARE for _ in range(share)]
    body, ending = b"", "txt"
    for number in range(files):
        chance = random.Random(number)
        if number % EVERY_COPY or not number:
            kind = "png" if number % EVERY_SCAN == 7 else chance.choice(kinds)
            body, ending = MAKERS[kind](lines(chance, number)), "pdf" if kind == "torn" else kind
        folder = root / chance.choice(OFFICES) / str(1995 + chance.randrange(25))
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{number:06}.{ending}"
        path.write_bytes(body)
        yield path
