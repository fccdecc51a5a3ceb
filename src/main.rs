//! Mounts the page.

use zeroizing_alloc::ZeroAlloc;

/// Memory that is given back is overwritten first, so that no copy of a secret stays behind.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() {
    // A panic's own text could hold what was typed, and the console is no place for that: the start script sees the
    // trap and says that the page stopped.
    std::panic::set_hook(Box::new(|_| ()));
    authdesk::page::start();
}
