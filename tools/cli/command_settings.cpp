#include <utility>

#include "tools/cli/command.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_setup.h"
#include "tools/cli/text.h"

// `soleus settings`.
namespace soleus_cli {
namespace {

struct NewSetting {
  std::string name, value, from;
};

bool on_or_off(const std::string& value) {
  const std::string text = lower(value);
  if (text == "on" || text == "off") return text == "on";
  throw UsageError("\"" + printable(value) + "\" is neither on nor off.");
}

void put_setting(const NewSetting& said, JsonObject& params) {
  const std::string name = lower(said.name);
  if (name == "day-start") {
    params["day_start_min"] = parse_time_of_day(said.value);
  } else if (name == "week-start") {
    params["week_start"] = parse_weekday(said.value);
  } else if (name == "units") {
    params["units"] = lower(said.value);
  } else if (name == "desk-window") {
    const TimeWindow window = parse_window(said.value);
    params["desk_window"] =
        JsonObject{{"start_min", window.start_min}, {"end_min", window.end_min}};
  } else if (name == "quiet") {
    params["quiet_mode"] = on_or_off(said.value);
  } else if (name == "game") {
    params["game_off"] = !on_or_off(said.value);
  } else {
    throw UsageError("\"" + printable(said.name) +
                     "\" is not a setting. There are: day-start, week-start, units, desk-window, "
                     "quiet, game.");
  }
}

void set_setting(Session& session, const NewSetting& said) {
  JsonObject params;
  put_setting(said, params);
  if (!said.from.empty()) {
    params["from_day"] = iso_text(session.day_of(said.from, Towards::future));
  }
  const auto result = session.answer("settings.set", params);
  if (result) Session::print(render_settings(*result, session.today(), session.look()));
}

}  // namespace

void add_settings_commands(CLI::App& app, Session& session) {
  CLI::App* settings = add_command(
      app, "settings", "How the diary is kept",
      {"settings", "settings set day-start 03:00", "settings set desk-window 09:00-17:00"});
  settings->require_subcommand(0, 1);
  on_run(settings, session, [&session] {
    if (const auto result = session.answer("settings.get")) {
      Session::print(render_settings(*result, session.today(), session.look()));
    }
  });

  const auto said = std::make_shared<NewSetting>();
  CLI::App* set = add_command(*settings, "set", "Change one; what is past stays as it was",
                              {"settings set day-start 03:00", "settings set week-start sunday",
                               "settings set units us", "settings set quiet on"});
  set->add_option("NAME", said->name, "day-start, week-start, units, desk-window, quiet or game")
      ->type_name("")
      ->required();
  set->add_option("VALUE", said->value, "A time, a weekday, metric or us, 09:00-17:00, on or off")
      ->type_name("")
      ->required();
  set->add_option("--from", said->from, "The first day of a new day start, week start or window")
      ->type_name("DAY");
  on_run(set, session, [&session, said] { set_setting(session, *said); });
}

}  // namespace soleus_cli
