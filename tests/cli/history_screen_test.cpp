#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tools/cli/heat_map.h"
#include "tools/cli/render_history.h"
#include "tools/cli/text.h"

using namespace soleus_cli;
using Catch::Matchers::Contains;

namespace {

const Look kAscii{.width = 80, .colour = false, .utf8 = false, .us_units = false};

struct Bucket {
  std::string status;
  std::int64_t amount = 0;
  std::int64_t target = 1800;
};

Json buckets(Day first, int step, const std::vector<Bucket>& days) {
  JsonArray array;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Day day = first + date::days{static_cast<int>(i) * step};
    array.push_back(JsonObject{{"day", iso_text(day)},
                               {"amount", days[i].amount},
                               {"target", days[i].target},
                               {"status", days[i].status}});
  }
  return JsonObject{{"unit", "s"}, {"buckets", array}};
}

HabitHistory walking(Day first, const std::vector<Bucket>& days) {
  HabitHistory habit;
  habit.title = "Walking";
  habit.kind = "duration_s";
  habit.days = buckets(first, 1, days);
  habit.weeks = buckets(first, 7, {{"missed", 5400, 12600}, {"open", 12600, 12600}});
  return habit;
}

/// The rows under the months, weekday by weekday.
std::vector<std::string> rows_of(const Block& block) {
  return {block.lines.begin() + 1, block.lines.end()};
}

std::size_t widest(const std::string& screen) {
  std::size_t width = 0;
  for (const std::string& line : split(screen, '\n')) width = std::max(width, display_width(line));
  return width;
}

}  // namespace

TEST_CASE("history screen: each day stands in its week and its weekday", "[cli][history]") {
  const Day monday = parse_iso_day("2026-11-09");
  const HabitHistory habit = walking(monday, {{"done", 1800},
                                              {"missed", 0},
                                              {"missed", 1500},
                                              {"missed", 900},
                                              {"missed", 60},
                                              {"rest", 0},
                                              {"paused", 600},
                                              {"hold", 0},
                                              {"open", 0},
                                              {"off", 0},
                                              {"short", 0}});
  const Block map = heat_map(habit, {monday, monday + date::days{10}, 0}, kAscii);
  const std::vector<std::string> rows = rows_of(map);
  REQUIRE(rows.size() == 7);
  CHECK_THAT(map.lines[0], Contains("Nov"));
  CHECK_THAT(rows[0], Catch::Matchers::StartsWith("Mon  # H"));
  CHECK_THAT(rows[1], Catch::Matchers::StartsWith("Tue  x ."));
  CHECK_THAT(rows[2], Catch::Matchers::StartsWith("Wed  % -"));
  CHECK_THAT(rows[3], Catch::Matchers::StartsWith("Thu  + -"));
  CHECK_THAT(rows[4], Catch::Matchers::StartsWith("Fri  :  "));
  CHECK_THAT(rows[5], Catch::Matchers::StartsWith("Sat  -  "));
  CHECK_THAT(rows[6], Catch::Matchers::StartsWith("Sun  =  "));
}

TEST_CASE("history screen: weeks begin where the person's do", "[cli][history]") {
  const Day sunday = parse_iso_day("2026-11-08");
  const HabitHistory habit = walking(sunday, {{"done", 1800}, {"missed", 0}});
  const Block map = heat_map(habit, {sunday, sunday + date::days{1}, 6}, kAscii);
  CHECK_THAT(rows_of(map)[0], Catch::Matchers::StartsWith("Sun  #"));
  CHECK_THAT(rows_of(map)[1], Catch::Matchers::StartsWith("Mon  x"));
}

TEST_CASE("history screen: a limit has no shades, only kept or not", "[cli][history]") {
  const Day monday = parse_iso_day("2026-11-09");
  HabitHistory habit = walking(monday, {{"done", 2, 3}, {"missed", 5, 3}, {"open", 1, 3}});
  habit.kind = "limit";
  const std::vector<std::string> rows =
      rows_of(heat_map(habit, {monday, monday + date::days{2}, 0}, kAscii));
  CHECK(rows[0][5] == '#');
  CHECK(rows[1][5] == 'x');
  CHECK(rows[2][5] == '.');
}

TEST_CASE("history screen: a bar a week, with what was aimed at", "[cli][history]") {
  const Day monday = parse_iso_day("2026-11-09");
  const std::string screen =
      render_history({walking(monday, std::vector<Bucket>(14, {"done", 1800}))},
                     {monday, monday + date::days{13}, 0}, kAscii);
  CHECK_THAT(screen, Contains(" 9 Nov  ") && Contains("1 h 30 min of 3 h 30 min"));
  CHECK_THAT(screen, Contains("16 Nov  ") && Contains("3 h 30 min of 3 h 30 min"));
  CHECK_THAT(screen, Contains("# done") && Contains("x missed") && Contains("H on hold"));
}

TEST_CASE("history screen: weeks judged by days show their sum and how they stand",
          "[cli][history]") {
  const Day monday = parse_iso_day("2026-11-09");
  HabitHistory habit = walking(monday, {{"done", 3, 3}});
  habit.weekly_quota = true;
  habit.weeks = boost::json::parse(R"({"unit": "sets", "buckets": [
    {"day": "2026-11-09", "amount": 6, "target": 2, "status": "done"}]})");
  const std::string screen = render_history({habit}, {monday, monday + date::days{6}, 0}, kAscii);
  CHECK_THAT(screen, Contains("6 sets  + done") && !Contains("6 of 2"));
}

TEST_CASE("history screen: the time before the diary began is left out", "[cli][history]") {
  const Day monday = parse_iso_day("2026-09-07");
  std::vector<Bucket> days(70, {"none", 0});
  days[65] = {"done", 1800};
  HabitHistory habit = walking(monday, days);
  std::vector<Bucket> weeks(10, {"none", 0});
  weeks[9] = {"open", 1800};
  habit.weeks = buckets(monday, 7, weeks);
  const std::string screen = render_history({habit}, {monday, monday + date::days{69}, 0}, kAscii);
  CHECK_THAT(screen, !Contains("Sep") && Contains("Nov"));
}

TEST_CASE("history screen: fits the terminal, also for years", "[cli][history]") {
  const Day monday = parse_iso_day("2024-01-01");
  const HabitHistory habit = walking(monday, std::vector<Bucket>(800, {"done", 1800}));
  for (const std::size_t width : {std::size_t{30}, std::size_t{40}, std::size_t{80}}) {
    Look look = kAscii;
    look.width = width;
    INFO(width);
    for (const int days : {1, 7, 30, 120, 400, 800}) {
      const HistoryRange range{monday + date::days{800 - days}, monday + date::days{799}, 0};
      if (width >= 40) CHECK(widest(render_history({habit, habit}, range, look)) <= width);
      CHECK(heat_map(habit, range, look).width <= width);
    }
  }
}
