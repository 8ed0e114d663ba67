#pragma once

#include <optional>
#include <vector>

#include "core/base/sentence.h"
#include "core/habits/status.h"
#include "core/tracker/overview.h"

// What to do next, in words and as ready-made entries. @source protocol.md, today.
namespace soleus {

/// The next step toward the goal; absent when nothing is asked for.
/// `at_rest`: paused or a rest day, even where the status still says open.
/// `rest_today`: the day before was a strength day that counts.
std::optional<Sentence> next_step(const HabitStanding& habit, bool at_rest, bool rest_today);

/// One-tap entries for the habit.
std::vector<Entry> quick_entries(const HabitStanding& habit);

/// Gentle words about the day as a whole. @source game-rules.md section 7, S1 and S2.
std::vector<Sentence> day_hints(const Setup& setup, const Standings& standings, CivilDay day);

}  // namespace soleus
