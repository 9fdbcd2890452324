"""The law book: every rule with its sentence, condition, source, days and surety, in Markdown.

The conditions are printed from the very values that decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate

from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.rule import GRANTS, Chapter, Effect, Rule

VERBS = {
    Effect.FORBIDS: "The law forbids",
    Effect.COMPELS: "The district must",
    Effect.ALLOWS: "The district may",
    Effect.OBLIGES: "A duty follows",
    Effect.CLOSES: "Why not",
}


def chapter_page(
    chapter: Chapter, examples: Mapping[str, list[str]], tell: Callable[[Condition], str] | None = None
) -> str:
    """One chapter as a page. `examples`: each rule's, as sentences; `tell`: a condition in plain words."""
    title = chapter.address.rpartition(".")[2].replace("_", " ")
    parts = [f"# {title[:1].upper()}{title[1:]}\n", chapter.subject + "\n"]
    parts += [_entry(rule, examples.get(rule.id, []), tell) for rule in chapter]
    return "\n".join(parts)


def _entry(rule: Rule, examples: list[str], tell: Callable[[Condition], str] | None) -> str:
    lines = [f"## {rule.says}\n", f"*{VERBS[rule.effect]}.* {_source(rule)}\n"]
    lines.append(f"- Rule: `{rule.id}`")
    if tell:
        lines.append(f"- In plain words, when {tell(rule.when)}.")
    lines.append(f"- When: {_sentence(rule.when.words())}")
    if rule.effect in GRANTS:
        lines.append(f"- Turns the key of: {rule.key} law")
        lines.append(f"- Claimed when: {_sentence(rule.claimed.words())}")
    if rule.limits:
        lines.append("- Within: " + ", ".join(f"`{limit}`" for limit in rule.limits))
    lines += [f"- Duty `{duty.code}`: {duty.says}" for duty in rule.duties]
    lines += [f"- `{duty.code}` comes before anything goes out{_wait(duty)}." for duty in rule.duties if duty.before]
    if rule.met:
        lines.append(f"- Done when: {_sentence(rule.met.words())}")
    if rule.known:
        lines.append(f"- Asked before anything is granted: {_sentence(rule.known.words())}")
    if rule.clock:
        lines.append(f"- Clock: `{rule.clock}`")
    if rule.silent:
        lines.append("- Silent: the requester is shown only what a stranger would be shown.")
    if rule.seals:
        lines.append("- The log entry goes to the sealed head.")
    if rule.apart:
        lines.append("- The log entry stands apart from every student's file.")
    lines.append(f"- In force: {_days(rule)}")
    lines += [f"- Example: {example}" for example in examples]
    return "\n".join(lines) + "\n"


def _wait(duty: Duty) -> str:
    return f", by the time `{duty.wait}`" if duty.wait else ""


def _source(rule: Rule) -> str:
    return f"{rule.cites.text} ({rule.cites.surety}: {rule.cites.against})"


def _days(rule: Rule) -> str:
    if rule.effective is None and rule.repealed is None:
        return "through the whole time this book covers"
    since = f"from {rule.effective}" if rule.effective else "from the beginning"
    return since + (f" until {rule.repealed}" if rule.repealed else "")


def _sentence(words: str) -> str:
    return words.removeprefix("(").removesuffix(")") if _wrapped(words) else words


def _wrapped(words: str) -> bool:
    """The first bracket closes at the very end."""
    depths = accumulate({"(": 1, ")": -1}.get(letter, 0) for letter in words)
    return words.startswith("(") and 0 not in list(depths)[:-1]
