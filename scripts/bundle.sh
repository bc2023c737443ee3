#!/bin/sh
# Pack the assistant with all it needs for machines without internet. Called by `make bundle`.
set -eu
python=.venv/bin/python
work=build/bundle
export PIP_DISABLE_PIP_VERSION_CHECK=1

# Leftovers of an earlier build would end in the wheel.
rm -rf build
mkdir -p "$work/wheels" dist

echo "Building the assistant"
"$python" -m pip wheel -qq --no-deps --no-build-isolation --wheel-dir "$work/wheels" .
wheel=$(echo "$work"/wheels/disclosure_assistant-*.whl)
version=$("$python" -c 'import sys; print(sys.argv[1].split("/")[-1].split("-")[1])' "$wheel")

echo "Collecting the wheels"
sh scripts/cpu-torch.sh "$python" "$work/wheels" || {
    echo "PyTorch's CPU build is not within reach; TORCH_CPU_INDEX=... names a mirror." >&2
    exit 1
}
"$python" -m pip wheel -qq -c constraints.txt --find-links "$work/wheels" --wheel-dir "$work/wheels" "$wheel"

name=disclosure-assistant-$version-offline
cp scripts/offline/install.sh scripts/offline/README-offline.md constraints.txt LICENSE "$work/"
"$python" -c 'import sys, sysconfig; print(sysconfig.get_platform(), "%d.%d" % sys.version_info[:2])' >"$work/built-for.txt"
sum=$(command -v sha256sum || echo shasum -a 256)
(cd "$work" && find . -type f ! -name SHA256SUMS -exec $sum {} + >SHA256SUMS)
mv "$work" "build/$name"

echo "Packing dist/$name.tar.gz"
tar -C build -cf - "$name" | gzip -1 >"dist/$name.tar.gz"
ls -lh "dist/$name.tar.gz"
