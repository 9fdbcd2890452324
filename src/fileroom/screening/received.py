"""What the lines of a form, a list, a record say of a paper named in them: it was handed in, seen, taken in."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import bare, words
from fileroom.screening.offers import CHOICE, TICKED
from fileroom.screening.persons import ABOUT_SOMEBODY
from fileroom.screening.reading import Reading, TextKind

TO_MANY = (TextKind.LETTER, TextKind.PROSE)
ANSWERED = re.compile(r"[^\W\d]{2}[^:\n]{0,40}(?::|\? (?:a[.:)])?) ?[^:\n,]{0,16}$")
ANSWERS = 62  # characters of a label and what stands between it and the answer
CHECKED = re.compile(r"(?:\[x\]|\(x\)|☒|✓|✔) ?$")
IN_JSON = re.compile(
    r"\"(?!label|name|title|desc|description|question|field|prompt|text|caption|placeholder|column|key|help|hint)"
    r"[a-z_]{1,24}\" ?: ?\"$"
)
IN_WORDS = re.compile(r"\"(?:label|title|question|prompt|text|caption|desc\w*|help|hint)\" ?: ?\"[^\"]{0,80}$")
# A list of what was handed in, seen or kept: each paper named in it is there.
RECEIVED = re.compile(
    r"(?:receiv|rec'?d\b|\bfound\b|scanned|seen|shown|on file|provided|copied|verified|enclos|encl0s|"
    r"attached|docs?_|presented|submitted|turned in|\bda (?:scan|chup|sao|luu)\b|"
    r"accepted|entregad|recibid|mostrad[oa]s?\b|presentad|anexad|adjunt|"
    r"已收|已交|收到|附件|附上|da nop|da nhan|da xem|da trinh|"
    r"dinh kem|제출 ?확인|제출됨|제출한|접수|받음|확인함|"
    r"\biniwan\b|\bleft (?:us |me |with \w+ )?(?:these|the following|the papers|his papers|her papers|copies)|"
    r"\b(?:nos|me) dej(?:o|aron)\b|\bde lai\b|留下|(?:두|놓)고 ?(?:갔|가셨|가신)|"
    r"\bquet xong|nai-?(?:upload|scan)|\bdinala|\bcontents\b|\binside\b|\blaman\b|\bcontenido\b|"
    r"档案清单|档案(?:里|中|内)?有|"
    r"natanggap|tinanggap|isinumite|ipinasa|ipinakita|(?<!paki)(?<!paki-)dala\b)"
    r"(?:[^\n:]{0,30}|(?:[^\n:.;]|(?<=\b[md][rs])\.){0,80})(?:[:\[]| [—–-] )[^\n]{0,120}$"
)
LIST_OPENS = re.compile(r"[:\[]| [—–-] ")  # behind such a word the list; few lines have one, and it is found sooner
AROUND = 400  # characters about a list in which the record says whose it is
LISTED = 170  # characters before a paper within which its list begins
LACKING = re.compile(
    r"\b(?:missing|still|need|lack|pending|wait|requir|bring|must|falta|pendiente|traer|thieu|chua|can nop|"
    r"kulang|wala|kailangan)|缺|欠|未交|必|须|需|없음|미제출|부족|필요"
)
NOT_HANDED = re.compile(r"[^,;\n]{0,14}? (?:x|no|n)\b")
REQUIRED = re.compile(r"\b(?:requir\w+|needed|requerid\w+|necesari\w+|can nop|kailangan\w*)\b|需要?|必须|필요")
WANTED = re.compile(r"requir|need|bring|must|falta|traer|必|须|需|can nop|kailangan|필요|제출")
# "Visa page (mother) - accepted": a summary says of each paper what became of it.
TAKEN_IN = re.compile(
    r"(?: (?:ng|ni|de|del|of|cua)(?: (?:the|la|el))? [^\W\d]{2,12})?"
    rf"(?: (?:copy|card|page|copia))?(?: ?\([^)\n]{{0,60}}\))? ?[:=|>–—-]{{1,2}} ?(?:{words('taken_in')})"
    r"(?= ?(?:[.,;)\n]|$|\[|\(|[0-9]|on |by |el |por |ni |ngay ))"
)
# {"student": "Ana", "documents": ["lease", "visa page"]}: what somebody's record lists was handed in.
IN_A_LIST = re.compile(rf"\"(?P<key>[^\"\n]{{0,24}}(?:{bare('documents')})[^\"\n]{{0,16}})\" ?: ?\[[^\]\[]{{0,160}}$")
OF_NOBODY = re.compile(
    r"requ|need|missing|pending|lack|accept|allow|option|choice|type|enum|falta|pendient|necesari|"
    r"缺|欠|需|thieu|can[ _]?nop|kulang|kailangan|필요|구비|미제출|부족"
)
OF_SOMEBODY = re.compile(
    r"\"(?:[a-z_ ]{0,16}name|student|pupil|child|applicant|family|alumn[oa]|nombre|estudiante|familia|이름|학생|성명|"
    r"姓名|学生|家长|孩子|학부모|보호자|아동|parent|mother|father|padre|madre|nin[oa]|tre|phu[ _]huynh|magulang|bata|"
    r"ten|ho[ _]ten|hoc[ _]sinh|pangalan|mag[ _-]?aaral)[a-z_ ]{0,10}\" ?: ?\"[^\"\n]{2}"
)


def is_answer(reading: Reading, hit: Hit) -> bool:
    """Whether a paper is what was written after a label: "ID shown: passport"."""
    if reading.kind is not TextKind.FORM_ANSWERS or reading.table is not None:
        return False
    first, last = reading.line(hit.start, hit.end)
    line = reading.text[first:last]
    if TICKED.search(reading.text, max(first, hit.start - 6), hit.start) and (
        REQUIRED.search(reading.text, first, hit.start) is None
    ):
        return True
    if IN_WORDS.search(reading.text, max(first, hit.start - LISTED), hit.start):
        return False
    if IN_JSON.search(reading.text, max(first, hit.start - 32), hit.start) or _is_in_a_list(reading, hit):
        return True
    labelled = ANSWERED.search(reading.text, max(first, hit.start - ANSWERS), hit.start) is not None
    return (
        labelled
        and not WANTED.search(line)
        and not CHOICE.search(line)
        and "__" not in line
        and not line.rstrip().endswith((":", "?"))
    )


def is_received(reading: Reading, hit: Hit) -> bool:
    """Whether a paper is ticked, or stands in a list of what was handed in, and not among what is lacking."""
    first, _ = reading.line(hit.start, hit.end)
    if reading.table is not None or reading.kind is TextKind.FORM_FIELD:
        return False
    if reading.kind in TO_MANY and "particular" not in reading.roles(first, hit.end):
        return False
    if reading.kind in ABOUT_SOMEBODY and TAKEN_IN.match(reading.text, hit.end):
        return True
    if CHECKED.search(reading.text, max(first, hit.start - 5), hit.start):
        return True
    if LIST_OPENS.search(reading.text, max(first, hit.start - LISTED), hit.start) is None:
        return False
    listed = RECEIVED.search(reading.text, max(first, hit.start - LISTED), hit.start)
    if listed is None or LACKING.search(listed[0]) or CHOICE.search(listed[0]) or "?" in listed[0]:
        return False
    return NOT_HANDED.match(reading.text, hit.end) is None


def _is_in_a_list(reading: Reading, hit: Hit) -> bool:
    """Whether the paper is one of those that a record of somebody lists as handed in."""
    listed = IN_A_LIST.search(reading.text, max(0, hit.start - 2 * LISTED), hit.start)
    if listed is None or OF_NOBODY.search(listed["key"]):
        return False
    return OF_SOMEBODY.search(reading.text, max(0, hit.start - AROUND), hit.end + AROUND) is not None
