"""What the place of a name says of it: a label, a place to write in, an identifier, a field among fields."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.fields import is_field, is_row_of_fields
from fileroom.screening.offers import BOX
from fileroom.screening.reading import Reading

# A label goes on a little and then comes the place to write in, or the end.
# Words cut short end no label: "Citizen of U.S.A.?", "Alien Reg. Card No. ____".
PLACE_TO_WRITE = re.compile(
    r"\.?(?:(?:\bu\.s\.(?:a\.)?|\b(?:reg|no|num|nbr|soc|sec|st|stu|addr|tel|cert|perm|res)\.)|[^\n.!?;。]){0,60}?"
    r"(?:_{2,}|(?:_ ){2}|\.{4,}|\[ ?\]|\( ?\)|\((?:please )?circle(?: one)?\)|"
    r"\((?:check|mark|encierre|marque)(?: one| uno| una| all that apply)\)|: *(?:\n|$)|: *_|\?|: ?x ?x ?x ?-)"
)
PICTURE = re.compile(r" +pic ?(?:x|9|s9|\()")  # a field of a program's record: "SM-CITZ-CODE PIC X"
AFTER_LABEL = re.compile(
    r"[\s.)\]]{0,2}(?:\([^)\n]{0,60}\))?[^\n.!?;:。]{0,40}(?:\([^().!?;:\n]{0,60}\))?"
    r"(?:[:=?]|(?: \.)?(?:\n|$)| [0-9]{1,2}[.)] )"
)
IDENTIFIER = re.compile(r"[\"'<\[_./@]|[a-z][A-Z]")
JOINED = re.compile(r"[^\W_]_[^\W_]|[a-z][A-Z]")  # a name of several words that is one word
# What is to be done then is asked, or the next sentence asks something: nothing is to be written there.
ASKS_OTHERWISE = re.compile(
    r"(?:\. |。).*\?|.*(?:怎么办|怎麼辦|what (?:do|would) you do|que hace(?: usted| uno)?|lam gi|ano ang gagawin|"
    r"어떻게[^?]{0,8})\?",
    re.S,
)
ASKS_ITSELF = re.compile(
    r"(?:does|do|did|is|are|was|were|has|have) (?:mr|mrs|ms|miss|dr|the|your|they|he|she)\b|"
    r"(?:which|what) visas? (?:is|are|does|do|did)\b"
)
SHORT_LINE = 110
BEHIND_A_BOX = 32  # characters behind a box to tick in which it is named what the box is for
# "I will bring snacks to the class": what somebody promises or did is no thing to be ticked off.
WHO_DOES = re.compile(r"\b(?:i|we|you|they|will|told|gave|yo|nosotros|toi|chung toi|ako|kami)\b|我|제가|저는")
FIELD = 200  # a text up to this long is one field


def of_the_place(reading: Reading, hit: Hit) -> tuple[float, list[str]]:
    """How surely the place alone makes a field of it, and why."""
    first, last = reading.line(hit.start, hit.end)
    confidence = 0.1
    why: list[str] = []
    form = reading.is_form(hit.start)
    headed = reading.table is not None and reading.table.head[0].start <= hit.start < reading.table.head[-1].end
    if headed and not form:
        return 0.75, ["it heads a column"]
    if reading.table is not None and not form:
        return (0.75, ["a row of a list of fields"]) if is_row_of_fields(reading, hit) else (confidence, why)
    place = PLACE_TO_WRITE.match(reading.text, hit.end, min(last + 1, hit.end + 90))
    if (
        place
        and not (not form and ASKS_OTHERWISE.fullmatch(place[0]))
        and (form or not place[0].endswith("?") or _is_of_somebody(reading, hit))
    ):
        confidence, why = confidence + 0.6, ["a place to write in follows"]
    elif headed or (last - first <= SHORT_LINE and _is_label(reading, hit, last)):
        confidence, why = confidence + 0.4, ["it stands as a label"]
    elif form and len(reading.text) <= FIELD and "\n" not in reading.text and not hit.tag.endswith("loose"):
        confidence, why = confidence + 0.35, ["the field is about it"]
    if PICTURE.match(reading.text, hit.end):
        confidence, why = confidence + 0.4, [*why, "a field of a record"]
    if form:
        confidence, why = confidence + 0.25, [*why, "in a form"]
    if not form and is_field(reading, hit):
        confidence, why = confidence + 0.6, [*why, "a field among fields"]
    if _is_identifier(reading, hit):
        confidence, why = confidence + 0.35, [*why, "a part of an identifier"]
    return confidence, why


def _is_of_somebody(reading: Reading, hit: Hit) -> bool:
    """Whether a question is of a person: it names one, or begins as such a question does."""
    if ASKS_ITSELF.match(reading.text, hit.start):
        return True
    return "person" in reading.roles(*reading.sentence(hit.start, hit.end))


def _is_label(reading: Reading, hit: Hit, last: int) -> bool:
    """Whether the name, or what goes on with it, ends the line or comes to a colon: no sentence goes on behind it."""
    label = AFTER_LABEL.match(reading.text, hit.end, min(last + 1, hit.end + 90))
    if label is None:
        return reading.is_form(hit.start) and _is_behind_a_box(reading, hit)
    return reading.text[label.end() - 1] != "\n" or not reading.wraps(label.end() - 1)


def _is_behind_a_box(reading: Reading, hit: Hit) -> bool:
    """Whether the line begins with a box to tick, and the place is the first thing named behind it."""
    box = BOX.match(reading.text, reading.line(hit.start, hit.end)[0], hit.start)
    if box is None or hit.start - box.end() > BEHIND_A_BOX:
        return False
    return WHO_DOES.search(reading.text, box.end(), hit.start) is None


def _is_identifier(reading: Reading, hit: Hit) -> bool:
    start, end = reading.folded.span(hit.start, hit.end)
    original = reading.folded.original
    around = original[max(0, start - 2) : end + 2].strip()
    if JOINED.search(original, start, end):
        return True
    return " " not in around and IDENTIFIER.search(around) is not None
