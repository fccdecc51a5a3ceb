// What the two WebAssembly files of a build with names consist of, by crate, and our own crate by module.
//
//     node scripts/contents.mjs target/size      after `scripts/dist target/size --with-names`

import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Crates that come with the compiler. */
const STANDARD = ["alloc", "compiler_builtins", "core", "std"];

/** What twiggy lists that is no function, and what the table calls it. The rest is names of imports and exports, and code without a name. */
const OTHER = [
  [/^data segment/, "data: texts, tables, constants"],
  [/^elem\[/, "table of functions"],
  // Only a build with names has these sections.
  [/^custom section|^".*" subsection$/, null],
];

/**
 * Where a function belongs: ["yew"], or ["authdesk", "desk"]. `name` is as rustc-demangle writes it, with the number of
 * each crate. A generic function belongs to the crate that has its code, whatever types it is made for; a method of a trait
 * to the crate of the type or of the trait, whichever is not the standard library's (one of them has the `impl`).
 */
export function owner(name) {
  const places = name.startsWith("<") ? ends(name).map(first) : [first(name)];
  const known = places.filter(Boolean);
  // The methods of `str`, `char`, `[T]` and so on.
  if (known.length === 0 && name.startsWith("<")) return ["core"];
  return known.find(([crate]) => !STANDARD.includes(crate)) ?? known[0];
}

/** The type and the trait of `<Type as Trait>::method`. */
function ends(name) {
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "<") depth++;
    // The `>` of an arrow closes nothing.
    else if (name[at] === ">" && name[at - 1] !== "-") depth--;
    else if (depth === 1 && name.startsWith(" as ", at)) return [name.slice(1, at), name.slice(at + 4)];
    if (depth === 0) return [name.slice(1, at)];
  }
  return [name.slice(1)];
}

/** The crate and the module that the path begins with; nothing for what has no path: `u32`, `[A]`, `(A, B)`, `memcpy`. */
function first(path) {
  const bare = path.replace(/^(?:&(?:'\w+ )?(?:mut )?|\*(?:const|mut) |dyn )+/, "");
  if (bare.startsWith("<")) return owner(bare);
  const [, crate, module] = bare.match(/^(\w+)\[[0-9a-f]+\]::(?:(\w+)::)?/) ?? [];
  if (!crate) return undefined;
  return crate === "authdesk" ? [crate, module ?? "main"] : [crate];
}

/** Bytes by what they are: a crate, a module of ours, or another part of the file. */
function contents(file) {
  const items = JSON.parse(execFileSync("twiggy", ["top", "-n", "4294967295", "-f", "json", file], { maxBuffer: 1 << 30 }));
  const sums = new Map();
  for (const { name, shallow_size } of items) {
    const other = OTHER.find(([pattern]) => pattern.test(name));
    if (other && other[1] === null) continue;
    const place = other ? other[1] : owner(name)?.join("::");
    const key = place ?? "the rest";
    sums.set(key, (sums.get(key) ?? 0) + shallow_size);
  }
  return sums;
}

export function table(parts) {
  const names = [...new Set(parts.flatMap((part) => [...part.keys()]))];
  const of = (name) => parts.map((part) => part.get(name) ?? 0);
  const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
  const sum = (some) => parts.map((_, index) => total(some.map((name) => of(name)[index])));
  const bySize = (some) => some.sort((a, b) => total(of(b)) - total(of(a)) || (a < b ? -1 : 1));
  const line = (numbers, name) => `${numbers.map((number) => String(number).padStart(9)).join(" ")}  ${name}`;
  const isOurs = (name) => name.startsWith("authdesk::");
  const isCrate = (name) => /^\w+$/.test(name);
  const ours = bySize(names.filter(isOurs));
  return [
    line(["first", "lazy"], "(bytes before compression, without names)"),
    line(sum(ours), "authdesk, of these:"),
    ...ours.map((name) => line(of(name), `   ${name.slice("authdesk::".length)}`)),
    ...bySize(names.filter(isCrate)).map((name) => line(of(name), name)),
    ...bySize(names.filter((name) => !isOurs(name) && !isCrate(name))).map((name) => line(of(name), `(${name})`)),
    line(sum(names), "all"),
  ].join("\n");
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "target/size";
  console.log(table(["authdesk_bg.wasm", "lazy.wasm"].map((name) => contents(join(folder, name)))));
}
