#include <string>
#include <utility>

#include "tests/property/random_phone.h"
#include "tests/property/random_values.h"

namespace soleus::testing {

namespace {

std::int32_t small(std::int64_t value) { return static_cast<std::int32_t>(value); }

/// A scope a command accepts: habits or a tag, not both.
Scope plan_scope(Dice& dice, const std::vector<HabitId>& custom) {
  Scope scope = random_scope(dice, custom);
  if (!scope.habits.empty()) scope.tag.reset();
  return scope;
}

template <class T>
Status only_status(const Result<T>& result) {
  if (!result) return tl::unexpected<Error>(result.error());
  return {};
}

}  // namespace

std::string RandomPhone::arrange() {
  const Request request = next_request();
  if (custom_.size() > 1 && dice_.chance(30)) return delete_one_habit();
  const Status done = dice_.chance(50)   ? arrange_habit(request)
                      : dice_.chance(60) ? arrange_plan(request)
                                         : arrange_settings(request);
  if (!done) return refused("arranging", done.error());
  if (!quiet()) ++done_["arrange"];
  return {};
}

Status RandomPhone::arrange_habit(const Request& request) {
  Ledger& ledger = diary_.ledger();
  const HabitId habit = random_habit(dice_, custom_);
  switch (dice_.weighted({40, 15, 15, 30})) {
    case 0: {
      const HabitCreated wish = random_creation(dice_, CivilDay{});
      const auto made = create_habit(
          ledger, request, {wish.title, wish.kind, wish.goal, wish.tag, wish.group, wish.effort});
      if (made) custom_.push_back(made->id);
      return only_status(made);
    }
    case 1: return only_status(archive_habit(ledger, request, habit, dice_.chance(45)));
    case 2: {
      HabitUpdate update;
      update.habit = habit;
      update.tag = static_cast<Tag>(dice_.between(0, 7));
      return only_status(update_habit(ledger, request, update));
    }
    default: {
      GoalChange change;
      change.habit = habit;
      change.schedule = random_schedule(dice_);
      change.target = random_target(dice_, habit, change.schedule->type);
      return only_status(set_goal(ledger, request, change));
    }
  }
}

Status RandomPhone::arrange_plan(const Request& request) {
  Ledger& ledger = diary_.ledger();
  switch (dice_.between(0, 2)) {
    case 0: {
      PauseRequest pause;
      if (dice_.chance(50)) pause.from = today() + small(dice_.between(-8, 3));
      if (dice_.chance(80)) pause.to = pause.from.value_or(today()) + small(dice_.between(0, 5));
      pause.scope = plan_scope(dice_, custom_);
      return only_status(plan_pause(ledger, request, pause));
    }
    case 1: {
      RestRequest rest;
      if (dice_.chance(50)) {
        rest.day = today() + small(dice_.between(0, 4));
      } else {
        rest.weekdays = random_weekdays(dice_);
      }
      rest.scope = plan_scope(dice_, custom_);
      return only_status(plan_rest(ledger, request, rest));
    }
    default: return only_status(plan_resume(ledger, request, std::nullopt));
  }
}

Status RandomPhone::arrange_settings(const Request& request) {
  SettingsChange change;
  if (dice_.chance(50)) change.week_start = static_cast<Weekday>(dice_.between(1, 7));
  if (dice_.chance(50)) change.day_start_min = small(dice_.pick<std::int64_t>({0, 120, 300, 720}));
  if (dice_.chance(30)) change.desk_window = DeskWindow{8 * 60, 12 * 60};
  return only_status(set_settings(diary_.ledger(), request, change));
}

/// Then logs something, so that nobody asks what redo means across the gap that is left.
std::string RandomPhone::delete_one_habit() {
  const HabitId habit = dice_.pick(custom_);
  const Status done = delete_habit(diary_.ledger(), next_request(), habit, "My own");
  if (!done) return refused("delete", done.error());
  ++done_["delete"];
  expected_.forget(habit);
  std::erase(custom_, habit);
  rows_before_ = diary_.rows();
  events_before_ = diary_.event_count();
  return add();
}

}  // namespace soleus::testing
