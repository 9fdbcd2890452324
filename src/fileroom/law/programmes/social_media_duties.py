"""What follows once something is gathered from students' social media."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.programmes.social_media import OF_SOCIAL_MEDIA
from fileroom.law.vocabulary import social_media

law = Chapter(__name__)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=OF_SOCIAL_MEDIA & ~Shown(social_media.parent_notice_sent.holds),
    upon=Upon.GRANT,
    says="Tell each parent of a student in the program that information is gathered and will be destroyed, how to see"
    " it, and how to ask that it be removed or corrected. The yearly notice may carry it.",
    cites=c.EC_49073_6_C3,
)

law.obliges(
    DutyCode.RECORD_SAFETY_REASON,
    when=OF_SOCIAL_MEDIA,
    upon=Upon.GRANT,
    says="Write down with each item how it directly pertains to safety.",
    cites=c.EC_49073_6,
)

law.obliges(
    DutyCode.OPEN_TO_STUDENT,
    when=OF_SOCIAL_MEDIA,
    upon=Upon.GRANT,
    says="Let the student, of whatever age, see what was gathered, and correct or delete it.",
    cites=c.EC_49073_6_C2,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=OF_SOCIAL_MEDIA,
    upon=Upon.GRANT,
    says="Destroy it within a year after the student turns 18 or leaves, whichever is first.",
    cites=c.EC_49073_6_C3,
)
