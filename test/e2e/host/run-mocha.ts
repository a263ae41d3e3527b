import { appendFileSync, writeFileSync } from "node:fs";
import { format } from "node:util";
import Mocha from "mocha";

/**
 * Runs the stories that `load` requires. The editor calls this in its extension host and takes a rejection as failure.
 * `LAMINA_TEST_RESULT` names the file for the counts; `LAMINA_TEST_OUTPUT` one for the lines, where the console is not passed on.
 */
export function runMocha(load: () => void): Promise<void> {
  const output = process.env.LAMINA_TEST_OUTPUT;
  if (output) Mocha.reporters.Base.consoleLog = (...words: unknown[]) => appendFileSync(output, `${format(...words)}\n`);

  const mocha = new Mocha({ ui: "bdd", color: false, reporter: "spec", timeout: 30_000, forbidOnly: true, forbidPending: true });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  load();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes: passed = 0, failures: failed = 0 } = runner.stats ?? {};
      const result = process.env.LAMINA_TEST_RESULT;
      if (result) writeFileSync(result, `${JSON.stringify({ passed, failed })}\n`);
      if (failures > 0) reject(new Error(`${failures} of the stories failed.`));
      else resolve();
    });
  });
}
