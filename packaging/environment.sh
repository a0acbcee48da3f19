# shellcheck shell=bash
# Makes or refreshes the virtual environment of this checkout. Sourced by packaging/run and packaging/test, which
# call `prepare LOCKFILE LIBRARY:PACKAGE...` and then find the environment in $venv. Each trouble is one sentence.

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=${FACTDESK_VENV:-$here/.venv}
case $venv in /*) ;; *) venv=$PWD/$venv ;; esac
log=
# What a person set up for other programs must not reach this one.
unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1

# What Qt loads to draw, as library:Debian package; then what it loads for a screen.
draw_libraries="libEGL.so.1:libegl1 libGL.so.1:libgl1 libglib-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libxkbcommon.so.0:libxkbcommon0"
screen_libraries="libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1
    libxcb-shape.so.0:libxcb-shape0 libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    case $* in *"${log:-no log}"*) ;; *) rm -f "$log" ;; esac
    exit 1
}

is_debian() { command -v apt-get >/dev/null && command -v dpkg >/dev/null; }

is_root() { [ "$(id -u)" = 0 ]; }

# Installs the named Debian packages as root; says the line to type to anybody else.
install_packages() {
    if ! is_root; then
        stop "These system packages are missing; type this line and start again: sudo apt-get install -y $*"
    fi
    say "Installing the system packages $*"
    export DEBIAN_FRONTEND=noninteractive
    set -- -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
    apt-get "$@" >>"$log" 2>&1 ||
        { apt-get update >>"$log" 2>&1 && apt-get "$@" >>"$log" 2>&1; } ||
        stop "The system packages could not be installed; the network may be away, and the last words of apt are in $log."
}

# Prints the Debian packages whose libraries the system's loader does not know. `command:` and `folder:` also serve.
missing_packages() {
    local known pair
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
    for pair in "$@"; do
        case $pair in
            command:*) command -v "$(echo "$pair" | cut -d: -f2)" >/dev/null && continue ;;
            folder:*) [ -d "$(echo "$pair" | cut -d: -f2)" ] && continue ;;
            *) case $known in *"${pair%%:*}"*) continue ;; esac ;;
        esac
        echo "${pair##*:}"
    done
}

check_packages() {
    local missing
    # shellcheck disable=SC2046  # names of packages hold no spaces
    missing=$(echo $(missing_packages "$@"))
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086
    if is_debian; then
        open_log
        install_packages $missing
    else
        say "Qt may miss libraries that Debian calls: $missing"
    fi
}

# Prints the first Python of a known version that can make environments; nothing when there is none.
find_python() {
    local candidate
    for candidate in "${FACTDESK_PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
        [ -n "$candidate" ] || continue
        "$candidate" -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" 2>/dev/null || continue
        [ -z "${1:-}" ] || "$candidate" -c "import $1" 2>/dev/null || continue
        command -v "$candidate"
        return 0
    done
    return 1
}

choose_python() {
    local found
    python=$(find_python ensurepip,venv) && return 0
    if is_debian && is_root; then
        install_packages python3 python3-venv
        python=$(find_python ensurepip,venv) && return 0
    fi
    if python=$(find_python); then
        found=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        stop "Python $found is here without its venv module; on Debian or Ubuntu type this line and start again:" \
            "sudo apt-get install -y python$found-venv"
    fi
    if found=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null); then
        stop "Factdesk runs on Python 3.11 to 3.13 and this is Python $found;" \
            "install one of those and name it in FACTDESK_PYTHON."
    fi
    stop "There is no Python here; on Debian or Ubuntu type this line and start again: sudo apt-get install -y python3 python3-venv"
}

open_log() {
    [ -n "$log" ] || log=$(mktemp "${TMPDIR:-/tmp}/factdesk-setup.XXXXXX" 2>/dev/null) ||
        stop "The folder for temporary files is full or read-only: ${TMPDIR:-/tmp}"
}

checksum() {
    if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi | cut -c1-64 | tr -d '\n'
}

# Prints what the environment must say of itself to be taken as it is: locks, place, Python.
wanted_stamp() {
    printf '%s %s %s' "$(checksum "$here/$lock" "$here/packaging/environment.sh")" \
        "$("$venv/bin/python" -ISc 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" "$here"
}

is_ready() { [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted_stamp)" ]; }

make_room() {
    local free
    [ -f "$venv/pyvenv.cfg" ] && [ -w "$venv" ] && return 0
    mkdir -p "$venv" 2>/dev/null && [ -w "$venv" ] ||
        stop "The environment cannot be made, since this folder may not be written: ${venv%/*}" \
            "(name another place in FACTDESK_VENV)."
    free=$(df -Pk "$venv" | awk 'NR == 2 { print $4 }')
    [ "${free:-0}" -gt 1200000 ] ||
        stop "There is too little room for the environment (it needs 1.2 GB) in ${venv%/*}" \
            "(name another place in FACTDESK_VENV)."
}

make_environment() {
    "$venv/bin/python" -IS -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null &&
        "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return 0
    [ -f "$venv/pyvenv.cfg" ] || [ -z "$(ls -A "$venv")" ] ||
        stop "This folder holds something else than an environment, so it is left alone: $venv"
    choose_python
    say "Making an environment with $("$python" --version) in $venv"
    "$python" -m venv --clear "$venv" >>"$log" 2>&1 || explain_failure
}

# Says in one sentence why the log ends as it does.
explain_failure() {
    if grep -qE 'No space left on device|Errno 28|Disk quota exceeded' "$log"; then
        stop "A disk is full: free 1.2 GB for $venv and for ${TMPDIR:-/tmp}, and start again."
    elif grep -q 'DO NOT MATCH THE HASHES' "$log"; then
        stop "A package that came is not the one in $lock, so nothing was installed; the log is $log."
    elif grep -qE 'Read-only file system|Permission denied' "$log"; then
        stop "The environment may not be written: $venv (name another place in FACTDESK_VENV)."
    elif grep -qE 'NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Connection broken|SSLError' "$log"; then
        stop "The packages could not be fetched, since the network or the package index is away; start again with it."
    elif grep -q 'No matching distribution found' "$log"; then
        stop "There is no build for this system of $(sed -n 's/.*No matching distribution found for \([^ ]*\).*/\1/p' "$log" | tail -n 1)" \
            "(64-bit, with glibc 2.34 or newer on Linux, is needed)."
    fi
    stop "Setting up failed; the log is $log."
}

