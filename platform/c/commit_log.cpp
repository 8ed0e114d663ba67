#include "platform/c/commit_log.h"

namespace soleus {

void write(JsonWriter& writer, Areas areas) {
  writer.begin_array();
  if (areas.has(Area::all)) {
    writer.put(Area::all);
  } else {
    for (std::size_t i = 0; i < Names<Area>::values.size(); ++i) {
      if (const auto area = static_cast<Area>(i); areas.has(area)) writer.put(area);
    }
  }
  writer.end_array();
}

void CommitLog::add(Areas changed) noexcept {
  newest_[place(count_)] = changed;
  ++count_;
}

Areas CommitLog::since(std::int64_t commit) const {
  if (commit < 0 || commit > count_ || count_ - commit > kRemembered) return {Area::all};
  Areas changed;
  for (; commit < count_; ++commit) changed.add(newest_[place(commit)]);
  return changed;
}

}  // namespace soleus
