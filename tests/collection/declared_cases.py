"""Texts of which an exception was declared, with what stands in them and what the law says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """`asked`: the thing is asked for; else it is there. `quote`: where it stands. `verdict`: of the law on it."""

    exception: str
    category: str
    asked: bool
    quote: str
    verdict: str
    text: str


def _there(exception: str, category: str, quote: str, verdict: str, text: str) -> Case:
    return Case(exception, category, False, quote, verdict, text)


def _asked(exception: str, category: str, quote: str, verdict: str, text: str) -> Case:
    return Case(exception, category, True, quote, verdict, text)


MEAL, COUNT, MOVES = "nslp_last4", "title3_immigrant", "migrant_ed"
MEALS = (
    _there(MEAL, "ssn_last4", "4471", "allow",
           "Free and Reduced-Price Meal Application\nSignature: R. Oduya  SSN: xxx-xx-4471"),
    _asked(MEAL, "ssn_last4", "Last four digits of SSN of adult signing for the children", "allow",
           "School Meal Application\nLast four digits of SSN of adult signing for the children: ____ [ ] none"),
    _there(MEAL, "ssn_last4", "4471", "allow",
           "Solicitud de comidas gratis\nPadre o tutor que firma: R. O., últimos 4: 4471"),
    _there(MEAL, "ssn_last4", "4471", "allow", '{"mealApplication":{"adultSigner":{"ssnLast4":"4471"}}}'),
    _there(MEAL, "ssn_last4", "4471", "block", '{"mealApplication":{"students":[{"name":"Bo","ssnLast4":"4471"}]}}'),
    _there(MEAL, "ssn_last4", "4471", "block", "Meal application\nStudent: Bo Oduya, grade 4, last four of SSN 4471"),
    _there(MEAL, "ssn_last4", "4471", "block", "This is not a meal application. Library card: last 4 of SSN 4471"),
    _there(MEAL, "ssn_last4", "4471", "block",
           "Online enrollment\nDo you want a meal application? yes\nLast 4 of parent SSN: 4471"),
    _there(MEAL, "ssn", "518-22-4471", "block", "Meal application\nAdult signing: R. Oduya, SSN 518-22-4471"),
    _there(MEAL, "immigration_status", "permanent resident", "block",
           "Meal application\nAdult signing: R. Oduya, permanent resident"),
    _there(MEAL, "itin", "912-78-4410", "review", "Meal application\nAdult signing: R. Oduya, 912-78-4410"),
    _asked(MEAL, "ssn", "Social Security number", "allow",
           "Meal application\nAdult signing: ____\n[ ] I do not have a Social Security number"),
    _asked(MEAL, "ssn", "ssn", "allow", '{"meal_application":{"adult_last4":"","no_ssn":true}}'),
    _asked(MEAL, "ssn", "Full Social Security number", "block",
           "Meal application\nFull Social Security number of the signer, or [ ] no SSN"),
    _asked(MEAL, "ssn_last4", "Last 4 SSN", "block", "Emergency card\nParent: ____  Last 4 SSN: ____"),
    _there(MEAL, "ssn_last4", "4471", "block", "Last four of SSN: 4471"),
    _there(MEAL, "ssn_last4", "4471", "review", "School meals application\nLast four digits of SSN: 4471"),
    _there(MEAL, "ssn_last4", "4471", "block",
           "School meals application\nMaria (grade 3) last four digits of SSN: 4471"),
    _there(MEAL, "ssn_last4", "4471", "allow",
           "School meals application\nBo Oduya, grade 4\nAdult signing: R. Oduya, last four of SSN 4471"),
    _there(MEAL, "ssn_last4", "4471", "block",
           "School meals application\nParent: Ana Oduya\nBo (age 8) last four digits of SSN: 4471"),
    _there(MEAL, "ssn_last4", "4471", "block",
           "School meals application\nMother Ana. Bo, Gr. 3, last four of SSN: 4471"),
    _there(MEAL, "ssn_last4", "4471", "block",
           "School meals application\nMadre: Ana\nBo, 8 años, últimos 4 del SSN: 4471"),
    _there(MEAL, "ssn_last4", "4471", "review",
           "School meals application\nParent: Ana Oduya\nStaff contact: Bo Diaz, last four of SSN: 4471"),
    _asked(MEAL, "ssn_last4", "成年签名人社安号后四位", "allow", "学校餐费减免申请\n成年签名人社安号后四位：____"),
    _asked(MEAL, "ssn_last4", "孩子的社安号后四位", "block", "学校餐费减免申请\n孩子的社安号后四位：____"),
)  # fmt: skip
COUNTS = (
    _asked(COUNT, "immigration_status", "Country of birth", "allow",
           "Title III Immigrant Count\nCountry of birth: ____"),
    _there(COUNT, "immigration_status", "Guatemala", "allow", "Title III Immigrant Count\nCountry of birth: Guatemala"),
    _asked(COUNT, "immigration_status", "Date first enrolled in a U.S. school", "allow",
           "Title III immigrant survey\nDate first enrolled in a U.S. school: ____"),
    _asked(COUNT, "immigration_status", "Date of entry to the United States", "block",
           "Title III immigrant survey\nDate of entry to the United States: ____"),
    _asked(COUNT, "immigration_status", "Immigration status at school entry", "block",
           "Title III immigrant survey\nImmigration status at school entry: ____"),
    _asked(COUNT, "immigration_status", "Mother's country of birth", "block",
           "Title III immigrant survey\nMother's country of birth: ____"),
    _asked(COUNT, "immigration_status", "Country of birth", "block",
           "Student enrollment form\nTitle III? yes/no\nCountry of birth: ____"),
    _asked(COUNT, "immigration_document", "Passport", "block",
           "Title III immigrant survey\nPassport of the student: ____"),
    _asked(COUNT, "immigration_status", "País de nacimiento del estudiante", "allow",
           "Encuesta Título III, estudiantes inmigrantes\nPaís de nacimiento del estudiante: ____"),
    _asked(MOVES, "immigration_status", "Arrival date in the district", "allow",
           "Migrant Education, certificate of eligibility\nArrival date in the district: ____"),
    _asked(MOVES, "immigration_status", "Immigration papers of the worker", "block",
           "Migrant Education, certificate of eligibility\nImmigration papers of the worker: ____"),
)  # fmt: skip
OTHERS = (
    _asked("sevis_f1", "immigration_document", "Visa number", "allow", "F-1 student file, DSO\nVisa number: ____"),
    _asked("sevis_f1", "immigration_status", "Citizenship of the parents", "block",
           "F-1 student file, DSO\nCitizenship of the parents: ____"),
    _asked("sevis_f1", "immigration_document", "Visa number", "block", "Student registration\nVisa number: ____"),
    _asked("sevis_f1", "a_number", "A-Number", "block", "F-1 student file, DSO\nA-Number: ____"),
    _there("staff_payroll", "ssn", "518-22-4471", "allow", "Payroll\nW-4 of the employee R. Oduya: SSN 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "allow", "Payroll\nEmployee, pay grade 3, SSN 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "review", "Payroll\nW-4 of R. Oduya: SSN 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "review",
           "Payroll\nEmployee of the month: Maria Lopez, grade 3\nSSN: 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "block", "Payroll\nMaria Lopez, grade 3, SSN: 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "review",
           "Payroll\nEmployee: Ana Diaz\nMaria Lopez, age 8\nSSN: 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "block",
           "Payroll\nStaff contact: Ana Diaz\nMaria Lopez, Gr 3, SSN: 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "review", "Payroll\nStaff room 4\nMaria Lopez SSN: 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "review",
           "Payroll\nEmployee of the month: Ana\nHonor roll: Maria Lopez, SSN: 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "allow",
           "Payroll\nEmployee: Ana Diaz, kinder teacher, age 45, SSN: 518-22-4471"),
    _asked("staff_payroll", "ssn", "SSN", "allow", "Payroll\nSSN: ____"),
    _there("staff_payroll", "ssn", "518-22-4471", "block",
           "Payroll, dental plan\nDependent: Bo Oduya, SSN 518-22-4471"),
    _there("staff_payroll", "ssn", "518-22-4471", "block",
           "Payroll, student worker\nStudent: Bo Oduya, SSN 518-22-4471"),
    _asked("staff_payroll", "ssn", "SSN", "block", "Parking permit\nEmployee: ____  SSN: ____"),
    _asked("calpads_race", "protected_list", "race", "allow", "CALPADS extract\tSSID\trace\n"),
    _asked("calpads_race", "protected_list", "national_origin", "block", "CALPADS extract\nssid,national_origin\n"),
    _asked("calpads_race", "protected_list", "Race", "block", "Yearbook list\nName,Race\n"),
    _asked("ed506", "protected_list", "Tribe of the grandparent", "allow",
           "ED 506 form\nTribe of the grandparent: ____"),
    _asked("ed506", "protected_list", "Religion", "block", "ED 506 form\nReligion: ____"),
    _asked("fafsa", "ssn", "Parent's SSN", "allow", "FAFSA on the Web worksheet\nParent's SSN: ____"),
    _there("fafsa", "ssn", "518-22-4471", "review", "FAFSA 2027-28\nStudent SSN: 518-22-4471"),
    _asked("fafsa", "ssn", "SSN", "block", "Rotary scholarship for FAFSA filers\nSSN: ____"),
    _asked("livescan", "ssn", "SSN", "allow", "Request for Live Scan Service\nApplicant: ____ SSN: ____"),
    _asked("livescan", "ssn", "SSN", "review", "Request for Live Scan Service\nName: ____ SSN: ____"),
    _there("livescan", "ssn", "518-22-4471", "review", "Request for Live Scan Service\nNo. 12, SSN 518-22-4471"),
    _asked("livescan", "ssn", "SSN", "review", "Request for Live Scan Service\nVolunteer: ____ SSN: ____"),
    _asked("livescan", "ssn", "SSN", "block", "Request for Live Scan Service\nStudent: ____ SSN: ____"),
    _asked("livescan", "immigration_status", "Citizenship", "block",
           "Request for Live Scan Service\nCitizenship: ____"),
    _there("work_permit_b1_1", "ssn", "518-22-4471", "review", "Work permit request B1-1\nMinor: Bo, SSN 518-22-4471"),
    _asked("work_permit_b1_1", "ssn", "社会安全号码", "review",
           "B1-1 工作许可申请\n未成年人姓名：____\n社会安全号码：____"),
    _asked("work_permit_b1_1", "ssn", "Father's SSN", "block", "Work permit request B1-1\nFather's SSN: ____"),
    _asked("work_permit_b1_1", "ssn", "SSN", "block", "Athletic clearance\nStudent: ____ SSN: ____"),
)  # fmt: skip
CASES = (*MEALS, *COUNTS, *OTHERS)
