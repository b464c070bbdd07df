#!/bin/sh
# Makes a release of the committed state: builds twice and compares, then writes everything that is handed out.
#   distribution/release.sh [OUTPUT_FOLDER]
# IMAGE: where the image will be pushed, without tag (default registry.example/obs-agent-java).
# GPG_KEY: signs every file of the Maven Central bundle and SHA256SUMS; without it the bundle is left unsigned.
# Pushing the image keeps its digest: skopeo copy --all --preserve-digests oci-archive:FILE docker://IMAGE:VERSION
set -eu

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
output=$(realpath -m "${1:-$root/distribution/target/release}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -n "$(git -C "$root" status --porcelain)" ]; then
  echo "release.sh: there are uncommitted changes; they are not part of the release" >&2
fi
KEEP="$work" "$root/distribution/reproducible.sh"

version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$work/pom.xml" | head -n 1)
built=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$work/pom.xml")
rm -rf "$output"
java -cp "$work/distribution/target/classes" io.obsagent.distribution.release.ReleaseBuild \
  "$work" "$output" "$version" "$built" "$(git -C "$root" rev-parse HEAD)" "${IMAGE:-registry.example/obs-agent-java}"

cd "$output"
sha256sum --check --quiet SHA256SUMS
if [ -n "${GPG_KEY:-}" ]; then
  for file in SHA256SUMS central/io/obsagent/obs-agent/"$version"/*.jar central/io/obsagent/obs-agent/"$version"/*.pom; do
    gpg --batch --yes --local-user "$GPG_KEY" --armor --detach-sign "$file"
  done
fi
jar --create --no-manifest --date "$built" --file "obs-agent-$version-central-bundle.zip" -C central .
