#!/bin/sh
# Builds kube-apiserver and etcd from their Go modules into the cache, for the tests of smoke-tests/delivery.
# About 11 minutes on two cores the first time, nothing afterwards. The build never needs it:
# where the binaries are missing the tests fall back to the API schema and dev.cel, and say so.
set -eu

kubernetes=1.36.3
etcd=3.6.8
cache="${XDG_CACHE_HOME:-$HOME/.cache}/obs-agent/kubernetes/$kubernetes"

if [ -x "$cache/kube-apiserver" ] && [ -x "$cache/etcd" ]; then
    echo "$cache"
    exit 0
fi
command -v go >/dev/null || { echo "kube-apiserver.sh: needs Go 1.26 or newer" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$cache" "$work/kubernetes" "$work/etcd"
export GOFLAGS="-mod=mod -trimpath" CGO_ENABLED=0

# The staging modules are replaced by folders inside kubernetes' own go.mod; replacements of a
# dependency do not count, so each is repeated here with its published version.
module=$(go mod download -json "k8s.io/kubernetes@v$kubernetes" | sed -n 's/.*"GoMod": "\(.*\)",/\1/p')
{
    echo "module obs-agent-kubernetes"
    sed -n 's/^go /&/p' "$module"
    echo "require k8s.io/kubernetes v$kubernetes"
    echo "tool k8s.io/kubernetes/cmd/kube-apiserver"
    sed -n "s|^\t\(k8s.io/[a-z-]*\) => ./staging.*|replace \1 => \1 v0.${kubernetes#1.}|p" "$module"
} > "$work/kubernetes/go.mod"
(cd "$work/kubernetes" && go mod tidy -e >&2 && go build -ldflags "-s -w" -o "$work/kube-apiserver" k8s.io/kubernetes/cmd/kube-apiserver)

cat > "$work/etcd/go.mod" <<MOD
module obs-agent-etcd
go 1.24
require go.etcd.io/etcd/server/v3 v$etcd
tool go.etcd.io/etcd/server/v3
MOD
(cd "$work/etcd" && go mod tidy -e >&2 && go build -ldflags "-s -w" -o "$work/etcd-binary" go.etcd.io/etcd/server/v3)

mv "$work/etcd-binary" "$cache/etcd"
mv "$work/kube-apiserver" "$cache/kube-apiserver"
echo "$cache"
