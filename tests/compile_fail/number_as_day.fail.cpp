// A bare number is no day: it could as well be seconds, or a day counted from another year.
#include <cstdint>

#include "core/calendar/civil_day.h"

bool is_first(soleus::CivilDay day);

bool use() {
  const std::int64_t number = 20000;
#ifdef SOLEUS_MISUSE
  return is_first(number);
#else
  return is_first(soleus::CivilDay(static_cast<std::int32_t>(number)));
#endif
}
