"""One test for many items: it fails once and names every item that failed, and why."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest


def each(name: str, items: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As ``pytest.mark.parametrize``, for a check that is quick and the same for every item."""
    listed = list(items)

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @wraps(check)
        def test(**fixtures: Any) -> None:
            wrong = []
            for item in listed:
                try:
                    check(**{name: item}, **fixtures)
                except AssertionError as error:
                    wrong.append(f"{getattr(item, 'id', item)}: {error}")
            if not listed or wrong:
                pytest.fail(f"{len(wrong)} of {len(listed)} fail.\n" + "\n".join(wrong), pytrace=False)

        signature = inspect.signature(check)
        others = [parameter for key, parameter in signature.parameters.items() if key != name]
        test.__signature__ = signature.replace(parameters=others)  # type: ignore[attr-defined]
        return test

    return decorate
