"""tools/check/text_rules.py refuses what would leave a reader in the dark."""

from planted_tree import PlantedTree

# As in the script: spelled apart, so that the rule does not find its own tests.
NOTE = "TO" + "DO"


class TextRules(PlantedTree):
    script = "text_rules.py"

    def setUp(self) -> None:
        super().setUp()
        self.plant("core/README.md", "# core\n")
        self.plant("core/base/README.md", "# core/base\n")

    def test_a_clean_tree_passes(self) -> None:
        self.plant("core/base/ids.h", f"// {NOTE}(#12): say why\n")
        self.assert_accepted()

    def test_a_room_without_a_readme(self) -> None:
        self.plant("core/journal/event.h", "#pragma once\n")
        self.assert_refused("core/journal/README.md:1", "missing")

    def test_a_readme_nobody_reads_to_the_end(self) -> None:
        self.plant("core/base/README.md", "line\n" * 31)
        self.assert_refused("core/base/README.md:31", "at most 30 lines")

    def test_an_open_note_without_an_issue(self) -> None:
        self.plant("core/base/ids.h", f"#pragma once\n// {NOTE}: later\n")
        self.assert_refused("core/base/ids.h:2", "needs the number of an issue")

    def test_a_long_file_needs_a_reason(self) -> None:
        self.plant("core/base/ids.cpp", "\n" * 501)
        self.assert_refused("core/base/ids.cpp:501", "give a reason")

    def test_a_long_file_with_a_reason_passes(self) -> None:
        self.plant("tools/README.md", "# tools\n")
        self.plant("tools/check/long_files.txt", "core/base/ids.cpp: one table\n")
        self.plant("core/base/ids.cpp", "\n" * 501)
        self.assert_accepted()

    def test_a_reason_that_is_no_longer_needed(self) -> None:
        self.plant("tools/README.md", "# tools\n")
        self.plant("tools/check/long_files.txt", "core/base/ids.cpp: one table\n")
        self.plant("core/base/ids.cpp", "\n")
        self.assert_refused("tools/check/long_files.txt:1", "short again")
