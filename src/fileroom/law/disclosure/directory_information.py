"""Directory information: the fields and recipients the board's policy names, after the yearly notice, and never to a
profit-making company but employers and news media."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.facts import DirectoryField as Field
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import FOR_IMMIGRATION
from fileroom.law.vocabulary import is_pupil_record, other, purpose, requester

law = Chapter(__name__)

OF_THE_CLASS = requester.kind.is_(*d.OF_THE_HOUSE, Who.STUDENT)
# What federal law says of a refusal it says of no other thing: of a homeless student a class list is a release too.
IN_OWN_CLASS = (
    d.GOES_OUT & OF_THE_CLASS & other.in_own_class.holds & d.only(Field.NAME, Field.EMAIL) & ~d.HOMELESS_WITHOUT_CONSENT
)
BY_THE_POLICY = d.IS_DIRECTORY & d.TO_A_NAMED_RECIPIENT & d.DESIGNATED & d.NOTICE_GIVEN & ~d.ANOTHER_LAWS_REQUEST
DIRECTORY_IS_CLAIMED = d.GOES_OUT & d.DIRECTORY_ASKED
AT_THE_DOOR = d.BY_THIS_DOOR & d.IS_DIRECTORY & ~d.ANOTHER_LAWS_REQUEST & ~FOR_IMMIGRATION

law.allows(
    "fields_and_recipients_of_the_policy",
    when=d.BY_THIS_DOOR & BY_THE_POLICY & ~d.FOUND_BY_NUMBER & ~d.REFUSED & ~d.HOMELESS_WITHOUT_CONSENT,
    claimed=DIRECTORY_IS_CLAIMED,
    says="The board's policy releases these fields to this recipient, and the family has not refused.",
    cites=c.EC_49073,
)

law.allows(
    "federal_directory_information",
    when=d.GOES_OUT & BY_THE_POLICY & ~d.FOUND_BY_NUMBER & ~d.REFUSED,
    claimed=DIRECTORY_IS_CLAIMED,
    key=Key.FEDERAL,
    says="After public notice federal law lets a school release what it has designated, to whom it has named.",
    cites=c.CFR_99_37,
)

law.allows(
    "in_the_students_own_class",
    when=IN_OWN_CLASS & ~d.HOMELESS_WITHOUT_CONSENT,
    claimed=DIRECTORY_IS_CLAIMED & other.in_own_class.holds,
    key=Key.BOTH,
    says="A refusal makes nobody nameless in the own class: name and school e-mail are used there.",
    cites=c.CFR_99_37_C,
)

law.closes(
    "profit_making_recipients",
    when=d.GOES_OUT & d.IS_DIRECTORY & requester.kind.is_(*d.PROFIT_MAKING),
    says="Directory information never goes to a profit-making company, but employers and news media. With the family's"
    " written consent it may.",
    cites=c.EC_49073,
)

law.closes(
    "not_on_the_list",
    when=(d.PUBLISHES | (d.GOES_OUT & purpose.is_("directory"))) & ~d.IS_DIRECTORY & is_pupil_record.holds,
    says="Only eleven fields are directory information in California; a photograph, a grade or a place of birth is not."
    " Ask the family for written consent.",
    cites=c.EC_49073,
)

law.closes(
    "recipient_not_in_the_policy",
    when=AT_THE_DOOR & ~d.TO_A_NAMED_RECIPIENT,
    says="The board's policy does not name this recipient of directory information. The board may change its policy.",
    cites=c.EC_49073,
)

law.closes(
    "field_not_in_the_policy",
    when=AT_THE_DOOR & ~d.DESIGNATED,
    says="The board's policy does not release every field that is asked for. Ask for those it names.",
    cites=c.EC_49073,
)
