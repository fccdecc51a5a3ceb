//! The names under which servers and programs put the parts of an error.

/// What the value of a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The error code, or a sentence in its place.
    Error,
    /// A sentence; the lower the rank, the more it tells.
    Sentence(u8),
    /// A number, or a code that is text.
    Code,
    /// A second number below the first one.
    Subcode,
    /// The HTTP status.
    Status,
    /// Whether the call succeeded.
    Success,
    /// The URL of the request.
    Url,
    /// The method of the request.
    Method,
    /// The header line of a request.
    Host,
    /// The level of a line in a log.
    Level,
    /// A list of errors, each under its name or not.
    Errors,
    /// What a program says of the failure that is behind the error, such as a stack trace.
    Trace,
    /// A token.
    Token,
    /// The name of a file format that is not a response: a Postman collection, a HAR file.
    File,
    /// Anything else.
    Other,
}

/// The longest name below, in bytes; separators do not count.
const LONGEST: usize = 24;

impl Role {
    /// The role of a name, ignoring capitalization, `_` and `-`.
    pub(super) fn of(name: &str) -> Role {
        let mut buffer = [0; LONGEST];
        let chars = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-')).map(|byte| byte.to_ascii_lowercase());
        let mut length = 0;
        for byte in chars {
            let Some(slot) = buffer.get_mut(length) else { return Role::Other };
            *slot = byte;
            length += 1;
        }
        match buffer.get(..length).unwrap_or_default() {
            // RFC 6749 §5.2; `oauth_error` and `error_name` as WordPress and Dropbox write it.
            b"error" | b"err" | b"oautherror" | b"errorname" | b"errortype" => Role::Error,
            b"errordescription" | b"errordesc" => Role::Sentence(0),
            b"hint" | b"errorhint" => Role::Sentence(1),
            b"reason" | b"errorreason" | b"errordetail" | b"errordetails" => Role::Sentence(2),
            // Okta's `errorSummary`, Apigee's `faultstring`, WeChat's `errmsg`.
            b"errormessage" | b"errorsummary" | b"errormsg" | b"errmsg" | b"faultstring" | b"errorstring" => {
                Role::Sentence(3)
            }
            b"message" | b"msg" | b"errmessage" => Role::Sentence(4),
            b"detail" | b"details" | b"detailmessage" => Role::Sentence(5),
            // Of other things too; `messages` of Slack's `response_metadata`.
            b"title" | b"description" | b"messages" => Role::Sentence(6),
            b"code" | b"errorcode" | b"errcode" | b"errornumber" | b"errno" | b"serviceerrorcode" | b"faultcode" => {
                Role::Code
            }
            b"errorsubcode" | b"subcode" => Role::Subcode,
            b"status" | b"statuscode" | b"httpstatus" | b"httpcode" | b"httpstatuscode" | b"responsecode"
            | b"responsestatus" => Role::Status,
            b"ok" | b"success" | b"issuccess" | b"succeeded" => Role::Success,
            b"url" | b"requesturl" | b"requesturi" | b"endpoint" => Role::Url,
            b"method" | b"requestmethod" | b"httpmethod" => Role::Method,
            b"host" => Role::Host,
            b"level" | b"lvl" | b"loglevel" | b"severity" => Role::Level,
            b"errors" => Role::Errors,
            b"exception" | b"cause" | b"innererror" | b"innerexception" | b"stack" | b"stacktrace" | b"trace" => {
                Role::Trace
            }
            b"accesstoken" | b"refreshtoken" | b"idtoken" => Role::Token,
            // The first names of a Postman collection, of a HAR file, of a package and of an API description.
            b"postmanid" | b"log" | b"dependencies" | b"devdependencies" | b"openapi" | b"swagger"
            | b"tokenendpoint" => Role::File,
            _ => Role::Other,
        }
    }
}
