#include "tests/store/opened_store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <utility>

#include "tests/support/event_maker.h"

namespace soleus::testing {

DeviceId own_device() { return EventMaker{1}.device(); }

db::OpenOptions options_for(const TempDb& file) {
  db::OpenOptions options;
  options.path = file.path();
  options.device = own_device();
  return options;
}

std::unique_ptr<Store> opened(const db::OpenOptions& options) {
  return must(db::open_file(options)).store;
}

std::unique_ptr<Store> opened(const TempDb& file) { return opened(options_for(file)); }

void put(Store& store, Write write) {
  must(store.begin_write());
  must(store.commit(write));
}

void put(Store& store, std::vector<Event> events) {
  Write write;
  write.events = std::move(events);
  put(store, std::move(write));
}

void must(const Status& status) {
  if (!status) FAIL(code_name(status.error().code) << ": " << status.error().detail);
}

std::vector<Event> all_events(Store& store) {
  std::vector<Event> events;
  must(store.visit([&](Event&& event) -> Status {
    events.push_back(std::move(event));
    return {};
  }));
  return events;
}

std::vector<Event> by_id(std::vector<Event> events) {
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return a.id < b.id; });
  return events;
}

void tamper(const TempDb& file, const std::string& sql) {
  SQLite::Database database{file.path(), SQLite::OPEN_READWRITE};
  database.exec("PRAGMA ignore_check_constraints = ON");
  database.exec(sql);
}

std::string ask(const TempDb& file, const std::string& sql) {
  SQLite::Database database{file.path(), SQLite::OPEN_READONLY};
  SQLite::Statement statement{database, sql};
  return statement.executeStep() ? statement.getColumn(0).getString() : "";
}

}  // namespace soleus::testing
