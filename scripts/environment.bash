# Read by the other scripts: where things are, and how WebAssembly is compiled on this machine.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=versions.env
. "$ROOT/scripts/versions.env"
CACHE=${AUTHDESK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/authdesk}
TRUNK_HOME=$CACHE/trunk-$TRUNK_VERSION
WASM_BINDGEN_HOME=$CACHE/wasm-bindgen-$WASM_BINDGEN_VERSION
WASM_SPLIT_HOME=$CACHE/wasm-split-$WASM_SPLIT_VERSION
HOSTS_HOME=$CACHE/hosts
HOST_PACKAGES="nginx nginx-common caddy apache2-bin media-types libapr1 libaprutil1 liblua5.3-0"
CARGO_DENY_HOME=$CACHE/cargo-deny-$CARGO_DENY_VERSION
TWIGGY_HOME=$CACHE/twiggy-$TWIGGY_VERSION
CARGO_MUTANTS_HOME=$CACHE/cargo-mutants-$CARGO_MUTANTS_VERSION
GECKODRIVER_HOME=$CACHE/geckodriver-$GECKODRIVER_VERSION
PATH=$TRUNK_HOME/bin:$WASM_BINDGEN_HOME/bin:$CARGO_DENY_HOME/bin:$WASM_SPLIT_HOME/bin:$TWIGGY_HOME/bin:$CARGO_MUTANTS_HOME/bin:$GECKODRIVER_HOME/bin:$PATH
WASM=wasm32-unknown-unknown
cd "$ROOT" || exit

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# Does the compiler that cargo uses have the library for WebAssembly? (`rustup target add` puts it there.)
has_wasm_target() {
    local library
    library=$(rustc --print target-libdir --target "$WASM" 2>/dev/null) && compgen -G "$library/libcore-*.rlib" >/dev/null
}

# `rustup`: an ordinary toolchain with the target. `distribution`: Debian's rustc-web builds the library from
# rust-web-src. AUTHDESK_WASM chooses; without it, the ordinary way is used where it is available.
wasm_way() {
    if [ -n "${AUTHDESK_WASM:-}" ]; then
        echo "$AUTHDESK_WASM"
    elif has_wasm_target; then
        echo rustup
    else
        echo distribution
    fi
}

# The compiler of that way.
wasm_rustc() {
    case $(wasm_way) in
        distribution) echo "$DISTRIBUTION_RUSTC" ;;
        *) echo rustc ;;
    esac
}

# How `make dist` compiles. `lean`: the standard library from its source, for size and without panic messages.
# `ordinary`: as `trunk build` does. AUTHDESK_DIST_WAY chooses; without it, lean wherever the source is there and
# the compiler supports it.
dist_way() {
    if [ -n "${AUTHDESK_DIST_WAY:-}" ]; then
        echo "$AUTHDESK_DIST_WAY"
    elif has_library_source && knows_lean_flags; then
        echo lean
    else
        echo ordinary
    fi
}

# A panic ends the program at once, as a trap: www/boot.js then says that the page stopped.
LEAN_FLAGS=(-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none)

has_library_source() {
    [ -f "$(library_source "$(wasm_rustc)")/std/Cargo.toml" ]
}

knows_lean_flags() {
    RUSTC_BOOTSTRAP=1 "$(wasm_rustc)" "${LEAN_FLAGS[@]}" --print cfg >/dev/null 2>&1
}

# Why the way is `ordinary`, and what that costs.
say_ordinary() {
    local why="its source is missing (rustup component add rust-src)"
    if [ -n "${AUTHDESK_DIST_WAY:-}" ]; then
        why="AUTHDESK_DIST_WAY says so"
    elif has_library_source; then
        why="$("$(wasm_rustc)" --version | cut -d' ' -f1-2) is too old for that"
    fi
    echo "   a first visit becomes about 12 kB larger (brotli) than with a standard library compiled for size; $why"
}

