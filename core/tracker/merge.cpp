#include "core/tracker/merge.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "core/tracker/erase.h"
#include "core/tracker/ledger.h"

namespace soleus {
namespace {

Result<std::vector<Event>> unknown_ones(Store& store, std::vector<Event> events) {
  std::vector<Event> fresh;
  std::set<EventId> seen;
  for (Event& event : events) {
    if (!seen.insert(event.id).second) continue;
    SOLEUS_TRY_ASSIGN(const std::optional<Event> stored, store.find(event.id));
    if (!stored) fresh.push_back(std::move(event));
  }
  return fresh;
}

/// Erases what the new events say is gone, and takes the content of what had been erased before.
Status keep_erased(Ledger& ledger, Write& write) {
  std::vector<HabitId> gone = ledger.setup().deleted;
  std::set<EventId> gone_rows(ledger.setup().erased_rows.begin(), ledger.setup().erased_rows.end());
  for (const Event& event : write.events) {
    const auto* erased = std::get_if<Erased>(&event.payload);
    if (erased == nullptr) continue;
    gone_rows.insert(erased->rows.begin(), erased->rows.end());
    for (const EventId id : erased->rows) {
      SOLEUS_TRY_ASSIGN(const std::optional<Event> stored, ledger.store().find(id));
      if (stored) write.erased.push_back(id);
    }
    if (!erased->habit) continue;
    gone.push_back(*erased->habit);
    SOLEUS_TRY_ASSIGN(const std::vector<EventId> content,
                      content_of(ledger.store(), *erased->habit));
    write.erased.insert(write.erased.end(), content.begin(), content.end());
  }
  for (Event& event : write.events) {
    const bool erased = gone_rows.count(event.id) != 0 ||
                        std::any_of(gone.begin(), gone.end(),
                                    [&](const HabitId& habit) { return belongs_to(event, habit); });
    if (erased) event.payload = ErasedContent{std::string{type_name(event.payload)}};
  }
  return {};
}

}  // namespace

Result<MergeResult> merge_events(Ledger& ledger, std::vector<Event> events) {
  const std::size_t given = events.size();
  SOLEUS_TRY(ledger.store().begin_write());
  const auto prepared = [&]() -> Result<Write> {
    SOLEUS_TRY(ledger.refresh());
    Write write;
    SOLEUS_TRY_ASSIGN(write.events, unknown_ones(ledger.store(), std::move(events)));
    SOLEUS_TRY(keep_erased(ledger, write));
    return write;
  }();
  if (!prepared) {
    ledger.store().end();
    return tl::unexpected<Error>(prepared.error());
  }
  const std::size_t added = prepared->events.size();
  SOLEUS_TRY(ledger.commit(*prepared, true));
  return MergeResult{added, given - added};
}

}  // namespace soleus
