"""Where a text names somebody: words of the roster that stand together, initials, and whoever stands behind a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fileroom.screening.deidentifying.people import NOBODY, WORD, Roster, word_list
from fileroom.screening.folding import Folded

ORDINARY = word_list("words", "ordinary")
SMALL = word_list("words", "in_small_letters")
NOT_AFTER, AFTER = word_list("words", "not_after_a_name"), word_list("words", "after_a_name")
MONTHS, BEFORE_A_MONTH = word_list("words", "months"), word_list("words", "before_a_month")
CAPITALS = word_list("words", "capitals")
# What may stand between two words of one name: blanks, a hyphen, a comma, a middle initial, particles.
BETWEEN = re.compile(
    r"(?:-|'|, ?|[ \t]*\n?[ \t]*|,? [a-z]\.? |,? (?:(?:de|da|do|dos|das|la|las|los|del|van|von|der|den|bin|ibn|al|el|"
    r"mac|mc|st|san|santa|y|o)[ .'-]+)+)"
)
TITLE = re.compile(r"\b(?:mr|mrs|ms|mx|miss|dr|dra|sr|sra|srta|prof)\b\.? ?$")
A_TITLE = re.compile(r"\b(?:mr|mrs|ms|mx|dr|dra|sr|sra|srta|prof)\b\.? +")
REACH = 14  # characters before a name in which a title may stand
INITIAL_AFTER = re.compile(r" ([a-z])(?:\.(?!\w)|(?![\w.']))")
INITIAL_BEFORE = re.compile(r"(?<![\w.])([a-z])\. ?$")
DOTTED = re.compile(r"(?<![\w.])([a-z])\. ?(?:[a-z]\. ?)?([a-z])\.(?![\w])")
NO_INITIALS = frozenset({"us", "pe", "am", "pm", "iq", "dc", "la", "na", "eg", "ie", "ca", "un", "uk", "pd", "id"})
SENTENCE_ENDS = '.!?:;\n"“([•*>-|\t'
POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True)
class Mention:
    """Somebody is named between two places of the folded text. `who`: whom of the roster it could be; nobody: it is a
    name that the roster does not know."""

    start: int
    end: int
    words: str
    who: frozenset[int]


@dataclass(frozen=True)
class Word:
    """A word of the text that is part of somebody's name."""

    start: int
    end: int
    text: str
    who: frozenset[int]


def mentions_in(folded: Folded, roster: Roster, known: frozenset[int]) -> list[Mention]:
    """Every mention, in order. `known`: who is named in full elsewhere in the same text."""
    text = folded.text
    found = [it for run in _runs(text, _words(text, roster), roster) if (it := _judged(run, folded, roster, known))]
    found += _behind_titles(folded, found)
    found += _initials(folded, roster)
    found += _unspaced(text, roster)
    return sorted(found, key=lambda it: (it.start, -it.end))


def _words(text: str, roster: Roster) -> list[Word]:
    if roster.words.isdisjoint(WORD.findall(text)):
        return []
    return [
        Word(*it.span(), it[0], roster.could_be(it[0])) for it in WORD.finditer(text) if it[0] in roster.words
    ]  # fmt: skip


def _runs(text: str, words: Sequence[Word], roster: Roster) -> Iterator[list[Word]]:
    """Words that stand together and share somebody whose name they are; before a comma the family name alone, else two
    names of one person in a row would come out as one."""
    run: list[Word] = []
    shared = NOBODY
    for word in words:
        both = shared & word.who
        if run and both and "," in text[run[-1].end : word.start]:
            both = both.intersection(*(roster.family.get(it.text, ()) for it in run))
        if run and both and BETWEEN.fullmatch(text, run[-1].end, word.start):
            run.append(word)
            shared = both
            continue
        if run:
            yield run
        run, shared = [word], word.who
    if run:
        yield run


def _judged(run: list[Word], folded: Folded, roster: Roster, known: frozenset[int]) -> Mention | None:
    """The mention that these words are, with initials that belong to it; None where they are only words."""
    who = frozenset.intersection(*(it.who for it in run))
    start, end, text = run[0].start, run[-1].end, folded.text
    title = TITLE.search(text, max(0, start - REACH), start)
    if title is None and not _is_a_name(run, who, folded, known):
        return None
    letters = [it.text for it in run]
    if len(run) == 1:
        start, end, who, more = _with_initials(run[0], who, folded, roster)
        letters += more
    return Mention(title.start() if title else start, end, " ".join(letters), who)


