"""What else a paper's name can mean: a visa pays, I-94 is a road, a green card is shown in a game."""

from __future__ import annotations

import re

from fileroom.screening.cards import is_of_colors, is_spelled_out
from fileroom.screening.copies import A_COPY
from fileroom.screening.counts import OF_STATUS
from fileroom.screening.engine import Hit
from fileroom.screening.framing import is_quoted
from fileroom.screening.lexicon import bare, words
from fileroom.screening.namesakes import is_a_namesake, is_of_a_game_here
from fileroom.screening.order import begun
from fileroom.screening.owners import OF_KIN, befalls, has_run_out, is_a_copy_of_kin, is_copied_of_one, is_of_one
from fileroom.screening.picture_sizes import is_a_size
from fileroom.screening.proofs import is_of_a_bill
from fileroom.screening.reading import NEARBY, Reading, TextKind
from fileroom.screening.wares import is_a_ware

# By how the name begins; in the order of asking.
OTHER_MEANINGS = (
    (re.compile(r"visa|비자"), "a_payment"),
    (re.compile(r"ice\b"), "an_emergency"),
    (re.compile(r"i[\s_.\-]{0,3}\d"), "a_road"),
    (re.compile(r"green|绿|綠|그린|the xanh|tarjeta v|mica|la mica"), "a_game"),
    (
        re.compile(r"permiso de trabajo|work permit|giay phep (?:lam viec|lao dong)|노동 ?허가|工作许可|工作許可|work"),
        "a_minors_work",
    ),
    (
        re.compile(r"pass|pasa|tu pasa|el pasa|(?:so )?ho chieu|护照|護照|여권|签证|簽證|travel|[a-z]{3,8} pass"),
        "a_play",
    ),
)
PAID_WITH = re.compile(
    r"(?:card ?[=:] ?\"?|pag[o0ad]+ ?:? ?(?:con (?:la )?)?|tra bang |刷)v[il1]sa|"
    r"visa[ _]?(?:mc\b|checkout|debit|pay|accept|gift|credit|enabled|fee|card|auth|works|online|"
    r"statement|terminal|(?:or|and|y|o)[ _](?:master|cash|check|efect)|last ?4)"
)
# "Visa ending 4471" is a card; so is what may be brought instead of money.
CARD_BY_ITS_END = re.compile(
    r"visa ?(?:card |卡)?(?:末|尾号|尾號|后四|後四|끝 ?자리|끝번호|(?:(?:ending|(?:which |that )?ends)(?: in| with)?|"
    r"terminada? en|que termina(?: en)?|ket thuc|duoi so|nagtatapos(?: sa)?|x{2,4}|\*{2,4}) ?[#x*]*[0-9]{2,4}\b)"
)
OR_A_CARD = re.compile(
    r"(?:\$ ?[0-9]+|\bcash|\befectivo|\btien mat|\bpera|现金|현금)[^.;!?\n]{0,24}(?:\b(?:or|o|hoac|o kaya)\b|或|"
    r"또는) ?(?:(?:a|an|by|with|con|una?|la|bang) ){0,2}$"
)
# A road is taken, a paper is brought.
ON_THE_ROAD = re.compile(
    r"\b(?:takes?|taking|took|driv(?:es?|ing)|drove|via|down|up|along|onto|off|stay on|get on|head(?:ing)? \w+ on|"
    r"(?:vamos|salimos|salgan|tom[ae]n?|"
    r"tomamos|maneja\w*|iremos|vayan?) (?:\w+ ){0,2}(?:por )?la|por la|theo|qua|走|上|沿) ?$"
)
NO_ROAD = re.compile(
    r" ?(?:cop|form|card|record|number|no\b|#|paper|photo|page|print|and (?:the )?(?:passport|visa)|y (?:el|"
    r"la) (?:pasaporte|visa))"
)
OF_A_PAPER = re.compile(r"[_ ]?(?:nbr|num|no|number|exp|expires|adm|admission)(?![a-z])")  # a road has none
# "Take I-94 from each new family": it is a paper that is taken.
OF_SOMEBODY = re.compile(
    r"[^.\n]{0,30}?\b(?:from|of|each|every|famil|parent|student|desk|office|file)|[ ,]{1,2}and i-?[0-9]"
)
# Fixed to a page or a car: a card of green paper.
FIXED = re.compile(
    r"green ?cards? (?:that is |that's )?(?:taped|stapled|clipped|glued|pinned|printed|hung|hanging) (?:to|on|in|"
    r"below|from)\b(?! (?:the |their |each |his |her |your )?(?:\w+ )?(?:form|file|packet|folder|application|card))"
)
WHOSE = re.compile(r"(?:\b(?:your|his|her|their|my|its|su|tu)|'s|s') $")
TO_BRING = re.compile(r"\b(?:bring|send|give|submit|attach|upload|scan|provide|traigan?|envien?)\b[^.;:!?\n]{0,30}$")
PLAYED_WITH = re.compile(
    r"passports?(?:stamps|club|day|night|booklet)|passports?[ _-](?:holders?|cases?|covers?|"
    r"photos\b|pictures?|size|club|day|night|program|office|booklet|activity|stamps|reading)|"
    r"护照(?:尺寸|大小|规格)的?(?:近?照|相|照?片|半身)|여권 ?(?:사이즈|규격|크기) ?(?:의 )?사진|여권용 ?사진(?!이)"
)
OF_ONE = re.compile(r"\b(?:i|he|she|they|who|ella|ellos)(?:'s|'m|'re)? (?:\w{2,5} )?$")
UNWRITTEN = re.compile(r"(?:is |are |was |were |an? )*(?:undocumented|unauthori[sz]ed|indocumentad[oa]s?)")
IS_SO = re.compile(r"s? (?:(?:is|are|was|were|remains?|still|mostly|all|an?) )+(?:the )?$")
# What is spoken of only on the way: "per the spreadsheet", "see the log".
ON_THE_WAY = re.compile(
    r"\b(?:per|in|on|see|by|from|with|of|at|para|en|segun|ver|del?) (?:the |our |this |that |el |la )?$"
)
SOMEBODY = re.compile(r"(?<![.?!\n] )(?<!^)\b[A-Z][a-z]+")
CITIZEN = re.compile(r"(?:(?<!us )(?<!u\.s\. )(?<!american )citizens?|ciudadan[oa]s?)\W?$")
OF_A_ROOM = re.compile(
    r" of (?:this|that|our|my|your|the) (?!us\b|u\.s|united|country|nation|republic|philippines|state)[a-z]|"
    r" (?:of|de) [\"'«\u201c]|"
    r" de (?:mi|tu|su|esta|este|nuestr[oa]|la|el) (?!estados|pais|republica|nacion)[a-z]|"
    r" (?:distinguid[oa]|ejemplar|modelo|destacad[oa]|del mes|of (?:kindness|character|courage))\b"
)
OF_DISTRICT = re.compile(
    r"(?:(?<=resident)|(?<=residents)|(?<=residente)(?: legal)?|(?<=residentes)(?: legales)?|(?<=legal) residents?)"
    rf" (?:of|in|within|del?) (?:the |our |this |el |la |este )?(?:school )?(?:{words('district')})"
)
PLAYED = re.compile(
    r"\b(?:called|named|titled|llamad[oa]s?|titulad[oa]s?|juego de|game of|tinatawag na|goi la) \W?$|"
    r"\b(?:juega[nr]?|jugar|jugando|jugaron|plays?|played|playing|naglalaro ng|choi tro) (?:a )?$"
)
# Names in programs: of what looks for such numbers, and of a mark in social science.
LOOKS_FOR = re.compile(rf"(?:{bare('looks_for')})_$")
OF_A_MARK = re.compile(rf"_(?:{bare('marked')}|{bare('pattern')})(?![a-z0-9])")
WHOSE_OWN = re.compile(r"(?:parent|mother|father|guardian|student|child|spouse)_$")
TOPIC = re.compile(rf"(?: (?:{words('of_a_case')})){{0,5}} (?:{words('topic')})")
CERTAIN = re.compile(r"\b(?:the|your|these|all|our|his|her|their|el|la|su|las|los)[ :]$")
TITLE = 48  # characters of a title between quotation marks
IN_QUOTES = re.compile(r"[\"\u201c]([^\"\u201c\u201d\n]{0,40})$"), re.compile(r"([^\"\u201c\u201d\n]{0,40})[\"\u201d]")
LEAST_OF_A_TITLE, OF_A_LABEL = 2, frozenset({"kin", "particular", "details", "request", "other_number"})
OF_A_FORM = re.compile(words("of_a_form"))
IS_TITLED = re.compile(r"(?:[A-Z][\w'’]*|of|the|and|a|an|in|to|for|on)\W*")
QUOTES, CLOSES = frozenset("\"\u201c\u300c'\u2018"), frozenset("\"\u201d\u300d'\u2019")
HANDLED = frozenset({"request", "shown"})
PAYS = re.compile(r"(?!fees?\b|costs?\b|\$|ticket|price|dollars|money|cuota|boleto|costo|dolares)")
LIES_ON = re.compile(r" is |\b(?:on|at|by|near) $")  # "is our own invention", "on my desk"
COPIED, OWNS = 32, 8  # characters before a paper in which a copy of it may be spoken of; between it and whose it is
OF_A_ROAD = re.compile(r"i[\s_.\-]{0,3}[0-9]{2,3}\b")
REACH_OF_A_CARD = 12  # characters after the word in which what makes a card to pay with of it may stand


