#pragma once

#include <string>

#include "tools/cli/habit_book.h"
#include "tools/cli/look.h"
#include "tools/cli/reply.h"

// What the person has arranged, in words: habits, plans, settings.
namespace soleus_cli {

/// A habits.list reply as a table.
std::string render_habits(const Json& result, Day today, const Look& look);

/// "Walking: 45 min a day, from Mon 23 Nov."
std::string goal_line(std::string_view title, const Json& goal, std::string_view unit, Day today,
                      const Look& look);

/// The ranges of a plan.* reply, each with its short id.
std::string render_plans(const JsonArray& ranges, const HabitBook& book, Day today,
                         const Look& look);

/// A settings.get or settings.set reply, with what is to change and when.
std::string render_settings(const Json& result, Day today, const Look& look);

}  // namespace soleus_cli
