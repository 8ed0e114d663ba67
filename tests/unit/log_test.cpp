#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/unit/person.h"

namespace soleus::testing {
namespace {

const HabitId kWater{"water"};
const HabitId kWalking{"walking"};

Code refused(const Result<LogResult>& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

std::int64_t drunk(Person& person, std::string_view iso_day) {
  return person.row(kWater, iso_day).sums.total();
}

}  // namespace

TEST_CASE("log: several entries of a day add up", "[core][log]") {
  Person person;
  person.log(water(300));
  person.log(water(200));
  CHECK(person.today(kWater).amount == 500);
  CHECK(person.today(kWater).status == DayStatus::open);
  person.log(water(1500));
  CHECK(person.today(kWater).status == DayStatus::done);
}

TEST_CASE("log: how late an entry is told decides what it counts for", "[core][log]") {
  Person person;
  person.at("2026-11-01");
  person.log(water(1));
  person.at("2026-11-20");
  const auto told = [&](std::string_view iso_day) {
    return person.log_on(iso_day, water(100)).lateness;
  };
  CHECK(told("2026-11-21") == Lateness::on_time);  // tomorrow
  CHECK(told("2026-11-20") == Lateness::on_time);
  CHECK(told("2026-11-19") == Lateness::on_time);
  CHECK(told("2026-11-18") == Lateness::late);
  CHECK(told("2026-11-13") == Lateness::late);
  CHECK(told("2026-11-12") == Lateness::old);
  CHECK(person.standing(kWater, "2026-11-13").counted == 100);
  CHECK(person.standing(kWater, "2026-11-12").counted == 0);
  CHECK(person.standing(kWater, "2026-11-12").amount == 100);

  const auto from = [&](Source source, std::string_view iso_day) {
    return person.log_from(source, iso_day, water(100)).lateness;
  };
  CHECK(from(Source::health, "2026-11-13") == Lateness::on_time);
  CHECK(from(Source::health, "2026-11-12") == Lateness::imported);
  CHECK(from(Source::import, "2026-11-20") == Lateness::imported);
}

TEST_CASE("log: amending an old entry keeps its lateness", "[core][log]") {
  Person person;
  const LoggedEntry entry = person.log(water(300));
  person.at("2026-12-20");
  const LoggedEntry amended = person.amend(entry.id, water(400));
  CHECK(amended.lateness == Lateness::on_time);
  CHECK(amended.amended);
  const DayRow row = person.row(kWater, "2026-11-20");
  CHECK(row.sums[Lateness::on_time] == 400);
  CHECK(row.logged_same_day);
}

TEST_CASE("log: moving an entry counts its lateness from the day it is moved to", "[core][log]") {
  Person person;
  const LoggedEntry entry = person.log(water(300));
  person.move(entry.id, "2026-11-15");
  CHECK(drunk(person, "2026-11-20") == 0);
  CHECK(person.row(kWater, "2026-11-15").sums[Lateness::late] == 300);
}

TEST_CASE("log: undo takes back one act after the other, redo does them again", "[core][log]") {
  Person person;
  const LoggedEntry first = person.log(water(100));
  person.log(water(200));
  person.amend(first.id, water(150));
  person.remove(first.id);
  REQUIRE(drunk(person, "2026-11-20") == 200);

  CHECK(person.undo().op == LogOp::remove);
  CHECK(drunk(person, "2026-11-20") == 350);
  CHECK(person.undo().op == LogOp::amend);
  CHECK(drunk(person, "2026-11-20") == 300);
  CHECK(person.undo().op == LogOp::add);
  CHECK(drunk(person, "2026-11-20") == 100);
  CHECK(person.undo().op == LogOp::add);
  CHECK(drunk(person, "2026-11-20") == 0);
  const auto empty = log_undo(person.ledger(), person.request(), std::nullopt);
  REQUIRE_FALSE(empty);
  CHECK(empty.error().code == Code::not_found);

  for (const std::int64_t expected : {100, 300, 350, 200}) {
    person.redo();
    CHECK(drunk(person, "2026-11-20") == expected);
  }
  const auto done = log_redo(person.ledger(), person.request(), std::nullopt);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == Code::not_found);
}

TEST_CASE("log: a new act after an undo ends what redo can do", "[core][log]") {
  Person person;
  person.log(water(100));
  person.undo();
  person.log(water(200));
  CHECK_FALSE(log_redo(person.ledger(), person.request(), std::nullopt));
  CHECK(drunk(person, "2026-11-20") == 200);
}

TEST_CASE("log: undo and redo of one named entry leave the others alone", "[core][log]") {
  Person person;
  const LoggedEntry first = person.log(water(100));
  person.log(water(200));
  REQUIRE(log_undo(person.ledger(), person.request(), first.id));
  CHECK(drunk(person, "2026-11-20") == 200);
  REQUIRE(log_redo(person.ledger(), person.request(), first.id));
  CHECK(drunk(person, "2026-11-20") == 300);
}

TEST_CASE("log: undo brings a moved entry back to its day and instant", "[core][log]") {
  Person person;
  const LoggedEntry entry = person.log(walk(30));
  person.move(entry.id, "2026-11-19");
  person.undo();
  const auto entries = person.entries("2026-11-19", "2026-11-20");
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].day == day("2026-11-20"));
  CHECK(entries[0].occurred_ms == entry.occurred_ms);
}

