//! What is drawn, and printed, as opposed to what a field contains.

use super::*;

impl Desk {
    /// How a field of several lines is drawn: `dotted`, `whole`, `shown`, or not masked at all.
    pub async fn until_drawn(&self, label: &str, how: Option<&str>) {
        let script = "return named(FIELD, arguments[0])?.closest('.entry')?.dataset.mask ?? null;";
        let expected = json!(how);
        self.until(&format!("{label:?} is drawn {how:?}"), script, &[json!(label)], |value| *value == expected).await;
    }

    /// What is drawn in place of the text of a field, if it is masked in parts.
    pub async fn drawn(&self, label: &str) -> Option<String> {
        let script =
            "return named(FIELD, arguments[0]).closest('.entry').querySelector('[aria-hidden]')?.innerText ?? null;";
        self.script(script, &[json!(label)]).await.as_str().map(str::to_owned)
    }

    /// A computed style of a field, such as `color`.
    pub async fn style(&self, label: &str, property: &str) -> String {
        let script = "return getComputedStyle(named(FIELD, arguments[0])).getPropertyValue(arguments[1]);";
        text(&self.script(script, &[json!(label), json!(property)]).await)
    }

    /// Where the text of a field and what is drawn in its place begin and how large they are, in pixels: left, top, width,
    /// height, and the height of the text.
    pub async fn boxes(&self, label: &str) -> [Vec<f64>; 2] {
        let script = "const field = named(FIELD, arguments[0]);
          const box = (one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            return [left, top, width, height, one.scrollHeight, one.clientWidth];
          };
          return [field, field.closest('.entry').querySelector('[aria-hidden]')].map(box);";
        serde_json::from_value(self.script(script, &[json!(label)]).await).expect("two boxes")
    }

    /// The text in the PDF that the browser prints, without whitespace: a text layer has none that means anything.
    pub async fn printed(&self) -> String {
        let pdf = self.driver.print_page_base64(PrintParameters::default()).await.expect("the page is printed");
        let script = format!(
            "const done = arguments[arguments.length - 1];\n{PDF_TEXT}\npdfText(arguments[0]).then(done, (error) => done(`error: ${{error}}`));"
        );
        let answer = self.driver.execute_async(script, vec![json!(pdf)]).await.expect("the PDF can be read");
        let printed = text(answer.json());
        assert!(!printed.starts_with("error") && !printed.is_empty(), "{printed}");
        printed
    }

    /// Everything that can be read on the page or was offered to copy: its text, and texts in fields that are not for
    /// typing.
    pub async fn readable(&self) -> String {
        self.text_of_script(
            "return [document.body.innerText, ...all('[readonly]').map((one) => one.value)].join('\\n');",
        )
        .await
    }
}

/// Reads what Chromium writes: compressed streams, fonts with a table from glyphs to characters, and texts as glyphs.
const PDF_TEXT: &str = r#"
const pdfText = async (base64) => {
  const pdf = atob(base64);
  const inflated = async (body) => {
    const bytes = Uint8Array.from(body, (one) => one.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new TextDecoder("latin1").decode(await new Response(stream).arrayBuffer());
  };
  const objects = new Map();
  for (const found of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)\nendobj/g)) {
    const [, number, all] = found;
    const start = all.search(/\bstream\r?\n/);
    const head = start < 0 ? all : all.slice(0, start);
    let body = start < 0 ? "" : all.slice(all.indexOf("\n", start) + 1, all.lastIndexOf("endstream")).replace(/\r?\n$/, "");
    if (body && head.includes("/FlateDecode") && !/\/Image|\/FontFile|\/Length1/.test(head)) body = await inflated(body).catch(() => "");
    objects.set(number, { head, body });
  }
  const unicode = (hex) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((one) => parseInt(one, 16)));
  const fonts = new Map();
  for (const { head } of objects.values()) {
    for (const [, name, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = objects.get(objects.get(number)?.head.match(/\/ToUnicode (\d+) 0 R/)?.[1])?.body ?? "";
      const glyphs = new Map();
      const width = map.match(/begincodespacerange\s*<([0-9A-Fa-f]+)>/)?.[1].length ?? 4;
      for (const [, block] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
        for (const [, glyph, ch] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) glyphs.set(parseInt(glyph, 16), unicode(ch));
      }
      for (const [, block] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
        for (const [, first, last, ch] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
          for (let at = parseInt(first, 16); at <= parseInt(last, 16); at++) {
            glyphs.set(at, String.fromCharCode(parseInt(ch, 16) + at - parseInt(first, 16)));
          }
        }
      }
      fonts.set(name, { glyphs, width });
    }
  }
  let text = "", font;
  for (const { body } of objects.values()) {
    for (const [, name, hex] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?=[^\[\]]*(?:Tj|\]\s*TJ))/g)) {
      if (name) font = fonts.get(name);
      else for (const glyph of hex.match(new RegExp(`.{${font?.width ?? 4}}`, "g")) ?? []) text += font?.glyphs.get(parseInt(glyph, 16)) ?? "";
    }
  }
  return text.replace(/\s+/g, "");
};
"#;
