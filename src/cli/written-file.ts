/** Files as they are written back: in the encoding that they had, and only if nothing else changed them meanwhile. */
import { readFile, writeFile } from "node:fs/promises";
import { decode } from "../workspace/node-files.ts";

/**
 * Writes a text in place of another.
 *
 * @param path absolute
 * @param before what the file must still hold
 * @throws where it holds something else by now, or bytes that are no text, so that writing would lose them
 */
export async function rewrite(path: string, shown: string, before: string, after: string): Promise<void> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Error(`“${shown}” cannot be read any more, and was left alone`);
  const text = decode(bytes);
  if (text !== before) throw new Error(`“${shown}” was changed by someone else meanwhile, and was left alone`);
  const encode = encoderOf(bytes);
  if (!encode(text).equals(bytes))
    throw new Error(`“${shown}” holds bytes that are no text; writing would lose them, so it was left alone`);
  await save(path, shown, encode(after));
}

/** How a file's bytes are made from its text. */
function encoderOf(bytes: Uint8Array): (text: string) => Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return (text) => Buffer.from(text, "utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return (text) => Buffer.from(text, "utf16le").swap16();
  return (text) => Buffer.from(text, "utf8");
}

/** Writes a file. Throws, in words for people, where that cannot be. */
export async function save(path: string, shown: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (thrown) {
    throw new Error(`“${shown}” cannot be written: ${whyNot(thrown)}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "it may not be written to",
  EPERM: "it may not be written to",
  EROFS: "it may not be written to",
  ENOSPC: "the disk is full",
};

function whyNot(thrown: unknown): string {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : undefined;
  return (code && reasons[code]) ?? String(code ?? thrown);
}
