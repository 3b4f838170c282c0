"""The rules of the data. One rule a file: ``check(draft)`` yields a ``Problem`` for every breach.

A new rule needs its file here, its line in ``RULES`` and its test in ``tests/unit/read/rules``.
What a single field may hold is said in ``bodymap.data.model``, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bodymap.problems import Problem
from bodymap.read.draft import Draft
from bodymap.read.rules import (
    areas_cover_regions,
    areas_name_signs,
    brief_signs,
    chart_fits,
    condition_references,
    danger_muscles,
    danger_warns_only,
    flag_regions,
    hosts_are_publishers,
    independent_support,
    involves_known,
    islands_need_a_note,
    known_group_muscles,
    known_structures,
    known_zones,
    link_sources,
    links_overlap,
    mimics_name_no_muscles,
    needling_references,
    next_steps_known,
    no_needling_numbers,
    no_prescriptions,
    organs_show_signs,
    people_say_enough,
    plain_words,
    positions_inside,
    prevalence_counts,
    r0_not_drawn,
    referral_references,
    regions_have_flags,
    regions_have_patterns,
    reported_is_supported,
    reviewer_named,
    shapes_inside,
    source_keys,
    stop_first,
    unique_ids,
    unique_names,
    waivers_hold,
    zones_disjoint,
)

Rule = Callable[[Draft], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    chart_fits.check,
    unique_ids.check,
    unique_names.check,
    source_keys.check,
    hosts_are_publishers.check,
    known_structures.check,
    known_zones.check,
    zones_disjoint.check,
    positions_inside.check,
    shapes_inside.check,
    islands_need_a_note.check,
    r0_not_drawn.check,
    independent_support.check,
    reported_is_supported.check,
    condition_references.check,
    involves_known.check,
    next_steps_known.check,
    stop_first.check,
    no_prescriptions.check,
    link_sources.check,
    links_overlap.check,
    mimics_name_no_muscles.check,
    needling_references.check,
    prevalence_counts.check,
    referral_references.check,
    organs_show_signs.check,
    flag_regions.check,
    brief_signs.check,
    areas_cover_regions.check,
    areas_name_signs.check,
    regions_have_flags.check,
    regions_have_patterns.check,
    known_group_muscles.check,
    people_say_enough.check,
    danger_muscles.check,
    danger_warns_only.check,
    waivers_hold.check,
    reviewer_named.check,
    plain_words.check,
    no_needling_numbers.check,
)
