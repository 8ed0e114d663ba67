#include "tools/cli/days.h"

#include <string>
#include <vector>

#include "tests/cli/refused.h"
#include "tests/support/catch.h"

using namespace soleus_cli;
using namespace soleus_cli::testing;

namespace {

// A Friday.
const Day kToday = parse_iso_day("2026-11-20");

std::string past(const char* text) { return iso_text(parse_day(text, kToday, Towards::past)); }
std::string future(const char* text) { return iso_text(parse_day(text, kToday, Towards::future)); }

}  // namespace

TEST_CASE("days: words and dates", "[cli][days]") {
  CHECK(past("today") == "2026-11-20");
  CHECK(past("Yesterday") == "2026-11-19");
  CHECK(past("tomorrow") == "2026-11-21");
  CHECK(past("2026-11-18") == "2026-11-18");
  CHECK(past("2024-02-29") == "2024-02-29");
}

TEST_CASE("days: a weekday is the last one for what was done, the next one for plans",
          "[cli][days]") {
  CHECK(past("monday") == "2026-11-16");
  CHECK(past("fri") == "2026-11-20");
  CHECK(past("saturday") == "2026-11-14");
  CHECK(future("monday") == "2026-11-23");
  CHECK(future("fri") == "2026-11-27");
  CHECK(future("sat") == "2026-11-21");
}

TEST_CASE("days: what is no day is refused", "[cli][days]") {
  for (const char* text : {"", "mo", "someday", "2026-02-29", "2026-13-01", "2026-1-1", "20261118",
                           "2026-11-18x", "18.11.2026", "-1", "2026/11/18"}) {
    INFO(text);
    CHECK_FALSE(refusal_of([&] { parse_day(text, kToday, Towards::past); }).empty());
  }
}

TEST_CASE("days: only a date stands for itself", "[cli][days]") {
  CHECK_FALSE(is_relative_day("2026-11-18"));
  CHECK(is_relative_day("yesterday"));
  CHECK(is_relative_day("monday"));
}

TEST_CASE("days: lists of weekdays", "[cli][days]") {
  using Names = std::vector<std::string>;
  CHECK(parse_weekdays("fri,mon, wed") == Names{"monday", "wednesday", "friday"});
  CHECK(parse_weekdays("mon-wed") == Names{"monday", "tuesday", "wednesday"});
  CHECK(parse_weekdays("sat-mon") == Names{"monday", "saturday", "sunday"});
  CHECK(parse_weekdays("weekend") == Names{"saturday", "sunday"});
  CHECK(parse_weekdays("weekdays").size() == 5);
  CHECK(parse_weekdays("mon-sun").size() == 7);
  for (const char* text : {"", "mon,", "mon;tue", "xyz", "mon-", "1,3"}) {
    INFO(text);
    CHECK_FALSE(refusal_of([&] { parse_weekdays(text); }).empty());
  }
}

TEST_CASE("days: times of day and stretches of it", "[cli][days]") {
  CHECK(parse_time_of_day("08:30") == 510);
  CHECK(parse_time_of_day("8:30") == 510);
  CHECK(parse_time_of_day("23:59") == 1439);
  CHECK(parse_window("09:00-17:00").start_min == 540);
  CHECK(parse_window("09:00-24:00").end_min == 1440);
  for (const char* text :
       {"", "8", "24:00", "12:60", "8:3", "08:30:00", "-8:30", "aa:bb", "8.30"}) {
    INFO(text);
    CHECK_FALSE(refusal_of([&] { parse_time_of_day(text); }).empty());
  }
}

TEST_CASE("days: a day is written short, with its year only when it is another", "[cli][days]") {
  CHECK(day_text(parse_iso_day("2026-11-18"), kToday) == "Wed 18 Nov");
  CHECK(day_text(parse_iso_day("2025-01-01"), kToday) == "Wed 1 Jan 2025");
  CHECK(long_day_text(kToday) == "Friday 20 November 2026");
}
