#!/bin/sh
# Fetches axe-core, which only the tests use, into the user's cache. It is not part of the program (MPL-2.0).
set -eu
version=4.14.1
to="${XDG_CACHE_HOME:-$HOME/.cache}/anupalan/axe-core-$version"
[ -f "$to/axe.min.js" ] && exit 0
mkdir -p "$to"
cd "$to"
npm pack --silent "axe-core@$version" >/dev/null
tar xzf "axe-core-$version.tgz" --strip-components=1 package/axe.min.js package/LICENSE
rm -f "axe-core-$version.tgz"
