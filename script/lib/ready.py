"""Make this checkout ready to run: the environment in var/env, the page assets in var/assets, a browser for tests.

    ready.py [run] [test] [bench] [assets] [chromium]

Needs only Python >= 3.11 with venv. Says on standard error what it does, and nothing where nothing is to do.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
VAR = TOP / "var"
ENV = VAR / "env"
ASSETS = VAR / "assets"
REQUIREMENTS = TOP / "requirements"
NODE_FILES = ("package.json", "package-lock.json", ".npmrc")
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = VAR / "chromium"
# The first that can be had. The shell is Chromium without the windows that no test looks at, and takes a third less
# time; Debian has it since trixie.
CHROMIUM_PACKAGES = ("chromium-headless-shell", "chromium")
FONTS = "fonts-dejavu-core"
# Debian's own start file names /usr/lib; these name the folder they stand in.
LEANS_ON_ITS_FOLDER = """#!/bin/sh
root=$(dirname "$(readlink -f "$0")")/root
for folder in "$root"/usr/lib/*-linux-gnu "$root"/lib/*-linux-gnu "$root"/usr/lib/*-linux-gnu/pulseaudio; do
    LD_LIBRARY_PATH=$folder${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
done
export LD_LIBRARY_PATH
"""
# Playwright's Node leans on libatomic, which a bare machine lacks and Chromium's packages bring along.
STARTS = {
    "chromium": LEANS_ON_ITS_FOLDER
    + """export FONTCONFIG_SYSROOT="$root" XDG_DATA_DIRS="$root/usr/share"
for name in chromium-headless-shell chromium; do
    [ ! -x "$root/usr/lib/chromium/$name" ] || exec "$root/usr/lib/chromium/$name" "$@"
done
exit 127
""",
    "playwright-node": LEANS_ON_ITS_FOLDER
    + """exec "$root"/../../env/lib/python3*/site-packages/playwright/driver/node "$@"
""",
}
# What the pages use besides all that USWDS's own style sheet refers to.
USED = ("css/uswds.min.css", "img/sprite.svg")


def say(words: str) -> None:
    """Progress, on standard error."""
    print(f"fileroom: {words}", file=sys.stderr, flush=True)


def call(*command: str | Path, cwd: Path = TOP, env: dict[str, str] | None = None) -> None:
    """Run a program whose output is of interest only if it fails; then show it and stop."""
    done = subprocess.run(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.stderr.write(done.stdout)
        sys.exit(f"fileroom: {Path(command[0]).name} failed (exit {done.returncode}); its words stand above.")


def same(copy: Path, words: str) -> bool:
    """Whether `copy` holds exactly `words`."""
    return copy.exists() and copy.read_text() == words


def environment(sets: list[str]) -> None:
    """The virtual environment, with each set of hashed requirements installed once; made anew when one changed."""
    about = f"{sys.version}\n{TOP}\n"
    if not same(ENV / "made-by", about) or any(changed(name) for name in ("run", "test", "bench")):
        say(f"making a Python environment in {ENV}")
        shutil.rmtree(ENV, ignore_errors=True)
        venv.create(ENV, with_pip=True, symlinks=True)
        own_code()
        (ENV / "made-by").write_text(about)
    for name in sets:
        if not (ENV / f"{name}.txt").exists():
            install(name, ENV)
    translations()


def changed(name: str) -> bool:
    """Whether the set is installed, and by now asks for something else."""
    installed = ENV / f"{name}.txt"
    return installed.exists() and not same(installed, (REQUIREMENTS / f"{name}.txt").read_text())


def install(name: str, env: Path) -> None:
    """Plain pip, wheels only, each checked against its hash."""
    wanted = REQUIREMENTS / f"{name}.txt"
    say(f"installing requirements/{name}.txt (once; a minute or less)")
    pip = (env / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    call(*pip, "--require-hashes", "--only-binary=:all:", "-r", wanted)
    shutil.copy(wanted, env / wanted.name)


def own_code() -> None:
    """Put src/ on the environment's path and the commands of pyproject.toml in its bin/: nothing is built."""
    packages = next((ENV / "lib").glob("python*/site-packages"))
    (packages / "fileroom.pth").write_text(f"{TOP / 'src'}\n")
    for command, target in tomllib.loads((TOP / "pyproject.toml").read_text())["project"]["scripts"].items():
        module, function = target.split(":")
        script = ENV / "bin" / command
        start = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -c '
        script.write_text(f"{start}'import sys; from {module} import {function}; sys.exit({function}())' \"$@\"\n")
        script.chmod(0o755)