# Passes pip's words into the log and, on a terminal, shows which package it has come to.
show_packages() {
    local line count=0
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        [ -t 2 ] || continue
        case $line in
            Collecting*) count=$((count + 1)) && printf '\r\033[K%s: %s' "$count" "${line%% (*}" >&2 ;;
            Installing*) printf '\r\033[KUnpacking %s packages' "$count" >&2 ;;
        esac
    done
    [ ! -t 2 ] || printf '\r\033[K' >&2
}

install_locked() {
    say "Fetching what $lock names (once; some minutes on a slow line)"
    PYTHONUNBUFFERED=1 "$venv/bin/python" -m pip install --require-hashes --only-binary :all: --retries 2 \
        --progress-bar off -r "$here/$lock" 2>&1 | show_packages || explain_failure
}

# Lets the environment's Python find the checkout, and gives it the command `factdesk`.
install_checkout() {
    local site quoted
    site=$("$venv/bin/python" -Ic 'import sysconfig; print(sysconfig.get_path("purelib"))')
    quoted=$(printf '%s' "$venv/bin/python" | sed "s/'/'\\\\''/g")
    printf '%s\n' "$here/desktop" >"$site/factdesk.pth" &&
        printf "#!/bin/sh\\nexec '%s' -P -m factdesk \"\$@\"\\n" "$quoted" >"$venv/bin/factdesk" &&
        chmod +x "$venv/bin/factdesk" || stop "The environment may not be written: $venv"
}

# prepare LOCKFILE LIBRARY:PACKAGE...: makes the environment ready, or says why not.
prepare() {
    lock=$1
    stamp=$venv/factdesk-$(basename "$lock").stamp
    shift
    check_packages "$@"
    is_ready && return 0
    make_room
    open_log
    # Two starts at once would write into each other's environment: the second waits, and then finds it ready.
    if command -v flock >/dev/null; then
        exec 9>"${TMPDIR:-/tmp}/factdesk-$(id -u).lock"
        flock 9
        is_ready && return 0
    fi
    rm -f "$stamp"
    make_environment
    install_locked
    install_checkout
    wanted_stamp >"$stamp"
    # The test tools come on top of the very same packages, so that what suits the tests suits the window.
    [ "$lock" = requirements.lock ] || (lock=requirements.lock && wanted_stamp >"$venv/factdesk-requirements.lock.stamp")
    exec 9>&-
    rm -f "$log"
    say "Ready."
}
