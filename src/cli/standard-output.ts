/**
 * The standard output and the error output of the process.
 *
 * Into a file or a pipe they are written at once. Node's own streams would do, but loading them takes as long as checking a small
 * file, and a pipe's reader waits for that. A terminal has them, as they know how wide it is.
 */
import { fstatSync, writeSync } from "node:fs";
import type { Output } from "./world.ts";

type Stream = Pick<NodeJS.WriteStream, "write" | "on" | "isTTY" | "columns">;

/** How a descriptor is asked and written to; a test has its own. */
export interface Descriptors {
  /** Whether it may be a terminal. */
  isDevice(descriptor: number): boolean;
  /** Writes some of the bytes, and says how many. */
  write(descriptor: number, bytes: Uint8Array): number;
}

const descriptorsOfNode: Descriptors = {
  isDevice(descriptor) {
    try {
      return fstatSync(descriptor).isCharacterDevice();
    } catch {
      // it is closed, or of a kind that only Node's streams know
      return true;
    }
  },
  write: (descriptor, bytes) => writeSync(descriptor, bytes),
};

/**
 * An output of the process. What is written when its reader is gone, as after `| head`, is dropped; other errors are thrown.
 *
 * @param stream Node's own, asked for where it is needed
 */
export function standardOutput(descriptor: 1 | 2, stream: () => Stream, descriptors: Descriptors = descriptorsOfNode): Output {
  if (descriptors.isDevice(descriptor)) return quietly(stream());
  let isGone = false;
  let instead: Stream | undefined;
  return {
    write(text: string) {
      if (isGone) return;
      if (instead) {
        instead.write(text);
        return;
      }
      let rest: Uint8Array = Buffer.from(text, "utf8");
      try {
        while (rest.length > 0) rest = rest.subarray(descriptors.write(descriptor, rest));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EPIPE") isGone = true;
        // a pipe that does not wait until there is room again: the stream does
        else if (code === "EAGAIN") {
          instead = quietly(stream());
          instead.write(rest);
        } else throw error;
      }
    },
  };
}

/** A stream whose reader may have read enough. */
function quietly(stream: Stream): Stream {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return stream;
}
