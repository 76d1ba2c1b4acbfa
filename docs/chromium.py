"""Chromium without a window, steered over a pipe: pages as a desk, a phone or a printer shows them.

`--window-size` never goes below 500 pixels; only the protocol's device metrics make a real phone.
"""

import base64
import fcntl
import itertools
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)
_COMMANDS, _FREE = 3, 10
"""The descriptor on which the browser reads commands (it answers on the next), and the first that
is surely another."""
_PATIENCE = 60.0
"""Seconds for one answer."""


class Chromium:
    """One browser with one page; also a context manager."""

    def __init__(self) -> None:
        if BROWSER is None:
            raise FileNotFoundError(f"There is none of {', '.join(NAMES)} here; install one.")
        self._profile = TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        # Above 3 and 4, so that neither of the two copies below falls on the other.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, _FREE) for end in (theirs_in, theirs_out)]
        self._process = subprocess.Popen(  # noqa: S603 - our own browser
            [
                BROWSER,
                *FLAGS,
                "--remote-debugging-pipe",
                f"--user-data-dir={self._profile.name}",
                "about:blank",
            ],
            preexec_fn=lambda: [os.dup2(end, at) for at, end in enumerate(ends, start=_COMMANDS)],
            pass_fds=(_COMMANDS, _COMMANDS + 1),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in (theirs_in, theirs_out, *ends):
            os.close(end)
        self._numbers, self._rest, self._session = itertools.count(1), b"", ""
        targets = self.ask("Target.getTargets")["targetInfos"]
        page = next(one for one in targets if one["type"] == "page")
        attach = {"targetId": page["targetId"], "flatten": True}
        self._session = self.ask("Target.attachToTarget", attach)["sessionId"]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._out)
        self._process.terminate()
        self._process.wait(_PATIENCE)
        os.close(self._in)
        self._profile.cleanup()

    def ask(self, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send one command of the DevTools protocol and return its result."""
        number = next(self._numbers)
        command: dict[str, Any] = {"id": number, "method": method, "params": parameters or {}}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._out, json.dumps(command).encode() + b"\0")
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            told = self._next()
            if told.get("id") == number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                result: dict[str, Any] = told["result"]
                return result
        raise TimeoutError(method)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            got = os.read(self._in, 1 << 20)
            if not got:
                raise RuntimeError("The browser went away.")
            self._rest += got
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told

    def show(self, page: Path, fragment: str = "", *, width: int, height: int, dark: bool) -> None:
        """Open a file in a window of this size, and wait until it stands still."""
        phone = width < 500
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self.ask("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
        self.ask("Page.navigate", {"url": "about:blank"})
        self.ask("Page.navigate", {"url": page.resolve().as_uri() + fragment})
        until = time.monotonic() + _PATIENCE
        while self.run("document.readyState") != "complete" and time.monotonic() < until:
            time.sleep(0.05)
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def run(self, script: str) -> Any:
        """Run a script in the page and return what it gives."""
        asked = {"expression": script, "returnByValue": True, "awaitPromise": True}
        told = self.ask("Runtime.evaluate", asked)
        if "exceptionDetails" in told:
            raise RuntimeError(str(told["exceptionDetails"]))
        return told["result"].get("value")

    def picture(self, *, whole: bool = False) -> bytes:
        """Take a PNG of what is in sight, or of the whole page."""
        asked = {"format": "png", "captureBeyondViewport": whole, "optimizeForSpeed": False}
        if whole:
            size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
            asked["clip"] = {"x": 0, "y": 0, **_sides(size), "scale": 1}
        return base64.b64decode(self.ask("Page.captureScreenshot", asked)["data"])

    def printed(self) -> bytes:
        """Print the page: a PDF on A4."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": True}
        return base64.b64decode(self.ask("Page.printToPDF", paper)["data"])


def _sides(size: dict[str, Any]) -> dict[str, Any]:
    return {"width": size["width"], "height": size["height"]}
