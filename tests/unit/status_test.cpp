#include <string>

#include "tests/support/catch.h"
#include "tests/unit/person.h"

// game-rules.md section 3, row by row. November 2026: the 16th and the 23rd are Mondays.
namespace soleus::testing {
namespace {

const HabitId kWater{"water"};
const HabitId kWalking{"walking"};
const HabitId kRaises{"calf_raises"};
const HabitId kStrength{"strength"};

TagSet tags(std::initializer_list<Tag> all) {
  TagSet set;
  for (const Tag tag : all) set.add(tag);
  return set;
}

Schedule schedule(ScheduleType type, std::int32_t number = 0) {
  Schedule out;
  out.type = type;
  if (type == ScheduleType::weekly_quota) out.quota = number;
  if (type == ScheduleType::every_n_days) out.every = number;
  return out;
}

/// Someone whose diary began on Sunday 2026-11-01.
Person since_november() {
  Person person;
  person.at("2026-11-01", 8);
  person.log(water(1));
  return person;
}

HabitId weekly_walk(Person& person, std::int64_t minutes) {
  return person.create({"Long walks",
                        HabitKind::duration_s,
                        {schedule(ScheduleType::weekly_amount), minutes * 60, {}},
                        Tag::none,
                        "",
                        Effort::medium});
}

WeekStanding week_of(Person& person, const HabitId& habit, std::string_view iso_day) {
  const auto week = person.standing(habit, iso_day).week;
  REQUIRE(week);
  return *week;
}

}  // namespace

TEST_CASE("status: a day is done at its target, open until the day after, then missed",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10");
  person.log(water(1999));
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::open);
  person.at("2026-11-11");
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::open);
  person.at("2026-11-12");
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::missed);
  person.log_on("2026-11-10", water(1));
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::done);
}

TEST_CASE("status: nothing counts that was told too late or imported", "[core][status]") {
  Person person = since_november();
  person.at("2026-11-20");
  person.log_on("2026-11-12", water(2000));
  person.log_from(Source::import, "2026-11-18", water(2000));
  CHECK(person.status(kWater, "2026-11-12") == DayStatus::missed);
  CHECK(person.status(kWater, "2026-11-18") == DayStatus::missed);
}

TEST_CASE("status: before the first day there is none, unless the day before it is done",
          "[core][status]") {
  Person person;
  person.at("2026-11-10");
  person.log_on("2026-11-09", water(1999));
  CHECK(person.status(kWater, "2026-11-09") == DayStatus::none);
  person.log_on("2026-11-09", water(1));
  CHECK(person.status(kWater, "2026-11-09") == DayStatus::done);
  person.log_on("2026-11-08", water(2000));
  CHECK(person.status(kWater, "2026-11-08") == DayStatus::none);
}

TEST_CASE("status: unknown is not zero: a limit with nothing logged is no success, 0 is",
          "[core][status]") {
  Person person = since_november();
  const HabitId coffee = person.create({"Coffee",
                                        HabitKind::limit,
                                        {schedule(ScheduleType::at_most), 2, {}},
                                        Tag::none,
                                        "",
                                        Effort::small});
  person.at("2026-11-10");
  person.log_on("2026-11-03", custom(coffee, 0));
  person.log_on("2026-11-04", custom(coffee, 2));
  person.log_on("2026-11-05", custom(coffee, 3));
  person.log_on("2026-11-09", custom(coffee, 1));
  CHECK(person.status(coffee, "2026-11-03") == DayStatus::done);
  CHECK(person.status(coffee, "2026-11-04") == DayStatus::done);
  CHECK(person.status(coffee, "2026-11-05") == DayStatus::missed);
  CHECK(person.status(coffee, "2026-11-06") == DayStatus::missed);
  CHECK(person.status(coffee, "2026-11-09") == DayStatus::open);
  CHECK(person.today(coffee).next_step);
  person.log(custom(coffee, 0));
  CHECK(person.today(coffee).entries == 1);
  CHECK_FALSE(person.today(coffee).next_step);
  CHECK(person.standing(coffee, "2026-11-06").amount == 0);
}

TEST_CASE("status: a paused limit is open while its day is, asks for nothing, and is not missed",
          "[core][status]") {
  Person person = since_november();
  const HabitId coffee = person.create({"Coffee",
                                        HabitKind::limit,
                                        {schedule(ScheduleType::at_most), 2, {}},
                                        Tag::none,
                                        "",
                                        Effort::small});
  person.at("2026-11-10");
  REQUIRE(plan_pause(person.ledger(), person.request(), {{}, {}, {{coffee}, {}}}));
  CHECK(person.today(coffee).status == DayStatus::open);
  CHECK_FALSE(person.today(coffee).next_step);
  person.at("2026-11-12");
  CHECK(person.status(coffee, "2026-11-10") == DayStatus::paused);
}

