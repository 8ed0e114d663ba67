#include <string>

#include "tests/support/catch.h"
#include "tests/unit/person.h"

namespace soleus::testing {
namespace {

const HabitId kWater{"water"};
const HabitId kWalking{"walking"};
const HabitId kRaises{"calf_raises"};
const HabitId kStrength{"strength"};
const HabitId kBreaks{"desk_breaks"};

Goal daily(std::int64_t target) { return {{}, target, {}}; }

HabitId count_habit(Person& person, const std::string& title) {
  return person.create({title, HabitKind::count, daily(3), Tag::none, "", Effort::small});
}

template <class T>
Code refused(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEST_CASE("habits: a new diary shows the five built-ins that are on, each with its goal",
          "[core][habits]") {
  Person person;
  const auto habits = list_habits(person.ledger(), person.request(), false);
  REQUIRE(habits);
  REQUIRE(habits->size() == 5);
  CHECK((*habits)[0].id == kWalking);
  CHECK((*habits)[0].goal.target == 1800);
  CHECK((*habits)[2].goal.schedule.type == ScheduleType::weekly_quota);
  CHECK(list_habits(person.ledger(), person.request(), true)->size() == 8);
  CHECK(person.store().event_count() == 0);
}

TEST_CASE("habits: one entry feeds several habits", "[core][habits]") {
  Person person;
  REQUIRE(archive_habit(person.ledger(), person.request(), kBreaks, false));
  person.at("2026-11-20", 10, 10);
  const LoggedEntry standing = person.log(raises(2, Position::standing));
  REQUIRE(standing.feeds.size() == 3);
  CHECK(standing.feeds[1] == Contribution{kStrength, 2});
  CHECK(standing.feeds[2] == Contribution{kBreaks, 1});
  person.log(raises(1, Position::single_leg));
  person.log(raises(4, Position::seated));
  CHECK(person.today(kRaises).amount == 7);
  CHECK(person.today(kStrength).amount == 3);
  CHECK(person.today(kBreaks).amount == 1);
}

TEST_CASE("habits: rope and stepper count a set per started five minutes", "[core][habits]") {
  Person person;
  const auto timed = [&](Exercise exercise, std::int64_t duration_s) {
    person.log({kStrength, StrengthAmounts{exercise, {}, {}, duration_s, {}}, {}, {}});
    return person.today(kStrength).amount;
  };
  CHECK(timed(Exercise::skipping_rope, 300) == 1);
  CHECK(timed(Exercise::stair_stepper, 301) == 3);
}

TEST_CASE("habits: brisk and incline time is kept beside the total", "[core][habits]") {
  Person person;
  person.log(walk(10, Pace::brisk, Terrain::incline));
  person.log(walk(20, Pace::easy, Terrain::varied));
  person.log(walk(5, Pace::unknown, Terrain::stairs));
  const DayRow row = person.row(kWalking, "2026-11-20");
  CHECK(row.sums.total() == 35 * 60);
  CHECK(row.brisk_s == 600);
  CHECK(row.incline_s == 900);
  CHECK(row.varied_s == 1200);
}

TEST_CASE("habits: a health import is brisk from 100 steps a minute on", "[core][habits]") {
  Person person;
  const auto measured = [&](std::int64_t steps) {
    person.log_from(
        Source::health, "2026-11-20",
        {kWalking, WalkingAmounts{600, Pace::unknown, Terrain::unknown, steps}, {}, {}});
    return person.row(kWalking, "2026-11-20").brisk_s;
  };
  CHECK(measured(999) == 0);
  CHECK(measured(1000) == 600);
}

TEST_CASE("habits: desk breaks count half hours of the desk window, each once", "[core][habits]") {
  Person person;
  REQUIRE(archive_habit(person.ledger(), person.request(), kBreaks, false));
  const auto move_at = [&](std::int32_t hour, std::int32_t minute) {
    person.at("2026-11-20", hour, minute);
    person.log(walk(2));
    return person.today(kBreaks).amount;
  };
  CHECK(move_at(8, 59) == 0);
  CHECK(move_at(9, 0) == 1);
  CHECK(move_at(9, 29) == 1);
  CHECK(move_at(9, 30) == 2);
  CHECK(move_at(16, 59) == 3);
  CHECK(move_at(17, 0) == 3);
  person.log_on("2026-11-20", walk(5));  // without an instant
  CHECK(person.today(kBreaks).amount == 3);
}

TEST_CASE("habits: desk breaks are not shown before they are switched on", "[core][habits]") {
  Person person;
  person.at("2026-11-20", 10);
  person.log(walk(5));
  CHECK(person.standing(kBreaks, "2026-11-20").id == HabitId{});
  REQUIRE(archive_habit(person.ledger(), person.request(), kBreaks, false));
  CHECK(person.today(kBreaks).amount == 1);
}

TEST_CASE("habits: custom habits of every kind are made, renamed, ordered and put away",
          "[core][habits]") {
  Person person;
  const HabitId stairs = count_habit(person, "Stairs");
  const HabitId nap = person.create(
      {"Feet up", HabitKind::duration_s, daily(900), Tag::care, "Rest", Effort::small});
  HabitUpdate rename;
  rename.habit = stairs;
  rename.title = "Stairs at work";
  rename.group = "Office";
  REQUIRE(update_habit(person.ledger(), person.request(), rename));
  REQUIRE(order_habits(person.ledger(), person.request(), {nap, kWater, stairs}));
  const auto habits = list_habits(person.ledger(), person.request(), false);
  REQUIRE(habits);
  CHECK((*habits)[0].id == nap);
  CHECK((*habits)[0].unit == "s");
  CHECK((*habits)[1].id == kWater);
  CHECK((*habits)[2].title == "Stairs at work");
  CHECK((*habits)[2].group == "Office");
  REQUIRE(archive_habit(person.ledger(), person.request(), stairs, true));
  CHECK(list_habits(person.ledger(), person.request(), false)->size() == 6);
}

TEST_CASE("habits: what cannot be a habit is refused", "[core][habits]") {
  Person person;
  const auto create = [&](const HabitCreate& c) {
    return create_habit(person.ledger(), person.request(), c);
  };
  CHECK(refused(create({"", HabitKind::count, daily(1), Tag::none, "", {}})) ==
        Code::invalid_value);
  CHECK(refused(create({std::string(81, 'a'), HabitKind::count, daily(1), Tag::none, "", {}})) ==
        Code::invalid_value);
  CHECK(refused(create({"x", HabitKind::count, daily(0), Tag::none, "", {}})) ==
        Code::invalid_value);
  CHECK(refused(create({"x", HabitKind::duration_s, daily(86401), Tag::none, "", {}})) ==
        Code::invalid_value);
  CHECK(refused(create({"x", HabitKind::limit, daily(1), Tag::none, "", {}})) ==
        Code::invalid_value);
  CHECK(refused(create({"x", HabitKind::count, daily(1), Tag::strength, "", {}})) ==
        Code::invalid_value);
  HabitUpdate rename;
  rename.habit = kWater;
  rename.title = "Tea";
  CHECK(refused(update_habit(person.ledger(), person.request(), rename)) == Code::unsupported);
  CHECK(refused(order_habits(person.ledger(), person.request(), {kWater, kWater})) ==
        Code::invalid_value);
}

TEST_CASE("habits: deleting takes a habit and all its entries for good", "[core][habits]") {
  Person person;
  const HabitId stairs = count_habit(person, "Stairs");
  Entry noted = custom(stairs, 2);
  noted.note = "a private note";
  const LoggedEntry entry = person.log(noted);
  person.log(water(100));
  const auto remove = [&](const HabitId& habit, const std::string& confirm) {
    return delete_habit(person.ledger(), person.request(), habit, confirm);
  };
  CHECK(refused(remove(kWater, "Water")) == Code::unsupported);
  CHECK(refused(remove(stairs, "stairs")) == Code::invalid_value);
  REQUIRE(remove(stairs, "Stairs"));
  CHECK(person.row(stairs, "2026-11-20") == DayRow{});
  CHECK(person.entries("2026-11-20", "2026-11-20").size() == 1);
  CHECK(list_habits(person.ledger(), person.request(), true)->size() == 8);
  CHECK(refused(person.try_log({custom(stairs, 1), {}, {}, Source::manual})) ==
        Code::unknown_habit);
  CHECK_FALSE(log_undo(person.ledger(), person.request(), entry.id));
  REQUIRE(person.store().begin_read());
  std::size_t with_note = 0;
  REQUIRE(person.store().visit([&](Event&& event) -> Status {
    const auto* logged = std::get_if<EntryLogged>(&event.payload);
    if (logged != nullptr && !logged->entry.note.empty()) ++with_note;
    return {};
  }));
  person.store().end();
  CHECK(with_note == 0);
}

TEST_CASE("habits: what was erased here does not come back with a merge", "[core][habits]") {
  Person person;
  const HabitId stairs = count_habit(person, "Stairs");
  Event late;
  late.id = EventId{Uuid::v8_of("late")};
  late.root = late.id;
  late.device = DeviceId{Uuid::v8_of("the tablet")};
  late.seq = 1;
  late.hlc = Hlc::at(person.clock().utc_ms);
  late.recorded_ms = person.clock().utc_ms;
  late.civil_day = day("2026-11-20");
  late.recorded_day = late.civil_day;
  late.payload = EntryLogged{custom(stairs, 5)};
  REQUIRE(delete_habit(person.ledger(), person.request(), stairs, "Stairs"));
  REQUIRE(merge_events(person.ledger(), {late}));
  CHECK(person.row(stairs, "2026-11-20") == DayRow{});
  REQUIRE(person.store().begin_read());
  const auto stored = person.store().find(late.id);
  person.store().end();
  REQUIRE(stored);
  CHECK(std::holds_alternative<ErasedContent>((*stored)->payload));
}

TEST_CASE("goals: a goal acts today where that rewrites nothing, else tomorrow", "[core][goals]") {
  Person person;
  person.at("2026-11-01");
  person.log(water(1));
  person.at("2026-11-20");
  const auto from_day = [&](std::int64_t target) {
    return person.set_goal({kWater, target, {}, {}}).from_day;
  };
  CHECK(from_day(2100) == day("2026-11-20"));  // nothing logged today
  person.log(water(100));
  CHECK(from_day(2200) == day("2026-11-21"));
  CHECK(from_day(1500) == day("2026-11-20"));  // lower
  const HabitId fresh = count_habit(person, "Stairs");
  person.log(custom(fresh, 1));
  CHECK(person.set_goal({fresh, 9, {}, {}}).from_day == day("2026-11-20"));  // created today
}

TEST_CASE("goals: a change to or from a weekly kind starts with a week", "[core][goals]") {
  Person person;
  person.at("2026-11-20");  // Friday
  Schedule weekly;
  weekly.type = ScheduleType::weekly_amount;
  CHECK(person.set_goal({kWalking, 9000, weekly, {}}).from_day == day("2026-11-23"));
  person.at("2026-11-25");
  CHECK(person.set_goal({kWalking, 1800, Schedule{}, {}}).from_day == day("2026-11-30"));
}

TEST_CASE("goals: no goal reaches back", "[core][goals]") {
  Person person;
  CHECK(refused(set_goal(person.ledger(), person.request(),
                         {kWater, 2500, {}, day("2026-11-19")})) == Code::invalid_value);
  Schedule four;
  four.type = ScheduleType::weekly_quota;
  four.quota = 4;
  CHECK(refused(set_goal(person.ledger(), person.request(), {kStrength, 3, four, {}})) ==
        Code::invalid_value);
}

TEST_CASE("plans: a pause may start 7 days back, not 8, and ends when the person resumes",
          "[core][plans]") {
  Person person;
  person.at("2026-11-01");
  person.log(water(1));
  person.at("2026-11-20");
  CHECK(refused(plan_pause(person.ledger(), person.request(), {day("2026-11-12"), {}, {}})) ==
        Code::invalid_value);
  REQUIRE(plan_pause(person.ledger(), person.request(), {day("2026-11-13"), {}, {}}));
  CHECK(person.status(kWater, "2026-11-13") == DayStatus::paused);
  CHECK(person.today(kWater).status == DayStatus::paused);
  const auto left = plan_resume(person.ledger(), person.request(), std::nullopt);
  REQUIRE(left);
  CHECK(left->empty());
  CHECK(person.today(kWater).status == DayStatus::open);
  CHECK(person.status(kWater, "2026-11-19") == DayStatus::paused);
  CHECK(refused(plan_resume(person.ledger(), person.request(), std::nullopt)) == Code::not_found);
}

TEST_CASE("plans: weekly rest days are for the strength habits unless said otherwise",
          "[core][plans]") {
  Person person;
  WeekdaySet fridays;
  fridays.add(Weekday::friday);
  const auto ranges = plan_rest(person.ledger(), person.request(), {{}, fridays, {}});
  REQUIRE(ranges);
  REQUIRE(ranges->size() == 1);
  CHECK((*ranges)[0].scope.tag == Tag::strength);
  CHECK(person.today(kStrength).status == DayStatus::rest);
  CHECK(person.today(kWater).status == DayStatus::open);
  REQUIRE(plan_resume(person.ledger(), person.request(), (*ranges)[0].id));
  CHECK(person.today(kStrength).status == DayStatus::off);
}

TEST_CASE("settings: day start, week start and desk window act from tomorrow on",
          "[core][settings]") {
  Person person;
  const auto settings =
      set_settings(person.ledger(), person.request(),
                   {180, Weekday::sunday, DeskWindow{480, 960}, Units::us, true, {}, {}});
  REQUIRE(settings);
  CHECK(settings->day_start_min.value == 0);
  CHECK(settings->day_start_min.next == 180);
  CHECK(settings->day_start_min.next_from == day("2026-11-21"));
  CHECK(settings->week_start.value == Weekday::monday);
  CHECK(settings->units == Units::us);
  CHECK(settings->quiet_mode);
  person.at("2026-11-22");
  const auto later = get_settings(person.ledger(), person.request());
  REQUIRE(later);
  CHECK(later->day_start_min.value == 180);
  CHECK_FALSE(later->day_start_min.next);
  CHECK(later->desk_window.value == DeskWindow{480, 960});
}

TEST_CASE("settings: what cannot be set is refused", "[core][settings]") {
  Person person;
  const auto set = [&](const SettingsChange& change) {
    return set_settings(person.ledger(), person.request(), change);
  };
  CHECK(refused(set({-1, {}, {}, {}, {}, {}, {}})) == Code::invalid_value);
  CHECK(refused(set({721, {}, {}, {}, {}, {}, {}})) == Code::invalid_value);
  CHECK(set({720, {}, {}, {}, {}, {}, {}}));
  CHECK(refused(set({{}, {}, DeskWindow{600, 600}, {}, {}, {}, {}})) == Code::invalid_value);
  CHECK(refused(set({{}, {}, DeskWindow{605, 900}, {}, {}, {}, {}})) == Code::invalid_value);
  CHECK(refused(set({60, {}, {}, {}, {}, {}, day("2026-11-20")})) == Code::invalid_value);
  CHECK(refused(set({})) == Code::missing_field);
}

TEST_CASE("overview: today tells when it ends, clock changes told ahead included",
          "[core][overview]") {
  Person person;
  person.offset(7200).at("2026-10-24", 20);
  const auto evening = today_overview(person.ledger(), person.request());
  REQUIRE(evening);
  CHECK(evening->expires_utc_ms == person.clock().utc_ms + 4 * kMsPerHour);

  person.at("2026-10-25", 1);
  person.clock().shifts = {{person.clock().utc_ms + 2 * kMsPerHour, 3600}};
  const auto long_day = today_overview(person.ledger(), person.request());
  REQUIRE(long_day);
  CHECK(long_day->expires_utc_ms == person.clock().utc_ms + 24 * kMsPerHour);
}

TEST_CASE("overview: the next step is plain and short, and absent when nothing is asked",
          "[core][overview]") {
  Person person;
  person.log(walk(18));
  CHECK(person.today(kWalking).next_step->text == "12 more minutes.");
  CHECK(person.today(kRaises).next_step->text == "6 more sets.");
  CHECK(person.today(kStrength).next_step->text == "1 more day this week.");
  person.log(walk(12));
  CHECK_FALSE(person.today(kWalking).next_step);
}

TEST_CASE("overview: every quick entry can be logged as it stands", "[core][overview]") {
  Person person;
  count_habit(person, "Stairs");
  for (const char* id : {"posture_check", "footwear_check"}) {
    REQUIRE(archive_habit(person.ledger(), person.request(), HabitId{id}, false));
  }
  const auto overview = today_overview(person.ledger(), person.request());
  REQUIRE(overview);
  std::size_t logged = 0;
  for (const HabitStanding& habit : overview->habits) {
    for (const Entry& entry : habit.quick) {
      CHECK(person.try_log({entry, {}, {}, Source::manual}));
      ++logged;
    }
  }
  CHECK(logged >= 13);
}

TEST_CASE("overview: hints are gentle and rare", "[core][overview]") {
  Person person;
  person.at("2026-11-19");
  person.log(strength(3));
  person.at("2026-11-20");
  CHECK(today_overview(person.ledger(), person.request())->hints.empty());
  person.log(water(4000));
  CHECK(today_overview(person.ledger(), person.request())->hints.empty());
  person.log(water(1));
  person.log(strength(3));
  const auto overview = today_overview(person.ledger(), person.request());
  REQUIRE(overview);
  REQUIRE(overview->hints.size() == 2);
  CHECK(overview->hints[0].key == "hint.rest_between");
  CHECK(overview->hints[1].key == "hint.much_water");
}

TEST_CASE("history: buckets hold whole weeks and months with all that was logged",
          "[core][history]") {
  Person person;
  person.at("2026-10-01");
  person.log(water(1));
  person.at("2026-11-20");
  person.log_on("2026-11-16", water(500));
  person.log_on("2026-11-20", water(2000));
  person.log_on("2026-10-10", water(700));
  const auto weeks = person.history(kWater, "2026-11-18", "2026-11-20", Bucket::week);
  REQUIRE(weeks.size() == 1);
  CHECK(weeks[0].first == day("2026-11-16"));
  CHECK(weeks[0].amount == 2500);
  CHECK(weeks[0].status == DayStatus::missed);
  const auto months = person.history(kWater, "2026-10-15", "2026-11-01", Bucket::month);
  REQUIRE(months.size() == 2);
  CHECK(months[0].first == day("2026-10-01"));
  CHECK(months[0].last == day("2026-10-31"));
  CHECK(months[0].amount == 701);
  CHECK(months[1].amount == 2500);
  CHECK(refused(history(person.ledger(), person.request(),
                        {kWater, day("2026-11-20"), day("2026-11-19"), Bucket::day})) ==
        Code::invalid_value);
}

}  // namespace soleus::testing
