"""The standing notice: what this is and is not, above the map on every page."""

from __future__ import annotations

from bodymap.tell.wording import NOTICE_BODY, NOTICE_END, NOTICE_LEAD
from components.shared.markup import html, show


def notice() -> None:
    """Show the notice."""
    show(
        html(
            '<div class="notice" role="note"><strong>{}</strong> {} <strong>{}</strong></div>',
            NOTICE_LEAD,
            NOTICE_BODY,
            NOTICE_END,
        )
    )
