"""What surrounds the commands: help, exit codes, streams, zones, completion, the protocol itself."""

import json
import shutil
import sqlite3
import subprocess
import unittest
from contextlib import closing

from command_case import PROGRAM, CommandCase


class TheProgram(CommandCase):
    def test_version_licences_and_help(self) -> None:
        self.assertRegex(self.ok("--version"), r"^soleus \d+\.\d+\.\d+\n$")
        licences = self.ok("--licenses")
        for name in ("Soleus", "SQLite", "SQLiteCpp", "date", "Boost.JSON", "tl::expected", "CLI11",
                     "MIT", "BSL-1.0", "BSD-3-Clause", "CC0-1.0", "public domain"):
            self.assertIn(name, licences)
        self.assertIn("does not diagnose", self.ok("--help"))
        self.assertFalse(self.db.exists())

    def test_every_command_has_help_with_examples(self) -> None:
        for command in ("log", "log walk", "log raises", "log strength", "log stretch", "log water",
                        "log posture", "log footwear", "today", "day", "history", "list", "amend",
                        "remove", "undo", "redo", "habits", "habits add", "habits archive",
                        "habits restore", "habits rename", "habits delete", "habits order",
                        "habits group", "goal", "goal set", "pause", "rest", "resume", "plans",
                        "settings", "settings set", "demo", "call", "completion"):
            shown = self.ok(*command.split(), "--help")
            self.assertIn("Examples:\n  soleus ", shown, command)
        self.assertFalse(self.db.exists())

    def test_usage_errors(self) -> None:
        for arguments in (("frobnicate",), ("today", "extra"), ("today", "--nonsense"),
                          ("habits", "frobnicate"), ("completion", "tcsh"), ("log", "walk", "--at"),
                          ("today", "--zone", "Europe/Nowhere"), ("today", "--now", "now")):
            with self.subTest(arguments):
                self.refused(2, *arguments)
        done = self.run_soleus()
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"Usage", done.stderr)
        self.assertFalse(self.db.exists())

    def test_arguments_that_are_not_utf8(self) -> None:
        self.assertIn("UTF-8", self.refused(2, "log", "walk", "9m", "--note", b"a\xffb"))
        self.assertFalse(self.db.exists())

    def test_json_is_the_reply_and_nothing_else(self) -> None:
        commands = (("today",), ("log", "walk", "9m"), ("list",), ("day", "today"), ("habits",),
                    ("settings",), ("plans",), ("pause",), ("resume",), ("undo",), ("redo",),
                    ("goal", "set", "water", "1l"), ("history", "--habit", "water"),
                    ("habits", "add", "Tea", "--kind", "count", "--target", "2"))
        for command in commands:
            done = self.run_soleus(*command, "--json")
            self.assertEqual(done.returncode, 0, command)
            self.assertEqual(done.stdout.count(b"\n"), 1)
            self.assertTrue(json.loads(done.stdout)["ok"], command)

    def test_json_of_a_refusal_is_the_error_reply(self) -> None:
        self.ok("today")
        done = self.run_soleus("log", "water", "9000", "--json")
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        error = json.loads(done.stdout)["error"]
        self.assertEqual((error["code"], error["field"]), ("invalid_value", "params.water_ml"))
        for command in (("log", "nonsense", "3"), ("remove", "ffffff"), ("history", "--habit", "x")):
            done = self.run_soleus(*command, "--json")
            self.assertEqual(done.returncode, 1)
            self.assertIn("unknown_", json.loads(done.stdout)["error"]["code"])

    def test_options_stand_before_or_behind_the_command(self) -> None:
        other = str(self.folder / "other.db")
        self.ok("--db", other, "log", "walk", "9m")
        self.assertIn("9 of 30 min", self.ok("today", "--db", other))
        self.assertIn("0 of 30 min", self.ok("today"))

    def test_zone_of_the_option_before_that_of_the_system(self) -> None:
        def offset(*arguments: str, **changes: str) -> int:
            entry = self.reply("log", "water", "300", *arguments, **changes)["entry"]
            return entry["occurred_at"]["offset_s"]
        self.assertEqual(offset(), 3600)
        self.assertEqual(offset(TZ="Asia/Kathmandu"), 20700)
        self.assertEqual(offset(TZ=":America/New_York"), -18000)
        self.assertEqual(offset(TZ=""), 0)
        self.assertEqual(offset("--zone", "Pacific/Kiritimati"), 50400)
        self.assertIn("time zone", self.refused(2, "today", TZ="CET-1CEST"))

    def test_shifts_of_the_zone_are_sent(self) -> None:
        # Clocks go back in the night after; the day then has 25 hours, and `today` ends with it.
        reply = self.reply("today", SOLEUS_NOW="2026-10-24T22:30:00Z")
        self.assertEqual(reply["day"], "2026-10-25")
        self.assertEqual(reply["expires_utc_ms"], 1792969200000)

    def test_an_answer_that_cannot_be_written_is_no_success(self) -> None:
        self.ok("today")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "today"], stdout=full, stderr=subprocess.PIPE,
                                  env=self.environment(), timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written", done.stderr)

    def test_a_title_like_a_command_is_no_command(self) -> None:
        self.ok("habits", "add", "rest", "--kind", "count", "--target", "3")
        self.assertEqual(self.reply("log", "rest", "2")["entry"]["amounts"], {"amount": 2})

    def test_completion_scripts(self) -> None:
        for shell, checker in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]),
                               ("fish", ["fish", "--no-execute"])):
            script = self.ok("completion", shell)
            for word in ("history", "brisk", "archive", "completion"):
                self.assertIn(word, script, shell)
            if shutil.which(checker[0]):
                path = self.folder / f"completion.{shell}"
                path.write_text(script)
                subprocess.run([*checker, str(path)], check=True)
        self.assertFalse(self.db.exists())

    def test_bash_completes(self) -> None:
        script = self.ok("completion", "bash") + (
            "complete_line() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _soleus; "
            "echo \"${COMPREPLY[*]}\"; }\n")

        def completed(*words: str) -> list[str]:
            line = " ".join(f"'{word}'" for word in words)
            done = subprocess.run(["bash", "-c", f"{script}complete_line {line}"],
                                  capture_output=True, text=True, check=True)
            return done.stdout.split()
        self.assertEqual(completed("soleus", "tod"), ["today"])
        self.assertEqual(completed("soleus", "log", "wa"), ["walk", "water"])
        self.assertEqual(completed("soleus", "log", "walking", "30m", "--br"), ["--brisk"])
        self.assertEqual(completed("soleus", "habits", "re"), ["restore", "rename"])


