#include <algorithm>
#include <variant>

#include "tests/support/reference_model.h"

// What is in force on a day. Everything effective-dated is the last one told, in ruling order,
// whose from_day has come.
namespace soleus::reference {

const Goal& Model::goal(const HabitId& habit, CivilDay day) const {
  const auto* set = last_setup<GoalSet>(
      [&](const Event&, const GoalSet& s) { return s.habit == habit && s.goal.from_day <= day; });
  return set != nullptr ? set->goal : beginnings_.at(habit).goal;
}

Tag Model::tag(const HabitId& habit, CivilDay day) const {
  const auto beginning = beginnings_.find(habit);
  if (beginning == beginnings_.end()) return Tag::none;  // its creation has not arrived
  const auto* updated = last_setup<HabitUpdated>([&](const Event&, const HabitUpdated& u) {
    return u.habit == habit && u.tag && u.from_day <= day;
  });
  return updated != nullptr ? *updated->tag : beginning->second.tag;
}

bool Model::archived(const HabitId& habit, CivilDay day) const {
  const auto* told = last_setup<HabitArchived>([&](const Event& event, const HabitArchived& a) {
    return a.habit == habit && event.civil_day <= day;
  });
  return told != nullptr ? told->archived : beginnings_.at(habit).archived;
}

bool Model::water_forbidden(CivilDay day) const {
  for (const char* code : {"heart_failure", "kidney_disease", "fluid_limit"}) {
    bool forbidden = false;
    for (const Event* event : setup_) {
      const auto* set = std::get_if<ProfileSet>(&event->payload);
      if (set == nullptr || set->from_day > day) continue;
      for (const Answer& answer : set->answers) {
        const bool* value = std::get_if<bool>(&answer.value);
        if (answer.code == code) forbidden = value != nullptr && *value;
      }
    }
    if (forbidden) return true;
  }
  return false;
}

std::int32_t Model::day_start_min(CivilDay day) const {
  const auto* set = last_setup<SettingsSet>(
      [&](const Event&, const SettingsSet& s) { return s.day_start_min && s.from_day <= day; });
  return set != nullptr ? *set->day_start_min : 0;
}

Weekday Model::week_start(CivilDay day) const {
  const auto* set = last_setup<SettingsSet>(
      [&](const Event&, const SettingsSet& s) { return s.week_start && s.from_day <= day; });
  return set != nullptr ? *set->week_start : Weekday::monday;
}

DeskWindow Model::desk_window(CivilDay day) const {
  const auto* set = last_setup<SettingsSet>(
      [&](const Event&, const SettingsSet& s) { return s.desk_window && s.from_day <= day; });
  return set != nullptr ? *set->desk_window : DeskWindow{};
}

// ---- pauses and rest days -------------------------------------------------------------------

bool Model::in_scope(const Scope& scope, const HabitId& habit, CivilDay day) const {
  if (scope.habits.empty() && !scope.tag) return true;
  if (scope.tag && *scope.tag == tag(habit, day)) return true;
  return std::find(scope.habits.begin(), scope.habits.end(), habit) != scope.habits.end();
}

bool Model::resumed(EventId range, CivilDay day) const {
  return last_setup<PlanResumed>([&](const Event&, const PlanResumed& r) {
           return r.from <= day &&
                  std::find(r.ranges.begin(), r.ranges.end(), range) != r.ranges.end();
         }) != nullptr;
}

bool Model::in_pause(const HabitId& habit, CivilDay day) const {
  return last_setup<PlanPaused>([&](const Event& event, const PlanPaused& p) {
           return p.from <= day && (!p.to || day <= *p.to) && in_scope(p.scope, habit, day) &&
                  !resumed(event.id, day);
         }) != nullptr;
}

bool Model::rest_planned(const HabitId& habit, CivilDay day) const {
  return last_setup<PlanRested>([&](const Event& event, const PlanRested& r) {
           const bool once = r.day && *r.day == day;
           const bool weekly = r.weekdays.has(weekday_of(day)) && day >= event.civil_day;
           return (once || weekly) && in_scope(r.scope, habit, day) && !resumed(event.id, day);
         }) != nullptr;
}

// ---- holds ----------------------------------------------------------------------------------

Model::Cover Model::cover(const HabitId& habit, CivilDay day) const {
  const Tag held_tag = tag(habit, day);
  if (held_tag == Tag::none) return Cover::none;
  Cover found = Cover::none;
  for (const Held& held : holds_) {
    if (!held.hold->tags.has(held_tag) || !held.covers(day)) continue;
    if (held.hold->from < day) return Cover::since_earlier;
    found = Cover::begins;
  }
  return found;
}

/// The hold whose clock divides the day into before and after; holds_ is in ruling order.
const Model::Held* Model::hold_begun(const HabitId& habit, CivilDay day) const {
  const Tag held_tag = tag(habit, day);
  if (held_tag == Tag::none) return nullptr;
  for (const Held& held : holds_) {
    if (held.hold->from == day && held.covers(day) && held.hold->tags.has(held_tag)) return &held;
  }
  return nullptr;
}

bool Model::clinical_hold(CivilDay day) const {
  for (const Held& held : holds_) {
    const HoldLevel level = held.hold->level;
    if (level != HoldLevel::user && level != HoldLevel::h0 && held.covers(day)) return true;
  }
  return false;
}

bool Model::paused(const HabitId& habit, CivilDay day) const {
  return in_pause(habit, day) || (clinical_hold(day) && cover(habit, day) == Cover::none);
}

/// @source game-rules.md S4: for 7 days after a hold that covered 3 civil days or more.
bool Model::target_reduced(const HabitId& habit, CivilDay day) const {
  const Tag held_tag = tag(habit, day);
  if (held_tag != Tag::pump && held_tag != Tag::strength) return false;
  for (const Held& held : holds_) {
    if (!held.last || !held.hold->tags.has(held_tag)) continue;
    const bool long_enough = *held.last - held.hold->from + 1 >= 3;
    const std::int32_t days_after = day - *held.last;
    if (long_enough && days_after >= 1 && days_after <= 7) return true;
  }
  return false;
}

std::int64_t Model::target_in_force(const HabitId& habit, CivilDay day) const {
  const Goal& in_force = goal(habit, day);
  // A limit asks for nothing, so there is nothing to lighten.
  const bool limit = in_force.schedule.type == ScheduleType::at_most;
  if (!limit && target_reduced(habit, day)) return (in_force.target + 1) / 2;
  return in_force.target;
}

std::optional<std::int64_t> Model::target(const HabitId& habit, CivilDay day) const {
  const auto beginning = beginnings_.find(habit);
  if (beginning == beginnings_.end() || !beginning->second.first_day) return std::nullopt;
  if (deleted_.count(habit) != 0) return std::nullopt;
  if (habit == HabitId{"water"} && water_forbidden(day)) return std::nullopt;
  return target_in_force(habit, day);
}

}  // namespace soleus::reference
