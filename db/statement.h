#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/ids.h"

struct sqlite3_stmt;

// The only files of db that hold raw SQLite handles: SQLite::Statement copies every bound text and
// counts references per column read, and SQLite::Transaction prepares BEGIN and COMMIT each time.
// @source performance.md, "The floor" (1.11-1.19x on a commit, 1.12x on row loops).
namespace soleus::db {

/// One prepared statement, compiled when first used and kept for the life of the connection.
/// @thread not shared. @errors what SQLite reports is thrown as SQLite::Exception.
class Statement {
 public:
  Statement(SQLite::Database& database, std::string sql)
      : database_(database), sql_(std::move(sql)) {}

  /// Goes to the next row; false when there is none left.
  bool step();
  /// Runs to the end, for statements without rows.
  void run();
  void reset() noexcept;
  /// The number of rows the last run inserted, updated or deleted.
  int changes() const;

 private:
  friend class Binding;
  friend class Columns;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  sqlite3_stmt* prepared();
  void check(int code) const;

  SQLite::Database& database_;
  std::string sql_;
  std::unique_ptr<sqlite3_stmt, Finalize> prepared_;
};

/// Ends the run of a statement when the scope is left, so that no read stays open.
class Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) {}
  ~Use() { statement_.reset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;

 private:
  Statement& statement_;
};

/// Binds values in the order of the parameters. Texts and blobs are not copied: they must stay
/// until the statement has run.
class Binding {
 public:
  explicit Binding(Statement& statement) : statement_(statement) {}

  Binding& integer(std::int64_t value);
  Binding& integer_or_null(std::optional<std::int64_t> value);
  Binding& text(std::string_view value);
  Binding& blob(std::span<const std::uint8_t> value);
  Binding& null();

 private:
  Statement& statement_;
  int next_ = 1;
};

/// Reads the columns of the present row in their order; texts and blobs last until the next step.
class Columns {
 public:
  explicit Columns(const Statement& statement) : row_(statement.prepared_.get()) {}

  bool at_null() const;  // of the next column
  std::int64_t integer();
  std::optional<std::int64_t> integer_or_null();
  std::string_view text();
  std::span<const std::uint8_t> blob();  // empty for NULL
  Uuid uuid();                           // zero if there is none

 private:
  sqlite3_stmt* row_;
  int next_ = 0;
};

bool in_transaction(const SQLite::Database& database);

/// True if the file could only be opened for reading.
bool opened_read_only(const SQLite::Database& database);

/// Closes the doors no diary needs: a schema that is edited by hand or runs functions of its own.
void harden(SQLite::Database& database);

/// Whether closing the last connection moves the write-ahead log into the file.
void checkpoint_on_close(SQLite::Database& database, bool on);

}  // namespace soleus::db
