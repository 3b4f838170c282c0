"""Warning signs on the pages of the static edition, always before anything about muscles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from bodymap.ask.refers import refers
from bodymap.ask.signs import signs
from bodymap.data.dataset import Dataset
from bodymap.data.signs import RedFlag, Time, most_urgent_first
from bodymap.place import Place
from bodymap.tell.markup import bullets, folded, html, joined, quiet, sources
from bodymap.tell.signs import also_now, anywhere_now
from bodymap.tell.site.addresses import link
from bodymap.tell.site.frame import Page
from bodymap.tell.site.markup import part
from bodymap.tell.wording import CHILDREN, NOT_ALL_CLEAR, ORGANS_HERE, REASONS_TO_GO, TIMES

HEAD = "Warning signs first"
_ORGANS = ("emergency", "urgent", "see_doctor")


def signs_of_place(dataset: Dataset, place: Place) -> Markup:
    """The signs of a place: the most telling open, other emergencies named, the rest closed."""
    here = signs(dataset, [place])
    now = [flag for flag in here.open if flag.time is Time.NOW]
    later = [flag for flag in here.open if flag.time is not Time.NOW]
    named = joined(html("<p>{}.</p>", line) for line in (*also_now(here), *anywhere_now(here)))
    waiting = (*here.now, *here.today, *here.days, *here.weeks, *here.children)
    more = folded(f"All other signs of this place ({len(waiting)})", _lines(waiting)) if waiting else ""
    return part(
        HEAD,
        html('<div class="flags now">{}{}</div>', _lines(now), named),
        _lines(later),
        quiet(NOT_ALL_CLEAR),
        more,
        _organs(dataset, place),
        quiet(Markup('<a href="../signs.html">Every sign in full, what doctors want to rule out, and sources</a>')),
        anchor="signs",
    )


def signs_page(dataset: Dataset) -> Page:
    """Every warning sign in full with its places and sources, most urgent first."""
    every = most_urgent_first(dataset.red_flags.values())
    body = html("<h1>Warning signs</h1>{}", quiet(NOT_ALL_CLEAR)) + joined(
        part(TIMES[time][1], joined(_whole(dataset, flag) for flag in every if flag.time is time)) for time in Time
    )
    said = "Signs for which to call the emergency number, to see a doctor today, within days, or within two weeks."
    return Page("signs.html", "Warning signs and how soon to act", said, body)


def _whole(dataset: Dataset, flag: RedFlag) -> Markup:
    regions = joined((link(dataset, "regions", region, up="") for region in flag.regions), ", ")
    where = "Wherever it hurts" if flag.anywhere else regions
    kind = "now" if flag.time is Time.NOW else "today" if flag.time is Time.TODAY else "days"
    children = f" {CHILDREN}." if flag.children else ""
    return html(
        '<div class="flags {}" id="{}"><p>{}{}</p><p class="quiet">Places: {}</p>{}</div>',
        kind, flag.id, _in_full(flag), children, where, sources(dataset, flag.sources),
    )  # fmt: skip


def blocks(flags: Sequence[RedFlag]) -> Markup:
    """Signs in full, what doctors want to rule out in brackets: a box for each time."""
    return joined(_block([flag for flag in flags if flag.time is time], time) for time in Time)


def see_signs(dataset: Dataset, regions: Iterable[str]) -> Markup:
    """For pages where nobody said that it hurts: the ways to the signs of the places."""
    ways = joined((link(dataset, "regions", r, anchor="#signs") for r in dict.fromkeys(regions)), ", ")
    return html('<p class="flags days">If it hurts there, see the warning signs first: {}.</p>', ways)


def _lines(flags: Iterable[RedFlag]) -> Markup:
    template = '<strong>{}:</strong> <a href="../signs.html#{}">{}</a>'
    return bullets((html(template, TIMES[flag.time][0], flag.id, flag.brief) for flag in flags), "signs")


def _block(flags: Sequence[RedFlag], time: Time) -> Markup:
    if not flags:
        return Markup()
    items = bullets(map(_in_full, flags))
    return html('<div class="flags {}"><p><strong>{}</strong> if:</p>{}</div>', time.value, TIMES[time][1], items)


def _in_full(flag: RedFlag) -> Markup:
    note = html(' <span class="note">{}</span>', flag.note) if flag.note else ""
    return html('{} <span class="think">({})</span>{}', flag.sign, flag.think_of, note)


def _organs(dataset: Dataset, place: Place) -> Markup:
    found = dict.fromkeys(row.id for row in refers(dataset, [place], ("organ",)))
    felt = sorted((dataset.organs[id_] for id_ in found), key=lambda organ: _ORGANS.index(organ.urgency))
    if not felt:
        return Markup()
    items = []
    for organ in felt:
        flags = most_urgent_first(dataset.red_flags[flag] for flag in organ.red_flags)
        said = "; ".join(f"{TIMES[flag.time][0].lower()}: {flag.brief.rstrip('.')}" for flag in flags)
        items.append(html("<strong>{}:</strong> {} Signs: {}.", organ.plain_name, organ.seek_help_if, said))
    return folded(f"{ORGANS_HERE} ({len(felt)})", quiet(REASONS_TO_GO) + bullets(items))
