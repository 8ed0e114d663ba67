#include "tests/property/random_values.h"

#include <cstddef>
#include <string>

namespace soleus::testing {

namespace {

std::int32_t small(std::int64_t value) { return static_cast<std::int32_t>(value); }

template <class Enum>
Enum any_of(Dice& dice) {
  return static_cast<Enum>(
      dice.between(0, static_cast<std::int64_t>(Names<Enum>::values.size()) - 1));
}

Amounts random_strength(Dice& dice) {
  StrengthAmounts strength;
  strength.exercise = any_of<Exercise>(dice);
  if (dice.chance(70)) {
    strength.sets = dice.between(1, 5);
    if (dice.chance(60)) strength.reps = dice.between(1, 20);
  }
  if (!strength.sets || dice.chance(20)) strength.duration_s = dice.between(1, 1600);
  return strength;
}

}  // namespace

Entry random_entry(Dice& dice, const std::vector<HabitId>& custom) {
  static const std::vector<HabitId> built_in{
      HabitId{"walking"}, HabitId{"calf_raises"},   HabitId{"strength"},      HabitId{"stretching"},
      HabitId{"water"},   HabitId{"posture_check"}, HabitId{"footwear_check"}};
  const bool own = !custom.empty() && dice.chance(35);
  const HabitId habit =
      own ? dice.pick(custom) : built_in[dice.weighted({20, 25, 25, 15, 15, 3, 3})];
  return Entry{habit, random_amounts(dice, habit), "", ""};
}

Amounts random_amounts(Dice& dice, const HabitId& habit) {
  const std::string& id = habit.text();
  if (id == "walking") {
    WalkingAmounts walk{dice.between(1, 40) * 60, any_of<Pace>(dice), any_of<Terrain>(dice), {}};
    if (dice.chance(50)) walk.steps = walk.duration_s * dice.between(80, 120) / 60;
    return walk;
  }
  if (id == "calf_raises") {
    CalfRaiseAmounts raises{dice.between(1, 6), {}, {}};
    if (dice.chance(70)) raises.reps = dice.between(1, 30);
    if (dice.chance(80)) raises.position = any_of<Position>(dice);
    return raises;
  }
  if (id == "strength") return random_strength(dice);
  if (id == "stretching") {
    return StretchingAmounts{any_of<Stretch>(dice), dice.between(1, 8) * 60, {}};
  }
  if (id == "water") return WaterAmounts{dice.between(1, 12) * 200, dice.chance(10)};
  if (id == "posture_check") return PostureCheckAmounts{};
  if (id == "footwear_check") return FootwearCheckAmounts{};
  return CustomAmounts{dice.between(0, 6)};
}

HabitId random_habit(Dice& dice, const std::vector<HabitId>& custom) {
  static const std::vector<HabitId> built_in{HabitId{"walking"},       HabitId{"calf_raises"},
                                             HabitId{"strength"},      HabitId{"stretching"},
                                             HabitId{"water"},         HabitId{"desk_breaks"},
                                             HabitId{"posture_check"}, HabitId{"footwear_check"}};
  return !custom.empty() && dice.chance(45) ? dice.pick(custom) : dice.pick(built_in);
}

WeekdaySet random_weekdays(Dice& dice) {
  WeekdaySet days;
  do {
    days.add(static_cast<Weekday>(dice.between(1, 7)));
  } while (dice.chance(60));
  return days;
}

Schedule random_schedule(Dice& dice) {
  static const std::vector<ScheduleType> types{
      ScheduleType::daily,         ScheduleType::weekdays,     ScheduleType::weekly_quota,
      ScheduleType::weekly_amount, ScheduleType::every_n_days, ScheduleType::at_most};
  Schedule schedule;
  schedule.type = types[dice.weighted({20, 15, 30, 20, 15, 8})];
  if (schedule.type == ScheduleType::weekdays) schedule.weekdays = random_weekdays(dice);
  if (schedule.type == ScheduleType::weekly_quota) schedule.quota = small(dice.between(1, 7));
  if (schedule.type == ScheduleType::every_n_days) schedule.every = small(dice.between(2, 5));
  return schedule;
}

std::int64_t random_target(Dice& dice, const HabitId& habit, ScheduleType type) {
  std::int64_t daily = dice.between(1, 5);
  if (habit.text() == "walking") daily = dice.between(5, 50) * 60;
  if (habit.text() == "stretching") daily = dice.between(1, 8) * 60;
  if (habit.text() == "water") daily = dice.between(1, 12) * 200;
  if (habit.text() == "posture_check" || habit.text() == "footwear_check") daily = 1;
  return type == ScheduleType::weekly_amount ? daily * dice.between(2, 16) : daily;
}

Scope random_scope(Dice& dice, const std::vector<HabitId>& custom) {
  Scope scope;
  if (dice.chance(40)) scope.habits.push_back(random_habit(dice, custom));
  if (dice.chance(20)) scope.habits.push_back(random_habit(dice, custom));
  if (dice.chance(25)) scope.tag = static_cast<Tag>(dice.between(0, 7));
  return scope;
}

TagSet random_held_tags(Dice& dice) {
  static const std::vector<Tag> held{Tag::walk, Tag::pump, Tag::strength, Tag::stretch,
                                     Tag::desk_break};
  TagSet tags;
  do {
    tags.add(dice.pick(held));
  } while (dice.chance(60));
  return tags;
}

HabitCreated random_creation(Dice& dice, CivilDay today) {
  HabitCreated created;
  created.title = "My own";
  created.tag = static_cast<Tag>(dice.between(0, 7));
  created.goal.schedule = random_schedule(dice);
  if (dice.chance(25)) created.goal.schedule = Schedule{ScheduleType::at_most, {}, 0, 0};
  const bool limit = created.goal.schedule.type == ScheduleType::at_most;
  created.kind = limit ? HabitKind::limit : HabitKind::count;
  created.goal.target =
      limit ? dice.between(0, 4) : random_target(dice, HabitId{}, created.goal.schedule.type);
  created.goal.from_day = today;
  return created;
}

}  // namespace soleus::testing
