#!/bin/sh
# Make .venv ready: set-up.sh runtime|development. Called by the Makefile, from the project's root.
set -eu
what=$1
python=${PYTHON:-python3}
venv=.venv
# One line for each thing done is enough; errors still show.
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

stop() {
    echo "$*" >&2
    exit 1
}

install() {
    "$venv/bin/python" -m pip install -qq -c constraints.txt "$@" ||
        stop "pip could not install the packages, see above; the same command goes on where it stopped."
}

command -v "$python" >/dev/null 2>&1 ||
    stop "There is no $python. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3.11 ..."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 or newer is needed, $python is $("$python" -V 2>&1). Name another: make PYTHON=python3.11 ..."
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "$python lacks venv or ensurepip. On Debian and Ubuntu: apt install python3-venv"

# A .venv that is half made, or whose Python is gone, is made again.
"$venv/bin/python" -c 'import pip' 2>/dev/null || {
    echo "Making $venv"
    "$python" -m venv --clear "$venv" || stop "$python could not make $venv, see above."
}

# torch goes first: left to itself, pip takes the CUDA build on Linux, gigabytes of it.
torch=$(sed -n 's/^torch==//p' constraints.txt)
has_torch() {
    "$venv/bin/python" -c 'import sys, importlib.metadata as m; sys.exit(m.version("torch").split("+")[0] != sys.argv[1])' \
        "$torch" 2>/dev/null
}
if ! has_torch; then
    echo "Fetching PyTorch $torch for the CPU (about 200 MB)"
    rm -rf "$venv/torch"
    if sh scripts/cpu-torch.sh "$venv/bin/python" "$venv/torch"; then
        install --find-links "$venv/torch" "torch==$torch"
    elif [ "$what" = development ]; then
        echo "No CPU build within reach (TORCH_CPU_INDEX=... names a mirror): taking the CUDA build, about 3 GB."
        install "torch==$torch"
    else
        echo "No CPU build within reach (TORCH_CPU_INDEX=... names a mirror): going on without PyTorch;" \
            "only embedding models other than the built-in one need it."
    fi
    rm -rf "$venv/torch"
fi

echo "Installing the other packages (1 to 3 minutes)"
install setuptools
project=.
[ "$what" = runtime ] || project=".[dev]"
if has_torch; then
    install --no-build-isolation -e "$project"
else
    sed -e '/^# What the extra dev adds/,$d' -e '/^torch==/d' constraints.txt >"$venv/without-torch.txt"
    install --no-deps -r "$venv/without-torch.txt"
    install --no-deps --no-build-isolation -e .
fi

[ "$what" = runtime ] || touch "$venv/.development"
touch "$venv/.runtime"
