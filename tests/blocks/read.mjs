// The same as read.py, with parsers from npm:
//
//     node read.mjs <folder with node_modules>
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const load = createRequire(`${process.argv[2]}/`);
// An older release, which another package brings along.
const older = createRequire(load.resolve("httpyac"));
const connectionString = load("@tediousjs/connection-string");

const readers = {
  env: (text) => load("dotenv").parse(text),
  "env, fast": (text) => load("dotenv").parse(text, { fast: true }),
  "env, 16": (text) => older("dotenv").parse(text),
  connection_string: (text) => connectionString.parse(text).entries(),
  url: (text) => new URL(text).searchParams.entries(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { format, text } = JSON.parse(line);
  let answer;
  try {
    const read = readers[format](text);
    answer = { values: typeof read.next === "function" ? [...read] : Object.entries(read) };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
