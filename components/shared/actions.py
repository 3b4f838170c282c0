"""Buttons within HTML: any number of them are one element of the page. Each acts at a tap, and nothing stays chosen.

An element costs the server about as much as all of its content, so an answer with thirty buttons is sent as one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st
from markupsafe import Markup

from components.joined import joined as one_script
from components.joined import modules_of
from components.messages import part as part_of
from components.messages import to_page
from components.shared.markup import html, joined

BUTTONS = 4000  # that are kept as HTML
_SCRIPTS = modules_of(Path(__file__).parent)
# What acts is sent once for a page; what is sent with every answer only calls it.
_acting = st.components.v2.component("bodymap_acting", js=one_script("acting.js", _SCRIPTS), isolate_styles=False)
_mount = st.components.v2.component("bodymap_actions", js=one_script("actions.js", _SCRIPTS), isolate_styles=False)


class Action(NamedTuple):
    """What a button says, what it does with which arguments, and its picture (a name of Material Symbols)."""

    label: str | Markup
    does: Callable[..., None]
    args: tuple[Any, ...] = ()
    icon: str = ""


class Acting(NamedTuple):
    """HTML with buttons, and what each does, by the name that the button carries."""

    html: Markup = Markup()
    acts: Mapping[str, Action] = {}


def together(*parts: Acting | Markup) -> Acting:
    """Parts one after another."""
    acts = {name: act for part in parts if isinstance(part, Acting) for name, act in part.acts.items()}
    return Acting(joined(part.html if isinstance(part, Acting) else part for part in parts), acts)


def button_row(label: str | Markup, choices: Mapping[str, Action], key: str, show_label: bool = False) -> Acting:
    """Small buttons beside each other, as a group with a name; a button is known as ``key:choice``."""
    head = html("<p>{}</p>" if show_label else '<p class="only-read">{}</p>', label)
    buttons = joined(button(choice, action) for choice, action in choices.items())
    return Acting(
        html('<div data-row="{}">{}<div>{}</div></div>', key, head, buttons),
        {f"{key}:{choice}": action for choice, action in choices.items()},
    )


def button(name: str, action: Action, more: str | Markup = "") -> Markup:
    """A button of a name, which may be within a row; ``more`` are further attributes."""
    return _button(name, action.label, action.icon, more)


@lru_cache(maxsize=BUTTONS, typed=True)  # typed, because a text and the same as HTML are equal
def _button(name: str, label: str | Markup, icon: str, more: str | Markup) -> Markup:
    if icon:
        return html('<button data-act="{}" data-icon="{}"{}>{}</button>', name, icon, more, label)
    return html('<button data-act="{}"{}>{}</button>', name, more, label)


def on_request(
    summary: str | Markup, name: str, does: Callable[..., None], *args: Any, content: str | Markup = ""
) -> Acting:
    """A part whose content is sent when somebody opens it, which is what it ``does``; it stays the same element."""
    part = html('<details data-act="{}"><summary>{}</summary>{}</details>', name, summary, content)
    return Acting(part, {name: Action(summary, does, args)})


def put(parts: Mapping[str, Acting], key: str) -> None:
    """Put parts on the page, one below another, each in an element of the class ``part-`` and its name."""
    written, act = handed(parts, key)
    _mount(key=key, data=to_page(written), on_act_change=act)


def handed(parts: Mapping[str, Acting], key: str) -> tuple[list[tuple[str, str]], Callable[[], None]]:
    """What a mount with a key sends of parts, and what it calls when a button is pressed (``act``)."""
    acts = {name: act for part in parts.values() for name, act in part.acts.items()}
    return [(name, part.html) for name, part in parts.items()], partial(_act, acts, key)


def actions(label: str, choices: Mapping[str, Action], key: str, show_label: bool = False) -> None:
    """A row of small buttons on its own."""
    put({key: button_row(label, choices, key, show_label)}, key=key)


def _act(acts: Mapping[str, Action], key: str) -> None:
    """A callback, so it runs before the page is drawn again. A name that nobody knows does nothing."""
    name = part_of(st.session_state.get(key), "act")
    if isinstance(name, str) and (action := acts.get(name)):
        action.does(*action.args)


def script_of_actions() -> None:
    """What makes buttons act. Call it once on a page."""
    _acting(key="acting", height=1)