def means_another(reading: Reading, hit: Hit) -> bool:
    """Whether the paper's name stands here for what else bears it: a card to pay with, a road, a card in a game."""
    text = reading.text
    if (
        _is_plainly_another(text, hit)
        or is_a_namesake(reading, hit)
        or (is_of_colors(reading, hit) and not is_a_copy_of_kin(reading, hit))
        or is_spelled_out(reading, hit)
        or is_a_ware(reading, hit)
    ):
        return True
    if CARD_BY_ITS_END.match(text, hit.start) or _is_instead_of_money(text, hit):
        return True
    role = next((role for begins, role in OTHER_MEANINGS if begins.match(text, hit.start)), "")
    of_kin = OF_KIN.search(text, max(0, hit.start - 14), hit.start) or is_a_copy_of_kin(reading, hit)
    if of_kin and (role in ("a_game", "a_play") or befalls(reading, hit)):
        return False
    if text.startswith("travel", hit.start) and WHOSE.search(text, max(0, hit.start - OWNS), hit.start):
        return False
    if is_of_a_game_here(reading, hit):
        return True
    reach = 2 * NEARBY if role == "an_emergency" else NEARBY if role in ("a_payment", "a_road") else NEARBY * 2 // 3
    first, last = max(0, hit.start - reach), min(len(text), hit.end + reach)
    own = reading.sentence(hit.start, hit.end)
    of_paper = is_of_one(reading, hit) or OF_A_PAPER.match(text, hit.end)
    if is_copied_of_one(reading, hit) or (role == "a_road" and of_paper):
        return False
    # What is said of money, a bus or reading in another sentence is not said of the paper that this one asks for.
    elsewhere = role == "a_road" and HANDLED & reading.roles(*own)
    if elsewhere or (role == "a_play" and has_run_out(reading, hit)) or _is_asked_of_somebody(reading, hit):
        first, last = max(first, own[0]), min(last, own[1])
    about = [it for it in reading.about(first, last) if not reading.in_paper(it)]
    named = begun(reading.of("immigration_document.name"), max(first, own[0]), min(last, own[1]))
    if role != "a_payment" and any(
        it.tag == "particular"
        and (hit.end < it.start <= hit.end + OWNS and not text.startswith("-", it.end))  # "I-94 to I-90"
        and LIES_ON.search(text, hit.end, it.start) is None
        for it in about
    ):
        return False  # the green card of a mother
    if role in ("a_game", "a_play") and any(_is_nothing_else(text, it) for it in named):
        return False  # beside a naturalization certificate a green card is one
    copied = A_COPY.search(text, max(0, hit.start - COPIED), hit.start)  # "picture of the green card": no game's
    since = copied.start() if copied else hit.start
    # Of a copy the next line says nothing: "copy of green card, both sides", and then a fine of the library's.
    within = range(*reading.line(hit.start, hit.end)) if copied else range(len(text))
    said = [it for it in about if it.tag == role and it.start in within and not since <= it.start < hit.start]
    said = [it for it in said if not is_of_a_bill(text, it)]
    if role == "a_payment" and _is_asked_of_somebody(reading, hit):
        return any(PAYS.match(text, it.start) for it in said)  # "bring your visa and the fee": both are wanted
    return bool(said)


