#!/usr/bin/env python3
"""Checks who may name whom: the arrows of the house, one table a rule.

Prints one line a finding, "file:line: sentence", and exits 1 if there is any.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Iterator, NamedTuple

# Room -> what it may include beside itself: a folder or a single header. Between rooms of core/ an
# arrow goes on: habits -> journal -> calendar -> base, so habits may include base.
ARROWS: dict[str, list[str]] = {
    "core/base": [],
    "core/calendar": ["core/base"],
    "core/journal": ["core/calendar"],
    "core/habits": ["core/journal"],
    "core/progress": ["core/habits"],
    "core/symptoms": ["core/journal"],
    "core/care": ["core/habits", "core/symptoms"],
    "core/coach": ["core/progress", "core/care"],
    "core/tracker": ["core/coach"],
    "db": [
        "core/tracker/store.h",
        "core/habits/values.h",
        "core/journal",
        "core/calendar",
        "core/base",
    ],
    "platform/c": ["db", "core"],
    "tools/cli": ["platform/c/soleus.h"],
    "tools/bench": ["platform/c", "db", "core"],
    "tests": ["tests", "tools", "platform", "db", "core"],
}

# The reference model is written from the rules, not from the code it is to judge.
REFERENCE_MODEL = ["tests/support/reference*", "tests/property/reference*"]
REFERENCE_MAY_INCLUDE = [
    "core/base/*",
    "core/calendar/civil_day.h",
    "core/journal/*.h",
    "core/habits/values.h",
    "tests/*",  # these are followed, so none is a way round
]

# Library header -> the files that may include it.
LIBRARIES: list[tuple[str, list[str]]] = [
    ("date/tz.h", ["tools/cli/*", "tests/*"]),
    ("date/*", ["core/calendar/*", "tools/cli/*", "tests/*"]),
    ("sqlite3.h", ["db/statement*", "tools/bench/*", "tests/*"]),
    ("SQLiteCpp/*", ["db/*", "tools/bench/*", "tests/*"]),
    (
        "boost/*",
        ["db/event_codec*", "db/exchange/*", "platform/c/*", "tools/cli/*", "tools/bench/*",
         "tools/cmake/boost_json.cpp", "tests/*"],
    ),
    ("CLI/*", ["tools/cli/*", "tools/bench/*"]),
    ("catch2/*", ["tests/support/catch*"]),
    ("iostream", ["tools/*", "tests/*"]),
    ("fstream", ["db/*", "platform/*", "tools/*", "tests/*"]),
    ("filesystem", ["db/*", "platform/*", "tools/*", "tests/*"]),
    ("cstdio", ["db/*", "platform/*", "tools/*", "tests/*"]),
    ("ctime", ["db/*", "platform/*", "tools/*", "tests/*"]),
    ("thread", ["db/*", "platform/*", "tools/*", "tests/*"]),
    ("mutex", ["db/*", "platform/*", "tools/*", "tests/*"]),
]


class Ban(NamedTuple):
    pattern: str
    where: list[str]
    but_not: list[str]
    sentence: str


# Words of the code itself, comments and strings left out.
BANS: list[Ban] = [
    Ban(r"catch\s*\(\s*\.\.\.\s*\)", ["*"], ["platform/c/*", "tests/*"],
        "catch (...) belongs to platform/c alone"),
    Ban(r'extern\s+""', ["*"], ["platform/c/*", "tests/*"],
        'extern "C" belongs to platform/c alone'),
    Ban(r"SQLite::|\bsqlite3(_\w+)?\b", ["*"], ["db/*", "tools/bench/*", "tests/*"],
        "only db names SQLite"),
    Ban(r"\b(system|steady|high_resolution|utc|file)_clock\b", ["core/*"], [],
        "the core never asks what time it is"),
    Ban(r"(?<![.>\w])time\s*\(|\b(localtime|gmtime|mktime|clock_gettime|gettimeofday)\w*\s*\(",
        ["core/*"], [], "the core never asks what time it is"),
    Ban(r"\brandom_device\b|\bs?rand\s*\(", ["core/*"], [], "the core has no randomness of its own"),
    Ban(r"\b(secure_)?getenv\b", ["core/*"], [], "the core does not look at its surroundings"),
    Ban(r"\bstd::locale\b|\bsetlocale\b", ["core/*"], [], "the core knows no locale"),
    Ban(r"\b(double|float)\b", ["core/*"], [], "amounts in the core are integers"),
    Ban(r"\bunordered_(multi)?(map|set)\b", ["core/*"], [],
        "results must not hang on the order of a hash table; use map or set"),
]

SOURCE_SUFFIXES = {".h", ".hpp", ".inc", ".def", ".c", ".cc", ".cpp", ".mm"}
TOP_FOLDERS = ("core", "db", "platform", "tests", "tools")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', re.MULTILINE)
# A quote after a word character separates digits (1'000) and opens no literal.
COMMENT = r"//(?:\\\n|[^\n])*|/\*.*?\*/"
LITERAL = r'R"(?P<mark>[^\s()\\]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\''
TOKEN = re.compile(f"(?P<literal>{LITERAL})|(?P<comment>{COMMENT})", re.DOTALL)


class Finding(NamedTuple):
    path: str
    line: int
    sentence: str


def strip(text: str, keep_literals: bool) -> str:
    """`text` without comments, its lines where they were; literals become "" unless kept."""

    def replacement(match: re.Match[str]) -> str:
        if match["literal"] is not None:
            return match[0] if keep_literals else '""' + "\n" * match[0].count("\n")
        return " " + "\n" * match[0].count("\n")

    return TOKEN.sub(replacement, text)


def matches(path: str, patterns: list[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


def room_of(path: str) -> str | None:
    inside = [room for room in ARROWS if path.startswith(room + "/")]
    return max(inside, key=len, default=None)


def reachable(room: str) -> set[str]:
    """What `room` may include: its arrows, and those of the core rooms they lead to."""
    found: set[str] = set()
    todo = list(ARROWS[room])
    while todo:
        target = todo.pop()
        if target not in found:
            found.add(target)
            if room.startswith("core/"):
                todo.extend(ARROWS.get(target, []))
    return found


def under(path: str, place: str) -> bool:
    return path == place or path.startswith(place + "/")


def includes(text: str) -> Iterator[tuple[int, str]]:
    code = strip(text, keep_literals=True)
    for match in INCLUDE.finditer(code):
        yield code.count("\n", 0, match.start()) + 1, match[1]


def check_arrows(path: str, text: str) -> Iterator[Finding]:
    room = room_of(path)
    for line, target in includes(text):
        for library, allowed in LIBRARIES:
            if fnmatch(target, library):
                if not matches(path, allowed):
                    yield Finding(path, line, f"<{target}> is for {', '.join(allowed)} only")
                break
        if not target.startswith(tuple(top + "/" for top in TOP_FOLDERS)):
            continue
        if room is None:
            yield Finding(path, line, f"includes {target}, but its folder is in no room of layers.py")
        elif not under(target, room) and not any(under(target, to) for to in reachable(room)):
            yield Finding(path, line, f"{room} must not include {target}")


def check_rooted(path: str, text: str, root: Path) -> Iterator[Finding]:
    """An include of a neighbour hides which room it calls."""
    for line, target in includes(text):
        if (root / path).parent.joinpath(target).is_file() and not (root / target).is_file():
            yield Finding(path, line, f'write "{(Path(path).parent / target).as_posix()}"')


def check_bans(path: str, text: str) -> Iterator[Finding]:
    code = strip(text, keep_literals=False)
    for ban in BANS:
        if not matches(path, ban.where) or matches(path, ban.but_not):
            continue
        for match in re.finditer(ban.pattern, code):
            line = code.count("\n", 0, match.start()) + 1
            yield Finding(path, line, f"{match[0].strip()}: {ban.sentence}")


def check_reference_model(texts: dict[str, str]) -> Iterator[Finding]:
    todo = sorted(path for path in texts if matches(path, REFERENCE_MODEL))
    seen = set(todo)
    while todo:
        path = todo.pop()
        for line, target in includes(texts[path]):
            if not target.startswith(tuple(top + "/" for top in TOP_FOLDERS)):
                continue
            if not matches(target, REFERENCE_MAY_INCLUDE):
                yield Finding(path, line, f"the reference model must not include {target}")
            elif target.startswith("tests/") and target in texts and target not in seen:
                seen.add(target)
                todo.append(target)


def source_files(root: Path) -> list[str]:
    """Paths of all sources, also new ones that git does not know yet."""
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", *TOP_FOLDERS],
            check=True, capture_output=True, text=True).stdout.splitlines()
    else:
        listed = [path.relative_to(root).as_posix()
                  for top in TOP_FOLDERS for path in (root / top).rglob("*")]
    return sorted(path for path in set(listed)
                  if Path(path).suffix in SOURCE_SUFFIXES and (root / path).is_file())


def check(root: Path) -> list[Finding]:
    texts = {path: (root / path).read_text(encoding="utf-8") for path in source_files(root)}
    findings = list(check_reference_model(texts))
    for path, text in texts.items():
        findings += check_arrows(path, text)
        findings += check_rooted(path, text, root)
        findings += check_bans(path, text)
    return sorted(findings)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    root = parser.parse_args().root
    findings = check(root)
    for finding in findings:
        print(f"{finding.path}:{finding.line}: {finding.sentence}")
    if not findings:
        print(f"{len(source_files(root))} files, every arrow runs the right way")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
