"""What a form promises beside what it asks: that nobody else will learn of the answer asks for it all the same."""

from __future__ import annotations

import re

TOLD_ON = re.compile(
    r"\bshar(?:e|ed|ing)\b|\bs(?:ell|old)\b|\bpublish|\bdisclos|\bgiven out\b|\bpass(?:ed)? on\b|\brevea?l|"
    r"\bcompart|\bdivulg|\bvend(?:e|er|emos)\b|\bpublica(?:r|mos|do)?\b|chia se|tiet lo|cong khai|"
    r"ibi?n?abahagi|ipamimigay|ipamahagi|[分共]享|外[传傳]|公[开開布]|[泄洩][露漏]|공유|공개|유출"
)
BEHIND = 24  # characters behind the word that denies


def promises(text: str, start: int, end: int) -> bool:
    """Whether a word that denies, which ends at `end`, only promises that what stands before `start` is told nobody."""
    return TOLD_ON.search(text, start, end + BEHIND) is not None
