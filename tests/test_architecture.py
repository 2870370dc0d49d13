"""The invariants of the design. Each failure says which place breaks one, and why it stands."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import citecheck
from citecheck.rules import RULES
from citecheck.rules.rule import Rule
from tests.source import (
    PACKAGE,
    REPOSITORY,
    Module,
    body_lines,
    is_rule,
    modules,
    parameters,
    public_definitions,
)

FOLDERS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())

# A module imports only from lower layers and its own folder.
LAYERS = (
    ("model", "errors"),
    ("language", "config", "files", "ignores", "locale", "plugins"),
    ("readers", "parsing", "citations"),
    ("bibliography",),
    ("matching",),
    ("agreement",),
    ("sources",),
    ("rules", "styles"),
    ("export", "fixing", "fingerprints"),
    ("reports", "policy", "configuration", "converting", "coverage"),
    ("pipeline",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
NETWORK = {"requests", "httpx", "aiohttp", "socket", "http", "urllib3", "ssl", "ftplib"}
EFFECTS = {
    *NETWORK, "os", "io", "pathlib", "sys", "time", "random", "subprocess", "shutil", "tempfile",
    "glob", "secrets", "uuid", "logging", "click",
}  # fmt: skip
CLOCK = {"today", "now", "utcnow", "fromtimestamp"}
EXPORTED = (
    "CitecheckError",
    "ConfigurationError",
    "Report",
    "Settings",
    "UnreadableInput",
    "UnwritableOutput",
    "check",
    "export_references",
    "fix",
    "parse_reference",
    "parse_references",
    "settings_for",
    "verify",
)


def part_of(imported: str) -> str | None:
    """The part of citecheck that a dotted name belongs to, None for other packages."""
    head, *rest = imported.split(".")
    if head != "citecheck":
        return None
    return rest[0] if rest and rest[0] in RANK else "__init__"


def none(broken: list[str], because: str) -> None:
    """Fail with every place in *broken*, because *because*."""
    assert not broken, f"because {because}:\n  " + "\n  ".join(broken)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_layers(module: Module) -> None:
    assert module.part in RANK, f"{module.name}: because every part has a layer; add it to LAYERS"
    wrong = [
        f"{module.name} imports {imported}"
        for imported in module.imports
        for part in [part_of(imported)]
        if part and part != module.part and RANK[part] >= RANK[module.part]
    ]
    none(wrong, "a stage knows only what stands before it, and can be read and tested alone")


def test_only_sources_reach_the_network() -> None:
    none(
        [
            f"{module.name} imports {imported}"
            for module in modules()
            for imported in module.imports
            if module.part != "sources"
            and (imported.split(".")[0] in NETWORK or imported.startswith("urllib.request"))
        ],
        "a check is offline and repeatable unless evidence was asked for",
    )


def test_only_the_command_line_prints_or_exits() -> None:
    speaking = {"print", "exit", "quit", "sys.exit", "os._exit", "click.echo", "input"}
    none(
        [
            f"{module.name}:{line} calls {name}"
            for module in modules()
            if module.part not in ("cli", "__main__")
            for name, line in module.calls
            if name in speaking or name.startswith(("sys.stdout", "sys.stderr"))
        ],
        "the library is used from other programs, which own their output and their life",
    )


def test_rules_are_pure() -> None:
    rules = [module for module in modules() if module.part == "rules"]
    imports = [
        f"{module.name} imports {imported}"
        for module in rules
        for imported in module.imports
        if imported.split(".")[0] in EFFECTS
    ]
    calls = [
        f"{module.name}:{line} calls {name}"
        for module in rules
        for name, line in module.calls
        if name == "open" or ("." in name and name.rsplit(".", 1)[-1] in CLOCK)
    ]
    none(imports + calls, "the same draft gives the same findings, on any machine and any day")


def test_sizes_of_modules() -> None:
    none(
        [f"{module.name}: {module.lines} lines" for module in modules() if module.lines > 300],
        "a module has one job and is read in one sitting (300 lines at most)",
    )


def test_sizes_of_functions() -> None:
    none(
        [
            f"{module.name}:{function.lineno} {function.name}: {body_lines(function)} lines"
            for module in modules()
            for function in module.functions
            if body_lines(function) > (25 if is_rule(function) else 40)
        ],
        "a function is seen at a glance (40 lines at most, 25 in a rule)",
    )


def test_numbers_of_parameters() -> None:
    none(
        [
            f"{module.name}:{function.lineno} {function.name}{parameters(function)}"
            for module in modules()
            for function in module.functions
            if len(parameters(function)) > 5
        ],
        "more than five parameters are a value without a name",
    )


def test_public_things_are_documented() -> None:
    none(
        [
            f"{module.name}:{getattr(node, 'lineno', 1)} {getattr(node, 'name', '')}"
            for module in modules()
            for node in (module.tree, *public_definitions(module.tree))
            if not ast.get_docstring(node)
        ],
        "a name says what, the docstring says with which types, units and errors",
    )


SECTIONS = ("## What it does", "## Why is this bad", "## Example", "## Fix safety")


def test_every_rule_is_registered() -> None:
    written = [
        f"{module.name} {function.name}"
        for module in modules()
        for function in module.functions
        if is_rule(function)
    ]
    registered = [f"rules/{file_of(rule.check)} {rule.check.__name__}" for rule in RULES]
    assert sorted(written) == sorted(registered), (
        "because a rule that is not in RULES never runs, and one that stands twice runs twice"
    )


def file_of(check: object) -> str:
    """The file in which a rule's function stands."""
    return f"{getattr(check, '__module__', '').rsplit('.', 1)[-1]}.py"


