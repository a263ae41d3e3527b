/** What the view remembers over a reload of the window, checked when it comes back. */
import type { View } from "./viewport.ts";

export interface Memory {
  /** The document that was shown. */
  readonly uri: string;
  /** The part in sight; null while the whole picture is fitted to the pane. */
  readonly view: View | null;
  readonly selected: string | null;
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** The memory, or undefined where it is none of ours. */
export function readMemory(value: unknown): Memory | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { uri, view, selected } = value as Partial<Record<keyof Memory, unknown>>;
  if (typeof uri !== "string") return undefined;
  return { uri, view: readView(view), selected: typeof selected === "string" ? selected : null };
}

function readView(value: unknown): View | null {
  if (typeof value !== "object" || value === null) return null;
  const { x, y, scale } = value as Partial<Record<keyof View, unknown>>;
  return isNumber(x) && isNumber(y) && isNumber(scale) && scale > 0 ? { x, y, scale } : null;
}
