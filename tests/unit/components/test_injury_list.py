"""What stands on the list of injuries beside its cards: tables of look-alikes, on a small dataset."""

from __future__ import annotations

from bodymap.ask.injury_filter import MARKS, Filter
from bodymap.data.dataset import Dataset
from bodymap.read.load import load
from bodymap.tell.wording import COMPARED
from components.injuries.listing import _compared
from tests.unit.conftest import TINY

DATASET: Dataset = load(TINY)


def test_a_table_stands_below_the_cards_where_its_place_is_chosen():
    said = COMPARED.format("Calf")
    for chosen in (Filter(place=("calf",)), Filter(place=(MARKS,), marked=("calf_lower",))):
        table = _compared(DATASET, chosen)
        assert f"<summary>{said}</summary>" in table and "first steps of the day" in table.lower()


def test_no_table_without_its_place():
    for chosen in (Filter(), Filter(place=("knee",)), Filter(marked=("calf_lower",)), Filter(kind=("running",))):
        assert _compared(DATASET, chosen) == ""
