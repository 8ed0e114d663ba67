#include "platform/c/watched_store.h"

namespace soleus {

void WatchedStore::watch(const std::optional<EventId>& request) {
  request_ = request;
  committed_ = false;
  found_ = false;
}

Status WatchedStore::commit(const Write& write) {
  SOLEUS_TRY(store_->commit(write));
  committed_ = true;
  return {};
}

Result<std::optional<Event>> WatchedStore::find(EventId id) {
  SOLEUS_TRY_ASSIGN(std::optional<Event> event, store_->find(id));
  found_ = found_ || (event && request_ == id);
  return event;
}

}  // namespace soleus
