#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tools/cli/errors.h"
#include "tools/cli/habit_book.h"
#include "tools/cli/render_setup.h"
#include "tools/cli/words.h"

using namespace soleus_cli;
using Catch::Matchers::Contains;

namespace {

const Look kWide{.width = 80, .colour = false, .utf8 = true, .us_units = false};
const Day kToday = parse_iso_day("2026-11-20");

const HabitBook kBook{boost::json::parse(R"([
  {"id": "walking", "title": "Walking", "kind": "duration_s", "unit": "s"},
  {"id": "water", "title": "Water", "kind": "volume_ml", "unit": "ml"},
  {"id": "calf_raises", "title": "Calf raises", "kind": "count", "unit": "sets"},
  {"id": "0199e3f0-7a00", "title": "Coffee", "kind": "limit", "unit": "times"},
  {"id": "0199e3f0-7a01", "title": "Coffee beans", "kind": "count", "unit": "times"}])")
                          .as_array()};

std::string id_of(const char* typed) {
  const KnownHabit* habit = kBook.find(typed);
  return habit == nullptr ? "" : habit->id;
}

std::string goal(const char* json, const char* unit) {
  return goal_text(boost::json::parse(json), unit, kWide);
}

}  // namespace

TEST_CASE("habits: found by id, title, word or beginning", "[cli][habits]") {
  CHECK(id_of("walking") == "walking");
  CHECK(id_of("walk") == "walking");
  CHECK(id_of("WALK") == "walking");
  CHECK(id_of("raises") == "calf_raises");
  CHECK(id_of("calf r") == "calf_raises");
  CHECK(id_of("wat") == "water");
  CHECK(id_of("coffee") == "0199e3f0-7a00");
  CHECK(id_of("coffee b") == "0199e3f0-7a01");
  CHECK(id_of("0199e3f0-7a01") == "0199e3f0-7a01");
  CHECK(id_of("foo").empty());
  CHECK(id_of("").empty());
}

TEST_CASE("habits: a beginning of two is asked about, not guessed", "[cli][habits]") {
  CHECK_THROWS_AS(kBook.find("wa"), Refusal);
  CHECK_THROWS_WITH(kBook.find("coff"), Contains("Coffee") && Contains("Coffee beans"));
}

TEST_CASE("habits: goals in words", "[cli][habits]") {
  CHECK(goal(R"({"target":2700,"schedule":{"type":"daily"}})", "s") == "45 min a day");
  CHECK(goal(R"({"target":9000,"schedule":{"type":"weekly_amount"}})", "s") == "2 h 30 min a week");
  CHECK(goal(R"({"target":3,"schedule":{"type":"weekly_quota","q":2}})", "sets") ==
        "3 sets on 2 days a week");
  CHECK(goal(R"({"target":8,"schedule":{"type":"weekdays","weekdays":
      ["monday","tuesday","wednesday","thursday","friday"]}})",
             "slots") == "8 half hours on Mon to Fri");
  CHECK(goal(R"({"target":4,"schedule":{"type":"weekdays","weekdays":["monday","friday"]}})",
             "sets") == "4 sets on Mon, Fri");
  CHECK(goal(R"({"target":4,"schedule":{"type":"every_n_days","n":3}})", "sets") ==
        "4 sets every 3 days");
  CHECK(goal(R"({"target":3,"schedule":{"type":"at_most"}})", "times") == "at most 3 times a day");
  CHECK(goal(R"({"target":1,"schedule":{"type":"daily"}})", "times") == "once a day");
}

TEST_CASE("habits: the list tells what is to change, and what is put away", "[cli][habits]") {
  const std::string text = render_habits(boost::json::parse(R"({"habits": [
        {"id": "walking", "title": "Walking", "unit": "s", "archived": false,
         "goal": {"target": 1800, "schedule": {"type": "daily"}, "from_day": "2026-11-01"},
         "next_goal": {"target": 2700, "schedule": {"type": "daily"}, "from_day": "2026-11-23"}},
        {"id": "water", "title": "Water", "unit": "ml", "archived": true,
         "goal": {"target": 2000, "schedule": {"type": "daily"}, "from_day": "2026-11-01"}}]})"),
                                         kToday, kWide);
  CHECK_THAT(text, Contains("Walking  30 min a day; then 45 min a day, from Mon 23 Nov\n"));
  CHECK_THAT(text, Contains("Water    2 l a day (put away)\n"));
}

TEST_CASE("plans: pauses and rest days in words", "[cli][plans]") {
  const std::string text = render_plans(boost::json::parse(R"([
        {"id": "0199e3f0-006839", "kind": "pause", "from": "2026-11-20"},
        {"id": "0199e3f0-3bea29", "kind": "pause", "from": "2026-11-21", "to": "2026-11-30",
         "habits": ["walking"]},
        {"id": "0199e3f0-2769a7", "kind": "rest", "from": "2026-11-20",
         "weekdays": ["monday", "thursday"], "tag": "strength"},
        {"id": "0199e3f0-9a278b", "kind": "rest", "from": "2026-11-22", "to": "2026-11-22"}])")
                                            .as_array(),
                                        kBook, kToday, kWide);
  CHECK_THAT(text, Contains("006839  ‖ Pause from Fri 20 Nov until you resume: everything\n"));
  CHECK_THAT(text, Contains("3bea29  ‖ Pause from Sat 21 Nov through Mon 30 Nov: Walking\n"));
  CHECK_THAT(text, Contains("2769a7  – Rest every Mon, Thu from Fri 20 Nov: all habits tagged "
                            "strength\n"));
  CHECK_THAT(text, Contains("9a278b  – Rest Sun 22 Nov: strength habits\n"));
}

TEST_CASE("settings: with what is on its way", "[cli][settings]") {
  const std::string text = render_settings(
      boost::json::parse(R"({"settings": {"day_start_min": 0, "week_start": "monday",
        "units": "metric", "quiet_mode": false, "game_off": true,
        "desk_window": {"start_min": 540, "end_min": 1020},
        "pending": {"day_start_min": {"value": 180, "from_day": "2026-11-21"}}}})"),
      kToday, kWide);
  CHECK_THAT(text, Contains("day-start    00:00, then 03:00 from Sat 21 Nov\n"));
  CHECK_THAT(text, Contains("desk-window  09:00-17:00\n"));
  CHECK_THAT(text, Contains("quiet        off\n") && Contains("game         off\n"));
}
