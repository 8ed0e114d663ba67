"""Looking at the diary, changing what is in it, arranging habits, goals, plans and settings."""

import json
import os
import pty
import unittest

from command_case import PROGRAM, CommandCase


class Looking(CommandCase):
    def test_screens_of_an_empty_diary(self) -> None:
        self.assertIn("30 more minutes", self.ok("today"))
        self.assertIn("Next: Walking, as in  soleus log walk", self.ok("today"))
        self.assertIn("Nothing logged", self.ok("list"))
        self.assertIn("Walking", self.ok("history"))
        self.assertIn("No pauses", self.ok("plans"))

    def test_today_day_list_and_history_show_what_was_logged(self) -> None:
        self.ok("log", "walk", "12m", "--note", "round the lake")
        self.assertIn("12 of 30 min", self.ok("today"))
        day = self.ok("day", "today")
        self.assertIn("12 of 30 min", day)
        self.assertIn("round the lake", day)
        self.assertIn(self.short_id(self.entries()[0]), self.ok("list"))
        self.assertIn("12 of 90 min", self.ok("history", "--habit", "walk"))

    def test_list_filters(self) -> None:
        self.ok("log", "walk", "12m", "--note", "Lake")
        self.ok("log", "water", "300", "--day", "yesterday")
        self.assertEqual(len(self.entries()), 1)
        self.assertEqual(len(self.entries("--from", "monday")), 2)
        self.assertEqual(len(self.entries("--day", "yesterday")), 1)
        self.assertEqual(len(self.entries("--from", "2026-11-01", "--habit", "water")), 1)
        self.assertEqual(len(self.entries("--text", "lake")), 1)
        self.assertIn("Nothing found", self.ok("list", "--text", "sea"))
        self.refused(2, "list", "--day", "today", "--from", "monday")

    def test_history_replies_line_by_line(self) -> None:
        lines = self.ok("history", "--days", "7", "--json").splitlines()
        replies = [json.loads(line)["result"] for line in lines]
        self.assertIn("walking", [reply["habit"] for reply in replies])
        self.assertEqual(len(replies[0]["buckets"]), 7)
        self.refused(2, "history", "--days", "0")
        self.refused(1, "history", "--habit", "nonsense")

    def test_unknown_days_and_future_days(self) -> None:
        self.ok("today")
        self.refused(2, "day", "2026-02-30")
        self.assertIn("params.day", self.refused(1, "day", "2027-01-01"))

    def test_output_fits_the_terminal(self) -> None:
        self.ok("demo")
        for width in (40, 60, 80, 100):
            for screen in ("today", "history", "list", "habits", "plans", "settings"):
                shown = self.ok(screen, COLUMNS=str(width))
                widest = max(len(line) for line in shown.splitlines())
                self.assertLessEqual(widest, width, (screen, width))

    def test_no_colour_unless_asked_for(self) -> None:
        self.ok("log", "walk", "30m")
        self.assertNotIn("\033", self.ok("today"))
        self.assertIn("\033[32m", self.ok("today", "--color", "always"))
        self.assertIn("\033[32m", self.ok("today", "--color", "always", NO_COLOR="1"))
        self.assertNotIn("\033", self.ok("today", "--color", "never"))
        self.refused(2, "today", "--color", "sometimes")

    def test_a_terminal_gets_colour_unless_no_color_is_set(self) -> None:
        self.ok("log", "walk", "30m")
        self.assertIn("\033[32m", self.on_a_terminal("today"))
        self.assertNotIn("\033", self.on_a_terminal("today", NO_COLOR="1"))
        self.assertNotIn("\033", self.on_a_terminal("today", TERM="dumb"))

    def on_a_terminal(self, *arguments: str, **changes: str) -> str:
        child, terminal = pty.fork()
        if child == 0:
            environment = self.environment(**{"TERM": "xterm", **changes})
            os.execve(PROGRAM, ["soleus", *arguments], environment)
        shown = b""
        while True:
            try:
                part = os.read(terminal, 65536)
            except OSError:  # how Linux says that the other side is closed
                break
            if not part:
                break
            shown += part
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), 0)
        return shown.decode()

    def test_ascii_where_the_locale_is_not_utf8(self) -> None:
        self.ok("demo")
        for screen in ("today", "history", "plans"):
            self.assertTrue(self.ok(screen, LC_ALL="C").isascii(), screen)

    def test_units(self) -> None:
        self.ok("log", "water", "12oz")
        self.ok("settings", "set", "units", "us")
        self.assertIn("12 of 67.6 oz", self.ok("today"))


