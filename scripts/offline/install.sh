#!/bin/sh
# Install the disclosure assistant without internet: sh install.sh [FOLDER]
set -eu
cd "$(dirname "$0")"
folder=${1:-$HOME/disclosure-assistant}
python=${PYTHON:-python3}

stop() {
    echo "$*" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 || stop "没有找到 $python。There is no $python: install Python $(cat built-for.txt)."
here=$("$python" -c 'import sys, sysconfig; print(sysconfig.get_platform(), "%d.%d" % sys.version_info[:2])')
[ "$here" = "$(cat built-for.txt)" ] ||
    stop "本安装包适用于 $(cat built-for.txt)，本机为 $here。This bundle is for $(cat built-for.txt), this machine is $here." \
        "Another Python: PYTHON=python3.11 sh install.sh"
"$python" -c 'import ensurepip, venv' 2>/dev/null || stop "$python 缺少 venv（python3-venv）。$python lacks venv."

echo "核对文件 Checking the files"
sum=$(command -v sha256sum || echo shasum -a 256)
$sum --check --quiet SHA256SUMS || stop "文件已损坏，请重新复制。The files are damaged: copy the bundle again."

echo "安装到 Installing into $folder"
"$python" -m venv "$folder"
# Nothing but the wheels beside this file is used, whatever pip is set up to do.
PIP_CONFIG_FILE=/dev/null "$folder/bin/python" -m pip --isolated install -qq --disable-pip-version-check \
    --no-index --find-links wheels -c constraints.txt "disclosure-assistant"

echo "完成。启动：$folder/bin/disclosure chat"
echo "Done. Start it with: $folder/bin/disclosure chat"
