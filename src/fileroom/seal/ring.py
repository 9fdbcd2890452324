"""The key ring: root key over yearly key-encryption keys over class keys over data keys. No database here.

Each wrapped key is sealed bytes as in `envelope`. The tag binds the id of the key above (it is in the header), the kind
of key, the district, its own id and its owner: a wrapped key that is moved to another row, owner or district does not
open. In memory stay the root key and
the yearly keys; class and data keys live as long as the call that asked for them.
"""

from __future__ import annotations

from os import urandom
from typing import NamedTuple
from uuid import UUID

from fileroom.seal.envelope import KEY_BYTES, Cipher, DataKey, bound, fresh_key
from fileroom.seal.faults import WrongRoot
from fileroom.seal.root import SETTING, Root

Owner = tuple[UUID | None, str]


class YearKey(NamedTuple):
    """A key-encryption key as it is kept."""

    id: UUID
    year: int
    wrapped: bytes


class ClassKey(NamedTuple):
    """The key of one student's class (or of a class without a student) as it is kept."""

    id: UUID
    student: UUID | None
    kept_as: str
    wrapped: bytes


class Ring:
    """Makes, wraps and unwraps the keys of every district under one root key."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._under_root = Cipher(root.wrapping)
        self._years: dict[tuple[str, YearKey], Cipher] = {}

    def archive_key(self, district: str, purpose: str) -> bytes:
        """See Root.archive_key."""
        return self._root.archive_key(district, purpose)

    def new_secret(self, district: str, name: str) -> bytes:
        """A wrapped new secret of 32 bytes."""
        return self._under_root.close(urandom(KEY_BYTES), bound(("secret", district, name)))

    def secret(self, district: str, name: str, wrapped: bytes) -> bytes:
        """The secret itself; raises Tampered, WrongRoot."""
        return self._of_root(wrapped, bound(("secret", district, name)))

    def new_year(self, district: str, year: int) -> YearKey:
        """A new key-encryption key under the root key."""
        key = fresh_key()
        return YearKey(key.id, year, self._under_root.close(key.secret, _about_year(district, key.id, year)))

    def year(self, district: str, kept: YearKey) -> Cipher:
        """The year's key, ready for use; opened once, then kept in memory. Raises Tampered, WrongRoot."""
        cipher = self._years.get((district, kept))
        if cipher is None:
            secret = self._of_root(kept.wrapped, _about_year(district, kept.id, kept.year))
            cipher = self._years[district, kept] = Cipher(DataKey(kept.id, secret))
        return cipher

    def forget(self, district: str) -> None:
        """Let go of the district's yearly keys, as after a rotation."""
        self._years = {place: cipher for place, cipher in self._years.items() if place[0] != district}

    def new_class(self, district: str, owner: Owner, year: Cipher) -> ClassKey:
        """A new class key under the year's key."""
        key = fresh_key()
        return ClassKey(key.id, *owner, year.close(key.secret, _about_class(district, key.id, owner)))

    def class_(self, district: str, kept: ClassKey, year: Cipher) -> Cipher:
        """The class key, ready for use; never kept. Raises Tampered."""
        return Cipher(DataKey(kept.id, _class_secret(district, kept, year)))

    def rewrapped(self, district: str, kept: ClassKey, old: Cipher, new: Cipher) -> bytes:
        """The same class key under another year's key; raises Tampered."""
        about = _about_class(district, kept.id, (kept.student, kept.kept_as))
        return new.close(old.open(kept.wrapped, about), about)

    def wrap(self, district: str, key: DataKey, above: Cipher) -> bytes:
        """A data key under its class key."""
        return above.close(key.secret, _about_data(district, key.id))

    def unwrap(self, district: str, key_id: UUID, wrapped: bytes, above: Cipher) -> DataKey:
        """The data key; raises Tampered."""
        return DataKey(key_id, above.open(wrapped, _about_data(district, key_id)))

    def _of_root(self, wrapped: bytes, about: bytes) -> bytes:
        if wrapped[1:17] != self._root.wrapping.id.bytes:
            raise WrongRoot(f"The root key named by {SETTING} is not the one this key store was founded with.")
        return self._under_root.open(wrapped, about)


def _class_secret(district: str, kept: ClassKey, year: Cipher) -> bytes:
    return year.open(kept.wrapped, _about_class(district, kept.id, (kept.student, kept.kept_as)))


def _about_year(district: str, key_id: UUID, year: int) -> bytes:
    return bound(("year key", district, str(year)), key_id)


def _about_class(district: str, key_id: UUID, owner: Owner) -> bytes:
    student, kept_as = owner
    return bound(("class key", district, kept_as), key_id, student)


def _about_data(district: str, key_id: UUID) -> bytes:
    return bound(("data key", district), key_id)
