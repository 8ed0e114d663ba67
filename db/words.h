#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/journal/event.h"
#include "db/statement.h"

namespace soleus::db {

/// One table of words and the numbers that stand for them in events. Kept in memory, read again
/// when a number turns up that another connection has given out.
class WordTable {
 public:
  /// `table` has the columns n and `column`; new words are numbered from `first` up.
  WordTable(SQLite::Database& database, const std::string& table, const std::string& column,
            std::int64_t first, bool blobs);

  /// Null if no word has that number. The pointer lasts until the next call.
  const std::string* word(std::int64_t number);
  std::optional<std::int64_t> number(std::string_view word);
  /// The same; gives the word a number if it has none. Needs a write transaction.
  std::int64_t number_or_new(std::string_view word);
  void forget() { words_.clear(); }

 private:
  void load();

  std::int64_t first_;
  bool blobs_;
  Statement all_;
  Statement insert_;
  std::vector<std::pair<std::int64_t, std::string>> words_;  // ascending by number
};

/// Devices, zones and event types, as events refer to them.
class Words {
 public:
  explicit Words(SQLite::Database& database);

  WordTable& zones() { return zones_; }

  std::int64_t device_number(DeviceId device);  // a new one if need be
  std::optional<std::int64_t> known_device(DeviceId device);
  std::optional<DeviceId> device(std::int64_t number);

  std::int64_t type_number(const Payload& payload);  // a new one if need be
  /// The place among Payload's alternatives; absent for a type this version does not know.
  static std::optional<std::size_t> payload_index(std::int64_t type_number);
  /// Null if nothing has that number. The pointer lasts until the next call.
  const std::string* type_name(std::int64_t number) { return types_.word(number); }

  /// After a rollback, numbers given out meanwhile are void.
  void forget();

 private:
  WordTable devices_;
  WordTable zones_;
  WordTable types_;
};

}  // namespace soleus::db
