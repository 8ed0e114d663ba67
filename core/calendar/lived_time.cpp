#include "core/calendar/lived_time.h"

#include <algorithm>
#include <cstddef>

namespace soleus {

std::int64_t lived_ms(CivilDay day, const DayStarts& starts, std::span<const OffsetSpan> spans) {
  if (spans.empty()) return kMsPerDay;
  std::int64_t lived = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool is_last = i + 1 == spans.size();
    std::int64_t from = starts.begin_ms(day, spans[i].offset_s);
    std::int64_t to = starts.begin_ms(day + 1, spans[i].offset_s);
    if (i > 0) from = std::max(from, spans[i].since.utc_ms());
    if (!is_last) to = std::min(to, spans[i + 1].since.utc_ms());
    lived += std::max<std::int64_t>(0, to - from);
  }
  return lived;
}

}  // namespace soleus
