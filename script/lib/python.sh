# Sourced by the scripts: goes to the top of the checkout and sets $python to a Python >= 3.11 that can make venvs.
cd "$(dirname "$0")/.."
python=
for candidate in "${FILEROOM_PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Fileroom needs Python 3.11 or newer with its venv module, and found none." >&2
    echo "On Debian or Ubuntu: apt-get install python3-venv. Or name one: FILEROOM_PYTHON=/path/to/python3 $0" >&2
    exit 4
fi