class Changing(CommandCase):
    def setUp(self) -> None:
        super().setUp()
        self.ok("log", "walk", "20m", "--brisk", "--note", "first")
        self.entry = self.entries()[0]
        self.name = self.short_id(self.entry)

    def test_amend_changes_what_is_said_and_keeps_the_rest(self) -> None:
        self.assertIn("Now Walking, 45 min, brisk", self.ok("amend", self.name, "45m"))
        entry = self.entries()[0]
        self.assertEqual((entry["note"], entry["amended"]), ("first", True))
        self.ok("amend", self.name, "--pace", "none", "--steps", "500", "--no-note")
        entry = self.entries()[0]
        self.assertEqual(entry["amounts"]["pace"], "unknown")
        self.assertEqual(entry["amounts"]["steps"], 500)
        self.assertNotIn("note", entry)
        self.ok("amend", self.entry["id"], "--day", "yesterday", "--at", "18:15")
        moved = self.entries("--day", "yesterday")[0]
        self.assertEqual(moved["occurred_at"]["utc_ms"], 1795108500000)
        self.ok("amend", self.name, "--no-time")
        self.assertNotIn("occurred_at", self.entries("--day", "yesterday")[0])

    def test_amend_needs_an_entry_and_something_to_change(self) -> None:
        self.refused(2, "amend", self.name)
        self.refused(2, "amend", "abc", "45m")
        self.refused(1, "amend", "ffffffff", "45m")
        self.refused(2, "amend", self.name, "3x")
        self.assertIn("params.duration_s", self.refused(1, "amend", self.name, "100h"))
        self.assertEqual(self.entries()[0]["amounts"], self.entry["amounts"])

    def test_undo_says_what_it_took_back_and_redo_what_it_did_again(self) -> None:
        self.ok("amend", self.name, "45m")
        self.ok("remove", self.name)
        self.assertEqual(self.entries(), [])
        said = [self.ok("undo") for _ in range(3)]
        self.assertIn("Put back Walking, 45 min", said[0])
        self.assertIn("Took back the change; again it is Walking, 20 min", said[1])
        self.assertIn("Took back Walking, 20 min", said[2])
        self.assertEqual(self.entries(), [])
        self.assertIn("nothing left to undo", self.refused(1, "undo"))
        said = [self.ok("redo") for _ in range(3)]
        self.assertIn("Logged again: Walking, 20 min", said[0])
        self.assertIn("Changed again; now it is Walking, 45 min", said[1])
        self.assertIn("Removed again: Walking, 45 min", said[2])
        self.assertIn("nothing left to redo", self.refused(1, "redo"))

    def test_undo_of_one_entry(self) -> None:
        self.ok("log", "water", "300")
        self.assertIn("Took back Walking", self.ok("undo", self.name))
        self.assertEqual([entry["habit"] for entry in self.entries()], ["water"])
        self.assertIn("Walking", self.ok("redo", self.entry["id"]))

    def test_a_short_id_that_fits_two_is_not_guessed(self) -> None:
        requests = []
        for number in range(2):
            identity = f"0199e3f0-7a0{number}-7000-8000-000000abcdef"
            requests.append(json.dumps({"v": 1, "op": "log.add", "id": identity, "params": {
                "habit": "water", "water_ml": 250}}))
        done = self.run_soleus("call", "-", given="\n".join(requests))
        self.assertEqual(done.returncode, 0, done.stdout)
        said = self.refused(1, "remove", "abcdef")
        self.assertIn("More than one", said)
        self.ok("remove", "0199e3f0-7a01-7000-8000-000000abcdef")
        self.ok("remove", "abcdef")


