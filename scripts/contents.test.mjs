// `node --test scripts/contents.test.mjs`: names as they are in the program, and whose they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { owner, table } from "./contents.mjs";

test("a function belongs to who wrote it", () => {
  const cases = {
    "authdesk[1f]::reading::jwt::read": "authdesk::reading",
    "authdesk[1f]::main": "authdesk::main",
    "<authdesk[1f]::desk::action::Action as core[2e]::clone::Clone>::clone": "authdesk::desk",
    "<authdesk[1f]::page::app::App>::view::{closure#0}": "authdesk::page",
    "<authdesk[1f]::page::app::start::{closure#0} as core[2e]::ops::function::FnOnce<()>>::call_once::{shim:vtable#0}": "authdesk::page",
    // Code of others, made for types of ours.
    "core[2e]::ptr::drop_in_place::<authdesk[1f]::desk::Desk>": "core",
    "<alloc[3d]::vec::Vec<authdesk[1f]::desk::Field>>::push": "alloc",
    "<&mut serde_json[4c]::de::Deserializer<serde_json[4c]::read::StrRead> as serde_core[5b]::de::Deserializer>::deserialize_struct::<authdesk[1f]::catalog::Visitor>":
      "serde_json",
    // A trait of somebody for a type of the standard library.
    "<alloc[3d]::string::String as serde_core[5b]::de::Deserialize>::deserialize::<serde_json[4c]::Value>": "serde_core",
    "<alloc[3d]::boxed::Box<dyn core[2e]::ops::function::Fn() -> u32> as core[2e]::fmt::Debug>::fmt": "alloc",
    "<[authdesk[1f]::catalog::card::Card] as core[2e]::fmt::Debug>::fmt": "core",
    "<&authdesk[1f]::named::Named<u8> as core[2e]::iter::IntoIterator>::into_iter": "authdesk::named",
    "<str>::trim_matches::<authdesk[1f]::reading::value::is_around>": "core",
    "<(u8, u8) as yew[6a]::html::IntoPropValue<u8>>::into_prop_value": "yew",
    "<<alloc[3d]::vec::Vec<u8> as core[2e]::iter::IntoIterator>::IntoIter as core[2e]::iter::Iterator>::next": "alloc",
    memcpy: undefined,
  };
  for (const [name, wanted] of Object.entries(cases)) assert.equal(owner(name)?.join("::"), wanted, name);
});

test("the table adds up", () => {
  const parts = [new Map([["authdesk::desk", 5], ["yew", 7], ["data", 1]]), new Map([["authdesk::reading", 10]])];
  const rows = table(parts).split("\n").map((line) => line.trim().split(/\s+/));
  assert.deepEqual(rows.find((row) => row[2] === "authdesk,").slice(0, 2), ["5", "10"]);
  assert.deepEqual(rows.at(-1), ["13", "10", "all"]);
});
