#include "core/habits/setup.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include "core/habits/catalogue.h"

namespace soleus {
namespace {

// @source game-rules.md section 1 (the profile codes that take the water goal away).
constexpr std::array<std::string_view, 3> kWaterLimitCodes = {"heart_failure", "kidney_disease",
                                                              "fluid_limit"};

bool within(CivilDay day, CivilDay from, const std::optional<CivilDay>& to) {
  return day >= from && (!to || day <= *to);
}

void end_by(std::optional<CivilDay>& to, CivilDay last) { to = to ? std::min(*to, last) : last; }

/// Takes one event after the other. Creations come first, ends of ranges last, so that events of
/// devices whose clocks disagree still find what they are about.
class SetupBuilder {
 public:
  explicit SetupBuilder(std::span<const Event> events) {
    for (const Event& event : events) {
      for (const EventId id : event.supersedes) superseded_.push_back(id);
    }
    std::sort(superseded_.begin(), superseded_.end());
    begin(events);
    for (const Event& event : events) {
      if (ignored(event)) continue;
      std::visit([&](const auto& payload) { take(event, payload); }, event.payload);
    }
    for (const Event& event : events) {
      if (ignored(event)) continue;
      if (const auto* resumed = std::get_if<PlanResumed>(&event.payload)) end_ranges(*resumed);
      if (const auto* ended = std::get_if<HoldEnded>(&event.payload)) end_hold(event, *ended);
    }
    std::stable_sort(setup_.habits.begin(), setup_.habits.end(),
                     [&](const Habit& a, const Habit& b) { return place(a.id) < place(b.id); });
  }

  Setup take_result() { return std::move(setup_); }

 private:
  bool ignored(const Event& event) const {
    return std::binary_search(superseded_.begin(), superseded_.end(), event.id);
  }

  void begin(std::span<const Event> events) {
    for (const Event& event : events) {
      if (setup_.profile || !std::holds_alternative<ProfileCreated>(event.payload)) continue;
      setup_.profile = event.id;
      setup_.first_day = event.civil_day;
    }
    for (const BuiltIn& row : built_ins()) setup_.habits.push_back(built_in(row));
    for (const Event& event : events) {
      const auto* erased = std::get_if<Erased>(&event.payload);
      if (erased == nullptr) continue;
      if (erased->habit) setup_.deleted.push_back(*erased->habit);
      setup_.erased_rows.insert(setup_.erased_rows.end(), erased->rows.begin(), erased->rows.end());
    }
    for (const Event& event : events) {
      if (const auto* created = std::get_if<HabitCreated>(&event.payload)) create(event, *created);
    }
  }

  Habit built_in(const BuiltIn& row) const {
    Habit habit;
    habit.id = HabitId{std::string{row.id}};
    habit.title = row.title;
    habit.kind = row.kind;
    habit.unit = row.unit;
    habit.effort = row.effort;
    habit.built_in = true;
    habit.first_day = setup_.first_day;
    habit.first_goal = {row.schedule, row.target, setup_.first_day.value_or(CivilDay{})};
    habit.first_tag = row.tag;
    habit.on_at_first = row.on_by_default;
    return habit;
  }

  void create(const Event& event, const HabitCreated& created) {
    Habit habit;
    habit.id = HabitId{event.id.value.text()};
    if (std::find(setup_.deleted.begin(), setup_.deleted.end(), habit.id) != setup_.deleted.end()) {
      return;
    }
    habit.title = created.title;
    habit.kind = created.kind;
    habit.unit = unit_of(created.kind);
    habit.group = created.group;
    habit.effort = created.effort;
    habit.first_day = event.civil_day;
    habit.first_goal = created.goal;
    habit.first_tag = created.tag;
    setup_.habits.push_back(std::move(habit));
  }

  Habit* find(const HabitId& id) {
    const auto found = std::find_if(setup_.habits.begin(), setup_.habits.end(),
                                    [&](const Habit& h) { return h.id == id; });
    return found == setup_.habits.end() ? nullptr : &*found;
  }

  void take(const Event&, const SettingsSet& set) {
    if (set.day_start_min) setup_.day_starts.set(set.from_day, *set.day_start_min);
    if (set.week_start) setup_.weeks.set(set.from_day, *set.week_start);
    if (set.desk_window) setup_.desk_windows.set(set.from_day, *set.desk_window);
    if (set.units) setup_.units = *set.units;
    if (set.quiet_mode) setup_.quiet_mode = *set.quiet_mode;
    if (set.game_off) setup_.game_off = *set.game_off;
  }

  void take(const Event&, const ProfileSet& set) {
    for (const Answer& answer : set.answers) {
      const bool* value = std::get_if<bool>(&answer.value);
      if (value == nullptr) continue;
      for (std::size_t i = 0; i < kWaterLimitCodes.size(); ++i) {
        if (kWaterLimitCodes[i] == answer.code) setup_.water_limits[i].set(set.from_day, *value);
      }
    }
  }

  void take(const Event&, const HabitUpdated& updated) {
    Habit* habit = find(updated.habit);
    if (habit == nullptr) return;
    if (updated.title) habit->title = *updated.title;
    if (updated.group) habit->group = *updated.group;
    if (updated.effort) habit->effort = *updated.effort;
    if (updated.tag) habit->tags.set(updated.from_day, *updated.tag);
  }

