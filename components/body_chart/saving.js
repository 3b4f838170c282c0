// Saving the picture as it is shown: SVG with every style written into it, and PNG made from that.

/** @import { Drawing } from "./page.d.ts" */

import { layOut, scaledLengths } from "./pure/picture.js";
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
  "font-weight",
  "text-anchor",
];
const LEFT_OUT = ".hover-line, .focus-line, .cross-hit, .region:not(.marked)";
const NOTICE = "Patterns described by experts; people differ. Learning tool, no diagnosis.";
const CREDIT =
  "Trigger Point Body Map. Body: BodyParts3D, (c) The Database Center for Life Science, changed, CC BY-SA 4.0.";

/**
 * Hands the picture to the browser as a file.
 * @param {"png" | "svg"} kind
 * @param {HTMLElement} root
 * @param {Drawing} drawing
 */
export async function savePicture(kind, root, drawing) {
  const { text, width, height } = pictureOf(root, drawing);
  const svg = new Blob([text], { type: "image/svg+xml" });
  const file = kind === "svg" ? svg : await raster(svg, width, height);
  if (file) download(file, `body-map.${kind}`);
}

/**
 * The whole picture (not the zoomed part) with a heading and the credit, on the page's own background.
 * @type {(root: HTMLElement, drawing: Drawing) => { text: string, width: number, height: number }}
 */
function pictureOf(root, { scene, svg }) {
  const page = getComputedStyle(/** @type {Element} */ (document.querySelector(".stApp")));
  const titles = [...root.querySelectorAll(".legend:not([hidden]) .title")];
  const laid = layOut(
    scene.box,
    titles.map((node) => node.textContent ?? ""),
    [NOTICE, CREDIT],
  );
  const copy = styledCopy(svg, laid.unit);
  for (const { text, x, y, size, weight } of laid.lines) {
    const style = { x, y, "text-anchor": "middle", fill: page.color, "font-size": size, "font-weight": weight };
    element("text", style, copy).textContent = text;
  }
  for (const [index, swatch] of laid.swatches.entries()) {
    const colour = titles[index].querySelector(".ground");
    if (colour) element("rect", { ...swatch, fill: getComputedStyle(colour).fill }, copy);
  }
  const [x, y, width, height] = laid.box;
  copy.prepend(element("rect", { x, y, width, height, fill: page.backgroundColor }));
  const head = { ...laid.pixels, viewBox: laid.box.join(" "), xmlns: SVG, "font-family": "sans-serif" };
  for (const [name, value] of Object.entries(head)) copy.setAttribute(name, String(value));
  return { text: new XMLSerializer().serializeToString(copy), ...laid.pixels };
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
  for (const name of KEPT) to.style.setProperty(name, style.getPropertyValue(name));
  if (style.stroke !== "none" && !from.closest("pattern")) {
    to.style.setProperty("stroke-width", scaledLengths(style.strokeWidth, unit));
    if (style.strokeDasharray !== "none") {
      to.style.setProperty("stroke-dasharray", scaledLengths(style.strokeDasharray, unit));
    }
  }
  if (style.display === "none") to.style.display = "none";
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
