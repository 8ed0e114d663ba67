// A day and the name of a habit have nothing to add up.
#include "core/base/ids.h"
#include "core/calendar/civil_day.h"

namespace {

soleus::CivilDay later(soleus::CivilDay day, const soleus::HabitId& habit) {
#ifdef SOLEUS_MISUSE
  return day + habit;
#else
  return habit.text().empty() ? day : day + 1;
#endif
}

}  // namespace

soleus::CivilDay use(soleus::CivilDay day) { return later(day, soleus::HabitId("walking")); }