def _is_plainly_another(text: str, hit: Hit) -> bool:
    """Whether the words right beside it say that it is paid or played with, fixed, driven on, or a picture's size."""
    paid = PAID_WITH.search(text, max(0, hit.start - REACH_OF_A_CARD), hit.end + REACH_OF_A_CARD)
    played = PLAYED_WITH.match(text, hit.start)
    return bool(paid or played) or is_a_size(text, hit) or _is_fixed(text, hit) or _is_on_the_road(text, hit)


def _is_nothing_else(text: str, name: Hit) -> bool:
    """Whether the name of a paper is that of no other thing."""
    return not text.startswith("reading", name.start) and not any(
        it.match(text, name.start) for it, _ in OTHER_MEANINGS
    )


def _is_fixed(text: str, hit: Hit) -> bool:
    """Whether a card of green paper is fixed to something, and is nobody's own."""
    if FIXED.match(text, hit.start) is None:
        return False
    return WHOSE.search(text, max(0, hit.start - OWNS), hit.start) is None


def _is_on_the_road(text: str, hit: Hit) -> bool:
    """Whether somebody takes it or drives by it, and no copy or card of it is meant."""
    if OF_A_ROAD.match(text, hit.start) is None or NO_ROAD.match(text, hit.end) or OF_SOMEBODY.match(text, hit.end):
        return False
    return ON_THE_ROAD.search(text, max(0, hit.start - 40), hit.start) is not None


