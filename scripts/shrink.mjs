// Shrinks a WebAssembly file in place.
//
//     node scripts/shrink.mjs <file>

import { execFile } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);

// What the compiler uses of WebAssembly; every browser that Authdesk supports has it.
const FEATURES = ["mutable-globals", "nontrapping-float-to-int", "bulk-memory", "sign-ext", "reference-types", "multivalue"].map(
  (name) => `--enable-${name}`,
);

/** wasm-opt, for size. The functions keep their names if they are told to. */
export async function shrinkWasm(file, { keepsNames = false } = {}) {
  const names = keepsNames ? "--debuginfo" : "--strip-debug";
  const passes = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--converge"];
  // Rust puts the stack lowest and the data after it, so no memory address below 1024 is ever read with an offset.
  const addresses = ["--low-memory-unused", "--optimize-added-constants-propagate", "-Oz", "-Oz", "--reorder-locals"];
  for (const step of [[...passes, "--strip-producers"], [...addresses, "--strip-target-features"]]) {
    const tool = join(here, "node_modules/binaryen/bin/wasm-opt");
    await run(process.execPath, [tool, ...FEATURES, ...step, names, file, "-o", file], { maxBuffer: 1 << 30 });
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await shrinkWasm(process.argv[2]);
