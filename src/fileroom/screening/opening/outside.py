"""What an archive would lay outside the folder it is unpacked into: a way up or away, a link, a device."""

from __future__ import annotations

import re
import stat
import tarfile
import zipfile

from fileroom.screening.opening.opened import Opening, told
from fileroom.screening.parts import Outcome

# Whatever system unpacks it: one takes both strokes for the end of a folder's name, and lets blanks behind a name go.
STROKE = re.compile(r"[/\\]")
DRIVE = re.compile(r"(?:\.[/\\])*[A-Za-z]:(?! )")
NO_FILES = (stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK)


def leads_outside(name: str) -> bool:
    """Whether a packed file's name would lay it elsewhere, or says one thing to one reader and another to the next."""
    if "\x00" in name or name.startswith(("/", "\\")) or DRIVE.match(name):
        return True
    return any(step.strip() == ".." for step in STROKE.split(name))


def look_at_zipped(member: zipfile.ZipInfo, opening: Opening) -> None:
    """Tell of a file in a ZIP archive that is a trap. It may have two names, and readers that take either."""
    for name in (member.filename, member.orig_filename):
        if leads_outside(name):
            _tell("What is packed in it leads outside", name, opening)
    if stat.S_IFMT(member.external_attr >> 16) in NO_FILES:
        _tell("What is packed in it is no file but a link or device", member.filename, opening)


def look_at_tarred(member: tarfile.TarInfo, opening: Opening) -> None:
    """Tell of a file in a tar archive that is a trap."""
    if leads_outside(member.name):
        _tell("What is packed in it leads outside", member.name, opening)
    if member.issym() or member.islnk() or member.isdev():
        _tell("What is packed in it is no file but a link or device", member.name, opening)


def _tell(says: str, name: str, opening: Opening) -> None:
    shown = "".join(it if it.isprintable() else " " for it in name)
    opening.trouble(Outcome.REJECTED, f"{says}: {told(shown)}.")
