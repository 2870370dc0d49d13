"""Rules of other packages, named in the settings by their entry points."""

import re
from collections.abc import Iterator
from functools import lru_cache

from citecheck import plugins
from citecheck.errors import ConfigurationError
from citecheck.rules.rule import Rule

_CODE = re.compile(r"[A-Z]{3,8}[0-9]{3,4}")
_NAME = re.compile(r"[a-z]{1,40}(?:-[a-z]{1,40}){0,9}")


@lru_cache(maxsize=16)
def plugged_rules(names: tuple[str, ...], taken: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that the entry points *names* of ``citecheck.rules`` stand for, in order.

    Raises ConfigurationError where one is not installed, cannot be loaded, holds something else
    than rules, or one whose code or name is among *taken* or not formed like one.
    """
    found: list[Rule] = []
    for name in names:
        for rule in _rules(name):
            known = {*taken, *(text for other in found for text in (other.code, other.name))}
            _check(rule, name, known)
            found.append(rule)
    return tuple(found)


def _rules(name: str) -> Iterator[Rule]:
    if name not in plugins.names(plugins.RULES) and name in plugins.names(plugins.SOURCES):
        return  # a package that only asks further registries
    loaded = plugins.load(plugins.RULES, name)
    given = (loaded,) if isinstance(loaded, Rule) else loaded
    if not isinstance(given, tuple | list) or not all(isinstance(rule, Rule) for rule in given):
        raise ConfigurationError(
            f"“{name}” of {plugins.RULES} is {type(loaded).__name__}; it must be a Rule, or a "
            "tuple or list of them"
        )
    yield from given


def _check(rule: Rule, plugin: str, taken: set[str]) -> None:
    for text, form in ((rule.code, _CODE), (rule.name, _NAME)):
        if text in taken:
            raise ConfigurationError(f"“{plugin}” adds a rule {text}, which there is already")
        if not form.fullmatch(text):
            raise ConfigurationError(
                f"“{plugin}” adds a rule {text!r}; codes are as in ABC123, names as in wrong-year"
            )