TEST_CASE("status: a pause, a rest day and a day off are never an amount", "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10");
  REQUIRE(plan_pause(person.ledger(), person.request(),
                     {day("2026-11-04"), day("2026-11-05"), {{kWater}, {}}}));
  REQUIRE(plan_rest(person.ledger(), person.request(), {day("2026-11-10"), {}, {{kWalking}, {}}}));
  CHECK(person.status(kWater, "2026-11-04") == DayStatus::paused);
  CHECK(person.status(kWater, "2026-11-06") == DayStatus::missed);
  CHECK(person.standing(kWater, "2026-11-04").amount == 0);
  CHECK(person.row(kWater, "2026-11-04") == DayRow{});
  CHECK(person.status(kWalking, "2026-11-10") == DayStatus::rest);
  person.log(walk(30));
  CHECK(person.status(kWalking, "2026-11-10") == DayStatus::done);
}

TEST_CASE("status: schedules ask for their days only", "[core][status]") {
  Person person = since_november();
  Schedule tuesdays;
  tuesdays.type = ScheduleType::weekdays;
  tuesdays.weekdays.add(Weekday::tuesday);
  const HabitId choir =
      person.create({"Choir", HabitKind::yes_no, {tuesdays, 1, {}}, Tag::none, "", Effort::small});
  const HabitId third = person.create({"Hills",
                                       HabitKind::count,
                                       {schedule(ScheduleType::every_n_days, 3), 1, {}},
                                       Tag::none,
                                       "",
                                       Effort::small});
  person.at("2026-11-20");
  CHECK(person.status(choir, "2026-11-10") == DayStatus::missed);
  CHECK(person.status(choir, "2026-11-11") == DayStatus::off);
  CHECK(person.status(third, "2026-11-01") == DayStatus::missed);
  CHECK(person.status(third, "2026-11-02") == DayStatus::off);
  CHECK(person.status(third, "2026-11-03") == DayStatus::off);
  CHECK(person.status(third, "2026-11-04") == DayStatus::missed);
  person.log_on("2026-11-18", custom(choir, 1));
  CHECK(person.status(choir, "2026-11-18") == DayStatus::done);
}

TEST_CASE("status: a day lived for under 16 hours is short, at 16 it is not", "[core][status]") {
  Person person = since_november();
  SECTION("a flight nine hours east") {
    person.at("2026-11-10", 10);
    person.log(water(1));
    person.offset(9 * 3600).at("2026-11-10", 22);
    person.log(water(1));
    person.at("2026-11-20");
    CHECK(person.status(kWater, "2026-11-10") == DayStatus::short_day);
    CHECK(person.status(kWater, "2026-11-11") == DayStatus::missed);
  }
  SECTION("a flight eight hours east") {
    person.at("2026-11-10", 10);
    person.log(water(1));
    person.offset(8 * 3600).at("2026-11-10", 22);
    person.log(water(1));
    person.at("2026-11-20");
    CHECK(person.status(kWater, "2026-11-10") == DayStatus::missed);
  }
  SECTION("a flight west makes a long day") {
    person.at("2026-11-10", 10);
    person.log(water(1));
    person.offset(-9 * 3600).at("2026-11-10", 12);
    person.log(water(1));
    person.at("2026-11-20");
    CHECK(person.status(kWater, "2026-11-10") == DayStatus::missed);
  }
}

TEST_CASE("status: a weekly amount of 150 minutes is met by 5 x 30, not by 4 x 30",
          "[core][status]") {
  Person person = since_november();
  const HabitId walks = weekly_walk(person, 150);
  person.at("2026-11-16");
  for (const char* d : {"2026-11-09", "2026-11-10", "2026-11-12", "2026-11-14"}) {
    person.log_on(d, custom(walks, 1800));
  }
  person.at("2026-11-17");
  CHECK(week_of(person, walks, "2026-11-09") ==
        WeekStanding{120 * 60, 150 * 60, DayStatus::missed});
  person.log_on("2026-11-15", custom(walks, 1800));
  CHECK(week_of(person, walks, "2026-11-09").status == DayStatus::done);
  CHECK(person.status(walks, "2026-11-15") == DayStatus::done);
  CHECK(person.status(walks, "2026-11-13") == DayStatus::off);
}

TEST_CASE("status: a week is open until the day after it ended", "[core][status]") {
  Person person = since_november();
  const HabitId walks = weekly_walk(person, 150);
  person.at("2026-11-16");
  CHECK(week_of(person, walks, "2026-11-09").status == DayStatus::open);
  person.at("2026-11-17");
  CHECK(week_of(person, walks, "2026-11-09").status == DayStatus::missed);
}

