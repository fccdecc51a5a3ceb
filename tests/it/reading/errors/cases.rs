//! Errors as people pasted them into public reports, with made-up values.

use super::reads;
