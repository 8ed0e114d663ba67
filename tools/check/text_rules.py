#!/usr/bin/env python3
"""Checks what a reader meets: folder READMEs, the length of files, notes left in the code.

Prints one line a finding, "file:line: sentence", and exits 1 if there is any.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator

README_LINES = 30
FILE_LINES = 500
CODE_SUFFIXES = {".h", ".c", ".cpp", ".def", ".py", ".sql", ".cmake", ".kt", ".swift", ".qml", ""}
# Folders that are rooms of the house: each says in a README what lives there.
ROOMS = re.compile(r"^(core|core/[^/]+|db|platform|platform/[^/]+|tools|tests|tests/[^/]+)$")
LONG_FILES = "tools/check/long_files.txt"
# Spelled apart so that this file does not find itself.
OPEN_NOTE = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b(?![^\n]*#\d+)")


def tracked(root: Path) -> list[str]:
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"]
        listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        paths = listed.splitlines()
    else:
        paths = [path.relative_to(root).as_posix() for path in root.rglob("*")]
    return sorted(path for path in set(paths) if (root / path).is_file())


def lines_of(root: Path, path: str) -> list[str]:
    return (root / path).read_text(encoding="utf-8", errors="replace").splitlines()


def check_readmes(root: Path, paths: list[str]) -> Iterator[str]:
    rooms = {parent.as_posix() for path in paths for parent in Path(path).parents
             if ROOMS.match(parent.as_posix())}
    for room in sorted(rooms):
        readme = f"{room}/README.md"
        if readme not in paths:
            yield f"{readme}:1: missing; say what lives in {room} and what may not"
    for path in paths:
        if path.endswith("/README.md"):
            count = len(lines_of(root, path))
            if count > README_LINES:
                yield f"{path}:{count}: a folder's README has at most {README_LINES} lines"


def check_lengths(root: Path, paths: list[str]) -> Iterator[str]:
    reasons: dict[str, str] = {}
    if (root / LONG_FILES).is_file():
        for line in lines_of(root, LONG_FILES):
            if line.strip() and not line.startswith("#"):
                path, _, reason = line.partition(":")
                reasons[path.strip()] = reason.strip()
    for path in paths:
        if Path(path).suffix not in CODE_SUFFIXES or path == "LICENSE":
            continue
        count = len(lines_of(root, path))
        if count > FILE_LINES and not reasons.pop(path, ""):
            yield f"{path}:{count}: more than {FILE_LINES} lines; split it or give a reason in {LONG_FILES}"
        elif count <= FILE_LINES and path in reasons:
            yield f"{LONG_FILES}:1: {path} is short again; take it off"
            reasons.pop(path)
    for path in reasons:
        if path not in paths:
            yield f"{LONG_FILES}:1: {path} does not exist"


def check_notes(root: Path, paths: list[str]) -> Iterator[str]:
    for path in paths:
        if Path(path).suffix not in CODE_SUFFIXES | {".txt"}:
            continue
        for number, line in enumerate(lines_of(root, path), start=1):
            match = OPEN_NOTE.search(line)
            if match:
                yield f"{path}:{number}: {match[0]} needs the number of an issue, as {match[0]}(#12)"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    root = parser.parse_args().root
    paths = tracked(root)
    findings = [*check_readmes(root, paths), *check_lengths(root, paths), *check_notes(root, paths)]
    print("\n".join(findings) or f"{len(paths)} files read")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
