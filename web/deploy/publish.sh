#!/bin/sh
# Copies this release into the folder of a web server, in an order in which a visitor finds the whole check, or the one of
# before, at every moment:
#
#   sh deploy/publish.sh /var/www/your-clinic/tiredness-check
#
# First the folder named after the release, then the pages beside it, last tiredness-check.js, which names that folder. Each
# file comes into place at once. Your own app/clinic.json and app/index.html stay; so do the folders of earlier releases,
# which pages that were opened before still ask for: remove those of long ago by hand. To go back, run it of the earlier release.
set -eu

usage() { sed -n '2,9s/^# \{0,1\}//p' "$0"; }

case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  '' | -*) usage >&2; exit 2 ;;
esac
[ $# -eq 1 ] || { usage >&2; exit 2; }
to=$1
from=$(cd "$(dirname "$0")/.." && pwd)/tiredness-check
[ -f "$from/tiredness-check.js" ] || { printf 'There is no release beside this script: %s has no tiredness-check.js.\n' "$from" >&2; exit 1; }

# The one folder in which the check itself lies. (The clinical lead's page has an engine of its own.)
release=
for app in "$from"/*/tiredness-check-app.js; do release=$(basename "$(dirname "$app")"); done
[ -f "$from/$release/engine.wasm" ] || { printf 'The release in %s is not whole: it has no engine.\n' "$from" >&2; exit 1; }

# The web server is another user.
umask 022
mkdir -p "$to"
[ -w "$to" ] || { printf 'This user may not write into %s.\n' "$to" >&2; exit 1; }

# place FILE: copies one file beside its name, then gives it the name.
place() {
  mkdir -p "$to/$(dirname "$1")"
  cp "$from/$1" "$to/$1.coming"
  chmod 644 "$to/$1.coming"
  mv -f "$to/$1.coming" "$to/$1"
}

# The same file where nothing stands.
place_once() { [ -e "$to/$1" ] || place "$1"; }

files() { (cd "$from" && find . -type f | sed 's|^\./||' | LC_ALL=C sort); }

files | grep "^$release/" | while IFS= read -r file; do place "$file"; done
files | grep -v "^$release/" | grep -v '^tiredness-check\.' | while IFS= read -r file; do
  case "$file" in
    app/clinic.json | app/index.html) place_once "$file" ;;
    *) place "$file" ;;
  esac
done
# Compressed ones first: a server that finds both forms takes them of one release for no longer than a moment.
for script in tiredness-check.all.js tiredness-check.classic.js tiredness-check.js; do
  for file in "$script.br" "$script.gz" "$script"; do place "$file"; done
done
printf '%s is in place in %s.\n' "$release" "$to"
for other in "$to"/*/tiredness-check-app.js; do
  name=$(basename "$(dirname "$other")")
  [ "$name" = "$release" ] || printf 'Kept for pages that were opened before: %s\n' "$name"
done
