#pragma once

#include <span>
#include <vector>

#include "core/journal/event.h"

namespace soleus {

/// One entry as it stands: its first event (which fixes how late it was told) and the version that
/// is visible. @source design.md section 3; game-rules.md section 8.
struct EntryView {
  const Event* first = nullptr;
  const Event* visible = nullptr;

  /// The entry's values; absent for a removed or erased entry.
  const Entry* entry() const;
};

/// The entry's values in one version; null for a removal or an erased version.
const Entry* entry_of(const Event& version);

/// The version of `versions` (all of one entry, any order, at least one) that rules: the highest by
/// clock, device and id of those no other one supersedes.
const Event& visible_version(std::span<const Event> versions);

/// The versions no other one supersedes: what a new version has to name.
std::vector<EventId> unsuperseded(std::span<const Event> versions);

/// The view on one entry. `versions` must outlive it.
EntryView view_entry(std::span<const Event> versions);

/// `events` sorted so that versions of one entry stand together, and a view per entry. `events`
/// must outlive the result.
std::vector<EntryView> view_entries(std::vector<Event>& events);

}  // namespace soleus
