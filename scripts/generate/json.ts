/** A value as JSON, laid out as the formatter would: lists without objects on one line where they fit, everything else a line each. */
export function printJson(value: unknown, lineWidth = 140): string {
  return `${print(value, "", lineWidth, 0)}\n`;
}

/** @param before How many characters of the line are taken by what stands before the value. */
function print(value: unknown, indent: string, lineWidth: number, before: number): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const oneLine = onOneLine(value);
    if (oneLine !== undefined && before + oneLine.length < lineWidth) return oneLine;
    const deeper = `${indent}  `;
    return `[\n${value.map((each) => deeper + print(each, deeper, lineWidth, deeper.length)).join(",\n")}\n${indent}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    if (entries.length === 0) return "{}";
    const deeper = `${indent}  `;
    const lines = entries.map(([key, each]) => {
      const start = `${deeper}${JSON.stringify(key)}: `;
      return start + print(each, deeper, lineWidth, start.length);
    });
    return `{\n${lines.join(",\n")}\n${indent}}`;
  }
  return JSON.stringify(value);
}

/** A list without objects on one line; undefined where it holds any. */
function onOneLine(list: readonly unknown[]): string | undefined {
  const parts = list.map((each) => {
    if (Array.isArray(each)) return onOneLine(each);
    return typeof each === "object" && each !== null ? undefined : JSON.stringify(each);
  });
  return parts.includes(undefined) ? undefined : `[${parts.join(", ")}]`;
}
