"""soleus log: what is typed, for which day, and what is refused."""

import unittest

from command_case import CommandCase


class Logging(CommandCase):
    def logged(self, *arguments: str) -> dict:
        return self.reply("log", *arguments)["entry"]

    def test_each_habit_is_logged_as_it_was_typed(self) -> None:
        cases = [
            (("walk", "30m", "--brisk", "--terrain", "incline", "--steps", "3000"), "walking",
             {"duration_s": 1800, "pace": "brisk", "terrain": "incline", "steps": 3000}),
            (("walk", "45", "min", "--easy"), "walking",
             {"duration_s": 2700, "pace": "easy", "terrain": "unknown"}),
            (("raises", "3x15", "--seated"), "calf_raises",
             {"sets": 3, "reps": 15, "position": "seated"}),
            (("raises", "3"), "calf_raises", {"sets": 3}),
            (("strength", "rope", "10m"), "strength",
             {"exercise": "skipping_rope", "duration_s": 600}),
            (("strength", "raises", "3x12", "--load", "10kg"), "strength",
             {"exercise": "standing_calf_raise", "sets": 3, "reps": 12, "load_g": 10000}),
            (("stretch", "wall", "2m", "--left"), "stretching",
             {"stretch": "wall", "duration_s": 120, "side": "left"}),
            (("water", "300"), "water", {"water_ml": 300, "with_electrolytes": False}),
            (("water", "2", "cups", "--electrolytes"), "water",
             {"water_ml": 473, "with_electrolytes": True}),
            (("posture",), "posture_check", {}),
            (("footwear", "--heel", "20mm"), "footwear_check", {"heel_mm": 20}),
        ]
        for typed, habit, amounts in cases:
            with self.subTest(typed):
                entry = self.logged(*typed)
                self.assertEqual(entry["habit"], habit)
                self.assertEqual(entry["amounts"], amounts)
                self.assertEqual(entry["day"], "2026-11-20")
                self.assertEqual(entry["occurred_at"]["offset_s"], 3600)

    def test_what_was_logged_is_said(self) -> None:
        said = self.ok("log", "water", "12oz")
        self.assertIn("Logged Water, 355 ml, Fri 20 Nov 14:00.", said)
        self.assertIn("0.35 of 2 l", said)

    def test_own_habits_by_title_beginning_and_id(self) -> None:
        made = self.reply("habits", "add", "Legs up", "--kind", "duration", "--target", "15m")
        habit = made["habit"]["id"]
        for name in ("Legs up", "legs", habit):
            self.assertEqual(self.logged(name, "15m")["habit"], habit)
        self.ok("habits", "add", "Socks", "--kind", "yes-no")
        self.assertEqual(self.logged("socks")["amounts"], {"amount": 1})
        self.ok("habits", "add", "Coffee", "--kind", "limit", "--target", "3")
        self.assertEqual(self.logged("coffee", "none")["amounts"], {"amount": 0})
        self.assertIn("Tea", self.ok("habits", "add", "Tea", "--kind", "volume", "--target", "1l"))
        self.assertEqual(self.logged("tea", "1", "cup")["amounts"], {"amount": 237})

    def test_days_and_times(self) -> None:
        self.assertEqual(self.logged("walk", "9m", "--day", "yesterday")["day"], "2026-11-19")
        self.assertEqual(self.logged("walk", "9m", "--day", "monday")["day"], "2026-11-16")
        self.assertNotIn("occurred_at", self.logged("walk", "9m", "--day", "2026-11-18"))
        at = self.logged("walk", "9m", "--at", "08:30")["occurred_at"]
        self.assertEqual(at, {"utc_ms": 1795159800000, "offset_s": 3600})
        summer = self.logged("walk", "9m", "--day", "2026-10-20", "--at", "08:30")
        self.assertEqual(summer["occurred_at"]["offset_s"], 7200)
        self.assertEqual(summer["day"], "2026-10-20")
        self.assertIn("still to come", self.refused(2, "log", "walk", "9m", "--at", "23:30"))

    def test_what_is_said_before_the_habit_counts_too(self) -> None:
        entry = self.logged("--day", "yesterday", "--note", "late", "walk", "9m")
        self.assertEqual((entry["day"], entry["note"]), ("2026-11-19", "late"))
        self.refused(2, "log", "water", "walk", "9m")
        self.refused(2, "log", "Tea", "walk", "9m")

    def test_a_time_before_the_day_starts_belongs_to_the_day_before(self) -> None:
        self.ok("settings", "set", "day-start", "03:00")
        # It acts from the next day on.
        night = {"SOLEUS_NOW": "2026-11-25T00:30:00Z"}
        said = self.reply("log", "walk", "9m", "--at", "00:30", **night)["entry"]
        self.assertEqual(said["day"], "2026-11-24")
        self.assertEqual(said["occurred_at"]["utc_ms"], 1795563000000)
        said = self.reply("log", "walk", "9m", "--at", "22:30", **night)["entry"]
        self.assertEqual(said["day"], "2026-11-24")

    def test_a_time_that_does_not_exist_is_refused_and_the_next_named(self) -> None:
        self.ok("today")
        said = self.refused(2, "log", "walk", "9m", "--day", "2026-03-29", "--at", "02:30")
        self.assertIn("no 02:30", said)
        self.assertIn("03:00", said)

    def test_of_a_time_that_happens_twice_the_first_is_taken_and_told(self) -> None:
        done = self.run_soleus("log", "walk", "9m", "--day", "2026-10-25", "--at", "02:30")
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"happens twice", done.stderr)
        self.assertIn(b"UTC+02:00", done.stderr)

    def test_amounts_that_cannot_be_read_are_usage_errors(self) -> None:
        self.ok("today")
        for amount in ("abc", "-5m", "0", "99999999999999999999", "3x", "1e3", "5 m m", "", "30"):
            with self.subTest(amount):
                self.refused(2, "log", "walk", amount)
        self.refused(2, "log", "walk")
        self.refused(2, "log")
        self.refused(2, "log", "raises", "3x")
        self.refused(2, "log", "strength", "juggling", "3")
        self.refused(2, "log", "walk", "9m", "--brisk", "--easy")
        self.refused(2, "log", "walk", "9m", "--terrain", "moon")
        self.refused(2, "log", "walk", "9m", "--day", "someday")
        self.refused(2, "log", "walk", "9m", "--at", "25:00")
        self.assertEqual(self.entries(), [])

    def test_what_the_core_refuses_names_the_field(self) -> None:
        self.ok("today")
        for arguments, field in (
            (("log", "walk", "100h"), "params.duration_s"),
            (("log", "water", "9000"), "params.water_ml"),
            (("log", "raises", "3x501"), "params.reps"),
            (("log", "walk", "9m", "--day", "2026-12-20"), "params.day"),
            (("log", "nonsense", "3"), "params.habit"),
            (("log", "walk", "9m", "--note", "x" * 4001), "params.note"),
        ):
            with self.subTest(arguments[:3]):
                said = self.refused(1, *arguments)
                self.assertIn(f"field: {field}", said)
                self.assertNotIn("xxxx", said)
        self.assertEqual(self.entries(), [])

    def test_a_note_of_4000_characters_is_kept_whole(self) -> None:
        note = "é" * 4000
        self.assertEqual(self.logged("walk", "9m", "--note", note)["note"], note)


if __name__ == "__main__":
    unittest.main()
