#include "tools/cli/command.h"

#include <utility>

#include "tools/cli/errors.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
// Clocks differ a little; a drink at "half past" may be noted at 29 minutes past.
constexpr std::int64_t kTolerance = 5 * kMsPerMinute;

/// The date on the wall at `minutes` of the diary's `day`: before the day starts, the next one.
Day date_of(Session& session, Day day, int minutes) {
  const Json settings = session.ask("settings.get");
  const std::int64_t start = number_of(member(settings, "settings"), "day_start_min");
  return minutes < start ? day + date::days{1} : day;
}

}  // namespace

CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& description,
                      const std::vector<std::string>& examples) {
  CLI::App* command = parent.add_subcommand(name, description);
  std::string footer = examples.empty() ? "" : "Examples:\n";
  for (const std::string& example : examples) footer += "  soleus " + example + '\n';
  footer +=
      "\nWith every command: --db FILE, --zone ZONE, --color WHEN, --json. See soleus --help.";
  command->footer(footer);
  return command;
}

void on_run(CLI::App* command, Session& session, std::function<void()> action) {
  command->callback([&session, action = std::move(action)] { session.choose(action); });
}

void add_when(CLI::App* command, When& when) {
  command
      ->add_option("--day", when.day, "The day it is for: today, yesterday, monday or 2026-11-18")
      ->type_name("DAY");
  command->add_option("--at", when.at, "The time on the clock when it ended, as 08:30")
      ->type_name("TIME");
}

void put_when(Session& session, const When& when, JsonObject& params) {
  if (when.day.empty() && when.at.empty()) return;
  if (when.at.empty()) {
    params["day"] = iso_text(session.day_of(when.day, Towards::past));
    return;
  }
  const int minutes = parse_time_of_day(when.at);
  const Day day = when.day.empty() ? session.today() : session.day_of(when.day, Towards::past);
  const Day date = date_of(session, day, minutes);
  const Instant instant = session.clock().instant_of(date, minutes);
  if (instant.utc_ms > session.clock().utc_ms() + kTolerance) {
    throw UsageError(time_text(minutes) + " on " + long_day_text(date) +
                     " is still to come. For an earlier day say --day, as in --day yesterday.");
  }
  if (instant.happens_twice) {
    Session::remark(time_text(minutes) + " happens twice on " + long_day_text(date) +
                    "; taken as the first, " + offset_text(instant.offset_s) + ".");
  }
  params["occurred_at"] = JsonObject{{"utc_ms", instant.utc_ms}, {"offset_s", instant.offset_s}};
}

std::string joined(const std::vector<std::string>& words) { return join(words, " "); }

}  // namespace soleus_cli
