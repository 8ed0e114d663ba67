"""A dependency may come from a folder of sources instead of a package."""

from __future__ import annotations

import subprocess
import tempfile
import unittest
from pathlib import Path

from planted_tree import ROOT

# What the real project's own CMakeLists.txt offers, around the headers of this machine.
EXPECTED = """
cmake_minimum_required(VERSION 3.25)
project(tl-expected CXX)
add_library(expected INTERFACE)
target_compile_definitions(expected INTERFACE FROM_SOURCES)
add_library(tl::expected ALIAS expected)
install(FILES CMakeLists.txt DESTINATION foreign)
"""


class FromSources(unittest.TestCase):
    def test_a_folder_of_sources_goes_before_the_package(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            sources, build = Path(folder) / "expected", Path(folder) / "build"
            sources.mkdir()
            (sources / "CMakeLists.txt").write_text(EXPECTED)
            run = subprocess.run(
                ["cmake", "-S", str(ROOT), "-B", str(build), "-G", "Ninja",
                 "-DSOLEUS_TESTS=OFF", "-DSOLEUS_TOOLS=OFF",
                 f"-DFETCHCONTENT_SOURCE_DIR_TL-EXPECTED={sources}"],
                capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            self.assertIn("-DFROM_SOURCES", (build / "compile_commands.json").read_text())
            # What is fetched is built for us and never installed beside us.
            self.assertNotIn("_deps", (build / "cmake_install.cmake").read_text())
