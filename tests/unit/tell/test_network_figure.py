"""The figure of marks, muscles and conditions: what is joined, where it stands, and what is left out."""

from __future__ import annotations

from bodymap.place import Place
from bodymap.tell.network_figure import COLUMNS, MOST, network, network_figure
from tests.each import each
from tests.real import REAL

KNEE = Place("knee_front", "right")


def test_lines_join_what_the_data_join():
    nodes, edges = network(REAL, [KNEE, Place("heel_sole", "left")])
    assert {node.column for node in nodes} == set(COLUMNS)
    assert all(sum(node.column == column for node in nodes) <= MOST for column in COLUMNS[1:])
    for start, end, kind in edges:
        if kind in ("main", "spillover"):
            mark = Place.of(start.id)
            assert any(mark.region in p.regions for p in REAL.trigger_points.values() if p.muscle.id == end.id)
        elif kind == "link":
            assert start.id in [link.muscle for link in REAL.conditions[end.id].muscles]
        else:
            assert Place.of(start.id).region in REAL.conditions[end.id].regions


@each("region", list(REAL.regions)[::6])
def test_no_emergency_stands_in_it(region):
    nodes, _ = network(REAL, [REAL.places_of(region)[0]])
    shown = [REAL.conditions[node.id] for node in nodes if node.column == "conditions"]
    assert all(c.group != "serious" and c.safety_class != "emergency_mimic" for c in shown)


def test_every_label_stands_in_its_column_and_inside_the_figure():
    figure = network_figure(*network(REAL, [KNEE]))
    columns = {trace.name: trace for trace in figure.data if trace.mode == "markers+text"}
    assert list(columns) == list(COLUMNS)
    for place, trace in enumerate(columns.values()):
        assert set(trace.x) == {place} and all(-1 < y < 0 for y in trace.y)
    assert figure.layout.height >= 100 and columns["marked"].text[0].startswith("Front of the")


def test_names_are_only_text():
    muscle = REAL.muscles["soleus"].model_copy(update={"name": "<b>Soleus</b>"})
    dataset = REAL.replaced(muscles=[muscle])
    figure = network_figure(*network(dataset, [Place("achilles", "left")]))
    assert "&lt;b&gt;" in "".join(figure.data[5].text)
