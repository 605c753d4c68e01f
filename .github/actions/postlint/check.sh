#!/usr/bin/env bash
# Runs postlint once: annotations on standard output, everything else in files.
set -euo pipefail
set -f # words are not patterns
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*' # on Windows, neither are FORMAT:FILE paths

temp=${RUNNER_TEMP//\\//}/postlint
mkdir -p "$temp"
rm -f "$temp"/summary.md "$temp"/problems.txt "$temp"/postlint.sarif "$temp"/postlint.rdjson

arguments=(
  --format=github
  --output "markdown:$temp/summary.md"
  --output "concise:$temp/problems.txt"
)
[[ $INPUT_SARIF != true ]] || arguments+=(--output "sarif:$temp/postlint.sarif")
[[ $INPUT_SUGGEST != true ]] || arguments+=(--output "rdjson:$temp/postlint.rdjson")
[[ -z $INPUT_FAIL_ON ]] || arguments+=("--fail-on=$INPUT_FAIL_ON")

# The revision before the first push of a branch is all zeros.
if [[ -n ${INPUT_SINCE//0/} ]]; then
  since=$INPUT_SINCE
  if ! git cat-file -e "$since^{commit}" 2>/dev/null; then
    if ! git fetch --quiet --no-tags --depth=1 origin "$since"; then
      echo "::error title=postlint::since: the repository has no revision $since, or does not give it away any more"
      exit 2
    fi
    since=$(git rev-parse FETCH_HEAD)
  fi
  arguments+=("--since=$since")
fi
# shellcheck disable=SC2206 # words
arguments+=($INPUT_FLAGS --)
if [[ $INPUT_PATHS == *$'\n'* ]]; then
  while IFS= read -r path; do
    [[ -z $path ]] || arguments+=("$path")
  done <<< "$INPUT_PATHS"
else
  # shellcheck disable=SC2206
  arguments+=($INPUT_PATHS)
fi

status=0
"$POSTLINT" "${arguments[@]}" || status=$?

output() { [[ ! -s $2 ]] || echo "$1=$2" >> "$GITHUB_OUTPUT"; }
output sarif "$temp/postlint.sarif"
output rdjson "$temp/postlint.rdjson"
[[ ! -e $temp/problems.txt ]] || echo "problems=$(grep -c '' "$temp/problems.txt" || true)" >> "$GITHUB_OUTPUT"
[[ ! -e $temp/summary.md ]] || cat "$temp/summary.md" >> "$GITHUB_STEP_SUMMARY"
if [[ $status -gt 1 ]]; then
  echo "::error title=postlint::postlint could not do all of its work; the log says why"
  exit "$status"
fi

if [[ -s $temp/postlint.rdjson && ${GITHUB_EVENT_NAME:-} == pull_request* ]]; then
  if command -v reviewdog >/dev/null; then
    reviewdog -f=rdjson -name=postlint -reporter=github-pr-review < "$temp/postlint.rdjson" ||
      echo "::warning title=postlint::reviewdog could not comment; it needs the permission pull-requests: write"
  else
    echo "::notice title=postlint::reviewdog is not on the PATH: the fixes are not suggested on the pull request"
  fi
fi
exit "$status"
