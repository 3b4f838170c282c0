"""What every page of the static edition has around its content."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from bodymap.tell.markup import html
from bodymap.tell.wording import BODY_CREDIT, DATA_CREDIT, DRAFTS, NOTICE, NOTICE_SHORT, PROGRAM_CREDIT

APP = "Trigger Point Body Map"
MOST_LETTERS = 155  # of a description, so that search engines show it whole
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{title}</title>
<meta name="description" content="{description}" />
<meta name="color-scheme" content="light dark" />
<link rel="stylesheet" href="{up}site.css" />
</head>
<body data-up="{up}">
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="brand"><a href="{up}index.html">{app}</a></p>
<nav aria-label="Pages"><a href="{up}parts.html">Body parts</a> <a href="{up}letters.html">A to Z</a>
<a href="{up}signs.html">Warning signs</a> <a href="{up}about.html">About</a></nav>
<form role="search" class="search" hidden="hidden" action="{up}letters.html">
<label for="asked">Search</label>
<input id="asked" type="search" autocomplete="off" placeholder="A place, an injury, a muscle, a nerve"
 aria-controls="found" aria-describedby="search-said" />
<div class="answers"><p id="search-said" role="status"></p><div id="warned" role="alert"></div><ol id="found"></ol>
</div>
</form>
</header>
<p class="notice" role="note">{notice}</p>
<main id="content" tabindex="-1">
{body}
</main>
<footer><p>{long}</p><p>{drafts} {credit}</p></footer>
<script src="{up}search.js"></script>
</body>
</html>
"""


@dataclass(frozen=True)
class Page:
    """A page: where it stands in the folder, what it is called, and what it says."""

    file: str
    title: str
    description: str
    body: Markup

    def __str__(self) -> str:
        return str(
            html(
                _PAGE,
                up="../" * self.file.count("/"),
                app=APP,
                title=f"{self.title} · {APP}",
                description=shortened(self.description),
                notice=NOTICE_SHORT,
                long=NOTICE,
                drafts=DRAFTS,
                credit=f"{BODY_CREDIT} {DATA_CREDIT} {PROGRAM_CREDIT}",
                body=self.body,
            )
        )


def shortened(text: str) -> str:
    """A text cut between words where it is longer than a description may be."""
    whole = " ".join(text.split())
    return whole if len(whole) <= MOST_LETTERS else whole[: MOST_LETTERS - 1].rpartition(" ")[0].rstrip(",;:.") + "…"
