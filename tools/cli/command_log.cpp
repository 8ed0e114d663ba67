#include <boost/json/array.hpp>

#include <utility>

#include "tools/cli/amounts.h"
#include "tools/cli/command.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_list.h"
#include "tools/cli/render_today.h"
#include "tools/cli/text.h"
#include "tools/cli/words_of_log.h"

// `soleus log`: one subcommand a built-in habit, and `log HABIT AMOUNT` for the person's own.
namespace soleus_cli {
namespace {

/// What can be typed behind `log`; each subcommand offers its part of it.
struct Typed {
  std::vector<std::string> amount;
  std::string which;  // exercise, stretch or habit
  std::string terrain;
  std::string steps;
  std::string load;
  std::string heel;
  std::string note;
  When when;
  bool brisk = false, easy = false;
  bool seated = false, standing = false, single_leg = false;
  bool left = false, right = false, both = false;
  bool electrolytes = false;
};

using Fill = std::function<void(Session&, const Typed&, JsonObject&)>;

std::vector<std::string> ids_fed(const Json& entry) {
  std::vector<std::string> ids;
  for (const Json& feed : items_of(entry, "feeds")) ids.push_back(text_of(feed, "habit"));
  return ids;
}

void show_logged(Session& session, const Json& result) {
  const Look& look = session.look();
  const Json& entry = member(result, "entry");
  std::string out = "Logged " + entry_line(entry, session.habits(), session.clock(), look) + ".\n";
  const Json& overview = member(result, "today");
  if (text_of(entry, "day") == text_of(overview, "day")) {
    out += render_habits_of_day(overview, ids_fed(entry), look);
  }
  for (const Json& hint : items_of(result, "hints")) {
    out += printable(text_of(hint, "text")) + '\n';
  }
  Session::print(out);
}

void log(Session& session, const Typed& typed, const Fill& fill) {
  JsonObject params;
  fill(session, typed, params);
  if (!typed.note.empty()) params["note"] = typed.note;
  put_when(session, typed.when, params);
  if (const auto result = session.answer("log.add", params)) show_logged(session, *result);
}

CLI::Option* add_amount(CLI::App* command, Typed& typed, const std::string& description) {
  return command->add_option("AMOUNT", typed.amount, description)->type_name("");
}

CLI::App* add_kind(CLI::App& log_app, Session& session, const std::shared_ptr<Typed>& typed,
                   const std::string& name, const std::string& description,
                   const std::vector<std::string>& examples, const Fill& fill) {
  CLI::App* command = add_command(log_app, name, description, examples);
  add_when(command, typed->when);
  command->add_option("--note", typed->note, "A note, as long as you like up to 4000 characters")
      ->type_name("TEXT");
  on_run(command, session, [&session, &log_app, typed, fill] {
    const CLI::Option* other = log_app.get_option_no_throw("HABIT");
    if (other != nullptr && other->count() > 0) throw UsageError("Log one thing at a time.");
    log(session, *typed, fill);
  });
  return command;
}

void fill_walk(Session&, const Typed& typed, JsonObject& params) {
  params["habit"] = "walking";
  put_amount("walking", {}, joined(typed.amount), params);
  if (typed.brisk || typed.easy) params["pace"] = typed.brisk ? "brisk" : "easy";
  if (!typed.terrain.empty()) {
    params["terrain"] = meant_by(terrain_words(), typed.terrain, "a terrain");
  }
  if (!typed.steps.empty()) params["steps"] = parse_count(typed.steps);
}

void add_walk(CLI::App& app, Session& session, const std::shared_ptr<Typed>& typed) {
  CLI::App* command = add_kind(app, session, typed, "walk", "A walk: how long",
                               {"log walk 30m", "log walk 1h15 --brisk --terrain incline",
                                "log walk 20m --day yesterday --at 08:30"},
                               fill_walk);
  command->alias("walking");
  add_amount(command, *typed, "How long, as 30m, 1h15 or 90s")->required();
  CLI::Option* brisk = command->add_flag("--brisk", typed->brisk, "You could talk, but not sing");
  command->add_flag("--easy", typed->easy, "At a stroll")->excludes(brisk);
  command->add_option("--terrain", typed->terrain, "One of: " + listed(terrain_words()))
      ->type_name("WORD");
  command->add_option("--steps", typed->steps, "Steps, if you counted them")->type_name("N");
}

void fill_raises(Session&, const Typed& typed, JsonObject& params) {
  params["habit"] = "calf_raises";
  put_amount("calf_raises", {}, joined(typed.amount), params);
  if (typed.seated) params["position"] = "seated";
  if (typed.standing) params["position"] = "standing";
  if (typed.single_leg) params["position"] = "single_leg";
}

void add_raises(CLI::App& app, Session& session, const std::shared_ptr<Typed>& typed) {
  CLI::App* command =
      add_kind(app, session, typed, "raises", "Calf raises: sets, or sets x reps",
               {"log raises 3x15 --seated", "log raises 2 --standing"}, fill_raises);
  command->alias("calf_raises");
  add_amount(command, *typed, "3x15 for three sets of 15, or 3 for three sets")->required();
  CLI::Option* seated = command->add_flag("--seated", typed->seated, "Sitting");
  CLI::Option* standing = command->add_flag("--standing", typed->standing, "Standing");
  CLI::Option* single = command->add_flag("--single-leg", typed->single_leg, "On one leg");
  standing->excludes(seated);
  single->excludes(seated)->excludes(standing);
}

void fill_strength(Session&, const Typed& typed, JsonObject& params) {
  params["habit"] = "strength";
  params["exercise"] = meant_by(exercise_words(), typed.which, "an exercise");
  put_amount("strength", {}, joined(typed.amount), params);
  if (!typed.load.empty()) params["load_g"] = parse_load_g(typed.load);
}

void add_strength(CLI::App& app, Session& session, const std::shared_ptr<Typed>& typed) {
  CLI::App* command =
      add_kind(app, session, typed, "strength", "A strength exercise: sets x reps, or how long",
               {"log strength rope 10m", "log strength raises 3x12 --load 10kg"}, fill_strength);
  command->add_option("EXERCISE", typed->which, "One of: " + listed(exercise_words()))
      ->type_name("")
      ->required();
  add_amount(command, *typed, "3x12 for three sets of 12, 3 for three sets, or 10m")->required();
  command->add_option("--load", typed->load, "Weight carried, as 10kg or 22lb")
      ->type_name("WEIGHT");
}

void fill_stretch(Session&, const Typed& typed, JsonObject& params) {
  params["habit"] = "stretching";
  params["stretch"] = meant_by(stretch_words(), typed.which, "a stretch");
  put_amount("stretching", {}, joined(typed.amount), params);
  if (typed.left) params["side"] = "left";
  if (typed.right) params["side"] = "right";
  if (typed.both) params["side"] = "both";
}

void add_stretch(CLI::App& app, Session& session, const std::shared_ptr<Typed>& typed) {
  CLI::App* command =
      add_kind(app, session, typed, "stretch", "A calf stretch: which, how long",
               {"log stretch wall 2m", "log stretch towel 45s --left"}, fill_stretch);
  command->alias("stretching");
  command->add_option("STRETCH", typed->which, "One of: " + listed(stretch_words()))
      ->type_name("")
      ->required();
  add_amount(command, *typed, "How long, as 2m or 45s")->required();
  CLI::Option* left = command->add_flag("--left", typed->left, "The left leg");
  CLI::Option* right = command->add_flag("--right", typed->right, "The right leg");
  CLI::Option* both = command->add_flag("--both", typed->both, "Both legs");
  right->excludes(left);
  both->excludes(left)->excludes(right);
}

void fill_water(Session&, const Typed& typed, JsonObject& params) {
  params["habit"] = "water";
  put_amount("water", {}, joined(typed.amount), params);
  if (typed.electrolytes) params["with_electrolytes"] = true;
}

void add_water(CLI::App& app, Session& session, const std::shared_ptr<Typed>& typed) {
  CLI::App* command =
      add_kind(app, session, typed, "water", "Something to drink: how much",
               {"log water 300", "log water 2 cups", "log water 12oz --electrolytes"}, fill_water);
  add_amount(command, *typed, "300 (ml), 0.5l, 12oz, 2 cups (US), 1 glass (250 ml)")->required();
  command->add_flag("--electrolytes", typed->electrolytes, "With electrolytes");
}

void add_checks(CLI::App& app, Session& session, const std::shared_ptr<Typed>& typed) {
  CLI::App* posture = add_kind(
      app, session, typed, "posture", "A look at how you sit and stand",
      {"log posture", "log posture --note \"screen moved up\""},
      [](Session&, const Typed&, JsonObject& params) { params["habit"] = "posture_check"; });
  posture->alias("posture_check");
  CLI::App* footwear = add_kind(app, session, typed, "footwear", "A look at the shoes of the day",
                                {"log footwear", "log footwear --heel 20mm"},
                                [](Session&, const Typed& said, JsonObject& params) {
                                  params["habit"] = "footwear_check";
                                  if (said.heel.empty()) return;
                                  params["heel_mm"] = parse_height_mm(said.heel);
                                });
  footwear->alias("footwear_check");
  footwear->add_option("--heel", typed->heel, "Height of the heel, as 20mm")->type_name("HEIGHT");
}

void fill_own(Session& session, const Typed& typed, JsonObject& params) {
  if (typed.which.empty()) {
    throw UsageError("Log what? Say it like soleus log walk 30m, or see soleus log --help.");
  }
  const KnownHabit* habit = session.habits().find(typed.which);
  const std::string id = habit == nullptr ? typed.which : habit->id;
  params["habit"] = id;
  if (typed.amount.empty()) return;  // the core says whether one is needed
  if (id == "strength" || id == "stretching") {
    throw UsageError("Say which one, as in soleus log " +
                     std::string(id == "strength" ? "strength rope 10m." : "stretch wall 2m."));
  }
  // An amount of an unknown habit cannot be read; that it is unknown is what matters.
  if (habit == nullptr) {
    params["amount"] = 1;
  } else {
    put_amount(id, habit->kind, joined(typed.amount), params);
  }
}

}  // namespace

void add_log_commands(CLI::App& app, Session& session) {
  // One for all, because what is said before the subcommand counts for it as well:
  // log --day yesterday walk 30m.
  const auto typed = std::make_shared<Typed>();
  CLI::App* log_app = add_kind(app, session, typed, "log", "Log something you did",
                               {"log walk 30m --brisk", "log raises 3x15 --seated", "log water 300",
                                "log \"Legs up\" 15m --day yesterday"},
                               fill_own);
  log_app->require_subcommand(0, 1);
  log_app->add_option("HABIT", typed->which, "A habit of your own, by its title or its beginning")
      ->type_name("");
  add_amount(log_app, *typed, "How much: 15m, 300ml or a number, as the habit counts");
  add_walk(*log_app, session, typed);
  add_raises(*log_app, session, typed);
  add_strength(*log_app, session, typed);
  add_stretch(*log_app, session, typed);
  add_water(*log_app, session, typed);
  add_checks(*log_app, session, typed);
}

}  // namespace soleus_cli