def _is_instead_of_money(text: str, hit: Hit) -> bool:
    """Whether a visa is what may be brought instead of an amount, or of cash."""
    if not text.startswith("visa", hit.start) or hit.end - hit.start > len("visas"):
        return False
    return OR_A_CARD.search(text, max(0, hit.start - 70), hit.start) is not None


def is_unwritten(reading: Reading, hit: Hit) -> bool:
    """Whether a thing is called undocumented: it is spoken of before, and nobody between it and the word."""
    if UNWRITTEN.match(reading.text, hit.start) is None:
        return False
    if OF_ONE.search(reading.text, max(0, hit.start - 14), hit.start):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    things = [it for it in reading.about(first, hit.start) if it.tag == "thing"]
    subject = [it for it in things if not ON_THE_WAY.search(reading.text, max(first, it.start - 14), it.start)]
    if not subject or "kin" in reading.roles(first, last):
        return False
    if IS_SO.fullmatch(reading.text, subject[-1].end, reading.text.index("u", hit.start)) is None:
        return False
    return SOMEBODY.search(reading.folded.original, *reading.folded.span(subject[-1].start, hit.start)) is None


def is_a_topic(reading: Reading, hit: Hit) -> bool:
    """Whether help with such papers is spoken of, and no certain one: "green card questions for free"."""
    if TOPIC.match(reading.text, hit.end) is None or _is_asked_before(reading, hit):
        return False
    return CERTAIN.search(reading.text, max(0, hit.start - OWNS), hit.start) is None


