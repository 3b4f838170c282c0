"""Each rule, by one break of a good data folder that only this rule sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.read import rules
from bodymap.read.load import find_problems

MUSCLES, CONDITIONS, FLAGS, REGIONS, DANGER, WAIVERS, GROUPS, AREAS, COUNTS, STEPS, PLACES = (
    "trigger_points.yaml",
    "conditions.yaml",
    "red_flags.yaml",
    "regions.yaml",
    "danger_zones.yaml",
    "waivers.yaml",
    "muscle_groups.yaml",
    "sign_areas.yaml",
    "prevalence.yaml",
    "next_steps.yaml",
    "comparisons.yaml",
)

# rule: file, what stands there, what stands there instead, where the problem is, what it says
BREAKS = {
    "chart_fits": [
        (
            REGIONS,
            "views: [front]",
            "views: [front, back]",
            "regions.knee_front.views[1]",
            "back.geojson does not draw",
        ),
        (
            REGIONS,
            "group: trunk_back\n    views: [back]\n    synonyms",
            "group: head_neck\n    views: [back]\n    synonyms",
            "regions.low_back.views",
            "head_back.geojson, the close-up",
        ),
        (
            "body/lateral.geojson",
            '"region", "id": "low_back"',
            '"region", "midline": true, "id": "low_back"',
            "region.low_back",
            "regions.yaml says otherwise",
        ),
    ],
    "needling_references": [
        (
            "evidence.yaml",
            "conditions: [achilles_tendinopathy]\n    studied: Runners with",
            "conditions: [achiles_tendinopathy]\n    studied: Runners with",
            "evidence.needling_trial.conditions[0]",
            "`achiles_tendinopathy` is not one of the conditions",
        ),
        (
            "claims.yaml",
            "    finding: Two small studies say so.\n    sources: [{key: study2020}]\n",
            "    finding: Two small studies say so.\n",
            "claims.works_at_once",
            "the verdict `weak` cites no source",
        ),
        (
            "claims.yaml",
            "documents: [manual1992]\n    verdict: weak",
            "documents: [manual]\n    verdict: weak",
            "documents[0]",
            "`manual`",
        ),
        ("contraindications.yaml", "who: manual1992", "who: manual1993", "pregnancy.stances[0].who", "`manual1993`"),
    ],
    "referral_references": [
        ("nerve_roots.yaml", "primary: [heel_sole]", "primary: [heel_soul]", "root_s1.primary[0]", "`heel_soul`"),
        (
            "nerve_roots.yaml",
            "pain: {primary: [calf_lower]",
            "pain: {primary: [calf_low]",
            "pain.primary[0]",
            "calf_low",
        ),
        (
            "nerve_roots.yaml",
            "spillover: [heel_sole]",
            "spillover: [calf_lower]",
            "pain.spillover[0]",
            "stands there twice",
        ),
        ("nerves.yaml", "muscles: [soleus]", "muscles: [solus]", "nerve_tibial.muscles[0]", "`solus` is not one of"),
        ("joints.yaml", "[buttock_lower]", "[low_back]", "facet_l4_5.spillover[0]", "`low_back` stands there twice"),
        ("discs.yaml", "spillover: [sacrum]", "spillover: [sacru]", "disc_l4_5.spillover[0]", "`sacru` is not one of"),
        ("organs.yaml", "[cauda_equina]", "[cauda_equin]", "organ_kidney.red_flags[0]", "`cauda_equin` is not one of"),
    ],
    "organs_show_signs": [
        ("organs.yaml", "spillover: [sacrum]", "spillover: [heel_sole]", "organ_kidney.spillover[0]", "shows none"),
    ],
    "prevalence_counts": [
        (COUNTS, "tested: [soleus,", "tested: [solus,", "tendon_count.tested[0]", "`solus` is not one of the muscles"),
        (COUNTS, "most_often: [quad", "most_often: [qvad", "most_often[0]", "`qvadratus_lumborum`"),
        (COUNTS, "regions: [achilles]", "regions: [achiles]", "regions[0]", "`achiles` is not one of the regions"),
        (COUNTS, "condition: achilles", "condition: achiles", "tendon_count.condition", "not one of the conditions"),
        (COUNTS, "{muscle: soleus, counted: latent", "{muscle: solus, counted: latent", "rows[1].muscle", "`solus`"),
        (COUNTS, "    people: 40\n", "", "tendon_count.rows", "counts people of an unknown number"),
        (COUNTS, "n: 12, of: 40", "n: 41, of: 40", "rows[0]", "counts 41 of 40"),
        (COUNTS, ", compared_of: 20, use", ", use", "rows[1]", "a comparison without its number of people"),
        (COUNTS, "compared_n: 9, compared_of: 20", "compared_n: 21, compared_of: 20", "rows[1]", "compares 21 of 20"),
        (COUNTS, "compared_n: 9, compared_of: 20", "compared_n: 9, compared_of: 30", "rows[1]", "the study with 20"),
        (
            COUNTS,
            "compared_of: 20, use: context",
            "compared_of: 20, by_definition: true, use: context",
            "rows[1]",
            "by",
        ),
        (COUNTS, "provenance: read", "provenance: secondary", "rows[0]", "its study was not read"),
        (COUNTS, "n: 12, of", "of", "rows[0]", "is shown without a number"),
        (COUNTS, "n: 12, of: 40", "n: 12, of: 14", "rows[0]", "only 14 people were examined"),
        (COUNTS, "use: context", "use: print", "rows[1]", "counts latent points"),
    ],
    "reported_is_supported": [
        (
            MUSCLES,
            "sources: [{key: study2020}]}",
            "sources: [{key: manual1992}]}",
            "soleus.reported.sources[0]",
            "nowhere",
        ),
        (MUSCLES, "basis: studies", "basis: expert_order", "soleus.reported.sources[0]", "without the place"),
    ],
    "next_steps_known": [
        (STEPS, "id: achilles_tend", "id: achiles_tend", "achiles_tendinopathy.id", "is not a condition"),
        (
            STEPS,
            "id: achilles_tendinopathy",
            "id: deep_vein_thrombosis",
            "deep_vein_thrombosis.id",
            "no running injury",
        ),
        (PLACES, "regions: [calf_lower]", "regions: [calf_low]", "calf.regions[0]", "`calf_low` is not a region"),
        (PLACES, "condition: achilles_t", "condition: achiles_t", "calf.rows[0].condition", "is not a condition"),
        (
            PLACES,
            "warming up\n        red_flag: leg_clot",
            "x\n        red_flag: cauda_equina",
            "calf.rows[0].red_flag",
            "is not among the signs of",
        ),
    ],
    "stop_first": [
        (
            CONDITIONS,
            "    group: running\n",
            "    group: running\n    stop_first: rupture\n",
            "first",
            "advice on load",
        ),
        (CONDITIONS, "plain_name: Sore Achilles", "plain_name: Stress fracture of the", "stop_first", "(bone_stress)"),
        (CONDITIONS, "plain_name: Sore Achilles", "plain_name: Rupture of the", "stop_first", "(rupture)"),
        (
            CONDITIONS,
            "    when: [first_steps, after_run]\n",
            "    when: [first_steps, after_run]\n    icd10: [M92.8]\n",
            "achilles_tendinopathy.stop_first",
            "(child)",
        ),
    ],
    "no_prescriptions": [
        (STEPS, "Easy running may", "Three sets of running may", "go_on[0].text", "says `Three sets`"),
        (STEPS, "Easy running may", "Running with 5 kg may", "go_on[0].text", "says `5 kg`"),
        (STEPS, "Easy running may", "Running on ibuprofen may", "go_on[0].text", "says `ibuprofen`"),
        (STEPS, "Easy running may", "Easy " * 30 + "may", "go_on[0].text", "has 33 words, more than 30"),
        (PLACES, "eases: warming up", "eases: " + "rest " * 13, "rows[0].eases", "has 13 words, more than 12"),
    ],
    "hosts_are_publishers": [
        (
            "sources.bib",
            "www.health.example",
            "www.copy.example",
            "workbook2001",
            "`www.copy.example` is the host of no",
        ),
        (
            "publishers.yaml",
            "hosts: [www.health",
            "hosts: [health",
            "workbook2001",
            "`www.health.example` is the host of",
        ),
    ],
    "unique_ids": [
        (AREAS, "id: leg", "id: back", "sign_areas.back.id", "`back` is used twice"),
        (
            MUSCLES,
            "id: soleus_2",
            "id: soleus_1",
            "muscles.soleus.trigger_points.soleus_1.id",
            "used twice, first in line 19",
        ),
        (DANGER, "id: deep_calf", "id: kidney", "danger_zones.kidney.id", "`kidney` is used twice, first in line 2"),
    ],
    "unique_names": [
        (
            MUSCLES,
            "[QL]",
            "[QL, Soleus]",
            "muscles.quadratus_lumborum.synonyms[1]",
            "already used by `soleus`",
        ),
        (
            REGIONS,
            "name: Inner calf",
            "name: lower Calf",
            "regions.calf_lower.name",
            "already used by `calf_inner`",
        ),
        (
            CONDITIONS,
            "name: Deep vein thrombosis",
            "name: Achilles tendinopathy",
            "deep_vein_thrombosis.name",
            "already",
        ),
        (
            GROUPS,
            "[long haul muscles]",
            "[push off muscles]",
            "push_off.name",
            "already used by `trunk_and_calf`",
        ),
    ],
    "known_group_muscles": [
        (GROUPS, "[soleus, quad", "[solus, quad", "muscle_groups.trunk_and_calf.muscles[0]", "did you mean `soleus`?"),
        (GROUPS, "lumborum, soleus]", "lumborum, soleus, soleus]", "push_off.muscles[2]", "named twice"),
    ],
    "people_say_enough": [
        (CONDITIONS, ", red warm calf", "", "deep_vein_thrombosis.people_say", "has 7 phrases"),
        (CONDITIONS, "red warm calf", "Clot in my  leg", "people_say[4]", "stands there twice"),
    ],
    "source_keys": [
        (
            MUSCLES,
            "key: manual1992, locator: ch. 22",
            "key: manual1991",
            "muscles.soleus.sources[0].key",
            "manual1992",
        ),
        (
            FLAGS,
            "key: study2020, locator: table 1",
            "key: nowhere",
            "red_flags.leg_clot.sources[0].key",
            "add it",
        ),
        (
            CONDITIONS,
            "L2, sources: [{key: study2020}]",
            "L2, sources: [{key: x}]",
            "muscles[1].sources[0].key",
            "`x`",
        ),
        (DANGER, "[{key: manual1992}]", "[{key: manual1}]", "danger_zones.kidney.sources[0].key", "manual1992"),
        (WAIVERS, "key: manual1992", "key: manual1", "waivers.knee_back.sources[0].key", "manual1992"),
    ],
    "known_structures": [
        (
            MUSCLES,
            "structures: [soleus]",
            "structures: [soleus, solus]",
            "soleus.structures[1]",
            "did you mean `soleus`?",
        ),
    ],
    "known_zones": [
        (
            MUSCLES,
            "primary: [heel_sole,",
            "primary: [heel_soul,",
            "soleus_1.primary[0]",
            "did you mean `heel_sole`?",
        ),
        (
            MUSCLES,
            "spillover: [sacrum]",
            'spillover: ["sacrum:both"]',
            "quadratus_lumborum_1.spillover[0]",
            "no sides",
        ),
    ],
    "zones_disjoint": [
        (
            MUSCLES,
            "spillover: [calf_lower]",
            "spillover: [calf_lower, achilles]",
            "soleus_1.spillover[1]",
            "already in `primary`",
        ),
        (MUSCLES, "[calf_inner]", "[calf_inner, calf_inner]", "soleus_2.primary[1]", "already in `primary`"),
        (
            MUSCLES,
            "spillover: [sacrum]",
            "spillover: [low_back]",
            "quadratus_lumborum_1.spillover[0]",
            "already",
        ),
        (
            MUSCLES,
            "spillover: [calf_lower]",
            'spillover: ["calf_lower:both", "calf_lower:opposite"]',
            "soleus_1.spillover[1]",
            "`calf_lower:opposite` is already in `spillover`",
        ),
    ],
    "positions_inside": [
        (MUSCLES, "[0.05, 0.15]", "[0.09, 0.15]", "soleus_1.positions.back", "lies outside the muscle"),
        (MUSCLES, "[0.05, 0.15]", "[0.065, 0.18]", "soleus_1.positions.back", "lies outside the muscle"),
        (
            MUSCLES,
            "{back: [0.05, 0.15]}",
            "{front: [0.05, 0.15]}",
            "soleus_1.positions.front",
            "not drawn in the view",
        ),
    ],
    "shapes_inside": [
        (
            MUSCLES,
            "positions: {back: [0.05, 0.15]}",
            "positions: {back: [0.05, 0.15]}\n        shapes: [{view: back, level: primary, at: [0.3, 0.1], rx: 0.01}]",
            "soleus_1.shapes[0]",
            "neither an ellipse nor a strip nor a band",
        ),
        (
            MUSCLES,
            "positions: {back: [0.05, 0.15]}",
            "positions: {back: [0.05, 0.15]}\n        shapes: [{view: back, level: primary, between: [0.2, 0.1]}]",
            "soleus_1.shapes[0]",
            "ends below its beginning",
        ),
    ],
    "islands_need_a_note": [
        (
            MUSCLES,
            "primary: [calf_inner]",
            "primary: [calf_inner, achilles]",
            "muscles.soleus.trigger_points.soleus_2",
            "2 separate places (calf_inner / achilles)",
        ),
    ],
    "r0_not_drawn": [
        (
            MUSCLES,
            "referral_support: R1",
            "referral_support: R0",
            "muscles.soleus.referral_support",
            "not drawn",
        ),
    ],
    "independent_support": [
        (
            MUSCLES,
            "      - {key: study2020}\n",
            "      - {key: workbook2001}\n",
            "quadratus_lumborum.referral_support",
            "R2",
        ),
        (
            MUSCLES,
            "referral_support: R1",
            "referral_support: R3",
            "muscles.soleus.referral_support",
            "independent",
        ),
    ],
    "condition_references": [
        (
            CONDITIONS,
            "[achilles, calf_lower]",
            "[achiles, calf_lower]",
            "regions[0]",
            "did you mean `achilles`?",
        ),
        (
            CONDITIONS,
            "muscle: soleus",
            "muscle: solius",
            "achilles_tendinopathy.muscles[0].muscle",
            "`soleus`?",
        ),
    ],
    "involves_known": [
        (CONDITIONS, "[nerve_tibial, ", "[nerve_tibia, ", "achilles_tendinopathy.involves[0]", "`nerve_tibial`?"),
        (CONDITIONS, "[nerve_tibial, ", "[organ_kidney, ", "achilles_tendinopathy.involves[0]", "is not one of the"),
        (CONDITIONS, "[nerve_tibial, ", "[root_s1, ", "achilles_tendinopathy.involves[1]", "`root_s1` is named twice"),
    ],
    "link_sources": [
        (
            CONDITIONS,
            "L2, sources: [{key: study2020}]",
            "L2",
            "achilles_tendinopathy.muscles[1]",
            "cites no source",
        ),
    ],
    "links_overlap": [
        (
            CONDITIONS,
            "L2, sources: [{key: study2020}]",
            "L0",
            "conditions.achilles_tendinopathy.muscles[1]",
            "reaches no region of this condition",
        ),
    ],
    "mimics_name_no_muscles": [
        (
            CONDITIONS,
            "    regions: [calf_inner, calf_lower]\n",
            "    regions: [calf_inner, calf_lower]\n    muscles: [{muscle: soleus, link_support: L0}]\n",
            "conditions.deep_vein_thrombosis.muscles",
            "lists no muscles",
        ),
    ],
    "flag_regions": [
        (
            FLAGS,
            "[low_back, sacrum, buttock_lower]",
            "[low_back, sacrum, buttock_lower, low_bak]",
            "regions[3]",
            "low_back",
        ),
        (FLAGS, "    anywhere: true\n", "", "red_flags.feeling_ill", "belongs to no region"),
    ],
    "regions_have_flags": [
        (
            FLAGS,
            "[low_back, sacrum, buttock_lower]",
            "[low_back, sacrum]",
            "regions.buttock_lower",
            "of its own",
        ),
    ],
    "brief_signs": [
        (FLAGS, "One calf newly swollen or warm", "A swollen calf, maybe a clot", "leg_clot.brief", "says `clot`"),
        (FLAGS, "Fever or weight loss", "Fever (or weight loss)", "feeling_ill.brief", "says `(`"),
        (FLAGS, "Fever or weight loss", "One two " * 6 + "three", "feeling_ill.brief", "has 13 words, 12 at most"),
        (FLAGS, "short: leg clot", "short: a clot in the leg", "leg_clot.short", "has 5 words, 4 at most"),
    ],
    "areas_cover_regions": [
        (AREAS, ", heel_sole]", "]", "regions.heel_sole", "stands in no area"),
        (AREAS, "[low_back, sacrum]", "[low_back, sacrum, low_back]", "back.regions[2]", "already stands in `back`"),
        (AREAS, "[knee_front,", "[kneefront, knee_front,", "sign_areas.leg.regions[0]", "did you mean `knee_front`?"),
    ],
    "areas_name_signs": [
        (AREAS, "first: [leg_clot]", "first: [leg_clott]", "sign_areas.leg.first[0]", "did you mean `leg_clot`?"),
        (AREAS, "first: [leg_clot]", "first: [leg_clot, leg_clot]", "sign_areas.leg.first[1]", "named twice"),
        (AREAS, "first: [leg_clot]", "first: [cauda_equina]", "sign_areas.leg.first[0]", "not belong to `knee_front`"),
        (
            AREAS,
            "[cauda_equina]",
            "[feeling_ill, cauda_equina]",
            "sign_areas.back.first[1]",
            "stands after `feeling_ill`",
        ),
    ],
    "regions_have_patterns": [
        (MUSCLES, "[calf_inner]", "[calf_lower]", "regions.calf_inner", "is reached by no pattern"),
        (MUSCLES, "[heel_sole, achilles]", "[achilles]", "regions.heel_sole", "say why not in waivers.yaml"),
    ],
    "waivers_hold": [
        (WAIVERS, "2027-11-30", "2026-01-31", "waivers.knee_front.expires", "the waiver expired on 2026-01-31"),
        (MUSCLES, "[calf_inner]", "[calf_inner, knee_back]", "waivers.knee_back.id", "take the waiver out"),
    ],
    "danger_muscles": [
        (DANGER, "[soleus, ", "[solius, ", "danger_zones.deep_calf.muscles[0]", "did you mean `soleus`?"),
        (DANGER, "[soleus, ", "[soleus, soleus, ", "danger_zones.deep_calf.muscles[1]", "named twice"),
    ],
    "danger_warns_only": [
        (DANGER, "in front of this muscle.", "in front. Keep off.", "danger_zones.kidney.why", "not one sentence"),
        (DANGER, "The kidney lies", "Avoid where the kidney lies", "danger_zones.kidney.why", "says `Avoid`"),
        (DANGER, "The kidney lies", "Needles can reach what lies", "danger_zones.kidney.why", "never what to do"),
        (DANGER, "structure: the kidney", "structure: a harmless kidney", "danger_zones.kidney.structure", "no muscle"),
    ],
    "reviewer_named": [
        (
            MUSCLES,
            ", reviewer: A. Clinician",
            "",
            "muscles.quadratus_lumborum.curation",
            "reviewed by nobody",
        ),
        (
            CONDITIONS,
            "sources: [{key: study2020}]\n    curation: {status: draft, date: 2026-11-21}\n  - id: deep_vein",
            "sources: [{key: study2020}]\n    curation: {status: reviewed, date: 2026-11-21}\n  - id: deep_vein",
            "conditions.achilles_tendinopathy.curation",
            "reviewed by nobody",
        ),
    ],
    "plain_words": [
        (MUSCLES, "Steadies the pelvis.", "A proven help.", "muscles.quadratus_lumborum.runner", "`proven`"),
        (
            CONDITIONS,
            "Swollen and warm",
            "Swollen \N{EM DASH} warm",
            "deep_vein_thrombosis.story",
            "\N{EM DASH}",
        ),
        (REGIONS, "[bum]", "[bum, safe spot]", "regions.buttock_lower.synonyms[1]", "`safe`"),
        (FLAGS, "a clot in a deep vein", "no red flags", "red_flags.leg_clot.think_of", "no red flags"),
        (DANGER, "The kidney lies", "This is safe, the kidney lies", "danger_zones.kidney.why", "`safe`"),
        (WAIVERS, "No pattern is drawn there.", "It is proven.", "waivers.knee_front.reason", "`proven`"),
    ],
    "no_needling_numbers": [
        (MUSCLES, "where: High in the calf", "where: 2 cm below the knee", "soleus_2.where", "`2 cm`"),
        (
            CONDITIONS,
            "note: Pattern overlaps",
            "note: The needle depth overlaps",
            "muscles[0].note",
            "needle depth",
        ),
        (MUSCLES, "Beside the spine", "At a depth of 3", "quadratus_lumborum_1.where", "depth of 3"),
    ],
}
CASES = [(rule, *case) for rule, cases in BREAKS.items() for case in cases]


@pytest.mark.parametrize(("rule", "file", "old", "new", "path", "said"), CASES, ids=[f"{c[0]}-{c[4]}" for c in CASES])
def test_a_break_is_one_problem(problems_after, rule, file, old, new, path, said):
    [problem] = problems_after(file, old, new)
    assert problem.path.endswith(path)
    assert said in f"{problem.message} ({problem.hint})"
    assert problem.line > 1


def test_the_unknown_flag_of_a_condition_is_named(copy: Path):
    path = copy / CONDITIONS
    path.write_text(path.read_text().replace("red_flags: [leg_clot]", "red_flags: [leg_clott]", 1))
    [problem] = find_problems(copy)
    assert (problem.path, problem.hint) == (
        "conditions.achilles_tendinopathy.red_flags[0]",
        "did you mean `leg_clot`?",
    )


def test_a_missing_view_is_said_once(copy: Path):
    (copy / "body" / "back.geojson").unlink()
    [problem] = find_problems(copy)
    assert problem.file.endswith("back.geojson")
    assert problem.message == "the file is missing"


@pytest.mark.parametrize("text", ["{", "[]", '{"features": [{"properties": {}}]}', "\x00", '{"features": 3}'])
def test_a_broken_view_is_said_once(copy: Path, text: str):
    (copy / "body" / "back.geojson").write_text(text)
    [problem] = find_problems(copy)
    assert problem.message.startswith("is not a chart view")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("primary: [calf_inner]", "primary: [calf_inner, achilles]\n        note: Felt in two separate places."),
        ("primary: [calf_inner]", "primary: [calf_inner, calf_lower, achilles]"),
        ("primary: [calf_inner]", 'primary: [calf_inner, "low_back:opposite"]'),
        ("primary: [calf_inner]", 'primary: [calf_inner, "low_back:both"]'),
    ],
    ids=["with a note", "all touch", "opposite", "both"],
)
def test_these_need_no_note_on_islands(problems_after, old, new):
    assert problems_after(MUSCLES, old, new) == ()


def test_unread_flags_do_not_echo_as_regions_without_flags(problems_after):
    [problem] = problems_after("red_flags.yaml", "time: now", "time: nwo")
    assert problem.hint == "did you mean `now`?"


def test_every_rule_is_registered_and_broken_here():
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__", "muscles", "texts"}
    registered = {rule.__module__.rpartition(".")[2] for rule in rules.RULES}
    assert files == registered == set(BREAKS)
