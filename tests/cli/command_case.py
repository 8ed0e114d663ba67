"""A folder of its own for each case, and the built soleus to run in it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ.get("SOLEUS_BIN", "soleus")
NOW = "2026-11-20T13:00:00Z"  # a Friday, 14:00 in Berlin
SECONDS = 60


class CommandCase(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="soleus-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.db = self.folder / "diary.db"

    def environment(self, **changes: str | None) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS")
                if name in os.environ}
        known = {"HOME": str(self.folder), "LC_ALL": "C.UTF-8", "SOLEUS_NOW": NOW,
                 "SOLEUS_DB": str(self.db), "TZ": "Europe/Berlin", **changes}
        return {**kept, **{name: value for name, value in known.items() if value is not None}}

    def run_soleus(self, *arguments: str | bytes, given: str | bytes = b"",
                   **changes: str | None) -> subprocess.CompletedProcess:
        given = given.encode() if isinstance(given, str) else given
        return subprocess.run([PROGRAM, *arguments], input=given, capture_output=True,
                              cwd=self.folder, timeout=SECONDS, env=self.environment(**changes))

    def ok(self, *arguments: str, **changes: str | None) -> str:
        """Standard output of a run that must work."""
        done = self.run_soleus(*arguments, **changes)
        self.assertEqual(done.returncode, 0, (arguments, done.stderr.decode(errors="replace")))
        return done.stdout.decode()

    def reply(self, *arguments: str, **changes: str | None) -> dict:
        """The result of a reply printed with --json."""
        whole = json.loads(self.ok(*arguments, "--json", **changes))
        self.assertTrue(whole["ok"])
        return whole["result"]

    def refused(self, code: int, *arguments: str | bytes, **changes: str | None) -> str:
        """Standard error of a run that must end with `code` and print nothing else."""
        done = self.run_soleus(*arguments, **changes)
        said = done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, code, (arguments, done.stdout, said))
        self.assertEqual(done.stdout, b"")
        self.assertTrue(said.startswith("soleus: "), said)
        return said

    def entries(self, *arguments: str) -> list[dict]:
        return self.reply("list", *arguments)["entries"]

    def short_id(self, entry: dict) -> str:
        return entry["id"][-6:]