  void take(const Event& event, const HabitArchived& archived) {
    if (Habit* habit = find(archived.habit)) {
      habit->archived.set(event.civil_day, archived.archived);
    }
  }

  void take(const Event&, const HabitsOrdered& ordered) { order_ = ordered.habits; }

  void take(const Event&, const GoalSet& set) {
    if (Habit* habit = find(set.habit)) habit->goals.set(set.goal.from_day, set.goal);
  }

  void take(const Event& event, const PlanPaused& paused) {
    setup_.pauses.push_back({event.id, paused.from, paused.to, paused.scope});
  }

  void take(const Event& event, const PlanRested& rested) {
    RestPlan plan{event.id,     event.civil_day, event.civil_day,
                  std::nullopt, rested.weekdays, rested.scope};
    if (rested.day) {
      plan.from = *rested.day;
      plan.to = *rested.day;
      plan.weekdays = {};
    }
    setup_.rests.push_back(std::move(plan));
  }

  void take(const Event& event, const HoldSet& set) {
    setup_.holds.push_back(
        {event.id, event.hlc, set.tags, set.level, set.from, set.to, set.report});
  }

  template <class Other>
  void take(const Event&, const Other&) {}

  void end_ranges(const PlanResumed& resumed) {
    for (const EventId id : resumed.ranges) {
      for (PauseRange& range : setup_.pauses) {
        if (range.id == id) end_by(range.to, resumed.from - 1);
      }
      for (RestPlan& plan : setup_.rests) {
        if (plan.id == id) end_by(plan.to, resumed.from - 1);
      }
    }
  }

  void end_hold(const Event& event, const HoldEnded& ended) {
    for (Hold& hold : setup_.holds) {
      if (hold.id == ended.hold) end_by(hold.to, event.civil_day);
    }
  }

  std::ptrdiff_t place(const HabitId& id) const {
    return std::find(order_.begin(), order_.end(), id) - order_.begin();
  }

  Setup setup_;
  std::vector<EventId> superseded_;
  std::vector<HabitId> order_;
};

}  // namespace

Setup setup_of(std::span<const Event> events) { return SetupBuilder{events}.take_result(); }

const Goal& goal_on(const Habit& habit, CivilDay day) {
  const Goal* goal = habit.goals.on(day);
  return goal == nullptr ? habit.first_goal : *goal;
}

Tag tag_on(const Habit& habit, CivilDay day) {
  const Tag* tag = habit.tags.on(day);
  return tag == nullptr ? habit.first_tag : *tag;
}

bool archived_on(const Habit& habit, CivilDay day) {
  const bool* archived = habit.archived.on(day);
  return archived == nullptr ? !habit.on_at_first : *archived;
}

const Habit* find_habit(const Setup& setup, const HabitId& habit) {
  const auto found = std::find_if(setup.habits.begin(), setup.habits.end(),
                                  [&](const Habit& h) { return h.id == habit; });
  return found == setup.habits.end() ? nullptr : &*found;
}

DeskWindow desk_window_on(const Setup& setup, CivilDay day) {
  const DeskWindow* window = setup.desk_windows.on(day);
  return window == nullptr ? DeskWindow{} : *window;
}

bool in_scope(const Scope& scope, const Habit& habit, CivilDay day) {
  if (scope.habits.empty() && !scope.tag) return true;
  if (scope.tag && tag_on(habit, day) == *scope.tag) return true;
  return std::find(scope.habits.begin(), scope.habits.end(), habit.id) != scope.habits.end();
}

bool paused_on(const Setup& setup, const Habit& habit, CivilDay day) {
  return std::any_of(setup.pauses.begin(), setup.pauses.end(), [&](const PauseRange& range) {
    return within(day, range.from, range.to) && in_scope(range.scope, habit, day);
  });
}

bool resting_on(const Setup& setup, const Habit& habit, CivilDay day) {
  return std::any_of(setup.rests.begin(), setup.rests.end(), [&](const RestPlan& plan) {
    return within(day, plan.from, plan.to) &&
           (plan.weekdays.empty() || plan.weekdays.has(weekday_of(day))) &&
           in_scope(plan.scope, habit, day);
  });
}

bool water_limited_on(const Setup& setup, CivilDay day) {
  return std::any_of(setup.water_limits.begin(), setup.water_limits.end(),
                     [&](const Timeline<bool>& limit) {
                       const bool* limited = limit.on(day);
                       return limited != nullptr && *limited;
                     });
}

bool active_on(const Setup& setup, const Habit& habit, CivilDay day) {
  if (!habit.first_day || day < *habit.first_day || archived_on(habit, day)) return false;
  return habit.id != habit_id::kWater || !water_limited_on(setup, day);
}

bool borderline_on(const Setup& setup, const Habit& habit, CivilDay day) {
  if (!habit.first_day) return false;
  if (habit.id == habit_id::kWater && water_limited_on(setup, day)) return false;
  if (day < *habit.first_day - 1) return false;
  if (archived_on(habit, day)) return !archived_on(habit, day - 1);
  return day < *habit.first_day;
}

bool covers(const Hold& hold, CivilDay day) { return within(day, hold.from, hold.to); }

bool clinical(const Hold& hold) {
  return hold.level != HoldLevel::user && hold.level != HoldLevel::h0;
}

}  // namespace soleus
