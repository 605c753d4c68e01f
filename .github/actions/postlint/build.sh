#!/usr/bin/env bash
# Builds postlint from the action's own checkout.
set -euo pipefail

binary=${RUNNER_TEMP//\\//}/postlint/postlint
[[ $RUNNER_OS != Windows ]] || binary+=.exe
rm -f "${GITHUB_WORKSPACE//\\//}/.postlint-go.sum"
CGO_ENABLED=0 go build -C "${GITHUB_ACTION_PATH//\\//}/../../.." -trimpath -o "$binary" ./linter/cmd/postlint
echo "binary=$binary" >> "$GITHUB_OUTPUT"
