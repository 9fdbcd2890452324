"""A question about asking, and its answer: "Does your app collect religion? No." asks nobody."""

from __future__ import annotations

import re
from bisect import bisect_left

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.once import everywhere, once
from fileroom.screening.reading import Reading, TextKind

# Behind a no: a box, a yes, or what happens to those who come without; then nothing was answered.
NO_ANSWER = re.compile(
    r"\s*(?:\[|\( ?\)|__|/|[□☐○])|[^\n]{0,40}?(?:\b(?:yes|si|oo|co)\b|\b(?:without|sin|refus\w+|bring|send|tra\w{2,8}|"
    r"only if|unless|if you|optional|up to you|opcional|kung gusto|neu muon|"
    r"olvid\w+|yet|tanggap\w*|kung wala|blangko|blank\w*|tu choi|bo trong|se bi|enroll?\w*|delay\w*)\b|"
    r"的话|自愿|愿意|可选|원하|선택|不能|不可|无法|留空|꼭|도 |으면|내세요|예\b|□)"
)
# Behind a "no." a question again: the no was the whole of the answer.
ASKED_NEXT = re.compile(r"[\"'*_»]{0,3}[.。] ?[\"'«]{0,2}(?:¿|(?:q|p|문|问|t) ?[:.)]|[^.?!。？！\n_\[(]{2,90}[?？])")
# A question about asking: whether a form wants it, whether somebody may copy it.
ABOUT_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|collect\w{0,3}|need(?:s|ed)?|requir\w{1,3}|stor(?:e|es|ed)|keep|copy|allowed|ok(?:ay)?|"
    r"request\w{0,3}|want(?:s|ed)?|have to|bring|pid(?:e|en|io)|pedir|piden|necesit\w{1,4}|falta|requier\w{1,3}|"
    r"guard\w{1,4}|solicit\w{1,4}|obligatori\w{1,2}|traer|kailangan|hihing[ai]\w{0,3}|hinihingi|dalhin|"
    r"(?:co )?can|co hoi|bat buoc|phai)\b|需要|要不要|用不用|收集|必须|可以|필요|요구|수집|묻|가져|내야|없으면|"
    r"\bwhat if\b|\bpaano kung\b|\by si\b|\bque pasa si\b|如果|要是|\bneu khong\b"
)
SAYS_NO = (
    r"[\"'*_« ]{0,3}(?:n[o0]\b(?! (?:one|la|le|lo|se|es que|problem|worries|rush|hay problema|importa)\b)|"
    r"not\b|never\b|nope|tampoco\b|jamas\b|hindi\b|ayos lang|(?:da )?khong\b|"
    r"아니|안 ?[돼됩]|없습|不(?:需要?|用|必|会|要)?|没有|無需|无需)"
)
AN_ANSWER = r"(?:short )?answer|a|r|s|respuesta|sagot|dap|tra loi|답|응답|答"  # with a colon, before one
NO = re.compile(rf"[^.?!？。\n]{{0,160}}[?？][\"')」»\s*_>→=:.|\-–—]{{0,8}}(?:(?:{AN_ANSWER})\b ?[:.)] ?)?{SAYS_NO}")
# What was named in the sentence before is asked about in a question, and the answer is no: "Can you supply them? No."
NO_BEHIND = re.compile(
    r"[.。]\s{1,2}¿?(?:(?:can|could|will|do|does|would|may|shall|must|are|is) (?:you|we|they|"
    r"the (?:district|school|schools|county)|it|that|this)\b[^.?!\n]{0,50}|"
    r"(?:pueden?|podemos|podria[n]?|debemos|tienen|hay que|es|son)\b[^.?!\n]{0,40}|"
    r"(?:quy|chung ta|truong|hoc khu|minh)\b[^.?!\n]{0,40}khong|"
    r"(?:maibibigay|mabibigay|maipapadala|puwede|pwede|maaari|dapat)\b[^.?!\n]{0,40}|"
    r"[^.?!。？\n]{0,10}[제보줄낼줘][^.?!\n]{0,14})[?]\s{0,2}"
    r"(?:no|hindi|khong|아니요|아니오|안 ?됩니다)(?: (?:po|a))?[.,!;]|"
    r"。[^.?!。？\n]{0,6}(?:能|可以|要|需要)[^.?!。？\n]{0,12}[?？]\s?(?:不能|不行|不可以|不用|不要|不必|不)[。，,.！]"
)
# A line of a talk: when, and who says it. In a letter's thread the line that is answered is quoted.
TURN = re.compile(
    r"\s*[*_-]{0,3}(?:[\[(]?[0-9]{1,2}[:.][0-9]{2}[^\w\n]{0,3}(?:[ap]\.?m\b\W{0,3})?)?"
    r"(?P<who>[^\W\d_][^\n:?!。]{0,32}):[*_ ]*"
)
COLON, SPEAKER = re.compile(r"(?<=[^\n:?!。]):"), 33  # and the most letters of whoever speaks
QUOTED, UNQUOTED = re.compile(r"[ |]*>"), re.compile(r"\s*(?![\s>])")
QUESTION = re.compile(r"[^.?!。\n]{0,160}[?？]")
TALKED = (TextKind.EMAIL, TextKind.FORM_ANSWERS, TextKind.LETTER, TextKind.NOTE, TextKind.PROSE)
# How a speaker says no: "They do not.", "Oh no."
NO_OF_ANOTHER = re.compile(
    rf"(?:(?:oh|well|hi|hello|thanks|ah|ay|pues|hola)\b[^.?!\n]{{0,16}}[ ,.!])?(?:{SAYS_NO}|"
    r"(?:we|you|they|it|i)(?: do(?:es)? not| don't| doesn't| never| is not| isn't|'re not|'s not| need not)\b)"
)

