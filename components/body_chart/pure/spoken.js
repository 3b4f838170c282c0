/** @import { Scene } from "./data.d.ts" */

import { tr } from "../../words.js";

const VIEW = "view"; // context of what a view of the body is called

/**
 * A scene with its names, captions and words in the chosen language; Python sends it in English, the same for everybody.
 * @param {Scene} scene
 * @param {string} language empty for English
 * @returns {Scene}
 */
export function inWords(scene, language) {
  if (!language) return scene;
  const { says } = scene;
  return {
    ...scene,
    language,
    names: mapped(scene.names, ([plain, anatomical]) => [tr(plain), tr(anatomical)]),
    panels: scene.panels.map((panel) => ({ ...panel, caption: tr(panel.caption, VIEW) })),
    looks: scene.looks.map((look) => ({ ...look, label: tr(look.label) })),
    says: {
      ...says,
      titles: mapped(says.titles, tr),
      qualities: mapped(says.qualities, tr),
      textures: mapped(says.textures, tr),
      notice: tr(says.notice),
    },
  };
}

/**
 * @template {Record<string, any>} Whole
 * @param {Whole} whole
 * @param {(value: Whole[keyof Whole]) => Whole[keyof Whole]} change
 * @returns {Whole}
 */
function mapped(whole, change) {
  return /** @type {Whole} */ (Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, change(value)])));
}
