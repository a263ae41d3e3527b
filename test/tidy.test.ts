/** Holds what no compiler holds: the walls between the rings, and the small order that keeps a house pleasant to live in. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The rings of src/, each with the rings that it may import and, where it is pure, the only packages that it may. */
const rings: Readonly<Record<string, { readonly rings: readonly string[]; readonly packages?: RegExp }>> = {
  // units and tables of data are read by well-kept libraries that know no disk and no page
  core: { rings: [], packages: /^(js-quantities|jsonc-parser|papaparse|@streamparser\/json)$/ },
  embed: {
    rings: ["core"],
    packages: /^(unified|remark-[a-z-]+|mdast[a-z-]*|micromark[a-z-]*|unist[a-z-]*|jsonc-parser|@lezer\/(?:common|cpp|javascript|python))$/,
  },
  diagram: { rings: ["core"], packages: /^d3-[a-z]+$/ },
  records: { rings: ["core", "embed"], packages: /^$/ },
  interchange: { rings: ["records"], packages: /^(n3|valibot)$/ },
  protocol: { rings: ["core", "diagram"], packages: /^valibot$/ },
  workspace: { rings: ["core", "embed"] },
  figure: { rings: ["diagram"] },
  // of figures it takes how TeX writes text
  report: { rings: ["core", "records", "diagram", "figure"], packages: /^$/ },
  server: { rings: ["core", "embed", "diagram", "figure", "protocol", "workspace"] },
  client: { rings: ["protocol"] },
  webview: { rings: ["diagram", "protocol"] },
  cli: { rings: ["core", "embed", "diagram", "figure", "workspace", "records", "interchange", "report"] },
  library: { rings: ["core", "embed", "diagram", "records", "workspace"] },
  // the preview's HTML is that of the editor's own preview
  plugins: { rings: ["library", "client"] },
};

const pureRings = ["core", "embed", "diagram", "records", "interchange", "report"];

const longestFile = 500;

/** Folders that are made, not written. */
const made = new Set(["node_modules", "dist", "out", "shots", ".git", ".cache"]);

