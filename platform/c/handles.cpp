#include "platform/c/handles.h"

#include <cstddef>

namespace soleus {
namespace {

/// Handles look like aligned addresses; some hosts keep flags in the low bits of a pointer.
constexpr std::uintptr_t kStep = 16;

std::uintptr_t number_of(const soleus_handle* key) { return reinterpret_cast<std::uintptr_t>(key); }

}  // namespace

soleus_handle* Handles::add(std::unique_ptr<Session> session) {
  auto handle = std::make_shared<Handle>(std::move(session));
  const std::lock_guard lock{mutex_};
  last_ += kStep;
  open_.emplace(last_, std::move(handle));
  return reinterpret_cast<soleus_handle*>(last_);
}

std::shared_ptr<Handle> Handles::find(const soleus_handle* key) {
  const std::lock_guard lock{mutex_};
  const auto found = open_.find(number_of(key));
  return found == open_.end() ? nullptr : found->second;
}

std::shared_ptr<Handle> Handles::remove(const soleus_handle* key) {
  const std::lock_guard lock{mutex_};
  const auto found = open_.find(number_of(key));
  if (found == open_.end()) return nullptr;
  std::shared_ptr<Handle> handle = std::move(found->second);
  open_.erase(found);
  return handle;
}

Handles& handles() {
  static Handles& table = *new Handles;
  return table;
}

}  // namespace soleus
