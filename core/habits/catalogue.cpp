#include "core/habits/catalogue.h"

#include <algorithm>
#include <array>

namespace soleus {
namespace {

constexpr Schedule kDaily{};

constexpr Schedule weekly_quota(std::int32_t days) {
  return {.type = ScheduleType::weekly_quota, .weekdays = {}, .quota = days, .every = 0};
}

constexpr Schedule kMondayToFriday{
    .type = ScheduleType::weekdays, .weekdays = {.bits = 0b0011111}, .quota = 0, .every = 0};

// id, title, kind, unit, tag, effort, schedule, target, on by default
constexpr std::array<BuiltIn, 8> kBuiltIns{{
    {"walking", "Walking", HabitKind::duration_s, "s", Tag::walk, Effort::large, kDaily, 1800,
     true},
    {"calf_raises", "Calf raises", HabitKind::count, "sets", Tag::pump, Effort::medium, kDaily, 6,
     true},
    {"strength", "Strength", HabitKind::count, "sets", Tag::strength, Effort::large,
     weekly_quota(2), 3, true},
    {"stretching", "Stretching", HabitKind::duration_s, "s", Tag::stretch, Effort::medium, kDaily,
     240, true},
    {"water", "Water", HabitKind::volume_ml, "ml", Tag::water, Effort::small, kDaily, 2000, true},
    {"desk_breaks", "Desk breaks", HabitKind::count, "slots", Tag::desk_break, Effort::medium,
     kMondayToFriday, 8, false},
    {"posture_check", "Posture check", HabitKind::yes_no, "times", Tag::care, Effort::tiny, kDaily,
     1, false},
    {"footwear_check", "Footwear check", HabitKind::yes_no, "times", Tag::care, Effort::tiny,
     kDaily, 1, false},
}};

}  // namespace

std::span<const BuiltIn> built_ins() { return kBuiltIns; }

const BuiltIn* find_built_in(const HabitId& habit) {
  const auto found = std::find_if(kBuiltIns.begin(), kBuiltIns.end(),
                                  [&](const BuiltIn& b) { return b.id == habit.text(); });
  return found == kBuiltIns.end() ? nullptr : &*found;
}

std::string_view unit_of(HabitKind kind) {
  switch (kind) {
    case HabitKind::duration_s: return "s";
    case HabitKind::volume_ml: return "ml";
    case HabitKind::count:
    case HabitKind::yes_no:
    case HabitKind::limit: break;
  }
  return "times";
}

}  // namespace soleus
