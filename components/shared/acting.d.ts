// HTML with buttons, as Python sends it.

export type ActionsMount = {
  parentElement: HTMLElement;
  /** The name and the HTML of each part, in order. */
  parts: [string, string][];
  setTriggerValue(name: string, value: unknown): void;
};

declare global {
  interface Window {
    bodymapActing?: (mount: ActionsMount) => void;
    bodymapWaiting?: ActionsMount[];
  }
}
