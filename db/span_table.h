#pragma once

#include <SQLiteCpp/Database.h>

#include <vector>

#include "core/calendar/lived_time.h"
#include "db/statement.h"

namespace soleus::db {

/// Table offset_span. @thread not shared. @errors what SQLite reports is thrown.
class SpanTable {
 public:
  explicit SpanTable(SQLite::Database& database);

  void add(const OffsetSpan& span);
  void clear();
  /// Ascending.
  std::vector<OffsetSpan> all();

 private:
  Statement add_;
  Statement clear_;
  Statement all_;
};

}  // namespace soleus::db
