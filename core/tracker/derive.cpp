#include "core/tracker/derive.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

#include "core/habits/contribution.h"
#include "core/habits/holds.h"
#include "core/journal/versions.h"

namespace soleus {
namespace {

constexpr Hlc kNoHorizon{std::numeric_limits<std::int64_t>::max()};

Status touch(Store& store, TouchedEntries& touched, EventId root) {
  SOLEUS_TRY_ASSIGN(std::vector<Event> stored, store.versions(root));
  std::vector<Event>& versions = touched.by_root[root];
  for (Event& version : stored) {
    const bool known = std::any_of(versions.begin(), versions.end(),
                                   [&](const Event& e) { return e.id == version.id; });
    if (!known) versions.push_back(std::move(version));
  }
  return {};
}

/// The offset in force at `hlc`; `spans` is not empty.
std::int32_t offset_in_force(const std::vector<OffsetSpan>& spans, Hlc hlc) {
  const auto later = std::find_if(spans.begin() + 1, spans.end(),
                                  [&](const OffsetSpan& s) { return s.since > hlc; });
  return (later - 1)->offset_s;
}

/// Equal neighbours are one span, and the first reaches back for ever.
std::vector<OffsetSpan> merge_spans(std::vector<OffsetSpan> points) {
  std::sort(points.begin(), points.end(), [](const OffsetSpan& a, const OffsetSpan& b) {
    return std::tie(a.since, a.offset_s) < std::tie(b.since, b.offset_s);
  });
  std::vector<OffsetSpan> spans;
  for (const OffsetSpan& point : points) {
    if (spans.empty()) {
      spans.push_back({Hlc{}, point.offset_s});
    } else if (spans.back().offset_s != point.offset_s) {
      spans.push_back(point);
    }
  }
  return spans;
}

Result<std::vector<OffsetSpan>> spans_of_all(Store& store, const Write& write) {
  std::vector<OffsetSpan> points;
  SOLEUS_TRY(store.visit([&](Event&& event) -> Status {
    points.push_back({event.hlc, event.offset_s});
    return {};
  }));
  for (const Event& event : write.events) points.push_back({event.hlc, event.offset_s});
  return merge_spans(std::move(points));
}

}  // namespace

Result<TouchedEntries> touched_entries(Store& store, const Write& write, bool merging) {
  TouchedEntries touched;
  std::set<EventId> known_elsewhere;
  for (const Event& event : write.events) {
    if (!is_entry(event.payload)) continue;
    touched.by_root[event.root].push_back(event);
    if (merging || event.id != event.root) known_elsewhere.insert(event.root);
  }
  for (const EventId id : write.erased) {
    SOLEUS_TRY_ASSIGN(const std::optional<Event> event, store.find(id));
    if (event && is_entry(event->payload)) known_elsewhere.insert(event->root);
  }
  for (const EventId root : known_elsewhere) SOLEUS_TRY(touch(store, touched, root));
  const std::set<EventId> erased(write.erased.begin(), write.erased.end());
  for (auto& [root, versions] : touched.by_root) {
    for (Event& version : versions) {
      if (erased.count(version.id) != 0) {
        version.payload = ErasedContent{std::string{type_name(version.payload)}};
      }
      touched.roots_on[version.civil_day].insert(root);
    }
  }
  return touched;
}

Result<StoredDay> stored_day(Store& store, CivilDay day) {
  StoredDay stored;
  stored.day = day;
  SOLEUS_TRY_ASSIGN(stored.events, store.entries(day, day));
  SOLEUS_TRY_ASSIGN(stored.rows, store.rows(day, day));
  return stored;
}

void derive_day(StoredDay& day, const TouchedEntries& touched, const Setup& setup, Write& write) {
  if (const auto here = touched.roots_on.find(day.day); here != touched.roots_on.end()) {
    day.events.erase(
        std::remove_if(day.events.begin(), day.events.end(),
                       [&](const Event& e) { return here->second.count(e.root) != 0; }),
        day.events.end());
    for (const EventId root : here->second) {
      const std::vector<Event>& versions = touched.by_root.at(root);
      day.events.insert(day.events.end(), versions.begin(), versions.end());
    }
  }
  const std::vector<EntryView> views = view_entries(day.events);
  std::vector<DayRow> rows = fold_day(day.day, views);
  mark_holds(rows, views, setup);
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(write.rows), [&](const DayRow& row) {
    return std::find(day.rows.begin(), day.rows.end(), row) == day.rows.end();
  });
  for (const DayRow& row : day.rows) {
    const bool gone = std::none_of(rows.begin(), rows.end(),
                                   [&](const DayRow& r) { return r.habit == row.habit; });
    if (gone) write.dropped_rows.emplace_back(day.day, row.habit);
  }
  day.rows = std::move(rows);
}

Status derive_spans(Store& store, const std::vector<OffsetSpan>& spans, Write& write) {
  SOLEUS_TRY_ASSIGN(Hlc latest, store.latest_hlc(kNoHorizon));
  std::vector<OffsetSpan> now = spans;
  for (const Event& event : write.events) {
    const bool newest = event.hlc > latest;
    latest = std::max(latest, event.hlc);
    if (now.empty()) {
      now.push_back({Hlc{}, event.offset_s});
    } else if (offset_in_force(now, event.hlc) == event.offset_s) {
      continue;
    } else if (newest) {
      now.push_back({event.hlc, event.offset_s});
    } else {
      SOLEUS_TRY_ASSIGN(write.replaced_spans, spans_of_all(store, write));
      return {};
    }
  }
  write.new_spans.assign(now.begin() + static_cast<std::ptrdiff_t>(spans.size()), now.end());
  return {};
}

}  // namespace soleus
