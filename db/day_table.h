#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/calendar/civil_day.h"
#include "core/habits/values.h"
#include "db/statement.h"

namespace soleus::db {

/// Table day_row. @thread not shared. @errors file_corrupt; what SQLite reports is thrown.
class DayTable {
 public:
  explicit DayTable(SQLite::Database& database);

  /// Replaces the row of the same day and habit.
  void put(const DayRow& row);
  void drop(CivilDay day, const HabitId& habit);
  /// By day, then habit.
  Result<std::vector<DayRow>> rows(CivilDay from, CivilDay to);
  std::optional<CivilDay> first_day();

  /// The columns, as migrations/0001_journal.sql names them.
  static std::vector<std::string> columns();

 private:
  Statement put_;
  Statement drop_;
  Statement rows_;
  Statement first_;
};

}  // namespace soleus::db
