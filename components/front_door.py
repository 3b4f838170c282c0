"""What the server answers before Streamlit does: a page for addresses that lead nowhere, and where the app stands.

Streamlit answers every address with the same small page, whose files are then looked for below that address: deeper
than one step it stays blank. And a page looks for the server below its own address first, which ends in a 404.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlencode

from markupsafe import Markup
from starlette.responses import HTMLResponse, Response
from streamlit import config, file_util

from bodymap.ask.near import near
from bodymap.tell.markup import html
from bodymap.words import ENGLISH, LANGUAGES, chosen, speaking, tr
from components.language import PARAMETER, parameter
from components.pages import APP, BEHIND, PAGES

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

WHERE = "where.js"
_SAYS_WHERE = (
    'window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: new URL(".", document.currentScript.src).href };\n'
)
_OWN = ("_stcore", "static", "media", "component")  # first steps of addresses that Streamlit answers
_LONGEST = 60
_STYLE = (
    ":root { color-scheme: light dark; } body { font: 1.1rem/1.5 sans-serif; max-width: 36rem; margin: 3rem auto; "
    "padding: 0 1rem; overflow-wrap: anywhere; } li { margin: .5rem 0; }"
)
_NO_PAGE = Markup(
    '<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
    "<title>{title} · {app}</title><style>{style}</style></head><body><main><h1>{head}</h1>"
    "<p>{says}{meant}</p><p>{lead}</p><ul>{pages}</ul></main></body></html>"
)


class FrontDoor:
    """ASGI middleware that answers for pages; everything else goes on to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for a page or for an address that is none."""
        answer = _answer(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        await (answer or self.app)(scope, receive, send)


def _answer(scope: Scope) -> Response | None:
    base = "/" + f"{config.get_option('server.baseUrlPath')}/".lstrip("/")
    path: str = scope["path"]
    if not path.startswith(base):
        return None
    asked = path[len(base) :]
    if asked == WHERE:
        return Response(_SAYS_WHERE, media_type="text/javascript", headers={"Cache-Control": "no-cache"})
    if asked in _addresses():
        return HTMLResponse(_page(), headers={"Cache-Control": "no-cache"})
    first, page = asked.split("/")[0], asked.rstrip("/")
    if (page and page in _addresses()) or first in _OWN or asked in _files():
        return None
    depth = scope.get("raw_path", path.encode()).split(b"?")[0].count(b"/") - base.count("/")
    query = scope["query_string"].decode("latin-1")
    with speaking(_language(query)):
        return HTMLResponse(_lost(asked, depth, query), 404, {"Cache-Control": "no-cache"})


def _language(query: str) -> str:
    """The language that an address asks for; English where nobody speaks it."""
    asked = parse_qs(query).get(PARAMETER, [""])[0]
    return asked if asked in LANGUAGES else ENGLISH


def _lost(asked: str, depth: int, query: str) -> str:
    """The page for an address that leads nowhere; ``depth`` is how many steps it lies below the first page."""
    up = "../" * depth or "./"
    every = {page.address: page.title for page in (*PAGES, *BEHIND)}
    titles = {address: tr(title) for address, title in every.items()}
    names = {address: (titles[address], title, f"{address}.html") for address, title in every.items() if address}
    meant = near(asked, names, 1) or [step for step in asked.split("/") if step in names][:1]
    kept = "?" + quote(query, safe="=&%+,@~.-_") if query else ""
    speaks = "?" + urlencode(parameter()) if parameter() else ""
    link = "<a href='{}{}{}'>{}</a>"
    pages = Markup().join(html("<li>" + link + "</li>", up, address, speaks, titles[address]) for address in titles)
    ways = (html(link, up, address, kept, titles[address]) for address in meant)
    line = "".join(letter if letter.isprintable() else " " for letter in asked)
    short = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return _NO_PAGE.format(
        language=chosen(),
        title=tr("No such page"),
        app=APP,
        style=Markup(_STYLE),
        head=tr("There is no such page"),
        says=tr("This address leads to “{}”, which {} does not have.").format(short, APP),
        meant=Markup().join(html(tr(" Did you mean {}?"), way) for way in ways),
        lead=tr("These pages there are:"),
        pages=pages,
    )


def _addresses() -> frozenset[str]:
    return frozenset(page.address for page in (*PAGES, *BEHIND))


@cache
def _files() -> frozenset[str]:
    """What Streamlit has beside its page: a picture, a list for search engines."""
    return frozenset(path.name for path in _static().iterdir()) - {"index.html"}


@cache
def _page() -> str:
    """Streamlit's page, told where the server is, so that it looks nowhere else."""
    text = (_static() / "index.html").read_text(encoding="utf-8")
    return text.replace("<head>", f'<head>\n    <script src="./{WHERE}"></script>', 1)


def _static() -> Path:
    found: Any = file_util.get_static_dir()
    return Path(found)
