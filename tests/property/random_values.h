#pragma once

#include <cstdint>
#include <vector>

#include "core/journal/event.h"
#include "tests/support/dice.h"

// What people log and arrange, at random, near the targets so that days fall on both sides.
namespace soleus::testing {

/// `custom`: the person's own habits so far.
HabitId random_habit(Dice& dice, const std::vector<HabitId>& custom);
Entry random_entry(Dice& dice, const std::vector<HabitId>& custom);
Amounts random_amounts(Dice& dice, const HabitId& habit);

WeekdaySet random_weekdays(Dice& dice);
Schedule random_schedule(Dice& dice);
std::int64_t random_target(Dice& dice, const HabitId& habit, ScheduleType type);
Scope random_scope(Dice& dice, const std::vector<HabitId>& custom);
TagSet random_held_tags(Dice& dice);
/// A habit of one's own that begins on `today`.
HabitCreated random_creation(Dice& dice, CivilDay today);

}  // namespace soleus::testing