class Protocol(CommandCase):
    TODAY = '{"v":1,"op":"today"}'

    def test_one_request(self) -> None:
        reply = json.loads(self.ok("call", self.TODAY))
        self.assertEqual(reply["result"]["day"], "2026-11-20")
        done = self.run_soleus("call", '{"v":1,"op":"nonsense"}')
        self.assertEqual((done.returncode, done.stderr), (1, b""))
        self.assertEqual(json.loads(done.stdout)["error"]["code"], "unknown_op")

    def test_its_own_moment_is_kept(self) -> None:
        at = {"utc_ms": 1600000000000, "offset_s": 0}
        reply = json.loads(self.ok("call", json.dumps({"v": 1, "op": "today", "at": at})))
        self.assertEqual(reply["result"]["day"], "2020-09-13")

    def test_many_lines_with_bad_ones_between(self) -> None:
        lines = [self.TODAY, "", "garbage", '{"v":1,"v":1,"op":"today"}', "[]",
                 '{"v":1,"op":"log.add","params":{"habit":"water","water_ml":250}}', self.TODAY]
        done = self.run_soleus("call", "-", given="\n".join(lines) + "\r\n")
        replies = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([reply["ok"] for reply in replies],
                         [True, False, False, False, True, True])
        self.assertEqual(done.returncode, 1)
        good = self.run_soleus("call", "-", given=self.TODAY)  # no line end at the end
        self.assertEqual((good.returncode, good.stdout.count(b"\n")), (0, 1))
        self.assertEqual(self.run_soleus("call", "-", given=b"").returncode, 0)
        bad = self.run_soleus("call", "-", given=b'{"v":1,"op":"\xff"}\n')
        self.assertEqual(json.loads(bad.stdout)["error"]["code"], "invalid_json")

    def test_each_reply_comes_at_once_over_one_open_file(self) -> None:
        talk = subprocess.Popen([PROGRAM, "call", "-"], stdin=subprocess.PIPE, cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                env=self.environment())
        for number in range(1, 4):
            talk.stdin.write(b'{"v":1,"op":"log.add","params":{"habit":"water","water_ml":250}}\n')
            talk.stdin.flush()
            # Commits are counted within one open of the file.
            self.assertEqual(json.loads(talk.stdout.readline())["commit"], number)
        talk.stdin.close()
        self.assertEqual(talk.wait(timeout=60), 0)
        talk.stdout.close()

    def test_a_reader_that_goes_away_ends_it_and_nothing_is_torn(self) -> None:
        line = b'{"v":1,"op":"log.add","params":{"habit":"water","water_ml":250}}\n'
        talk = subprocess.Popen([PROGRAM, "call", "-"], stdin=subprocess.PIPE, cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                env=self.environment())
        talk.stdin.write(line)
        talk.stdin.flush()
        talk.stdout.readline()
        talk.stdout.close()
        try:
            talk.stdin.write(line * 1000)
            talk.stdin.close()
        except BrokenPipeError:
            pass
        self.assertNotEqual(talk.wait(timeout=60), 0)
        # What was in the middle of it is either all there or not at all.
        self.assertLess(len(self.entries()), 10)
        with closing(sqlite3.connect(self.db)) as file:
            self.assertEqual(file.execute("PRAGMA integrity_check").fetchone(), ("ok",))

    def test_a_bad_file_shows_before_the_first_line(self) -> None:
        (self.folder / "text.txt").write_text("hello")
        self.refused(3, "call", "-", "--db", "text.txt")


if __name__ == "__main__":
    unittest.main()
