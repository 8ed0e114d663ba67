#include "core/habits/holds.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/habits/contribution.h"

namespace soleus {
namespace {

bool covers_habit(const Hold& hold, const Habit& habit, CivilDay day) {
  const Tag tag = tag_on(habit, day);
  return tag != Tag::none && hold.tags.has(tag) && covers(hold, day);
}

std::optional<Hlc> earliest_begin(const Setup& setup, const Habit& habit, CivilDay day) {
  std::optional<Hlc> earliest;
  for (const Hold& hold : setup.holds) {
    if (hold.from != day || !covers_habit(hold, habit, day)) continue;
    earliest = earliest ? std::min(*earliest, hold.told) : hold.told;
  }
  return earliest;
}

std::vector<EntryView> told_before(const std::vector<EntryView>& views, Hlc hold) {
  std::vector<EntryView> earlier;
  std::copy_if(views.begin(), views.end(), std::back_inserter(earlier),
               [&](const EntryView& view) { return view.first->hlc < hold; });
  return earlier;
}

// @source game-rules.md section 7, S4.
constexpr std::int32_t kLongHoldDays = 3;
constexpr std::int32_t kReducedDays = 7;

}  // namespace

HoldState hold_state(const Setup& setup, const Habit& habit, CivilDay day) {
  HoldState state = HoldState::none;
  for (const Hold& hold : setup.holds) {
    if (!covers_habit(hold, habit, day)) continue;
    if (hold.from < day) return HoldState::held;
    state = HoldState::begins;
  }
  return state;
}

bool clinical_hold_on(const Setup& setup, CivilDay day) {
  return std::any_of(setup.holds.begin(), setup.holds.end(),
                     [&](const Hold& hold) { return clinical(hold) && covers(hold, day); });
}

std::optional<CivilDay> reduced_until(const Setup& setup, const Habit& habit, CivilDay day) {
  const Tag tag = tag_on(habit, day);
  if (tag != Tag::pump && tag != Tag::strength) return std::nullopt;
  std::optional<CivilDay> until;
  for (const Hold& hold : setup.holds) {
    if (!hold.tags.has(tag) || !hold.to || *hold.to - hold.from + 1 < kLongHoldDays) continue;
    const CivilDay last = *hold.to + kReducedDays;
    if (day > *hold.to && day <= last) until = until ? std::max(*until, last) : last;
  }
  return until;
}

Goal asked_goal(const Setup& setup, const Habit& habit, CivilDay day) {
  Goal goal = goal_on(habit, day);
  const bool is_limit = goal.schedule.type == ScheduleType::at_most;
  if (!is_limit && reduced_until(setup, habit, day)) goal.target = (goal.target + 1) / 2;
  return goal;
}

void mark_holds(std::vector<DayRow>& rows, const std::vector<EntryView>& views,
                const Setup& setup) {
  for (DayRow& row : rows) {
    const Habit* habit = find_habit(setup, row.habit);
    const auto begin = habit == nullptr ? std::nullopt : earliest_begin(setup, *habit, row.day);
    if (!begin) continue;
    const std::vector<DayRow> earlier = fold_day(row.day, told_before(views, *begin));
    const auto same = std::find_if(earlier.begin(), earlier.end(),
                                   [&](const DayRow& r) { return r.habit == row.habit; });
    row.before_hold.emplace();
    if (same != earlier.end()) *row.before_hold = {same->sums, same->entries, same->slots};
  }
}

}  // namespace soleus
