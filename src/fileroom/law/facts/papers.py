"""Which qualities each kind of paper can be said to have; another key on that kind is an error."""

from __future__ import annotations

from fileroom.law.facts.things import PaperKind as K

CLAUSES = range(1, 10)  # of a vendor's contract, in the order of Ed. Code 49073.1(b)
EVERY_PAPER = frozenset({"kind", "signed", "dated", "valid_on"})
PROCESS = frozenset(
    {
        "signed_by_judge", "names_these_records", "nondisclosure_order", "consumer_notice_served",
        "minor_served", "parent_notified", "parent_is_party",
    }
)  # fmt: skip
AGREEMENT = frozenset(
    {"purpose", "scope", "duration", "destruction", "under_34cfr99_35", "under_99_31_a_6", "direct_control"}
)

_OWN: dict[K, frozenset[str]] = {
    K.CONSENT: frozenset({"by", "form", "records", "purpose", "recipient", "authenticated", "fits_this_request"}),
    K.COURT_ORDER: PROCESS,
    K.JUDICIAL_WARRANT: PROCESS,
    K.JUDICIAL_SUBPOENA: PROCESS,
    K.CIVIL_SUBPOENA: PROCESS,
    K.GRAND_JURY_SUBPOENA: PROCESS,
    K.ADMINISTRATIVE_WARRANT: PROCESS,
    K.ADMINISTRATIVE_SUBPOENA: PROCESS,
    K.AGENCY_LETTER: PROCESS,
    K.DETAINER: PROCESS,
    K.DEPENDENCY_ORDER: PROCESS,
    K.RECORDS_ORDER_6323_5: PROCESS,
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
        }
    ),
    K.DELETION_REQUEST: frozenset({"by"}),
    K.AFFIDAVIT_OF_AGE: frozenset({"others_unobtainable"}),
}

QUALITIES: dict[K, frozenset[str]] = {kind: EVERY_PAPER | _OWN.get(kind, frozenset()) for kind in K}
