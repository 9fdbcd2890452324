"""Words that fold to the same letters and mean another thing: the accents of the original tell which is meant."""

from __future__ import annotations

import re
import unicodedata

from fileroom.screening.engine import Hit
from fileroom.screening.folding import Folded
from fileroom.screening.lexicon import words

FORBIDS = ("đừng", "dừng", "dung", "đung")  # as it is written, or by whoever writes no accents
PAST = ("é", "É")  # a Spanish "escaneé" is no "escanee"
CAM, OR_OTHERWISE = ("cam", "cấm"), re.compile(r"cam (?:on|trai|ket|nhan|thay|xuc)\b")  # to forbid; thanks, a camp
OF_A_COLOR = ("mau ", "qua ", "trai ", "nuoc ", "vo ")  # an orange sheet, an orange
# "Điện thoại", a telephone, for "diện", on which grounds; "sở di trú", the office, for "sợ", to fear it.
ANOTHER = re.compile(r"đi[ệề]n|^(?:sở|số|lò|lỗ) ", re.IGNORECASE)
FEARED = re.compile(r"(?:so|lo) (?:di tru|bi )|.*\bdien\b")
# "Đạo", a faith, and "đào", to dig; "chùa", a temple, and "chưa", not yet; "đuôi", the end, and "dưới", below.
OF_FAITH = re.compile(r"(?:.* )?(?P<word>dao|chua)$")
FAITHS = {"dao": ("đạo", "dao"), "chua": ("chùa", "chúa", "chua")}
BELOW, BELOW_IT = (
    re.compile(r"d[ưươướ]+[iìí]", re.IGNORECASE),
    re.compile(r"duoi (?:day|cung|goc|trang|bang|ten|chan)\b"),
)
# "Số A", the number, and "so a", what then follows in English.
SO_A, THEN_A = re.compile(r"so a"), re.compile(r" (?!la\b|cua\b)[a-z]{2}")
# Who somebody is, and not by what leave he stays.
IDENTITY = re.compile(r"(?:(?:家长|父母|学生|监护人|監護人|本人)的?)?身[份分]|신분")
IS_CHECKED = re.compile(r" ?(?:核[对對实實验驗查]|[验驗][证證]|[认認][证證]|查[验驗]|[确確][认認]|识别|[证證]|확인|증)")
# "The application is stuck at the step for who she is".
AT_WHO_ONE_IS = re.compile(r".*(?:卡在|停在|填到|到了?|在)身[份分]")
A_STEP = re.compile(r" ?(?:信息|资料)?(?:那|这|的)?(?:一|个)?(?:步|栏|欄|项|項|页|頁|环节|環節|关(?![注心]))")
FEARS = re.compile(r"sợ|lo ", re.IGNORECASE)
# "Mi hija me pidió que le escriba": asked for a thing, and not for leave to stay.
ASKED_FOR = re.compile(
    r".*(?:pidio|pidieron) ?(?:que|una?s?|unos|el|la|los|las|ayuda|permiso|perdon|disculpas|dinero|prestad[oa]s?|"
    r"(?:de )?favor|lo|si|agua|mas|cambi\w+|llevar\w*|ir|venir|salir|comprar\w*)\b"
)
I_TELL = re.compile(r"\b(?:le|les|te|os|lo|se) $")  # "le cuento" tells something to somebody, and is no tale
NO_CARD, PROOF = re.compile(r".*身份$"), ("证", "證", "卡")  # "没有身份证": no card that says who somebody is
OF_LEAVE = re.compile(r"合法|居留|移民")  # a card that says by what leave one stays
# A permit to drive, to build.
OTHER_PERMIT = re.compile(r"giay phep (?:xe|lai|dau|do xe|dung|ban|xay|kinh doanh|to chuc)")
# "Hướng đạo", scouts; and what leans to a faith, "xu hướng đạo", is none of theirs.
SCOUTS, LEANS = "hướng ", re.compile(r"\b(?:xu|khuynh|thien|theo) huong \Z")
TICKET = ("vé", "ve")  # and not "về", to go home
# "O no le guardan el cupo": it is a seat that is not kept, and nothing is refused.
A_SEAT = re.compile(
    rf"(?: (?:hold|save|keep|have|get|give|let|guard\w*))?(?: (?:him|her|them|you|me|us))? (?:{words('a_seat')})"
)
OF_FILES = re.compile(r"\b(?:shared|google|team|flash|thumb|hard|network|school|usb|cloud|[a-z]:?) \Z")  # of no road
LONGEST_OF_FILES = len("network ")
# Roles of words that can be others, and of those that accents tell from others.
OF_OTHERS, OF_ACCENTS = frozenset({"fiction", "a_road"}), frozenset({"a_payment", "request", "negation", "rules_out"})
# Guatemala, an examination at the end of a term, the end of a month, a lie: none is "do not".
NO_DO_NOT, BEFORE_IT = re.compile(r"과테말라|기말고사|(?:월|연|년|주|거짓|반|댓|우리|양)말(?:것|아|고|라)"), 2
# A number of the telephone company of that name, or its card.
NUMBER, OF_TNT = r"(?:number|numero|num|no|sim|load|promo|cell|cp|globe|smart)", 24
TELEPHONE = re.compile(
    rf"\b{NUMBER}(?: (?:ko|namin|niya|nya|nila|ay|po|na|sa|is|ng|nga|daw))*[ :,]*(?:naka-?)?tnt\b|"
    rf"\btnt(?: (?:na|po|ko|ang|yung|ung))* (?:{NUMBER}\b|09[0-9])"
)


