"""The documents say what is so: paths, tests, commands, people, rooms and grants they name are there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from fileroom.hosting.embedded import EmbeddedServer, Urls
from tests.each import each

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
TOP = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "SECURITY.md", "CHANGELOG.md")]
HANDBOOK = sorted((ROOT / "docs" / "handbook").glob("*.md"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [*TOP, *HANDBOOK, *DECISIONS]
ENDINGS = "css|html|in|js|json|md|po|py|sql|toml|txt"
by_name = each("path", DOCUMENTS, ids=lambda path: path.name)


def spans(words: str) -> list[str]:
    """Code between single backticks, outside fenced blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```", "", words))


def lines_of_code(words: str) -> list[str]:
    """Lines of fenced and indented blocks, without comments."""
    fenced = "\n".join(re.findall(r"(?ms)^```\w*\n(.*?)^```", words))
    indented = "\n".join(re.findall(r"(?m)^ {4}(\S.*)$", words))
    return [line.split("  #")[0].strip() for line in f"{fenced}\n{indented}".splitlines()]


def is_there(name: str) -> bool:
    """A path from the top, from src/, from src/fileroom/, or the end of one below it. What a run makes is not asked."""
    if name.startswith("var/"):
        return True
    places = (ROOT / name, SOURCE / name, SOURCE / "fileroom" / name)
    return any(place.exists() for place in places) or any(SOURCE.rglob(name))


def named_paths(words: str) -> set[str]:
    """Whatever a document says that looks like a file of this repository, or a folder of its source."""
    files = {it for it in spans(words) if re.fullmatch(rf"[\w.-]+/[\w./-]+\.({ENDINGS})|\w+\.(css|js|py|toml)", it)}
    folders = {it for it in spans(words) if re.fullmatch(r"[a-z_]+(/[a-z_]+)+/?", it)}
    return files | folders | set(re.findall(rf"(?:tests|docs)/[\w/.-]+\.(?:{ENDINGS})\b", words))


@by_name
def test_every_path_a_document_names_is_there(path: Path) -> None:
    assert sorted(it for it in named_paths(path.read_text()) if not is_there(it)) == []


@by_name
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text())
    assert [it for it in links if "://" not in it and not (path.parent / it).exists()] == []


@by_name
def test_no_document_points_at_a_machine(path: Path) -> None:
    assert not re.search(r"/wor[k]/|/home/\w|/tmp/", path.read_text())


def test_a_path_that_is_not_there_is_found() -> None:
    assert named_paths("`law/nowhere.py` and tests/house/test_nothing.py") == {
        "law/nowhere.py",
        "tests/house/test_nothing.py",
    }
    assert not is_there("law/nowhere.py")
    assert is_there("law/rights_holders.py")


def promises() -> Iterator[tuple[str, str, str]]:
    """The rows of SECURITY.md's tables of three columns: promise, file, test."""
    for line in (ROOT / "SECURITY.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and cells[0] != "Promise" and not set(cells[0]) <= set("-"):
            yield cells[0], cells[1], cells[2]


def missing_from(cell: str) -> Iterator[str]:
    """Tests that the files named before them do not hold, and files that are not there."""
    for part in cell.split(";"):
        names = re.findall(r"`([^`]+)`", part)
        file, tests = ROOT / names[0], names[1:]
        if not file.is_file():
            yield names[0]
            continue
        here = set(re.findall(r"^def (test_\w+)", file.read_text(), re.MULTILINE))
        yield from (test for test in tests if test not in here)


def test_every_promise_names_the_file_that_keeps_it_and_a_test_that_is_there() -> None:
    rows = list(promises())
    assert len(rows) > 30
    assert [promise for promise, kept, _ in rows if not spans(kept)] == []
    assert [promise for promise, _, proved in rows if "`tests/" not in proved] == []
    assert {promise: lacking for promise, _, proved in rows if (lacking := list(missing_from(proved)))} == {}


def test_a_test_that_is_not_there_is_found() -> None:
    assert list(missing_from("`tests/house/test_documents.py`: `test_that_never_was`")) == ["test_that_never_was"]
    assert list(missing_from("`tests/house/test_never_was.py`")) == ["tests/house/test_never_was.py"]


def commands(words: str) -> Iterator[list[str]]:
    """The words after `fileroom` in every command that a document shows."""
    for line in [*spans(words), *lines_of_code(words)]:
        if found := re.match(r"(?:var/env/bin/)?fileroom (?=[a-z-])(.+)", line):
            yield shlex.split(found[1].replace("…", ""))


def unknown_in(given: list[str], top: ArgumentParser) -> str | None:
    """The first word of a command that the parser does not know as a command or option of it."""
    at, words = top, list(given)
    while words:
        word = words.pop(0)
        choices = [action.choices for action in at._actions if isinstance(action, _SubParsersAction)]
        if word.startswith("--"):
            if word not in at._option_string_actions:
                return word
            if at._option_string_actions[word].nargs != 0:
                words = words[1:]
        elif choices:
            if word not in choices[0]:
                return word
            at = choices[0][word]
    return None


def test_every_command_a_document_shows_is_there(installation: Urls) -> None:
    from fileroom.cli.__main__ import parser

    top = parser()
    shown = [command for path in DOCUMENTS for command in commands(path.read_text())]
    assert len(shown) > 20
    assert [" ".join(it) for it in shown if unknown_in(it, top)] == []
    assert unknown_in(["ledger", "clear"], top) == "clear"
    assert unknown_in(["ledger", "verify", "--quietly"], top) == "--quietly"


@by_name
def test_every_script_a_document_shows_is_there(path: Path) -> None:
    shown = set(re.findall(r"\bscript/[a-z]+(?:/[a-z.]+)?", path.read_text()))
    assert [it for it in shown if not os.access(ROOT / it, os.X_OK) and not it.startswith("script/lib")] == []


def test_the_readme_names_the_people_of_the_demonstration(installation: Urls) -> None:
    from fileroom.cli import demo

    readme = (ROOT / "README.md").read_text()
    rows = re.findall(r"^\| `([a-z]+)` \| (.+) \|$", readme, re.MULTILINE)
    assert tuple(rows) == demo.PEOPLE
    assert f"`{demo.PASSWORD}`" in readme


def test_the_readme_names_only_variables_that_something_reads() -> None:
    places = [*SOURCE.rglob("*.py"), *(ROOT / "script" / "lib").iterdir(), *(ROOT / "tests").rglob("conftest.py")]
    read = "\n".join(path.read_text() for path in places if path.is_file())
    named = set(re.findall(r"FILEROOM_[A-Z_]+", (ROOT / "README.md").read_text()))
    assert {it for it in named if it not in read} == set()


def layers() -> list[str]:
    """The layers of the import contract, without those in brackets, which are not built."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    built = [re.sub(r"\(\w+\)", "", row).split("|") for row in contracts[0]["layers"]]
    return [" | ".join(names) for row in built if (names := [name.strip() for name in row if name.strip()])]


def test_the_architecture_shows_the_layers_that_are_checked() -> None:
    words = (ROOT / "ARCHITECTURE.md").read_text()
    block = re.search(r"(?m)^    config\n(?:    .+\n)+", words)
    assert block
    assert [line.strip() for line in block[0].splitlines()] == layers()


def test_the_architecture_names_every_room_and_no_other() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text().split("## The rooms")[1].split("\n## ")[0]
    named = {name for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for name in spans(row)}
    rooms = {path.parent.name for path in (SOURCE / "fileroom").glob("*/__init__.py")}
    assert named == rooms


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert len(numbers) > 10
    assert sorted(set(numbers)) == numbers


@each("path", DECISIONS, ids=lambda path: path.name[:4])
def test_a_decision_says_why_and_what_follows_on_less_than_a_page(path: Path) -> None:
    words = path.read_text()
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
    assert words.startswith(f"# {path.name[:4]} ")
    assert [head for head in ("Context", "Decision", "Consequences") if f"\n## {head}\n" not in words] == []
    assert len(words.splitlines()) <= 60


def test_families_read_the_same_chapters_in_both_languages() -> None:
    english, spanish = ((ROOT / "docs" / "handbook" / f"{name}.md").read_text() for name in ("families", "familias"))
    assert re.findall(r"^#+", english, re.MULTILINE) == re.findall(r"^#+", spanish, re.MULTILINE)


def refused(url: str, statement: str) -> bool:
    """Whether the role of this URL is denied the statement, or the database."""
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement.encode())
    except psycopg.errors.InsufficientPrivilege:
        return True
    except psycopg.OperationalError as error:
        return "permission denied" in str(error)
    return False


def fileroom(*command: str, ways: dict[str, str], var: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as an installation with nothing of its own but these databases."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("FILEROOM_", "DJANGO_"))}
    env = bare | ways | {"FILEROOM_VAR": str(var), "PYTHONPATH": str(SOURCE)}
    return subprocess.run([sys.executable, "-m", "fileroom.cli", *command], env=env, capture_output=True, text=True)


def test_the_sql_of_the_readme_is_all_that_a_postgresql_of_ones_own_needs(
    server: tuple[EmbeddedServer, Urls], tmp_path: Path
) -> None:
    given = re.findall(r"(?ms)^```sql\n(.*?)^```", (ROOT / "README.md").read_text())
    (sql,) = (it.replace("fileroom", "readme") for it in given)
    passwords = dict(re.findall(r"CREATE ROLE (\w+) LOGIN PASSWORD '([^']+)'", sql))
    host = conninfo_to_dict(server[1].superuser)["host"]
    with psycopg.connect(server[1].superuser, autocommit=True) as superuser:
        for statement in filter(str.strip, sql.split(";")):
            superuser.execute(statement.encode())

    def url(role: str, database: str) -> str:
        return f"host={host} dbname={database} user={role} password='{passwords[role]}'"

    ways = {
        "FILEROOM_DATABASE_URL": url("readme_app", "readme"),
        "FILEROOM_OWNER_URL": url("readme_owner", "readme"),
        "FILEROOM_KEYS_URL": url("readme_keys", "readme_keys"),
    }
    for command in (
        ["district", "add", "alder", "--host", "alder.example"],
        ["ledger", "checkpoint"],
        ["ledger", "verify"],
    ):
        done = fileroom(*command, ways=ways, var=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    application = ways["FILEROOM_DATABASE_URL"]
    assert not refused(application, "SELECT count(*) FROM alder.ledger_event")
    for statement in (
        "UPDATE alder.ledger_event SET act = act",
        "DELETE FROM alder.ledger_checkpoint",
        "CREATE TABLE alder.more ()",
        "CREATE TEMPORARY TABLE more ()",
        "CREATE SCHEMA more",
    ):
        assert refused(application, statement), statement
    assert refused(url("readme_app", "readme_keys"), "SELECT")
    assert refused(url("readme_keys", "readme"), "SELECT")


def test_the_four_beats_call_what_the_service_calls() -> None:
    (beats,) = re.findall(r"(?ms)^```python\n(.*?)^```", (ROOT / "ARCHITECTURE.md").read_text())
    service = (SOURCE / "fileroom" / "disclosure" / "services.py").read_text()
    called = set(re.findall(r"([\w.]+)\(", beats.replace("(a refusal", "")))
    assert len(called) > 5 and sorted(name for name in called if f"{name}(" not in service) == []
