"""Volunteers: never as school officials."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.kernel.rule import Chapter
from fileroom.law.parties import IS_VOLUNTEER
from fileroom.law.phrases import SEES

law = Chapter(__name__)

law.closes(
    "volunteers",
    when=SEES & IS_VOLUNTEER,
    says="A volunteer is never a school official: without written consent pupil records are closed to volunteers, but"
    " for what an emergency needs.",
    cites=c.EC_49076_2G,
)
