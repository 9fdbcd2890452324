"""THE KEYS: closing and opening contents, and the store their keys are kept in. Knows no domain and no Django.

`close` and `open` seal one value with one data key; `store.KeyStore` gives data keys, each time against the id of the
event that says why; `archive` seals backups. What is kept where: docs/decisions/0005.
"""

from fileroom.seal.envelope import DataKey, Place, close, open
from fileroom.seal.faults import (
    AlreadyUsed,
    NotConfigured,
    NotEmpty,
    Shredded,
    Tampered,
    UnknownKey,
    WrongRoot,
)

__all__ = [
    "AlreadyUsed",
    "DataKey",
    "NotConfigured",
    "NotEmpty",
    "Place",
    "Shredded",
    "Tampered",
    "UnknownKey",
    "WrongRoot",
    "close",
    "open",
]
