"""The dataset as the rest of the program sees it: frozen, checked, every record by id, with its indexes.

Build one with ``bodymap.read.load.load``. Every mapping keeps the order of the data files.
"""

from __future__ import annotations

from dataclasses import dataclass

from bodymap.data.by_place import ByPlace
from bodymap.data.by_record import ByRecord


@dataclass(frozen=True, eq=False)
class Dataset(ByPlace, ByRecord):
    """Everything known, by kind and id. Unknown ids raise ``KeyError`` in every method."""
