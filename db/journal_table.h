#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/calendar/civil_day.h"
#include "core/journal/event.h"
#include "db/event_row.h"
#include "db/statement.h"
#include "db/words.h"

namespace soleus::db {

/// Table event. @thread not shared. @errors file_corrupt; what SQLite reports is thrown.
class JournalTable {
 public:
  JournalTable(SQLite::Database& database, Words& words);

  /// @errors internal: the event cannot be written, or its id is taken.
  Status insert(const Event& event);

  Result<std::optional<Event>> find(EventId id);
  Result<std::vector<Event>> versions(EventId root);
  /// Every version of every entry that has a version on one of the days.
  Result<std::vector<Event>> entries(CivilDay from, CivilDay to);
  /// The root of the newest entry told by `source` under this source_id.
  Result<std::optional<EventId>> find_source(Source source, const std::string& source_id);
  /// In ruling order.
  Result<std::vector<Event>> setup_events();
  Status visit(const std::function<Status(Event&&)>& each);

  /// Overwrites the content of an event; an event that is not here stays not here. A damaged row
  /// loses its content too, but does not become sound by it.
  void erase(EventId id);

 private:
  /// Appends the rows of a statement whose parameters are bound.
  Status collect(Statement& select, std::vector<Event>& out);

  SQLite::Database& database_;
  Words& words_;
  RowBuffers buffers_;
  Statement insert_;
  Statement find_;
  Statement by_id_time_;
  Statement strays_;
  Statement by_root_;
  Statement elsewhere_;
  Statement by_source_;
  Statement setup_;
  Statement erase_;
  Statement overwrite_;
};

}  // namespace soleus::db
