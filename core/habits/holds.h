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

/// The last day of gentler targets after a hold, if `day` is one of them: for 7 days after the
/// latest end of a hold on the habit's tag that covered 3 days or more; PUMP and STRENGTH habits
/// only.
/// @source game-rules.md section 7, S4.
std::optional<CivilDay> reduced_until(const Setup& setup, const Habit& habit, CivilDay day);

/// The goal in force on `day`, its target halved (rounded up) while it is reduced.
Goal asked_goal(const Setup& setup, const Habit& habit, CivilDay day);

/// Fills before_hold of those `rows` (of one day) whose habit a hold begins to cover that day,
/// from the entries whose first version precedes the hold.
void mark_holds(std::vector<DayRow>& rows, const std::vector<EntryView>& views, const Setup& setup);

}  // namespace soleus
