"""A real browser, for pages that this program writes."""

import json
import os
import shutil
import signal
from pathlib import Path


def chromium() -> str | None:
    """The program of a Chromium, which `bootstrap.py test` installs; None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None)


class Browser:
    """A headless Chromium that is told what to do through a pipe, one JSON message after the other.

    Attributes
    ----------
    told : list of dict
        What it said by itself, as far as that was read: requests of the page, for one.
    """

    def __init__(self, program: str, profile: Path) -> None:
        commands, self._commands = os.pipe()
        self._answers, answers = os.pipe()
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe")
        quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
        pipes = [(os.POSIX_SPAWN_DUP2, commands, 3), (os.POSIX_SPAWN_DUP2, answers, 4)]
        command = [program, *options, f"--user-data-dir={profile}"]
        self._process = os.posix_spawn(program, command, os.environ, file_actions=[*quiet, *pipes])
        os.close(commands)
        os.close(answers)
        self._number = 0
        self.told: list[dict] = []
        self._left = b""
        page = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=page, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}

    def ask(self, method: str, **parameters: object) -> dict:
        """Send a command and wait for its answer; what else is told goes to `told`."""
        self._number += 1
        session = getattr(self, "_session", {})
        message = {"id": self._number, "method": method, "params": parameters, **session}
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self._left:
                self._left += os.read(self._answers, 65536)
            text, _, self._left = self._left.partition(b"\0")
            answer = json.loads(text)
            if "method" in answer:
                self.told.append(answer)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def value(self, script: str) -> object:
        """What an expression of the page comes to, waiting for a promise."""
        found = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def choose_file(self, selector: str, file: Path) -> None:
        """Choose a file in a field of the page."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=node, files=[str(file)])

    def close(self) -> None:
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        os.close(self._commands)
        os.close(self._answers)
