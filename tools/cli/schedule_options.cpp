#include "tools/cli/schedule_options.h"

#include <boost/json/array.hpp>

#include "tools/cli/amounts.h"
#include "tools/cli/days.h"

namespace soleus_cli {

void add_schedule_options(CLI::App* command, ScheduleOptions& options) {
  CLI::Option* daily = command->add_flag("--daily", options.daily, "Every day");
  CLI::Option* weekly =
      command->add_option("--weekly", options.weekly, "So much a week, on days of your choice")
          ->type_name("AMOUNT")
          ->excludes(daily);
  CLI::Option* days = command->add_option("--days", options.days, "On these days, as mon,wed,fri")
                          ->type_name("DAYS")
                          ->excludes(daily)
                          ->excludes(weekly);
  CLI::Option* times =
      command->add_option("--times-a-week", options.times_a_week, "On so many days of each week")
          ->type_name("N")
          ->excludes(daily)
          ->excludes(weekly)
          ->excludes(days);
  command->add_option("--every", options.every, "Every so many days")
      ->type_name("N")
      ->excludes(daily)
      ->excludes(weekly)
      ->excludes(days)
      ->excludes(times);
}

std::optional<Json> schedule_of(const ScheduleOptions& options) {
  if (options.daily) return Json(JsonObject{{"type", "daily"}});
  if (!options.weekly.empty()) return Json(JsonObject{{"type", "weekly_amount"}});
  if (!options.days.empty()) {
    JsonArray days;
    for (const std::string& day : parse_weekdays(options.days)) days.push_back(Json(day));
    return Json(JsonObject{{"type", "weekdays"}, {"weekdays", days}});
  }
  if (!options.times_a_week.empty()) {
    return Json(JsonObject{{"type", "weekly_quota"}, {"q", parse_count(options.times_a_week)}});
  }
  if (!options.every.empty()) {
    return Json(JsonObject{{"type", "every_n_days"}, {"n", parse_count(options.every)}});
  }
  return std::nullopt;
}

std::int64_t target_of(std::string_view typed, std::string_view kind, std::string_view unit) {
  if (kind == "duration_s" || unit == "s") return parse_duration_s(typed);
  if (kind == "volume_ml" || unit == "ml") return parse_volume_ml(typed);
  return parse_count(typed);
}

}  // namespace soleus_cli
