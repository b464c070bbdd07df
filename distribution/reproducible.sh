#!/bin/sh
# Builds the committed state twice, in different folders, time zones, languages and umasks, and compares what is handed
# out. Prints the digests; ends with 1 when they differ. KEEP=DIR keeps the first build there.
set -eu

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  mkdir -p "$work/$1"
  git -C "$root" archive HEAD | tar -x -C "$work/$1"
  # shellcheck disable=SC2086
  (cd "$work/$1" && umask "$2" && TZ=$3 LC_ALL=$4 mvn -B -q ${MAVEN_ARGS:-} -pl distribution -am package -DskipTests >&2)
  (cd "$work/$1/distribution/target" && sha256sum obs-agent.jar obs-agent.cdx.json $(ls obs-agent-java-oci.tar 2>/dev/null)) \
    > "$work/$1.sums"
}

build one 022 UTC C
build another/folder 077 Pacific/Auckland C.UTF-8
cat "$work/one.sums"
if ! cmp -s "$work/one.sums" "$work/another/folder.sums"; then
  echo "reproducible.sh: a second build differs:" >&2
  cat "$work/another/folder.sums" >&2
  exit 1
fi
if [ -n "${KEEP:-}" ]; then
  mkdir -p "$KEEP" && cp -r "$work/one/." "$KEEP"
fi
