"""Archives and files that must not pass as clean: nested, huge, locked, broken, of two kinds, malicious, empty."""

from tests.screening.corpus.documents import document
from tests.screening.corpus.open.pdf_bytes import plain
from tests.screening.corpus.open.zip_bytes import locked, zipped

ROLL = b"last,first,ssn\nWhitlock,June,431-77-2059\n"


@document("class_projects.zip", outcome="clean", decision="allow", slice="archive")
def projects() -> bytes:
    """Two essays and a table of masses."""
    essay = b"The Exclusion Act of 1882 kept my hero's wife away for nine years. The paper called her an alien.\n"
    table = b"trial,mass_g\n1,0.318447265\n2,0.541083392\n"
    return zipped({"essay one.txt": essay * 6, "lab/masses.csv": table, "menu.pdf": plain(["MENU", "Monday: burrito"])})


@document(
    "backup_of_backup.zip",
    outcome="findings",
    decision="block",
    expect=[("ssn", "value", "table in an archive in an archive")],
    slice="archive",
)
def nested() -> bytes:
    """An archive in an archive, with a table at the bottom."""
    inner = zipped({"readme.txt": b"old lists, delete after June", "rolls/grade7.csv": ROLL})
    return zipped({"photos.txt": b"see drive", "old/backup.zip": inner})


@document(
    "yearbook_photos.zip", outcome="bomb", decision="block", slice="archive_unreadable", also=["too_big", "rejected"]
)
def bomb() -> bytes:
    """Thirty megabytes of nothing, packed twice to a few hundred bytes."""
    inner = zipped({f"page{number}.bmp": bytes(10_000_000) for number in range(3)})
    return zipped({"spread.zip": inner})


@document(
    "russian_doll.zip",
    outcome="bomb",
    decision="block",
    slice="archive_unreadable",
    also=["too_big", "rejected", "quarantine", "unreadable"],
)
def deep() -> bytes:
    """Twenty archives, each in the next."""
    data = zipped({"roll.csv": ROLL})
    for level in range(20):
        data = zipped({f"level{level}.zip": data})
    return data


@document("records_locked.zip", outcome="encrypted", decision="block", slice="archive_unreadable")
def under_password() -> bytes:
    """One entry under a password nobody gave."""
    return locked("roll.csv", ROLL, "gradebook")


@document(
    "transfer_broken.zip",
    outcome="damaged",
    decision="block",
    slice="archive_unreadable",
    also=["unreadable", "quarantine"],
)
def broken() -> bytes:
    """Some bytes of the packed table were lost on the way; its list of contents is whole."""
    rows = b"".join(b"%d,Ibarra,%d\n" % (400218834 + 331 * row, row * row % 97) for row in range(400))
    whole = bytearray(zipped({"homeroom.csv": b"Student ID,Last,Bus\n" + rows}))
    for place in range(300, 340):
        whole[place] ^= 0x5A
    return bytes(whole)


@document(
    "homework.txt", outcome="malware", decision="block", expect=[("malware", "value", "whole file")], slice="malware"
)
def test_virus() -> bytes:
    """The harmless string by which scanners are tested, put together here so that no scanner stops at this source."""
    return b"X5O!P%@AP[4" + rb"\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!" + b"$H+H*"


@document(
    "art_folder.zip",
    outcome="malware",
    decision="block",
    expect=[("malware", "value", "archived file")],
    slice="malware",
)
def packed_virus() -> bytes:
    """The same string inside an archive."""
    return zipped({"sketch.txt": b"a duck", "setup.com": test_virus()})


@document("permission_and_more.pdf", outcome="rejected", decision="block", slice="two_kinds", also=["quarantine"])
def two_kinds() -> bytes:
    """A page for one reader, an archive for another, in the same bytes."""
    return zipped({"roll.csv": ROLL}, before=plain(["PERMISSION SLIP", "My child may visit the fire station."]))


@document("class_photo.jpg", outcome="rejected", decision="block", slice="two_kinds", also=["quarantine"])
def wrong_name() -> bytes:
    """A PDF that calls itself a photograph; its page is harmless, its name is not the truth."""
    return plain(["LUNCH MENU", "Monday: burrito", "Tuesday: noodles"])


@document("scan0001.pdf", outcome="empty", decision="block", slice="empty", also=["rejected"])
def empty() -> bytes:
    """The scanner made a file and wrote nothing."""
    return b""


@document(
    "scan0002.docx",
    outcome="damaged",
    decision="block",
    slice="archive_unreadable",
    also=["unreadable", "rejected", "quarantine"],
)
def noise() -> bytes:
    """Bytes of no kind under a known name."""
    return bytes((place * 73 + place // 7 * 29) % 256 for place in range(4096))
