#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/calendar/civil_day.h"
#include "core/journal/event.h"
#include "core/journal/vocabulary.h"

// Canonical JSON, written and read by walking one list of fields per struct (event_codec_entry.h,
// event_codec_setup.h). Reading needs no tree of values: canonical text has one form, so a reader
// either meets what it expects or the row is damaged. That is what keeps re-reading a day of
// entries within the budget of a command.
namespace soleus::db {

template <class T, class U>
concept Of = std::same_as<std::remove_const_t<T>, U>;

template <class T>
concept Enumeration = std::is_enum_v<T>;

/// Writes a value as JSON. `fields(writer, value)` lists the fields of a struct.
class JsonWriter {
 public:
  static constexpr bool kReads = false;

  explicit JsonWriter(std::string& out) : out_(out) {}

  /// False once a value could not be written.
  bool ok() const { return ok_; }
  void refuse() { ok_ = false; }

  template <class T>
  void object(const T& value) {
    const bool outer = std::exchange(first_, true);
    out_.push_back('{');
    fields(*this, value);
    out_.push_back('}');
    first_ = outer;
  }

  template <class T>
  void required(std::string_view key, const T& value) {
    if (!std::exchange(first_, false)) out_.push_back(',');
    out_.append("\"").append(key).append("\":");
    write(value);
  }

  /// Left out when it is what a new value is: absent, empty, zero, false or the first word.
  template <class T>
  void optional(std::string_view key, const T& value) {
    if (!(value == T{})) required(key, value);
  }

 private:
  void write(bool value) { out_.append(value ? "true" : "false"); }
  void write(std::int32_t value) { write(std::int64_t{value}); }
  void write(std::int64_t value);
  void write(std::string_view text);
  void write(const std::string& text) { write(std::string_view{text}); }
  void write(const HabitId& habit) { write(habit.text()); }
  void write(const EventId& id);
  void write(CivilDay day);
  void write(const TagSet& tags);
  void write(const WeekdaySet& weekdays);

  void write(Weekday weekday) { word(weekday_name(weekday)); }
  template <Enumeration T>
  void write(const T& value) {
    word(name_of(value));
  }
  template <class T>
  void write(const std::optional<T>& value) {
    write(*value);
  }
  template <class... Ts>
  void write(const std::variant<Ts...>& value) {
    std::visit([this](const auto& held) { this->write(held); }, value);
  }
  template <class T>
  void write(const std::vector<T>& values) {
    out_.push_back('[');
    for (const T& value : values) {
      if (&value != values.data()) out_.push_back(',');
      write(value);
    }
    out_.push_back(']');
  }
  template <class T>
  void write(const T& value) {
    object(value);
  }
  void word(std::string_view name) { out_.append("\"").append(name).append("\""); }

  std::string& out_;
  bool first_ = true;
  bool ok_ = true;
};

/// Reads what JsonWriter writes, and nothing else.
class JsonReader {
 public:
  static constexpr bool kReads = true;

  explicit JsonReader(std::string_view json) : rest_(json) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  void refuse() { ok_ = false; }

  template <class T>
  void object(T& value) {
    const bool outer = std::exchange(first_, true);
    expect("{");
    fields(*this, value);
    expect("}");
    first_ = outer;
  }

  template <class T>
  void required(std::string_view key, T& value) {
    if (!take_key(key)) return refuse();
    read(value);
  }

  template <class T>
  void optional(std::string_view key, T& value) {
    if (!take_key(key)) {
      value = T{};
      return;
    }
    read(value);
    if (value == T{}) refuse();  // would have been left out
  }

 private:
  bool take(std::string_view text);
  bool take_key(std::string_view key);
  void expect(std::string_view text) {
    if (!take(text)) refuse();
  }

  void read(bool& value);
  void read(std::int32_t& value);
  void read(std::int64_t& value);
  void read(std::string& text);
  void read(HabitId& habit);
  void read(EventId& id);
  void read(CivilDay& day);
  void read(TagSet& tags);
  void read(WeekdaySet& weekdays);
  void read(Weekday& weekday);
  void read(std::variant<bool, std::int64_t, std::string>& value);
  template <Enumeration T>
  void read(T& value) {
    const auto known = named<T>(word());
    if (!known) return refuse();
    value = *known;
  }
  template <class T>
  void read(std::optional<T>& value) {
    read(value.emplace());
  }
  template <class T>
  void read(std::vector<T>& values) {
    list([&] { read(values.emplace_back()); });
  }
  template <class T>
  void read(T& value) {
    object(value);
  }

  /// Calls `item` for each member of an array.
  template <class Item>
  void list(const Item& item) {
    expect("[");
    if (take("]")) return;
    do {
      item();
    } while (ok_ && take(","));
    expect("]");
  }
  /// A string without escapes; refused if there is none.
  std::string_view word();

  std::string_view rest_;
  bool first_ = true;
  bool ok_ = true;
};

}  // namespace soleus::db
