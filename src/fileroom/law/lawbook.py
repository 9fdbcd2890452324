"""The printed law book: a page for each chapter, and pages for the figures, the catalogue, the theorems and what
still rests on memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from fileroom.law.book import CHAPTERS, digest
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.checklists import CHECKLISTS, Checklist
from fileroom.law.criteria import TEXTS, Criteria
from fileroom.law.examples import examples
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.kernel.citation import Citation
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.printing import chapter_page
from fileroom.law.listing import resting_on_memory
from fileroom.law.marks import MARKS
from fileroom.law.offices import OFFICES
from fileroom.law.theorems import OF_THE_BOOK, THEOREMS
from fileroom.law.wording import tell


def pages() -> dict[str, str]:
    """Every page of the book by its path."""
    told: dict[str, list[str]] = defaultdict(list)
    for example in examples():
        told[example.rule].append(example.sentence())
    made = {f"{chapter.address.replace('.', '/')}.md": chapter_page(chapter, told, _plainly) for chapter in CHAPTERS}
    made["README.md"] = _contents()
    made["figures.md"] = _figures()
    made["offices.md"] = _offices()
    made["criteria.md"] = "\n".join(_criteria(text) for text in TEXTS)
    made["catalogue.md"] = _catalogue()
    made["marks.md"] = _marks()
    made["checklists.md"] = "\n".join(_checklist(it) for it in CHECKLISTS.values())
    made["theorems.md"] = _theorems()
    made["from-memory.md"] = _memory()
    return made


def _plainly(condition: Condition) -> str:
    return tell(condition).sentence()


def _contents() -> str:
    lines = ["# The law book\n", "Printed from the rules themselves by `fileroom law book`; never edited by hand.\n"]
    lines.append(f"Digest of these rules and figures: `{digest()}`\n")
    lines += [
        f"- [{chapter.address.replace('.', ': ').replace('_', ' ')}]({chapter.address.replace('.', '/')}.md):"
        f" {chapter.subject}"
        for chapter in CHAPTERS
    ]
    lines += [
        "- [Figures](figures.md): every number the law sets",
        "- [Offices](offices.md): what a district's words for its people are to the law",
        "- [Criteria](criteria.md): the published criteria of legitimate educational interest",
        "- [Catalogue](catalogue.md): every item a district may keep",
        "- [Marks](marks.md): what may indicate a family's status, and is looked at before it leaves",
        "- [Checklists](checklists.md): what a notice, protocols and a training have to hold",
        "- [Theorems](theorems.md): what is proved for every combination of facts",
        "- [From memory](from-memory.md): what counsel has to confirm",
    ]
    return "\n".join(lines) + "\n"


def _table(title: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [f"# {title}\n", "| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _figures() -> str:
    rows = (
        (f"`{it.name}`", it.what, it.within, it.anchor, it.nature.value, it.citation.text, _surety(it.citation))
        for it in EVERY_FIGURE.values()
    )
    return _table("Figures", ("Name", "What", "Value", "Counted from", "Nature", "Source", "Surety"), rows)


def _each(whole_school: bool) -> str:
    return "each student" if whole_school else ""


def _offices() -> str:
    rows = (
        (f"`{it.role}`", f"`{it.kind}`", it.serves.value, _listed(it.functions), _each(it.whole_school), it.why)
        for it in OFFICES.offices.values()
    )
    return (
        _table("Offices", ("Role", "To the law", "Serves by", "Published functions", "A whole school", "Why"), rows)
        + "\nThe district's own choice (Ed. Code 49063(b), (d)); this is the default. In the order in which a person of"
        " several offices acts. A word that is not here serves nobody. *A whole school*: whose work is each student of"
        " it, so that a caseload of the whole school makes it one that serves that student.\n"
    )


def _criteria(text: Criteria) -> str:
    purposes = ((f"{text.words[it]} (`{it}`)", _listed(functions)) for it, functions in text.purposes.items())
    needs = ((f"{it}", _listed(kinds)) for it, kinds in text.needs.items())
    return "\n".join(
        (
            _table(f"Criteria of {text.version}", ("Purpose", "Work of the functions"), purposes),
            f"From {text.from_on.isoformat()} (Ed. Code 49063(d); 34 CFR 99.7(a)(3)(iii)). {text.says}\n",
            _table("Records a function's work needs", ("Function", "Records"), needs),
            "A function that is not listed keeps the file and needs all of it.\n",
        )
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in sorted(words))


def _checklist(checklist: Checklist) -> str:
    rows = ((f"`{word}`", says) for word, says in checklist.items.items())
    source = f"{checklist.citation.text} ({_surety(checklist.citation)})"
    return _table(checklist.title, ("Item", "What it says"), rows) + f"\n{source}\n"


def _catalogue() -> str:
    rows = (
        (f"`{it.code}`", it.letter, it.class_.value, it.title.en, it.title.es, it.citation.text, _surety(it.citation))
        for it in CATALOGUE.values()
    )
    return _table("Catalogue", ("Code", "Letter", "Class", "Item", "Español", "Source", "Surety"), rows)


def _marks() -> str:
    rows = (
        (f"`{it.code}`", it.title, it.bears.value, _listed(it.items), it.says, it.citation.text, _surety(it.citation))
        for it in MARKS.values()
    )
    return _table("Marks", ("Code", "What may indicate a status", "Bears it", "Items", "Why", "Source", "Surety"), rows)


def _theorems() -> str:
    lines = ["# Theorems\n", "`fileroom law prove` proves each for every combination of facts, known and not known.\n"]
    proved = [(it.name, it.sentence) for it in THEOREMS] + list(OF_THE_BOOK.values())
    return "\n".join(lines + [f"- `{name}`: {sentence}" for name, sentence in proved]) + "\n"


def _memory() -> str:
    rest = [*resting_on_memory(), *(("mark", it.code, it.citation) for it in MARKS.values() if it.open_to_choice)]
    rows = ((kind, f"`{name}`", citation.text, citation.against) for kind, name, citation in rest)
    return _table("From memory", ("Kind", "Name", "Source", "How sure"), rows)


def _surety(citation: Citation) -> str:
    return f"{citation.surety}: {citation.against}"
