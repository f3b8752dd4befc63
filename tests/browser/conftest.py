"""A real browser, where Chromium with its driver and selenium are installed: `make browser` says how."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip  # a list of options


@pytest.fixture(scope="session")
def chromium():
    """Chromium without a window, for all tests of a process."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: make browser")
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (binary and driver):
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for option in QUIET:
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield started
    started.quit()


@pytest.fixture
def browser(chromium):
    """The browser at a new page, which may write nothing to its console."""
    chromium.get("about:blank")
    chromium.get_log("browser")
    yield chromium
    assert chromium.get_log("browser") == []


@pytest.fixture
def device(browser):
    """`device(width=390, scheme="dark")`: the screen that the next page is opened on."""

    def like(*, width=1280, height=900, scheme="light"):
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        )

    yield like
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.fixture
def faults(browser):
    """`faults()`: what axe-core finds serious or worse on the page that is open."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make browser")

    def found():
        # run from outside the page, whose policy lets in no other script
        result = browser.execute_async_script(
            f"{AXE.read_text(encoding='utf-8')}; const done = arguments[arguments.length - 1];"
            "axe.run().then(done, (error) => done({violations: [{impact: 'critical', id: String(error)}]}))"
        )
        return [
            SimpleNamespace(id=one["id"], where=[node["html"] for node in one.get("nodes", ())][:3])
            for one in result["violations"]
            if one["impact"] in ("serious", "critical")
        ]

    return found
