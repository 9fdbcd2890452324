"""E-mail addresses as most mail servers read them: two that are written otherwise may be one mailbox."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from django.db.models import CharField, Func, Q
from django.db.models.lookups import In

ONE_HOST = {"googlemail.com": "gmail.com"}
# Of an address without its dots, what stands after a plus sign and the case of its letters, by no server's language.
_PLAIN = """replace(regexp_replace(lower(%(expressions)s COLLATE "C"), '\\+.*@', '@'), '.', '')"""
_NOT_PLAIN = "[^!-~]"  # a space, or a letter that only `folded` reads


def folded(address: str) -> str:
    """Without case, dots before the @, and what stands after a plus sign there. Two that are told apart all the same
    are kept from each other's mail: the office is asked, and nothing is lost."""
    local, _, host = unicodedata.normalize("NFKC", address).strip().casefold().rpartition("@")
    return f"{local.partition('+')[0].replace('.', '')}@{ONE_HOST.get(host, host)}"


def may_fold_to(field: str, boxes: Iterable[str]) -> Q:
    """The rows whose address may be one of these folded mailboxes: all that are, and few others. So nobody reads a
    whole district's addresses for one; whoever asks folds what is found."""
    plain = Func(field, template=_PLAIN, output_field=CharField())
    written = {f"{box.rpartition('@')[0]}@{host}".replace(".", "") for box in boxes for host in _hosts_of(box)}
    return Q(In(plain, sorted(written))) | Q(**{f"{field}__regex": _NOT_PLAIN})


def _hosts_of(box: str) -> set[str]:
    """The hosts at which a folded mailbox is written to."""
    host = box.rpartition("@")[2]
    return {host, *(other for other, one in ONE_HOST.items() if one == host)}
