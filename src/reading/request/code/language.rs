//! Which language a program is written in, as far as its strings and comments depend on that.

/// The language of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// JavaScript, TypeScript, and the notation of JSON.
    Script,
    Python,
    Php,
    CSharp,
    Java,
    /// Like Java, with variables in strings.
    Kotlin,
    Ruby,
    Go,
}

/// Words that only a program in that language has, and words that are frequent in it.
const SIGNS: [(Language, &[&str], &[&str]); 7] = [
    (
        Language::Php,
        &[
            "<?php",
            "curl_setopt",
            "curl_init",
            "curl_exec",
            "http_build_query",
            "base64_encode(",
            "wp_remote_",
            "$this->",
            "stream_context_create",
            "GuzzleHttp",
            "Http::",
            "form_params",
        ],
        &["->request(", "->post(", "array(", "=> "],
    ),
    (
        Language::Python,
        &[
            "import requests",
            "requests.post(",
            "requests.get(",
            "requests.request(",
            "httpx.",
            "aiohttp",
            "urllib",
            "http.client",
            "b64encode",
            "import base64",
            "json.dumps",
            "OAuth2Session(",
            "fetch_token(",
            "self.",
        ],
        &["requests.", "def ", "print(", "urlopen(", "None", "session.", "elif "],
    ),
    (
        Language::CSharp,
        &[
            "PostAsync(",
            "SendAsync(",
            "AsJsonAsync(",
            "UrlEncodedAsync(",
            "PostJsonAsync(",
            "RestRequest",
            "FormUrlEncodedContent",
            "HttpRequestMessage",
            "DefaultRequestHeaders",
            "WebRequest.Create",
            "Convert.ToBase64String",
            "using System",
            "WebClient()",
            "StringContent(",
            "NetworkCredential(",
            "TokenAsync(",
        ],
        &["new HttpClient()", "var ", "string ", "using "],
    ),
    (
        Language::Java,
        &[
            "HttpRequest.newBuilder",
            "HttpURLConnection",
            "HttpsURLConnection",
            "openConnection",
            "getOutputStream",
            "RestTemplate",
            "restTemplate",
            "OkHttpClient",
            "Request.Builder()",
            "FormBody.Builder()",
            "MultipartBody",
            "RequestBody",
            "BodyPublishers",
            "getEncoder()",
            "getMimeEncoder()",
            "HttpPost(",
            "import java",
            "BodyInserters",
            ".bodyValue(",
            "MultiValueMap",
            "StringEntity(",
            "BasicNameValuePair",
            "Unirest",
        ],
        &["String ", "URI.create(", "webClient", "val ", "new "],
    ),
    (
        Language::Ruby,
        &["Net::HTTP", "HTTParty", "Faraday", "RestClient", "OAuth2::Client", "encode64(", "require '", "`curl", "#{"],
        &["\nend", "set_form_data", "URI.parse", "URI(", "puts "],
    ),
    (
        Language::Go,
        &[
            "http.NewRequest",
            "http.PostForm",
            "url.Values",
            "strings.NewReader",
            "oauth2.Config",
            "clientcredentials.Config",
            "bytes.NewBuffer",
        ],
        &["http.Post(", "http.Get(", ":= ", "func ", "err"],
    ),
    (
        Language::Script,
        &[
            "fetch(",
            "axios",
            "URLSearchParams",
            "JSON.stringify",
            "Buffer.from",
            "btoa(",
            "superagent",
            "$.ajax",
            "XMLHttpRequest",
            "simple-oauth2",
        ],
        &["require(", "const ", "let ", "await ", "=> {", "function", "new Buffer(", "got", "=== "],
    ),
];

/// How much more a word shows that no other language has.
const CERTAIN: usize = 4;

impl Language {
    /// The language of a text; that of JSON where nothing shows another one.
    pub(super) fn of(text: &str) -> Language {
        let count = |signs: &[&str]| signs.iter().filter(|sign| text.contains(**sign)).count();
        let mut best = (Language::Script, 0);
        for (language, certain, frequent) in SIGNS {
            let counted = count(certain) * CERTAIN + count(frequent);
            if counted > best.1 {
                best = (language, counted);
            }
        }
        // Kotlin has the libraries of Java, and few words of its own.
        let is_kotlin = ["val ", "fun "].iter().any(|sign| text.contains(sign)) && !text.contains("new ");
        if best.0 == Language::Java && is_kotlin { Language::Kotlin } else { best.0 }
    }

    /// Statements end with the line.
    pub(super) fn is_by_lines(self) -> bool {
        !matches!(self, Language::Php | Language::CSharp | Language::Java)
    }
}
