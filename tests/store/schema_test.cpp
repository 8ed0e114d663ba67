#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

#include "db/day_table.h"
#include "db/event_row.h"
#include "db/migration.h"
#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/event_maker.h"
#include "tests/support/sample_payloads.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

std::vector<std::string> column(const TempDb& file, const std::string& sql) {
  SQLite::Database database{file.path(), SQLite::OPEN_READONLY};
  SQLite::Statement statement{database, sql};
  std::vector<std::string> out;
  while (statement.executeStep()) out.push_back(statement.getColumn(0).getString());
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

TEST_CASE("store: the code names the columns the migration makes", "[store][schema]") {
  const TempDb file;
  opened(file);
  CHECK(joined(column(file, "SELECT name FROM pragma_table_info('event')")) == db::kEventColumns);
  CHECK((column(file, "SELECT name FROM pragma_table_info('day_row')") == db::DayTable::columns()));
}

TEST_CASE("store: every type this version knows has its number in the file", "[store][schema]") {
  const TempDb file;
  opened(file);
  const std::vector<std::string> names = column(file, "SELECT name FROM event_type ORDER BY n");
  std::vector<std::string> known;
  for (const Payload& payload : one_of_each()) known.emplace_back(type_name(payload));
  known.resize(known.size() - 2);
  CHECK((names == known));
}

TEST_CASE("store: every table is strict, and foreign keys hold", "[store][schema]") {
  const TempDb file;
  opened(file);
  CHECK(ask(file,
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
            "AND name NOT LIKE 'sqlite_%'") == "0");
  CHECK(ask(file, "PRAGMA application_id") == std::to_string(0x534f4c45));
  CHECK(ask(file, "PRAGMA user_version") == std::to_string(db::latest_version()));
  CHECK(ask(file, "PRAGMA journal_mode") == "wal");
  CHECK(ask(file, "PRAGMA page_size") == "4096");
}

TEST_CASE("store: each read of the journal uses the index made for it", "[store][schema]") {
  const TempDb file;
  opened(file);
  const auto plan = [&](const std::string& sql) {
    SQLite::Database database{file.path(), SQLite::OPEN_READONLY};
    SQLite::Statement statement{database, "EXPLAIN QUERY PLAN " + sql};
    std::string out;
    while (statement.executeStep()) out += statement.getColumn(3).getString() + "; ";
    return out;
  };
  const std::string all = "SELECT " + db::kEventColumns + " FROM event WHERE ";
  CHECK(
      plan(all + "id >= ? AND id < ? AND civil_day BETWEEN ? AND ? AND type <= 3 AND stray = 0") ==
      "SEARCH event USING PRIMARY KEY (id>? AND id<?); ");
  CHECK(plan(all + "stray = 1 AND civil_day BETWEEN ? AND ? AND type <= 3") ==
        "SEARCH event USING INDEX event_stray (civil_day>? AND civil_day<?); ");
  CHECK(plan(all + "root >= ? AND root < ? AND civil_day NOT BETWEEN ? AND ? AND type <= 3") ==
        "SEARCH event USING INDEX event_root (root>? AND root<?); ");
  CHECK(plan(all + "source_key = ?") == "SEARCH event USING INDEX event_source (source_key=?); ");
  CHECK(plan(all + "type >= 10") == "SEARCH event USING INDEX event_setup (type>?); ");
  CHECK(plan("SELECT id, recorded_after_ms, clock_lead FROM event WHERE stray = 1") ==
        "SCAN event USING COVERING INDEX event_stray; ");
  CHECK(plan("SELECT seq, id FROM event WHERE stray = 1 AND device = ?") ==
        "SCAN event USING COVERING INDEX event_stray; ");
}

TEST_CASE("store: rows that mean nothing are refused by the file itself", "[store][schema]") {
  const TempDb file;
  put(*opened(file), {EventMaker{1}.event(drunk(1))});
  for (const std::string& change : std::vector<std::string>{"seq = 0",
                                                            "offset_s = 64801",
                                                            "day_start_min = -1",
                                                            "civil_day = 1",
                                                            "recorded_day = civil_day",
                                                            "source = 5",
                                                            "root = id",
                                                            "root = x'00'",
                                                            "supersedes = x''",
                                                            "supersedes = x'0011'",
                                                            "schema = 0",
                                                            "erased = 1",
                                                            "stray = 2",
                                                            "payload = ''",
                                                            "type = 500",
                                                            "device = 500",
                                                            "zone = 500",
                                                            "id = x'00'",
                                                            "payload = NULL",
                                                            "seq = 'one'"}) {
    INFO(change);
    SQLite::Database database{file.path(), SQLite::OPEN_READWRITE};
    database.exec("PRAGMA foreign_keys = ON");
    CHECK_THROWS_AS(database.exec("UPDATE event SET " + change), SQLite::Exception);
  }
}

// ---- migrations -----------------------------------------------------------------------------

constexpr db::Migration kTwoSteps[] = {
    {1, "one", "CREATE TABLE a (n INTEGER PRIMARY KEY) STRICT;"},
    {2, "two", "CREATE TABLE b (n INTEGER PRIMARY KEY REFERENCES a (n)) STRICT;"},
};

int version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

TEST_CASE("store: migrating runs each step once and names the version", "[store][schema]") {
  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
  int asked = 0;
  const auto before = [&](std::int32_t version) -> Status {
    CHECK(version == 1);
    ++asked;
    return {};
  };
  must(db::migrate(database, std::span{kTwoSteps}.first(1), before));
  CHECK(version_of(database) == 1);
  CHECK(asked == 0);  // an empty file needs no backup
  must(db::migrate(database, kTwoSteps, before));
  must(db::migrate(database, kTwoSteps, before));
  CHECK(version_of(database) == 2);
  CHECK(asked == 1);
}

TEST_CASE("store: a backup that fails keeps the file at its version", "[store][schema]") {
  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
  must(db::migrate(database, std::span{kTwoSteps}.first(1), {}));
  const Status status = db::migrate(
      database, kTwoSteps, [](std::int32_t) -> Status { return fail(Code::disk_full, "no room"); });
  REQUIRE_FALSE(status);
  CHECK(status.error().code == Code::disk_full);
  CHECK(version_of(database) == 1);
  CHECK_FALSE(database.tableExists("b"));
}

TEST_CASE("store: a step that fails, or leaves loose ends, leaves nothing", "[store][schema]") {
  for (const char* sql : {"CREATE TABLE b (n INTEGER) STRICT; SELECT nonsense;",
                          "CREATE TABLE b (n INTEGER REFERENCES a (n)) STRICT; "
                          "INSERT INTO b VALUES (5);"}) {
    SQLite::Database database{":memory:", SQLite::OPEN_READWRITE};
    const db::Migration steps[] = {kTwoSteps[0], {2, "bad", sql}};
    CHECK_FALSE(db::migrate(database, steps, {}));
    CHECK(version_of(database) == 1);
    CHECK(database.tableExists("a"));
    CHECK_FALSE(database.tableExists("b"));
    CHECK(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
  }
}

}  // namespace
