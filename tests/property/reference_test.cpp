#include <algorithm>
#include <vector>

#include "tests/property/scribe.h"
#include "tests/support/catch.h"
#include "tests/support/reference_model.h"

// The reference model itself, on journals small enough to be judged by eye.
using namespace soleus;
using namespace soleus::testing;
using soleus::reference::Model;

namespace {

const HabitId kWalking{"walking"};
const HabitId kRaises{"calf_raises"};
const HabitId kStrength{"strength"};
const HabitId kWater{"water"};

const CivilDay kMonday = *parse_iso_day("2026-11-02");
const CivilDay kMuchLater = kMonday + 60;

/// One phone whose owner began on a Monday.
struct Phone {
  std::vector<Event> journal;
  Scribe scribe{1, journal};

  explicit Phone(CivilDay began = kMonday) { scribe.on(began, 6 * 60).write(ProfileCreated{}); }

  void set_goal(const HabitId& habit, Schedule schedule, std::int64_t target,
                CivilDay from = kMonday) {
    scribe.write(GoalSet{habit, Goal{schedule, target, from}});
  }
  Model model() const { return Model{journal}; }
};

TEST_CASE("five half-hour walks are a weekly amount of 150 min, four are not") {
  for (const int walks : {4, 5}) {
    Phone phone;
    phone.set_goal(kWalking, schedule_of(ScheduleType::weekly_amount), 150 * 60);
    for (int day = 0; day < walks; ++day) phone.scribe.on(kMonday + day).write(walk(1800));
    Model model = phone.model();
    const auto week = model.week(kWalking, kMonday + 3, kMuchLater);
    REQUIRE(week);
    CHECK(week->have == walks * 1800);
    CHECK(week->need == 9000);
    CHECK(week->status == (walks == 5 ? DayStatus::done : DayStatus::missed));
    CHECK(model.status(kWalking, kMonday, kMuchLater) == DayStatus::done);
    CHECK(model.status(kWalking, kMonday + 6, kMuchLater) == DayStatus::off);
  }
}

TEST_CASE("a quota of 2 with a pause of 4 days needs one day") {
  Phone phone;
  phone.scribe.write(PlanPaused{kMonday, kMonday + 3, {}});
  phone.scribe.on(kMonday + 5).write(strength(3));
  const auto week = phone.model().week(kStrength, kMonday, kMuchLater);
  CHECK(week == WeekStanding{1, 1, DayStatus::done});
}

TEST_CASE("strength days need a day between them, on-time days choose first") {
  Phone phone;
  phone.scribe.on(kMonday).write(strength(3));
  phone.scribe.on(kMonday + 1).write(strength(3));
  phone.scribe.on(kMonday + 2).write(raises(3, Position::standing));
  // Told late: the day before the on-time Friday yields to it.
  phone.scribe.on(kMonday + 4).write(strength(3));
  phone.scribe.on(kMonday + 6).write_for(kMonday + 3, strength(5));
  Model model = phone.model();
  const auto status = [&](int day) { return model.status(kStrength, kMonday + day, kMuchLater); };
  CHECK(status(0) == DayStatus::done);
  CHECK(status(1) == DayStatus::off);
  CHECK(status(2) == DayStatus::done);
  CHECK(status(3) == DayStatus::off);
  CHECK(status(4) == DayStatus::done);
  CHECK(model.week(kStrength, kMonday, kMuchLater)->have == 3);
}

TEST_CASE("what was told before a hold still counts on the day it began") {
  Phone phone;
  phone.scribe.on(kMonday + 1, 9 * 60).write(raises(6, Position::seated));
  TagSet tags;
  tags.add(Tag::pump);
  tags.add(Tag::walk);
  phone.scribe.on(kMonday + 1, 10 * 60)
      .write(HoldSet{tags, HoldLevel::h2, kMonday + 1, kMonday + 3, {}});
  phone.scribe.on(kMonday + 1, 11 * 60).write(walk(4000));
  phone.scribe.on(kMonday + 2, 11 * 60).write(raises(6, Position::seated));
  Model model = phone.model();
  CHECK(model.status(kRaises, kMonday + 1, kMuchLater) == DayStatus::done);
  CHECK(model.status(kWalking, kMonday + 1, kMuchLater) == DayStatus::hold);
  CHECK(model.status(kRaises, kMonday + 2, kMuchLater) == DayStatus::hold);
  CHECK(model.status(kWater, kMonday + 2, kMuchLater) == DayStatus::paused);
  CHECK(model.status(kRaises, kMonday + 4, kMuchLater) == DayStatus::missed);
  CHECK(model.target(kRaises, kMonday + 4) == 3);
  CHECK(model.target(kWalking, kMonday + 4) == 1800);
  CHECK(model.target(kRaises, kMonday + 11) == 6);
  CHECK(model.rows().at({kMonday + 1, kRaises}).before_hold->sums.counted() == 6);
  CHECK(model.rows().at({kMonday + 1, kWalking}).before_hold->sums.counted() == 0);
}

TEST_CASE("an amended entry keeps its lateness, a moved one its new day") {
  Phone phone;
  const EventId root = phone.scribe.on(kMonday + 2).write(water(500)).id;
  const EventId second =
      phone.scribe.on(kMonday + 20)
          .write_version(root, {root}, kMonday + 2, EntryAmended{water(700).entry, {}, {}})
          .id;
  CHECK(phone.model().sums(kWater, kMonday + 2)[Lateness::on_time] == 700);
  phone.scribe.write_version(root, {second}, kMonday - 1, EntryAmended{water(700).entry, {}, {}});
  CHECK(phone.model().sums(kWater, kMonday + 2).total() == 0);
  CHECK(phone.model().sums(kWater, kMonday - 1)[Lateness::late] == 700);
}

TEST_CASE("of two devices' amends the later one shows, in whichever order they come") {
  Phone phone;
  Scribe tablet{2, phone.journal};
  const EventId root = phone.scribe.on(kMonday + 1).write(water(500)).id;
  tablet.on(kMonday + 3)
      .write_version(root, {root}, kMonday + 1, EntryAmended{water(900).entry, {}, {}});
  phone.scribe.on(kMonday + 2)
      .write_version(root, {root}, kMonday + 1, EntryRemoved{kWater, {}, {}});
  CHECK(phone.model().sums(kWater, kMonday + 1).total() == 900);
  std::reverse(phone.journal.begin(), phone.journal.end());
  CHECK(phone.model().sums(kWater, kMonday + 1).total() == 900);
  CHECK(phone.model().entries(kMonday + 1).size() == 1);
}

TEST_CASE("a day of which under 16 h were lived is neutral") {
  Phone phone;
  phone.scribe.on(kMonday + 3, 60).write(ZoneSeen{});
  // Eastward over nine hours: the wall clock jumps from 01:30 to 10:30.
  phone.scribe.on(kMonday + 3, 10 * 60 + 30).in_zone(9 * 3600).write(ZoneSeen{});
  Model model = phone.model();
  CHECK(model.status(kWalking, kMonday + 2, kMuchLater) == DayStatus::missed);
  CHECK(model.status(kWalking, kMonday + 3, kMuchLater) == DayStatus::short_day);
  CHECK(model.status(kWalking, kMonday + 4, kMuchLater) == DayStatus::missed);
}

TEST_CASE("a limit with nothing logged is not a success, 0 is") {
  Phone phone;
  HabitCreated created;
  created.kind = HabitKind::limit;
  created.goal = Goal{schedule_of(ScheduleType::at_most), 2, kMonday};
  const HabitId habit{phone.scribe.write(created).id.value.text()};
  phone.scribe.on(kMonday + 1).write(custom(habit, 0));
  phone.scribe.on(kMonday + 2).write(custom(habit, 3));
  Model model = phone.model();
  CHECK(model.status(habit, kMonday, kMuchLater) == DayStatus::missed);
  CHECK(model.status(habit, kMonday + 1, kMonday + 2) == DayStatus::open);
  CHECK(model.status(habit, kMonday + 1, kMonday + 3) == DayStatus::done);
  CHECK(model.status(habit, kMonday + 2, kMuchLater) == DayStatus::missed);
}

TEST_CASE("the day before the first is the first if it is DONE") {
  Phone phone;
  phone.scribe.write_for(kMonday - 1, walk(1800));
  phone.scribe.write_for(kMonday - 1, water(1));
  phone.scribe.write_for(kMonday - 2, walk(1800));
  Model model = phone.model();
  CHECK(model.status(kWalking, kMonday - 1, kMuchLater) == DayStatus::done);
  CHECK(model.status(kWater, kMonday - 1, kMuchLater) == DayStatus::none);
  CHECK(model.status(kWalking, kMonday - 2, kMuchLater) == DayStatus::none);
}

TEST_CASE("a changed week start cuts the week, and the cut week asks for little") {
  Phone phone(kMonday - 28);
  SettingsSet settings;
  settings.from_day = kMonday + 1;
  settings.week_start = Weekday::thursday;
  phone.scribe.on(kMonday).write(settings);
  Model model = phone.model();
  CHECK(model.week_first(kMonday + 2) == kMonday);
  CHECK(model.week_last(kMonday) == kMonday + 2);
  CHECK(model.week_last(kMonday + 3) == kMonday + 9);
  CHECK(model.week(kStrength, kMonday, kMuchLater)->status == DayStatus::short_day);
  CHECK(model.week(kStrength, kMonday + 3, kMuchLater)->status == DayStatus::missed);
}

TEST_CASE("desk breaks are distinct half hours inside the desk window") {
  Phone phone;
  const auto at = [&](int minute) {
    Event& event = phone.scribe.on(kMonday + 1, minute).write(raises(1, Position::seated));
    event.occurred_ms = phone.scribe.utc_ms();
  };
  for (const int minute : {8 * 60 + 59, 9 * 60, 9 * 60 + 29, 16 * 60 + 30, 17 * 60}) at(minute);
  const HabitId desk_breaks{"desk_breaks"};
  CHECK(phone.model().sums(desk_breaks, kMonday + 1)[Lateness::on_time] == 2);
  CHECK(phone.model().rows().at({kMonday + 1, desk_breaks}).sums.total() == 0);
  CHECK(phone.model().status(desk_breaks, kMonday + 1, kMuchLater) == DayStatus::none);
}

}  // namespace
