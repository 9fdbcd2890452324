"""What a form promises beside what it asks: that nobody else will learn of the answer asks for it all the same."""

from __future__ import annotations

import re

TOLD_ON = re.compile(
    r"\bshar(?:e|ed|ing)\b|\bs(?:ell|old)\b|\bpublish|\bdisclos|\bgiven out\b|\bpass(?:ed)? on\b|\brevea?l|"
    r"\bcompart|\bdivulg|\bvend(?:e|er|emos)\b|\bpublica(?:r|mos|do)?\b|chia se|tiet lo|cong khai|"
    r"ibi?n?abahagi|ipamimigay|ipamahagi|[分共]享|外[传傳]|公[开開布]|[泄洩][露漏]|공유|공개|유출"
)
# What is neither told nor taken is no promise beside a question; nor is what the one who answers is bidden.
TAKEN = re.compile(
    r"collect|\brecord|\bask|\brequest|\brequir|\bkept\b|\bkeep|\bstor|\bwrit|\benter|recab|recopil|\bpid|pregunt|"
    r"solicit|guard|thu thap|\bhoi\b|luu|hinihingi|kinokolekta|"
    r"收集|[询詢][问問]|索取|[记記][录錄]|填|수집|묻|요구|기록|적"
)
BIDDEN = re.compile(r"(?<!we )(?<!will )(?<!i )(?<!they )(?:do not|don't) |마(?:세|십|시)|勿|不要|xin dung|\bhuwag\b")
STOP = re.compile(r"[.?!。\n]")
BEHIND = 24  # characters behind the word that denies


def promises(text: str, start: int, end: int) -> bool:
    """Whether a word that denies, which ends at `end`, only promises that what stands before `start` is told nobody."""
    stop = STOP.search(text, end, end + BEHIND)
    last = stop.start() if stop else end + BEHIND
    if TAKEN.search(text, start, last) or BIDDEN.search(text, start, last):
        return False
    return TOLD_ON.search(text, start, last) is not None
