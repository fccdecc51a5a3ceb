// Runs collections and .http files with the programs that people use, one after the other: one line of JSON for each on
// standard input, one on standard output.
//
//     node drive.mjs newman <folder with node_modules>     {"text": collection, "answers": {variable: value}}
//     node drive.mjs bruno <folder with node_modules>      the same
//     node drive.mjs httpyac <folder with node_modules>    {"text": .http file, "answers": {variable: value}}
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [what, folder] = process.argv.slice(2);
const load = createRequire(`${folder}/`);

const programs = {
  newman() {
    const newman = load("newman");
    return (text, answers) =>
      new Promise((resolve) => {
        // What a person enters is the value of this variable in Postman; here an environment stands for that.
        const values = Object.entries(answers).map(([key, value]) => ({ key, value, enabled: true }));
        newman.run({ collection: JSON.parse(text), environment: { values } }, (error, summary) => {
          const failed = error ?? summary.run.failures[0]?.error;
          resolve(failed ? { error: failed.message ?? JSON.stringify(failed) } : { out: String(summary.run.executions[0].response.stream) });
        });
      });
  },
  httpyac() {
    const { cli, send, store } = load("httpyac");
    const ready = cli.initIOProvider();
    return async (text, answers) => {
      await ready;
      const files = new store.HttpFileStore();
      const httpFile = await files.getOrCreate("token.http", async () => text, 0, { workingDir: process.cwd() });
      let response;
      await send({ httpFile, variables: { ...answers }, logResponse: async (one) => void (response = one) });
      return response ? { out: String(response.body) } : { error: "no answer" };
    };
  },

  // The program's own import, and then its command line in the folder that was created.
  bruno() {
    const { postmanToBruno } = load("@usebruno/converters");
    const { DEFAULT_COLLECTION_FORMAT: format, stringifyEnvironment } = load("@usebruno/filestore");
    const { createCollectionFromBrunoObject } = load("@usebruno/cli/src/utils/collection.js");
    const program = load.resolve("@usebruno/cli/bin/bru.js");
    return async (text, answers) => {
      const place = mkdtempSync(join(tmpdir(), "authdesk-bruno-"));
      try {
        const { collection } = await postmanToBruno(JSON.parse(text));
        await createCollectionFromBrunoObject(collection, place, { format });
        mkdirSync(join(place, "environments"));
        const values = Object.entries(answers).map(([name, value]) => ({ name, value, enabled: true }));
        const environment = { name: "desk", variables: values };
        writeFileSync(join(place, "environments", `desk.${format}`), stringifyEnvironment(environment, { format }));
        const report = join(place, "report.json");
        const ran = spawnSync(process.execPath, [program, "run", "--env", "desk", "--output", report], { cwd: place });
        const { results } = JSON.parse(readFileSync(report, "utf8")).at(0);
        const answer = results[0].response?.data;
        return answer ? { out: JSON.stringify(answer) } : { error: `${ran.stdout}${ran.stderr}${JSON.stringify(results)}` };
      } finally {
        rmSync(place, { recursive: true });
      }
    };
  },
};

const run = programs[what]();
for await (const line of createInterface({ input: process.stdin })) {
  const { text, answers } = JSON.parse(line);
  console.log(JSON.stringify(await run(text, answers).catch((error) => ({ error: String(error.stack) }))));
}
