#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/utf8.h"
#include "core/habits/catalogue.h"
#include "core/habits/goal_rules.h"
#include "core/tracker/arrangements.h"
#include "core/tracker/erase.h"
#include "core/tracker/ledger.h"
#include "core/tracker/window.h"

namespace soleus {
namespace {

constexpr std::size_t kMostTitleCharacters = 80;
constexpr std::size_t kMostGroupCharacters = 40;
constexpr std::size_t kMostHabits = 100;

Status check_title(std::string_view title) {
  const bool blank = std::all_of(title.begin(), title.end(), [](char c) { return c == ' '; });
  if (!blank && count_characters(title) <= kMostTitleCharacters) return {};
  return fail(Code::invalid_value, "params.title", "A title has 1 to 80 characters.");
}

Status check_group(std::string_view group) {
  if (count_characters(group) <= kMostGroupCharacters) return {};
  return fail(Code::invalid_value, "params.group", "A group has at most 40 characters.");
}

Result<const Habit*> known_habit(const Setup& setup, const HabitId& id) {
  const Habit* habit = find_habit(setup, id);
  if (habit == nullptr) return fail(Code::unknown_habit, "params.habit", "There is no such habit.");
  return habit;
}

HabitInfo info_of(const Habit& habit, CivilDay today) {
  HabitInfo info;
  info.id = habit.id;
  info.title = habit.title;
  info.kind = habit.kind;
  info.unit = habit.unit;
  info.tag = tag_on(habit, today);
  info.goal = goal_on(habit, today);
  for (const auto& change : habit.goals.changes()) {
    if (change.from > today && !info.next) info.next = change.value;
  }
  info.archived = archived_on(habit, today);
  info.built_in = habit.built_in;
  info.group = habit.group;
  info.effort = habit.effort;
  return info;
}

std::vector<HabitInfo> all_habits(const Setup& setup, CivilDay today, bool include_archived) {
  std::vector<HabitInfo> out;
  for (const Habit& habit : begun_by(setup, today).habits) {
    if (include_archived || !archived_on(habit, today)) out.push_back(info_of(habit, today));
  }
  return out;
}

/// The habit after the command, or after the command it replays.
Result<HabitInfo> shown(const Ledger& ledger, const HabitId& id, CivilDay today) {
  SOLEUS_TRY_ASSIGN(const Habit* habit, known_habit(ledger.setup(), id));
  return info_of(*habit, today);
}

Status check_update(const Habit& habit, const HabitUpdate& update) {
  if (habit.built_in && (update.title || update.tag || update.effort)) {
    return fail(Code::unsupported, "params.habit",
                "A built-in habit keeps its title, tag and effort; its group can change.");
  }
  if (update.title) SOLEUS_TRY(check_title(*update.title));
  if (update.group) SOLEUS_TRY(check_group(*update.group));
  return {};
}

Result<bool> anything_logged(Ledger& ledger, const HabitId& habit, CivilDay day) {
  SOLEUS_TRY_ASSIGN(const std::vector<DayRow> rows, ledger.store().rows(day, day));
  return std::any_of(rows.begin(), rows.end(),
                     [&](const DayRow& row) { return row.habit == habit; });
}

}  // namespace

Result<std::vector<HabitInfo>> list_habits(Ledger& ledger, const Request& request,
                                           bool include_archived) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  return all_habits(ledger.setup(), reading.today(), include_archived);
}

Result<HabitInfo> create_habit(Ledger& ledger, const Request& request, const HabitCreate& create) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) {
    const HabitId id{command.replayed()->id.value.text()};
    return shown(ledger, id, command.today());
  }
  SOLEUS_TRY(check_title(create.title));
  SOLEUS_TRY(check_group(create.group));
  SOLEUS_TRY(check_goal(create.kind, create.tag, create.goal));
  if (command.setup().habits.size() >= kMostHabits) {
    return fail(Code::invalid_value, "params", "A diary holds at most 100 habits.");
  }
  Goal goal = create.goal;
  goal.from_day = command.today();
  const Event& event = command.record(
      HabitCreated{create.title, create.kind, create.tag, create.group, create.effort, goal});
  const HabitId id{event.id.value.text()};
  SOLEUS_TRY(command.commit());
  return shown(ledger, id, command.today());
}

