"""The report of a sweep: one file, no network, no value, in both languages, fit for a small window and for a reader."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from html.parser import HTMLParser
from pathlib import Path

import pytest

from fileroom.cli import screen, sweep_page
from fileroom.cli.pages import speaker
from fileroom.screening.findings import Category, Mode
from fileroom.screening.parts import Outcome
from tests.attacks.browsing import without_ids
from tests.screening.files import zipped

NUMBER = "518-22-4471"


def run(*words: str) -> int:
    parser = ArgumentParser()
    screen.register(parser.add_subparsers(dest="command"))
    args = parser.parse_args(["screen", *words])
    return int(args.run(args))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    for name, text in (
        ("Enrollment/1998/a.txt", f"Parent SSN: {NUMBER}"), ("Enrollment/1998/b.txt", f"Parent SSN: {NUMBER}"),
        ("Enrollment/<script>alert(1)</script>/c.txt", "The family is undocumented and afraid to come to the meeting."),
        ("Library/d.txt", "Loans in March."), ("Library/e.pdf", "%PDF-1.7 torn"),
    ):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


class Seen(HTMLParser):
    """What a page has of each element, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


def test_the_page_says_what_where_and_by_which_law_and_no_value(archive: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert run(str(archive), "--report", str(report)) == 1
    page = report.read_text()
    words = Seen(page).words
    for said in (
        "Social Security number",
        "is there",
        "Ed. Code 49076.7",
        "Ed. Code 234.7(a)",
        "Enrollment/1998",
        "Damaged or cut short",
    ):
        assert said in words, said
    assert NUMBER not in page and "4471" not in without_ids(page) and "undocumented" not in page
    assert report.stat().st_mode & 0o077 == 0


def test_the_page_reaches_for_nothing_and_runs_nothing(archive: Path, tmp_path: Path) -> None:
    run(str(archive), "--report", str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text()
    seen = Seen(page)
    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in seen.tags}
    assert not [1 for _, attrs in seen.tags for name in attrs if name in ("src", "href") or name.startswith("on")]
    assert "url(" not in page and "@import" not in page and "default-src 'none'" in page


def test_each_table_has_its_caption_and_heads_and_can_be_reached_by_key(archive: Path, tmp_path: Path) -> None:
    run(str(archive), "--report", str(tmp_path / "report.html"))
    seen = Seen((tmp_path / "report.html").read_text())
    tags = [tag for tag, _ in seen.tags]
    assert tags.count("table") == tags.count("caption") == 4
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in seen.tags if tag == "th")
    assert all(
        attrs.get("tabindex") == "0" and attrs.get("aria-label")
        for tag, attrs in seen.tags
        if attrs.get("class") == "wide"
    )
    assert (tags.count("h1"), tags.count("main")) == (1, 1)


def test_the_page_is_said_in_spanish_whole(archive: Path, tmp_path: Path) -> None:
    run(str(archive), "--report", str(tmp_path / "es.html"), "--language", "es")
    page = (tmp_path / "es.html").read_text()
    assert '<html lang="es">' in page
    words = {it for it in Seen(page).words if tmp_path.name not in it}  # where it lies is told in nobody's language
    assert "Número de Seguro Social" in words and "Dañado o cortado" in words
    english = {word for word in words if re.search(r"\b(the|of|files?|found|is|by|and)\b", word, re.I)}
    assert english == set()


def test_every_word_of_the_sieve_has_one_on_the_page_in_both_languages() -> None:
    assert set(sweep_page.CATEGORIES) == set(Category) and set(sweep_page.MODES) == set(Mode)
    assert set(sweep_page.OUTCOMES) == set(Outcome)
    spanish = speaker("es")
    tables = (sweep_page.CATEGORIES, sweep_page.MODES, sweep_page.OUTCOMES, sweep_page.VERDICTS)
    assert [it for table in tables for it in table.values() if spanish(it) == it] == []


def test_the_page_counts_what_was_found_and_not_read_whole_among_what_could_not_be_looked_into(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    half = zipped({"a.txt": f"Parent SSN: {NUMBER}", "b.bin": bytes(range(256)) * 3})
    (tmp_path / "a" / "half.zip").write_bytes(half)
    run(str(tmp_path / "a"), "--report", str(tmp_path / "r.html"))
    assert "<dt>Could not be looked into</dt><dd>1</dd>" in (tmp_path / "r.html").read_text()


def test_a_number_in_a_name_is_not_on_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "a" / f"Lopez {NUMBER}"
    folder.mkdir(parents=True)
    (folder / f"card {NUMBER}.txt|old").write_text(f"Parent SSN: {NUMBER}")
    assert run(str(tmp_path / "a"), "--report", str(tmp_path / "r.html")) == 1
    page = (tmp_path / "r.html").read_text()
    assert NUMBER not in page and "Lopez" in page and "txt|old" in page


def test_a_report_that_cannot_be_written_is_said(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(archive), "--report", str(tmp_path / "nowhere" / "r.html")) == 4
    assert "the report cannot be written" in capsys.readouterr().err
