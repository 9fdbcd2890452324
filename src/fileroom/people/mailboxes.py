"""E-mail addresses as most mail servers read them: two that are written otherwise may be one mailbox."""

from __future__ import annotations

import unicodedata

ONE_HOST = {"googlemail.com": "gmail.com"}


def folded(address: str) -> str:
    """Without case, dots before the @, and what stands after a plus sign there. Two that are told apart all the same
    are kept from each other's mail: the office is asked, and nothing is lost."""
    local, _, host = unicodedata.normalize("NFKC", address).strip().casefold().rpartition("@")
    return f"{local.partition('+')[0].replace('.', '')}@{ONE_HOST.get(host, host)}"


def hosts_of(box: str) -> set[str]:
    """The hosts at which a folded mailbox is written to."""
    host = box.rpartition("@")[2]
    return {host, *(other for other, one in ONE_HOST.items() if one == host)}