def as_meant(folded: Folded, hits: list[Hit]) -> list[Hit]:
    """The words that speak for or against a finding, as they are meant, without those that are others."""
    asked = OF_OTHERS if folded.original.isascii() else OF_OTHERS | OF_ACCENTS
    return [meant for it in hits if (meant := it if it.tag not in asked else _as_meant(folded, it)) is not None]


def _as_meant(folded: Folded, hit: Hit) -> Hit | None:
    text = folded.text
    if hit.tag == "fiction":
        told = text.startswith("cuento", hit.start) and I_TELL.search(text, max(0, hit.start - 6), hit.start)
        return None if told else hit
    if hit.tag == "a_road":
        drive = text.startswith("drive", hit.start)
        return None if drive and OF_FILES.search(text, max(0, hit.start - LONGEST_OF_FILES), hit.start) else hit
    if hit.tag == "a_payment" and text[hit.start : hit.end] == "ve":
        return hit if _written(folded, hit).lower() in TICKET else None
    if hit.tag == "request":
        blank = text.find(" ", hit.start, hit.end)
        end = blank if blank > hit.start else hit.end  # of the verb
        if text[end - 1] == "e" and _written(folded, hit._replace(end=end)).endswith(PAST):
            return hit._replace(tag="shown")
    if hit.tag in ("negation", "rules_out") and text.startswith("cam", hit.start) and hit.end - hit.start == len("cam"):
        meant = _written(folded, hit).lower() in CAM and OR_OTHERWISE.match(text, hit.start) is None
        meant = meant and not text.endswith(OF_A_COLOR, 0, hit.start)
        return hit if meant else None
    return hit


def is_another_word(folded: Folded, hit: Hit, sentence: tuple[int, int]) -> bool:
    """Whether a Vietnamese "dùng" or "đứng" looks like "đừng", which forbids, or a Tagalog "ni Ana" is a "nor".

    Or the end of another word in Korean, that begins as "do not" does.
    """
    if A_SEAT.match(folded.text, hit.end):
        return True
    if folded.text.startswith("말", hit.start):
        low = max(0, hit.start - BEFORE_IT)
        return any(
            it.start() < hit.start < it.end() for it in NO_DO_NOT.finditer(folded.text, low, hit.end + BEFORE_IT)
        )
    if folded.text[hit.start : hit.end] == "ni":
        return folded.text.find(" ng ", *sentence) >= 0
    if not folded.text.startswith("dung", hit.start):
        return False
    return _written(folded, hit)[: len("dung")].lower() not in FORBIDS