class Arranging(CommandCase):
    def test_habits(self) -> None:
        self.assertIn("Added Coffee: at most 3 times a day.",
                      self.ok("habits", "add", "Coffee", "--kind", "limit", "--target", "3"))
        self.assertIn("Now called Kaffee.", self.ok("habits", "rename", "coffee", "Kaffee"))
        self.assertIn("Put away Kaffee.", self.ok("habits", "archive", "kaffee"))
        self.assertNotIn("Kaffee", self.ok("habits"))
        self.assertIn("Kaffee", self.ok("habits", "--all"))
        self.ok("habits", "restore", "kaffee")
        self.ok("habits", "group", "kaffee", "Evening")
        self.assertIn("\n\nEvening\nKaffee", self.ok("habits"))
        order = self.ok("habits", "order", "water", "walk").split()
        self.assertLess(order.index("Water"), order.index("Walking"))
        self.assertLess(order.index("Walking"), order.index("Calf"))
        self.refused(2, "habits", "delete", "kaffee")
        self.refused(1, "habits", "delete", "kaffee", "--confirm", "tea")
        self.assertIn("Deleted Kaffee", self.ok("habits", "delete", "kaffee", "--confirm", "Kaffee"))
        self.assertNotIn("Kaffee", self.ok("habits", "--all"))

    def test_habits_that_cannot_be(self) -> None:
        self.ok("today")
        self.refused(2, "habits", "add", "Tea")
        self.refused(2, "habits", "add", "Tea", "--kind", "song", "--target", "3")
        self.refused(2, "habits", "add", "Tea", "--kind", "count")
        self.refused(2, "habits", "add", "Tea", "--kind", "volume", "--target", "abc")
        self.refused(1, "habits", "add", "", "--kind", "count", "--target", "3")
        self.refused(1, "habits", "rename", "walk", "Walkies")
        self.refused(1, "habits", "archive", "nonsense")
        self.refused(1, "habits", "archive", "wa")  # walking or water

    def test_goals(self) -> None:
        self.assertIn("Walking: 45 min a day, from Mon 23 Nov.",
                      self.ok("goal", "set", "walk", "45m", "--from", "monday"))
        self.assertIn("2 h 30 min a week", self.ok("goal", "set", "walk", "--weekly", "150m"))
        self.assertIn("4 sets on Mon, Wed, Fri",
                      self.ok("goal", "set", "raises", "4", "--days", "mon,wed,fri"))
        self.assertIn("4 sets every 3 days", self.ok("goal", "set", "raises", "--every", "3"))
        self.assertIn("3 sets on 1 day a week",
                      self.ok("goal", "set", "strength", "--times-a-week", "1"))
        self.refused(2, "goal", "set", "walk")
        self.refused(2, "goal", "set", "walk", "45m", "--weekly", "3h")
        self.refused(2, "goal", "set", "walk", "45m", "--daily", "--every", "2")
        self.refused(2, "goal", "set", "walk", "3x")
        self.refused(1, "goal", "set", "strength", "3", "--times-a-week", "9")
        self.assertIn("params.from_day",
                      self.refused(1, "goal", "set", "walk", "45m", "--from", "yesterday"))
        self.assertIn("params.habit", self.refused(1, "goal", "set", "nonsense", "3"))

    def test_plans(self) -> None:
        self.assertIn("Pause from Sat 21 Nov through Mon 30 Nov: Walking",
                      self.ok("pause", "--from", "tomorrow", "--to", "2026-11-30", "--habit", "walk"))
        self.assertIn("until you resume: everything", self.ok("pause"))
        self.assertIn("paused", self.ok("today"))
        self.assertIn("Welcome back", self.ok("resume"))
        self.assertNotIn("paused", self.ok("today"))
        self.assertIn("Rest every Mon, Thu", self.ok("rest", "--weekdays", "mon,thu"))
        self.assertIn("Rest Tue 24 Nov", self.ok("rest", "--day", "tuesday"))
        ranges = self.reply("plans")["ranges"]
        weekly = next(entry for entry in ranges if entry.get("weekdays"))
        self.ok("resume", weekly["id"][-6:])
        self.assertNotIn("every", self.ok("plans"))
        self.refused(1, "pause", "--from", "2026-11-30", "--to", "2026-11-21")
        self.refused(1, "rest", "--day", "2026-11-01")
        self.refused(2, "rest", "--day", "today", "--weekdays", "mon")
        self.refused(2, "pause", "--habit", "walk", "--tag", "walk")

    def test_settings(self) -> None:
        self.assertIn("day-start    00:00\n", self.ok("settings"))
        self.assertIn("then 03:00 from Sat 21 Nov", self.ok("settings", "set", "day-start", "03:00"))
        self.assertIn("sunday", self.ok("settings", "set", "week-start", "sun"))
        self.assertIn("08:30-16:30", self.ok("settings", "set", "desk-window", "08:30-16:30"))
        self.assertIn("quiet        on", self.ok("settings", "set", "quiet", "on"))
        self.assertIn("game         off", self.ok("settings", "set", "game", "off"))
        self.assertTrue(self.reply("settings")["settings"]["game_off"])
        for name, value in (("nonsense", "1"), ("quiet", "maybe"), ("day-start", "3"),
                            ("desk-window", "9-17"), ("week-start", "someday")):
            self.refused(2, "settings", "set", name, value)
        self.refused(1, "settings", "set", "day-start", "15:00")
        self.refused(1, "settings", "set", "units", "furlongs")


if __name__ == "__main__":
    unittest.main()
