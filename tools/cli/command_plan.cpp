#include <boost/json/array.hpp>

#include <utility>

#include "tools/cli/command.h"
#include "tools/cli/entry_finder.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_setup.h"
#include "tools/cli/text.h"

// Pauses and rest days: pause, rest, resume, plans.
namespace soleus_cli {
namespace {

struct Plan {
  std::string from, to, day, weekdays, tag;
  std::vector<std::string> habits;
};

void put_scope(Session& session, const Plan& plan, JsonObject& params) {
  if (!plan.tag.empty()) params["tag"] = plan.tag;
  if (plan.habits.empty()) return;
  JsonArray ids;
  for (const std::string& habit : plan.habits) ids.push_back(Json(session.habit_id(habit)));
  params["habits"] = ids;
}

void answer_with_plans(Session& session, std::string_view op, const JsonObject& params,
                       const std::string& when_empty) {
  const auto result = session.answer(op, params);
  if (!result) return;
  const JsonArray& ranges = items_of(*result, "ranges");
  Session::print(ranges.empty()
                     ? when_empty
                     : render_plans(ranges, session.habits(), session.today(), session.look()));
}

void pause(Session& session, const Plan& plan) {
  JsonObject params;
  if (!plan.from.empty()) params["from"] = iso_text(session.day_of(plan.from, Towards::future));
  if (!plan.to.empty()) params["to"] = iso_text(session.day_of(plan.to, Towards::future));
  put_scope(session, plan, params);
  answer_with_plans(session, "plan.pause", params, "No plans.\n");
}

void rest(Session& session, const Plan& plan) {
  if (!plan.day.empty() && !plan.weekdays.empty()) {
    throw UsageError("Say one of --day and --weekdays.");
  }
  JsonObject params;
  if (plan.weekdays.empty()) {
    const std::string day = plan.day.empty() ? "today" : plan.day;
    params["day"] = iso_text(session.day_of(day, Towards::future));
  } else {
    JsonArray days;
    for (const std::string& day : parse_weekdays(plan.weekdays)) days.push_back(Json(day));
    params["weekdays"] = days;
  }
  put_scope(session, plan, params);
  answer_with_plans(session, "plan.rest", params, "No plans.\n");
}

void resume(Session& session, const std::string& range) {
  JsonObject params;
  if (is_whole_id(range)) {
    params["range"] = trim(range);
  } else if (!range.empty()) {
    const Json plans = session.ask("plan.list");
    const Json* found = find_by_id(items_of(plans, "ranges"), range);
    params["range"] = found == nullptr ? range : text_of(*found, "id");
  }
  const auto result = session.answer("plan.resume", params);
  if (!result) return;
  const JsonArray& ranges = items_of(*result, "ranges");
  std::string out = range.empty() ? "Welcome back. Pauses end today.\n" : "That plan ends.\n";
  if (!ranges.empty()) out += "Still planned:\n";
  Session::print(out + render_plans(ranges, session.habits(), session.today(), session.look()));
}

void add_scope(CLI::App* command, Plan& plan) {
  CLI::Option* habit =
      command->add_option("--habit", plan.habits, "Only this habit; may be said again")
          ->type_name("HABIT")
          ->expected(1)
          ->take_all();
  command->add_option("--tag", plan.tag, "Only habits with this tag, as strength or walk")
      ->type_name("TAG")
      ->excludes(habit);
}

}  // namespace

void add_plan_commands(CLI::App& app, Session& session) {
  const auto pausing = std::make_shared<Plan>();
  CLI::App* pause_app = add_command(
      app, "pause", "Pause for a while: nothing is asked, nothing is lost",
      {"pause", "pause --from 2026-12-20 --to 2027-01-02", "pause --habit walk --to friday"});
  pause_app->add_option("--from", pausing->from, "The first day; today unless said")
      ->type_name("DAY");
  pause_app->add_option("--to", pausing->to, "The last day; until soleus resume unless said")
      ->type_name("DAY");
  add_scope(pause_app, *pausing);
  on_run(pause_app, session, [&session, pausing] { pause(session, *pausing); });

  const auto resting = std::make_shared<Plan>();
  CLI::App* rest_app =
      add_command(app, "rest", "Plan rest days, for strength habits unless you say which",
                  {"rest", "rest --day friday", "rest --weekdays mon,thu --tag strength"});
  rest_app->add_option("--day", resting->day, "One day; today unless said")->type_name("DAY");
  rest_app->add_option("--weekdays", resting->weekdays, "Each week, as mon,thu")->type_name("DAYS");
  add_scope(rest_app, *resting);
  on_run(rest_app, session, [&session, resting] { rest(session, *resting); });

  const auto range = std::make_shared<std::string>();
  CLI::App* resume_app =
      add_command(app, "resume", "End a pause, or a plan by its id", {"resume", "resume 3f9a2c"});
  resume_app->add_option("PLAN", *range, "The end of its id, as soleus plans shows it")
      ->type_name("");
  on_run(resume_app, session, [&session, range] { resume(session, *range); });

  CLI::App* plans_app =
      add_command(app, "plans", "Pauses and rest days, now and to come", {"plans"});
  on_run(plans_app, session, [&session] {
    answer_with_plans(session, "plan.list", {}, "No pauses and no rest days are planned.\n");
  });
}

}  // namespace soleus_cli
