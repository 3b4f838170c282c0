"""An organ that reaches a place stands with that place's warning signs, and says when to seek help."""

from __future__ import annotations

from markupsafe import escape

from bodymap.ask.signs import signs
from components.shared.red_flags import organs, signs_html
from tests.each import each
from tests.real import REAL


@each("region", REAL.regions)
def test_an_emergency_that_reaches_a_place_has_a_sign_among_those_of_the_place(region):
    for place in REAL.places_of(region):
        shown = {flag.id for flag in signs(REAL, [place]).every}
        for organ in organs(REAL, [place]):
            assert organ.urgency != "emergency" or shown & set(organ.red_flags), organ.id


@each("region", REAL.regions)
def test_every_organ_of_a_place_says_when_to_seek_help_and_its_signs_in_brief(region):
    [place, *_] = REAL.places_of(region)
    page = signs_html(REAL, [place])
    for organ in organs(REAL, [place]):
        assert escape(organ.seek_help_if) in page
        assert all(escape(REAL.red_flags[flag].brief.rstrip(".")) in page for flag in organ.red_flags)
