"""What pyproject.toml cannot say: requirements.txt is the only list of packages, and the data folder goes along.

The wheel holds the core, ``bodymap``, with ``data/`` as ``bodymap/_data``. Packages that only the page needs
(``page`` under ``[tool.bodymap]``) are the extra ``app``.
"""

import re
import shutil
import tomllib
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
PAGE = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["bodymap"]["page"]
LINES = [line for line in (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]


def of_the_page(line: str) -> bool:
    return re.split(r"[^\w.-]", line)[0].lower() in PAGE


class WithData(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            shutil.copytree(HERE / "data", Path(self.build_lib) / "bodymap" / "_data", dirs_exist_ok=True)


setup(
    install_requires=[line for line in LINES if not of_the_page(line)],
    extras_require={"app": [line for line in LINES if of_the_page(line)]},
    cmdclass={"build_py": WithData},
)
