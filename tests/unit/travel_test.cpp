#include <date/tz.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/unit/person.h"

// Real zones from the system's time zone database: no entry is lost, doubled or moved, ever.
namespace soleus::testing {
namespace {

using std::chrono::milliseconds;

std::int32_t offset_of(const std::string& zone, std::int64_t utc_ms) {
  const date::sys_time<milliseconds> instant{milliseconds{utc_ms}};
  return static_cast<std::int32_t>(date::locate_zone(zone)->get_info(instant).offset.count());
}

/// The calendar date a wall clock in `zone` shows `day_start_min` earlier.
CivilDay wall_day(const std::string& zone, std::int64_t utc_ms, std::int32_t day_start_min = 0) {
  const std::int64_t local = utc_ms + offset_of(zone, utc_ms) * 1000LL - day_start_min * 60000LL;
  return CivilDay{static_cast<std::int32_t>(floor_div(local, kMsPerDay))};
}

std::int64_t utc(std::string_view iso_day, std::int64_t hour = 0) {
  return day(iso_day).days_since_1970() * kMsPerDay + hour * kMsPerHour;
}

struct Told {
  EventId id;
  CivilDay expected;
};

/// A person who drinks a glass every half hour, wherever they are.
class Drinker {
 public:
  explicit Drinker(std::int32_t day_start_min = 0) : day_start_min_(day_start_min) {}

  void stay(const std::string& zone, std::int64_t from_ms, std::int64_t hours) {
    for (std::int64_t half = 0; half < hours * 2; ++half) {
      const std::int64_t utc_ms = from_ms + half * 30 * kMsPerMinute;
      person.at_utc(utc_ms, offset_of(zone, utc_ms));
      const LoggedEntry entry = person.log(water(100));
      told.push_back({entry.id, wall_day(zone, utc_ms, day_start_min_)});
    }
  }

  /// Every entry stands once, on the day its wall clock showed; every day's sum is exact.
  void check(std::string_view from, std::string_view to) {
    std::map<EventId, CivilDay> found;
    for (const LoggedEntry& entry : person.entries(from, to)) {
      CHECK(found.emplace(entry.id, entry.day).second);
    }
    CHECK(found.size() == told.size());
    std::map<CivilDay, std::int64_t> sums;
    std::size_t moved = 0;
    for (const Told& t : told) {
      sums[t.expected] += 100;
      if (found.count(t.id) == 0 || found.at(t.id) != t.expected) ++moved;
    }
    CHECK(moved == 0);
    std::size_t wrong = 0;
    for (CivilDay d = day(from); d <= day(to); ++d) {
      const std::int64_t have = person.row(HabitId{"water"}, iso_text(d)).sums.total();
      if (have != (sums.count(d) != 0 ? sums[d] : 0)) ++wrong;
    }
    CHECK(wrong == 0);
  }

  Person person;
  std::vector<Told> told;