YES_WORDS = (
    r"(?:yes|of course|sure|si\b|claro|por supuesto|oo\b|opo\b|da duoc|duoc\b|co\b|네|예|그럼|"
    r"可以|能|行|当然)"
)
AFFIRMS = re.compile(
    rf"[^\W\d_]{{0,6}}[, ]{{0,2}}(?:{YES_WORDS}|(?:we|you|they) do\b(?! not)|[^.?!。\n]{{0,40}}"
    r"(?:only if|unless|if you (?:want|like|wish)|you would like|optional|up to you|opcional|si (?:quiere|gusta|desea)|"
    r"kung gusto|neu muon)\b|[^.?!。\n]{0,24}(?:自愿|愿意|可选|원하|선택)|需要|必须|请|필요|적어)"
)
NO_TO_ALL = (
    r"(?:no\b|none\b|never\b|ninguno\b|hindi\b|khong\b|wala\b|아니[요오]|没有|不)"
    r"[^.?!？。\n]{0,40}[.。;,!\n]\s{0,2}"
)
# Who would collect it is asked: a program, an office; and then one short question after another is answered.
COLLECTS = re.compile(
    rf"(?:{words('collector')})[^.?!？。\n]{{0,120}}[?？][\"'*_ :—–-]{{0,4}}{NO_TO_ALL}"
    rf"(?:[^.?!？。\n]{{2,60}}[?？][\"'*_ :—–-]{{0,4}}{NO_TO_ALL}){{0,8}}[^.?!？。]{{0,60}}$"
)
FAR = 400  # characters of such questions before one of them

# "Can we register without one? Yes."
WITHOUT = re.compile(r"(?:\b(?:without|sin|kahit walang?|neu khong co|khong co)\b|没有|如果没)[^?？.\n]{0,40}$")
YES = re.compile(rf"[^.?!？。\n]{{0,60}}[?？][\"' :—–-]{{0,4}}(?:{YES_WORDS})")
WITHOUT_AND_YES = re.compile(rf" ?(?:가|이)? ?없(?:어도|이도)[^.?!？。\n]{{0,40}}[?？][\"' :—–-]{{0,4}}(?:{YES_WORDS})")
# A form's own page of questions and answers: an answer in a sentence, that says what is not done.
EXPLAINS = re.compile(
    r"[^.?!？。\n]{0,60}[?？][^\n_\[(□☐]{0,160}?(?:\b(?:do not|don't|does not|doesn't|never|"
    r"no (?:tenemos|pedimos|hay|se)|"
    r"wala|hindi (?:namin|po|kami)|khong (?:co|hoi|can|thu)|there is no|no such)\b|没有|不(?:收|问|需|用)|않|없)"
)
NEEDED = re.compile(
    r"[^.?!？。\n]{0,24}?(?:\b(?:needed|required|necessary|obligatori\w+|necesari\w+|kailangan|"
    r"bat buoc)\b|있어야|필요|내야|需要)"
)
# "A:", before the answer.
ANSWERS = re.compile(rf"[^.?!？。\n]{{0,60}}[?？][\"' *_]{{0,3}}(?:{AN_ANSWER}) ?[:：]")
NEAR = 60