TEST_CASE("status: a quota of 2 with a pause of 4 days needs ceil(2*3/7) = 1", "[core][status]") {
  Person person = since_november();
  person.at("2026-11-09");
  REQUIRE(plan_pause(person.ledger(), person.request(),
                     {day("2026-11-09"), day("2026-11-12"), {{kStrength}, {}}}));
  person.at("2026-11-14");
  CHECK(week_of(person, kStrength, "2026-11-14") == WeekStanding{0, 1, DayStatus::open});
  person.log(strength(3));
  CHECK(week_of(person, kStrength, "2026-11-14").status == DayStatus::done);
}

TEST_CASE("status: a strength day counts after a day of rest, three a week at most",
          "[core][status]") {
  Person person = since_november();
  const auto train = [&](const char* d) {
    person.at(d, 18);
    person.log(strength(3));
  };
  for (const char* d : {"2026-11-08", "2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13",
                        "2026-11-14", "2026-11-15"}) {
    train(d);
  }
  CHECK(person.status(kStrength, "2026-11-08") == DayStatus::done);
  CHECK(person.status(kStrength, "2026-11-09") == DayStatus::off);  // across the week's border
  CHECK(person.status(kStrength, "2026-11-10") == DayStatus::done);
  CHECK(person.status(kStrength, "2026-11-12") == DayStatus::done);
  CHECK(person.status(kStrength, "2026-11-13") == DayStatus::off);
  CHECK(person.status(kStrength, "2026-11-14") == DayStatus::done);
  CHECK(week_of(person, kStrength, "2026-11-14").have == 3);
  CHECK(person.standing(kStrength, "2026-11-13").amount == 3);  // stored and shown all the same
}

TEST_CASE("status: a strength day that needs late entries gives way to both its neighbours",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-12", 18);
  person.log(strength(3));
  person.log_on("2026-11-09", strength(3));
  CHECK(person.status(kStrength, "2026-11-12") == DayStatus::done);
  CHECK(person.status(kStrength, "2026-11-09") == DayStatus::done);
  person.at("2026-11-13", 18);
  person.log_on("2026-11-11", strength(3));
  CHECK(person.status(kStrength, "2026-11-11") == DayStatus::off);
  CHECK(person.status(kStrength, "2026-11-12") == DayStatus::done);
}

TEST_CASE("status: a hold rests its tags, and what was logged before it began still counts",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10", 9);
  person.log(raises(6));
  person.log(walk(10));
  person.at("2026-11-10", 12);
  const EventId hold = person.hold(tags({Tag::pump, Tag::walk}), HoldLevel::user, "2026-11-10");
  person.at("2026-11-10", 15);
  person.log(walk(30));
  CHECK(person.status(kRaises, "2026-11-10") == DayStatus::done);
  CHECK(person.status(kWalking, "2026-11-10") == DayStatus::hold);
  CHECK(person.standing(kWalking, "2026-11-10").amount == 2400);
  CHECK(person.row(kWalking, "2026-11-10").before_hold->sums.counted() == 600);

  person.at("2026-11-12", 9);
  person.log(raises(6));
  CHECK(person.status(kRaises, "2026-11-12") == DayStatus::hold);
  person.end_hold(hold);
  person.at("2026-11-13", 9);
  person.log(raises(6));
  person.at("2026-11-20");
  CHECK(person.status(kRaises, "2026-11-12") == DayStatus::hold);  // the day it ends is held
  CHECK(person.status(kRaises, "2026-11-13") == DayStatus::done);
  CHECK(person.status(kRaises, "2026-11-14") == DayStatus::missed);
  CHECK(person.status(kWater, "2026-11-11") == DayStatus::missed);  // not covered by this one
}

TEST_CASE("status: after a hold of 3 days or more the way back is gentler for 7 days",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10", 9);
  SECTION("three days") {
    person.hold(tags({Tag::pump}), HoldLevel::user, "2026-11-10", "2026-11-12");
    person.at("2026-11-13", 9);
    person.log(raises(3));
    CHECK(person.today(kRaises).status == DayStatus::done);
    CHECK(person.today(kRaises).target == 3);
    CHECK(person.today(kRaises).reduced_until == day("2026-11-19"));
    person.at("2026-11-20", 9);
    CHECK(person.today(kRaises).target == 6);
    CHECK_FALSE(person.today(kRaises).reduced_until);
  }
  SECTION("two days are too short for that") {
    person.hold(tags({Tag::pump}), HoldLevel::user, "2026-11-10", "2026-11-11");
    person.at("2026-11-13", 9);
    CHECK(person.today(kRaises).target == 6);
  }
}

