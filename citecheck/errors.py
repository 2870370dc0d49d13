"""The exceptions of citecheck. Findings are data, never exceptions.

CitecheckError                  exit code 2 on the command line
├── UnreadableInput             a file that cannot be read as a draft; names file, place and cause
├── UnwritableOutput            a file that cannot be written as asked; names file and cause
│   └── UnwritableEdit          one change that cannot be made in the file, others can
└── ConfigurationError          an unknown rule, a wrong option or setting
"""


class CitecheckError(Exception):
    """The base of everything citecheck raises on purpose."""


class UnreadableInput(CitecheckError):  # noqa: N818  (reads as what happened)
    """A file that cannot be read as a draft. The message names the file, the place and the cause.

    Raised for: a directory, a missing or forbidden file, binary data, an unknown format, text
    over the size limit.
    """


class UnwritableOutput(CitecheckError):  # noqa: N818  (reads as what happened)
    """A file that cannot be written as asked. The message names the file and the cause.

    Raised for: no permission, no space, a format that cannot be written back, a character that
    the file's encoding lacks.
    """


class UnwritableEdit(UnwritableOutput):
    """One change that cannot be made in the draft's format, while others may. Says why."""


class ConfigurationError(CitecheckError):
    """A rule that does not exist, or an option with a value it cannot take."""
