"""Joining JavaScript modules to the one script that a mount takes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import components
from components.joined import ANNOUNCING, JoinError, in_order, joined, modules_of

MODULES = modules_of(Path(components.__file__).parent / "body_chart") | ANNOUNCING
ENTRIES = ("chart.js", "state.js")

SMALL = {
    "page.js": 'import { draw } from "./draw.js";\nimport { ZERO } from "./pure/numbers.js";\n\n'
    "export default function mount() {\n  return draw() + ZERO;\n}\n",
    "draw.js": '/** @import { Shape } from "./types.d.ts" */\n\n'
    'import {\n  ONE,\n  ZERO,\n} from "./pure/numbers.js";\n\n'
    "/**\n * A note.\n */\nexport const draw = () => ONE + ZERO; // kept\n",
    "pure/numbers.js": "export const ZERO = 0;\nexport const ONE = 1;\n",
}


def with_module(name: str, text: str) -> dict[str, str]:
    return {**SMALL, name: text}


def test_a_module_stands_after_those_that_it_imports():
    assert in_order("page.js", SMALL) == ["pure/numbers.js", "draw.js", "page.js"]


def test_imports_exports_and_notes_go_and_the_rest_stays():
    assert joined("page.js", SMALL) == (
        "const ZERO = 0;\nconst ONE = 1;\nconst draw = () => ONE + ZERO; // kept\n"
        "export default function mount() {\n  return draw() + ZERO;\n}\n"
    )


def test_only_what_is_imported_is_joined():
    assert joined("pure/numbers.js", SMALL) == "const ZERO = 0;\nconst ONE = 1;\n"


def test_a_folder_up_is_found():
    modules = with_module("pure/numbers.js", 'import { one } from "../one.js";\nexport const ZERO = 0, ONE = one;\n')
    assert in_order("pure/numbers.js", {**modules, "one.js": "export const one = 1;\n"}) == [
        "one.js",
        "pure/numbers.js",
    ]


def test_a_circle_is_named():
    modules = with_module("pure/numbers.js", 'import { draw } from "../draw.js";\nexport const ZERO = 0;\n')
    with pytest.raises(JoinError, match=re.escape("draw.js -> pure/numbers.js -> draw.js")):
        joined("page.js", modules)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("const ONE = 1;\nexport const draw = 2;", "draw.js and pure/numbers.js both declare `ONE`"),
        ("function mount() {}\nexport const draw = 2;", "draw.js and page.js both declare `mount`"),
        ("async function ZERO() {}\nexport const draw = 2;", "both declare `ZERO`"),
        ("export const other = 2;", "page.js: imports `draw`, which draw.js does not export"),
        ("const draw = 2;", "page.js: imports `draw`, which draw.js does not export"),
        ('import { gone } from "./gone.js";\nexport const draw = 2;', "draw.js: imports gone.js, which does not exist"),
        ('import { ONE as one } from "./pure/numbers.js";\nexport const draw = 2;', "under its own name"),
        ('import * as all from "./pure/numbers.js";\nexport const draw = 2;', "draw.js: `import"),
        ('import fs from "node:fs";\nexport const draw = 2;', "draw.js: `import fs"),
        ("const [draw] = [2];\nexport const draw = 2;", "declare names of a module one by one"),
        ("export const draw = 2;\nexport { draw as other };", "export a name where it is declared"),
        ("export const draw = 2;\nexport default draw;", "draw.js: only the module that a mount starts with"),
    ],
)
def test_what_cannot_be_joined_is_refused(text: str, says: str):
    with pytest.raises(JoinError, match=re.escape(says)):
        joined("page.js", with_module("draw.js", f"{text}\n"))


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_chart_is_one_script_with_one_default_export(entry: str):
    script = joined(entry, MODULES)
    assert re.findall(r"^export .*$", script, re.MULTILINE) == re.findall(r"^export default .*$", MODULES[entry], re.M)
    assert not re.search(r"^import\b", script, re.MULTILINE)


def test_every_module_is_used():
    assert {name for entry in ENTRIES for name in in_order(entry, MODULES)} == set(MODULES)


def test_modules_without_a_page_import_only_such_modules():
    for name in (name for name in MODULES if name.startswith("pure/")):
        assert all(part.startswith("pure/") or part == "../words.js" for part in in_order(name, MODULES)), name


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.parametrize("entry", ENTRIES)
def test_node_can_read_the_script(entry: str, tmp_path: Path):
    script = tmp_path / "joined.mjs"
    script.write_text(joined(entry, MODULES), encoding="utf-8")
    subprocess.run(["node", "--check", script], check=True, timeout=60)
