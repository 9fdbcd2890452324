"""The examples of the page for integrators, as they stand there, sent by curl to a real server."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.journeys.conftest import TOP, Site

CURL = shutil.which("curl", path="/usr/local/bin:/usr/bin:/bin")

PAGE = TOP / "docs" / "handbook" / "integrators.md"
EXAMPLE = re.compile(r"```sh\n(.*?)\n```\n(?:\n```json\n(.*?)\n```)?", re.DOTALL)


def key_of_the_registrar() -> str:
    """A token made as the page for it makes it."""
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.people.accounts import account_of, named
    from fileroom.people.owed import offices_held
    from fileroom.people.signed_in import SignedIn
    from fileroom.people.tokens.register import InOffice, Wanted, accept, make
    from fileroom.people.tokens.scopes import Scope

    at, on = timezone.now(), timezone.localdate()
    clerk, keeper = (named(name) for name in ("registrar", "custodian"))
    assert clerk and clerk.employee_id and keeper
    maker = account_of(keeper.id, on=on)
    assert maker
    with district_transaction():
        role, school = offices_held(clerk.employee_id, on=on)[0]
    wanted = Wanted("The page's examples", InOffice(clerk.employee_id, role, school), tuple(Scope), on + timedelta(1))
    made = make(uuid4(), wanted, by=SignedIn(maker, "web"), at=at)
    owner = account_of(clerk.id, on=on)
    assert owner
    return accept(made.id, by=SignedIn(owner, "web"), at=at).key


def sent(command: str, site: Site, key: str, folder: Path) -> Any:
    """What the server answers to the command of the page."""
    where, port = site.address.removeprefix("http://").split(":")
    (folder / ".curlrc").write_text(f'resolve = "{where}:{port}:127.0.0.1"\nnoproxy = "*"\n')
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "CURL_HOME": str(folder), "HOME": str(folder)}
    env |= {"FILEROOM": site.address, "TOKEN": key, "STUDENT": site.ana}
    done = subprocess.run(["sh", "-euc", command], env=env, capture_output=True, timeout=60, check=True)
    return json.loads(done.stdout)


@pytest.mark.skipif(CURL is None, reason="no curl on this machine")
def test_each_example_is_answered_as_the_page_says(site: Site, tmp_path: Path) -> None:
    key, examples = key_of_the_registrar(), EXAMPLE.findall(PAGE.read_text())
    assert len(examples) >= 9
    for command, printed in examples:
        answer = sent(command, site, key, tmp_path)
        if not printed:
            assert answer["openapi"].startswith("3."), command
            continue
        shown = json.loads(printed)
        assert set(shown) == set(answer), (command, answer)
        for name in ("outcome", "status", "type", "kept_as", "through"):
            assert shown.get(name) == answer.get(name), (command, answer)
        if "decision" in shown:
            assert set(shown["decision"]) <= set(answer["decision"]), command
            assert shown["decision"]["outcome"] == answer["decision"]["outcome"], command
        for name in ("students", "records", "contacts", "findings"):
            if name in shown:
                assert set(shown[name][0]) == set(answer[name][0]), command
