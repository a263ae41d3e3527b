import { describe, expect, test } from "vitest";
import { type Descriptors, standardOutput } from "../../src/cli/standard-output.ts";

/** A pipe that takes so many bytes at once, and fails as it is told after so many writes. */
function pipe({ atOnce = 1000, failsAfter = Number.POSITIVE_INFINITY, code = "" } = {}) {
  const taken: number[] = [];
  let writes = 0;
  const descriptors: Descriptors = {
    isDevice: () => false,
    write(_, bytes) {
      if (++writes > failsAfter) throw Object.assign(new Error(`${code}: cannot write`), { code });
      const some = bytes.subarray(0, atOnce);
      taken.push(...some);
      return some.length;
    },
  };
  return { descriptors, text: () => Buffer.from(taken).toString("utf8"), writes: () => writes };
}

/** A stream as Node has it, and how often it was asked for. */
function stream() {
  const texts: string[] = [];
  let asked = 0;
  let failed: (error: Error) => void = () => {};
  const itself = {
    isTTY: true as const,
    columns: 72,
    write: (piece: string | Uint8Array) => texts.push(Buffer.from(piece as string).toString("utf8")) > 0,
    on: (_: string, listener: (error: Error) => void) => {
      failed = listener;
    },
  };
  const give = () => {
    asked++;
    return itself as unknown as NodeJS.WriteStream;
  };
  return { give, text: () => texts.join(""), asked: () => asked, fail: (code: string) => failed(Object.assign(new Error(code), { code })) };
}

describe("the standard output", () => {
  test("writes all of a text to a pipe that takes it in pieces, without a stream", () => {
    const { descriptors, text } = pipe({ atOnce: 3 });
    const { give, asked } = stream();
    const output = standardOutput(1, give, descriptors);
    output.write("Wert → Größe 🧠\n");
    output.write("");
    output.write("end");
    expect(text()).toBe("Wert → Größe 🧠\nend");
    expect(asked()).toBe(0);
    expect(output.isTTY).toBeUndefined();
  });

  test("is Node's stream on a terminal, which knows how wide it is", () => {
    const terminal = stream();
    const output = standardOutput(1, terminal.give, { isDevice: () => true, write: () => 0 });
    output.write("coloured");
    expect(terminal.text()).toBe("coloured");
    expect(output).toMatchObject({ isTTY: true, columns: 72 });
  });

  test("drops what nobody reads any more", () => {
    const { descriptors, text, writes } = pipe({ atOnce: 4, failsAfter: 1, code: "EPIPE" });
    const output = standardOutput(1, stream().give, descriptors);
    output.write("read, and not read");
    output.write("nor this");
    expect(text()).toBe("read");
    expect(writes()).toBe(2);
  });

  test("goes on through a stream where a pipe does not wait, and keeps the order", () => {
    const full = pipe({ atOnce: 5, failsAfter: 2, code: "EAGAIN" });
    const rest = stream();
    const output = standardOutput(1, rest.give, full.descriptors);
    output.write("one two three ");
    output.write("four");
    expect(full.text() + rest.text()).toBe("one two three four");
    expect(rest.asked()).toBe(1);
  });

  test("says that a disk is full", () => {
    const { descriptors } = pipe({ failsAfter: 0, code: "ENOSPC" });
    expect(() => standardOutput(1, stream().give, descriptors).write("x")).toThrow("ENOSPC");
  });

  test("hears of the stream's errors all but that of a reader who left", () => {
    const terminal = stream();
    standardOutput(2, terminal.give, { isDevice: () => true, write: () => 0 });
    expect(() => terminal.fail("EPIPE")).not.toThrow();
    expect(() => terminal.fail("EIO")).toThrow("EIO");
  });
});
