#include <boost/json/array.hpp>

#include <utility>

#include "tools/cli/amounts.h"
#include "tools/cli/command.h"
#include "tools/cli/errors.h"
#include "tools/cli/render_history.h"
#include "tools/cli/render_list.h"
#include "tools/cli/render_today.h"
#include "tools/cli/text.h"

// Looking at the diary: today, day, history, list.
namespace soleus_cli {
namespace {

void show_today(Session& session) {
  if (const auto result = session.answer("today")) {
    Session::print(render_overview(*result, session.look()));
  }
}

void show_day(Session& session, const std::string& day) {
  const JsonObject params{{"day", iso_text(session.day_of(day, Towards::past))}};
  const auto result = session.answer("day", params);
  if (!result) return;
  const Look& look = session.look();
  std::string out = render_overview(*result, look);
  const JsonArray& entries = items_of(*result, "entries");
  if (!entries.empty())
    out += "\n" + render_entries(entries, session.habits(), session.clock(), look);
  Session::print(out);
}

struct HistoryOptions {
  std::string days = "30";
  std::string habit;
};

JsonObject history_params(const std::string& habit, const HistoryRange& range,
                          std::string_view bucket) {
  JsonObject params{{"habit", habit}, {"from", iso_text(range.from)}, {"to", iso_text(range.to)}};
  params["bucket"] = boost::json::string_view(bucket.data(), bucket.size());
  return params;
}

/// The habits to show: the one named, or all that are not put away.
std::vector<Json> habits_to_show(Session& session, const std::string& named) {
  std::vector<Json> shown;
  const std::string id = named.empty() ? std::string() : session.habit_id(named);
  const Json result = session.ask("habits.list", {{"include_archived", !named.empty()}});
  for (const Json& habit : items_of(result, "habits")) {
    if (id.empty() || text_of(habit, "id") == id) shown.push_back(habit);
  }
  // The core is to say that there is no such habit.
  if (shown.empty() && !id.empty()) shown.push_back(JsonObject{{"id", id}});
  return shown;
}

HistoryRange range_of(Session& session, const HistoryOptions& options) {
  const std::int64_t days = parse_count(options.days);
  if (days < 1 || days > 3660) throw UsageError("--days is 1 to 3660.");
  const Day today = session.today();
  HistoryRange range{today - date::days{static_cast<int>(days) - 1}, today, 0};
  const Json settings = session.ask("settings.get");
  const std::string start = text_of(member(settings, "settings"), "week_start");
  while (range.week_start < 6 && weekday_name(range.week_start) != start) ++range.week_start;
  if (weekday_name(range.week_start) != start) range.week_start = 0;
  return range;
}

void show_history(Session& session, const HistoryOptions& options) {
  const HistoryRange range = range_of(session, options);
  std::vector<HabitHistory> shown;
  for (const Json& habit : habits_to_show(session, options.habit)) {
    const std::string id = text_of(habit, "id");
    const auto days = session.answer("history", history_params(id, range, "day"));
    if (!days) continue;  // printed as it is
    const Json& schedule = member(member(habit, "goal"), "schedule");
    shown.push_back({text_of(habit, "title"), text_of(habit, "kind"),
                     text_of(schedule, "type") == "weekly_quota", *days,
                     session.ask("history", history_params(id, range, "week"))});
  }
  if (!session.options().json) Session::print(render_history(shown, range, session.look()));
}

struct ListOptions {
  std::string day, from, to, habit, text;
};

void show_list(Session& session, const ListOptions& options) {
  if (!options.day.empty() && (!options.from.empty() || !options.to.empty())) {
    throw UsageError("Say --day, or --from and --to, not both.");
  }
  JsonObject params;
  if (!options.day.empty()) {
    params["day"] = iso_text(session.day_of(options.day, Towards::past));
  }
  if (!options.from.empty() || !options.to.empty()) {
    const Day to = options.to.empty() ? session.today() : session.day_of(options.to, Towards::past);
    params["from"] =
        iso_text(options.from.empty() ? to : session.day_of(options.from, Towards::past));
    params["to"] = iso_text(to);
  }
  if (!options.habit.empty()) params["habit"] = session.habit_id(options.habit);
  if (!options.text.empty()) params["text"] = options.text;
  const auto result = session.answer("log.list", params);
  if (!result) return;
  const JsonArray& entries = items_of(*result, "entries");
  if (!entries.empty()) {
    Session::print(render_entries(entries, session.habits(), session.clock(), session.look()));
  } else if (options.habit.empty() && options.text.empty()) {
    Session::print("Nothing logged here yet.\n");
  } else {
    Session::print("Nothing found.\n");
  }
}

}  // namespace

void add_look_commands(CLI::App& app, Session& session) {
  CLI::App* today = add_command(app, "today", "Where the day stands and what comes next",
                                {"today", "today --json"});
  on_run(today, session, [&session] { show_today(session); });

  const auto day = std::make_shared<std::string>();
  CLI::App* day_app = add_command(app, "day", "One day with its entries",
                                  {"day yesterday", "day 2026-11-18", "day monday"});
  day_app->add_option("DAY", *day, "today, yesterday, monday or 2026-11-18")
      ->type_name("")
      ->required();
  on_run(day_app, session, [&session, day] { show_day(session, *day); });

  const auto history = std::make_shared<HistoryOptions>();
  CLI::App* history_app =
      add_command(app, "history", "The last weeks: a map of the days, a bar for each week",
                  {"history", "history --days 120 --habit walk"});
  history_app->add_option("--days", history->days, "How many days back, 30 unless said")
      ->type_name("N");
  history_app->add_option("--habit", history->habit, "Only this habit")->type_name("HABIT");
  on_run(history_app, session, [&session, history] { show_history(session, *history); });

  const auto list = std::make_shared<ListOptions>();
  CLI::App* list_app = add_command(
      app, "list", "Entries with the short ids that amend, remove and undo take",
      {"list", "list --day yesterday", "list --from 2026-11-01 --habit walk --text lake"});
  list_app->add_option("--day", list->day, "One day; today unless said")->type_name("DAY");
  list_app->add_option("--from", list->from, "The first day")->type_name("DAY");
  list_app->add_option("--to", list->to, "The last day; today unless said")->type_name("DAY");
  list_app->add_option("--habit", list->habit, "Only this habit")->type_name("HABIT");
  list_app->add_option("--text", list->text, "Only entries with this in their note")
      ->type_name("TEXT");
  on_run(list_app, session, [&session, list] { show_list(session, *list); });
}

}  // namespace soleus_cli
