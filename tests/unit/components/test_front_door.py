"""What the server answers for addresses: pages, what leads nowhere, and where the server itself is."""

from __future__ import annotations

import asyncio
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap import words
from components.front_door import FrontDoor
from components.pages import BEHIND, PAGES

HOME = "http://localhost:8501/"
ADDRESSES = [page.address for page in (*PAGES, *BEHIND)]
NOWHERE = [
    "/nope", "/nosuch/x", "/nosuch/../..", "/%3Cscript%3Ealert(1)%3C/script%3E", "/..%2f..%2fetc/passwd", "//evil",
    "//", "///", "/%2F",
    "/muscles/x", "/Muscles", "/muscles.html", "/%00", "/a%0d%0ab", "/index.html", "/%F0%9F%92%A9/x", "/" + "x" * 3000,
]  # fmt: skip


class Seen(HTMLParser):
    """The links of a page, its tags and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def asked(path: str, query: str = "", method: str = "GET") -> tuple[int, str, str]:
    """Status, type and body of the answer; status 0 where the request goes on to Streamlit."""
    sent: list[Any] = []

    async def streamlit(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 0, "headers": []})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": unquote(path), "raw_path": path.encode(), "headers": []}
    asyncio.run(FrontDoor(streamlit)({**scope, "query_string": query.encode()}, None, send))  # type: ignore[arg-type]
    kind = dict(sent[0]["headers"]).get(b"content-type", b"").decode()
    return sent[0]["status"], kind, b"".join(part.get("body", b"") for part in sent[1:]).decode()


def seen(body: str) -> Seen:
    page = Seen()
    page.feed(body)
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_told_where_the_server_is(address):
    status, kind, body = asked(f"/{address}")
    assert status == 200 and kind.startswith("text/html")
    assert body.index('<script src="./where.js"></script>') < body.index("<script type=")
    assert asked("/where.js")[1].startswith("text/javascript")


@pytest.mark.parametrize("path", ["/favicon.png", "/_stcore/health", "/static/js/x.js", "/media/1.png", "/muscles/"])
def test_the_rest_goes_on_to_streamlit(path):
    assert asked(path)[0] == 0
    assert asked("/nope", method="POST")[0] == 0


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_leads_nowhere_says_so_and_leads_on(path):
    status, _, body = asked(path, "marks=sacrum")
    page = seen(body)
    assert status == 404 and "There is no such page" in page.text
    assert not page.tags & {"script", "img"} and len(body) < 5000
    links = {urlsplit(urljoin(HOME[:-1] + path, link)) for link in page.links}
    assert {(link.netloc, link.path.removeprefix("/")) for link in links} >= {
        (urlsplit(HOME).netloc, address) for address in ADDRESSES
    }
    assert {link.netloc for link in links} == {urlsplit(HOME).netloc}


@pytest.mark.parametrize("path", ["/Muscles", "/muscles.html", "/musles", "/muscles/x", "/streamlit/muscles"])
def test_a_near_page_is_offered_with_what_the_address_asked_for(path):
    _, _, body = asked(path, 'muscle=soleus&x="><script>')
    page = seen(body)
    assert "Did you mean Muscles?" in page.text and "script" not in page.tags
    assert urljoin(HOME[:-1] + path, page.links[0]) == HOME + "muscles?muscle=soleus&x=%22%3E%3Cscript%3E"


@pytest.mark.parametrize(("spoken", "says"), [("de", "Diese Seite gibt es nicht"), ("es", "Esta página no existe")])
def test_an_address_in_a_language_is_answered_in_it_and_leads_on_in_it(spoken, says):
    _, _, body = asked("/nosuch/x", f"marks=sacrum&lang={spoken}")
    page = seen(body)
    assert f'<html lang="{spoken}">' in body and says in page.text and "no such" not in page.text.lower()
    with words.speaking(spoken):
        assert all(words.tr(title) in page.text for title in (page.title for page in (*PAGES, *BEHIND)))
    assert page.links and all(f"lang={spoken}" in link for link in page.links)
    assert asked("/nosuch/x", "marks=sacrum")[2].startswith('<!DOCTYPE html><html lang="en">'), (
        "the next one is English"
    )


def test_a_page_is_found_by_its_name_in_the_language():
    page = seen(asked("/Muskeln", "lang=de")[2])
    assert "Meinten Sie Muskeln?" in page.text and page.links[0] == "./muscles?lang=de"
    assert "Did you mean" not in seen(asked("/Muskeln")[2]).text


@pytest.mark.parametrize("query", ["lang=", "lang=tlh", "lang=%22%3E", "lang=DE", "xlang=de", "lang"])
def test_a_language_that_nobody_speaks_is_english(query):
    body = asked("/nope", query)[2]
    assert '<html lang="en">' in body and "There is no such page" in body and "lang=" not in "".join(seen(body).links)


@given(st.text(max_size=80), st.text(max_size=40))
def test_no_address_is_too_odd(path, query):
    status, _, body = asked(f"/{path}", query)
    assert status in (0, 200, 404) and (status != 404 or not seen(body).tags & {"script", "img", "iframe"})
