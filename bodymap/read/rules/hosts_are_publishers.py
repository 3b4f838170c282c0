"""A source stands at its publisher: its address, where it has one, lies at a host in ``data/publishers.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bodymap.data.kinds import KINDS
from bodymap.problems import Problem, did_you_mean, shown
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every source whose address is at another host; none while the publishers cannot be read."""
    if not draft.read_whole("publishers"):
        return
    hosts = {host for entry in draft.publishers for host in entry.record.hosts}
    file = shown(draft.body.parent / KINDS["sources"].file)
    for key, source in draft.sources.items():
        host = (urlsplit(source.url).hostname or "") if source.url else None
        if host is not None and host not in hosts:
            message = f"`{host}` is the host of no publisher in {KINDS['publishers'].file}"
            hint = did_you_mean(host, hosts) or "give the DOI, PubMed or the page of the publisher, never a copy"
            yield Problem(file, draft.source_lines.get(key, 1), key, message, hint)
