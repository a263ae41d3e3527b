/** The sections of package.json that tell the editor what Lamina brings. Everything else in that file is kept as it stands. */

import { BASELINE_FILE } from "../../src/cli/baseline.ts";
import { manuscripts } from "../../src/client/documents.ts";
import { CONFIGURATION_FILE } from "../../src/core/configuration.ts";
import { type TokenType, tokenTypes } from "../../src/core/features/semantic-tokens.ts";
import { standings } from "../../src/core/service.ts";
import { settingsFor } from "../../src/core/settings.ts";
import { groupings } from "../../src/protocol/explorer.ts";
import { SHIPPED_SCHEME } from "../../src/protocol/requests.ts";
import { SCHEMA_FILE, schemaOf } from "./schema.ts";

/** What the column view is called where the editor keeps it. */
const columnView = "lamina.column";

const icon = (name: string): { light: string; dark: string } => ({
  light: `./media/icons/${name}-light.svg`,
  dark: `./media/icons/${name}-dark.svg`,
});

/** A document that may hold claims: Lamina, but for the atlases that ship; Markdown where the project has claims. */
const mayHoldClaims = `resourceLangId == lamina && resourceScheme != ${SHIPPED_SCHEME} || resourceLangId =~ /^(${manuscripts.join("|")})$/ && lamina.hasClaims`;

const languages = [
  {
    id: "lamina",
    aliases: ["Lamina", "lamina"],
    extensions: [".lamina"],
    configuration: "./media/language-configuration.json",
    icon: icon("file"),
  },
];

