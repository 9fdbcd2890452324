"""A text being judged: its lines, sentences, what stands about a place, and what sort of writing it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from fileroom.screening.clock import JUDGING, Clock
from fileroom.screening.engine import LONGEST, Hit, headings, surroundings
from fileroom.screening.folding import Folded, fold
from fileroom.screening.grid import Table
from fileroom.screening.languages import languages_of
from fileroom.screening.meant import is_a_purpose, is_another_word
from fileroom.screening.order import begun, offered_in, start_of
from fileroom.screening.programs import is_of_a_program
from fileroom.screening.promises import denies_another
from fileroom.screening.sentences import WIDE, Sentences, breath_ends
from fileroom.screening.stretches import Stretch
from fileroom.screening.words import is_part
from fileroom.screening.wrapping import never, wraps_of

NEARBY = 90
SUBJECT = re.compile(
    r"\b(?:i|he|she|they|mom|dad|mother|father|aunt|uncle|(?<!ies )(?<!nts )who)(?: have| had| just| already|'ve)? $"
)
WANTS = re.compile(
    r"need|want|ask|requir|must|would|could|have to|has to|are to|still|await|lack|miss|insist|am |are |'"
)
STATED = ("immigration_status.state", "immigration_status.hint")
PAPER = "immigration_document.name"
GOVERNS = 28  # characters between a word that denies and what it denies
AT_ONCE = 8  # characters behind a comma in which a clause begins to ask
AT_FIRST = 32  # characters of a sentence in which a word that denies governs the whole
LEADS_TO_NO = re.compile(r"[\s._…·\"'»」)을를은는도-]{0,60}")
WRITES_BEHIND = re.compile(r"[^\n.;。]{0,60}(?:: *(?:_|\n|$)|_{2,})")  # "must not contain dashes: ____" asks
INSTEAD = re.compile(r"(?:instead of|en (?:lugar|vez) de|thay vi|sa halip|而不是)")  # denies what stands behind it
BREATH = frozenset(".:;?!")
FEW_PLACES, PARAGRAPH = 8, 200  # and of a longer one, so much about a place
CLOSE_TEXT = 1000  # a text up to this long is of one piece: its first words say what sort of writing it is


class TextKind(StrEnum):
    """What a text is to those who wrote it (contracts: `screen`), and `prose` and `table` for a document's parts."""

    CSV_ROW = "csv_row"
    EMAIL = "email"
    FORM_ANSWERS = "form_answers"
    FORM_FIELD = "form_field"
    LETTER = "letter"
    NOTE = "note"
    PROSE = "prose"
    TABLE = "table"


ASKING = frozenset({TextKind.FORM_FIELD, TextKind.FORM_ANSWERS, TextKind.CSV_ROW, TextKind.TABLE})
# Whoever recommends somebody writes of one who is there, in however many drafts.
RECOMMENDS = re.compile(
    r"[^\n]{0,40}?(?:\b(?:letter of recommendation|rec(?:ommendation)? letter|carta de recomendacion|thu gioi thieu)\b|"
    r"推荐信|推薦信|추천서)"
)


