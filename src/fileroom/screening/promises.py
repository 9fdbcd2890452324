"""What a form promises beside what it asks: that nobody else will learn of the answer asks for it all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words

TOLD_ON = re.compile(
    r"\bshar(?:es?|ed|ing)\b|\bs(?:ells?|old)\b|\bpublish|\bdisclos|\bgive[ns]? out\b|\bpass(?:e[sd])? on\b|\brevea?l|"
    r"\brelease[sd]?\b|\btells? (?:anyone|anybody|ice|others|no one|nobody)\b|\bbe told\b|\bothers to (?:know|see)\b|"
    r"\breport(?:s|ed)? (?:you\b|(?:(?:it|this|them) )?to (?:any|ice\b|others))|"
    r"(?:anyone|anybody|nobody|no one) (?:else|outside)\b[^.?!\n]{0,24}?\bsee|"
    r"\bd(?:icen?|ecimos) a \w|\bnadie mas (?:l[ao] )?(?:ve|vera|sabra)\b|\bcompart|\bdivulg|"
    r"\bvend(?:en?|er|emos)\b|\bpublica(?:r|mos|do)?\b|chia se|tiet lo|cong khai|"
    r"ibi?n?abahagi|ipamimigay|ipamahagi|[分共]享|外[传傳泄洩]|公[开開布]|[泄洩透][露漏]|"
    r"告[诉訴](?:别人|任何人|他人|外人)|공유|공개|유출"
)
# What is neither told nor taken is no promise beside a question; nor is what the one who answers is bidden.
TAKEN = re.compile(
    r"(?:don't|do not|never|not) (?:(?:want|need|accept)(?! (?:to (?!see|know|have|get|take|read)|(?!to\b)\w+ to\b))|"
    r"cop(?:y|ied)(?! or))|"
    r"collect|\brecord|\bask|\brequest|\brequir|\bkept\b|\bkeep|\bstor|\bwrit|\benter|recab|recopil|\bpid|pregunt|"
    r"solicit|guard|thu thap|\bhoi\b|luu|hinihingi|kinokolekta|"
    r"收集|[询詢][问問]|索取|[记記][录錄]|填|수집|묻|요구|기록|적"
)
# Whoever is bidden is not named before it: "our staff do not share it" bids nobody.
BIDDEN = re.compile(
    r"(?:(?<![a-z] )|(?<=please )|(?<=kindly )|(?<=then )|(?<=so ))(?:do not|don't) |"
    r"마(?:세|십|시)|勿|不要|xin dung|\bhuwag\b"
)
STOP = re.compile(r"[.?!。\n]")
CLAUSE = re.compile(r"[.?!:;,\n]")
# In Korean the word that denies stands last: "neither gathered nor told". It denies nothing before a comma, or "only".
SAID_BEFORE = re.compile(r".*(?:[,，;(]|만 하고)")
KOREAN = re.compile("[가-힣]")
BEHIND = 24  # characters behind the word that denies
WRITES = re.compile(r"[^\n.?!]{0,24}(?:: *(?:_|\n|$)|_{2,}|\[ ?\])")  # and then a place to write in
# What ends what is asked, in East Asian languages a comma; and "though you were asked to bring it," asks nothing.
NEXT = re.compile(r"[^\n.?!。;]{0,60}?(?:，|(?<=[\u4e00-\u9fff]),|[요오다] ?[,，])")
COMMA = re.compile(r".*[,，]")
# "Do not worry, bring it", "do not be afraid to bring it": whoever is to fear nothing is to do what is asked.
CALMS = re.compile(rf"(?:{words('calms')})(?: ?[,.;:!，。；：！)）–—-]| (?:your|the|us|me|su|sus|el|la|nos)\b)")
WORRY, ABOUT_IT = 10, 90  # characters of it before the word that denies; and about a place
# "Not that, but this": of what stands before it. "Do not demand it, but give it back" is of both.
NOT_BUT = re.compile(r"(?:말|마시) ?고")
GIVES_BACK = re.compile(
    r"(?:(?!적어|쓰|써|기입|작성|채|제출|넣)[^.\n]){0,24}?(?:돌려|삭제|지우|지워|파기|폐기|비워|넘어가|잊)"
)
# Told of a stranger who asks, what may not be passed on is no promise.
STRANGER = re.compile(
    r"(?:(?<![没沒])有人(?!在)|陌生人|对方|對方|来电|來電)[^。，,]{0,8}?(?:要|索|问|問|请|請|自称|自稱|冒充)|骗子|騙子"
)
MAY_NOT = re.compile(r"不(?:能|可|得|要)|勿|[别別莫]")
OUR = re.compile(r"我们|我們|学校|學校")
# Who pledges says what he will not tell himself, and not of the reader's: "I will not share my number online".
PLEDGES = re.compile(rf"(?:{words('pledges')})(?:[^.:;,!?。，\n]|[:,] ?(?=(?:my|mi|or|and|o|y) )){{0,60}}$")
THEY_PLEDGE = re.compile(rf"(?:{words('they_pledge')})[^.:;,!?\n]{{0,40}} their[ a-z]{{0,6}}$")
# In Korean he is named first, and pledges last.
I_FIRST = re.compile(r"(?:^|[^가-힣])(?:저는|나는|본인은)[^.\n]{0,60}$")
PLEDGES_LAST = re.compile(r"[을를]?[^.,\n_]{0,16}(?:공유|공개|유출|누설)하지 ?않겠")
THEIR = len("their ")  # a name may begin with it
YOURS = re.compile(words("yours"))
IN_DIGITS = re.compile(r"[^\n]{0,12}_ ?[–-] ?_")  # a place for a number, and for no name
# A blank right behind a name is for what it names.
ITS_OWN = re.compile(r"(?: (?:is|es|ay|la)|[은는])?[ :=#]{0,4}_{2,}")
DRAWN = re.compile(r"[^\n.?!]{0,24}_{3,}")  # asks in whatever it is drawn
# What is to be initialed or ticked as understood is a rule that is read, and there is no room for what it names.
IS_READ = re.compile(
    r"[^\n_\[]{0,24}(?:_{2,} ?\((?:[a-z']{1,12} ){0,2}(?:initials?|iniciales)(?: (?:here|aqui))?\)|"
    r"\[ ?\] ?(?:i (?:understand|agree|acknowledge|have read)|entiendo|acepto|he leido|我(?:明白|同意|已阅读)|"
    r"동의|이해|toi (?:hieu|dong y)|nauunawaan ko|sumasang-?ayon ako))"
)
# "Bring the visa if you are not a citizen".
IF_NOT = re.compile(
    r"[^.;:?!,，\n]{0,40}?\b(?:if|when|in case|si|kung|neu|khi)\b(?! (?:asked|possible|needed))"
    r"[^.;:?!,，\n]{1,30}"
)
# "Send the visa page or they don't board".
OR_ELSE = re.compile(
    r"[^.;:?!\n]{0,32}?(?:\bor (?:else )?(?:they|he|she|you|it|(?:the|your|that) \w+) |\b(?:o|si no,?) (?=no\b)|"
    r"否则|不然|\b(?:neu khong|khong thi) )"
)
NOBODY = re.compile(r"nadie|nobody|no one|ningun[oa]?")  # of whom it is said before what nobody is told
DEMANDS = re.compile(
    r"(?:요구|수집|복사|보관|묻|받)[가-힣]{0,3}지 ?[는도]? ?$|(?:요구|수집|복사|보관|묻|받)[가-힣]{0,3}$"
)


def promises(text: str, start: int, denies: Hit) -> bool:
    """Whether a word that denies only promises that what stands before `start` is told nobody.

    What is said before that word is not denied by it: "recorded, and never shared" is taken.
    """
    stop = STOP.search(text, denies.end, denies.end + BEHIND)
    last = stop.start() if stop else denies.end + BEHIND
    low = denies.start
    if KOREAN.search(text, denies.start, denies.end):
        said = SAID_BEFORE.match(text, start, denies.start)
        low = said.end() if said else start
    if TAKEN.search(text, low, last) or BIDDEN.search(text, denies.start, last):
        return False
    return TOLD_ON.search(text, start, last) is not None


def denies_another(text: str, denies: Hit, hit: Hit, asks: Iterable[Hit], *, form: bool) -> bool:
    """Whether a word that denies says no to another thing than a place: it promises or calms, or is of what stands
    before it."""
    apart = form or denies.end <= hit.start or _ends_before(text, denies, hit, asks)
    calm = _calms(text, denies) if apart else None
    if calm and not (form and _is_taken_behind(text, calm.end())):
        return True
    if denies.start >= hit.end and (
        IF_NOT.fullmatch(text, hit.end, denies.start) or OR_ELSE.match(text, hit.end, denies.end)
    ):
        return True  # it says of whom it is wanted, or what is refused without it
    if denies.start >= hit.start:
        return apart and promises(text, hit.end, denies)
    if denies.end > hit.start:
        return False
    if but := NOT_BUT.search(text, denies.start, denies.end + 2):
        if GIVES_BACK.match(text, hit.end):
            return False
        return DEMANDS.search(text, max(0, but.start() - WORRY), but.start()) is None
    if IS_READ.match(text, hit.end) or not (WRITES if form else DRAWN).match(text, hit.end):
        return False
    first = denies.start
    if NOBODY.match(text, first):
        low = max(0, first - BEHIND)
        first = max((it.end() for it in CLAUSE.finditer(text, low, first)), default=low)
    told = TOLD_ON.search(text, first, hit.start) is not None
    return told and not (TAKEN.search(text, first, hit.start) or BIDDEN.search(text, denies.start, hit.start))


def is_pledged(text: str, hit: Hit, *, form: bool) -> bool:
    """Whether who fills in a form pledges there not to tell it: his own, or another's, and never the reader's.

    "I will not share my number online: ____" is to be signed; a blank right behind the number is for the number.
    """
    if ITS_OWN.match(text, hit.end) or not (form or DRAWN.match(text, hit.end)):
        return False
    before = max(0, hit.start - ABOUT_IT)
    pledge = PLEDGES.search(text, before, hit.start) or THEY_PLEDGE.search(text, before, hit.start + THEIR)
    if pledge is None and PLEDGES_LAST.match(text, hit.end):
        pledge = I_FIRST.search(text, before, hit.start)
    if pledge is None or YOURS.search(text, pledge.start(), hit.end + BEHIND // 2):
        return False
    return IN_DIGITS.match(text, hit.end) is None


def _is_taken_behind(text: str, end: int) -> bool:
    """Whether its sentence goes on about what is taken: "do not worry, we do not collect it"."""
    stop = STOP.search(text, end, end + ABOUT_IT)
    return TAKEN.search(text, end, stop.start() if stop else end + ABOUT_IT) is not None


def _ends_before(text: str, denies: Hit, hit: Hit, asks: Iterable[Hit]) -> bool:
    """Whether in an East Asian sentence a comma ends what asks for a place before the word that denies."""
    ends = NEXT.match(text, hit.end, denies.start) if text[hit.start] >= "\u2e80" else None
    if ends is None:
        return False
    if _is_of_a_stranger(text, denies, hit):
        return False
    begins = COMMA.match(text, max(0, hit.start - ABOUT_IT), hit.start)
    return any((begins.end() if begins else 0) <= it.start < ends.end() for it in asks)


def _is_of_a_stranger(text: str, denies: Hit, hit: Hit) -> bool:
    """Whether it is told of a stranger who asks for it, and the reader may not tell him: nothing is promised."""
    if MAY_NOT.search(text, denies.start, denies.end) is None or OUR.search(text, hit.end, denies.start):
        return False
    return STRANGER.search(text, max(0, hit.start - BEHIND), hit.start) is not None


def _calms(text: str, denies: Hit) -> re.Match[str] | None:
    """What tells somebody not to worry, where the word that denies does no more."""
    low, high = max(0, denies.start - WORRY), denies.end + 2 * BEHIND
    return next((it for it in CALMS.finditer(text, low, high) if it.start() <= denies.start < it.end()), None)
