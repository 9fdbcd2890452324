"""Volunteers: never as school officials."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import RequesterKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SEES
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

law.closes(
    "volunteers",
    when=SEES & requester.kind.is_(RequesterKind.VOLUNTEER),
    says="A volunteer is never a school official: without written consent pupil records are closed to volunteers, but"
    " for what an emergency needs.",
    cites=c.EC_49076_2G,
)
