#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/sentence.h"
#include "core/calendar/civil_day.h"
#include "core/journal/vocabulary.h"
#include "platform/c/named_enum.h"

namespace soleus {

/// Writes JSON text, keys in the order they are told. A value of a type of ours is written by the
/// function `void write(JsonWriter&, const Type&)` that stands beside its kin.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  void key(std::string_view name);

  void put(std::same_as<bool> auto value) { put_word(value ? "true" : "false"); }
  void put(std::signed_integral auto value) { put_number(value); }
  void put(std::string_view text);
  void put(const std::string& text) { put(std::string_view{text}); }
  void put(const char* text) { put(std::string_view{text}); }
  void put(CivilDay day) { put(iso_text(day)); }
  void put(Weekday day) { put(weekday_name(day)); }
  void put(const Uuid& id) { put(id.text()); }
  void put(EventId id) { put(id.value); }
  void put(DeviceId id) { put(id.value); }
  void put(const HabitId& id) { put(id.text()); }
  void put(WeekdaySet days);
  void put(const Sentence& sentence);
  void put(NamedEnum auto value) { put(name_of(value)); }

  template <class T>
  void put(const std::vector<T>& list) {
    begin_array();
    for (const T& element : list) put(element);
    end_array();
  }

  template <class T>
  requires requires(JsonWriter& writer, const T& value) { write(writer, value); }
  void put(const T& value) { write(*this, value); }

  template <class T>
  void field(std::string_view name, const T& value) {
    key(name);
    put(value);
  }

  /// Left out while there is no value.
  template <class T>
  void field(std::string_view name, const std::optional<T>& value) {
    if (value) field(name, *value);
  }

  /// Left out while empty.
  void field_unless_empty(std::string_view name, const std::string& text) {
    if (!text.empty()) field(name, text);
  }

 private:
  void begin(char bracket);
  void end(char bracket);
  void separate();
  void put_word(std::string_view word);
  void put_number(std::int64_t number);

  std::string& out_;
  bool after_value_ = false;
};

}  // namespace soleus
