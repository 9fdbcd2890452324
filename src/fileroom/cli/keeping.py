"""`fileroom backup DIR`, `restore DIR [--drill]`, `check`: against loss (docs/decisions/0020).

Exit status: 0 done; 1 something is red, lacking or not whole; 4 the folder, the backup or the place will not do, and
nothing was changed; 5 there is no backup in the folder.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import fileroom
from fileroom.cli.failing import failed
from fileroom.hosting import BadDistrictName
from fileroom.hosting.embedded import throwaway
from fileroom.ledger.services import Actor
from fileroom.people.answers import Missing
from fileroom.safekeeping import selftest
from fileroom.safekeeping import services as safekeeping

if TYPE_CHECKING:
    from argparse import _SubParsersAction

FOUND, INVALID, MISSING = 1, 4, 5
OPERATOR = Actor(None, "operator", "cli")
UNFIT = (
    BadDistrictName,
    safekeeping.Busy,
    safekeeping.NoFittingProgram,
    safekeeping.ProgramFailed,
    safekeeping.Tampered,
    safekeeping.Unusable,
)


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `backup`, `restore` and `check`. The last two find out for themselves which districts there are."""
    backup = commands.add_parser("backup", help="back one district up into an empty folder, sealed")
    backup.set_defaults(run=run, act=_backup, needs_district=True)
    restore = commands.add_parser(
        "restore", help="restore a backup where the district is absent; needs the same root key"
    )
    restore.add_argument("--drill", action="store_true", help="on a server of its own that is thrown away afterwards")
    restore.set_defaults(run=run, act=_restore, needs_district=False)
    for parser in (backup, restore):
        parser.add_argument("folder", type=Path, metavar="DIR")
    check = commands.add_parser("check", help="test this installation: migrations, keys, ledger, backups …")
    check.set_defaults(run=run, act=_check, needs_district=False)
    for parser in (backup, restore, check):
        parser.add_argument("--json", action="store_true", help="the answer as JSON")


def run(args: Namespace) -> int:
    """Carry out one of the three; returns the exit status."""
    try:
        return int(args.act(args))
    except safekeeping.NoBackup as error:
        return failed(error, MISSING)
    except Missing:
        return failed(f"There is no district {args.district} here.", MISSING)
    except UNFIT as error:
        return failed(error, INVALID)


def _answer(args: Namespace, words: str, value: dict[str, Any]) -> None:
    print(json.dumps(value) if args.json else words)


def _backup(args: Namespace) -> int:
    taken = safekeeping.take(args.folder, by=OPERATOR, at=datetime.now(UTC))
    words = f"{taken.about.district} is backed up in {args.folder}, with {taken.objects} object files. "
    words += "The root key is not in it: without the same root key it opens nowhere."
    for name in taken.lacking:
        words += f"\nNOT in the store, so not in the backup: object {name}"
    value = {"district": taken.about.district, "at": taken.about.at, "checkpoint": taken.about.checkpoint}
    _answer(args, words, value | {"objects": taken.objects, "lacking": list(taken.lacking)})
    return FOUND if taken.lacking else 0


def _restore(args: Namespace) -> int:
    if args.drill:
        return _drill(args)
    done = safekeeping.restore(args.folder, by=OPERATOR, at=datetime.now(UTC))
    value = {"district": done.about.district, "taken_at": done.about.at, "objects": done.objects}
    value |= {"kept_keys": done.kept_keys, "replayed": done.replayed, "lost": done.lost}
    _answer(args, _in_words(done), value | {"ledger": done.report.to_json()})
    print("fileroom: if Fileroom is running, stop it and start it again", file=sys.stderr)
    return 0 if done.report.ok else FOUND


def _in_words(done: safekeeping.Restored) -> str:
    lines = [f"{done.about.district} is restored as it was on {done.about.at}, with {done.objects} object files."]
    if done.kept_keys:
        lines.append(f"The key store's own keys were kept; {done.replayed} destructions since were replayed.")
    if done.lost:
        lines.append(f"{done.lost} ledger entries written after the backup are lost; ledger verify names them,")
        lines.append("and the district's custodian signs for each: fileroom ledger explain.")
    if done.whole:
        but = "But for these the ledger" if done.lost else "The ledger"
        lines.append(f"{but} is whole: {done.report.entries} entries, and it is the one of the backup's checkpoint.")
    else:
        found = done.report.first_bad
        lines.append(f"The ledger is NOT whole: {found.says if found else ''}")
    return "\n".join(lines)


def _drill(args: Namespace) -> int:
    """The same command, by the same program, against a new server: what would be done had everything been lost."""
    about = safekeeping.BackupFolder(args.folder).about()
    with throwaway() as (_, urls), TemporaryDirectory(prefix="fileroom-drill-") as room:
        places = {"FILEROOM_VAR": room, "FILEROOM_OBJECTS": f"{room}/objects", "PYTHONPATH": _python_path()}
        ways = {"FILEROOM_DATABASE_URL": urls.records, "FILEROOM_OWNER_URL": urls.owner, "FILEROOM_KEYS_URL": urls.keys}
        command = [sys.executable, "-m", "fileroom.cli", "restore", str(args.folder.resolve())]
        tried = subprocess.run(
            command, env=dict(os.environ) | places | ways, capture_output=True, text=True, check=False
        )
    ok = tried.returncode == 0
    safekeeping.record_drill(about.district, safekeeping.Drill(about.taken_at, datetime.now(UTC), ok))
    says = (tried.stdout if ok else tried.stderr or tried.stdout).strip()
    verdict = "The drill went well, and its server is gone again." if ok else "The drill FAILED:"
    _answer(args, f"{verdict}\n{says}", {"district": about.district, "taken_at": about.at, "ok": ok, "says": says})
    return 0 if ok else FOUND


def _python_path() -> str:
    """This very program, wherever the child is started."""
    ours = str(Path(fileroom.__file__).resolve().parents[1])
    return os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH"))))


def _check(args: Namespace) -> int:
    found = list(selftest.parts(args.district, at=datetime.now(UTC)))
    ok = all(part.state is not selftest.State.RED for part in found)
    lines = [
        f"{part.state.upper():<4} {' '.join(filter(None, (part.district, part.name)))}: {part.says}" for part in found
    ]
    _answer(args, "\n".join(lines), {"ok": ok, "parts": [part.to_json() for part in found]})
    return 0 if ok else FOUND