def translations() -> None:
    """Compile the pages' translations whose source is newer."""
    for source in TOP.glob("src/fileroom/web/locale/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            call(ENV / "bin" / "python", "-m", "fileroom.web.translations")


def assets() -> None:
    """The US Web Design System's style sheet, scripts, fonts and icons, and axe for the tests; the rest is not kept."""
    about = "".join((TOP / name).read_text() for name in NODE_FILES)
    if same(VAR / "assets-made-by", about):
        return
    say("fetching the page assets (once)")
    with tempfile.TemporaryDirectory(dir=VAR) as temporary:
        work = Path(temporary)
        for name in NODE_FILES:
            shutil.copy(TOP / name, work)
        npm_ci(work)
        new = work / "assets"
        keep_uswds(work / "node_modules" / "@uswds" / "uswds", new / "uswds")
        (VAR / "axe").mkdir(exist_ok=True)
        shutil.copy(work / "node_modules" / "axe-core" / "axe.min.js", VAR / "axe")
        (new / "collected").mkdir()  # where Django gathers them for an installation that wants them gathered
        shutil.rmtree(ASSETS, ignore_errors=True)
        new.rename(ASSETS)
        (VAR / "assets-made-by").write_text(about)


def npm_ci(work: Path) -> None:
    """Fetch what the lock file names, run nothing of it; with this machine's npm, or one of our own for the moment."""
    env = {"NODE_USE_SYSTEM_CA": "1"} | os.environ
    npm = shutil.which("npm")
    if npm is None:
        say("no npm here: fetching Node for the moment")
        venv.create(work / "node", with_pip=True, symlinks=True)
        install("assets", work / "node")
        env["PATH"] = f"{work / 'node' / 'bin'}{os.pathsep}{env.get('PATH', os.defpath)}"
        npm = str(work / "node" / "bin" / "npm")
    call(npm, "ci", "--ignore-scripts", cwd=work, env=env)


def keep_uswds(package: Path, kept: Path) -> None:
    """Copy the few parts of the package that pages use."""
    style = (package / "dist" / "css" / "uswds.min.css").read_text()
    named = set(re.findall(r"url\(\.\./((?:img|fonts)/[^)?#]+)", style))
    public_sans = (path.relative_to(package / "dist") for path in package.glob("dist/fonts/public-sans/*.woff2"))
    for name in {*USED, *named, *map(str, public_sans)}:
        (kept / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(package / "dist" / name, kept / name)
    shutil.copyfile(package / "LICENSE.md", kept / "LICENSE.md")


def chromium() -> None:
    """A browser for the tests, of Debian's packages: root installs them, any other account unpacks them into var."""
    unpacked = all((CHROMIUM / name).exists() for name in STARTS)
    if unpacked or any(map(shutil.which, BROWSERS)) or not shutil.which("apt-get"):
        return
    if os.geteuid() != 0:
        unpacked_chromium()
        return
    say("installing Chromium for the browser tests (once)")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # One source that cannot be read leaves the others: whether they were enough, the installation says.
    subprocess.run(("apt-get", "update", "-qq"), env=env, check=False)
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", FONTS)
    *first, last = CHROMIUM_PACKAGES
    if not any(subprocess.run((*install, it), env=env, capture_output=True).returncode == 0 for it in first):
        call(*install, last, env=env)


def unpacked_chromium() -> None:
    """Chromium and what it leans on, checked by apt as ever, beside the system; without it script/test says so."""
    say("fetching Chromium for the browser tests into var (once; 200 MB, and 700 MB unpacked)")
    with tempfile.TemporaryDirectory(dir=VAR) as temporary:
        work = Path(temporary)
        lists, cache, root = work / "lists", work / "cache", work / "root"
        for folder in (lists / "partial", cache / "archives" / "partial"):
            folder.mkdir(parents=True)
        own = (f"Dir::State::lists={lists}", f"Dir::Cache={cache}", "Debug::NoLocking=1", "APT::Sandbox::User=")
        apt = ("apt-get", "-qq", *(word for option in own for word in ("-o", option)))
        subprocess.run((*apt, "update"), check=False)
        download = (*apt, "install", "-y", "--no-install-recommends", "--download-only", FONTS)
        for name in CHROMIUM_PACKAGES:
            if subprocess.run((*download, name), check=False).returncode == 0:
                break
            for half in cache.glob("archives/*.deb"):  # a browser of which a part is missing is none
                half.unlink()
        else:
            say("it could not be had")
            return
        for package in sorted(cache.glob("archives/*.deb")):
            call("dpkg-deb", "--extract", package, root)
        if not any((root / "usr" / "lib" / "chromium" / it).exists() for it in CHROMIUM_PACKAGES):
            say("it could not be had")
            return
        CHROMIUM.mkdir(exist_ok=True)
        shutil.rmtree(CHROMIUM / "root", ignore_errors=True)
        root.rename(CHROMIUM / "root")
        for name, script in STARTS.items():
            (work / name).write_text(script)
            (work / name).chmod(0o755)
            (work / name).rename(CHROMIUM / name)


def main() -> None:
    """Make ready what is asked for; a second process that asks meanwhile waits."""
    asked = sys.argv[1:]
    VAR.mkdir(exist_ok=True)
    if not os.access(VAR, os.W_OK):
        owner = VAR.owner()
        sys.exit(f"fileroom: {VAR} belongs to {owner}. Run this as {owner}, or in a clone of your own.")
    with (VAR / "ready.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        environment([name for name in asked if name in ("run", "test", "bench")])
        if "assets" in asked:
            assets()
        if "chromium" in asked:
            chromium()


if __name__ == "__main__":
    main()
