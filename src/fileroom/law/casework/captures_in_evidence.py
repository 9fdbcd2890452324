"""What was gathered from social media does not become part of a file but through counsel, and as that file's own."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.who_adds import ADDS, AT_WORK_ON_THE_FILE
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA

law = Chapter(__name__)

law.allows(
    "what_an_expulsion_needs",
    when=ADDS & SOCIAL_MEDIA & AT_WORK_ON_THE_FILE & CLEARED_BY_COUNSEL,
    claimed=SOCIAL_MEDIA,
    says="Only what an expulsion file needs may be copied there, as that file's own record; the capture itself goes on"
    " its own day.",
    cites=c.CAPTURE_AS_EVIDENCE,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=ADDS & SOCIAL_MEDIA,
    says="Ask district counsel before anything gathered from social media is copied into a file.",
    cites=c.CAPTURE_AS_EVIDENCE,
)
