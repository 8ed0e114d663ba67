#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/ids.h"
#include "core/journal/vocabulary.h"

// The habits every diary starts with. @source game-rules.md section 1 (table) and 5 (effort).
namespace soleus {

struct BuiltIn {
  std::string_view id;
  std::string_view title;
  HabitKind kind;
  std::string_view unit;
  Tag tag;
  Effort effort;
  Schedule schedule;
  std::int64_t target;
  bool on_by_default;
};

namespace habit_id {
inline const HabitId kWalking{"walking"};
inline const HabitId kCalfRaises{"calf_raises"};
inline const HabitId kStrength{"strength"};
inline const HabitId kStretching{"stretching"};
inline const HabitId kWater{"water"};
inline const HabitId kDeskBreaks{"desk_breaks"};
inline const HabitId kPostureCheck{"posture_check"};
inline const HabitId kFootwearCheck{"footwear_check"};
}  // namespace habit_id

std::span<const BuiltIn> built_ins();

/// Null for a custom habit.
const BuiltIn* find_built_in(const HabitId& habit);

/// What a custom habit of this kind counts in: "times", "s", "ml".
std::string_view unit_of(HabitKind kind);

}  // namespace soleus