const grammars = [
  { language: "lamina", scopeName: "source.lamina", path: "./syntaxes/lamina.tmLanguage.json" },
  {
    scopeName: "markdown.lamina.codeblock",
    path: "./syntaxes/markdown.lamina.tmLanguage.json",
    injectTo: ["text.html.markdown"],
    embeddedLanguages: { "meta.embedded.block.lamina": "lamina" },
  },
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const command = (name: string, title: string, more: object = {}): object => ({
  command: `lamina.${name}`,
  title,
  category: "Lamina",
  ...more,
});

const commands = [
  command("showColumn", "Show Column View", { icon: icon("column") }),
  command("newFile", "New Hypothesis File", { icon: "$(new-file)" }),
  command("exportFigure", "Export Figure…"),
  command("updateFigures", "Update Figures in Manuscripts"),
  command("openAtlas", "Open Atlas"),
  command("openManual", "Open Manual"),
  command("showLog", "Show Log"),
  command("restartServer", "Restart Language Server"),
];

/** What the claims explorer gathers by. */
const gathering = groupings.map((grouping) => command(`explorer.by-${grouping}`, `Group by ${capital(grouping)}`));

const showInColumn = command("explorer.showInColumn", "Show in Column View", { icon: icon("column") });

const menus = {
  "view/item/context": [{ command: "lamina.explorer.showInColumn", when: "view == lamina.claims && viewItem == claim", group: "inline" }],
  commandPalette: [
    { command: "lamina.explorer.showInColumn", when: "false" },
    { command: "lamina.updateFigures", when: "lamina.hasClaims" },
    { command: "lamina.exportFigure", when: "lamina.hasClaims" },
  ],
  "view/title": [
    { command: "lamina.showColumn", when: "view == lamina.claims && lamina.hasClaims", group: "navigation@1" },
    { submenu: "lamina.explorer.grouping", when: "view == lamina.claims && lamina.hasClaims", group: "navigation@2" },
    { command: "lamina.newFile", when: "view == lamina.claims", group: "1_new" },
  ],
  "lamina.explorer.grouping": groupings.map((grouping, index) => ({
    command: `lamina.explorer.by-${grouping}`,
    group: `1_by@${index + 1}`,
  })),
  "editor/title": [
    { command: "lamina.showColumn", when: mayHoldClaims, group: "navigation" },
    { command: "lamina.exportFigure", when: `activeWebviewPanelId == ${columnView}`, group: "1_export" },
  ],
  "file/newFile": [{ command: "lamina.newFile", group: "file" }],
};

// as Markdown's preview to the side
const keybindings = [{ command: "lamina.showColumn", key: "ctrl+k v", mac: "cmd+k v", when: "editorLangId == lamina" }];

/** The claims explorer, in a place of its own in the side bar. */
const viewsContainers = { activitybar: [{ id: "lamina", title: "Lamina", icon: "media/icons/claims.svg" }] };
const views = {
  lamina: [
    {
      id: "lamina.claims",
      name: "Claims",
      icon: "media/icons/claims.svg",
      contextualTitle: "Lamina",
      accessibilityHelpContent: "The claims of the workspace by standing, part, source or document. Enter goes to a claim's text.",
    },
  ],
};
const submenus = [{ id: "lamina.explorer.grouping", label: "Group By", icon: "$(list-tree)" }];
const viewsWelcome = [
  {
    view: "lamina.claims",
    when: "!lamina.hasClaims",
    contents:
      "No claims in this workspace yet. A claim says that a part of the cortical column does what a part of a transformer does.\n[New Hypothesis File](command:lamina.newFile)\nThe walkthrough takes five minutes.\n[Get Started](command:workbench.action.openWalkthrough?%5B%22lamina.lamina%23start%22%5D)",
  },
];

const personal = settingsFor("editor");

const configuration = {
  title: "Lamina",
  properties: {
    ...Object.fromEntries(
      personal.map((spec, index) => [`lamina.${spec.name}`, { order: index, ...schemaOf(spec), markdownDescription: spec.help }] as const),
    ),
    // read by the library that speaks to the language server
    "lamina.trace.server": {
      order: personal.length,
      type: "string",
      enum: ["off", "messages", "verbose"],
      default: "off",
      markdownDescription: "Writes what the editor and the language server say to each other into the log (*Lamina: Show Log*).",
    },
  },
};

const configurationDefaults = {
  "files.associations": { [CONFIGURATION_FILE]: "jsonc" },
  "[lamina]": {
    "editor.tabSize": 2,
    "editor.insertSpaces": true,
    "editor.detectIndentation": false,
    "editor.wordBasedSuggestions": "off",
    // what the theme does not colour by meaning is coloured by the words alone
    "editor.semanticHighlighting.enabled": true,
    // a new line of an item is indented as its clauses are
    "editor.formatOnType": true,
    // what fits the place comes before templates
    "editor.snippetSuggestions": "bottom",
    // keys inside […] and names inside "…" complete too
    "editor.quickSuggestions": { other: "on", comments: "off", strings: "on" },
  },
};

/** Types and modifiers of tokens that no other language has, each with the one that themes know. */
const semanticTokenTypes = (tokenTypes as readonly TokenType[])
  .filter(({ name, like }) => name !== like)
  .map(({ name, like, help }) => ({ id: name, superType: like, description: help }));
const semanticTokenModifiers = standings.map(({ standing, help }) => ({ id: standing, description: help }));

const step = (id: string, title: string, description: string, completionEvents: readonly string[]): object => ({
  id,
  title,
  description,
  media: { markdown: `media/walkthrough/${id}.md` },
  completionEvents,
});

const walkthroughs = [
  {
    id: "start",
    title: "Get started with Lamina",
    description: "From a first claim about the cortical column and the transformer to a picture of what is supported.",
    icon: "media/icon.png",
    steps: [
      step(
        "claim",
        "Write a claim",
        "A claim says that a part of the cortical column does what a part of a transformer does, in one line.\n[New Hypothesis File](command:lamina.newFile)",
        ["onContext:lamina.hasClaims"],
      ),
      step(
        "evidence",
        "See what lacks evidence",
        "A claim that nothing supports is underlined, and the status bar counts such claims.\n[Show Problems](command:workbench.actions.view.problems)",
        ["onCommand:workbench.actions.view.problems"],
      ),
      step(
        "fix",
        "Give it evidence",
        "On an underlined claim, the light bulb offers a line of evidence to fill in.\n[Quick Fix](command:editor.action.quickFix)",
        ["onContext:lamina.hasSupportedClaim"],
      ),
      step(
        "column",
        "Look at the column view",
        "The column, the transformer block, and your claims between them. It follows every keystroke.\n[Show Column View](command:lamina.showColumn)",
        ["onCommand:lamina.showColumn"],
      ),
    ],
  },
];

/** The sections, in the order in which they stand. */
const sections = {
  icon: "media/icon.png",
  galleryBanner: { color: "#16283a", theme: "dark" },
  categories: ["Programming Languages", "Linters", "Visualization", "Machine Learning", "Data Science"],
  keywords: ["neuroscience", "cortical column", "transformer", "hypothesis", "evidence"],
  capabilities: {
    untrustedWorkspaces: { supported: true },
    virtualWorkspaces: {
      supported: "limited",
      description: "Documents that are open are read; files that are not open, and bibliographies, are not.",
    },
  },
  activationEvents: [
    ...manuscripts.map((language) => `onLanguage:${language}`),
    "workspaceContains:**/*.lamina",
    `workspaceContains:**/${CONFIGURATION_FILE}`,
    `onWebviewPanel:${columnView}`,
    "onView:lamina.claims",
  ],
  contributes: {
    languages,
    grammars,
    snippets: [{ language: "lamina", path: "./media/snippets.json" }],
    commands: [...commands, ...gathering, showInColumn],
    viewsContainers,
    views,
    viewsWelcome,
    submenus,
    menus,
    keybindings,
    configuration,
    configurationDefaults,
    semanticTokenTypes,
    semanticTokenModifiers,
    "markdown.markdownItPlugins": true,
    jsonValidation: [
      { fileMatch: CONFIGURATION_FILE, url: `./${SCHEMA_FILE}` },
      { fileMatch: BASELINE_FILE, url: "./media/schemas/baseline.schema.json" },
    ],
    walkthroughs,
  },
};

/** Keys of the manifest before which the sections stand where they are new. */
const partsOfOthers = ["scripts", "dependencies", "devDependencies"];

/** The manifest's text with these sections as they should be. */
export function withContributions(before: string): string {
  const manifest = JSON.parse(before) as Record<string, unknown>;
  const rest = Object.entries(manifest).filter(([key]) => !(key in sections));
  const at = rest.findIndex(([key]) => partsOfOthers.includes(key));
  const head = at < 0 ? rest : rest.slice(0, at);
  const tail = at < 0 ? [] : rest.slice(at);
  return `${JSON.stringify(Object.fromEntries([...head, ...Object.entries(sections), ...tail]), null, 2)}\n`;
}
