import type { Theme, Workbench } from "./workbench.ts";

/** One thing that a person does in the workbench, seen from outside. Its file lies in stories/ and exports it as default. */
export interface Story {
  /** What holds, as a sentence. */
  readonly title: string;
  /** The theme to begin with; dark where nothing is said. */
  readonly theme?: Theme;
  /** A file of the example workspace to begin with; the one with the most claims where nothing is said, none for `null`. */
  readonly file?: string | null;
  /** Files to write into the copy of the example workspace first, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the extension is the one that users install, in an editor of its own, and not this project in development. */
  readonly packaged?: boolean;
  /** User settings to begin with. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Does it and looks; throws where what it sees is not what the title says. */
  readonly run: (workbench: Workbench) => Promise<void>;
}

/** Tells the compiler that this is a story. */
export const story = (told: Story): Story => told;
