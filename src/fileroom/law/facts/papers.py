"""Papers that are shown, and which qualities each kind can be said to have; another key on that kind is an error."""

from __future__ import annotations

from dataclasses import dataclass

from fileroom.law.facts import things
from fileroom.law.facts.groups import fact
from fileroom.law.facts.things import PaperKind as K

CLAUSES = range(1, 10)  # of a vendor's contract, in the order of Ed. Code 49073.1(b)
EVERY_PAPER = frozenset({"kind", "signed", "dated", "valid_on"})
OF_PROCESS = frozenset(
    {
        "signed_by_judge", "names_these_records", "nondisclosure_order", "consumer_notice_served",
        "minor_served", "parent_notified", "parent_is_party",
    }
)  # fmt: skip
ENDS = frozenset({"ends_the_order"})
AGREEMENT = frozenset(
    {
        "purpose", "scope", "duration", "destruction", "under_34cfr99_35", "under_99_31_a_6", "direct_control",
        "names_this_item",
    }
)  # fmt: skip

_OWN: dict[K, frozenset[str]] = {
    K.CONSENT: frozenset({"by", "form", "records", "purpose", "recipient", "authenticated", "fits_this_request"}),
    K.COURT_ORDER: OF_PROCESS | ENDS,
    K.JUDICIAL_WARRANT: OF_PROCESS,
    K.JUDICIAL_SUBPOENA: OF_PROCESS,
    K.CIVIL_SUBPOENA: OF_PROCESS,
    K.GRAND_JURY_SUBPOENA: OF_PROCESS,
    K.ADMINISTRATIVE_WARRANT: OF_PROCESS,
    K.ADMINISTRATIVE_SUBPOENA: OF_PROCESS,
    K.AGENCY_LETTER: OF_PROCESS,
    K.DETAINER: OF_PROCESS,
    K.DEPENDENCY_ORDER: OF_PROCESS | ENDS,
    K.RECORDS_ORDER_6323_5: OF_PROCESS,
    K.CAREGIVER_AFFIDAVIT: frozenset({"items_1_to_4"}),
    K.CERTIFICATION: frozenset({"no_redisclosure", "truancy_only"}),
    K.WRITTEN_AGREEMENT: AGREEMENT,
    K.VENDOR_CONTRACT: frozenset(
        {
            "clauses",
            "no_student_content",
            "board_policy",
            "defect_noticed",
            "time_to_cure_past",
            "void",
            "made_before_2015",
            "changed_since_2015",
            "social_media_terms",
            "names_this_item",
        }
    ),
    K.DELETION_REQUEST: frozenset({"by"}),
    K.AFFIDAVIT_OF_AGE: frozenset({"others_unobtainable"}),
}

QUALITIES: dict[K, frozenset[str]] = {kind: EVERY_PAPER | _OWN.get(kind, frozenset()) for kind in K}


@dataclass(frozen=True)
class Paper:
    """A paper that was shown. Which qualities a kind has: `QUALITIES`."""

    kind: things.PaperKind
    by: things.ConsentBy | None = fact("who gave the consent, or made the request")
    form: things.ConsentForm | None = fact("written, electronic or oral")
    signed: bool | None = fact("bears the signature")
    dated: bool | None = fact("bears a date")
    records: bool | None = fact("says which records")
    purpose: bool | None = fact("says the purpose")
    recipient: bool | None = fact("says the recipient or class of recipients")
    authenticated: bool | None = fact("the electronic signer is identified and authenticated")
    signed_by_judge: bool | None = fact("signed by a judge of a judicial court")
    names_these_records: bool | None = fact("reaches these records of this student")
    valid_on: bool | None = fact("in force on the day of the decision; of a consent: not withdrawn, not run out")
    fits_this_request: bool | None = fact("the records, purpose and recipient in a consent are those of this request")
    ends_the_order: bool | None = fact("says that the order on file has ended, or changes what it says")
    nondisclosure_order: bool | None = fact("a court, or a lawful instrument, forbids telling the family")
    consumer_notice_served: bool | None = fact("proof that the consumer notice of CCP 1985.3 was served")
    minor_served: bool | None = fact("the student aged 12 or over was served too")
    parent_notified: bool | None = fact("the parent and student have been notified")
    parent_is_party: bool | None = fact("the parent is a party to the case")
    items_1_to_4: bool | None = fact("items 1 to 4 of the affidavit are filled in")
    no_redisclosure: bool | None = fact("certifies that it will not be passed on")
    truancy_only: bool | None = fact("certifies use for truancy only")
    scope: bool | None = fact("states the scope")
    duration: bool | None = fact("states the duration")
    destruction: bool | None = fact("states destruction and its time")
    under_34cfr99_35: bool | None = fact("meets 34 CFR 99.35")
    under_99_31_a_6: bool | None = fact("meets 34 CFR 99.31(a)(6)")
    direct_control: bool | None = fact("puts the party under the district's direct control")
    clauses: tuple[int, ...] | None = fact("clauses of Ed. Code 49073.1(b) it has, 1 to 9")
    no_student_content: bool | None = fact("says that clause 2 does not apply: students create no content of their own")
    board_policy: bool | None = fact("made under a policy of the board")
    defect_noticed: bool = fact("a party was given written notice of the clauses it lacks", False)
    time_to_cure_past: bool = fact("a reasonable time to cure it has passed since that notice", False)
    void: bool = fact("void after notice and no cure", False)
    made_before_2015: bool = fact("made before 1 January 2015", False)
    changed_since_2015: bool | None = fact("amended or renewed since 1 January 2015")
    social_media_terms: tuple[int, ...] | None = fact("terms of Ed. Code 49073.6(c)(3)(C) it has, 1 to 4")
    names_this_item: bool | None = fact("its list of data names this very item")
    others_unobtainable: bool | None = fact("the other proofs of age cannot be had")
