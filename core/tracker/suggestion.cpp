#include "core/tracker/suggestion.h"

#include <algorithm>
#include <string>

#include "core/habits/catalogue.h"
#include "core/habits/holds.h"

namespace soleus {
namespace {

/// @source game-rules.md section 7, S2.
constexpr std::int64_t kMuchWaterMl = 4000;

std::string counted(std::int64_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string minutes(std::int64_t seconds) {
  return counted((seconds + 59) / 60, "more minute", "more minutes");
}

Sentence left(const HabitStanding& habit, std::int64_t amount, const std::string& when) {
  std::string text;
  if (habit.unit == "s") {
    text = minutes(amount);
  } else if (habit.unit == "ml") {
    text = std::to_string(amount) + " ml more";
  } else if (habit.unit == "sets") {
    text = counted(amount, "more set", "more sets");
  } else if (habit.unit == "slots") {
    text = counted(amount, "more half hour with a little movement",
                   "more half hours with a little movement");
  } else {
    text = counted(amount, "more time", "more times");
  }
  return {"next.left_" + habit.unit + when, {{"habit", habit.title}, {"left", amount}}, text};
}

std::optional<Sentence> weekly_step(const HabitStanding& habit, bool rest_today) {
  const WeekStanding& week = *habit.week;
  if (week.status != DayStatus::open) return std::nullopt;
  const std::int64_t missing = week.need - week.have;
  if (habit.schedule.type == ScheduleType::weekly_amount) {
    Sentence sentence = left(habit, missing, "_week");
    sentence.text += " this week.";
    return sentence;
  }
  if (rest_today) {
    return Sentence{"next.rest",
                    {{"habit", habit.title}},
                    "Let your legs rest today; tomorrow is a good day for it."};
  }
  return Sentence{"next.days_week",
                  {{"habit", habit.title}, {"left", missing}},
                  counted(missing, "more day this week.", "more days this week.")};
}

}  // namespace

std::optional<Sentence> next_step(const HabitStanding& habit, bool at_rest, bool rest_today) {
  if (at_rest) return std::nullopt;
  if (habit.week && habit.status == DayStatus::off) return weekly_step(habit, rest_today);
  if (habit.status != DayStatus::open || !habit.target) return std::nullopt;
  if (habit.kind == HabitKind::limit) {
    if (habit.entries > 0) return std::nullopt;
    return Sentence{"next.limit",
                    {{"habit", habit.title}, {"most", *habit.target}},
                    "Note what you had, even if it was none."};
  }
  Sentence sentence = left(habit, *habit.target - habit.counted, "");
  sentence.text += ".";
  return sentence;
}

std::vector<Entry> quick_entries(const HabitStanding& habit) {
  const auto entry = [&](Amounts amounts) { return Entry{habit.id, std::move(amounts), {}, {}}; };
  if (habit.id == habit_id::kWalking) {
    return {entry(WalkingAmounts{600, Pace::unknown, Terrain::unknown, {}}),
            entry(WalkingAmounts{1800, Pace::unknown, Terrain::unknown, {}})};
  }
  if (habit.id == habit_id::kCalfRaises) {
    return {entry(CalfRaiseAmounts{1, 15, Position::seated}),
            entry(CalfRaiseAmounts{1, 15, Position::standing})};
  }
  if (habit.id == habit_id::kStrength) {
    return {entry(StrengthAmounts{Exercise::standing_calf_raise, 3, 12, {}, {}}),
            entry(StrengthAmounts{Exercise::stair_stepper, {}, {}, 900, {}})};
  }
  if (habit.id == habit_id::kStretching) {
    return {entry(StretchingAmounts{Stretch::wall, 60, {}}),
            entry(StretchingAmounts{Stretch::bent_knee_wall, 60, {}})};
  }
  if (habit.id == habit_id::kWater) {
    return {entry(WaterAmounts{250, false}), entry(WaterAmounts{500, false})};
  }
  if (habit.id == habit_id::kDeskBreaks) return {};
  if (habit.id == habit_id::kPostureCheck) return {entry(PostureCheckAmounts{})};
  if (habit.id == habit_id::kFootwearCheck) return {entry(FootwearCheckAmounts{})};
  switch (habit.kind) {
    case HabitKind::duration_s: return {entry(CustomAmounts{600})};
    case HabitKind::volume_ml: return {entry(CustomAmounts{250})};
    case HabitKind::limit: return {entry(CustomAmounts{0}), entry(CustomAmounts{1})};
    case HabitKind::count:
    case HabitKind::yes_no: break;
  }
  return {entry(CustomAmounts{1})};
}

std::vector<Sentence> day_hints(const Setup& setup, const Standings& standings, CivilDay day) {
  std::vector<Sentence> hints;
  for (const Habit& habit : setup.habits) {
    if (!active_on(setup, habit, day)) continue;
    const std::int64_t total = standings.sums(habit, day).total();
    if (habit.id == habit_id::kWater && total > kMuchWaterMl) {
      hints.push_back(
          {"hint.much_water",
           {{"most_ml", kMuchWaterMl}},
           "That is a lot of water for one day; sip slowly and rest from it a little."});
    }
    const Goal goal = asked_goal(setup, habit, day);
    const bool rests = tag_on(habit, day) == Tag::strength && is_weekly(goal.schedule);
    if (rests && total >= goal.target && standings.day(habit, day) != DayStatus::done &&
        standings.day(habit, day - 1) == DayStatus::done) {
      hints.push_back({"hint.rest_between",
                       {{"habit", habit.title}},
                       "Stored. Muscles like a day of rest between strength days."});
    }
  }
  return hints;
}

}  // namespace soleus
