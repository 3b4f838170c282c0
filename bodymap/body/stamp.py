"""The stamp of a chart file: what ``make chart`` wrote, in short, so that a file changed otherwise is seen.

Blanks, line ends and a byte order mark do not count; whatever is drawn does.
"""

from __future__ import annotations

import hashlib
import re

_STAMP = re.compile(r'"stamp": ?"([0-9a-f]*)"')


def stamped(text: str) -> str:
    """The text of a chart file with its stamp filled in. It has one already, filled or empty: ``"stamp": ""``."""
    return _STAMP.sub(f'"stamp": "{_stamp_of(text)}"', text, count=1)


def is_as_built(text: str) -> bool:
    """Whether a chart file still holds what its stamp says; True for a file without a stamp."""
    written = _STAMP.search(text)
    return written is None or written[1] == _stamp_of(text)


def _stamp_of(text: str) -> str:
    plain = "".join(_STAMP.sub("", text, count=1).split()).removeprefix("\ufeff")
    return hashlib.blake2b(plain.encode(errors="replace"), digest_size=8).hexdigest()
