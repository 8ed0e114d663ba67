"""Where the diary is kept, what is no diary, and the demo that fills a new one."""

import json
import os
import sqlite3
import subprocess
import unittest
from contextlib import closing
from pathlib import Path

from command_case import PROGRAM, CommandCase


class Files(CommandCase):
    def test_a_new_diary_is_announced_and_private(self) -> None:
        done = self.run_soleus("today", SOLEUS_DB=None, XDG_DATA_HOME=str(self.folder / "data"))
        self.assertEqual(done.returncode, 0)
        made = self.folder / "data" / "soleus" / "soleus.db"
        self.assertTrue(made.is_file())
        self.assertEqual(made.parent.stat().st_mode & 0o777, 0o700)
        self.assertIn(str(made).encode(), done.stderr)
        again = self.run_soleus("today", SOLEUS_DB=None, XDG_DATA_HOME=str(self.folder / "data"))
        self.assertEqual(again.stderr, b"")

    def test_the_default_place(self) -> None:
        self.ok("today", SOLEUS_DB=None)
        self.assertTrue((self.folder / ".local/share/soleus/soleus.db").is_file())
        self.ok("today", SOLEUS_DB=None, XDG_DATA_HOME="relative")
        self.assertFalse((self.folder / "relative").exists())
        self.assertIn("HOME", self.refused(2, "today", SOLEUS_DB=None, HOME=None))

    def test_what_is_no_diary_is_left_alone(self) -> None:
        text = self.folder / "text.txt"
        text.write_text("hello\n")
        folder = self.folder / "folder"
        folder.mkdir()
        for path in (text, folder, Path("/dev/null"), self.folder / "not" / "there.db"):
            with self.subTest(path):
                said = self.refused(3, "log", "walk", "9m", "--db", str(path))
                self.assertIn(str(path), said)
        self.assertEqual(text.read_text(), "hello\n")
        self.assertEqual(list(folder.iterdir()), [])
        done = self.run_soleus("today", "--json", "--db", str(text))
        self.assertEqual(done.returncode, 3)
        self.assertEqual(json.loads(done.stdout)["error"]["code"], "not_a_soleus_file")

    def test_a_write_protected_diary_can_be_read_and_stays_as_it_is(self) -> None:
        self.ok("log", "walk", "12m")
        self.db.chmod(0o444)
        before = self.db.read_bytes()
        if os.geteuid() == 0:  # for root nothing is write-protected
            self.folder.chmod(0o777)
            runner = {"user": 65534, "group": 65534, "extra_groups": []}
        else:
            runner = {}
        def run(*arguments: str) -> subprocess.CompletedProcess:
            return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=60,
                                  env=self.environment(), **runner)
        try:
            read = run("today")
        except PermissionError:
            self.skipTest("another user cannot run the program from where it was built")
        self.assertEqual(read.returncode, 0, read.stderr)
        self.assertIn(b"12 of 30 min", read.stdout)
        write = run("log", "walk", "9m")
        self.assertEqual((write.returncode, write.stdout), (1, b""))
        self.assertIn(b"reading only", write.stderr)
        self.assertEqual(self.db.read_bytes(), before)


class Demo(CommandCase):
    def content(self, *arguments: str, **changes: str) -> list:
        """Everything in the file, whatever its tables are called."""
        path = self.folder / "filled.db"
        path.unlink(missing_ok=True)
        self.ok("demo", "--db", str(path), *arguments, **changes)
        with closing(sqlite3.connect(path)) as file:
            tables = [row[0] for row in file.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            return [(table, sorted(file.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr))
                    for table in tables]

    def test_same_seed_and_day_same_content(self) -> None:
        first = self.content()
        self.assertGreater(sum(len(rows) for _, rows in first), 1000)
        self.assertEqual(first, self.content(SOLEUS_NOW="2026-11-20T21:45:00Z"))
        self.assertNotEqual(first, self.content("--seed", "2"))

    def test_it_fills_new_files_only(self) -> None:
        self.ok("log", "walk", "9m")
        before = self.db.read_bytes()
        self.assertIn("is there already", self.refused(1, "demo"))
        self.assertEqual(self.db.read_bytes(), before)
        empty = self.folder / "empty.db"
        empty.touch()
        self.refused(1, "demo", "--db", str(empty))
        self.assertEqual(empty.read_bytes(), b"")
        self.refused(1, "demo", "--db", str(self.folder))
        dangling = self.folder / "link.db"
        dangling.symlink_to(self.folder / "elsewhere.db")
        self.refused(1, "demo", "--db", str(dangling))
        self.refused(2, "demo", "--db", "new.db", "--seed", "x")
        self.refused(3, "demo", "--db", str(self.folder / "not" / "there.db"))

    def test_it_shows_something_on_every_screen(self) -> None:
        said = self.ok("demo")
        self.assertIn("120 made-up days", said)
        today = self.ok("today")
        self.assertIn("18 of 35 min", today)
        self.assertIn("✓ Stretching", today)
        history = self.ok("history", "--days", "120", "--habit", "walk")
        for sign in ("█", "▒", "✗", "‖"):
            self.assertIn(sign, history.split("done")[0])
        self.assertIn("Rest every Sun", self.ok("plans"))
        self.assertIn("Legs up", self.ok("habits"))
        self.assertIn("UTC-0", self.ok("list", "--from", "2026-10-16", "--to", "2026-10-23"))

    def test_other_zones_and_the_last_day_of_february(self) -> None:
        for zone, now in (("America/Sao_Paulo", "2026-11-20T13:00:00Z"),
                          ("Pacific/Kiritimati", "2028-02-29T13:00:00Z"),
                          ("Asia/Kathmandu", "2026-01-01T00:30:00Z")):
            with self.subTest(zone):
                path = str(self.folder / f"{zone.replace('/', '-')}.db")
                self.ok("demo", "--db", path, "--zone", zone, SOLEUS_NOW=now)


if __name__ == "__main__":
    unittest.main()
