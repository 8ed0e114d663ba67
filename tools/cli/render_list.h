#pragma once

#include <string>

#include "tools/cli/clock.h"
#include "tools/cli/habit_book.h"
#include "tools/cli/look.h"
#include "tools/cli/reply.h"

// Entries, one line each, from what `log.list` or `day` replied.
namespace soleus_cli {

/// By day, each entry with its short id, time, habit, values and note.
std::string render_entries(const JsonArray& entries, const HabitBook& book, const Clock& clock,
                           const Look& look);

/// "30 min, brisk, of Walking" in one sentence part: "Walking, 30 min, brisk, Fri 20 Nov 08:05".
std::string entry_line(const Json& entry, const HabitBook& book, const Clock& clock,
                       const Look& look);

}  // namespace soleus_cli
