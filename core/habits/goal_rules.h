#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/habits/setup.h"

namespace soleus {

/// Whether a habit of this kind and tag may have `goal` (its from_day is not looked at).
/// @errors invalid_value. @source game-rules.md section 1, "Schedule kinds".
Status check_goal(HabitKind kind, Tag tag, const Goal& goal);

/// The day a changed goal may act from: today for a lower target, while nothing is logged for the
/// habit today, or within 7 days of the habit's creation; otherwise tomorrow. A change to or from
/// a weekly kind starts with a week. `asked` later than that is granted (weekly: the next week).
/// @errors invalid_value: `asked` is too early. @source game-rules.md section 1.
Result<CivilDay> goal_from_day(const Setup& setup, const Habit& habit, const Goal& goal,
                               std::optional<CivilDay> asked, CivilDay today, bool logged_today);

/// The day a changed tag, week start, desk window or day start acts from: `asked`, or tomorrow.
/// @errors invalid_value: `asked` is before tomorrow or more than ten years ahead.
Result<CivilDay> change_from_day(std::optional<CivilDay> asked, CivilDay today);

}  // namespace soleus
