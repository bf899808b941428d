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

# All of it is copied beside its places first; then each file only has to be given its name.
coming=$to/.coming
trap 'rm -rf "$coming"' EXIT
trap 'exit 1' HUP INT TERM
rm -rf "$coming"
cp -R "$from" "$coming"
find "$coming" -type d -exec chmod 755 {} +
find "$coming" -type f -exec chmod 644 {} +
# Your own files stay.
for own in app/clinic.json app/index.html; do [ ! -e "$to/$own" ] || rm "$coming/$own"; done

# place_files_of FOLDER: without the folders in it.
place_files_of() {
  mkdir -p "$to/$1"
  find "$coming/$1/." ! -name . -prune -type f -exec sh -c 'to=$1; shift; mv -f "$@" "$to"' sh "$to/$1" {} +
}

# place FOLDER: with the folders in it.
place() { (cd "$coming" && find "$1" -type d) | while IFS= read -r folder; do place_files_of "$folder"; done; }

place "$release"
for page in "$coming"/*/; do
  page=$(basename "$page")
  [ "$page" = "$release" ] || place "$page"
done
mkdir "$coming/.scripts"
mv "$coming"/tiredness-check.* "$coming/.scripts"
place_files_of .
# Compressed ones first: a server that finds both forms takes them of one release for no longer than a moment.
for script in tiredness-check.all.js tiredness-check.classic.js tiredness-check.js; do
  for file in "$script.br" "$script.gz" "$script"; do mv -f "$coming/.scripts/$file" "$to/$file"; done
done
printf '%s is in place in %s.\n' "$release" "$to"
for other in "$to"/*/tiredness-check-app.js; do
  name=$(basename "$(dirname "$other")")
  [ "$name" = "$release" ] || printf 'Kept for pages that were opened before: %s\n' "$name"
done