# library_source <compiler>: where the source of its standard library is, or would be.
library_source() {
    echo "$("$1" --print sysroot)/lib/rustlib/src/rust/library"
}

DISTRIBUTION_RUSTC=/usr/bin/rustc

# A compiler and a library source of the same release, recent enough for us.
has_distribution_rust() {
    [ -x "$DISTRIBUTION_RUSTC" ] &&
        at_least 1 90 "$("$DISTRIBUTION_RUSTC" --version | cut -d' ' -f2)" &&
        [ -f "$(library_source "$DISTRIBUTION_RUSTC")/std/Cargo.toml" ]
}

# The linker that comes with rustup's toolchain, or the distribution's. rust-lld finds its LLVM by its own path.
wasm_linker() {
    local host lld
    host=$(rustc --print host-tuple 2>/dev/null || rustc -vV | sed -n 's/^host: //p')
    lld=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
    if [ -x "$lld" ]; then echo "$lld"; else command -v rust-lld || command -v wasm-ld; fi
}

# Runs a command that compiles for WebAssembly, with the compiler of this machine's way.
with_wasm() {
    case $(wasm_way) in
        rustup) "$@" ;;
        distribution)
            env RUSTC="$DISTRIBUTION_RUSTC" RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
                CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$(wasm_linker)" "$@"
            ;;
        *) fail "AUTHDESK_WASM is \"$AUTHDESK_WASM\"; it can be \"rustup\" or \"distribution\"." ;;
    esac
}

# The same for the finished site. Where the way is lean, build_for_dist adds LEAN_FLAGS.
with_dist_wasm() {
    case $(dist_way) in
        lean)
            RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
                CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size with_wasm "$@"
            ;;
        *) with_wasm "$@" ;;
    esac
}

# Where that is compiled: a folder for each way, so that both can be built at the same time.
dist_target() { echo "${CARGO_TARGET_DIR:-target}/wasm-$(dist_way)"; }

# build_for_dist [options for trunk] -- [flags for the compiler]
build_for_dist() {
    local options=() flags=() cargo_home=${CARGO_HOME:-$HOME/.cargo} registry
    while [ "${1:---}" != -- ]; do options+=("$1") && shift; done
    [ $# -eq 0 ] || shift
    with_dist_wasm cargo fetch --locked --target "$WASM"
    # No path of the build machine in the program. If several prefixes match, the compiler takes the last.
    flags=("$@" "--remap-path-prefix=$ROOT=authdesk" "--remap-path-prefix=$cargo_home=cargo")
    for registry in "$cargo_home"/registry/src/*/; do
        flags+=("--remap-path-prefix=${registry%/}=crates")
    done
    flags+=("--remap-path-prefix=$(library_source "$(wasm_rustc)")=library")
    if [ "$(dist_way)" = lean ]; then flags+=("${LEAN_FLAGS[@]}"); fi
    CARGO_TARGET_DIR=$(dist_target) CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}") \
        with_dist_wasm trunk build --release --locked "${options[@]}"
}

# at_least 1 90 1.95.0
at_least() {
    local major minor
    IFS=. read -r major minor _ <<<"${3#v}"
    [ "$major" -gt "$1" ] || { [ "$major" -eq "$1" ] && [ "${minor:-0}" -ge "$2" ]; }
}

find_browser() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do command -v "$name" && return; done
    return 0
}

find_driver() {
    if [ -n "${CHROMEDRIVER:-}" ]; then echo "$CHROMEDRIVER"; else command -v chromedriver || true; fi
}

# The web servers that are neither installed nor unpacked.
missing_hosts() {
    local name missing=() places=$HOSTS_HOME/usr/bin:$HOSTS_HOME/usr/sbin:$PATH:/usr/sbin
    for name in nginx caddy apache2; do PATH=$places command -v "$name" >/dev/null || missing+=("$name"); done
    echo "${missing[*]}"
}