def _with_initials(
    word: Word, who: frozenset[int], folded: Folded, roster: Roster
) -> tuple[int, int, frozenset[int], list[str]]:
    """“Ana T.” and “A. Torres”: the initial is taken out with the name, and says whose it is."""
    text, start, end = folded.text, word.start, word.end
    after = INITIAL_AFTER.match(text, end)
    if after and _is_capital(folded, after.start(1)):
        theirs = frozenset(it for it in who if _begins(roster.people[it].family, after[1], folded))
        if theirs:
            return start, after.end(), theirs, [after[1]]
    before = INITIAL_BEFORE.search(text, max(0, start - 4), start)
    if before and _is_capital(folded, before.start(1)):
        theirs = frozenset(it for it in who if _begins(roster.people[it].given, before[1], folded))
        if theirs:
            return before.start(1), end, theirs, [before[1]]
    return start, end, who, []


def _begins(names: Sequence[str], letter: str, folded: Folded) -> bool:
    return any(it[:1].lower() == letter for it in names)


def _is_a_name(run: list[Word], who: frozenset[int], folded: Folded, known: frozenset[int]) -> bool:
    """Is it one? What is a word too is a name only where something says so."""
    doubtful = [it for it in run if it.text in ORDINARY or len(it.text) <= 3 or it.text in SMALL]
    if len(doubtful) < len(run):
        return True
    capitals = [_is_capital(folded, it.start) for it in run]
    if len(run) > 1:
        return any(capitals) or not all(it.text in ORDINARY for it in run)
    (word,) = run
    if not capitals[0]:
        return False
    if word.text not in ORDINARY:
        return True
    return _capital_says(word, folded, known=bool(who & known))


def _capital_says(word: Word, folded: Folded, *, known: bool) -> bool:
    """An ordinary word with a capital letter: a name, unless it only begins a sentence or is a month."""
    text = folded.text
    after = WORD.search(text, word.end)
    next_to = after is not None and text[word.end : after.start()].strip(" ,") == ""
    follows = after[0] if after and next_to else ""
    if POSSESSIVE.match(text, word.end):
        return True
    if word.text in MONTHS and (_before(text, word.start) in BEFORE_A_MONTH or re.match(r" \d", text[word.end :])):
        return False
    if not begins_a_sentence(text, word.start):
        return len(word.text) > 1
    if follows in AFTER:
        return True
    return known and follows not in NOT_AFTER


def _before(text: str, start: int) -> str:
    words = WORD.findall(text, max(0, start - 12), start)
    return words[-1] if words else ""


def begins_a_sentence(text: str, start: int) -> bool:
    """Does a sentence begin here, or a line?"""
    before = text[max(0, start - 60) : start].rstrip(" ")
    return not before or before[-1] in SENTENCE_ENDS


def _is_capital(folded: Folded, at: int) -> bool:
    return folded.original[folded.span(at, at + 1)[0]].isupper()


def _behind_titles(folded: Folded, found: Sequence[Mention]) -> Iterator[Mention]:
    """Whoever has a title and is not of the roster: “Mrs. Oyelaran”."""
    for title in A_TITLE.finditer(folded.text):
        name = WORD.match(folded.text, title.end())
        if name is None or len(name[0]) < 2 or not _is_capital(folded, name.start()):
            continue
        if not any(it.start <= name.start() < it.end for it in found):
            yield Mention(title.start(), name.end(), name[0], NOBODY)


def _initials(folded: Folded, roster: Roster) -> Iterator[Mention]:
    """“A.T.”, where somebody of the roster has these initials."""
    for it in DOTTED.finditer(folded.text):
        both = it[1] + it[2]
        if both in roster.initials and both not in NO_INITIALS and _is_capital(folded, it.start()):
            yield Mention(*it.span(), f"{it[1]}. {it[2]}.", frozenset(roster.initials[both]))


def _unspaced(text: str, roster: Roster) -> Iterator[Mention]:
    """Names in scripts that put no blank between words."""
    for it in roster.unspaced_pattern.finditer(text) if roster.unspaced_pattern else ():
        yield Mention(*it.span(), it[0], frozenset(roster.unspaced[it[0]]))
