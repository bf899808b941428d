# Shared by the scripts beside it; sourced, not run. Sets where things are and how they are built.
# shellcheck shell=bash

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root" || exit 1
mkdir -p build/log

say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# version_at_least HAVE WANT
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# quietly NAME COMMAND…: runs it with its output in build/log/NAME.log, shown when it fails.
quietly() {
  local name="$1" log="build/log/$1.log" code=0
  shift
  "$@" >"$log" 2>&1 || code=$?
  [ "$code" -ne 0 ] || return 0
  tail -n 60 "$log" >&2
  printf '%s failed (exit %s); all of its output is in %s\n' "$name" "$code" "$log" >&2
  return "$code"
}

# A Node that bootstrap fetched because the system's is too old for the browser tests goes first, and its npm with it: a
# distribution's npm finds its own libraries only with the distribution's Node.
system_path="$PATH"
own_modules="$root/build/tools/node_modules"
own_node="$own_modules/node-linux-$(uname -m | sed 's/^x86_64$/x64/; s/^aarch64$/arm64/')/bin"
PATH="$own_node:$own_modules/.bin:$PATH"
export PATH

# The browser of the tests. $CHROMIUM overrides. Ubuntu's /usr/bin/chromium-browser is a stub that asks for a snap:
# taken only when it starts.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium google-chrome google-chrome-stable chrome /snap/bin/chromium chromium-browser; do
    [ -n "$candidate" ] || continue
    candidate="$(command -v "$candidate" 2>/dev/null)" || continue
    if "$candidate" --version >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

# The browser of the tests in CHROMIUM, for the scripts that cannot do without.
need_chromium() {
  CHROMIUM="$(find_chromium)" || die 'no Chromium found: name one in CHROMIUM'
  export CHROMIUM
}

# The same for Firefox. Ubuntu's package is a stub too, and a snap's Firefox lets no one but the snap drive it.
find_firefox() {
  local candidate
  for candidate in "${FIREFOX:-}" firefox-esr firefox; do
    [ -n "$candidate" ] || continue
    candidate="$(command -v "$candidate" 2>/dev/null)" || continue
    case "$(readlink -f "$candidate")" in */snap*) continue ;; esac
    grep -qs 'snap install\|/snap/bin' "$candidate" && continue
    if "$candidate" --version >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

# Emscripten builds its libraries into a cache at first use. A distribution's is complete and frozen; another one may
# lie where we cannot write, and then ours is under build/.
set_emscripten_cache() {
  [ -z "${EM_CACHE:-}" ] && have em-config || return 0
  local em_root cache
  em_root="$(em-config EMSCRIPTEN_ROOT 2>/dev/null)" || return 0
  cache="$(em-config CACHE 2>/dev/null)" || return 0
  if [ ! -w "$cache" ] && ! grep -qs '^FROZEN_CACHE *= *True' "$em_root/.emscripten"; then
    export EM_CACHE="$root/build/emcache"
  fi
}

# A compiler cache, where there is one, finds again what was compiled in another clone. A folder configured before keeps its own way.
if have ccache; then
  export CMAKE_CXX_COMPILER_LAUNCHER="${CMAKE_CXX_COMPILER_LAUNCHER-ccache}" CCACHE_BASEDIR="${CCACHE_BASEDIR:-$root}" CCACHE_NOHASHDIR=1
fi

# build_preset PRESET: configures where that is new or its presets changed, then builds.
build_preset() {
  local preset="$1" cache="build/$1/CMakeCache.txt"
  if [ ! -f "$cache" ] || [ CMakePresets.json -nt "$cache" ]; then
    quietly "$preset-configure" cmake --preset "$preset" || return
    touch "$cache"
  fi
  quietly "$preset-build" cmake --build --preset "$preset" "${@:2}"
}

build_wasm() {
  set_emscripten_cache
  build_preset wasm
}

# The site, with the page that can be installed, the page that writes code and the clinical lead's page as folders of it, the page of an
# isolated check's frame, the one script with everything inside, the single files, the documents, and last the page that looks at all of it.
build_site() {
  quietly site node web/build.mjs && quietly site-app node web/app/build.mjs && quietly site-all node web/all/build.mjs &&
    quietly site-embed node web/embed/build.mjs && quietly site-review node web/review/build.mjs &&
    quietly site-isolated node web/isolated/build.mjs && quietly site-standalone node web/standalone/build.mjs &&
    quietly site-docs node web/docs/build.mjs && quietly site-check node web/check/build.mjs
}

# install_apart NAME [OPTION…]: installs what tests/NAME pins under build/NAME: it is of no use to anything else, and not in the
# checkout's node_modules. The lock that was installed is kept beside it, so that it is installed again when it changes.
install_apart() {
  local name="$1"
  shift
  mkdir -p "build/$name"
  cmp -s "tests/$name/package-lock.json" "build/$name/installed" && return
  cp "tests/$name/package.json" "tests/$name/package-lock.json" "build/$name/"
  quietly "$name-npm" npm ci --prefix "build/$name" --ignore-scripts "$@" --no-audit --no-fund --loglevel=error ||
    die "npm ci failed for tests/$name"
  cp "tests/$name/package-lock.json" "build/$name/installed"
}
