#include <utility>

#include "tools/cli/command.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_setup.h"
#include "tools/cli/schedule_options.h"
#include "tools/cli/text.h"

// `soleus goal set`.
namespace soleus_cli {
namespace {

struct NewGoal {
  std::string habit;
  std::vector<std::string> target;
  std::string from;
  ScheduleOptions schedule;
};

std::int64_t wanted_target(const NewGoal& goal, const KnownHabit* habit) {
  const std::string kind = habit == nullptr ? "" : habit->kind;
  const std::string unit = habit == nullptr ? "" : habit->unit;
  const std::string typed = joined(goal.target);
  if (!goal.schedule.weekly.empty() && !typed.empty()) {
    throw UsageError("Say the target once: either as TARGET or with --weekly.");
  }
  if (!goal.schedule.weekly.empty()) return target_of(goal.schedule.weekly, kind, unit);
  if (!typed.empty()) return target_of(typed, kind, unit);
  // Only the days change: the target stays. (A weekly one would be too much for a day.)
  const bool weekly =
      habit != nullptr && text_of(member(habit->goal, "schedule"), "type") == "weekly_amount";
  if (habit == nullptr || weekly || !schedule_of(goal.schedule)) {
    throw UsageError("Say the target, as in soleus goal set walk 45m.");
  }
  return number_of(habit->goal, "target");
}

void set_goal(Session& session, const NewGoal& goal) {
  const KnownHabit* habit = session.habits().find(goal.habit);
  const std::string id = habit == nullptr ? goal.habit : habit->id;
  JsonObject params{{"habit", id}};
  // What it is measured in is not known of an unknown habit; the core is to say that it is.
  params["target"] = habit == nullptr ? 1 : wanted_target(goal, habit);
  if (const auto schedule = schedule_of(goal.schedule)) params["schedule"] = *schedule;
  if (!goal.from.empty()) {
    params["from_day"] = iso_text(session.day_of(goal.from, Towards::future));
  }
  const auto result = session.answer("goals.set", params);
  if (!result) return;
  Session::print(goal_line(session.habits().title_of(id), member(*result, "goal"),
                           habit == nullptr ? "" : habit->unit, session.today(), session.look()) +
                 '\n');
}

}  // namespace

void add_goal_commands(CLI::App& app, Session& session) {
  CLI::App* goal_app =
      add_command(app, "goal", "Goals: what a habit asks for, and when",
                  {"goal set walk 45m --from monday", "goal set walk --weekly 150m",
                   "goal set strength --times-a-week 2"});
  goal_app->require_subcommand(1);
  const auto goal = std::make_shared<NewGoal>();
  CLI::App* set =
      add_command(*goal_app, "set", "A new goal; the days before keep the one they had",
                  {"goal set walk 45m --from monday", "goal set walk --weekly 150m",
                   "goal set raises 4 --days mon,wed,fri", "goal set strength --times-a-week 2"});
  set->add_option("HABIT", goal->habit, "The habit, by title, id or beginning")
      ->type_name("")
      ->required();
  set->add_option("TARGET", goal->target, "So much a day: 45m, 2l or a number")->type_name("");
  set->add_option("--from", goal->from, "The first day it counts; as early as may be unless said")
      ->type_name("DAY");
  add_schedule_options(set, goal->schedule);
  on_run(set, session, [&session, goal] { set_goal(session, *goal); });
}

}  // namespace soleus_cli
