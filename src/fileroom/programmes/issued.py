"""Which letters are found again once they were issued, by kind: who finds them, how they stand, how each opens again.

What was written about an officer's visit or to a family because of one is found in the register of those visits alone,
and is no kind here (tests/house/test_an_officers_visit_stands_in_no_file.py). A receipt for a court's order is in no
student's file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db.models import Q

from fileroom.casework.issued import Asking, Find, Given, Kinds, Of, Open, Standing, Stands
from fileroom.collection.orders import receipts
from fileroom.people.keepers import schools_kept
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import publishing
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.incidents import people as incidents
from fileroom.programmes.incidents import reopening
from fileroom.programmes.models import SocialMediaVendorNotice
from fileroom.programmes.packet import services as packets
from fileroom.programmes.policy import report
from fileroom.programmes.social_media import notices as social_media
from fileroom.programmes.training import services as training
from fileroom.programmes.vendors import ai_questions, company_answers, curing, demand_desk, handing
from fileroom.records.models import Letter


def _designee_for(programme: Programme) -> Find:
    def find(by: SignedIn, at: datetime) -> Q | None:
        return Q() if may_act(programme, by=by, at=at) else None

    return find


def _receipts(by: SignedIn, at: datetime) -> Q | None:
    return receipts.on_lists(by, at) if schools_kept(by, at) else None


def _makes_packets(by: SignedIn, at: datetime) -> Q | None:
    return Q() if packets.may_open(by=by, at=at) else None


def _by_its_id(open_: Callable[..., bytes]) -> Open:
    return lambda letter, asking: open_(letter.id, by=asking.by, at=asking.at)


def _by_what_it_is_about(open_: Callable[..., bytes]) -> Open:
    return lambda letter, asking: open_(letter.about, by=asking.by, at=asking.at)


def _cure_notice(letter: Letter, asking: Asking) -> bytes:
    return curing.open_notice(letter.about, letter_id=letter.id, by=asking.by, at=asking.at)


def _told_to_cure(letters: Collection[Letter]) -> Mapping[UUID, Stands]:
    return {it: Stands.SENT if went else Stands.WAITS for it, went in curing.standing(letters).items()}


def _demand(letter: Letter, asking: Asking) -> bytes:
    return demand_desk.open_letter(letter.about, letter_id=letter.id, by=asking.by, at=asking.at)


def _social_media(letter: Letter, asking: Asking) -> bytes:
    return social_media.open_paper(letter.id, kinds=(letter.kind,), by=asking.by, at=asking.at)


def _published(letter: Letter, asking: Asking) -> bytes:
    """It stands on a page for anyone, and is read by all: no line is written of who reads it."""
    return publishing.take(letter.code)


def _breach(letter: Letter, asking: Asking) -> bytes:
    return reopening.open_letter(letter.id, head=asking.head, by=asking.by, at=asking.at)


def _incident(letter: Letter, asking: Asking) -> bytes:
    return incidents.paper(letter.about, letter.id, by=asking.by, at=asking.at)


def _receipt(letter: Letter, asking: Asking) -> Given:
    return Given(receipts.opens(letter, asking.by, asking.at), sealed=True)


def _companies_told(letters: Collection[Letter]) -> Mapping[UUID, Stands]:
    """One that did not go before the student was back, or before the company had destroyed everything, goes no more."""
    theirs = SocialMediaVendorNotice.objects.filter(letter__in=[it.id for it in letters])
    over = theirs.filter(Q(back_at__isnull=False) | Q(destroyed_on__isnull=False))
    kept = {it: Stands.KEPT for it in over.values_list("letter", flat=True) if it}
    told = theirs.exclude(told_at=None).values_list("letter", flat=True)
    return kept | {it: Stands.SENT for it in told if it}


def _outside(word: str) -> Standing:
    return lambda letters: reopening.sent_outside(letters, word)


_COMPANIES, _NOTICES, _SOCIAL_MEDIA = (
    _designee_for(it) for it in (Programme.VENDORS, Programme.NOTICES, Programme.SOCIAL_MEDIA)
)
# Of an answer, a question or a demand to a company nobody notes that it went: it is kept, and its own page says more.
KINDS: Kinds = MappingProxyType(
    {
        "ai_question": Of(_COMPANIES, _by_what_it_is_about(ai_questions.open_question), waits=False),
        "annual_notice": Of(_NOTICES, _published, waits=False),
        "annual_notice_translation": Of(_NOTICES, _published, waits=False),
        "board_packet": Of(_makes_packets, _by_its_id(packets.open_packet), waits=False),
        "breach_notice": Of(reopening.find, _breach, reopening.standing),
        "breach_substitute": Of(reopening.find, _incident, _outside("substitute")),
        "cal_csic_report": Of(reopening.find, _incident, _outside("center")),
        "company_answer": Of(handing.find_answers, _by_what_it_is_about(company_answers.open_answer), waits=False),
        "cure_notice": Of(_COMPANIES, _cure_notice, _told_to_cure, waits=False),
        "deletion_demand": Of(_COMPANIES, _demand, waits=False),
        "nonenrolment": Of(handing.find, handing.open_again, handing.standing, handing.hand),
        "order_receipt": Of(
            _receipts, _by_its_id(receipts.open_receipt), hand=_receipt, waits=False, in_file=False, code=False
        ),
        "policy_report": Of(_designee_for(Programme.POLICY), _by_its_id(report.open_report), waits=False),
        "regulation": Of(_designee_for(Programme.REGULATION), _published, waits=False),
        "social_media_notice": Of(_SOCIAL_MEDIA, _social_media, waits=False),
        "social_media_vendor": Of(_SOCIAL_MEDIA, _social_media, _companies_told),
        "social_media_vendor_copy": Of(_SOCIAL_MEDIA, _social_media, _companies_told),
        "training_certificate": Of(
            _designee_for(Programme.TRAINING), _by_its_id(training.open_certificate), waits=False
        ),
    }
)
