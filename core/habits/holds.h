#pragma once

#include <optional>
#include <vector>

#include "core/habits/setup.h"
#include "core/habits/values.h"
#include "core/journal/versions.h"

namespace soleus {

/// How holds stand to a habit on a day. @source game-rules.md section 3.
enum class HoldState {
  none,    // no hold covers the habit's tag
  begins,  // one began this very day: what was logged before it counts
  held,    // one has been in force since an earlier day
};

HoldState hold_state(const Setup& setup, const Habit& habit, CivilDay day);

/// Whether any clinical hold, on whatever tags, is in force on `day`.
bool clinical_hold_on(const Setup& setup, CivilDay day);

/// Fills before_hold of those `rows` (of one day) whose habit a hold begins to cover that day,
/// from the entries whose first version precedes the hold.
void mark_holds(std::vector<DayRow>& rows, const std::vector<EntryView>& views, const Setup& setup);

}  // namespace soleus
