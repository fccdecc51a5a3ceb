// Gives the start script the function that starts the program. In a release, the glue and the loader of the lazy part are
// in this file, and index.html has its digest.
import init from "./authdesk.js";

globalThis.authdesk.start(init);
