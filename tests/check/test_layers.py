"""tools/check/layers.py refuses what runs back, and only that."""

from planted_tree import PlantedTree


class Layers(PlantedTree):
    script = "layers.py"

    def test_a_clean_tree_passes(self) -> None:
        self.plant("core/base/ids.h", "#pragma once\n#include <cstdint>\n")
        self.plant("core/calendar/civil_day.cpp",
                   '#include <date/date.h>\n#include "core/base/ids.h"\n')
        self.plant("core/habits/values.h", '#include "core/base/ids.h"\n')
        self.plant("core/tracker/store.h", '#include "core/habits/values.h"\n')
        self.plant("db/journal.cpp",
                   '#include <SQLiteCpp/Database.h>\n#include "core/tracker/store.h"\n')
        self.plant("db/statement.h", "#include <sqlite3.h>\n")
        self.plant("platform/c/soleus.h", 'extern "C" {\n}\n')
        self.plant("platform/c/call.cpp", '#include "db/journal.h"\nvoid f() { try {} catch (...) {} }\n')
        self.plant("tools/cli/main.cpp", '#include <CLI/CLI.hpp>\n#include "platform/c/soleus.h"\n')
        self.plant("tests/unit/x.cpp", '#include "core/habits/status.h"\n')
        self.assert_accepted()

    def test_base_must_not_include_habits(self) -> None:
        self.plant("core/base/ids.h", '#pragma once\n\n#include "core/habits/values.h"\n')
        self.assert_refused("core/base/ids.h:3", "core/base must not include core/habits/values.h")

    def test_symptoms_must_not_include_their_neighbour_habits(self) -> None:
        self.plant("core/symptoms/form.h", '#include "core/habits/values.h"\n')
        self.assert_refused("core/symptoms/form.h:1", "must not include")

    def test_core_must_not_include_the_database(self) -> None:
        self.plant("core/tracker/log.cpp", '#include "db/journal.h"\n')
        self.assert_refused("core/tracker/log.cpp:1", "core/tracker must not include db/journal.h")

    def test_core_must_not_include_sqlitecpp(self) -> None:
        self.plant("core/habits/rows.cpp", "#include <SQLiteCpp/Database.h>\n")
        self.assert_refused("core/habits/rows.cpp:1", "<SQLiteCpp/Database.h>")

    def test_core_must_not_include_json(self) -> None:
        self.plant("core/journal/event.cpp", "#include <boost/json.hpp>\n")
        self.assert_refused("core/journal/event.cpp:1", "<boost/json.hpp>")

    def test_only_the_codec_and_exchange_of_the_database_include_json(self) -> None:
        self.plant("db/event_codec.cpp", "#include <boost/json.hpp>\n")
        self.plant("db/exchange/csv.cpp", "#include <boost/json.hpp>\n")
        self.plant("db/journal.cpp", "#include <boost/json.hpp>\n")
        self.assert_refused("db/journal.cpp:1", "<boost/json.hpp>")

    def test_the_database_sees_the_port_of_the_tracker_only(self) -> None:
        self.plant("db/journal.cpp", '#include "core/tracker/tracker.h"\n')
        self.assert_refused("db/journal.cpp:1", "db must not include core/tracker/tracker.h")

    def test_raw_sqlite_is_for_the_statement_file(self) -> None:
        self.plant("db/journal.cpp", "#include <sqlite3.h>\n")
        self.assert_refused("db/journal.cpp:1", "<sqlite3.h>")

    def test_sqlite_must_not_be_named_outside_db(self) -> None:
        self.plant("platform/c/call.cpp", "void f(SQLite::Database&);\n")
        self.assert_refused("platform/c/call.cpp:1", "only db names SQLite")

    def test_the_command_line_uses_the_one_door(self) -> None:
        self.plant("tools/cli/main.cpp", '#include "core/habits/values.h"\n')
        self.assert_refused("tools/cli/main.cpp:1", "tools/cli must not include")

    def test_only_the_calendar_includes_date(self) -> None:
        self.plant("core/habits/week.cpp", "#include <date/date.h>\n")
        self.assert_refused("core/habits/week.cpp:1", "<date/date.h>")

    def test_the_calendar_knows_no_zones(self) -> None:
        self.plant("core/calendar/zone.cpp", "#include <date/tz.h>\n")
        self.assert_refused("core/calendar/zone.cpp:1", "<date/tz.h>")

    def test_catch_all_belongs_to_the_waist(self) -> None:
        self.plant("db/journal.cpp", "void f() {\n  try {\n  } catch ( ... ) {\n  }\n}\n")
        self.assert_refused("db/journal.cpp:3", "catch (...)")

    def test_extern_c_belongs_to_the_waist(self) -> None:
        self.plant("db/journal.cpp", 'extern "C" int f();\n')
        self.assert_refused("db/journal.cpp:1", 'extern "C"')

    def test_no_floats_in_core(self) -> None:
        self.plant("core/habits/score.h", "struct Score {\n  double share;\n};\n")
        self.assert_refused("core/habits/score.h:2", "integers")

    def test_no_clock_in_core(self) -> None:
        self.plant("core/tracker/now.cpp", "auto now() { return std::time(nullptr); }\n")
        self.assert_refused("core/tracker/now.cpp:1", "never asks what time it is")

    def test_no_hash_tables_in_core(self) -> None:
        self.plant("core/habits/rows.h", "std::unordered_map<int, int> rows;\n")
        self.assert_refused("core/habits/rows.h:1", "hash table")

    def test_comments_and_texts_are_not_code(self) -> None:
        self.plant("core/base/text.cpp",
                   "// double the time (see std::locale), catch (...)\n"
                   "/* #include \"core/habits/values.h\"\n   float */\n"
                   'const char* kText = "double time(";\n'
                   'const char* kRaw = R"(getenv "x" )";\n'
                   "constexpr int kDay = 86'400;  // isn't a double\n"
                   "constexpr char kQuote = '\"';\n")
        self.assert_accepted()

    def test_digit_separators_hide_nothing(self) -> None:
        self.plant("core/base/a.h", "constexpr int kA = 1'000;\ndouble b;\nconstexpr int kC = 1'000;\n")
        self.assert_refused("core/base/a.h:2", "integers")

    def test_the_reference_model_must_not_look_at_the_code_it_judges(self) -> None:
        self.plant("tests/property/reference_model.cpp",
                   '#include "core/habits/values.h"\n#include "core/habits/status.h"\n')
        self.assert_refused("tests/property/reference_model.cpp:2", "core/habits/status.h")

    def test_the_reference_model_must_not_look_at_it_through_a_test_header(self) -> None:
        self.plant("tests/support/reference_model.h", '#include "tests/support/builders.h"\n')
        self.plant("tests/support/builders.h", '#include "core/habits/status.h"\n')
        self.assert_refused("tests/support/builders.h:1", "core/habits/status.h")

    def test_includes_are_written_from_the_root(self) -> None:
        self.plant("core/base/ids.h", "#pragma once\n")
        self.plant("core/base/ids.cpp", '#include "ids.h"\n')
        self.assert_refused("core/base/ids.cpp:1", 'write "core/base/ids.h"')
