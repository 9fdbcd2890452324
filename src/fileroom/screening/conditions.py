"""A demand put as a condition: "without your number the form is returned" asks, though it only says "without"."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.order import begins
from fileroom.screening.reading import Reading

CONDITION = 0.65  # confidence that what something is refused without is asked for
ABOUT = 80  # characters about a paper in which it may be said of whom it is wanted
BEFORE, AFTER = 48, 12  # characters about a name in which it may be said that it is wanting
WITHOUT = re.compile(
    r"(?:\b(?:without|with no|lacking|missing|sin(?: ver| traer| presentar| mostrar)?|"
    r"wala(?:ng| pong| po)?|(?:khong|chua) co)\b|没有|沒有|[无無])"
    r"[^.,;:!?。，；：]{0,30}$"
)
WITHOUT_IT = re.compile(r"[가이는은도을를]{0,2} ?없(?:이|으면|는|을)")
REFUSES = re.compile(
    r"(?:\b(?:not|cannot|never)|n't|\bno (?:forms?|applications?|child(?:ren)?|students?|pupils?|packets?|one))\b"
    r"[^.;:]{0,40}?\b(?:be )?(?:accept|enroll|admit|process|regist|complete|valid|attend|start|submit|turn in|hand in)"
    r"|\bno (?:se )?(?:les? )?(?:dar|otorg|emit|exped|autoriz)"
    r"|\bno (?:enrollment|registration|admission)\b|\b(?:incomplete|invalid)\b"
    r"|\b(?:be|are|is) (?:returned|rejected|refused|denied|turned away|sent back|delayed)\b"
    r"|\bno (?:se )?(?:les? )?(?:acept|admit|inscri|matric|pod[er]|pued|proces|entreg|recib|tramit|complet|registr)"
    r"|\b(?:we|i|office|desk|staff) (?:can ?not|can't|won't|are (?:not able|unable) to|will not (?:be able to )?)"
    r" ?(?:help|assist|open|continue|proceed|reset|issue|release|unlock|schedule|finish|go on|move forward|set up)\b"
    r"|\b(?:rechazad|devuelt|incomplet)[oa]s?\b"
    r"|\bno hay (?:inscripcion|matricula|registro|cupo|entrada|casillero|credencial|uniforme|pase|beca|clases?|permiso)"
    r"|就?不(?:发|给|办|收|批|让)|不予|不能|不得|不受理|不接受|(?<!可)不可|无法|無法|退回"
    r"|\bkhong (?:duoc|the|nhan|chap nhan|cap|cho|giai quyet|xet|phat)\b|\bbi (?:tra lai|tu choi)"
    r"|\bhindi (?:po )?(?:namin )?(?:kayo )?(?:ta?tanggap|makaka|matu?tulung|mabubuksan|maa?ari|p[uw]+ede|ipoproseso|"
    r"papayag)|\bibabalik"
    r"|수 ?없|받지 ?않|불가|반려|(?:발급|접수|처리|등록|허락)(?:하지|되지|해 ?드리지)? ?않|안 ?(?:됩|돼|받)"
)
# "No card, no permit."
NO_FIRST = re.compile(
    r"\W{0,3}(?:no|walang?|sin|khong co|没有|没|无) ?(?:(?:your|a|valid|proof of|copy of|tarjeta|tarjeta de|su|the) )?"
)
THEN_NONE = re.compile(
    r"[^.,;\n]{0,16}[,，] ?(?:then )?(?:(?:no|walang?|no hay|khong co)\b|就?没有|就?没(?!有)|就?无) ?"
    r"(?!social|seguro|so an sinh|ssn|itin|pass|pasap|green|mica\b|tarjeta verde|papel|papers\b|visa|ho chieu|the xanh|"
    r"护照|签证|绿卡|question|id\b|社|소셜|"
    # What is asked or written too: "no religious sign-up, no list".
    r"lists?\b|names?\b|rosters?\b|surveys?\b|polls?\b|phones?\b|address|"
    r"nationalit|religi|faith|race\b|ethnic|listas?\b|nombres?\b|preguntas?\b|encuestas?\b|telefonos?\b|direcci|"
    r"danh sach|cau hoi|ten\b|so dien thoai|listahan|pangalan|tanong|名单|姓名|电话|问卷)[\w\u4e00-\u9fff]"
)
# A paper for those alone who were born elsewhere, or are no citizens: whoever they are is asked for it.
BORN_ELSEWHERE = re.compile(words("born_elsewhere"))
IF_BORN = re.compile(rf"(?:{words('if_born')})[^,.;:?!\n]{{0,30}}$")
IF_BORN_BEHIND = re.compile(r"[^,.;:?!\n]{0,8}(?:경우|학생|자녀|者|的(?:学生|孩子|话)|时)")
A_STATUS = re.compile(r"status|estatus|身份|신분|tinh trang|katayuan")
# It is not refused: the sentence reassures.
REASSURES = re.compile(
    r"(?:\b(?:no|not|never|nobody|none|nor|cannot)\b|n't\b)[^.;:]{0,40}?"
    r"\b(?:refus|den(?:y|ied)|turn(?:ed)? away|return|reject|delay|exclu|barred|prevent|keep|penali|affect)"
    r"|\bnot? (?:required|needed|necessary)\b"
    r"|\b(?:still|also) (?:be )?(?:enroll|attend|regist|apply)|\b(?:may|can|will) (?:still )?(?:be )?(?:enroll|attend)"
    r"|\bno (?:se )?(?:les? )?(?:neg|rechaz|impid|exclu|necesit|requier)"
    r"|不会(?:拒|因)|不得拒|也可|仍可|khong (?:bi|tu choi)|\bvan (?:duoc|co the)"
    r"|hindi (?:tatanggihan|ipagkakait|kailangan)"
    r"|거부하지|거절하지|않아도"
)


def is_condition(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence refuses something to whoever is without what the place names."""
    text = reading.text
    first, last = reading.sentence(hit.start, hit.end)
    if NO_FIRST.fullmatch(text, first, hit.start) and THEN_NONE.match(text, hit.end):
        return True
    without = WITHOUT.search(text, max(0, hit.start - BEFORE), hit.start)
    if without is None and WITHOUT_IT.match(text, hit.end, min(len(text), hit.end + AFTER)) is None:
        return False
    if without is not None and REFUSES.search(text, without.start(), hit.start):
        return False  # it is what is refused
    if "?" in text[hit.end : last + 1]:
        return False  # somebody asks whether it is refused
    return REFUSES.search(text, first, last) is not None and REASSURES.search(text, first, last) is None


def is_for_those_born_elsewhere(reading: Reading, hit: Hit) -> bool:
    """Whether the line of a form names a paper, and no status, for children who were born in another country."""
    if A_STATUS.search(reading.text, hit.start, hit.end):
        return False
    first, last = reading.line(hit.start, hit.end)
    first, last = max(first, hit.start - ABOUT), min(last, hit.end + ABOUT)
    return BORN_ELSEWHERE.search(reading.text, first, last) is not None


def is_whose_paper_is_wanted(reading: Reading, hit: Hit) -> bool:
    """Whether the line of a form names a paper, and the place only says for whom: "I-94, if born outside the U.S."."""
    if BORN_ELSEWHERE.search(reading.text, hit.start, hit.end) is None or "?" in reading.text[hit.end : hit.end + 2]:
        return False
    first, last = reading.line(hit.start, hit.end)
    first, last = max(first, hit.start - ABOUT), min(last, hit.end + ABOUT)
    if not begins(reading.of("immigration_document.name"), first, last):
        return False
    if IF_BORN.search(reading.text, max(first, hit.start - BEFORE), hit.start):
        return True
    return IF_BORN_BEHIND.match(reading.text, hit.end) is not None
