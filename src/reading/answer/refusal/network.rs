//! What programs write when a request got no response.

use crate::oauth::NetworkFault;
use NetworkFault::{Certificate, Closed, NotResolved, NotTls, Proxy, Refused, TimedOut};

/// The first word and what follows it, in lowercase and in the order of the alphabet.
///
/// From the documentation of Node.js (Errors; TLS, "X509 certificate error codes") and of curl (libcurl-errors), the
/// messages of OpenSSL, NSPR (prerr.c), Go (net, crypto/tls, crypto/x509), Java (java.net, JSSE), .NET (Winsock) and glibc
/// (gai_strerror), and Chromium's net_error_list.h.
const FAULTS: [(&str, &str, NetworkFault); 90] = [
    ("actively", " refused", Refused),
    ("attempt", " failed because the connected party did not properly respond", TimedOut),
    ("cert_has_expired", "", Certificate),
    ("certificate", " is not trusted", Certificate),
    ("certificate", " problem: ", Certificate),
    ("certificate", " signed by unknown authority", Certificate),
    ("certificate", " verification failed", Certificate),
    ("certificate", " verify failed", Certificate),
    ("certificate_verify_failed", "", Certificate),
    ("code", " 407 from proxy", Proxy),
    ("connect", " timed out", TimedOut),
    ("connect", " tunnel failed, response 407", Proxy),
    ("connection", " aborted", Closed),
    ("connection", " refused", Refused),
    ("connection", " reset", Closed),
    ("connection", " timed out", TimedOut),
    ("connection", " was forcibly closed", Closed),
    ("corrupted", " frame was received", NotTls),
    ("could", " not establish trust relationship", Certificate),
    ("could", " not resolve host", NotResolved),
    ("couldn", "'t connect to", Refused),
    ("couldn", "'t resolve host", NotResolved),
    ("curl", " error 28", TimedOut),
    ("curl", " error 52", Closed),
    ("curl", " error 60", Certificate),
    ("curl", " error 6:", NotResolved),
    ("curl", " error 7:", Refused),
    ("curl", ": (28)", TimedOut),
    ("curl", ": (52)", Closed),
    ("curl", ": (6)", NotResolved),
    ("curl", ": (60)", Certificate),
    ("curl", ": (7)", Refused),
    ("deadline", " exceeded", TimedOut),
    ("depth_zero_self_signed_cert", "", Certificate),
    ("eai_again", "", NotResolved),
    ("econnrefused", "", Refused),
    ("econnreset", "", Closed),
    ("ehostunreach", "", Refused),
    ("empty", " reply from server", Closed),
    ("encountered", " end of file", Closed),
    ("enetunreach", "", Refused),
    ("enotfound", "", NotResolved),
    ("err_cert_authority_invalid", "", Certificate),
    ("err_connection_refused", "", Refused),
    ("err_connection_reset", "", Closed),
    ("err_connection_timed_out", "", TimedOut),
    ("err_name_not_resolved", "", NotResolved),
    ("err_tls_cert_altname_invalid", "", Certificate),
    ("etimedout", "", TimedOut),
    ("failed", " to establish a new connection", Refused),
    ("first", " record does not look like a tls handshake", NotTls),
    ("getaddrinfo", "", NotResolved),
    ("i", "/o timeout", TimedOut),
    ("keine", " vertrauensstellung", Certificate),
    ("name", " or service not known", NotResolved),
    ("name", " resolution", NotResolved),
    ("nameresolutionerror", "", NotResolved),
    ("network", " is unreachable", Refused),
    ("no", " alternative certificate subject name", Certificate),
    ("no", " route to host", Refused),
    ("no", " such host", NotResolved),
    ("nodename", " nor servname provided", NotResolved),
    ("pkix", " path", Certificate),
    ("proxy", " authentication required", Proxy),
    ("read", " timed out", TimedOut),
    ("record", " layer failure", NotTls),
    ("remote", " certificate is invalid", Certificate),
    ("remote", " end closed connection", Closed),
    ("remote", " name could not be resolved", NotResolved),
    ("remotename", " konnte nicht aufgel\u{f6}st werden", NotResolved),
    ("self", " signed certificate", Certificate),
    ("self-signed", " certificate", Certificate),
    ("self_signed_cert_in_chain", "", Certificate),
    ("server", " gave http response to https client", NotTls),
    ("socket", " hang up", Closed),
    ("ssl23_get_server_hello", ":unknown protocol", NotTls),
    ("ssl_error_syscall", "", Closed),
    ("sslcertverificationerror", "", Certificate),
    ("timeout", " was reached", TimedOut),
    ("unable", " to get local issuer certificate", Certificate),
    ("unable", " to verify the first certificate", Certificate),
    ("unable_to_get_issuer_cert_locally", "", Certificate),
    ("unable_to_verify_leaf_signature", "", Certificate),
    ("unexpected", " end of file from server", Closed),
    ("unexpected", " eof or 0 bytes", Closed),
    ("unexpected", " eof while reading", Closed),
    ("unknownhostexception", "", NotResolved),
    ("unrecognized", " ssl message", NotTls),
    ("wrong", " version number", NotTls),
    ("wrong_version_number", "", NotTls),
];

/// The longest first word, in bytes.
const LONGEST: usize = 40;

/// What a word and the text behind it say about the network.
pub(super) fn network_fault(word: &str, behind: &str) -> Option<NetworkFault> {
    // The last part of `java.net.UnknownHostException`.
    let word = word.bytes().rposition(|byte| byte == b'.').and_then(|at| word.get(at + 1..)).unwrap_or(word);
    if word.len() > LONGEST {
        return None;
    }
    let letter = word.bytes().next()?.to_ascii_lowercase();
    let start = FAULTS.partition_point(|(first, ..)| first.as_bytes().first().is_some_and(|byte| *byte < letter));
    let same = FAULTS.get(start..)?.iter().take_while(|(first, ..)| first.as_bytes().first() == Some(&letter));
    let of_word = same.filter(|(first, ..)| first.len() == word.len() && first.eq_ignore_ascii_case(word));
    let is_behind = |rest: &str| behind.get(..rest.len()).is_some_and(|front| front.eq_ignore_ascii_case(rest));
    // NSPR begins its sentence with it; in the middle of one, it is about any file.
    let is_of_nspr = word.starts_with('E');
    let of_word = of_word.filter(|(first, ..)| *first != "encountered" || is_of_nspr);
    of_word.filter(|(_, rest, _)| is_behind(rest)).map(|(.., fault)| *fault).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_searched() {
        assert!(
            FAULTS.is_sorted_by(|(left, left_rest, _), (right, right_rest, _)| (left, left_rest) < (right, right_rest))
        );
        for (first, rest, fault) in FAULTS {
            let found = network_fault(&first.to_uppercase(), &format!("{rest}\n"));
            assert_eq!(found, Some(fault), "{first}{rest}");
        }
        assert_eq!(network_fault("java.net.UnknownHostException", ": a"), Some(NotResolved));
        for (word, behind) in [("connection", " established"), ("name", ""), ("", ""), ("i", " am"), ("zzz", "")] {
            assert_eq!(network_fault(word, behind), None, "{word}{behind}");
        }
    }
}
