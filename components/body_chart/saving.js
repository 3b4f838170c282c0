// Saving the picture as it is shown: SVG with every style written into it, and PNG made from that.

const PICTURE_WIDTH = 2000; // px of a PNG
const KEPT = ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "opacity", "font-weight", "text-anchor"];
const NOTICE = "Patterns described by experts; people differ. Learning tool, no diagnosis.";
const CREDIT = "Trigger Point Body Map. Body: BodyParts3D, (c) The Database Center for Life Science, changed, CC BY-SA 4.0.";

class Saving extends Zooming {
  // The whole picture (not the zoomed part) with a heading and the credit, on the page's own background.
  picture() {
    const [x, y, width, height] = this.scene.box;
    const unit = height / 620; // one pixel of a picture of ordinary size
    const copy = this.svg.cloneNode(true);
    const nodes = [...this.svg.querySelectorAll("*")];
    [...copy.querySelectorAll("*")].forEach((node, index) => this.styleOf(nodes[index], node, unit));
    for (const node of copy.querySelectorAll(".hover-line, .focus-line, .cross-hit, .region:not(.marked)")) node.remove();
    for (const text of copy.querySelectorAll("text")) text.setAttribute("font-size", 13 * unit);
    const page = getComputedStyle(document.querySelector(".stApp"));
    const titles = [...this.root.querySelectorAll(".legend:not([hidden]) .title")];
    const lines = [...titles.map((node) => node.textContent), NOTICE, CREDIT];
    const below = 18 * unit * lines.length;
    lines.forEach((line, index) => {
      const last = index >= lines.length - 2;
      const style = { x: x + width / 2, y: y + height + 18 * unit * (index + 0.8), "text-anchor": "middle", fill: page.color };
      element("text", { ...style, "font-size": (last ? 9 : 13) * unit, "font-weight": last ? 400 : 600 }, copy).textContent = line;
      const colour = titles.length > 1 && titles[index]?.querySelector(".ground");
      if (colour) element("rect", { x: x + 12 * unit, y: style.y - 10 * unit, width: 22 * unit, height: 11 * unit, fill: getComputedStyle(colour).fill }, copy);
    });
    copy.prepend(element("rect", { x, y, width, height: height + below, fill: page.backgroundColor }));
    const box = [x, y, width, height + below];
    const size = { width: Math.round(width / unit), height: Math.round((height + below) / unit) };
    for (const [name, value] of Object.entries({ ...size, viewBox: box.join(" "), xmlns: SVG, "font-family": "sans-serif" })) copy.setAttribute(name, value);
    return { text: new XMLSerializer().serializeToString(copy), ...size };
  }

  styleOf(from, to, unit) {
    const style = getComputedStyle(from);
    for (const name of KEPT) to.style.setProperty(name, style.getPropertyValue(name));
    if (style.stroke !== "none" && !from.closest("pattern")) {
      to.style.setProperty("stroke-width", parseFloat(style.strokeWidth) * unit);
      if (style.strokeDasharray !== "none") to.style.setProperty("stroke-dasharray", style.strokeDasharray.split(/[ ,]+/).map((part) => parseFloat(part) * unit).join(" "));
    }
    if (style.display === "none") to.style.display = "none";
  }

  async save(kind) {
    const { text, width, height } = this.picture();
    const svg = new Blob([text], { type: "image/svg+xml" });
    this.download(kind === "svg" ? svg : await this.raster(svg, width, height), `body-map.${kind}`);
  }

  async raster(svg, width, height) {
    const image = new Image();
    image.src = URL.createObjectURL(svg);
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  download(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}