interface Source {
  /** Relative to the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  readonly names: readonly string[];
}

function filesUnder(folder: string, wanted: RegExp): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : filesUnder(path, wanted);
    if (!entry.isFile() || !wanted.test(entry.name)) return [];
    return [{ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }];
  });
}

/** Everything that a file imports or passes on: statements, which begin a line as the formatter leaves them, and `import(…)`. */
function importsOf(text: string): Import[] {
  const named = [...text.matchAll(/^(?:import|export)\s+([\w\s{},*$]*?)\s*\bfrom\s+"([^"\n]+)"/gm)];
  const bare = [...text.matchAll(/^import\s+"([^"\n]+)"/gm), ...text.matchAll(/\bimport\(\s*"([^"\n]+)"/g)];
  return [
    ...named.map(([, names = "", from = ""]) => ({ from, names: names.match(/\w+/g) ?? [] })),
    ...bare.map(([, from = ""]) => ({ from, names: [] })),
  ];
}

/** The ring that a path of src/ lies in. */
const ringOf = (path: string): string => path.split("/")[1] ?? "";

/** The ring that `importer` reaches by a relative import. */
const ringReached = (importer: string, from: string): string => ringOf(join(importer, "..", from).split(sep).join("/"));

const readText = (path: string): string => readFileSync(join(root, path), "utf8");
const readJson = (path: string) => JSON.parse(readText(path));

const sources = filesUnder(join(root, "src"), /\.ts$/);
const written = filesUnder(root, /\.(ts|mjs|js|json|md|lamina|bib|css|svg|yml|html)$|^(run|LICENSE|\.[a-z]+)$/);

describe("the walls between the rings", () => {
  it("reads imports of every form", () => {
    const text =
      'import a, { type B } from "./x.ts";\nexport * from "y";\nimport "z";\nimport {\n  C,\n} from "./w.ts";\nconst d = import("v");\nexport type E = "u" | "from";';
    expect(importsOf(text).map(({ from }) => from)).toEqual(["./x.ts", "y", "./w.ts", "z", "v"]);
    expect(importsOf(text)[2]?.names).toEqual(["C"]);
  });

  it("stand around every folder of src", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => rings[name] === undefined)).toEqual([]);
  });

  it("are crossed only inwards", () => {
    const crossings = sources.flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ from }) => from.startsWith("."))
        .map(({ from }) => ringReached(path, from))
        .filter((ring) => ring !== ringOf(path) && !rings[ringOf(path)]?.rings.includes(ring))
        .map((ring) => `${path} imports ${ring}`),
    );
    expect(crossings).toEqual([]);
  });

  it("let only these packages into the pure rings", () => {
    const strangers = sources.flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ from }) => !from.startsWith(".") && rings[ringOf(path)]?.packages?.test(from) === false)
        .map(({ from }) => `${path} imports ${from}`),
    );
    expect(strangers).toEqual([]);
  });

  it("are those of the compiler's project references", () => {
    for (const [ring, { rings: allowed }] of Object.entries(rings)) {
      const references: { path: string }[] = readJson(`src/${ring}/tsconfig.json`).references;
      expect(references.map(({ path }) => path.replace("../", "")).sort(), ring).toEqual([...allowed].sort());
    }
  });

  it("leave the pure rings without types of Node or the browser", () => {
    const base = readJson("tsconfig.base.json").compilerOptions;
    expect([base.types, base.lib]).toEqual([[], ["ES2023"]]);
    for (const ring of pureRings) {
      const own = readJson(`src/${ring}/tsconfig.json`).compilerOptions;
      expect([own.types, own.lib], ring).toEqual([undefined, undefined]);
    }
  });

  it("keep clock, console, chance and the process out of the pure rings", () => {
    const world =
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|console\.[a-z]+|set(?:Timeout|Interval|Immediate)\(|queueMicrotask\(|fetch\(|process\.[a-z]+|globalThis\b|eval\(|new Function\()/;
    const touching = sources
      .filter(({ path }) => pureRings.includes(ringOf(path)) && !path.endsWith(".d.ts"))
      .flatMap(({ path, text }) => {
        // The compiler drops comments, which may well speak of a clock.
        const found = world.exec(transformSync(text, { loader: "ts", legalComments: "none" }).code);
        return found ? [`${path}: ${found[0]}`] : [];
      });
    expect(touching).toEqual([]);
  });

  it("let spans and the protocol's ranges meet in one file of the server", () => {
    const meeting = sources
      .filter(({ path }) => path.startsWith("src/server/"))
      .filter(({ text }) => {
        const names = importsOf(text).flatMap((each) => each.names);
        return names.includes("Span") && names.includes("Range");
      })
      .map(({ path }) => path);
    expect(meeting.filter((path) => path !== "src/server/convert.ts")).toEqual([]);
  });
});

describe("the house", () => {
  it(`has no file of code over ${longestFile} lines`, () => {
    const long = sources.filter(({ path, text }) => text.split("\n").length > longestFile && !path.includes(".generated."));
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("leaves no notes to itself and switches no check off", () => {
    const unwanted = new RegExp(
      ["TO" + "DO", "FIX" + "ME", "@ts-" + "(?:ignore|nocheck|expect-error)", "biome-" + "ignore"].map((word) => `${word}\\b`).join("|"),
    );
    const found = written.filter(({ path, text }) => /\.(ts|mjs|js)$/.test(path) && unwanted.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("has no type that means anything at all", () => {
    expect(readJson("biome.json").linter.rules.suspicious.noExplicitAny).toBe("error");
  });

  it("skips no test and runs none alone", () => {
    const left = written.filter(
      ({ path, text }) => /\.(test|story)\.ts$/.test(path) && /\b(?:it|test|describe)\.(?:only|skip|todo)\b/.test(text),
    );
    expect(left.map(({ path }) => path)).toEqual([]);
  });

  it("has for every rule its code and its page, and no page without a rule", async () => {
    const { rules } = await import("../src/core/rules/index.ts");
    expect(rules.length).toBeGreaterThan(0);
    const missing = rules
      .flatMap(({ code }) => [`src/core/rules/${code}.ts`, `src/core/rules/${code}.md`])
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
    const pages = readdirSync(join(root, "src/core/rules")).filter((name) => name.endsWith(".md"));
    const codes = new Set(rules.map(({ code }) => `${code}.md`));
    expect(pages.filter((page) => !codes.has(page))).toEqual([]);
  });

  it("names no machine's folders and no registry", () => {
    const places = new RegExp(
      `(?:^|[^A-Za-z0-9_.])/(?:${["work", "root", "farm", "tmp", "home"].join("|")})/|\\bregistry\\.(?:npmjs|yarnpkg)\\b`,
      "m",
    );
    const naming = written.flatMap(({ path, text }) => {
      const found = places.exec(text);
      return found ? [`${path}: ${text.slice(found.index, found.index + 40).trim()}`] : [];
    });
    expect(naming).toEqual([]);
  });

  it("locks versions and checksums, not addresses", () => {
    const locked = readJson("package-lock.json");
    expect(JSON.stringify(locked).includes('"resolved":"http')).toBe(false);
    expect(locked.version).toBe(readJson("package.json").version);
  });

  it("locks the optional packages of every platform, not only of the one that wrote the lock file", () => {
    const locked: Record<string, { optionalDependencies?: Record<string, string> }> = readJson("package-lock.json").packages;
    const names = new Set(Object.keys(locked).map((folder) => folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length)));
    const wanted = Object.values(locked).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it("bundles what it needs: the extension has no packages to install", () => {
    expect(readJson("package.json").dependencies).toBeUndefined();
  });

  it("tells in its changelog what the version that it bears brings", () => {
    const top = /^## \[?(\d+\.\d+\.\d+)/m.exec(readText("CHANGELOG.md"))?.[1];
    expect(top).toBe(readJson("package.json").version);
  });
});
