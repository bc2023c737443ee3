"""Put the shipped documents and prompts into the wheel; everything else is in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("documents", "prompts")


class BuildWithTexts(build_py):
    """Build the packages, then copy the folders of texts to `assistant/shipped/`.

    An editable install does not copy: there the folders of the checkout are used.
    """

    def run(self) -> None:
        """Copy what setuptools knows, then the texts."""
        super().run()
        if self.editable_mode:
            return
        for folder in SHIPPED:
            target = Path(self.build_lib, "assistant", "shipped", folder)
            # A text deleted since the last build must not come back.
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(folder, target, ignore=shutil.ignore_patterns(".*", "__pycache__"))


setup(cmdclass={"build_py": BuildWithTexts})
