#include "db/migration.h"

#include <SQLiteCpp/Statement.h>

#include <string>

#include "db/statement.h"
#include "db/statement_error.h"

namespace soleus::db {
namespace {

std::int32_t version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

/// Rolls back what was not committed.
class Rollback {
 public:
  explicit Rollback(SQLite::Database& database) : database_(database) {}
  ~Rollback() {
    if (in_transaction(database_)) database_.tryExec("ROLLBACK");
  }
  Rollback(const Rollback&) = delete;
  Rollback& operator=(const Rollback&) = delete;

 private:
  SQLite::Database& database_;
};

bool sound(SQLite::Database& database) {
  SQLite::Statement references{database, "PRAGMA foreign_key_check"};
  if (references.executeStep()) return false;
  const std::string verdict = database.execAndGet("PRAGMA integrity_check").getString();
  return verdict == "ok";
}

Status apply(SQLite::Database& database, const Migration& step) {
  const Rollback rollback{database};
  database.exec("BEGIN IMMEDIATE");
  // Another program may have taken the step while this one waited for the lock.
  if (version_of(database) >= step.version) return {};
  database.exec(std::string{step.sql});
  if (!sound(database)) return corrupt();
  database.exec("PRAGMA user_version = " + std::to_string(step.version));
  database.exec("COMMIT");
  return {};
}

Status apply_all(SQLite::Database& database, std::span<const Migration> steps) {
  for (const Migration& step : steps) {
    if (step.version > version_of(database)) SOLEUS_TRY(apply(database, step));
  }
  return {};
}

}  // namespace

std::int32_t latest_version() { return migrations().back().version; }

Status migrate(SQLite::Database& database, std::span<const Migration> steps,
               const BeforeMigration& before) {
  return caught([&]() -> Status {
    const std::int32_t version = version_of(database);
    if (version > steps.back().version) {
      return fail(Code::file_too_new, "The file was written by a newer Soleus.");
    }
    if (version == steps.back().version) return {};
    if (version > 0 && before) SOLEUS_TRY(before(version));
    // Has no effect inside a transaction; a step that rebuilds a table must not cascade.
    database.exec("PRAGMA foreign_keys = OFF");
    const Status status = caught([&] { return apply_all(database, steps); });
    database.exec("PRAGMA foreign_keys = ON");
    return status;
  });
}

}  // namespace soleus::db
