/** Puts the results of several machines, or of several folders, together into one. */
import type { CheckedBaseline, CheckedFinding, CheckResult } from "./check-result.ts";
import { byPlace } from "./checked.ts";

/** A result, and what it is called in messages: the path of its file. */
export interface NamedResult {
  readonly name: string;
  readonly result: CheckResult;
}

/**
 * One result of all: findings in the order of one run, each once; counts added up.
 *
 * @throws in words for people, where they do not go together, or where a share of the work is missing
 */
export function mergeResults(parts: readonly NamedResult[]): CheckResult {
  const [first] = parts;
  if (first === undefined) throw new Error("there is nothing to merge, expected files that “lamina check --format json” wrote");
  for (const part of parts) refuseMisfit(first, part);
  refuseGaps(parts);
  const results = parts.map(({ result }) => result);
  const { version, folder, paths, profile, since } = first.result;
  const baseline = mergedBaseline(results);
  return {
    findings: together(results.map(({ findings }) => findings)),
    silenced: together(results.map(({ silenced }) => silenced)),
    files: sum(results.map(({ files }) => files)),
    claims: sum(results.map(({ claims }) => claims)),
    unreadable: [...new Set(results.flatMap(({ unreadable }) => unreadable))].sort(),
    foreign: [...new Set(results.flatMap(({ foreign }) => foreign))].sort(),
    ...(version !== undefined && { version }),
    ...(folder !== undefined && { folder }),
    ...(paths && { paths: first.result.shard ? paths : [...new Set(results.flatMap((result) => result.paths ?? []))] }),
    ...(profile && { profile }),
    ...(since !== undefined && { since }),
    ...(baseline && { baseline }),
  };
}

/** What all results of one run agree in; paths only where they share one piece of work. */
function refuseMisfit(first: NamedResult, other: NamedResult): void {
  const differ = (what: string, of: (result: CheckResult) => string | undefined): void => {
    const [one, two] = [of(first.result), of(other.result)];
    if (one === two) return;
    const says = (value: string | undefined): string => (value === undefined ? "does not say" : `has “${value}”`);
    throw new Error(
      `these results do not go together: their ${what} differs. ${first.name} ${says(one)}, ${other.name} ${says(two)}. Expected results of one version, profile and folder.`,
    );
  };
  differ("version of Lamina", ({ version }) => version);
  differ("folder", ({ folder }) => folder);
  differ("profile", ({ profile }) => profile);
  differ("revision since which changes count", ({ since }) => since);
  differ("baseline", ({ baseline }) => baseline?.path);
  if (first.result.shard && other.result.shard) differ("list of paths", ({ paths }) => paths?.join(" "));
}

/** Shares are to be there all, each once. */
function refuseGaps(parts: readonly NamedResult[]): void {
  const shared = parts.flatMap(({ name, result }) => (result.shard ? [{ name, ...result.shard }] : []));
  const [first] = shared;
  if (first === undefined) return;
  const whole = parts.find(({ result }) => result.shard === undefined);
  if (whole)
    throw new Error(
      `${first.name} is shard ${first.index} of ${first.of}, and ${whole.name} is none. Expected all shards and nothing else.`,
    );
  const found = new Map<number, string>();
  for (const { name, index, of } of shared) {
    if (of !== first.of)
      throw new Error(`${first.name} is one of ${first.of} shards, and ${name} is one of ${of}. Expected shards of one run.`);
    if (index < 1 || index > of) throw new Error(`${name} calls itself shard ${index} of ${of}, expected 1 to ${of}`);
    const twin = found.get(index);
    if (twin !== undefined) throw new Error(`${twin} and ${name} are both shard ${index} of ${of}. Expected each once.`);
    found.set(index, name);
  }
  const missing: number[] = [];
  // a number in a file may be any; so many are enough to say
  for (let index = 1; index <= first.of && missing.length < 20; index++) if (!found.has(index)) missing.push(index);
  if (missing.length > 0)
    throw new Error(
      `of ${first.of} shards ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing, so that findings would be, too`,
    );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Findings of all, each once, in the order of one run: by path, place and rule. */
function together<F extends CheckedFinding>(lists: readonly (readonly F[])[]): readonly F[] {
  const found = new Map<string, F>();
  for (const finding of lists.flat()) {
    const key = JSON.stringify([finding.fingerprint, finding.path, finding.rule, finding.start, finding.end, finding.message]);
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()].sort(byPlace);
}

function mergedBaseline(results: readonly CheckResult[]): CheckedBaseline | undefined {
  const all = results.flatMap(({ baseline }) => baseline ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  return {
    path: first.path,
    known: together(all.map(({ known }) => known)),
    raised: sum(all.map(({ raised }) => raised)),
    gone: sum(all.map(({ gone }) => gone)),
  };
}
