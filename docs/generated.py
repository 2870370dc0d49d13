"""The pages that are made from the source: rules, commands, settings, the Python interface."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import citecheck
from citecheck.cli.group import COMMANDS, cli
from citecheck.config import Choices, Settings, written
from citecheck.rules import RULES
from citecheck.rules.rule import Rule

HERE = Path(__file__).parent
FAMILIES = {
    "CIT": "Citations and entries that lack one another",
    "NAM": "Names",
    "DAT": "Years and dates",
    "LST": "The list as a whole",
    "REF": "Single entries",
    "FRM": "Form",
    "IGN": "Comments that silence findings",
    "LNK": "Links (with --verify)",
    "PAG": "The pages behind links (with --verify)",
    "REG": "Registries (with --verify)",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from the source."""
    for name, text in pages():
        files.append(File.generated(config, name, content=text))
    return files


def pages() -> Iterator[tuple[str, str]]:
    """The name and the Markdown of each generated page."""
    yield "rules/index.md", rules_index()
    for rule in RULES:
        yield f"rules/{rule.code}.md", rule_page(rule)
    yield "commands.md", commands_page()
    yield "configuration.md", configuration_page()
    yield "api.md", api_page()
    yield "changes.md", (HERE / "CHANGELOG.md").read_text(encoding="utf-8")


def rules_index() -> str:
    """All rules by family, each linked to its page."""
    lines = ["# Rules", "", "Select and ignore them by code, name or the beginning of a code."]
    for family in dict.fromkeys(rule.code[:3] for rule in RULES):
        lines += ["", f"## {family}: {FAMILIES[family]}", ""]
        lines += ["| code | name | severity | reports |", "|---|---|---|---|"]
        lines += [
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |"
            for rule in RULES
            if rule.code.startswith(family)
        ]
    return "\n".join((*lines, ""))


def rule_page(rule: Rule) -> str:
    """What `citecheck explain` says of *rule*."""
    default = "" if rule.default else " Off unless it is selected by its code or name."
    head = f"# {rule.code} {rule.name}\n\nSeverity: {rule.severity}.{default}\n\n"
    return f"{head}{rule.explanation}\n"


def commands_page() -> str:
    """The help of every command, as the terminal shows it."""
    context = click.Context(cli, info_name="citecheck")
    lines = ["# Commands", "", "```text", cli.get_help(context), "```"]
    for name in COMMANDS:
        command = cli.get_command(context, name)
        if command:
            inner = click.Context(command, info_name=name, parent=context)
            lines += ["", f"## citecheck {name}", "", "```text", command.get_help(inner), "```"]
    return "\n".join((*lines, ""))


def configuration_page() -> str:
    """What a configuration file may hold."""
    text = (HERE / "configuration.md").read_text(encoding="utf-8")
    per_file = {written(name) for name in Choices.model_fields}
    rows = ["| key | holds | default | for some files |", "|---|---|---|---|"]
    for name, field in Settings.model_fields.items():
        key = written(name)
        default = field.initial()
        shown = "" if default in (None, (), {}) else f"`{_plain(default)}`"
        rows.append(f"| `{key}` | {field.description} | {shown} | {'yes' * (key in per_file)} |")
    return text.replace("<!-- settings -->", "\n".join(rows))


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def api_page() -> str:
    """The exported names with their signatures and documentation."""
    lines = ["# Python", "", inspect.getdoc(citecheck) or ""]
    for name in citecheck.__all__:
        thing = getattr(citecheck, name)
        lines += ["", f"## citecheck.{name}", ""]
        if inspect.isfunction(thing):
            lines += ["```python", f"{name}{inspect.signature(thing)}", "```", ""]
        lines.append(_as_markdown(inspect.getdoc(thing) or ""))
    return "\n".join((*lines, ""))


def _as_markdown(text: str) -> str:
    return text.replace("``", "`")
