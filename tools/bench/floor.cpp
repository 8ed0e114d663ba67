#include "tools/bench/floor.h"

#include <array>
#include <stdexcept>
#include <string_view>

#include "tools/bench/load.h"

namespace soleus::bench {
namespace {

void check(int code, int expected, sqlite3* database) {
  if (code != expected) throw std::runtime_error(sqlite3_errmsg(database));
}

sqlite3_stmt* prepare(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
        SQLITE_OK, database);
  return statement;
}

void run(sqlite3_stmt* statement) {
  check(sqlite3_step(statement), SQLITE_DONE, sqlite3_db_handle(statement));
  sqlite3_reset(statement);
}

/// A time-ordered id: the instant, then the number.
std::array<unsigned char, 16> id_of(std::int64_t n) {
  std::array<unsigned char, 16> id{};
  const auto put = [&](std::size_t from, std::size_t count, std::uint64_t value) {
    for (std::size_t i = 0; i < count; ++i) {
      id[from + i] = static_cast<unsigned char>(value >> (8 * (count - 1 - i)));
    }
  };
  put(0, 6, static_cast<std::uint64_t>(instant_of(n)));
  put(8, 8, static_cast<std::uint64_t>(n) * 0x9e3779b97f4a7c15ULL);
  return id;
}

}  // namespace

Floor::Floor(const std::string& path, bool full) {
  check(sqlite3_open(path.c_str(), &database_), SQLITE_OK, database_);
  const std::string set_up =
      std::string("PRAGMA journal_mode=WAL; PRAGMA synchronous=") + (full ? "FULL" : "NORMAL") +
      "; CREATE TABLE event(id BLOB PRIMARY KEY, habit INTEGER, day INTEGER, at INTEGER,"
      " amount INTEGER) WITHOUT ROWID;"
      "CREATE TABLE total(day INTEGER, habit INTEGER, amount INTEGER, PRIMARY KEY(day, habit))"
      " WITHOUT ROWID;";
  check(sqlite3_exec(database_, set_up.c_str(), nullptr, nullptr, nullptr), SQLITE_OK, database_);
  begin_ = prepare(database_, "BEGIN IMMEDIATE");
  commit_ = prepare(database_, "COMMIT");
  event_ = prepare(database_, "INSERT INTO event VALUES(?,?,?,?,?)");
  total_ = prepare(database_,
                   "INSERT INTO total VALUES(?,?,?) ON CONFLICT(day, habit) DO UPDATE SET"
                   " amount = amount + excluded.amount");
  today_ = prepare(database_, "SELECT habit, amount FROM total WHERE day = ?");
}

Floor::~Floor() {
  for (sqlite3_stmt* statement : {begin_, commit_, event_, total_, today_}) {
    sqlite3_finalize(statement);
  }
  sqlite3_close(database_);
}

void Floor::insert(std::int64_t n) {
  const auto id = id_of(n);
  const std::int64_t day = kFirstDay + n / kEntriesPerDay;
  const int habit = static_cast<int>(n % kHabits);
  sqlite3_bind_blob(event_, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
  sqlite3_bind_int(event_, 2, habit);
  sqlite3_bind_int64(event_, 3, day);
  sqlite3_bind_int64(event_, 4, instant_of(n));
  sqlite3_bind_int64(event_, 5, 250);
  run(event_);
  sqlite3_bind_int64(total_, 1, day);
  sqlite3_bind_int(total_, 2, habit);
  sqlite3_bind_int64(total_, 3, 250);
  run(total_);
}

void Floor::log(std::int64_t n) {
  run(begin_);
  insert(n);
  run(commit_);
}

void Floor::fill(std::int64_t count) {
  run(begin_);
  for (std::int64_t n = 0; n < count; ++n) insert(n);
  run(commit_);
}

std::int64_t Floor::today(std::int64_t n) {
  sqlite3_bind_int64(today_, 1, kFirstDay + n / kEntriesPerDay);
  std::int64_t sum = 0;
  while (sqlite3_step(today_) == SQLITE_ROW) sum += sqlite3_column_int64(today_, 1);
  sqlite3_reset(today_);
  return sum;
}

}  // namespace soleus::bench
