#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/calendar/day_start.h"
#include "core/calendar/lived_time.h"
#include "core/calendar/week.h"
#include "core/journal/versions.h"
#include "tests/support/catch.h"
#include "tests/unit/person.h"

namespace soleus::testing {

TEST_CASE("base: every error code has its own number and name", "[core][base]") {
  std::set<std::int32_t> numbers;
  std::set<std::string> names;
  std::size_t count = 0;
#define X(name, number)                             \
  numbers.insert(number);                           \
  names.insert(std::string(code_name(Code::name))); \
  CHECK(code_name(Code::name) == #name);            \
  ++count;
#include "core/base/error_codes.def"
#undef X
  CHECK(numbers.size() == count);
  CHECK(names.size() == count);
}

TEST_CASE("base: UUIDs read what they write and nothing else", "[core][base]") {
  const Uuid id = Uuid::v7(1764000000000, 0x123456789abcdef0, 0xfedcba9876543210);
  CHECK(Uuid::parse(id.text()) == id);
  CHECK(id.text().substr(14, 1) == "7");
  CHECK(id.utc_ms() == 1764000000000);
  CHECK(Uuid::parse("019AB2E0-0000-7000-8000-00000000000A"));
  for (const char* bad :
       {"", "019ab2e0-0000-7000-8000-00000000000", "019ab2e0x0000-7000-8000-00000000000a",
        "019ab2e0-0000-7000-8000-00000000000g", "{019ab2e0-0000-7000-8000-0000000000}"}) {
    CHECK_FALSE(Uuid::parse(bad));
  }
}

TEST_CASE("base: version 7 ids sort by time, ids made from text are the same everywhere",
          "[core][base]") {
  IdSource source{1, 2};
  CHECK(source.next(1000) < source.next(1001));
  CHECK(source.next(5) != source.next(5));
  CHECK(Uuid::v8_of("tap-1") == Uuid::v8_of("tap-1"));
  CHECK(Uuid::v8_of("tap-1") != Uuid::v8_of("tap-2"));
  CHECK(Uuid::v8_of("tap-1").text().substr(14, 1) == "8");
  CHECK_FALSE(Uuid::v8_of("tap-1").utc_ms());
}

TEST_CASE("base: derived ids stay beside their command and never meet", "[core][base]") {
  const Uuid main = Uuid::v7(1764000000000, 1, 2);
  std::set<Uuid> ids{main};
  for (std::uint32_t i = 1; i <= 100; ++i) {
    ids.insert(main.derived(i));
    CHECK(main.derived(i).utc_ms() == main.utc_ms());
  }
  CHECK(ids.size() == 101);
}

TEST_CASE("base: the hashes are the published ones", "[core][base]") {
  CHECK(Fnv1a{}.value() == 0xcbf29ce484222325ULL);
  CHECK(Fnv1a{}.add("a").value() == 0xaf63dc4c8601ec8cULL);
  CHECK(Fnv1a{}.add("foobar").value() == 0x85944171f73967e8ULL);
  std::uint64_t state = 1234567;
  CHECK(split_mix64(state) == 6457827717110365317ULL);
  CHECK(split_mix64(state) == 3203168211198807973ULL);
}

TEST_CASE("base: the logical clock never falls and never runs more than a day ahead",
          "[core][base]") {
  const std::int64_t now = 1764000000000;
  CHECK(hlc_next(now, Hlc{}) == Hlc::at(now));
  CHECK(hlc_next(now, Hlc::at(now)).value == Hlc::at(now).value + 1);
  CHECK(hlc_next(now, Hlc::at(now + 5000)).utc_ms() == now + 5000);
  CHECK(hlc_horizon(now).utc_ms() == now + kMsPerDay);
}

TEST_CASE("calendar: dates read and write as ISO 8601, dates that do not exist are refused",
          "[core][calendar]") {
  for (CivilDay d = first_valid_day(); d <= last_valid_day(); d = d + 13) {
    CHECK(parse_iso_day(iso_text(d)) == d);
  }
  CHECK(iso_text(CivilDay{0}) == "1970-01-01");
  CHECK(parse_iso_day("2028-02-29"));
  for (const char* bad : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-20",
                          "2026/11/20", "2026-11-20 ", "2026-1-20", "+026-11-20", ""}) {
    CHECK_FALSE(parse_iso_day(bad));
  }
  CHECK(weekday_of(day("2026-11-20")) == Weekday::friday);
  CHECK(month_start(day("2026-11-20")) == day("2026-11-01"));
  CHECK(month_start(day("2026-11-20"), 2) == day("2027-01-01"));
}

TEST_CASE("calendar: weeks tile the days for every week start", "[core][calendar]") {
  for (int start = 1; start <= 7; ++start) {
    Weeks weeks;
    weeks.set(day("2026-06-01"), static_cast<Weekday>(start));
    weeks.set(day("2026-09-09"), static_cast<Weekday>(start % 7 + 1));
    CivilDay d = day("2026-05-04");
    while (d < day("2026-12-01")) {
      const Week week = weeks.week_of(d);
      CHECK(week.first == d);
      CHECK((week.last - week.first >= 0 && week.last - week.first <= 6));
      for (CivilDay inside = week.first; inside <= week.last; ++inside) {
        CHECK(weeks.week_of(inside) == week);
      }
      d = week.last + 1;
    }
  }
}

TEST_CASE("calendar: a week ends early when a new week start comes, and never lasts 8 days",
          "[core][calendar]") {
  Weeks weeks;
  weeks.set(day("2026-11-17"), Weekday::sunday);
  CHECK(weeks.week_of(day("2026-11-18")) == Week{day("2026-11-16"), day("2026-11-21")});
  CHECK(weeks.week_of(day("2026-11-22")) == Week{day("2026-11-22"), day("2026-11-28")});
  weeks.set(day("2026-11-24"), Weekday::saturday);
  CHECK(weeks.week_of(day("2026-11-25")) == Week{day("2026-11-22"), day("2026-11-27")});
}

TEST_CASE("calendar: the told last of two day starts rules from its day on", "[core][calendar]") {
  DayStarts starts;
  starts.set(day("2026-12-01"), 180);
  starts.set(day("2026-11-21"), 60);
  CHECK(starts.on(day("2026-11-20")) == 0);
  CHECK(starts.on(day("2026-11-21")) == 60);
  CHECK(starts.on(day("2026-12-01")) == 60);
}

TEST_CASE("calendar: the lived time of all days is all the time there is", "[core][calendar]") {
  DayStarts starts;
  starts.set(day("2026-11-10"), 300);
  const std::vector<OffsetSpan> spans = {
      {Hlc{}, 3600},
      {Hlc::at(day("2026-11-12").days_since_1970() * kMsPerDay + 9 * kMsPerHour), 32400},
      {Hlc::at(day("2026-11-15").days_since_1970() * kMsPerDay + 1 * kMsPerHour), -28800}};
  std::int64_t total = 0;
  for (CivilDay d = day("2026-11-01"); d < day("2026-12-01"); ++d) {
    total += lived_ms(d, starts, spans);
  }
  // 30 days, 5 hours of a later day start, 10 hours of a clock set back.
  CHECK(total == 30 * kMsPerDay + 5 * kMsPerHour + (3600 + 28800) * kMsPerSecond);
}

TEST_CASE("journal: of several versions the highest that none replaces is shown",
          "[core][journal]") {
  const auto version = [](std::string_view name, std::int64_t hlc, std::vector<EventId> before) {
    Event event;
    event.id = EventId{Uuid::v8_of(name)};
    event.root = EventId{Uuid::v8_of("a")};
    event.hlc = Hlc{hlc};
    event.supersedes = std::move(before);
    event.payload = EntryAmended{water(hlc), {}, {}};
    return event;
  };
  const Event a = version("a", 9, {});
  const Event b = version("b", 2, {a.id});  // recorded under a clock that was behind
  const Event c = version("c", 1, {a.id});
  for (std::vector<Event> order :
       {std::vector{a, b, c}, std::vector{c, b, a}, std::vector{b, c, a}}) {
    CHECK(visible_version(order).id == b.id);
    std::vector<EventId> open = {b.id, c.id};
    std::sort(open.begin(), open.end());
    CHECK(unsuperseded(order) == open);
    CHECK(view_entry(order).first->id == a.id);
  }
}

}  // namespace soleus::testing
