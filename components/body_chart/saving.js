// Saving the picture as it is shown: SVG with every style written into it, and PNG made from that.

/** @import { Drawing } from "./page.d.ts" */

/** @typedef {{ kind: "title" | "key" | "note", text: string, sign: SVGSVGElement | null }} Entry */

import { fileNameOf, layOut, plainColour, scaledLengths } from "./pure/picture.js";
import { element, SVG } from "./svg.js";

const PICTURE_WIDTH = 2000; // px of a PNG
const TEXT_SIZE = 13; // px of the captions
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "stop-color",
  "stop-opacity",
  "font-weight",
  "text-anchor",
];
const LEFT_OUT = ".hover-line, .focus-line, .cross-hit, .region:not(.marked)";

/**
 * Hands the picture to the browser as a file.
 * @param {"png" | "svg"} kind
 * @param {HTMLElement} root
 * @param {Drawing} drawing
 * @param {string[]} marks
 */
export async function savePicture(kind, root, drawing, marks) {
  const { text, width, height } = pictureOf(root, drawing);
  const svg = new Blob([text], { type: "image/svg+xml" });
  const file = kind === "svg" ? svg : await raster(svg, width, height);
  const { id, panels } = drawing.scene;
  const captions = panels.map(({ caption }) => caption);
  const titles = legendIn(root).flatMap(({ kind, text }) => (kind === "title" ? [text] : []));
  if (file) download(file, `${fileNameOf(id, captions, titles, marks)}.${kind}`);
}

/**
 * The whole picture (not the zoomed part) with the legend, the notice and the credit, on the page's own background.
 * @type {(root: HTMLElement, drawing: Drawing) => { text: string, width: number, height: number }}
 */
function pictureOf(root, { scene, svg }) {
  const page = getComputedStyle(/** @type {Element} */ (document.querySelector(".stApp")));
  const legend = legendIn(root);
  /** @type {(text: string) => Entry} */
  const note = (text) => ({ kind: "note", text, sign: null });
  const entries = [...legend, note(scene.says.notice), note(scene.says.credit)];
  const laid = layOut(
    scene.box,
    entries.map(({ kind, text, sign }) => ({ kind, text, sign: Boolean(sign) })),
  );
  const copy = styledCopy(svg, laid.unit);
  for (const { text, x, y, size, weight } of laid.lines) {
    const style = { x, y, fill: page.color, "font-size": size, "font-weight": weight };
    element("text", style, copy).textContent = text;
  }
  for (const [index, at] of laid.signs.entries()) {
    const sign = entries[index].sign;
    if (at && sign) copySign(sign, at, copy);
  }
  const [x, y, width, height] = laid.box;
  copy.prepend(element("rect", { x, y, width, height, fill: page.backgroundColor }));
  const head = { ...laid.pixels, viewBox: laid.box.join(" "), xmlns: SVG, "font-family": "sans-serif" };
  for (const [name, value] of Object.entries(head)) copy.setAttribute(name, String(value));
  return { text: new XMLSerializer().serializeToString(copy), ...laid.pixels };
}

/**
 * The legend as it is shown: names of what is painted, then what the signs mean.
 * @param {HTMLElement} root
 * @returns {Entry[]}
 */
function legendIn(root) {
  const parts = ".legend:not([hidden]) .title, .legend:not([hidden]):not(.felt) > span:not(.titles)";
  const shown = [...root.querySelectorAll(parts)].filter((node) => node.checkVisibility());
  return shown.map((node) => ({
    kind: node.matches(".title") ? "title" : "key",
    text: node.textContent?.trim() ?? "",
    sign: node.querySelector("svg"),
  }));
}

/** @type {(sign: SVGSVGElement, at: { x: number, y: number, scale: number }, parent: Element) => void} */
function copySign(sign, { x, y, scale }, parent) {
  const { width, height } = sign.viewBox.baseVal;
  const frame = { x, y, width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}` };
  const group = element("svg", frame, parent);
  for (const shape of sign.children) {
    const copy = /** @type {SVGElement} */ (shape.cloneNode());
    writeStyle(shape, copy, 1);
    group.append(copy);
  }
}

/** @type {(svg: SVGSVGElement, unit: number) => SVGSVGElement} */
function styledCopy(svg, unit) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  /** @type {NodeListOf<SVGElement>} */
  const nodes = copy.querySelectorAll("*");
  const shown = svg.querySelectorAll("*");
  for (const [index, node] of nodes.entries()) writeStyle(shown[index], node, unit);
  for (const node of copy.querySelectorAll(LEFT_OUT)) node.remove();
  for (const text of copy.querySelectorAll("text")) text.setAttribute("font-size", String(TEXT_SIZE * unit));
  return copy;
}

/** @type {(from: Element, to: SVGElement, unit: number) => void} */
function writeStyle(from, to, unit) {
  const style = getComputedStyle(from);
  for (const name of KEPT) to.style.setProperty(name, plainColour(style.getPropertyValue(name)));
  if (style.stroke !== "none" && !from.closest("pattern, .form")) {
    const own = unit / scaleOf(from);
    to.style.setProperty("stroke-width", scaledLengths(style.strokeWidth, own));
    if (style.strokeDasharray !== "none") {
      to.style.setProperty("stroke-dasharray", scaledLengths(style.strokeDasharray, own));
    }
  }
  if (style.display === "none") to.style.display = "none";
}

/**
 * How much larger an element draws its own units.
 * @param {Element} node
 */
function scaleOf(node) {
  const list = node instanceof SVGGraphicsElement ? node.transform.baseVal : null;
  return list?.numberOfItems ? Math.abs(list.getItem(list.numberOfItems - 1).matrix.d) : 1;
}

/** @type {(svg: Blob, width: number, height: number) => Promise<Blob | null>} */
async function raster(svg, width, height) {
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = PICTURE_WIDTH;
  canvas.height = Math.round((PICTURE_WIDTH * height) / width);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** @type {(blob: Blob, name: string) => void} */
function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
