"""What the command's exit codes mean."""

CLEAN, FINDINGS, UNUSABLE, INCOMPLETE, INTERRUPTED = 0, 1, 2, 3, 130
EXPLAINED = (
    "Exit codes: 0 nothing but info, 1 errors or warnings found, 2 wrong usage or unreadable "
    "input, 3 could not complete, 130 interrupted."
)
