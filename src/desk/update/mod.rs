//! What an action does.

mod entering;
