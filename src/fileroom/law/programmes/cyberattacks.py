"""A cyberattack is reported to the California Cybersecurity Integration Center: by statute until 2027 where it touches
more people than the law says; by the Board's policy each one, however few it touches, also after the statute ends."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, Harm
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.breaches import NOTIFIES
from fileroom.law.vocabulary import action, incident

law = Chapter(__name__)

REPORT_THRESHOLD = FIGURES["cyberattack_report_threshold"]
REPORTS_ATTACK = action.is_(Action.REPORT_CYBERATTACK)
SHUT_OUT = incident.harms.has(Harm.USERS_SHUT_OUT)
# By statute something is altered, deleted or damaged, or users are shut out: to copy data is not enough. The policy
# defines nothing; we read it plainly: whoever gets in has attacked.
AS_THE_STATUTE_SAYS = (
    incident.unauthorized_access.holds & incident.harms.has(Harm.ALTERED, Harm.DELETED, Harm.DAMAGED)
) | SHUT_OUT
ATTACKED = incident.unauthorized_access.holds | SHUT_OUT
OVER_THE_THRESHOLD = ~incident.people.at_most(REPORT_THRESHOLD.value)

law.compels(
    "of_many_people",
    when=REPORTS_ATTACK & AS_THE_STATUTE_SAYS & OVER_THE_THRESHOLD,
    claimed=REPORTS_ATTACK & ATTACKED,
    says=f"A cyberattack that touches more than {REPORT_THRESHOLD.within}, students and personnel together, is reported"
    " to the California Cybersecurity Integration Center. The statute names no day and no form.",
    cites=c.EC_35266,
)

law.compels(
    "every_one",
    when=REPORTS_ATTACK & ATTACKED,
    says="The Superintendent or designee reports every cyberattack to the California Cybersecurity Integration Center,"
    " however few it touches and whatever the statute asks.",
    cites=u.CYBERATTACK,
)

law.allows(
    "what_was_no_attack",
    when=REPORTS_ATTACK & ~ATTACKED,
    claimed=REPORTS_ATTACK & ~ATTACKED,  # while anything is open, the answer speaks of the duty
    says="Nobody got in and nobody was shut out: no report is owed, and none is barred.",
    cites=u.CYBERATTACK,
)

law.forbids(
    "with_names",
    when=REPORTS_ATTACK & incident.report_names_people.holds,
    says="The report counts people and names none: no law opens pupil records to the Center. Take out what tells of a"
    " person, then report.",
    cites=c.EC_49076,
)

law.obliges(
    DutyCode.REPORT_CYBERATTACK,
    when=NOTIFIES & ATTACKED,
    says="This is a cyberattack too: report it to the California Cybersecurity Integration Center.",
    cites=u.CYBERATTACK,
)
