"""One evidence as a paper for the Board has it, which goes to everybody: what was somebody's is folded whole."""

from __future__ import annotations

from fileroom.duties.states import Evidence, State
from fileroom.law.figures import FIGURES
from fileroom.letters.setting import spoken_on

EN = "en"
LEAST = FIGURES["smallest_count_shown"].value


def on_paper(it: Evidence) -> str:
    """One evidence as it is printed. Of what was somebody's neither a small number stands there, nor one that is left
    of another, nor words that are of one number only, nor a day."""
    since = (f"{it.since:%B %Y}" if it.folded else spoken_on(it.since, EN)) if it.since else ""
    if it.state is not State.ATTENTION:
        return f"{_counted(it)}{f', last {since}' if since else ''}."
    why, whose = it.folded.why if it.folded and it.folded.why else it.why, f" Whose: {it.whose}." if it.whose else ""
    return f"{_counted(it)}. Attention: {why}{f', since {since}' if since else ''}.{whose}"


def _counted(it: Evidence) -> str:
    if it.number is None:
        return it.says
    of = f" of {it.of:,}" if it.of is not None else ""
    if it.folded is None or not (few := _few(it.number, it.of)):
        return f"{it.number:,}{of} {it.says}"
    return f"{few}{'' if it.of is not None and it.of < LEAST else of} {it.folded.says}"


def _few(number: int, of: int | None) -> str:
    """How a number of what was somebody's is said where it, those it is counted of, or those it leaves are few."""
    if 0 < number < LEAST or (of is not None and of < LEAST):
        return f"Fewer than {LEAST}"
    return f"All but fewer than {LEAST}" if of is not None and 0 < of - number < LEAST else ""