def test_codes_and_names_of_rules() -> None:
    codes, names = [rule.code for rule in RULES], [rule.name for rule in RULES]
    families = list(dict.fromkeys(code[:3] for code in codes))
    in_order = sorted(set(codes), key=lambda code: (families.index(code[:3]), code))
    assert codes == in_order, "because `citecheck rules` lists each family in order"
    assert len(names) == len(set(names)), "because a rule is also selected by its name"
    none(
        [code for code in codes if not re.fullmatch(r"[A-Z]{3}[1-9]\d\d", code)]
        + [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)],
        "codes are a family and a number, names are kebab-case and read as the defect",
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_documentation_of_rules(rule: Rule) -> None:
    found = [line for line in rule.explanation.splitlines() if line.startswith("## ")]
    assert found == list(SECTIONS), "because the docstring is the page that `explain` prints"
    assert rule.summary.endswith("."), "because the first line is printed in the list of rules"
    assert len(rule.summary) <= 100, "because the list of rules has one line for each"


def test_every_rule_has_cases() -> None:
    files = {path.stem for path in (REPOSITORY / "tests" / "rules").glob("*.toml")}
    assert files == {rule.code for rule in RULES}, (
        "because a rule is a function, a line in RULES and a case file"
    )


def test_exported_names() -> None:
    assert tuple(sorted(citecheck.__all__)) == EXPORTED, (
        "because whatever is exported is promised: add to EXPORTED on purpose only"
    )
    none(
        [name for name in EXPORTED if not hasattr(citecheck, name)],
        "what is promised is there",
    )


def test_architecture_page() -> None:
    page = (PACKAGE / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert page.count("\n") <= 80, "because a page longer than 80 lines is not read"
    none(
        [folder for folder in FOLDERS if f"`{folder}/`" not in page],
        "the page names every folder of the package",
    )


def project_files() -> Iterator[Path]:
    """The text files of the project."""
    for folder in ("citecheck", "tests", "docs", "references", ".ci"):
        for path in sorted((REPOSITORY / folder).rglob("*")):
            parts = path.relative_to(REPOSITORY).parts
            hidden = [part for part in parts if part.startswith((".", "__py")) and part != ".ci"]
            if path.is_file() and not hidden:
                yield path
    yield from (path for path in REPOSITORY.iterdir() if path.suffix in (".md", ".toml"))


def test_no_path_of_one_machine() -> None:
    roots = "|".join(("work", "root", "home", "tmp", "Users", "farm"))
    absolute = re.compile(rf"(?<![\w.~/>])/(?:{roots})/\w")
    none(
        [
            f"{path.relative_to(REPOSITORY)}:{number}"
            for path in project_files()
            for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
            if absolute.search(line)
        ],
        "the project is built and read on other machines",
    )
