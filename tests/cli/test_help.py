"""Help that fits a screen."""

import pytest

from citecheck.cli import run
from citecheck.cli.group import COMMANDS

LINES, COLUMNS = 40, 80


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_screen(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([*command.split(), "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= LINES
    if command in ("", "check", "baseline", "config"):
        assert max(map(len, lines)) <= COLUMNS
