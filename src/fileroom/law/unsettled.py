"""Sources that were read and leave a question open: how this book reads them meanwhile, and what counsel is asked.

Each stands with what rests on memory: on counsel's desk, in `law list --surety memory`, in the law book.
"""

from __future__ import annotations

from datetime import date

from fileroom.law.kernel.citation import unsettled

MINOR_AT_A_COLLEGE = unsettled(
    "Ed. Code 49061(a)", "I3", effective=date(2012, 1, 1),
    reading="the parent keeps the rights over this district's records while the minor attends a college, unless counsel"
    " finds that all rights have passed",
)  # fmt: skip
BORN_ON_29_FEBRUARY = unsettled(
    "Fam. Code 6500", "section 1",
    reading="in a common year the student acts alone from 1 March; on 28 February no parent's consent is relied on any"
    " more but through counsel: a safe overlap, not law",
)  # fmt: skip
EMANCIPATED_MINOR = unsettled(
    "Fam. Code 7050(e)",
    "section 3",
    reading="emancipation passes no right over pupil records by itself; in each case counsel says whose they are",
)
EMANCIPATED_MINORS_DEBT = unsettled(
    "Ed. Code 49014(a)", "EC48904", effective=date(2019, 1, 1),
    reading="a debt made while the student was an emancipated minor may be the student's own to pay; it withholds no"
    " record before counsel has said so",
)  # fmt: skip
KIN_IN_THE_HOME = unsettled(
    "34 CFR 99.3",
    "A7",
    reading="a stepparent or relative who lives with the child may be a parent to federal law and is none to"
    " Ed. Code 49061(a); without an affidavit or consent counsel says what they see",
)
USELESS_AND_SIX_MONTHS = unsettled(
    "5 CCR 437(d)",
    "R437",
    reading="both are asked: the record is of no more use, and six months have gone since completion or withdrawal",
)
APART_WITHOUT_A_CLOCK = unsettled(
    "Ed. Code 234.7(c), 49408, 49558, 49602; Gov. Code 6207; Penal Code 11167.5",
    "section 13",
    reading="each statute keeps it outside the ordinary file and names no last day: it is kept there while its own"
    " purpose lasts; then the district's own choice says how long, and where it has chosen nothing, it stays",
)
SEALED_RECORDS = unsettled(
    "Welf. & Inst. Code 781, 786, 786.5, 827.95",
    "section 13",
    reading="what a court has sealed lies apart or not at all: it is kept under seal until counsel has read in the"
    " court's order whether and when it is destroyed",
)
NEVER_TO_BE_TAKEN_IN = unsettled(
    "Ed. Code 49062, 49076.7, 234.7(a); 5 CCR 432(b)",
    "EC49076.7",
    reading="what should never have been taken in is on no list of records, so no regulation gives it a day: it lies in"
    " quarantine until counsel has looked, and then it goes",
)
HELD_FOR_NOTHING = unsettled(
    "Ed. Code 49062, 49076.7, 234.7(a); 5 CCR 432(b)",
    "EC49076.7",
    reading="no text speaks of what waits in quarantine and is something else than it was taken for: it is a record as"
    " any other is, and who keeps the records says so; where its own words name a thing that is never taken in, counsel"
    " looks first",
)
SPECIAL_EDUCATION_RECORDS = unsettled(
    "34 CFR 300.624",
    "F11",
    reading="parents are told before any special-education record goes; their wish that it go waits for the state's"
    " own years, which counsel sees to",
)
ADDITIONS_BY_STATUTE = unsettled(
    "5 CCR 437(a)", "I46",
    reading="what a statute itself adds, and the log, are no new content: added after the student has left too",
)  # fmt: skip
RE_ENROLMENT = unsettled(
    "Ed. Code 49073.6(c)(3)(A)", "I19", effective=date(2014, 1, 1),
    reading="who comes back before the last day starts the year after leaving anew with the next leaving; the year"
    " after the 18th birthday runs on",
)  # fmt: skip
A_VENDORS_COPY = unsettled(
    "Ed. Code 49073.6(c)(2)", "EC49073.6", effective=date(2014, 1, 1),
    reading="it speaks of what the district gathered or maintained, and of no vendor's copy: what is deleted or"
    " corrected here the vendor that gathered it deletes too, unless counsel finds otherwise",
)  # fmt: skip
RETURN_OF_A_STUDENT = unsettled(
    "5 CCR 437(c), 16022(a)", "R437, R16020",
    reading="who comes back makes a record in use a continuing one again: what was judged disposable on leaving goes"
    " only through counsel; what is of no use goes by its years",
)  # fmt: skip
YEARLY_REPORT = unsettled(
    "34 CFR 99.31(a)(3); Ed. Code 49076(a)(1)(C)",
    "D4",
    effective=date(2017, 1, 1),
    reading="the yearly report on pupils (CALPADS), and migrant education's exchange, serve the education authority's"
    " own evaluation",
)
REGULATION_OF_2018 = unsettled(
    "AR 5145.13",
    "B19, B20",
    reading="what this regulation of 2018 adds is still done beside the statute of 2025: the family has the papers, but"
    " in a case of child abuse, and the Bureau of Children's Justice is told",
)
VENDORS_AND_TRAITS = unsettled(
    "Ed. Code 49073.1; Gov. Code 8310.3; 42 USC 11432(g)(3)(G)", "EC49073.1, GC8310.3, F19", effective=date(2015, 1, 1),
    reading="no table says that a vendor may have a protected trait, or where a student lives or goes, by itself or"
    " with a whole file: its contract names the item, and counsel looks first",
)  # fmt: skip
OFFICERS_AND_TRAITS = unsettled(
    "Gov. Code 7284.8, 8310.3; 42 USC 11432(g)(3)(G)", "GC7284, GC8310.3, F19",
    reading="no table says that an officer at a school may see a protected trait, or where a student lives or goes, and"
    " the last names police among those not to be told: counsel looks first",
)  # fmt: skip
LISTS_BY_WHAT_MAY_TELL = unsettled(
    "Gov. Code 8310.3(b)", "GC8310.3",
    reading="it names religion, national origin and ethnicity: whether a list by a family's moves, by a paper of birth"
    " or with a file that holds the place of birth is one by origin, counsel says first",
)  # fmt: skip
CYBERATTACK = unsettled(
    "Board Policy 5125, on cyberattacks",
    "B8",
    reading="the policy defines no cyberattack: whoever gets in, or shuts users out, has attacked, though nothing was"
    " altered",
)
INCIDENT_PLAN = unsettled(
    "Board Policy 5125, on safeguarding data",
    "B7",
    reading="the policy asks for processes against damage, loss and theft and names none: that the Board and the"
    " insurer hear of an incident, and that the plan is exercised every year, is the district's own plan, on its days",
)
STAY_AWAY_WITHOUT_A_RECORDS_CLAUSE = unsettled(
    "Fam. Code 6323.5(a)", "I8", effective=date(2023, 1, 1),
    reading="a stay-away order that says nothing of records closes none by itself; counsel looks the same day, and"
    " first where the student could be found",
)  # fmt: skip
DEPENDENT_ADULT = unsettled(
    "Ed. Code 49076(a)(1)(E); 34 CFR 99.31(a)(8)",
    "I2",
    effective=date(2017, 1, 1),
    reading="state law's shall prevails over the adult student's objection; counsel looks first",
)
LOG_OF_A_DEPENDENT_ADULT = unsettled(
    "Ed. Code 49064", "section 3", effective=date(2019, 1, 1),
    reading="whether the parent of an adult dependent reads the log is counsel's to say",
)  # fmt: skip
NUMBER_ON_THE_AFFIDAVIT = unsettled(
    "Fam. Code 6552, item 8; Ed. Code 49076.7",
    "FC6550",
    effective=date(2016, 1, 1),
    reading="the number in item 8 is covered, and no Social Security number is taken there",
)
GENDER_AND_A_PARENT = unsettled(
    "Ed. Code 220.3, 220.5; Mirabelli v. Bonta", "I42", effective=date(2025, 1, 1),
    reading="no record is hidden from a parent entitled to it and no automatic notice goes out; a person looks, with"
    " counsel, while the case is open",
)  # fmt: skip
STATUS_ASKED_UNDER_8_USC_1373 = unsettled(
    "Ed. Code 234.7(i)", "EC234.7", effective=date(2025, 9, 20),
    reading="a claim under 8 USC 1373 or 1644 is answered by counsel alone; the program never says that it is unlawful",
)  # fmt: skip
SEVERAL_STUDENTS_AND_NO_FAMILY = unsettled(
    "34 CFR 99.12(a)", "B7",
    reading="it speaks of families alone: of a record from which other students cannot be taken out, an outsider whose"
    " ground names no student, or who only looks, waits for counsel",
)  # fmt: skip
