#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "platform/c/session.h"
#include "platform/c/soleus.h"

namespace soleus {

/// An open diary as several threads may hold it. `session` is null once it is closed.
struct Handle {
  explicit Handle(std::unique_ptr<Session> opened) : session(std::move(opened)) {}

  std::mutex mutex;  // held while a call runs
  std::unique_ptr<Session> session;
};

/// The open handles of this process. What a host holds is a number dressed as a pointer, never an
/// address: a handle that was closed is recognised, however late a call with it comes, and its
/// number is not given out again. @thread any.
class Handles {
 public:
  soleus_handle* add(std::unique_ptr<Session> session);
  /// Null for NULL, and for a handle that is closed.
  std::shared_ptr<Handle> find(const soleus_handle* key);
  /// Takes the handle out: later calls do not find it.
  std::shared_ptr<Handle> remove(const soleus_handle* key);

 private:
  std::mutex mutex_;
  std::map<std::uintptr_t, std::shared_ptr<Handle>> open_;
  std::uintptr_t last_ = 0;
};

/// The one table. It is never destroyed, so that calls from threads that outlive main() are safe.
Handles& handles();

}  // namespace soleus
