//! Mounts the page.

use zeroizing_alloc::ZeroAlloc;

/// Memory is overwritten before it is freed, so that no copy of a secret remains.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() {
    // A panic's own text could contain what was typed, and that must not go to the console: the start script sees the
    // trap and says that the page stopped.
    std::panic::set_hook(Box::new(|_| ()));
    authdesk::page::start();
}
