#include "db/statement.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

namespace soleus::db {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

sqlite3_stmt* Statement::prepared() {
  if (prepared_) return prepared_.get();
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v3(database_.getHandle(), sql_.c_str(), static_cast<int>(sql_.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  prepared_.reset(statement);
  return statement;
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw SQLite::Exception(database_.getHandle(), code);
}

bool Statement::step() {
  const int code = sqlite3_step(prepared());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw SQLite::Exception(database_.getHandle(), code);
}

void Statement::run() {
  const Use use{*this};
  while (step()) {
  }
}

void Statement::reset() noexcept {
  if (prepared_) sqlite3_reset(prepared_.get());
}

int Statement::changes() const { return sqlite3_changes(database_.getHandle()); }

Binding& Binding::integer(std::int64_t value) {
  statement_.check(sqlite3_bind_int64(statement_.prepared(), next_++, value));
  return *this;
}

Binding& Binding::integer_or_null(std::optional<std::int64_t> value) {
  return value ? integer(*value) : null();
}

Binding& Binding::text(std::string_view value) {
  if (value.data() == nullptr) value = "";  // a null pointer would be bound as NULL
  statement_.check(sqlite3_bind_text64(statement_.prepared(), next_++, value.data(), value.size(),
                                       SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Binding& Binding::blob(std::span<const std::uint8_t> value) {
  statement_.check(sqlite3_bind_blob64(statement_.prepared(), next_++, value.data(), value.size(),
                                       SQLITE_STATIC));
  return *this;
}

Binding& Binding::null() {
  statement_.check(sqlite3_bind_null(statement_.prepared(), next_++));
  return *this;
}

bool Columns::at_null() const { return sqlite3_column_type(row_, next_) == SQLITE_NULL; }

std::int64_t Columns::integer() { return sqlite3_column_int64(row_, next_++); }

std::optional<std::int64_t> Columns::integer_or_null() {
  const bool null = at_null();
  const std::int64_t value = integer();
  return null ? std::nullopt : std::optional{value};
}

std::string_view Columns::text() {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row_, next_));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row_, next_));
  ++next_;
  return bytes == nullptr ? std::string_view{} : std::string_view{bytes, size};
}

std::span<const std::uint8_t> Columns::blob() {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(row_, next_));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row_, next_));
  ++next_;
  return bytes == nullptr ? std::span<const std::uint8_t>{} : std::span{bytes, size};
}

Uuid Columns::uuid() {
  const auto bytes = blob();
  Uuid id;
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

bool in_transaction(const SQLite::Database& database) {
  return sqlite3_get_autocommit(database.getHandle()) == 0;
}

bool opened_read_only(const SQLite::Database& database) {
  return sqlite3_db_readonly(database.getHandle(), "main") != 0;
}

void harden(SQLite::Database& database) {
  sqlite3* handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
}

void checkpoint_on_close(SQLite::Database& database, bool on) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

}  // namespace soleus::db