TEST_CASE(
    "status: while a clinical hold lasts, what it does not cover may be done but is not missed",
    "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10", 9);
  person.hold(tags({Tag::pump}), HoldLevel::h1, "2026-11-10", "2026-11-12");
  person.at("2026-11-11", 9);
  person.log(water(2000));
  person.at("2026-11-20");
  CHECK(person.status(kWater, "2026-11-11") == DayStatus::done);
  CHECK(person.status(kWater, "2026-11-12") == DayStatus::paused);
  CHECK(person.status(kWater, "2026-11-13") == DayStatus::missed);
}

TEST_CASE("status: a week with a hold day is done or neutral, never missed", "[core][status]") {
  Person person = since_november();
  person.at("2026-11-12", 9);
  person.hold(tags({Tag::strength}), HoldLevel::user, "2026-11-12", "2026-11-12");
  person.at("2026-11-20");
  CHECK(week_of(person, kStrength, "2026-11-10") == WeekStanding{0, 2, DayStatus::hold});
  CHECK(week_of(person, kStrength, "2026-11-02").status == DayStatus::missed);
}

TEST_CASE("status: a hold that began on a done day keeps its week from being missed as well",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-12", 9);
  person.log(strength(3));
  person.at("2026-11-12", 12);
  person.hold(tags({Tag::strength}), HoldLevel::user, "2026-11-12", "2026-11-12");
  person.at("2026-11-20");
  CHECK(person.status(kStrength, "2026-11-12") == DayStatus::done);
  CHECK(week_of(person, kStrength, "2026-11-10") == WeekStanding{1, 2, DayStatus::hold});
}

TEST_CASE("status: a first week with fewer than 4 days is not judged", "[core][status]") {
  Person person;
  person.at("2026-11-13");  // a Friday: 3 days are left of the week
  person.log(water(1));
  person.at("2026-11-30");
  CHECK(week_of(person, kStrength, "2026-11-13") == WeekStanding{0, 1, DayStatus::short_day});
  CHECK(week_of(person, kStrength, "2026-11-16").status == DayStatus::missed);
}

TEST_CASE("status: a week cut by a new week start is judged by the days it has", "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10");
  REQUIRE(
      set_settings(person.ledger(), person.request(), {{}, Weekday::thursday, {}, {}, {}, {}, {}}));
  person.at("2026-12-10");
  const auto weeks = person.history(kStrength, "2026-11-09", "2026-11-20", Bucket::week);
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0].first == day("2026-11-09"));
  CHECK(weeks[0].last == day("2026-11-11"));
  CHECK(weeks[0].status == DayStatus::short_day);
  CHECK(weeks[1].first == day("2026-11-12"));
  CHECK(weeks[1].last == day("2026-11-18"));
}

TEST_CASE("status: an archived habit is asked for on no day, a done day of archiving stays done",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10");
  person.log(walk(30));
  REQUIRE(archive_habit(person.ledger(), person.request(), kWalking, true));
  REQUIRE(archive_habit(person.ledger(), person.request(), kWater, true));
  person.at("2026-11-14");
  REQUIRE(archive_habit(person.ledger(), person.request(), kWalking, false));
  person.at("2026-11-20");
  CHECK(person.status(kWalking, "2026-11-10") == DayStatus::done);
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::none);
  CHECK(person.status(kWalking, "2026-11-12") == DayStatus::none);
  CHECK(person.status(kWalking, "2026-11-14") == DayStatus::missed);
}

TEST_CASE("status: with a limit on fluids water has no target from the day it acts",
          "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10");
  person.log(water(2000));
  person.set_profile("kidney_disease", true, "2026-11-11");
  person.at("2026-11-20");
  person.log(water(2000));
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::done);
  CHECK(person.status(kWater, "2026-11-12") == DayStatus::none);
  CHECK(person.today(kWater).amount == 2000);
  CHECK_FALSE(person.today(kWater).target);
  CHECK_FALSE(person.today(kWater).next_step);
}

TEST_CASE("status: a changed goal never rewrites the days before it", "[core][status]") {
  Person person = since_november();
  person.at("2026-11-10");
  person.log(water(2000));
  const Goal goal = person.set_goal({kWater, 3000, {}, {}});
  CHECK(goal.from_day == day("2026-11-11"));
  person.at("2026-11-12");
  person.log_on("2026-11-11", water(2000));
  person.at("2026-11-20");
  CHECK(person.status(kWater, "2026-11-10") == DayStatus::done);
  CHECK(person.status(kWater, "2026-11-11") == DayStatus::missed);
}

}  // namespace soleus::testing