def is_another(folded: Folded, hit: Hit) -> bool:
    """Whether words that seem to tell or ask something are others: of a telephone, of a favor asked, of who one is."""
    if _is_who_one_is(folded.text, hit):
        return True
    if hit.tag.startswith("protected_list"):
        return _is_no_faith(folded, hit)
    if hit.tag == "ssn_last4.tail":
        return _is_below(folded, hit)
    if hit.tag == "a_number.name":
        said = SO_A.fullmatch(folded.text, hit.start, hit.end)
        return (
            said is not None
            and _written(folded, hit) in ("so a", "So a")
            and THEN_A.match(folded.text, hit.end) is not None
        )
    if folded.text[hit.start : hit.end] == "soc":  # "chăm sóc", to care for
        return not unicodedata.normalize("NFKC", _written(folded, hit)).isascii()
    if folded.text.startswith("tnt", hit.start) and hit.end - hit.start == len("tnt"):
        return TELEPHONE.search(folded.text, max(0, hit.start - OF_TNT), hit.end + OF_TNT) is not None
    if folded.text[hit.start : hit.end].endswith(("pidio", "pidieron")):
        return ASKED_FOR.match(folded.text, hit.start, hit.end + OF_TNT) is not None
    if folded.text.startswith(PROOF, hit.end) and NO_CARD.match(folded.text, hit.start, hit.end):
        return OF_LEAVE.search(folded.text, hit.start, hit.end) is None
    if OTHER_PERMIT.match(folded.text, hit.start):
        return True
    if folded.original.isascii() or FEARED.match(folded.text, hit.start, hit.end) is None:
        return False
    written = _written(folded, hit)
    if folded.text.startswith("so di tru", hit.start) and FEARS.match(written) is None:
        return True
    return ANOTHER.search(written) is not None


def _is_who_one_is(text: str, hit: Hit) -> bool:
    """Whether it is checked, or asked at a step of a form, who somebody is, and not of which status."""
    if IDENTITY.fullmatch(text, hit.start, hit.end) and IS_CHECKED.match(text, hit.end):
        return True
    return AT_WHO_ONE_IS.fullmatch(text, hit.start, hit.end) is not None and A_STEP.match(text, hit.end) is not None


def _is_no_faith(folded: Folded, hit: Hit) -> bool:
    """Whether the accents say that no faith is meant, and no temple."""
    if _is_of_scouts(folded, hit):
        return True
    named = None if folded.original.isascii() else OF_FAITH.fullmatch(folded.text, hit.start, hit.end)
    if named is None:
        return False
    return not _written(folded, hit).lower().endswith(FAITHS[named["word"]])


def _is_of_scouts(folded: Folded, hit: Hit) -> bool:
    """Whether scouts are named, "hướng đạo", and no leaning to a faith: the accents tell them from a name, "Phương"."""
    if folded.text[hit.start : hit.end] != "dao" or hit.start < len(SCOUTS):
        return False
    if _written(folded, hit._replace(start=hit.start - len(SCOUTS), end=hit.start)).lower() != SCOUTS:
        return False
    return LEANS.search(folded.text, 0, hit.start) is None and not folded.text.startswith(" nao", hit.end)


def _is_below(folded: Folded, hit: Hit) -> bool:
    """Whether it is said where something stands: below."""
    if not folded.text.startswith("duoi", hit.start):
        return False
    if BELOW_IT.match(folded.text, hit.start) is not None and _written(folded, hit)[:1] in "dD":
        return True
    return BELOW.match(_written(folded, hit)) is not None


def _written(folded: Folded, hit: Hit) -> str:
    start, end = folded.span(hit.start, hit.end)
    return unicodedata.normalize("NFC", folded.original[start:end])


def is_a_purpose(text: str, lest: Hit, hit: Hit) -> bool:
    """Whether words that deny only say what a request is for: "so that it does not fail, please send your number".

    The clause ends before the place: at a comma, and in Korean with the words themselves. Or it stands behind it:
    "reply with your number so you don't have to come down".
    """
    if lest.tag != "lest" or lest.end > hit.start:
        return lest.tag == "lest" and lest.start >= hit.end and text[lest.end - 1] < "\uac00"
    return text[lest.end - 1] >= "\uac00" or bool({",", "，"} & set(text[lest.end : hit.start]))
