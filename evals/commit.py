"""Which version and commit of the program runs."""

import shutil
import subprocess
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE_SECONDS = 10


def commit() -> str | None:
    """Return the commit of the checkout, with + where tracked files were changed since; None outside of one."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return None
    command = [git, "-C", str(ROOT), "describe", "--always", "--dirty=+", "--exclude=*", "--abbrev=12"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None


def version() -> str | None:
    """Return the version that is installed; None where the program runs from its folder alone."""
    try:
        return metadata.version("disclosure-assistant")
    except metadata.PackageNotFoundError:
        return None
