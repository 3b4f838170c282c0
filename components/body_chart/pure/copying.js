/**
 * Whether a text could be put on the clipboard. Browsers give a page no clipboard unless it comes over https or from
 * the same computer, and may refuse it even then.
 * @param {{ writeText(text: string): Promise<void> } | undefined} clipboard
 * @param {string} text
 */
export async function copied(clipboard, text) {
  try {
    await clipboard?.writeText(text);
    return Boolean(clipboard);
  } catch {
    return false;
  }
}
