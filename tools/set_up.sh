#!/bin/sh
# set_up.sh PYTHON VENV: an environment with the pinned versions, each proved by its hash, and selon itself, editable.
set -eu
python=$1
venv=$2

# where the shell lets Python keep no bytecode, every command would compile what it imports anew, for seconds
compiled() {
    "$venv/bin/python" -m compileall -q src
    env -u PYTHONDONTWRITEBYTECODE "$venv/bin/selon" demo >/dev/null # and what it imports of others
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Selon needs Python 3.11 or newer, and '$python' is not; say which one to use: make PYTHON=/path/to/python3.12 ..." >&2
    exit 2
}
echo "set-up: $venv (once; a minute at most)" >&2
if command -v uv >/dev/null 2>&1; then
    [ -x "$venv/bin/python" ] || uv venv --quiet --python "$python" "$venv"
    uv pip install --quiet --python "$venv/bin/python" --require-hashes -r requirements.lock
    uv pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation -e .
    compiled
    exit
fi
# an environment that uv made has no pip; one that was cut short may have none either
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$venv" || {
    echo "'$python' cannot make an environment; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 2
}
pip="$venv/bin/python -m pip --disable-pip-version-check --quiet"
$pip install --no-compile --require-hashes -r requirements.lock
$pip install --no-deps --no-build-isolation -e .
compiled
