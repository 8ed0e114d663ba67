#include <limits>
#include <vector>

#include "db/day_table.h"
#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"
#include "tests/support/event_maker.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

const CivilDay kDay{20777};

template <class Numbers>
void fill(Dice& dice, Numbers& numbers) {
  for (auto& number : numbers.of) {
    number = static_cast<std::remove_reference_t<decltype(number)>>(dice.between(0, 1LL << 47));
  }
}

DayRow random_row(Dice& dice, CivilDay day, const char* habit) {
  DayRow row;
  row.day = day;
  row.habit = HabitId{habit};
  fill(dice, row.sums);
  fill(dice, row.entries);
  fill(dice, row.slots);
  for (std::int64_t* number :
       {&row.brisk_s, &row.incline_s, &row.varied_s, &row.reps, &row.reps_seated,
        &row.reps_standing, &row.own_sets, &row.load_sets, &row.paired_sessions}) {
    *number = dice.between(0, 1000000);
  }
  row.positions = static_cast<std::uint8_t>(dice.between(0, 7));
  row.logged_same_day = dice.chance(50);
  row.offset_min_s = static_cast<std::int32_t>(dice.between(-64800, 64800));
  row.offset_max_s = static_cast<std::int32_t>(dice.between(-64800, 64800));
  if (dice.chance(50)) {
    row.before_hold.emplace();
    fill(dice, row.before_hold->sums);
    fill(dice, row.before_hold->entries);
    fill(dice, row.before_hold->slots);
  }
  return row;
}

Write rows_only(std::vector<DayRow> rows) {
  Write write;
  write.rows = std::move(rows);
  return write;
}

TEST_CASE("store: day rows come back with every number, by day and habit", "[store][rows]") {
  const TempDb file;
  Dice dice{7};
  std::vector<DayRow> rows;
  for (int day = 0; day < 40; ++day) {
    for (const char* habit : {"calf_raises", "walking", "water"}) {
      rows.push_back(random_row(dice, kDay + day, habit));
    }
  }
  rows[3].slots.of[2] = std::numeric_limits<std::uint64_t>::max();
  std::vector<DayRow> shuffled = rows;
  dice.shuffle(shuffled);
  put(*opened(file), rows_only(shuffled));
  const auto store = opened(file);
  CHECK((must(store->rows(kDay, kDay + 99)) == rows));
  CHECK((must(store->rows(kDay + 1, kDay + 1)) ==
         std::vector<DayRow>{rows.begin() + 3, rows.begin() + 6}));
  CHECK((must(store->first_row_day()) == kDay));
}

TEST_CASE("store: a row replaces the one of its day and habit, a dropped one is gone",
          "[store][rows]") {
  const TempDb file;
  const auto store = opened(file);
  Dice dice{8};
  CHECK_FALSE(must(store->first_row_day()));
  const DayRow kept = random_row(dice, kDay, "water");
  const DayRow again = random_row(dice, kDay, "water");
  const DayRow other = random_row(dice, kDay + 1, "water");
  put(*store, rows_only({kept, other}));
  put(*store, rows_only({again}));
  CHECK((must(store->rows(kDay, kDay + 1)) == std::vector{again, other}));
  Write write;
  write.dropped_rows = {{kDay, HabitId{"water"}}, {kDay, HabitId{"walking"}}};
  put(*store, write);
  CHECK((must(store->rows(kDay, kDay + 1)) == std::vector{other}));
  CHECK((must(store->first_row_day()) == kDay + 1));
}

TEST_CASE("store: offsets seen are added to, or replaced as a whole", "[store][rows]") {
  const TempDb file;
  const auto store = opened(file);
  const OffsetSpan home{Hlc::at(kFriday), 3600};
  const OffsetSpan away{Hlc::at(kFriday + 5), -28800};
  Write write;
  write.new_spans = {away};
  put(*store, write);
  write.new_spans = {home};
  put(*store, write);
  CHECK((must(store->offset_spans()) == std::vector{home, away}));
  write.new_spans = {};
  write.replaced_spans = std::vector{away};
  put(*store, write);
  CHECK((must(store->offset_spans()) == std::vector{away}));
}

}  // namespace
