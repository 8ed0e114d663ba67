#include "platform/c/ops.h"

#include <algorithm>
#include <array>

namespace soleus {
namespace {

constexpr Areas kNothing{};
constexpr Areas kEntries{Area::today, Area::day, Area::history, Area::log};
constexpr Areas kHabits{Area::today, Area::day, Area::history, Area::habits};
constexpr Areas kHabitAndEntries{Area::today, Area::day, Area::history, Area::log, Area::habits};
constexpr Areas kPlan{Area::today, Area::day, Area::history, Area::plan};
constexpr Areas kSettings{Area::today, Area::day, Area::history, Area::settings};

// One row an op, as in protocol.md.
constexpr std::array<Op, 23> kOps{{
    {"habits.list", habits_list_op, kNothing},
    {"habits.create", habits_create_op, kHabits},
    {"habits.update", habits_update_op, kHabits},
    {"habits.archive", habits_archive_op, kHabits},
    {"habits.order", habits_order_op, kHabits},
    {"habits.delete", habits_delete_op, kHabitAndEntries},
    {"goals.set", goals_set_op, kHabits},
    {"log.add", log_add_op, kEntries},
    {"log.amend", log_amend_op, kEntries},
    {"log.remove", log_remove_op, kEntries},
    {"log.undo", log_undo_op, kEntries},
    {"log.redo", log_redo_op, kEntries},
    {"log.list", log_list_op, kNothing},
    {"today", today_op, kNothing},
    {"day", day_op, kNothing},
    {"history", history_op, kNothing},
    {"plan.pause", plan_pause_op, kPlan},
    {"plan.rest", plan_rest_op, kPlan},
    {"plan.resume", plan_resume_op, kPlan},
    {"plan.list", plan_list_op, kNothing},
    {"settings.get", settings_get_op, kNothing},
    {"settings.set", settings_set_op, kSettings},
    {"changes", changes_op, kNothing},
}};

}  // namespace

const Op* find_op(std::string_view name) {
  const auto found =
      std::find_if(kOps.begin(), kOps.end(), [&](const Op& op) { return op.name == name; });
  return found == kOps.end() ? nullptr : &*found;
}

}  // namespace soleus
