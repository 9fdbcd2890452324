"""Within what a record goes out or is shown: of each limit what the program keeps to by itself, and what a person does.

The law sets the limits (`Decision.limits`). What hangs on the item, on the class or on the fields of a record is held
here, beside the decision; what only somebody who reads the record can say, the releasing person says by name, and the
ledger has it. A limit that nothing here keeps shuts the copy in. A family's page has nobody beside it who could take
anything out: what the program cannot keep to there, the office prepares. Staff are told the limits, and keep them.

One limit is the district's own: while a family's Safe at Home card is still to be entered, no address goes out (0076).
What the law owes such a family (give the substitute address alone) a person keeps who hands a paper over. On a page
there is none: the office prepares every paper of theirs, before the card is entered and after. Fields are written over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fileroom.disclosure.shown import Everything, Shown, ShownConsent, ShownCourtPaper
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE, HoldingClass
from fileroom.law.codes import DutyCode, Limit

if TYPE_CHECKING:
    from fileroom.people.facts import StudentFacts
    from fileroom.records.contents import Contents

# Of these a person confirms that the copy keeps within them, each in a statement of its own.
A_PERSON_CONFIRMS = (
    Limit.SCOPE_OF_THE_ORDER, Limit.FIXED_LIST_ONLY, Limit.RELEVANT_RECORDS_ONLY, Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,
    Limit.OTHER_STUDENTS_REDACTED, Limit.ADDRESS_AND_SCHEDULE_WITHHELD,
)  # fmt: skip
# Name, address and telephone: where they stand in the records that have fields. The student's own and the home's, as on
# a list (directory/sealed.py): a mobile telephone is one person's, and the card of a household does not say whose.
THE_THREE: Mapping[str, frozenset[str]] = {
    "legal_name": frozenset({"given", "middle", "family"}),
    "student_address": frozenset({"street", "city", "postal_code"}),
    "contact_and_household": frozenset({"telephone"}),
}
OF_AN_ADDRESS = frozenset({"street", "city", "postal_code"})
# The records that give an address: by their fields, or as a paper.
ADDRESSES = frozenset({"student_address", "parent_name_and_address"})
PAPERS_WITH_ONE = ADDRESSES | {"annual_verification", "contact_and_household"}
# The fields that tell neither address nor schedule nor school. A note is somebody's own words, and may; so may the day
# on which a student left a school.
TELLS_NOT_WHERE: Mapping[str, frozenset[str]] = {
    "legal_name": frozenset({"given", "middle", "family"}),
    "birth_date": frozenset({"born_on"}),
    "birth_date_verification": frozenset({"method", "seen_on"}),
    "sex": frozenset({"sex"}),
    "place_of_birth": frozenset({"place"}),
    "entry_and_leaving_dates": frozenset({"entered_on"}),
    "graduation_date": frozenset({"graduated_on"}),
    "immunization": frozenset({"method", "seen_on"}),
}


@dataclass(frozen=True)
class Within:
    """`shut`: the limits that no copy of this record can keep. Else the program keeps to `kept`, and a person confirms
    `to_confirm`; a limit may be in both. `only`: of a record with fields those that go, None for all; `without`: those
    that do not."""

    shut: tuple[Limit, ...]
    kept: tuple[Limit, ...]
    to_confirm: tuple[Limit, ...]
    only: frozenset[str] | None
    without: frozenset[str]

    def unconfirmed(self, confirmed: Collection[Limit]) -> tuple[Limit, ...]:
        """What nobody has confirmed yet."""
        return tuple(limit for limit in self.to_confirm if limit not in confirmed)

    def cut(self, contents: Contents) -> Contents:
        """What goes out of what was opened."""
        if self.only is None and not self.without:
            return contents
        fields = contents.fields
        return contents.structured({name: fields[name] for name in fields if self._goes(name)})

    def _goes(self, name: str) -> bool:
        return name not in self.without and (self.only is None or name in self.only)


def only_to_look(decision: Decision) -> bool:
    """Was a look granted and no copy? One may be when it is asked for: it has a decision and an entry of its own."""
    return Limit.VIEW_ONLY.value in decision.limits


def gives_an_address(item: str, *, has_fields: bool) -> bool:
    """Does a record of this item say where a household lives?"""
    return item in (ADDRESSES if has_fields else PAPERS_WITH_ONE)


def tells_where(student: StudentFacts, item: str, *, has_fields: bool) -> bool:
    """May this record, on a page, tell where a family with a card lives? Any paper may (of a card that has ended, any
    made until then: `student` is as to this version, facts.as_to); its fields do until the card is entered."""
    if has_fields:
        return student.awaits_card and item in ADDRESSES
    return student.awaits_card or student.safe_at_home


def within(
    decision: Decision, item: str, *, has_fields: bool, shown: Shown | None, awaits_card: bool, of_another: bool
) -> Within:
    """The limits of this grant, for one record and what was shown. `awaits_card`: of StudentFacts; `of_another`: it is
    of somebody else on the file, whose telephone is no student's."""
    limits = tuple(map(Limit, decision.limits))
    three = Limit.THREE_FIELDS_ONLY in limits
    withheld = awaits_card and gives_an_address(item, has_fields=has_fields)
    without = frozenset[str]()
    if has_fields and (withheld or Limit.ADDRESS_AND_SCHEDULE_WITHHELD in limits):
        without = OF_AN_ADDRESS
    kept = {limit: _kept(limit, item, has_fields, shown) for limit in limits}
    if three and of_another:
        kept[Limit.THREE_FIELDS_ONLY] = False
    if withheld:
        kept[Limit.ADDRESS_AND_SCHEDULE_WITHHELD] = has_fields
    return Within(
        shut=tuple(limit for limit, keeps in kept.items() if not keeps and keeps is not None),
        kept=tuple(limit for limit, keeps in kept.items() if keeps),
        to_confirm=tuple(limit for limit in limits if limit in A_PERSON_CONFIRMS),
        only=THE_THREE.get(item, frozenset()) if three else None,
        without=without,
    )