Result<HabitInfo> update_habit(Ledger& ledger, const Request& request, const HabitUpdate& update) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    SOLEUS_TRY_ASSIGN(const Habit* habit, known_habit(command.setup(), update.habit));
    SOLEUS_TRY(check_update(*habit, update));
    SOLEUS_TRY_ASSIGN(const CivilDay from_day, change_from_day(update.from_day, command.today()));
    if (update.tag) SOLEUS_TRY(check_goal(habit->kind, *update.tag, goal_on(*habit, from_day)));
    command.record(HabitUpdated{update.habit, from_day, update.title, update.group, update.effort,
                                update.tag});
    SOLEUS_TRY(command.commit());
  }
  return shown(ledger, update.habit, command.today());
}

Result<HabitInfo> archive_habit(Ledger& ledger, const Request& request, const HabitId& habit,
                                bool archived) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    SOLEUS_TRY_ASSIGN(const Habit* known, known_habit(command.setup(), habit));
    if (archived_on(*known, command.today()) == archived) return info_of(*known, command.today());
    command.record(HabitArchived{habit, archived});
    SOLEUS_TRY(command.commit());
  }
  return shown(ledger, habit, command.today());
}

Result<std::vector<HabitInfo>> order_habits(Ledger& ledger, const Request& request,
                                            const std::vector<HabitId>& ids) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (!command.replayed()) {
    std::set<HabitId> seen;
    for (const HabitId& id : ids) {
      if (find_habit(command.setup(), id) == nullptr) {
        return fail(Code::unknown_habit, "params.ids", "There is no such habit.");
      }
      if (!seen.insert(id).second) {
        return fail(Code::invalid_value, "params.ids", "A habit is named twice.");
      }
    }
    command.record(HabitsOrdered{ids});
    SOLEUS_TRY(command.commit());
  }
  return all_habits(ledger.setup(), command.today(), true);
}

Status delete_habit(Ledger& ledger, const Request& request, const HabitId& habit,
                    const std::string& confirm) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (command.replayed()) return {};
  SOLEUS_TRY_ASSIGN(const Habit* known, known_habit(command.setup(), habit));
  if (known->built_in) {
    return fail(Code::unsupported, "params.habit",
                "A built-in habit can be archived, but not deleted.");
  }
  if (confirm != known->title) {
    return fail(Code::invalid_value, "params.confirm",
                "To delete a habit with all its entries, confirm with its title.");
  }
  SOLEUS_TRY_ASSIGN(std::vector<EventId> content, content_of(ledger.store(), habit));
  command.record(Erased{habit, {}});
  command.erase(std::move(content));
  return command.commit();
}

Result<Goal> set_goal(Ledger& ledger, const Request& request, const GoalChange& change) {
  SOLEUS_TRY_ASSIGN(Command command, Command::begin(ledger, request));
  if (const auto& event = command.replayed()) {
    const auto* set = std::get_if<GoalSet>(&event->payload);
    if (set == nullptr) return fail(Code::not_found, "That habit was deleted.");
    return set->goal;
  }
  SOLEUS_TRY_ASSIGN(const Habit* habit, known_habit(command.setup(), change.habit));
  const CivilDay today = command.today();
  Goal goal = goal_on(*habit, change.from_day.value_or(today));
  goal.target = change.target;
  if (change.schedule) goal.schedule = *change.schedule;
  SOLEUS_TRY(check_goal(habit->kind, tag_on(*habit, change.from_day.value_or(today)), goal));
  SOLEUS_TRY_ASSIGN(const bool logged, anything_logged(ledger, habit->id, today));
  SOLEUS_TRY_ASSIGN(goal.from_day,
                    goal_from_day(command.setup(), *habit, goal, change.from_day, today, logged));
  command.record(GoalSet{habit->id, goal});
  SOLEUS_TRY(command.commit());
  return goal;
}

}  // namespace soleus
