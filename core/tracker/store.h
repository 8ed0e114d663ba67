#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/calendar/civil_day.h"
#include "core/calendar/lived_time.h"
#include "core/habits/values.h"
#include "core/journal/event.h"

namespace soleus {

/// What one command or merge adds to the file, all of it or nothing.
struct Write {
  std::vector<Event> events;  // new ones, in the order they are to be read back
  std::vector<DayRow> rows;   // each replaces the row of its (day, habit)
  std::vector<std::pair<CivilDay, HabitId>> dropped_rows;
  std::vector<OffsetSpan> new_spans;                      // appended to what is there
  std::optional<std::vector<OffsetSpan>> replaced_spans;  // instead of what is there
  std::vector<EventId> erased;  // events whose content is overwritten for good
};

/// The one port of the core: where events and what is derived from them are kept. Between begin_*
/// and commit or end, everything is read from one unchanging state of the file.
/// @thread not shared. @errors read_only, busy, disk_full, io_error, file_corrupt, internal.
class Store {
 public:
  virtual ~Store() = default;

  /// Takes the write lock; what is read from now on cannot change before commit().
  virtual Status begin_write() = 0;
  virtual Status begin_read() = 0;
  /// Writes `write` and ends the transaction; after an error nothing of it is in the file.
  virtual Status commit(const Write& write) = 0;
  /// Ends a transaction that has nothing to commit; does nothing when none is open.
  virtual void end() noexcept = 0;

  /// Differs from an earlier value if another connection has committed since.
  virtual Result<std::uint64_t> generation() = 0;

  virtual DeviceId device() const = 0;
  /// The number of the device's newest event, 0 before the first.
  virtual Result<std::int64_t> last_seq() = 0;
  /// The highest clock reading of any event that is not past `horizon`; zero if there is none.
  virtual Result<Hlc> latest_hlc(Hlc horizon) = 0;

  virtual Result<std::optional<Event>> find(EventId id) = 0;
  /// Every version of the entry named `root`, in no particular order.
  virtual Result<std::vector<Event>> versions(EventId root) = 0;
  /// Every version of every entry that has a version on one of the days; no particular order.
  virtual Result<std::vector<Event>> entries(CivilDay from, CivilDay to) = 0;
  /// The root of the newest entry told by `source` under this source_id.
  virtual Result<std::optional<EventId>> find_source(Source source,
                                                     const std::string& source_id) = 0;
  /// The newest entry events (added, amended, removed) of this device, newest first.
  virtual Result<std::vector<Event>> newest_own_entries(std::size_t count) = 0;
  /// All events that are not entries, in ruling order (see ruled_by).
  virtual Result<std::vector<Event>> setup_events() = 0;
  /// All events, in id order.
  virtual Status visit(const std::function<Status(Event&&)>& each) = 0;

  /// By day, then habit.
  virtual Result<std::vector<DayRow>> rows(CivilDay from, CivilDay to) = 0;
  /// The earliest day that has a row.
  virtual Result<std::optional<CivilDay>> first_row_day() = 0;
  /// Ascending.
  virtual Result<std::vector<OffsetSpan>> offset_spans() = 0;
};

}  // namespace soleus
