import { FEWEST_DIGITS, shortHash } from "../evidence/accepted.ts";
import { type ModelMeaning, meaningOf } from "../model/meaning.ts";
import { modelFile } from "../model/model-file.ts";
import type { SourceDocument } from "../model/source.ts";
import { sha256 } from "../sha256.ts";
import { defineRule, quote, type RuleContext, severity } from "./define.ts";

export const pinnedVersionMoved = defineRule({
  code: "pinned-version-moved",
  title: "A model whose code is no longer what was pinned",
  reach: "outward",
  items: ["model"],
  severity: severity("w/w/e"),
  check(context) {
    const meaning = context.item.word === "model" ? meaningOf(context.item) : undefined;
    if (meaning?.kind !== "model" || !meaning.pinned) return;
    const file = modelFile(context.item, context.uri);
    const source = file === undefined ? undefined : context.snapshot.documents.get(file);
    if (source?.program) checkContent(meaning, meaning.pinned, source, context);
  },
});

type Pinned = NonNullable<ModelMeaning["pinned"]>;

/** A hash of the file's content; any other revision is one of the code's own history, which is not looked into. */
const contentHash = /^sha256[:-]([0-9a-f]+)$/i;

function checkContent({ file }: ModelMeaning, pinned: Pinned, source: SourceDocument, { report }: RuleContext): void {
  const digits = contentHash.exec(pinned.text)?.[1]?.toLowerCase();
  if (digits === undefined) return;
  const hash = hashOf(source);
  if (digits.length >= FEWEST_DIGITS && (hash.startsWith(digits) || markedHashOf(source).startsWith(digits))) return;
  const now = `sha256:${shortHash(hash)}`;
  const why =
    digits.length < FEWEST_DIGITS
      ? `${quote(pinned.text)} is too short to tell the content of ${quote(file?.value ?? "")} by`
      : `${quote(file?.value ?? "")} changed since it was pinned as ${quote(pinned.text)}`;
  report({
    span: pinned,
    message: `${why}, expected ${quote(now)} as it is now. Look again at what is said of its symbols, then pin it.`,
    fixes: [{ title: "Pin what the file holds now", edits: [{ span: pinned, text: now }] }],
  });
}

const hashes = new WeakMap<SourceDocument, string>();

function hashOf(source: SourceDocument): string {
  const hash = hashes.get(source) ?? sha256(textOf(source));
  hashes.set(source, hash);
  return hash;
}

/** Editors keep the mark at the start of a file to themselves. */
const markedHashOf = (source: SourceDocument): string => sha256(`\ufeff${textOf(source)}`);

const textOf = (source: SourceDocument): string => source.slice({ start: 0, end: source.length });
