"""The page as a whole: its policy, its style and script, the filter, and the drafts."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from citecheck.locale import Phrases, phrases
from citecheck.model import Report, Severity
from citecheck.reports.findings import counted, counts, told, verdict
from citecheck.reports.look import Look
from citecheck.reports.maker import NAME, version
from citecheck.reports.page.cards import Numbered
from citecheck.reports.page.draft import DraftPage
from citecheck.reports.page.markup import element, text
from citecheck.reports.page.overview import overview
from citecheck.reports.page.plots import plots
from citecheck.reports.region import name_of


def render(reports: Iterable[Report], look: Look) -> Iterator[str]:
    """The page; its head tells the sum, so the drafts are gathered before it is written."""
    say = phrases(look.language)
    total: Counter[Severity] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    drafts, contents = [], []
    for number, report in enumerate(reports, 1):
        found = counted(report.findings)
        total += found
        rules.update((finding.code, finding.name) for finding in report.findings)
        drafts.append(_draft(report, look, f"d{number}"))
        contents.append((f"d{number}", name_of(report.document), counts(found, say)))
    yield _head(contents, say)
    yield _banner(total, say)
    yield _filter(total, rules, say)
    yield '<main id="main">'
    yield _contents(contents, say)
    yield from drafts
    yield f"</main>{_footer(say)}<script>{_asset('script.js')}</script>\n</body>\n</html>\n"


def _draft(report: Report, look: Look, prefix: str) -> str:
    say = phrases(look.language)
    findings = tuple(
        Numbered(finding, number, prefix) for number, finding in enumerate(told(report, look), 1)
    )
    page = DraftPage(report, findings, prefix, say)
    parts = [
        overview(report, look, prefix),
        element("h3", text(say("The draft and its findings")), id=f"{prefix}-draft"),
        *page.rows(),
        *page.sources(),
    ]
    if drawn := plots(page):
        title = element("h3", text(say("The sources")), id=f"{prefix}-sources")
        parts.append(element("div", title + drawn, class_="plots"))
    return element("section", "".join(parts), class_="draft", aria_labelledby=f"{prefix}-title")


def _head(contents: list[tuple[str, str, str]], say: Phrases) -> str:
    names = [name for _, name, _ in contents]
    title = f"{names[0]} – citecheck" if len(names) == 1 else "citecheck"
    policy = (
        f"default-src 'none'; style-src '{_hash('style.css')}'; script-src '{_hash('script.js')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{say.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{text(title)}</title>\n<style>{_asset('style.css')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#main">{text(say("Skip to the draft"))}</a>\n'
    )


def _banner(total: Counter[Severity], say: Phrases) -> str:
    title = element("h1", f"<span>citecheck</span> {text(verdict(total, say))}")
    return element("header", element("div", title, class_="inner"), class_="banner")


def _filter(total: Counter[Severity], rules: Counter[tuple[str, str]], say: Phrases) -> str:
    """What to show. Without the script there is nothing to choose, and all is shown."""
    if not total:
        return ""
    boxes = "".join(
        element(
            "label",
            f'<input type="checkbox" name="severity" value="{severity.value}" checked>'
            + text(counts(Counter({severity: total[severity]}), say)),
            class_=f"box {severity.value}",
        )
        for severity in Severity
        if total[severity]
    )
    options = element("option", text(say("all rules")), value="*") + "".join(
        element("option", text(f"{code} {name} ({number})"), value=code)
        for (code, name), number in sorted(rules.items())
    )
    choice = element("label", f'{text(say("Rule"))} <select name="rule">{options}</select>')
    search = element(
        "label", f'{text(say("Search"))} <input type="search" name="words" autocomplete="off">'
    )
    steps = "".join(
        element("button", text(say(said)), type="button", data_step=step)
        for said, step in (("Previous", "-1"), ("Next", "1"))
    )
    status = element("output", "", role="status", data_form=say("{n} of {all} findings shown"))
    form = element("fieldset", element("legend", text(say("Show"))) + boxes) + choice + search
    inner = element("div", form + element("span", steps, class_="steps") + status, class_="inner")
    return element("form", inner, class_="filter", hidden=True, aria_label=say("Filter findings"))


def _contents(contents: list[tuple[str, str, str]], say: Phrases) -> str:
    """The drafts, if there are several."""
    if len(contents) < 2:
        return ""
    items = "".join(
        element("li", f"{element('a', text(name), href=f'#{prefix}-title')} {text(found)}")
        for prefix, name, found in contents
    )
    title = element("h2", text(say("Drafts")), id="contents")
    return element(
        "nav", title + f"<ol>{items}</ol>", class_="contents", aria_labelledby="contents"
    )


def _footer(say: Phrases) -> str:
    said = say("Made by {name}. This page loads nothing.", name=f"{NAME} {version()}".strip())
    return element("footer", element("p", text(said)))


@cache
def _asset(name: str) -> str:
    """The style or the script, on its way into the page."""
    return (files("citecheck.reports.page") / name).read_text(encoding="utf-8")


def _hash(name: str) -> str:
    """The hash by which the policy knows an asset."""
    digest = hashlib.sha256(_asset(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