TEST_CASE("log: what another device changed since is not undone behind its back", "[core][log]") {
  Person person;
  const LoggedEntry entry = person.log(water(100));
  Event other;
  other.id = EventId{Uuid::v8_of("from the tablet")};
  other.device = DeviceId{Uuid::v8_of("the tablet")};
  other.seq = 1;
  other.hlc = Hlc::at(person.clock().utc_ms + 60000);
  other.recorded_ms = person.clock().utc_ms + 60000;
  other.civil_day = entry.day;
  other.recorded_day = entry.day;
  other.root = entry.id;
  other.supersedes = {entry.id};
  other.payload = EntryAmended{water(900), {}, {}};
  REQUIRE(merge_events(person.ledger(), {other}));
  REQUIRE(drunk(person, "2026-11-20") == 900);
  const auto undone = log_undo(person.ledger(), person.request(), std::nullopt);
  REQUIRE_FALSE(undone);
  CHECK(undone.error().code == Code::conflict);
  CHECK(drunk(person, "2026-11-20") == 900);
}

TEST_CASE("log: what another device did again can be undone again, even if its clock was behind",
          "[core][log]") {
  Person person;
  const LoggedEntry entry = person.log(water(100));
  person.undo();
  REQUIRE(person.store().begin_read());
  const auto versions = person.store().versions(entry.id);
  person.store().end();
  REQUIRE(versions);
  REQUIRE(versions->size() == 2);

  Event redo = versions->front().id == entry.id ? versions->front() : versions->back();
  const EventId undo =
      versions->front().id == entry.id ? versions->back().id : versions->front().id;
  redo.id = EventId{Uuid::v8_of("from the tablet")};
  redo.device = DeviceId{Uuid::v8_of("the tablet")};
  redo.hlc = Hlc::at(person.clock().utc_ms - 60 * kMsPerHour);
  redo.supersedes = {undo};
  redo.payload = EntryAmended{water(100), {}, entry.id};
  REQUIRE(merge_events(person.ledger(), {redo}));
  REQUIRE(drunk(person, "2026-11-20") == 100);

  CHECK(person.undo().op == LogOp::add);
  CHECK(drunk(person, "2026-11-20") == 0);
}

TEST_CASE("log: the same request id writes once, with other params it is a conflict",
          "[core][log]") {
  Person person;
  const LogAdd add{water(300), std::nullopt, std::nullopt, Source::manual};
  const auto first = log_add(person.ledger(), person.request("tap", 7), add);
  const auto again = log_add(person.ledger(), person.request("tap", 7), add);
  REQUIRE(first);
  REQUIRE(again);
  CHECK_FALSE(first->replayed);
  CHECK(again->replayed);
  CHECK(again->entry.id == first->entry.id);
  CHECK(drunk(person, "2026-11-20") == 300);
  CHECK(refused(log_add(person.ledger(), person.request("tap", 8), add)) == Code::conflict);
}

