"""Volunteer aides of an attendance review board: adults, investigated and trained."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.educational_interest import A_TRAINED_AIDE
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SEES
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

law.closes(
    "untrained_or_too_young",
    when=SEES & requester.kind.is_(Who.SARB_AIDE) & ~A_TRAINED_AIDE,
    says="An aide of the attendance review board is 18 or older, investigated and trained, before any file is shown.",
    cites=c.EC_49076_1A,
)