def _is_explained(reading: Reading, hit: Hit) -> bool:
    """Whether a page of questions answers this one in a sentence, and has nothing to choose from."""
    last = reading.line(hit.start, hit.end)[1]
    return any(it.match(reading.text, hit.end, last) is not None for it in (EXPLAINS, ANSWERS))


def _is_gone_next(reading: Reading, hit: Hit) -> bool:
    """Whether the question is answered by that the line is no more: "There was one on the old form; we took it out"."""
    last = reading.sentence(hit.start, hit.end)[1]
    if not {"?", "？"} & set(reading.text[last - 1 : last + 1]) or last + 2 >= len(reading.text):
        return False
    roles = reading.roles(*reading.sentence(last + 2, last + 3))
    return "gone" in roles and not {"request", "affirms"} & roles


def _is_refused_behind(reading: Reading, hit: Hit) -> bool:
    """Whether the next sentence asks whether it can be given, and no is the answer."""
    first, last = reading.sentence(hit.start, hit.end)
    if "request" in reading.roles(first, last):
        return False  # "Please write it here. Is it optional? No."
    return any(NO_BEHIND.match(reading.text, it) is not None for it in (last - 1, last) if it >= hit.end)


def _of_another(reading: Reading, hit: Hit) -> int | None:
    """Where another answers what somebody asks in a line of a talk, or in a letter that is answered."""
    first, last = reading.line(hit.start, hit.end)
    if reading.kind not in TALKED or QUESTION.match(reading.text, hit.end, last) is None:
        return None
    if QUOTED.match(reading.text, first):
        answers = UNQUOTED.match(reading.text, last)
        return answers.end() if answers else None
    asks, turn = TURN.match(reading.text, first, hit.start), TURN.match(reading.text, last)
    if asks is None or turn is None or asks["who"] == turn["who"]:
        return None
    # The labels of a form stand before an answer too: whoever talks does it more than once.
    again = reading.kind is not TextKind.FORM_ANSWERS or any(_speaks_again(reading, it["who"]) for it in (asks, turn))
    return turn.end() if again else None


def _speaks_again(reading: Reading, who: str) -> bool:
    """Whether two colons and more follow these words: what stands before each is kept, its last letter first."""
    before = once(
        reading,
        COLON,
        lambda: sorted(reading.text[max(0, it - SPEAKER) : it][::-1] for it in everywhere(reading, COLON)),
    )
    at = bisect_left(before, who[::-1])
    return at + 1 < len(before) and before[at + 1].startswith(who[::-1])


def is_affirmed(reading: Reading, hit: Hit) -> bool:
    """Whether another answers yes to the question that somebody asks, or that one may."""
    answer = _of_another(reading, hit)
    return answer is not None and AFFIRMS.match(reading.text, answer) is not None


def is_answered(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether the sentence asks about asking and the next says no, and nothing that is asked all the same."""
    if WITHOUT.search(reading.text, max(first, hit.start - NEAR), hit.start) and YES.match(reading.text, hit.end):
        return True
    if WITHOUT_AND_YES.match(reading.text, hit.end):
        return True
    if _is_gone_next(reading, hit) and ABOUT_ASKING.search(reading.text, first, hit.start):
        return True
    if not reading.is_form(hit.start) and _is_refused_behind(reading, hit):
        return True
    if reading.kind is TextKind.FORM_FIELD and not _is_explained(reading, hit):
        return False
    answer = _of_another(reading, hit)
    no = NO.match(reading.text, hit.end) if answer is None else NO_OF_ANOTHER.match(reading.text, answer)
    if no is None:
        return False
    low, high = reading.sentence(no.end() - 1, no.end())
    if not (
        ABOUT_ASKING.search(reading.text, first, hit.start)
        or NEEDED.match(reading.text, hit.end)
        or ("gone" in reading.roles(no.start(), high) and "_" not in reading.text[no.start() : high])
        or COLLECTS.search(reading.text, max(0, hit.start - FAR), hit.start)
    ):
        return False
    if ASKED_NEXT.match(reading.text, no.end()):  # "No." is the whole answer, though "no. 5" ends no sentence
        return True
    roles = reading.roles(max(low, no.end()), high)
    if "affirms" in roles or ("request" in roles and (answer is None or "negation" not in roles)):
        return False  # though "no, we never ask" asks nothing
    return NO_ANSWER.match(reading.text, no.end(), min(len(reading.text), high + 1)) is None
