#!/usr/bin/env python3
"""Runs the suites of a build and prints one line a suite, then the totals over test cases.

A suite is a CTest test. Catch2 programs (label "catch") and suites that count their own cases
(label "counted") run once each, and their totals are read; all others go through CTest, grouped by
label, a test counting as one case.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

SUITE_SECONDS = 600  # a suite that takes longer hangs
SHOWN_LINES = 200  # of a failed suite's output; the rest is in its log
CTEST = "/usr/bin/ctest" if os.access("/usr/bin/ctest", os.X_OK) else "ctest"


@dataclass
class Totals:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __iadd__(self, other: Totals) -> Totals:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        return self

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


@dataclass
class Suite:
    name: str
    kind: str  # catch, counted or plain
    command: list[str]
    folder: str
    environment: dict[str, str] = field(default_factory=dict)
    tests: list[str] = field(default_factory=list)  # of a plain suite: its CTest names


def last_totals(text: str) -> Totals | None:
    """What the last "N passed, N failed[, N skipped]" line of `text` says."""
    found = re.findall(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$", text, re.MULTILINE)
    if not found:
        return None
    passed, failed, skipped = found[-1]
    return Totals(int(passed), int(failed), int(skipped or 0))


def unittest_totals(text: str) -> Totals | None:
    ran = re.findall(r"^Ran (\d+) tests? in ", text, re.MULTILINE)
    verdict = re.findall(r"^(?:OK|FAILED)(?: \((.*)\))?\s*$", text, re.MULTILINE)
    if not ran or not verdict:
        return None
    counts = dict(re.findall(r"(failures|errors|skipped)=(\d+)", verdict[-1]))
    failed = int(counts.get("failures", 0)) + int(counts.get("errors", 0))
    skipped = int(counts.get("skipped", 0))
    return Totals(max(0, int(ran[-1]) - failed - skipped), failed, skipped)


def catch_totals(text: str) -> Totals | None:
    """What a Catch2 console summary says; None when the program ended before printing one."""
    passed = re.findall(r"^All tests passed \(\d+ assertions? in (\d+) test cases?\)",
                        text, re.MULTILINE)
    if passed:
        return Totals(passed=int(passed[-1]))
    summary = re.findall(r"^test cases:(.*)$", text, re.MULTILINE)
    if summary:
        counts = {word: int(number) for number, word in
                  re.findall(r"(\d+) (passed|failed(?: as expected)?|skipped)", summary[-1])}
        return Totals(counts.get("passed", 0) + counts.get("failed as expected", 0),
                      counts.get("failed", 0), counts.get("skipped", 0))
    if re.search(r"^No tests ran", text, re.MULTILINE):
        return Totals()
    return None


def judged(totals: Totals | None, exit_code: int, filtered: bool) -> tuple[Totals, str]:
    """The totals of a run and, if they cannot be all there is to it, why."""
    if totals is None:
        return Totals(failed=1), f"ended without totals, exit code {exit_code}"
    if totals.passed + totals.failed + totals.skipped == 0 and not filtered:
        return Totals(failed=1), "no test ran"
    if exit_code != 0 and totals.failed == 0:
        totals.failed = 1
        return totals, f"all cases passed, yet exit code {exit_code}"
    return totals, ""


def suites_of(build: Path) -> list[Suite]:
    listing = subprocess.run([CTEST, "--test-dir", str(build), "--show-only=json-v1"],
                             check=True, capture_output=True, text=True).stdout
    suites: dict[str, Suite] = {}
    for test in json.loads(listing)["tests"]:
        properties = {entry["name"]: entry["value"] for entry in test.get("properties", [])}
        labels = [label for label in properties.get("LABELS", []) if label]
        kind = next((kind for kind in ("catch", "counted") if kind in labels), "plain")
        if kind == "plain":
            name = labels[0] if labels else test["name"]
            suites.setdefault(name, Suite(name, kind, [], "")).tests.append(test["name"])
        else:
            environment = dict(entry.split("=", 1) for entry in properties.get("ENVIRONMENT", []))
            suites[test["name"]] = Suite(test["name"], kind, test.get("command", []),
                                         properties.get("WORKING_DIRECTORY", str(build)),
                                         environment)
    return list(suites.values())


def run_program(suite: Suite, arguments: list[str], log: Path) -> int:
    if not suite.command:
        log.write_text("the program is not built\n")
        return 127
    with log.open("w") as output:
        try:
            return subprocess.run([*suite.command, *arguments], cwd=suite.folder, stdout=output,
                                  stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                  env={**os.environ, **suite.environment},
                                  timeout=SUITE_SECONDS).returncode
        except subprocess.TimeoutExpired:
            output.write(f"\nstopped after {SUITE_SECONDS} s\n")
            return 124


def run_plain(suite: Suite, build: Path, log: Path) -> tuple[Totals, str]:
    report = log.with_suffix(".xml")
    report.unlink(missing_ok=True)
    names = "|".join(re.escape(name) for name in suite.tests)
    with log.open("w") as output:
        subprocess.run([CTEST, "--test-dir", str(build), "-R", f"^({names})$", "-j2",
                        "--timeout", str(SUITE_SECONDS), "--output-on-failure",
                        "--output-junit", str(report.resolve())],
                       stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    if not report.exists():
        return Totals(failed=1), "CTest wrote no report"
    totals, reasons = Totals(), set()
    for case in ET.parse(report).getroot().iter("testcase"):
        skipped = case.find("skipped")
        if case.get("status") == "run":
            totals.passed += 1
        elif skipped is not None and "SKIP" in skipped.get("message", ""):
            totals.skipped += 1
            said = (case.findtext("system-out") or "").strip().splitlines()
            reasons.add(said[-1] if said else "no reason given")
        else:
            totals.failed += 1
    return totals, "; ".join(sorted(reasons))


def run_suite(suite: Suite, build: Path, log: Path, catch_arguments: list[str],
              filtered: bool) -> tuple[Totals, str]:
    if suite.kind == "plain":
        return run_plain(suite, build, log)
    arguments = catch_arguments if suite.kind == "catch" else []
    exit_code = run_program(suite, arguments, log)
    text = log.read_text(errors="replace")
    read = catch_totals(text) if suite.kind == "catch" else last_totals(text) or unittest_totals(text)
    return judged(read, exit_code, filtered and suite.kind == "catch")


def show(log: Path) -> None:
    lines = log.read_text(errors="replace").splitlines()
    if len(lines) > SHOWN_LINES:
        print(f"    [{len(lines) - SHOWN_LINES} lines before these are in {log}]")
    for line in lines[-SHOWN_LINES:]:
        print(f"    {line}")


def report(suite: Suite, totals: Totals, note: str, seconds: float) -> None:
    only_skipped = totals.skipped and not totals.passed and not totals.failed
    if only_skipped:
        print(f"suite {suite.name}: skipped ({note or 'no reason given'})", flush=True)
        return
    note = f" ({note})" if note else ""
    print(f"suite {suite.name}: {totals} in {seconds:.1f} s{note}", flush=True)


def chosen(suites: list[Suite], names: list[str], catch_only: bool) -> list[Suite]:
    unknown = set(names) - {suite.name for suite in suites}
    if unknown:
        there = ", ".join(suite.name for suite in suites) or "none"
        sys.exit(f"no suite named {', '.join(sorted(unknown))}; there are: {there}")
    return [suite for suite in suites
            if (not names or suite.name in names) and (not catch_only or suite.kind == "catch")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--slow", action="store_true", help="also the cases tagged [.slow]")
    parser.add_argument("--verbose", action="store_true", help="show what passing suites print")
    parser.add_argument("--catch-only", action="store_true")
    parser.add_argument("--filter", default="", help="a Catch2 test spec, as \"[calendar]\"")
    parser.add_argument("--tally", type=Path, help="add the totals to this file")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()

    os.environ.setdefault("UBSAN_OPTIONS", "print_stacktrace=1")
    os.environ.setdefault("TSAN_OPTIONS", "halt_on_error=1")
    spec = options.filter or ("~[.],[slow]" if options.slow else "")
    logs = options.build / "suites"
    logs.mkdir(exist_ok=True)
    sum_of_all = Totals()
    for suite in chosen(suites_of(options.build), options.names, options.catch_only):
        log = logs / f"{suite.name}.log"
        started = time.monotonic()
        totals, note = run_suite(suite, options.build, log, [spec] if spec else [],
                                 bool(options.filter))
        if totals.failed or options.verbose:
            show(log)
        report(suite, totals, note, time.monotonic() - started)
        sum_of_all += totals
    if sum_of_all.passed + sum_of_all.failed == 0:
        print("no test ran")
        sum_of_all.failed = 1
    if options.tally:
        with options.tally.open("a") as tally:
            tally.write(f"{sum_of_all.passed} {sum_of_all.failed} {sum_of_all.skipped}\n")
    else:
        print(sum_of_all)
    return 1 if sum_of_all.failed else 0


if __name__ == "__main__":
    sys.exit(main())