def _is_asked_of_somebody(reading: Reading, hit: Hit) -> bool:
    """Whether somebody's own is to be brought: "Send the parents' visa." """
    if WHOSE.search(reading.text, max(0, hit.start - OWNS), hit.start) is None:
        return False
    return TO_BRING.search(reading.text, max(0, hit.start - 40), hit.start) is not None


def _is_asked_before(reading: Reading, hit: Hit) -> bool:
    first, _ = reading.sentence(hit.start, hit.end)
    return reading.requests(hit) and "request" in reading.roles(first, hit.start)


def is_a_program_s(reading: Reading, hit: Hit) -> bool:
    """Whether it is a part of a name in a program: of what looks for such numbers, or of a mark."""
    if reading.kind is TextKind.FORM_FIELD or WHOSE_OWN.search(reading.text, max(0, hit.start - OWNS), hit.start):
        return False
    if OF_A_MARK.match(reading.text, hit.end):
        return True
    if reading.kind in (TextKind.CSV_ROW, TextKind.TABLE):
        return False
    return LOOKS_FOR.search(reading.text, max(0, hit.start - 16), hit.start) is not None


def is_in_a_title(reading: Reading, hit: Hit) -> bool:
    """Whether it stands in the title of a book or a film, between quotation marks, with words that name no person."""
    start, end = reading.folded.span(hit.start, hit.end)
    original = reading.folded.original
    before, after = IN_QUOTES[0].search(original, max(0, start - TITLE), start), IN_QUOTES[1].match(original, end)
    if before is None or after is None:
        return False
    first, _ = reading.sentence(hit.start, hit.end)
    if OF_A_FORM.search(reading.text, max(first, hit.start - TITLE), hit.start) or _is_asked_before(reading, hit):
        return False
    title = [it for it in (before[1] + " " + after[1]).split() if it]
    whole = before[1] + original[start:end] + after[1]
    if (
        len(title) < LEAST_OF_A_TITLE
        or OF_A_FORM.search(whole.lower())
        or not all(IS_TITLED.fullmatch(it) for it in whole.split())
    ):
        return False
    first, last = hit.start - len(before[1]), hit.end + len(after[1])
    outside = [it for it in reading.about(first, last) if it.end <= hit.start or hit.end <= it.start]
    return not any(it.tag in OF_A_LABEL for it in outside)


def is_of_a_room(reading: Reading, hit: Hit) -> bool:
    """Whether it is said of a class, a couch, a town that somebody is its citizen or lives there."""
    if OF_DISTRICT.match(reading.text, hit.end):
        of_status = OF_STATUS.search(reading.text, *reading.line(hit.start, hit.end)) is not None
        return not of_status or (is_quoted(reading, hit) and not reading.requests(hit))
    end = hit.end - 3 * reading.text.startswith(" of", hit.end - 3)
    return OF_A_ROOM.match(reading.text, end) is not None and CITIZEN.search(reading.text, hit.start, end) is not None


def is_played(reading: Reading, hit: Hit) -> bool:
    """Whether a game or a song is called so, where somebody tells; a column that is called so asks."""
    return PLAYED.search(reading.text, max(0, hit.start - 24), hit.start) is not None


def in_scare_quotes(reading: Reading, hit: Hit) -> bool:
    """Whether the word alone stands between quotation marks, and nobody of a family is spoken of or said it."""
    (start, end), original = reading.folded.span(hit.start, hit.end), reading.folded.original
    if original[start - 1 : start] not in QUOTES or original[end : end + 1] not in CLOSES or reading.is_form(hit.start):
        return False
    last = next((it for it in range(start, 0, -1) if original[it - 1] not in " \"'\u201c\u300c\u2018"), 0)
    if original.endswith(('":', "=", ">"), 0, last):
        return False  # it is what was written in a field
    return not {"kin", "says", "particular"} & reading.roles(*reading.sentence(hit.start, hit.end))
