/** The lines of cards, which are Markdown, as records hold them: without marks. */

const isEscapable = (sign: string | undefined): boolean => sign !== undefined && /[\\`*_{}[\]<>#|~$&.)+=-]/.test(sign);

/** A line of the engine's own Markdown as plain text: code and emphasis without their marks, links by their labels. */
export function plainLine(markdown: string): string {
  let text = "";
  for (let at = 0; at < markdown.length; ) {
    const sign = markdown[at] as string;
    if (sign === "\\" && isEscapable(markdown[at + 1])) {
      text += markdown[at + 1];
      at += 2;
    } else if (sign === "`") {
      const fence = runAt(markdown, at);
      const close = closing(markdown, at + fence, fence);
      if (close < 0) {
        text += markdown.slice(at, at + fence);
        at += fence;
      } else {
        const inside = markdown.slice(at + fence, close);
        const padded = inside.startsWith(" ") && inside.endsWith(" ") && inside.trim() !== "";
        text += padded ? inside.slice(1, -1) : inside;
        at = close + fence;
      }
    } else if (sign === "*") at++;
    else {
      text += sign;
      at++;
    }
  }
  return text;
}

/** How many backticks stand in a row. */
function runAt(text: string, start: number): number {
  let end = start;
  while (text[end] === "`") end++;
  return end - start;
}

/** Where as many backticks as opened a piece of code close it; -1 where none do. */
function closing(text: string, start: number, fence: number): number {
  for (let at = text.indexOf("`", start); at >= 0; at = text.indexOf("`", at)) {
    const run = runAt(text, at);
    if (run === fence) return at;
    at += run;
  }
  return -1;
}
