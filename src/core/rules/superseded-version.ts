import { citedVersions, citesIn, sourceVersions, type VersionMention, versionNumber } from "../model/citations.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Cite, Item } from "../syntax/tree.ts";
import { baseName } from "../uri.ts";
import { defineRule, type Fix, quote, type Report, severity } from "./define.ts";

export const supersededVersion = defineRule({
  code: "superseded-version",
  title: "A version of a work, where elsewhere a newer one is cited",
  reach: "linked",
  severity: severity("i/w/w"),
  check({ item, meaning, uri, snapshot, report }) {
    // an atlas tells the readings of the versions apart
    if (item.word === "part" || item.word === "atlas") return;
    const cites = citesIn(item);
    const seen = new Set<string>();
    for (const cite of cites) {
      const { key } = cite;
      const version = versionNumber(cite.version);
      if (version === undefined || seen.has(`${key} ${version}`)) continue;
      seen.add(`${key} ${version}`);
      const newest = newestOf(key, snapshot);
      if (!newest || newest.version <= version) continue;
      // whoever names both, or describes the older one by itself, tells them apart
      if (cites.some((other) => other.key === key && (versionNumber(other.version) ?? 0) > version)) continue;
      if ([...sourceVersions(key, snapshot)].some((known) => known.version === version)) continue;
      report({ span: cite, ...older(key, cite.version ?? "", newest, uri), fixes: fixes(cite, newest, item) });
    }
    if (meaning.kind !== "source" || !meaning.key || !meaning.version) return;
    const { text: key } = meaning.key;
    const version = versionNumber(meaning.version.text);
    const { newest, versions } = citedVersions(key, snapshot);
    if (version === undefined || !newest || newest.version <= version || versions.has(version)) return;
    if ([...sourceVersions(key, snapshot)].some((known) => known.version >= newest.version)) return;
    report({ span: meaning.version, ...older(key, meaning.version.text, newest, uri) });
  },
});

/** The newest version that anything in the workspace cites or describes. */
function newestOf(key: string, snapshot: Snapshot): VersionMention | undefined {
  let { newest } = citedVersions(key, snapshot);
  for (const known of sourceVersions(key, snapshot)) if (known.version > (newest?.version ?? 0)) newest = known;
  return newest;
}

function older(key: string, written: string, newest: VersionMention, uri: string): Pick<Report, "message" | "related"> {
  const where = newest.uri === uri ? "this document" : baseName(newest.uri);
  const version = `v${newest.version}`;
  return {
    message: `Unexpected version ${quote(written)} of @${key}, expected ${quote(version)}, as in ${where}: versions may say different things. Where ${written} is meant, say so under: source @${key}.`,
    related: [{ uri: newest.uri, item: newest.item, span: newest.span, message: `here it is ${version}` }],
  };
}

function fixes({ keySpan, end, version = "" }: Cite, newest: VersionMention, { text }: Item): readonly Fix[] {
  const start = text.slice(0, end).indexOf(version, keySpan.end);
  if (start < 0) return [];
  return [{ title: `Cite “v${newest.version}”`, edits: [{ span: { start, end: start + version.length }, text: `v${newest.version}` }] }];
}
