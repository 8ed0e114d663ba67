#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/tracker/store.h"
#include "db/open.h"
#include "tests/support/temp_db.h"

namespace soleus::testing {

/// The device number 1 of EventMaker writes to the files of these tests.
DeviceId own_device();

db::OpenOptions options_for(const TempDb& file);

/// Opens (or makes) the file as device 1; the test fails if that fails.
std::unique_ptr<Store> opened(const TempDb& file);
std::unique_ptr<Store> opened(const db::OpenOptions& options);

/// Writes in one transaction; the test fails if that fails.
void put(Store& store, Write write);
void put(Store& store, std::vector<Event> events);

/// The value of a result that must be there.
template <class T>
T must(Result<T> result);
void must(const Status& status);

/// All events, by id.
std::vector<Event> all_events(Store& store);
std::vector<Event> by_id(std::vector<Event> events);

/// Runs SQL on the file by itself, past all our rules.
void tamper(const TempDb& file, const std::string& sql);
std::string ask(const TempDb& file, const std::string& sql);

}  // namespace soleus::testing

#include "tests/support/catch.h"

template <class T>
T soleus::testing::must(Result<T> result) {
  if (!result) FAIL(code_name(result.error().code) << ": " << result.error().detail);
  return std::move(*result);
}
