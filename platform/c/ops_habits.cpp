#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/tracker/arrangements.h"
#include "platform/c/habit_json.h"
#include "platform/c/ops.h"

namespace soleus {
namespace {

/// The goal of a new habit. A limit has one schedule only, and a yes/no habit one target, so these
/// need not be told.
Result<Goal> new_goal(const JsonReader& params, HabitKind kind) {
  const bool yes_no = kind == HabitKind::yes_no;
  if (!yes_no && !params.has("goal")) return params.missing("goal");
  SOLEUS_TRY_ASSIGN(const JsonReader fields,
                    params.or_default("goal", JsonReader{params.path_of("goal")}));
  Goal goal;
  goal.target = 1;
  if (!yes_no || fields.has("target")) {
    SOLEUS_TRY_ASSIGN(goal.target, fields.required<std::int64_t>("target"));
  }
  goal.schedule.type = kind == HabitKind::limit ? ScheduleType::at_most : ScheduleType::daily;
  SOLEUS_TRY_ASSIGN(goal.schedule, fields.or_default("schedule", goal.schedule));
  return goal;
}

/// The core names a goal's fields as goals.set has them; in a new habit they stand inside `goal`.
Error inside_goal(Error error) {
  for (const std::string_view field : {"params.target", "params.schedule"}) {
    if (error.field.starts_with(field))
      error.field.insert(std::string_view{"params"}.size(), ".goal");
  }
  return error;
}

Status write_habit(OpCall& call, const Result<HabitInfo>& habit) {
  if (!habit) return tl::unexpected<Error>(habit.error());
  call.result.field("habit", *habit);
  return {};
}

Status write_habits(OpCall& call, const Result<std::vector<HabitInfo>>& habits) {
  if (!habits) return tl::unexpected<Error>(habits.error());
  call.result.field("habits", *habits);
  return {};
}

}  // namespace

Status habits_list_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const bool archived, call.params.or_default("include_archived", false));
  return write_habits(call, list_habits(call.ledger, call.request, archived));
}

Status habits_create_op(OpCall& call) {
  const JsonReader& params = call.params;
  HabitCreate create;
  SOLEUS_TRY_ASSIGN(create.title, params.required<std::string>("title"));
  SOLEUS_TRY_ASSIGN(create.kind, params.required<HabitKind>("kind"));
  SOLEUS_TRY_ASSIGN(create.goal, new_goal(params, create.kind));
  SOLEUS_TRY_ASSIGN(create.tag, params.or_default("tag", create.tag));
  SOLEUS_TRY_ASSIGN(create.group, params.or_default("group", std::string{}));
  SOLEUS_TRY_ASSIGN(create.effort, params.or_default("effort", create.effort));
  return write_habit(call, create_habit(call.ledger, call.request, create).map_error(inside_goal));
}

Status habits_update_op(OpCall& call) {
  const JsonReader& params = call.params;
  HabitUpdate update;
  SOLEUS_TRY_ASSIGN(update.habit, params.required<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(update.title, params.optional<std::string>("title"));
  SOLEUS_TRY_ASSIGN(update.group, params.optional_or_cleared("group", std::string{}));
  SOLEUS_TRY_ASSIGN(update.effort, params.optional<Effort>("effort"));
  SOLEUS_TRY_ASSIGN(update.tag, params.optional_or_cleared("tag", Tag::none));
  SOLEUS_TRY_ASSIGN(update.from_day, params.optional<CivilDay>("from_day"));
  return write_habit(call, update_habit(call.ledger, call.request, update));
}

Status habits_archive_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const HabitId habit, call.params.required<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(const bool archived, call.params.required<bool>("archived"));
  return write_habit(call, archive_habit(call.ledger, call.request, habit, archived));
}

Status habits_order_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const auto ids, call.params.required<std::vector<HabitId>>("ids"));
  return write_habits(call, order_habits(call.ledger, call.request, ids));
}

Status habits_delete_op(OpCall& call) {
  SOLEUS_TRY_ASSIGN(const HabitId habit, call.params.required<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(const auto confirm, call.params.required<std::string>("confirm"));
  SOLEUS_TRY(delete_habit(call.ledger, call.request, habit, confirm));
  call.result.field("deleted", habit);
  return {};
}

Status goals_set_op(OpCall& call) {
  const JsonReader& params = call.params;
  GoalChange change;
  SOLEUS_TRY_ASSIGN(change.habit, params.required<HabitId>("habit"));
  SOLEUS_TRY_ASSIGN(change.target, params.required<std::int64_t>("target"));
  SOLEUS_TRY_ASSIGN(change.schedule, params.optional<Schedule>("schedule"));
  SOLEUS_TRY_ASSIGN(change.from_day, params.optional<CivilDay>("from_day"));
  SOLEUS_TRY_ASSIGN(const Goal goal, set_goal(call.ledger, call.request, change));
  call.result.field("habit", change.habit);
  call.result.field("goal", goal);
  return {};
}

}  // namespace soleus
