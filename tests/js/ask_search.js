// Asked by tests/unit/ask/test_search_in_both.py: an index and queries in, the answers of the browser out.
import { readFileSync } from "node:fs";
import { buildIndex } from "../../components/search_list/pure/index.js";
import { find } from "../../components/search_list/pure/rank.js";
import { warningsFor } from "../../components/search_list/pure/warnings.js";

const { index: sent, queries } = JSON.parse(readFileSync(0, "utf8"));
const index = buildIndex(sent);
const answers = queries.map((/** @type {string} */ query) => ({
  hits: find(index, query).map(({ kind, id, side, matched, score }) => [kind, id, side, matched, score]),
  warnings: warningsFor(index.warnings, query).map(({ flag }) => flag),
}));
process.stdout.write(JSON.stringify(answers));
