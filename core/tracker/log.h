#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/habits/contribution.h"
#include "core/habits/values.h"
#include "core/journal/entry.h"
#include "core/tracker/request.h"

// Logging: add, amend, remove, undo, redo, list. @source protocol.md, log.*.
namespace soleus {

class Ledger;

/// When the activity ended. @units utc_ms: ms since 1970; offset_s: seconds east of UTC.
struct Occurrence {
  std::int64_t utc_ms = 0;
  std::optional<std::int32_t> offset_s;
};

struct LogAdd {
  Entry entry;
  std::optional<CivilDay> day;            // a day without an instant
  std::optional<Occurrence> occurred_at;  // or an instant; neither: now
  Source source = Source::manual;
};

struct LogAmend {
  EventId entry;
  /// Makes the new values from the present ones; an error of it is the command's error. The habit
  /// must stay the same.
  std::function<Result<Entry>(const Entry& present)> change;
  std::optional<CivilDay> day;            // moves the entry; its instant is forgotten
  std::optional<Occurrence> occurred_at;  // moves it to an instant
  bool forget_instant = false;
};

/// An entry as it stands now.
struct LoggedEntry {
  EventId id;
  CivilDay day;
  std::optional<std::int64_t> occurred_ms;
  std::int32_t offset_s = 0;
  std::int64_t recorded_ms = 0;  // of its first version
  Entry values;
  Source source = Source::manual;
  Lateness lateness = Lateness::on_time;
  bool amended = false;
  bool removed = false;
  std::vector<Contribution> feeds;
};

enum class LogOp : std::uint8_t { add, amend, remove };
SOLEUS_NAMES(LogOp, 3, "add", "amend", "remove");

struct LogResult {
  LoggedEntry entry;  // after a removal: as it was
  bool replayed = false;
  bool changed = true;  // false if nothing had to be written
};

struct UndoResult {
  LogOp op = LogOp::add;  // what was taken back, or done again
  LogResult log;
};

/// Logs one entry. The same source and source_id again amends the entry they made.
/// @errors unknown_habit, not_loggable, invalid_value, missing_field, future_day, conflict, and
/// those of Store.
Result<LogResult> log_add(Ledger& ledger, const Request& request, const LogAdd& add);

/// Gives an entry new values; its lateness stays. @errors as log_add, unknown_entry.
Result<LogResult> log_amend(Ledger& ledger, const Request& request, const LogAmend& amend);

/// Takes an entry out of every sum; the journal keeps it. @errors unknown_entry, conflict.
Result<LogResult> log_remove(Ledger& ledger, const Request& request, EventId entry);

/// Takes back the newest add, amend or remove of this device that is not taken back yet, or the
/// newest one of `entry`; again goes back further.
/// @errors not_found: nothing left to undo; conflict: the entry was changed elsewhere since.
Result<UndoResult> log_undo(Ledger& ledger, const Request& request, std::optional<EventId> entry);

/// Does again what the newest undo (of `entry`) took back. @errors not_found, conflict.
Result<UndoResult> log_redo(Ledger& ledger, const Request& request, std::optional<EventId> entry);

struct LogFilter {
  CivilDay from;
  CivilDay to;
  std::optional<HabitId> habit;
  std::string text;  // in notes, ASCII case ignored
};

/// Entries by day, then instant, then id. @errors invalid_value: more than ten years at once.
Result<std::vector<LoggedEntry>> log_list(Ledger& ledger, const Request& request,
                                          const LogFilter& filter);

}  // namespace soleus
