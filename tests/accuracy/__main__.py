"""``python -m tests.accuracy COMMAND``: figures; 0 all right, 1 not, 2 no data."""

import argparse
import sys
from collections.abc import Callable

from tests.accuracy import drafts, essay, strings, styles, verify
from tests.accuracy.shared import MissingDataError

COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "essay": essay.run,
    "drafts": drafts.run,
    "strings": strings.run,
    "styles": styles.run,
    "verify": verify.run,
}


def parser() -> argparse.ArgumentParser:
    """The command line of this package."""
    top = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("essay", help="the essay: fields, citations, findings one by one")
    real = commands.add_parser("drafts", help="the real drafts, scored as by their own script")
    real.add_argument("--by", default="", help="also by these, e.g. style,lang,csl")
    real.add_argument("--set", default="clean,mutated", help="folders (default: %(default)s)")
    real.add_argument("--min-severity", default="warning", choices=drafts.RANKS)
    real.add_argument("--jobs", type=int, default=2)
    real.add_argument("--only", default="", help="only documents whose name holds this")
    commands.add_parser("strings", help="labelled reference strings, by corpus and field")
    styles.add_options(
        commands.add_parser("styles", help="references in every style against citeproc-js")
    )
    commands.add_parser("verify", help="recorded answers of registries: which are accepted")
    return top


def main() -> int:
    """Run the chosen command; its exit code."""
    arguments = parser().parse_args()
    try:
        return COMMANDS[arguments.command](arguments)
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
