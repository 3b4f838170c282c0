"""One script out of JavaScript modules, because a Streamlit component takes one and nobody should need a build.

The modules keep real imports, so that node, biome and tsc understand them. Joined, they share one scope: each stands
after those that it imports, without its import lines and without the word ``export``; the entry keeps its default
export. What that would break is refused with a ``JoinError``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from posixpath import dirname, normpath
from posixpath import join as path_join

_IMPORT = re.compile(r'^import\s+\{(?P<names>[^}]*)\}\s+from\s+"(?P<path>\.[^"]*)";\n', re.MULTILINE)
_DECLARED = re.compile(
    r"^(?P<export>export )?(?:async )?(?:function\*?|class|const|let|var) (?P<name>[\w$]+)", re.MULTILINE
)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
# What several mounts share: reading out what has changed.
ANNOUNCING = {"../announcing.js": (Path(__file__).parent / "announcing.js").read_text(encoding="utf-8")}
_DEFAULT_NAME = re.compile(r"^export default (?:async )?(?:function\*?|class) (?P<name>[\w$]+)", re.MULTILINE)
_NOTE = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/)[\s\S])*\*/|//.*)\n", re.MULTILINE)  # notes and types on their own lines
_REFUSED = {
    re.compile(r"^import\b.*", re.MULTILINE): 'import with `import { name } from "./module.js";` only',
    re.compile(r"^export (?:\{|\*).*", re.MULTILINE): "export a name where it is declared",
    re.compile(r"^(?:export )?(?:const|let|var) [\[{].*", re.MULTILINE): "declare names of a module one by one",
}


_EVERYWHERE = ("words.js", "translating.js", "handing.js")  # what each of several components has


class JoinError(Exception):
    """Modules that cannot be joined; the message says which, why, and what to do."""


def modules_of(folder: Path) -> dict[str, str]:
    """The modules of a component's folder, and those beside the folder that it shares with others, by path."""
    own = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.js")}
    return own | {f"../{name}": (folder.parent / name).read_text(encoding="utf-8") for name in _EVERYWHERE}


def joined(entry: str, modules: Mapping[str, str]) -> str:
    """The script of ``entry`` and of everything it imports; ``modules`` maps paths (``pure/zoom.js``) to their text."""
    order = in_order(entry, modules)
    _refuse_shared_names(order, modules)
    return "\n".join(_bare(name, modules[name], keep_default=name == entry) for name in order) + "\n"


def in_order(entry: str, modules: Mapping[str, str]) -> list[str]:
    """``entry`` and all that it imports, each after those that it imports itself."""
    order: list[str] = []

    def add(name: str, way: Sequence[str]) -> None:
        if name in way:
            raise JoinError(f"modules import each other in a circle: {' -> '.join([*way[way.index(name) :], name])}")
        if name in order:
            return
        if name not in modules:
            raise JoinError(f"{way[-1] if way else 'the page'}: imports {name}, which does not exist")
        for imported, wanted in _imports(name, modules[name]):
            add(imported, [*way, name])
            for missing in sorted(wanted - _declared(modules[imported], exported=True)):
                raise JoinError(f"{name}: imports `{missing}`, which {imported} does not export")
        order.append(name)

    add(entry, [])
    return order


def _imports(name: str, text: str) -> list[tuple[str, set[str]]]:
    """The modules that one imports, with the names it wants of each."""
    found = []
    for line in _IMPORT.finditer(text):
        wanted = {part.strip() for part in line["names"].split(",")} - {""}
        if renamed := sorted(part for part in wanted if " " in part):
            raise JoinError(f"{name}: import `{renamed[0]}` under its own name")
        found.append((normpath(path_join(dirname(name), line["path"])), wanted))
    return found


def _declared(text: str, exported: bool = False) -> set[str]:
    names = {match["name"] for match in _DECLARED.finditer(text) if match["export"] or not exported}
    return names if exported else names | {match["name"] for match in _DEFAULT_NAME.finditer(text)}


def _refuse_shared_names(order: Sequence[str], modules: Mapping[str, str]) -> None:
    owners: dict[str, str] = {}
    for name in order:
        for declared in sorted(_declared(modules[name])):
            if declared in owners:
                raise JoinError(f"{owners[declared]} and {name} both declare `{declared}`: rename one of them")
            owners[declared] = name


def _bare(name: str, text: str, keep_default: bool) -> str:
    """A module without its imports, exports and notes."""
    bare = _IMPORT.sub("", _NOTE.sub("", text))
    for refused, advice in _REFUSED.items():
        if line := refused.search(bare):
            raise JoinError(f"{name}: `{line[0]}` cannot be joined: {advice}")
    if not keep_default and _DEFAULT.search(bare):
        raise JoinError(f"{name}: only the module that a mount starts with may have a default export")
    return re.sub(r"^export (?!default )", "", bare, flags=re.MULTILINE).strip()
