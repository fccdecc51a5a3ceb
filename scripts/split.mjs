// Splits the program in two: what the start view runs, and the rest, which the first guide or tool fetches.
//
// Both parts are one program. The second one imports the memory, the tables, the globals and the functions of the first,
// and writes its functions into the first one's table of functions; a call from the first part to the second goes
// through that table. So nothing of this is visible in the sources, and a build that is not split works the same.
// It works on the text form of the program, in which every function still has its name.

/** The two parts of a program in text form; `isLater` says of a function's name whether the start view can do without. */
export function split(text, isLater) {
  const program = new Program(text);
  const later = program.onlyReachedThrough(isLater);
  return { first: program.first(later), second: program.second(later), entries: program.entries(later) };
}

// A name in the text form: $ and characters, or $ and a quoted text.
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;
const MODULE = "m";

class Program {
  constructor(text) {
    const lines = text.split("\n");
    const heads = lines.flatMap((line, at) => (/^ \(/.test(line) ? [at] : []));
    const end = lines.lastIndexOf(")");
    const written = (line) => !line.startsWith(" ;;");
    this.forms = heads.map((from, n) => lines.slice(from, heads[n + 1] ?? end).filter(written).join("\n"));
    this.functions = new Map();
    for (const form of this.of("func")) this.functions.set(named(form), { form, head: signature(form), calls: callees(form) });
    this.imports = new Map();
    for (const form of this.of("import")) {
      const [, name] = form.match(new RegExp(`\\(func (${NAME})`)) ?? fail(`an import that is no function: ${form}`);
      this.imports.set(name, signature(form.slice(form.indexOf("(func"))));
    }
    const [elem, ...others] = this.of("elem");
    if (!elem || others.length > 0) fail("the program has not one list of functions");
    const [, table, offset, names] = elem.match(new RegExp(`\\(table (${NAME})\\) \\(i32\\.const (\\d+)\\) func ((?:.|\\n)*)\\)\\s*$`)) ?? fail(elem);
    this.table = table;
    this.slots = new Map();
    this.slotted = [...names.matchAll(new RegExp(NAME, "g"))].map(([name]) => name);
    this.slotted.forEach((name, n) => this.slots.set(name, [...(this.slots.get(name) ?? []), Number(offset) + n]));
    this.offset = Number(offset);
  }

  of(kind) {
    return this.forms.filter((form) => form.startsWith(` (${kind} `));
  }

  /** The functions that nothing calls except through one that `isLater` names. */
  onlyReachedThrough(isLater) {
    const roots = [...this.slots.keys(), ...this.of("export").concat(this.of("start")).flatMap((form) => namesIn(form, "func|start"))];
    const reached = new Set();
    const open = roots.filter((name) => this.functions.has(name) && !isLater(name));
    while (open.length > 0) {
      const name = open.pop();
      if (reached.has(name)) continue;
      reached.add(name);
      open.push(...this.functions.get(name).calls.filter((callee) => this.functions.has(callee) && !isLater(callee)));
    }
    return new Set([...this.functions.keys()].filter((name) => !reached.has(name)));
  }

  /** What the first part calls of the second by name. */
  entries(later) {
    const called = new Set();
    for (const [name, { calls }] of this.functions) {
      if (!later.has(name)) calls.filter((callee) => later.has(callee)).forEach((callee) => called.add(callee));
    }
    return [...called].sort();
  }

  /** The slot of each of those in the table of functions: the one it has, or a new one after the last. */
  slotsOf(entries) {
    let next = this.offset + this.slotted.length;
    return new Map(entries.map((name) => [name, this.slots.get(name)?.[0] ?? next++]));
  }

  first(later) {
    const entries = this.slotsOf(this.entries(later));
    const size = Math.max(this.offset + this.slotted.length, ...[...entries.values()].map((slot) => slot + 1));
    const shared = this.shared(later);
    const kept = this.forms.flatMap((form) => {
      if (form.startsWith(" (func ")) {
        const name = named(form);
        return later.has(name) ? (entries.has(name) ? [this.detour(name, entries.get(name))] : []) : [form];
      }
      if (form.startsWith(` (table ${this.table} `)) return [` (table ${this.table} ${size} ${size} funcref)`];
      if (form.startsWith(" (elem ")) return this.segments((name) => !later.has(name));
      return [form];
    });
    return `(module\n${[...kept, ...shared.exports].join("\n")}\n)\n`;
  }

  second(later) {
    const entries = this.slotsOf(this.entries(later));
    const shared = this.shared(later);
    const bodies = [...later].map((name) => this.functions.get(name).form);
    const added = [...entries].filter(([name]) => !this.slots.has(name));
    const lists = this.segments((name) => later.has(name)).concat(
      added.map(([name, slot]) => ` (elem (table ${this.table}) (i32.const ${slot}) func ${name})`),
    );
    return `(module\n${[...this.of("type"), ...shared.imports, ...lists, ...bodies].join("\n")}\n)\n`;
  }

  /** A function of the second part, as the first part calls it. */
  detour(name, slot) {
    const { params, results } = this.functions.get(name).head;
    const given = params.map((_, n) => `(local.get ${n})`).join(" ");
    const types = `${listed("param", params)} ${listed("result", results)}`;
    return ` (func ${name} ${types} (call_indirect ${this.table} ${types} ${given} (i32.const ${slot})))`;
  }

  /** The list of functions with gaps where `has` returns false. */
  segments(has) {
    const found = [];
    let open = null;
    this.slotted.forEach((name, n) => {
      if (!has(name)) open = null;
      else if (open) open.names.push(name);
      else found.push((open = { at: this.offset + n, names: [name] }));
    });
    return found.map(({ at, names }) => ` (elem (table ${this.table}) (i32.const ${at}) func ${names.join(" ")})`);
  }

  /** What the second part uses of the first: exports there, imports here, under the same names. */
  shared(later) {
    const used = new Set([...later].flatMap((name) => this.functions.get(name).calls.filter((callee) => !later.has(callee))));
    const bodies = [...later].map((name) => this.functions.get(name).form).join("\n");
    const exports = [];
    const imports = [];
    const share = (kind, name, type) => {
      // A number is no identifier in JavaScript, so the glue does not use it as a name.
      const label = String(exports.length);
      exports.push(` (export "${label}" (${kind} ${name}))`);
      imports.push(` (import "${MODULE}" "${label}" (${kind} ${name} ${type}))`);
    };
    for (const form of this.of("memory")) {
      const [, name, type] = form.match(new RegExp(`^ \\(memory (${NAME}) (.*)\\)\\s*$`)) ?? fail(form);
      share("memory", name, type);
    }
    for (const form of this.of("table")) {
      const [, name, type] = form.match(new RegExp(`^ \\(table (${NAME}) (.*)\\)\\s*$`)) ?? fail(form);
      // The first part's table of functions grew; what is imported need only be as large as that at least.
      if (name === this.table || bodies.includes(name)) share("table", name, type.replace(/^(\d+) \d+/, "$1"));
    }
    for (const form of this.of("global")) {
      const [, name, type] = form.match(new RegExp(`^ \\(global (${NAME}) (\\(mut \\w+\\)|\\w+)`)) ?? fail(form);
      if (bodies.includes(`${name}\n`) || bodies.includes(`${name})`)) share("global", name, type);
    }
    for (const name of used) {
      const { params, results } = this.functions.get(name)?.head ?? this.imports.get(name) ?? fail(`who is ${name}?`);
      share("func", name, `${listed("param", params)} ${listed("result", results)}`);
    }
    return { exports, imports };
  }
}

function named(form) {
  return (form.match(new RegExp(`^ \\(\\w+ (${NAME})`)) ?? fail(form.slice(0, 200)))[1];
}

function namesIn(form, kinds) {
  return [...form.matchAll(new RegExp(`\\((?:${kinds}) (${NAME})`, "g"))].map(([, name]) => name);
}

function callees(form) {
  return [...new Set(namesIn(form, "call|return_call|ref\\.func"))];
}

/** The parameter and result types of a function, from its head. */
function signature(form) {
  const head = form.split("\n")[0];
  const types = (kind) => [...head.matchAll(new RegExp(`\\(${kind}(?: \\$\\S+)? ([^()]+)\\)`, "g"))].flatMap(([, list]) => list.trim().split(" "));
  return { params: types("param"), results: types("result") };
}

function listed(kind, types) {
  return types.length > 0 ? `(${kind} ${types.join(" ")})` : "";
}

function fail(sentence) {
  throw new Error(`split: ${sentence}`);
}
