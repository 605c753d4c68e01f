#!/usr/bin/env bash
# Gets the binary of the release that the action is used at, and checks it.
# Where there is no release for this ref, this system or this processor, it
# prepares for building: the output "binary" stays empty.
set -euo pipefail

temp=${RUNNER_TEMP//\\//}/postlint
mkdir -p "$temp"
cd "$temp"

build() {
  echo "$1: building postlint"
  cp "${GITHUB_ACTION_PATH//\\//}/../../../go.sum" "${GITHUB_WORKSPACE//\\//}/.postlint-go.sum"
  exit 0
}

ending=tar.gz binary=postlint
case $RUNNER_OS in
  Linux) os=linux ;;
  macOS) os=darwin ;;
  Windows) os=windows ending=zip binary=postlint.exe ;;
  *) build "no release for $RUNNER_OS" ;;
esac
case $RUNNER_ARCH in
  X64) arch=amd64 ;;
  ARM64) arch=arm64 ;;
  *) build "no release for $RUNNER_ARCH" ;;
esac
if [[ -z ${ACTION_REPOSITORY:-} || ! ${ACTION_REF:-} =~ ^v[0-9]+\.[0-9]+\.[0-9]+ ]]; then
  build "'${ACTION_REF:-}' is no release"
fi

archive=postlint_${ACTION_REF#v}_${os}_$arch.$ending
releases=$GITHUB_SERVER_URL/$ACTION_REPOSITORY/releases/download/$ACTION_REF
get() { curl --fail --silent --show-error --location --retry 3 --output "$1" "$releases/$1"; }
get checksums.txt || build "no release $ACTION_REF"
grep -E "^[0-9a-f]{64} [ *]${archive//./\\.}\$" checksums.txt > wanted.txt || build "release $ACTION_REF has no $archive"
get "$archive" || build "release $ACTION_REF lacks $archive"

sums=(sha256sum)
command -v sha256sum >/dev/null || sums=(shasum -a 256)
if ! "${sums[@]}" --check --status wanted.txt; then
  echo "::error title=postlint::$releases/$archive is not the file that its checksums.txt names"
  exit 1
fi
case $ending in
  zip) unzip -q -o "$archive" "$binary" ;;
  *) tar -xzf "$archive" "$binary" ;;
esac
echo "postlint $ACTION_REF"
echo "binary=$temp/$binary" >> "$GITHUB_OUTPUT"
