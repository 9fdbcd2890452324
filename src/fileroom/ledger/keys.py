"""The ledger's three secrets in the key store, and the name its log is signed under."""

from __future__ import annotations

from functools import cached_property

from fileroom.hosting import register
from fileroom.ledger.tree.note import Signer
from fileroom.seal.store import key_store


class Keys:
    """One district's secrets. Make it outside a transaction: the register is asked for the district's host."""

    def __init__(self, district: str) -> None:
        self.district = district
        self.origin = f"{register.host_of(district) or district}/fileroom/access"

    @cached_property
    def mac(self) -> bytes:
        """Key of the events' MACs."""
        return key_store().secret(self.district, "event-mac")

    @cached_property
    def label(self) -> bytes:
        """Key of the labels."""
        return key_store().secret(self.district, "student-label")

    @cached_property
    def signer(self) -> Signer:
        """Signs checkpoints under the log's origin."""
        return Signer(self.origin, key_store().secret(self.district, "checkpoint-signing"))

    @cached_property
    def public(self) -> bytes:
        """Public half of the signing key (32 bytes)."""
        return self.signer.verifier().public
