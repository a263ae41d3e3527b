/** Where the pages of rules are found: they ship with Lamina, so that they open without a network. */
export const rulePageUri = (code: string): string => `lamina-atlas:/rules/${code}.md`;
