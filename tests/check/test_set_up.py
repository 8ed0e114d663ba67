"""tools/dev installs what is missing, only then, and only where it knows how."""

from __future__ import annotations

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from planted_tree import ROOT

# Says of every package but those in $ABSENT that it is installed, until apt-get has installed them.
DPKG_QUERY = """#!/bin/sh
shift 2
for package; do
  case " $(cat "$STATE/absent") " in *" $package "*) ;; *) echo "$package installed" ;; esac
done
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >> "$STATE/log"
case "$1" in install) : > "$STATE/absent" ;; esac
"""
CLANG_FORMAT = """#!/bin/sh
exit 0
"""
ID = """#!/bin/sh
echo "$FAKE_USER"
"""
SUDO = """#!/bin/sh
echo "sudo $1" >> "$STATE/log"
exec "$@"
"""


class SetUp(unittest.TestCase):
    """Runs `tools/dev format`, the smallest command with a set-up, with fakes on the PATH."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = Path(folder.name)
        self.fake("dpkg-query", DPKG_QUERY)
        self.fake("apt-get", APT_GET)
        self.fake("clang-format-14", CLANG_FORMAT)
        self.fake("id", ID)
        self.fake("sudo", SUDO)
        (self.state / "absent").write_text("")
        (self.state / "log").write_text("")
        self.on_system("debian", "12")

    def fake(self, name: str, script: str) -> None:
        file = self.state / name
        file.write_text(script)
        file.chmod(0o755)

    def on_system(self, name: str, version: str) -> None:
        (self.state / "os-release").write_text(f'ID={name}\nVERSION_ID="{version}"\n')

    def run_dev(self, user: str = "0", **more: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": f"{self.state}:{os.environ['PATH']}",
                       "STATE": str(self.state), "FAKE_USER": user,
                       "SOLEUS_OS_RELEASE": str(self.state / "os-release"), **more}
        return subprocess.run([str(ROOT / "tools/dev"), "format"], env=environment,
                              capture_output=True, text=True, check=False)

    def log(self) -> list[str]:
        return (self.state / "log").read_text().splitlines()

    def test_nothing_missing_nothing_said(self) -> None:
        run = self.run_dev()
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "", ""))
        self.assertEqual(self.log(), [])

    def test_only_what_is_missing_is_installed(self) -> None:
        (self.state / "absent").write_text("clang-format-14")
        run = self.run_dev()
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("installing clang-format-14", run.stderr)
        self.assertEqual(self.log(), [
            "apt-get update -q",
            "apt-get install -y -q --no-install-recommends clang-format-14"])

    def test_through_sudo_when_not_root(self) -> None:
        (self.state / "absent").write_text("clang-format-14")
        self.assertEqual(self.run_dev(user="1000").returncode, 0)
        self.assertIn("sudo apt-get", self.log())

    def test_another_system_is_told_plainly(self) -> None:
        self.on_system("ubuntu", "24.04")
        (self.state / "absent").write_text("clang-format-14")
        run = self.run_dev()
        self.assertEqual(run.returncode, 1)
        self.assertIn("this is ubuntu 24.04", run.stderr)
        self.assertIn("clang-format-14", run.stderr)
        self.assertEqual(self.log(), [])

    def test_another_system_with_everything_at_hand_goes_on(self) -> None:
        self.on_system("ubuntu", "24.04")
        self.assertEqual(self.run_dev().returncode, 0)

    def test_set_up_can_be_skipped(self) -> None:
        (self.state / "absent").write_text("clang-format-14")
        self.assertEqual(self.run_dev(SOLEUS_SKIP_SETUP="1").returncode, 0)
        self.assertEqual(self.log(), [])
