#include "core/habits/entry_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/habits/catalogue.h"

namespace soleus {
namespace {

struct Range {
  std::int64_t low;
  std::int64_t high;
};

// @source game-rules.md section 1, column "logged as".
constexpr Range kWalkSeconds{1, 86400};
constexpr Range kSteps{0, 150000};
constexpr Range kSets{1, 100};
constexpr Range kReps{1, 500};
constexpr Range kStrengthSeconds{1, 14400};
constexpr Range kLoadGrams{0, 500000};
constexpr Range kStretchSeconds{1, 7200};
constexpr Range kWaterMl{1, 5000};
constexpr Range kHeelMm{0, 200};
constexpr Range kCustomAmount{1, 1000000};
constexpr Range kYesNo{1, 1};
constexpr Range kLimitAmount{0, 1000000};

constexpr std::size_t kMaxSourceIdBytes = 200;

Status check(std::string_view field, std::int64_t value, Range range) {
  if (value >= range.low && value <= range.high) return {};
  const std::string name{field};
  const std::string text = range.low == range.high
                               ? name + " must be " + std::to_string(range.low) + "."
                               : name + " must be between " + std::to_string(range.low) + " and " +
                                     std::to_string(range.high) + ".";
  return fail(Code::invalid_value, "params." + name, text);
}

Status check(std::string_view field, const std::optional<std::int64_t>& value, Range range) {
  if (!value) return {};
  return check(field, *value, range);
}

Range custom_range(HabitKind kind) {
  switch (kind) {
    case HabitKind::yes_no: return kYesNo;
    case HabitKind::limit: return kLimitAmount;
    case HabitKind::count:
    case HabitKind::duration_s:
    case HabitKind::volume_ml: break;
  }
  return kCustomAmount;
}

struct AmountCheck {
  const Habit& habit;

  Status operator()(const WalkingAmounts& a) const {
    SOLEUS_TRY(check("duration_s", a.duration_s, kWalkSeconds));
    return check("steps", a.steps, kSteps);
  }
  Status operator()(const CalfRaiseAmounts& a) const {
    SOLEUS_TRY(check("sets", a.sets, kSets));
    return check("reps", a.reps, kReps);
  }
  Status operator()(const StrengthAmounts& a) const {
    if (!a.sets && !a.duration_s) {
      return fail(Code::missing_field, "params.sets", "Tell how many sets, or for how long.");
    }
    SOLEUS_TRY(check("sets", a.sets, kSets));
    SOLEUS_TRY(check("reps", a.reps, kReps));
    SOLEUS_TRY(check("duration_s", a.duration_s, kStrengthSeconds));
    return check("load_g", a.load_g, kLoadGrams);
  }
  Status operator()(const StretchingAmounts& a) const {
    return check("duration_s", a.duration_s, kStretchSeconds);
  }
  Status operator()(const WaterAmounts& a) const { return check("water_ml", a.water_ml, kWaterMl); }
  Status operator()(const PostureCheckAmounts&) const { return {}; }
  Status operator()(const FootwearCheckAmounts& a) const {
    return check("heel_mm", a.heel_mm, kHeelMm);
  }
  Status operator()(const CustomAmounts& a) const {
    return check("amount", a.amount, custom_range(habit.kind));
  }
};

/// The place in Amounts of what `habit` is logged with.
std::size_t amounts_of(const HabitId& habit) {
  const std::array<const HabitId*, 7> order = {&habit_id::kWalking,      &habit_id::kCalfRaises,
                                               &habit_id::kStrength,     &habit_id::kStretching,
                                               &habit_id::kWater,        &habit_id::kPostureCheck,
                                               &habit_id::kFootwearCheck};
  const auto found =
      std::find_if(order.begin(), order.end(), [&](const HabitId* id) { return *id == habit; });
  return static_cast<std::size_t>(found - order.begin());
}

}  // namespace

Status check_entry(const Habit& habit, const Entry& entry) {
  if (habit.id == habit_id::kDeskBreaks) {
    return fail(Code::not_loggable, "params.habit",
                "Desk breaks count themselves from what you log; they cannot be logged.");
  }
  if (entry.amounts.index() != amounts_of(habit.id)) {
    return fail(Code::invalid_value, "params.habit", "These amounts belong to another habit.");
  }
  if (count_characters(entry.note) > kMaxNoteCharacters) {
    return fail(Code::invalid_value, "params.note", "A note can have at most 4000 characters.");
  }
  if (entry.source_id.size() > kMaxSourceIdBytes) {
    return fail(Code::invalid_value, "params.source_id", "A source_id can have at most 200 bytes.");
  }
  return std::visit(AmountCheck{habit}, entry.amounts);
}

}  // namespace soleus
