#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/base/result.h"
#include "core/habits/setup.h"
#include "core/habits/values.h"
#include "core/journal/event.h"
#include "core/tracker/store.h"

// From new events to the day rows and offset spans they change: one way for adding, amending,
// removing, merging and erasing. Nothing is added to or taken from a row; a changed day is folded
// anew from its entries. @source design.md section 3.
namespace soleus {

/// The entries a write touches, with every version of them, stored and new.
struct TouchedEntries {
  std::map<EventId, std::vector<Event>> by_root;
  std::map<CivilDay, std::set<EventId>> roots_on;
};

/// `merging`: the first events of entries may arrive after later versions of them.
Result<TouchedEntries> touched_entries(Store& store, const Write& write, bool merging);

/// A day as it is stored: its entries' versions, in no order, and its rows.
struct StoredDay {
  CivilDay day;
  std::vector<Event> events;
  std::vector<DayRow> rows;
};

Result<StoredDay> stored_day(Store& store, CivilDay day);

/// Turns `day` into what it is with `touched`, and adds the rows that differ to `write`.
void derive_day(StoredDay& day, const TouchedEntries& touched, const Setup& setup, Write& write);

/// Adds to `write` what its events change of `spans`, the ones stored so far.
Status derive_spans(Store& store, const std::vector<OffsetSpan>& spans, Write& write);

}  // namespace soleus
