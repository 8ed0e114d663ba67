#include "core/tracker/overview.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/habits/catalogue.h"
#include "core/habits/holds.h"
#include "core/journal/versions.h"
#include "core/tracker/entry_view.h"
#include "core/tracker/ledger.h"
#include "core/tracker/suggestion.h"
#include "core/tracker/window.h"

namespace soleus {
namespace {

HabitStanding standing_of(const Setup& setup, const Standings& standings, const Habit& habit,
                          CivilDay day) {
  HabitStanding out;
  out.id = habit.id;
  out.title = habit.title;
  out.kind = habit.kind;
  out.tag = tag_on(habit, day);
  out.unit = habit.unit;
  out.group = habit.group;
  const Sums sums = standings.sums(habit, day);
  out.amount = sums.total();
  out.counted = sums.counted();
  out.entries = standings.entries(habit, day).total();
  const Goal goal = asked_goal(setup, habit, day);
  out.reduced_until = reduced_until(setup, habit, day);
  if (active_on(setup, habit, day) || borderline_on(setup, habit, day)) {
    out.target = day_target(goal);
  }
  out.schedule = goal.schedule;
  out.status = standings.day(habit, day);
  out.week = standings.week(habit, day);
  return out;
}

/// What the day shows: every habit it asks for, and those that have entries of their own all the
/// same; desk breaks have none, they follow from others.
bool shown(const HabitStanding& habit, const Habit& full, CivilDay day) {
  const bool present = full.first_day && !archived_on(full, day) && day >= *full.first_day - 1;
  const bool own_entries = habit.amount > 0 && habit.id != habit_id::kDeskBreaks;
  return present || own_entries || habit.status != DayStatus::none;
}

bool rested_yesterday(const Standings& standings, const Habit& habit, CivilDay day) {
  return tag_on(habit, day) == Tag::strength && standings.day(habit, day - 1) == DayStatus::done;
}

Result<Overview> overview_of(Ledger& ledger, const Moment& at, CivilDay day, CivilDay today) {
  std::optional<Setup> begun;
  if (!ledger.setup().first_day) begun = begun_by(ledger.setup(), today);
  const Setup& setup = begun ? *begun : ledger.setup();
  SOLEUS_TRY_ASSIGN(const RowWindow window, load_window(ledger, day, day));
  const Standings standings{setup, ledger.offset_spans(), window, today};
  Overview out;
  out.day = day;
  out.today = today;
  out.expires_utc_ms = end_of_day(setup.day_starts, at);
  for (const Habit& habit : setup.habits) {
    HabitStanding standing = standing_of(setup, standings, habit, day);
    if (!shown(standing, habit, day)) continue;
    if (day == today) {
      const bool at_rest = paused_on(setup, habit, day) || resting_on(setup, habit, day);
      standing.next_step = next_step(standing, at_rest, rested_yesterday(standings, habit, day));
      standing.quick = quick_entries(standing);
    }
    out.habits.push_back(std::move(standing));
  }
  std::copy_if(setup.holds.begin(), setup.holds.end(), std::back_inserter(out.holds),
               [&](const Hold& hold) { return covers(hold, day); });
  if (day == today) out.hints = day_hints(setup, standings, day);
  return out;
}

}  // namespace

Result<Overview> today_overview(Ledger& ledger, const Request& request) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  return overview_of(ledger, request.at, reading.today(), reading.today());
}

Result<DayPage> day_page(Ledger& ledger, const Request& request, CivilDay day) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  if (day - reading.today() > 1) {
    return fail(Code::future_day, "params.day", "That day is still ahead.");
  }
  DayPage page;
  SOLEUS_TRY_ASSIGN(page.overview, overview_of(ledger, request.at, day, reading.today()));
  SOLEUS_TRY_ASSIGN(page.entries, entries_in(ledger, {day, day, std::nullopt, {}}));
  return page;
}

}  // namespace soleus
