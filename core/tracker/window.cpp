#include "core/tracker/window.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/tracker/ledger.h"

namespace soleus {
namespace {

constexpr std::int32_t kFirstReach = 28;

bool rest_rule_reaches_back(const Ledger& ledger, const RowWindow& window, CivilDay day) {
  const Setup& setup = ledger.setup();
  const Standings standings{setup, ledger.offset_spans(), window, day};
  return std::any_of(setup.habits.begin(), setup.habits.end(),
                     [&](const Habit& habit) { return standings.rest_rule_candidate(habit, day); });
}

}  // namespace

Result<RowWindow> load_window(Ledger& ledger, CivilDay from, CivilDay to) {
  const Weeks& weeks = ledger.setup().weeks;
  const CivilDay last = weeks.week_of(to).last + 1;
  CivilDay first = weeks.week_of(from).first;
  std::int32_t reach = kFirstReach;
  while (true) {
    SOLEUS_TRY_ASSIGN(std::vector<DayRow> rows, ledger.store().rows(first - 1, last));
    RowWindow window{first - 1, last, std::move(rows)};
    if (!rest_rule_reaches_back(ledger, window, first - 1)) return window;
    SOLEUS_TRY_ASSIGN(const std::optional<CivilDay> begin, ledger.store().first_row_day());
    if (!begin || first <= *begin) return window;
    first = weeks.week_of(first - reach).first;
    reach *= 4;
  }
}

Setup begun_by(const Setup& setup, CivilDay today) {
  Setup begun = setup;
  if (begun.first_day) return begun;
  begun.first_day = today;
  for (Habit& habit : begun.habits) {
    habit.first_day = today;
    habit.first_goal.from_day = today;
  }
  return begun;
}

}  // namespace soleus
