"""The parts of the page on dry needling, as HTML. It explains; it never says how or where to needle."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bodymap.data.dataset import Dataset
from bodymap.data.needling import LABELS, Claim, Contraindication, HarmCount, Label
from components.shared import markup

DOCUMENTS = {
    "doc_clinic_deep_needling": "A, a clinic",
    "doc_training_guide": "B, a training company",
    "doc_site_ten_references": "C, a site with ten references",
    "doc_running_clinic": "D, a running clinic",
}
LABEL_NAMES = {
    Label.SEEK_CARE: "Get medical care first",
    Label.DO_NOT: "Do not have it",
    Label.DO_NOT_THERE: "Not there",
    Label.SPECIALIST: "Ask a specialist first",
    Label.CAUTION: "With caution",
    Label.DISCUSS: "Talk it through",
}
VERDICTS = {
    "supported": "supported",
    "partly": "partly supported",
    "weak": "weak evidence",
    "unsupported": "no support found",
    "contradicted": "contradicted",
    "wrong_source": "wrong source cited",
    "definition": "a definition",
    "marketing": "advertising",
}
TOPICS = {
    "concept": "What it is and how it is said to work",
    "effect": "What it is said to do",
    "condition": "What it is said to help with",
    "feeling_and_harm": "How it feels and what can go wrong",
    "reference": "The ten references of document C",
}
WARNING = (
    '<div class="flags urgent" role="note"><p class="flags-head"><strong>Done only by a trained professional. Do not '
    "needle yourself or anyone else.</strong></p></div>"
)


def guide(dataset: Dataset, *sections: str) -> str:
    """The parts of the guide in these sections, in this order."""
    parts = (part for section in sections for part in dataset.needling.guide.values() if part.section == section)
    return "".join(
        f"<h3>{escape(part.title)}</h3>{''.join(f'<p>{escape(text)}</p>' for text in part.text)}"
        f"{markup.bullets(part.points) if part.points else ''}{markup.sources(dataset, part.sources)}"
        for part in parts
    )


def harms(dataset: Dataset) -> str:
    """What was counted, of how many, and by whom: as counts with their denominators."""
    return (
        '<h3>Unwanted effects that were counted</h3><p class="quiet">Who counts changes the numbers: therapists who '
        "count at their own treatments may count too few.</p>"
        + "".join(_harm(dataset, h) for h in dataset.needling.harms.values())
    )


def _harm(dataset: Dataset, harm: HarmCount) -> str:
    of = f"{harm.denominator:,} {harm.unit}"
    minor = f"<li>A minor effect: {per_thousand(harm.minor_percent, harm.unit)}.</li>" if harm.minor_percent else ""
    major = "" if harm.major is None else f"<li>Serious effects: {harm.major} in {of}.</li>"
    kinds = "".join(
        f"<li>{escape(effect.effect)}: {per_thousand(effect.percent, harm.unit)}</li>" for effect in harm.effects
    )
    note = f"<p>{escape(harm.note)}</p>" if harm.note else ""
    return (
        f'<div class="study"><p><strong>{escape(harm.name)}.</strong> {of}. Counted by: {escape(harm.counted_by)}.</p>'
        f"<ul>{minor}{major}{kinds}</ul>{note}{markup.sources(dataset, harm.sources, 'Source')}</div>"
    )


def per_thousand(percent: float, unit: str) -> str:
    """A share as a count: ``about 192 of every 1,000 treatments``."""
    return f"about {round(percent * 10):,} of every 1,000 {unit}"


def contraindications(dataset: Dataset) -> str:
    """Every reason for caution, the strictest first, with who says what."""
    ordered = sorted(dataset.needling.contraindications.values(), key=lambda item: LABELS.index(item.label))
    rows = "".join(_contraindication(dataset, item) for item in ordered)
    return (
        "<h3>Reasons not to have it, or to ask first</h3><p>Where sources differ, the stricter word is shown and the "
        "difference is told. Never stop a medicine because of needling: ask the person who prescribed it.</p>"
        f'<div class="table"><table><thead><tr><th>Reason</th><th>Shown as</th><th>What to do</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _contraindication(dataset: Dataset, item: Contraindication) -> str:
    said = "".join(
        f"<li><strong>{escape(DOCUMENTS.get(stance.who, stance.who.capitalize()))}</strong> "
        f"({escape(LABEL_NAMES[stance.label].lower())}): {escape(stance.says)}</li>"
        for stance in item.stances
    )
    silent = [name for key, name in DOCUMENTS.items() if key not in {stance.who for stance in item.stances}]
    quiet = f"<p>Not mentioned by {escape('; '.join(silent))}.</p>" if silent else ""
    differ = markup.tag("sources differ", "differ") if item.disputed else ""
    who = markup.folded(
        f"Who says what ({len(item.stances)})",
        f"<ul>{said}</ul>{quiet}{markup.sources(dataset, (ref for stance in item.stances for ref in stance.sources))}",
        "sources",
    )
    strict = "warn" if LABELS.index(item.label) <= LABELS.index(Label.DO_NOT_THERE) else ""
    return (
        f"<tr><td>{escape(item.item)}</td><td>{markup.tag(LABEL_NAMES[item.label], strict)} {differ}</td>"
        f"<td>{escape(item.advice)}{who}</td></tr>"
    )


def claims(dataset: Dataset, verdicts: Sequence[str] = ()) -> str:
    """What the four documents claim, by topic, with our verdict; all of them, or those with the chosen verdicts."""
    every = [claim for claim in dataset.needling.claims.values() if not verdicts or claim.verdict in verdicts]
    tables = "".join(
        f"<h3>{title}</h3>{_claim_table(dataset, own)}"
        for topic, title in TOPICS.items()
        if (own := [claim for claim in every if claim.topic == topic])
    )
    named = "; ".join(DOCUMENTS.values())
    return (
        f"<p>Four documents stood at the beginning of this project: {escape(named)}. All four sell or promote a "
        "service. These are their claims in our words, each with what the evidence says. The verdicts were set by "
        f"people who are not clinicians.</p>{tables}"
    )


def _claim_table(dataset: Dataset, own: Sequence[Claim]) -> str:
    rows = "".join(
        f"<tr><td>{escape(claim.claim)} <span class='quiet'>({_letters(claim)})</span></td>"
        f"<td>{markup.tag(VERDICTS[claim.verdict], claim.verdict)}</td>"
        f"<td>{escape(claim.finding)}{markup.sources(dataset, claim.sources)}</td></tr>"
        for claim in own
    )
    head = "<tr><th>Claim</th><th>Verdict</th><th>What we found</th></tr>"
    return f'<div class="table"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>'


def _letters(claim: Claim) -> str:
    return ", ".join(DOCUMENTS[document][0] if document in DOCUMENTS else document for document in claim.documents)
