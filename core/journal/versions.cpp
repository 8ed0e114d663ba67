#include "core/journal/versions.h"

#include <algorithm>
#include <cstddef>

namespace soleus {
namespace {

bool superseded(const Event& version, std::span<const Event> versions) {
  return std::any_of(versions.begin(), versions.end(), [&](const Event& other) {
    return other.id != version.id && std::find(other.supersedes.begin(), other.supersedes.end(),
                                               version.id) != other.supersedes.end();
  });
}

}  // namespace

const Entry* entry_of(const Event& version) {
  if (const auto* logged = std::get_if<EntryLogged>(&version.payload)) return &logged->entry;
  if (const auto* amended = std::get_if<EntryAmended>(&version.payload)) return &amended->entry;
  return nullptr;
}

const Entry* EntryView::entry() const { return entry_of(*visible); }

const Event& visible_version(std::span<const Event> versions) {
  const Event* best = nullptr;
  for (const Event& version : versions) {
    if (versions.size() > 1 && superseded(version, versions)) continue;
    if (best == nullptr || ruled_by(*best, version)) best = &version;
  }
  // Only a damaged journal names its versions in a circle; the newest is as good as any then.
  if (best == nullptr) best = &*std::max_element(versions.begin(), versions.end(), ruled_by);
  return *best;
}

std::vector<EventId> unsuperseded(std::span<const Event> versions) {
  std::vector<EventId> out;
  for (const Event& version : versions) {
    if (!superseded(version, versions)) out.push_back(version.id);
  }
  std::sort(out.begin(), out.end());
  return out;
}

EntryView view_entry(std::span<const Event> versions) {
  const auto root =
      std::find_if(versions.begin(), versions.end(), [](const Event& e) { return e.id == e.root; });
  // While the first event has not arrived from another device, the earliest known stands for it.
  const auto first =
      root != versions.end() ? root : std::min_element(versions.begin(), versions.end(), ruled_by);
  return {&*first, &visible_version(versions)};
}

std::vector<EntryView> view_entries(std::vector<Event>& events) {
  const auto by_entry = [](const Event& a, const Event& b) {
    return std::tie(a.root, a.id) < std::tie(b.root, b.id);
  };
  // Ids rise with time, so a day is mostly in order already; moving events about is dear.
  if (!std::is_sorted(events.begin(), events.end(), by_entry)) {
    std::sort(events.begin(), events.end(), by_entry);
  }
  std::vector<EntryView> views;
  const std::span<const Event> all{events};
  for (std::size_t from = 0; from < all.size();) {
    std::size_t to = from + 1;
    while (to < all.size() && all[to].root == all[from].root) ++to;
    views.push_back(view_entry(all.subspan(from, to - from)));
    from = to;
  }
  return views;
}

}  // namespace soleus
