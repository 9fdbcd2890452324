"""Words that fold to the same letters and mean another thing: the accents of the original tell which is meant."""

from __future__ import annotations

import re
import unicodedata

from fileroom.screening.engine import Hit
from fileroom.screening.folding import Folded

FORBIDS = ("đừng", "dừng", "dung", "đung")  # as it is written, or by whoever writes no accents
PAST = ("é", "É")  # a Spanish "escaneé" is no "escanee"
CAM, OR_OTHERWISE = ("cam", "cấm"), re.compile(r"cam (?:on|trai|ket|nhan|thay|xuc)\b")  # to forbid; thanks, a camp
# "Điện thoại", a telephone, for "diện", on which grounds; "sở di trú", the office, for "sợ", to fear it.
ANOTHER = re.compile(r"đi[ệề]n|^(?:sở|số|lò|lỗ) ", re.IGNORECASE)
FEARED = re.compile(r"(?:so|lo) (?:di tru|bi )|.*\bdien\b")
FEARS = re.compile(r"sợ|lo ", re.IGNORECASE)


def as_meant(folded: Folded, hits: list[Hit]) -> list[Hit]:
    """The words that speak for or against a finding, as they are meant, without those that are others."""
    if folded.original.isascii():
        return hits
    return [meant for it in hits if (meant := _as_meant(folded, it)) is not None]


def _as_meant(folded: Folded, hit: Hit) -> Hit | None:
    text = folded.text
    if hit.tag == "request":
        blank = text.find(" ", hit.start, hit.end)
        end = blank if blank > hit.start else hit.end  # of the verb
        if text[end - 1] == "e" and _written(folded, hit._replace(end=end)).endswith(PAST):
            return hit._replace(tag="shown")
    if hit.tag in ("negation", "rules_out") and text.startswith("cam", hit.start) and hit.end - hit.start == len("cam"):
        meant = _written(folded, hit).lower() in CAM and OR_OTHERWISE.match(text, hit.start) is None
        return hit if meant else None
    return hit


def is_another_word(folded: Folded, hit: Hit, sentence: tuple[int, int]) -> bool:
    """Whether a Vietnamese "dùng" or "đứng" looks like "đừng", which forbids, or a Tagalog "ni Ana" is a "nor"."""
    if folded.text[hit.start : hit.end] == "ni":
        return folded.text.find(" ng ", *sentence) >= 0
    if not folded.text.startswith("dung", hit.start):
        return False
    return _written(folded, hit)[: len("dung")].lower() not in FORBIDS


def is_another(folded: Folded, hit: Hit) -> bool:
    """Whether words that seem to tell or ask a status are others in Vietnamese."""
    if folded.text[hit.start : hit.end] == "soc":  # "chăm sóc", to care for
        return not unicodedata.normalize("NFKC", _written(folded, hit)).isascii()
    if folded.original.isascii() or FEARED.match(folded.text, hit.start, hit.end) is None:
        return False
    written = _written(folded, hit)
    if folded.text.startswith("so di tru", hit.start) and FEARS.match(written) is None:
        return True
    return ANOTHER.search(written) is not None


def _written(folded: Folded, hit: Hit) -> str:
    start, end = folded.span(hit.start, hit.end)
    return unicodedata.normalize("NFC", folded.original[start:end])
