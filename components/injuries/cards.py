"""Conditions as cards, each a link with a small picture of where it is felt; all of them are one piece of HTML."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from markupsafe import Markup

from bodymap.ask.injury_filter import is_serious
from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.tell.thumbs import Thumbs
from bodymap.tell.wording import AFTER, STOP_FIRST, WHEN
from bodymap.words import chosen, tr
from components import pages, state
from components.shared.markup import english, html, joined, tag

MOST_PLACES = 3  # named on a card; the picture shows the others


def cards(dataset: Dataset, thumbs: Thumbs, conditions: Iterable[Condition]) -> Markup:
    """A card for each condition."""
    return html('<div class="cards">{}</div>', joined(_card(dataset, thumbs, c) for c in conditions))


def brief_cards(conditions: Iterable[Condition]) -> Markup:
    """The same without pictures, close together."""
    return html('<div class="cards brief">{}</div>', joined(_link(c, english(c.plain_name)) for c in conditions))


def _card(dataset: Dataset, thumbs: Thumbs, condition: Condition) -> Markup:
    clinical = html('<span class="clinical">{}</span>', english(condition.name)) if _two_names(condition) else ""
    said = html(
        '<span class="said"><strong>{}</strong>{}{}<span class="line">{}</span></span>',
        english(condition.plain_name),
        clinical,
        badge(condition),
        _line(dataset, condition),
    )
    return _link(condition, _picture(thumbs, condition) + said)


def _two_names(condition: Condition) -> bool:
    return condition.name != condition.plain_name


def _link(condition: Condition, inner: Markup) -> Markup:
    """A real link; a click is caught and opens the page without loading the app again (``opening``)."""
    kind = "card-link serious" if is_serious(condition) else "card-link"
    address = "?" + urlencode(
        {pages.CONDITION: condition.id, **state.marks_parameter(), **state.kept_parameters()}, safe=","
    )
    return html('<a class="{}" href="{}" data-condition="{}">{}</a>', kind, address, condition.id, inner)


def badge(condition: Condition) -> Markup:
    """What has to be known before it is opened; nothing where it is routine."""
    if is_serious(condition):
        return tag(tr("serious"), "warn")
    if condition.stop_first:
        return tag(tr(STOP_FIRST), "stop")
    return tag(tr("see someone first")) if condition.safety_class == "rule_out_first" else Markup()


def _line(dataset: Dataset, condition: Condition) -> str:
    """Where, when and after what, in one sentence of parts."""
    places = [dataset.region_name(region) for region in condition.regions]
    where = ", ".join([places[0], *(_small(place) for place in places[1:MOST_PLACES])])
    if len(places) > MOST_PLACES:
        where = tr("{} and {} more").format(where, len(places) - MOST_PLACES)
    after = ", ".join(_small(tr(AFTER[what])) for what in condition.after)
    when = ", ".join(_small(tr(WHEN[moment])) for moment in condition.when)
    return " · ".join([where, when, *([tr("after {}").format(after)] if after else [])])


def _small(text: str) -> str:
    return text if chosen() == "de" or text[:2].isupper() else text[:1].lower() + text[1:]


def _picture(thumbs: Thumbs, condition: Condition) -> Markup:
    thumb = thumbs.of(condition.regions)
    if not thumb:
        return Markup('<span class="thumb"></span>')
    return html('<span class="thumb {}" style="{}" aria-hidden="true"></span>', thumb.view, thumb.style)
