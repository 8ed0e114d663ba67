#include <boost/json/array.hpp>

#include <utility>

#include "tools/cli/command.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_setup.h"
#include "tools/cli/schedule_options.h"
#include "tools/cli/text.h"
#include "tools/cli/words_of_log.h"

// `soleus habits` and what can be done to them.
namespace soleus_cli {
namespace {

struct NewHabit {
  std::string title;
  std::string kind;
  std::string target;
  std::string tag, group, effort;
  ScheduleOptions schedule;
};

const std::vector<Word>& kind_words() {
  static const std::vector<Word> kWords{{"count", "count"},
                                        {"duration", "duration_s"},
                                        {"volume", "volume_ml"},
                                        {"yes-no", "yes_no"},
                                        {"limit", "limit"}};
  return kWords;
}

void list_habits(Session& session, bool all) {
  const auto result = session.answer("habits.list", {{"include_archived", all}});
  if (result) Session::print(render_habits(*result, session.today(), session.look()));
}

std::string title_in(const Json& result) {
  return printable(text_of(member(result, "habit"), "title"));
}

std::string goal_in(Session& session, const Json& result) {
  const Json& habit = member(result, "habit");
  return goal_line(title_in(result), member(habit, "goal"), text_of(habit, "unit"), session.today(),
                   session.look()) +
         '\n';
}

void add_habit(Session& session, const NewHabit& said) {
  const std::string kind = meant_by(kind_words(), said.kind, "a kind of habit");
  JsonObject params{{"title", said.title}, {"kind", kind}};
  JsonObject goal;
  const std::string target = said.schedule.weekly.empty() ? said.target : said.schedule.weekly;
  if (target.empty() && kind != "yes_no") {
    throw UsageError("Say how much, as in --target 15m or --target 3.");
  }
  if (!target.empty()) goal["target"] = target_of(target, kind, "");
  if (const auto schedule = schedule_of(said.schedule)) goal["schedule"] = *schedule;
  if (!goal.empty()) params["goal"] = goal;
  if (!said.tag.empty()) params["tag"] = said.tag;
  if (!said.group.empty()) params["group"] = said.group;
  if (!said.effort.empty()) params["effort"] = said.effort;
  const auto result = session.answer("habits.create", params);
  if (result) Session::print("Added " + goal_in(session, *result));
}

void archive_habit(Session& session, const std::string& habit, bool archived) {
  const auto result = session.answer("habits.archive",
                                     {{"habit", session.habit_id(habit)}, {"archived", archived}});
  if (!result) return;
  Session::print(archived ? "Put away " + title_in(*result) + ".\n"
                          : "There again: " + goal_in(session, *result));
}

void rename_habit(Session& session, const std::string& habit, const std::string& title) {
  const auto result =
      session.answer("habits.update", {{"habit", session.habit_id(habit)}, {"title", title}});
  if (result) Session::print("Now called " + title_in(*result) + ".\n");
}

void group_habit(Session& session, const std::string& habit, const std::string& group) {
  const bool none = lower(group) == "none";
  JsonObject params{{"habit", session.habit_id(habit)}};
  if (none) {
    params["group"] = nullptr;
  } else {
    params["group"] = group;
  }
  const auto result = session.answer("habits.update", params);
  if (!result) return;
  Session::print(
      title_in(*result) +
      (none ? " stands under no heading.\n"
            : " stands under " + printable(text_of(member(*result, "habit"), "group")) + ".\n"));
}

void delete_habit(Session& session, const std::string& habit, const std::string& confirm) {
  if (confirm.empty()) {
    throw UsageError(
        "This deletes the habit with all its entries, for good. To do it say its "
        "title once more: --confirm TITLE. To only put it away: soleus habits "
        "archive.");
  }
  const std::string id = session.habit_id(habit);
  const std::string title = session.habits().title_of(id);
  const auto result = session.answer("habits.delete", {{"habit", id}, {"confirm", confirm}});
  if (result) Session::print("Deleted " + title + " with all its entries.\n");
}

void order_habits(Session& session, const std::vector<std::string>& habits) {
  JsonArray ids;
  for (const std::string& habit : habits) ids.push_back(Json(session.habit_id(habit)));
  const auto result = session.answer("habits.order", {{"ids", ids}});
  if (result) Session::print(render_habits(*result, session.today(), session.look()));
}

void add_adding(CLI::App& habits, Session& session) {
  const auto said = std::make_shared<NewHabit>();
  CLI::App* command =
      add_command(habits, "add", "A habit of your own",
                  {"habits add \"Legs up\" --kind duration --target 15m",
                   "habits add Coffee --kind limit --target 3",
                   "habits add \"Compression socks\" --kind yes-no --days weekdays"});
  command->add_option("TITLE", said->title, "What it is called")->type_name("")->required();
  command->add_option("--kind", said->kind, "One of: " + listed(kind_words()))
      ->type_name("KIND")
      ->required();
  command->add_option("--target", said->target, "So much a day (the most, for a limit)")
      ->type_name("AMOUNT");
  command->add_option("--tag", said->tag, "walk, pump, strength, stretch, water, break or care")
      ->type_name("TAG");
  command->add_option("--group", said->group, "A heading to show it under")->type_name("TEXT");
  command->add_option("--effort", said->effort, "tiny, small, medium or large")
      ->type_name("EFFORT");
  add_schedule_options(command, said->schedule);
  on_run(command, session, [&session, said] { add_habit(session, *said); });
}

/// A command about one habit, with one more word if `second` names it.
void add_about(CLI::App& habits, Session& session, const std::string& name,
               const std::string& description, const std::vector<std::string>& examples,
               const std::string& second,
               std::function<void(Session&, const std::string&, const std::string&)> action) {
  const auto words = std::make_shared<std::pair<std::string, std::string>>();
  CLI::App* command = add_command(habits, name, description, examples);
  command->add_option("HABIT", words->first, "The habit, by title, id or beginning")
      ->type_name("")
      ->required();
  if (!second.empty()) {
    CLI::Option* option = command->add_option(second, words->second, "");
    option->type_name(second.starts_with("-") ? "TITLE" : "");
    option->required(!second.starts_with("-"));
  }
  on_run(command, session, [&session, words, action = std::move(action)] {
    action(session, words->first, words->second);
  });
}

}  // namespace

void add_habit_commands(CLI::App& app, Session& session) {
  CLI::App* habits =
      add_command(app, "habits", "Your habits and their goals",
                  {"habits", "habits add Coffee --kind limit --target 3", "habits archive water"});
  habits->require_subcommand(0, 1);
  const auto all = std::make_shared<bool>(false);
  habits->add_flag("--all", *all, "With those put away, or not yet switched on");
  on_run(habits, session, [&session, all] { list_habits(session, *all); });

  add_adding(*habits, session);
  add_about(
      *habits, session, "archive", "Put a habit away; its entries stay", {"habits archive water"},
      "", [](Session& s, const std::string& h, const std::string&) { archive_habit(s, h, true); });
  add_about(
      *habits, session, "restore", "Bring a habit back, or switch on one that was off at first",
      {"habits restore desk_breaks"}, "",
      [](Session& s, const std::string& h, const std::string&) { archive_habit(s, h, false); });
  add_about(*habits, session, "rename", "Another title for a habit of your own",
            {"habits rename \"Legs up\" \"Feet up\""}, "TITLE", rename_habit);
  add_about(*habits, session, "group", "Show a habit under a heading; none takes it from there",
            {"habits group water Evening", "habits group water none"}, "HEADING", group_habit);
  add_about(*habits, session, "delete", "Delete a habit of your own with all its entries, for good",
            {"habits delete Coffee --confirm Coffee"}, "--confirm", delete_habit);

  const auto order = std::make_shared<std::vector<std::string>>();
  CLI::App* ordering = add_command(*habits, "order", "Show these first, in this order",
                                   {"habits order walk water stretch"});
  ordering->add_option("HABIT", *order, "Habits, the first one first")->type_name("")->required();
  on_run(ordering, session, [&session, order] { order_habits(session, *order); });
}

}  // namespace soleus_cli
