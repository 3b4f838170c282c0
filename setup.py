"""What pyproject.toml cannot say: requirements.txt is the only list of packages, and the data folder goes along.

The wheel holds the core, ``bodymap``, with ``data/`` as ``bodymap/_data``. Packages that only the page needs
(``page`` under ``[tool.bodymap]``) are the extra ``app``; those that only write cards (``cards``) are the extra
``cards``.
"""

import re
import shutil
import tomllib
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
EXTRAS = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["bodymap"]
LINES = [line for line in (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]


def named(*extras: str) -> list[str]:
    """The lines of the packages of some extras."""
    names = [name for extra in extras for name in EXTRAS[extra]]
    return [line for line in LINES if re.split(r"[^\w.-]", line)[0].lower() in names]


class WithData(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            shutil.copytree(HERE / "data", Path(self.build_lib) / "bodymap" / "_data", dirs_exist_ok=True)


setup(
    install_requires=[line for line in LINES if line not in named(*EXTRAS)],
    extras_require={"app": named("page"), "cards": named("cards")},
    cmdclass={"build_py": WithData},
)
