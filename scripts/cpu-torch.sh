#!/bin/sh
# Fetch PyTorch's CPU build: cpu-torch.sh PYTHON FOLDER. Fails where it cannot be reached.
set -eu
python=$1
folder=$2
version=$(sed -n 's/^torch==//p' constraints.txt)
index=${TORCH_CPU_INDEX:-https://download.pytorch.org/whl/cpu}

fetch() {
    "$python" -m pip download -qq --no-deps --only-binary=:all: --dest "$folder" "$@"
}

if [ "$(uname -s)" != Linux ]; then
    fetch "torch==$version" # only Linux has CUDA in its plain build
    exit
fi

# First where pip is set up to look: a folder of wheels, or an index of the house.
fetch "torch==$version+cpu" 2>/dev/null && exit

# pip waits for minutes on an index that does not answer, so ask first.
"$python" -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1] + "/torch/", timeout=5)' "$index" 2>/dev/null &&
    fetch --index-url "$index" "torch==$version+cpu"
