#!/usr/bin/env bash
# Runs citecheck in a workflow: annotations to the log, a summary of the job, SARIF for the next
# step. All inputs are variables (CITECHECK_...); GitHub sets GITHUB_... and RUNNER_TEMP.
set -uo pipefail

options=(--format github)
[[ -n ${CITECHECK_BASELINE:-} ]] && options+=("--baseline=$CITECHECK_BASELINE")
[[ -n ${CITECHECK_PROFILE:-} ]] && options+=("--profile=$CITECHECK_PROFILE")
[[ -n ${CITECHECK_FAIL_ON:-} ]] && options+=("--fail-on=$CITECHECK_FAIL_ON")

files=()
while IFS= read -r line; do
  line="${line#"${line%%[![:space:]]*}"}"
  line="${line%"${line##*[![:space:]]}"}"
  [[ -n $line ]] && files+=("$line")
done <<<"${CITECHECK_FILES:-.}"

# The commit before: of a pull request its base, of a push the one that was there. A first push
# has none (zeros), and everything is checked.
if [[ ${CITECHECK_CHANGED_ONLY:-} == true ]]; then
  base=$(python -c '
import json, os, re
with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
    event = json.load(file)
pull = event.get("pull_request") or event.get("merge_group") or {}
base = (pull.get("base") or {}).get("sha") or pull.get("base_sha") or event.get("before") or ""
if re.fullmatch("[0-9a-f]{40}|[0-9a-f]{64}", base) and set(base) != {"0"}:
    print(base)
') || exit 2
  if [[ -n $base ]]; then
    git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$base" || exit 2
    options+=("--changed-since=$base")
  fi
fi

sarif="${RUNNER_TEMP:-.}/citecheck.sarif"
summary="${RUNNER_TEMP:-.}/citecheck-summary.md"
code=0
citecheck check "${options[@]}" --report "sarif=$sarif" --report "github-summary=$summary" \
  -- "${files[@]}" || code=$?
[[ -f $summary ]] && cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
{
  [[ -f $sarif ]] && printf 'sarif=%s\n' "$sarif"
  printf 'exit-code=%s\n' "$code"
} >>"${GITHUB_OUTPUT:-/dev/null}"
[[ $code -le 1 ]] || exit "$code"
