"""The parts of the page on dry needling, as HTML. It explains; it never says how or where to needle."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.needling import LABELS, Claim, Contraindication, HarmCount, Label
from bodymap.tell.wording import DOCUMENTS, LABEL_NAMES, ONLY_PROFESSIONALS, TOPICS, VERDICTS
from bodymap.words import later, lowered, number, tr
from components.shared import markup
from components.shared.markup import english, english_in, html, joined

_HARMS = later("Who counts changes the numbers: therapists who count at their own treatments may count too few.")
_DIFFER = later(
    "Where sources differ, the stricter word is shown and the difference is told. Never stop a medicine because of "
    "needling: ask the person who prescribed it."
)
_FOUR = later(
    "Four documents stood at the beginning of this project: {}. All four sell or promote a service. These are their "
    "claims in our words, each with what the evidence says. The verdicts were set by people who are not clinicians."
)
_WHO = {**DOCUMENTS, "guideline": later("Guideline"), "review": later("Review")}


def warning() -> Markup:
    """Who does it, above everything else."""
    box = '<div class="flags today" role="note"><p class="flags-head"><strong>{}</strong></p></div>'
    return html(box, tr(ONLY_PROFESSIONALS))


def guide(dataset: Dataset, *sections: str) -> Markup:
    """The parts of the guide in these sections, in this order; in two columns where there is room."""
    parts = (part for section in sections for part in dataset.guide.values() if part.section == section)
    return html(
        '<div class="guide">{}</div>',
        joined(
            html(
                "<section><h3>{}</h3>{}{}{}</section>",
                english(part.title),
                joined(html("<p>{}</p>", english(text)) for text in part.text),
                markup.bullets(map(english, part.points)) if part.points else "",
                markup.sources(dataset, part.sources),
            )
            for part in parts
        ),
    )


def harms(dataset: Dataset) -> Markup:
    """What was counted, of how many, and by whom: as counts with their denominators."""
    head = html("<h3>{}</h3>{}", tr("Unwanted effects that were counted"), markup.quiet(tr(_HARMS)))
    return head + joined(_harm(dataset, harm) for harm in dataset.harms.values())


def _harm(dataset: Dataset, harm: HarmCount) -> Markup:
    of = f"{number(harm.denominator)} {harm.unit}"
    minor = tr("A minor effect: {}.").format(per_thousand(harm.minor_percent or 0, harm.unit))
    counted = [english_in(minor, harm.unit)] if harm.minor_percent else []
    counted += (
        [] if harm.major is None else [english_in(tr("Serious effects: {} in {}.").format(harm.major, of), harm.unit)]
    )
    counted += [
        html("{}: {}", english(effect.effect), english_in(per_thousand(effect.percent, harm.unit), harm.unit))
        for effect in harm.effects
    ]
    return html(
        '<div class="study"><p><strong>{}.</strong> {}. {} {}.</p>{}{}{}</div>',
        english(harm.name),
        english_in(of, harm.unit),
        tr("Counted by:"),
        english(harm.counted_by),
        markup.bullets(counted),
        html("<p>{}</p>", english(harm.note)) if harm.note else "",
        markup.sources(dataset, harm.sources, tr("Source")),
    )


def per_thousand(percent: float, unit: str) -> str:
    """A share as a count: ``about 192 of every 1,000 treatments``."""
    return tr("about {} of every {} {}").format(number(round(percent * 10)), number(1000), unit)


def contraindications(dataset: Dataset) -> Markup:
    """Every reason for caution, the strictest first, with who says what."""
    ordered = sorted(dataset.contraindications.values(), key=lambda item: LABELS.index(item.label))
    return html(
        "<h3>{}</h3><p>{}</p>{}",
        tr("Reasons not to have it, or to ask first"),
        tr(_DIFFER),
        _table(
            (tr("Reason"), tr("Shown as"), tr("What to do")),
            joined(_contraindication(dataset, item) for item in ordered),
        ),
    )


def _table(heads: Sequence[str], rows: Markup) -> Markup:
    named = joined(html("<th>{}</th>", head) for head in heads)
    return html('<div class="table"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>', named, rows)


def _contraindication(dataset: Dataset, item: Contraindication) -> Markup:
    said = markup.bullets(
        html(
            "<strong>{}</strong> ({}): {}",
            tr(_WHO[stance.who]) if stance.who in _WHO else english(stance.who),
            lowered(tr(LABEL_NAMES[stance.label])),
            english(stance.says),
        )
        for stance in item.stances
    )
    silent = [tr(name) for key, name in DOCUMENTS.items() if key not in {stance.who for stance in item.stances}]
    quiet = html("<p>{}</p>", tr("Not mentioned by {}.").format("; ".join(silent))) if silent else ""
    who = markup.folded(
        tr("Who says what ({})").format(len(item.stances)),
        said + quiet + markup.sources(dataset, (ref for stance in item.stances for ref in stance.sources)),
        "sources",
    )
    strict = "warn" if LABELS.index(item.label) <= LABELS.index(Label.DO_NOT_THERE) else ""
    return html(
        "<tr><td>{}</td><td>{} {}</td><td>{}{}</td></tr>",
        english(item.item),
        markup.tag(tr(LABEL_NAMES[item.label]), strict),
        markup.tag(tr("sources differ"), "differ") if item.disputed else "",
        english(item.advice),
        who,
    )


def claims(dataset: Dataset, verdicts: Sequence[str] = ()) -> Markup:
    """What the four documents claim, by topic, with our verdict; all of them, or those with the chosen verdicts."""
    every = [claim for claim in dataset.claims.values() if not verdicts or claim.verdict in verdicts]
    tables = joined(
        html("<h3>{}</h3>{}", tr(title), _claim_table(dataset, own))
        for topic, title in TOPICS.items()
        if (own := [claim for claim in every if claim.topic == topic])
    )
    return html(
        "<p>{}</p>{}",
        tr(_FOUR).format("; ".join(map(tr, DOCUMENTS.values()))),
        tables,
    )


def _claim_table(dataset: Dataset, own: Sequence[Claim]) -> Markup:
    rows = joined(
        html(
            '<tr><td>{} <span class="quiet">({})</span></td><td>{}</td><td>{}{}</td></tr>',
            english(claim.claim),
            _letters(claim),
            markup.tag(tr(VERDICTS[claim.verdict]), claim.verdict),
            english(claim.finding),
            markup.sources(dataset, claim.sources),
        )
        for claim in own
    )
    return _table((tr("Claim"), tr("Verdict"), tr("What we found")), rows)


def _letters(claim: Claim) -> str:
    return ", ".join(DOCUMENTS[document][0] if document in DOCUMENTS else document for document in claim.documents)
