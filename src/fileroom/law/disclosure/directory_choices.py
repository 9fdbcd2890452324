"""What families have chosen about directory information. A refusal made while the student attended outlives the
leaving; of a homeless student nothing goes out without written consent; and nothing shows that anybody was left out."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.directory_information import AT_THE_DOOR, IN_OWN_CLASS
from fileroom.law.facts import Purpose
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CONSENTED, NOT_OF_THE_SCHOOL
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

# An address that a court, a school of enrolment or a rescuer is owed does not go out by the directory.
AS_A_LIST = purpose.is_(
    Purpose.DIRECTORY, Purpose.EYE_EXAMINATION, Purpose.ORAL_HEALTH_ASSESSMENT, Purpose.LAW_ENFORCEMENT,
    Purpose.NONE_STATED,
) | NOT_OF_THE_SCHOOL  # fmt: skip
OWED = Shown(PROCESS | CONSENTED) | Shown(IN_OWN_CLASS)
ANY_RECIPIENT = d.BY_THIS_DOOR | requester.kind.is_(*d.BY_A_RULE_OF_THEIR_OWN)
BY_THE_DIRECTORY = d.GOES_OUT & ANY_RECIPIENT & (d.LISTED | d.PUBLISHES | AS_A_LIST) & d.IS_DIRECTORY & ~OWED

law.closes(
    "no_notice_yet",
    when=AT_THE_DOOR & ~d.NOTICE_GIVEN,
    says="The families have not yet had this year's notice and the time to refuse; until then nothing is released.",
    cites=c.CFR_99_37,
)

law.closes(
    "found_by_a_social_security_number",
    when=AT_THE_DOOR & d.FOUND_BY_NUMBER,
    says="Nobody is found or confirmed by a Social Security number. Ask by name.",
    cites=c.CFR_99_37_E,
)

law.closes(
    "refused",
    when=AT_THE_DOOR & d.REFUSED,
    says="The family has refused: leave this student out, as one of whom nothing is known.",
    cites=c.EC_49073_B,
    silent=True,
)

law.closes(
    "homeless_without_consent",
    when=AT_THE_DOOR & d.HOMELESS_WITHOUT_CONSENT,
    says="No written consent is on file: leave this student out, as one of whom nothing is known.",
    cites=c.EC_49073_C1,
    silent=True,
)

law.obliges(
    DutyCode.HONOR_OPT_OUT,
    when=BY_THE_DIRECTORY & d.REFUSED,
    says="The family's refusal holds until it is withdrawn in writing, also after the student has left.",
    cites=c.EC_49073_B,
)

law.obliges(
    DutyCode.EXCLUDE_OPT_OUTS,
    when=BY_THE_DIRECTORY,
    says="Leave out every student whose family refused and every homeless student without consent; let no gap, empty"
    " field or mark show it.",
    cites=c.EC_49073_C1,
)
