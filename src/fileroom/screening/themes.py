"""A workshop, a class, a rule that is about a status: whoever asks for that one asks nobody for a status."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading
from fileroom.screening.words import EAST_ASIAN

# "Para el taller de ciudadania"; but of a kind of citizenship, and of one's own, somebody is asked.
MET_FOR = re.compile(rf"(?<!que )(?<!cual )(?:{words('met_for')}) (?:de|del|sobre|acerca de|para la) (?:la |el )?$")
MET_ON = re.compile(r"\b(?:workshop|clinic|talk|fair)s? (?:on|about) (?:the )?$")
# And to come to it something is asked for, if only by that: it is no notice of one.
COMES_TO = re.compile(rf"\b(?:para|for) (?:el|la|una?|este|esta|the|an?|our|this) (?:{words('met_for')})")
A_KIND = re.compile(
    r"[^.;:?!\n]{0,8}\b(?:que|cual|tiene\w*|tenga\w*|posee\w*|solicit\w*)\b|"
    r" (?:del?|de (?:la|los|las|cada|su|sus)) (?:alumn|estudiante|padre|madre|nin|hij|menor|tutor|persona|famili)"
)
KIND_ASKED = re.compile(rf"(?:{words('writes_down')}) (?:aqui |por favor )?(?:la|su|que) $")
# "The immigration status rule", "la regla del estatus migratorio".
RULED = re.compile(rf" (?:{words('ruled_by')})")
RULED_BY = re.compile(
    rf"(?:{words('rules_of')}) "
    r"(?:(?:de|del|sobre|acerca de) (?:la |el )?|(?:on|about|regarding) (?:[a-z]+ (?:and|or) )?)$"
)
# "A speaker on DACA", "una charla sobre el asilo"; the speaker who is on it is no talk.
TALK_BEHIND = re.compile(rf" ?(?:{words('speaks')})")
SPOKEN_ON = re.compile(
    rf"(?:{words('speaks')})(?P<on> (?:on|about|re|sobre|acerca de|de|ve|tungkol sa)\b)?[ :]*"
    r"(?:(?:the|el|la|los|daca|tps|and|y|va|at) )*$"
)
ON = re.compile(r"(?:on|about|ve|sobre) ")
REACH = 40
# What is to be written, and no name or telephone, is what was spoken of.
WRITES_IT = re.compile(words("writes_it"))
# "Essays on citizenship"; on one's own they would tell it.
WRITTEN_ON = re.compile(rf"(?:{words('written_on')}) (?:on|about|sobre|acerca de) (?:(?:la|el|good|digital) )?$")
# A paper may be the thing itself, and a report an office's: on citizenship alone a pupil writes one.
PUPILS_PAPER = re.compile(rf"(?:{words('written_of_conduct')}) (?:on|about|sobre|acerca de) (?:(?:la|good|digital) )?$")
CITIZENSHIP = re.compile(r"citizenship|ciudadania")
AN_OFFICE = re.compile(
    r"\b(?:office|desk|counter|clerks?|secretary|registra\w+|regist\w+|enroll\w*|oficina|recepcion|secretaria|inscri\w+)\b"
)
AT_HOME = re.compile(  # "on citizenship of each parent", "in your home"
    r"[^.;:?!\n]{0,24}? (?:in|of|at|among|within|for|de|del|en|entre|para) "
    r"(?:(?:your|his|her|their|my|our|the|each|every|both|all|any|tu|sus?|mis?|cada|la|el|los|las) )?(?:own )?"
    r"(?:homes?\b|house|famil|parents?\b|mother|father|mom|dad|relatives?|guardian|adults?\b|siblings?|hogar|casa\b|"
    r"padres?\b|madres?\b|papa|mama|hij[oa]|parientes|tutor)"
)
# "The citizenship class", to which somebody goes.
A_CLASS = re.compile(r"citizenship class")
GOES_TO = re.compile(r"\b(?:for|to|in|at|join|attend|teach|of) (?:(?:the|an?|our|this|next|free|evening) )+$")
TO_WRITE = re.compile(r"[^\n.!?;]{0,60}(?:_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐]|: *(?:_|\n|$))")
AT_ONCE = 60  # characters behind it in which that is said


def is_theme(reading: Reading, hit: Hit) -> bool:
    """Whether a status is what people meet for, or what a rule is about, and nobody is to tell his own."""
    first, last = reading.sentence(hit.start, hit.end)
    if TO_WRITE.match(reading.text, hit.end) or not _is_about_it(reading, hit, max(first, hit.start - REACH)):
        return False
    return WRITES_IT.search(reading.text, hit.end, min(last, hit.end + AT_ONCE)) is None


def is_for_a_meeting(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence asks for it so that somebody comes to a workshop or a class."""
    first, last = reading.sentence(hit.start, hit.end)
    return reading.requests(hit) and COMES_TO.search(reading.text, first, last) is not None


def _is_about_it(reading: Reading, hit: Hit, first: int) -> bool:
    if met := MET_FOR.search(reading.text, first, hit.start):
        is_asked = met[0].startswith("clase") and KIND_ASKED.search(reading.text, first, met.start())
        return A_KIND.match(reading.text, hit.end) is None and not is_asked
    if reading.is_form(hit.start):
        return False
    if MET_ON.search(reading.text, first, hit.start) and AT_HOME.match(reading.text, hit.end) is None:
        return True
    if _is_written_on(reading, hit, first):
        return True
    if A_CLASS.fullmatch(reading.text, hit.start, hit.end):
        return GOES_TO.search(reading.text, first, hit.start) is not None
    return bool(RULED.match(reading.text, hit.end) or RULED_BY.search(reading.text, first, hit.start))


def _is_written_on(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a pupil writes on it, and on nobody's own."""
    if A_KIND.match(reading.text, hit.end) or AT_HOME.match(reading.text, hit.end):
        return False
    if WRITTEN_ON.search(reading.text, first, hit.start):
        return True
    if CITIZENSHIP.fullmatch(reading.text, hit.start, hit.end) is None:
        return False
    if AN_OFFICE.search(reading.text, *reading.sentence(hit.start, hit.end)):
        return False
    return PUPILS_PAPER.search(reading.text, first, hit.start) is not None


def is_spoken_on(reading: Reading, hit: Hit) -> bool:
    """Whether a talk, a speaker or a page is about it, and nobody's own is told."""
    if TALK_BEHIND.match(reading.text, hit.end) and max(reading.text[hit.end : hit.end + 3]) >= EAST_ASIAN:
        return True
    first, _ = reading.sentence(hit.start, hit.end)
    spoken = SPOKEN_ON.search(reading.text, max(first, hit.start - REACH), hit.start)
    if spoken is None:
        return False
    return bool(spoken["on"] or ON.match(reading.text, hit.start)) or max(spoken[0]) >= EAST_ASIAN
