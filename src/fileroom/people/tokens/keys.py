"""A key as its holder has it: `fileroom_`, a part to tell it by, and 256 bits of chance that are kept nowhere.

Chance of that size needs no slow hash: nobody can try so many, and what the table holds gives none of it away.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from hashlib import sha256

SHAPE = re.compile(r"fileroom_([0-9a-f]{10})[_]([A-Za-z0-9_-]{43})")
NOBODYS = bytes(32)  # no key has this digest: against it a key of an unknown prefix is compared, for the same time


@dataclass(frozen=True)
class Key:
    """A key just made. `text` is shown once and then forgotten."""

    prefix: str
    text: str
    digest: bytes


def make(prefix: str = "") -> Key:
    """A new key; of a token that has its prefix already, with that one."""
    prefix, secret = prefix or secrets.token_hex(5), secrets.token_urlsafe(32)
    text = f"fileroom_{prefix}_{secret}"
    return Key(prefix, text, _digest(text))


def prefix_of(text: str) -> str:
    """The part by which a key is told; empty where this is none."""
    found = SHAPE.fullmatch(text)
    return found[1] if found else ""


def proves(text: str, digest: bytes | None) -> bool:
    """Is it the key of this digest? None, of a prefix nobody has, takes as long."""
    return hmac.compare_digest(_digest(text), digest or NOBODYS)


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogateescape")).digest()