TEST_CASE("log: a replay shows the entry as it stands now", "[core][log]") {
  Person person;
  const LogAdd add{water(300), std::nullopt, std::nullopt, Source::manual};
  const auto first = log_add(person.ledger(), person.request("tap", 7), add);
  REQUIRE(first);
  person.amend(first->entry.id, water(450));
  const auto again = log_add(person.ledger(), person.request("tap", 7), add);
  REQUIRE(again);
  CHECK(std::get<WaterAmounts>(again->entry.values.amounts).water_ml == 450);
}

TEST_CASE("log: the same source and source_id again amends, equal values write nothing",
          "[core][log]") {
  Person person;
  Entry measured = walk(20);
  measured.source_id = "health-1";
  const LogAdd add{measured, day("2026-11-20"), std::nullopt, Source::health};
  REQUIRE(person.try_log(add));
  const std::size_t events = person.store().event_count();
  const auto again = person.try_log(add);
  REQUIRE(again);
  CHECK_FALSE(again->changed);
  CHECK(person.store().event_count() == events);

  LogAdd longer = add;
  longer.entry.amounts = WalkingAmounts{1500, Pace::unknown, Terrain::unknown, {}};
  const auto amended = person.try_log(longer);
  REQUIRE(amended);
  CHECK(person.row(kWalking, "2026-11-20").sums.total() == 1500);

  SECTION("what the person removed stays removed when its source tells it again") {
    person.remove(amended->entry.id);
    const auto told_again = person.try_log(add);
    REQUIRE(told_again);
    CHECK_FALSE(told_again->changed);
    CHECK(person.row(kWalking, "2026-11-20").sums.total() == 0);
  }
  SECTION("another source may use the same id for another entry") {
    LogAdd other = add;
    other.source = Source::widget;
    REQUIRE(person.try_log(other));
    CHECK(person.row(kWalking, "2026-11-20").sums.total() == 2700);
  }
}

TEST_CASE("log: what nobody can log is refused with a reason", "[core][log]") {
  Person person;
  const auto try_entry = [&](const Entry& entry) {
    return person.try_log({entry, std::nullopt, std::nullopt, Source::manual});
  };
  CHECK(refused(try_entry(custom(HabitId{"flying"}, 1))) == Code::unknown_habit);
  CHECK(refused(try_entry(custom(HabitId{"desk_breaks"}, 1))) == Code::not_loggable);
  CHECK(refused(try_entry({kWater, WalkingAmounts{60, {}, {}, {}}, {}, {}})) ==
        Code::invalid_value);
  CHECK(refused(person.try_log({water(1), day("2026-11-22"), {}, Source::manual})) ==
        Code::future_day);
  CHECK(refused(person.try_log({water(1), day("1999-12-31"), {}, Source::manual})) ==
        Code::invalid_value);
  CHECK(refused(person.try_log({water(1), day("2026-11-20"), Occurrence{0, {}}, Source::manual})) ==
        Code::invalid_value);
  Entry wordy = water(1);
  wordy.note = std::string(4001, 'a');
  CHECK(refused(try_entry(wordy)) == Code::invalid_value);
  wordy.note = std::string();
  for (int i = 0; i < 4000; ++i) wordy.note += "\xc3\xa4";
  CHECK(try_entry(wordy));
  const auto unknown = log_remove(person.ledger(), person.request(), EventId{Uuid::v8_of("x")});
  CHECK(refused(unknown) == Code::unknown_entry);
}

