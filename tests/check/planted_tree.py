"""A small repository made for one test."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class PlantedTree(unittest.TestCase):
    """Files are planted in a fresh folder; a script of tools/check is then run on it."""

    script = ""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def plant(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run_script(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "tools/check" / self.script), "--root", str(self.root)],
            capture_output=True, text=True, check=False)

    def assert_refused(self, place: str, sentence: str) -> None:
        """Exactly one finding, at `place` ("file:line"), that says `sentence`."""
        run = self.run_script()
        lines = run.stdout.splitlines()
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        self.assertEqual(len(lines), 1, run.stdout)
        self.assertTrue(lines[0].startswith(place + ": "), run.stdout)
        self.assertIn(sentence, lines[0])

    def assert_accepted(self) -> None:
        run = self.run_script()
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
