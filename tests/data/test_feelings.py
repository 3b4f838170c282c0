"""The signs that stand beside what a person can say about a mark."""

from __future__ import annotations

from bodymap.ask.feelings import SIGNS_BESIDE, signs_beside
from bodymap.data.signs import Time
from tests.each import each
from tests.real import REAL


@each("noticed", list(SIGNS_BESIDE))
def test_every_sign_is_known_has_sources_and_the_most_urgent_comes_first(noticed):
    flags = signs_beside(REAL)[noticed]
    assert {flag.id for flag in flags} == set(SIGNS_BESIDE[noticed])
    assert all(flag.sources for flag in flags)
    order = list(Time)
    assert [order.index(flag.time) for flag in flags] == sorted(order.index(flag.time) for flag in flags)
