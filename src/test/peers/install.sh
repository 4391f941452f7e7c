#!/bin/sh
# install.sh [FOLDER]: installs the readers that come from npm, at the versions of the lock file, where
# org.cervimark.peer.Peers looks for them (target/peers, or what CERVIMARK_PEER_HOME names).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-${CERVIMARK_PEER_HOME:-$here/../../../target/peers}}
mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder/"
cd "$folder"
npm ci --no-progress
