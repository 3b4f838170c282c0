"""The one table of the kinds of records: a new kind is a model and a row here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bodymap.data.groups import NamedGroup
from bodymap.data.model import Condition, DangerZone, Muscle, Record, Region, Waiver
from bodymap.data.needling import Claim, Contraindication, Evidence, GuidePart, HarmCount
from bodymap.data.next_steps import Comparison, NextSteps
from bodymap.data.prevalence import Prevalence
from bodymap.data.referral import Disc, Joint, Nerve, NerveRoot, Organ
from bodymap.data.signs import RedFlag, SignArea
from bodymap.data.source import Publisher, Source


@dataclass(frozen=True)
class Kind:
    """A kind of record: the key of its list in its file, what one of them is called, and the field that names it."""

    name: str
    one: str
    file: str
    model: type[Record]
    title: str
    about: str
    may_be_empty: bool = False

    @property
    def is_yaml(self) -> bool:
        """Whether its file is YAML; the sources are BibTeX."""
        return self.file.endswith(".yaml")


_ROWS = (
    Kind(
        "regions", "region", "regions.yaml", Region, "name",
        "The surface regions that marks, zones, conditions and warning signs share.",
    ),
    Kind(
        "muscles", "muscle", "trigger_points.yaml", Muscle, "name",
        "Muscles, their trigger points and the zones in which pain from them is described.",
    ),
    Kind(
        "muscle_groups", "muscle_group", "muscle_groups.yaml", NamedGroup, "name", "Muscles that people name together.",
    ),
    Kind("red_flags", "red_flag", "red_flags.yaml", RedFlag, "sign", "Warning signs, shown before muscles."),
    Kind(
        "sign_areas", "sign_area", "sign_areas.yaml", SignArea, "name",
        "Parts of the body, and which of their warning signs are shown first.",
    ),
    Kind("conditions", "condition", "conditions.yaml", Condition, "name", "Running injuries and conditions."),
    Kind(
        "next_steps", "next_step", "next_steps.yaml", NextSteps, "id",
        "The way on from a running injury: how it goes, load, return, what others do; each statement with its source.",
        may_be_empty=True,
    ),
    Kind(
        "comparisons", "comparison", "comparisons.yaml", Comparison, "name",
        "Places in which conditions are confused, and how each of them is described there.",
        may_be_empty=True,
    ),
    Kind(
        "nerve_roots", "nerve_root", "nerve_roots.yaml", NerveRoot, "name",
        "Nerve roots: where touch is theirs, and where pain of them is described.",
        may_be_empty=True,
    ),
    Kind(
        "nerves", "nerve", "nerves.yaml", Nerve, "name", "Nerves and the skin areas in which they are felt.",
        may_be_empty=True,
    ),
    Kind(
        "joints", "joint", "joints.yaml", Joint, "name", "Joints and where pain of them is described.",
        may_be_empty=True,
    ),
    Kind(
        "discs", "disc", "discs.yaml", Disc, "name", "Discs of the spine and where pain of them is described.",
        may_be_empty=True,
    ),
    Kind(
        "organs", "organ", "organs.yaml", Organ, "name",
        "Organs whose trouble is felt elsewhere: reasons to see someone.",
        may_be_empty=True,
    ),
    Kind(
        "prevalence", "prevalence_study", "prevalence.yaml", Prevalence, "population",
        "In how many people studies found a trigger point, muscle by muscle.",
        may_be_empty=True,
    ),
    Kind(
        "danger_zones", "danger_zone", "danger_zones.yaml", DangerZone, "structure",
        "What lies near some muscles and could be harmed.",
    ),
    Kind(
        "waivers", "waiver", "waivers.yaml", Waiver, "reason", "Records that may break a rule until a day, and why.",
        may_be_empty=True,
    ),
    Kind(
        "evidence", "study", "evidence.yaml", Evidence, "studied",
        "What studies found about needling in each condition; what was tested is always said.",
    ),
    Kind(
        "harms", "harm", "harms.yaml", HarmCount, "name", "Studies that counted unwanted effects of dry needling.",
    ),
    Kind(
        "contraindications", "contraindication", "contraindications.yaml", Contraindication, "item",
        "Reasons not to needle or to ask first, and which source says so.",
    ),
    Kind(
        "claims", "claim", "claims.yaml", Claim, "claim",
        "What the documents the project grew from claim, and what the evidence says.",
    ),
    Kind("guide", "guide_part", "guide.yaml", GuidePart, "title", "The parts of the page on dry needling."),
    Kind(
        "publishers", "publisher", "publishers.yaml", Publisher, "name",
        "Who publishes sources, and at which hosts; an address of a source stands at one of them.",
        may_be_empty=True,
    ),
    Kind("sources", "source", "sources.bib", Source, "title", "The references that records point to."),
)  # fmt: skip
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ROWS}
