"""The page in a real browser: at three widths, without a complaint of browser or axe-core."""

import json
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from citecheck.model import Report
from tests.reports.building import rendered
from tests.reports.drafts import ESSAY, EXAMPLE, HOSTILE, checked, hostile

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
AXE_PACKAGE = find_spec("axe_core_python")
AXE = Path(str(AXE_PACKAGE and AXE_PACKAGE.origin)).with_name("axe.min.js")
WIDTHS = (390, 800, 1400)
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = [
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium or chromedriver here"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


def opened(browser: Any, path: Path, *reports: Report) -> None:
    """Open the page on *reports*; earlier entries of the logs are thrown away."""
    path.write_text("".join(rendered(reports, "html")), encoding="utf-8", errors="replace")
    browser.get("about:blank")
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(path.as_uri())


def requests(browser: Any) -> set[str]:
    """The addresses asked for since the page was opened."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return {
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    }


def violations(browser: Any) -> list[str]:
    """What axe-core finds wrong, with the first element."""
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script(
        "axe.run({resultTypes: ['violations']}).then(arguments[arguments.length - 1])"
    )
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


def resize(browser: Any, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def visible(browser: Any, selector: str) -> int:
    """How many elements of that kind have a size on the page."""
    script = (
        "return Array.from(document.querySelectorAll(arguments[0]))"
        ".filter((e) => e.getClientRects().length > 0).length"
    )
    return int(browser.execute_script(script, selector))


def test_at_three_widths(browser: Any, tmp_path: Path) -> None:
    draft = ESSAY if ESSAY.exists() else EXAMPLE
    report, path = checked(draft), tmp_path / "report.html"
    opened(browser, path, report)
    for width, scheme in zip(WIDTHS, ("light", "light", "dark"), strict=True):
        resize(browser, width, scheme)
        assert visible(browser, "a.cite") == len(report.citations) == 52
        assert visible(browser, ".card") == len(report.findings)
        sizes = browser.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
        assert sizes[0] <= sizes[1]
        assert violations(browser) == []
    assert requests(browser) == {path.as_uri()}
    assert browser.get_log("browser") == []


def test_a_hostile_draft_shows_as_text(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    opened(browser, path, hostile())
    resize(browser, 1400, "light")
    said = browser.execute_script("return document.querySelector('main').textContent")
    for line in HOSTILE.splitlines()[3:]:
        assert line.replace("\x01", "␁") in said
    assert "<script>alert(1)</script> and </style> & --> ]]>" in said
    assert "citecheck" in browser.title
    assert visible(browser, ".card") == len(hostile().findings)
    assert violations(browser) == []
    assert requests(browser) == {path.as_uri()}
    assert browser.get_log("browser") == []


def test_filter_and_keyboard(browser: Any, tmp_path: Path) -> None:
    report = checked(EXAMPLE)
    opened(browser, tmp_path / "report.html", report)
    resize(browser, 1400, "light")
    errors = sum(finding.severity == "error" for finding in report.findings)
    for severity in ("warning", "info"):
        browser.execute_script(f"document.querySelector('input[value={severity}]').click()")
    assert visible(browser, ".card") == errors
    assert str(errors) in browser.find_element("css selector", "output").text
    flags = {f"{n}" for n, f in enumerate(report.findings, 1) if f.severity == "error"}
    shown = browser.execute_script(
        "return [...document.querySelectorAll('.flag:not(.off)')].map((e) => e.dataset.number)"
    )
    assert set(shown) == flags
    browser.find_element("css selector", "[data-step='1']").click()
    focused = browser.execute_script("return document.activeElement.className")
    assert focused == "card error"
