"""What may stand before enrolment: who the child is, how old, where the family lives, and the vaccinations. No more."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ASKS_FOR, REQUIRES
from fileroom.law.vocabulary import other, record, student

law = Chapter(__name__)

AGE = record.kind.is_(Kind.PROOF_OF_AGE)
PROOF_OF_RESIDENCE = record.kind.is_(Kind.PROOF_OF_RESIDENCY)
FROM_BIRTH_TO_ADDRESS = record.kind.is_(
    Kind.LEGAL_NAME, Kind.BIRTH_DATE, Kind.BIRTH_DATE_VERIFICATION, Kind.PARENT_NAME_AND_ADDRESS, Kind.STUDENT_ADDRESS,
    Kind.ADDRESS, Kind.ANNUAL_VERIFICATION,
)  # fmt: skip
ONE_PAPER_ONLY = other.particular_paper_demanded.holds

law.forbids(
    "no_particular_paper",
    when=(ASKS_FOR | REQUIRES) & PROOF_OF_RESIDENCE & ONE_PAPER_ONLY,
    says="Any one of the accepted papers will do. No particular one may be demanded, and never all of them.",
    cites=c.EC_48204_1,
)

law.forbids(
    "no_proof_of_address_of_homeless_families",
    when=(ASKS_FOR | REQUIRES) & PROOF_OF_RESIDENCE & student.homeless.holds,
    says="A homeless family is asked for no proof of address. The school's liaison helps to enrol the child.",
    cites=c.EC_48204_1,
)

law.allows(
    "who_the_child_is",
    when=REQUIRES & FROM_BIRTH_TO_ADDRESS,
    says="A name, a birth date and an address are needed to enrol a child.",
    cites=c.R_432_LIST,
)

law.allows(
    "proof_of_age",
    when=(ASKS_FOR | REQUIRES) & AGE,
    says="The birth date may be verified by any method the family can offer; note the method, keep no paper.",
    cites=c.R_432_METHOD,
    limits=(Limit.METHOD_NOT_DOCUMENT, Limit.ANY_ONE_PROOF),
)

law.allows(
    "proof_of_residency",
    when=(ASKS_FOR | REQUIRES) & PROOF_OF_RESIDENCE,
    says="Reasonable evidence of the address may be asked for: any one paper, or the parent's own signed declaration.",
    cites=c.EC_48204_1,
    limits=(Limit.ANY_ONE_PROOF,),
)

law.compels(
    "vaccinations",
    when=REQUIRES & record.kind.is_(Kind.IMMUNIZATION),
    says="A school asks for the record of required vaccinations, or the exemption from them, before it admits a child.",
    cites=c.HSC_120335,
)

law.closes(
    "nothing_that_turns_a_child_away",
    when=REQUIRES & record.kind.is_(Kind.PLACE_OF_BIRTH, Kind.ETHNICITY, Kind.HOME_LANGUAGE, Kind.TRIBAL_ENROLMENT),
    says="Enrolment never depends on where a child or family comes from. The item may be asked, and left unanswered.",
    cites=c.PLYLER,
)

law.closes(
    "nothing_else_comes_first",
    when=REQUIRES,
    says="Enrolment depends on nothing but name, age, address and vaccinations. The child is enrolled without this.",
    cites=c.EC_48204_1,
)