TEST_CASE("log: every amount has its range, both ends included", "[core][log]") {
  Person person;
  const auto fits = [&](const Entry& entry) {
    return person.try_log({entry, std::nullopt, std::nullopt, Source::manual}).has_value();
  };
  const auto walking = [](std::int64_t duration_s, std::optional<std::int64_t> steps = {}) {
    return Entry{kWalking, WalkingAmounts{duration_s, Pace::easy, Terrain::flat, steps}, {}, {}};
  };
  const auto raised = [](std::int64_t sets, std::optional<std::int64_t> reps) {
    return Entry{HabitId{"calf_raises"}, CalfRaiseAmounts{sets, reps, {}}, {}, {}};
  };
  const auto strong = [](std::optional<std::int64_t> sets, std::optional<std::int64_t> reps,
                         std::optional<std::int64_t> duration_s,
                         std::optional<std::int64_t> load_g) {
    return Entry{HabitId{"strength"},
                 StrengthAmounts{Exercise::other, sets, reps, duration_s, load_g},
                 {},
                 {}};
  };
  const auto stretched = [](std::int64_t duration_s) {
    return Entry{HabitId{"stretching"}, StretchingAmounts{Stretch::other, duration_s, {}}, {}, {}};
  };
  const auto heel = [](std::int64_t heel_mm) {
    return Entry{HabitId{"footwear_check"}, FootwearCheckAmounts{heel_mm}, {}, {}};
  };
  CHECK((fits(walking(1)) && fits(walking(86400)) && !fits(walking(0)) && !fits(walking(86401))));
  CHECK((fits(walking(1, 0)) && fits(walking(1, 150000))));
  CHECK((!fits(walking(1, -1)) && !fits(walking(1, 150001))));
  CHECK((fits(raised(1, {})) && fits(raised(100, 500)) && fits(raised(1, 1))));
  CHECK((!fits(raised(0, {})) && !fits(raised(101, {})) && !fits(raised(1, 0)) &&
         !fits(raised(1, 501))));
  CHECK((fits(strong(100, 500, {}, 500000)) && fits(strong({}, {}, 14400, 0))));
  CHECK((!fits(strong({}, {}, {}, {})) && !fits(strong(101, {}, {}, {}))));
  CHECK((!fits(strong({}, {}, 14401, {})) && !fits(strong(1, {}, {}, 500001)) &&
         !fits(strong(1, {}, {}, -1))));
  CHECK((fits(stretched(1)) && fits(stretched(7200)) && !fits(stretched(0)) &&
         !fits(stretched(7201))));
  CHECK((fits(water(1)) && fits(water(5000)) && !fits(water(0)) && !fits(water(5001)) &&
         !fits(water(-1))));
  CHECK((fits(heel(0)) && fits(heel(200)) && !fits(heel(-1)) && !fits(heel(201))));

  const Goal daily{{}, 1, {}};
  const HabitId count = person.create({"Stairs", HabitKind::count, daily, Tag::none, "", {}});
  const HabitId yes_no = person.create({"Sauna", HabitKind::yes_no, daily, Tag::none, "", {}});
  const Goal most{{.type = ScheduleType::at_most, .weekdays = {}, .quota = 0, .every = 0}, 2, {}};
  const HabitId limit = person.create({"Coffee", HabitKind::limit, most, Tag::none, "", {}});
  CHECK((fits(custom(count, 1)) && fits(custom(count, 1000000)) && !fits(custom(count, 0)) &&
         !fits(custom(count, 1000001))));
  CHECK((fits(custom(yes_no, 1)) && !fits(custom(yes_no, 0)) && !fits(custom(yes_no, 2))));
  CHECK((fits(custom(limit, 0)) && !fits(custom(limit, -1)) && !fits(custom(limit, 1000001))));
}

TEST_CASE("log: after a refusal nothing is written, not even the profile", "[core][log]") {
  Person person;
  CHECK_FALSE(person.try_log({water(0), {}, {}, Source::manual}));
  CHECK(person.store().event_count() == 0);
  person.log(water(1));
  CHECK(person.store().event_count() == 2);  // the profile with the first command
}

TEST_CASE("log: notes are found by a part of them, whatever its case", "[core][log]") {
  Person person;
  Entry noted = water(100);
  noted.note = "After the Long walk";
  person.log(noted);
  person.log(water(200));
  const auto found = log_list(person.ledger(), person.request(),
                              {day("2026-11-20"), day("2026-11-20"), kWater, "long W"});
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK((*found)[0].values.note == "After the Long walk");
}

}  // namespace soleus::testing
