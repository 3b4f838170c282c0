"""``python -m components.keep``: works out what a start of the app would have to, so that the app starts quickly.

It is kept where ``bodymap.read.kept`` says, under a key of the content of every file it was made from. The app does the
same by itself, piece by piece, when it is first asked for something.
"""

from __future__ import annotations

import logging
import sys

from bodymap.body.figure import FIGURES
from bodymap.body.scene import LAYOUTS
from bodymap.problems import DataProblems
from components import data


def keep() -> None:
    """The checked data, the index of the search, and the pictures of the first page. Raises ``DataProblems``."""
    data.dataset()
    data.search_index()
    for region in data.dataset().regions:
        data.under(region)
    for figure in FIGURES:
        for layout in LAYOUTS:
            data.scene(layout, figure)


if __name__ == "__main__":
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it says that no page is being shown
    try:
        keep()
    except DataProblems as problems:
        sys.exit(str(problems))
