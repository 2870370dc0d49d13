#!/usr/bin/env bash
# Fails the job on findings, once the reports are uploaded.
set -uo pipefail
[[ ${CITECHECK_EXIT_ZERO:-} == true && ${CITECHECK_EXIT_CODE:-} == 1 ]] && exit 0
exit "${CITECHECK_EXIT_CODE:-3}"
