#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/habits/values.h"
#include "core/journal/entry.h"
#include "core/tracker/log.h"

namespace soleus::testing {

/// What an entry is to the person: when it was and what.
struct Told {
  CivilDay day;
  std::optional<std::int64_t> occurred_ms;
  Entry values;
  friend bool operator==(const Told&, const Told&) = default;
};

/// What one person at one phone expects of undo and redo, kept apart from any journal: each add,
/// amend and remove with what stood before and after it.
class Expectation {
 public:
  struct Action {
    EventId entry;
    LogOp op = LogOp::add;
    std::optional<Told> before;
    std::optional<Told> after;
    std::vector<DayRow> rows_before;  // of the whole file
    std::vector<DayRow> rows_after;
    std::int64_t done_at = 0;  // counts what the person did
    std::optional<std::int64_t> undone_at;
  };

  void did(Action action);
  /// What undo, of `entry` or at all, would take back; null if there is nothing.
  Action* undoable(std::optional<EventId> entry);
  /// What redo would do again: the newest undone action, until the person does something new.
  Action* redoable(std::optional<EventId> entry);
  void undo(Action& action);
  void redo(Action& action);
  /// The habit and all that was logged for it are gone.
  void forget(const HabitId& habit);

  /// Those that are not removed.
  const std::map<EventId, Told>& entries() const { return entries_; }
  /// Removed ones too.
  std::vector<EventId> ever_logged() const;

 private:
  void show(EventId entry, const std::optional<Told>& told);

  std::vector<Action> actions_;
  std::map<EventId, Told> entries_;
  std::int64_t clock_ = 0;
};

}  // namespace soleus::testing
