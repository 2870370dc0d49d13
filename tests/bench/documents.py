"""Word documents: a long one with a thousand citations by a reference manager."""

import json
import sys
import tempfile
from pathlib import Path

from tests.bench.processes import measure, medians, verdict
from tests.readers.word import docx, field, note, notes, paragraph
from tests.readers.word import run as text_run

PAGES = 400
PARAGRAPHS = 4 * PAGES
CITATIONS = 1_000
LIMIT = 0.5  # seconds of CPU for the reading alone
FIXING_LIMIT = 3.0  # seconds of CPU for the fixing, its checks included
MEMORY = 300.0  # MiB
ROUNDS = 5
SENTENCE = (
    "The tide gauges of the northern harbours were read twice a day, and what the keepers wrote "
    "down in their books was copied once a year into the registers of the port authority. "
)
READ = (
    "import sys, time; from pathlib import Path; from citecheck.readers import read_path; "
    "import lxml.etree; begin = time.process_time(); {}; "
    "open(sys.argv[2], 'w').write(str(time.process_time() - begin))"
)

# The checks that fixing asks for are timed apart: what is left is the work on the file.
FIX = """
import json, sys, time
from pathlib import Path
from citecheck.config import Settings
from citecheck.fixing import FileDraft, fixed_draft
from citecheck.fixing.annotating import remarked
from citecheck.pipeline import checking, without_collection

checks = []
checked = checking(Settings())

def check(document):
    begin = time.process_time()
    report = checked(document)
    checks.append(time.process_time() - begin)
    return report

begin = time.process_time()
with without_collection():
    draft = FileDraft.read(Path(sys.argv[1]).read_bytes(), sys.argv[1], "docx")
    fixed = fixed_draft(draft, check, lambda finding, _document: True)
    data = remarked(fixed)
costs = {"whole": time.process_time() - begin, "checks": sum(checks), "rounds": len(checks)}
costs |= {"made": len(fixed.applied), "left": len(fixed.report.findings), "size": len(data)}
Path(sys.argv[2]).write_text(json.dumps(costs))
"""


def long_document(*, flawed: bool = False) -> bytes:
    """A .docx of ``PAGES`` pages with ``CITATIONS`` Zotero fields, notes and a list.

    If it is *flawed*, one in ten citations is misspelt, one in twenty lacks a comma, and one in
    ten addresses says where it was found.
    """
    body, bodies = [], {}
    each = PARAGRAPHS // CITATIONS + 1
    for index in range(PARAGRAPHS):
        content = [text_run(SENTENCE), text_run(SENTENCE, "<w:i/>"), text_run(SENTENCE)]
        for number in range(index * each, min((index + 1) * each, CITATIONS)):
            content += [citation(number, flawed=flawed), text_run(SENTENCE)]
        if index % 10 == 0:
            bodies[index + 1] = paragraph(SENTENCE)
            content.append(note(index + 1))
        body.append(paragraph(*content))
    body.append(paragraph("References"))
    body += [
        paragraph(f"Roe{name(number)}, J. ({1950 + number % 70}). Tides of harbour {number}. "
                  f"Journal of Tides, {number}(2), 1-9. https://example.org/tides/{number}"
                  + "?utm_source=mail" * (flawed and number % 10 == 5))
        for number in range(CITATIONS)
    ]  # fmt: skip
    return docx(*body, members={"footnotes": notes(bodies)})


def citation(number: int, *, flawed: bool = False) -> str:
    """A citation as Zotero writes it, data included."""
    comma = "" if flawed and number % 20 == 7 else ","
    ending = "h" if flawed and number % 10 == 3 else ""
    author = {"family": f"Roe{name(number)}", "given": "Jane"}
    item = {
        "id": number, "type": "article-journal", "title": f"Tides of harbour {number}",
        "author": [author], "issued": {"date-parts": [[1950 + number % 70]]},
        "abstract": SENTENCE * 4,
    }  # fmt: skip
    cited = {"citationItems": [{"id": number, "itemData": item, "uris": [f"http://x/{number}"]}]}
    code = f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(cited)}"
    return field(code, f"(Roe{name(number)}{ending}{comma} {1950 + number % 70})")


def name(number: int) -> str:
    """Letters that tell a number."""
    return "".join("bcdfghklmn"[int(digit)] + "a" for digit in str(number))


def run() -> bool:
    """A .docx of 400 pages and 1,000 citations, read and fixed on one core: CPU time and memory."""
    return all([read(), fix()])


def read() -> bool:
    """Reading alone."""
    with tempfile.TemporaryDirectory() as folder:
        path, answer = Path(folder, "long.docx"), Path(folder, "seconds")
        path.write_bytes(long_document())
        code = READ.format("read_path(Path(sys.argv[1]))")
        command = [sys.executable, "-c", code, str(path), str(answer)]
        costs, seconds = [], []
        for _ in range(ROUNDS):
            costs.append(measure(command))
            seconds.append(float(answer.read_text()))
        cost, taken = medians(costs), sorted(seconds)[ROUNDS // 2]
    print(f"  {path.name}: {PAGES} pages, {CITATIONS:,} citations")
    print(f"  {verdict(taken < LIMIT)} {taken:.2f} s CPU to read it (limit {LIMIT:g})")
    print(f"  {verdict(cost.peak < MEMORY)} {cost.peak:.0f} MiB at its peak (limit {MEMORY:g})")
    print(f"       {cost.wall:.2f} s for the whole process")
    return taken < LIMIT and cost.peak < MEMORY


def fix() -> bool:
    """Every fix made as a tracked change, comments for the rest, with the checks in between."""
    with tempfile.TemporaryDirectory() as folder:
        path, answer = Path(folder, "flawed.docx"), Path(folder, "costs")
        path.write_bytes(long_document(flawed=True))
        command = [sys.executable, "-c", FIX, str(path), str(answer)]
        costs, figures = [], []
        for _ in range(ROUNDS):
            costs.append(measure(command))
            figures.append(json.loads(answer.read_text()))
        cost, figure = medians(costs), sorted(figures, key=lambda f: f["whole"])[ROUNDS // 2]
    whole, checks = figure["whole"], figure["checks"]
    print(f"  {path.name}: {figure['made']} fixes made, {figure['left']} findings left")
    print(f"  {verdict(whole < FIXING_LIMIT)} {whole:.2f} s CPU to fix it", end="")
    print(f" (limit {FIXING_LIMIT:g}), {checks:.2f} s of them in {figure['rounds']} checks")
    print(f"  {verdict(cost.peak < MEMORY)} {cost.peak:.0f} MiB at its peak (limit {MEMORY:g})")
    return bool(whole < FIXING_LIMIT) and cost.peak < MEMORY
