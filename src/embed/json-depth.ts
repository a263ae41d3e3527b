/** Guards the parser of JSON against text that no one writes. */

/** Files of parameters and notebooks nest a dozen deep. */
const deepest = 300;

/** Whether brackets nest so deep that the parser of JSON, which goes down by recursion, should not be given the text. */
export function isTooDeep(text: string): boolean {
  const sign = /["[\]{}]/g;
  let depth = 0;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = afterString(text, found.index + 1);
    else if (found[0] === "[" || found[0] === "{") {
      if (++depth > deepest) return true;
    } else depth--;
  }
  return false;
}

/** The offset after a string from behind its opening quote. One that is not closed ends with its line, as the parser reads it. */
function afterString(text: string, start: number): number {
  const stop = /["\\\n\r]/g;
  for (stop.lastIndex = start; ; ) {
    const found = stop.exec(text);
    if (!found) return text.length;
    if (found[0] !== "\\") return found.index + 1;
    const next = text[found.index + 1];
    stop.lastIndex = next === "\n" || next === "\r" ? found.index + 1 : found.index + 2;
  }
}
