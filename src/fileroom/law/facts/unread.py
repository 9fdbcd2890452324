"""Words of the contract that are taken in and that no rule reads, each with the reason: a question that gives one is
answered as if it had not. A test holds that these, and no others, are unread."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNREAD: Mapping[str, str] = MappingProxyType(
    {
        "other.other_parent_objects": "what the other parent wishes changes nothing about access (Fam. Code 3025;"
        " 34 CFR 99.4): only a court's paper does",
        "orders.custody_order_silent": "an order on custody that is silent on records leaves both parents their access"
        " (Fam. Code 3025)",
        "choices.transition_notice_forwarding": "no source that was read gives it an effect; agencies of transition"
        " are told with written consent (34 CFR 300.622)",
        "papers.placement_document": "what it proves is a fact of its own: `requester.responsible_for_education`",
        "papers.tax_return": "what it proves is a fact of its own: `requester.tax_dependency`",
        "papers.agency_credentials": "what they prove are facts of their own: `requester.identity`,"
        " `requester.on_agency_list`",
        "papers.enrolment_request": "what it says is the purpose itself: `enrolment_transfer`",
        "papers.parent_notified": "the notice counts from a day, which a flag cannot tell: whoever hands over gives it",
    }
)