class Reading:
    """A folded text and its hits that are words. `least`, `keeps`: how sure what is told, and weighed, must be."""

    def __init__(
        self,
        folded: Folded,
        kind: TextKind,
        title: str,
        hits: Iterable[Hit],
        *,
        strict: bool,
        least: float = 0.0,
        keeps: float = 0.0,
        table: Table | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.folded, self.kind, self.title, self.text = folded, kind, title, folded.text
        self.strict, self.least, self.keeps, self.table = strict, least, keeps, table
        self.by_tag: dict[str, list[Hit]] = {}
        for hit in hits:
            self.by_tag.setdefault(hit.tag, []).append(hit)
        self.clock = clock or Clock(JUDGING)
        self.wraps = never if kind in ASKING or table else wraps_of(folded)
        sentences = Sentences(folded.text, self.wraps)
        self.sentence, self.line = sentences.around, sentences.line
        self._of: dict[tuple[str, ...], list[Hit]] = {}
        self._matches: dict[re.Pattern[str], bool] = {}
        self.known_labels: dict[tuple[str, ...], list[Hit]] = {}
        self.known: dict[object, object] = {}  # once.py
        self._about: dict[tuple[int, int], list[Hit]] = {}
        self._stretches: list[Stretch] = []

    def of(self, *tags: str) -> list[Hit]:
        """The hits of these tags, in order."""
        if len(tags) == 1:
            return self.by_tag.get(tags[0], [])
        known = self._of.get(tags)
        if known is None:
            known = self._of[tags] = sorted((hit for tag in tags for hit in self.by_tag.get(tag, ())), key=start_of)
        return known

    def written(self, hit: Hit) -> str:
        """A place as the original has it. Never to be repeated in a finding."""
        start, end = self.folded.span(hit.start, hit.end)
        return self.folded.original[start:end]

    def about(self, start: int, end: int) -> list[Hit]:
        """What stands between two places and speaks for or against a finding, in order."""
        known = self._about.get((start, end))
        if known is None:
            self.clock.look()
            hits = self._stretch(start, end).words(surroundings)
            known = self._about[start, end] = [hit for hit in begun(hits, start, end) if hit.end <= end]
        return known

    def heading(self, end: int) -> list[Hit]:
        """What says before a place, at the head of the text, which sort of writing it is."""
        return [it for it in begun(self._stretch(0, end).words(headings), 0, end) if it.end <= end]

    def _stretch(self, start: int, end: int) -> Stretch:
        """A stretch that holds both places; where many were asked for, the whole text."""
        for it in self._stretches:
            if it.low <= start and end <= it.high:
                return it
        low, high = max(0, start - PARAGRAPH), min(len(self.text), end + PARAGRAPH)
        if len(self._stretches) >= FEW_PLACES or len(self.text) <= 3 * PARAGRAPH:
            low, high = 0, len(self.text)
        self._stretches.insert(0, Stretch(self.folded, low, high))
        return self._stretches[0]

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Whether the whole text begins so: asked once, however many places ask."""
        if pattern not in self._matches:
            self._matches[pattern] = pattern.match(self.text) is not None
        return self._matches[pattern]

    def roles(self, start: int, end: int) -> frozenset[str]:
        """The roles of the words between two places."""
        return frozenset([hit.tag for hit in self.about(start, end)])

    def says_no(self, hit: Hit) -> bool:
        """Whether the sentence denies the place: before it anywhere, after it in the same breath."""
        denies = self._denials(hit)
        return self._listed_under_no(hit) or any(it.start < hit.start or self._is_of(it, hit) for it in denies)

    def _is_of(self, denies: Hit, hit: Hit) -> bool:
        """Whether a word that denies, behind the place, is said of it: in the same breath, and no "instead of"."""
        between = self.text[hit.end : denies.start]
        return not (INSTEAD.match(self.text, denies.start) or not set(self._breath(hit)).isdisjoint(between))

    def _denials(self, hit: Hit) -> list[Hit]:
        """The words of the sentence that deny, those left out that only seem to: "it can't be skipped"."""
        first, last = self.sentence(hit.start, hit.end)
        about = self.about(first, last)
        affirmed = [it for it in about if it.tag == "affirms" or is_a_purpose(self.text, it, hit)]
        denies = self._negations(first, last, hit)
        return [it for it in denies if not any(yes.start <= it.end and it.start <= yes.end for yes in affirmed)]

    def _negations(self, first: int, last: int, hit: Hit) -> list[Hit]:
        about, form = self.about(first, last), self.is_form(hit.start)
        asks = [it for it in about if it.tag == "request"]
        denies = [it for it in about if it.tag == "negation" and not is_another_word(self.folded, it, (first, last))]
        return [it for it in denies if not denies_another(self.text, it, hit, asks, form=form)]

    def asks_anew(self, hit: Hit) -> bool:
        """Whether a word that asks, and none that denies, stands between the place and a colon, semicolon or "but".

        Or the comma that ends what is supposed: "if anyone calls to register, please get".
        """
        first, last = self.sentence(hit.start, hit.end)
        mark = max(self.text.rfind(it, first, hit.start) for it in ":;")
        about = self.about(first, last)
        mark = max([mark, *(it.start for it in about if it.tag == "however" and it.end < hit.start)])
        supposed = next((it.end for it in about if it.tag == "supposes" and mark < it.start < hit.start), -1)
        comma = self.text.find(",", supposed, hit.start) if supposed >= 0 else -1
        if any(it.tag == "request" and 0 <= it.start - comma <= AT_ONCE for it in about):
            mark = max(mark, comma)
        offered = offered_in(about)
        between = {it.tag for it in about if 0 <= mark < it.start < hit.start and it not in offered}
        if "request" not in between or "negation" in between:
            return False
        return not any(it.start >= hit.end and self._is_of(it, hit) for it in self._denials(hit))

    def _breath(self, hit: Hit) -> str:
        """The marks after which another breath begins. In East Asian languages what is denied may be a list first."""
        return ";:(" if max(self.text[hit.start : hit.end + 1]) >= "\u2e80" else ",;:("

    def forbids(self, hit: Hit) -> bool:
        """Whether a word that denies stands right before the place and what is named with it, or right behind it: then
        even a form's field asks for nothing."""
        first, last = self.sentence(hit.start, hit.end)
        denies = self._negations(first, last, hit)
        behind = (it for it in denies if it.start >= hit.end and LEADS_TO_NO.fullmatch(self.text, hit.end, it.start))
        if any(not WRITES_BEHIND.match(self.text, it.end) for it in behind):
            return True
        denies = [it for it in denies if it.start < hit.start]
        asked = [it.start for it in self.about(first, last) if it.tag == "request" and it.start < hit.start]
        if any(it.start - first <= AT_FIRST and not any(at > it.end + AT_FIRST // 2 for at in asked) for it in denies):
            return True
        listed = sum(it.end - it.start for it in begun(self.of(*self.by_tag), first, hit.start))
        return any(
            0 <= hit.start - it.end <= GOVERNS + min(listed, GOVERNS)
            and not BREATH & set(self.text[it.end : hit.start])
            for it in denies
        )

    def in_paper(self, hit: Hit) -> bool:
        """Whether words that could tell a status are a part of a paper's name."""
        papers = begun(self.of(PAPER), hit.start - LONGEST, hit.end)
        return any(is_part(self.text, hit, it) for it in papers)

    def _listed_under_no(self, hit: Hit) -> bool:
        """Whether the place is in a list whose first line says what is not asked."""
        block = self.text.rfind("\n\n", max(0, hit.start - WIDE), hit.start) + 1
        lead = self.text.find("\n", block + 1, hit.start)
        if self.is_form() or lead < 0 or hit.start - block > WIDE or self.text[lead - 1] in ".!?":
            return False
        if is_of_a_program(self.text, block, *self.line(hit.start, hit.end)):
            return False
        return "negation" in self.roles(block, lead) and "affirms" not in self.roles(block, lead)

    def requests(self, hit: Hit) -> bool:
        """Whether the sentence asks for the place: before it anywhere, after it in the same breath."""
        first, last = self.sentence(hit.start, hit.end)
        reach = max(hit.end + NEARBY // 3 - 1, breath_ends(self.text, hit.end, last))
        return any(it.tag == "request" and it.start <= reach and not self.is_done(it) for it in self.about(first, last))

    def lists(self, hit: Hit) -> bool:
        """Whether a word for a list stands so near in the sentence that it can be a list by what the place names."""
        first, last = self.sentence(hit.start, hit.end)
        return any(
            it.tag == "list" and hit.start - NEARBY <= it.end and it.start <= hit.end + NEARBY
            for it in self.about(first, last)
        )

    def is_done(self, request: Hit) -> bool:
        """Whether a word that asks tells here what somebody did: "I put", "she sent"."""
        if WANTS.match(self.text, request.start):
            return False
        return SUBJECT.search(self.text, max(0, request.start - 24), request.start) is not None

    def _words(self, role: str, start: int, end: int) -> set[str]:
        """The different words of a role that stand between two places."""
        return {self.text[hit.start : hit.end] for hit in self.about(start, end) if hit.tag == role}

    def frame(self, start: int, end: int, role: str) -> int:
        """How much speaks for this being a notice or an essay: about the place, in a short text, in its title.

        Of a sentence about a person known here, only its paragraph and the text's head say so: minutes and letters go
        from one thing to the next.
        """
        words: set[str] = set()
        if role == "essay" and self.matches(RECOMMENDS):
            return 0
        place = self.passage(start, end)
        if self.is_short() and "particular" in self.roles(*self.sentence(start, end)):
            words = self._words(role, 0, min(PARAGRAPH // 2, self.line(0, 0)[1]))
            place = self._beside(start, end)
        return len(words | self._words(role, *place)) + (2 if role in self._head else 0)

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """What a place is a part of: a short text whole, of a long one's paragraph so much about the place."""
        return (0, len(self.text)) if self.is_short() else self._beside(start, end)

    def _beside(self, start: int, end: int) -> tuple[int, int]:
        """Of the paragraph of a place so much about it."""
        first, last = self.line(start, end)
        return max(first, start - PARAGRAPH), min(last, end + PARAGRAPH)

    @cached_property
    def _head(self) -> frozenset[str]:
        """The roles of the title's words."""
        return _words_of(self.title) if self.title else frozenset()

    def is_short(self) -> bool:
        """Whether the text is of one piece. East Asian scripts say in one letter what others say in three."""
        return self._short

    @cached_property
    def _short(self) -> bool:
        length = len(self.text)
        if length > CLOSE_TEXT or length * 3 <= CLOSE_TEXT or self.text.isascii():
            return length <= CLOSE_TEXT
        return sum(it >= "\u2e80" for it in self.text) * 4 < length

    def is_form(self, place: int = 0) -> bool:
        """Whether a name alone already asks at this place: in a form, and in the head of a table."""
        if self.table is not None and place >= self.table.body:
            return False
        return self.kind in ASKING


def _words_of(title: str) -> frozenset[str]:
    text = fold(title).text
    return frozenset(hit.tag for it in languages_of(text) for hit in surroundings(it).find(text))
