"""Whom an order on a child's records can bind, by what the person who asks is called."""

from __future__ import annotations

from fileroom.law.facts.words import RequesterKind as Who

OWN_PEOPLE = (
    Who.EMPLOYEE, Who.SUBSTITUTE, Who.ADMINISTRATOR, Who.TEACHER, Who.COUNSELOR, Who.NURSE,
    Who.CUSTODIAN_OF_RECORDS, Who.BOARD_MEMBER, Who.SARB_MEMBER,
)  # fmt: skip
# A restraining order on file, where the question does not say whom it binds: it is read as binding the person who asks,
# if that is a parent or of a parent's family. `people` passes only the orders that bind the one who asks, so both
# doors read it alike. Who asks by office, is the child, or is a company under contract, is no party to it, whatever
# orders there are (Fam. Code 6323.5 bars a party). Of others it stays open, and they are asked: whoever cares for the
# child in the parents' place is seldom the one whom it bars. So is a parent where an order is only shown: it is most
# often the protected one who hands it in.
NO_PARTY = (
    *OWN_PEOPLE, Who.STUDENT, Who.FORMER_STUDENT, Who.SARB_AIDE, Who.SYSTEM, Who.JUDGE, Who.COURT, Who.GRAND_JURY,
    Who.DISTRICT_ATTORNEY, Who.PROBATION_OFFICER, Who.OTHER_SCHOOL, Who.PRIVATE_SCHOOL, Who.COLLEGE,
    Who.PRIVATE_COLLEGE, Who.POLICE, Who.FEDERAL_AGENCY, Who.STATE_AGENCY, Who.COUNTY_AGENCY, Who.CITY_AGENCY,
    Who.AUDITOR, Who.HEALTH_DEPARTMENT, Who.VENDOR, Who.SCHOOL_RESOURCE_OFFICER, Who.EMERGENCY_RESPONDER,
    Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER, Who.COUNTY_PLACING_AGENCY, Who.FOSTER_FAMILY_AGENCY,
    Who.STRTP_STAFF, Who.MINORS_COUNSEL, Who.ACCREDITOR, Who.ELECTIONS_OFFICIAL, Who.FINANCIAL_AID_BODY, Who.CONTRACTOR,
    Who.RESEARCHER, Who.MILITARY_RECRUITER, Who.COLLEGE_RECRUITER, Who.SEVP_OFFICER, Who.IMMIGRATION_OFFICER,
)  # fmt: skip
WHOM_AN_ORDER_BINDS = dict.fromkeys((Who.PARENT, Who.STEPPARENT, Who.RELATIVE), True) | dict.fromkeys(NO_PARTY, False)
