"""tools/check/suites.py reads totals right, and takes no silence for success."""

import sys
import unittest

from planted_tree import ROOT

sys.path.insert(0, str(ROOT / "tools/check"))

import suites  # noqa: E402
from suites import Totals  # noqa: E402


class ReadingTotals(unittest.TestCase):
    def test_catch_all_passed(self) -> None:
        text = "====\nAll tests passed (1204 assertions in 31 test cases)\n\n"
        self.assertEqual(suites.catch_totals(text), Totals(passed=31))

    def test_catch_one_case(self) -> None:
        text = "All tests passed (1 assertion in 1 test case)\n"
        self.assertEqual(suites.catch_totals(text), Totals(passed=1))

    def test_catch_some_failed(self) -> None:
        text = "test cases: 7 | 4 passed | 2 failed | 1 failed as expected\nassertions: 9 | 9 failed\n"
        self.assertEqual(suites.catch_totals(text), Totals(passed=5, failed=2))

    def test_catch_only_failed(self) -> None:
        text = "test cases: 1 | 1 failed\nassertions: 2 | 1 passed | 1 failed\n"
        self.assertEqual(suites.catch_totals(text), Totals(failed=1))

    def test_catch_that_died(self) -> None:
        self.assertIsNone(suites.catch_totals("==1==ERROR: AddressSanitizer\n"))

    def test_unittest_passed(self) -> None:
        text = "..s\nRan 3 tests in 0.1s\n\nOK (skipped=1)\n"
        self.assertEqual(suites.unittest_totals(text), Totals(passed=2, skipped=1))

    def test_unittest_failed(self) -> None:
        text = "Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=2)\n"
        self.assertEqual(suites.unittest_totals(text), Totals(passed=2, failed=3))

    def test_own_closing_line(self) -> None:
        text = "1 passed, 0 failed\nmore\n12 passed, 0 failed, 2 skipped\n"
        self.assertEqual(suites.last_totals(text), Totals(12, 0, 2))


class Judging(unittest.TestCase):
    def test_a_program_without_totals_failed(self) -> None:
        totals, why = suites.judged(None, 3, filtered=False)
        self.assertEqual(totals, Totals(failed=1))
        self.assertIn("exit code 3", why)

    def test_no_case_at_all_is_a_failure(self) -> None:
        totals, why = suites.judged(Totals(), 0, filtered=False)
        self.assertEqual(totals, Totals(failed=1))
        self.assertEqual(why, "no test ran")

    def test_no_case_under_a_filter_is_fine(self) -> None:
        totals, _ = suites.judged(Totals(), 0, filtered=True)
        self.assertEqual(totals, Totals())

    def test_a_leak_found_after_the_last_case_is_a_failure(self) -> None:
        totals, why = suites.judged(Totals(passed=9), 1, filtered=False)
        self.assertEqual(totals, Totals(passed=9, failed=1))
        self.assertIn("yet exit code 1", why)


class ClosingLine(unittest.TestCase):
    def test_skipped_is_named_only_if_there_is_any(self) -> None:
        self.assertEqual(str(Totals(3, 0, 0)), "3 passed, 0 failed")
        self.assertEqual(str(Totals(3, 1, 2)), "3 passed, 1 failed, 2 skipped")
