#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/civil_day.h"
#include "core/calendar/lived_time.h"
#include "core/habits/values.h"
#include "core/journal/event.h"
#include "core/tracker/ledger.h"
#include "tests/support/reference_model.h"
#include "tests/support/temp_db.h"

// The product beside the reference model: what one says and the other does not.
namespace soleus::testing {

/// Where a diary of a test is kept.
enum class Keeping : std::uint8_t { in_memory, in_file };

/// The product with an empty diary.
class Diary {
 public:
  explicit Diary(std::uint8_t device = 99, Keeping keeping = Keeping::in_memory);

  /// Takes in events of any devices in the order given, in one transaction.
  Status merge(std::vector<Event> events);

  /// Everything in the file.
  std::vector<Event> events();
  std::vector<DayRow> rows();
  std::vector<OffsetSpan> offset_spans();

  std::size_t event_count() { return events().size(); }

  Store& store() { return *store_; }
  Ledger& ledger() { return ledger_; }

 private:
  std::optional<TempDb> file_;  // outlives the store in it
  std::unique_ptr<Store> store_;
  Ledger ledger_;
};

/// The first rows the two do not have alike, as a sentence; absent if all are.
std::optional<std::string> rows_differ(Diary& diary, const reference::Model& model);

/// The same for every habit's sums, status and week from `first` through `last`, as of `as_of`.
std::optional<std::string> standings_differ(Diary& diary, reference::Model& model, CivilDay first,
                                            CivilDay last, CivilDay as_of);

/// The same for what a shell is shown at noon (UTC) of `now`: the page of `day` and the history of
/// `habit` from `day` to `last`. These read a cut-out of the file only.
std::optional<std::string> pages_differ(Diary& diary, reference::Model& model, CivilDay now,
                                        const HabitId& habit, CivilDay day, CivilDay last);

}  // namespace soleus::testing