 private:
  std::int32_t day_start_min_;
};

}  // namespace

TEST_CASE("travel: flights west, east and west again keep every entry on the day its clock showed",
          "[core][travel]") {
  Drinker drinker;
  drinker.stay("Europe/Berlin", utc("2026-03-01"), 40);
  drinker.stay("America/Los_Angeles", utc("2026-03-02", 16), 50);
  drinker.stay("Asia/Tokyo", utc("2026-03-04", 18), 60);
  drinker.stay("Pacific/Honolulu", utc("2026-03-07", 6), 40);
  drinker.check("2026-02-25", "2026-03-12");
}

TEST_CASE("travel: clock changes of every kind keep every entry on its day", "[core][travel]") {
  struct Change {
    const char* zone;
    const char* around;
  };
  const std::vector<Change> changes = {
      {"Europe/Berlin", "2026-03-29"},        // 23 h
      {"Europe/Berlin", "2026-10-25"},        // 25 h
      {"America/Sao_Paulo", "2018-11-04"},    // midnight does not exist
      {"America/Sao_Paulo", "2018-02-18"},    // midnight comes twice
      {"America/Santiago", "2026-09-06"},     // midnight does not exist
      {"Australia/Lord_Howe", "2026-10-04"},  // half an hour forward
      {"Australia/Lord_Howe", "2026-04-05"},  // half an hour back
      {"Asia/Kathmandu", "2026-06-01"},       // +05:45
      {"Pacific/Kiritimati", "2026-06-01"},   // +14
      {"Africa/Casablanca", "2026-02-15"},    // Ramadan begins
      {"Africa/Casablanca", "2026-03-22"},    // Ramadan ends
      {"Pacific/Apia", "2011-12-30"},         // the day that never was
  };
  for (const Change& change : changes) {
    CAPTURE(change.zone, change.around);
    const CivilDay around = day(change.around);
    Drinker drinker;
    drinker.stay(change.zone, utc(iso_text(around - 2)), 24 * 5);
    drinker.check(iso_text(around - 4), iso_text(around + 5));
  }
}

TEST_CASE("travel: nobody lived 2011-12-30 in Apia, and the chain of days is not asked for it",
          "[core][travel]") {
  Drinker drinker;
  drinker.stay("Pacific/Apia", utc("2011-12-28"), 24 * 5);
  CHECK(drinker.person.row(HabitId{"water"}, "2011-12-30").sums.total() == 0);
  CHECK(drinker.person.status(HabitId{"water"}, "2011-12-30") == DayStatus::short_day);
}

TEST_CASE("travel: a day start of 03:00 inside the gap of a clock change loses nothing",
          "[core][travel]") {
  // Troll station jumps from 01:00 to 03:00, Berlin from 02:00 to 03:00.
  for (const char* zone : {"Antarctica/Troll", "Europe/Berlin"}) {
    CAPTURE(zone);
    Drinker drinker{180};
    drinker.person.at("2026-03-20", 12);
    REQUIRE(set_settings(drinker.person.ledger(), drinker.person.request(),
                         {180, {}, {}, {}, {}, {}, {}}));
    drinker.stay(zone, utc("2026-03-27"), 24 * 4);
    drinker.check("2026-03-20", "2026-04-05");
  }
}

TEST_CASE("travel: an entry keeps its day when zone, clock rule or day start change later",
          "[core][travel]") {
  Person person;
  person.offset(3600).at("2026-11-20", 1, 30);
  const LoggedEntry entry = person.log(water(300));
  REQUIRE(entry.day == day("2026-11-20"));

  REQUIRE(set_settings(person.ledger(), person.request(), {300, {}, {}, {}, {}, {}, {}}));
  person.offset(-10 * 3600).at("2026-11-22", 9, 0);
  person.log(water(100));
  person.offset(13 * 3600).at("2026-11-25", 9, 0);
  person.log(water(100));

  CHECK(person.entries("2026-11-20", "2026-11-20").size() == 1);
  CHECK(person.row(HabitId{"water"}, "2026-11-20").sums.total() == 300);
}

TEST_CASE("travel: a day start changed between two entries moves neither of them",
          "[core][travel]") {
  Person person;
  person.at("2026-11-20", 23, 0);
  const LoggedEntry before = person.log(water(100));
  REQUIRE(set_settings(person.ledger(), person.request(), {240, {}, {}, {}, {}, {}, {}}));

  SECTION("the new start holds from the next civil day on, never earlier") {
    person.at("2026-11-20", 23, 30);
    CHECK(person.log(water(100)).day == day("2026-11-20"));
    // 03:00 is before the new start; the day of the change is ruled by it and has not begun.
    person.at("2026-11-21", 3, 0);
    CHECK(person.log(water(100)).day == day("2026-11-20"));
    person.at("2026-11-21", 4, 0);
    CHECK(person.log(water(100)).day == day("2026-11-21"));
    person.at("2026-11-22", 3, 59);
    CHECK(person.log(water(100)).day == day("2026-11-21"));
  }
  CHECK(before.day == day("2026-11-20"));
  CHECK(person.entries("2026-11-19", "2026-11-20").front().day == day("2026-11-20"));
}

TEST_CASE("travel: a day start set back ends the day earlier and doubles nothing",
          "[core][travel]") {
  Person person;
  person.at("2026-11-10", 12);
  REQUIRE(set_settings(person.ledger(), person.request(), {720, {}, {}, {}, {}, {}, {}}));
  person.at("2026-11-20", 13);
  REQUIRE(set_settings(person.ledger(), person.request(), {0, {}, {}, {}, {}, {}, {}}));
  person.at("2026-11-20", 23, 59);
  CHECK(person.log(water(1)).day == day("2026-11-20"));
  person.at("2026-11-21", 0, 0);
  CHECK(person.log(water(1)).day == day("2026-11-21"));
  CHECK(person.status(HabitId{"water"}, "2026-11-20") == DayStatus::short_day);
}

TEST_CASE("travel: a clock set back two days records on the days it shows and loses nothing",
          "[core][travel]") {
  Person person;
  person.at("2026-11-20", 12);
  const LoggedEntry first = person.log(water(100));
  person.at("2026-11-18", 12);
  const LoggedEntry second = person.log(water(200));
  const LoggedEntry changed = person.amend(second.id, water(250));
  person.at("2026-11-20", 13);
  const LoggedEntry third = person.log(water(300));

  CHECK(first.day == day("2026-11-20"));
  CHECK(second.day == day("2026-11-18"));
  CHECK(std::get<WaterAmounts>(changed.values.amounts).water_ml == 250);
  CHECK(third.day == day("2026-11-20"));
  CHECK(person.row(HabitId{"water"}, "2026-11-18").sums.total() == 250);
  CHECK(person.row(HabitId{"water"}, "2026-11-20").sums.total() == 400);
}

TEST_CASE("travel: a clock a year ahead keeps what it recorded there, and later changes still rule",
          "[core][travel]") {
  Person person;
  person.at("2026-11-20", 9);
  person.log(water(100));
  person.at("2027-11-20", 10);
  const LoggedEntry ahead = person.log(water(200));
  REQUIRE(ahead.day == day("2027-11-20"));

  person.at("2026-11-20", 11);
  person.log(water(300));
  CHECK(person.row(HabitId{"water"}, "2026-11-20").sums.total() == 400);
  CHECK(person.row(HabitId{"water"}, "2027-11-20").sums.total() == 200);

  SECTION("it can be moved to the right day from the right clock") {
    person.move(ahead.id, "2026-11-20");
    CHECK(person.row(HabitId{"water"}, "2026-11-20").sums.total() == 600);
    CHECK(person.row(HabitId{"water"}, "2027-11-20").sums.total() == 0);
  }
  SECTION("it can be taken back from the right clock") {
    person.remove(ahead.id);
    CHECK(person.row(HabitId{"water"}, "2027-11-20").sums.total() == 0);
  }
  SECTION("later events are never more than a day ahead of their own clock") {
    REQUIRE(person.store().begin_read());
    const Hlc horizon = hlc_horizon(person.clock().utc_ms);
    const auto latest = person.store().latest_hlc(horizon);
    person.store().end();
    REQUIRE(latest);
    CHECK(latest->utc_ms() == person.clock().utc_ms);
  }
}

TEST_CASE("travel: settings made under a wild clock give way to those made afterwards",
          "[core][travel]") {
  Person person;
  person.at("2027-11-20");
  REQUIRE(set_settings(person.ledger(), person.request(), {{}, {}, {}, Units::us, true, {}, {}}));
  person.at("2026-11-20");
  REQUIRE(
      set_settings(person.ledger(), person.request(), {{}, {}, {}, Units::metric, false, {}, {}}));
  const auto settings = get_settings(person.ledger(), person.request());
  REQUIRE(settings);
  CHECK(settings->units == Units::metric);
  CHECK_FALSE(settings->quiet_mode);
}

}  // namespace soleus::testing