def on_a_page(decision: Decision, item: str, *, has_fields: bool, of_nobody_else: bool, home_in_it: bool) -> Within:
    """The limits of a family's own look or copy. `of_nobody_else`: the record is known to tell of no other student;
    `home_in_it`: of tells_where.

    Nobody confirms anything here: whatever the program does not keep is shut.
    """
    limits = tuple(map(Limit, decision.limits))
    kept = {limit: _kept_on_a_page(limit, item, has_fields, of_nobody_else) for limit in limits}
    if home_in_it:
        kept[Limit.ADDRESS_AND_SCHEDULE_WITHHELD] = False
    return Within(
        shut=tuple(limit for limit, keeps in kept.items() if not keeps),
        kept=tuple(limit for limit, keeps in kept.items() if keeps),
        to_confirm=(),
        only=TELLS_NOT_WHERE.get(item) if Limit.ADDRESS_AND_SCHEDULE_WITHHELD in limits else None,
        without=frozenset(),
    )


def _kept_on_a_page(limit: Limit, item: str, has_fields: bool, of_nobody_else: bool) -> bool:
    match limit:
        case Limit.OTHER_STUDENTS_REDACTED:
            return of_nobody_else
        case Limit.ADDRESS_AND_SCHEDULE_WITHHELD:
            return has_fields and item in TELLS_NOT_WHERE
        case Limit.PERMANENT_RECORD_ONLY:
            return CATALOGUE[item].class_ is HoldingClass.PERMANENT
        case _:
            return False


def _kept(limit: Limit, item: str, has_fields: bool, shown: Shown | None) -> bool | None:
    """As far as the program can tell, does a copy of this record keep within it? None: only a person can tell."""
    match limit:
        case Limit.RECORDS_NAMED_IN_THE_CONSENT:
            return isinstance(shown, ShownConsent) and _names(shown.records, item)
        case Limit.SCOPE_OF_THE_ORDER:
            return isinstance(shown, ShownCourtPaper) and _names(shown.records, item)
        case Limit.THREE_FIELDS_ONLY:
            return has_fields and item in THE_THREE
        case Limit.PERMANENT_RECORD_ONLY:
            return CATALOGUE[item].class_ is HoldingClass.PERMANENT
        case Limit.ADDRESS_AND_SCHEDULE_WITHHELD:
            return True if has_fields else None
        case _:
            return None if limit in A_PERSON_CONFIRMS else False


def _names(records: tuple[str, ...] | Everything | None, item: str) -> bool:
    return isinstance(records, Everything) or item in (records or ())


# What is owed of a look, and is no business of whoever looks.
NOT_THEIRS = frozenset({DutyCode.ALERT_POLICE_FIRST, DutyCode.GIVE_SUBSTITUTE_ADDRESS})


def of_a_look(decision: Decision) -> Decision:
    """The decision as whoever looks is told it: at a file, a record or a log, at the counter, by a program, and where a
    look is put off. What is owed of a copy to a family with a Safe at Home card is left out: the file has the card's
    address alone, and these words would tell a teacher, a program or who stands at the counter of the card (Gov. Code
    6207). A release says it, and the ledger has it. That the police hear first of a missing child is told to whom it
    is owed by, and to nobody who asks (Ed. Code 49068.6; police_first.py)."""
    theirs = tuple(it for it in decision.duties if it.code not in NOT_THEIRS)
    return replace(decision, duties=theirs, first=tuple(it for it in decision.first if it.code not in NOT_THEIRS))
