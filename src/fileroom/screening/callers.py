"""What some caller may ask for, and what is then to be said; who of all may apply: nobody here asks or is told of."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.reading import Reading

# Somebody who is not the school calls or asks.
CALLER = re.compile(
    r"\b(?:if|when|whenever|should|in case) (?:\w+ ){0,4}?(?:anyone|anybody|someone|somebody|"
    r"you (?:get|receive) an? (?:call|text|e-?mail|message)|a caller|the caller|a stranger)\b"
    r"[^.?!\n]{0,120}?\b(?:call|ask|demand|want|request|text|e-?mail)\w*\b[^.?!\n]{0,90}$|"
    r"\b(?:anyone|anybody|whoever|a caller) (?:who |that )?(?:calls?|asks?|calling|asking)\b[^.?!\n]{0,90}$|"
    r"\bsi (?:\w+ ){0,4}?(?:alguien|llamada|mensaje|le llaman|lo llaman|les llaman)\b[^.?!\n]{0,120}?(?:\b(?:pide|"
    r"pida|piden|pidan|"
    r"pregunt\w+|exij\w+)\b)[^.?!\n]{0,60}$|\b(?:ai|neu co ai|neu co nguoi)\b[^.?!\n]{0,30}\b(?:hoi|goi|"
    r"doi)\b[^.?!\n]{0,60}$|"
    r"(?:如果|若|要是)?(?:有人|谁|誰)[^。\n]{0,30}(?:打电话|来电|來電|打電話|问|問|要求|索要)[^。\n]{0,24}$|"
    r"\b(?:kung|kapag) may (?:tumawag|magtanong|humingi)\b[^.?!\n]{0,90}$|누가[^.\n]{0,30}(?:묻|물어|요구|"
    r"전화)[^.\n]{0,24}$|"
    r"(?:전화|문자)(?:로|가)[^.\n]{0,40}$"
)
# And then: no word of it, no number, no more talk.
THEN = re.compile(
    r"[^.?!。\n]{0,90}?(?:\bhang up|\bput the phone down|\bcuelgue|\bcuelguen|\bcuelga\b|\bcup may|\bibaba (?:ang|"
    r"ninyo)|挂断|掛斷|"
    r"挂电话|掛電話|끊으|끊어|\b(?:say|tell (?:them|him|her)|answer|reply)(?: that)? (?:\w+ ){0,4}?(?:no\b|"
    r"(?:don't|do not|never|cannot|can't) (?:\w+ )?(?:ask|have|keep|give|hold|need|collect)|none)|"
    r"\b(?:diga|digan|contest\w+|respond\w+) (?:que )?(?:\w+ ){0,3}?(?:no\b|nunca)|\btra loi (?:\w+ ){0,5}?khong\b|"
    r"\b(?:回答|说|說)?(?:学校|我们)没有|\bsabihin(?: ninyo)?(?:ng)? (?:\w+ ){0,3}?(?:wala|hindi)|없다고)"
)
# A student of that kind, whoever it be, may apply: of all of them it is said.
ANY_OF_THEM = re.compile(
    r"(?:^|[.:;!?]\s|\n)(?:an?|any|every|each|un|una|cualquier|todo|toda) (?:\w+ ){0,2}?(?:student|pupil|child|"
    r"family|parent|applicant|youth|"
    r"estudiante|alumn[oa]|nin[oa]|familia|joven)\b(?! named)[^.?!\n]{0,160}$"
)
MAY = re.compile(
    r"[^.?!\n]{0,160}?\b(?:may|can|could|might|puede|podria)\b (?:\w+ ){0,3}?(?:be eligible|qualify|apply|enroll|"
    r"attend|register|"
    r"receive|get aid|calificar|solicitar|inscribirse|recibir|asistir|matricularse|ser elegible)\b"
)
# So many things a second: a figure of a machine.
THROUGHPUT = re.compile(
    r"tps[\"']? ?[:=] ?[\"']?[0-9]+(?:\.[0-9]+)?[\"']?\s?(?:[,;}]|$)|tps(?: (?:avg|peak|max|limit|rate)\b)"
)
BEFORE, LONGEST = 240, 320


def is_a_caller_s(reading: Reading, hit: Hit) -> bool:
    """Whether it is supposed that somebody calls and asks for the place, and said what to answer."""
    if reading.is_form(hit.start) or THEN.match(reading.text, hit.end) is None:
        return False
    return CALLER.search(reading.text, max(0, hit.start - BEFORE), hit.start) is not None


def is_of_any_of_them(reading: Reading, hit: Hit) -> bool:
    """Whether it is said of any student of that kind that such a one may apply."""
    if ANY_OF_THEM.search(reading.text, max(0, hit.start - BEFORE), hit.start) is None:
        return False
    return MAY.match(reading.text, hit.end, min(len(reading.text), hit.end + LONGEST)) is not None


def is_of_a_machine(reading: Reading, hit: Hit) -> bool:
    """Whether the three letters of a status are here a figure of how much a machine does."""
    return THROUGHPUT.match(reading.text, hit.start) is not None
