"""The company certifies that nothing of a contract is left there: who, on which day, and the certificate itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.services import Document
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger.services import Act
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import Operator
from fileroom.programmes.models.vendors import OPERATOR_LENGTH
from fileroom.programmes.vendors import proofs
from fileroom.programmes.vendors.contracts import judged_of, keep_changed
from fileroom.programmes.vendors.proofs import Handed, Paper
from fileroom.programmes.vendors.standing import PAST
from fileroom.programmes.vendors.who import Noted, designee


def note_return(
    contract_id: UUID, returned_on: date, certified_by: str, *, paper: Document | None = None, by: SignedIn,
    at: datetime,
) -> Noted:  # fmt: skip
    """The company has certified that it returned or destroyed every record of a contract that is void or over.

    Raises Missing and ValidationError.
    """
    if not certified_by.strip() or len(certified_by.strip()) > OPERATOR_LENGTH:
        raise ValidationError({"certified_by": f"Write who certified it, in at most {OPERATOR_LENGTH} letters."})
    with district_transaction():
        role, (row, _) = designee(by, at), judged_of(contract_id, district_day(at))
    found = proofs.looked_into(paper, Handed(row.id, None, by.acting_as(role), at))
    return _note_return(contract_id, returned_on, certified_by.strip(), found, by, at)


@durable_transaction
def _note_return(
    contract_id: UUID, returned_on: date, certified_by: str, paper: Paper | None, by: SignedIn, at: datetime
) -> Noted:  # fmt: skip
    role, on = designee(by, at), district_day(at)
    company = Operator.objects.select_for_update().filter(contract=contract_id).first()
    row, state = judged_of(contract_id, on)
    if state not in PAST or row.returned_on is not None:
        raise ValidationError("A return is noted of a contract that is void or over, once.")
    if returned_on > on:
        raise ValidationError({"returned_on": "A day that is still to come."})
    if company and company.described_at and district_day(company.described_at) <= returned_on:
        company.described_at = None  # the certificate tells of that too
        company.save(update_fields=["described_at"])
    row.returned_on, row.returned_by = returned_on, certified_by
    changed, outcome = ["returned_on", "returned_by"], paper.digest if paper else ""
    done = keep_changed(row, Act.CONTRACT_RETURNED, changed, role, by, at, outcome=outcome)
    proofs.keep(paper, row.id, entry=done.entry, by=by.account.id, at=at)
    return done
