"""The parts of the page on dry needling, as HTML. It explains; it never says how or where to needle."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.needling import LABELS, Claim, Contraindication, HarmCount, Label
from bodymap.tell.wording import DOCUMENTS, LABEL_NAMES, ONLY_PROFESSIONALS, TOPICS, VERDICTS
from components.shared import markup
from components.shared.markup import html, joined

WARNING = html(
    '<div class="flags today" role="note"><p class="flags-head"><strong>{}</strong></p></div>', ONLY_PROFESSIONALS
)


def guide(dataset: Dataset, *sections: str) -> Markup:
    """The parts of the guide in these sections, in this order; in two columns where there is room."""
    parts = (part for section in sections for part in dataset.guide.values() if part.section == section)
    return html(
        '<div class="guide">{}</div>',
        joined(
            html(
                "<section><h3>{}</h3>{}{}{}</section>",
                part.title,
                joined(html("<p>{}</p>", text) for text in part.text),
                markup.bullets(part.points) if part.points else "",
                markup.sources(dataset, part.sources),
            )
            for part in parts
        ),
    )


def harms(dataset: Dataset) -> Markup:
    """What was counted, of how many, and by whom: as counts with their denominators."""
    return Markup(
        '<h3>Unwanted effects that were counted</h3><p class="quiet">Who counts changes the numbers: therapists who '
        "count at their own treatments may count too few.</p>"
    ) + joined(_harm(dataset, harm) for harm in dataset.harms.values())


def _harm(dataset: Dataset, harm: HarmCount) -> Markup:
    of = f"{harm.denominator:,} {harm.unit}"
    counted = [f"A minor effect: {per_thousand(harm.minor_percent, harm.unit)}."] if harm.minor_percent else []
    counted += [] if harm.major is None else [f"Serious effects: {harm.major} in {of}."]
    counted += [f"{effect.effect}: {per_thousand(effect.percent, harm.unit)}" for effect in harm.effects]
    return html(
        '<div class="study"><p><strong>{}.</strong> {}. Counted by: {}.</p>{}{}{}</div>',
        harm.name,
        of,
        harm.counted_by,
        markup.bullets(counted),
        html("<p>{}</p>", harm.note) if harm.note else "",
        markup.sources(dataset, harm.sources, "Source"),
    )


def per_thousand(percent: float, unit: str) -> str:
    """A share as a count: ``about 192 of every 1,000 treatments``."""
    return f"about {round(percent * 10):,} of every 1,000 {unit}"


def contraindications(dataset: Dataset) -> Markup:
    """Every reason for caution, the strictest first, with who says what."""
    ordered = sorted(dataset.contraindications.values(), key=lambda item: LABELS.index(item.label))
    return html(
        "<h3>Reasons not to have it, or to ask first</h3><p>Where sources differ, the stricter word is shown and the "
        "difference is told. Never stop a medicine because of needling: ask the person who prescribed it.</p>{}",
        _table(("Reason", "Shown as", "What to do"), joined(_contraindication(dataset, item) for item in ordered)),
    )


def _table(heads: Sequence[str], rows: Markup) -> Markup:
    named = joined(html("<th>{}</th>", head) for head in heads)
    return html('<div class="table"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>', named, rows)


def _contraindication(dataset: Dataset, item: Contraindication) -> Markup:
    said = markup.bullets(
        html(
            "<strong>{}</strong> ({}): {}",
            DOCUMENTS.get(stance.who, stance.who.capitalize()),
            LABEL_NAMES[stance.label].lower(),
            stance.says,
        )
        for stance in item.stances
    )
    silent = [name for key, name in DOCUMENTS.items() if key not in {stance.who for stance in item.stances}]
    quiet = html("<p>Not mentioned by {}.</p>", "; ".join(silent)) if silent else ""
    who = markup.folded(
        f"Who says what ({len(item.stances)})",
        said + quiet + markup.sources(dataset, (ref for stance in item.stances for ref in stance.sources)),
        "sources",
    )
    strict = "warn" if LABELS.index(item.label) <= LABELS.index(Label.DO_NOT_THERE) else ""
    return html(
        "<tr><td>{}</td><td>{} {}</td><td>{}{}</td></tr>",
        item.item,
        markup.tag(LABEL_NAMES[item.label], strict),
        markup.tag("sources differ", "differ") if item.disputed else "",
        item.advice,
        who,
    )


def claims(dataset: Dataset, verdicts: Sequence[str] = ()) -> Markup:
    """What the four documents claim, by topic, with our verdict; all of them, or those with the chosen verdicts."""
    every = [claim for claim in dataset.claims.values() if not verdicts or claim.verdict in verdicts]
    tables = joined(
        html("<h3>{}</h3>{}", title, _claim_table(dataset, own))
        for topic, title in TOPICS.items()
        if (own := [claim for claim in every if claim.topic == topic])
    )
    return html(
        "<p>Four documents stood at the beginning of this project: {}. All four sell or promote a service. These are "
        "their claims in our words, each with what the evidence says. The verdicts were set by people who are not "
        "clinicians.</p>{}",
        "; ".join(DOCUMENTS.values()),
        tables,
    )


def _claim_table(dataset: Dataset, own: Sequence[Claim]) -> Markup:
    rows = joined(
        html(
            '<tr><td>{} <span class="quiet">({})</span></td><td>{}</td><td>{}{}</td></tr>',
            claim.claim,
            _letters(claim),
            markup.tag(VERDICTS[claim.verdict], claim.verdict),
            claim.finding,
            markup.sources(dataset, claim.sources),
        )
        for claim in own
    )
    return _table(("Claim", "Verdict", "What we found"), rows)


def _letters(claim: Claim) -> str:
    return ", ".join(DOCUMENTS[document][0] if document in DOCUMENTS else document for document in claim.documents)
